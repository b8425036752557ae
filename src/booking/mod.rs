//! Sessions, times of one's own, holds, tickets: who has which place, and until when.
//!
//! Read this file (the words) and `shown.rs` (what pages are given), `rules/` (what may happen: the slots of a day, who
//! may go, what clashes, when a hold ends; pure), `store/take/` (the one way to a place) and the rest of `store/` (the
//! SQL), `api/` (the doors), then the pages in `guest/`; `parts.rs` draws what several of them show. `closing.rs` has the
//! words for what the resort calls off.

mod api;
pub mod closing;
pub mod desk;
pub mod edit;
mod guest;
#[cfg(feature = "ssr")]
pub mod money;
pub mod parts;
pub mod rules;
#[cfg(feature = "ssr")]
pub mod schedule;
mod shown;
pub mod staff;
#[cfg(feature = "ssr")]
pub mod store;

pub use api::*;
pub use guest::*;
pub use shown::*;
#[cfg(feature = "ssr")]
pub use store::tried_offers;

use crate::base::{BookingId, Day, Fault, SessionId, WallTime, refusal};
use crate::stays::caps::Over;
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
    /// Has something before or after, and the way takes too long.
    Walk { title: String, wall: String, minutes: i64 },
}

/// A day and a time of the resort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    pub day: Day,
    /// `17:42`
    pub wall: String,
}

/// What happened to a booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deed {
    Held {
        people: i64,
    },
    /// Places became free and were offered to those who waited for them.
    Offered {
        people: i64,
    },
    Confirmed {
        total: i64,
    },
    Lapsed,
    Released,
    Cancelled {
        kept: i64,
        returned: i64,
    },
    Moved {
        from: Moment,
        to: Moment,
    },
    CheckedIn {
        name: String,
    },
    /// Somebody was let in by mistake.
    CheckInUndone {
        name: String,
    },
    /// The desk keeps a hold for longer.
    Kept {
        until: Moment,
    },
    /// Somebody did not come.
    Missed {
        name: String,
        /// What comes back for that, minor units.
        #[serde(default)]
        returned: i64,
    },
    /// That was said by mistake.
    MissedUndone {
        name: String,
    },
    /// The resort called its time off, and everything came back.
    CalledOff {
        reason: String,
    },
    /// The resort called its time off and gave it another; the same one when only what serves it changed.
    MovedByResort {
        from: Moment,
        to: Moment,
        reason: String,
    },
    /// Somebody pays; the places wait until then.
    Paying {
        until: Moment,
    },
    /// An attempt to pay did not work; the places wait until then.
    NotPaid {
        until: Moment,
    },
    /// The desk is asked to send a bill; the places wait for its money until then.
    BillAsked {
        until: Moment,
    },
    /// Who holds it may not spend so much, and asks; the places wait until then.
    Asked {
        total: i64,
        until: Moment,
    },
    /// An adult of the party said yes to what somebody asked for.
    Approved {
        name: String,
    },
    /// Or not now; why may be empty.
    NotApproved {
        reason: String,
    },
    /// It is to be paid at the desk.
    AtTheDesk {
        total: i64,
    },
    /// The money came after the places had run out, and they could be had again.
    Retaken,
    /// One of several gave up their place.
    Left {
        name: String,
        kept: i64,
        returned: i64,
    },
    /// The guest asks for the money back after it took place.
    MoneyAsked,
    /// The desk gives it back, minor units.
    MoneyGiven {
        amount: i64,
    },
    /// The desk does not.
    MoneyDeclined {
        reason: String,
    },
    /// One person's ticket went to another.
    Replaced {
        from: String,
        to: String,
    },
}

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Actor {
    Guest,
    Staff,
    House,
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
    /// A scan without signal let this person in whom somebody else let in too (RULES K3); the earlier one counts.
    Twice {
        name: String,
        title: String,
        at: String,
        by: String,
        again_at: String,
        again_by: String,
    },
    /// A good ticket, for another day.
    WrongDay {
        name: String,
        title: String,
        day: Day,
        wall: String,
    },
    /// So much is to be paid at the desk first, minor units (RULES V5).
    MustPay {
        name: String,
        title: String,
        owed: i64,
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
    /// What somebody has before or after is too far away for the time between; the way in minutes.
    Walk {
        name: String,
        title: String,
        wall: String,
        minutes: i64,
    },
    AfterDeparture,
    BeforeArrival,
    /// As many are held already as a stay may hold at a time.
    TooManyHolds,
    /// Nobody needs to wait: there is room.
    Room,
    /// This stay waits for as much already as it may.
    TooManyLines,
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
    /// It cannot be paid so.
    OtherWay,
    /// There are not enough points for it, or none.
    FewPoints,
    /// It is more than they may put on the room's bill today.
    OverCap(Over),
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
    /// Who comes could be changed until some time ago.
    TooLateToReplace,
    /// It would cost something else for the one who comes instead.
    OtherPrice {
        name: String,
    },
    /// Somebody has been let in already.
    CheckedIn,
    /// The desk has said that somebody did not come, or is asked to give the money back: it settles the rest.
    Settled,
    /// What came back because somebody did not come has gone out already.
    GoneBack,
    /// The money cannot be asked back: nobody promised that, it is too early or too late, or nothing was paid.
    NoGuarantee,
    /// A payment for it is on its way.
    Paying,
    /// Nobody takes cards just now.
    CardUnavailable,
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
