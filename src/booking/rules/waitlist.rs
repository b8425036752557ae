//! The waitlist: when somebody may be asked, how long an offer waits for its answer, who shares a place in the line.

use super::time::hold_until;
use crate::base::{GuestId, WallTime};
use crate::server::Time;

/// The least time somebody has between being told of a place and its start, in minutes.
pub const SOONEST: i64 = 10;
/// How many lines a stay may stand in at a time.
pub const MOST_LINES: i64 = 10;

/// The hours in which nobody is told of a place, on the resort's wall; none when both are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    pub from: WallTime,
    pub to: WallTime,
}

impl Quiet {
    /// Those of the resort.
    #[cfg(feature = "ssr")]
    pub fn of(shelf: &crate::catalog::shelf::Shelf) -> Quiet {
        Quiet { from: shelf.resort.quiet_from, to: shelf.resort.quiet_to }
    }
}

/// When somebody can be told who is to be told now: at once, or when the quiet hours end (RULES W7, N3). Their last
/// minute is the one before `to`.
pub fn awake(time: Time, quiet: Quiet, now: i64) -> i64 {
    let (wall, day) = (time.wall(now).0, time.day(now));
    let (from, to) = (quiet.from.0, quiet.to.0);
    let asleep = if from <= to { (from..to).contains(&wall) } else { wall >= from || wall < to };
    if !asleep {
        return now;
    }
    let day = if wall < to { day } else { day.plus(1) };
    // An hour that the clocks repeat may lie between; never earlier than now.
    time.instant(day, quiet.to).max(now)
}

/// Until when an offer waits for its answer, or nothing when there is no time left to answer. It is told at `asked_at`.
pub fn offer_until(asked_at: i64, minutes: i64, starts_at: i64) -> Option<i64> {
    (starts_at - asked_at >= SOONEST * 60).then(|| hold_until(asked_at, minutes, starts_at))
}

/// The people of an entry as the database keeps them: in order, each once.
pub fn whom(guests: &[GuestId]) -> String {
    let mut ids: Vec<i64> = guests.iter().map(|guest| guest.0).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.iter().map(i64::to_string).collect::<Vec<_>>().join(",")
}

/// And back.
pub fn guests(whom: &str) -> Vec<GuestId> {
    whom.split(',').filter_map(|id| id.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Day;
    use proptest::prelude::*;

    const NIGHT: Quiet = Quiet { from: WallTime(22 * 60), to: WallTime(8 * 60) };
    const ZONES: [chrono_tz::Tz; 4] =
        [chrono_tz::Africa::Cairo, chrono_tz::Australia::Lord_Howe, chrono_tz::Asia::Beirut, chrono_tz::America::Santiago];

    #[test]
    fn nobody_is_woken() {
        let time = Time(chrono_tz::Africa::Cairo);
        let day = Day::parse("2026-11-21").unwrap();
        let at = |day: Day, wall: &str| time.instant(day, WallTime::parse(wall).unwrap());
        let asked = |wall: &str| awake(time, NIGHT, at(day, wall));
        assert_eq!(asked("21:59"), at(day, "21:59"));
        assert_eq!(asked("22:00"), at(day.plus(1), "08:00"));
        assert_eq!(asked("23:30"), at(day.plus(1), "08:00"));
        assert_eq!(asked("07:59"), at(day, "08:00"));
        assert_eq!(asked("08:00"), at(day, "08:00"));
        let never = Quiet { from: WallTime(0), to: WallTime(0) };
        assert_eq!(awake(time, never, at(day, "03:00")), at(day, "03:00"));
        let siesta = Quiet { from: WallTime(13 * 60), to: WallTime(15 * 60) };
        assert_eq!(awake(time, siesta, at(day, "13:30")), at(day, "15:00"));
        assert_eq!(awake(time, siesta, at(day, "12:59")), at(day, "12:59"));
    }

    #[test]
    fn an_offer_leaves_time_to_answer() {
        assert_eq!(offer_until(0, 30, 100_000), Some(1800));
        assert_eq!([599, 600, 601].map(|start| offer_until(0, 30, start)), [None, Some(600), Some(601)]);
    }

    #[test]
    fn people_are_the_same_in_any_order() {
        let ids = [7, 12, 7, 3].map(GuestId);
        assert_eq!(whom(&ids), "3,7,12");
        assert_eq!(guests("3,7,12"), [3, 7, 12].map(GuestId));
        assert_eq!(guests(""), []);
    }

    proptest! {
        #[test]
        fn whoever_is_told_is_told_by_day_and_within_a_day(zone in 0..4usize, now in 1_700_000_000..1_800_000_000i64, from in 0..1440i64, to in 0..1440i64) {
            let (time, quiet) = (Time(ZONES[zone]), Quiet { from: WallTime(from), to: WallTime(to) });
            let told = awake(time, quiet, now);
            prop_assert!(told >= now && told - now <= 26 * 3600);
            // What is told later is told at the minute the quiet ends, or the first that exists after it.
            prop_assert!(told == now || time.wall(told).0 == to || !time.exists(time.day(told), WallTime(to)) || time.wall(told).0 < to);
        }
    }
}
