//! `packages.toml` and `places.toml`.

use super::offers::Catalogue;
use super::sheet::{Sheet, Table, read};
use crate::catalog::Period;
use crate::catalog::shelf::{Package, PackageItem, Place};
use std::collections::BTreeSet;

const PLACES: [&str; 8] = ["beach", "food", "sight", "shop", "pharmacy", "hospital", "transport", "nature"];

/// Packages. What they include is looked up in the catalogue, unless that could not be read.
pub fn packages(sheet: Sheet<'_>, catalogue: Option<&Catalogue>) -> Option<Vec<Package>> {
    read(sheet, |top| {
        let mut taken = BTreeSet::new();
        let packages = top.tables("package", |one| {
            let mut included = BTreeSet::new();
            Package {
                key: one.own_key(&mut taken),
                name: one.texts("name", 60),
                summary: one.texts("summary", 400),
                items: one.tables("item", |line| item(line, catalogue, &mut included)),
            }
        });
        if packages.is_empty() {
            top.problem_of("package", "there is no package, and every stay has one");
        }
        packages
    })
}

fn item(line: &Table<'_>, catalogue: Option<&Catalogue>, included: &mut BTreeSet<String>) -> PackageItem {
    let offer = line.may("offer").and_then(|value| value.key());
    let category = line.may("category").and_then(|value| value.key());
    match (&offer, &category) {
        (Some(_), Some(_)) => line.problem("names both an offer and a category"),
        (None, None) if line.may("offer").is_none() && line.may("category").is_none() => line.problem("names neither an offer nor a category"),
        _ => {}
    }
    if let Some(catalogue) = catalogue {
        if let Some(key) = offer.as_ref().filter(|key| !catalogue.offers.iter().any(|offer| offer.key == **key)) {
            line.problem_of("offer", format!("there is no offer with the key {key}"));
        }
        if let Some(key) = category.as_ref().filter(|key| !catalogue.categories.iter().any(|category| category.key == **key)) {
            line.problem_of("category", format!("there is no category with the key {key}"));
        }
    }
    if let Some(key) = offer.as_ref().or(category.as_ref())
        && !included.insert(key.clone())
    {
        line.problem(format!("{key} is in this package already"));
    }
    let periods = [("unlimited", Period::Unlimited), ("day", Period::Day), ("stay", Period::Stay)];
    let period = line.need("included").and_then(|value| value.one_of(&periods)).unwrap_or(Period::Unlimited);
    let times = line.may("times");
    let each = line.may("each").and_then(|value| value.one_of(&[("person", true), ("room", false)]));
    if period == Period::Unlimited {
        if times.is_some() {
            line.problem_of("times", "is for \"day\" and \"stay\"; unlimited is not counted");
        }
        return PackageItem { offer, category, included: period, times: 0, each_person: false };
    }
    PackageItem { offer, category, included: period, times: line.number("times", 1..=1000), each_person: each.unwrap_or(false) }
}

pub fn places(sheet: Sheet<'_>) -> Option<Vec<Place>> {
    read(sheet, |top| {
        let mut taken = BTreeSet::new();
        top.tables("place", |one| Place {
            key: one.own_key(&mut taken),
            kind: one.need("kind").and_then(|value| value.one_of(&PLACES.map(|kind| (kind, kind)))).unwrap_or_default().to_owned(),
            name: one.texts("name", 80),
            text: one.texts("text", 600),
            latitude: one.decimal("latitude", -90.0..=90.0),
            longitude: one.decimal("longitude", -180.0..=180.0),
            phone: one.may("phone").and_then(|value| value.phone()),
        })
    })
}
