//! Changing sessions that a rule names: `GET /api/staff-session`, `POST /api/staff-edit-sessions`.

use crate::helpers::{ANNA, Answer, Client, JAMES, TestApp};
use cabana::base::Day;
use cabana::booking::edit::{EditPage, EditRefusal, Edited};
use cabana::booking::{BookingData, BookingState};

/// A change of the glass-bottom boat at eleven of a day.
async fn change(desk: &Client, session: i64, reach: &str, fields: &[(&str, &str)]) -> Answer {
    let page: EditPage = desk.read("staff-session", &[("session", &session.to_string())]).await.ok().json();
    let mut form = vec![("session".to_owned(), session.to_string()), ("intent".into(), page.intent), ("reach".into(), reach.into())];
    form.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    if fields.iter().all(|(name, _)| *name != "reason") {
        form.push(("reason".into(), "The light is better".into()));
    }
    desk.call_all("staff-edit-sessions", &form).await
}

/// The times of the boat on a day, with places.
async fn boats(app: &TestApp, day: Day) -> Vec<(String, i64)> {
    sqlx::query_as("SELECT s.wall, s.capacity FROM sessions s JOIN offers o ON o.id = s.offer_id WHERE o.key = 'glass-boat' AND s.day = $1 AND s.wall < '14:00' ORDER BY s.wall")
        .bind(day.to_string())
        .fetch_all(app.house.database.readers())
        .await
        .unwrap()
}

fn at(wall: &str, capacity: i64) -> Vec<(String, i64)> {
    vec![(wall.to_owned(), capacity)]
}

#[tokio::test]
async fn this_one_those_that_follow_and_all() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let desk = app.staff("desk").await;
    let boat = async |ahead: i64| app.session("glass-boat", day.plus(ahead)).await;
    change(&desk, boat(2).await, "this", &[("at", "12:30")]).await.ok();
    assert_eq!(
        (boats(&app, day.plus(1)).await, boats(&app, day.plus(2)).await, boats(&app, day.plus(3)).await),
        (at("11:00", 20), at("12:30", 20), at("11:00", 20))
    );
    change(&desk, boat(4).await, "following", &[("at", "11:15"), ("capacity", "12")]).await.ok();
    assert_eq!(
        (boats(&app, day.plus(3)).await, boats(&app, day.plus(4)).await, boats(&app, day.plus(20)).await),
        (at("11:00", 20), at("11:15", 12), at("11:15", 12))
    );
    // Those at eleven are the ones of the next days.
    change(&desk, boat(1).await, "all", &[("capacity", "9")]).await.ok();
    assert_eq!(
        (boats(&app, day.plus(1)).await, boats(&app, day.plus(2)).await, boats(&app, day.plus(4)).await),
        (at("11:00", 9), at("12:30", 20), at("11:15", 12))
    );
    change(&desk, boat(2).await, "this", &[("dropped", "on")]).await.ok();
    assert_eq!(boats(&app, day.plus(2)).await, []);
    app.sums_are_even().await;

    // What the desk changed stays so when weeks later more is laid out, and after an import.
    app.at_day(day.plus(10), "06:00").await;
    let shelf = app.shelf().await;
    let mut tx = app.house.begin().await.unwrap();
    cabana::booking::schedule::lay_out(&mut tx, &shelf).await.unwrap();
    cabana::booking::schedule::follow(&mut tx, &shelf).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(boats(&app, day.plus(36)).await, at("11:15", 12));
}

#[tokio::test]
async fn what_is_booked_takes_place_as_it_was_sold() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (desk, anna, james) = (app.staff("desk").await, app.guest(ANNA).await, app.guest(JAMES).await);
    let (hers, his) = (app.people(ANNA).await, app.people(JAMES).await);
    let sold = app.session("glass-boat", day.plus(2)).await;
    let booked = anna.book(&format!("/sessions/{sold}"), &hers[..1], &[]).await;
    let edited: Edited = change(&desk, app.session("glass-boat", day.plus(1)).await, "following", &[("at", "12:30")]).await.ok().json();
    assert_eq!(edited.sold, [day.plus(2)]);
    assert_eq!(boats(&app, day.plus(1)).await, at("12:30", 20));
    assert_eq!(boats(&app, day.plus(2)).await, [("11:00".to_owned(), 1), ("12:30".to_owned(), 20)], "nobody else goes at eleven");
    let data: BookingData = anna.read("booking-details", &[("id", &booked.to_string())]).await.ok().json();
    assert_eq!((data.state, &*data.wall), (BookingState::Confirmed, "11:00"));
    james
        .book(
            &format!(
                "/sessions/{}",
                app.number(&format!(
                    "SELECT id FROM sessions WHERE wall = '12:30' AND day = '{}' AND offer_id = (SELECT id FROM offers WHERE key = 'glass-boat')",
                    day.plus(2)
                ))
                .await
            ),
            &his,
            &[],
        )
        .await;
    app.sums_are_even().await;
}

#[tokio::test]
async fn the_same_form_twice_is_one_change_and_what_makes_no_sense_is_refused() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let desk = app.staff("desk").await;
    let boat = app.session("glass-boat", day.plus(1)).await;
    let form = [("session", &*boat.to_string()), ("intent", "0123456789abcdef"), ("reach", "this"), ("at", "12:30"), ("reason", "Light")];
    let (a, b) = tokio::join!(desk.call("staff-edit-sessions", &form), desk.call("staff-edit-sessions", &form));
    a.ok();
    b.ok();
    assert_eq!(app.number("SELECT count(*) FROM session_edits").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'sessions_changed' AND reason = 'Light'").await, 1);
    let other = app.session("glass-boat", day.plus(2)).await;
    for (fields, refusal) in [
        (vec![("at", "11:00")], EditRefusal::Nothing),
        (vec![("at", "25:00")], EditRefusal::Fault(cabana::base::Fault::Field("at".into()))),
        (vec![("capacity", "0")], EditRefusal::Fault(cabana::base::Fault::Field("capacity".into()))),
        (vec![("at", "12:00"), ("reason", " ")], EditRefusal::Fault(cabana::base::Fault::Field("reason".into()))),
    ] {
        assert_eq!(change(&desk, other, "this", &fields).await.json::<EditRefusal>(), refusal, "{fields:?}");
    }
    app.at_day(day.plus(2), "11:00").await;
    let desk = app.staff("desk").await;
    assert_eq!(change(&desk, other, "this", &[("at", "12:00")]).await.json::<EditRefusal>(), EditRefusal::Over);
    assert_eq!(app.number("SELECT count(*) FROM session_edits").await, 1);
}
