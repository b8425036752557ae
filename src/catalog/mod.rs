//! What can be had, and what it costs this guest: services to the room, sessions at given times, appointments.
//!
//! Read this file (the words), `rules.rs` (price by age, included or extra, the cancellation rule in steps), `search.rs`
//! (finding by word, and the filters), `shelf.rs` (the catalogue in memory), `included.rs` (the counters), `seen.rs`
//! (both through one guest's eyes), `api.rs` (the doors), then the pages in `guest.rs`; `parts.rs` draws tags, cards and
//! the bar of the cancellation rule.

mod api;
mod guest;
#[cfg(feature = "ssr")]
pub mod included;
pub mod parts;
#[cfg(feature = "ssr")]
pub mod recurrence;
pub mod rules;
pub mod search;
#[cfg(feature = "ssr")]
pub mod seen;
#[cfg(feature = "ssr")]
pub mod shelf;
#[cfg(feature = "ssr")]
pub mod store;

pub use api::*;
pub use guest::{OfferAction, OfferView, OffersWith, OffersWithProps, say};

use crate::base::{Fault, OfferId, refusal};
use serde::{Deserialize, Serialize};

/// The three kinds of offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Ordered to the room.
    Service,
    /// Places at given times.
    Session,
    /// A time of one's own with a resource.
    Appointment,
}

/// The price of an age group; both ends inside, whole years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    pub from: i64,
    pub to: i64,
    /// Minor units.
    pub price: i64,
}

/// What it costs to give a place back, by the time that is left (RULES X2, X3). Copied into what is sold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Free until so many minutes before the start, that minute included.
    pub free_until_minutes: i64,
    /// Percent kept from then until the start.
    pub late_percent: i64,
    /// Percent kept once it has started.
    pub started_percent: i64,
    /// What becomes of the money of somebody who does not come.
    #[serde(default)]
    pub no_show: NoShow,
    /// For so many days after the day it takes place on, the guest may ask for the money back; 0: not at all.
    #[serde(default)]
    pub guarantee_days: i64,
    /// What it costs is a deposit: it comes back to everybody who is let in, and is kept when somebody does not come.
    #[serde(default)]
    pub deposit: bool,
}

/// What becomes of the money of somebody who does not come (RULES K9). What was sold before this was said keeps to what was
/// sold: nothing came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NoShow {
    /// All of it comes back, without questions; and so does what the package paid.
    Refund,
    /// As much is kept as for giving it back at the very start.
    Policy,
    /// Nothing comes back.
    #[default]
    Keep,
}

impl NoShow {
    pub const ALL: [NoShow; 3] = [NoShow::Refund, NoShow::Policy, NoShow::Keep];

    /// As in `catalog.toml`.
    pub fn name(self) -> &'static str {
        match self {
            NoShow::Refund => "refund",
            NoShow::Policy => "policy",
            NoShow::Keep => "keep",
        }
    }
}

/// How something can be paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// On the room's bill.
    Room,
    /// By card, at once.
    Card,
    /// The desk sends a bill, and the places wait for the money.
    Invoice,
    /// At the desk, before it begins.
    Desk,
    /// With points that the resort has given.
    Points,
}

impl Way {
    pub const ALL: [Way; 5] = [Way::Room, Way::Card, Way::Invoice, Way::Desk, Way::Points];

    /// As in `resort.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Way::Room => "room",
            Way::Card => "card",
            Way::Invoice => "invoice",
            Way::Desk => "desk",
            Way::Points => "points",
        }
    }
}

/// How a package includes something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    Unlimited,
    Day,
    Stay,
}

/// What a stay's package gives of one offer, and how much of it is left. `None` of it means extra.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    /// Whose counter it is: the key of the offer or of its category, as in the package.
    pub item: String,
    pub period: Period,
    /// So many for each person (true) or for the whole room.
    pub each_person: bool,
    /// So many a day or a stay; 0 for unlimited.
    pub times: i64,
    /// What was used of it: per guest id, or under 0 for the room.
    pub used: Vec<(i64, i64)>,
}

/// What an offer costs this guest, as shown on its tag. The same rule computes what is charged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tag {
    /// Costs nobody anything.
    Free,
    /// In the package, as often as one likes.
    Included,
    /// In the package: so many are left of so many.
    Left { left: i64, of: i64, period: Period },
    /// Extra, in minor units. `used_up` when the package's share is gone.
    Extra { price: i64, used_up: bool },
    /// Free for who comes: so much is held until then, minor units.
    Deposit { price: i64 },
}

/// An offer in a list, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferCard {
    pub id: OfferId,
    pub key: String,
    pub kind: Kind,
    pub category: String,
    pub title: String,
    pub summary: String,
    /// Address of the picture.
    pub photo: String,
    pub minutes: i64,
    pub tag: Tag,
    /// On the wish list of this stay.
    pub wished: bool,
    pub age_min: Option<i64>,
    pub age_max: Option<i64>,
}

/// A question the performer needs answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub key: String,
    pub text: String,
    pub required: bool,
    /// Empty: free text.
    pub choices: Vec<String>,
}

/// One of several forms of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub key: String,
    pub name: String,
    /// Added to the price, minor units.
    pub price: i64,
}

/// Everything about one offer, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferPageData {
    pub card: OfferCard,
    pub category_name: String,
    pub details: String,
    pub place: String,
    pub bring: Option<String>,
    pub bands: Vec<Band>,
    /// The price of one, before anything is included.
    pub price: i64,
    pub adult_needed: bool,
    pub policy: Option<Policy>,
    pub options: Vec<Choice>,
    pub questions: Vec<Question>,
    pub allowance: Option<Allowance>,
    /// This stay watches its price.
    pub watched: bool,
}

/// A category as a chip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryChip {
    pub key: String,
    pub name: String,
    pub icon: String,
}

/// The catalogue as one guest sees it through their filters, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OffersPageData {
    /// Every category that has something in it, in the resort's order.
    pub categories: Vec<CategoryChip>,
    /// By category; when words were searched for, the best find first.
    pub cards: Vec<OfferCard>,
    /// The name of the package, when somebody is signed in.
    pub package: Option<String>,
}

/// Why a door of the catalogue did not open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CatalogRefusal {
    Fault(Fault),
}
refusal!(CatalogRefusal);
