//! The yes of an adult: somebody of a party asks for what they may not put on the room's bill alone, places that they hold or
//! an order that is not placed yet, and an adult of the same party says yes or not now. Exactly one answer counts.
//!
//! Read this file (the words), `act.rs` (what an answer does), `api.rs` (the doors), then the page `guest.rs`. The rows are
//! [`crate::stays::caps::asks`]; asking for places is a door of booking.

#[cfg(feature = "ssr")]
mod act;
mod api;
mod guest;

#[cfg(feature = "ssr")]
pub use act::{errand, keep};
pub use api::*;
pub use guest::{AskPage, AsksWaiting};

use crate::base::{AskId, BookingId, Fault, OrderId, refusal};
use crate::booking::{BookingRefusal, Moment};
use crate::orders::OrderRefusal;
use serde::{Deserialize, Serialize};

/// Characters of a reason for "not now", at most.
pub const LONGEST_WHY: usize = 200;

/// How long an order waits for an answer, in seconds; never longer than until it is to be brought.
pub const ORDER_WAITS: i64 = 60 * 60;

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskState {
    /// It could be asked; nobody was.
    Kept,
    Waiting,
    Approved,
    Declined,
    /// It was taken back, or settled in another way.
    Withdrawn,
    /// Nobody answered while there was time.
    Over,
}

/// A question as those see it whom it concerns: who asks, and the adults of the party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskView {
    pub id: AskId,
    pub state: AskState,
    /// Who asks.
    pub name: String,
    /// Whoever looks at it asked.
    pub mine: bool,
    /// Whoever looks at it may answer now.
    pub may_answer: bool,
    pub title: String,
    /// Of an order: how many of what.
    pub lines: Vec<(i64, String)>,
    /// When it begins or is to be brought; nothing: as soon as it can be.
    pub when: Option<Moment>,
    /// Who would go.
    pub people: Vec<String>,
    /// Minor units.
    pub amount: i64,
    /// What they have put on the room's bill today, and what they may; nothing: as much as they like.
    pub spent: i64,
    pub cap: Option<i64>,
    /// Until when it can be answered.
    pub until: Moment,
    pub answered_by: String,
    pub reason: String,
    pub booking: Option<BookingId>,
    /// The order that it became.
    pub order: Option<OrderId>,
}

/// A question in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskRow {
    pub id: AskId,
    pub name: String,
    pub title: String,
    pub amount: i64,
    pub until: Moment,
}

/// Why a question was not asked or answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AskRefusal {
    /// It has its answer, or was taken back.
    Answered(AskState),
    /// Nobody answered while there was time.
    Over,
    /// It costs something else by now; minor units.
    PriceChanged {
        total: i64,
    },
    /// The reason is longer than so many characters.
    ReasonTooLong(i64),
    /// Nobody of the party can say yes.
    NobodyToAsk,
    /// The places cannot be booked.
    Booking(BookingRefusal),
    /// The order cannot be placed.
    Order(OrderRefusal),
    Fault(Fault),
}
refusal!(AskRefusal);
