//! Confirming a hold: `POST /api/confirm`, and giving it up: `POST /api/release`.

use crate::helpers::{JAMES, LAYLA, TestApp};
use cabana::booking::{BookingData, BookingRefusal, BookingState};
use cabana::notices::{Notice, NoticeLine};
use reqwest::StatusCode;

#[tokio::test]
async fn a_hold_becomes_a_booking_on_the_rooms_bill_exactly_once() {
    let app = TestApp::new().await;
    let day = app.at(1, "08:00").await;
    let boat = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id: i64 = james.hold(&boat, &people, &[]).await.ok().json();
    let (a, b) = tokio::join!(james.confirm(id), james.confirm(id));
    assert_eq!((a.ok().json::<i64>(), b.ok().json::<i64>()), (id, id));
    james.confirm(id).await.ok();
    assert_eq!(app.number("SELECT count(*) FROM folio_lines").await, 1);
    assert_eq!(app.number("SELECT sum(amount) FROM folio_lines").await, 3600);
    assert_eq!(app.number("SELECT count(*) FROM timeline WHERE fact = 'confirmed'").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM notices").await, 3, "made, the same for Margaret, and a reminder");
    app.sums_are_even().await;

    let lines: Vec<NoticeLine> = james.read("notices", &[]).await.ok().json();
    assert_eq!(lines.iter().map(|line| line.whom.is_some()).collect::<Vec<_>>(), [false, true]);
    assert!(lines.iter().all(|line| matches!(line.notice, Notice::BookingMade { .. })), "{lines:?}");
    app.at_day(day, "10:00").await;
    let lines: Vec<NoticeLine> = james.read("notices", &[]).await.ok().json();
    assert!(lines.iter().any(|line| matches!(line.notice, Notice::BookingSoon { .. })), "an hour before");

    let data: BookingData = james.read("booking-details", &[("id", &id.to_string())]).await.ok().json();
    assert_eq!(data.state, BookingState::Confirmed);
    assert!(data.people.iter().all(|ticket| !ticket.qr.is_empty() && ticket.code.len() == 23));
    let page = james.get(&format!("/bookings/{id}")).await.ok();
    assert_eq!(page.attributes(".qr svg", "viewBox").len(), 2);
}

#[tokio::test]
async fn a_hold_that_ran_out_is_not_confirmed_and_costs_nothing() {
    let app = TestApp::new().await;
    let day = app.at(1, "08:00").await;
    let boat = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id: i64 = james.hold(&boat, &people, &[]).await.ok().json();
    app.house.clock.advance(902);
    let answer = james.confirm(id).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let BookingRefusal::Expired { alternatives } = answer.json() else { panic!("{}", answer.text) };
    assert_eq!(alternatives.len(), 3);
    assert_eq!(app.number("SELECT count(*) FROM folio_lines").await, 0);
    let page = james.get(&format!("/bookings/{id}")).await.ok();
    assert_eq!(page.all("h1"), ["The hold has lapsed"]);
    assert_eq!(page.all(".rows .row").len(), 3);
    app.sums_are_even().await;
}

#[tokio::test]
async fn a_changed_total_asks_again() {
    let app = TestApp::new().await;
    let day = app.at(1, "08:00").await;
    let boat = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id: i64 = james.hold(&boat, &people, &[]).await.ok().json();
    let answer = james.call("confirm", &[("booking", &id.to_string()), ("expected", "1")]).await;
    assert_eq!(answer.json::<BookingRefusal>(), BookingRefusal::PriceChanged { total: 3600 });
    app.sums_are_even().await;
}

#[tokio::test]
async fn another_guests_hold_is_not_found() {
    let app = TestApp::new().await;
    let day = app.at(1, "08:00").await;
    let boat = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id: i64 = james.hold(&boat, &people, &[]).await.ok().json();
    let (layla, id) = (app.guest(LAYLA).await, id.to_string());
    for door in ["confirm", "release"] {
        assert_eq!(layla.call(door, &[("booking", &id)]).await.status, StatusCode::NOT_FOUND, "{door}");
        assert_eq!(app.visitor().call(door, &[("booking", &id)]).await.status, StatusCode::UNAUTHORIZED, "{door}");
    }
    assert_eq!(layla.read("booking-details", &[("id", &id)]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(layla.get(&format!("/bookings/{id}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(layla.get(&format!("/bookings/{id}/calendar.ics")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.number("SELECT count(*) FROM bookings WHERE state = 'held'").await, 1);
}

#[tokio::test]
async fn a_hold_is_given_up_once_and_its_places_are_free() {
    let app = TestApp::new().await;
    let day = app.at(1, "08:00").await;
    let boat = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id: i64 = james.hold(&boat, &people, &[]).await.ok().json();
    let text = id.to_string();
    james.call("release", &[("booking", &text)]).await.ok();
    james.call("release", &[("booking", &text)]).await.ok();
    assert_eq!(app.number("SELECT sum(taken) FROM sessions").await, 0);
    assert_eq!(james.confirm(id).await.json::<BookingRefusal>(), BookingRefusal::NotNow(BookingState::Released));
    let booked = james.book(&boat, &people, &[]).await.to_string();
    assert_eq!(james.call("release", &[("booking", &booked)]).await.json::<BookingRefusal>(), BookingRefusal::NotNow(BookingState::Confirmed));
    app.sums_are_even().await;
}

#[tokio::test]
async fn a_booking_goes_into_the_phones_calendar() {
    let app = TestApp::new().await;
    let day = app.at(1, "08:00").await;
    let boat = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&boat, &people, &[]).await;
    let file = james.get(&format!("/bookings/{id}/calendar.ics")).await.ok();
    assert_eq!(file.headers["content-type"], "text/calendar; charset=utf-8");
    let start = format!("DTSTART;TZID=Africa/Cairo:{}T110000", day.to_string().replace('-', ""));
    assert!(file.text.contains(&start), "{}", file.text);
}

#[tokio::test]
async fn what_is_over_leads_to_the_offer_and_to_another_time_of_it() {
    let app = TestApp::new().await;
    let day = app.at(1, "08:00").await;
    let boat = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&boat, &people, &[]).await;
    let links = async || james.get(&format!("/bookings/{id}")).await.ok().attributes(".actions a", "href");
    assert!(!links().await.contains(&"/book?offer=glass-boat".to_owned()));
    app.at_day(day, "18:00").await;
    let over = links().await;
    assert!(over.contains(&"/book?offer=glass-boat".to_owned()) && over.contains(&"/offers/glass-boat".to_owned()), "{over:?}");
    app.at_day(day.plus(6), "18:00").await;
    let gone = links().await;
    assert!(!gone.contains(&"/book?offer=glass-boat".to_owned()) && gone.contains(&"/offers/glass-boat".to_owned()), "after departure: {gone:?}");
}
