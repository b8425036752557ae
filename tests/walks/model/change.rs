//! What becomes of a place: confirmed, given up, cancelled, moved, passed on.

use super::{Booking, Model, Place, Used, When, counter, given, looked_after, may_take_part, price_of};
use crate::walks::world::{Offer, STAYS, Share};
use cabana::base::Fault;
use cabana::booking::{BookingRefusal, BookingState};
use cabana::catalog::Period;
use std::collections::BTreeMap;

impl Model {
    pub(super) fn confirm(&mut self, stay: usize, id: i64, expected: Option<i64>) -> Result<(), BookingRefusal> {
        self.staying(stay)?;
        let booking = self.own(stay, id)?.clone();
        if expected.is_some_and(|expected| expected != booking.total) {
            return Err(BookingRefusal::PriceChanged { total: booking.total });
        }
        match self.state(&booking) {
            BookingState::Held => {}
            BookingState::Confirmed => return Ok(()),
            BookingState::Lapsed => return Err(BookingRefusal::Expired { alternatives: Vec::new() }),
            state => return Err(BookingRefusal::NotNow(state)),
        }
        // Whoever was to look after the children may have given up meanwhile (M4).
        self.with_company(&booking, id)?;
        let reminder = self.reminder(booking.when.starts);
        let booking = self.change(id, "confirmed");
        (booking.left, booking.reminder, booking.night) = (BookingState::Confirmed, reminder, (0, 0));
        let going = booking.guests();
        self.gone(id, &going);
        self.pass_on();
        Ok(())
    }

    pub(super) fn release(&mut self, stay: usize, id: i64) -> Result<(), BookingRefusal> {
        self.staying(stay)?;
        let booking = self.own(stay, id)?.clone();
        match self.state(&booking) {
            BookingState::Held => {
                self.change(id, "released").left = BookingState::Released;
                self.end(id, "declined");
                self.pass_on();
            }
            BookingState::Released | BookingState::Lapsed => {}
            state => return Err(BookingRefusal::NotNow(state)),
        }
        Ok(())
    }

    pub(super) fn cancel(&mut self, stay: usize, id: i64, expected: i64) -> Result<(), BookingRefusal> {
        self.staying(stay)?;
        let booking = self.own(stay, id)?.clone();
        match self.state(&booking) {
            BookingState::Confirmed => {}
            BookingState::Cancelled => return Ok(()),
            state => return Err(BookingRefusal::NotNow(state)),
        }
        if self.now >= booking.when.ends {
            return Err(BookingRefusal::Past);
        }
        nobody_in(&booking)?;
        if booking.people.iter().any(|person| person.missed || person.given > 0) {
            return Err(BookingRefusal::Settled);
        }
        self.nobody_left_alone(&booking, id)?;
        let fee = self.fee(&booking);
        if fee != expected {
            return Err(BookingRefusal::FeeChanged { fee });
        }
        let booking = self.change(id, "cancelled");
        (booking.left, booking.fee, booking.reminder, booking.night) = (BookingState::Cancelled, fee, None, (0, 0));
        self.pass_on();
        Ok(())
    }

    /// What one person had becomes a booking of its own, which is cancelled by the same rule.
    pub(super) fn leave(&mut self, stay: usize, id: i64, guest: usize, expected: i64, given: i64) -> Result<i64, BookingRefusal> {
        self.staying(stay)?;
        let booking = self.own(stay, id)?.clone();
        let Some(index) = booking.people.iter().position(|person| person.guest == guest) else {
            let apart = |(_, other): &(i64, &Booking)| other.apart_from == Some(id) && other.people[0].guest == guest;
            return Ok(self.of_stay(stay).rfind(apart).map(|(apart, _)| apart).ok_or(Fault::NotFound)?);
        };
        if booking.people.len() == 1 {
            return self.cancel(stay, id, expected).map(|()| id);
        }
        match self.state(&booking) {
            BookingState::Confirmed => {}
            BookingState::Cancelled => return Ok(id),
            state => return Err(BookingRefusal::NotNow(state)),
        }
        let leaving = booking.people[index].clone();
        if leaving.entered.is_some() {
            return Err(BookingRefusal::CheckedIn);
        }
        if leaving.missed || leaving.given > 0 {
            return Err(BookingRefusal::Settled);
        }
        if self.now >= booking.when.ends {
            return Err(BookingRefusal::Past);
        }
        let mut ages = self.company(stay, &booking.when, Some(id));
        ages.extend(booking.people.iter().filter(|person| person.guest != guest).map(|person| STAYS[stay].party[person.guest].1));
        looked_after(booking.when.offer(), &ages)?;
        let mut apart = Booking { total: leaving.due(), apart_from: Some(id), used: Vec::new(), deeds: BTreeMap::new(), ..booking.clone() };
        let fee = self.fee(&apart);
        if fee != expected {
            return Err(BookingRefusal::FeeChanged { fee });
        }
        // Nobody's answer of this order: its number is another's.
        if given == 0 || self.bookings.contains_key(&given) {
            return Ok(0);
        }
        apart.did("cancelled");
        (apart.left, apart.fee, apart.reminder, apart.night) = (BookingState::Cancelled, fee, None, (0, 0));
        (apart.people, apart.wish.intent) = (vec![leaving.clone()], format!("of {id}"));
        self.bookings.insert(given, apart);
        self.touched.insert(given);
        let booking = self.change(id, "left");
        if guest != 0 && booking.night.1 > 1 {
            booking.night.1 -= 1;
        }
        booking.people.remove(index);
        booking.total -= leaving.due();
        if leaving.included
            && let Some(one) = booking.used.iter().position(|used| used.guest.is_none_or(|whose| whose == guest))
        {
            booking.used.remove(one);
        }
        self.pass_on();
        Ok(given)
    }

    pub(super) fn shift(&mut self, stay: usize, id: i64, to: Place) -> Result<(), BookingRefusal> {
        self.staying(stay)?;
        if self.lapse() {
            self.pass_on();
        }
        let booking = self.own(stay, id)?.clone();
        let state = self.state(&booking);
        if state != BookingState::Confirmed {
            return Err(BookingRefusal::NotNow(state));
        }
        let when = When::of(to).filter(|when| when.offer == booking.when.offer).ok_or(Fault::NotFound)?;
        if when == booking.when {
            return Ok(());
        }
        nobody_in(&booking)?;
        if !self.is_free_to_move(&booking) {
            return Err(BookingRefusal::TooLateToMove);
        }
        self.on_sale(stay, &when)?;
        let guests: Vec<usize> = booking.people.iter().map(|person| person.guest).collect();
        may_take_part(when.offer(), stay, &guests, &self.company(stay, &when, Some(id)))?;
        self.nobody_left_alone(&booking, id)?;
        self.are_free(stay, &guests, &when, Some(id))?;
        // Its own place is no obstacle, and is given up last (S1, S2).
        let resource = self.room(&when, booking.places(), Some(id))?;

        // What the package pays for a day, it must pay on the other day too.
        let mut used = booking.used.clone();
        if let Some(line) = given(stay, when.offer()).filter(|line| line.period == Period::Day && when.day != booking.when.day) {
            let times = usize::try_from(line.times).unwrap();
            used = booking.people.iter().filter(|person| person.included).filter_map(|person| counter(line, person.guest, when.day)).collect();
            let others: Vec<Used> = self.used(stay, Some(id)).collect();
            let all = |one: &Used| others.iter().chain(&used).filter(|other| *other == one).count();
            if used.iter().any(|one| all(one) > times) {
                return Err(BookingRefusal::UsedUp);
            }
        }
        let reminder = self.reminder(when.starts);
        let booking = self.change(id, "moved");
        (booking.when, booking.resource, booking.used, booking.reminder) = (when, resource, used, reminder);
        // It moves only while that is free, so the fee counts from the new time (S5).
        (booking.fee_from, booking.moves, booking.night) = (when.starts, booking.moves + 1, (0, 0));
        self.gone(id, &guests);
        self.pass_on();
        Ok(())
    }

    pub(super) fn replace(&mut self, stay: usize, id: i64, out: usize, instead: usize) -> Result<(), BookingRefusal> {
        self.staying(stay)?;
        self.lapse();
        let booking = self.own(stay, id)?.clone();
        let state = self.state(&booking);
        if state != BookingState::Confirmed {
            return Err(BookingRefusal::NotNow(state));
        }
        let goes = |guest: usize| booking.people.iter().position(|person| person.guest == guest);
        let Some(index) = goes(out) else {
            return if goes(instead).is_some() { Ok(()) } else { Err(Fault::NotFound.into()) };
        };
        let (offer, leaving) = (booking.when.offer(), booking.people[index].clone());
        let Some((name, age)) = STAYS[stay].party.get(instead) else { return Err(Fault::NotFound.into()) };
        if leaving.entered.is_some() {
            return Err(BookingRefusal::CheckedIn);
        }
        if !self.is_free_to_move(&booking) {
            return Err(BookingRefusal::TooLateToReplace);
        }
        self.are_free(stay, &[instead], &booking.when, None)?;
        let mut party: Vec<usize> = booking.people.iter().map(|person| person.guest).filter(|guest| *guest != out).collect();
        party.push(instead);
        may_take_part(offer, stay, &party, &self.company(stay, &booking.when, Some(id)))?;
        let other_price = || BookingRefusal::OtherPrice { name: (*name).to_owned() };
        if price_of(offer, *age) != price_of(offer, STAYS[stay].party[out].1) {
            return Err(other_price());
        }
        // What the package gives each is the newcomer's own: it must pay for both of them or for neither.
        let mut used = booking.used.clone();
        let each = |line: &&Share| line.each_person && line.period != Period::Unlimited;
        if let Some(line) = given(stay, offer).filter(each).filter(|_| leaving.price > 0) {
            let of = |guest| counter(line, guest, booking.when.day).unwrap();
            let before = self.used(stay, Some(id)).filter(|one| *one == of(instead)).count() as i64;
            if (before < line.times) != leaving.included {
                return Err(other_price());
            }
            if leaving.included {
                used.retain(|one| *one != of(out));
                used.push(of(instead));
            }
        }
        let ticket = self.fresh_ticket();
        let booking = self.change(id, "replaced");
        booking.used = used;
        (booking.people[index].guest, booking.people[index].ticket) = (instead, ticket);
        self.gone(id, &[instead]);
        self.pass_on();
        Ok(())
    }

    /// What is kept when it is given back now, rounded half up.
    pub fn fee(&self, booking: &Booking) -> i64 {
        if self.in_grace(booking) {
            return 0;
        }
        let percent = kept(booking.when.offer(), booking.fee_from - self.now);
        (booking.total * percent * 2 + 100) / 200
    }

    /// What giving so much back at the very start would have kept.
    pub(super) fn kept_at_the_start(&self, booking: &Booking, amount: i64) -> i64 {
        if booking.free_until.is_some_and(|until| booking.when.starts <= until) {
            return 0;
        }
        let percent = kept(booking.when.offer(), booking.fee_from - booking.when.starts);
        (amount * percent * 2 + 100) / 200
    }

    fn is_free_to_move(&self, booking: &Booking) -> bool {
        let free = kept(booking.when.offer(), booking.fee_from.min(booking.when.starts) - self.now) == 0;
        self.in_grace(booking) || (self.now <= booking.when.starts && free)
    }

    fn in_grace(&self, booking: &Booking) -> bool {
        self.now <= booking.when.starts && booking.free_until.is_some_and(|until| self.now <= until)
    }

    /// An hour before, or a quarter of an hour when that is too near.
    pub(super) fn reminder(&self, starts: i64) -> Option<i64> {
        [starts - 3600, starts - 900].into_iter().find(|at| *at > self.now)
    }

    fn with_company(&self, booking: &Booking, id: i64) -> Result<(), BookingRefusal> {
        let mut ages = self.company(booking.stay, &booking.when, Some(id));
        ages.extend(booking.people.iter().map(|person| STAYS[booking.stay].party[person.guest].1));
        looked_after(booking.when.offer(), &ages)
    }

    /// Children who go by another booking keep somebody with them.
    fn nobody_left_alone(&self, booking: &Booking, id: i64) -> Result<(), BookingRefusal> {
        looked_after(booking.when.offer(), &self.company(booking.stay, &booking.when, Some(id)))
    }
}

fn nobody_in(booking: &Booking) -> Result<(), BookingRefusal> {
    if booking.people.iter().any(|person| person.entered.is_some()) { Err(BookingRefusal::CheckedIn) } else { Ok(()) }
}

/// Percent that is kept with so many seconds left; exactly one of the three holds at any second (X3), and the second of
/// a deadline is inside (T10).
fn kept(offer: &Offer, left: i64) -> i64 {
    let (free, late, started) = offer.policy.unwrap_or((0, 0, 100));
    match left {
        left if left < 0 => started,
        left if left < free * 60 => late,
        _ => 0,
    }
}
