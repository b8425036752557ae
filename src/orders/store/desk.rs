//! What the console reads: the list of orders, one of them, and how many wait.

use super::moment;
use super::read::{LineRow, lines};
use crate::base::{Day, Fault, Lang, OrderId, WallTime};
use crate::orders::{DeskOrder, OrderRefusal, OrderState, rules};
use crate::server::{Pool, Time};
use sqlx::FromRow;

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
            AND o.id IN (SELECT id FROM orders WHERE created_at >= $2 AND created_at < $3
                         UNION SELECT id FROM orders WHERE deliver_at >= $2 AND deliver_at < $3
                         UNION SELECT id FROM orders WHERE $4 = 1 AND state IN ('placed', 'accepted', 'on_its_way'))
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
    let head: Option<DeskHead> = sqlx::query_as(sqlx::AssertSqlSafe(format!("{DESK} WHERE o.id = $1"))).bind(order.0).fetch_optional(pool).await?;
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
