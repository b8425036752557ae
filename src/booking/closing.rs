//! Calling off: a session, a resource for a span of a day, or all of an offer on a day; and what becomes of everybody who
//! has booked it (RULES G1, X9).

use super::{Alternative, BookingRefusal, Target};
use crate::base::{BookingId, ClosureId, Day, Fault, ResourceId, SessionId, WallTime, refusal};
use serde::{Deserialize, Serialize};

/// The longest reason, in characters. The guests read it.
pub const LONGEST_REASON: usize = 200;

/// A reason as one line, without blanks around it and with nothing invisible.
pub fn clean(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What is called off. Written like `session/12`, `resource/3/2026-11-21/0900/1300` or `offer/tennis-court/2026-11-21`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    Session(SessionId),
    /// Whatever touches the span; `until` at or before `from` means the next day's.
    Resource {
        resource: ResourceId,
        day: Day,
        from: WallTime,
        until: WallTime,
    },
    /// Everything of an offer, by its key, that begins on a day.
    Offer {
        offer: String,
        day: Day,
    },
}

impl Scope {
    pub fn path(&self) -> String {
        let hhmm = |at: WallTime| at.to_string().replace(':', "");
        match self {
            Scope::Session(id) => format!("session/{id}"),
            Scope::Resource { resource, day, from, until } => format!("resource/{resource}/{day}/{}/{}", hhmm(*from), hhmm(*until)),
            Scope::Offer { offer, day } => format!("offer/{offer}/{day}"),
        }
    }

    pub fn parse(path: &str) -> Option<Scope> {
        let parts: Vec<&str> = path.split('/').collect();
        let wall = |text: &str| WallTime::parse(&format!("{}:{}", text.get(..2)?, text.get(2..)?));
        match parts[..] {
            ["session", id] => Some(Scope::Session(id.parse().ok()?)),
            ["resource", id, day, from, until] => {
                Some(Scope::Resource { resource: id.parse().ok()?, day: Day::parse(day)?, from: wall(from)?, until: wall(until)? })
            }
            ["offer", key, day] if !key.is_empty() && key.len() <= 40 => Some(Scope::Offer { offer: key.to_owned(), day: Day::parse(day)? }),
            _ => None,
        }
    }

    /// Reads what a form of the page asked for by its fields: `session`, or `resource` with `day`, `from` and `until`, or
    /// `offer` with `day`. Nothing when neither was named; an error when it cannot be read.
    pub fn asked<'a>(field: impl Fn(&str) -> Option<&'a str>) -> Option<Result<Scope, ()>> {
        let field = |name: &str| field(name).filter(|text| !text.is_empty());
        let day = || field("day").and_then(Day::parse);
        let wall = |name: &str| field(name).and_then(WallTime::parse);
        let scope = if let Some(session) = field("session") {
            session.parse().ok().map(Scope::Session)
        } else if let Some(resource) = field("resource") {
            let resource = resource.parse().ok();
            resource.zip(day()).zip(wall("from").zip(wall("until"))).map(|((resource, day), (from, until))| Scope::Resource {
                resource,
                day,
                from,
                until,
            })
        } else if let Some(offer) = field("offer") {
            day().filter(|_| offer.len() <= 40).map(|day| Scope::Offer { offer: offer.to_owned(), day })
        } else {
            return None;
        };
        Some(scope.ok_or(()))
    }
}

/// What becomes of a booking whose time is called off. Written `keep`, `cancel`, or the address of another time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It takes place as booked.
    Keep,
    /// Everything comes back.
    Cancel,
    Move(Target),
}

impl Fate {
    pub const KEEP: &'static str = "keep";
    pub const CANCEL: &'static str = "cancel";

    pub fn parse(text: &str) -> Option<Fate> {
        match text {
            Fate::KEEP => Some(Fate::Keep),
            Fate::CANCEL => Some(Fate::Cancel),
            path => Target::parse(path).map(Fate::Move),
        }
    }
}

/// The page on which something is called off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingPage {
    /// Courts, rooms and people that can be closed.
    pub resources: Vec<(ResourceId, String)>,
    /// Key and title of what takes place at times.
    pub offers: Vec<(String, String)>,
    /// What was asked for.
    pub sheet: Option<ClosingSheet>,
}

/// What is about to be called off, with everybody whom it concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingSheet {
    /// As [`Scope::path`] writes it.
    pub what: String,
    pub title: String,
    pub day: Day,
    pub wall: String,
    pub until: String,
    /// Bookings that a choice has to be made for, by time.
    pub affected: Vec<Affected>,
    /// What is only held: it is given up.
    pub held: Vec<Affected>,
    /// Bookings may be kept: what is closed is closed for others only.
    pub may_stay: bool,
    /// The key of this form, born with it.
    pub intent: String,
}

/// A booking of something that is called off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Affected {
    pub booking: BookingId,
    pub title: String,
    /// Where, or with whom.
    pub place: String,
    pub day: Day,
    pub wall: String,
    pub room: String,
    /// The guest the room is billed to.
    pub name: String,
    /// Who goes.
    pub people: Vec<String>,
    /// On the room's bill, in minor units.
    pub total: i64,
    /// How often it has moved: with the number of the booking, what the form has seen.
    pub moves: i64,
    /// People who have been let in.
    pub arrived: i64,
    /// Where it could move.
    pub alternatives: Vec<Alternative>,
}

/// What is closed on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskClosure {
    pub id: ClosureId,
    /// The offer's title, or the name of the resource.
    pub title: String,
    pub wall: String,
    pub until: String,
    pub reason: String,
    pub by: String,
    /// It has not ended, so it can be opened again.
    pub open: bool,
}

/// A booking, as a refusal names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    pub booking: BookingId,
    pub room: String,
    pub name: String,
}

/// Why nothing was called off. Nothing is written then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClosingRefusal {
    /// The guests are told why; nobody said it.
    ReasonMissing,
    /// So many bookings have no choice yet.
    ChoiceMissing(i64),
    /// What was chosen for this booking cannot be chosen.
    ChoiceWrong(Named),
    /// The bookings are no longer those that were shown: these are new or have moved, those are gone.
    Changed {
        came: Vec<Named>,
        gone: Vec<Named>,
    },
    /// This booking could not move to where it was to go.
    NotMoved(Named, Box<BookingRefusal>),
    /// Somebody else was quicker; the name.
    Already(String),
    /// It has ended.
    Over,
    Fault(Fault),
}
refusal!(ClosingRefusal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_called_off_is_written_and_read() {
        let day = Day::new(2026, 11, 21).unwrap();
        let (from, until) = (WallTime(540), WallTime(0));
        for scope in [
            Scope::Session(SessionId(12)),
            Scope::Resource { resource: ResourceId(3), day, from, until },
            Scope::Offer { offer: "tennis-court".into(), day },
        ] {
            assert_eq!(Scope::parse(&scope.path()), Some(scope));
        }
        for text in
            ["", "session", "session/x", "session/1/2", "resource/3/2026-11-21/0900", "resource/3/2026-11-21/9/٩٩", "offer//2026-11-21", "offer/a/b"]
        {
            assert_eq!(Scope::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_form_names_one_of_three_or_nothing() {
        let asked = |fields: &'static [(&str, &str)]| Scope::asked(|name| fields.iter().find(|(known, _)| *known == name).map(|(_, value)| *value));
        assert_eq!(asked(&[("day", "2026-11-21")]), None);
        assert_eq!(asked(&[("session", "7")]), Some(Ok(Scope::Session(SessionId(7)))));
        assert_eq!(asked(&[("session", "x")]), Some(Err(())));
        assert_eq!(asked(&[("resource", "3"), ("day", "2026-11-21"), ("from", "09:00")]), Some(Err(())));
        assert!(matches!(
            asked(&[("resource", "3"), ("day", "2026-11-21"), ("from", "09:00"), ("until", "13:00")]),
            Some(Ok(Scope::Resource { from: WallTime(540), until: WallTime(780), .. }))
        ));
        assert!(matches!(asked(&[("offer", "tennis-court"), ("day", "2026-11-21")]), Some(Ok(Scope::Offer { .. }))));
    }

    #[test]
    fn a_fate_is_read() {
        assert_eq!(Fate::parse("keep"), Some(Fate::Keep));
        assert_eq!(Fate::parse("cancel"), Some(Fate::Cancel));
        assert_eq!(Fate::parse("/sessions/12"), Some(Fate::Move(Target::Session(SessionId(12)))));
        assert_eq!(Fate::parse(""), None);
    }
}
