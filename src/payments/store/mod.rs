//! The SQL of payments and refunds (here), of what goes back although nothing was
//! cancelled (`back.rs`), of receipts (`receipts.rs`), and of what a guest reads of them (`trail.rs`). A
//! state changes by one conditional update; whoever comes second finds that it has changed and does nothing (RULES I4, I5).

mod back;
mod receipts;
mod sums;
mod trail;

pub use back::{Reason, give_back_for, is_even, withdraw};
pub use receipts::{body, receipt, written};
pub use sums::SUMS;
pub use trail::{paid_by, trail};

use super::rules::split;
use super::{Method, PaymentState, ReceiptLine, Subject};
use crate::base::{BookingId, Fault, OrderId, PaymentId, RefundId, StayId};
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
    pub subject: Subject,
    pub provider: String,
    /// The provider's name for it, once it has one.
    pub reference: Option<String>,
    /// Its key at the provider.
    pub secret: String,
    pub state: PaymentState,
    /// Minor units.
    pub amount: i64,
    pub currency: String,
    /// What its receipt says.
    pub lines: Vec<ReceiptLine>,
    pub method: Method,
    /// How much of it goes back or has gone back.
    pub refunded: i64,
    pub created_at: i64,
}

#[derive(FromRow)]
struct PaymentRow {
    id: i64,
    stay_id: i64,
    booking_id: Option<i64>,
    order_id: Option<i64>,
    provider: String,
    reference: Option<String>,
    secret: String,
    state: String,
    amount: i64,
    currency: String,
    lines: String,
    method: String,
    refunded: i64,
    created_at: i64,
}

macro_rules! payment {
    ($more:literal) => {
        concat!("SELECT id, stay_id, booking_id, order_id, provider, reference, secret, state, amount, currency, lines, method, refunded, created_at FROM payments ", $more)
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
        let decode = |what: &str| sqlx::Error::Decode(format!("{what} of a payment cannot be read").into());
        Ok(Payment {
            id: PaymentId(row.id),
            stay: StayId(row.stay_id),
            subject: subject_of(row.booking_id, row.order_id).ok_or_else(|| decode("the subject"))?,
            provider: row.provider,
            reference: row.reference,
            secret: row.secret,
            state,
            amount: row.amount,
            currency: row.currency,
            lines: serde_json::from_str(&row.lines).map_err(|_| decode("the lines"))?,
            method: Method::parse(&row.method).ok_or_else(|| decode("the method"))?,
            refunded: row.refunded,
            created_at: row.created_at,
        })
    }
}

fn subject_of(booking: Option<i64>, order: Option<i64>) -> Option<Subject> {
    booking.map(|id| Subject::Booking(BookingId(id))).or(order.map(|id| Subject::Order(OrderId(id))))
}

/// The two columns that say what is paid for: one of them is empty.
fn columns(subject: Subject) -> (Option<i64>, Option<i64>) {
    match subject {
        Subject::Booking(id) => (Some(id.0), None),
        Subject::Order(id) => (None, Some(id.0)),
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

/// The payment that is not decided, or that somebody has to look at; there is one at most.
pub async fn open_of(conn: &mut Conn, subject: Subject) -> Result<Option<Payment>, Fault> {
    let open = match subject {
        Subject::Booking(_) => payment!("WHERE booking_id = $1 AND state IN ('created', 'pending', 'stuck') ORDER BY id DESC LIMIT 1"),
        Subject::Order(_) => payment!("WHERE order_id = $1 AND state IN ('created', 'pending', 'stuck') ORDER BY id DESC LIMIT 1"),
    };
    let row: Option<PaymentRow> = sqlx::query_as(open).bind(subject.id()).fetch_optional(conn).await?;
    Ok(row.map(Payment::try_from).transpose()?)
}

/// Payments that are not decided, the oldest first.
pub async fn open(conn: &mut Conn) -> Result<Vec<Payment>, Fault> {
    let rows: Vec<PaymentRow> =
        sqlx::query_as(payment!("WHERE state IN ('created', 'pending') ORDER BY created_at LIMIT 200")).fetch_all(conn).await?;
    Ok(rows.into_iter().map(Payment::try_from).collect::<Result<_, _>>()?)
}

/// A payment that is to be written down.
pub struct NewPayment<'a> {
    pub stay: StayId,
    pub subject: Subject,
    /// Who takes it: a provider, or [`DESK`].
    pub provider: &'a str,
    pub method: Method,
    /// What its receipt will say; their sum is what is paid.
    pub lines: &'a [ReceiptLine],
    pub currency: &'a str,
    pub intent: &'a str,
    /// Why the desk took another amount; empty when it did not.
    pub note: &'a str,
}

/// The provider of what the desk takes itself.
pub const DESK: &str = "desk";

/// Writes an attempt down, before its provider hears of it.
pub async fn add(tx: &mut Tx, new: &NewPayment<'_>) -> Result<PaymentId, Fault> {
    let (now, (booking, order)) = (tx.now(), columns(new.subject));
    let id = sqlx::query_scalar(
        "INSERT INTO payments (stay_id, booking_id, order_id, provider, secret, intent, state, amount, currency, lines, method, note, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, 'created', $7, $8, $9, $10, $11, $12) RETURNING id",
    )
    .bind(new.stay.0)
    .bind(booking)
    .bind(order)
    .bind(new.provider)
    .bind(Keys::token())
    .bind(new.intent)
    .bind(new.lines.iter().map(|line| line.amount).sum::<i64>())
    .bind(new.currency)
    .bind(serde_json::to_string(new.lines).map_err(|_| Fault::TryAgain)?)
    .bind(new.method.name())
    .bind(new.note)
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
pub async fn capture(tx: &mut Tx, payment: &Payment) -> Result<bool, Fault> {
    let now = tx.now();
    let captured = sqlx::query("UPDATE payments SET state = 'captured', captured_at = $2, ended_at = NULL WHERE id = $1 AND state <> 'captured'")
        .bind(payment.id.0)
        .bind(now)
        .execute(tx.conn())
        .await?;
    if captured.rows_affected() != 1 {
        return Ok(false);
    }
    add_receipt(tx, payment, (Some(payment.id), None), payment.amount, &payment.lines).await?;
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

/// Somebody has looked at a payment that did not fit: it is over. False when it was settled meanwhile.
pub async fn close_stuck(tx: &mut Tx, id: PaymentId) -> Result<bool, Fault> {
    let now = tx.now();
    let closed = "UPDATE payments SET state = 'cancelled', ended_at = $2 WHERE id = $1 AND state = 'stuck'";
    Ok(sqlx::query(closed).bind(id.0).bind(now).execute(tx.conn()).await?.rows_affected() == 1)
}

/// What is charged for something as it stands on the room's bill, minor units. Whoever went apart from a booking was charged
/// with it.
pub async fn charged(conn: &mut Conn, subject: Subject) -> Result<i64, sqlx::Error> {
    let charged = match subject {
        Subject::Booking(_) => {
            "SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM folio_lines
              WHERE subject = 'booking' AND subject_id IN (SELECT id FROM bookings WHERE id = $1 UNION ALL SELECT id FROM bookings WHERE apart_from = $1)"
        }
        Subject::Order(_) => "SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM folio_lines WHERE subject = 'order' AND subject_id = $1",
    };
    sqlx::query_scalar(charged).bind(subject.id()).fetch_one(conn).await
}

/// What payments hold of something: each with how it was paid and how much of it is left, the latest first.
pub async fn held(conn: &mut Conn, subject: Subject) -> Result<Vec<Held>, Fault> {
    let held = match subject {
        Subject::Booking(_) => {
            "SELECT id, method, amount, amount - refunded AS left FROM payments WHERE booking_id = $1 AND state = 'captured' ORDER BY id DESC"
        }
        Subject::Order(_) => {
            "SELECT id, method, amount, amount - refunded AS left FROM payments WHERE order_id = $1 AND state = 'captured' ORDER BY id DESC"
        }
    };
    let rows: Vec<(i64, String, i64, i64)> = sqlx::query_as(held).bind(subject.id()).fetch_all(conn).await?;
    let one =
        |(id, method, amount, left): (i64, String, i64, i64)| Some(Held { payment: PaymentId(id), method: Method::parse(&method)?, amount, left });
    Ok(rows.into_iter().filter_map(one).collect())
}

/// What is left of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    pub payment: PaymentId,
    pub method: Method,
    /// Minor units, as it was paid.
    pub amount: i64,
    /// Minor units that did not go back.
    pub left: i64,
}

/// What payments hold beyond what is charged goes back, the latest payment first. `whose` is the booking that it goes back
/// for: one of several who went apart, or the one that was paid. Answers how much.
pub async fn give_back_credit(tx: &mut Tx, subject: Subject, whose: Option<BookingId>) -> Result<i64, Fault> {
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
        sqlx::query(
            "INSERT INTO refunds (payment_id, booking_id, amount, state, by_hand, secret, requested_at, due_at)
             VALUES ($1, $2, $3, 'requested', $4, $5, $6, $6)",
        )
        .bind(from.payment.0)
        .bind(whose.map(|id| id.0))
        .bind(part)
        .bind(i64::from(from.method != Method::Card))
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
    /// The booking it goes back for, when that is what was paid.
    pub booking: Option<BookingId>,
    pub amount: i64,
    /// Its key at the provider.
    pub secret: String,
    pub tries: i64,
    pub payment: Payment,
}

/// What is to be sent back by now, the longest due first. What the desk hands out itself is not sent.
pub async fn refunds_due(conn: &mut Conn, now: i64) -> Result<Vec<Refund>, Fault> {
    let due = "SELECT id, booking_id, amount, secret, tries, payment_id FROM refunds
                WHERE state = 'requested' AND by_hand = 0 AND due_at <= $1 ORDER BY due_at, id LIMIT 100";
    let rows: Vec<RefundRow> = sqlx::query_as(due).bind(now).fetch_all(&mut *conn).await?;
    let mut refunds = Vec::new();
    for row in rows {
        refunds.push(row.read(conn).await?);
    }
    Ok(refunds)
}

/// One amount that is to go back, whoever gives it back.
pub async fn refund(conn: &mut Conn, id: RefundId) -> Result<Refund, Fault> {
    let row: RefundRow = sqlx::query_as("SELECT id, booking_id, amount, secret, tries, payment_id FROM refunds WHERE id = $1")
        .bind(id.0)
        .fetch_one(&mut *conn)
        .await?;
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
        "UPDATE refunds SET state = 'settled', sent_at = $2, settled_at = $2, tries = tries + 1 WHERE id = $1 AND state = 'requested'"
    } else {
        "UPDATE refunds SET state = 'sent', sent_at = $2, tries = tries + 1 WHERE id = $1 AND state = 'requested'"
    };
    if sqlx::query(sql).bind(refund.id.0).bind(now).execute(tx.conn()).await?.rows_affected() != 1 {
        return Ok(false);
    }
    returned(tx, refund).await?;
    Ok(true)
}

/// The desk has given it back itself: what was to be handed out, or what a provider would not give back. False when that
/// was known.
pub async fn is_handed_out(tx: &mut Tx, refund: &Refund) -> Result<bool, Fault> {
    let now = tx.now();
    let settled = "UPDATE refunds SET state = 'settled', by_hand = 1, sent_at = $2, settled_at = $2 WHERE id = $1 AND (state = 'failed' OR (state = 'requested' AND by_hand = 1))";
    if sqlx::query(settled).bind(refund.id.0).bind(now).execute(tx.conn()).await?.rows_affected() != 1 {
        return Ok(false);
    }
    returned(tx, refund).await?;
    Ok(true)
}

/// What a provider would not give back is asked for once more. False when it is not so any more.
pub async fn ask_again(tx: &mut Tx, refund: RefundId) -> Result<bool, Fault> {
    let now = tx.now();
    let again = "UPDATE refunds SET state = 'requested', tries = 0, due_at = $2 WHERE id = $1 AND state = 'failed' AND by_hand = 0";
    Ok(sqlx::query(again).bind(refund.0).bind(now).execute(tx.conn()).await?.rows_affected() == 1)
}

/// The receipt of what went back, with the tax of the payment's own. All of a payment is said line by line.
async fn returned(tx: &mut Tx, refund: &Refund) -> Result<(), Fault> {
    let lines = match refund.payment.lines.as_slice() {
        lines if refund.amount == refund.payment.amount && !lines.is_empty() => lines.to_vec(),
        [] => Vec::new(),
        [first, ..] => vec![ReceiptLine { title: first.title.clone(), name: String::new(), amount: refund.amount, tax_rate: first.tax_rate }],
    };
    add_receipt(tx, &refund.payment, (None, Some(refund.id)), refund.amount, &lines).await
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
