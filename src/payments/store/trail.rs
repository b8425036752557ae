//! The way of each amount, as its guest reads it.

use super::receipts::written;
use super::{columns, subject_of};
use crate::base::{ReceiptId, StayId};
use crate::payments::{Because, Method, Step, Subject, TrailLine};
use crate::server::{Conn, Time};
use sqlx::FromRow;

#[derive(FromRow)]
struct PaidRow {
    state: String,
    method: String,
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
    method: String,
    by_hand: i64,
    reason: Option<String>,
    amount: i64,
    requested_at: i64,
    sent_at: Option<i64>,
    settled_at: Option<i64>,
    bounced_at: Option<i64>,
    withdrawn_at: Option<i64>,
    receipt_id: Option<i64>,
    series: Option<String>,
    number: Option<i64>,
}

/// The way of each amount, the oldest step first. Of one who went apart from a booking: what goes back for them; of those
/// they were part of, all of it.
pub async fn trail(conn: &mut Conn, subject: Subject, time: Time) -> Result<Vec<TrailLine>, sqlx::Error> {
    let (booking, order) = columns(subject);
    let paid: Vec<PaidRow> = sqlx::query_as(
        "SELECT p.state, p.method, p.amount, p.created_at, p.captured_at, p.ended_at, r.id AS receipt_id, r.series, r.number FROM payments p
           LEFT JOIN receipts r ON r.payment_id = p.id WHERE p.booking_id = $1 OR p.order_id = $2 ORDER BY p.id",
    )
    .bind(booking)
    .bind(order)
    .fetch_all(&mut *conn)
    .await?;
    let back: Vec<BackRow> = sqlx::query_as(
        "SELECT f.state, p.method, f.by_hand, f.reason, f.amount, f.requested_at, f.sent_at, f.settled_at, f.bounced_at, f.withdrawn_at,
                r.id AS receipt_id, r.series, r.number FROM refunds f JOIN payments p ON p.id = f.payment_id
           LEFT JOIN receipts r ON r.refund_id = f.id WHERE f.booking_id = $1 OR f.payment_id IN (SELECT id FROM payments WHERE booking_id = $1 OR order_id = $2)
          ORDER BY f.id",
    )
    .bind(booking)
    .bind(order)
    .fetch_all(conn)
    .await?;
    let mut lines: Vec<(i64, TrailLine)> = Vec::new();
    let mut say = |step: Step, amount: i64, at: i64, receipt: Option<(ReceiptId, String)>, because: Option<Because>| {
        lines.push((at, TrailLine { step, amount, day: time.day(at), wall: time.wall(at).to_string(), receipt, because }));
    };
    let named = |id: Option<i64>, series: &Option<String>, number: Option<i64>| Some((ReceiptId(id?), written(series.as_deref()?, number?)));
    for row in &paid {
        if row.method != Method::Card.name() {
            let step = if row.method == Method::Points.name() { Step::PaidWithPoints } else { Step::TakenAtDesk };
            if let Some(at) = row.captured_at {
                say(step, row.amount, at, named(row.receipt_id, &row.series, row.number), None);
            }
            continue;
        }
        say(Step::Begun, row.amount, row.created_at, None, None);
        match (row.state.as_str(), row.captured_at, row.ended_at) {
            (_, Some(at), _) => say(Step::Captured, row.amount, at, named(row.receipt_id, &row.series, row.number), None),
            ("failed", _, Some(at)) => say(Step::NotPaid, row.amount, at, None, None),
            (_, _, Some(at)) => say(Step::GivenUp, row.amount, at, None, None),
            ("stuck", ..) => say(Step::Stuck, row.amount, row.created_at, None, None),
            _ => say(Step::Waiting, row.amount, row.created_at, None, None),
        }
    }
    for row in &back {
        let because = row.reason.as_deref().and_then(Because::parse);
        let by_hand = row.by_hand == 1;
        if row.method == Method::Points.name()
            && let Some(at) = row.settled_at
        {
            say(Step::PointsAreBack, row.amount, at, named(row.receipt_id, &row.series, row.number), because);
            continue;
        }
        if let Some(at) = row.withdrawn_at {
            say(if by_hand { Step::HandOut } else { Step::RefundRequested }, row.amount, row.requested_at, None, because);
            say(Step::KeptAfterAll, row.amount, at, None, None);
            continue;
        }
        if by_hand && row.bounced_at.is_none() {
            say(Step::HandOut, row.amount, row.requested_at, None, because);
            if let Some(at) = row.settled_at {
                say(Step::HandedOut, row.amount, at, named(row.receipt_id, &row.series, row.number), None);
            }
            continue;
        }
        say(Step::RefundRequested, row.amount, row.requested_at, None, because);
        let receipt = named(row.receipt_id, &row.series, row.number);
        if row.state == "failed" {
            say(Step::RefundFailed, row.amount, row.requested_at, None, None);
        }
        if let Some(at) = row.sent_at {
            let settled = row.settled_at.is_some();
            say(Step::RefundSent, row.amount, at, receipt.clone().filter(|_| !settled), None);
            if let Some(at) = row.bounced_at {
                say(Step::RefundFailed, row.amount, at, None, None);
            }
            if let Some(at) = row.settled_at {
                say(if by_hand { Step::HandedOut } else { Step::RefundArrived }, row.amount, at, receipt, None);
            }
        }
    }
    lines.sort_by_key(|(at, _)| *at);
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

#[derive(FromRow)]
struct PaidByRow {
    booking_id: Option<i64>,
    order_id: Option<i64>,
    method: String,
    by_hand: i64,
    back: i64,
    amount: i64,
    at: i64,
}

/// Money of a stay that came or went back.
#[derive(Clone, Debug)]
pub struct PaidBy {
    pub subject: Subject,
    pub method: Method,
    /// It went back.
    pub back: bool,
    /// Minor units, above nothing.
    pub amount: i64,
    pub at: i64,
}

/// What a stay has paid at once and had back, the oldest first.
pub async fn paid_by(conn: &mut Conn, stay: StayId) -> Result<Vec<PaidBy>, sqlx::Error> {
    let rows: Vec<PaidByRow> = sqlx::query_as(
        "SELECT booking_id, order_id, method, CAST(0 AS BIGINT) AS by_hand, CAST(0 AS BIGINT) AS back, amount, captured_at AS at
           FROM payments WHERE stay_id = $1 AND state = 'captured'
         UNION ALL
         SELECT p.booking_id, p.order_id, p.method, f.by_hand, CAST(1 AS BIGINT), f.amount, f.requested_at
           FROM refunds f JOIN payments p ON p.id = f.payment_id WHERE p.stay_id = $1 AND f.state NOT IN ('failed', 'withdrawn')
         ORDER BY at",
    )
    .bind(stay.0)
    .fetch_all(conn)
    .await?;
    let read = |row: PaidByRow| {
        let (subject, method) = (subject_of(row.booking_id, row.order_id)?, Method::moved(&row.method, row.by_hand == 1)?);
        Some(PaidBy { subject, method, back: row.back == 1, amount: row.amount, at: row.at })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}
