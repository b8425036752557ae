//! Cancelling a booking: `POST /api/cancel-booking`.

use crate::helpers::{JAMES, LAYLA, TestApp};
use cabana::booking::{BookingData, BookingRefusal, BookingState};
use reqwest::StatusCode;

/// Glass-bottom boat at 11:00, two people for 36 euros, free until two hours before, half after that.
async fn booked(app: &TestApp) -> (crate::helpers::Client, i64, cabana::base::Day) {
    let day = app.at(1, "06:00").await;
    let boat = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&boat, &people, &[]).await;
    (james, id, day)
}

#[tokio::test]
async fn in_time_it_costs_nothing_and_everything_comes_back() {
    let app = TestApp::new().await;
    let (james, id, day) = booked(&app).await;
    app.at_day(day, "08:59").await;
    let id = id.to_string();
    let once = async || james.call("cancel-booking", &[("booking", &id), ("expected_fee", "0")]).await;
    let (a, b) = tokio::join!(once(), once());
    a.ok();
    b.ok();
    assert_eq!(app.number("SELECT sum(amount) FROM folio_lines").await, 0);
    assert_eq!(app.number("SELECT count(*) FROM folio_lines WHERE kind = 'reversal'").await, 1);
    assert_eq!(app.number("SELECT sum(taken) FROM sessions").await, 0);
    assert_eq!(app.number("SELECT count(*) FROM timeline WHERE fact = 'cancelled'").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM notices WHERE dropped_at IS NOT NULL").await, 1, "the reminder");
    app.sums_are_even().await;
    let page = james.get(&format!("/bookings/{id}")).await.ok();
    assert_eq!(page.all("h1"), ["Cancelled"]);
}

#[tokio::test]
async fn the_sum_is_asked_for_again_when_it_is_no_longer_the_one_shown() {
    let app = TestApp::new().await;
    let (james, id, day) = booked(&app).await;
    app.at_day(day, "09:01").await;
    let id = id.to_string();
    let answer = james.call("cancel-booking", &[("booking", &id), ("expected_fee", "0")]).await;
    assert_eq!(answer.json::<BookingRefusal>(), BookingRefusal::FeeChanged { fee: 1800 });
    let data: BookingData = james.read("booking-details", &[("id", &id)]).await.ok().json();
    assert_eq!((data.state, data.fee_now, data.free_until), (BookingState::Confirmed, 1800, None));
    james.call("cancel-booking", &[("booking", &id), ("expected_fee", "1800")]).await.ok();
    assert_eq!(app.number("SELECT sum(amount) FROM folio_lines").await, 1800);
    assert_eq!(app.number("SELECT fee FROM bookings").await, 1800);
    app.sums_are_even().await;
}

#[tokio::test]
async fn after_the_start_all_of_it_is_kept_and_after_the_end_nothing_changes() {
    let app = TestApp::new().await;
    let (james, id, day) = booked(&app).await;
    let id = id.to_string();
    app.at_day(day, "12:00").await;
    let answer = james.call("cancel-booking", &[("booking", &id), ("expected_fee", "3600")]).await;
    assert_eq!(answer.json::<BookingRefusal>(), BookingRefusal::Past);
    app.at_day(day, "11:01").await;
    james.call("cancel-booking", &[("booking", &id), ("expected_fee", "3600")]).await.ok();
    assert_eq!(app.number("SELECT count(*) FROM folio_lines").await, 1, "nothing is taken off");
    app.sums_are_even().await;
}

#[tokio::test]
async fn another_guests_booking_is_not_found_and_a_hold_is_not_cancelled() {
    let app = TestApp::new().await;
    let (james, id, day) = booked(&app).await;
    let id = id.to_string();
    let layla = app.guest(LAYLA).await;
    assert_eq!(layla.call("cancel-booking", &[("booking", &id), ("expected_fee", "0")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.visitor().call("cancel-booking", &[("booking", &id), ("expected_fee", "0")]).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(james.call("cancel-booking", &[("booking", "x"), ("expected_fee", "0")]).await.status, StatusCode::BAD_REQUEST);
    let yoga = format!("/sessions/{}", app.session("morning-yoga", day).await);
    let held: i64 = james.hold(&yoga, &app.people(JAMES).await, &[]).await.ok().json();
    let answer = james.call("cancel-booking", &[("booking", &held.to_string()), ("expected_fee", "0")]).await;
    assert_eq!(answer.json::<BookingRefusal>(), BookingRefusal::NotNow(BookingState::Held));
    app.sums_are_even().await;
}

#[tokio::test]
async fn a_plain_form_shows_the_sum_before_the_button() {
    let app = TestApp::new().await;
    let (james, id, day) = booked(&app).await;
    app.at_day(day, "10:00").await;
    let path = format!("/bookings/{id}");
    let page = james.get(&path).await.ok();
    assert_eq!(page.attributes("input[name=expected_fee]", "value"), ["900", "900", "1800"]);
    assert!(page.all("details p").iter().any(|text| text.contains("€18")), "{:?}", page.all("details p"));
    let answer = james.post(&path, "cancel-booking", &[("booking", &id.to_string()), ("expected_fee", "1800")]).await;
    assert_eq!((answer.status, answer.location), (StatusCode::FOUND, Some(path)));
    app.sums_are_even().await;
}
