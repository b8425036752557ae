//! The catalogue's pages: the list with its search and filters, and what is said of one offer.

mod list;
mod offer;

pub use list::{OffersWith, OffersWithProps};
pub use offer::{OfferAction, OfferView};

use super::CatalogRefusal;
use crate::words::Words;

/// Why a door of the catalogue did not open, in words.
pub fn say(words: Words, refusal: &CatalogRefusal) -> String {
    match refusal {
        CatalogRefusal::Fault(fault) => crate::kit::say_fault(words, fault),
    }
}
