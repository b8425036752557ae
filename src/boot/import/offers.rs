//! `catalog.toml`: categories, resources, policies and offers.

use super::resort::ways;
use super::sheet::{Sheet, Table, Value, read};
use crate::base::{Day, Texts};
use crate::catalog::recurrence;
use crate::catalog::shelf::{Category, Hours, Offer, OfferOption, OfferQuestion, Once, Recurring, Resource, Weekday, Weekly, falls_on};
use crate::catalog::{Band, Kind, NoShow, Policy};
use std::collections::{BTreeMap, BTreeSet};

const ICONS: [&str; 9] = ["bell", "sparkle", "wave", "ball", "leaf", "compass", "kite", "moon", "cup"];
/// The dearest thing there can be, in minor units.
pub const DEAREST: i64 = 100_000_000;
const YEAR: i64 = 366;
/// For how many days after something took place the money can be asked back, at most.
pub const LONGEST_GUARANTEE: i64 = 60;

/// Everything of `catalog.toml`, in the order of the file.
#[derive(Default)]
pub struct Catalogue {
    pub categories: Vec<Category>,
    pub resources: Vec<Resource>,
    pub offers: Vec<Offer>,
}

/// Keys that an offer may point to.
struct Known {
    categories: BTreeSet<String>,
    resources: BTreeSet<String>,
    /// Those of which each person has one.
    shared: BTreeSet<String>,
    policies: BTreeMap<String, Policy>,
}

/// `guarantee_days` is what the resort promises where a policy does not say.
pub fn catalogue(sheet: Sheet<'_>, guarantee_days: i64) -> Option<Catalogue> {
    read(sheet, |top| {
        let mut known = Known { categories: BTreeSet::new(), resources: BTreeSet::new(), shared: BTreeSet::new(), policies: BTreeMap::new() };
        let categories = top.tables("category", |one| Category {
            key: one.own_key(&mut known.categories),
            name: one.texts("name", 40),
            icon: one.need("icon").and_then(|value| value.one_of(&ICONS.map(|icon| (icon, icon)))).unwrap_or_default().to_owned(),
        });
        let resources = top.tables("resource", |one| resource(one, &mut known.resources));
        known.shared = resources.iter().filter(|one| one.each_person).map(|one| one.key.clone()).collect();
        let mut keys = BTreeSet::new();
        let policies = top.tables("policy", |one| (one.own_key(&mut keys), policy(one, guarantee_days)));
        known.policies = policies.into_iter().collect();
        // Offers and categories share one space of keys, because a package counts both under their key.
        let mut taken = BTreeSet::new();
        let offers = top.tables("offer", |one| {
            let key = one.own_key(&mut taken);
            if known.categories.contains(&key) {
                one.problem_of("key", format!("{key} is the key of a category"));
            }
            offer(one, key, &known)
        });
        Catalogue { categories, resources, offers }
    })
}

fn resource(one: &Table<'_>, keys: &mut BTreeSet<String>) -> Resource {
    let resource = Resource {
        key: one.own_key(keys),
        name: one.texts("name", 60),
        amount: one.number_or("amount", 1..=1000, 1),
        each_person: one.truth("each_person"),
        by_the_day: one.truth("by_the_day"),
        before: one.number_or("before", 0..=720, 0),
        after: one.number_or("after", 0..=720, 0),
    };
    for (field, minutes) in [("before", resource.before), ("after", resource.after)] {
        if minutes % 5 != 0 {
            one.problem_of(field, "must be a multiple of 5");
        }
        if minutes > 0 && resource.by_the_day {
            one.problem_of(field, "says nothing of what is counted by the day");
        }
    }
    resource
}

fn policy(one: &Table<'_>, guarantee_days: i64) -> Policy {
    let deposit = one.truth("deposit");
    let otherwise = if deposit { NoShow::Keep } else { NoShow::Refund };
    let policy = Policy {
        free_until_minutes: one.number("free_until_minutes", 0..=YEAR * 1440),
        late_percent: one.number("late_percent", 0..=100),
        started_percent: one.number("started_percent", 0..=100),
        no_show: one.may("no_show").and_then(|value| value.one_of(&NoShow::ALL.map(|way| (way.name(), way)))).unwrap_or(otherwise),
        // What has come back by itself nobody asks back.
        guarantee_days: one.number_or("guarantee_days", 0..=LONGEST_GUARANTEE, if deposit { 0 } else { guarantee_days }),
        deposit,
    };
    if deposit && policy.no_show != NoShow::Keep {
        one.problem_of("no_show", "a deposit is kept when nobody comes: leave it out, or say keep");
    }
    if policy.started_percent < policy.late_percent {
        one.problem_of("started_percent", "is less than late_percent: it would pay to cancel later");
    }
    policy
}

fn offer(one: &Table<'_>, key: String, known: &Known) -> Offer {
    let kinds = [("service", Kind::Service), ("session", Kind::Session), ("appointment", Kind::Appointment)];
    let kind = one.need("kind").and_then(|value| value.one_of(&kinds));
    let (age_min, age_max) = (age(one, "age_min"), age(one, "age_max"));
    if age_min.zip(age_max).is_some_and(|(min, max)| min > max) {
        one.problem_of("age_max", "is less than age_min");
    }
    let offer = Offer {
        category: reference(one, "category", &known.categories),
        title: one.texts("title", 60),
        summary: one.texts("summary", 140),
        details: one.texts("details", 2000),
        place: one.texts("place", 120),
        area: one.may("area").and_then(|value| value.key()),
        bring: one.may("bring").map(|value| value.texts(200)),
        photo: one.picture("photo"),
        price: one.number("price", 0..=DEAREST),
        bands: bands(one),
        age_min,
        age_max,
        adult_needed: one.truth("adult_needed"),
        minutes: one.number("minutes", 1..=1440),
        policy: one.may("policy").and_then(|value| {
            let found = value.key().map(|key| known.policies.get(&key).cloned());
            if found == Some(None) {
                value.problem("there is no policy with this key");
            }
            found.flatten()
        }),
        pay: one.may("pay").map(|value| ways(&value)),
        options: options(one),
        questions: questions(one),
        hours: one.tables("hours", hours),
        weekly: one.tables("weekly", |rule| Weekly { days: rule.days(), at: rule.time("at"), capacity: rule.number("capacity", 1..=1000) }),
        once: one.tables("once", |rule| Once {
            date: rule.need("date").and_then(|value| value.day()).unwrap_or_else(|| Day::from(chrono::NaiveDate::default())),
            at: rule.time("at"),
            capacity: rule.number("capacity", 1..=1000),
        }),
        recurring: one.tables("recurring", recurring),
        except: one.may("except").map(|value| value.list().iter().filter_map(Value::day).collect()).unwrap_or_default(),
        resources: used_resources(one, known),
        step: one.number_or("step", 5..=1440, 0),
        before: one.number_or("before", 0..=720, 0),
        after: one.number_or("after", 0..=720, 0),
        notice_minutes: one.number_or("notice_minutes", 0..=60 * 1440, 0),
        horizon_days: one.number_or("horizon_days", 1..=YEAR, 60),
        kind: kind.unwrap_or(Kind::Service),
        key,
    };
    match kind {
        Some(Kind::Service) => service(one),
        Some(Kind::Session) => session(one, &offer, known),
        Some(Kind::Appointment) => appointment(one, &offer),
        None => {}
    }
    offer
}

/// Fields that say nothing for this kind are a mistake of the one who wrote them.
fn only_for_others(one: &Table<'_>, kind: &str, fields: &[&'static str]) {
    for field in fields {
        if one.may(field).is_some() {
            one.problem_of(field, format!("is not for {kind}"));
        }
    }
}

fn service(one: &Table<'_>) {
    only_for_others(one, "a service", &["policy", "bands", "weekly", "once", "recurring", "except", "resources", "step", "before", "after"]);
}

fn session(one: &Table<'_>, offer: &Offer, known: &Known) {
    only_for_others(one, "a session", &["options", "hours", "step", "before", "after"]);
    for key in offer.resources.iter().flatten().filter(|key| known.resources.contains(*key) && !known.shared.contains(*key)) {
        one.problem_of("resources", format!("{key} is not counted by `each_person`, and a session is there for many"));
    }
    if !offer.resources.is_empty() && offer.minutes % 5 != 0 {
        one.problem_of("minutes", "must be a multiple of 5 where resources are used");
    }
    let starts =
        offer.weekly.iter().map(|rule| rule.at).chain(offer.once.iter().map(|rule| rule.at)).chain(offer.recurring.iter().map(|rule| rule.at));
    if !offer.resources.is_empty() && starts.into_iter().any(|at| at.0 % 5 != 0) {
        one.problem_of("weekly", "begins at a multiple of 5 minutes where resources are used");
    }
    if one.may("policy").is_none() {
        one.problem_of("policy", "is missing");
    }
    if offer.weekly.is_empty() && offer.once.is_empty() && offer.recurring.is_empty() {
        one.problem_of("weekly", "is missing, and `once` and `recurring` too: nobody would know when it takes place");
    }
    for (index, rule) in offer.weekly.iter().enumerate() {
        if offer.weekly[..index].iter().any(|other| other.at == rule.at && share_a_day(&other.days, &rule.days)) {
            one.problem_of("weekly", format!("names {} twice on the same day", rule.at));
        }
    }
    let mut dates = BTreeSet::new();
    for rule in &offer.once {
        let doubled =
            offer.weekly.iter().any(|weekly| weekly.at == rule.at && falls_on(&weekly.days, rule.date)) || !dates.insert((rule.date, rule.at));
        if doubled {
            one.problem_of("once", format!("{} at {} takes place already", rule.date, rule.at));
        }
    }
}

fn recurring(rule: &Table<'_>) -> Recurring {
    let text = rule.text("rule", 200);
    let from = rule.need("from").and_then(|value| value.day());
    if let Some(problem) = from.and_then(|from| recurrence::problem(&text, from)).filter(|_| !text.is_empty()) {
        rule.problem_of("rule", problem);
    }
    Recurring {
        rule: text,
        from: from.unwrap_or_else(|| Day::from(chrono::NaiveDate::default())),
        at: rule.time("at"),
        capacity: rule.number("capacity", 1..=1000),
    }
}

fn share_a_day(a: &[Weekday], b: &[Weekday]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|day| b.contains(day))
}

fn appointment(one: &Table<'_>, offer: &Offer) {
    only_for_others(one, "an appointment", &["options", "weekly", "once", "recurring", "except"]);
    for field in ["policy", "resources", "step"] {
        if one.may(field).is_none() {
            one.problem_of(field, "is missing");
        }
    }
    for (field, minutes) in [("minutes", offer.minutes), ("step", offer.step), ("before", offer.before), ("after", offer.after)] {
        if minutes % 5 != 0 {
            one.problem_of(field, "must be a multiple of 5");
        }
    }
    for hours in &offer.hours {
        if hours.from < hours.to && hours.to.0 - hours.from.0 < offer.minutes {
            one.problem_of("hours", format!("{} to {} is shorter than the {} minutes it takes", hours.from, hours.to, offer.minutes));
        }
    }
}

fn hours(one: &Table<'_>) -> Hours {
    let hours = Hours { days: one.days(), from: one.time("from"), to: one.time("to") };
    if one.may("from").is_some() && one.may("to").is_some() && hours.from >= hours.to {
        one.problem_of("to", "must be later than `from` on the same day; split hours that pass midnight");
    }
    hours
}

fn age(one: &Table<'_>, name: &'static str) -> Option<i64> {
    one.may(name).and_then(|value| value.number(0..=120))
}

fn bands(one: &Table<'_>) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    one.tables("bands", |band| {
        let new = Band { from: band.number("from", 0..=120), to: band.number("to", 0..=120), price: band.number("price", 0..=DEAREST) };
        if new.to < new.from {
            band.problem_of("to", "is less than `from`");
        } else if bands.iter().any(|other| new.from <= other.to && other.from <= new.to) {
            band.problem_of("from", "shares an age with a band before it");
        }
        bands.push(new);
    });
    bands
}

fn options(one: &Table<'_>) -> Vec<OfferOption> {
    let mut taken = BTreeSet::new();
    one.tables("options", |option| OfferOption {
        key: option.own_key(&mut taken),
        name: option.texts("name", 60),
        price: option.number_or("price", 0..=DEAREST, 0),
    })
}

fn questions(one: &Table<'_>) -> Vec<OfferQuestion> {
    let mut taken = BTreeSet::new();
    one.tables("questions", |question| {
        let key = question.own_key(&mut taken);
        // A form's `answers[1st]` would be read as a place in a list, and the answer lost.
        if key.starts_with(|c: char| c.is_ascii_digit()) {
            question.problem_of("key", format!("{key} begins with a digit; the key of a question begins with a letter"));
        }
        OfferQuestion {
            key,
            text: question.texts("text", 160),
            required: question.truth("required"),
            choices: question.may("choices").map(|value| choices(&value)).unwrap_or_default(),
        }
    })
}

fn choices(value: &Value<'_>) -> Vec<Texts> {
    let choices: Vec<Texts> = value.list().iter().map(|choice| choice.texts(100)).collect();
    if choices.len() < 2 {
        value.problem("needs at least two to choose from; leave it out for free text");
    }
    for (index, choice) in choices.iter().enumerate() {
        let twice = choices[..index].iter().any(|other| other.0.iter().any(|(lang, text)| choice.0.get(lang) == Some(text)));
        if twice {
            value.problem("says the same twice in one language");
        }
    }
    choices
}

fn reference(one: &Table<'_>, name: &'static str, known: &BTreeSet<String>) -> String {
    let key = one.key(name);
    if !key.is_empty() && !known.contains(&key) {
        one.problem_of(name, format!("there is no {name} with the key {key}"));
    }
    key
}

/// One list of keys is one need; a list of lists is several.
fn used_resources(one: &Table<'_>, known: &Known) -> Vec<Vec<String>> {
    let Some(value) = one.may("resources") else { return Vec::new() };
    let lists = value.list();
    if lists.iter().any(Value::is_list) {
        let needs: Vec<Vec<String>> = lists.iter().map(|list| any_of(list, known)).collect();
        let twice = needs.iter().enumerate().any(|(index, need)| {
            let before = needs[..index].iter().flatten();
            before.into_iter().any(|key| known.shared.contains(key) && need.contains(key))
        });
        if twice {
            value.problem("names twice what each person has");
        }
        return needs;
    }
    vec![any_of(&value, known)]
}

fn any_of(value: &Value<'_>, known: &Known) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    let list = value.list();
    if list.is_empty() {
        value.problem("names no resource");
    }
    for value in list {
        let Some(key) = value.key() else { continue };
        if !known.resources.contains(&key) {
            value.problem(format!("there is no resource with the key {key}"));
        } else if keys.contains(&key) {
            value.problem(format!("{key} is named twice"));
        }
        keys.push(key);
    }
    let shared = keys.iter().filter(|key| known.shared.contains(*key)).count();
    if shared > 0 && shared < keys.len() {
        value.problem("names some that each person has, and some that all have together");
    }
    keys
}
