//! What can still be had of several offers over some days, for whoever thinks about many guests at once: as many queries as
//! for one offer on one day.

use super::super::resources;
use super::times::{time_state, times};
use super::{SessionRow, sale, session_state, within_resources};
use crate::base::{Day, OfferId, SessionId};
use crate::booking::rules::party::When;
use crate::booking::{SlotState, Target};
use crate::catalog::Kind;
use crate::catalog::shelf::{Offer, Shelf};
use crate::server::Conn;
use std::collections::HashMap;

/// A time of an offer that is on sale, or will be.
#[derive(Clone, Debug)]
pub struct Ahead {
    pub target: Target,
    pub day: Day,
    /// Resort time, `10:30`.
    pub wall: String,
    pub when: When,
    /// Places left, or resources for a time of one's own; 0 when it is full, and before it is on sale.
    pub left: i64,
    pub sale: Selling,
}

/// How a time stands for those who only look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selling {
    Free,
    Full,
    /// Full, but somebody only holds a part of it.
    Held,
    /// Not on sale yet.
    Later,
}

impl Selling {
    fn of(state: &SlotState) -> Option<Selling> {
        match state {
            SlotState::Free => Some(Selling::Free),
            SlotState::Full => Some(Selling::Full),
            SlotState::HeldByOthers { .. } => Some(Selling::Held),
            SlotState::TooEarly(_) => Some(Selling::Later),
            _ => None,
        }
    }
}

/// Every time from one day to before another at which these offers are on sale to anybody or will be, in order, those that
/// are full included. What services need no time for is not among them.
pub async fn ahead(
    conn: &mut Conn,
    shelf: &Shelf,
    offers: &[(OfferId, &Offer)],
    (from, to): (Day, Day),
    now: i64,
) -> Result<HashMap<OfferId, Vec<Ahead>>, sqlx::Error> {
    let mut found: HashMap<OfferId, Vec<Ahead>> = HashMap::new();
    if offers.iter().any(|(_, offer)| offer.kind == Kind::Session) {
        for one in sessions(conn, shelf, offers, (from, to), now).await? {
            found.entry(one.when.offer).or_default().push(one);
        }
    }
    let own: Vec<(OfferId, &Offer)> = offers.iter().copied().filter(|(_, offer)| offer.kind == Kind::Appointment).collect();
    if own.is_empty() {
        return Ok(found);
    }
    let only: Vec<&Offer> = own.iter().map(|(_, offer)| *offer).collect();
    let busy = resources::busy(conn, shelf, &only, (from, to), None, now).await?;
    for (id, offer) in own {
        let sale = sale(shelf, offer, None, now);
        let mut mine = Vec::new();
        for day in (0..to.days_since(from)).map(|ahead| from.plus(ahead)) {
            for slot in times(shelf, offer, day) {
                let (state, left) = time_state(shelf, (id, offer), &sale, &slot, &busy, day, 1);
                let Some(sale) = Selling::of(&state) else { continue };
                let left = if sale == Selling::Free { left } else { 0 };
                let target = Target::Time { offer: offer.key.clone(), day, wall: slot.wall };
                let when = When { offer: id, starts_at: slot.starts_at, ends_at: slot.ends_at };
                mine.push(Ahead { target, day, wall: slot.wall.to_string(), when, left, sale });
            }
        }
        found.insert(id, mine);
        // A month of times of many offers is some work: others go on meanwhile.
        tokio::task::yield_now().await;
    }
    Ok(found)
}

async fn sessions(conn: &mut Conn, shelf: &Shelf, offers: &[(OfferId, &Offer)], (from, to): (Day, Day), now: i64) -> Result<Vec<Ahead>, sqlx::Error> {
    let mut rows: Vec<SessionRow> = sqlx::query_as(concat!(
        "SELECT s.id, s.offer_id, s.day, s.wall, s.starts_at, s.ends_at, s.capacity, s.cancelled_at, NULL AS frees_at, ",
        left!(),
        " AS left FROM sessions s WHERE s.day >= $2 AND s.day < $3 AND s.cancelled_at IS NULL ORDER BY s.starts_at, s.id"
    ))
    .bind(now)
    .bind(from.to_string())
    .bind(to.to_string())
    .fetch_all(&mut *conn)
    .await?;
    rows.retain(|row| offers.iter().any(|(id, _)| id.0 == row.offer_id));
    within_resources(conn, shelf, &mut rows, now, None, None).await?;
    let mut found = Vec::new();
    for row in rows {
        let offer = OfferId(row.offer_id);
        let Ok(known) = shelf.offer(offer) else { continue };
        let day = row.day()?;
        if let Some(sale) = Selling::of(&session_state(shelf, known, None, &row, now)?) {
            let when = When { offer, starts_at: row.starts_at, ends_at: row.ends_at };
            let left = if sale == Selling::Free { row.left.max(0) } else { 0 };
            found.push(Ahead { target: Target::Session(SessionId(row.id)), day, when, left, sale, wall: row.wall });
        }
    }
    Ok(found)
}
