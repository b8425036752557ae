//! The SQL of payments (here), of what goes back (`refunds.rs`; `back.rs`: although nothing was cancelled), of calls (`events.rs`), of receipts (`receipts.rs`), and of
//! what a guest reads of them (`trail.rs`). A state changes by one conditional update; whoever comes second finds that it has
//! changed and does nothing (RULES I4, I5).

mod back;
mod events;
mod receipts;
mod refunds;
mod sums;
mod trail;

pub use back::{give_back_for, is_even, withdraw};
pub use events::{event_is_done, keep_event, open_events};
pub use receipts::{body, receipt, written};
pub use refunds::{
    Reason, Refund, ask_again, asked_after, give_back_credit, has_arrived, has_bounced, is_handed_out, is_not_sent, is_sent, points_are_back, refund,
    refunds_due, sent_due, sent_of,
};
pub use sums::SUMS;
pub use trail::{paid_by, trail};

use super::buyer::Buyer;
use super::provider::Page;
use super::{Method, PaymentState, ReceiptLine, Subject};
use crate::base::{BookingId, Fault, OrderId, PaymentId, StayId};
use crate::server::{Conn, Keys, Tx};
use receipts::{Signer, add_receipt};
use sqlx::FromRow;

/// One attempt to pay.
#[derive(Clone, Debug)]
pub struct Payment {
    pub id: PaymentId,
    pub stay: StayId,
    pub subject: Subject,
    pub provider: String,
    /// The provider's name for it, once it has one.
    pub reference: Option<String>,
    /// The provider's page, where the guest goes on.
    pub page: Option<String>,
    /// Its key at the provider.
    pub secret: String,
    /// Who pays, as the provider is told; nothing of what the desk takes.
    pub buyer: Option<Buyer>,
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
    page: Option<String>,
    secret: String,
    buyer: Option<String>,
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
        concat!("SELECT id, stay_id, booking_id, order_id, provider, reference, page, secret, buyer, state, amount, currency, lines, method, refunded, created_at FROM payments ", $more)
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
            page: row.page,
            secret: row.secret,
            buyer: row.buyer.map(|buyer| serde_json::from_str(&buyer)).transpose().map_err(|_| decode("the buyer"))?,
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
    /// Who takes it: a provider, [`DESK`] or [`POINTS`].
    pub provider: &'a str,
    pub method: Method,
    /// What its receipt will say; their sum is what is paid.
    pub lines: &'a [ReceiptLine],
    pub currency: &'a str,
    pub intent: &'a str,
    /// Why the desk took another amount; empty when it did not.
    pub note: &'a str,
    /// Who pays, for a provider.
    pub buyer: Option<&'a Buyer>,
}

/// The provider of what the desk takes itself.
pub const DESK: &str = "desk";

/// The provider of what is paid with points.
pub const POINTS: &str = "points";

/// Writes an attempt down, before its provider hears of it.
pub async fn add(tx: &mut Tx, new: &NewPayment<'_>) -> Result<PaymentId, Fault> {
    let (now, (booking, order)) = (tx.now(), columns(new.subject));
    let id = sqlx::query_scalar(
        "INSERT INTO payments (stay_id, booking_id, order_id, provider, secret, intent, state, amount, currency, lines, method, note, buyer, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, 'created', $7, $8, $9, $10, $11, $12, $13) RETURNING id",
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
    .bind(new.buyer.map(serde_json::to_string).transpose().map_err(|_| Fault::TryAgain)?)
    .bind(now)
    .fetch_one(tx.conn())
    .await?;
    Ok(PaymentId(id))
}

/// The provider knows of it now. Its name for the payment is kept whatever has become of the payment meanwhile, so that no
/// money is overlooked.
pub async fn is_known(tx: &mut Tx, id: PaymentId, page: &Page) -> Result<(), Fault> {
    let known = "UPDATE payments SET reference = $2, page = $3, state = CASE WHEN state = 'created' THEN 'pending' ELSE state END WHERE id = $1 AND reference IS NULL";
    sqlx::query(known).bind(id.0).bind(&page.reference).bind(&page.address).execute(tx.conn()).await?;
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
    add_receipt(tx, payment, (Some(payment.id), None), payment.amount, &payment.lines, Signer::of(payment)).await?;
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

/// What payments hold of something: each with how it was paid and how much of it is left, what came last first, and points
/// after all money.
pub async fn held(conn: &mut Conn, subject: Subject) -> Result<Vec<Held>, Fault> {
    let held = match subject {
        Subject::Booking(_) => {
            "SELECT id, method, amount, amount - refunded AS left FROM payments WHERE booking_id = $1 AND state = 'captured' ORDER BY (CASE method WHEN 'points' THEN 1 ELSE 0 END), captured_at DESC, id DESC"
        }
        Subject::Order(_) => {
            "SELECT id, method, amount, amount - refunded AS left FROM payments WHERE order_id = $1 AND state = 'captured' ORDER BY (CASE method WHEN 'points' THEN 1 ELSE 0 END), captured_at DESC, id DESC"
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
