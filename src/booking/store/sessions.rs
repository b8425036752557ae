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
