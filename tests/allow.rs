//! What the desk allows beyond the rules: `POST /api/staff-allow-beyond`, `staff-keep-hold`, `staff-release-hold`.

use crate::helpers::{ANNA, Answer, Client, JAMES, LAYLA, TestApp};
use cabana::base::{Day, Fault};
use cabana::booking::{BookingData, BookingRefusal, BookingState, Deed};

/// The glass-bottom boat at eleven with one place, and its day; it is six in the morning.
async fn small_boat(app: &TestApp) -> (Day, i64) {
    let day = app.at(1, "06:00").await;
    let boat = app.session("glass-boat", day).await;
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET capacity = 1 WHERE id = $1").bind(boat).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    (day, boat)
}

async fn beyond(desk: &Client, session: i64, beyond: i64, seen: i64) -> Answer {
    let form = [("session", &*session.to_string()), ("beyond", &beyond.to_string()), ("seen", &seen.to_string()), ("reason", "Another bench")];
    desk.call("staff-allow-beyond", &form).await
}

async fn state(client: &Client, booking: i64) -> BookingState {
    client.read("booking-details", &[("id", &booking.to_string())]).await.ok().json::<BookingData>().state
}

#[tokio::test]
async fn the_desk_allows_more_places_and_says_why() {
    let app = TestApp::new().await;
    let (_, boat) = small_boat(&app).await;
    let at = format!("/sessions/{boat}");
    let (anna, james, desk) = (app.guest(ANNA).await, app.guest(JAMES).await, app.staff("desk").await);
    let (hers, his) = (app.people(ANNA).await, app.people(JAMES).await);
    anna.book(&at, &hers[..1], &[]).await;
    assert!(matches!(james.hold(&at, &his, &[]).await.json(), BookingRefusal::JustTaken { .. }));

    let silent = desk.call("staff-allow-beyond", &[("session", &boat.to_string()), ("beyond", "2"), ("seen", "0"), ("reason", " ")]).await;
    assert_eq!(silent.json::<BookingRefusal>(), BookingRefusal::Fault(Fault::Field("reason".into())));
    let (a, b) = tokio::join!(beyond(&desk, boat, 2, 0), beyond(&desk, boat, 2, 0));
    a.ok();
    b.ok();
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'beyond_allowed' AND reason = 'Another bench' AND after = '2'").await, 1);
    james.book(&at, &his, &[]).await;
    app.sums_are_even().await;
    // A colleague decides from a page that is no longer so; and nobody loses the place they have.
    assert!(matches!(beyond(&desk, boat, 1, 0).await.json(), BookingRefusal::NotNow(_)));
    assert!(matches!(beyond(&desk, boat, 1, 2).await.json(), BookingRefusal::Full { .. }));
    assert_eq!(beyond(&desk, boat, 501, 2).await.json::<BookingRefusal>(), BookingRefusal::Fault(Fault::Field("beyond".into())));
    assert_eq!(app.number(&format!("SELECT beyond FROM sessions WHERE id = {boat}")).await, 2);
    let sheet = desk.get(&format!("/staff/bookings?day={}", app.at(0, "06:00").await)).await.ok();
    assert!(sheet.text.contains("name=\"beyond\""), "{}", sheet.text);
}

#[tokio::test]
async fn more_places_go_to_whoever_waits() {
    let app = TestApp::new().await;
    let (_, boat) = small_boat(&app).await;
    app.at(0, "09:00").await;
    let at = format!("/sessions/{boat}");
    let (anna, james, desk) = (app.guest(ANNA).await, app.guest(JAMES).await, app.staff("desk").await);
    let (hers, his) = (app.people(ANNA).await, app.people(JAMES).await);
    anna.book(&at, &hers[..1], &[]).await;
    james.call("join-waitlist", &[("at", &at), ("intent", "0123456789abcdef"), (&format!("guests[{}]", his[0]), "on")]).await.ok();
    beyond(&desk, boat, 1, 0).await.ok();
    assert_eq!(app.number("SELECT count(*) FROM waitlist WHERE state = 'offered'").await, 1);
    app.sums_are_even().await;
}

#[tokio::test]
async fn a_hold_is_kept_for_longer_and_no_longer_than_that() {
    let app = TestApp::new().await;
    let (day, boat) = small_boat(&app).await;
    let at = format!("/sessions/{boat}");
    let (james, layla, desk) = (app.guest(JAMES).await, app.guest(LAYLA).await, app.staff("desk").await);
    let (his, theirs) = (app.people(JAMES).await, app.people(LAYLA).await);
    let held: i64 = james.hold(&at, &his[..1], &[]).await.ok().json();
    let keep = async |until: &str| {
        desk.call("staff-keep-hold", &[("booking", &held.to_string()), ("until", until), ("reason", "They pay by invoice")]).await
    };
    for wrong in ["06:10", "05:00", "11:01", "", "25:00"] {
        assert_eq!(keep(wrong).await.json::<BookingRefusal>(), BookingRefusal::Fault(Fault::Field("until".into())), "{wrong}");
    }
    keep("08:30").await.ok();
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'hold_kept' AND before = '06:15' AND after = '08:30'").await, 1);
    app.at_day(day, "08:29").await;
    assert!(matches!(layla.hold(&at, &theirs[..1], &[]).await.json(), BookingRefusal::JustTaken { .. }));
    let data: BookingData = james.read("booking-details", &[("id", &held.to_string())]).await.ok().json();
    assert_eq!((data.state, &*data.hold_until_wall), (BookingState::Held, "08:30"));
    assert!(matches!(data.facts.last().unwrap().deed, Deed::Kept { .. }));
    app.at_day(day, "08:31").await;
    assert_eq!(state(&james, held).await, BookingState::Lapsed);
    assert!(matches!(keep("10:00").await.json(), BookingRefusal::NotNow(BookingState::Lapsed)), "what ran out is not brought back");
    layla.hold(&at, &theirs[..1], &[]).await.ok();
    app.sums_are_even().await;
}

#[tokio::test]
async fn what_is_only_held_is_given_back_by_the_desk_in_silence() {
    let app = TestApp::new().await;
    let (_, boat) = small_boat(&app).await;
    let at = format!("/sessions/{boat}");
    let (james, layla, desk) = (app.guest(JAMES).await, app.guest(LAYLA).await, app.staff("desk").await);
    let (his, theirs) = (app.people(JAMES).await, app.people(LAYLA).await);
    let held: i64 = james.hold(&at, &his[..1], &[]).await.ok().json();
    let before = app.number("SELECT count(*) FROM notices").await;
    let release =
        async |booking: i64| desk.call("staff-release-hold", &[("booking", &booking.to_string()), ("reason", "A group wants it for certain")]).await;
    release(held).await.ok();
    release(held).await.ok();
    assert_eq!(state(&james, held).await, BookingState::Released);
    assert_eq!(app.number("SELECT count(*) FROM notices").await, before);
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'hold_released'").await, 1);
    let booked = layla.book(&at, &theirs[..1], &[]).await;
    assert!(matches!(release(booked).await.json(), BookingRefusal::NotNow(BookingState::Confirmed)), "what is booked is called off otherwise");
    app.sums_are_even().await;
}
