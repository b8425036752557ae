//! The times of a day at which an appointment can start, and the cells it occupies.
//!
//! Opening hours are wall times, lengths are elapsed time: a massage of 60 minutes lasts 60 minutes also in the
//! night the clocks change (RULES T2 to T4).

use crate::base::{Day, WallTime};
use crate::server::Time;
use std::ops::Range;

/// Minutes of a cell of a resource's day.
pub const CELL: i64 = 5;

/// One stretch of opening hours on a wall; `to` at or before `from` means the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    pub from: WallTime,
    pub to: WallTime,
}

/// A time at which an appointment can start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub wall: WallTime,
    pub starts_at: i64,
    pub ends_at: i64,
}

/// The starts of a day. `open(day)` answers the opening hours that begin on a day; `step` and `minutes` are minutes.
pub fn slots(time: Time, day: Day, open: impl Fn(Day) -> Vec<Open>, step: i64, minutes: i64) -> Vec<Slot> {
    let step = step.max(CELL);
    let mut found = Vec::new();
    for (began, hours) in [-1, 0].into_iter().flat_map(|ahead| open(day.plus(ahead)).into_iter().map(move |hours| (ahead, hours))) {
        let over_midnight = hours.to <= hours.from;
        if began < 0 && !over_midnight {
            continue;
        }
        let closes = time.instant(day.plus(began + i64::from(over_midnight)), hours.to);
        // Hours that began yesterday go on with the same rhythm after midnight.
        let first = if began < 0 { hours.from.0 + ((1440 - hours.from.0) + step - 1) / step * step - 1440 } else { hours.from.0 };
        let mut wall = first;
        while wall < 1440 {
            let at = WallTime(wall);
            wall += step;
            // A time that the clocks jump over is not offered at all.
            if !time.exists(day, at) {
                continue;
            }
            let starts_at = time.instant(day, at);
            let ends_at = starts_at + minutes * 60;
            if ends_at <= closes {
                found.push(Slot { wall: at, starts_at, ends_at });
            }
        }
    }
    found.sort_by_key(|slot| slot.starts_at);
    found.dedup_by_key(|slot| slot.starts_at);
    found
}

/// The cells an appointment occupies on its resource, with the minutes that are needed around it (RULES B1).
pub fn cells(starts_at: i64, ends_at: i64, before: i64, after: i64) -> Range<i64> {
    let cell = CELL * 60;
    let last = ends_at + after * 60;
    (starts_at - before * 60).div_euclid(cell)..(last + cell - 1).div_euclid(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Tz;
    use proptest::prelude::*;

    const ZONES: [Tz; 4] = [chrono_tz::Europe::Berlin, chrono_tz::Australia::Lord_Howe, chrono_tz::America::Santiago, chrono_tz::Africa::Cairo];

    fn walls(zone: Tz, day: &str, from: &str, to: &str, step: i64, minutes: i64) -> Vec<String> {
        let hours = Open { from: WallTime::parse(from).unwrap(), to: WallTime::parse(to).unwrap() };
        slots(Time(zone), Day::parse(day).unwrap(), |_| vec![hours], step, minutes).iter().map(|slot| slot.wall.to_string()).collect()
    }

    #[test]
    fn an_hour_that_does_not_exist_is_not_offered() {
        assert_eq!(walls(chrono_tz::Europe::Berlin, "2026-03-29", "01:00", "05:00", 60, 60), ["01:00", "03:00", "04:00"]);
        // Two hours of opening on the wall, one and a half in truth.
        assert_eq!(walls(chrono_tz::Australia::Lord_Howe, "2026-10-04", "01:30", "03:30", 30, 60), ["01:30", "02:30"]);
        assert_eq!(walls(chrono_tz::America::Santiago, "2026-09-06", "00:00", "03:00", 60, 60), ["01:00", "02:00"]);
    }

    #[test]
    fn a_doubled_hour_is_offered_once_and_leaves_more_room() {
        assert_eq!(walls(chrono_tz::Europe::Berlin, "2026-10-25", "01:00", "04:00", 60, 60), ["01:00", "02:00", "03:00"]);
        let hours = |_| vec![Open { from: WallTime(60), to: WallTime(240) }];
        let found = slots(Time(chrono_tz::Europe::Berlin), Day::parse("2026-10-25").unwrap(), hours, 60, 120);
        assert_eq!(found.iter().map(|slot| slot.wall.to_string()).collect::<Vec<_>>(), ["01:00", "02:00"]);
        assert!(found.iter().all(|slot| slot.ends_at - slot.starts_at == 7200));
    }

    #[test]
    fn hours_over_midnight_belong_to_the_day_on_which_each_time_begins() {
        let day = Day::parse("2026-11-21").unwrap();
        let hours = move |asked: Day| if asked == day { vec![Open { from: WallTime(22 * 60), to: WallTime(90) }] } else { vec![] };
        let time = Time(chrono_tz::Africa::Cairo);
        let walls = |day| slots(time, day, hours, 50, 30).iter().map(|slot| slot.wall.to_string()).collect::<Vec<_>>();
        assert_eq!(walls(day), ["22:00", "22:50", "23:40"]);
        assert_eq!(walls(day.plus(1)), ["00:30"]);
    }

    #[test]
    fn neighbours_share_no_cell_and_buffers_are_occupied() {
        assert_eq!(cells(3600, 7200, 0, 0), 12..24);
        assert_eq!(cells(7200, 10_800, 0, 0).start, 24);
        assert_eq!(cells(3600, 7200, 10, 15), 10..27);
    }

    proptest! {
        #[test]
        fn every_offered_time_exists_lasts_and_lies_within_the_hours(
            zone in 0..4usize, ahead in 0..366i64, from in 0..1440i64, to in 0..1440i64, step in 1..24i64, minutes in 1..30i64,
        ) {
            let (time, step, minutes) = (Time(ZONES[zone]), step * 5, minutes * 5);
            let day = Day::parse("2026-01-01").unwrap().plus(ahead);
            let hours = Open { from: WallTime(from), to: WallTime(to) };
            let found = slots(time, day, |_| vec![hours], step, minutes);
            for slot in &found {
                prop_assert!(time.exists(day, slot.wall));
                prop_assert_eq!(time.day(slot.starts_at), day);
                prop_assert_eq!(time.wall(slot.starts_at), slot.wall);
                prop_assert_eq!(slot.ends_at - slot.starts_at, minutes * 60);
                let inside = [-1, 0].into_iter().any(|began| {
                    let opens = time.instant(day.plus(began), hours.from);
                    let closes = time.instant(day.plus(began + i64::from(hours.to <= hours.from)), hours.to);
                    slot.starts_at >= opens && slot.ends_at <= closes
                });
                prop_assert!(inside);
            }
            prop_assert!(found.windows(2).all(|pair| pair[0].starts_at < pair[1].starts_at));
        }

        #[test]
        fn two_appointments_share_a_cell_exactly_when_they_overlap_with_their_buffers(
            a in 0..200i64, a_long in 1..30i64, b in 0..200i64, b_long in 1..30i64, before in 0..6i64, after in 0..6i64,
        ) {
            let unit = CELL * 60;
            let of = |start: i64, long: i64| (start * unit, (start + long) * unit);
            let (first, second) = (of(a, a_long), of(b, b_long));
            let (one, two) = (cells(first.0, first.1, before * CELL, after * CELL), cells(second.0, second.1, before * CELL, after * CELL));
            let shared = one.start < two.end && two.start < one.end;
            let wide = |slot: (i64, i64)| (slot.0 - before * unit, slot.1 + after * unit);
            prop_assert_eq!(shared, crate::booking::rules::time::overlaps(wide(first), wide(second)));
        }
    }
}
