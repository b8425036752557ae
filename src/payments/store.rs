//! The SQL of payments, refunds and receipts. A state changes by one conditional update; whoever comes second finds that it
//! has changed and does nothing (RULES I4, I5).

use super::rules::{split, taxes};
use super::{PaymentState, Receipt, ReceiptLine, Step, TrailLine};
use crate::base::{BookingId, Fault, Lang, PaymentId, ReceiptId, RefundId, StayId, Texts};
use crate::catalog::shelf::Shelf;
use crate::server::{Conn, Keys, Time, Tx};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;

/// After so many tries a refund waits for somebody who looks.
const MOST_TRIES: i64 = 20;

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

/// The payment of a booking that is not decided; there is one at most.
pub async fn open_of(conn: &mut Conn, booking: BookingId) -> Result<Option<Payment>, Fault> {
    let row: Option<PaymentRow> =
        sqlx::query_as(payment!("WHERE booking_id = $1 AND state IN ('created', 'pending')")).bind(booking.0).fetch_optional(conn).await?;
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

/// The provider knows of it now.
pub async fn is_known(tx: &mut Tx, id: PaymentId, reference: &str) -> Result<(), Fault> {
    sqlx::query("UPDATE payments SET state = 'pending', reference = $2 WHERE id = $1 AND state = 'created'")
        .bind(id.0)
        .bind(reference)
        .execute(tx.conn())
        .await?;
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
        PaymentState::Stuck => "UPDATE payments SET state = 'stuck' WHERE id = $1 AND state IN ('created', 'pending') AND $2 > 0",
        _ => "UPDATE payments SET state = 'cancelled', ended_at = $2 WHERE id = $1 AND state IN ('created', 'pending')",
    };
    Ok(sqlx::query(sql).bind(id.0).bind(now).execute(tx.conn()).await?.rows_affected() == 1)
}

/// What a booking's payments hold beyond what is charged for it goes back, the latest payment first. `root` is the booking
/// that was paid, `whose` the one the money goes back for. Answers how much.
pub async fn give_back_credit(tx: &mut Tx, root: BookingId, whose: BookingId) -> Result<i64, Fault> {
    let held: Vec<(i64, i64)> =
        sqlx::query_as("SELECT id, amount - refunded FROM payments WHERE booking_id = $1 AND state = 'captured' AND refunded < amount ORDER BY id DESC")
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
        sqlx::query("INSERT INTO refunds (payment_id, booking_id, amount, state, secret, requested_at) VALUES ($1, $2, $3, 'requested', $4, $5)")
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

/// What is to be sent back, the oldest first.
pub async fn refunds_due(conn: &mut Conn) -> Result<Vec<Refund>, Fault> {
    let rows: Vec<(i64, i64, i64, String, i64, i64)> = sqlx::query_as(
        "SELECT id, booking_id, amount, secret, tries, payment_id FROM refunds WHERE state = 'requested' ORDER BY requested_at, id LIMIT 100",
    )
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

/// It did not work: it is tried again, until somebody has to look. Says whether that is so now.
pub async fn is_not_sent(tx: &mut Tx, refund: &Refund, never: bool) -> Result<bool, Fault> {
    let over = never || refund.tries + 1 >= MOST_TRIES;
    let sql = if over {
        "UPDATE refunds SET state = 'failed', tries = tries + 1 WHERE id = $1 AND state = 'requested'"
    } else {
        "UPDATE refunds SET tries = tries + 1 WHERE id = $1 AND state = 'requested'"
    };
    sqlx::query(sql).bind(refund.id.0).execute(tx.conn()).await?;
    Ok(over)
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

pub async fn event_is_done(tx: &mut Tx, provider: &str, event: &str) -> Result<(), Fault> {
    let now = tx.now();
    let done = "UPDATE provider_events SET done_at = $3 WHERE provider = $1 AND event = $2 AND done_at IS NULL";
    sqlx::query(done).bind(provider).bind(event).bind(now).execute(tx.conn()).await?;
    Ok(())
}

/// The JSON of `receipts.body`.
#[derive(Serialize, Deserialize)]
struct Body {
    resort: Texts,
    address: Texts,
    guest: String,
    room: String,
    lines: Vec<ReceiptLine>,
}

/// Receipts of payments and of refunds are two series.
fn series(refund: bool) -> &'static str {
    if refund { "B" } else { "A" }
}

/// `A-000012`
fn written(series: &str, number: i64) -> String {
    format!("{series}-{number:06}")
}

/// The next number belongs to whoever has this transaction; if it fails, nobody has had the number.
async fn add_receipt(
    tx: &mut Tx,
    payment: &Payment,
    of: (Option<PaymentId>, Option<RefundId>),
    amount: i64,
    lines: &[ReceiptLine],
) -> Result<(), Fault> {
    let (now, series) = (tx.now(), series(of.1.is_some()));
    let number: i64 = sqlx::query_scalar(
        "INSERT INTO receipt_series (series, last) VALUES ($1, 1) ON CONFLICT (series) DO UPDATE SET last = receipt_series.last + 1 RETURNING last",
    )
    .bind(series)
    .fetch_one(tx.conn())
    .await?;
    let resort: String = sqlx::query_scalar("SELECT body FROM resort").fetch_one(tx.conn()).await?;
    #[derive(Deserialize)]
    struct Seller {
        name: Texts,
        address: Texts,
    }
    let seller: Seller = serde_json::from_str(&resort).map_err(|_| Fault::TryAgain)?;
    let (guest, room): (String, String) = sqlx::query_as(
        "SELECT coalesce(g.name, st.reference), ro.number FROM stays st JOIN rooms ro ON ro.id = st.room_id
           LEFT JOIN guests g ON g.stay_id = st.id AND g.lead = 1 WHERE st.id = $1",
    )
    .bind(payment.stay.0)
    .fetch_one(tx.conn())
    .await?;
    let body = Body { resort: seller.name, address: seller.address, guest, room, lines: lines.to_vec() };
    sqlx::query(
        "INSERT INTO receipts (series, number, stay_id, payment_id, refund_id, amount, currency, body, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(series)
    .bind(number)
    .bind(payment.stay.0)
    .bind(of.0.map(|id| id.0))
    .bind(of.1.map(|id| id.0))
    .bind(amount)
    .bind(&payment.currency)
    .bind(serde_json::to_string(&body).map_err(|_| Fault::TryAgain)?)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

#[derive(FromRow)]
struct ReceiptRow {
    series: String,
    number: i64,
    payment_id: Option<i64>,
    refund_id: Option<i64>,
    amount: i64,
    body: String,
    at: i64,
}

/// A receipt of this stay; anybody else's is not found.
pub async fn receipt(conn: &mut Conn, shelf: &Shelf, stay: StayId, id: ReceiptId, lang: Lang) -> Result<Receipt, Fault> {
    let row: ReceiptRow =
        sqlx::query_as("SELECT series, number, payment_id, refund_id, amount, body, at FROM receipts WHERE id = $1 AND stay_id = $2")
            .bind(id.0)
            .bind(stay.0)
            .fetch_one(&mut *conn)
            .await?;
    let paired: Vec<(i64, String, i64)> = sqlx::query_as(
        "SELECT r.id, r.series, r.number FROM receipts r LEFT JOIN refunds f ON f.id = r.refund_id
          WHERE r.stay_id = $1 AND (r.payment_id = (SELECT payment_id FROM refunds WHERE id = $2) OR f.payment_id = $3) ORDER BY r.id",
    )
    .bind(stay.0)
    .bind(row.refund_id)
    .bind(row.payment_id)
    .fetch_all(conn)
    .await?;
    let body: Body = serde_json::from_str(&row.body).map_err(|_| Fault::TryAgain)?;
    Ok(Receipt {
        id,
        number: written(&row.series, row.number),
        refund: row.refund_id.is_some(),
        paired: paired.into_iter().map(|(id, series, number)| (ReceiptId(id), written(&series, number))).collect(),
        day: shelf.time.day(row.at),
        wall: shelf.time.wall(row.at).to_string(),
        resort: body.resort.get(lang).to_owned(),
        address: body.address.get(lang).to_owned(),
        guest: body.guest,
        room: body.room,
        taxes: taxes(&body.lines),
        lines: body.lines.into_iter().map(|line| (line.title.get(lang).to_owned(), line.name, line.amount)).collect(),
        total: row.amount,
    })
}

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
    receipt_id: Option<i64>,
    series: Option<String>,
    number: Option<i64>,
}

/// The way of each amount of a booking, the oldest step first. Of one who went apart: what goes back for them.
pub async fn trail(conn: &mut Conn, booking: BookingId, time: Time) -> Result<Vec<TrailLine>, Fault> {
    let paid: Vec<PaidRow> = sqlx::query_as(
        "SELECT p.state, p.amount, p.created_at, p.captured_at, p.ended_at, r.id AS receipt_id, r.series, r.number FROM payments p
           LEFT JOIN receipts r ON r.payment_id = p.id WHERE p.booking_id = $1 ORDER BY p.id",
    )
    .bind(booking.0)
    .fetch_all(&mut *conn)
    .await?;
    let back: Vec<BackRow> = sqlx::query_as(
        "SELECT f.state, f.amount, f.requested_at, f.sent_at, f.settled_at, r.id AS receipt_id, r.series, r.number FROM refunds f
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
        }
    }
    lines.sort_by_key(|(at, _)| *at);
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

/// Whether the booking that somebody went apart from was paid at once.
pub async fn held_by(conn: &mut Conn, root: Option<BookingId>) -> Result<bool, sqlx::Error> {
    let Some(root) = root else { return Ok(false) };
    let paid: Option<i64> =
        sqlx::query_scalar("SELECT id FROM payments WHERE booking_id = $1 AND state = 'captured' LIMIT 1").bind(root.0).fetch_optional(conn).await?;
    Ok(paid.is_some())
}

/// What a stay has paid at once and had back, the oldest first: the booking, whether it came back, minor units, and when.
pub async fn paid_by(conn: &mut Conn, stay: StayId) -> Result<Vec<(BookingId, bool, i64, i64)>, sqlx::Error> {
    let rows: Vec<(i64, i64, i64, i64)> = sqlx::query_as(
        "SELECT booking_id, CAST(0 AS BIGINT), amount, captured_at FROM payments WHERE stay_id = $1 AND state = 'captured'
         UNION ALL
         SELECT p.booking_id, CAST(1 AS BIGINT), f.amount, f.requested_at FROM refunds f JOIN payments p ON p.id = f.payment_id WHERE p.stay_id = $1
         ORDER BY 4",
    )
    .bind(stay.0)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|(booking, back, amount, at)| (BookingId(booking), back == 1, amount, at)).collect())
}

/// What is counted in two ways, for `cabana check`.
pub const SUMS: &[(&str, &str)] = &[
    (
        "what goes back of payment",
        "SELECT p.id, p.refunded, CAST(coalesce(sum(f.amount), 0) AS BIGINT) FROM payments p LEFT JOIN refunds f ON f.payment_id = p.id
          GROUP BY p.id, p.refunded HAVING p.refunded <> coalesce(sum(f.amount), 0) ORDER BY p.id",
    ),
    (
        "receipts of payment, by what they say",
        "SELECT p.id, CAST(coalesce(sum(r.amount), 0) AS BIGINT), CASE WHEN p.state = 'captured' THEN p.amount ELSE 0 END
           FROM payments p LEFT JOIN receipts r ON r.payment_id = p.id
          GROUP BY p.id, p.state, p.amount HAVING coalesce(sum(r.amount), 0) <> CASE WHEN p.state = 'captured' THEN p.amount ELSE 0 END ORDER BY p.id",
    ),
    (
        "receipts of refund, by what they say",
        "SELECT f.id, CAST(coalesce(sum(r.amount), 0) AS BIGINT), CASE WHEN f.sent_at IS NULL THEN 0 ELSE f.amount END
           FROM refunds f LEFT JOIN receipts r ON r.refund_id = f.id
          GROUP BY f.id, f.sent_at, f.amount HAVING coalesce(sum(r.amount), 0) <> CASE WHEN f.sent_at IS NULL THEN 0 ELSE f.amount END ORDER BY f.id",
    ),
    (
        "the last number of a series of receipts, counted, up to receipt",
        "SELECT CAST(coalesce(max(r.id), 0) AS BIGINT), s.last, CAST(count(r.id) AS BIGINT) FROM receipt_series s
           LEFT JOIN receipts r ON r.series = s.series AND r.number BETWEEN 1 AND s.last
          GROUP BY s.series, s.last HAVING s.last <> count(r.id) ORDER BY 1",
    ),
    (
        // What the payments of a booking hold is never more than what is charged for it.
        "money kept without a charge for booking",
        "SELECT id, held, charged FROM (
           SELECT b.id, CAST((SELECT sum(p.amount - p.refunded) FROM payments p WHERE p.booking_id = b.id AND p.state = 'captured') AS BIGINT) AS held,
                  CAST((SELECT coalesce(sum(f.amount), 0) FROM folio_lines f WHERE f.subject = 'booking'
                     AND f.subject_id IN (SELECT a.id FROM bookings a WHERE a.id = b.id OR a.apart_from = b.id)) AS BIGINT) AS charged
             FROM bookings b WHERE EXISTS (SELECT 1 FROM payments p WHERE p.booking_id = b.id AND p.state = 'captured')) sums
          WHERE held > charged ORDER BY id",
    ),
];
