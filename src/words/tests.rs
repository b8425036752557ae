//! The compact form must say exactly what Fluent's own implementation says.

#![allow(clippy::unwrap_used, reason = "a test may stop with a fault")]

use super::{Words, plural};
use crate::base::{Day, Lang};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

fn reference(lang: Lang) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![lang.code().parse().unwrap()]);
    bundle.set_use_isolating(false);
    for entry in std::fs::read_dir(format!("locales/{}", lang.code())).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        bundle.add_resource(FluentResource::try_new(text).unwrap()).unwrap();
    }
    bundle
}

#[test]
fn counts_are_said_as_fluent_says_them() {
    for lang in Lang::ALL {
        let bundle = reference(lang);
        let pattern = bundle.get_message("book-places-left").unwrap().value().unwrap();
        // The reference departs from CLDR for Arabic above 102; `plural_forms_follow_cldr` looks there.
        for n in (0..=102).chain([1000, 1001, 1_000_002]) {
            let mut arguments = FluentArgs::new();
            arguments.set("n", n);
            let expected = bundle.format_pattern(pattern, Some(&arguments), &mut vec![]).into_owned();
            assert_eq!(Words::of(lang).book_places_left(n), expected, "{lang:?} {n}");
        }
    }
}

#[test]
fn every_sentence_without_arguments_is_the_text_of_its_file() {
    for lang in Lang::ALL {
        let bundle = reference(lang);
        let said = bundle.get_message("tab-today").unwrap().value().unwrap();
        assert_eq!(Words::of(lang).tab_today(), bundle.format_pattern(said, None, &mut vec![]));
    }
}

#[test]
fn plural_forms_follow_cldr() {
    assert_eq!([1, 2, 5, 11, 21, 22, 112].map(|n| plural::form(Lang::Ru, n)), ["one", "few", "many", "many", "one", "few", "many"]);
    assert_eq!([0, 1, 2, 3, 11, 100, 103].map(|n| plural::form(Lang::Ar, n)), ["zero", "one", "two", "few", "many", "other", "few"]);
}

#[test]
fn money_is_written_as_the_language_writes_it() {
    let coin = super::Coin { code: "EUR".into(), symbol: "€".into(), exponent: 2 };
    assert_eq!(Words::of(Lang::En).money(&coin, 1250), "€12.50");
    assert_eq!(Words::of(Lang::De).money(&coin, 1_234_500), "12.345\u{a0}€");
    assert_eq!(Words::of(Lang::Ru).money(&coin, -900), "\u{2212}9\u{a0}€");
    let yen = super::Coin { code: "JPY".into(), symbol: "¥".into(), exponent: 0 };
    assert_eq!(Words::of(Lang::En).money(&yen, 1500), "¥1500");
}

#[test]
fn days_are_said_in_words() {
    let day = Day::parse("2026-11-21").unwrap();
    assert_eq!(Words::of(Lang::En).day_long(day), "Saturday, 21 November");
    assert_eq!(Words::of(Lang::Ru).day_long(day), "суббота, 21 ноября");
    assert_eq!(Words::of(Lang::De).month_and_year(day), "November 2026");
    assert_eq!(Words::of(Lang::En).minutes(90), "1 h 30 min");
}

#[test]
fn an_amount_is_read_as_it_is_written() {
    let coin = |exponent| super::Coin { code: "XXX".into(), symbol: "x".into(), exponent };
    for (text, exponent, amount) in [("12", 2, 1200), ("12.5", 2, 1250), ("12,50", 2, 1250), (" 0 ", 2, 0), ("1.234", 3, 1234), ("500", 0, 500)] {
        assert_eq!(coin(exponent).read(text), Some(amount), "{text}");
        assert_eq!(coin(exponent).read(&coin(exponent).plain(amount)), Some(amount), "{text}");
    }
    for text in ["", "-1", "1.234", "1e3", "12.5.0", "1000000000", "١٢", ".5"] {
        assert_eq!(coin(2).read(text), None, "{text}");
    }
    assert_eq!(coin(0).read("1.5"), None);
}
