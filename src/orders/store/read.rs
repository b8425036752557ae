//! What the guest reads: an order with its history, the list, the room's bill, and what Today shows.

use super::{Detail, moment, state_of};
use crate::base::{BookingId, Fault, Lang, OfferId, OrderId, StayId, Texts};
use crate::catalog::shelf::Shelf;
use crate::orders::{Actor, BillEntry, BillPaid, OrderFact, OrderLine, OrderRow, OrderState, OrderView, Sold};
use crate::payments::store as payments;
use crate::payments::{Pay, Subject};
use crate::server::{Conn, Db, Pool, Time};
use sqlx::{FromRow, QueryBuilder};
use std::collections::HashMap;

#[derive(FromRow)]
pub(super) struct LineRow {
    order_id: i64,
    sold: String,
    quantity: i64,
    included: i64,
    unit: i64,
    extra: i64,
    amount: i64,
}

impl LineRow {
    fn sold(&self) -> Sold {
        let unknown = Sold { key: String::new(), title: Texts::default(), option: None, answers: Vec::new(), photo: String::new() };
        serde_json::from_str(&self.sold).unwrap_or(unknown)
    }

    pub(super) fn line(&self, lang: Lang) -> OrderLine {
        let sold = self.sold();
        OrderLine {
            title: sold.title.get(lang).to_owned(),
            option: sold.option.as_ref().map(|name| name.get(lang).to_owned()),
            answers: sold.said(lang),
            key: sold.key,
            photo: sold.photo,
            quantity: self.quantity,
            included: self.included,
            unit: self.unit,
            extra: self.extra,
            amount: self.amount,
        }
    }
}

/// The lines of some orders, by order.
pub(super) async fn lines(pool: &Pool, orders: &[i64]) -> Result<HashMap<i64, Vec<LineRow>>, sqlx::Error> {
    let mut found: HashMap<i64, Vec<LineRow>> = HashMap::new();
    if orders.is_empty() {
        return Ok(found);
    }
    let mut query = QueryBuilder::<Db>::new("SELECT order_id, sold, quantity, included, unit, extra, amount FROM order_lines WHERE order_id IN (");
    let mut list = query.separated(", ");
    for order in orders {
        list.push_bind(*order);
    }
    query.push(") ORDER BY id");
    for row in query.build_query_as::<LineRow>().fetch_all(pool).await? {
        found.entry(row.order_id).or_default().push(row);
    }
    Ok(found)
}

/// What an order's lines are: the title, how many pieces, and minor units.
pub async fn sold(conn: &mut Conn, order: OrderId) -> Result<Vec<(Texts, i64, i64)>, sqlx::Error> {
    let lines = "SELECT order_id, sold, quantity, included, unit, extra, amount FROM order_lines WHERE order_id = $1 ORDER BY id";
    let rows: Vec<LineRow> = sqlx::query_as(lines).bind(order.0).fetch_all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.sold().title, row.quantity, row.amount)).collect())
}

#[derive(FromRow)]
struct OrderHead {
    id: i64,
    state: String,
    deliver_at: Option<i64>,
    note: String,
    total: i64,
    version: i64,
    created_at: i64,
}

/// One order of this stay, with its lines and its history.
pub async fn view(pool: &Pool, stay: StayId, order: OrderId, time: Time, lang: Lang) -> Result<OrderView, Fault> {
    let head: Option<OrderHead> =
        sqlx::query_as("SELECT id, state, deliver_at, note, total, version, created_at FROM orders WHERE id = $1 AND stay_id = $2")
            .bind(order.0)
            .bind(stay.0)
            .fetch_optional(pool)
            .await?;
    let head = head.ok_or(Fault::NotFound)?;
    let lines = lines(pool, &[order.0]).await?.remove(&order.0).unwrap_or_default();
    Ok(OrderView {
        id: order,
        version: head.version,
        state: state_of(&head.state)?,
        placed: moment(time, head.created_at),
        deliver: head.deliver_at.map(|at| moment(time, at)),
        note: head.note,
        lines: lines.iter().map(|line| line.line(lang)).collect(),
        total: head.total,
        facts: facts(pool, order, time).await?,
        pay: Pay::default(),
        again: Vec::new(),
    })
}

/// The history of an order, oldest first.
pub async fn facts(pool: &Pool, order: OrderId, time: Time) -> Result<Vec<OrderFact>, Fault> {
    let rows: Vec<(i64, String, String, String, String)> =
        sqlx::query_as("SELECT at, actor, name, fact, detail FROM timeline WHERE subject = 'order' AND subject_id = $1 ORDER BY id")
            .bind(order.0)
            .fetch_all(pool)
            .await?;
    let fact = |(at, actor, name, fact, detail): (i64, String, String, String, String)| {
        let actor = match actor.as_str() {
            "guest" => Actor::Guest,
            "staff" => Actor::Staff,
            _ => Actor::House,
        };
        let Detail { reason, expected, asked_by, .. } = Detail::read(&detail);
        let expected = expected.map(|instant| moment(time, instant).wall);
        Some(OrderFact { state: OrderState::parse(&fact)?, at: moment(time, at), actor, name, reason, expected, asked_by })
    };
    Ok(rows.into_iter().filter_map(fact).collect())
}

/// The orders of a stay, newest first.
pub async fn list(pool: &Pool, stay: StayId, time: Time, lang: Lang) -> Result<Vec<OrderRow>, Fault> {
    Ok(list_whole(pool, stay, time, lang).await?.into_iter().map(|(row, _)| row).collect())
}

/// The orders of a stay with their lines, newest first.
pub async fn list_whole(pool: &Pool, stay: StayId, time: Time, lang: Lang) -> Result<Vec<(OrderRow, Vec<OrderLine>)>, Fault> {
    let heads: Vec<OrderHead> = sqlx::query_as(
        "SELECT id, state, deliver_at, note, total, version, created_at FROM orders WHERE stay_id = $1 ORDER BY created_at DESC, id DESC LIMIT 200",
    )
    .bind(stay.0)
    .fetch_all(pool)
    .await?;
    let mut lines = lines(pool, &heads.iter().map(|head| head.id).collect::<Vec<_>>()).await?;
    heads
        .into_iter()
        .map(|head| {
            let lines: Vec<OrderLine> = lines.remove(&head.id).unwrap_or_default().iter().map(|line| line.line(lang)).collect();
            let first = lines.first();
            let row = OrderRow {
                id: OrderId(head.id),
                state: state_of(&head.state)?,
                at: moment(time, head.deliver_at.unwrap_or(head.created_at)),
                title: first.map(|line| line.title.clone()).unwrap_or_default(),
                pieces: lines.iter().map(|line| line.quantity).sum(),
                more: (lines.len() as i64 - 1).max(0),
                total: head.total,
                photo: first.map(|line| line.photo.clone()).unwrap_or_default(),
            };
            Ok((row, lines))
        })
        .collect()
}

/// The room's bill: every charge with what was taken back of it, oldest first.
pub async fn bill(pool: &Pool, stay: StayId, shelf: &Shelf, lang: Lang) -> Result<Vec<BillEntry>, Fault> {
    let rows: Vec<(String, String, i64, i64, i64, Option<String>)> = sqlx::query_as(
        "SELECT f.kind, f.subject, f.subject_id, f.amount, f.at, g.name FROM folio_lines f LEFT JOIN guests g ON g.id = f.guest_id
          WHERE f.stay_id = $1 ORDER BY f.at, f.id",
    )
    .bind(stay.0)
    .fetch_all(pool)
    .await?;
    let people: i64 = sqlx::query_scalar("SELECT count(*) FROM guests WHERE stay_id = $1").bind(stay.0).fetch_one(pool).await?;
    let orders: Vec<i64> = rows.iter().filter(|row| row.1 == "order" && row.0 == "charge").map(|row| row.2).collect();
    let lines = lines(pool, &orders).await?;
    let bookings: Vec<(i64, i64, String, Option<i64>)> =
        sqlx::query_as("SELECT id, offer_id, sold, apart_from FROM bookings WHERE stay_id = $1").bind(stay.0).fetch_all(pool).await?;
    // What comes back for one of several stands under what all of them were charged.
    let charged = |id: i64| bookings.iter().find(|one| one.0 == id).and_then(|one| one.3).unwrap_or(id);
    let order_title = |id: i64| {
        let titles = lines.get(&id).into_iter().flatten().map(|line| line.sold().title.get(lang).to_owned());
        titles.collect::<Vec<_>>().join(", ")
    };
    let booking_title = |id: i64| {
        let (_, offer, sold, _) = bookings.iter().find(|one| one.0 == id)?;
        let kept = serde_json::from_str::<serde_json::Value>(sold).ok().and_then(|sold| sold.get("title").cloned());
        let title = kept.and_then(|title| serde_json::from_value::<Texts>(title).ok()).map(|title| title.get(lang).to_owned());
        title.or_else(|| shelf.offer(OfferId(*offer)).ok().map(|offer| offer.title.get(lang).to_owned()))
    };
    let mut entries: Vec<BillEntry> = Vec::new();
    for (kind, subject, id, amount, at, by) in rows {
        let about = if subject == "order" { Subject::Order(OrderId(id)) } else { Subject::Booking(BookingId(charged(id))) };
        let at = moment(shelf.time, at);
        match entries.iter_mut().find(|entry| entry.about == about) {
            Some(entry) if kind != "charge" => {
                let before = entry.reversal.take().map_or(0, |(_, before)| before);
                // What was given back may be charged again.
                entry.reversal = Some((at, before + amount)).filter(|(_, back)| *back != 0);
            }
            _ => {
                let title = if subject == "order" { order_title(id) } else { booking_title(id).unwrap_or_default() };
                entries.push(BillEntry { about, title, at, by: by.filter(|_| people > 1), amount, reversal: None, paid: Vec::new() });
            }
        }
    }
    for one in payments::paid_by(&mut *pool.acquire().await?, stay).await? {
        let (about, at) = (one.subject, moment(shelf.time, one.at));
        let paid = BillPaid { at: at.clone(), back: one.back, method: one.method, amount: one.amount };
        match entries.iter_mut().find(|entry| entry.about == about) {
            Some(entry) => entry.paid.push(paid),
            // Paid, and never had: it went back whole.
            None => entries.push(BillEntry {
                about,
                title: match about {
                    Subject::Booking(id) => booking_title(id.0).unwrap_or_default(),
                    Subject::Order(id) => order_title(id.0),
                },
                at,
                by: None,
                amount: 0,
                reversal: None,
                paid: vec![paid],
            }),
        }
    }
    entries.sort_by(|one, other| (one.at.day, &one.at.wall).cmp(&(other.at.day, &other.at.wall)));
    Ok(entries)
}

/// What this stay has ordered already, whatever became of it later; for what is worth suggesting.
pub async fn ordered_offers(conn: &mut Conn, stay: StayId) -> Result<Vec<OfferId>, Fault> {
    let offers: Vec<i64> = sqlx::query_scalar(
        "SELECT DISTINCT l.offer_id FROM order_lines l JOIN orders o ON o.id = l.order_id
          WHERE o.stay_id = $1 AND o.state NOT IN ('declined', 'cancelled')",
    )
    .bind(stay.0)
    .fetch_all(conn)
    .await?;
    Ok(offers.into_iter().map(OfferId).collect())
}

/// An order somebody still works on, in one line.
pub struct UnderWay {
    pub id: OrderId,
    pub state: OrderState,
    /// When it comes, or when it was placed: resort time.
    pub wall: String,
    pub title: String,
}

/// The open orders of a stay, oldest first.
pub async fn under_way(conn: &mut Conn, stay: StayId, time: Time, lang: Lang) -> Result<Vec<UnderWay>, Fault> {
    let rows: Vec<(i64, String, i64, String)> = sqlx::query_as(
        "SELECT o.id, o.state, coalesce(o.deliver_at, o.created_at),
                coalesce((SELECT l.sold FROM order_lines l WHERE l.order_id = o.id ORDER BY l.id LIMIT 1), '')
           FROM orders o WHERE o.stay_id = $1 AND o.state IN ('placed', 'accepted', 'on_its_way') ORDER BY o.created_at, o.id",
    )
    .bind(stay.0)
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .filter_map(|(id, state, at, sold)| {
            let title = serde_json::from_str::<Sold>(&sold).map(|sold| sold.title.get(lang).to_owned()).unwrap_or_default();
            Some(UnderWay { id: OrderId(id), state: OrderState::parse(&state)?, wall: time.wall(at).to_string(), title })
        })
        .collect())
}
