//! Somebody else comes instead: `POST /api/replace-participant`.

use crate::helpers::{ANNA, Answer, Client, JAMES, LAYLA, TestApp};
use cabana::booking::{BookingData, BookingRefusal, BookingState, CheckInAnswer, Deed};
use reqwest::StatusCode;

async fn replace(client: &Client, booking: i64, out: i64, instead: i64) -> Answer {
    client.call("replace-participant", &[("booking", &booking.to_string()), ("out", &out.to_string()), ("instead", &instead.to_string())]).await
}

async fn details(client: &Client, booking: i64) -> BookingData {
    client.read("booking-details", &[("id", &booking.to_string())]).await.ok().json()
}

#[tokio::test]
async fn the_place_stays_and_the_ticket_is_another_one() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&at, &people[..1], &[]).await;
    let old = app.code(id).await;
    let page = james.get(&format!("/bookings/{id}")).await.ok();
    assert_eq!(page.attributes("#out option", "value"), [people[0].to_string()]);
    assert_eq!(page.attributes("#instead option", "value"), [people[1].to_string()]);

    let once = async || replace(&james, id, people[0], people[1]).await;
    let (a, b) = tokio::join!(once(), once());
    assert_eq!((a.ok().json::<i64>(), b.ok().json::<i64>()), (id, id));
    once().await.ok();
    assert_eq!(app.number("SELECT count(*) FROM timeline WHERE fact = 'replaced'").await, 1);
    assert_eq!(app.number("SELECT sum(taken) FROM sessions").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM folio_lines").await, 1);
    app.sums_are_even().await;
    let data = details(&james, id).await;
    assert_eq!(data.people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Margaret Whitfield"]);
    let named = Deed::Replaced { from: "James Whitfield".into(), to: "Margaret Whitfield".into() };
    assert_eq!(data.facts.last().map(|fact| fact.deed.clone()), Some(named));
    assert!(james.get(&format!("/bookings/{id}")).await.ok().text.contains("Margaret Whitfield comes instead of James Whitfield"));
    let told = james.get("/notices").await.ok().all(".notice-text");
    assert_eq!(told.iter().filter(|text| text.starts_with("Margaret Whitfield goes instead of James Whitfield: ")).count(), 1, "{told:?}");

    let (desk, new) = (app.staff("service").await, app.code(id).await);
    let scan = async |code: &str| desk.call("staff-check-in", &[("code", code)]).await.ok().json::<CheckInAnswer>();
    assert_ne!(old, new);
    assert_eq!(scan(&old).await, CheckInAnswer::Unknown);
    assert!(matches!(scan(&new).await, CheckInAnswer::Admitted { .. }));
    assert_eq!(replace(&james, id, people[1], people[0]).await.json::<BookingRefusal>(), BookingRefusal::CheckedIn);
    assert!(james.get(&format!("/bookings/{id}")).await.ok().all("#out").is_empty());
}

#[tokio::test]
async fn it_is_refused_with_its_reason() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let (mother, father, masha, lyova) = (people[0], people[1], people[2], people[3]);
    let boat = anna.book(&at, &[mother, masha], &[]).await;
    let refused = async |booking: i64, out: i64, instead: i64| replace(&anna, booking, out, instead).await.json::<BookingRefusal>();
    assert_eq!(refused(boat, masha, father).await, BookingRefusal::OtherPrice { name: "Дмитрий Петров".into() });
    assert_eq!(refused(boat, mother, lyova).await, BookingRefusal::NeedsAdult);
    assert!(matches!(refused(boat, mother, masha).await, BookingRefusal::AlreadyGoing { .. }));
    let (text, out, instead) = (boat.to_string(), masha.to_string(), father.to_string());
    let form = [("booking", &*text), ("out", &*out), ("instead", &*instead)];
    let back = anna.post(&format!("/bookings/{boat}"), "replace-participant", &form).await.location.unwrap().replace(&app.base, "");
    let page = anna.get(&back).await.ok();
    assert!(page.all(".alert-main")[0].starts_with("Дмитрий Петров: цена будет другой"), "{:?}", page.all(".alert-main"));

    let reef = format!("/sessions/{}", app.session("reef-snorkelling", day.plus(1)).await);
    let reef = anna.book(&reef, &[mother], &[("answers[swimming]", "0"), ("answers[shoe-size]", "38")]).await;
    assert!(matches!(refused(reef, mother, lyova).await, BookingRefusal::AgeNotAllowed { .. }));
    assert_eq!(refused(reef, mother, masha).await, BookingRefusal::NeedsAdult);
    let held: i64 = anna.hold(&format!("/times/tennis-court/{}/0900", day.plus(1)), &[father], &[("answers[rackets]", "0")]).await.ok().json();
    assert!(matches!(refused(reef, mother, father).await, BookingRefusal::Clash { .. }));
    assert_eq!(refused(held, father, mother).await, BookingRefusal::NotNow(BookingState::Held));
    assert_eq!(replace(&anna, boat, lyova, 999_999).await.status, StatusCode::NOT_FOUND);
    assert_eq!(replace(&anna, boat, mother, app.people(LAYLA).await[0]).await.status, StatusCode::NOT_FOUND, "nobody of this party");

    app.at_day(day, "09:01").await;
    assert_eq!(refused(boat, mother, father).await, BookingRefusal::TooLateToReplace);
    assert!(details(&anna, boat).await.instead.is_empty());
    app.at_day(day, "09:00").await;
    app.house.clock.advance(-1);
    replace(&anna, boat, mother, father).await.ok();
    app.sums_are_even().await;
}

#[tokio::test]
async fn what_the_package_gives_passes_on_when_the_other_one_has_it_left() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let boat = async |ahead: i64| format!("/sessions/{}", app.session("glass-boat", day.plus(ahead)).await);
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let (mother, father) = (people[0], people[1]);
    let first = anna.book(&boat(0).await, &[mother], &[]).await;
    replace(&anna, first, mother, father).await.ok();
    app.sums_are_even().await;
    assert_eq!(app.number("SELECT count(*) FROM included_used WHERE used = 1").await, 1);
    // Hers is left again; his is used up.
    let second = anna.book(&boat(1).await, &[mother], &[]).await;
    assert_eq!(app.number("SELECT total FROM bookings ORDER BY id DESC LIMIT 1").await, 0);
    let refused: BookingRefusal = replace(&anna, second, mother, father).await.json();
    assert!(matches!(refused, BookingRefusal::OtherPrice { .. }), "{refused:?}");
    app.sums_are_even().await;
}

#[tokio::test]
async fn anothers_booking_is_not_found() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&at, &people[..1], &[]).await;
    let (layla, theirs) = (app.guest(LAYLA).await, app.people(LAYLA).await);
    assert_eq!(replace(&layla, id, people[0], theirs[0]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(replace(&app.visitor(), id, people[0], people[1]).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(details(&james, id).await.people[0].name, "James Whitfield");
}

#[tokio::test]
async fn what_somebody_says_of_themselves_stands_beside_what_is_printed_and_goes_with_them() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (james, people, anna) = (app.guest(JAMES).await, app.people(JAMES).await, app.guest(ANNA).await);
    let id = james.book(&at, &people[..1], &[]).await;
    let (booking, guest) = (id.to_string(), people[0].to_string());
    let say = async |client: &Client, name: &str, contact: &str| {
        client.call("confirm-contact", &[("booking", &booking), ("guest", &guest), ("name", name), ("contact", contact)]).await
    };
    say(&james, "  Jim </b> Whitfield ", "+44 20 7946 0018").await.ok();
    assert_eq!(say(&anna, "x", "y").await.status, StatusCode::NOT_FOUND, "another's booking");
    let answer: BookingRefusal = say(&james, &"x".repeat(81), "").await.json();
    assert_eq!(answer, BookingRefusal::Fault(cabana::base::Fault::Field("name".into())));
    let person = details(&james, id).await.people.remove(0);
    assert_eq!((&*person.name, &*person.said_name, &*person.contact), ("James Whitfield", "Jim </b> Whitfield", "+44 20 7946 0018"));
    let desk = app.staff("service").await;
    let sheet = desk.get(&format!("/staff/bookings?day={day}")).await.ok();
    assert!(sheet.text.contains("Jim &lt;/b&gt; Whitfield, +44 20 7946 0018"), "{}", sheet.text);
    // Whoever comes instead is another person.
    replace(&james, id, people[0], people[1]).await.ok();
    assert_eq!(app.number("SELECT count(*) FROM participants WHERE said_name IS NOT NULL OR contact IS NOT NULL").await, 0);
}
