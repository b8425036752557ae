//! Points: given in lots that end on a day each, kept back for a hold, spent when it is booked, and given back to the lots
//! they are of (RULES P6). `point_worth` in `resort.toml` says what one is worth. The desk gives them; earning them by what one
//! buys is no business of this folder.
//!
//! Read this file (the words), `rules.rs` (how many, and of which lots), `store/` (the SQL), `api.rs` and `guest.rs` (what one
//! has, and the form for what stands on the room's bill). Who is given some stands in `staff/points/`.

mod api;
pub mod guest;
#[cfg(feature = "ssr")]
pub mod rules;
#[cfg(feature = "ssr")]
pub mod store;

pub use api::*;

use crate::base::Day;
use serde::{Deserialize, Serialize};

/// What a stay has today.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purse {
    pub points: i64,
    /// What they are worth, minor units.
    pub amount: i64,
    /// Each lot with its last day, the one that ends first before the others.
    pub lots: Vec<(i64, Day)>,
}

/// What points can do for something that is to be paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByPoints {
    pub points: i64,
    /// What they pay, minor units.
    pub amount: i64,
    /// They are kept back for it already, and go when it is booked.
    pub kept: bool,
    /// The key of one payment, born with the form.
    pub intent: String,
}
