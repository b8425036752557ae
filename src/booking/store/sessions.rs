//! Sessions of the coming weeks.

use super::decode;
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

/// What the desk changed about sessions, as the calendar is laid out with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub offer: OfferId,
    /// The time at which they were.
    pub wall: WallTime,
    /// Both inside; no last day for all that follow.
    pub from: Day,
    pub to: Option<Day>,
    pub new_wall: Option<WallTime>,
    pub capacity: Option<i64>,
    pub dropped: bool,
}

#[derive(sqlx::FromRow)]
struct EditRow {
    offer_id: i64,
    wall: String,
    from_day: String,
    to_day: Option<String>,
    new_wall: Option<String>,
    capacity: Option<i64>,
    dropped: i64,
}

/// Every change that still concerns a day from this one on, in the order in which they were made.
pub async fn edits(tx: &mut Tx, today: Day) -> Result<Vec<Edit>, Fault> {
    let rows: Vec<EditRow> = sqlx::query_as(
        "SELECT offer_id, wall, from_day, to_day, new_wall, capacity, dropped FROM session_edits
          WHERE to_day IS NULL OR to_day >= $1 ORDER BY id",
    )
    .bind(today.to_string())
    .fetch_all(tx.conn())
    .await?;
    let wall = |text: &str| WallTime::parse(text).ok_or_else(|| decode("the time of a change of sessions"));
    let day = |text: &str| Day::parse(text).ok_or_else(|| decode("the day of a change of sessions"));
    let read = |row: EditRow| {
        Ok(Edit {
            offer: OfferId(row.offer_id),
            wall: wall(&row.wall)?,
            from: day(&row.from_day)?,
            to: row.to_day.as_deref().map(day).transpose()?,
            new_wall: row.new_wall.as_deref().map(wall).transpose()?,
            capacity: row.capacity,
            dropped: row.dropped == 1,
        })
    };
    Ok(rows.into_iter().map(read).collect::<Result<_, sqlx::Error>>()?)
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
