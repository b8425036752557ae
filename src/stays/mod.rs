//! A party in a room from one day to another, with its package.
//!
//! Read this file (the words), then `store.rs` (the SQL).

#[cfg(feature = "ssr")]
pub mod store;

use crate::base::{Day, GuestId, Lang, RoomId, StayId};
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

/// One person of a stay's party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: GuestId,
    pub name: String,
    /// Whole years on arrival.
    pub age: i64,
    pub lead: bool,
}
