//! The live streams: `/live` wakes the phones of a stay, `/staff/live` the consoles. What a browser would drop does not
//! count: an event has to be a `message` and to carry something.

use crate::helpers::events::{Event, Events};
use crate::helpers::{ANNA, Client, JAMES, TestApp};
use crate::place_order::Form;
use cabana::base::{Day, OrderId};
use cabana::server::MOST_STREAMS;
use reqwest::StatusCode;
use std::time::Duration;

const TOWELS: &[(&str, &str)] = &[("offer", "extra-towels"), ("quantity", "1")];

async fn place(client: &Client) -> OrderId {
    Form::of(client, &[TOWELS]).await.place(client).await.unwrap()
}

async fn accept(desk: &Client, order: OrderId) {
    desk.call("staff-advance-order", &[("order", &order.to_string()), ("version", "1"), ("to", "accepted")]).await.ok();
}

fn message(data: &str) -> Event {
    Event { name: "message".to_owned(), data: data.to_owned() }
}

/// Opens a stream and reads its greeting.
async fn open(client: &Client, path: &str) -> Events {
    let mut events = client.stream(path).await.unwrap();
    let hello = events.soon().await;
    assert!(!hello.data.is_empty(), "{hello:?}");
    events
}

#[tokio::test]
async fn every_phone_of_the_stay_hears_of_its_order_and_no_other_phone_does() {
    let app = TestApp::new().await;
    let (one, two, anna) = (app.guest(JAMES).await, app.guest(JAMES).await, app.guest(ANNA).await);
    let mut phones = [open(&one, "/live").await, open(&two, "/live").await];
    let mut other = open(&anna, "/live").await;
    let order = place(&one).await;
    for phone in &mut phones {
        assert_eq!(phone.soon().await, message("1"), "how many notices wait");
    }
    accept(&app.staff("service").await, order).await;
    for phone in &mut phones {
        assert_eq!(phone.soon().await, message("2"));
    }
    one.call("read-notices", &[("upto", "999999")]).await.ok();
    assert_eq!(phones[1].soon().await, message("0"), "read on one phone is read on the other");
    assert!(other.quiet().await);
}

#[tokio::test]
async fn the_console_hears_of_what_arrives_and_of_what_a_colleague_did() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (james, desk, service) = (app.guest(JAMES).await, app.staff("desk").await, app.staff("service").await);
    let mut console = open(&desk, "/staff/live").await;
    let people = app.people(JAMES).await;
    let order = place(&james).await;
    let event = console.soon().await;
    assert!(event.name == "message" && !event.data.is_empty(), "{event:?}");
    accept(&service, order).await;
    let event = console.soon().await;
    assert!(event.name == "message" && !event.data.is_empty(), "{event:?}");
    let booking = james.book(&format!("/sessions/{}", app.session("glass-boat", day).await), &people[..1], &[]).await;
    assert_eq!([console.soon().await.name, console.soon().await.name], ["message", "message"], "held, and confirmed");
    james.call("cancel-booking", &[("booking", &booking.to_string()), ("expected_fee", "0")]).await.ok();
    assert_eq!(console.soon().await.name, "message");
    james.call("read-notices", &[("upto", "999999")]).await.ok();
    assert!(console.quiet().await, "what a guest has read is nothing to the desk");
}

#[tokio::test]
async fn only_who_is_signed_in_may_listen() {
    let app = TestApp::new().await;
    for (client, guest, staff) in [(app.visitor(), false, false), (app.guest(ANNA).await, true, false), (app.staff("service").await, false, true)] {
        assert_eq!(client.stream("/live").await.err(), (!guest).then_some(StatusCode::UNAUTHORIZED));
        assert_eq!(client.stream("/staff/live").await.err(), (!staff).then_some(StatusCode::UNAUTHORIZED));
    }
}

#[tokio::test]
async fn a_stream_ends_with_the_slip_and_with_the_server() {
    let app = TestApp::new().await;
    let (anna, james, desk) = (app.guest(ANNA).await, app.guest(JAMES).await, app.staff("desk").await);
    let (mut hers, mut his, mut console) = (open(&anna, "/live").await, open(&james, "/live").await, open(&desk, "/staff/live").await);
    let seen = cabana::people::login::grouped(&app.slip(ANNA).await.login);
    desk.call("staff-reprint-slip", &[("stay", &app.stay(ANNA).await.to_string()), ("seen", &seen)]).await.ok();
    assert!(hers.ends().await, "whoever has the old slip hears nothing more");
    assert!(his.quiet().await);
    app.house.stopping.cancel();
    assert!(his.ends().await && console.ends().await);
}

#[tokio::test]
async fn one_stay_cannot_take_all_streams() {
    let app = TestApp::new().await;
    let (anna, james) = (app.guest(ANNA).await, app.guest(JAMES).await);
    let mut streams = Vec::new();
    for _ in 0..MOST_STREAMS {
        streams.push(open(&anna, "/live").await);
    }
    assert_eq!(anna.stream("/live").await.err(), Some(StatusCode::TOO_MANY_REQUESTS));
    open(&james, "/live").await;
    streams.pop();
    for _ in 0..50 {
        if anna.stream("/live").await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("a closed page gives its stream back");
}

fn places(day: Day) -> Event {
    Event { name: "places".to_owned(), data: day.to_string() }
}

#[tokio::test]
async fn every_phone_hears_on_which_day_places_change_hands() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (anna, james, people) = (app.guest(ANNA).await, app.guest(JAMES).await, app.people(JAMES).await);
    let boat = format!("/sessions/{}", app.session("glass-boat", day).await);
    let mut phone = open(&anna, "/live").await;
    let mut console = open(&app.staff("service").await, "/staff/live").await;

    let held: i64 = james.hold(&boat, &people[..1], &[]).await.ok().json();
    assert_eq!(phone.soon().await, places(day));
    james.hold(&boat, &people[..1], &[]).await.ok();
    assert!(phone.quiet().await, "the same wish again changes nothing");
    james.confirm(held).await.ok();
    assert_eq!(phone.soon().await, places(day), "nobody waits any more for what was only held");
    assert_eq!(console.soon().await.name, "message");

    let elsewhere = format!("/sessions/{}", app.session("glass-boat", day.plus(2)).await);
    james.call("move-booking", &[("booking", &held.to_string()), ("to", &elsewhere)]).await.ok();
    assert_eq!([phone.soon().await, phone.soon().await], [places(day), places(day.plus(2))]);
    james.call("cancel-booking", &[("booking", &held.to_string()), ("expected_fee", "0")]).await.ok();
    assert_eq!(phone.soon().await, places(day.plus(2)));

    // A hold that ran out is free without anybody's doing; the phones hear of it when somebody tidies.
    james.hold(&boat, &people[..1], &[]).await.ok();
    assert_eq!(phone.soon().await, places(day));
    app.at_day(day, "06:16").await;
    app.tidy().await;
    assert_eq!(phone.soon().await, places(day));
    assert!(phone.quiet().await);
}

#[tokio::test]
async fn a_refusal_and_another_stays_news_are_heard_by_nobody_else() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (anna, james, people) = (app.guest(ANNA).await, app.guest(JAMES).await, app.people(JAMES).await);
    let boat = app.session("glass-boat", day).await;
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET capacity = 1 WHERE id = $1").bind(boat).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let mut phone = open(&anna, "/live").await;
    let answer = james.hold(&format!("/sessions/{boat}"), &people, &[]).await;
    assert!(answer.text.contains("Full"), "{}", answer.text);
    assert!(phone.quiet().await);
}
