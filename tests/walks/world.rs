//! The resort of the walks: so few places that everybody wants the same ones. Plain numbers, which the model reads and
//! `furnish.rs` writes into a database.

use cabana::base::Day;
use cabana::catalog::{NoShow, Period};

/// Midnight of the first day is so many days after 1970-01-01: 2031-03-03, a Monday.
pub const FIRST_DAY: i64 = 22_341;
/// Dubai is four hours ahead of UTC all year, so that a time on the wall needs no table to become an instant.
pub const ZONE: &str = "Asia/Dubai";
const AHEAD: i64 = 4 * 3600;
pub const HOLD_MINUTES: i64 = 15;
/// How long an offer to somebody who waits lasts.
pub const WAITLIST_MINUTES: i64 = 30;
/// From and to, in minutes on the wall: nobody is told of a place then. Some of what happens lies in them.
pub const QUIET_HOURS: (i64, i64) = (23 * 60, 7 * 60);
/// When a walk begins; and hours in which nothing happens, which it skips.
pub const DAWN: i64 = 6 * 60 + 30;
pub const QUIET: [(i64, i64); 2] = [(16 * 60 + 30, 23 * 60 + 10), (40, DAWN)];
pub const DAYS: i64 = 3;

/// The instant of a wall time in minutes, so many days after the first.
pub fn instant(day: i64, wall: i64) -> i64 {
    (FIRST_DAY + day) * 86_400 + wall * 60 - AHEAD
}

/// How many days after the first an instant lies.
pub fn day_of(instant: i64) -> i64 {
    (instant + AHEAD).div_euclid(86_400) - FIRST_DAY
}

/// Minutes on the wall at an instant.
pub fn minutes_of(instant: i64) -> i64 {
    (instant + AHEAD).rem_euclid(86_400) / 60
}

/// `10:30`
pub fn wall_of(instant: i64) -> String {
    let minutes = minutes_of(instant);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

pub fn date(day: i64) -> Day {
    Day::since_1970(FIRST_DAY + day)
}

pub struct Offer {
    pub key: &'static str,
    pub category: &'static str,
    pub price: i64,
    /// From, to and price of an age group.
    pub bands: &'static [(i64, i64, i64)],
    pub ages: (i64, i64),
    pub adult_needed: bool,
    pub minutes: i64,
    /// Free until so many minutes before the start; percent kept after that, and once it has started.
    pub policy: Option<(i64, i64, i64)>,
    /// What becomes of the money of somebody who does not come.
    pub no_show: NoShow,
    pub notice: i64,
    pub horizon: i64,
    pub question: Option<&'static str>,
    /// Of a time of one's own: from and to, in minutes, and how far apart the starts are.
    pub hours: (i64, i64),
    pub step: i64,
    pub before: i64,
    pub after: i64,
    pub resources: &'static [&'static str],
}

const PLAIN: Offer = Offer {
    key: "",
    category: "sport",
    price: 0,
    bands: &[],
    ages: (0, 120),
    adult_needed: false,
    minutes: 60,
    policy: None,
    no_show: NoShow::Refund,
    notice: 0,
    horizon: 60,
    question: None,
    hours: (0, 0),
    step: 60,
    before: 0,
    after: 0,
    resources: &[],
};

const BOAT: usize = 0;
const REEF: usize = 1;
const YOGA: usize = 2;

pub static OFFERS: [Offer; 6] = [
    Offer {
        key: "glass-boat",
        category: "sea",
        price: 1800,
        bands: &[(0, 3, 0), (4, 11, 900)],
        adult_needed: true,
        policy: Some((120, 50, 100)),
        no_show: NoShow::Policy,
        notice: 15,
        ..PLAIN
    },
    Offer {
        key: "reef-snorkelling",
        category: "sea",
        price: 2800,
        bands: &[(8, 11, 1850)],
        ages: (8, 70),
        adult_needed: true,
        minutes: 90,
        policy: Some((60, 33, 100)),
        notice: 30,
        question: Some("size"),
        ..PLAIN
    },
    Offer { key: "morning-yoga", price: 700, ages: (12, 120), horizon: 1, ..PLAIN },
    Offer {
        key: "tennis-court",
        price: 1500,
        policy: Some((60, 100, 100)),
        no_show: NoShow::Keep,
        hours: (540, 780),
        resources: &["court-1", "court-2"],
        ..PLAIN
    },
    Offer {
        key: "massage-60",
        category: "wellness",
        price: 5500,
        ages: (16, 120),
        policy: Some((120, 50, 100)),
        notice: 60,
        hours: (600, 840),
        step: 30,
        after: 15,
        resources: &["therapist-lin", "therapist-omar"],
        ..PLAIN
    },
    Offer {
        key: "couples-massage",
        category: "wellness",
        price: 3333,
        minutes: 45,
        hours: (600, 780),
        step: 45,
        before: 10,
        after: 5,
        resources: &["therapist-omar"],
        ..PLAIN
    },
];

/// The offers that are had at a time of one's own.
pub const APPOINTMENTS: [usize; 3] = [3, 4, 5];

pub struct Session {
    pub offer: usize,
    pub day: i64,
    pub wall: i64,
    pub capacity: i64,
    /// The resort called it off.
    pub off: bool,
}

const fn session(offer: usize, day: i64, wall: i64, capacity: i64) -> Session {
    Session { offer, day, wall, capacity, off: false }
}

pub static SESSIONS: [Session; 10] = [
    session(BOAT, 0, 10 * 60, 2),
    session(REEF, 0, 10 * 60 + 30, 2),
    session(YOGA, 0, 12 * 60, 1),
    session(BOAT, 0, 13 * 60 + 30, 3),
    session(BOAT, 0, 23 * 60 + 30, 3),
    session(BOAT, 1, 10 * 60, 2),
    Session { offer: REEF, day: 1, wall: 9 * 60 + 30, capacity: 3, off: true },
    session(REEF, 1, 14 * 60, 4),
    session(YOGA, 1, 9 * 60 + 30, 2),
    session(YOGA, 2, 9 * 60, 3),
];

/// One line of a package: of an offer, or of a whole category.
pub struct Share {
    pub item: &'static str,
    pub category: bool,
    pub period: Period,
    pub times: i64,
    pub each_person: bool,
}

const fn share(item: &'static str, category: bool, period: Period, times: i64, each_person: bool) -> Share {
    Share { item, category, period, times, each_person }
}

pub static PACKAGES: [(&str, &[Share]); 3] = [
    (
        "ultra",
        &[
            share("sea", true, Period::Stay, 3, false),
            share("glass-boat", false, Period::Stay, 1, true),
            share("sport", true, Period::Unlimited, 0, false),
            share("massage-60", false, Period::Day, 1, false),
        ],
    ),
    (
        "half-board",
        &[
            share("glass-boat", false, Period::Day, 1, true),
            share("tennis-court", false, Period::Stay, 2, false),
            share("wellness", true, Period::Stay, 1, true),
            share("morning-yoga", false, Period::Day, 1, false),
        ],
    ),
    ("breakfast", &[share("reef-snorkelling", false, Period::Day, 1, true)]),
];

pub struct Stay {
    pub package: usize,
    pub arrives: i64,
    pub departs: i64,
    /// Names and ages; the first is the lead.
    pub party: &'static [(&'static str, i64)],
}

pub static STAYS: [Stay; 5] = [
    Stay { package: 0, arrives: -2, departs: 5, party: &[("Anna", 36), ("Dmitri", 38), ("Masha", 11), ("Leo", 5)] },
    Stay { package: 1, arrives: -1, departs: 3, party: &[("James", 72), ("Margaret", 65)] },
    Stay { package: 0, arrives: 0, departs: 1, party: &[("Layla", 40), ("Yusuf", 17), ("Nour", 9)] },
    Stay { package: 1, arrives: 0, departs: 4, party: &[("Zeynep", 29), ("Emre", 31)] },
    Stay { package: 2, arrives: -3, departs: 3, party: &[("Jo", 45), ("Kit", 14), ("Mia", 2)] },
];
