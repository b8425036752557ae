//! Somebody of the party comes along later: the page of a time that this stay has already, and the way there.

use crate::helpers::{ANNA, JAMES, LAYLA, TestApp};
use cabana::booking::{BookingData, BookingRefusal, Obstacle, SlotData, SlotState};

#[tokio::test]
async fn whoever_does_not_go_yet_can_still_be_added() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let first = james.book(&at, &people[..1], &[]).await;

    let slot: SlotData = james.read("slot-details", &[("at", &at)]).await.ok().json();
    assert_eq!(slot.state, SlotState::Free);
    assert_eq!((slot.yours.len(), slot.yours[0].booking.0, slot.yours[0].held), (1, first, false));
    assert_eq!(slot.yours[0].names, ["James Whitfield"]);
    assert_eq!(slot.party.iter().map(|person| person.obstacle.clone()).collect::<Vec<_>>(), [Some(Obstacle::Going), None]);
    let page = james.get(&at).await.ok();
    assert!(page.attributes(".actions a", "href").contains(&format!("/bookings/{first}")));
    assert_eq!(page.all(".chips legend"), ["Who else comes along?"]);
    assert_eq!(page.attributes(".chip input[disabled]", "name"), [format!("guests[{}]", people[0])]);
    assert_eq!(page.attributes(".chip input[checked]", "name"), [format!("guests[{}]", people[1])], "the only one left");
    assert!(page.all(".alert-main")[0].contains("James Whitfield"), "{:?}", page.all(".alert-main"));

    let ticket: BookingData = james.read("booking-details", &[("id", &first.to_string())]).await.ok().json();
    assert!(ticket.can_join);
    let page = james.get(&format!("/bookings/{first}")).await.ok();
    assert!(page.attributes(".actions a", "href").contains(&at), "the ticket leads there");
    let page = james.get(&format!("/book?day={day}")).await.ok();
    assert!(page.attributes(".rows a", "href").contains(&format!("/bookings/{first}")), "the calendar leads to the booking");
    assert!(!page.attributes(".rows a", "href").contains(&at));

    let second = james.book(&at, &people[1..], &[]).await;
    assert_ne!(first, second);
    assert_eq!(app.number("SELECT sum(taken) FROM sessions").await, 2);
    app.sums_are_even().await;
    let page = james.get(&at).await.ok();
    assert!(page.all(".chips").is_empty(), "everybody goes");
    let links = page.attributes(".actions a", "href");
    assert!([first, second].iter().all(|id| links.contains(&format!("/bookings/{id}"))), "{links:?}");
    let ticket: BookingData = james.read("booking-details", &[("id", &second.to_string())]).await.ok().json();
    assert!(!ticket.can_join);
    let again: BookingRefusal = james.hold(&at, &people, &[]).await.json();
    assert!(matches!(again, BookingRefusal::AlreadyGoing { .. }), "{again:?}");
    let slot: SlotData = app.guest(LAYLA).await.read("slot-details", &[("at", &at)]).await.ok().json();
    assert!(slot.yours.is_empty(), "another stay has nothing of it");
}

#[tokio::test]
async fn when_nothing_is_left_nobody_else_is_asked_along() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let session = app.session("glass-boat", day).await;
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET capacity = 1 WHERE id = $1").bind(session).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let at = format!("/sessions/{session}");
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&at, &people[..1], &[]).await;
    let ticket: BookingData = james.read("booking-details", &[("id", &id.to_string())]).await.ok().json();
    assert!(!ticket.can_join);
    let page = james.get(&at).await.ok();
    assert!(page.attributes("form", "action").iter().all(|door| !door.ends_with("/hold")), "only the waitlist is left to the others");
    assert!(page.attributes(".actions a", "href").contains(&format!("/bookings/{id}")));
}

#[tokio::test]
async fn a_hold_can_still_be_changed_and_nothing_of_it_stands_in_its_way() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let first: i64 = anna.hold(&at, &people[..1], &[]).await.ok().json();
    let slot: SlotData = anna.read("slot-details", &[("at", &at)]).await.ok().json();
    assert!(slot.yours[0].held && slot.party.iter().all(|person| person.obstacle.is_none()));
    assert_eq!(slot.party.iter().map(|person| person.held).collect::<Vec<_>>(), [true, false, false, false]);
    assert!(slot.allowance.unwrap().used.iter().all(|(_, used)| *used == 0), "what the hold uses counts as free");
    let page = anna.get_in("en", &at).await.ok();
    assert_eq!(page.attributes(".chip input[checked]", "name"), [format!("guests[{}]", people[0])]);
    app.house.clock.advance(60);
    let second: i64 = anna.hold(&at, &people[..2], &[("expected", "0")]).await.ok().json();
    assert_ne!(first, second);
    assert_eq!(app.number("SELECT count(*) FROM bookings WHERE state = 'held'").await, 1);
    assert_eq!(app.number("SELECT count(DISTINCT hold_until) FROM bookings").await, 1, "the deadline stays");
    app.sums_are_even().await;
}

#[tokio::test]
async fn at_a_time_of_ones_own_the_other_one_has_a_place_of_their_own() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = format!("/times/massage-60/{day}/1100");
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let pressure = [("answers[pressure]", "1")];
    james.book(&at, &people[..1], &pressure).await;
    let slot: SlotData = james.read("slot-details", &[("at", &at)]).await.ok().json();
    assert_eq!((slot.state, slot.yours.len()), (SlotState::Free, 1));
    james.book(&at, &people[1..], &pressure).await;
    assert_eq!(app.number("SELECT count(DISTINCT resource_id) FROM bookings").await, 2);
    app.sums_are_even().await;
}

#[tokio::test]
async fn a_child_joins_a_parent_who_goes_already_and_is_not_left_alone() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let held: i64 = anna.hold(&at, &people[..2], &[]).await.ok().json();
    assert_eq!(anna.hold(&at, &people[2..3], &[]).await.json::<BookingRefusal>(), BookingRefusal::NeedsAdult, "a hold may lapse");
    anna.confirm(held).await.ok();
    let child = anna.book(&at, &people[2..3], &[]).await;
    let give_back = async |id: i64| anna.call("cancel-booking", &[("booking", &id.to_string()), ("expected_fee", "0")]).await;
    assert_eq!(give_back(held).await.json::<BookingRefusal>(), BookingRefusal::NeedsAdult);
    let next = format!("/sessions/{}", app.session("glass-boat", day.plus(1)).await);
    let moved = anna.call("move-booking", &[("booking", &held.to_string()), ("to", &next)]).await;
    assert_eq!(moved.json::<BookingRefusal>(), BookingRefusal::NeedsAdult);
    give_back(child).await.ok();
    give_back(held).await.ok();
    app.sums_are_even().await;
}

#[tokio::test]
async fn a_child_whose_parent_gave_up_meanwhile_is_not_confirmed_alone() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let parent = anna.book(&at, &people[..1], &[]).await;
    let child: i64 = anna.hold(&at, &people[2..3], &[]).await.ok().json();
    anna.call("cancel-booking", &[("booking", &parent.to_string()), ("expected_fee", "0")]).await.ok();
    assert_eq!(anna.confirm(child).await.json::<BookingRefusal>(), BookingRefusal::NeedsAdult);
    anna.book(&at, &people[1..3], &[]).await;
    app.sums_are_even().await;
}
