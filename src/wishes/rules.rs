//! What is told of a mark, and when. Pure.

use crate::base::{Day, GuestId, OfferId, WallTime};
use crate::booking::rules::party::{Engagement, When, adult_missing, is_free};
use crate::booking::store::{Ahead, Selling};
use crate::catalog::Kind;
use crate::catalog::rules::age_allowed;
use crate::catalog::shelf::{Offer, Shelf, falls_on};

/// From when on the last chance is told, on the resort's wall.
pub const LAST_CHANCE: WallTime = WallTime(10 * 60);

/// The days of a stay that has not ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    pub arrives: Day,
    pub departs: Day,
    /// When they leave on the day of departure.
    pub check_out: WallTime,
}

impl Days {
    /// Whether they are here at a time.
    pub fn here(&self, day: Day, wall: WallTime) -> bool {
        day >= self.arrives && (day < self.departs || (day == self.departs && wall.0 < self.check_out.0))
    }
}

/// The people of a stay with their ages, and what they have at which times.
#[derive(Clone, Debug, Default)]
pub struct Party {
    pub people: Vec<(GuestId, i64)>,
    pub engaged: Vec<Engagement>,
}

impl Party {
    /// Whether somebody of them could go then: of the right age, with nothing else to do, and no child alone.
    pub fn could_go(&self, shelf: &Shelf, offer: &Offer, when: When) -> bool {
        let mut engaged = self.engaged.clone();
        for one in &mut engaged {
            one.walk = shelf.walk(one.when.offer, when.offer);
        }
        let able = |(guest, age): &&(GuestId, i64)| age_allowed(offer.age_min, offer.age_max, *age) && is_free(*guest, when, &engaged);
        let ages: Vec<i64> = self.people.iter().filter(able).map(|(_, age)| *age).collect();
        !ages.is_empty() && !adult_missing(offer.adult_needed, ages.iter().copied())
    }
}

/// What one stay can have of an offer from now on.
#[derive(Clone, Debug, Default)]
pub struct Outlook<'a> {
    /// It takes place while they are here, and every place is taken for certain.
    pub full: bool,
    /// Nothing is free, and some of it is only held: whether it is full is seen when that is decided.
    pub held: bool,
    /// The first time with room at which somebody of them could go.
    pub next: Option<&'a Ahead>,
    /// The last day on which they could have it, when no place of a later one may yet become theirs by itself.
    pub last: Option<Day>,
}

impl Outlook<'_> {
    /// It can be had, or somebody may yet give it back.
    fn can_be_had(&self) -> bool {
        self.full || self.held || self.next.is_some() || self.last.is_some()
    }
}

/// Looks at the times of an offer with the eyes of one stay.
pub fn outlook<'a>(shelf: &Shelf, (id, offer): (OfferId, &Offer), times: &'a [Ahead], days: &Days, party: &Party, today: Day) -> Outlook<'a> {
    if offer.kind == Kind::Service {
        return Outlook { last: last_service(offer, days, today), ..Outlook::default() };
    }
    let wall = |one: &Ahead| WallTime::parse(&one.wall).unwrap_or(WallTime(0));
    let theirs: Vec<&Ahead> = times.iter().filter(|one| one.when.offer == id && days.here(one.day, wall(one))).collect();
    let suits = |one: &&&Ahead| one.left > 0 && party.could_go(shelf, offer, one.when);
    let next = theirs.iter().find(suits).copied();
    let on_sale = || theirs.iter().filter(|one| one.sale != Selling::Later);
    let none = on_sale().next().is_some() && on_sale().all(|one| one.left == 0);
    let held = none && on_sale().any(|one| one.sale == Selling::Held);
    let last = theirs.iter().rev().find(suits).map(|one| one.day);
    // What is not on sale yet, only held, or free when they have something else, may yet be theirs.
    let may_come = |one: &&&Ahead| last.is_some_and(|last| one.day > last) && one.sale != Selling::Full;
    let last = last.filter(|_| !theirs.iter().any(|one| may_come(&one)));
    Outlook { full: none && !held, held, next, last }
}

/// The last day of a stay on which something is brought.
fn last_service(offer: &Offer, days: &Days, today: Day) -> Option<Day> {
    let from = today.max(days.arrives);
    let open = |day: Day| {
        let hours = || offer.hours.iter().filter(|hours| falls_on(&hours.days, day));
        if offer.hours.is_empty() { days.here(day, WallTime(0)) } else { hours().any(|hours| days.here(day, hours.from)) }
    };
    // Every weekday comes up within a week.
    (0..7).map(|back| days.departs.plus(-back)).take_while(|day| *day >= from).find(|day| open(*day))
}

/// What is known of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    pub wished: bool,
    /// The price that was last shown on marking or told; nothing before the first look.
    pub price: Option<i64>,
    /// Nothing before the first look.
    pub was_full: Option<bool>,
    pub chance_told: bool,
    /// They have booked or ordered it.
    pub bought: bool,
    /// Places of it are held for them.
    pub holding: bool,
}

/// One thing to write down, and perhaps to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nobody had looked before: what is remembered from now on.
    FirstLook { price: i64, full: bool },
    /// It costs less than what they were last told.
    PriceFell { was: i64, price: i64 },
    /// Nothing to tell: it filled up, or what was full is theirs or gone.
    Full(bool),
    /// A place is free again.
    PlaceFreed,
    /// The day after this one is the last on which they could have it.
    LastChance(Day),
}

/// What follows from a mark now. In the quiet hours a first look is all: what is to be told waits for the morning, and is
/// told if it is still so. Nothing is told of what they have bought.
pub fn steps(known: &Known, price: i64, outlook: &Outlook<'_>, (today, wall): (Day, WallTime), quiet: bool) -> Vec<Step> {
    let mut steps = Vec::new();
    if known.was_full.is_none() {
        steps.push(Step::FirstLook { price, full: outlook.full });
    }
    if quiet {
        return steps;
    }
    let was_full = known.was_full.unwrap_or(outlook.full);
    if known.bought || known.holding {
        // Whoever has a place and gives it back did not wait for it.
        if known.was_full == Some(true) {
            steps.push(Step::Full(false));
        }
        return steps;
    }
    if let Some(was) = known.price.filter(|was| price < *was && outlook.can_be_had()) {
        steps.push(Step::PriceFell { was, price });
    }
    match (was_full, outlook.full) {
        (true, false) if outlook.held => {}
        (true, false) if known.wished && outlook.next.is_some() => steps.push(Step::PlaceFreed),
        (before, now) if before != now => steps.push(Step::Full(now)),
        _ => {}
    }
    if let Some(last) = outlook.last.filter(|last| *last == today.plus(1) && wall.0 >= LAST_CHANCE.0)
        && known.wished
        && !known.chance_told
    {
        steps.push(Step::LastChance(last));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SessionId;
    use crate::booking::Target;

    const DAY: &str = "2026-11-21";

    fn day() -> Day {
        Day::parse(DAY).unwrap()
    }

    fn known() -> Known {
        Known { wished: true, price: Some(5000), was_full: Some(false), chance_told: false, bought: false, holding: false }
    }

    fn noon() -> (Day, WallTime) {
        (day(), WallTime(720))
    }

    fn free(left: i64) -> Ahead {
        let when = When { offer: OfferId(1), starts_at: 0, ends_at: 3600 };
        let sale = if left > 0 { Selling::Free } else { Selling::Full };
        Ahead { target: Target::Session(SessionId(1)), day: day(), wall: "11:00".into(), when, left, sale }
    }

    #[test]
    fn a_price_is_told_when_it_is_below_the_last_one_told() {
        let one = free(1);
        let room = Outlook { next: Some(&one), ..Outlook::default() };
        let at = |price| steps(&known(), price, &room, noon(), false);
        assert_eq!(at(4999), [Step::PriceFell { was: 5000, price: 4999 }]);
        assert_eq!(at(0), [Step::PriceFell { was: 5000, price: 0 }]);
        assert!(at(5000).is_empty() && at(5001).is_empty());
        for known in [Known { bought: true, ..known() }, Known { holding: true, ..known() }] {
            assert!(steps(&known, 1, &room, noon(), false).is_empty());
        }
        assert!(steps(&known(), 1, &room, noon(), true).is_empty(), "at night");
        assert!(steps(&known(), 1, &Outlook::default(), noon(), false).is_empty(), "of what cannot be had any more");
        let full = Outlook { full: true, ..Outlook::default() };
        assert_eq!(
            steps(&Known { was_full: Some(true), ..known() }, 1, &full, noon(), false),
            [Step::PriceFell { was: 5000, price: 1 }],
            "they may wait"
        );
    }

    #[test]
    fn the_first_look_may_be_at_night_and_knows_of_nothing_that_was_full() {
        let fresh = Known { was_full: None, price: None, ..known() };
        let full = Outlook { full: true, ..Outlook::default() };
        for quiet in [false, true] {
            assert_eq!(steps(&fresh, 7, &full, noon(), quiet), [Step::FirstLook { price: 7, full: true }]);
        }
        // What it cost when it was marked is known.
        let marked = Known { price: Some(9), ..fresh };
        assert_eq!(steps(&marked, 7, &full, noon(), false)[1..], [Step::PriceFell { was: 9, price: 7 }]);
    }

    #[test]
    fn a_place_is_free_again_only_after_it_was_full() {
        let one = free(1);
        let room = Outlook { next: Some(&one), ..Outlook::default() };
        let full = Outlook { full: true, ..Outlook::default() };
        let was = Known { was_full: Some(true), ..known() };
        assert_eq!(steps(&was, 5000, &room, noon(), false), [Step::PlaceFreed]);
        assert!(steps(&known(), 5000, &room, noon(), false).is_empty());
        assert_eq!(steps(&known(), 5000, &full, noon(), false), [Step::Full(true)]);
        assert!(steps(&was, 5000, &full, noon(), false).is_empty());
        assert_eq!(steps(&was, 5000, &Outlook::default(), noon(), false), [Step::Full(false)], "at no time that suits");
        assert_eq!(steps(&Known { holding: true, ..was }, 5000, &full, noon(), false), [Step::Full(false)]);
        assert_eq!(steps(&Known { wished: false, ..was }, 5000, &room, noon(), false), [Step::Full(false)], "only watched");
        assert!(steps(&was, 5000, &room, noon(), true).is_empty(), "at night");
        // What somebody only holds says nothing yet, neither that it is full nor that it is free.
        let held = Outlook { held: true, ..Outlook::default() };
        assert!(steps(&was, 5000, &held, noon(), false).is_empty() && steps(&known(), 5000, &held, noon(), false).is_empty());
    }

    #[test]
    fn the_last_chance_is_the_day_before_from_ten_on_and_once() {
        let last = |ahead: i64| Outlook { last: Some(day().plus(ahead)), ..Outlook::default() };
        let at = |wall: i64, ahead: i64, known: &Known| steps(known, 5000, &last(ahead), (day(), WallTime(wall)), false);
        assert_eq!(at(600, 1, &known()), [Step::LastChance(day().plus(1))]);
        assert_eq!(at(1200, 1, &known()), [Step::LastChance(day().plus(1))]);
        assert!(at(599, 1, &known()).is_empty() && at(600, 0, &known()).is_empty() && at(600, 2, &known()).is_empty());
        assert!(at(600, 1, &Known { chance_told: true, ..known() }).is_empty());
        assert!(at(600, 1, &Known { wished: false, ..known() }).is_empty());
    }

    #[test]
    fn a_stay_is_here_until_check_out() {
        let days = Days { arrives: day(), departs: day().plus(3), check_out: WallTime(660) };
        assert!(!days.here(day().plus(-1), WallTime(720)) && days.here(day(), WallTime(0)));
        assert!(days.here(day().plus(3), WallTime(659)) && !days.here(day().plus(3), WallTime(660)));
        assert!(!days.here(day().plus(4), WallTime(0)));
    }
}
