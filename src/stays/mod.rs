//! A party in a room from one day to another, with its package; and the slip that the desk prints for it.
//!
//! Read this file (the words), `rules.rs` (what a stay must be like, how one is searched for, how the Wi-Fi code is
//! written), `api.rs` (the desk's doors), `store.rs` (the SQL), `slip.rs` (what a printed slip says), then the pages
//! in `staff/`. Guests never open these doors: what a guest sees of the own stay comes with the sign-in. `caps/` is what each
//! person of a party may put on the room's bill; its doors are the guests' too.

mod api;
pub mod caps;
pub mod rules;
#[cfg(feature = "ssr")]
mod slip;
pub mod staff;
#[cfg(feature = "ssr")]
pub mod store;

pub use api::*;

use crate::base::{Day, Fault, GuestId, Lang, RoomId, StayId, refusal};
use crate::people::Standing;
use serde::{Deserialize, Serialize};

/// A stay as the desk sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    pub id: StayId,
    /// The front office's number of the reservation.
    pub reference: String,
    pub room_id: RoomId,
    /// The room's number.
    pub room: String,
    /// The key of the package.
    pub package: String,
    pub lang: Lang,
    pub arrives: Day,
    pub departs: Day,
    /// The person the room is billed to and the slip greets.
    pub name: String,
}

/// A stay in the desk's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StayLine {
    pub stay: Stay,
    pub standing: Standing,
    /// How many people stay.
    pub people: i64,
}

/// What the desk's search found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StayList {
    pub stays: Vec<StayLine>,
    /// There are more than fit into one answer.
    pub more: bool,
}

/// One person of the party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: GuestId,
    pub name: String,
    /// Whole years on the day of arrival.
    pub age: i64,
    /// The room is billed to this person, and the slip greets them.
    pub lead: bool,
}

/// Everything the desk knows of a stay, apart from what was booked and ordered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StayCard {
    pub stay: Stay,
    pub standing: Standing,
    /// Name of the package, in the page's language.
    pub package: String,
    pub party: Vec<Person>,
    /// Whose stay it is: the number of a profile, or an e-mail address.
    pub person: Option<String>,
    /// What was over when this stay began, of the same person: the latest first.
    pub earlier: Vec<Stay>,
    /// Phones signed in with the slip now.
    pub phones: i64,
    /// Login of the slip that is good now.
    pub login: Option<String>,
    /// Rooms that are free for these dates, this stay's own among them.
    pub rooms: Vec<RoomChoice>,
}

/// A room that is free.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomChoice {
    pub id: RoomId,
    pub number: String,
    pub building: String,
    /// Beds.
    pub sleeps: i64,
}

/// What the form for a new stay needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StayBlank {
    pub arrives: Day,
    pub departs: Day,
    pub rooms: Vec<RoomChoice>,
    /// Key and name.
    pub packages: Vec<(String, String)>,
    /// Born with the form: the same form sent twice makes one stay.
    pub intent: String,
}

/// A printed slip. It opens the cabinet, so it is shown to the desk only, and never kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipSheet {
    pub stay: StayId,
    /// The guest's, and of every sentence on the slip.
    pub lang: Lang,
    pub resort: String,
    pub logo: String,
    pub name: String,
    /// In groups, as printed.
    pub login: String,
    pub password: String,
    /// The cabinet's QR code, an SVG.
    pub qr: String,
    pub wifi: Option<WifiSheet>,
    pub says: SlipWords,
}

/// The Wi-Fi on a slip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WifiSheet {
    pub network: String,
    /// Empty when the network is open.
    pub password: String,
    /// The QR code that joins a phone to it, an SVG.
    pub qr: String,
}

/// The sentences of a slip, in the guest's language: the page around it speaks the desk's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipWords {
    pub welcome: String,
    pub lead: String,
    pub login: String,
    pub password: String,
    pub scan: String,
    pub choose: String,
    pub enjoy: String,
    pub wifi: String,
    pub help: String,
}

/// The slips that were asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipSheets {
    pub sheets: Vec<SlipSheet>,
    /// Stays among them that have no slip yet.
    pub without: i64,
}

/// What is wrong with one field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrong {
    /// The name of the field, as posted: `room`, `names[2]`.
    pub field: String,
    pub why: Why,
}

/// Why a field cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    Missing,
    /// More characters than the field takes.
    TooLong(i64),
    NotADay,
    /// Departure before arrival.
    Backwards,
    /// A stay that is over already, or one that begins in years.
    FarAway,
    /// Longer than so many nights.
    TooManyNights(i64),
    /// Whole years from 0 to 120.
    NotAnAge,
    /// The room cannot be billed to a child.
    LeadIsAChild,
    /// Two people of one party have the same name.
    NameTwice,
    TooManyPeople(i64),
    /// The room has so many beds.
    RoomSleeps(i64),
    /// Somebody else stays in the room on one of these nights.
    RoomTaken,
    NotOffered,
    /// Another stay has this reference.
    ReferenceTaken,
    /// So many bookings lie outside the new dates.
    BookingsOutside(i64),
}

/// Why the desk's door did not open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StayRefusal {
    /// Nothing was written; every field that is wrong is named.
    Form(Vec<Wrong>),
    /// Somebody changed the stay meanwhile; look again.
    ChangedMeanwhile,
    Fault(Fault),
}
refusal!(StayRefusal);
