//! Where a walk goes: steps drawn by chance, so that the same seed draws the same. (Who wins when two ask at once is the
//! server's affair, and what follows follows from that.)

mod desk;
mod waitlist;

use crate::walks::model::{Booking, Model, Person, Place, Step, When, Wish};
use crate::walks::world::{APPOINTMENTS, DAYS, OFFERS, QUIET, SESSIONS, STAYS, instant, minutes_of};
use cabana::booking::BookingState;
use std::collections::HashMap;

/// splitmix64.
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn of<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        if all.is_empty() { None } else { Some(all[self.below(all.len())].clone()) }
    }

    fn between(&mut self, from: i64, to: i64) -> i64 {
        from + self.below((to - from + 1) as usize) as i64
    }
}

/// What happens next.
#[derive(Clone, Debug)]
pub enum Turn {
    Pass(i64),
    Restart,
    /// What happens without anybody asking.
    Tidy,
    /// One step, or several at the same time.
    Take(Vec<Step>),
}

/// What is done at the second of a deadline, once the clock is there.
#[derive(Clone, Copy)]
enum Then {
    Confirm(i64),
    Cancel(i64),
    Move(i64),
    Replace(i64),
    Hold(usize, Place),
}

/// Mostly one of the two choices; now and then none, or one that there is not.
const ANSWERS: [Option<&str>; 10] = [Some("0"), Some("0"), Some("0"), Some("0"), Some("1"), Some("1"), Some("1"), Some(""), Some("7"), None];

/// Draws the turns of a walk.
pub struct Guide {
    pub chance: Chance,
    /// Who is busy with their phone just now.
    stay: usize,
    /// So many more times they hold whatever they see.
    greed: usize,
    forms: usize,
    then: Option<Then>,
    /// Who did not come is drawn beside everything else.
    late: Chance,
}

impl Guide {
    pub fn new(seed: u64) -> Guide {
        Guide { chance: Chance(seed), stay: 0, greed: 0, forms: 0, then: None, late: Chance(seed + 1000) }
    }

    /// `codes` are the tickets that somebody has read, the old ones too.
    pub fn next(&mut self, model: &Model, codes: &HashMap<u64, String>) -> Turn {
        if self.late.percent(3) {
            return Turn::Take(vec![self.missed(model, codes)]);
        }
        if let Some(then) = self.then.take() {
            let step = self.at_the_deadline(model, then);
            return self.perhaps_twice(step, 25);
        }
        if self.greed > 0 {
            self.greed -= 1;
            let place = self.place(model);
            return Turn::Take(vec![self.hold(model, self.stay, place)]);
        }
        if self.chance.percent(15) {
            self.stay = self.chance.below(STAYS.len());
            self.greed = if self.chance.percent(10) { 10 } else { 0 };
        }
        match self.chance.below(1000) {
            0..3 => return Turn::Restart,
            200..230 => return Turn::Tidy,
            3..90 => return self.pass(model),
            90..130 => {
                if let Some(turn) = self.deadline(model) {
                    return turn;
                }
            }
            130..200 => return Turn::Take(self.at_once(model, codes)),
            _ => {}
        }
        let step = self.step(model, codes);
        self.perhaps_twice(step, 10)
    }

    fn perhaps_twice(&mut self, step: Step, percent: usize) -> Turn {
        let again = self.chance.percent(percent).then(|| step.clone());
        Turn::Take([Some(step), again].into_iter().flatten().collect())
    }

    fn step(&mut self, model: &Model, codes: &HashMap<u64, String>) -> Step {
        let drawn = self.chance.below(126);
        let booking = match drawn {
            39..61 => self.booking(model, BookingState::Held),
            61..93 => self.booking(model, BookingState::Confirmed),
            _ => None,
        };
        match (drawn, booking) {
            (32..39, _) => self.hold_again(model),
            (39..57, Some((stay, booking))) => self.confirm(model, stay, booking),
            (57..61, Some((stay, booking))) => Step::Release { stay, booking },
            (_, Some((stay, booking))) => self.change(model, stay, booking),
            (93..97, None) => self.scan(model, codes),
            (97..112, None) => self.at_the_desk(model, codes),
            (112.., None) => self.at_the_line(model),
            _ => {
                let place = self.place(model);
                self.hold(model, self.stay, place)
            }
        }
    }

    /// What may be done to a booking that is confirmed.
    fn change(&mut self, model: &Model, stay: usize, booking: i64) -> Step {
        match self.chance.below(7) {
            0 | 1 => self.cancel(model, stay, booking),
            2 => self.leave(model, stay, booking),
            3 | 4 => self.shift(model, stay, booking),
            _ => self.replace(model, stay, booking),
        }
    }

    /// Several that get in each other's way.
    fn at_once(&mut self, model: &Model, codes: &HashMap<u64, String>) -> Vec<Step> {
        let drawn = self.chance.below(5);
        let booking = match drawn {
            1 => self.booking(model, BookingState::Held),
            2 => self.booking(model, BookingState::Confirmed),
            _ => None,
        };
        match (drawn, booking) {
            (1, Some((stay, booking))) => {
                let second = if self.chance.percent(50) { Step::Release { stay, booking } } else { self.hold_again(model) };
                vec![self.confirm(model, stay, booking), second]
            }
            (2, Some((stay, booking))) => {
                let second = if self.chance.percent(40) { self.scan_of(model, booking) } else { self.change(model, stay, booking) };
                vec![self.change(model, stay, booking), second]
            }
            (3, _) => (0..2 + self.chance.below(3)).map(|_| self.step(model, codes)).collect(),
            (4, _) => {
                // Everybody for the same, and one of them twice.
                let place = self.full(model).unwrap_or_else(|| self.place(model));
                let stays = [0; 3].map(|_| self.chance.below(STAYS.len()));
                let mut all: Vec<Step> = stays.into_iter().map(|stay| self.hold(model, stay, place)).collect();
                all.push(all[0].clone());
                all
            }
            _ => {
                let (place, other) = (self.place(model), self.chance.below(STAYS.len()));
                vec![self.hold(model, self.stay, place), self.hold(model, other, place)]
            }
        }
    }

    /// Mostly moments, now and then long enough for every hold to lapse; quiet hours at once. Time stops in the evening of
    /// the last day.
    fn pass(&mut self, model: &Model) -> Turn {
        let wall = minutes_of(model.now);
        let seconds = match QUIET.iter().find(|(from, to)| *from <= wall && wall < *to) {
            Some((_, to)) => (to - wall) * 60,
            None => match self.chance.below(20) {
                0..12 => self.chance.between(1, 120),
                12..17 => self.chance.between(120, 600),
                17..19 => 901,
                _ => self.chance.between(901, 3600),
            },
        };
        Turn::Pass(seconds.min(instant(DAYS - 1, 22 * 60) - model.now).max(0))
    }

    /// To the second of something that ends, one before or one after.
    fn deadline(&mut self, model: &Model) -> Option<Turn> {
        let mut deadlines: Vec<(i64, Then)> = Vec::new();
        for (id, booking) in &model.bookings {
            let (when, free) = (booking.when, booking.when.offer().policy.map_or(0, |(free, ..)| free * 60));
            match model.state(booking) {
                BookingState::Held => deadlines.push((booking.until, Then::Confirm(*id))),
                BookingState::Confirmed => {
                    for at in [when.starts - free, when.starts, when.ends - 1] {
                        deadlines.extend([Then::Cancel(*id), Then::Move(*id), Then::Replace(*id)].map(|then| (at, then)));
                    }
                }
                _ => {}
            }
        }
        for (index, session) in SESSIONS.iter().enumerate() {
            let starts = instant(session.day, session.wall);
            let hold = Then::Hold(self.chance.below(STAYS.len()), Place::Session(index));
            deadlines.extend([(starts, hold), (starts - OFFERS[session.offer].notice * 60, hold)]);
        }
        deadlines.retain(|(at, _)| *at > model.now + 1 && *at < model.now + 1800);
        let (at, then) = self.chance.of(&deadlines)?;
        self.then = Some(then);
        Some(Turn::Pass(at + self.chance.between(-1, 1) - model.now))
    }

    fn at_the_deadline(&mut self, model: &Model, then: Then) -> Step {
        match then {
            Then::Confirm(id) => Step::Confirm { stay: model.bookings[&id].stay, booking: id, expected: None },
            Then::Cancel(id) => Step::Cancel { stay: model.bookings[&id].stay, booking: id, fee: model.fee(&model.bookings[&id]) },
            Then::Move(id) => self.shift(model, model.bookings[&id].stay, id),
            Then::Replace(id) => self.replace(model, model.bookings[&id].stay, id),
            Then::Hold(stay, place) => self.hold(model, stay, place),
        }
    }

    /// A session or a time; rather one that is still to come, and now and then one that there is not. Or a place where some
    /// of the stay go already.
    fn place(&mut self, model: &Model) -> Place {
        let there: Vec<Place> =
            model.of_stay(self.stay).filter(|(_, booking)| model.is_active(booking)).map(|(_, booking)| booking.wish.place).collect();
        if let Some(place) = self.chance.of(&there).filter(|_| self.chance.percent(20)) {
            return place;
        }
        let mut place = Place::Session(0);
        for _ in 0..4 {
            place = if self.chance.percent(60) {
                Place::Session(self.chance.below(SESSIONS.len()))
            } else {
                let offer = self.chance.of(&APPOINTMENTS).unwrap();
                self.time(offer)
            };
            let off = matches!(place, Place::Session(session) if model.off.contains(&session));
            if !off && When::of(place).is_none_or(|when| when.starts >= model.now) {
                break;
            }
        }
        place
    }

    fn time(&mut self, offer: usize) -> Place {
        let (from, to) = OFFERS[offer].hours;
        let starts = (to - from) / OFFERS[offer].step;
        let odd = if self.chance.percent(4) { 5 } else { 0 };
        Place::Time { offer, day: self.chance.between(0, DAYS - 1), wall: from + OFFERS[offer].step * self.chance.between(0, starts - 1) + odd }
    }

    fn hold(&mut self, model: &Model, stay: usize, place: Place) -> Step {
        self.forms += 1;
        let intent = format!("the-form-of-a-walk-{}", self.forms);
        let guests = self.whoever_else(model, stay, place).unwrap_or_else(|| self.guests(stay));
        let mut wish = Wish { place, guests, answer: None, intent, expected: None };
        self.fill(model, stay, &mut wish);
        Step::Hold { stay, wish }
    }

    /// What else a form says: answers, and the total that was shown.
    fn fill(&mut self, model: &Model, stay: usize, wish: &mut Wish) {
        let Some(when) = When::of(wish.place) else { return };
        wish.answer = when.offer().question.and_then(|_| ANSWERS[self.chance.below(ANSWERS.len())]);
        let ours = wish.guests.iter().all(|guest| *guest < STAYS[stay].party.len());
        wish.expected = match self.chance.below(10) {
            0..2 if ours => Some(model.price(stay, &when, &wish.guests, None).total),
            2 => Some(1),
            _ => None,
        };
    }

    /// Some of a party: one, some or all; rarely nobody, or somebody of another stay.
    fn guests(&mut self, stay: usize) -> Vec<usize> {
        let party = STAYS[stay].party.len();
        let mut guests: Vec<usize> = match self.chance.below(20) {
            0 => Vec::new(),
            1 => vec![0, party],
            2..5 => (0..party).collect(),
            5..13 => vec![self.chance.below(party)],
            _ => (0..party).filter(|_| self.chance.percent(50)).collect(),
        };
        if guests.is_empty() && self.chance.percent(90) {
            guests.push(0);
        }
        guests
    }

    /// Where some of the stay go already, some of the others, mostly.
    fn whoever_else(&mut self, model: &Model, stay: usize, place: Place) -> Option<Vec<usize>> {
        let there = model.of_stay(stay).filter(|(_, booking)| model.is_active(booking) && Some(booking.when) == When::of(place));
        let going: Vec<usize> = there.flat_map(|(_, booking)| booking.guests()).collect();
        let others: Vec<usize> = (0..STAYS[stay].party.len()).filter(|guest| !going.contains(guest)).filter(|_| self.chance.percent(60)).collect();
        (!going.is_empty() && !others.is_empty() && self.chance.percent(80)).then_some(others)
    }

    /// A form that was sent before: as it was, or with something else in it; or the same place for other people.
    fn hold_again(&mut self, model: &Model) -> Step {
        let stay = self.stay;
        let before: Vec<&Booking> = model
            .of_stay(stay)
            .rev()
            .filter(|(_, booking)| booking.apart_from.is_none() && booking.deeds.contains_key("held"))
            .take(8)
            .map(|(_, booking)| booking)
            .collect();
        let Some(booking) = self.chance.of(&before) else {
            let place = self.place(model);
            return self.hold(model, stay, place);
        };
        let mut wish = booking.wish.clone();
        match self.chance.below(10) {
            0..5 => {}
            5 => wish.place = self.place(model),
            6 => wish.guests = self.guests(stay),
            7 => self.fill(model, stay, &mut wish),
            _ => return self.hold(model, stay, wish.place),
        }
        Step::Hold { stay, wish }
    }

    /// A booking in this state that something can still be done to, mostly, with its stay; else any of late; rarely
    /// somebody else's, or none at all.
    fn booking(&mut self, model: &Model, state: BookingState) -> Option<(usize, i64)> {
        let open = |booking: &Booking| {
            model.state(booking) == state && booking.when.ends > model.now && booking.people.iter().all(|person| person.entered.is_none())
        };
        let all: Vec<(usize, i64)> = model.bookings.iter().filter(|(_, booking)| open(booking)).map(|(id, booking)| (booking.stay, *id)).collect();
        let own: Vec<(usize, i64)> = all.iter().filter(|(stay, _)| *stay == self.stay).copied().collect();
        let late: Vec<(usize, i64)> = model.bookings.iter().rev().take(10).map(|(id, booking)| (booking.stay, *id)).collect();
        // Those that others of the stay go beside: children may be left alone.
        let beside = |(stay, id): &(usize, i64)| {
            model.of_stay(*stay).any(|(other, booking)| other != *id && model.is_active(booking) && booking.when == model.bookings[id].when)
        };
        let beside: Vec<(usize, i64)> = all.iter().filter(|one| beside(one)).copied().collect();
        match self.chance.below(100) {
            0..20 => self.chance.of(&beside).or_else(|| self.chance.of(&all)),
            20..88 => self.chance.of(&own).or_else(|| self.chance.of(&all)),
            88..96 => self.chance.of(&late),
            96..99 => self.chance.of(&late).map(|(_, id)| (self.stay, id)),
            _ => Some((self.stay, 999_999)),
        }
    }

    fn confirm(&mut self, model: &Model, stay: usize, booking: i64) -> Step {
        let total = model.bookings.get(&booking).map_or(0, |booking| booking.total);
        let expected = match self.chance.below(10) {
            0..3 => Some(total),
            3 => Some(total + 1),
            _ => None,
        };
        Step::Confirm { stay, booking, expected }
    }

    fn cancel(&mut self, model: &Model, stay: usize, booking: i64) -> Step {
        let right = model.bookings.get(&booking).map_or(0, |booking| model.fee(booking));
        let fee = if self.chance.percent(80) { right } else { self.chance.of(&[0, right + 1, 1650]).unwrap() };
        Step::Cancel { stay, booking, fee }
    }

    /// Mostly one of those who go.
    fn leave(&mut self, model: &Model, stay: usize, booking: i64) -> Step {
        let found = model.bookings.get(&booking);
        let going = found.map(Booking::guests).unwrap_or_default();
        let guest = self.chance.of(&going).filter(|_| self.chance.percent(92)).unwrap_or_else(|| self.chance.below(STAYS[stay].party.len() + 1));
        let of_one = |booking: &Booking| {
            let price = booking.people.iter().find(|person| person.guest == guest).map_or(0, Person::due);
            model.fee(&Booking { total: price, ..booking.clone() })
        };
        let right = found.map_or(0, of_one);
        let fee = if self.chance.percent(85) { right } else { right + 1 };
        Step::Leave { stay, booking, guest, fee }
    }

    /// Mostly within the offer.
    fn shift(&mut self, model: &Model, stay: usize, booking: i64) -> Step {
        let offer = model.bookings.get(&booking).map(|booking| booking.when.offer).filter(|_| self.chance.percent(93));
        let to = match offer {
            Some(offer) if APPOINTMENTS.contains(&offer) => self.time(offer),
            Some(offer) => {
                let same: Vec<usize> = (0..SESSIONS.len()).filter(|index| SESSIONS[*index].offer == offer).collect();
                Place::Session(self.chance.of(&same).unwrap())
            }
            None => self.place(model),
        };
        Step::Move { stay, booking, to }
    }

    fn replace(&mut self, model: &Model, stay: usize, booking: i64) -> Step {
        let party = STAYS[stay].party.len();
        let goes: Vec<usize> = model.bookings.get(&booking).map(Booking::guests).unwrap_or_default();
        let (going, others): (Vec<usize>, Vec<usize>) = (0..party).partition(|guest| goes.contains(guest));
        let out = self.chance.of(&going).filter(|_| self.chance.percent(92)).unwrap_or_else(|| self.chance.below(party));
        let instead = self.chance.of(&others).filter(|_| self.chance.percent(92)).unwrap_or_else(|| self.chance.below(party + 1));
        Step::Replace { stay, booking, out, instead }
    }
}
