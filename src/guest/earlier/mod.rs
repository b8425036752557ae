//! Earlier stays: when they were, and at `/stays/:id` what was done in one. It is there to be read, so it shows no
//! ticket's code and offers no deed; and who else was in the room then is nobody's business today.

mod api;
mod page;

pub use api::{earlier_stay_details, earlier_stays};
pub use page::{EarlierList, EarlierStayPage};

use crate::base::{Day, StayId};
use crate::orders::OrderState;
use serde::{Deserialize, Serialize};

/// A stay that was over before this one began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierStay {
    pub id: StayId,
    pub room: String,
    pub arrives: Day,
    pub departs: Day,
}

/// What was done in an earlier stay, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierStayData {
    pub stay: EarlierStay,
    /// Name of the package.
    pub package: String,
    /// The first in front.
    pub bookings: Vec<EarlierBooking>,
    pub orders: Vec<EarlierOrder>,
}

/// Something that was booked then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierBooking {
    pub day: Day,
    pub wall: String,
    pub title: String,
    /// How many went.
    pub people: i64,
    /// Minor units.
    pub total: i64,
    pub cancelled: bool,
}

/// Something that was ordered then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierOrder {
    pub day: Day,
    pub wall: String,
    /// How many of what.
    pub what: Vec<(i64, String)>,
    pub total: i64,
    pub state: OrderState,
}
