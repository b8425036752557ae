use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// A date of the resort's own calendar. Written `2026-11-21` everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(NaiveDate);

impl Day {
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(year, month, day).map(Day)
    }

    /// Reads `2026-11-21`; years 1970 to 9999.
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if (year.len(), month.len(), day.len()) != (4, 2, 2) || !text.bytes().all(|b| b == b'-' || b.is_ascii_digit()) {
            return None;
        }
        let year = year.parse().ok().filter(|year| *year >= 1970)?;
        Day::new(year, month.parse().ok()?, day.parse().ok()?)
    }

    /// The day so many days after 1970-01-01.
    pub fn since_1970(days: i64) -> Day {
        Day(NaiveDate::default()).plus(days)
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// 1 to 31.
    pub fn of_month(self) -> u32 {
        self.0.day()
    }

    /// Monday is 0, Sunday 6.
    pub fn weekday(self) -> usize {
        self.0.weekday().num_days_from_monday() as usize
    }

    pub fn plus(self, days: i64) -> Day {
        let moved =
            if days < 0 { self.0.checked_sub_days(Days::new(days.unsigned_abs())) } else { self.0.checked_add_days(Days::new(days.unsigned_abs())) };
        Day(moved.unwrap_or(self.0))
    }

    /// How many days after `other` this day comes; negative when before.
    pub fn days_since(self, other: Day) -> i64 {
        self.0.signed_duration_since(other.0).num_days()
    }

    pub fn first_of_month(self) -> Day {
        self.plus(1 - i64::from(self.of_month()))
    }

    pub fn next_month(self) -> Day {
        self.first_of_month().plus(32).first_of_month()
    }

    /// The chrono date, for arithmetic with zones on the server.
    pub fn date(self) -> NaiveDate {
        self.0
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Day {
        Day(date)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.of_month())
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        let text = String::deserialize(deserializer)?;
        Day::parse(&text).ok_or_else(|| de::Error::custom("a day is written 2026-11-21"))
    }
}

/// A time of day on the resort's wall, in minutes after midnight (0 to 1439). Written `07:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WallTime(pub i64);

impl WallTime {
    pub fn parse(text: &str) -> Option<WallTime> {
        let (hours, minutes) = text.split_once(':')?;
        if hours.len() != 2 || minutes.len() != 2 || !(hours.bytes().chain(minutes.bytes())).all(|b| b.is_ascii_digit()) {
            return None;
        }
        let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
        (hours < 24 && minutes < 60).then_some(WallTime(hours * 60 + minutes))
    }
}

/// `450` as "07:30"; minutes past midnight wrap into the next day.
pub fn clock_text(minutes: i64) -> String {
    let minutes = minutes.rem_euclid(1440);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&clock_text(self.0))
    }
}

impl Serialize for WallTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for WallTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<WallTime, D::Error> {
        let text = String::deserialize(deserializer)?;
        WallTime::parse(&text).ok_or_else(|| de::Error::custom("a time is written 07:30"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_strictly_and_written_back() {
        for text in ["2026-11-21", "2028-02-29", "1970-01-01"] {
            assert_eq!(Day::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "2026-02-30", "2026-1-1", "26-01-01", "2026-11-21x", "+026-11-21", "0001-01-01", "2026-11-ٱ1"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn months_follow_one_another() {
        let day = Day::parse("2026-12-31").unwrap();
        assert_eq!(day.next_month().to_string(), "2027-01-01");
        assert_eq!(day.first_of_month().to_string(), "2026-12-01");
        assert_eq!(day.plus(1).days_since(day), 1);
    }

    #[test]
    fn clocks_have_two_digits() {
        assert_eq!(WallTime::parse("07:30"), Some(WallTime(450)));
        for text in ["7:30", "24:00", "12:60", "", "+1:00", "12:3"] {
            assert_eq!(WallTime::parse(text), None, "{text}");
        }
        assert_eq!(clock_text(1500), "01:00");
    }
}
