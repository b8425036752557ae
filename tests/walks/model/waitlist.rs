//! Who waits for what is full, and who has it next (RULES W1 to W11).

use super::hold::answered;
use super::{Booking, Model, Person, Place, Waiting, When, may_take_part};
use crate::walks::world::{APPOINTMENTS, OFFERS, QUIET_HOURS, SESSIONS, STAYS, WAITLIST_MINUTES, day_of, instant, minutes_of};
use cabana::base::Fault;
use cabana::booking::{BookingRefusal, BookingState};
use std::collections::{BTreeMap, HashMap};

/// A stay stands in so many lines at most.
const MOST_LINES: usize = 10;
/// Whoever is told of a place has so many seconds to its start at least.
const SOONEST: i64 = 600;
/// Of how many starts of their range each is offered one.
const MOST_TRIES: usize = 8;

/// Somebody in a line, which is an offer on a day.
#[derive(Clone, Debug)]
pub struct Entry {
    pub stay: usize,
    place: Place,
    between: (Option<i64>, Option<i64>),
    pub offer: usize,
    pub day: i64,
    /// The starts between which they would come, in minutes.
    pub from: i64,
    pub to: i64,
    pub guests: Vec<usize>,
    pub answer: Option<&'static str>,
    pub most: Option<i64>,
    pub intent: String,
    pub joined: i64,
    pub state: &'static str,
    /// What was offered; 0 before.
    pub booking: i64,
}

impl Entry {
    /// The form that made it.
    pub fn wish(&self) -> Waiting {
        let Entry { guests, answer, most, intent, place, between, .. } = self.clone();
        Waiting { place, guests, answer, between, most, intent }
    }

    fn is_of(&self, stay: usize, when: &When, guests: &[usize]) -> bool {
        self.stay == stay && (self.offer, self.day) == (when.offer, when.day) && self.guests == guests
    }
}

/// A start of a line that has room.
#[derive(Clone)]
struct Room {
    place: Place,
    wall: i64,
    left: usize,
}

impl Room {
    fn fits(&self, entry: &Entry) -> bool {
        self.left >= entry.guests.len() && entry.from <= self.wall && self.wall <= entry.to
    }
}

/// When somebody is told who is to be told now.
fn awake(now: i64) -> i64 {
    let (wall, (from, to)) = (minutes_of(now), QUIET_HOURS);
    match wall {
        wall if wall >= from => instant(day_of(now) + 1, to),
        wall if wall < to => instant(day_of(now), to),
        _ => now,
    }
}

impl Model {
    pub(super) fn join(&mut self, stay: usize, wish: &Waiting, given: i64) -> Result<i64, BookingRefusal> {
        self.staying(stay)?;
        if self.lapse() {
            self.pass_on();
        }
        let when = When::of(wish.place).ok_or(Fault::NotFound)?;
        if let Some((id, entry)) = self.lines.iter().find(|(_, entry)| entry.stay == stay && entry.intent == wish.intent) {
            return if entry.is_of(stay, &when, &wish.guests) { Ok(*id) } else { Err(Fault::Field("intent".to_owned()).into()) };
        }
        self.on_sale(stay, &when)?;
        if wish.guests.iter().any(|guest| *guest >= STAYS[stay].party.len()) {
            return Err(Fault::NotFound.into());
        }
        may_take_part(when.offer(), stay, &wish.guests, &self.company(stay, &when, None))?;
        self.are_free(stay, &wish.guests, &when, None)?;
        answered(&when, wish.answer)?;
        let wall = minutes_of(when.starts);
        let (from, to) = (wish.between.0.unwrap_or(wall), wish.between.1.unwrap_or(wall));
        if from > to {
            return Err(Fault::Field("to".to_owned()).into());
        }
        let entry = Entry {
            stay,
            place: wish.place,
            between: wish.between,
            offer: when.offer,
            day: when.day,
            from,
            to,
            guests: wish.guests.clone(),
            answer: wish.answer,
            most: wish.most,
            intent: wish.intent.clone(),
            joined: self.now,
            state: "waiting",
            booking: 0,
        };
        if self.rooms(when.offer, when.day).iter().any(|room| room.fits(&entry)) {
            return Err(BookingRefusal::Room);
        }
        let same = |other: &Entry| other.is_of(stay, &when, &wish.guests);
        if let Some((id, other)) = self.lines.iter_mut().find(|(_, other)| other.state == "waiting" && same(other)) {
            // What was said last counts; the place in the line is kept.
            *other = Entry { intent: other.intent.clone(), joined: other.joined, ..entry };
            return Ok(*id);
        }
        let open = |entry: &&Entry| matches!(entry.state, "waiting" | "offered");
        if self.lines.values().filter(open).filter(|entry| entry.stay == stay).count() >= MOST_LINES {
            return Err(BookingRefusal::TooManyLines);
        }
        if self.lines.values().filter(open).any(same) {
            return Err(BookingRefusal::Room);
        }
        if given == 0 || self.lines.contains_key(&given) {
            return Ok(0);
        }
        self.lines.insert(given, entry);
        Ok(given)
    }

    /// What is offered is given back with it.
    pub(super) fn leave_line(&mut self, stay: usize, id: i64) -> Result<i64, BookingRefusal> {
        self.staying(stay)?;
        let entry = self.lines.get_mut(&id).filter(|entry| entry.stay == stay).ok_or(Fault::NotFound)?;
        match entry.state {
            "waiting" => entry.state = "left",
            "offered" => {
                let booking = entry.booking;
                self.release(stay, booking)?;
            }
            _ => {}
        }
        Ok(id)
    }

    /// What ran out is given back, and whoever it was offered to no longer waits. Says whether there was any.
    pub(super) fn lapse(&mut self) -> bool {
        let late: Vec<i64> = self.bookings.iter().filter(|(_, booking)| self.is_late(booking)).map(|(id, _)| *id).collect();
        for id in &late {
            self.bookings.get_mut(id).unwrap().left = BookingState::Lapsed;
            self.end(*id, "expired");
        }
        !late.is_empty()
    }

    /// Held past its time, and not tidied yet.
    pub fn is_late(&self, booking: &Booking) -> bool {
        booking.left == BookingState::Held && self.now > booking.until
    }

    /// Ends the entry that a booking was offered to.
    pub(super) fn end(&mut self, booking: i64, how: &'static str) {
        if let Some(entry) = self.lines.values_mut().find(|entry| entry.booking == booking && entry.state == "offered") {
            entry.state = how;
            self.bookings.get_mut(&booking).unwrap().night = (0, 0);
        }
    }

    /// Whether somebody waits who could have a start of this line.
    pub fn waited_for(&self, offer: usize, day: i64, wall: i64) -> bool {
        let covers = |entry: &Entry| entry.state == "waiting" && (entry.offer, entry.day) == (offer, day) && entry.from <= wall && wall <= entry.to;
        self.lines.values().any(covers)
    }

    /// They are going now, and wait for this offer no more on that day.
    pub(super) fn gone(&mut self, booking: i64, going: &[usize]) {
        let (stay, when) = (self.bookings[&booking].stay, self.bookings[&booking].when);
        let theirs =
            |entry: &Entry| entry.stay == stay && (entry.offer, entry.day) == (when.offer, when.day) && matches!(entry.state, "waiting" | "offered");
        let entries: Vec<i64> = self.lines.iter().filter(|(_, entry)| theirs(entry)).map(|(id, _)| *id).collect();
        for id in entries {
            let entry = self.lines.get_mut(&id).unwrap();
            let (offered, own) = (entry.booking, entry.booking == booking);
            if !own && !entry.guests.iter().any(|guest| going.contains(guest)) {
                continue;
            }
            let was = std::mem::replace(&mut entry.state, if own { "accepted" } else { "closed" });
            if !own && was == "offered" && self.bookings[&offered].left == BookingState::Held {
                self.touched.insert(offered);
                let other = self.change(offered, "released");
                (other.left, other.night) = (BookingState::Released, (0, 0));
            }
        }
    }

    /// What happens without anybody asking. Says how many were offered something.
    pub fn tidy(&mut self) -> u64 {
        let waits = self.lines.values().any(|entry| entry.state == "waiting") || self.bookings.values().any(|booking| self.is_late(booking));
        if !waits {
            return 0;
        }
        self.lapse();
        let today = self.today();
        for entry in self.lines.values_mut().filter(|entry| entry.state == "waiting" && entry.day < today) {
            entry.state = "closed";
        }
        self.pass_on()
    }

    /// What is free goes along each line, the first in it first, to whoever it fits and who can have it.
    pub(super) fn pass_on(&mut self) -> u64 {
        self.lapse();
        let mut rooms: HashMap<(usize, i64), Vec<Room>> = HashMap::new();
        let mut waiting: Vec<(i64, i64)> = self.lines.iter().filter(|(_, entry)| self.is_served(entry)).map(|(id, one)| (one.joined, *id)).collect();
        waiting.sort_unstable();
        let mut offered = 0;
        for (_, id) in waiting {
            let entry = self.lines[&id].clone();
            let line = (entry.offer, entry.day);
            // Of one line all are asked before anything is looked up anew, until one of them has had something of it.
            let free = rooms.entry(line).or_insert_with(|| self.rooms(entry.offer, entry.day)).clone();
            if free.iter().filter(|room| room.fits(&entry)).take(MOST_TRIES).any(|room| self.give(id, &entry, room)) {
                rooms.remove(&line);
                offered += 1;
            }
        }
        offered
    }

    fn is_served(&self, entry: &Entry) -> bool {
        let here = entry.state == "waiting" && entry.day >= self.today() && STAYS[entry.stay].departs >= self.today();
        here && (APPOINTMENTS.contains(&entry.offer) || self.rooms(entry.offer, entry.day).iter().any(|room| room.fits(entry)))
    }

    /// The starts of a line that have room, in order.
    fn rooms(&self, offer: usize, day: i64) -> Vec<Room> {
        let plan = &OFFERS[offer];
        if !APPOINTMENTS.contains(&offer) {
            let mut found: Vec<Room> = Vec::new();
            for (index, session) in SESSIONS.iter().enumerate().filter(|(_, session)| (session.offer, session.day) == (offer, day)) {
                let left = self.capacity(index) - self.taken(index, None);
                if !self.off.contains(&index) && instant(day, session.wall) > self.now && left > 0 {
                    found.push(Room { place: Place::Session(index), wall: session.wall, left: left as usize });
                }
            }
            found.sort_by_key(|room| room.wall);
            return found;
        }
        let (first, last) = plan.hours;
        let starts = (first..last).step_by(plan.step as usize).filter_map(|wall| {
            let place = Place::Time { offer, day, wall };
            let when = When::of(place)?;
            let free = self.on_sale_to_anybody(&when, self.now) && self.free_resources(&when, None).next().is_some();
            free.then_some(Room { place, wall, left: usize::MAX })
        });
        starts.collect()
    }

    fn on_sale_to_anybody(&self, when: &When, now: i64) -> bool {
        now <= when.starts && now + when.offer().notice * 60 <= when.starts && day_of(now) + when.offer().horizon >= when.day
    }

    /// Offers a start to somebody; says whether they have it now.
    fn give(&mut self, id: i64, entry: &Entry, room: &Room) -> bool {
        let (Some(when), asked, plan) = (When::of(room.place), awake(self.now), &STAYS[entry.stay]) else { return false };
        let here = plan.arrives <= when.day && when.day <= plan.departs && day_of(asked) <= plan.departs;
        if when.starts - asked < SOONEST || !here || !self.on_sale_to_anybody(&when, asked) || self.on_sale(entry.stay, &when).is_err() {
            return false;
        }
        let company = self.company(entry.stay, &when, None);
        let can = self.lines[&id].state == "waiting"
            && may_take_part(when.offer(), entry.stay, &entry.guests, &company).is_ok()
            && self.are_free(entry.stay, &entry.guests, &when, None).is_ok()
            && !self.active().any(|(_, booking)| booking.stay == entry.stay && booking.left == BookingState::Held && booking.when.same(&when));
        let Ok(resource) = self.room(&when, entry.guests.len() as i64, None) else { return false };
        if !can {
            return false;
        }
        let price = self.price(entry.stay, &when, &entry.guests, None);
        // The database numbers what is offered; what it does not know of has no number.
        let booking = self.offered.get(&id).copied().unwrap_or(-id);
        let mut people = Vec::new();
        for (guest, (price, included)) in entry.guests.iter().zip(price.people) {
            people.push(Person { guest: *guest, price, included, entered: None, ticket: self.fresh_ticket(), missed: false, given: 0, lent: None });
        }
        let until = (asked + WAITLIST_MINUTES * 60).min(when.starts);
        let wish =
            super::Wish { place: room.place, guests: entry.guests.clone(), answer: entry.answer, intent: format!("waitlist:{id}"), expected: None };
        let mut offered = Booking {
            stay: entry.stay,
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
            night: if asked > self.now { (asked, 1) } else { (0, 0) },
            wish,
            deeds: BTreeMap::from([("offered", 1)]),
        };
        let at_once = entry.most.is_some_and(|most| offered.total <= most);
        if at_once {
            (offered.left, offered.free_until, offered.reminder) = (BookingState::Confirmed, Some(until), self.reminder(when.starts));
            offered.did("confirmed");
            // Everybody is told for themselves, and whoever pays besides.
            let others = entry.guests.iter().filter(|guest| **guest != 0).count() as i64;
            offered.night = if asked > self.now { (asked, 1 + others) } else { (0, 0) };
        }
        self.bookings.insert(booking, offered);
        self.touched.insert(booking);
        let entry = self.lines.get_mut(&id).unwrap();
        (entry.state, entry.booking) = ("offered", booking);
        if at_once {
            let going = entry.guests.clone();
            self.gone(booking, &going);
        }
        true
    }
}
