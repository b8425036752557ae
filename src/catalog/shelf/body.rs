//! What an import brought, as it is kept and read again.

use crate::base::{Day, Lang, Texts, WallTime};
use crate::catalog::{Band, Choice, Kind, Period, Policy, Question, Way, recurrence};
use crate::stays::caps::rules::Rule;
use serde::{Deserialize, Deserializer, Serialize};

/// The resort itself, as imported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resort {
    pub name: Texts,
    pub tagline: Texts,
    pub welcome: Texts,
    pub time_zone: String,
    pub currency: String,
    pub languages: Vec<Lang>,
    pub check_in: WallTime,
    pub check_out: WallTime,
    pub hold_minutes: i64,
    /// How many holds a stay may make within a minute, so that no phone walks through the resort holding one place after
    /// another; 0: as many as it likes.
    #[serde(default)]
    pub holds_a_minute: i64,
    /// How long a place that became free waits for whoever is next in its line, in minutes.
    #[serde(default = "half_an_hour")]
    pub waitlist_minutes: i64,
    /// The hours in which nobody is told of such a place.
    #[serde(default = "ten_in_the_evening")]
    pub quiet_from: WallTime,
    #[serde(default = "eight_in_the_morning")]
    pub quiet_to: WallTime,
    /// Who takes cards: the name of a provider; empty: nobody, everything goes on the room's bill.
    #[serde(default)]
    pub card: String,
    /// Who numbers and signs receipts: the name of a cash register; empty: nobody.
    #[serde(default)]
    pub cash_register: String,
    /// The tax in every price, in hundredths of a percent; nothing is said of it when it is 0.
    #[serde(default)]
    pub tax_rate: i64,
    /// How guests may pay, unless an offer says otherwise.
    #[serde(default = "room_and_card")]
    pub pay: Vec<Way>,
    /// What a point is worth, minor units; 0: there are none.
    #[serde(default)]
    pub point_worth: i64,
    /// Something may be paid in parts: some of it with points or by card, the rest in another way.
    #[serde(default)]
    pub split: bool,
    /// How long places wait for the money of a bill that the desk sends, in hours.
    #[serde(default = "a_day")]
    pub invoice_hours: i64,
    #[serde(default)]
    pub fiscal: Fiscal,
    /// For so many days after something took place its money can be asked back, where its policy does not say.
    #[serde(default)]
    pub guarantee_days: i64,
    /// The age from which somebody of a party is an adult, who says what others may put on the room's bill.
    #[serde(default = "of_age")]
    pub adult_from: i64,
    /// What a child may put on the room's bill in a day unless an adult says otherwise, minor units.
    #[serde(default)]
    pub child_cap: i64,
    pub wifi_network: String,
    pub wifi_password: String,
    /// `#rrggbb`
    pub color: String,
    pub accent: String,
    /// Address of the logo.
    pub logo: String,
    pub phone: String,
    pub email: String,
    pub address: Texts,
    pub latitude: f64,
    pub longitude: f64,
    /// A map of the resort's choice with `{latitude}` and `{longitude}` in it; empty: OpenStreetMap.
    #[serde(default)]
    pub map: String,
    /// How long the way between two areas takes.
    #[serde(default)]
    pub walks: Vec<Walk>,
    pub emergency: Vec<Emergency>,
    pub routine: Vec<Routine>,
}

impl Resort {
    /// Who may spend how much.
    pub fn caps(&self) -> Rule {
        Rule { adult_from: self.adult_from, child_cap: self.child_cap }
    }
}

// What a resort has that was imported before it could say so.
fn of_age() -> i64 {
    18
}

fn half_an_hour() -> i64 {
    30
}

fn room_and_card() -> Vec<Way> {
    vec![Way::Room, Way::Card]
}

fn a_day() -> i64 {
    24
}

fn ten_in_the_evening() -> WallTime {
    WallTime(22 * 60)
}

fn eight_in_the_morning() -> WallTime {
    WallTime(8 * 60)
}

/// What the receipts of Federal Law 54 say besides what was sold, for a provider that passes them on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fiscal {
    /// 1 to 12; nothing: the one that belongs to the tax rate.
    #[serde(default)]
    pub vat_code: Option<i64>,
    /// 1 to 6; nothing: the seller has one system only, and the cash register knows it.
    #[serde(default)]
    pub tax_system: Option<i64>,
    /// Whether it says that what is sold comes later, so that another receipt follows from the cash register then.
    #[serde(default)]
    pub prepaid: bool,
}

/// The way between two areas of the resort, either way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Walk {
    pub from: String,
    pub to: String,
    pub minutes: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Emergency {
    pub name: Texts,
    pub phone: String,
}

/// One line of the daily routine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Routine {
    pub at: WallTime,
    pub until: Option<WallTime>,
    pub days: Vec<Weekday>,
    pub what: Texts,
    pub r#where: Texts,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    Mo,
    Tu,
    We,
    Th,
    Fr,
    Sa,
    Su,
}

/// Whether a day is one of these; none named means every day.
pub fn falls_on(days: &[Weekday], day: Day) -> bool {
    days.is_empty() || days.iter().any(|weekday| *weekday as usize == day.weekday())
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Category {
    pub key: String,
    pub name: Texts,
    pub icon: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resource {
    pub key: String,
    pub name: Texts,
    /// How much there is of it at a time: one court, twelve kayaks.
    #[serde(default = "one")]
    pub amount: i64,
    /// A booking has one for each person; otherwise one for all of them.
    #[serde(default)]
    pub each_person: bool,
    /// What is used is used up for the whole day.
    #[serde(default)]
    pub by_the_day: bool,
    /// Minutes it needs for itself around whatever occupies it.
    #[serde(default)]
    pub before: i64,
    #[serde(default)]
    pub after: i64,
}

fn one() -> i64 {
    1
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Package {
    pub key: String,
    pub name: Texts,
    pub summary: Texts,
    pub items: Vec<PackageItem>,
}

/// One line of a package. Exactly one of `offer` and `category` is there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PackageItem {
    pub offer: Option<String>,
    pub category: Option<String>,
    pub included: Period,
    pub times: i64,
    pub each_person: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hours {
    pub days: Vec<Weekday>,
    pub from: WallTime,
    pub to: WallTime,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weekly {
    pub days: Vec<Weekday>,
    pub at: WallTime,
    pub capacity: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Once {
    pub date: Day,
    pub at: WallTime,
    pub capacity: i64,
}

/// Sessions by a rule of iCalendar's: `FREQ=MONTHLY;BYDAY=1SA` is the first Saturday of each month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recurring {
    pub rule: String,
    /// What the rule counts from.
    pub from: Day,
    pub at: WallTime,
    pub capacity: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfferOption {
    pub key: String,
    pub name: Texts,
    pub price: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfferQuestion {
    pub key: String,
    pub text: Texts,
    pub required: bool,
    pub choices: Vec<Texts>,
}

/// An offer as imported. The body of a row of `offers`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    pub key: String,
    pub kind: Kind,
    pub category: String,
    pub title: Texts,
    pub summary: Texts,
    pub details: Texts,
    pub place: Texts,
    /// The part of the resort that it is in.
    #[serde(default)]
    pub area: Option<String>,
    pub bring: Option<Texts>,
    /// Address of the picture.
    pub photo: String,
    pub price: i64,
    pub bands: Vec<Band>,
    pub age_min: Option<i64>,
    pub age_max: Option<i64>,
    pub adult_needed: bool,
    pub minutes: i64,
    /// Sessions and appointments have one.
    pub policy: Option<Policy>,
    /// How it may be paid for; nothing: as everything of the resort.
    #[serde(default)]
    pub pay: Option<Vec<Way>>,
    pub options: Vec<OfferOption>,
    pub questions: Vec<OfferQuestion>,
    pub hours: Vec<Hours>,
    pub weekly: Vec<Weekly>,
    pub once: Vec<Once>,
    #[serde(default)]
    pub recurring: Vec<Recurring>,
    /// Days on which no rule names anything; `once` does.
    #[serde(default)]
    pub except: Vec<Day>,
    /// What has to be free at once: of each list any one, by its key.
    #[serde(deserialize_with = "needs")]
    pub resources: Vec<Vec<String>>,
    pub step: i64,
    pub before: i64,
    pub after: i64,
    pub notice_minutes: i64,
    pub horizon_days: i64,
}

/// One list of keys is one need: so it was written before an offer could have several.
fn needs<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Vec<String>>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Needs(Vec<Vec<String>>),
        One(Vec<String>),
    }
    Ok(match Written::deserialize(from)? {
        Written::Needs(needs) => needs,
        Written::One(keys) => vec![keys],
    })
}

/// Something around the resort.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub key: String,
    pub kind: String,
    pub name: Texts,
    pub text: Texts,
    pub latitude: f64,
    pub longitude: f64,
    pub phone: Option<String>,
}

/// A page of the guide; title and HTML per language. The HTML was made from Markdown at import, with raw HTML left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GuidePage {
    pub key: String,
    pub title: Texts,
    pub html: Texts,
}

impl Offer {
    /// Whether it can still be had on a day from this minute on, as far as its rules say: a session that has not
    /// begun, or hours that have not ended. Places left are the calendar's to know.
    pub fn is_on(&self, day: Day, minute: i64) -> bool {
        match self.kind {
            Kind::Session => self.named((day, day.plus(1))).iter().any(|(_, at, _)| at.0 >= minute),
            Kind::Service | Kind::Appointment => {
                let last = |hours: &Hours| if hours.to.0 > hours.from.0 { hours.to.0 } else { 1440 };
                self.hours.is_empty() || self.hours.iter().any(|hours| falls_on(&hours.days, day) && last(hours) > minute)
            }
        }
    }

    /// Day, time and places of the sessions that the rules name from one day to before another.
    pub fn named(&self, (from, to): (Day, Day)) -> Vec<(Day, WallTime, i64)> {
        let open = |day: &Day| !self.except.contains(day);
        let mut named = Vec::new();
        for day in (0..to.days_since(from)).map(|ahead| from.plus(ahead)) {
            let weekly = self.weekly.iter().filter(|rule| open(&day) && falls_on(&rule.days, day)).map(|rule| (day, rule.at, rule.capacity));
            let once = self.once.iter().filter(|rule| rule.date == day).map(|rule| (day, rule.at, rule.capacity));
            named.extend(weekly.chain(once));
        }
        for rule in &self.recurring {
            let days = recurrence::days(&rule.rule, rule.from, (from, to));
            named.extend(days.into_iter().filter(open).map(|day| (day, rule.at, rule.capacity)));
        }
        named
    }

    pub fn choices(&self, lang: Lang) -> Vec<Choice> {
        self.options.iter().map(|option| Choice { key: option.key.clone(), name: option.name.get(lang).to_owned(), price: option.price }).collect()
    }

    pub fn questions(&self, lang: Lang) -> Vec<Question> {
        self.questions
            .iter()
            .map(|question| Question {
                key: question.key.clone(),
                text: question.text.get(lang).to_owned(),
                required: question.required,
                choices: question.choices.iter().map(|choice| choice.get(lang).to_owned()).collect(),
            })
            .collect()
    }
}

impl Offer {
    /// What it costs comes back to everybody who comes.
    pub fn is_deposit(&self) -> bool {
        self.policy.as_ref().is_some_and(|policy| policy.deposit)
    }
}
