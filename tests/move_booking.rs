//! Moving a booking: `POST /api/move-booking`.

use crate::helpers::{ANNA, JAMES, LAYLA, TestApp};
use cabana::booking::{BookingRefusal, MoveData, Target};
use reqwest::StatusCode;

#[tokio::test]
async fn a_booking_moves_with_its_people_and_its_price() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = |id: i64| format!("/sessions/{id}");
    let (old, new) = (at(app.session("glass-boat", day).await), at(app.session("glass-boat", day.plus(1)).await));
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&old, &people, &[]).await;
    let code = app.code(id).await;
    let text = id.to_string();
    let options: MoveData = james.read("move-options", &[("id", &text)]).await.ok().json();
    assert!(
        options.can_move && options.options.iter().any(|one| one.target.path() == new) && options.options.iter().all(|one| one.target.path() != old)
    );
    let once = async || james.call("move-booking", &[("booking", &text), ("to", &new)]).await;
    let (a, b) = tokio::join!(once(), once());
    a.ok();
    b.ok();
    assert_eq!(app.number("SELECT moves FROM bookings").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM timeline WHERE fact = 'moved'").await, 1);
    assert_eq!(app.number("SELECT sum(taken) FROM sessions").await, 2);
    assert_eq!(app.number("SELECT count(*) FROM notices WHERE dropped_at IS NULL AND due_at > created_at").await, 1, "one reminder, of the new time");
    assert_eq!(app.code(id).await, code);
    app.sums_are_even().await;
    let file = james.get(&format!("/bookings/{id}/calendar.ics")).await.ok();
    assert!(file.text.contains("SEQUENCE:1\r\n"));
    james.get(&format!("/bookings/{id}/move")).await.ok();
}

#[tokio::test]
async fn when_the_new_place_cannot_be_had_nothing_has_happened() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = |id: i64| format!("/sessions/{id}");
    let new = app.session("glass-boat", day.plus(1)).await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&at(app.session("glass-boat", day).await), &people, &[]).await;
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET capacity = 1 WHERE id = $1").bind(new).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let answer = james.call("move-booking", &[("booking", &id.to_string()), ("to", &at(new))]).await;
    assert!(matches!(answer.json(), BookingRefusal::Full { left: 1, .. }), "{}", answer.text);
    assert_eq!(app.number("SELECT moves FROM bookings").await, 0);
    app.sums_are_even().await;
}

#[tokio::test]
async fn it_moves_only_while_that_is_free_only_within_its_offer_and_only_to_its_owner() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = |id: i64| format!("/sessions/{id}");
    let new = at(app.session("glass-boat", day.plus(1)).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&at(app.session("glass-boat", day).await), &people, &[]).await.to_string();
    let go = async |to: &str| james.call("move-booking", &[("booking", &id), ("to", to)]).await;
    assert_eq!(go(&at(app.session("morning-yoga", day.plus(1)).await)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(go("/sessions/x").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(go("").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let layla = app.guest(LAYLA).await;
    assert_eq!(layla.call("move-booking", &[("booking", &id), ("to", &new)]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(layla.read("move-options", &[("id", &id)]).await.status, StatusCode::NOT_FOUND);
    app.at_day(day, "09:01").await;
    assert_eq!(go(&new).await.json::<BookingRefusal>(), BookingRefusal::TooLateToMove);
    app.at_day(day, "09:00").await;
    app.house.clock.advance(-1);
    go(&new).await.ok();
    app.sums_are_even().await;
}

#[tokio::test]
async fn an_appointment_may_move_into_its_own_time() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let at = |wall: &str| format!("/times/couples-massage/{}/{wall}", day.plus(2));
    let id = anna.book(&at("1200"), &people[..2], &[]).await.to_string();
    let options: MoveData = anna.read("move-options", &[("id", &id)]).await.ok().json();
    let walls: Vec<&str> = options.options.iter().map(|one| one.wall.as_str()).collect();
    assert!(walls.contains(&"12:30") && walls.contains(&"11:00") && !walls.contains(&"12:00"), "{walls:?}");
    assert!(options.options.iter().all(|one| matches!(one.target, Target::Time { .. })));
    anna.call("move-booking", &[("booking", &id), ("to", &at("1230"))]).await.ok();
    app.sums_are_even().await;
    anna.call("move-booking", &[("booking", &id), ("to", &at("1200"))]).await.ok();
    app.sums_are_even().await;
    assert_eq!(
        app.number("SELECT count(*) FROM cells").await,
        3 * 24,
        "an hour and a half, and half an hour after, of the suite and of two therapists"
    );
}
