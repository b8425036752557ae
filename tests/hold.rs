//! Holding places: `POST /api/hold`.

use crate::helpers::{ANNA, JAMES, LAYLA, TestApp};
use cabana::base::{Day, Fault};
use cabana::booking::{BookingData, BookingRefusal, BookingState, DayData, SlotData, SlotState};
use reqwest::StatusCode;

const REEF: [(&str, &str); 2] = [("answers[swimming]", "0"), ("answers[shoe-size]", "42 and 38")];

#[tokio::test]
async fn places_are_held_for_fifteen_minutes_and_the_last_second_counts() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = format!("/sessions/{}", app.session("reef-snorkelling", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id: i64 = james.hold(&at, &people, &REEF).await.ok().json();
    app.sums_are_even().await;
    let held: BookingData = james.read("booking-details", &[("id", &id.to_string())]).await.ok().json();
    assert_eq!((held.state, held.total, held.people.len()), (BookingState::Held, 5600, 2));
    assert_eq!(held.hold_until, Some(held.now + 900));
    assert_eq!(held.answers.len(), 2);

    app.house.clock.advance(held.hold_until.unwrap() - app.house.clock.now());
    let data: BookingData = james.read("booking-details", &[("id", &id.to_string())]).await.ok().json();
    assert_eq!(data.state, BookingState::Held);
    app.house.clock.advance(1);
    let data: BookingData = james.read("booking-details", &[("id", &id.to_string())]).await.ok().json();
    assert_eq!(data.state, BookingState::Lapsed);
    assert!(!data.alternatives.is_empty());
    let slot: SlotData = app.visitor().read("slot-details", &[("at", &at)]).await.ok().json();
    assert_eq!(slot.left, Some(10), "nobody has tidied, and the places are free all the same");
    assert_eq!(james.confirm(id).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    app.sums_are_even().await;
}

#[tokio::test]
async fn what_cannot_be_booked_is_refused_with_its_reason() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let (anna_p, masha, lyova) = (people[0], people[2], people[3]);
    let at = |id: i64| format!("/sessions/{id}");
    let reef = at(app.session("reef-snorkelling", day).await);
    let refused = async |at: &str, people: &[i64], more: &[(&str, &str)]| -> BookingRefusal {
        let answer = anna.hold(at, people, more).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
        answer.json()
    };
    assert_eq!(refused(&reef, &[], &REEF).await, BookingRefusal::NobodyChosen);
    assert!(matches!(refused(&reef, &[anna_p, lyova], &REEF).await, BookingRefusal::AgeNotAllowed { .. }));
    assert_eq!(refused(&reef, &[masha], &REEF).await, BookingRefusal::NeedsAdult);
    assert_eq!(refused(&reef, &[anna_p], &REEF[..1]).await, BookingRefusal::AnswerMissing { key: "shoe-size".into() });
    assert_eq!(refused(&reef, &[anna_p], &[("answers[swimming]", "99"), REEF[1]]).await, BookingRefusal::AnswerWrong { key: "swimming".into() });
    let long = "x".repeat(301);
    assert!(matches!(refused(&reef, &[anna_p], &[REEF[0], ("answers[shoe-size]", &long)]).await, BookingRefusal::AnswerWrong { .. }));
    assert_eq!(refused(&reef, &[anna_p], &[REEF[0], REEF[1], ("expected", "1")]).await, BookingRefusal::PriceChanged { total: 2800 });
    let later = at(app.session("reef-snorkelling", day.plus(8)).await);
    assert_eq!(refused(&later, &[anna_p], &REEF).await, BookingRefusal::AfterDeparture);
    app.at_day(day, "09:01").await;
    assert_eq!(refused(&reef, &[anna_p], &REEF).await, BookingRefusal::TooLate { minutes: 30 });
    app.at_day(day, "09:31").await;
    assert_eq!(refused(&reef, &[anna_p], &REEF).await, BookingRefusal::Past);
    app.at_day(day, "09:00").await;
    anna.hold(&reef, &[anna_p], &REEF).await.ok();
    app.sums_are_even().await;
}

#[tokio::test]
async fn other_peoples_guests_and_unknown_places_are_not_found() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let yoga = format!("/sessions/{}", app.session("morning-yoga", day).await);
    let (james, layla) = (app.guest(JAMES).await, app.people(LAYLA).await);
    let people = app.people(JAMES).await;
    assert_eq!(james.hold(&yoga, &[layla[0]], &[]).await.status, StatusCode::NOT_FOUND);
    for at in [
        "/sessions/999999",
        "/sessions/x",
        "",
        "/times/no-such/2026-11-21/1000",
        &format!("/times/massage-60/{day}/1007"),
        "/times/morning-yoga/x/1000",
    ] {
        assert_eq!(james.hold(at, &people, &[]).await.status, StatusCode::NOT_FOUND, "{at}");
    }
    assert_eq!(james.hold(&yoga, &people, &[("intent", "'; DROP")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.visitor().hold(&yoga, &people, &[]).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(app.number("SELECT count(*) FROM bookings").await, 0);
}

#[tokio::test]
async fn the_same_form_twice_is_one_hold() {
    let app = TestApp::new().await;
    let day = app.at(1, "05:00").await;
    let yoga = format!("/sessions/{}", app.session("morning-yoga", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let intent = ("intent", "0123456789abcdef0123456789abcdef");
    let first: i64 = james.hold(&yoga, &people, &[intent]).await.ok().json();
    let once = async || james.hold(&yoga, &people, &[intent]).await;
    let (a, b) = tokio::join!(once(), once());
    assert_eq!((a.ok().json::<i64>(), b.ok().json::<i64>()), (first, first));
    assert_eq!(james.hold(&yoga, &people[..1], &[intent]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "one key, another wish");
    let again: i64 = james.hold(&yoga, &people, &[]).await.ok().json();
    assert_eq!(again, first, "the same wish from another form");
    app.house.clock.advance(60);
    let fewer: i64 = james.hold(&yoga, &people[..1], &[]).await.ok().json();
    assert_ne!(fewer, first);
    assert_eq!(app.number("SELECT count(*) FROM bookings WHERE state = 'held'").await, 1, "another wish takes the place of the first");
    assert_eq!(app.number("SELECT count(DISTINCT hold_until) FROM bookings").await, 1, "and keeps its deadline");
    app.sums_are_even().await;
}

#[tokio::test]
async fn a_form_sent_once_more_answers_the_same_whatever_became_of_it() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let boat = async |ahead: i64| format!("/sessions/{}", app.session("glass-boat", day.plus(ahead)).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let intent = ("intent", "0123456789abcdef0123456789abcdef");
    let (today, tomorrow) = (boat(0).await, boat(1).await);
    let id: i64 = james.hold(&today, &people[..1], &[intent]).await.ok().json();
    james.confirm(id).await.ok();
    let text = id.to_string();
    james.call("move-booking", &[("booking", &text), ("to", &tomorrow)]).await.ok();
    assert_eq!(james.hold(&today, &people[..1], &[intent]).await.ok().json::<i64>(), id, "moved");
    let (out, instead) = (people[0].to_string(), people[1].to_string());
    james.call("replace-participant", &[("booking", &text), ("out", &out), ("instead", &instead)]).await.ok();
    assert_eq!(james.hold(&today, &people[..1], &[intent]).await.ok().json::<i64>(), id, "somebody else goes");
    for (at, guests) in [(&boat(2).await, &people[..1]), (&tomorrow, &people[..1]), (&today, &people[1..])] {
        assert_eq!(james.hold(at, guests, &[intent]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "one key, another wish");
    }
    assert_eq!(app.number("SELECT count(*) FROM bookings").await, 1);
    app.sums_are_even().await;
}

#[tokio::test]
async fn other_answers_to_the_same_form_are_kept_and_never_dropped() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = format!("/sessions/{}", app.session("reef-snorkelling", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let intent = ("intent", "0123456789abcdef0123456789abcdef");
    let send = async |shoes: &str, with: (&str, &str)| james.hold(&at, &people, &[REEF[0], ("answers[shoe-size]", shoes), with]).await;
    let id: i64 = send("42", intent).await.ok().json();
    let said = async || {
        let data: BookingData = james.read("booking-details", &[("id", &id.to_string())]).await.ok().json();
        data.answers.last().map(|(_, answer)| answer.clone()).unwrap()
    };
    assert_eq!(send("42 and 38", intent).await.ok().json::<i64>(), id);
    assert_eq!(said().await, "42 and 38");
    assert_eq!(send("44", ("intent", "fedcba9876543210")).await.ok().json::<i64>(), id, "the same wish from another form");
    assert_eq!(said().await, "44");
    assert!(matches!(send("", intent).await.json(), BookingRefusal::AnswerMissing { .. }));
    let slot: SlotData = james.read("slot-details", &[("at", &at)]).await.ok().json();
    assert_eq!(slot.answered, [("swimming".to_owned(), "0".to_owned()), ("shoe-size".to_owned(), "44".to_owned())], "the form shows them");

    james.confirm(id).await.ok();
    assert_eq!(send("44", intent).await.ok().json::<i64>(), id, "the same once more");
    assert!(matches!(send("45", intent).await.json(), BookingRefusal::AlreadyGoing { .. }), "what is confirmed stays, and this is said");
    assert_eq!(said().await, "44");
    assert_eq!(app.number("SELECT count(*) FROM bookings").await, 1);
    app.sums_are_even().await;
}

#[tokio::test]
async fn five_holds_are_enough_and_nobody_is_in_two_places() {
    let app = TestApp::new().await;
    let day = app.at(1, "05:00").await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let at = |id: i64| format!("/sessions/{id}");
    let volleyball = at(app.session("beach-volleyball", day).await);
    james.hold(&volleyball, &people[..1], &[]).await.ok();
    let rackets = [("answers[rackets]", "0")];
    let court = |ahead: i64, wall: &str| format!("/times/tennis-court/{}/{wall}", day.plus(ahead));
    let clash: BookingRefusal = james.hold(&court(0, "1700"), &people[..1], &rackets).await.json();
    assert!(matches!(clash, BookingRefusal::Clash { ref wall, .. } if wall == "16:30"), "{clash:?}");
    james.hold(&court(0, "1700"), &people[1..], &rackets).await.ok();
    james.hold(&at(app.session("morning-yoga", day).await), &people, &[]).await.ok();
    james.hold(&court(1, "1700"), &people, &rackets).await.ok();
    james.hold(&court(2, "1700"), &people, &rackets).await.ok();
    let many: BookingRefusal = james.hold(&court(0, "1900"), &people, &rackets).await.json();
    assert_eq!(many, BookingRefusal::TooManyHolds);
    app.house.clock.advance(901);
    james.hold(&court(0, "1900"), &people, &rackets).await.ok();
    app.sums_are_even().await;
}

#[tokio::test]
async fn no_phone_walks_through_the_resort_holding_one_place_after_another() {
    let app = TestApp::new().await;
    let day = app.at(1, "05:00").await;
    let yoga = format!("/sessions/{}", app.session("morning-yoga", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    for _ in 0..10 {
        let id: i64 = james.hold(&yoga, &people, &[]).await.ok().json();
        james.call("release", &[("booking", &id.to_string())]).await.ok();
    }
    let answer = james.hold(&yoga, &people, &[]).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{}", answer.text);
    let BookingRefusal::Fault(Fault::TooMany(wait)) = answer.json() else { panic!("{}", answer.text) };
    assert!((1..=60).contains(&wait));
    let (layla, theirs) = (app.guest(LAYLA).await, app.people(LAYLA).await);
    layla.hold(&yoga, &theirs[..1], &[]).await.ok();
    app.house.clock.advance(wait);
    james.hold(&yoga, &people, &[]).await.ok();
    app.sums_are_even().await;
}

#[tokio::test]
async fn a_resource_is_had_by_one_and_the_next_free_one_serves() {
    let app = TestApp::new().await;
    let day = app.at(1, "08:00").await;
    let at = format!("/times/massage-60/{day}/1000");
    let pressure = [("answers[pressure]", "1")];
    let mut taken = 0;
    for reference in ["HB-1001", "HB-1002", "HB-1003", "HB-1004"] {
        let (guest, people) = (app.guest(reference).await, app.people(reference).await);
        let answer = guest.hold(&at, &people[..1], &pressure).await;
        if answer.status.is_success() {
            taken += 1;
        } else {
            let refusal: BookingRefusal = answer.json();
            let BookingRefusal::JustTaken { alternatives } = refusal else { panic!("{refusal:?}") };
            assert_eq!(alternatives.len(), 3);
            assert!(alternatives.iter().all(|one| one.wall != "10:00" || one.day != day));
        }
        app.sums_are_even().await;
    }
    assert_eq!(taken, 3, "three therapists");
    let data: DayData = app.visitor().read("book-day", &[("day", &day.to_string()), ("offer", "massage-60")]).await.ok().json();
    let times = &data.own[0].times;
    let state = |wall: &str| times.iter().find(|chip| chip.wall == wall).map(|chip| chip.state.clone()).unwrap();
    assert!(matches!(state("10:00"), SlotState::HeldByOthers { .. }));
    assert!(matches!(state("11:00"), SlotState::HeldByOthers { .. }), "the quarter of an hour after is the therapist's");
    assert_eq!(state("11:30"), SlotState::Free);
}

#[tokio::test]
async fn what_the_package_gives_is_used_up_and_comes_back() {
    let app = TestApp::new().await;
    let day = app.at(1, "08:00").await;
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let glass = format!("/sessions/{}", app.session("glass-boat", day).await);
    let id: i64 = anna.hold(&glass, &people, &[]).await.ok().json();
    assert_eq!(app.number("SELECT total FROM bookings ORDER BY id DESC LIMIT 1").await, 0, "one each is in the package");
    anna.confirm(id).await.ok();
    let next = format!("/sessions/{}", app.session("glass-boat", day.plus(1)).await);
    anna.hold(&next, &people, &[]).await.ok();
    assert_eq!(app.number("SELECT total FROM bookings ORDER BY id DESC LIMIT 1").await, 1800 + 1800 + 900 + 900);
    app.sums_are_even().await;
    anna.call("cancel-booking", &[("booking", &id.to_string()), ("expected_fee", "0")]).await.ok();
    app.house.clock.advance(901);
    anna.hold(&next, &people, &[]).await.ok();
    assert_eq!(app.number("SELECT total FROM bookings ORDER BY id DESC LIMIT 1").await, 0);
    app.sums_are_even().await;
}

#[tokio::test]
async fn a_plain_form_leads_to_the_booking_or_back_with_the_reason() {
    let app = TestApp::new().await;
    let day = app.at(1, "05:00").await;
    let yoga = format!("/sessions/{}", app.session("morning-yoga", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let page = james.get(&yoga).await.ok();
    let intent = page.attributes("input[name=intent]", "value").remove(0);
    let fields = page.attributes("input[type=checkbox]", "name");
    assert_eq!(fields, people.iter().map(|id| format!("guests[{id}]")).collect::<Vec<_>>());
    let answer = james.post(&yoga, "hold", &[("at", &yoga), ("intent", &intent), ("expected", "")]).await;
    let back = answer.location.unwrap().replace(&app.base, "");
    assert!(back.starts_with(&yoga), "{back}");
    let page = james.get(&back).await.ok();
    assert!(page.all(".alert-main").contains(&"Choose who comes along.".to_owned()), "{:?}", page.all(".alert-main"));
    let answer = james.post(&yoga, "hold", &[("at", &yoga), ("intent", &intent), ("expected", ""), (&fields[0], "on")]).await;
    let place = answer.location.unwrap();
    assert!(place.starts_with("/bookings/"), "{place}");
    let page = james.get(&place).await.ok();
    assert_eq!(page.all(".dock button"), ["Confirm, nothing to pay"]);
    assert!(page.all(".hold-main b")[0].starts_with("Held for you until 05:1"), "{:?}", page.all(".hold-main b"));
}

#[tokio::test]
async fn appointments_show_their_first_free_times_as_links() {
    let app = TestApp::new().await;
    let day = app.at(1, "08:00").await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let list = async |day: Day| james.read("book-day", &[("day", &day.to_string())]).await.ok().json::<DayData>();
    let first = list(day).await.own.into_iter().find(|own| own.key == "massage-60").unwrap();
    assert_eq!(first.times.len(), 4);
    assert!(first.times.iter().all(|time| time.state == SlotState::Free && time.left > 0));
    // Whoever has every therapist then: the time is gone from the list.
    for reference in [ANNA, JAMES, LAYLA] {
        let (guest, people) = (app.guest(reference).await, app.people(reference).await);
        guest.hold(&first.times[0].target.path(), &people[..1], &[("answers[pressure]", "1")]).await.ok();
    }
    let page = james.get(&format!("/book?day={day}")).await.ok();
    let links = page.attributes(".times-few a", "href");
    assert!(!links.contains(&first.times[0].target.path()) && links.contains(&format!("/book?day={day}&offer=massage-60")), "{links:?}");
    let theirs: Vec<&String> = links.iter().filter(|href| href.starts_with(&format!("/times/massage-60/{day}/"))).collect();
    assert_eq!(theirs.len(), 4);
    let target = theirs[3].clone();
    james.hold(&target, &people[1..], &[("answers[pressure]", "1")]).await.ok();
    let tomorrow = list(day.plus(1)).await;
    assert!(tomorrow.own.iter().flat_map(|own| &own.times).all(|time| time.target.path().contains(&day.plus(1).to_string())));
    assert!(list(day.plus(-1)).await.own.is_empty(), "yesterday has none");
}

#[tokio::test]
async fn what_is_left_is_said_of_the_day_that_is_shown() {
    let app = TestApp::new().await;
    let mut tx = app.house.begin().await.unwrap();
    let text: String = sqlx::query_scalar("SELECT body FROM packages WHERE key = 'ultra'").fetch_one(tx.conn()).await.unwrap();
    let mut body: serde_json::Value = serde_json::from_str(&text).unwrap();
    let items = body.as_object_mut().unwrap().values_mut().find_map(|value| value.as_array_mut()).unwrap();
    items.iter_mut().find(|item| item["offer"] == "glass-boat").unwrap()["included"] = "day".into();
    sqlx::query("UPDATE packages SET body = $1 WHERE key = 'ultra'").bind(body.to_string()).execute(tx.conn()).await.unwrap();
    sqlx::query("UPDATE resort SET version = version + 1").execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let day = app.at(1, "06:00").await;
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let boat = format!("/sessions/{}", app.session("glass-boat", day.plus(1)).await);
    anna.book(&boat, &people[..1], &[]).await;
    let tags = async |day: Day| anna.get(&format!("/book?day={day}")).await.ok().all(".tag-included");
    assert!(tags(day).await.contains(&"Включено · сегодня осталось 4 из 4".to_owned()), "{:?}", tags(day).await);
    assert!(tags(day.plus(1)).await.contains(&"Включено · в этот день осталось 3 из 4".to_owned()), "{:?}", tags(day.plus(1)).await);
    assert!(anna.get(&boat).await.ok().all(".tag-included").contains(&"Включено · в этот день осталось 3 из 4".to_owned()));
}

#[tokio::test]
async fn a_session_called_off_names_others_that_have_room_for_all_of_them() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (off, tight) = (app.session("morning-yoga", day).await, app.session("morning-yoga", day.plus(1)).await);
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET cancelled_at = 1 WHERE id = $1").bind(off).execute(tx.conn()).await.unwrap();
    sqlx::query("UPDATE sessions SET capacity = 1 WHERE id = $1").bind(tight).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let others = async |people: &[i64]| {
        let BookingRefusal::Cancelled { alternatives } = james.hold(&format!("/sessions/{off}"), people, &[]).await.json() else { panic!() };
        assert_eq!(alternatives.len(), 3);
        alternatives.iter().any(|one| one.day == day.plus(1))
    };
    assert!(others(&people[..1]).await);
    assert!(!others(&people[..]).await);
}

#[tokio::test]
async fn what_ran_out_is_held_again_with_one_tap_while_there_is_room() {
    let app = TestApp::new().await;
    let day = app.at(1, "08:00").await;
    let (anna, james, hers, his) = (app.guest(ANNA).await, app.guest(JAMES).await, app.people(ANNA).await, app.people(JAMES).await);
    let at = format!("/times/massage-60/{day}/1500");
    let pressure = [("answers[pressure]", "1")];
    let held: i64 = james.hold(&at, &his[..1], &pressure).await.ok().json();
    let again = async || james.read("booking-details", &[("id", &held.to_string())]).await.ok().json::<BookingData>().again;
    assert_eq!(again().await, None, "it is held");
    app.house.clock.advance(16 * 60);
    let form = again().await.unwrap();
    assert_eq!(form.answers, [("pressure".to_owned(), "1".to_owned())]);
    let page = james.get(&format!("/bookings/{held}")).await.ok();
    assert_eq!(page.attributes("main form input[type=hidden]", "name"), ["at", "intent", &format!("guests[{}]", his[0]), "answers[pressure]"]);
    let once_more: i64 = james.hold(&at, &his[..1], &[("intent", &form.intent), pressure[0]]).await.ok().json();
    assert_ne!(once_more, held);
    james.call("release", &[("booking", &once_more.to_string())]).await.ok();
    for guest in [
        (&anna, &hers[..1]),
        (&app.guest(LAYLA).await, &app.people(LAYLA).await[..1]),
        (&app.guest("HB-1004").await, &app.people("HB-1004").await[..1]),
    ] {
        guest.0.hold(&at, guest.1, &pressure).await.ok();
    }
    assert_eq!(again().await, None, "all three therapists are had");
    app.sums_are_even().await;
}
