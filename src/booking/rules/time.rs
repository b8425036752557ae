//! Time: what overlaps, how long a hold lasts, from when and until when something can be booked.
//!
//! Instants are seconds since 1970 UTC. The second of a deadline is always inside it (RULES T10).

use crate::base::Day;
use crate::booking::SlotState;
use crate::catalog::{NoShow, Policy, rules};

/// The one overlap predicate: intervals are half-open, so that back-to-back does not clash (RULES T5).
pub fn overlaps(a: (i64, i64), b: (i64, i64)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// Whether a hold still waits for its guest. The last second counts.
pub fn is_live(hold_until: i64, now: i64) -> bool {
    hold_until >= now
}

/// Until when a hold made now lasts: never beyond the start of what it holds.
pub fn hold_until(now: i64, minutes: i64, starts_at: i64) -> i64 {
    (now + minutes * 60).min(starts_at.max(now))
}

/// How much longer the places of a hold wait once somebody pays for it, and after an attempt that did not work, in seconds.
const PAYING: i64 = 10 * 60;

/// Until when a hold lasts that somebody pays for now: what it has left, or ten minutes; never beyond the start (RULES H4,
/// H6).
pub fn pay_until(now: i64, until: i64, starts_at: i64) -> i64 {
    until.max((now + PAYING).min(starts_at))
}

/// Until when places wait for the money of a bill that the desk sends: so many hours, never beyond the start, and never
/// shorter than they would wait anyway (RULES H13).
pub fn invoice_until(now: i64, until: i64, hours: i64, starts_at: i64) -> i64 {
    until.max((now + hours * 3600).min(starts_at))
}

/// How many holds a stay may have at a time (RULES H8).
pub const MOST_HOLDS: usize = 5;

/// How many seconds to wait before the next hold, given when the last ones were made, the latest first, and how many are
/// allowed within a minute; 0: any number.
pub fn hold_wait(made: &[i64], a_minute: usize, now: i64) -> Option<i64> {
    let oldest = made.get(a_minute.checked_sub(1)?)?;
    Some(oldest + 60 - now).filter(|wait| *wait > 0)
}

/// Whether a ticket lets somebody in now: all through its day; what goes on after midnight, until it ends. The same
/// rule for looking at a ticket and for the scan.
pub fn admits(today: Day, now: i64, day: Day, (starts_at, ends_at): (i64, i64)) -> bool {
    day == today || (starts_at..ends_at).contains(&now)
}

/// How long after the start somebody may still come before it can be said that they did not, in seconds.
pub const GRACE: i64 = 15 * 60;

/// Whether it can be said by now that somebody did not come (RULES K8); exactly at the end of the grace it can.
pub fn may_be_missed(now: i64, starts_at: i64) -> bool {
    now >= starts_at + GRACE
}

/// What decides whether a time is on sale to a stay.
#[derive(Clone, Copy, Debug)]
pub struct Sale {
    pub now: i64,
    pub today: Day,
    /// The latest moment to book, in minutes before the start.
    pub notice_minutes: i64,
    pub horizon_days: i64,
    /// Days of arrival and departure, when somebody is signed in.
    pub stay: Option<(Day, Day)>,
}

/// Why a time cannot be booked by anybody, or not by this stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OffSale {
    Past,
    TooLate,
    TooEarly(Day),
    BeforeArrival,
    AfterDeparture,
}

impl Sale {
    /// The same rule for the list and for the write (RULES T11).
    pub fn check(&self, day: Day, starts_at: i64) -> Result<(), OffSale> {
        if self.now > starts_at {
            return Err(OffSale::Past);
        }
        if self.now > starts_at - self.notice_minutes * 60 {
            return Err(OffSale::TooLate);
        }
        match self.stay {
            Some((arrives, _)) if day < arrives => return Err(OffSale::BeforeArrival),
            Some((_, departs)) if day > departs => return Err(OffSale::AfterDeparture),
            _ => {}
        }
        let opens = day.plus(-self.horizon_days);
        if self.today < opens { Err(OffSale::TooEarly(opens)) } else { Ok(()) }
    }
}

impl From<OffSale> for SlotState {
    fn from(why: OffSale) -> SlotState {
        match why {
            OffSale::Past => SlotState::Over,
            OffSale::TooLate => SlotState::TooLate,
            OffSale::TooEarly(day) => SlotState::TooEarly(day),
            OffSale::BeforeArrival => SlotState::BeforeArrival,
            OffSale::AfterDeparture => SlotState::AfterDeparture,
        }
    }
}

/// When the guest is reminded: an hour before the start; when that is too near, a quarter of an hour; else never.
pub fn reminder(now: i64, starts_at: i64) -> Option<i64> {
    [60, 15].into_iter().map(|minutes| starts_at - minutes * 60).find(|at| *at > now)
}

/// What holds when an offer names no policy: free until the start, nothing back after it (RULES X15).
pub const NO_POLICY: Policy =
    Policy { free_until_minutes: 0, late_percent: 0, started_percent: 100, no_show: NoShow::Refund, guarantee_days: 0, deposit: false };

/// What comes back of an amount for somebody who does not come; `kept` of it is what giving it back at the start would keep
/// (RULES K9).
pub fn back_when_missed(policy: &Policy, amount: i64, kept: i64) -> i64 {
    match policy.no_show {
        NoShow::Refund => amount,
        NoShow::Policy => amount - kept,
        NoShow::Keep => 0,
    }
}

/// How long what goes back to a card for somebody who did not come waits before it is sent, in seconds: until then that can
/// be taken back whole.
pub const SECOND_THOUGHTS: i64 = 3600;

/// The last day on which the guest may ask for the money back for something that took place on this one; nothing when the
/// resort has not promised that.
pub fn guaranteed_until(policy: &Policy, day: Day) -> Option<Day> {
    (policy.guarantee_days > 0).then(|| day.plus(policy.guarantee_days))
}

/// Whether the money may be asked back for something by now: once it is over, or somebody has been let in to what has begun;
/// up to the end of the last day (RULES X13, T4). `when` is its day, its start and its end.
pub fn may_ask_back(policy: &Policy, when: (Day, i64, i64), anybody_in: bool, today: Day, now: i64) -> bool {
    let (day, starts_at, ends_at) = when;
    let took_place = now >= ends_at || (anybody_in && now >= starts_at);
    took_place && guaranteed_until(policy, day).is_some_and(|until| today <= until)
}

/// What is kept of an amount when it is given back now.
pub fn fee(policy: &Policy, amount: i64, fee_from: i64, now: i64) -> i64 {
    rules::fee(policy, amount, fee_from - now)
}

/// Whether a booking may still move: only while giving it back would cost nothing, and before it begins (RULES S4).
pub fn may_move(policy: &Policy, starts_at: i64, fee_from: i64, now: i64) -> bool {
    now <= starts_at && rules::percent_kept(policy, fee_from.min(starts_at) - now) == 0
}

/// The start that the fee is counted from after a move. Within the penalty zone the earlier of both, so that moving
/// is no way around a fee; outside of it the new time alone (RULES S5).
pub fn fee_from(policy: &Policy, old: i64, new: i64, now: i64) -> i64 {
    if rules::percent_kept(policy, old - now) == 0 { new } else { old.min(new) }
}

/// The last second at which it can be given back for nothing, if there is one left.
pub fn free_until(policy: &Policy, fee_from: i64, now: i64) -> Option<i64> {
    if policy.late_percent == 0 && policy.started_percent == 0 {
        return Some(fee_from).filter(|until| *until >= now);
    }
    let free = if policy.late_percent == 0 { fee_from } else { fee_from - policy.free_until_minutes * 60 };
    (free >= now).then_some(free)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DAY: &str = "2026-11-21";

    fn sale(now: i64, notice_minutes: i64, horizon_days: i64) -> Sale {
        let today = Day::parse(DAY).unwrap();
        Sale { now, today, notice_minutes, horizon_days, stay: Some((today, today.plus(5))) }
    }

    #[test]
    fn a_hold_lives_through_its_last_second() {
        assert_eq!([-1, 0, 1].map(|late| is_live(1000, 1000 + late)), [true, true, false]);
        assert_eq!(hold_until(1000, 15, 100_000), 1900);
        assert_eq!(hold_until(1000, 15, 1200), 1200);
        assert_eq!(hold_until(1000, 15, 1000), 1000);
    }

    #[test]
    fn a_ticket_is_good_all_day_and_after_midnight_until_the_end() {
        let day = Day::parse(DAY).unwrap();
        let time = (86_000, 90_000);
        assert!(admits(day, 0, day, time) && admits(day, 100_000, day, time));
        assert_eq!([85_999, 86_000, 89_999, 90_000].map(|now| admits(day.plus(1), now, day, time)), [false, true, true, false]);
    }

    #[test]
    fn the_latest_moment_to_book_is_inside() {
        let day = Day::parse(DAY).unwrap();
        let start = 100_000;
        assert_eq!([-1, 0, 1].map(|late| sale(start - 3600 + late, 60, 10).check(day, start)), [Ok(()), Ok(()), Err(OffSale::TooLate)]);
        assert_eq!([-1, 0, 1].map(|late| sale(start + late, 0, 10).check(day, start)), [Ok(()), Ok(()), Err(OffSale::Past)]);
    }

    #[test]
    fn days_outside_the_stay_or_too_far_ahead_are_not_sold() {
        let day = Day::parse(DAY).unwrap();
        let start = 100_000;
        assert_eq!(sale(0, 0, 3).check(day.plus(3), start), Ok(()));
        assert_eq!(sale(0, 0, 3).check(day.plus(4), start), Err(OffSale::TooEarly(day.plus(1))));
        assert_eq!(sale(0, 0, 60).check(day.plus(6), start), Err(OffSale::AfterDeparture));
        assert_eq!(sale(0, 0, 60).check(day.plus(-1), start), Err(OffSale::BeforeArrival));
    }

    #[test]
    fn a_reminder_comes_an_hour_before_or_a_quarter() {
        assert_eq!(reminder(0, 7200), Some(3600));
        assert_eq!(reminder(0, 3600), Some(2700));
        assert_eq!(reminder(0, 900), None);
    }

    #[test]
    fn moving_is_no_way_around_a_fee() {
        let policy =
            Policy { free_until_minutes: 120, late_percent: 50, started_percent: 100, no_show: NoShow::Refund, guarantee_days: 0, deposit: false };
        let start = 100_000;
        assert_eq!([-1, 0, 1].map(|late| may_move(&policy, start, start, start - 7200 + late)), [true, true, false]);
        assert_eq!(fee_from(&policy, start, start + 86_400, start - 8000), start + 86_400);
        assert_eq!(fee_from(&policy, start, start + 86_400, start - 100), start);
        assert_eq!(free_until(&policy, start, 0), Some(start - 7200));
        assert_eq!(free_until(&policy, start, start - 7199), None);
        assert_eq!(free_until(&NO_POLICY, start, 0), Some(start));
    }

    #[test]
    fn who_does_not_come_has_back_what_the_policy_says() {
        let of = |no_show| Policy { free_until_minutes: 120, late_percent: 50, started_percent: 100, no_show, guarantee_days: 3, deposit: false };
        let back = |no_show| back_when_missed(&of(no_show), 1801, fee(&of(no_show), 1801, 100_000, 100_000));
        assert_eq!([NoShow::Refund, NoShow::Policy, NoShow::Keep].map(back), [1801, 900, 0], "the start itself is late, not begun");
        let day = Day::parse(DAY).unwrap();
        assert_eq!(guaranteed_until(&of(NoShow::Keep), day), Some(day.plus(3)));
        assert_eq!(guaranteed_until(&NO_POLICY, day), None);
        let policy = of(NoShow::Keep);
        let ask = |inside, today, now| may_ask_back(&policy, (day, 1000, 2000), inside, day.plus(today), now);
        assert_eq!(
            [999, 1000, 1999, 2000].map(|now| (ask(true, 0, now), ask(false, 0, now))),
            [(false, false), (true, false), (true, false), (true, true)]
        );
        assert_eq!([3, 4].map(|today| ask(false, today, 400_000)), [true, false], "the last day is inside");
        assert!(!may_ask_back(&NO_POLICY, (day, 1000, 2000), true, day, 3000));
    }

    proptest! {
        #[test]
        fn overlap_is_symmetric_and_half_open(a in 0..100i64, a_long in 1..50i64, b in 0..100i64, b_long in 1..50i64) {
            let (first, second) = ((a, a + a_long), (b, b + b_long));
            let shared = (a..a + a_long).any(|second| (b..b + b_long).contains(&second));
            prop_assert_eq!(overlaps(first, second), shared);
            prop_assert_eq!(overlaps(first, second), overlaps(second, first));
            prop_assert!(!overlaps(first, (first.1, first.1 + b_long)));
        }

        #[test]
        fn a_hold_lives_from_its_making_to_its_deadline_and_never_again(
            now in 0..1_000_000i64, minutes in 1..60i64, ahead in -100..10_000i64, later in prop::collection::vec(0..2_000i64, 1..20),
        ) {
            let until = hold_until(now, minutes, now + ahead);
            prop_assert!(is_live(until, now), "whoever holds has at least this second");
            prop_assert!(until <= now + minutes * 60 && until <= (now + ahead).max(now));
            prop_assert!(until == now + minutes * 60 || until == (now + ahead).max(now), "it is cut short only by the start");
            let mut clock = now;
            let mut lived = true;
            for step in later {
                clock += step;
                prop_assert_eq!(is_live(until, clock), clock <= until);
                prop_assert!(lived || !is_live(until, clock), "what ran out never comes back");
                lived = is_live(until, clock);
            }
        }

        #[test]
        fn however_it_is_tried_no_minute_sees_more_holds_than_allowed(tries in prop::collection::vec(0..20i64, 1..120), allowed in 1..15usize) {
            let (mut made, mut now) = (Vec::new(), 0);
            for pause in tries {
                now += pause;
                match hold_wait(&made, allowed, now) {
                    None => made.insert(0, now),
                    Some(wait) => {
                        prop_assert!((1..=60).contains(&wait));
                        prop_assert_eq!(hold_wait(&made, allowed, now + wait), None, "who waits as long as was said may go on");
                    }
                }
                prop_assert!(made.iter().filter(|at| **at > now - 60).count() <= allowed);
                prop_assert_eq!(hold_wait(&made, 0, now), None);
            }
        }

        #[test]
        fn until_it_is_said_to_be_free_it_costs_nothing(
            free in 0..3000i64, late in 0..100i64, started in 0..100i64, start in 0..1_000_000i64, now in 0..1_000_000i64,
        ) {
            let policy = Policy { free_until_minutes: free, late_percent: late, started_percent: started, no_show: NoShow::Refund, guarantee_days: 0, deposit: false };
            match free_until(&policy, start, now) {
                Some(until) => {
                    prop_assert_eq!(fee(&policy, 10_000, start, now), 0);
                    prop_assert_eq!(fee(&policy, 10_000, start, until), 0);
                }
                None => prop_assert!(now > start || fee(&policy, 10_000, start, now) > 0),
            }
        }
    }
}
