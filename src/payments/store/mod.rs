//! The SQL of payments (here), of what goes back (`refunds.rs`), of calls (`events.rs`), of receipts (`receipts.rs`), and of what a guest reads of them (`trail.rs`). A
//! state changes by one conditional update; whoever comes second finds that it has changed and does nothing (RULES I4, I5).

mod events;
mod receipts;
mod refunds;
mod sums;
mod trail;

pub use events::{event_is_done, keep_event, open_events};
pub use receipts::{rate_of, receipt};
pub use refunds::{Refund, asked_after, give_back_credit, has_arrived, has_bounced, is_not_sent, is_sent, refunds_due, sent_due, sent_of};
pub use sums::SUMS;
pub use trail::{paid_by, paid_for, trail};

use super::provider::Page;
use super::told::Told;
use super::{PaymentState, ReceiptLine};
use crate::base::{BookingId, Fault, PaymentId, StayId};
use crate::server::{Conn, Keys, Tx};
use receipts::add_receipt;
use sqlx::FromRow;

/// One attempt to pay.
#[derive(Clone, Debug)]
pub struct Payment {
    pub id: PaymentId,
    pub stay: StayId,
    pub booking: BookingId,
    pub provider: String,
    /// The provider's name for it, once it has one.
    pub reference: Option<String>,
    /// The provider's page, where the guest goes on.
    pub page: Option<String>,
    /// Its key at the provider.
    pub secret: String,
    /// What the provider is told of it.
    pub told: Option<Told>,
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
    page: Option<String>,
    secret: String,
    told: Option<String>,
    state: String,
    amount: i64,
    currency: String,
    refunded: i64,
    created_at: i64,
}

macro_rules! payment {
    ($more:literal) => {
        concat!(
            "SELECT id, stay_id, booking_id, provider, reference, page, secret, told, state, amount, currency, refunded, created_at FROM payments ",
            $more
        )
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
            page: row.page,
            secret: row.secret,
            told: row.told.map(|told| serde_json::from_str(&told)).transpose().map_err(|error| sqlx::Error::Decode(error.into()))?,
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
pub async fn add(
    tx: &mut Tx,
    booking: (StayId, BookingId),
    provider: &str,
    amount: (i64, &str),
    intent: &str,
    told: &Told,
) -> Result<PaymentId, Fault> {
    let now = tx.now();
    let id = sqlx::query_scalar(
        "INSERT INTO payments (stay_id, booking_id, provider, secret, intent, state, amount, currency, told, created_at)
         VALUES ($1, $2, $3, $4, $5, 'created', $6, $7, $8, $9) RETURNING id",
    )
    .bind(booking.0.0)
    .bind(booking.1.0)
    .bind(provider)
    .bind(Keys::token())
    .bind(intent)
    .bind(amount.0)
    .bind(amount.1)
    .bind(serde_json::to_string(told).map_err(|_| Fault::TryAgain)?)
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
