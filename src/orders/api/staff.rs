//! The staff's doors: what is ordered, and moving an order along.

use crate::orders::{DeskOrderView, DeskOrders, OrderRefusal};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// Orders for the console: what is open first (oldest on top), then what is done (newest on top).
///
/// `state`: empty for all, `open`, or a state's name. `day`: empty for any, or the resort's day on which it was placed
/// or is to be brought; without one, of what is done only the last two days are listed.
#[server(endpoint = "staff-orders", input = GetUrl)]
pub async fn staff_orders(#[server(default)] state: String, #[server(default)] day: String) -> Result<DeskOrders, OrderRefusal> {
    use crate::base::{Day, Fault};
    use crate::catalog::shelf::shelf;
    use crate::orders::{OrderState, store};
    use crate::people::session::{Staff, caller};
    use crate::server::house;

    Staff::asking()?;
    let state = match state.as_str() {
        "" => store::Which::Any,
        "open" => store::Which::Open,
        name => store::Which::State(OrderState::parse(name).ok_or_else(|| Fault::Field("state".into()))?),
    };
    let day = match day.as_str() {
        "" => None,
        text => Some(Day::parse(text).ok_or_else(|| Fault::Field("day".into()))?),
    };
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let now = house.clock.now();
    let rows = store::desk_list(house.database.readers(), shelf.time, state, day, now).await?;
    let (waiting, open) = store::desk_counts(house.database.readers()).await?;
    Ok(DeskOrders { orders: rows.into_iter().map(|row| row.desk(shelf.time, lang, now)).collect(), waiting, open })
}

/// One order for the console.
#[server(endpoint = "staff-order", input = GetUrl)]
pub async fn staff_order(order: i64) -> Result<DeskOrderView, OrderRefusal> {
    use crate::base::OrderId;
    use crate::catalog::shelf::shelf;
    use crate::orders::store;
    use crate::people::session::{Staff, caller};
    use crate::server::house;

    Staff::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let pool = house.database.readers();
    let row = store::desk_one(pool, OrderId(order)).await?;
    let facts = store::facts(pool, OrderId(order), shelf.time).await?;
    Ok(DeskOrderView { order: row.desk(shelf.time, lang, house.clock.now()), facts })
}

/// Moves an order along: accepted, on its way, delivered; or declined, with a reason. `minutes`: how soon what is on its
/// way will be there, one of [`rules::ARRIVES_IN`](crate::orders::rules::ARRIVES_IN) or empty. `version` is the one the
/// clerk saw: whoever comes second learns that it changed meanwhile. The same tap arriving twice is answered as the first.
#[server(endpoint = "staff-advance-order")]
pub async fn staff_advance_order(
    order: i64,
    version: i64,
    to: String,
    #[server(default)] reason: String,
    #[server(default)] minutes: String,
    /// Where a plain form goes on to; an address of the console.
    #[server(default)]
    next: String,
) -> Result<(), OrderRefusal> {
    use crate::base::{Fault, OrderId};
    use crate::catalog::included;
    use crate::catalog::shelf::shelf;
    use crate::notices::tell;
    use crate::orders::{Actor, LONGEST_REASON, OrderState, rules, store};
    use crate::payments::{self, Subject};
    use crate::people::session::{Staff, own_path, see_other};
    use crate::people::store::{Deed, log};
    use crate::server::{Nudge, begin};

    let staff = Staff::asking()?;
    let order = OrderId(order);
    let to = OrderState::parse(&to).ok_or_else(|| Fault::Field("to".into()))?;
    let reason = rules::clean(&reason);
    if reason.chars().count() > LONGEST_REASON {
        return Err(Fault::Field("reason".into()).into());
    }
    let minutes = match minutes.as_str() {
        "" => None,
        text => Some(text.parse().ok().filter(|minutes| rules::ARRIVES_IN.contains(minutes)).ok_or_else(|| Fault::Field("minutes".into()))?),
    };
    let onward = move || see_other(if next.starts_with("/staff") { own_path(&next) } else { "/staff/orders" });

    let mut tx = begin().await?;
    let row = store::brief(&mut tx, order).await?;
    if row.version != version {
        if row.state == to && row.version == version + 1 && store::moved_by(&mut tx, order, to, staff.id()).await? {
            onward();
            return Ok(());
        }
        return Err(OrderRefusal::ChangedMeanwhile { state: row.state });
    }
    rules::advance(row.state, to, &reason)?;
    if !store::advance(&mut tx, order, row.state, version, to).await? {
        return Err(OrderRefusal::ChangedMeanwhile { state: row.state });
    }
    if to == OrderState::Declined {
        store::reverse(&mut tx, row.stay, order, row.total).await?;
        payments::store::give_back_credit(&mut tx, Subject::Order(order), None).await?;
        included::give_back(&mut tx, included::Subject::Order(order.0)).await?;
    }
    let kept = if to == OrderState::Declined { reason } else { String::new() };
    let now = tx.now();
    let expected = minutes.filter(|_| to == OrderState::OnItsWay).map(|minutes: i64| now + minutes * 60);
    let detail = store::Detail { expected, ..store::Detail::reason(&kept) };
    store::add_fact(&mut tx, order, to, Actor::Staff, staff.name(), &detail).await?;
    let deed = Deed { deed: "order_moved", subject: "order", subject_id: order.0, before: row.state.name(), after: to.name(), reason: &kept };
    log(tx.conn(), now, Some(&staff), deed).await?;
    let time = shelf()?.time;
    let expected = expected.map(|instant| time.wall(instant).to_string());
    tell(&mut tx, row.stay, rules::notice(order, to, kept, expected)).await?;
    tx.nudge(Nudge::Desk);
    tx.commit().await?;
    onward();
    Ok(())
}
