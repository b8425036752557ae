//! Reading what is under the bell: `POST /api/read-notices`.

use crate::helpers::{ANNA, Client, JAMES, TestApp};
use cabana::notices::NoticeLine;
use cabana::server::Keys;
use reqwest::StatusCode;

/// Makes the bell of this guest ring once.
async fn ring(app: &TestApp, client: &Client) {
    let today = app.shelf().await.time.day(app.house.clock.now());
    let form = [("intent", Keys::token()), ("basket", "extra-towels..1".into()), (&format!("totals[d{today}]"), "0".into()), ("when", "now".into())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    client.call("place-order", &form).await.ok();
}

async fn lines(client: &Client) -> Vec<NoticeLine> {
    client.read("notices", &[]).await.ok().json()
}

async fn unread(client: &Client) -> usize {
    lines(client).await.iter().filter(|line| !line.read).count()
}

#[tokio::test]
async fn what_was_seen_is_read_and_what_came_after_is_not() {
    let app = TestApp::new().await;
    let anna = app.guest(ANNA).await;
    ring(&app, &anna).await;
    ring(&app, &anna).await;
    let seen = lines(&anna).await[0].id.to_string();
    ring(&app, &anna).await;
    assert_eq!(unread(&anna).await, 3);
    anna.call("read-notices", &[("upto", &seen)]).await.ok();
    let after = lines(&anna).await;
    assert_eq!(after.iter().map(|line| line.read).collect::<Vec<_>>(), [false, true, true]);
    assert!(anna.get("/").await.ok().text.contains("/notices"));
}

#[tokio::test]
async fn twice_is_once() {
    let app = TestApp::new().await;
    let anna = app.guest(ANNA).await;
    ring(&app, &anna).await;
    let seen = lines(&anna).await[0].id.to_string();
    anna.call("read-notices", &[("upto", &seen)]).await.ok();
    let first = app.number("SELECT max(read_at) FROM notices").await;
    app.house.clock.advance(60);
    let again = async || anna.call("read-notices", &[("upto", &seen)]).await;
    let (one, two) = tokio::join!(again(), again());
    one.ok();
    two.ok();
    assert_eq!(app.number("SELECT max(read_at) FROM notices").await, first, "the first time stays");
}

#[tokio::test]
async fn anothers_notices_stay_as_they_are() {
    let app = TestApp::new().await;
    let (anna, james, second) = (app.guest(ANNA).await, app.guest(JAMES).await, app.guest(ANNA).await);
    ring(&app, &anna).await;
    ring(&app, &james).await;
    james.call("read-notices", &[("upto", "999999")]).await.ok();
    assert_eq!((unread(&james).await, unread(&anna).await), (0, 1));
    assert_eq!(lines(&james).await.len(), 1, "nobody sees another's");
    second.call("read-notices", &[("upto", "999999")]).await.ok();
    assert_eq!(unread(&anna).await, 0, "both phones of a stay share one bell");
}

#[tokio::test]
async fn what_is_still_to_come_cannot_be_read_beforehand() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    james.book(&format!("/sessions/{}", app.session("glass-boat", day.plus(1)).await), &people[..1], &[]).await;
    james.call("read-notices", &[("upto", "999999")]).await.ok();
    app.at_day(day.plus(1), "10:59").await;
    assert_eq!(unread(&james).await, 1, "the reminder");
}

#[tokio::test]
async fn without_javascript_the_page_comes_back_read() {
    let app = TestApp::new().await;
    let anna = app.guest(ANNA).await;
    ring(&app, &anna).await;
    let page = anna.get("/notices").await.ok();
    let upto = page.attributes("input[name=upto]", "value");
    let answer = anna.post("/notices", "read-notices", &[("upto", &upto[0])]).await;
    assert_eq!(answer.location.as_deref(), Some("/notices"));
    let page = anna.get("/notices").await.ok();
    assert!(page.all("input[name=upto]").is_empty() && page.all(".notice.unread").is_empty());
}

#[tokio::test]
async fn only_signed_in_and_only_a_number() {
    let app = TestApp::new().await;
    let anna = app.guest(ANNA).await;
    ring(&app, &anna).await;
    assert_eq!(app.visitor().call("read-notices", &[("upto", "999999")]).await.status, StatusCode::UNAUTHORIZED);
    for upto in ["", "x", "1e9", "99999999999999999999999"] {
        assert_eq!(anna.call("read-notices", &[("upto", upto)]).await.status, StatusCode::BAD_REQUEST, "{upto:?}");
    }
    anna.call("read-notices", &[("upto", "-1")]).await.ok();
    assert_eq!(unread(&anna).await, 1);
    // A stay that has ended may still read.
    app.house.clock.advance(9 * 24 * 3600);
    anna.call("read-notices", &[("upto", "999999")]).await.ok();
    assert_eq!(unread(&anna).await, 0);
}
