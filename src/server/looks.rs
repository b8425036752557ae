//! Who looked at which offer, until it is written down. Kept in memory, so that a page waits for no database and somebody
//! who looks ten times in a minute is one row; what a process had not written when it died was only a look.

use crate::base::{OfferId, StayId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How long what was written stays as it is, in seconds.
const EVERY: i64 = 5 * 60;
/// How many are kept at most; above that the newest are not.
const MOST: usize = 50_000;

/// A stay looked at an offer: for the first and for the last time since it was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub stay: StayId,
    pub offer: OfferId,
    pub first: i64,
    pub last: i64,
}

#[derive(Clone, Copy)]
struct Kept {
    /// The first and the last that nobody has written down.
    new: Option<(i64, i64)>,
    written: Option<i64>,
}

/// The looks of one process.
#[derive(Clone, Default)]
pub struct Looks(Arc<Mutex<HashMap<(StayId, OfferId), Kept>>>);

impl Looks {
    pub fn add(&self, stay: StayId, offer: OfferId, now: i64) {
        let mut looks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if looks.len() >= MOST && !looks.contains_key(&(stay, offer)) {
            return;
        }
        let kept = looks.entry((stay, offer)).or_insert(Kept { new: None, written: None });
        kept.new = Some((kept.new.map_or(now, |(first, _)| first), now));
    }

    /// What is to be written down now: of one stay and offer at most every five minutes, unless this is the `last` time.
    pub fn take(&self, now: i64, last: bool) -> Vec<Look> {
        let mut looks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut due = Vec::new();
        for ((stay, offer), kept) in looks.iter_mut() {
            let rests = !last && kept.written.is_some_and(|at| now - at < EVERY);
            if let Some((first, last)) = kept.new.filter(|_| !rests) {
                *kept = Kept { new: None, written: Some(now) };
                due.push(Look { stay: *stay, offer: *offer, first, last });
            }
        }
        looks.retain(|_, kept| kept.new.is_some() || kept.written.is_some_and(|at| now - at < EVERY));
        // Two nodes that write the same rows take them in one order.
        due.sort_unstable_by_key(|look| (look.stay, look.offer));
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_rests_for_a_while_and_nothing_is_lost() {
        let (looks, stay, offer) = (Looks::default(), StayId(1), OfferId(2));
        let look = |first, last| Look { stay, offer, first, last };
        assert!(looks.take(0, false).is_empty());
        looks.add(stay, offer, 10);
        looks.add(stay, offer, 12);
        assert_eq!(looks.take(15, false), [look(10, 12)]);
        looks.add(stay, offer, 20);
        looks.add(stay, offer, 200);
        assert!(looks.take(314, false).is_empty());
        assert_eq!(looks.take(315, false), [look(20, 200)]);
        assert!(looks.take(900, false).is_empty() && looks.0.lock().unwrap().is_empty());
    }

    #[test]
    fn what_is_left_is_written_at_the_end() {
        let looks = Looks::default();
        for (offer, at) in [(1, 10), (2, 11)] {
            looks.add(StayId(1), OfferId(offer), at);
        }
        assert_eq!(looks.take(12, false).len(), 2);
        looks.add(StayId(1), OfferId(2), 13);
        assert_eq!(looks.take(14, true), [Look { stay: StayId(1), offer: OfferId(2), first: 13, last: 13 }]);
    }
}
