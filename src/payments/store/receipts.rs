//! Receipts: given out with the money they are for, and read again.

use super::Payment;
use crate::base::{Fault, Lang, PaymentId, ReceiptId, RefundId, StayId, Texts};
use crate::catalog::shelf::Shelf;
use crate::payments::fiscal::store as fiscal;
use crate::payments::provider::Provider;
use crate::payments::rules::taxes;
use crate::payments::{Method, Receipt, ReceiptLine};
use crate::server::{Conn, Tx};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;

/// The JSON of `receipts.body`.
#[derive(Serialize, Deserialize)]
pub struct Body {
    pub resort: Texts,
    pub address: Texts,
    pub guest: String,
    pub room: String,
    pub lines: Vec<ReceiptLine>,
}

pub fn body(text: &str) -> Result<Body, Fault> {
    serde_json::from_str(text).map_err(|_| Fault::TryAgain)
}

/// Receipts of payments and of refunds are two series.
fn series(refund: bool) -> &'static str {
    if refund { "B" } else { "A" }
}

/// `A-000012`
pub fn written(series: &str, number: i64) -> String {
    format!("{series}-{number:06}")
}

/// Who signs a receipt, where the law asks for it: one of the two, so that no money is signed twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signer {
    /// The provider through which the money moved.
    Provider,
    /// The resort's cash register, if it has one.
    Register,
    /// No money has moved.
    Nobody,
}

impl Signer {
    /// Of what moves through the provider of this payment.
    pub(super) fn of(payment: &Payment) -> Signer {
        match Provider::parse(&payment.provider) {
            _ if payment.method == Method::Points => Signer::Nobody,
            Some(provider) if provider.signs_receipts() => Signer::Provider,
            _ => Signer::Register,
        }
    }
}

/// The next number belongs to whoever has this transaction; if it fails, nobody has had the number.
pub(super) async fn add_receipt(
    tx: &mut Tx,
    payment: &Payment,
    of: (Option<PaymentId>, Option<RefundId>),
    amount: i64,
    lines: &[ReceiptLine],
    signer: Signer,
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
        #[serde(default)]
        cash_register: String,
    }
    let seller: Seller = serde_json::from_str(&resort).map_err(|_| Fault::TryAgain)?;
    let register = if signer == Signer::Register { seller.cash_register } else { String::new() };
    let (guest, room): (String, String) = sqlx::query_as(
        "SELECT coalesce(g.name, st.reference), ro.number FROM stays st JOIN rooms ro ON ro.id = st.room_id
           LEFT JOIN guests g ON g.stay_id = st.id AND g.lead = 1 WHERE st.id = $1",
    )
    .bind(payment.stay.0)
    .fetch_one(tx.conn())
    .await?;
    let body = Body { resort: seller.name, address: seller.address, guest, room, lines: lines.to_vec() };
    let receipt: i64 = sqlx::query_scalar(
        "INSERT INTO receipts (series, number, stay_id, payment_id, refund_id, amount, currency, body, at, register)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id",
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
    .bind(&register)
    .fetch_one(tx.conn())
    .await?;
    if !register.is_empty() {
        fiscal::add(tx, ReceiptId(receipt), &register).await?;
    }
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
    method: String,
    by_hand: i64,
}

/// A receipt of this stay; anybody else's is not found.
pub async fn receipt(conn: &mut Conn, shelf: &Shelf, stay: StayId, id: ReceiptId, lang: Lang) -> Result<Receipt, Fault> {
    let row: ReceiptRow =
        sqlx::query_as(
            "SELECT r.series, r.number, r.payment_id, r.refund_id, r.amount, r.body, r.at, p.method, coalesce(f.by_hand, 0) AS by_hand FROM receipts r
               LEFT JOIN refunds f ON f.id = r.refund_id JOIN payments p ON p.id = coalesce(r.payment_id, f.payment_id) WHERE r.id = $1 AND r.stay_id = $2",
        )
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
    .fetch_all(&mut *conn)
    .await?;
    let body = body(&row.body)?;
    Ok(Receipt {
        id,
        number: written(&row.series, row.number),
        method: Method::moved(&row.method, row.by_hand == 1).ok_or(Fault::TryAgain)?,
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
        fiscal: fiscal::of_receipt(conn, shelf.time, id).await?,
    })
}
