//! What serves a time: how much of each resource is in use at once, and which resources are taken for it. The calendar
//! and the one way to a place ask the same functions, so what is shown is what can be had.
//!
//! An offer has one or more needs, each of them any one of some resources. A resource has so much at a time (one court,
//! twelve kayaks); a booking has one of it, or one for each person. Around a time it is occupied for the longer of the
//! minutes that the offer and the resource itself ask for (RULES B1, B2); what is counted by the day, for the whole day.

use super::slots;
use crate::base::{Day, OfferId, ResourceId, WallTime};
use crate::booking::rules::closures::Closed;
use crate::catalog::shelf::{Offer, Resource};
use crate::server::Time;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What a booking has of a resource, from one cell to before another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    pub cells: Range<i64>,
    pub units: i64,
    /// When the hold ends that has it, if it is only held.
    pub until: Option<i64>,
}

/// What is to be taken of one resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub resource: ResourceId,
    pub cells: Range<i64>,
    pub units: i64,
    /// How much there is of it at a time.
    pub amount: i64,
}

/// No use is longer, in cells: a day, and half a day before and after.
pub const LONGEST: i64 = 2 * 288;

/// What cannot be had: every use of some resources around some days, and what is closed then.
#[derive(Clone, Debug, Default)]
pub struct Busy {
    uses: BTreeMap<ResourceId, Uses>,
    pub closed: Vec<Closed>,
}

/// Of one resource, by their beginnings; none is longer than `longest`, in cells.
#[derive(Clone, Debug, Default)]
struct Uses {
    all: Vec<Use>,
    longest: i64,
}

/// One time of an offer.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub time: Time,
    pub id: OfferId,
    pub offer: &'a Offer,
    pub day: Day,
    /// Start and end.
    pub span: (i64, i64),
    /// How many people come.
    pub people: i64,
}

/// What a time of an offer finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Every need has one: these.
    Free(Vec<Claim>),
    /// Everything of some need is closed.
    Closed,
    /// Too little is left until somebody's hold runs out at this instant.
    Held(i64),
    Full,
}

impl Asked<'_> {
    /// The cells that a resource is occupied for.
    pub fn cells(&self, resource: &Resource) -> Range<i64> {
        if resource.by_the_day {
            let midnight = |day: Day| self.time.instant(day, WallTime(0));
            return slots::cells(midnight(self.day), midnight(self.day.plus(1)), 0, 0);
        }
        slots::cells(self.span.0, self.span.1, self.offer.before.max(resource.before), self.offer.after.max(resource.after))
    }

    fn claim(&self, id: ResourceId, resource: &Resource) -> Claim {
        let units = if resource.each_person { self.people } else { 1 };
        Claim { resource: id, cells: self.cells(resource), units, amount: resource.amount }
    }

    /// Looks for a resource for each need, in the order of the catalogue; the same one serves two needs of one booking
    /// only when there is enough of it.
    pub fn find(&self, needs: &[Vec<(ResourceId, &Resource)>], busy: &Busy) -> Found {
        let mut open: Vec<Vec<Claim>> = Vec::new();
        for need in needs {
            let here = need.iter().filter(|(id, _)| !busy.stops(self.id, *id, self.span)).map(|(id, one)| self.claim(*id, one)).collect::<Vec<_>>();
            if here.is_empty() {
                return Found::Closed;
            }
            open.push(here);
        }
        if let Some(claims) = chosen(&open, &|claim| busy.most_at_once(claim, i64::MIN)) {
            return Found::Free(claims);
        }
        // What is only held lapses hold by hold; the first instant at which all needs are met is when to look again.
        let ends: BTreeSet<i64> = open.iter().flatten().flat_map(|claim| busy.holds_of(claim)).collect();
        match ends.into_iter().find(|end| chosen(&open, &|claim| busy.most_at_once(claim, *end)).is_some()) {
            Some(end) => Found::Held(end),
            None => Found::Full,
        }
    }

    /// For how many people there is room, as far as what each of them has is concerned; where bookings have all of it, how
    /// many bookings.
    pub fn left(&self, needs: &[Vec<(ResourceId, &Resource)>], busy: &Busy) -> i64 {
        let one = Asked { people: 1, ..*self };
        let left = |(id, resource): &(ResourceId, &Resource)| {
            let claim = one.claim(*id, resource);
            if busy.stops(self.id, *id, self.span) { 0 } else { (claim.amount - busy.most_at_once(&claim, i64::MIN)).max(0) }
        };
        let of_need = |need: &Vec<(ResourceId, &Resource)>| {
            let each = need.iter().map(left);
            // A party is not divided between two of a need.
            if need.iter().any(|(_, resource)| resource.each_person) { each.max().unwrap_or(0) } else { each.sum() }
        };
        let counted = |need: &&Vec<(ResourceId, &Resource)>| need.iter().any(|(_, resource)| resource.each_person);
        let people = needs.iter().filter(counted).map(of_need).min();
        people.or_else(|| needs.iter().map(of_need).min()).unwrap_or(i64::MAX)
    }
}

impl Busy {
    pub fn new(all: impl IntoIterator<Item = (ResourceId, Use)>, closed: Vec<Closed>) -> Busy {
        let mut uses: BTreeMap<ResourceId, Uses> = BTreeMap::new();
        for (resource, one) in all {
            let uses = uses.entry(resource).or_default();
            uses.longest = uses.longest.max(one.cells.end - one.cells.start);
            uses.all.push(one);
        }
        for uses in uses.values_mut() {
            uses.all.sort_by_key(|one| one.cells.start);
        }
        Busy { uses, closed }
    }

    fn stops(&self, offer: OfferId, resource: ResourceId, span: (i64, i64)) -> bool {
        self.closed.iter().any(|one| one.stops(offer, Some(resource), span))
    }

    fn touching<'a>(&'a self, claim: &'a Claim) -> impl Iterator<Item = &'a Use> {
        let (uses, longest) = self.uses.get(&claim.resource).map_or((&[][..], 0), |uses| (&uses.all[..], uses.longest));
        let from = uses.partition_point(|one| one.cells.start <= claim.cells.start - longest);
        let near = uses[from..].iter().take_while(|one| one.cells.start < claim.cells.end);
        near.filter(|one| claim.cells.start < one.cells.end)
    }

    fn holds_of(&self, claim: &Claim) -> Vec<i64> {
        self.touching(claim).filter_map(|one| one.until).collect()
    }

    /// The most that is in use at once within a claim's cells (RULES C2), without the holds that have ended by then.
    pub fn most_at_once(&self, claim: &Claim, ended: i64) -> i64 {
        let mut steps: Vec<(i64, i64)> = Vec::new();
        for one in self.touching(claim).filter(|one| one.until.is_none_or(|until| until > ended)) {
            steps.push((one.cells.start, one.units));
            steps.push((one.cells.end, -one.units));
        }
        // At the same cell what ends goes before what begins: spans are half-open (RULES T5).
        steps.sort_unstable();
        let (mut now, mut most) = (0, 0);
        for (_, units) in steps {
            now += units;
            most = most.max(now);
        }
        most
    }
}

/// One claim for each need, so that all of them fit together.
fn chosen(needs: &[Vec<Claim>], used: &impl Fn(&Claim) -> i64) -> Option<Vec<Claim>> {
    fn next(needs: &[Vec<Claim>], used: &impl Fn(&Claim) -> i64, taken: &mut Vec<Claim>) -> bool {
        let Some((first, rest)) = needs.split_first() else { return true };
        for claim in first {
            let beside: i64 = taken.iter().filter(|one| one.resource == claim.resource).map(|one| one.units).sum();
            if used(claim) + beside + claim.units <= claim.amount {
                taken.push(claim.clone());
                if next(rest, used, taken) {
                    return true;
                }
                taken.pop();
            }
        }
        false
    }
    let mut taken = Vec::new();
    next(needs, used, &mut taken).then_some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn resource(key: &str, amount: i64, each_person: bool) -> Resource {
        Resource { key: key.to_owned(), name: Default::default(), amount, each_person, by_the_day: false, before: 0, after: 0 }
    }

    fn offer() -> Offer {
        serde_json::from_str(
            r#"{"key":"x","kind":"appointment","category":"","title":{},"summary":{},"details":{},"place":{},"bring":null,"photo":"","price":0,
                "bands":[],"age_min":null,"age_max":null,"adult_needed":false,"minutes":60,"policy":null,"options":[],"questions":[],"hours":[],
                "weekly":[],"once":[],"resources":["a"],"step":30,"before":0,"after":15,"notice_minutes":0,"horizon_days":1}"#,
        )
        .unwrap()
    }

    const HOUR: i64 = 3600;

    fn asked(offer: &Offer, from: i64, people: i64) -> Asked<'_> {
        let span = (from * HOUR, (from + 1) * HOUR);
        Asked { time: Time(chrono_tz::UTC), id: OfferId(1), offer, day: Day::parse("1970-01-01").unwrap(), span, people }
    }

    fn used(from: i64, to: i64, units: i64, until: Option<i64>) -> Use {
        Use { cells: from..to, units, until }
    }

    fn busy(uses: Vec<(i64, Vec<Use>)>) -> Busy {
        Busy::new(uses.into_iter().flat_map(|(id, uses)| uses.into_iter().map(move |one| (ResourceId(id), one))), Vec::new())
    }

    #[test]
    fn a_booking_has_all_it_needs_or_nothing_and_two_of_one_group_are_two() {
        let offer = offer();
        let (suite, lin, omar) = (resource("suite", 1, false), resource("lin", 1, false), resource("omar", 1, false));
        let either = vec![(ResourceId(2), &lin), (ResourceId(3), &omar)];
        let needs = [vec![(ResourceId(1), &suite)], either.clone(), either];
        let ids = |found: Found| match found {
            Found::Free(claims) => claims.iter().map(|claim| claim.resource.0).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        assert_eq!(ids(asked(&offer, 10, 2).find(&needs, &Busy::default())), [1, 2, 3]);
        // From 10:00 to 11:00, and a quarter of an hour after.
        let taken = busy(vec![(3, vec![used(120, 135, 1, None)])]);
        assert_eq!(asked(&offer, 10, 2).find(&needs, &taken), Found::Full);
        assert_eq!(asked(&offer, 11, 2).find(&needs, &taken), Found::Full, "its buffer counts");
        assert_eq!(ids(asked(&offer, 12, 2).find(&needs, &taken)), [1, 2, 3]);
        let held = busy(vec![(3, vec![used(120, 135, 1, Some(500))]), (1, vec![used(130, 140, 1, Some(700))])]);
        assert_eq!(asked(&offer, 10, 2).find(&needs, &held), Found::Held(700), "when the last of what stands in the way lapses");
    }

    #[test]
    fn of_what_there_is_much_the_most_simultaneous_use_counts() {
        let mut offer = offer();
        offer.after = 0;
        let kayaks = resource("kayaks", 10, true);
        let needs = [vec![(ResourceId(1), &kayaks)]];
        // Two that do not meet each other, both within the hour.
        let taken = busy(vec![(1, vec![used(120, 126, 6, None), used(126, 132, 7, Some(50))])]);
        let ten = |people| asked(&offer, 10, people);
        assert!(matches!(ten(3).find(&needs, &taken), Found::Free(_)));
        assert_eq!((ten(4).find(&needs, &taken), ten(5).find(&needs, &taken)), (Found::Held(50), Found::Full));
        assert_eq!(ten(1).left(&needs, &taken), 3);
        assert_eq!(ten(11).find(&needs, &Busy::default()), Found::Full);
    }

    #[test]
    fn what_is_counted_by_the_day_is_used_up_by_the_day_and_a_resource_has_minutes_of_its_own() {
        let offer = offer();
        let basket = Resource { by_the_day: true, ..resource("basket", 2, true) };
        assert_eq!(asked(&offer, 10, 1).cells(&basket), 0..288);
        let room = Resource { before: 10, after: 30, ..resource("room", 1, false) };
        assert_eq!(asked(&offer, 10, 1).cells(&room), 118..138, "the longer after counts");
        let closed = Busy { closed: vec![Closed::Resource(ResourceId(1), (10 * HOUR, 11 * HOUR))], ..Busy::default() };
        assert_eq!(asked(&offer, 10, 1).find(&[vec![(ResourceId(1), &room)]], &closed), Found::Closed);
    }

    proptest! {
        #[test]
        fn the_most_at_once_is_what_counting_cell_by_cell_finds(
            uses in prop::collection::vec((0..40i64, 1..20i64, 1..5i64), 0..12), from in 0..50i64, long in 1..12i64,
        ) {
            let uses: Vec<Use> = uses.into_iter().map(|(from, long, units)| used(from, from + long, units, None)).collect();
            let claim = Claim { resource: ResourceId(1), cells: from..from + long, units: 1, amount: 1 };
            let counted = (from..from + long).map(|cell| uses.iter().filter(|one| one.cells.contains(&cell)).map(|one| one.units).sum::<i64>()).max();
            // Of what only touches the span nothing beyond it counts.
            let cut: Vec<Use> = uses
                .iter()
                .map(|one| Use { cells: one.cells.start.max(from)..one.cells.end.min(from + long), ..one.clone() })
                .filter(|one| !one.cells.is_empty())
                .collect();
            prop_assert_eq!(busy(vec![(1, cut)]).most_at_once(&claim, i64::MIN), counted.unwrap_or(0));
            prop_assert_eq!(busy(vec![(1, uses)]).most_at_once(&claim, i64::MIN), counted.unwrap_or(0));
        }
    }
}
