//! The SQL of sheets that gather what no single feature knows.

use crate::base::{Day, StayId};
use crate::server::Conn;
use sqlx::FromRow;

/// Counts of the rail: orders placed, when the oldest of them fell due, bookings of today that are ahead, arrivals, receipts
/// that the cash register did not sign at once.
/// Open orders have an index of their own, which is used where its condition stands word for word.
pub async fn counts(conn: &mut Conn, today: Day, now: i64) -> Result<(i64, Option<i64>, i64, i64, i64), sqlx::Error> {
    sqlx::query_as(
        "SELECT (SELECT count(*) FROM orders WHERE state IN ('placed', 'accepted', 'on_its_way') AND state = 'placed'),
                (SELECT min(coalesce(deliver_at, created_at)) FROM orders
                  WHERE state IN ('placed', 'accepted', 'on_its_way') AND state = 'placed'),
                (SELECT count(*) FROM bookings WHERE day = $1 AND state = 'confirmed' AND starts_at > $2),
                (SELECT count(*) FROM stays WHERE arrives = $1 AND departs >= $1),
                (SELECT count(*) FROM fiscal_tasks WHERE state <> 'signed' AND tries > 0)",
    )
    .bind(today.to_string())
    .bind(now)
    .fetch_one(conn)
    .await
}

#[derive(FromRow)]
pub struct OrderRow {
    pub id: i64,
    pub state: String,
    pub created_at: i64,
    pub deliver_at: Option<i64>,
    pub total: i64,
    pub room: String,
    pub name: String,
}

const ORDER: &str = "SELECT o.id, o.state, o.created_at, o.deliver_at, o.total, ro.number AS room, coalesce(g.name, st.reference) AS name
       FROM orders o JOIN stays st ON st.id = o.stay_id JOIN rooms ro ON ro.id = st.room_id
       LEFT JOIN guests g ON g.stay_id = st.id AND g.lead = 1";

/// Orders that wait, the one due first in front.
pub async fn waiting(conn: &mut Conn) -> Result<Vec<OrderRow>, sqlx::Error> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{ORDER} WHERE o.state IN ('placed', 'accepted', 'on_its_way') ORDER BY coalesce(o.deliver_at, o.created_at), o.id LIMIT 100"
    )))
    .fetch_all(conn)
    .await
}

pub async fn orders_of(conn: &mut Conn, stay: StayId) -> Result<Vec<OrderRow>, sqlx::Error> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!("{ORDER} WHERE o.stay_id = $1 ORDER BY o.id DESC LIMIT 200"))).bind(stay.0).fetch_all(conn).await
}

#[derive(FromRow)]
pub struct LineRow {
    pub order_id: i64,
    pub offer_id: i64,
    pub sold: String,
    pub quantity: i64,
}

/// What stands in orders that wait, or in those of a stay.
pub async fn lines(conn: &mut Conn, stay: Option<StayId>) -> Result<Vec<LineRow>, sqlx::Error> {
    let condition = match stay {
        Some(_) => "stay_id = $1",
        None => "state IN ('placed', 'accepted', 'on_its_way') AND $1 = 0",
    };
    sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT order_id, offer_id, sold, quantity FROM order_lines WHERE order_id IN (SELECT id FROM orders WHERE {condition}) ORDER BY order_id, id"
    )))
    .bind(stay.map_or(0, |stay| stay.0))
    .fetch_all(conn)
    .await
}

#[derive(FromRow)]
pub struct BookingRow {
    pub id: i64,
    pub offer_id: i64,
    pub sold: String,
    pub day: String,
    pub wall: String,
    pub places: i64,
    pub total: i64,
    pub state: String,
    /// When it was last made, moved or cancelled, and which of them.
    pub changed_at: i64,
    pub fact: String,
    pub room: String,
    pub name: String,
}

/// `t` is the last fact that changed when and whether somebody comes.
const BOOKING: &str = "SELECT b.id, b.offer_id, b.sold, b.day, b.wall, b.places, b.total, b.state, coalesce(t.at, b.created_at) AS changed_at,
            coalesce(t.fact, b.state) AS fact, ro.number AS room, coalesce(g.name, st.reference) AS name
       FROM bookings b
       LEFT JOIN timeline t ON t.id = (SELECT max(f.id) FROM timeline f
            WHERE f.subject = 'booking' AND f.subject_id = b.id AND f.fact NOT IN ('held', 'checked_in', 'check_in_undone', 'missed', 'missed_undone',
                                   'replaced', 'left', 'kept', 'paying', 'not_paid', 'retaken', 'money_asked',
                                   'money_given', 'money_declined'))
       JOIN stays st ON st.id = b.stay_id JOIN rooms ro ON ro.id = st.room_id
       LEFT JOIN guests g ON g.stay_id = st.id AND g.lead = 1";

/// Bookings made, moved or cancelled since an instant; what happened last in front.
pub async fn fresh(conn: &mut Conn, since: i64) -> Result<Vec<BookingRow>, sqlx::Error> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{BOOKING} WHERE b.state IN ('confirmed', 'cancelled') AND t.at >= $1
            AND b.id IN (SELECT lately.subject_id FROM timeline lately WHERE lately.subject = 'booking' AND lately.at >= $1)
          ORDER BY t.at DESC, t.id DESC LIMIT 30"
    )))
    .bind(since)
    .fetch_all(conn)
    .await
}

/// What a stay booked, without holds that came to nothing.
pub async fn bookings_of(conn: &mut Conn, stay: StayId, now: i64) -> Result<Vec<BookingRow>, sqlx::Error> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{BOOKING} WHERE b.stay_id = $1 AND (b.state IN ('confirmed', 'cancelled') OR (b.state = 'held' AND b.hold_until >= $2))
         ORDER BY b.starts_at DESC, b.id DESC LIMIT 200"
    )))
    .bind(stay.0)
    .bind(now)
    .fetch_all(conn)
    .await
}

#[derive(FromRow)]
pub struct ComingRow {
    pub id: i64,
    pub room: String,
    pub name: String,
    pub people: i64,
    pub phones: i64,
}

/// Who arrives (or leaves) on a day. Nobody leaves before they arrive, so that days of departure lead to both.
pub async fn coming(conn: &mut Conn, day: Day, leaving: bool, now: i64) -> Result<Vec<ComingRow>, sqlx::Error> {
    let condition = if leaving { "st.departs = $1" } else { "st.arrives = $1 AND st.departs >= $1" };
    sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT st.id, ro.number AS room, coalesce(g.name, st.reference) AS name,
                (SELECT count(*) FROM guests p WHERE p.stay_id = st.id) AS people,
                (SELECT count(*) FROM sign_ins si JOIN slips sl ON sl.id = si.slip_id WHERE sl.stay_id = st.id AND si.expires_at > $2) AS phones
           FROM stays st JOIN rooms ro ON ro.id = st.room_id LEFT JOIN guests g ON g.stay_id = st.id AND g.lead = 1
          WHERE {condition} ORDER BY ro.number, st.id"
    )))
    .bind(day.to_string())
    .bind(now)
    .fetch_all(conn)
    .await
}

/// People who sleep here in the night after a day.
pub async fn in_house(conn: &mut Conn, day: Day) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM guests g JOIN stays st ON st.id = g.stay_id WHERE st.arrives <= $1 AND st.departs > $1")
        .bind(day.to_string())
        .fetch_one(conn)
        .await
}

#[derive(FromRow)]
pub struct LogRow {
    pub id: i64,
    pub at: i64,
    pub actor: String,
    pub deed: String,
    pub subject: String,
    pub subject_id: i64,
    pub before: String,
    pub after: String,
    pub reason: String,
}

/// Deeds with a number below `below`, newest first.
pub async fn log(conn: &mut Conn, below: i64, limit: i64) -> Result<Vec<LogRow>, sqlx::Error> {
    sqlx::query_as("SELECT id, at, actor, deed, subject, subject_id, before, after, reason FROM staff_log WHERE id < $1 ORDER BY id DESC LIMIT $2")
        .bind(below)
        .bind(limit)
        .fetch_all(conn)
        .await
}
