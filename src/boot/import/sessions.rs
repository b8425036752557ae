//! Sessions that have been laid out already follow a changed catalogue, as far as nobody's place is touched.

use crate::base::Day;
use crate::booking::schedule::AHEAD;
use crate::catalog::shelf::{Shelf, falls_on};
use crate::server::Tx;
use std::collections::HashMap;

#[derive(sqlx::FromRow)]
struct Session {
    id: i64,
    offer_id: i64,
    day: String,
    wall: String,
    starts_at: i64,
    ends_at: i64,
    capacity: i64,
    beyond: i64,
    taken: i64,
    /// 1 when a booking, of whatever state, points to it.
    booked: i64,
}

/// Takes off the coming sessions that no rule names any more and gives the others their new capacity and times.
/// One that somebody has booked takes place as it was sold, and takes nobody else when its rule is gone.
/// How many were taken off, and how many changed.
pub async fn follow(tx: &mut Tx, shelf: &Shelf) -> Result<(u64, u64), sqlx::Error> {
    let (mut gone, mut changed) = (0, 0);
    let now = tx.now();
    let today = shelf.time.day(now);
    let wanted = wanted(shelf, today);
    let coming: Vec<Session> = sqlx::query_as(
        "SELECT s.id, s.offer_id, s.day, s.wall, s.starts_at, s.ends_at, s.capacity, s.beyond, s.taken,
                CASE WHEN EXISTS (SELECT 1 FROM bookings b WHERE b.session_id = s.id) THEN 1 ELSE 0 END AS booked
           FROM sessions s WHERE s.starts_at > $1 AND s.day < $2 AND s.cancelled_at IS NULL",
    )
    .bind(now)
    .bind(today.plus(AHEAD).to_string())
    .fetch_all(tx.conn())
    .await?;
    for session in coming {
        let rule = wanted.get(&(session.offer_id, session.day.clone(), session.wall.clone()));
        if rule.is_none() && session.booked == 0 {
            sqlx::query("DELETE FROM sessions WHERE id = $1").bind(session.id).execute(tx.conn()).await?;
            gone += 1;
            continue;
        }
        let capacity = rule.map_or(0, |rule| rule.capacity).max(session.taken - session.beyond);
        let times = rule.filter(|_| session.booked == 0).map_or((session.starts_at, session.ends_at), |rule| (rule.starts_at, rule.ends_at));
        if (capacity, times) == (session.capacity, (session.starts_at, session.ends_at)) {
            continue;
        }
        sqlx::query("UPDATE sessions SET capacity = $2, starts_at = $3, ends_at = $4 WHERE id = $1")
            .bind(session.id)
            .bind(capacity)
            .bind(times.0)
            .bind(times.1)
            .execute(tx.conn())
            .await?;
        changed += 1;
    }
    Ok((gone, changed))
}

struct Rule {
    capacity: i64,
    starts_at: i64,
    ends_at: i64,
}

/// What the catalogue says about the coming weeks: by offer, day and wall time.
fn wanted(shelf: &Shelf, today: Day) -> HashMap<(i64, String, String), Rule> {
    let mut wanted = HashMap::new();
    for (id, offer) in shelf.offers() {
        for day in (0..AHEAD).map(|ahead| today.plus(ahead)) {
            let weekly = offer.weekly.iter().filter(|rule| falls_on(&rule.days, day)).map(|rule| (rule.at, rule.capacity));
            let once = offer.once.iter().filter(|rule| rule.date == day).map(|rule| (rule.at, rule.capacity));
            for (at, capacity) in weekly.chain(once) {
                let starts_at = shelf.time.instant(day, at);
                wanted.insert((id.0, day.to_string(), at.to_string()), Rule { capacity, starts_at, ends_at: starts_at + offer.minutes * 60 });
            }
        }
    }
    wanted
}
