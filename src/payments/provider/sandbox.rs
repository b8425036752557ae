//! The sandbox acquirer: a provider that takes no money, with a page of its own (`boot/acquirer.rs`) and books of its own.
//! Its cards approve, decline, ask for a second step, answer late or answer twice; its calls are signed. Its books take no
//! turns with ours: what it decides is decided by one conditional update.

use super::{Heard, Outcome, Page, Returned, Unheard};
use crate::base::Fault;
use crate::payments::store::Payment;
use crate::server::{House, Keys, Tx};
use axum::http::HeaderMap;
use serde::Deserialize;
use sqlx::FromRow;
use subtle::ConstantTimeEq as _;

/// How much later the late card answers, in seconds: after every hold has run out.
pub const LATE: i64 = 30 * 60;
/// What the second step asks for; the page says it, as there is no telephone to send it to.
pub const CODE: &str = "4071";

/// What the guest does on the acquirer's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    Approve,
    Decline,
    /// Asks for a code first.
    SecondStep,
    /// The money is taken at once, and said half an hour later.
    Late,
    /// Says the same twice.
    Twice,
}

impl Card {
    pub const ALL: [Card; 5] = [Card::Approve, Card::Decline, Card::SecondStep, Card::Late, Card::Twice];

    /// As in the page's form.
    pub fn name(self) -> &'static str {
        match self {
            Card::Approve => "approve",
            Card::Decline => "decline",
            Card::SecondStep => "second-step",
            Card::Late => "late",
            Card::Twice => "twice",
        }
    }

    pub fn parse(name: &str) -> Option<Card> {
        Card::ALL.into_iter().find(|card| card.name() == name)
    }
}

/// A payment in the acquirer's books.
#[derive(Clone, Debug, FromRow)]
pub struct Entry {
    pub reference: String,
    pub amount: i64,
    pub currency: String,
    /// Where the guest goes back to.
    pub back: String,
    pub state: String,
    pub late_at: Option<i64>,
}

impl Entry {
    fn outcome(&self, now: i64) -> Outcome {
        match (self.state.as_str(), self.late_at) {
            ("captured", _) => Outcome::Captured(self.amount),
            ("late", Some(at)) if at <= now => Outcome::Captured(self.amount),
            ("declined", _) => Outcome::Failed,
            ("cancelled", _) => Outcome::Cancelled,
            _ => Outcome::Waiting,
        }
    }

    /// Whether the guest can still choose a card.
    pub fn is_open(&self) -> bool {
        matches!(self.state.as_str(), "waiting" | "second_step")
    }
}

/// A call that is to be made.
#[derive(Clone, Debug, FromRow)]
pub struct Call {
    pub id: i64,
    pub event: String,
    pub reference: String,
}

impl Call {
    /// What is sent.
    pub fn body(&self) -> String {
        serde_json::json!({ "event": self.event, "payment": self.reference }).to_string()
    }
}

/// The signature of a call.
pub fn signature(keys: &Keys, body: &[u8]) -> String {
    Keys::hash([&keys.derive("the sandbox acquirer's calls", ""), body].concat())
}

#[derive(Deserialize)]
struct Body {
    event: String,
    payment: String,
}

pub fn hear(house: &House, headers: &HeaderMap, body: &[u8]) -> Result<Heard, Unheard> {
    let signed = headers.get("x-sandbox-signature").map(|value| value.as_bytes()).unwrap_or_default();
    if !bool::from(signature(&house.keys, body).as_bytes().ct_eq(signed)) {
        return Err(Unheard::Unsigned);
    }
    let body: Body = serde_json::from_slice(body).map_err(|_| Unheard::Malformed)?;
    Ok(Heard { event: body.event, reference: body.payment })
}

pub async fn begin(house: &House, payment: &Payment, back: &str) -> Result<Page, Fault> {
    let mut tx = house.begin_apart().await?;
    let added = "INSERT INTO sandbox_payments (reference, secret, amount, currency, back, state) VALUES ($1, $2, $3, $4, $5, 'waiting')
                 ON CONFLICT (secret) DO NOTHING";
    sqlx::query(added).bind(Keys::token()).bind(&payment.secret).bind(payment.amount).bind(&payment.currency).bind(back).execute(tx.conn()).await?;
    let reference: String =
        sqlx::query_scalar("SELECT reference FROM sandbox_payments WHERE secret = $1").bind(&payment.secret).fetch_one(tx.conn()).await?;
    tx.commit().await?;
    let address = address(&reference);
    Ok(Page { reference, address })
}

/// The acquirer's page of a payment.
pub fn address(reference: &str) -> String {
    format!("/pay/sandbox/{reference}")
}

/// A payment in the books, for the acquirer's page.
pub async fn entry(house: &House, reference: &str) -> Result<Entry, Fault> {
    let found = "SELECT reference, amount, currency, back, state, late_at FROM sandbox_payments WHERE reference = $1";
    Ok(sqlx::query_as(found).bind(reference).fetch_one(house.database.readers()).await?)
}

pub async fn look(house: &House, reference: &str) -> Result<Outcome, Fault> {
    Ok(entry(house, reference).await?.outcome(house.clock.now()))
}

pub async fn cancel(house: &House, reference: &str) -> Result<Outcome, Fault> {
    let mut tx = house.begin_apart().await?;
    turn(&mut tx, reference, "cancelled").await?;
    tx.commit().await?;
    look(house, reference).await
}

pub async fn give_back(house: &House, reference: &str, secret: &str, amount: i64) -> Result<Returned, Fault> {
    let mut tx = house.begin_apart().await?;
    let added = sqlx::query("INSERT INTO sandbox_refunds (secret, reference, amount) VALUES ($1, $2, $3) ON CONFLICT (secret) DO NOTHING")
        .bind(secret)
        .bind(reference)
        .bind(amount)
        .execute(tx.conn())
        .await?
        .rows_affected();
    if added == 1 {
        let now = tx.now();
        let taken = sqlx::query(
            "UPDATE sandbox_payments SET refunded = refunded + $2
              WHERE reference = $1 AND refunded + $2 <= amount AND (state = 'captured' OR (state = 'late' AND late_at <= $3))",
        );
        if taken.bind(reference).bind(amount).bind(now).execute(tx.conn()).await?.rows_affected() != 1 {
            return Ok(Returned::Refused);
        }
    }
    tx.commit().await?;
    Ok(Returned::Settled)
}

/// The guest has chosen a card.
pub async fn choose(house: &House, reference: &str, card: Card) -> Result<(), Fault> {
    let mut tx = house.begin_apart().await?;
    let now = tx.now();
    match card {
        Card::Approve | Card::Twice if turn(&mut tx, reference, "captured").await? => {
            let event = Keys::token();
            for again in 0..if card == Card::Twice { 2 } else { 1 } {
                // Twice the same call, and once more under another name.
                call(&mut tx, &event, reference, now).await?;
                if again > 0 {
                    call(&mut tx, &Keys::token(), reference, now).await?;
                }
            }
        }
        Card::Decline if turn(&mut tx, reference, "declined").await? => call(&mut tx, &Keys::token(), reference, now).await?,
        Card::SecondStep => {
            turn(&mut tx, reference, "second_step").await?;
        }
        Card::Late => {
            let late = "UPDATE sandbox_payments SET state = 'late', late_at = $2 WHERE reference = $1 AND state IN ('waiting', 'second_step')";
            if sqlx::query(late).bind(reference).bind(now + LATE).execute(tx.conn()).await?.rows_affected() == 1 {
                call(&mut tx, &Keys::token(), reference, now + LATE).await?;
            }
        }
        _ => {}
    }
    tx.commit().await
}

/// The guest has typed the code of the second step. One that is wrong ends it.
pub async fn second_step(house: &House, reference: &str, code: &str) -> Result<(), Fault> {
    let mut tx = house.begin_apart().await?;
    let now = tx.now();
    let entry = if code.trim() == CODE { "captured" } else { "declined" };
    let done = "UPDATE sandbox_payments SET state = $2 WHERE reference = $1 AND state = 'second_step'";
    if sqlx::query(done).bind(reference).bind(entry).execute(tx.conn()).await?.rows_affected() == 1 {
        call(&mut tx, &Keys::token(), reference, now).await?;
    }
    tx.commit().await
}

/// The guest has turned back.
pub async fn turn_back(house: &House, reference: &str) -> Result<(), Fault> {
    let mut tx = house.begin_apart().await?;
    let now = tx.now();
    if turn(&mut tx, reference, "cancelled").await? {
        call(&mut tx, &Keys::token(), reference, now).await?;
    }
    tx.commit().await
}

/// What has been decided stays decided.
async fn turn(tx: &mut Tx, reference: &str, state: &str) -> Result<bool, Fault> {
    let turned = sqlx::query("UPDATE sandbox_payments SET state = $2 WHERE reference = $1 AND state IN ('waiting', 'second_step')")
        .bind(reference)
        .bind(state)
        .execute(tx.conn())
        .await?;
    Ok(turned.rows_affected() == 1)
}

async fn call(tx: &mut Tx, event: &str, reference: &str, due_at: i64) -> Result<(), Fault> {
    sqlx::query("INSERT INTO sandbox_calls (event, reference, due_at) VALUES ($1, $2, $3)")
        .bind(event)
        .bind(reference)
        .bind(due_at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Calls that are due, the oldest first.
pub async fn due(house: &House) -> Result<Vec<Call>, Fault> {
    let due = "SELECT id, event, reference FROM sandbox_calls WHERE called_at IS NULL AND due_at <= $1 ORDER BY due_at, id LIMIT 100";
    Ok(sqlx::query_as(due).bind(house.clock.now()).fetch_all(house.database.readers()).await?)
}

/// A call was heard.
pub async fn called(tx: &mut Tx, call: &Call) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query("UPDATE sandbox_calls SET called_at = $2 WHERE id = $1").bind(call.id).bind(now).execute(tx.conn()).await?;
    Ok(())
}
