//! What the console knows of bookings: the sheet of a day, and a ticket at the door.

use super::Moment;
use crate::base::{BookingId, Day, OfferId, ResourceId, SessionId, WaitlistId};
use serde::{Deserialize, Serialize};

/// Everything that takes place on a day, by time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskDay {
    pub day: Day,
    pub slots: Vec<DeskSlot>,
    /// How many parties wait for something on this day.
    pub waiting: i64,
}

/// A session with whoever goes, or somebody's own time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskSlot {
    /// `None` for a time of one's own.
    pub session: Option<SessionId>,
    /// What a time of one's own occupies.
    pub resource: Option<ResourceId>,
    pub title: String,
    /// Where, or with whom: the place of a session, the resource of an appointment.
    pub place: String,
    pub wall: String,
    pub until: String,
    /// Places in all; `None` for a time of one's own.
    pub capacity: Option<i64>,
    /// How many of them the desk allowed beyond the session's own.
    pub beyond: i64,
    /// Places that are confirmed.
    pub confirmed: i64,
    /// Places that somebody holds but has not confirmed yet.
    pub held: i64,
    /// People who have been let in.
    pub arrived: i64,
    pub cancelled: bool,
    pub over: bool,
    /// Whoever is not here by now did not come.
    pub late: bool,
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
    /// Until when it is held; resort time.
    pub held_until: Option<String>,
    /// When, and by whom.
    pub checked_in: Option<(String, String)>,
    /// The same instant, in seconds since 1970 UTC.
    pub checked_in_at: Option<i64>,
    /// What they say of themselves beside what is printed: how they write their name, how to reach them.
    pub says: Vec<String>,
    /// Who said that they did not come.
    pub missed: Option<String>,
    /// Questions and answers, for the performer; with the first person of each booking.
    pub answers: Vec<(String, String)>,
}

/// The waitlist of a day, line by line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskLines {
    pub day: Day,
    pub lines: Vec<DeskLine>,
}

/// Who waits for an offer on a day, the next first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskLine {
    pub offer: OfferId,
    pub title: String,
    pub waiting: Vec<DeskWaiting>,
}

/// Somebody who waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskWaiting {
    pub id: WaitlistId,
    pub room: String,
    pub name: String,
    pub people: i64,
    /// The starts between which they would come; resort time.
    pub from: String,
    pub to: String,
    /// Up to which total they are booked at once; minor units.
    pub most: Option<i64>,
    /// The desk lets them go first.
    pub first: bool,
    pub joined: Moment,
    /// A place is offered to them until then.
    pub offered_until: Option<Moment>,
    /// Fewer places than they need are free: they are passed over and keep their turn.
    pub left: Option<i64>,
}

/// A ticket of today, as a phone at the door keeps it for when there is no signal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorTicket {
    /// As in its address.
    pub code: String,
    pub name: String,
    pub title: String,
    pub wall: String,
    pub inside: bool,
}

/// How a ticket stands at this moment. Checking in looks again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TicketStanding {
    Good,
    In {
        at: Moment,
        by: String,
        /// It can still be taken back.
        undo: bool,
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
