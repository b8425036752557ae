//! The SQL of the orders.

use super::{
    Actor, BillEntry, BillSubject, DeskOrder, Moment, OrderFact, OrderLine, OrderRefusal, OrderRow, OrderState, OrderView, Sold, rules,
};
use crate::base::{BookingId, Day, Fault, Lang, OfferId, OrderId, StaffId, StayId, Texts, WallTime};
use crate::catalog::shelf::Shelf;
use crate::server::{Conn, Db, Pool, Time, Tx};
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, QueryBuilder};
use std::collections::HashMap;

/// What a fact of the timeline carries besides who and when.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Detail {
    /// Why it was declined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Hash of the form that placed it, to tell a repeat from another order under the same key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
}

impl Detail {
    pub fn reason(reason: &str) -> Detail {
        Detail { reason: Some(reason.to_owned()).filter(|reason| !reason.is_empty()), form: None }
    }

    fn read(text: &str) -> Detail {
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
    sqlx::query("INSERT INTO order_lines (order_id, offer_id, sold, quantity, included, unit, extra, amount) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
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

/// Takes an order off the room's bill, exactly once.
pub async fn reverse(tx: &mut Tx, stay: StayId, order: OrderId, amount: i64) -> Result<(), Fault> {
    if amount > 0 { folio(tx, stay, order, "reversal", -amount).await } else { Ok(()) }
}

async fn folio(tx: &mut Tx, stay: StayId, order: OrderId, kind: &str, amount: i64) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query(
        "INSERT INTO folio_lines (stay_id, kind, subject, subject_id, amount, at) VALUES ($1, $2, 'order', $3, $4, $5)
         ON CONFLICT (subject, subject_id, kind) DO NOTHING",
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

#[derive(FromRow)]
struct LineRow {
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

    fn line(&self, lang: Lang) -> OrderLine {
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
async fn lines(pool: &Pool, orders: &[i64]) -> Result<HashMap<i64, Vec<LineRow>>, sqlx::Error> {
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
        Some(OrderFact { state: OrderState::parse(&fact)?, at: moment(time, at), actor, name, reason: Detail::read(&detail).reason })
    };
    Ok(rows.into_iter().filter_map(fact).collect())
}

/// The orders of a stay, newest first.
pub async fn list(pool: &Pool, stay: StayId, time: Time, lang: Lang) -> Result<Vec<OrderRow>, Fault> {
    let heads: Vec<OrderHead> = sqlx::query_as(
        "SELECT id, state, deliver_at, note, total, version, created_at FROM orders WHERE stay_id = $1 ORDER BY created_at DESC, id DESC LIMIT 200",
    )
    .bind(stay.0)
    .fetch_all(pool)
    .await?;
    let lines = lines(pool, &heads.iter().map(|head| head.id).collect::<Vec<_>>()).await?;
    heads
        .into_iter()
        .map(|head| {
            let lines = lines.get(&head.id).map_or(&[][..], Vec::as_slice);
            let first = lines.first().map(LineRow::sold);
            Ok(OrderRow {
                id: OrderId(head.id),
                state: state_of(&head.state)?,
                at: moment(time, head.deliver_at.unwrap_or(head.created_at)),
                title: first.as_ref().map(|sold| sold.title.get(lang).to_owned()).unwrap_or_default(),
                pieces: lines.iter().map(|line| line.quantity).sum(),
                more: (lines.len() as i64 - 1).max(0),
                total: head.total,
                photo: first.map(|sold| sold.photo).unwrap_or_default(),
            })
        })
        .collect()
}

/// The room's bill: every charge with what was taken back of it, oldest first.
pub async fn bill(pool: &Pool, stay: StayId, shelf: &Shelf, lang: Lang) -> Result<Vec<BillEntry>, Fault> {
    let rows: Vec<(String, String, i64, i64, i64)> =
        sqlx::query_as("SELECT kind, subject, subject_id, amount, at FROM folio_lines WHERE stay_id = $1 ORDER BY at, id")
            .bind(stay.0)
            .fetch_all(pool)
            .await?;
    let orders: Vec<i64> = rows.iter().filter(|row| row.1 == "order" && row.0 == "charge").map(|row| row.2).collect();
    let lines = lines(pool, &orders).await?;
    let bookings: Vec<(i64, i64, String)> =
        sqlx::query_as("SELECT id, offer_id, sold FROM bookings WHERE stay_id = $1").bind(stay.0).fetch_all(pool).await?;
    let order_title = |id: i64| {
        let titles = lines.get(&id).into_iter().flatten().map(|line| line.sold().title.get(lang).to_owned());
        titles.collect::<Vec<_>>().join(", ")
    };
    let booking_title = |id: i64| {
        let (_, offer, sold) = bookings.iter().find(|one| one.0 == id)?;
        let kept = serde_json::from_str::<serde_json::Value>(sold).ok().and_then(|sold| sold.get("title").cloned());
        let title = kept.and_then(|title| serde_json::from_value::<Texts>(title).ok()).map(|title| title.get(lang).to_owned());
        title.or_else(|| shelf.offer(OfferId(*offer)).ok().map(|offer| offer.title.get(lang).to_owned()))
    };
    let mut entries: Vec<BillEntry> = Vec::new();
    for (kind, subject, id, amount, at) in rows {
        let about = if subject == "order" { BillSubject::Order(OrderId(id)) } else { BillSubject::Booking(BookingId(id)) };
        let at = moment(shelf.time, at);
        match entries.iter_mut().find(|entry| entry.about == about) {
            Some(entry) if kind == "reversal" => entry.reversal = Some((at, amount)),
            _ => {
                let title = if subject == "order" { order_title(id) } else { booking_title(id).unwrap_or_default() };
                entries.push(BillEntry { about, title, at, amount, reversal: None });
            }
        }
    }
    Ok(entries)
}

/// Which orders the console lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Any,
    Open,
    State(OrderState),
}

/// An order as the console reads it, with its lines.
pub struct DeskRow {
    head: DeskHead,
    lines: Vec<LineRow>,
}

#[derive(FromRow)]
struct DeskHead {
    id: i64,
    state: String,
    deliver_at: Option<i64>,
    note: String,
    total: i64,
    version: i64,
    created_at: i64,
    room: String,
    guest: String,
}

impl DeskRow {
    /// In the console's language, as of now.
    pub fn desk(&self, time: Time, lang: Lang, now: i64) -> DeskOrder {
        let head = &self.head;
        let state = OrderState::parse(&head.state).unwrap_or(OrderState::Cancelled);
        DeskOrder {
            id: OrderId(head.id),
            version: head.version,
            state,
            next: rules::next(state),
            room: head.room.clone(),
            guest: head.guest.clone(),
            placed: moment(time, head.created_at),
            age_minutes: (now - head.created_at).max(0) / 60,
            deliver: head.deliver_at.map(|at| moment(time, at)),
            due_minutes: head.deliver_at.map(|at| (at - now).div_euclid(60)),
            lines: self.lines.iter().map(|line| line.line(lang)).collect(),
            note: head.note.clone(),
            total: head.total,
        }
    }
}

const DESK: &str = "SELECT o.id, o.state, o.deliver_at, o.note, o.total, o.version, o.created_at, r.number AS room, coalesce(g.name, '') AS guest
       FROM orders o JOIN stays s ON s.id = o.stay_id JOIN rooms r ON r.id = s.room_id
       LEFT JOIN guests g ON g.stay_id = s.id AND g.lead = 1 ";

/// Days of finished orders that the console lists without being asked for a day.
const RECENT: i64 = 2 * 24 * 3600;

/// The console's list: open ones by when they are due, then the finished ones, newest first; at most 200.
pub async fn desk_list(pool: &Pool, time: Time, which: Which, day: Option<Day>, now: i64) -> Result<Vec<DeskRow>, OrderRefusal> {
    let state = match which {
        Which::Any => "",
        Which::Open => "open",
        Which::State(state) => state.name(),
    };
    let (from, until) = match day {
        Some(day) => (time.instant(day, WallTime(0)), time.instant(day.plus(1), WallTime(0))),
        None => (now - RECENT, i64::MAX),
    };
    let heads: Vec<DeskHead> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{DESK} WHERE ($1 = '' OR o.state = $1 OR ($1 = 'open' AND o.state IN ('placed', 'accepted', 'on_its_way')))
            AND ((o.created_at >= $2 AND o.created_at < $3) OR (o.deliver_at >= $2 AND o.deliver_at < $3)
                 OR ($4 = 1 AND o.state IN ('placed', 'accepted', 'on_its_way')))
          ORDER BY CASE WHEN o.state IN ('placed', 'accepted', 'on_its_way') THEN 0 ELSE 1 END,
                   CASE WHEN o.state IN ('placed', 'accepted', 'on_its_way') THEN coalesce(o.deliver_at, o.created_at) ELSE -o.created_at END, o.id
          LIMIT 200"
    )))
    .bind(state)
    .bind(from)
    .bind(until)
    .bind(i64::from(day.is_none()))
    .fetch_all(pool)
    .await?;
    let mut lines = lines(pool, &heads.iter().map(|head| head.id).collect::<Vec<_>>()).await?;
    Ok(heads.into_iter().map(|head| DeskRow { lines: lines.remove(&head.id).unwrap_or_default(), head }).collect())
}

/// One order for the console.
pub async fn desk_one(pool: &Pool, order: OrderId) -> Result<DeskRow, Fault> {
    let head: Option<DeskHead> =
        sqlx::query_as(sqlx::AssertSqlSafe(format!("{DESK} WHERE o.id = $1"))).bind(order.0).fetch_optional(pool).await?;
    let head = head.ok_or(Fault::NotFound)?;
    Ok(DeskRow { lines: lines(pool, &[order.0]).await?.remove(&order.0).unwrap_or_default(), head })
}

/// How many orders wait to be accepted, and how many are open.
pub async fn desk_counts(pool: &Pool) -> Result<(i64, i64), Fault> {
    let counts = sqlx::query_as(
        "SELECT coalesce(sum(CASE WHEN state = 'placed' THEN 1 ELSE 0 END), 0), count(*) FROM orders WHERE state IN ('placed', 'accepted', 'on_its_way')",
    );
    Ok(counts.fetch_one(pool).await?)
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
