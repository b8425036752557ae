//! The counters of what a package includes. They are raised in the transaction that takes the places, and the
//! database's CHECK has the last word (RULES P8).

use super::shelf::{Offer, Shelf};
use super::store;
use super::{Allowance, Period};
use crate::base::{Day, Fault, StayId};
use crate::server::{Conn, Tx};

pub use super::store::{Used, used};

/// Whose deed used something up.
#[derive(Clone, Copy, Debug)]
pub enum Subject {
    Booking(i64),
    Order(i64),
}

impl Subject {
    /// As the database writes it: of what kind, and its number.
    pub(super) fn parts(self) -> (&'static str, i64) {
        match self {
            Subject::Booking(id) => ("booking", id),
            Subject::Order(id) => ("order", id),
        }
    }
}

fn day_of(period: Period, day: Day) -> String {
    if period == Period::Day { day.to_string() } else { String::new() }
}

/// What the package gives of an offer on a day, with what was used of it.
pub fn allowance(shelf: &Shelf, package: &str, offer: &Offer, day: Day, used: &[Used]) -> Option<Allowance> {
    let mut allowance = shelf.allowance(package, offer)?;
    let day = day_of(allowance.period, day);
    allowance.used = used.iter().filter(|one| one.item == allowance.item && one.day == day).map(|one| (one.guest_id, one.used)).collect();
    Some(allowance)
}

/// Uses up one for each guest in `whose` (0 for the room). False when the package does not reach: nothing may then
/// be written, the caller drops the transaction.
pub async fn use_up(tx: &mut Tx, stay: StayId, allowance: &Allowance, day: Day, whose: &[i64], subject: Subject) -> Result<bool, Fault> {
    if allowance.period == Period::Unlimited {
        return Ok(true);
    }
    let day = day_of(allowance.period, day);
    for guest in whose.iter().map(|guest| allowance.counter_of(*guest)) {
        let counter = store::Counter { stay, item: &allowance.item, guest, day: &day };
        if !store::raise(tx, &counter, allowance.times).await? {
            return Ok(false);
        }
        store::remember(tx, &counter, subject).await?;
    }
    Ok(true)
}

/// Gives back what a booking or an order had used up.
pub async fn give_back(tx: &mut Tx, subject: Subject) -> Result<(), Fault> {
    Ok(store::lower(tx, subject).await?)
}

/// Gives back what one person had used up of a booking, and answers which counter it was, to be used up once more by
/// [`use_again`]; nothing when the package counts nothing of it.
pub async fn give_back_one(tx: &mut Tx, stay: StayId, subject: Subject, guest: i64) -> Result<Option<String>, Fault> {
    let used = store::used_by(tx.conn(), subject).await?;
    let Some(one) = used.into_iter().find(|one| one.guest_id == guest || one.guest_id == 0) else { return Ok(None) };
    store::lower_one(tx, &store::Counter { stay, item: &one.item, guest: one.guest_id, day: &one.day }, subject).await?;
    serde_json::to_string(&(one.item, one.guest_id, one.day)).map(Some).map_err(|_| Fault::TryAgain)
}

/// Uses up once more what somebody had back. False when it went to something else meanwhile.
pub async fn use_again(tx: &mut Tx, stay: StayId, subject: Subject, counter: &str) -> Result<bool, Fault> {
    let (item, guest, day): (String, i64, String) = serde_json::from_str(counter).map_err(|_| Fault::TryAgain)?;
    let counter = store::Counter { stay, item: &item, guest, day: &day };
    if !store::raise_again(tx, &counter).await? {
        return Ok(false);
    }
    store::remember(tx, &counter, subject).await?;
    Ok(true)
}

/// Hands one person's share of what a booking had used up to another.
pub async fn hand_on(tx: &mut Tx, from: Subject, to: Subject, guest: i64) -> Result<(), Fault> {
    Ok(store::hand_on(tx, from, to, guest).await?)
}

/// The counters without what one booking uses of them: as they would be if it were given back.
pub async fn without(conn: &mut Conn, mut used: Vec<Used>, subject: Subject) -> Result<Vec<Used>, sqlx::Error> {
    for one in store::used_by(conn, subject).await? {
        if let Some(counter) = used.iter_mut().find(|used| (&used.item, used.guest_id, &used.day) == (&one.item, one.guest_id, &one.day)) {
            counter.used -= one.used;
        }
    }
    Ok(used)
}
