//! `resort.toml`: the resort itself.

use super::offers::DEAREST;
use super::sheet::{Sheet, Table, Value, read};
use crate::base::{Lang, WallTime};
use crate::catalog::Way;
use crate::catalog::shelf::{Emergency, Fiscal, Resort, Routine, Walk};
use crate::payments::fiscal::Register;
use crate::payments::provider::Provider;
use crate::server::Acquirers;
use toml::de::DeTable;

/// The languages that every text must be in. What is wrong with the list is said when the file is read in full.
pub fn languages(text: &str) -> Vec<Lang> {
    let Ok(root) = DeTable::parse(text) else { return Vec::new() };
    let list = root.get_ref().get("languages").and_then(|list| list.get_ref().as_array());
    list.map(|list| list.iter().filter_map(|code| code.get_ref().as_str()?.parse().ok()).collect()).unwrap_or_default()
}

pub fn resort(sheet: Sheet<'_>, keys: &Acquirers) -> Option<Resort> {
    let resort = read(sheet, |top| {
        let (network, password) = top.table("wifi", wifi).unwrap_or_default();
        let (color, accent, logo) =
            top.table("brand", |brand| (color(brand, "color"), color(brand, "accent"), brand.picture("logo"))).unwrap_or_default();
        let (phone, email, address) =
            top.table("contacts", |desk| (desk.phone("phone"), email(desk), desk.texts("address", 200))).unwrap_or_default();
        let location = |place: &Table<'_>| (place.decimal("latitude", -90.0..=90.0), place.decimal("longitude", -180.0..=180.0), map(place));
        let (latitude, longitude, map) = top.table("location", location).unwrap_or_default();
        let resort = Resort {
            name: top.texts("name", 60),
            tagline: top.texts("tagline", 140),
            welcome: top.texts("welcome", 600),
            time_zone: time_zone(top),
            currency: currency(top),
            languages: offered(top),
            check_in: top.time("check_in"),
            check_out: top.time("check_out"),
            hold_minutes: top.number_or("hold_minutes", 1..=60, 15),
            holds_a_minute: top.number_or("holds_a_minute", 0..=1000, 10),
            waitlist_minutes: top.number_or("waitlist_minutes", 5..=1440, 30),
            quiet_from: top.may("quiet_from").and_then(|value| value.time()).unwrap_or(WallTime(22 * 60)),
            quiet_to: top.may("quiet_to").and_then(|value| value.time()).unwrap_or(WallTime(8 * 60)),
            card: card(top),
            cash_register: cash_register(top),
            tax_rate: tax_rate(top),
            pay: top.may("pay").map(|value| ways(&value)).unwrap_or_else(|| vec![Way::Room, Way::Card]),
            point_worth: top.number_or("point_worth", 0..=100_000, 0),
            split: top.truth("split"),
            invoice_hours: top.number_or("invoice_hours", 1..=30 * 24, 24),
            fiscal: top.may_table("fiscal", fiscal).unwrap_or_default(),
            guarantee_days: top.number_or("guarantee_days", 0..=super::offers::LONGEST_GUARANTEE, 0),
            adult_from: top.number_or("adult_from", 12..=21, 18),
            child_cap: top.number_or("child_cap", 0..=DEAREST, 0),
            wifi_network: network,
            wifi_password: password,
            color,
            accent,
            logo,
            phone,
            email,
            address,
            latitude,
            longitude,
            map,
            walks: top.tables("walk", |one| Walk { from: one.key("from"), to: one.key("to"), minutes: one.number("minutes", 1..=240) }),
            emergency: top.tables("emergency", |one| Emergency { name: one.texts("name", 60), phone: one.phone("phone") }),
            routine: top.tables("routine", routine),
        };
        if let Some(why) = Provider::parse(&resort.card).and_then(|provider| provider.unfit(&resort, keys)) {
            top.problem_of("card", why);
        }
        resort
    })?;
    Some(resort)
}

fn routine(one: &Table<'_>) -> Routine {
    let at = one.time("at");
    let until = one.may("until").and_then(|value| value.time());
    // An evening may last past midnight, so an earlier end is fine; the same minute is not.
    if until == Some(at) {
        one.problem_of("until", "is the same time as `at`; leave it out");
    }
    Routine { at, until, days: one.days(), what: one.texts("what", 80), r#where: one.texts("where", 120) }
}

fn time_zone(top: &Table<'_>) -> String {
    let name = top.text("time_zone", 60);
    if !name.is_empty() && name.parse::<chrono_tz::Tz>().is_err() {
        top.problem_of("time_zone", format!("{name} is not a time zone's IANA name, such as Africa/Cairo"));
    }
    name
}

/// Who takes cards.
fn card(top: &Table<'_>) -> String {
    let names = Provider::ALL.map(|provider| (provider.name(), provider));
    top.may("card").and_then(|value| value.one_of(&names)).map(|provider| provider.name().to_owned()).unwrap_or_default()
}

/// How guests may pay; at least one way.
pub fn ways(value: &Value<'_>) -> Vec<Way> {
    let ways: Vec<Way> = value.list().iter().filter_map(|one| one.one_of(&Way::ALL.map(|way| (way.name(), way)))).collect();
    if ways.is_empty() {
        value.problem("names no way to pay");
    }
    ways
}

/// Who numbers and signs receipts.
fn cash_register(top: &Table<'_>) -> String {
    let names = Register::ALL.map(|register| (register.name(), register));
    top.may("cash_register").and_then(|value| value.one_of(&names)).map(|register| register.name().to_owned()).unwrap_or_default()
}

/// What the receipts of Federal Law 54 say.
fn fiscal(table: &Table<'_>) -> Fiscal {
    Fiscal {
        vat_code: table.may("vat_code").and_then(|value| value.number(1..=12)),
        tax_system: table.may("tax_system").and_then(|value| value.number(1..=6)),
        prepaid: table.truth("prepaid"),
    }
}

/// The tax in every price, as percent: 14 or 8.1.
fn tax_rate(top: &Table<'_>) -> i64 {
    let Some(value) = top.may("tax_percent") else { return 0 };
    (value.decimal(0.0..=99.0).unwrap_or_default() * 100.0).round() as i64
}

fn currency(top: &Table<'_>) -> String {
    let code = top.text("currency", 3);
    if !code.is_empty() && iso_currency::Currency::from_code(&code).is_none() {
        top.problem_of("currency", format!("{code} is not an ISO 4217 code, such as EUR"));
    }
    code
}

fn offered(top: &Table<'_>) -> Vec<Lang> {
    let mut offered = Vec::new();
    let list = top.need("languages").map(|value| (value.list(), value));
    for code in list.iter().flat_map(|(list, _)| list) {
        match code.one_of(&Lang::ALL.map(|lang| (lang.code(), lang))) {
            Some(lang) if offered.contains(&lang) => code.problem("is named twice"),
            Some(lang) => offered.push(lang),
            None => {}
        }
    }
    if let Some((list, value)) = list
        && list.is_empty()
    {
        value.problem("names no language");
    }
    offered
}

fn wifi(wifi: &Table<'_>) -> (String, String) {
    let network = wifi.text("network", 32);
    // Without a password the network is open.
    let password = wifi.may("password").and_then(|password| password.text(63)).unwrap_or_default();
    if network.len() > 32 {
        wifi.problem_of("network", "is longer than the 32 bytes a network's name can have");
    }
    if !password.is_empty() && password.chars().count() < 8 {
        wifi.problem_of("password", "is shorter than the 8 characters a Wi-Fi password has");
    }
    (network, password)
}

/// The address of a map, for guests' phones: any service whose address says a point.
fn map(place: &Table<'_>) -> String {
    let Some(value) = place.may("map") else { return String::new() };
    let map = value.text(300).unwrap_or_default();
    let whole = map.starts_with("https://") && map.contains("{latitude}") && map.contains("{longitude}");
    if !map.is_empty() && (!whole || map.contains([' ', '"', '<', '>'])) {
        value.problem("must begin with https:// and hold {latitude} and {longitude}");
    }
    map
}

fn color(brand: &Table<'_>, name: &'static str) -> String {
    let is_color = |text: &str| text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let checked = |value: Value<'_>| {
        let text = value.text(7)?;
        if !is_color(&text) {
            value.problem("must be a colour such as \"#0e5a54\"");
        }
        Some(text.to_ascii_lowercase())
    };
    brand.need(name).and_then(checked).unwrap_or_default()
}

fn email(desk: &Table<'_>) -> String {
    let email = desk.text("email", 120);
    let whole = email.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !host.contains('@'));
    if !email.is_empty() && (!whole || email.contains(char::is_whitespace)) {
        desk.problem_of("email", "is not an e-mail address");
    }
    email
}
