//! What serves a time: several things at once, any of a group, so many of one kind, so many a day.

use crate::helpers::{ANNA, Client, JAMES, LAYLA, TestApp};
use cabana::base::Day;
use cabana::booking::closing::ClosingPage;
use cabana::booking::desk::DeskDay;
use cabana::booking::{BookingRefusal, DayData, SlotState};
use cabana::catalog::shelf::Resource;

const PRESSURE: [(&str, &str); 1] = [("answers[pressure]", "1")];
const KATHARINA: &str = "HB-1004";

fn shared(key: &str, amount: i64) -> Resource {
    Resource { key: key.to_owned(), name: Default::default(), amount, each_person: true, by_the_day: false, before: 0, after: 0 }
}

async fn state(client: &Client, offer: &str, day: Day, wall: &str) -> SlotState {
    let data: DayData = client.read("book-day", &[("day", &day.to_string()), ("offer", offer)]).await.ok().json();
    data.own[0].times.iter().find(|chip| chip.wall == wall).map(|chip| chip.state.clone()).unwrap()
}

async fn left(client: &Client, offer: &str, day: Day, wall: &str) -> i64 {
    let data: DayData = client.read("book-day", &[("day", &day.to_string()), ("offer", offer)]).await.ok().json();
    data.rows.iter().find(|row| row.wall == wall).map(|row| row.left).unwrap()
}

#[tokio::test]
async fn a_booking_has_all_that_it_needs_or_nothing() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let on = day.plus(1);
    let (anna, james, layla) = (app.guest(ANNA).await, app.guest(JAMES).await, app.guest(LAYLA).await);
    let (hers, his, theirs) = (app.people(ANNA).await, app.people(JAMES).await, app.people(LAYLA).await);
    let two = format!("/times/couples-massage/{on}/1200");
    let one = format!("/times/massage-60/{on}/1200");

    let booked = james.book(&two, &his, &[]).await;
    assert_eq!(app.number("SELECT count(*) FROM uses").await, 3, "the suite, and a therapist for each");
    app.sums_are_even().await;
    let sheet: DeskDay = app.staff("desk").await.read("staff-day-sheet", &[("day", &on.to_string())]).await.ok().json();
    let place = &sheet.slots.iter().find(|slot| slot.session.is_none()).unwrap().place;
    assert_eq!(place, "Lin, spa therapist · Omar, spa therapist · Couples' suite");

    anna.hold(&one, &hers[..1], &PRESSURE).await.ok();
    let refusal: BookingRefusal = layla.hold(&one, &theirs[..1], &PRESSURE).await.json();
    assert!(matches!(refusal, BookingRefusal::JustTaken { .. }), "the third therapist was the last: {refusal:?}");
    // The suite alone would be free again at half past two; of those who work there only two are.
    let after = format!("/times/couples-massage/{on}/1400");
    assert_eq!(state(&layla, "couples-massage", on, "14:00").await, SlotState::Free);
    anna.hold(&format!("/times/massage-60/{on}/1430"), &hers[1..2], &PRESSURE).await.ok();
    app.house.clock.advance(61);
    anna.hold(&format!("/times/massage-60/{on}/1500"), &hers[..1], &PRESSURE).await.ok();
    assert!(matches!(state(&layla, "couples-massage", on, "14:00").await, SlotState::HeldByOthers { .. }), "one therapist is too few");
    assert!(matches!(layla.hold(&after, &theirs[..2], &[]).await.json(), BookingRefusal::JustTaken { .. }));
    app.sums_are_even().await;

    james.call("cancel-booking", &[("booking", &booked.to_string()), ("expected_fee", "0")]).await.ok();
    assert_eq!(app.number("SELECT count(*) FROM cells WHERE used = 0").await, 0, "what was given back is gone");
    layla.hold(&one, &theirs[..1], &PRESSURE).await.ok();
    app.sums_are_even().await;
}

#[tokio::test]
async fn the_desk_sees_everybody_whom_a_closed_therapist_concerns() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let on = day.plus(1);
    let (james, his) = (app.guest(JAMES).await, app.people(JAMES).await);
    james.book(&format!("/times/couples-massage/{on}/1200"), &his, &[]).await;
    let desk = app.staff("desk").await;
    let affected = async |key: &str| {
        let id = app.number(&format!("SELECT id FROM resources WHERE key = '{key}'")).await;
        let page: ClosingPage = desk.read("staff-closing", &[("what", &format!("resource/{id}/{on}/0900/2000"))]).await.ok().json();
        page.sheet.unwrap().affected.len()
    };
    for (key, concerned) in [("couples-suite", 1), ("therapist-lin", 1), ("therapist-omar", 1), ("therapist-sofia", 0)] {
        assert_eq!(affected(key).await, concerned, "{key}");
    }
}

#[tokio::test]
async fn overlapping_sessions_share_what_there_is_and_the_most_at_once_counts() {
    let app = TestApp::new().await;
    // Also on a Monday the next Tuesday but one is within everybody's stay.
    app.run("UPDATE stays SET departs = '2099-12-31'").await;
    let day = app.at(1, "05:00").await;
    let on = (0..7).map(|ahead| day.plus(ahead)).find(|day| day.weekday() == 1).unwrap();
    app.add_resource(&shared("boards", 7)).await;
    for key in ["paddleboard", "tennis-clinic"] {
        app.change_offer(key, |offer| {
            offer.resources = vec![vec!["boards".to_owned()]];
            offer.questions.clear();
            (offer.age_min, offer.adult_needed) = (None, false);
        })
        .await;
    }
    let (anna, james, katharina) = (app.guest(ANNA).await, app.guest(JAMES).await, app.guest(KATHARINA).await);
    let (hers, his, theirs) = (app.people(ANNA).await, app.people(JAMES).await, app.people(KATHARINA).await);
    let session = async |key: &str| format!("/sessions/{}", app.session(key, on).await);
    let (sea, court) = (session("paddleboard").await, session("tennis-clinic").await);
    assert_eq!((left(&anna, "paddleboard", on, "08:00").await, left(&anna, "tennis-clinic", on, "08:00").await), (6, 7));

    anna.book(&sea, &hers, &[]).await;
    assert_eq!((left(&james, "paddleboard", on, "08:00").await, left(&james, "tennis-clinic", on, "08:00").await), (2, 3));
    let refusal: BookingRefusal = katharina.hold(&court, &theirs, &[]).await.json();
    assert!(matches!(refusal, BookingRefusal::Full { left: 3, .. }), "{refusal:?}");
    katharina.hold(&court, &theirs[..2], &[]).await.ok();
    james.hold(&sea, &his[..1], &[]).await.ok();
    assert_eq!((left(&james, "paddleboard", on, "08:00").await, left(&james, "tennis-clinic", on, "08:00").await), (0, 0));
    let refusal: BookingRefusal = james.hold(&sea, &his, &[]).await.json();
    assert!(matches!(refusal, BookingRefusal::JustTaken { .. } | BookingRefusal::Full { .. }), "{refusal:?}");
    app.sums_are_even().await;
    // A hold that ran out is free at once, whoever looks, and nobody has tidied.
    app.house.clock.advance(16 * 60);
    assert_eq!((left(&james, "paddleboard", on, "08:00").await, left(&james, "tennis-clinic", on, "08:00").await), (2, 3));
    katharina.hold(&court, &theirs[..3], &[]).await.ok();
    app.sums_are_even().await;
}

#[tokio::test]
async fn what_is_used_up_by_the_day_is_there_again_the_next() {
    let app = TestApp::new().await;
    let day = app.at(1, "05:00").await;
    app.add_resource(&Resource { by_the_day: true, ..shared("baskets", 3) }).await;
    app.change_offer("photo-session", |offer| {
        offer.resources.push(vec!["baskets".to_owned()]);
        offer.questions.clear();
    })
    .await;
    let (anna, james, hers, his) = (app.guest(ANNA).await, app.guest(JAMES).await, app.people(ANNA).await, app.people(JAMES).await);
    let at = |day: Day, wall: &str| format!("/times/photo-session/{day}/{wall}");
    let on = day.plus(1);
    james.book(&at(on, "0600"), &his, &[]).await;
    let refusal: BookingRefusal = anna.hold(&at(on, "1600"), &hers[..2], &[]).await.json();
    assert!(matches!(refusal, BookingRefusal::Full { left: 1, .. }), "{refusal:?}");
    anna.hold(&at(on, "1600"), &hers[..1], &[]).await.ok();
    assert!(matches!(state(&james, "photo-session", on, "17:00").await, SlotState::HeldByOthers { .. }));
    anna.hold(&at(on.plus(1), "1600"), &hers[..2], &[]).await.ok();
    app.sums_are_even().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_for_one_hour_of_three_therapists() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let on = day.plus(1);
    let mut rush = Vec::new();
    for number in 1..=16 {
        let reference = format!("HB-10{number:02}");
        let stays =
            app.number(&format!("SELECT count(*) FROM stays WHERE reference = '{reference}' AND arrives <= '{on}' AND departs > '{on}'")).await;
        let people = app.people(&reference).await;
        if stays == 0 || people.len() < 2 {
            continue;
        }
        let guest = app.guest(&reference).await;
        rush.push(tokio::spawn(async move {
            // One after the other wants two of them, or one.
            let answer = if number % 2 == 0 {
                guest.hold(&format!("/times/couples-massage/{on}/1200"), &people[..2], &[]).await
            } else {
                guest.hold(&format!("/times/massage-60/{on}/1200"), &people[..1], &PRESSURE).await
            };
            (answer.status.is_success(), number % 2 == 0, answer.text)
        }));
    }
    assert!(rush.len() > 8);
    let mut therapists = 0;
    for done in rush {
        let (had, two, text) = done.await.unwrap();
        assert!(had || text.contains("JustTaken"), "{text}");
        therapists += if had { 1 + i64::from(two) } else { 0 };
    }
    assert_eq!(therapists, 3, "every one of them, and none twice");
    app.sums_are_even().await;
}

#[tokio::test]
async fn what_was_booked_gets_what_its_offer_needs_by_now() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let on = day.plus(1);
    let (anna, james, layla) = (app.guest(ANNA).await, app.guest(JAMES).await, app.guest(LAYLA).await);
    let (hers, his, theirs) = (app.people(ANNA).await, app.people(JAMES).await, app.people(LAYLA).await);
    for key in ["padel-court", "photo-session"] {
        app.change_offer(key, |offer| offer.questions.clear()).await;
    }
    let first = james.book(&format!("/times/padel-court/{on}/1600"), &his[..1], &[]).await;
    let second = anna.book(&format!("/times/photo-session/{on}/1600"), &hers[..1], &[]).await;
    let third = layla.book(&format!("/times/photo-session/{}/1600", on.plus(1)), &theirs[..1], &[]).await;
    app.add_resource(&Resource { each_person: false, ..shared("trolley", 1) }).await;
    for key in ["padel-court", "photo-session"] {
        app.change_offer(key, |offer| offer.resources.push(vec!["trolley".to_owned()])).await;
    }
    app.visitor().get("/").await.ok();
    let shelf = app.shelf().await;
    let mut tx = app.house.begin().await.unwrap();
    let followed = cabana::booking::schedule::follow(&mut tx, &shelf).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!((followed.served, followed.without.iter().map(|id| id.0).collect::<Vec<_>>()), (2, vec![second]), "there is one trolley");
    assert_eq!(app.number(&format!("SELECT count(*) FROM uses WHERE booking_id IN ({first}, {third})")).await, 4);
    assert_eq!(app.number(&format!("SELECT count(*) FROM uses WHERE booking_id = {second}")).await, 1, "it keeps what it had");
    app.sums_are_even().await;
}
