//! Laying out the sessions of the coming weeks from the catalogue's weekly rules.

use super::store;
use crate::base::Fault;
use crate::catalog::shelf::{Shelf, falls_on};
use crate::server::Tx;

/// How many days ahead sessions are laid out.
pub const AHEAD: i64 = 28;

/// Adds the sessions that the rules name from today on and that are not there yet. Running it twice changes nothing.
pub async fn lay_out(tx: &mut Tx, shelf: &Shelf) -> Result<u64, Fault> {
    let today = shelf.time.day(tx.now());
    let mut added = 0;
    for (id, offer) in shelf.offers() {
        for ahead in 0..AHEAD {
            let day = today.plus(ahead);
            let weekly = offer.weekly.iter().filter(|rule| falls_on(&rule.days, day)).map(|rule| (rule.at, rule.capacity));
            let once = offer.once.iter().filter(|rule| rule.date == day).map(|rule| (rule.at, rule.capacity));
            for (at, capacity) in weekly.chain(once) {
                let starts_at = shelf.time.instant(day, at);
                let times = (starts_at, starts_at + offer.minutes * 60);
                added += u64::from(store::add_session(tx, id, day, at, times, capacity).await?);
            }
        }
    }
    Ok(added)
}
