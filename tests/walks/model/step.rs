//! What somebody does, and what is answered.

use cabana::booking::{BookingRefusal, CheckInAnswer};
use std::collections::BTreeMap;

/// What is wanted, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Session(usize),
    Time { offer: usize, day: i64, wall: i64 },
}

/// The form of a hold. `guests` are in order; one beyond the party's end is somebody of another stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub place: Place,
    pub guests: Vec<usize>,
    pub answer: Option<&'static str>,
    pub intent: String,
    pub expected: Option<i64>,
}

/// The form of somebody who waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub place: Place,
    pub guests: Vec<usize>,
    pub answer: Option<&'static str>,
    /// The starts between which they would come, in minutes; that of the place when nothing is said.
    pub between: (Option<i64>, Option<i64>),
    /// Up to which total they are booked at once.
    pub most: Option<i64>,
    pub intent: String,
}

/// What somebody does at a door.
#[derive(Clone, Debug)]
pub enum Step {
    Hold {
        stay: usize,
        wish: Wish,
    },
    Confirm {
        stay: usize,
        booking: i64,
        expected: Option<i64>,
    },
    Release {
        stay: usize,
        booking: i64,
    },
    Cancel {
        stay: usize,
        booking: i64,
        fee: i64,
    },
    Move {
        stay: usize,
        booking: i64,
        to: Place,
    },
    /// One of several gives up their place.
    Leave {
        stay: usize,
        booking: i64,
        guest: usize,
        fee: i64,
    },
    Replace {
        stay: usize,
        booking: i64,
        out: usize,
        instead: usize,
    },
    /// Joins the line for what is full.
    Join {
        stay: usize,
        wish: Waiting,
    },
    LeaveLine {
        stay: usize,
        entry: i64,
    },
    /// The code of a ticket; empty until somebody has read it off the ticket.
    Scan {
        ticket: u64,
        code: String,
    },
    /// The desk takes back that somebody came in then.
    Undo {
        ticket: u64,
        code: String,
        seen: i64,
    },
    /// The desk says that somebody did not come, or takes it back.
    Missed {
        ticket: u64,
        code: String,
        missed: bool,
    },
    /// The desk allows so many places beyond a session's own.
    Allow {
        session: usize,
        beyond: i64,
        seen: i64,
    },
    /// The desk keeps a hold until a time on the wall.
    Keep {
        booking: i64,
        wall: i64,
    },
    /// The desk gives a hold back.
    GiveBack {
        booking: i64,
    },
    /// The desk calls a session off; of those who have booked it, as the form showed them with how often each had moved,
    /// everything comes back.
    Close {
        session: usize,
        seen: BTreeMap<i64, i64>,
        intent: String,
    },
    /// The desk opens a session again by the number of its closure, which is looked up just before.
    Reopen {
        session: usize,
        closure: i64,
    },
}

/// What the door answers, without the words of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Done(i64),
    Refused(BookingRefusal),
    Scanned(CheckInAnswer),
    /// Of closing and opening: done, or the refusal's name.
    Closed(String),
}
