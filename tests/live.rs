//! The live streams: `/live` wakes the phones of a stay, `/staff/live` the consoles. What a browser would drop does not
//! count: an event has to be a `message` and to carry something.

use crate::helpers::events::{Event, Events};
use crate::helpers::{ANNA, Client, JAMES, TestApp};
use crate::place_order::Form;
use cabana::base::OrderId;
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
    assert_eq!(console.soon().await.name, "message");
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
