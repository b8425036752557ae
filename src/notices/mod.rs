//! Telling a person something: the bell. Features call [`tell`] with plain values, in the transaction of the deed;
//! the sentence is chosen when it is read, in the reader's language. Read this file, `store.rs`, `api.rs`, `guest.rs`.

mod api;
mod guest;
#[cfg(feature = "ssr")]
mod store;

pub use api::*;
pub use guest::*;
#[cfg(feature = "ssr")]
pub use store::{drop_asked, drop_reminders, drop_reminders_of, due, tell, tell_later, tell_of, tell_one, tell_party, tell_party_later};

use crate::base::{AskId, BookingId, Day, Fault, NoticeId, OrderId, Texts, refusal};
use serde::{Deserialize, Serialize};

/// What a guest is told. Stored as it is; titles in every language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    BookingMade {
        booking: BookingId,
        title: Texts,
        day: Day,
        wall: String,
    },
    BookingMoved {
        booking: BookingId,
        title: Texts,
        day: Day,
        wall: String,
    },
    BookingCancelled {
        booking: BookingId,
        title: Texts,
        day: Day,
        wall: String,
    },
    /// The resort called it off; nothing stays on the bill.
    CalledOff {
        booking: BookingId,
        title: Texts,
        day: Day,
        wall: String,
        reason: String,
    },
    /// The resort called its time off and gave it this one.
    MovedByResort {
        booking: BookingId,
        title: Texts,
        day: Day,
        wall: String,
        reason: String,
    },
    /// Somebody of the party goes instead of somebody else.
    BookingReplaced {
        booking: BookingId,
        title: Texts,
        day: Day,
        wall: String,
        from: String,
        to: String,
    },
    /// A place they waited for is held for them until `until`, resort time; `total` in minor units.
    PlaceOffered {
        booking: BookingId,
        title: Texts,
        day: Day,
        wall: String,
        total: i64,
        until: String,
    },
    /// A place they waited for is booked, as they wished; it costs nothing to cancel until `until`.
    PlaceBooked {
        booking: BookingId,
        title: Texts,
        day: Day,
        wall: String,
        total: i64,
        until: String,
    },
    /// A place that was offered has gone to the next in line.
    OfferOver {
        booking: BookingId,
        title: Texts,
        day: Day,
        wall: String,
    },
    /// Its bill was not paid in time, and the places are free again.
    BillOver {
        booking: BookingId,
        title: Texts,
        day: Day,
        wall: String,
    },
    /// What was paid for it goes back; minor units.
    MoneyReturned {
        booking: BookingId,
        title: Texts,
        day: Day,
        wall: String,
        amount: i64,
    },
    /// The desk gives their money back after it took place; minor units.
    MoneyGiven {
        booking: BookingId,
        title: Texts,
        day: Day,
        wall: String,
        amount: i64,
    },
    /// The desk does not, and says why.
    MoneyDeclined {
        booking: BookingId,
        title: Texts,
        day: Day,
        wall: String,
        reason: String,
    },
    /// Some time before the start.
    BookingSoon {
        booking: BookingId,
        title: Texts,
        day: Day,
        wall: String,
        place: Texts,
    },
    /// The desk checked a ticket in.
    CheckedIn {
        booking: BookingId,
        title: Texts,
        name: String,
    },
    /// Something they wish for or watch costs them less; minor units. `offer` is its key.
    PriceFell {
        offer: String,
        title: Texts,
        was: i64,
        price: i64,
    },
    /// Something they wish for was full, and is not any more; `at` is the address of the time.
    PlaceFreed {
        at: String,
        title: Texts,
        day: Day,
        wall: String,
    },
    /// On this day they can have something they wish for, and on no later one. `offer` is its key.
    LastChance {
        offer: String,
        title: Texts,
        day: Day,
    },
    OrderPlaced {
        order: OrderId,
    },
    OrderAccepted {
        order: OrderId,
    },
    OrderOnItsWay {
        order: OrderId,
        /// About when it is there, resort time; unknown when nobody said.
        #[serde(default)]
        expected: Option<String>,
    },
    OrderDelivered {
        order: OrderId,
    },
    OrderDeclined {
        order: OrderId,
        reason: String,
    },
    OrderCancelled {
        order: OrderId,
    },
    /// `name` asks an adult of the party to put more on the room's bill than they may; minor units, and until when there is
    /// time, resort time.
    Asked {
        ask: AskId,
        name: String,
        title: Texts,
        amount: i64,
        until: String,
    },
    /// `by` said yes.
    AskApproved {
        ask: AskId,
        by: String,
        title: Texts,
        amount: i64,
    },
    /// `by` said not now; why may be empty.
    AskDeclined {
        ask: AskId,
        by: String,
        title: Texts,
        reason: String,
    },
    /// Nobody answered what `name` asked for while there was time.
    AskOver {
        ask: AskId,
        name: String,
        title: Texts,
    },
}

impl Notice {
    /// The booking or the order it is about.
    pub fn about(&self) -> (Option<BookingId>, Option<OrderId>) {
        match self {
            Notice::BookingMade { booking, .. }
            | Notice::BookingMoved { booking, .. }
            | Notice::BookingCancelled { booking, .. }
            | Notice::CalledOff { booking, .. }
            | Notice::MovedByResort { booking, .. }
            | Notice::BookingReplaced { booking, .. }
            | Notice::PlaceOffered { booking, .. }
            | Notice::PlaceBooked { booking, .. }
            | Notice::OfferOver { booking, .. }
            | Notice::BillOver { booking, .. }
            | Notice::MoneyReturned { booking, .. }
            | Notice::MoneyGiven { booking, .. }
            | Notice::MoneyDeclined { booking, .. }
            | Notice::BookingSoon { booking, .. }
            | Notice::CheckedIn { booking, .. } => (Some(*booking), None),
            Notice::OrderPlaced { order }
            | Notice::OrderAccepted { order }
            | Notice::OrderOnItsWay { order, .. }
            | Notice::OrderDelivered { order }
            | Notice::OrderDeclined { order, .. }
            | Notice::OrderCancelled { order } => (None, Some(*order)),
            Notice::PriceFell { .. }
            | Notice::PlaceFreed { .. }
            | Notice::LastChance { .. }
            | Notice::Asked { .. }
            | Notice::AskApproved { .. }
            | Notice::AskDeclined { .. }
            | Notice::AskOver { .. } => (None, None),
        }
    }

    /// The address of the page to go on to.
    pub fn page(&self) -> String {
        match (self, self.about()) {
            (_, (Some(booking), _)) => format!("/bookings/{booking}"),
            (_, (_, Some(order))) => format!("/orders/{order}"),
            (Notice::Asked { ask, .. } | Notice::AskApproved { ask, .. } | Notice::AskDeclined { ask, .. } | Notice::AskOver { ask, .. }, _) => {
                format!("/asks/{ask}")
            }
            (Notice::PlaceFreed { at, .. }, _) => at.clone(),
            (Notice::PriceFell { offer, .. } | Notice::LastChance { offer, .. }, _) => format!("/offers/{offer}"),
            _ => "/notices".to_owned(),
        }
    }
}

/// A line under the bell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeLine {
    pub id: NoticeId,
    pub notice: Notice,
    /// The person of the party it is for; nobody in particular: whoever books and pays.
    pub whom: Option<String>,
    pub day: Day,
    /// Resort time, `17:05`.
    pub at: String,
    pub read: bool,
}

/// Why a door of the bell did not open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoticeRefusal {
    Fault(Fault),
}
refusal!(NoticeRefusal);
