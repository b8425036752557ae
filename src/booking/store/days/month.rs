//! On which days of a month something of an offer is free.

use super::super::resources;
use super::times::{time_state, times};
use super::{SessionRow, sale, session_state, within_resources};
use crate::base::{Day, OfferId};
use crate::booking::SlotState;
use crate::catalog::Kind;
use crate::catalog::shelf::{Offer, Shelf};
use crate::server::Conn;

/// The days from one to before another on which somebody of this stay, or anybody, can have something of an offer. As
/// many queries as for one day.
pub async fn free_days(
    conn: &mut Conn,
    shelf: &Shelf,
    stay: Option<(Day, Day)>,
    (id, offer): (OfferId, &Offer),
    (from, to): (Day, Day),
    now: i64,
) -> Result<Vec<Day>, sqlx::Error> {
    if offer.kind == Kind::Session {
        return of_sessions(conn, shelf, stay, (id, offer), (from, to), now).await;
    }
    let sale = sale(shelf, offer, stay, now);
    let busy = resources::busy(conn, shelf, &[offer], (from, to), None, now).await?;
    let mut free = Vec::new();
    for day in (0..to.days_since(from)).map(|ahead| from.plus(ahead)) {
        let had = |slot| time_state(shelf, (id, offer), &sale, &slot, &busy, day, 1).0 == SlotState::Free;
        if times(shelf, offer, day).into_iter().any(had) {
            free.push(day);
        }
    }
    Ok(free)
}

async fn of_sessions(
    conn: &mut Conn,
    shelf: &Shelf,
    stay: Option<(Day, Day)>,
    (id, offer): (OfferId, &Offer),
    (from, to): (Day, Day),
    now: i64,
) -> Result<Vec<Day>, sqlx::Error> {
    let mut rows: Vec<SessionRow> = sqlx::query_as(concat!(
        "SELECT s.id, s.offer_id, s.day, s.wall, s.starts_at, s.ends_at, s.capacity, s.cancelled_at, NULL AS frees_at, ",
        left!(),
        " AS left FROM sessions s WHERE s.offer_id = $2 AND s.day >= $3 AND s.day < $4 ORDER BY s.starts_at"
    ))
    .bind(now)
    .bind(id.0)
    .bind(from.to_string())
    .bind(to.to_string())
    .fetch_all(&mut *conn)
    .await?;
    within_resources(conn, shelf, &mut rows, now, None, None).await?;
    let mut free = Vec::new();
    for row in &rows {
        let day = row.day()?;
        if free.last() != Some(&day) && session_state(shelf, offer, stay, row, now)? == SlotState::Free {
            free.push(day);
        }
    }
    Ok(free)
}
