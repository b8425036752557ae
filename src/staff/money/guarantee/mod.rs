//! Guests who ask for their money back after something took place, on the page of the desk's money.
//!
//! Read this file (what the page is given), `api.rs` (the doors), `store.rs` (the SQL), `view.rs` (the list).

mod api;
#[cfg(feature = "ssr")]
pub(super) mod store;
mod view;

pub use api::*;
pub use view::Guarantees;

use super::About;
use crate::base::{BookingId, Day};
use serde::{Deserialize, Serialize};

/// Somebody who asks for their money back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedBack {
    pub booking: BookingId,
    pub about: About,
    /// When it took place, resort time.
    pub day: Day,
    pub wall: String,
    /// How many of them were let in.
    pub came: i64,
    /// What the guest says; may be empty.
    pub why: String,
    /// What can be given back, minor units.
    pub left: i64,
    /// Minutes since it was asked for.
    pub age: i64,
}
