//! What happens at the door and at the desk.

use super::Guide;
use crate::walks::model::{Booking, Model, Person, Place, Step, When};
use crate::walks::world::{SESSIONS, minutes_of};
use cabana::booking::BookingState;
use std::collections::{BTreeMap, HashMap};

impl Guide {
    /// A ticket, rather one of today; sometimes one that is no longer good.
    pub(super) fn scan(&mut self, model: &Model, codes: &HashMap<u64, String>) -> Step {
        let confirmed = |booking: &&Booking| model.state(booking) == BookingState::Confirmed;
        let today = |booking: &&Booking| booking.when.day == model.today();
        let (any, again) = (self.chance.percent(15), self.chance.percent(30));
        let tickets: Vec<u64> = model
            .bookings
            .values()
            .filter(confirmed)
            .filter(|booking| any || today(booking))
            .flat_map(|booking| &booking.people)
            .filter(|person| again || person.entered.is_none())
            .map(|person| person.ticket)
            .collect();
        let mut known: Vec<u64> = codes.keys().copied().collect();
        known.sort_unstable();
        let ticket = if self.chance.percent(25) { self.chance.of(&known) } else { self.chance.of(&tickets) };
        Step::Scan { ticket: ticket.unwrap_or_default(), code: String::new() }
    }

    /// What only the desk does; mostly as its page shows it.
    pub(super) fn at_the_desk(&mut self, model: &Model, codes: &HashMap<u64, String>) -> Step {
        // Holds last minutes: where there is one, it is what the desk has on its mind.
        let live: Vec<i64> = model.bookings.iter().filter(|(_, one)| model.state(one) == BookingState::Held).map(|(id, _)| *id).collect();
        let held = self.booking(model, BookingState::Held).map_or(999_999, |(_, id)| id);
        let held = self.chance.of(&live).filter(|_| self.chance.percent(80)).unwrap_or(held);
        let drawn = if !live.is_empty() && self.chance.percent(50) { self.chance.below(2) } else { self.chance.below(6) };
        match drawn {
            0 => Step::GiveBack { booking: held },
            1 => {
                let until = model.bookings.get(&held).map_or(model.now, |booking| booking.until);
                Step::Keep { booking: held, wall: minutes_of(until + 60 * self.chance.between(-5, 90)) }
            }
            2 => {
                let inside = model.bookings.values().flat_map(|booking| &booking.people).filter_map(|person| Some((person.ticket, person.entered?)));
                let inside: Vec<(u64, i64)> = inside.collect();
                let (ticket, at) = self.chance.of(&inside).unwrap_or_default();
                let seen = if self.chance.percent(85) { at } else { at - 1 };
                Step::Undo { ticket, code: String::new(), seen }
            }
            5 => self.close(model),
            3 if !codes.is_empty() => {
                let mut known: Vec<u64> = codes.keys().copied().collect();
                known.sort_unstable();
                let ticket = self.chance.of(&known).unwrap_or_default();
                let entered = model.bookings.values().flat_map(|booking| &booking.people).find(|person| person.ticket == ticket);
                Step::Undo { ticket, code: String::new(), seen: entered.and_then(|person| person.entered).unwrap_or_default() }
            }
            _ => {
                let session = self.chance.below(SESSIONS.len());
                let allowed = model.beyond.get(&session).copied().unwrap_or_default();
                let seen = if self.chance.percent(85) { allowed } else { allowed + 1 };
                Step::Allow { session, beyond: self.chance.between(0, 2), seen }
            }
        }
    }

    /// Somebody did not come, or was not to be called absent; rather one who is late, and sometimes one who is not.
    pub(super) fn missed(&mut self, model: &Model, codes: &HashMap<u64, String>) -> Step {
        let (undo, early) = (self.late.percent(40), self.late.percent(10));
        let late = |booking: &&Booking| model.state(booking) == BookingState::Confirmed && (early || model.now >= booking.when.starts + 900);
        let people: Vec<&Person> = model.bookings.values().filter(late).flat_map(|booking| &booking.people).collect();
        let undo = undo && people.iter().any(|person| person.missed);
        let tickets = people.iter().filter(|person| person.missed == undo && person.entered.is_none()).map(|person| person.ticket);
        let tickets: Vec<u64> = tickets.collect();
        let mut known: Vec<u64> = codes.keys().copied().collect();
        known.sort_unstable();
        let ticket = if self.late.percent(10) { self.late.of(&known) } else { self.late.of(&tickets) };
        Step::Missed { ticket: ticket.unwrap_or_default(), code: String::new(), missed: !undo }
    }

    /// A session is called off, or opens again; now and then by a form that somebody had open for too long.
    fn close(&mut self, model: &Model) -> Step {
        let ended = |session: &usize| When::of(Place::Session(*session)).is_none_or(|when| when.ends <= model.now);
        let late = self.chance.percent(10);
        let off: Vec<usize> = model.off.iter().copied().filter(|session| late || !ended(session)).collect();
        if let Some(session) = self.chance.of(&off).filter(|_| self.chance.percent(60)) {
            return Step::Reopen { session, closure: 0 };
        }
        let all: Vec<usize> = (0..SESSIONS.len()).filter(|session| !model.off.contains(session) && !ended(session)).collect();
        let session = self.chance.of(&all).filter(|_| self.chance.percent(95)).unwrap_or_else(|| self.chance.below(SESSIONS.len()));
        let booked = |booking: &Booking| booking.when.session == Some(session) && model.state(booking) == BookingState::Confirmed;
        let mut seen: BTreeMap<i64, i64> =
            model.bookings.iter().filter(|(_, booking)| booked(booking)).map(|(id, booking)| (*id, booking.moves)).collect();
        if self.chance.percent(10) {
            seen.pop_last();
        }
        self.forms += 1;
        Step::Close { session, seen, intent: format!("the-form-of-a-walk-{}", self.forms) }
    }

    pub(super) fn scan_of(&mut self, model: &Model, booking: i64) -> Step {
        let people = model.bookings.get(&booking).map(|booking| booking.people.as_slice()).unwrap_or_default();
        let tickets: Vec<u64> = people.iter().map(|person| person.ticket).collect();
        Step::Scan { ticket: self.chance.of(&tickets).unwrap_or_default(), code: String::new() }
    }
}
