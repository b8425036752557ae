//! Sessions, times of one's own, holds, tickets: who has which place, and until when.
//!
//! Read this file (the words), `rules/` (what may happen: the slots of a day, who may go, what clashes, when a hold
//! ends; pure), `store/take.rs` (the one way to a place) and the rest of `store/` (the SQL), `api/` (the doors),
//! then the pages in `guest/`; `parts.rs` draws what several of them show.

mod api;
pub mod desk;
mod guest;
pub mod parts;
pub mod rules;
#[cfg(feature = "ssr")]
pub mod schedule;
pub mod staff;
#[cfg(feature = "ssr")]
pub mod store;

pub use api::*;
pub use guest::*;
#[cfg(feature = "ssr")]
pub use store::{next_for, tried_offers};

use crate::base::{BookingId, Day, Fault, GuestId, OfferId, SessionId, WallTime, refusal};
use crate::catalog::{Allowance, Band, Policy, Question, Tag};
use serde::{Deserialize, Serialize};

/// The state of a booking as it is now: a hold past its time is lapsed, whether or not somebody has tidied it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BookingState {
    Held,
    Confirmed,
    /// The hold ran out.
    Lapsed,
    /// The guest gave the hold up.
    Released,
    Cancelled,
}

/// What is booked: a place of a session, or a time of one's own. Written like the address of its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    Session(SessionId),
    /// The key of the offer, and when.
    Time {
        offer: String,
        day: Day,
        wall: WallTime,
    },
}

impl Target {
    /// `/sessions/12` or `/times/tennis-court/2026-11-21/1030`.
    pub fn path(&self) -> String {
        match self {
            Target::Session(id) => format!("/sessions/{id}"),
            Target::Time { offer, day, wall } => format!("/times/{offer}/{day}/{:02}{:02}", wall.0 / 60, wall.0 % 60),
        }
    }

    pub fn parse(path: &str) -> Option<Target> {
        let mut parts = path.strip_prefix('/').unwrap_or(path).split('/');
        let target = match parts.next()? {
            "sessions" => Target::Session(parts.next()?.parse().ok()?),
            "times" => {
                let offer = parts.next().filter(|key| !key.is_empty() && key.len() <= 40)?.to_owned();
                let day = Day::parse(parts.next()?)?;
                let hhmm = parts.next().filter(|text| text.len() == 4 && text.is_ascii())?;
                Target::Time { offer, day, wall: WallTime::parse(&format!("{}:{}", hhmm.get(..2)?, hhmm.get(2..)?))? }
            }
            _ => return None,
        };
        parts.next().is_none().then_some(target)
    }
}

/// A free time of the same offer, looked up when something could not be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    pub target: Target,
    pub day: Day,
    /// Resort time, `10:30`.
    pub wall: String,
    /// Places left; for a time of one's own the number of free resources.
    pub left: i64,
}

/// What can be said of a session or of a time at this moment. A hint: taking the place looks again (RULES C9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SlotState {
    Free,
    Full,
    /// Full, but somebody only holds places: they may free at this resort time.
    HeldByOthers {
        until: String,
    },
    /// This stay is going; `held` while it is not confirmed yet.
    Yours {
        booking: BookingId,
        held: bool,
    },
    /// It has begun or is over.
    Over,
    /// The latest moment to book has passed.
    TooLate,
    /// It can be booked from this day on.
    TooEarly(Day),
    BeforeArrival,
    AfterDeparture,
    /// Cancelled by the resort.
    Cancelled,
}

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
    /// The times of the day; empty in the list of all offers.
    pub times: Vec<TimeChip>,
}

/// A day of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayData {
    pub day: Day,
    pub rows: Vec<DayRow>,
    /// Appointments; with their times when one offer was asked for.
    pub own: Vec<TimesOf>,
    /// The offer that was asked for: its key and title.
    pub only: Option<(String, String)>,
    /// When nothing of that offer is on this day: where it is next.
    pub next: Vec<Alternative>,
    /// Key and name of the categories that have something to book.
    pub categories: Vec<(String, String)>,
    /// How many bookings of this stay are on a day.
    pub mine: Vec<(Day, u8)>,
}

/// Why somebody of the party cannot come along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Obstacle {
    /// Younger than this.
    TooYoung(i64),
    /// Older than this.
    TooOld(i64),
    /// Is going already.
    Going,
    /// Has something else then.
    Clash { title: String, wall: String },
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
    pub lead: bool,
    pub obstacle: Option<Obstacle>,
}

/// A day and a time of the resort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    pub day: Day,
    /// `17:42`
    pub wall: String,
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
    pub state: SlotState,
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
    pub alternatives: Vec<Alternative>,
    pub hold_minutes: i64,
    /// The key of this form, born with it.
    pub intent: String,
}

/// A ticket: one person of a booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
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
}

/// What happened to a booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deed {
    Held { people: i64 },
    Confirmed { total: i64 },
    Lapsed,
    Released,
    Cancelled { kept: i64, returned: i64 },
    Moved { from: Moment, to: Moment },
    CheckedIn { name: String },
}

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Actor {
    Guest,
    Staff,
    House,
}

/// One line of a booking's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingFact {
    pub at: Moment,
    pub actor: Actor,
    pub name: String,
    pub deed: Deed,
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
    pub total: i64,
    /// What was kept when it was cancelled.
    pub fee: i64,
    pub policy: Policy,
    pub free_until: Option<Moment>,
    /// What would be kept if it were cancelled now.
    pub fee_now: i64,
    pub can_cancel: bool,
    pub can_move: bool,
    pub people: Vec<Ticket>,
    /// Question and answer.
    pub answers: Vec<(String, String)>,
    pub facts: Vec<BookingFact>,
    /// When it was lost: where there are places.
    pub alternatives: Vec<Alternative>,
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

/// What a scan of a ticket answers. A second scan never admits and is no fault (RULES K1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CheckInAnswer {
    Admitted {
        name: String,
        title: String,
        wall: String,
    },
    /// Somebody let this person in before.
    AlreadyIn {
        name: String,
        title: String,
        at: String,
        by: String,
    },
    /// A good ticket, for another day.
    WrongDay {
        name: String,
        title: String,
        day: Day,
        wall: String,
    },
    /// The booking was cancelled, given up or never confirmed.
    Cancelled {
        name: String,
        title: String,
    },
    Unknown,
}

/// Why a place was not had, or a booking not changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BookingRefusal {
    /// Fewer places are left than people were chosen.
    Full {
        left: i64,
        alternatives: Vec<Alternative>,
    },
    /// Somebody was quicker.
    JustTaken {
        alternatives: Vec<Alternative>,
    },
    Past,
    /// It had to be booked so many minutes before the start.
    TooLate {
        minutes: i64,
    },
    /// It can be booked from this day on.
    TooEarly {
        from: Day,
    },
    /// The resort called it off.
    Cancelled {
        alternatives: Vec<Alternative>,
    },
    AgeNotAllowed {
        name: String,
    },
    /// Children under 16 only with somebody of 18 or more.
    NeedsAdult,
    NobodyChosen,
    AlreadyGoing {
        name: String,
    },
    Clash {
        name: String,
        title: String,
        wall: String,
    },
    AfterDeparture,
    BeforeArrival,
    /// Three are held already.
    TooManyHolds,
    /// The package's share went to somebody else meanwhile.
    UsedUp,
    /// A question must be answered; its key.
    AnswerMissing {
        key: String,
    },
    /// An answer is too long or none of the choices; the question's key.
    AnswerWrong {
        key: String,
    },
    /// The hold ran out.
    Expired {
        alternatives: Vec<Alternative>,
    },
    /// It costs something else than was shown; the amount now.
    PriceChanged {
        total: i64,
    },
    /// Giving it back costs something else than was shown; the amount now.
    FeeChanged {
        fee: i64,
    },
    /// Moving was free until some time ago.
    TooLateToMove,
    /// Somebody has been let in already.
    CheckedIn,
    /// The booking is in a state in which this cannot be done.
    NotNow(BookingState),
    Fault(Fault),
}
refusal!(BookingRefusal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_written_like_its_address() {
        let time = Target::Time { offer: "tennis-court".into(), day: Day::new(2026, 11, 21).unwrap(), wall: WallTime(630) };
        for target in [Target::Session(SessionId(12)), time] {
            assert_eq!(Target::parse(&target.path()), Some(target));
        }
        for text in
            ["", "/", "sessions", "sessions/x", "/sessions/1/2", "times/a/2026-11-21/2460", "times/a/2026-11-21/١٠", "times//2026-11-21/1000", "x/1"]
        {
            assert_eq!(Target::parse(text), None, "{text}");
        }
    }
}
