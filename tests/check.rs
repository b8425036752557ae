//! `cabana check` on a house in order, and on one where each sum was spoilt by hand.

use crate::helpers::{ANNA, TestApp};
use cabana::boot::check::differences;

#[tokio::test]
async fn every_spoilt_sum_is_noticed() {
    let app = TestApp::new().await;
    let guest = app.guest(ANNA).await;
    let people = app.people(ANNA).await;
    let day = app.at(1, "07:00").await;
    let session = app.session("beach-volleyball", day).await;
    guest.book(&format!("/sessions/{session}"), &people[..1], &[]).await;
    guest.book(&format!("/times/tennis-court/{day}/1200"), &people[..1], &[("answers[rackets]", "0")]).await;
    app.sums_are_even().await;

    // What is spoilt, and how it is mended again.
    let spoilt = [
        ("places taken", "UPDATE sessions SET taken = taken + 1 WHERE taken > 0", "UPDATE sessions SET taken = taken - 1 WHERE taken > 1"),
        ("that is called off", "UPDATE sessions SET cancelled_at = 1 WHERE taken > 0", "UPDATE sessions SET cancelled_at = NULL"),
        ("somebody called off", "UPDATE sessions SET cancelled_at = 1 WHERE taken = 0", "UPDATE sessions SET cancelled_at = NULL"),
        ("its people", "UPDATE bookings SET places = places + 1", "UPDATE bookings SET places = places - 1"),
        ("tickets", "UPDATE participants SET state = 'ended'", "UPDATE participants SET state = 'active'"),
        ("in a cell of resource", "UPDATE cells SET cell = cell + 100000", "UPDATE cells SET cell = cell - 100000"),
        ("there is room", "UPDATE cells SET used = 0", "UPDATE cells SET used = 1"),
        ("from its start", "UPDATE uses SET from_cell = from_cell + 1", "UPDATE uses SET from_cell = from_cell - 1"),
        (
            "what was given back of booking",
            "INSERT INTO guarantees (booking_id, state, why, asked_at, amount, answered_at) SELECT min(id), 'approved', '', 1, 1, 1 FROM bookings",
            "DELETE FROM guarantees",
        ),
        (
            "lines of what was given back",
            "INSERT INTO folio_lines (stay_id, kind, subject, subject_id, amount, at, nth) SELECT min(stay_id), 'given', 'booking', min(id), -1, 1, 1 FROM bookings",
            "DELETE FROM folio_lines WHERE kind = 'given'",
        ),
        ("the bill for booking", "UPDATE bookings SET total = total + 1", "UPDATE bookings SET total = total - 1"),
    ];
    for (what, spoil, mend) in spoilt {
        app.run(spoil).await;
        let mut conn = app.house.database.readers().acquire().await.unwrap();
        let found = differences(&mut conn).await.unwrap();
        drop(conn);
        assert!(found.iter().any(|line| line.contains(what)), "{what}: {found:?}");
        app.run(mend).await;
        app.sums_are_even().await;
    }
}
