//! What happens without anybody asking: the sessions of the coming weeks are laid out from the catalogue's rules and
//! follow rules that change; holds that ran out are tidied, and what they freed goes to whoever waits for it.

use super::store::{self, Edit};
use crate::base::{BookingId, Day, Fault, OfferId, WallTime};
use crate::catalog::shelf::{Shelf, Shelves};
use crate::server::{House, Tx};
use std::collections::HashMap;

/// Tidies holds that ran out, and offers what is free to those who wait. Whoever takes a place does the same first; this
/// is for when nobody does (RULES H2, W6).
pub async fn tidy(house: &House, shelves: &Shelves) -> Result<u64, Fault> {
    let readers = house.database.readers();
    if !store::waitlist::anything_waits(&mut *readers.acquire().await?, house.clock.now()).await? {
        return Ok(0);
    }
    // Read anew: what is offered has today's price, also after an import by another process.
    let Some(shelf) = shelves.at(readers, i64::MAX).await? else { return Ok(0) };
    let mut tx = house.begin().await?;
    store::lapse(&mut tx).await?;
    let today = shelf.time.day(tx.now());
    store::waitlist::end_past(&mut tx, today).await?;
    let offered = store::pass_on(&mut tx, &shelf).await?;
    tx.commit().await?;
    Ok(offered)
}

/// How many days ahead sessions are laid out.
pub const AHEAD: i64 = 28;

/// A session as the catalogue wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wanted {
    offer: OfferId,
    day: Day,
    at: WallTime,
    capacity: i64,
    /// Start and end.
    times: (i64, i64),
}

/// What the rules name from today on, with what the desk has changed about it.
fn wanted(shelf: &Shelf, today: Day, edits: &[Edit]) -> Vec<Wanted> {
    let mut wanted: Vec<Wanted> = Vec::new();
    for (offer_id, offer) in shelf.offers() {
        let theirs: Vec<&Edit> = edits.iter().filter(|edit| edit.offer == offer_id).collect();
        for (day, at, capacity) in offer.named((today, today.plus(AHEAD))) {
            let Some((at, capacity)) = edited(&theirs, day, at, capacity) else { continue };
            // A session that was put where there is one already is that one.
            if wanted.iter().rev().take_while(|one| one.offer == offer_id).any(|one| (one.day, one.at) == (day, at)) {
                continue;
            }
            let starts_at = shelf.time.instant(day, at);
            wanted.push(Wanted { offer: offer_id, day, at, capacity, times: (starts_at, starts_at + offer.minutes * 60) });
        }
    }
    wanted
}

/// What became of a session that a rule names; nothing when it does not take place.
fn edited(edits: &[&Edit], day: Day, at: WallTime, capacity: i64) -> Option<(WallTime, i64)> {
    let (mut at, mut capacity) = (at, capacity);
    for edit in edits.iter().filter(|edit| edit.from <= day && edit.to.is_none_or(|to| day <= to)) {
        if edit.wall != at {
            continue;
        }
        if edit.dropped {
            return None;
        }
        (at, capacity) = (edit.new_wall.unwrap_or(at), edit.capacity.unwrap_or(capacity));
    }
    Some((at, capacity))
}

/// Adds the sessions that the rules name from today on and that are not there yet. Running it twice changes nothing.
pub async fn lay_out(tx: &mut Tx, shelf: &Shelf) -> Result<u64, Fault> {
    let today = shelf.time.day(tx.now());
    let edits = store::edits(tx, today).await?;
    let mut added = 0;
    for one in wanted(shelf, today, &edits) {
        added += u64::from(store::add_session(tx, one.offer, one.day, one.at, one.times, one.capacity).await?);
    }
    Ok(added)
}

/// What became of sessions whose rules have changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    pub changed: u64,
    pub taken_off: u64,
    /// Bookings that got what their offer needs by now.
    pub served: u64,
    /// Those for which it is not there.
    pub without: Vec<BookingId>,
}

/// After an import: takes off the coming sessions that no rule names any more, and gives the others their new
/// capacity and times. One that somebody has booked takes place as it was sold; it takes nobody else when its rule
/// is gone.
pub async fn follow(tx: &mut Tx, shelf: &Shelf) -> Result<Followed, Fault> {
    let today = shelf.time.day(tx.now());
    let edits = store::edits(tx, today).await?;
    let rules: HashMap<(OfferId, String, String), Wanted> =
        wanted(shelf, today, &edits).into_iter().map(|one| ((one.offer, one.day.to_string(), one.at.to_string()), one)).collect();
    let mut followed = Followed::default();
    for session in store::coming_sessions(tx, today.plus(AHEAD)).await? {
        let rule = rules.get(&(OfferId(session.offer_id), session.day.clone(), session.wall.clone()));
        let booked = session.booked > 0;
        if rule.is_none() && !booked {
            store::remove_session(tx, session.id).await?;
            followed.taken_off += 1;
            continue;
        }
        let capacity = rule.map_or(0, |rule| rule.capacity).max(session.taken - session.beyond);
        let now = (session.starts_at, session.ends_at);
        let times = rule.filter(|_| !booked).map_or(now, |rule| rule.times);
        if (capacity, times) != (session.capacity, now) {
            store::change_session(tx, session.id, capacity, times).await?;
            followed.changed += 1;
        }
    }
    store::lapse(tx).await?;
    (followed.served, followed.without) = store::resources::serve(tx, shelf).await?;
    Ok(followed)
}
