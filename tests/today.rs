//! Today: what is next, first steps, on now and later, and what was not tried yet.

use crate::helpers::{ANNA, Answer, Client, JAMES, TestApp};
use cabana::base::Day;

async fn starts_at(app: &TestApp, session: i64) -> i64 {
    sqlx::query_scalar("SELECT starts_at FROM sessions WHERE id = $1").bind(session).fetch_one(app.house.database.readers()).await.unwrap()
}

async fn today(who: &Client) -> Answer {
    who.get("/").await.ok()
}

async fn suggested(who: &Client) -> Vec<String> {
    today(who).await.attributes(".offer-card", "href")
}

#[tokio::test]
async fn what_is_next_is_counted_down_to_and_then_it_is_on() {
    let app = TestApp::new().await;
    let day = app.at(1, "08:00").await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    assert!(today(&james).await.all(".next-card").is_empty());
    let boat = app.session("glass-boat", day).await;
    let booking = james.book(&format!("/sessions/{boat}"), &people, &[]).await;
    let later = app.session("glass-boat", day.plus(2)).await;
    james.book(&format!("/sessions/{later}"), &people[..1], &[]).await;
    let start = starts_at(&app, boat).await;
    for (ahead, said) in [(80 * 60, "in 1 h 20 min"), (30, "in 1 min"), (0, "On now"), (-60, "On now")] {
        app.house.clock.advance(start - ahead - app.house.clock.now());
        let page = today(&james).await;
        assert_eq!(page.attributes(".next-card", "href"), [format!("/bookings/{booking}")]);
        assert!(page.all(".next-top")[0].ends_with(said), "{said}: {:?}", page.all(".next-top"));
    }
    app.at_day(day, "23:00").await;
    let page = today(&james).await;
    assert!(page.all(".next-top")[0].contains(&day.plus(2).of_month().to_string()), "{:?}", page.all(".next-top"));
    // After midnight it is tomorrow's, and nobody is wished a good morning yet.
    app.at_day(day.plus(1), "02:10").await;
    let page = today(&james).await;
    assert_eq!(page.all(".greeting h1"), ["Hello, James"]);
    assert!(page.all(".next-top")[0].ends_with("Tomorrow"), "{:?}", page.all(".next-top"));
}

#[tokio::test]
async fn first_steps_are_ticked_off_and_leave_after_the_third_day() {
    let app = TestApp::new().await;
    let day = app.at(1, "10:00").await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let page = today(&james).await;
    assert_eq!((page.all(".first-steps li").len(), page.all(".first-steps li.done").len()), (3, 0));
    james.book(&format!("/sessions/{}", app.session("glass-boat", day.plus(1)).await), &people, &[]).await;
    let towels = [("intent", "99887766554433221100"), ("basket", "extra-towels..1"), (&*format!("totals[d{day}]"), "0"), ("when", "now")];
    james.call("place-order", &towels).await.ok();
    assert_eq!(today(&james).await.all(".first-steps li.done").len(), 2);
    app.at_day(day.plus(1), "10:00").await;
    assert!(today(&james).await.all(".first-steps li").is_empty());
}

#[tokio::test]
async fn what_is_over_is_not_among_now_and_later() {
    let app = TestApp::new().await;
    let day = app.at(1, "17:00").await;
    let page = today(&app.guest(JAMES).await).await;
    let sessions: Vec<i64> =
        page.attributes(".row[href^='/sessions/']", "href").iter().filter_map(|href| href.rsplit('/').next()?.parse().ok()).collect();
    assert!(!sessions.is_empty());
    let now = app.house.clock.now();
    for session in sessions {
        let (on, ends_at): (String, i64) =
            sqlx::query_as("SELECT day, ends_at FROM sessions WHERE id = $1").bind(session).fetch_one(app.house.database.readers()).await.unwrap();
        assert!(on == day.to_string() && ends_at > now, "{session}");
    }
    // What is on now stands in front of what comes.
    let rows = page.all(".rows .row");
    let marked: Vec<bool> = rows.iter().map(|row| row.contains("On now")).collect();
    assert!(marked.is_sorted_by(|one, next| one >= next), "{rows:?}");
}

/// Books every court of an offer for a whole day, as others would have.
async fn fill_courts(app: &TestApp, day: Day) {
    let time = app.shelf().await.time;
    let mut tx = app.house.begin().await.unwrap();
    let start = time.instant(day, cabana::base::WallTime(0));
    sqlx::query(
        "INSERT INTO bookings (stay_id, offer_id, resource_id, state, places, starts_at, ends_at, day, wall, zone, total, sold, answers, intent, fee_from, created_at)
         SELECT st.id, o.id, r.id, 'confirmed', 1, $1, $1 + 86400, $2, '00:00', 'Africa/Cairo', 0, '{}', '[]', 'x' || $2 || r.id, $1, $1
           FROM stays st, offers o, resources r WHERE st.reference = 'HB-1003' AND o.key = 'tennis-court' AND r.key LIKE 'court-%'",
    )
    .bind(start)
    .bind(day.to_string())
    .execute(tx.conn())
    .await
    .unwrap();
    sqlx::query(
        "INSERT INTO uses (booking_id, resource_id, from_cell, to_cell, units)
         SELECT id, resource_id, $1 / 300, $1 / 300 + 288, 1 FROM bookings WHERE day = $2 AND sold = '{}'",
    )
    .bind(start)
    .bind(day.to_string())
    .execute(tx.conn())
    .await
    .unwrap();
    for cell in start / 300..start / 300 + 288 {
        sqlx::query("INSERT INTO cells (resource_id, cell, used, amount) SELECT resource_id, $1, 1, 1 FROM bookings WHERE day = $2 AND sold = '{}'")
            .bind(cell)
            .bind(day.to_string())
            .execute(tx.conn())
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_is_suggested_can_be_had() {
    let app = TestApp::new().await;
    let day = app.at(4, "09:30").await;
    let james = app.guest(JAMES).await;
    let court = |day: Day, wall: &str| format!("/times/tennis-court/{day}/{wall}");
    assert!(suggested(&james).await.iter().any(|href| href.starts_with("/sessions/")));
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET taken = capacity + beyond").execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let open = suggested(&james).await;
    assert!(open.iter().all(|href| !href.starts_with("/sessions/")), "every session is full: {open:?}");
    assert!(open.contains(&court(day, "1000")), "{open:?}");
    // Closed for today: tomorrow's first hour.
    app.at_day(day, "20:30").await;
    assert!(suggested(&james).await.contains(&court(day.plus(1), "0700")));
    // Tomorrow is full: the day after, which is the last.
    fill_courts(&app, day.plus(1)).await;
    assert!(suggested(&james).await.contains(&court(day.plus(2), "0700")));
    fill_courts(&app, day.plus(2)).await;
    assert!(suggested(&james).await.iter().all(|href| !href.contains("tennis-court")), "James leaves before a court is free");
    // The stay is over.
    app.at_day(day.plus(3), "10:00").await;
    assert!(suggested(&james).await.is_empty());
}

#[tokio::test]
async fn nobody_is_sent_where_they_cannot_be() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    // The whole family is taken from seven to eight, so what begins then is no suggestion.
    let at = format!("/times/tennis-court/{day}/0700");
    let held = anna.hold(&at, &people, &[("answers[rackets]", "0")]).await.ok().text;
    anna.confirm(held.parse().unwrap()).await.ok();
    for href in suggested(&anna).await.iter().filter(|href| href.starts_with("/sessions/")) {
        let start = starts_at(&app, href.rsplit('/').next().unwrap().parse().unwrap()).await;
        assert!(app.shelf().await.time.wall(start).0 >= 8 * 60, "{href}");
    }
}
