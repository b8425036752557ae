//! The SQL of the orders: what is written is here; `read.rs` is what the guest reads, `desk.rs` what the console reads, `pay.rs` begins to pay by card,
//! `sums.rs` what must agree.

mod desk;
mod pay;
mod read;
mod sums;

pub use desk::{Which, desk_counts, desk_list, desk_one};
pub use pay::{begin_card, pay_with_points, sold_lines};
pub use read::{bill, facts, list, list_whole, ordered_offers, under_way, view};
pub use sums::SUMS;

use super::{Actor, Moment, OrderState, Sold};
use crate::base::{Fault, OfferId, OrderId, StaffId, StayId};
use crate::server::{Time, Tx};
use serde::{Deserialize, Serialize};

/// What a fact of the timeline carries besides who and when.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Detail {
    /// Why it was declined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// On its way: the instant at which it is expected to be there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<i64>,
    /// Hash of the form that placed it, to tell a repeat from another order under the same key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// Placed: who of the party asked for it, and somebody else said yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_by: Option<String>,
}

impl Detail {
    pub fn reason(reason: &str) -> Detail {
        Detail { reason: Some(reason.to_owned()).filter(|reason| !reason.is_empty()), ..Detail::default() }
    }

    pub(super) fn read(text: &str) -> Detail {
        serde_json::from_str(text).unwrap_or_default()
    }
}

/// An order that a form placed before, with the hash of that form.
pub async fn placed_by(tx: &mut Tx, stay: StayId, intent: &str) -> Result<Option<(OrderId, String)>, Fault> {
    let row: Option<(i64, String)> = sqlx::query_as(
        "SELECT o.id, t.detail FROM orders o JOIN timeline t ON t.subject = 'order' AND t.subject_id = o.id AND t.fact = 'placed'
          WHERE o.stay_id = $1 AND o.intent = $2",
    )
    .bind(stay.0)
    .bind(intent)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|(id, detail)| (OrderId(id), Detail::read(&detail).form.unwrap_or_default())))
}

/// An order to be written.
pub struct NewOrder<'a> {
    pub stay: StayId,
    pub deliver_at: Option<i64>,
    pub note: &'a str,
    pub total: i64,
    pub intent: &'a str,
}

/// Writes a new order. Nothing when the same form arrived in the same instant and was first.
pub async fn add(tx: &mut Tx, order: &NewOrder<'_>) -> Result<Option<OrderId>, Fault> {
    let now = tx.now();
    let id: Option<i64> = sqlx::query_scalar(
        "INSERT INTO orders (stay_id, state, deliver_at, note, total, intent, created_at) VALUES ($1, 'placed', $2, $3, $4, $5, $6)
         ON CONFLICT (stay_id, intent) DO NOTHING RETURNING id",
    )
    .bind(order.stay.0)
    .bind(order.deliver_at)
    .bind(order.note)
    .bind(order.total)
    .bind(order.intent)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    Ok(id.map(OrderId))
}

/// A line to be written.
pub struct NewLine {
    pub offer: OfferId,
    pub sold: Sold,
    pub quantity: i64,
    pub included: i64,
    pub unit: i64,
    pub extra: i64,
    pub amount: i64,
}

pub async fn add_line(tx: &mut Tx, order: OrderId, line: &NewLine) -> Result<(), Fault> {
    let sold = serde_json::to_string(&line.sold).map_err(|_| Fault::TryAgain)?;
    sqlx::query(
        "INSERT INTO order_lines (order_id, offer_id, sold, quantity, included, unit, extra, amount) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(order.0)
    .bind(line.offer.0)
    .bind(sold)
    .bind(line.quantity)
    .bind(line.included)
    .bind(line.unit)
    .bind(line.extra)
    .bind(line.amount)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Puts an order on the room's bill, unless it costs nothing.
pub async fn charge(tx: &mut Tx, stay: StayId, order: OrderId, amount: i64) -> Result<(), Fault> {
    if amount > 0 { folio(tx, stay, order, "charge", amount).await } else { Ok(()) }
}

/// Takes an order off the room's bill, exactly once; whoever put it there may spend it again.
pub async fn reverse(tx: &mut Tx, stay: StayId, order: OrderId, amount: i64) -> Result<(), Fault> {
    if amount > 0 {
        folio(tx, stay, order, "reversal", -amount).await?;
        crate::stays::caps::store::give_back(tx, "order", order.0, order.0).await?;
    }
    Ok(())
}

async fn folio(tx: &mut Tx, stay: StayId, order: OrderId, kind: &str, amount: i64) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query(
        "INSERT INTO folio_lines (stay_id, kind, subject, subject_id, amount, at) VALUES ($1, $2, 'order', $3, $4, $5)
         ON CONFLICT (subject, subject_id, kind, nth) DO NOTHING",
    )
    .bind(stay.0)
    .bind(kind)
    .bind(order.0)
    .bind(amount)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes into the history of an order who brought it into a state.
pub async fn add_fact(tx: &mut Tx, order: OrderId, state: OrderState, actor: Actor, name: &str, detail: &Detail) -> Result<(), Fault> {
    let now = tx.now();
    let actor = match actor {
        Actor::Guest => "guest",
        Actor::Staff => "staff",
        Actor::House => "house",
    };
    let detail = serde_json::to_string(detail).map_err(|_| Fault::TryAgain)?;
    sqlx::query("INSERT INTO timeline (subject, subject_id, at, actor, name, fact, detail) VALUES ('order', $1, $2, $3, $4, $5, $6)")
        .bind(order.0)
        .bind(now)
        .bind(actor)
        .bind(name)
        .bind(state.name())
        .bind(detail)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// What has to be known of an order to change it.
pub struct Brief {
    pub stay: StayId,
    pub state: OrderState,
    pub version: i64,
    pub total: i64,
}

/// An order, whoever's: for the staff.
pub async fn brief(tx: &mut Tx, order: OrderId) -> Result<Brief, Fault> {
    let row: Option<(i64, String, i64, i64)> =
        sqlx::query_as("SELECT stay_id, state, version, total FROM orders WHERE id = $1").bind(order.0).fetch_optional(tx.conn()).await?;
    let (stay, state, version, total) = row.ok_or(Fault::NotFound)?;
    Ok(Brief { stay: StayId(stay), state: state_of(&state)?, version, total })
}

/// An order of this stay.
pub async fn own(tx: &mut Tx, stay: StayId, order: OrderId) -> Result<Brief, Fault> {
    let brief = brief(tx, order).await?;
    if brief.stay == stay { Ok(brief) } else { Err(Fault::NotFound) }
}

/// Brings an order from one state into another. False when somebody else changed it meanwhile.
pub async fn advance(tx: &mut Tx, order: OrderId, from: OrderState, version: i64, to: OrderState) -> Result<bool, Fault> {
    let done = sqlx::query("UPDATE orders SET state = $1, version = version + 1 WHERE id = $2 AND state = $3 AND version = $4")
        .bind(to.name())
        .bind(order.0)
        .bind(from.name())
        .bind(version)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether the last deed at this order was this clerk's, bringing it into this state.
pub async fn moved_by(tx: &mut Tx, order: OrderId, to: OrderState, staff: StaffId) -> Result<bool, Fault> {
    let last: Option<(Option<i64>, String)> =
        sqlx::query_as("SELECT staff_id, after FROM staff_log WHERE subject = 'order' AND subject_id = $1 ORDER BY id DESC LIMIT 1")
            .bind(order.0)
            .fetch_optional(tx.conn())
            .await?;
    Ok(last == Some((Some(staff.0), to.name().to_owned())))
}

fn state_of(text: &str) -> Result<OrderState, Fault> {
    OrderState::parse(text).ok_or(Fault::TryAgain)
}

/// The instant as people of the resort read it.
pub fn moment(time: Time, instant: i64) -> Moment {
    Moment { day: time.day(instant), wall: time.wall(instant).to_string() }
}
