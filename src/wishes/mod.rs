//! The wish list and the watched price, which act: a price that falls, a place that is free again and the last chance before
//! departure are told once each; and for the desk, who wants what and has not bought it.
//!
//! The marks themselves are the catalogue's (`catalog/store/marks.rs`), and so is who reached the choice of an offer
//! (`catalog/seen.rs`). Read this file (the words), `rules.rs` (what is told when; pure), `act.rs` (the errand), `store.rs`
//! (the SQL), `api.rs` (the doors), then the pages in `guest.rs` and `staff.rs`.

#[cfg(feature = "ssr")]
pub mod act;
mod api;
mod guest;
#[cfg(feature = "ssr")]
pub mod rules;
pub mod staff;
#[cfg(feature = "ssr")]
mod store;

pub use api::*;
pub use guest::WishesPage;

use crate::base::{Day, Fault, StayId, refusal};
use crate::booking::Moment;
use crate::catalog::OfferCard;
use serde::{Deserialize, Serialize};

/// Whether something of an offer can be had on the days of the stay that are left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Room {
    /// Brought whenever one asks for it.
    Always,
    /// The next time at which somebody of the party could go, and how many places it has left; no number for a time of
    /// one's own.
    Next { day: Day, wall: String, left: Option<i64> },
    /// It takes place, and no place is left that would suit.
    Full,
    /// It does not take place any more while they are here.
    Over,
}

/// Something that a stay marked, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WishRow {
    pub card: OfferCard,
    pub watched: bool,
    /// What it cost when it was marked, when that is not what it costs now; minor units.
    pub was: Option<i64>,
    pub room: Room,
    /// They have booked or ordered it.
    pub bought: bool,
}

/// Who wants what and has not bought it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemandSheet {
    /// What is wanted most first.
    pub offers: Vec<DemandOffer>,
    /// The offer that was asked for: its key, and who they are, those who wait longest first.
    pub open: Option<(String, Vec<DemandStay>)>,
}

/// An offer, with how many stays want it. One that is in several states counts in each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemandOffer {
    pub key: String,
    pub title: String,
    pub interested: i64,
    pub wishing: i64,
    pub watching: i64,
    pub waiting: i64,
    /// How many stays that is.
    pub stays: i64,
}

/// A stay that wants an offer, in every state that it is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemandStay {
    pub stay: StayId,
    pub room: String,
    pub name: String,
    /// The last day on which they could have it.
    pub departs: Day,
    /// Each with since when.
    pub stages: Vec<(Stage, Moment)>,
}

/// How far somebody is with an offer. One stay may be in several at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stage {
    /// Reached the choice and did not go on.
    Interested,
    Wishing,
    Watching,
    Waiting,
    /// Holds places that are not confirmed.
    Holding,
    Cancelled,
    RefundedInPart,
    Refunded,
}

/// Why a door did not open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WishRefusal {
    Fault(Fault),
}
refusal!(WishRefusal);
