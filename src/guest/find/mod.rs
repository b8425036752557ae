//! `/offers` finds everything: what is on offer, and below it whatever else of the cabinet answers the same words.

mod api;
#[cfg(feature = "ssr")]
mod elsewhere;
mod page;

pub use api::find;
pub use page::OffersPage;

use serde::{Deserialize, Serialize};

/// Finds of one kind, under its heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundGroup {
    pub title: String,
    pub finds: Vec<Found>,
}

/// Something that is no offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    pub href: String,
    pub icon: String,
    pub title: String,
    /// When, where or how far; may be empty.
    pub line: String,
}
