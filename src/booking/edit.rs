//! Changing a session of the calendar, and with it those that follow, or all of its kind.

use crate::base::{Day, Fault, SessionId, refusal};
use serde::{Deserialize, Serialize};

/// How far a change reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    #[default]
    This,
    /// This one and all later ones at the same time of day.
    Following,
    /// All from today on at the same time of day.
    All,
}

impl Reach {
    pub fn name(self) -> &'static str {
        match self {
            Reach::This => "this",
            Reach::Following => "following",
            Reach::All => "all",
        }
    }

    pub fn parse(name: &str) -> Option<Reach> {
        [Reach::This, Reach::Following, Reach::All].into_iter().find(|reach| reach.name() == name)
    }
}

/// A session as it stands, to be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditPage {
    pub session: SessionId,
    pub title: String,
    pub day: Day,
    pub wall: String,
    pub capacity: i64,
    /// Places that somebody has.
    pub taken: i64,
    /// It has begun, or was called off.
    pub over: bool,
    /// The key of this form, born with it.
    pub intent: String,
}

/// What a change did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edited {
    pub day: Day,
    /// How many sessions are others now, or are gone.
    pub changed: u64,
    /// Days on which somebody has booked at the old time; there it takes place as it was sold.
    pub sold: Vec<Day>,
}

/// Why sessions were not changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EditRefusal {
    /// It has begun.
    Over,
    /// Nothing would be different.
    Nothing,
    Fault(Fault),
}
refusal!(EditRefusal);
