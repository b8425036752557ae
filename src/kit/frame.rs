//! What every page knows from the start: who looks at it, in which language, on which day of the resort. The front
//! door makes it once per request; the server draws with it and the browser reads the same copy before hydration.

use super::use_clock;
use crate::base::{Day, Fault, Lang};
use crate::words::{Coin, Words};
use leptos::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    pub lang: Lang,
    /// The languages the resort offers, in its order.
    pub languages: Vec<Lang>,
    /// The resort's name, in the page's language.
    pub resort: String,
    /// Address of the resort's mark.
    pub logo: String,
    /// The desk, as dialled.
    pub phone: String,
    pub coin: Coin,
    /// IANA name of the resort's time zone.
    pub zone: String,
    /// Minutes that the resort's clock is ahead of UTC now.
    pub offset_minutes: i64,
    /// Seconds since 1970 UTC when the page was drawn.
    pub now: i64,
    pub today: Day,
    /// Notices not read yet.
    pub unread: i64,
    /// This page belongs to the console.
    pub console: bool,
    pub me: Option<Me>,
    pub staff: Option<Colleague>,
}

/// The signed-in guest, as far as every page needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Me {
    pub name: String,
    pub arrives: Day,
    pub departs: Day,
    /// The stay is over: everything can be read, nothing changed.
    pub read_only: bool,
}

/// The signed-in member of staff.
#[derive(Clone, Debug, PartialEq)]
pub struct Colleague {
    pub name: String,
    /// `desk`, `service` or `manager`.
    pub role: String,
}

impl Frame {
    /// The frame as lines of `name value`, for which no decoder has to travel.
    pub fn write(&self) -> String {
        let languages: Vec<&str> = self.languages.iter().map(|lang| lang.code()).collect();
        let mut lines = vec![
            ("lang", self.lang.code().to_owned()),
            ("languages", languages.join(" ")),
            ("resort", self.resort.clone()),
            ("logo", self.logo.clone()),
            ("phone", self.phone.clone()),
            ("coin", format!("{} {} {}", self.coin.exponent, self.coin.code, self.coin.symbol)),
            ("zone", self.zone.clone()),
            ("offset", self.offset_minutes.to_string()),
            ("now", self.now.to_string()),
            ("today", self.today.to_string()),
            ("unread", self.unread.to_string()),
            ("console", self.console.to_string()),
        ];
        if let Some(me) = &self.me {
            lines.push(("me", format!("{} {} {} {}", me.arrives, me.departs, me.read_only, me.name)));
        }
        if let Some(staff) = &self.staff {
            lines.push(("staff", format!("{} {}", staff.role, staff.name)));
        }
        // Inside a script element `<` could end it, and a line break would end the line.
        lines.iter().map(|(name, value)| format!("{name} {}\n", value.replace('<', "\u{2}").replace(['\n', '\r'], "\u{3}"))).collect()
    }

    /// Reads what `write` wrote. `None` when something needed is missing.
    pub fn read(text: &str) -> Option<Frame> {
        let find = |name: &str| {
            let value = text.split('\n').find_map(|line| line.split_once(' ').filter(|(known, _)| *known == name).map(|(_, value)| value))?;
            Some(value.replace('\u{2}', "<").replace('\u{3}', "\n"))
        };
        let number = |name: &str| find(name).and_then(|value| value.parse().ok());
        let coin = find("coin")?;
        let mut coin = coin.splitn(3, ' ');
        Some(Frame {
            lang: find("lang")?.parse().ok()?,
            languages: find("languages")?.split(' ').filter_map(|code| code.parse().ok()).collect(),
            resort: find("resort")?,
            logo: find("logo")?,
            phone: find("phone")?,
            coin: Coin { exponent: coin.next()?.parse().ok()?, code: coin.next()?.to_owned(), symbol: coin.next()?.to_owned() },
            zone: find("zone")?,
            offset_minutes: number("offset")?,
            now: number("now")?,
            today: Day::parse(&find("today")?)?,
            unread: number("unread")?,
            console: find("console")? == "true",
            me: find("me").and_then(|value| {
                let mut parts = value.splitn(4, ' ');
                Some(Me {
                    arrives: Day::parse(parts.next()?)?,
                    departs: Day::parse(parts.next()?)?,
                    read_only: parts.next()? == "true",
                    name: parts.next()?.to_owned(),
                })
            }),
            staff: find("staff")
                .and_then(|value| value.split_once(' ').map(|(role, name)| Colleague { role: role.to_owned(), name: name.to_owned() })),
        })
    }
}

/// The frame of the page that is being drawn, with the time as it is now: a page may stay open past midnight.
pub fn use_frame() -> Frame {
    let mut frame = expect_context::<StoredValue<Frame>>().get_value();
    use_clock().correct(&mut frame);
    frame
}

/// How often the page was told that something changed; resources that read it load again.
#[derive(Clone, Copy)]
pub struct Changed(pub RwSignal<u32>);

/// How often places changed hands while the page is open: on each day, and on a day that was not named.
#[derive(Clone, Copy)]
pub struct Places(RwSignal<(u32, Vec<(Day, u32)>)>);

/// What a page shows of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Not known yet.
    Nothing,
    Day(Day),
    /// Many days of one offer.
    Days,
}

impl Places {
    pub fn new() -> Places {
        Places(RwSignal::new((0, Vec::new())))
    }

    /// Places changed hands on a day; nothing when it may be any.
    pub fn heard(self, day: Option<Day>) {
        self.0.update(|(any, days)| match (day, day.and_then(|day| days.iter_mut().find(|(known, _)| *known == day))) {
            (None, _) => *any = any.wrapping_add(1),
            (_, Some((_, times))) => *times = times.wrapping_add(1),
            (Some(day), None) => days.push((day, 1)),
        });
    }

    /// A number that changes with every change that concerns what is shown.
    pub fn on(self, shown: impl Fn() -> Shown + Send + Sync + 'static) -> Memo<u32> {
        Memo::new(move |_| {
            let shown = shown();
            self.0.with(|(any, days)| {
                let concerns = |day: Day| shown == Shown::Days || shown == Shown::Day(day);
                days.iter().filter(|(day, _)| concerns(*day)).fold(*any, |sum, (_, times)| sum.wrapping_add(*times))
            })
        })
    }
}

impl Default for Places {
    fn default() -> Places {
        Places::new()
    }
}

/// Notices not read yet, kept fresh by the live stream.
#[derive(Clone, Copy)]
pub struct Unread(pub RwSignal<i64>);

/// The count of changes so far, to be read inside a resource's source.
pub fn use_changed() -> Changed {
    expect_context::<Changed>()
}

/// What is heard of places that change hands, to be read inside the source of a resource that shows them.
pub fn use_places() -> Places {
    expect_context::<Places>()
}

/// A common fault in words.
pub fn say_fault(words: Words, fault: &Fault) -> String {
    match fault {
        Fault::SignIn => words.fault_sign_in().to_owned(),
        Fault::NotFound => words.fault_not_found().to_owned(),
        Fault::ReadOnly => words.fault_read_only().to_owned(),
        Fault::NotAllowed => words.fault_not_allowed().to_owned(),
        Fault::TooMany(seconds) => words.fault_too_many(*seconds),
        Fault::Field(_) => words.fault_field().to_owned(),
        Fault::Malformed => words.fault_malformed().to_owned(),
        Fault::TryAgain => words.fault_try_again().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_read_as_it_was_written() {
        let day = Day::parse("2026-11-21").unwrap();
        let mut frame = Frame {
            lang: Lang::Ar,
            languages: vec![Lang::En, Lang::Ar],
            resort: "خليج هالسيون".into(),
            logo: "/pictures/x".into(),
            phone: "+20 65".into(),
            coin: Coin { code: "EUR".into(), symbol: "€".into(), exponent: 2 },
            zone: "Africa/Cairo".into(),
            offset_minutes: -120,
            now: 1,
            today: day,
            unread: 3,
            console: false,
            me: Some(Me { name: "</script> Анна\nПетрова".into(), arrives: day, departs: day.plus(3), read_only: true }),
            staff: Some(Colleague { name: "Ana Desk".into(), role: "desk".into() }),
        };
        assert_eq!(Frame::read(&frame.write()), Some(frame.clone()));
        (frame.me, frame.staff) = (None, None);
        assert_eq!(Frame::read(&frame.write()), Some(frame));
        assert_eq!(Frame::read(""), None);
    }
}
