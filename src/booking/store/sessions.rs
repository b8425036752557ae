//! Sessions of the coming weeks.

use crate::base::{Day, Fault, OfferId, WallTime};
use crate::server::Tx;

/// Adds a session unless it is there. Answers whether it was added.
pub async fn add_session(
    tx: &mut Tx,
    offer: OfferId,
    day: Day,
    wall: WallTime,
    (starts_at, ends_at): (i64, i64),
    capacity: i64,
) -> Result<bool, Fault> {
    let added = sqlx::query(
        "INSERT INTO sessions (offer_id, day, wall, starts_at, ends_at, capacity) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (offer_id, day, wall) DO NOTHING",
    )
    .bind(offer.0)
    .bind(day.to_string())
    .bind(wall.to_string())
    .bind(starts_at)
    .bind(ends_at)
    .bind(capacity)
    .execute(tx.conn())
    .await?;
    Ok(added.rows_affected() == 1)
}

/// A coming session as it stands.
#[derive(sqlx::FromRow)]
pub struct Coming {
    pub id: i64,
    pub offer_id: i64,
    pub day: String,
    pub wall: String,
    pub starts_at: i64,
    pub ends_at: i64,
    pub capacity: i64,
    pub beyond: i64,
    pub taken: i64,
    /// How many bookings, of whatever state, and closures point to it.
    pub booked: i64,
}

/// Sessions that begin later than now, on a day before `until`, and are not cancelled.
pub async fn coming_sessions(tx: &mut Tx, until: Day) -> Result<Vec<Coming>, Fault> {
    let now = tx.now();
    Ok(sqlx::query_as(
        "SELECT s.id, s.offer_id, s.day, s.wall, s.starts_at, s.ends_at, s.capacity, s.beyond, s.taken,
                (SELECT count(*) FROM bookings b WHERE b.session_id = s.id) + (SELECT count(*) FROM closures c WHERE c.session_id = s.id) AS booked
           FROM sessions s WHERE s.starts_at > $1 AND s.day < $2 AND s.cancelled_at IS NULL",
    )
    .bind(now)
    .bind(until.to_string())
    .fetch_all(tx.conn())
    .await?)
}

/// Takes a session off that nobody has ever booked or called off.
pub async fn remove_session(tx: &mut Tx, session: i64) -> Result<(), Fault> {
    sqlx::query("DELETE FROM sessions WHERE id = $1 AND taken = 0").bind(session).execute(tx.conn()).await?;
    Ok(())
}

pub async fn change_session(tx: &mut Tx, session: i64, capacity: i64, (starts_at, ends_at): (i64, i64)) -> Result<(), Fault> {
    sqlx::query("UPDATE sessions SET capacity = $2, starts_at = $3, ends_at = $4 WHERE id = $1")
        .bind(session)
        .bind(capacity)
        .bind(starts_at)
        .bind(ends_at)
        .execute(tx.conn())
        .await?;
    Ok(())
}
