//! The reference model: what must happen, in maps and integers. It has the product's words (states and refusals) and none
//! of its rules; where the two disagree, RULES says who is right.
//!
//! This file is what there is and who does what (`step.rs`); `hold.rs` is the way to a place, `change.rs` what becomes of
//! it, `waitlist.rs` who has it next, `desk.rs` what the desk does beyond the rules.

mod change;
mod desk;
mod hold;
mod step;
mod waitlist;

pub use step::{Place, Said, Step, Waiting, Wish};
pub use waitlist::Entry;

use super::world::{APPOINTMENTS, OFFERS, Offer, PACKAGES, SESSIONS, STAYS, Share, date, day_of, instant, wall_of};
use cabana::base::Fault;
use cabana::booking::{BookingRefusal, BookingState, CheckInAnswer};
use cabana::catalog::Period;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A time of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    pub offer: usize,
    pub session: Option<usize>,
    pub day: i64,
    pub starts: i64,
    pub ends: i64,
}

impl When {
    /// Nothing when there is no such time.
    pub fn of(place: Place) -> Option<When> {
        let (offer, session, day, wall) = match place {
            Place::Session(session) => (SESSIONS[session].offer, Some(session), SESSIONS[session].day, SESSIONS[session].wall),
            Place::Time { offer, day, wall } => {
                let Offer { hours: (from, to), step, minutes, .. } = OFFERS[offer];
                if !APPOINTMENTS.contains(&offer) || wall < from || (wall - from) % step != 0 || wall + minutes > to {
                    return None;
                }
                (offer, None, day, wall)
            }
        };
        let starts = instant(day, wall);
        Some(When { offer, session, day, starts, ends: starts + OFFERS[offer].minutes * 60 })
    }

    pub fn offer(&self) -> &'static Offer {
        &OFFERS[self.offer]
    }

    fn same(&self, other: &When) -> bool {
        self.offer == other.offer && self.starts == other.starts
    }

    /// The time that a resource is busy with it.
    fn busy(&self) -> (i64, i64) {
        (self.starts - self.offer().before * 60, self.ends + self.offer().after * 60)
    }
}

/// Half-open intervals: back to back is no clash.
fn meet(a: (i64, i64), b: (i64, i64)) -> bool {
    a.0.max(b.0) < a.1.min(b.1)
}

/// What a package gave: of what, to whom (nobody: the room), on which day (none: the stay).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Used {
    pub item: &'static str,
    pub guest: Option<usize>,
    pub day: Option<i64>,
}

#[derive(Clone, Debug)]
pub struct Person {
    pub guest: usize,
    pub price: i64,
    pub included: bool,
    pub entered: Option<i64>,
    pub ticket: u64,
    /// The desk has said that they did not come.
    pub missed: bool,
    /// What of their price they have back for that; and of the package.
    pub given: i64,
    pub lent: Option<Used>,
}

impl Person {
    /// What is charged: nothing where the package pays.
    pub fn due(&self) -> i64 {
        if self.included { 0 } else { self.price }
    }
}

#[derive(Clone, Debug)]
pub struct Booking {
    pub stay: usize,
    pub when: When,
    pub resource: Option<&'static str>,
    /// As it was left; what is held past its deadline has lapsed (RULES H2), see [`Model::state`].
    pub left: BookingState,
    pub until: i64,
    pub made: i64,
    pub total: i64,
    pub fee: i64,
    pub fee_from: i64,
    /// Until then it costs nothing in any case: what was booked for somebody who waited.
    pub free_until: Option<i64>,
    pub moves: i64,
    pub people: Vec<Person>,
    /// The booking that its one person was part of before they gave up their place.
    pub apart_from: Option<i64>,
    pub used: Vec<Used>,
    pub reminder: Option<i64>,
    /// What is told once the quiet hours end: when, and how many notices.
    pub night: (i64, i64),
    pub wish: Wish,
    /// How often each thing happened to it.
    pub deeds: BTreeMap<&'static str, i64>,
}

impl Booking {
    pub fn guests(&self) -> Vec<usize> {
        let mut guests: Vec<usize> = self.people.iter().map(|person| person.guest).collect();
        guests.sort_unstable();
        guests
    }

    pub fn places(&self) -> i64 {
        self.people.len() as i64
    }

    fn did(&mut self, deed: &'static str) {
        *self.deeds.entry(deed).or_default() += 1;
    }
}

#[derive(Clone, Default)]
pub struct Model {
    pub now: i64,
    pub holds_a_minute: usize,
    pub bookings: BTreeMap<i64, Booking>,
    pub lines: BTreeMap<i64, Entry>,
    /// Which booking was offered to whom, as the database numbers them.
    pub offered: HashMap<i64, i64>,
    /// Places that the desk allowed beyond those of a session.
    pub beyond: BTreeMap<usize, i64>,
    /// Sessions that are called off.
    pub off: BTreeSet<usize>,
    /// Forms that called something off, and closures that were opened again.
    forms: BTreeSet<String>,
    opened: BTreeSet<i64>,
    /// How it was inside of a step that was refused, before all of it was undone: what a refusal says is of then.
    pub inside: Option<Box<Model>>,
    /// The bookings that the last steps looked at.
    pub touched: BTreeSet<i64>,
    tickets: u64,
}

impl Model {
    pub fn new(now: i64, holds_a_minute: usize) -> Model {
        let off = (0..SESSIONS.len()).filter(|session| SESSIONS[*session].off).collect();
        Model { now, holds_a_minute, off, ..Model::default() }
    }

    /// Takes a step; what is refused changes nothing. A new booking gets the number that the server gave it.
    pub fn take(&mut self, step: &Step, server: &Said) -> Said {
        self.inside = None;
        let before = self.clone();
        let said = self.attempt(step, server);
        let refused = match &said {
            Said::Refused(_) => true,
            Said::Closed(answer) => answer != "done",
            Said::Done(_) | Said::Scanned(_) => false,
        };
        if refused {
            let inside = std::mem::replace(self, before);
            self.touched.clone_from(&inside.touched);
            self.inside = Some(Box::new(inside));
        }
        said
    }

    fn attempt(&mut self, step: &Step, server: &Said) -> Said {
        let given = if let Said::Done(id) = server { *id } else { 0 };
        let done = match step {
            Step::Hold { stay, wish } => self.hold(*stay, wish, given),
            Step::Confirm { stay, booking, expected } => self.confirm(*stay, *booking, *expected).map(|()| *booking),
            Step::Release { stay, booking } => self.release(*stay, *booking).map(|()| *booking),
            Step::Cancel { stay, booking, fee } => self.cancel(*stay, *booking, *fee).map(|()| *booking),
            Step::Move { stay, booking, to } => self.shift(*stay, *booking, *to).map(|()| *booking),
            Step::Leave { stay, booking, guest, fee } => self.leave(*stay, *booking, *guest, *fee, given),
            Step::Replace { stay, booking, out, instead } => self.replace(*stay, *booking, *out, *instead).map(|()| *booking),
            Step::Join { stay, wish } => self.join(*stay, wish, given),
            Step::LeaveLine { stay, entry } => self.leave_line(*stay, *entry),
            Step::Scan { ticket, .. } => return Said::Scanned(self.scan(*ticket)),
            Step::Undo { ticket, seen, .. } => self.undo(*ticket, *seen).map(|()| 0),
            Step::Missed { ticket, missed, .. } => self.missed(*ticket, *missed).map(|()| 0),
            Step::Allow { session, beyond, seen } => self.allow(*session, *beyond, *seen).map(|()| 0),
            Step::Keep { booking, wall } => self.keep(*booking, *wall).map(|()| 0),
            Step::GiveBack { booking } => self.give_back(*booking).map(|()| 0),
            Step::Close { session, seen, intent } => return Said::Closed(self.close(*session, seen, intent).to_owned()),
            Step::Reopen { session, closure } => return Said::Closed(self.reopen(*session, *closure).to_owned()),
        };
        match done {
            Ok(id) => Said::Done(id),
            Err(refusal) => Said::Refused(refusal),
        }
    }

    pub fn today(&self) -> i64 {
        day_of(self.now)
    }

    /// The state of a booking as it is now.
    pub fn state(&self, booking: &Booking) -> BookingState {
        if booking.left == BookingState::Held && self.now > booking.until { BookingState::Lapsed } else { booking.left }
    }

    pub fn is_active(&self, booking: &Booking) -> bool {
        matches!(self.state(booking), BookingState::Held | BookingState::Confirmed)
    }

    fn active(&self) -> impl Iterator<Item = (i64, &Booking)> {
        self.bookings.iter().filter(|(_, booking)| self.is_active(booking)).map(|(id, booking)| (*id, booking))
    }

    pub fn of_stay(&self, stay: usize) -> impl DoubleEndedIterator<Item = (i64, &Booking)> {
        self.bookings.iter().filter(move |(_, booking)| booking.stay == stay).map(|(id, booking)| (*id, booking))
    }

    /// Places in all, with those that the desk allowed.
    pub fn capacity(&self, session: usize) -> i64 {
        SESSIONS[session].capacity + self.beyond.get(&session).copied().unwrap_or_default()
    }

    /// Places that are held or taken.
    pub fn taken(&self, session: usize, but: Option<i64>) -> i64 {
        let there = |(id, booking): &(i64, &Booking)| booking.when.session == Some(session) && Some(*id) != but;
        self.active().filter(there).map(|(_, booking)| booking.places()).sum()
    }

    /// The resources that are free for a time, in the order in which they are asked.
    pub fn free_resources(&self, when: &When, but: Option<i64>) -> impl Iterator<Item = &'static str> {
        when.offer().resources.iter().copied().filter(move |resource| {
            let busy =
                |(id, booking): (i64, &Booking)| booking.resource == Some(*resource) && Some(id) != but && meet(booking.when.busy(), when.busy());
            !self.active().any(busy)
        })
    }

    /// Guests come to the doors only while they stay.
    fn staying(&self, stay: usize) -> Result<(), BookingRefusal> {
        if self.today() > STAYS[stay].departs { Err(Fault::ReadOnly.into()) } else { Ok(()) }
    }

    /// A booking of this stay; anybody else's is not found.
    fn own(&mut self, stay: usize, id: i64) -> Result<&Booking, BookingRefusal> {
        self.touched.insert(id);
        self.bookings.get(&id).filter(|booking| booking.stay == stay).ok_or(Fault::NotFound.into())
    }

    fn change(&mut self, id: i64, deed: &'static str) -> &mut Booking {
        let booking = self.bookings.get_mut(&id).unwrap();
        booking.did(deed);
        booking
    }

    /// Ages of those who go to a time for certain by other bookings of the stay.
    fn company(&self, stay: usize, when: &When, but: Option<i64>) -> Vec<i64> {
        self.of_stay(stay)
            .filter(|(id, booking)| Some(*id) != but && booking.left == BookingState::Confirmed && booking.when.same(when))
            .flat_map(|(_, booking)| &booking.people)
            .map(|person| STAYS[stay].party[person.guest].1)
            .collect()
    }

    /// Whether this time is on sale to a stay.
    fn on_sale(&self, stay: usize, when: &When) -> Result<(), BookingRefusal> {
        let (offer, plan) = (when.offer(), &STAYS[stay]);
        if when.session.is_some_and(|session| self.off.contains(&session)) {
            return Err(BookingRefusal::Cancelled { alternatives: Vec::new() });
        }
        if self.now > when.starts {
            return Err(BookingRefusal::Past);
        }
        if self.now + offer.notice * 60 > when.starts {
            return Err(BookingRefusal::TooLate { minutes: offer.notice });
        }
        if when.day < plan.arrives {
            return Err(BookingRefusal::BeforeArrival);
        }
        if when.day > plan.departs {
            return Err(BookingRefusal::AfterDeparture);
        }
        if self.today() + offer.horizon < when.day {
            return Err(BookingRefusal::TooEarly { from: date(when.day - offer.horizon) });
        }
        Ok(())
    }

    /// Whether nobody of these has something else then (or goes already).
    fn are_free(&self, stay: usize, guests: &[usize], when: &When, but: Option<i64>) -> Result<(), BookingRefusal> {
        for guest in guests {
            let name = || STAYS[stay].party[*guest].0.to_owned();
            let met: Vec<&When> = self
                .active()
                .filter(|(id, booking)| booking.stay == stay && Some(*id) != but && booking.people.iter().any(|person| person.guest == *guest))
                .map(|(_, booking)| &booking.when)
                .filter(|other| meet((other.starts, other.ends), (when.starts, when.ends)))
                .collect();
            if met.iter().any(|other| other.same(when)) {
                return Err(BookingRefusal::AlreadyGoing { name: name() });
            }
            if !met.is_empty() {
                return Err(BookingRefusal::Clash { name: name(), title: String::new(), wall: String::new() });
            }
        }
        Ok(())
    }

    /// Tickets are good all through their day, and until what goes on after midnight ends.
    fn admits(&self, when: &When) -> bool {
        when.day == self.today() || (when.starts <= self.now && self.now < when.ends)
    }

    /// Whether a place that the server names as another choice can be had by these. The resource of the booking that is to
    /// move counts as free.
    pub fn could_go(&self, stay: usize, guests: &[usize], place: Place, left: i64, moving: Option<i64>) -> bool {
        let Some(when) = When::of(place) else { return false };
        let (room, wanted) = match when.session {
            Some(session) => (self.left(session), guests.len().max(1) as i64),
            None => (self.free_resources(&when, moving).count() as i64, 1),
        };
        room == left && room >= wanted && self.on_sale(stay, &when).is_ok() && self.are_free(stay, guests, &when, None).is_ok()
    }

    /// A ticket's booking, and whose it is.
    fn holder(&self, ticket: u64) -> Option<(i64, usize)> {
        let holds = |booking: &Booking| booking.people.iter().position(|person| person.ticket == ticket);
        self.bookings.iter().find_map(|(id, booking)| Some((*id, holds(booking)?)))
    }

    fn scan(&mut self, ticket: u64) -> CheckInAnswer {
        let Some((id, index)) = self.holder(ticket) else { return CheckInAnswer::Unknown };
        self.touched.insert(id);
        let (now, booking) = (self.now, &self.bookings[&id]);
        let (when, person) = (booking.when, &booking.people[index]);
        let (name, title, wall) = (STAYS[booking.stay].party[person.guest].0.to_owned(), String::new(), wall_of(when.starts));
        if self.state(booking) != BookingState::Confirmed {
            return CheckInAnswer::Cancelled { name, title };
        }
        if let Some(at) = person.entered {
            return CheckInAnswer::AlreadyIn { name, title, at: wall_of(at), by: String::new() };
        }
        if !self.admits(&when) {
            return CheckInAnswer::WrongDay { name, title, day: date(when.day), wall };
        }
        if person.missed {
            // Who comes late is let in also when what came back cannot be had again.
            self.came(id, index);
        }
        let person = &mut self.change(id, "checked_in").people[index];
        (person.entered, person.missed) = (Some(now), false);
        CheckInAnswer::Admitted { name, title, wall }
    }
}

/// What a stay's package gives of an offer: the item it counts, and the line that says how much. Its own line wins.
fn given(stay: usize, offer: &Offer) -> Option<&'static Share> {
    let lines = PACKAGES[STAYS[stay].package].1;
    let own = lines.iter().find(|line| !line.category && line.item == offer.key);
    own.or_else(|| lines.iter().find(|line| line.category && line.item == offer.category))
}

/// Which counter a line counts with, for somebody on a day; none when it counts nothing.
fn counter(line: &Share, guest: usize, day: i64) -> Option<Used> {
    let day = match line.period {
        Period::Unlimited => return None,
        Period::Day => Some(day),
        Period::Stay => None,
    };
    Some(Used { item: line.item, guest: line.each_person.then_some(guest), day })
}

/// What somebody of this age pays.
fn price_of(offer: &Offer, age: i64) -> i64 {
    offer.bands.iter().find(|(from, to, _)| *from <= age && age <= *to).map_or(offer.price, |(_, _, price)| *price)
}

/// Children under 16 need somebody of 18 or more beside them, where the offer asks for it (RULES M4).
fn looked_after(offer: &Offer, ages: &[i64]) -> Result<(), BookingRefusal> {
    let alone = offer.adult_needed && ages.iter().any(|age| *age < 16) && ages.iter().all(|age| *age < 18);
    if alone { Err(BookingRefusal::NeedsAdult) } else { Ok(()) }
}

/// Whether these may take part, together with those of the stay who go anyway.
fn may_take_part(offer: &Offer, stay: usize, guests: &[usize], company: &[i64]) -> Result<(), BookingRefusal> {
    let party = STAYS[stay].party;
    if guests.is_empty() {
        return Err(BookingRefusal::NobodyChosen);
    }
    if let Some(guest) = guests.iter().find(|guest| party[**guest].1 < offer.ages.0 || party[**guest].1 > offer.ages.1) {
        return Err(BookingRefusal::AgeNotAllowed { name: party[*guest].0.to_owned() });
    }
    let ages: Vec<i64> = guests.iter().map(|guest| party[*guest].1).chain(company.iter().copied()).collect();
    looked_after(offer, &ages)
}
