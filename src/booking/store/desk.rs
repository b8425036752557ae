//! The SQL of the console's sheets of bookings.

use crate::base::Day;
use crate::server::Conn;
use sqlx::FromRow;

#[derive(FromRow)]
pub struct SessionRow {
    pub id: i64,
    pub offer_id: i64,
    pub wall: String,
    pub starts_at: i64,
    pub ends_at: i64,
    pub places: i64,
    pub beyond: i64,
    pub cancelled_at: Option<i64>,
}

/// The sessions of a day.
pub async fn sessions_on(conn: &mut Conn, day: Day) -> Result<Vec<SessionRow>, sqlx::Error> {
    sqlx::query_as(
        "SELECT id, offer_id, wall, starts_at, ends_at, capacity + beyond AS places, beyond, cancelled_at FROM sessions WHERE day = $1 ORDER BY starts_at, id",
    )
    .bind(day.to_string())
    .fetch_all(conn)
    .await
}

/// How many parties wait for something on a day.
pub async fn waiting_on(conn: &mut Conn, day: Day) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM waitlist WHERE day = $1 AND state = 'waiting'").bind(day.to_string()).fetch_one(conn).await
}

/// One person of a booking, with the booking.
#[derive(FromRow)]
pub struct GoerRow {
    pub booking_id: i64,
    pub offer_id: i64,
    pub session_id: Option<i64>,
    pub resource_id: Option<i64>,
    /// Ids of everything that serves it, divided by commas.
    pub served_by: Option<String>,
    pub state: String,
    pub hold_until: Option<i64>,
    pub day: String,
    pub wall: String,
    pub starts_at: i64,
    pub ends_at: i64,
    pub sold: String,
    pub answers: String,
    pub room: String,
    pub name: String,
    pub age: i64,
    pub code: String,
    pub active: String,
    pub checked_in_at: Option<i64>,
    pub checked_in_by: Option<String>,
    pub missed_by: Option<String>,
    pub said_name: Option<String>,
    pub contact: Option<String>,
}

const GOER: &str = "SELECT b.id AS booking_id, b.offer_id, b.session_id, b.resource_id,
            (SELECT string_agg(CAST(u.resource_id AS TEXT), ',') FROM uses u WHERE u.booking_id = b.id) AS served_by,
            b.state, b.hold_until, b.day, b.wall, b.starts_at, b.ends_at,
            b.sold, b.answers, ro.number AS room, p.name, p.age, p.code, p.state AS active, p.checked_in_at, p.checked_in_by, p.missed_by, p.said_name, p.contact
       FROM participants p JOIN bookings b ON b.id = p.booking_id JOIN stays st ON st.id = b.stay_id JOIN rooms ro ON ro.id = st.room_id";

/// Everybody who goes somewhere on a day; holds that have lapsed are left out.
pub async fn goers_on(conn: &mut Conn, day: Day, now: i64) -> Result<Vec<GoerRow>, sqlx::Error> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{GOER} WHERE b.day = $1 AND p.state = 'active' AND (b.state = 'confirmed' OR (b.state = 'held' AND b.hold_until >= $2))
         ORDER BY b.starts_at, b.id, p.id"
    )))
    .bind(day.to_string())
    .bind(now)
    .fetch_all(conn)
    .await
}

/// The holder of a ticket first, then the others of the same booking. Empty when there is no such ticket.
pub async fn goers_with(conn: &mut Conn, code: &str) -> Result<Vec<GoerRow>, sqlx::Error> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{GOER} WHERE b.id = (SELECT booking_id FROM participants WHERE code = $1) ORDER BY CASE WHEN p.code = $1 THEN 0 ELSE 1 END, p.id"
    )))
    .bind(code)
    .fetch_all(conn)
    .await
}
