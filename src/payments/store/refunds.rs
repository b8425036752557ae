//! What goes back of payments: requested with what takes the charge back, sent by an errand, and asked after until it has
//! arrived (RULES X5, X7, X10).

use super::receipts::add_receipt;
use super::{Payment, payment};
use crate::base::{BookingId, Fault, PaymentId, RefundId};
use crate::payments::ReceiptLine;
use crate::payments::rules::split;
use crate::server::{Conn, Keys, Tx};

/// A refund that did not work is tried again after a minute, then after twice as long each time, and at least so often, in
/// seconds (RULES N7). So often one that was sent is asked after.
const RARELY: i64 = 6 * 3600;

macro_rules! refund {
    ($more:literal) => {
        concat!("SELECT id, booking_id, amount, secret, tries, payment_id FROM refunds ", $more)
    };
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
    let due = refund!("WHERE state = 'requested' AND due_at <= $1 ORDER BY due_at, id LIMIT 100");
    let rows = sqlx::query_as(due).bind(now).fetch_all(&mut *conn).await?;
    of_rows(conn, rows).await
}

/// What was sent and may have arrived by now, the longest due first.
pub async fn sent_due(conn: &mut Conn, now: i64) -> Result<Vec<Refund>, Fault> {
    let due = refund!("WHERE state = 'sent' AND bounced_at IS NULL AND due_at <= $1 ORDER BY due_at, id LIMIT 100");
    let rows = sqlx::query_as(due).bind(now).fetch_all(&mut *conn).await?;
    of_rows(conn, rows).await
}

/// What was sent of one payment and has not arrived.
pub async fn sent_of(conn: &mut Conn, payment: PaymentId) -> Result<Vec<Refund>, Fault> {
    let sent = refund!("WHERE payment_id = $1 AND state = 'sent' AND bounced_at IS NULL ORDER BY id");
    let rows = sqlx::query_as(sent).bind(payment.0).fetch_all(&mut *conn).await?;
    of_rows(conn, rows).await
}

type RefundRow = (i64, i64, i64, String, i64, i64);

async fn of_rows(conn: &mut Conn, rows: Vec<RefundRow>) -> Result<Vec<Refund>, Fault> {
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
        "UPDATE refunds SET state = 'settled', sent_at = $2, settled_at = $2, due_at = $3, tries = tries + 1 WHERE id = $1 AND state = 'requested'"
    } else {
        "UPDATE refunds SET state = 'sent', sent_at = $2, due_at = $3, tries = tries + 1 WHERE id = $1 AND state = 'requested'"
    };
    if sqlx::query(sql).bind(refund.id.0).bind(now).bind(now + RARELY).execute(tx.conn()).await?.rows_affected() != 1 {
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

/// What was sent has arrived. False when that was known.
pub async fn has_arrived(tx: &mut Tx, refund: &Refund) -> Result<bool, Fault> {
    let now = tx.now();
    let arrived = "UPDATE refunds SET state = 'settled', settled_at = $2 WHERE id = $1 AND state = 'sent' AND bounced_at IS NULL";
    Ok(sqlx::query(arrived).bind(refund.id.0).bind(now).execute(tx.conn()).await?.rows_affected() == 1)
}

/// What was sent came back to the provider, as from an account that was closed. It was sent and has its receipt, and that
/// stays so; somebody has to find another way to the guest. False when that was known.
pub async fn has_bounced(tx: &mut Tx, refund: &Refund) -> Result<bool, Fault> {
    let now = tx.now();
    let bounced = "UPDATE refunds SET bounced_at = $2 WHERE id = $1 AND state = 'sent' AND bounced_at IS NULL";
    Ok(sqlx::query(bounced).bind(refund.id.0).bind(now).execute(tx.conn()).await?.rows_affected() == 1)
}

/// What was sent is still on its way: it is asked after again later.
pub async fn asked_after(tx: &mut Tx, refund: &Refund) -> Result<(), Fault> {
    let again = tx.now() + RARELY;
    sqlx::query("UPDATE refunds SET due_at = $2 WHERE id = $1 AND state = 'sent'").bind(refund.id.0).bind(again).execute(tx.conn()).await?;
    Ok(())
}
