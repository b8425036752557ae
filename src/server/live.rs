//! Waking open pages. A nudge says that something of a stay, or of the desk's, changed; the page asks again for what
//! it shows. The truth is always in the database, so a nudge lost is only a moment lost. Nudges of other nodes arrive
//! through `db/postgres.rs`.

use super::random;
use crate::base::{Day, StayId};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::broadcast;

/// How many streams one stay may have open: every phone of a large family with some pages each.
pub const MOST_STREAMS: usize = 20;

/// Whose pages should look again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Nudge {
    /// Every open phone of a stay.
    Stay(StayId),
    /// Every open console.
    Desk,
    /// Every phone that shows what there is on this day: places changed hands.
    Places(Day),
}

/// The hub of one process.
#[derive(Clone)]
pub struct Live {
    node: u64,
    stays: Arc<Mutex<HashMap<StayId, broadcast::Sender<()>>>>,
    desk: broadcast::Sender<()>,
    places: broadcast::Sender<Option<Day>>,
    commits: Arc<AtomicU64>,
}

impl Default for Live {
    fn default() -> Live {
        Live {
            node: u64::from_le_bytes(random()),
            stays: Arc::default(),
            desk: broadcast::channel(64).0,
            places: broadcast::channel(256).0,
            commits: Arc::default(),
        }
    }
}

impl Live {
    /// The number of this process among all that serve from the same database.
    pub fn node(&self) -> u64 {
        self.node
    }

    /// Wakes every open page: something may have changed while nobody told us.
    pub fn wake_all(&self) {
        let _ = self.desk.send(());
        let _ = self.places.send(None);
        let stays = self.stays.lock().unwrap_or_else(PoisonError::into_inner);
        for sender in stays.values() {
            let _ = sender.send(());
        }
    }

    /// How many transactions this process has committed; something may have changed when it has grown.
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Acquire)
    }

    /// Counts a transaction that was committed.
    pub fn committed(&self) {
        self.commits.fetch_add(1, Ordering::AcqRel);
    }

    pub fn send(&self, nudge: Nudge) {
        match nudge {
            Nudge::Desk => {
                // Nobody listening is no fault.
                let _ = self.desk.send(());
            }
            Nudge::Places(day) => {
                let _ = self.places.send(Some(day));
            }
            Nudge::Stay(stay) => {
                let mut stays = self.stays.lock().unwrap_or_else(PoisonError::into_inner);
                if stays.get(&stay).is_some_and(|sender| sender.send(()).is_err()) {
                    stays.remove(&stay);
                }
            }
        }
    }

    /// Nothing when the stay listens with [`MOST_STREAMS`] already.
    pub fn listen_stay(&self, stay: StayId) -> Option<broadcast::Receiver<()>> {
        let mut stays = self.stays.lock().unwrap_or_else(PoisonError::into_inner);
        stays.retain(|_, sender| sender.receiver_count() > 0);
        let sender = stays.entry(stay).or_insert_with(|| broadcast::channel(16).0);
        (sender.receiver_count() < MOST_STREAMS).then(|| sender.subscribe())
    }

    /// Each word is the day on which places changed hands; nothing when it may have been any.
    pub fn listen_places(&self) -> broadcast::Receiver<Option<Day>> {
        self.places.subscribe()
    }

    pub fn listen_desk(&self) -> broadcast::Receiver<()> {
        self.desk.subscribe()
    }
}
