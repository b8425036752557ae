//! The way to a place.

use super::{Booking, Model, Person, Used, When, Wish, counter, given, may_take_part, price_of};
use crate::walks::world::{HOLD_MINUTES, STAYS, minutes_of};
use cabana::base::Fault;
use cabana::booking::{BookingRefusal, BookingState};
use std::collections::BTreeMap;

/// A stay holds no more than so many times at once (RULES H8).
const MOST_HOLDS: usize = 5;

/// What a party pays, and what of it the package pays.
pub struct Price {
    pub people: Vec<(i64, bool)>,
    pub used: Vec<Used>,
    pub total: i64,
}

impl Model {
    pub(super) fn hold(&mut self, stay: usize, wish: &Wish, given: i64) -> Result<i64, BookingRefusal> {
        self.staying(stay)?;
        let lapsed = self.lapse();
        let when = When::of(wish.place).ok_or(Fault::NotFound)?;
        // Who waits comes first (W3).
        if lapsed || self.waited_for(when.offer, when.day, minutes_of(when.starts)) {
            self.pass_on();
        }
        // The same form again is the same booking, whatever became of it; the same key with another wish is refused (I1).
        let before = self.of_stay(stay).find(|(_, booking)| booking.wish.intent == wish.intent);
        if let Some((id, booking)) = before {
            let same = booking.wish.place == wish.place && booking.wish.guests == wish.guests;
            return if same { self.again(id, wish) } else { Err(Fault::Field("intent".to_owned()).into()) };
        }
        self.on_sale(stay, &when)?;
        if wish.guests.iter().any(|guest| *guest >= STAYS[stay].party.len()) {
            return Err(Fault::NotFound.into());
        }
        may_take_part(when.offer(), stay, &wish.guests, &self.company(stay, &when, None))?;

        let own = |(id, booking): (i64, &Booking)| (booking.stay == stay && booking.when.same(&when)).then_some((id, booking.left, booking.guests()));
        let there: Vec<(i64, BookingState, Vec<usize>)> = self.active().filter_map(own).collect();
        if let Some((id, ..)) = there.iter().find(|(.., guests)| *guests == wish.guests) {
            return self.again(*id, wish);
        }
        let replaced = there.iter().find(|(_, state, _)| *state == BookingState::Held).map(|(id, ..)| *id);
        self.are_free(stay, &wish.guests, &when, replaced)?;
        let held = self.active().filter(|(id, booking)| booking.stay == stay && booking.left == BookingState::Held && Some(*id) != replaced);
        // What the house keeps for them takes nothing from what they may choose.
        let offered = self.lines.values().filter(|entry| entry.stay == stay && entry.state == "offered").count();
        if held.count() >= MOST_HOLDS + offered {
            return Err(BookingRefusal::TooManyHolds);
        }
        self.not_too_many(stay)?;
        answered(&when, wish.answer)?;

        let price = self.price(stay, &when, &wish.guests, replaced);
        if wish.expected.is_some_and(|expected| expected != price.total) {
            return Err(BookingRefusal::PriceChanged { total: price.total });
        }
        let resource = self.room(&when, wish.guests.len() as i64, replaced)?;
        let mut until = (self.now + HOLD_MINUTES * 60).min(when.starts);
        if let Some(first) = replaced {
            // Changing one's mind prolongs nothing (H7).
            until = self.bookings[&first].until;
            self.change(first, "released").left = BookingState::Released;
            self.end(first, "declined");
            self.touched.insert(first);
        }
        if given == 0 || self.bookings.contains_key(&given) {
            return Ok(0);
        }
        let mut people = Vec::new();
        for (guest, (price, included)) in wish.guests.iter().zip(price.people) {
            people.push(Person { guest: *guest, price, included, entered: None, ticket: self.fresh_ticket(), missed: false, given: 0, lent: None });
        }
        let booking = Booking {
            stay,
            when,
            resource,
            left: BookingState::Held,
            until,
            made: self.now,
            total: price.total,
            fee: 0,
            fee_from: when.starts,
            free_until: None,
            moves: 0,
            people,
            apart_from: None,
            used: price.used,
            reminder: None,
            night: (0, 0),
            wish: wish.clone(),
            deeds: BTreeMap::from([("held", 1)]),
        };
        self.touched.insert(given);
        self.bookings.insert(given, booking);
        if replaced.is_some() {
            self.pass_on();
        }
        Ok(given)
    }

    pub(super) fn fresh_ticket(&mut self) -> u64 {
        self.tickets += 1;
        self.tickets
    }

    /// The wish that made a booking once more: other answers count while it is only held.
    fn again(&mut self, id: i64, wish: &Wish) -> Result<i64, BookingRefusal> {
        self.touched.insert(id);
        let (booking, answers) = (&self.bookings[&id], answered(&self.bookings[&id].when, wish.answer));
        let asks = booking.when.offer().question.is_some();
        match self.state(booking) {
            BookingState::Held => {
                answers?;
                self.bookings.get_mut(&id).unwrap().wish.answer = wish.answer;
            }
            BookingState::Confirmed if answers.is_err() || (asks && booking.wish.answer != wish.answer) => {
                let first = STAYS[booking.stay].party[booking.people[0].guest].0;
                return Err(BookingRefusal::AlreadyGoing { name: first.to_owned() });
            }
            _ => {}
        }
        Ok(id)
    }

    fn not_too_many(&self, stay: usize) -> Result<(), BookingRefusal> {
        if self.holds_a_minute == 0 {
            return Ok(());
        }
        let mut made: Vec<i64> = self
            .of_stay(stay)
            .filter(|(_, booking)| booking.apart_from.is_none())
            .map(|(_, booking)| booking.made)
            .filter(|made| *made > self.now - 60)
            .collect();
        made.sort_unstable();
        // The one whose leaving makes room again.
        match made.len().checked_sub(self.holds_a_minute) {
            Some(index) => Err(Fault::TooMany(made[index] + 60 - self.now).into()),
            None => Ok(()),
        }
    }

    /// Each by age; what the package has left goes to the dearest first (RULES P7, P8).
    pub fn price(&self, stay: usize, when: &When, guests: &[usize], but: Option<i64>) -> Price {
        let prices: Vec<i64> = guests.iter().map(|guest| price_of(when.offer(), STAYS[stay].party[*guest].1)).collect();
        let (mut included, mut used) = (vec![false; guests.len()], Vec::new());
        if let Some(line) = given(stay, when.offer()) {
            let mut order: Vec<usize> = (0..guests.len()).filter(|index| prices[*index] > 0).collect();
            order.sort_by_key(|index| std::cmp::Reverse(prices[*index]));
            for index in order {
                included[index] = match counter(line, guests[index], when.day) {
                    None => true,
                    Some(one) => {
                        let before = self.used(stay, but).chain(used.iter().copied()).filter(|other| *other == one).count() as i64;
                        if before < line.times {
                            used.push(one);
                        }
                        before < line.times
                    }
                };
            }
        }
        let people: Vec<(i64, bool)> = prices.into_iter().zip(included).collect();
        let total = people.iter().filter(|(_, included)| !included).map(|(price, _)| price).sum();
        Price { people, used, total }
    }

    /// What a stay has used of its package.
    pub fn used(&self, stay: usize, but: Option<i64>) -> impl Iterator<Item = Used> {
        self.active().filter(move |(id, booking)| booking.stay == stay && Some(*id) != but).flat_map(|(_, booking)| booking.used.iter().copied())
    }

    /// A free resource for a time of one's own; nothing for a session that has enough places.
    pub(super) fn room(&self, when: &When, wanted: i64, but: Option<i64>) -> Result<Option<&'static str>, BookingRefusal> {
        let alternatives = Vec::new();
        let Some(session) = when.session else {
            return self.free_resources(when, but).next().map(Some).ok_or(BookingRefusal::JustTaken { alternatives });
        };
        match self.capacity(session) - self.taken(session, but) {
            left if left >= wanted => Ok(None),
            0 => Err(BookingRefusal::JustTaken { alternatives }),
            left => Err(BookingRefusal::Full { left, alternatives }),
        }
    }
}

/// Whether what the offer asks is answered by one of its two choices.
pub(super) fn answered(when: &When, answer: Option<&str>) -> Result<(), BookingRefusal> {
    let Some(key) = when.offer().question.map(str::to_owned) else { return Ok(()) };
    match answer {
        Some("0" | "1") => Ok(()),
        None | Some("") => Err(BookingRefusal::AnswerMissing { key }),
        Some(_) => Err(BookingRefusal::AnswerWrong { key }),
    }
}
