//! The resort and what is around it: facts at a glance, the day's routine, pages of the house, places nearby. All of it
//! is readable before signing in, except the password of the Wi-Fi.
//!
//! Read this file (the words), `rules.rs` (distances, what is on now), `api.rs` (the doors, which read the catalogue's
//! shelf; nothing here is in the database), then the pages in `guest.rs` and `around.rs`.

mod api;
mod around;
mod guest;
pub mod rules;

pub use api::*;
pub use around::{AroundPage, kind_name};
pub use guest::{ArticlePage, GuidePage};

use crate::base::{Day, Fault, refusal};
use rules::Moment;
use serde::{Deserialize, Serialize};

/// The guide's first page, in the page's language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GuideData {
    pub network: String,
    /// The network asks for no password.
    pub open: bool,
    /// Only for guests who are staying.
    pub password: Option<String>,
    /// `14:00`
    pub check_in: String,
    pub check_out: String,
    /// As written; `rules::dialled` makes it a number.
    pub phone: String,
    pub email: String,
    pub address: String,
    /// Where the resort is, on a map.
    pub map: String,
    /// The same in the phone's own map, for phones that can.
    pub geo: Option<String>,
    pub emergency: Vec<Call>,
    /// Whose routine is shown.
    pub day: Day,
    /// The days to choose from: today and the six after it.
    pub days: Vec<Day>,
    pub routine: Vec<RoutineLine>,
    pub pages: Vec<PageLink>,
    /// The nearest places, nearest first.
    pub near: Vec<PlaceView>,
}

/// A point on the map, decimal degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spot {
    pub latitude: f64,
    pub longitude: f64,
}

/// Somebody to call in need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    pub name: String,
    pub phone: String,
}

/// A line of the day's routine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoutineLine {
    /// `07:00`, resort time.
    pub at: String,
    pub until: Option<String>,
    pub what: String,
    pub place: String,
    /// Where it stands at this moment.
    pub moment: Moment,
}

/// A page of the house, to be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageLink {
    pub key: String,
    pub title: String,
}

/// A page of the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    pub title: String,
    /// Made from the resort's own Markdown at import, raw HTML left out.
    pub html: String,
    /// The other pages.
    pub others: Vec<PageLink>,
}

/// Something around the resort.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaceView {
    pub key: String,
    /// `beach food sight shop pharmacy hospital transport nature`
    pub kind: String,
    pub name: String,
    pub text: String,
    pub spot: Spot,
    /// Where it is, on a map.
    pub map: String,
    /// The same in the phone's own map, for phones that can.
    pub geo: Option<String>,
    pub phone: Option<String>,
    /// In a straight line from the resort.
    pub metres: i64,
}

/// What is around, nearest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AroundData {
    /// The kinds there are, each once, in the resort's order.
    pub kinds: Vec<String>,
    pub places: Vec<PlaceView>,
}

/// Why a door of the guide did not open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GuideRefusal {
    Fault(Fault),
}
refusal!(GuideRefusal);
