//! The SQL of payments and refunds (here), of receipts (`receipts.rs`), and of what a guest reads of them (`trail.rs`). A
//! state changes by one conditional update; whoever comes second finds that it has changed and does nothing (RULES I4, I5).

mod receipts;
mod sums;
mod trail;

pub use receipts::{body, rate_of, receipt, written};
pub use sums::SUMS;
pub use trail::{paid_by, paid_for, trail};

use super::rules::split;
use super::{PaymentState, ReceiptLine};
use crate::base::{BookingId, Fault, PaymentId, RefundId, StayId};
use crate::server::{Conn, Keys, Tx};
use receipts::add_receipt;
use sqlx::FromRow;

/// A refund that did not work is tried again after a minute, then after twice as long each time, and at least so often, in
/// seconds (RULES N7).
const RARELY: i64 = 6 * 3600;

/// One attempt to pay.
#[derive(Clone, Debug)]
pub struct Payment {
    pub id: PaymentId,
    pub stay: StayId,
    pub booking: BookingId,
    pub provider: String,
    /// The provider's name for it, once it has one.
    pub reference: Option<String>,
    /// Its key at the provider.
    pub secret: String,
    pub state: PaymentState,
    /// Minor units.
    pub amount: i64,
    pub currency: String,
    /// How much of it goes back or has gone back.
    pub refunded: i64,
    pub created_at: i64,
}

#[derive(FromRow)]
struct PaymentRow {
    id: i64,
    stay_id: i64,
    booking_id: i64,
    provider: String,
    reference: Option<String>,
    secret: String,
    state: String,
    amount: i64,
    currency: String,
    refunded: i64,
    created_at: i64,
}

macro_rules! payment {
    ($more:literal) => {
        concat!("SELECT id, stay_id, booking_id, provider, reference, secret, state, amount, currency, refunded, created_at FROM payments ", $more)
    };
}

impl TryFrom<PaymentRow> for Payment {
    type Error = sqlx::Error;

    fn try_from(row: PaymentRow) -> Result<Payment, sqlx::Error> {
        let state = match row.state.as_str() {
            "created" => PaymentState::Created,
            "pending" => PaymentState::Pending,
            "captured" => PaymentState::Captured,
            "failed" => PaymentState::Failed,
            "cancelled" => PaymentState::Cancelled,
            "stuck" => PaymentState::Stuck,
            other => return Err(sqlx::Error::Decode(format!("no such state of a payment: {other}").into())),
        };
        Ok(Payment {
            id: PaymentId(row.id),
            stay: StayId(row.stay_id),
            booking: BookingId(row.booking_id),
            provider: row.provider,
            reference: row.reference,
            secret: row.secret,
            state,
            amount: row.amount,
            currency: row.currency,
            refunded: row.refunded,
            created_at: row.created_at,
        })
    }
}

/// A payment by its number.
pub async fn payment(conn: &mut Conn, id: PaymentId) -> Result<Payment, Fault> {
    let row: PaymentRow = sqlx::query_as(payment!("WHERE id = $1")).bind(id.0).fetch_one(conn).await?;
    Ok(row.try_into()?)
}

/// A payment by the name its provider has for it.
pub async fn by_reference(conn: &mut Conn, provider: &str, reference: &str) -> Result<Option<Payment>, Fault> {
    let row: Option<PaymentRow> =
        sqlx::query_as(payment!("WHERE provider = $1 AND reference = $2")).bind(provider).bind(reference).fetch_optional(conn).await?;
    Ok(row.map(Payment::try_from).transpose()?)
}

/// The payment that this form began before.
pub async fn by_intent(conn: &mut Conn, stay: StayId, intent: &str) -> Result<Option<Payment>, Fault> {
    let row: Option<PaymentRow> =
        sqlx::query_as(payment!("WHERE stay_id = $1 AND intent = $2")).bind(stay.0).bind(intent).fetch_optional(conn).await?;
    Ok(row.map(Payment::try_from).transpose()?)
}

/// The payment of a booking that is not decided, or that somebody has to look at; there is one at most.
pub async fn open_of(conn: &mut Conn, booking: BookingId) -> Result<Option<Payment>, Fault> {
    let open = payment!("WHERE booking_id = $1 AND state IN ('created', 'pending', 'stuck') ORDER BY id DESC LIMIT 1");
    let row: Option<PaymentRow> = sqlx::query_as(open).bind(booking.0).fetch_optional(conn).await?;
    Ok(row.map(Payment::try_from).transpose()?)
}

/// Payments that are not decided, the oldest first.
pub async fn open(conn: &mut Conn) -> Result<Vec<Payment>, Fault> {
    let rows: Vec<PaymentRow> =
        sqlx::query_as(payment!("WHERE state IN ('created', 'pending') ORDER BY created_at LIMIT 200")).fetch_all(conn).await?;
    Ok(rows.into_iter().map(Payment::try_from).collect::<Result<_, _>>()?)
}

/// Writes an attempt down, before its provider hears of it.
pub async fn add(tx: &mut Tx, booking: (StayId, BookingId), provider: &str, amount: i64, currency: &str, intent: &str) -> Result<PaymentId, Fault> {
    let now = tx.now();
    let id = sqlx::query_scalar(
        "INSERT INTO payments (stay_id, booking_id, provider, secret, intent, state, amount, currency, created_at)
         VALUES ($1, $2, $3, $4, $5, 'created', $6, $7, $8) RETURNING id",
    )
    .bind(booking.0.0)
    .bind(booking.1.0)
    .bind(provider)
    .bind(Keys::token())
    .bind(intent)
    .bind(amount)
    .bind(currency)
    .bind(now)
    .fetch_one(tx.conn())
    .await?;
    Ok(PaymentId(id))
}

/// The provider knows of it now. Its name for the payment is kept whatever has become of the payment meanwhile, so that no
/// money is overlooked.
pub async fn is_known(tx: &mut Tx, id: PaymentId, reference: &str) -> Result<(), Fault> {
    let known =
        "UPDATE payments SET reference = $2, state = CASE WHEN state = 'created' THEN 'pending' ELSE state END WHERE id = $1 AND reference IS NULL";
    sqlx::query(known).bind(id.0).bind(reference).execute(tx.conn()).await?;
    Ok(())
}

/// The money is there: writes it down with its receipt. False when that was known.
pub async fn capture(tx: &mut Tx, payment: &Payment, lines: &[ReceiptLine]) -> Result<bool, Fault> {
    let now = tx.now();
    let captured = sqlx::query("UPDATE payments SET state = 'captured', captured_at = $2, ended_at = NULL WHERE id = $1 AND state <> 'captured'")
        .bind(payment.id.0)
        .bind(now)
        .execute(tx.conn())
        .await?;
    if captured.rows_affected() != 1 {
        return Ok(false);
    }
    add_receipt(tx, payment, (Some(payment.id), None), payment.amount, lines).await?;
    Ok(true)
}

/// An attempt has ended without money. False when it had ended before.
pub async fn end(tx: &mut Tx, id: PaymentId, state: PaymentState) -> Result<bool, Fault> {
    let now = tx.now();
    let sql = match state {
        PaymentState::Failed => "UPDATE payments SET state = 'failed', ended_at = $2 WHERE id = $1 AND state IN ('created', 'pending')",
        // Money that has come is never overlooked, also after the attempt had ended.
        PaymentState::Stuck => "UPDATE payments SET state = 'stuck', ended_at = NULL WHERE id = $1 AND state NOT IN ('captured', 'stuck') AND $2 > 0",
        _ => "UPDATE payments SET state = 'cancelled', ended_at = $2 WHERE id = $1 AND state IN ('created', 'pending')",
    };
    Ok(sqlx::query(sql).bind(id.0).bind(now).execute(tx.conn()).await?.rows_affected() == 1)
}

/// What a booking's payments hold beyond what is charged for it goes back, the latest payment first. `root` is the booking
/// that was paid, `whose` the one the money goes back for. Answers how much.
pub async fn give_back_credit(tx: &mut Tx, root: BookingId, whose: BookingId) -> Result<i64, Fault> {
    let held: Vec<(i64, i64)> = sqlx::query_as(
        "SELECT id, amount - refunded FROM payments WHERE booking_id = $1 AND state = 'captured' AND refunded < amount ORDER BY id DESC",
    )
    .bind(root.0)
    .fetch_all(tx.conn())
    .await?;
    if held.is_empty() {
        return Ok(0);
    }
    // Whoever went apart from the booking was charged with it.
    let charged: i64 = sqlx::query_scalar(
        "SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM folio_lines
          WHERE subject = 'booking' AND subject_id IN (SELECT id FROM bookings WHERE id = $1 UNION ALL SELECT id FROM bookings WHERE apart_from = $1)",
    )
    .bind(root.0)
    .fetch_one(tx.conn())
    .await?;
    let (all, now) = (held.iter().map(|(_, held)| held).sum::<i64>(), tx.now());
    let parts = split(all - charged, &held.iter().map(|(_, held)| *held).collect::<Vec<_>>());
    let mut returned = 0;
    for ((payment, _), part) in held.iter().zip(parts).filter(|(_, part)| *part > 0) {
        let taken = sqlx::query("UPDATE payments SET refunded = refunded + $2 WHERE id = $1 AND state = 'captured' AND refunded + $2 <= amount")
            .bind(payment)
            .bind(part)
            .execute(tx.conn())
            .await?;
        if taken.rows_affected() != 1 {
            return Err(Fault::TryAgain);
        }
        sqlx::query(
            "INSERT INTO refunds (payment_id, booking_id, amount, state, secret, requested_at, due_at) VALUES ($1, $2, $3, 'requested', $4, $5, $5)",
        )
        .bind(payment)
        .bind(whose.0)
        .bind(part)
        .bind(Keys::token())
        .bind(now)
        .execute(tx.conn())
        .await?;
        returned += part;
    }
    Ok(returned)
}

/// An amount that is to go back.
#[derive(Clone, Debug)]
pub struct Refund {
    pub id: RefundId,
    pub booking: BookingId,
    pub amount: i64,
    /// Its key at the provider.
    pub secret: String,
    pub tries: i64,
    pub payment: Payment,
}

/// What is to be sent back by now, the longest due first.
pub async fn refunds_due(conn: &mut Conn, now: i64) -> Result<Vec<Refund>, Fault> {
    let rows: Vec<(i64, i64, i64, String, i64, i64)> = sqlx::query_as(
        "SELECT id, booking_id, amount, secret, tries, payment_id FROM refunds WHERE state = 'requested' AND due_at <= $1 ORDER BY due_at, id LIMIT 100",
    )
    .bind(now)
    .fetch_all(&mut *conn)
    .await?;
    let mut refunds = Vec::new();
    for (id, booking, amount, secret, tries, of) in rows {
        let payment = payment(conn, PaymentId(of)).await?;
        refunds.push(Refund { id: RefundId(id), booking: BookingId(booking), amount, secret, tries, payment });
    }
    Ok(refunds)
}

/// The provider sends it back, or has: writes it down with its receipt. False when that was known.
pub async fn is_sent(tx: &mut Tx, refund: &Refund, settled: bool, lines: &[ReceiptLine]) -> Result<bool, Fault> {
    let now = tx.now();
    let sql = if settled {
        "UPDATE refunds SET state = 'settled', sent_at = $2, settled_at = $2, tries = tries + 1 WHERE id = $1 AND state = 'requested'"
    } else {
        "UPDATE refunds SET state = 'sent', sent_at = $2, tries = tries + 1 WHERE id = $1 AND state = 'requested'"
    };
    if sqlx::query(sql).bind(refund.id.0).bind(now).execute(tx.conn()).await?.rows_affected() != 1 {
        return Ok(false);
    }
    add_receipt(tx, &refund.payment, (None, Some(refund.id)), refund.amount, lines).await?;
    Ok(true)
}

/// It did not work: it is tried again later, unless the provider has refused it for good; then somebody has to look.
pub async fn is_not_sent(tx: &mut Tx, refund: &Refund, never: bool) -> Result<(), Fault> {
    let wait = (60_i64 << refund.tries.clamp(0, 10)).min(RARELY);
    let (sql, due) = match never {
        true => ("UPDATE refunds SET state = 'failed', tries = tries + 1, due_at = $2 WHERE id = $1 AND state = 'requested'", tx.now()),
        false => ("UPDATE refunds SET tries = tries + 1, due_at = $2 WHERE id = $1 AND state = 'requested'", tx.now() + wait),
    };
    sqlx::query(sql).bind(refund.id.0).bind(due).execute(tx.conn()).await?;
    Ok(())
}

/// A provider has called. False when it has called for this before.
pub async fn keep_event(tx: &mut Tx, provider: &str, event: &str, reference: &str) -> Result<bool, Fault> {
    let now = tx.now();
    let kept = sqlx::query("INSERT INTO provider_events (provider, event, reference, received_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING")
        .bind(provider)
        .bind(event)
        .bind(reference)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(kept.rows_affected() == 1)
}

/// Calls that nothing has been done about: provider, event and payment.
pub async fn open_events(conn: &mut Conn) -> Result<Vec<(String, String, String)>, Fault> {
    let open = "SELECT provider, event, reference FROM provider_events WHERE done_at IS NULL ORDER BY received_at, id LIMIT 100";
    Ok(sqlx::query_as(open).fetch_all(conn).await?)
}

/// How long a call about a payment that nobody knows is kept open, in seconds: it may come before the provider has told us
/// the name it has for the payment.
const MAYBE_EARLY: i64 = 600;

/// Something was done about a call; `known` when its payment is ours.
pub async fn event_is_done(tx: &mut Tx, provider: &str, event: &str, known: bool) -> Result<(), Fault> {
    let now = tx.now();
    let before = if known { now } else { now - MAYBE_EARLY };
    sqlx::query("UPDATE provider_events SET done_at = $3 WHERE provider = $1 AND event = $2 AND done_at IS NULL AND received_at <= $4")
        .bind(provider)
        .bind(event)
        .bind(now)
        .bind(before)
        .execute(tx.conn())
        .await?;
    Ok(())
}
