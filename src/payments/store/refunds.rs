//! What goes back of payments: requested with what takes the charge back, sent by an errand or handed out by the desk, and
//! asked after until it has arrived (RULES X5, X7, X10).

use super::receipts::{Signer, add_receipt};
use super::{Payment, charged, held, payment};
use crate::base::{BookingId, Fault, PaymentId, RefundId};
use crate::payments::points::store as points;
use crate::payments::rules::{RARELY, split, wait_after};
use crate::payments::{Because, Method, ReceiptLine, Subject};
use crate::server::{Conn, Keys, Tx};
use sqlx::FromRow;

macro_rules! refund {
    ($more:literal) => {
        concat!("SELECT id, booking_id, amount, secret, tries, payment_id FROM refunds ", $more)
    };
}

/// Why it goes back although nothing was cancelled, and when.
#[derive(Clone, Copy, Debug)]
pub struct Reason {
    pub because: Because,
    /// The person of a booking who did not come.
    pub participant: Option<i64>,
    /// Nothing goes to a card or to where points came from before.
    pub due_at: i64,
}

/// What payments hold beyond what is charged goes back, of the money that came last first, and points after all money. `whose`
/// is the booking that it goes back for: one of several who went apart, or the one that was paid. Answers how much.
pub async fn give_back_credit(tx: &mut Tx, subject: Subject, whose: Option<BookingId>) -> Result<i64, Fault> {
    give_back(tx, subject, whose, None).await
}

pub(super) async fn give_back(tx: &mut Tx, subject: Subject, whose: Option<BookingId>, reason: Option<Reason>) -> Result<i64, Fault> {
    let held = held(tx.conn(), subject).await?;
    if held.iter().all(|one| one.left == 0) {
        return Ok(0);
    }
    let charged = charged(tx.conn(), subject).await?;
    let (all, now) = (held.iter().map(|one| one.left).sum::<i64>(), tx.now());
    let parts = split(all - charged, &held.iter().map(|one| one.left).collect::<Vec<_>>());
    let mut returned = 0;
    for (from, part) in held.iter().zip(parts).filter(|(_, part)| *part > 0) {
        let taken = sqlx::query("UPDATE payments SET refunded = refunded + $2 WHERE id = $1 AND state = 'captured' AND refunded + $2 <= amount")
            .bind(from.payment.0)
            .bind(part)
            .execute(tx.conn())
            .await?;
        if taken.rows_affected() != 1 {
            return Err(Fault::TryAgain);
        }
        let due_at = reason.map_or(now, |reason| reason.due_at);
        let by_hand = !matches!(from.method, Method::Card | Method::Points);
        let refund: i64 = sqlx::query_scalar(
            "INSERT INTO refunds (payment_id, booking_id, amount, state, by_hand, secret, requested_at, due_at, reason, participant_id)
             VALUES ($1, $2, $3, 'requested', $4, $5, $6, $7, $8, $9) RETURNING id",
        )
        .bind(from.payment.0)
        .bind(whose.map(|id| id.0))
        .bind(part)
        .bind(i64::from(by_hand))
        .bind(Keys::token())
        .bind(now)
        .bind(due_at)
        .bind(reason.map(|reason| reason.because.name()))
        .bind(reason.and_then(|reason| reason.participant))
        .fetch_one(tx.conn())
        .await?;
        if from.method == Method::Points && due_at <= now {
            let refund = self::refund(tx.conn(), RefundId(refund)).await?;
            points_are_back(tx, &refund).await?;
        }
        returned += part;
    }
    Ok(returned)
}

/// An amount that is to go back.
#[derive(Clone, Debug)]
pub struct Refund {
    pub id: RefundId,
    /// The booking it goes back for, when that is what was paid.
    pub booking: Option<BookingId>,
    pub amount: i64,
    /// Its key at the provider.
    pub secret: String,
    pub tries: i64,
    pub payment: Payment,
}

impl Refund {
    /// What its receipt says, with the tax of the payment's own. All of a payment is said line by line.
    pub fn lines(&self) -> Vec<ReceiptLine> {
        match self.payment.lines.as_slice() {
            lines if self.amount == self.payment.amount && !lines.is_empty() => lines.to_vec(),
            [] => Vec::new(),
            [first, ..] => vec![ReceiptLine { title: first.title.clone(), name: String::new(), amount: self.amount, tax_rate: first.tax_rate }],
        }
    }
}

/// What is to be sent back by now, the longest due first. What the desk hands out itself is not sent.
pub async fn refunds_due(conn: &mut Conn, now: i64) -> Result<Vec<Refund>, Fault> {
    let due = refund!("WHERE state = 'requested' AND by_hand = 0 AND due_at <= $1 ORDER BY due_at, id LIMIT 100");
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

async fn of_rows(conn: &mut Conn, rows: Vec<RefundRow>) -> Result<Vec<Refund>, Fault> {
    let mut refunds = Vec::new();
    for row in rows {
        refunds.push(row.read(conn).await?);
    }
    Ok(refunds)
}

/// One amount that is to go back, whoever gives it back.
pub async fn refund(conn: &mut Conn, id: RefundId) -> Result<Refund, Fault> {
    let row: RefundRow = sqlx::query_as(refund!("WHERE id = $1")).bind(id.0).fetch_one(&mut *conn).await?;
    row.read(conn).await
}

#[derive(FromRow)]
struct RefundRow {
    id: i64,
    booking_id: Option<i64>,
    amount: i64,
    secret: String,
    tries: i64,
    payment_id: i64,
}

impl RefundRow {
    async fn read(self, conn: &mut Conn) -> Result<Refund, Fault> {
        let payment = payment(conn, PaymentId(self.payment_id)).await?;
        Ok(Refund {
            id: RefundId(self.id),
            booking: self.booking_id.map(BookingId),
            amount: self.amount,
            secret: self.secret,
            tries: self.tries,
            payment,
        })
    }
}

/// The provider sends it back, or has: writes it down with its receipt. False when that was known.
pub async fn is_sent(tx: &mut Tx, refund: &Refund, settled: bool) -> Result<bool, Fault> {
    let now = tx.now();
    let sql = if settled {
        "UPDATE refunds SET state = 'settled', sent_at = $2, settled_at = $2, due_at = $3, tries = tries + 1 WHERE id = $1 AND state = 'requested'"
    } else {
        "UPDATE refunds SET state = 'sent', sent_at = $2, due_at = $3, tries = tries + 1 WHERE id = $1 AND state = 'requested'"
    };
    if sqlx::query(sql).bind(refund.id.0).bind(now).bind(now + RARELY).execute(tx.conn()).await?.rows_affected() != 1 {
        return Ok(false);
    }
    returned(tx, refund, Signer::of(&refund.payment)).await?;
    Ok(true)
}

/// What was paid with points is with its lots again, with its receipt. False when that was known.
pub async fn points_are_back(tx: &mut Tx, refund: &Refund) -> Result<bool, Fault> {
    let back = is_sent(tx, refund, true).await?;
    if back {
        points::put_back(tx, refund.payment.id).await?;
    }
    Ok(back)
}

/// The desk has given it back itself: what was to be handed out, or what a provider would not give back, or could not. False
/// when that was known.
pub async fn is_handed_out(tx: &mut Tx, refund: &Refund) -> Result<bool, Fault> {
    let now = tx.now();
    let settled = "UPDATE refunds SET state = 'settled', by_hand = 1, sent_at = $2, settled_at = $2 WHERE id = $1 AND (state = 'failed' OR (state = 'requested' AND by_hand = 1))";
    if sqlx::query(settled).bind(refund.id.0).bind(now).execute(tx.conn()).await?.rows_affected() == 1 {
        returned(tx, refund, Signer::Register).await?;
        return Ok(true);
    }
    // What came back from the guest's bank was given back once already, and has its receipt.
    let settled = "UPDATE refunds SET state = 'settled', by_hand = 1, settled_at = $2 WHERE id = $1 AND state = 'sent' AND bounced_at IS NOT NULL";
    Ok(sqlx::query(settled).bind(refund.id.0).bind(now).execute(tx.conn()).await?.rows_affected() == 1)
}

/// What a provider would not give back is asked for once more, under another key: the old one stands for its refusal. False
/// when it is not so any more.
pub async fn ask_again(tx: &mut Tx, refund: RefundId) -> Result<bool, Fault> {
    let now = tx.now();
    let again = "UPDATE refunds SET state = 'requested', tries = 0, due_at = $2, secret = $3 WHERE id = $1 AND state = 'failed' AND by_hand = 0";
    Ok(sqlx::query(again).bind(refund.0).bind(now).bind(Keys::token()).execute(tx.conn()).await?.rows_affected() == 1)
}

async fn returned(tx: &mut Tx, refund: &Refund, signer: Signer) -> Result<(), Fault> {
    add_receipt(tx, &refund.payment, (None, Some(refund.id)), refund.amount, &refund.lines(), signer).await
}

/// It did not work: it is tried again later, unless the provider has refused it for good; then somebody has to look.
pub async fn is_not_sent(tx: &mut Tx, refund: &Refund, never: bool) -> Result<(), Fault> {
    let (sql, due) = match never {
        true => ("UPDATE refunds SET state = 'failed', tries = tries + 1, due_at = $2 WHERE id = $1 AND state = 'requested'", tx.now()),
        false => ("UPDATE refunds SET tries = tries + 1, due_at = $2 WHERE id = $1 AND state = 'requested'", tx.now() + wait_after(refund.tries)),
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
