//! Days as people say them. The names are sentences too (`locales/*/calendar.ftl`), lists parted by `|`.

use super::Words;
use crate::base::Day;

impl Words {
    /// "Saturday, 21 November"
    pub fn day_long(self, day: Day) -> String {
        self.calendar_day_long(&day.of_month().to_string(), self.month_of(day), self.weekday(day)).bare()
    }

    /// "Saturday, 21 November 2026"
    pub fn day_full(self, day: Day) -> String {
        self.calendar_day_full(&day.of_month().to_string(), self.month_of(day), self.weekday(day), &day.year().to_string()).bare()
    }

    /// "Sat 21 Nov"
    pub fn day_short(self, day: Day) -> String {
        self.calendar_day_short(&day.of_month().to_string(), pick(self.calendar_months_short(), day.month() as usize - 1), self.weekday_short(day))
            .bare()
    }

    /// "21 November"
    pub fn day_and_month(self, day: Day) -> String {
        self.calendar_day_month(&day.of_month().to_string(), self.month_of(day)).bare()
    }

    /// "November 2026"
    pub fn month_and_year(self, day: Day) -> String {
        self.calendar_month_year(pick(self.calendar_months(), day.month() as usize - 1), &day.year().to_string()).bare()
    }

    /// "Saturday"
    pub fn weekday(self, day: Day) -> &'static str {
        pick(self.calendar_weekdays(), day.weekday())
    }

    /// "Sat"
    pub fn weekday_short(self, day: Day) -> &'static str {
        pick(self.calendar_weekdays_short(), day.weekday())
    }

    /// "Today", "Tomorrow", "Yesterday", or the day itself.
    pub fn day_near(self, day: Day, today: Day) -> String {
        match day.days_since(today) {
            0 => self.calendar_today().to_owned(),
            1 => self.calendar_tomorrow().to_owned(),
            -1 => self.calendar_yesterday().to_owned(),
            _ => self.day_long(day),
        }
    }

    /// A stretch of minutes: "45 min", "2 h", "1 h 30 min".
    pub fn minutes(self, minutes: i64) -> String {
        match (minutes / 60, minutes % 60) {
            (0, m) => self.calendar_minutes(&m.to_string()).bare(),
            (h, 0) => self.calendar_hours(&h.to_string()).bare(),
            (h, m) => self.calendar_hours_minutes(&h.to_string(), &m.to_string()).bare(),
        }
    }

    fn month_of(self, day: Day) -> &'static str {
        pick(self.calendar_months_of(), day.month() as usize - 1)
    }
}

fn pick(list: &'static str, index: usize) -> &'static str {
    list.split('|').nth(index).unwrap_or_default()
}

/// Dates need no isolation: their parts are all of the page's own language.
trait Bare {
    fn bare(self) -> String;
}

impl Bare for String {
    fn bare(self) -> String {
        if self.contains('\u{2068}') { self.replace(['\u{2068}', '\u{2069}'], "") } else { self }
    }
}
