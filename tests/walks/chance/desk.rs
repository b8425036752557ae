//! What happens at the door and at the desk.

use super::Guide;
use crate::walks::model::{Booking, Model, Step};
use crate::walks::world::{SESSIONS, minutes_of};
use cabana::booking::BookingState;
use std::collections::HashMap;

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
        let held = self.booking(model, BookingState::Held).map_or(999_999, |(_, id)| id);
        match self.chance.below(5) {
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

    pub(super) fn scan_of(&mut self, model: &Model, booking: i64) -> Step {
        let people = model.bookings.get(&booking).map(|booking| booking.people.as_slice()).unwrap_or_default();
        let tickets: Vec<u64> = people.iter().map(|person| person.ticket).collect();
        Step::Scan { ticket: self.chance.of(&tickets).unwrap_or_default(), code: String::new() }
    }
}
