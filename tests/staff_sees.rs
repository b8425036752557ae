//! What the console says of what happened: the list of lately changed bookings, and the log in words.

use crate::helpers::{ANNA, JAMES, TestApp};
use cabana::staff::TodaySheet;

#[tokio::test]
async fn what_was_moved_or_cancelled_lately_is_fresh_however_old_the_booking() {
    let app = TestApp::new().await;
    let day = app.at(0, "08:00").await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let session = |ahead: i64| app.session("glass-boat", day.plus(ahead));
    let one = james.book(&format!("/sessions/{}", session(4).await), &people, &[]).await;
    let two = james.book(&format!("/sessions/{}", session(5).await), &people[..1], &[]).await;
    let fresh = async || {
        let sheet: TodaySheet = app.staff("desk").await.read("staff-today", &[]).await.ok().json();
        sheet.bookings.into_iter().map(|one| (one.id.0, one.moved, one.cancelled, one.ago)).collect::<Vec<_>>()
    };
    assert_eq!(fresh().await.len(), 2);
    app.house.clock.advance(30 * 3600);
    assert!(fresh().await.is_empty());
    james.call("move-booking", &[("booking", &one.to_string()), ("to", &format!("/sessions/{}", session(3).await))]).await.ok();
    app.house.clock.advance(600);
    james.call("cancel-booking", &[("booking", &two.to_string()), ("expected_fee", "0")]).await.ok();
    assert_eq!(fresh().await, [(two, false, true, 0), (one, true, false, 10)]);
    assert!(app.staff("desk").await.get_in("en", "/staff").await.ok().all("td .tag").contains(&"Moved".to_owned()));
}

#[tokio::test]
async fn the_log_speaks_the_readers_language_and_knows_who_came_and_went() {
    let app = TestApp::new().await;
    let logins = std::fs::read_to_string(app.folder().join("logins.txt")).unwrap();
    let password = logins.lines().find(|line| line.starts_with("mona")).and_then(|line| line.split('\t').nth(1)).unwrap().to_owned();
    let mona = app.visitor();
    mona.call("staff-sign-in", &[("login", "mona"), ("password", &password)]).await.ok();
    let anna = app.guest(ANNA).await;
    let today = app.shelf().await.time.day(app.house.clock.now());
    let towels = [("intent", "99887766554433221100"), ("basket", "extra-towels..1"), (&*format!("totals[d{today}]"), "0"), ("when", "now")];
    let order = anna.call("place-order", &towels).await.ok().text;
    mona.call("staff-advance-order", &[("order", &order), ("version", "1"), ("to", "accepted")]).await.ok();
    // The first pages of the log are full of the arrivals; the import of the resort is the oldest entry.
    for lang in ["en", "ru", "uk", "de", "tr", "ar"] {
        let newest = mona.get_in(lang, "/staff/log").await.ok();
        let oldest = mona.get_in(lang, "/staff/log?below=3").await.ok();
        for page in [&newest, &oldest] {
            let cells = page.all("td");
            assert!(
                cells.iter().all(|cell| !["placed", "accepted", "signed_in", "order_moved", "resort 1", "console 1"].contains(&cell.as_str())),
                "{cells:?}"
            );
            assert!(lang == "en" || cells.iter().all(|cell| !cell.contains("version 1; rooms")), "{cells:?}");
        }
        assert!(oldest.all("td").iter().any(|cell| cell.contains("60")), "60 rooms came in: {:?}", oldest.all("td"));
    }
    let english = mona.get_in("en", "/staff/log").await.ok().all("td");
    for word in ["Signed in", "Moved an order along", "New", "Accepted"] {
        assert!(english.iter().any(|cell| cell == word), "{word}: {english:?}");
    }
    mona.call("staff-sign-out", &[]).await.ok();
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed IN ('signed_in', 'signed_out') AND staff_id IS NOT NULL").await, 2);
}
