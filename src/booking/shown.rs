//! What the pages are given: a day of the calendar, one time with the party, one booking, a list of bookings. Texts are
//! in the page's language, times on the resort's wall.

use super::{Actor, Alternative, BookingState, Deed, Moment, Obstacle, SlotState, Target};
use crate::base::{BookingId, Day, GuestId, OfferId, SessionId, WaitlistId};
use crate::catalog::{Allowance, Band, Policy, Question, Tag};
use crate::payments::Pay;
use crate::stays::caps::Over;
use serde::{Deserialize, Serialize};

/// A session in the list of a day, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayRow {
    pub session: SessionId,
    pub offer: OfferId,
    pub key: String,
    pub category: String,
    pub title: String,
    pub place: String,
    pub photo: String,
    pub day: Day,
    /// Resort time, `10:30`.
    pub wall: String,
    pub minutes: i64,
    pub starts_at: i64,
    pub ends_at: i64,
    pub left: i64,
    pub capacity: i64,
    pub state: SlotState,
    pub tag: Tag,
    /// Somebody of the party is of the right age; true when nobody is signed in.
    pub fits: bool,
}

/// A time of one's own in the list of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeChip {
    pub wall: String,
    pub target: Target,
    pub state: SlotState,
    /// How many resources are free then.
    pub left: i64,
}

/// Something that can be had at a time of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimesOf {
    pub key: String,
    pub category: String,
    pub title: String,
    pub place: String,
    pub photo: String,
    pub minutes: i64,
    pub tag: Tag,
    pub fits: bool,
    /// The times of the day; in the list of all offers only the first that are free.
    pub times: Vec<TimeChip>,
}

/// How many days the strip of the calendar shows.
pub const STRIP: i64 = 14;

/// The first day of the strip: today, or a little before the chosen one when it lies further away.
pub fn strip_from(chosen: Day, today: Day) -> Day {
    if (0..STRIP).contains(&chosen.days_since(today)) { today } else { chosen.plus(-3).max(today).min(chosen) }
}

/// A day of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayData {
    pub day: Day,
    pub rows: Vec<DayRow>,
    /// Appointments with their times.
    pub own: Vec<TimesOf>,
    /// The offer that was asked for: its key and title.
    pub only: Option<(String, String)>,
    /// Of that offer: the days of the strip, or of the month, on which something is free.
    pub free: Option<Vec<Day>>,
    /// When nothing of that offer is on this day: where it is next.
    pub next: Vec<Alternative>,
    /// Key and name of the categories that have something to book.
    pub categories: Vec<(String, String)>,
    /// How many bookings of this stay are on a day.
    pub mine: Vec<(Day, u8)>,
}

/// Somebody of the party, to be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: GuestId,
    pub name: String,
    /// On arrival, in whole years.
    pub age: i64,
    /// What it costs for somebody of this age before anything is included; minor units.
    pub price: i64,
    /// Whose slip it was that signed this phone in; the room's is its lead's.
    pub you: bool,
    /// Has a place in the hold that this stay has of this very time; it can still be changed.
    pub held: bool,
    pub obstacle: Option<Obstacle>,
}

/// A booking that this stay has of the very time that is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Yours {
    pub booking: BookingId,
    /// Not confirmed yet.
    pub held: bool,
    /// Who goes.
    pub names: Vec<String>,
}

/// A line in which this stay stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineRow {
    pub id: WaitlistId,
    pub offer: OfferId,
    /// Of the offer.
    pub key: String,
    pub title: String,
    pub day: Day,
    /// The starts between which they would come, both inside; resort time.
    pub from: String,
    pub to: String,
    pub people: Vec<String>,
    /// Up to which total they are booked at once; minor units.
    pub most: Option<i64>,
    /// 1 is next.
    pub place: i64,
}

/// The waitlist of one session or time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Those of this offer on this day in which this stay stands.
    pub yours: Vec<LineRow>,
    /// How many parties wait for this time.
    pub waiting: i64,
    /// More can join: fewer places are left than the party has people who could come.
    pub open: bool,
    /// Every start of the offer on that day that is ahead; resort time.
    pub starts: Vec<String>,
    /// How long an offer waits for its answer.
    pub minutes: i64,
}

/// Everything about one session or one time, for choosing who goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotData {
    pub target: Target,
    pub key: String,
    pub title: String,
    pub summary: String,
    pub details: String,
    pub bring: Option<String>,
    pub place: String,
    pub category: String,
    pub photo: String,
    pub day: Day,
    pub wall: String,
    pub until: String,
    pub minutes: i64,
    /// As it is for whoever does not go yet: never [`SlotState::Yours`].
    pub state: SlotState,
    /// What this stay has of this time already.
    pub yours: Vec<Yours>,
    /// Places left; nothing for a time of one's own.
    pub left: Option<i64>,
    pub tag: Tag,
    pub price: i64,
    pub bands: Vec<Band>,
    pub age_min: Option<i64>,
    pub age_max: Option<i64>,
    pub adult_needed: bool,
    pub allowance: Option<Allowance>,
    pub policy: Policy,
    /// Until when it can be given back for nothing; nothing when that is over.
    pub free_until: Option<Moment>,
    pub party: Vec<Person>,
    pub questions: Vec<Question>,
    /// What was answered when the places were held, as the form sends it.
    pub answered: Vec<(String, String)>,
    pub alternatives: Vec<Alternative>,
    pub line: Line,
    pub hold_minutes: i64,
    /// The key of this form, born with it.
    pub intent: String,
}

/// A ticket: one person of a booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    pub guest: GuestId,
    pub name: String,
    pub age: i64,
    pub price: i64,
    pub included: bool,
    /// In groups, as people read it aloud.
    pub code: String,
    /// The path of the QR code's dark modules, and how many modules wide it is. Empty unless the ticket is good.
    pub qr: String,
    pub qr_size: u32,
    /// When the desk let this person in.
    pub checked_in: Option<Moment>,
    /// What would be kept if this person alone gave up their place now.
    pub fee_now: i64,
    /// How they write their name, and how to reach them, as they say; empty when they have not.
    pub said_name: String,
    pub contact: String,
}

/// One line of a booking's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingFact {
    pub at: Moment,
    pub actor: Actor,
    pub name: String,
    pub deed: Deed,
}

/// How a booking may be paid besides by card, and how it is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ways {
    /// A hold may go on the room's bill.
    pub room: bool,
    /// A hold may be paid at the desk.
    pub desk: bool,
    /// The desk may send a bill for a hold: until when its places would wait.
    pub invoice: Option<Moment>,
    /// The desk sends a bill: until when the places wait.
    pub asked: Option<Moment>,
    /// So much is to be paid at the desk before it begins, minor units.
    pub due: i64,
}

/// The money back after it took place, as far as the guest is with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Guarantee {
    /// It can be asked for, up to the end of this day.
    Open {
        until: Day,
    },
    /// The desk will answer.
    Asked,
    /// Minor units, and what the desk says of it.
    Given {
        amount: i64,
        note: String,
    },
    Declined {
        reason: String,
    },
}

/// Everything about one booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingData {
    pub id: BookingId,
    pub state: BookingState,
    pub target: Target,
    pub key: String,
    pub title: String,
    pub place: String,
    pub category: String,
    pub photo: String,
    pub bring: Option<String>,
    pub day: Day,
    pub wall: String,
    pub until: String,
    pub minutes: i64,
    /// Seconds since 1970 UTC.
    pub starts_at: i64,
    /// It is over.
    pub over: bool,
    /// The server's clock when this was read, to measure how wrong the phone's is.
    pub now: i64,
    pub hold_until: Option<i64>,
    pub hold_until_wall: String,
    /// Seconds a fresh hold lasts: a full ring.
    pub hold_seconds: i64,
    /// The places were offered to them while they waited.
    pub from_waitlist: bool,
    pub total: i64,
    /// What of a hold is to be paid besides with points, minor units.
    pub to_pay: i64,
    /// What of it was given back since it was to take place.
    pub given: i64,
    /// What was kept when it was cancelled.
    pub fee: i64,
    /// What would come back if nobody of them came.
    pub back_if_missed: i64,
    /// The money back after it took place; nothing when that is not to be had.
    pub guarantee: Option<Guarantee>,
    pub policy: Policy,
    pub free_until: Option<Moment>,
    /// What would be kept if it were cancelled now.
    pub fee_now: i64,
    pub can_cancel: bool,
    /// One of several can give up their place, and the others go.
    pub can_leave: bool,
    pub can_move: bool,
    /// Somebody else of the party could come too.
    pub can_join: bool,
    /// Who could come instead of somebody; empty when that is no longer possible.
    pub instead: Vec<(GuestId, String)>,
    /// The offer is still in the catalogue.
    pub offered: bool,
    pub people: Vec<Ticket>,
    /// Question and answer.
    pub answers: Vec<(String, String)>,
    pub facts: Vec<BookingFact>,
    pub pay: Pay,
    pub ways: Ways,
    /// A hold that costs more than whoever looks at it may put on the room's bill today.
    pub over_cap: Option<Over>,
    /// Why the resort called it off, when it did.
    pub called_off: Option<String>,
    /// When it was lost: where there are places.
    pub alternatives: Vec<Alternative>,
    /// When it was lost and there is still room: the form that holds the same once more.
    pub again: Option<HoldAgain>,
}

/// The same wish once more: the key of its form, what was answered as the form sends it, and how long it will be held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldAgain {
    pub intent: String,
    pub answers: Vec<(String, String)>,
    pub minutes: i64,
}

/// Where a booking could move to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveData {
    pub id: BookingId,
    pub key: String,
    pub title: String,
    pub day: Day,
    pub wall: String,
    pub places: i64,
    pub can_move: bool,
    /// Times of one's own are looked up day by day: the day that is shown.
    pub shown: Option<Day>,
    pub options: Vec<Alternative>,
    pub departs: Day,
}

/// A booking in a list, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingRow {
    pub id: BookingId,
    pub title: String,
    pub place: String,
    pub day: Day,
    pub wall: String,
    pub starts_at: i64,
    pub ends_at: i64,
    pub state: BookingState,
    pub people: Vec<String>,
    /// Minor units.
    pub total: i64,
    pub photo: String,
    /// Resort time at which a hold ends.
    pub held_until: Option<String>,
}
