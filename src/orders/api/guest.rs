//! The guest's doors: placing an order, following it, taking it back, and the room's bill.

use crate::base::OrderId;
use crate::orders::{Bill, OrderRefusal, OrderRow, OrderView};
use leptos::prelude::*;
use server_fn::codec::GetUrl;
use std::collections::HashMap;

/// Places the order that the form shows. Answers its id, also when the same form arrives again.
///
/// `basket` is the text of [`crate::orders::basket::Basket`]. `when` is `now` or `later`; `day` and `time` are the
/// resort's. `totals` holds the sum that the page showed for each day (`totals[d2026-11-21]`: a key that begins with a
/// digit would be read as an index); it must be the one computed here.
#[server(endpoint = "place-order")]
pub async fn place_order(
    intent: String,
    basket: String,
    #[server(default)] totals: HashMap<String, String>,
    #[server(default)] note: String,
    #[server(default)] when: String,
    #[server(default)] day: String,
    #[server(default)] time: String,
) -> Result<OrderId, OrderRefusal> {
    use super::basket::desk;
    use crate::base::intent_of;
    use crate::catalog::shelf::shelf;
    use crate::orders::placing::{self, By, Wanted};
    use crate::orders::{approval, store};
    use crate::people::session::{Guest, caller, see_other};
    use crate::server::begin;

    let (guest, shelf, lang) = (Guest::staying()?, shelf()?, caller()?.lang);
    let intent = intent_of(&intent)?;
    let wanted = Wanted::read(basket, &note, &when, &day, &time)?;
    let mut tx = begin().await?;
    if let Some((order, sent)) = store::placed_by(&mut tx, guest.stay(), &intent).await? {
        if sent != wanted.hash() {
            return Err(OrderRefusal::AlreadySent { order });
        }
        desk::clear()?;
        see_other(&format!("/orders/{order}"));
        return Ok(order);
    }
    let by = By { guest: &guest, asked: None, lang };
    let shown = |day| totals.get(&format!("d{day}")).and_then(|text| text.parse().ok());
    let order = match placing::place(&mut tx, &shelf, &by, &wanted, &intent, shown).await {
        Err(OrderRefusal::OverCap(over)) => {
            // Nothing is lost: it is kept, so that an adult of the party can be asked for it.
            let over = approval::keep(&mut tx, &shelf, &by, &wanted, &intent, over).await?;
            tx.commit().await?;
            return Err(OrderRefusal::OverCap(over));
        }
        placed => placed?,
    };
    tx.commit().await?;
    desk::clear()?;
    see_other(&format!("/orders/{order}"));
    Ok(order)
}

/// Takes an order back, as long as nobody has accepted it. Taking it back twice is once.
#[server(endpoint = "cancel-order")]
pub async fn cancel_order(order: i64) -> Result<(), OrderRefusal> {
    use crate::booking::money;
    use crate::catalog::included;
    use crate::catalog::shelf::shelf;
    use crate::notices::tell;
    use crate::orders::store::{self, Detail};
    use crate::orders::{Actor, OrderState, rules};
    use crate::payments::{self, Subject};
    use crate::people::session::{Guest, see_other};
    use crate::server::{Nudge, begin, house};

    let guest = Guest::staying()?;
    let order = OrderId(order);
    // Nobody may pay any more for what is taken back; what is paid in this instant comes back by itself.
    money::call_off(&house()?, &*shelf()?, guest.stay(), Subject::Order(order)).await?;
    let mut tx = begin().await?;
    let own = store::own(&mut tx, guest.stay(), order).await?;
    if own.state == OrderState::Cancelled {
        see_other(&format!("/orders/{order}"));
        return Ok(());
    }
    rules::cancel(own.state)?;
    if !store::advance(&mut tx, order, own.state, own.version, OrderState::Cancelled).await? {
        return Err(OrderRefusal::ChangedMeanwhile { state: own.state });
    }
    store::reverse(&mut tx, guest.stay(), order, own.total).await?;
    payments::store::give_back_credit(&mut tx, Subject::Order(order), None).await?;
    included::give_back(&mut tx, included::Subject::Order(order.0)).await?;
    store::add_fact(&mut tx, order, OrderState::Cancelled, Actor::Guest, guest.name(), &Detail::default()).await?;
    tell(&mut tx, guest.stay(), rules::notice(order, OrderState::Cancelled, String::new(), None)).await?;
    tx.nudge(Nudge::Desk);
    tx.commit().await?;
    see_other(&format!("/orders/{order}"));
    Ok(())
}

/// Begins to pay by card for an order that stands on the room's bill: leads to the page of whoever takes the money, and
/// answers its address. `expected` is the sum that the button showed, `part` an amount as it was typed when only a part of it
/// is to be paid.
#[server(endpoint = "pay-order-by-card")]
pub async fn pay_order_by_card(
    order: i64,
    #[server(default)] expected: String,
    #[server(default)] part: String,
    intent: String,
) -> Result<String, OrderRefusal> {
    use crate::base::{intent_of, shown_amount};
    use crate::booking::money;
    use crate::booking::store::pay::Sum;
    use crate::catalog::shelf::shelf;
    use crate::orders::store;
    use crate::people::session::{Guest, caller, see_other};
    use crate::server::house;

    let guest = Guest::staying()?;
    let (expected, intent) = (shown_amount("expected", &expected)?, intent_of(&intent)?);
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    if !money::can_be_asked(&house, &shelf) {
        return Err(OrderRefusal::CardUnavailable);
    }
    let sum = Sum { expected, part: shelf.coin.typed("part", &part)? };
    let mut tx = house.begin().await?;
    let payment = store::begin_card(&mut tx, &shelf, (guest.stay(), lang), OrderId(order), sum, &intent).await?;
    tx.commit().await?;
    let address = money::at_the_provider(&house, &shelf, payment).await?.ok_or(OrderRefusal::CardUnavailable)?;
    see_other(&address);
    Ok(address)
}

/// Pays with points for an order that stands on the room's bill; `expected` is what they were said to pay, in minor units.
#[server(endpoint = "pay-order-with-points")]
pub async fn pay_order_with_points(order: i64, expected: i64, intent: String) -> Result<OrderId, OrderRefusal> {
    use crate::base::intent_of;
    use crate::booking::{money, store as booking};
    use crate::catalog::shelf::shelf;
    use crate::orders::store;
    use crate::payments::Subject;
    use crate::people::session::{Guest, caller, see_other};
    use crate::server::house;

    let (guest, order, intent) = (Guest::staying()?, OrderId(order), intent_of(&intent)?);
    let who = booking::Who { lang: caller()?.lang, ..booking::Who::from(&guest) };
    let (house, shelf) = (house()?, shelf()?);
    if booking::points::is_done(&mut *house.database.readers().acquire().await.map_err(crate::base::Fault::from)?, who.stay, &intent).await? {
        see_other(&format!("/orders/{order}"));
        return Ok(order);
    }
    // What is being paid by card in this instant is not paid a second time.
    if money::call_off(&house, &shelf, who.stay, Subject::Order(order)).await? {
        return Err(OrderRefusal::CardUnavailable);
    }
    let mut tx = house.begin().await?;
    store::pay_with_points(&mut tx, &shelf, &who, order, expected, &intent).await?;
    tx.commit().await?;
    see_other(&format!("/orders/{order}"));
    Ok(order)
}

/// One order of this guest.
#[server(endpoint = "order", input = GetUrl)]
pub async fn follow_order(order: i64) -> Result<OrderView, OrderRefusal> {
    use crate::booking::money::{Standing, pay_of};
    use crate::catalog::shelf::shelf;
    use crate::catalog::{Kind, Way};
    use crate::orders::{OrderState, store};
    use crate::payments::Subject;
    use crate::people::session::{Guest, caller};
    use crate::server::{house, reader};
    use crate::stays::caps::adult;

    let guest = Guest::asking()?;
    let (shelf, lang) = (shelf()?, caller()?.lang);
    let pool = reader()?;
    let mut view = store::view(&pool, guest.stay(), OrderId(order), shelf.time, lang).await?;
    let subject = Subject::Order(view.id);
    let stands = !matches!(view.state, OrderState::Declined | OrderState::Cancelled);
    let by_points = shelf.resort.pay.contains(&Way::Points) && adult(&guest, shelf.resort.caps()).is_ok();
    let standing = Standing { stay: guest.stay(), subject, root: subject, stands, owed: None, may_pay: Guest::staying().is_ok(), by_points };
    view.pay = pay_of(&mut *pool.acquire().await.map_err(crate::base::Fault::from)?, &house()?, &shelf, standing).await?;
    if matches!(view.state, OrderState::Delivered | OrderState::Cancelled) {
        for line in &view.lines {
            if let Ok((_, offer)) = shelf.offer_by_key(&line.key)
                && offer.kind == Kind::Service
                && view.again.iter().all(|(key, _)| *key != offer.key)
            {
                view.again.push((offer.key.clone(), offer.title.get(lang).to_owned()));
            }
        }
    }
    Ok(view)
}

/// Everything this stay has ordered, newest first.
#[server(endpoint = "my-orders", input = GetUrl)]
pub async fn my_orders() -> Result<Vec<OrderRow>, OrderRefusal> {
    use crate::catalog::shelf::shelf;
    use crate::orders::store;
    use crate::people::session::{Guest, caller};
    use crate::server::reader;

    let guest = Guest::asking()?;
    Ok(store::list(&reader()?, guest.stay(), shelf()?.time, caller()?.lang).await?)
}

/// The room's bill.
#[server(endpoint = "bill", input = GetUrl)]
pub async fn room_bill() -> Result<Bill, OrderRefusal> {
    use crate::catalog::shelf::shelf;
    use crate::orders::{BillEntry, store};
    use crate::people::session::{Guest, caller};
    use crate::server::reader;

    let guest = Guest::asking()?;
    let entries = store::bill(&reader()?, guest.stay(), &*shelf()?, caller()?.lang).await?;
    let total = entries.iter().map(BillEntry::owed).sum();
    Ok(Bill { room: guest.room().to_owned(), entries, total })
}
