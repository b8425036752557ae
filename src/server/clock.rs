//! The clock is handed in, never read from the system elsewhere: tests move it.

use crate::base::{Day, WallTime};
use chrono::{DateTime, LocalResult, NaiveDateTime, Offset, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Where "now" comes from.
#[derive(Clone, Default)]
pub struct WallClock {
    /// Seconds that a test has put the clock ahead of the system's.
    ahead: Arc<AtomicI64>,
    /// The system's second at which a test has stopped the clock; 0 while it goes.
    stopped: Arc<AtomicI64>,
}

impl WallClock {
    /// Seconds since 1970-01-01 UTC.
    pub fn now(&self) -> i64 {
        let here = match self.stopped.load(Ordering::Relaxed) {
            0 => WallClock::system(),
            at => at,
        };
        here + self.ahead.load(Ordering::Relaxed)
    }

    #[allow(clippy::disallowed_methods, reason = "the one place that reads the system's clock")]
    fn system() -> i64 {
        Utc::now().timestamp()
    }

    /// Stops the clock, so that a test meets a deadline to the second; from now on only [`WallClock::advance`] moves it.
    pub fn stop(&self) {
        self.stopped.store(WallClock::system(), Ordering::Relaxed);
    }

    /// Puts the clock ahead by so many seconds more; negative puts it back.
    pub fn advance(&self, seconds: i64) {
        self.ahead.fetch_add(seconds, Ordering::Relaxed);
    }
}

/// The resort's time zone, and what can be asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time(pub Tz);

impl Time {
    /// The IANA name.
    pub fn zone(self) -> &'static str {
        self.0.name()
    }

    /// The instant of a wall time. One that does not exist (spring) moves to the first valid minute; one that occurs
    /// twice (autumn) means the first (RULES T3).
    pub fn instant(self, day: Day, at: WallTime) -> i64 {
        let mut wall = day.date().and_time(chrono::NaiveTime::default()) + chrono::Duration::minutes(at.0);
        for _ in 0..=1440 {
            match self.0.from_local_datetime(&wall) {
                LocalResult::Single(time) | LocalResult::Ambiguous(time, _) => return time.timestamp(),
                LocalResult::None => wall += chrono::Duration::minutes(1),
            }
        }
        wall.and_utc().timestamp()
    }

    /// Whether the wall time exists on that day.
    pub fn exists(self, day: Day, at: WallTime) -> bool {
        let wall = day.date().and_time(chrono::NaiveTime::default()) + chrono::Duration::minutes(at.0);
        !matches!(self.0.from_local_datetime(&wall), LocalResult::None)
    }

    /// The resort's calendar day of an instant.
    pub fn day(self, instant: i64) -> Day {
        Day::from(self.local(instant).date())
    }

    /// The time on the resort's wall at an instant.
    pub fn wall(self, instant: i64) -> WallTime {
        let local = self.local(instant);
        WallTime(i64::from(local.hour()) * 60 + i64::from(local.minute()))
    }

    /// Minutes that the resort's clock is ahead of UTC at an instant.
    pub fn offset_minutes(self, instant: i64) -> i64 {
        let utc = DateTime::from_timestamp(instant, 0).unwrap_or_default().naive_utc();
        i64::from(self.0.offset_from_utc_datetime(&utc).fix().local_minus_utc()) / 60
    }

    fn local(self, instant: i64) -> NaiveDateTime {
        let utc = DateTime::from_timestamp(instant, 0).unwrap_or_default();
        utc.with_timezone(&self.0).naive_local()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(zone: Tz, day: &str, time: &str) -> i64 {
        Time(zone).instant(Day::parse(day).unwrap(), WallTime::parse(time).unwrap())
    }

    #[test]
    fn a_missing_hour_moves_to_the_first_valid_minute() {
        let zone = chrono_tz::Europe::Berlin;
        assert_eq!(at(zone, "2026-03-29", "02:30"), at(zone, "2026-03-29", "03:00"));
        assert!(!Time(zone).exists(Day::parse("2026-03-29").unwrap(), WallTime(150)));
        let howe = chrono_tz::Australia::Lord_Howe;
        assert_eq!(at(howe, "2026-10-04", "02:15"), at(howe, "2026-10-04", "02:30"));
    }

    #[test]
    fn a_doubled_hour_means_the_first() {
        let zone = chrono_tz::Europe::Berlin;
        assert_eq!(at(zone, "2026-10-25", "02:30") + 2 * 3600, at(zone, "2026-10-25", "03:30"));
        let howe = chrono_tz::Australia::Lord_Howe;
        assert_eq!(at(howe, "2026-04-05", "01:45") + 3600, at(howe, "2026-04-05", "02:15"));
    }

    #[test]
    fn midnight_itself_may_be_missing() {
        let zone = chrono_tz::America::Santiago;
        let first = at(zone, "2026-09-06", "00:00");
        assert_eq!(first, at(zone, "2026-09-06", "01:00"));
        assert_eq!(Time(zone).wall(first).to_string(), "01:00");
        assert_eq!(Time(zone).day(first).to_string(), "2026-09-06");
    }
}
