//! What the console knows of bookings: the sheet of a day, and a ticket at the door.

use super::Moment;
use crate::base::{BookingId, Day, SessionId};
use serde::{Deserialize, Serialize};

/// Everything that takes place on a day, by time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskDay {
    pub day: Day,
    pub slots: Vec<DeskSlot>,
}

/// A session with whoever goes, or somebody's own time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskSlot {
    /// `None` for a time of one's own.
    pub session: Option<SessionId>,
    pub title: String,
    /// Where, or with whom: the place of a session, the resource of an appointment.
    pub place: String,
    pub wall: String,
    pub until: String,
    /// Places in all; `None` for a time of one's own.
    pub capacity: Option<i64>,
    /// Places that are confirmed.
    pub confirmed: i64,
    /// Places that somebody holds but has not confirmed yet.
    pub held: i64,
    /// People who have been let in.
    pub arrived: i64,
    pub cancelled: bool,
    pub over: bool,
    pub people: Vec<DeskPerson>,
}

/// Somebody who goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskPerson {
    pub booking: BookingId,
    pub name: String,
    /// Whole years on the day of arrival.
    pub age: i64,
    pub room: String,
    /// The ticket's code, as in its address.
    pub code: String,
    /// Not confirmed yet.
    pub held: bool,
    /// When, and by whom.
    pub checked_in: Option<(String, String)>,
    /// Questions and answers, for the performer; with the first person of each booking.
    pub answers: Vec<(String, String)>,
}

/// How a ticket stands at this moment. Checking in looks again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TicketStanding {
    Good,
    In {
        at: Moment,
        by: String,
    },
    /// A good ticket, for another day.
    WrongDay,
    Cancelled,
    /// The places are held, and nobody has confirmed them yet.
    Held,
}

/// A ticket, as whoever stands at the door sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskTicket {
    /// As in its address.
    pub code: String,
    pub title: String,
    pub place: String,
    pub day: Day,
    pub wall: String,
    pub standing: TicketStanding,
    pub person: DeskPerson,
    /// The others of the same booking.
    pub others: Vec<DeskPerson>,
}
