//! Days by a rule of iCalendar's (RFC 5545). Only days: the time on the wall is the offer's, and is put on each day in the
//! resort's zone (RULES T2).

use crate::base::Day;
use chrono::TimeZone;
use rrule::{Frequency, RRule, RRuleError, RRuleSet, Tz, Unvalidated};

/// More days than that a rule does not name in the weeks that are laid out.
const MOST: u16 = 400;

/// Why a rule cannot be used, in words for whoever wrote it; nothing when it can.
pub fn problem(rule: &str, from: Day) -> Option<String> {
    let read: RRule<Unvalidated> = match rule.parse() {
        Ok(read) => read,
        Err(error) => return Some(format!("is not a rule of iCalendar's: {error}")),
    };
    let of_days = matches!(read.get_freq(), Frequency::Yearly | Frequency::Monthly | Frequency::Weekly | Frequency::Daily);
    if !of_days || !read.get_by_hour().is_empty() || !read.get_by_minute().is_empty() || !read.get_by_second().is_empty() {
        return Some("names times within a day; the time stands in `at`".to_owned());
    }
    match set(rule, from) {
        Ok(_) => None,
        Err(error) => Some(format!("cannot be used: {error}; an UNTIL is written like 20261231T000000Z")),
    }
}

/// The days that a rule names from one to before another.
pub fn days(rule: &str, counted_from: Day, (from, to): (Day, Day)) -> Vec<Day> {
    let midnight = |day: Day| Tz::UTC.from_utc_datetime(&day.date().and_time(chrono::NaiveTime::MIN));
    let Ok(set) = set(rule, counted_from) else { return Vec::new() };
    // Both ends belong to what the crate looks through.
    let found = set.after(midnight(from)).before(midnight(to.plus(-1))).all(MOST);
    let mut days: Vec<Day> = found.dates.into_iter().map(|at| Day::from(at.date_naive())).collect();
    days.dedup();
    days
}

fn set(rule: &str, from: Day) -> Result<RRuleSet, RRuleError> {
    let day = from.to_string().replace('-', "");
    format!("DTSTART:{day}T000000Z\nRRULE:{rule}").parse()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(rule: &str, from: &str, between: (&str, &str)) -> Vec<String> {
        let day = |text: &str| Day::parse(text).unwrap();
        days(rule, day(from), (day(between.0), day(between.1))).iter().map(Day::to_string).collect()
    }

    #[test]
    fn the_first_saturday_and_every_other_tuesday() {
        assert_eq!(named("FREQ=MONTHLY;BYDAY=1SA", "2026-11-01", ("2026-11-22", "2027-02-06")), ["2026-12-05", "2027-01-02"]);
        assert_eq!(named("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-03", ("2026-11-17", "2026-12-02")), ["2026-11-17", "2026-12-01"]);
        assert_eq!(named("FREQ=DAILY;COUNT=3", "2026-11-22", ("2026-11-20", "2026-12-31")), ["2026-11-22", "2026-11-23", "2026-11-24"]);
    }

    #[test]
    fn a_rule_of_old_still_names_days_and_one_that_never_falls_comes_to_an_end() {
        assert_eq!(named("FREQ=DAILY", "2006-11-01", ("2026-11-20", "2026-11-22")), ["2026-11-20", "2026-11-21"]);
        assert!(named("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-11-01", ("2026-11-20", "2027-11-20")).is_empty());
    }

    #[test]
    fn a_rule_of_hours_or_of_nonsense_is_refused() {
        let from = Day::parse("2026-11-01").unwrap();
        assert_eq!(problem("FREQ=MONTHLY;BYDAY=1SA", from), None);
        assert_eq!(problem("FREQ=DAILY;UNTIL=20261231T000000Z", from), None);
        for rule in ["", "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=3", "every Saturday", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;UNTIL=20251231T000000Z"] {
            assert!(problem(rule, from).is_some(), "{rule}");
        }
    }
}
