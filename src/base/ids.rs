use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<$name, Self::Err> {
                text.parse().map($name)
            }
        }
    )* };
}

id! {
    /// A party in a room from one day to another.
    StayId
    /// One person of a stay's party.
    GuestId
    /// A member of staff.
    StaffId
    /// A printed credential of a stay.
    SlipId
    /// A room of the resort.
    RoomId
    /// Something that can be had.
    OfferId
    /// An offer at a given time, with a number of places.
    SessionId
    /// What an appointment occupies: a court, a therapist, a room.
    ResourceId
    /// Places held or taken by a stay.
    BookingId
    /// Somebody's place in a line for places that are taken.
    WaitlistId
    /// One person of a booking, with a ticket.
    ParticipantId
    /// Things ordered to the room together.
    OrderId
    /// Somebody asks to put more on the room's bill than they may.
    AskId
    /// A line under the bell.
    NoticeId
    /// One attempt to pay at once.
    PaymentId
    /// An amount that goes back.
    RefundId
    /// What is handed out for money that was taken or went back.
    ReceiptId
    /// A session, a resource or an offer that the resort called off.
    ClosureId
}
