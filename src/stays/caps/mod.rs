//! What each person of a party may put on the room's bill in a day, and who may say so.
//!
//! Read this file (the words), `rules.rs` (who is an adult, what is left), `api.rs` (the doors of the party and of the
//! desk), `store/` (the SQL: caps, and what is counted against them; in `asks.rs` what somebody asks for who may not), then the
//! pages `guest.rs` and `staff.rs`. Who may not asks an adult: for places that is a door of booking, for orders one of
//! orders, and both are answered in `orders/approval/`.

mod api;
mod guest;
pub mod rules;
pub mod staff;
#[cfg(feature = "ssr")]
pub mod store;

pub use api::*;
pub use guest::{PersonSlipPage, SpendingSection};
#[cfg(feature = "ssr")]
pub use store::{SUMS, asks};

use crate::base::{AskId, Fault, GuestId, StayId, refusal};
use serde::{Deserialize, Serialize};

/// One person of a party with what they may spend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spender {
    pub guest: GuestId,
    pub name: String,
    pub age: i64,
    /// The room is billed to this person.
    pub lead: bool,
    pub adult: bool,
    /// A day, minor units; nothing: as much as they like.
    pub cap: Option<i64>,
    /// What they have put on the room's bill today, less what was taken off again.
    pub spent: i64,
    /// The login of their own slip, in groups; empty when they have none.
    pub own_slip: String,
}

impl Spender {
    /// What they may still put on the room's bill today; nothing: as much as they like.
    pub fn left(&self) -> Option<i64> {
        rules::left(self.cap, self.spent)
    }
}

/// Who may put things on the room: everybody of the party for an adult, and for a child only themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spending {
    pub people: Vec<Spender>,
    /// Whose phone it is.
    pub me: GuestId,
    /// Whose phone it is may change it.
    pub may_change: bool,
}

/// The same for the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskSpending {
    pub stay: StayId,
    pub people: Vec<Spender>,
}

/// A slip of one person of the party, for the adult who hands it over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonSlip {
    pub guest: GuestId,
    pub name: String,
    /// In groups, as printed.
    pub login: String,
    pub password: String,
    /// The cabinet's QR code, an SVG.
    pub qr: String,
}

/// More than somebody may put on the room's bill today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Over {
    /// What they still may, minor units.
    pub left: i64,
    /// The adults of the party who can say yes.
    pub whom: Vec<String>,
    /// They have asked already.
    pub asked: Option<AskId>,
}

/// Why it could not be changed what somebody may spend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CapRefusal {
    /// What was typed is no amount.
    NotAnAmount,
    Fault(Fault),
}
refusal!(CapRefusal);
