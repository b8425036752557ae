//! The way of each amount, as its guest reads it.

use super::receipts::written;
use crate::base::{BookingId, ReceiptId, StayId};
use crate::payments::{Step, TrailLine};
use crate::server::{Conn, Time};
use sqlx::FromRow;

#[derive(FromRow)]
struct PaidRow {
    state: String,
    amount: i64,
    created_at: i64,
    captured_at: Option<i64>,
    ended_at: Option<i64>,
    receipt_id: Option<i64>,
    series: Option<String>,
    number: Option<i64>,
}

#[derive(FromRow)]
struct BackRow {
    state: String,
    amount: i64,
    requested_at: i64,
    sent_at: Option<i64>,
    settled_at: Option<i64>,
    bounced_at: Option<i64>,
    receipt_id: Option<i64>,
    series: Option<String>,
    number: Option<i64>,
}

/// The way of each amount of a booking, the oldest step first. Of one who went apart: what goes back for them.
pub async fn trail(conn: &mut Conn, booking: BookingId, time: Time) -> Result<Vec<TrailLine>, sqlx::Error> {
    let paid: Vec<PaidRow> = sqlx::query_as(
        "SELECT p.state, p.amount, p.created_at, p.captured_at, p.ended_at, r.id AS receipt_id, r.series, r.number FROM payments p
           LEFT JOIN receipts r ON r.payment_id = p.id WHERE p.booking_id = $1 ORDER BY p.id",
    )
    .bind(booking.0)
    .fetch_all(&mut *conn)
    .await?;
    let back: Vec<BackRow> = sqlx::query_as(
        "SELECT f.state, f.amount, f.requested_at, f.sent_at, f.settled_at, f.bounced_at, r.id AS receipt_id, r.series, r.number FROM refunds f
           LEFT JOIN receipts r ON r.refund_id = f.id WHERE f.booking_id = $1 ORDER BY f.id",
    )
    .bind(booking.0)
    .fetch_all(conn)
    .await?;
    let mut lines: Vec<(i64, TrailLine)> = Vec::new();
    let mut say = |step: Step, amount: i64, at: i64, receipt: Option<(ReceiptId, String)>| {
        lines.push((at, TrailLine { step, amount, day: time.day(at), wall: time.wall(at).to_string(), receipt }));
    };
    let named = |id: Option<i64>, series: &Option<String>, number: Option<i64>| Some((ReceiptId(id?), written(series.as_deref()?, number?)));
    for row in &paid {
        say(Step::Begun, row.amount, row.created_at, None);
        match (row.state.as_str(), row.captured_at, row.ended_at) {
            (_, Some(at), _) => say(Step::Captured, row.amount, at, named(row.receipt_id, &row.series, row.number)),
            ("failed", _, Some(at)) => say(Step::NotPaid, row.amount, at, None),
            (_, _, Some(at)) => say(Step::GivenUp, row.amount, at, None),
            ("stuck", ..) => say(Step::Stuck, row.amount, row.created_at, None),
            _ => say(Step::Waiting, row.amount, row.created_at, None),
        }
    }
    for row in &back {
        say(Step::RefundRequested, row.amount, row.requested_at, None);
        let receipt = named(row.receipt_id, &row.series, row.number);
        if row.state == "failed" {
            say(Step::RefundFailed, row.amount, row.requested_at, None);
        }
        if let Some(at) = row.sent_at {
            let settled = row.settled_at.is_some();
            say(Step::RefundSent, row.amount, at, receipt.clone().filter(|_| !settled));
            if let Some(at) = row.settled_at {
                say(Step::RefundArrived, row.amount, at, receipt);
            }
            if let Some(at) = row.bounced_at {
                say(Step::RefundFailed, row.amount, at, None);
            }
        }
    }
    lines.sort_by_key(|(at, _)| *at);
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

/// Whether a booking was paid at once: so much, and how much of that is still held; minor units.
pub async fn paid_for(conn: &mut Conn, root: BookingId) -> Result<(i64, i64), sqlx::Error> {
    let sums = "SELECT CAST(coalesce(sum(amount), 0) AS BIGINT), CAST(coalesce(sum(amount - refunded), 0) AS BIGINT) FROM payments
                 WHERE booking_id = $1 AND state = 'captured'";
    sqlx::query_as(sums).bind(root.0).fetch_one(conn).await
}

/// What a stay has paid at once and had back, the oldest first: the booking, whether it came back, minor units, and when.
pub async fn paid_by(conn: &mut Conn, stay: StayId) -> Result<Vec<(BookingId, bool, i64, i64)>, sqlx::Error> {
    let rows: Vec<(i64, i64, i64, i64)> = sqlx::query_as(
        "SELECT booking_id, CAST(0 AS BIGINT), amount, captured_at FROM payments WHERE stay_id = $1 AND state = 'captured'
         UNION ALL
         SELECT p.booking_id, CAST(1 AS BIGINT), f.amount, f.requested_at FROM refunds f JOIN payments p ON p.id = f.payment_id
          WHERE p.stay_id = $1 AND f.state <> 'failed'
         ORDER BY 4",
    )
    .bind(stay.0)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|(booking, back, amount, at)| (BookingId(booking), back == 1, amount, at)).collect())
}
