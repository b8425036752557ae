//! What a search finds besides offers. Every page of the cabinet has a title and the words people call it by
//! (`locales/*/find.ftl`, which never travels to a phone).

use super::{Found, FoundGroup};
use crate::base::Lang;
use crate::catalog::search::{Searched, fit};
use crate::catalog::shelf::Shelf;
use crate::guide::Spot;
use crate::guide::rules::{Distance, metres};
use crate::words::Words;

/// Finds of one kind, at most.
const MOST: usize = 6;

/// Everything but offers that answers all of these words, the best first in its group.
pub fn search(shelf: &Shelf, lang: Lang, wanted: &[String]) -> Vec<FoundGroup> {
    let words = Words::of(lang);
    let groups = [
        (words.find_pages(), pages(shelf, words)),
        (words.guide_title(), guide(shelf, lang)),
        (words.guide_routine(), routine(shelf, lang)),
        (words.guide_around(), around(shelf, words)),
    ];
    groups
        .into_iter()
        .map(|(title, known)| {
            let mut fits: Vec<(u32, Found)> = known
                .into_iter()
                .filter_map(|(find, called)| {
                    let texts = Searched { title: &find.title, summary: &called, category: &find.line, place: title };
                    Some((fit(wanted, &texts)?, find))
                })
                .collect();
            fits.sort_by_key(|(distance, _)| *distance);
            FoundGroup { title: title.to_owned(), finds: fits.into_iter().take(MOST).map(|(_, find)| find).collect() }
        })
        .filter(|group| !group.finds.is_empty())
        .collect()
}

/// A find, and what else it is called.
type Known = Vec<(Found, String)>;

fn entry(href: impl Into<String>, icon: &str, title: impl Into<String>, line: impl Into<String>, called: impl Into<String>) -> (Found, String) {
    (Found { href: href.into(), icon: icon.to_owned(), title: title.into(), line: line.into() }, called.into())
}

/// What can be done in the cabinet, and the facts at a glance.
fn pages(shelf: &Shelf, words: Words) -> Known {
    let resort = &shelf.resort;
    let mut pages = vec![
        entry("/", "today", words.tab_today(), "", words.find_today()),
        entry("/book", "calendar", words.tab_book(), "", words.find_book()),
        entry("/order", "tray", words.tab_order(), "", words.find_order()),
        entry("/basket", "basket", words.basket_title(), "", words.find_basket()),
        entry("/history", "ticket", words.history_title(), "", words.find_history()),
        entry("/bill", "money", words.bill_title(), "", words.find_bill()),
        entry("/notices", "bell", words.notices_title(), "", words.find_notices()),
        entry("/wishes", "heart", words.me_wishes(), "", words.find_wishes()),
        entry("/me", "me", words.tab_me(), "", words.find_me()),
        entry("/me", "language", words.shell_language(), "", words.find_language()),
        entry("/me", "key", words.sign_out(), "", words.find_sign_out()),
        entry("/guide", "wifi", words.guide_wifi(), resort.wifi_network.clone(), words.find_wifi()),
        entry("/guide", "clock", words.guide_check_in(), resort.check_in.to_string(), words.find_check_in()),
        entry("/guide", "clock", words.guide_check_out(), resort.check_out.to_string(), words.find_check_out()),
        entry("/guide", "phone", words.guide_desk(), resort.phone.clone(), words.find_desk()),
        entry("/guide#help", "phone", words.guide_help(), "", words.find_help()),
        entry("/guide", "map", words.guide_address(), resort.address.get(words.lang), words.find_address()),
    ];
    for call in &resort.emergency {
        pages.push(entry("/guide#help", "phone", call.name.get(words.lang), call.phone.clone(), words.find_help()));
    }
    pages
}

/// Pages of the house, by their titles and by what stands in them.
fn guide(shelf: &Shelf, lang: Lang) -> Known {
    shelf.pages.iter().map(|page| entry(format!("/guide/{}", page.key), "guide", page.title.get(lang), "", plain(page.html.get(lang)))).collect()
}

fn routine(shelf: &Shelf, lang: Lang) -> Known {
    let line = |one: &crate::catalog::shelf::Routine| match one.until {
        Some(until) => format!("{} – {until} · {}", one.at, one.r#where.get(lang)),
        None => format!("{} · {}", one.at, one.r#where.get(lang)),
    };
    shelf.resort.routine.iter().map(|one| entry("/guide#routine", "clock", one.what.get(lang), line(one), "")).collect()
}

fn around(shelf: &Shelf, words: Words) -> Known {
    let home = Spot { latitude: shelf.resort.latitude, longitude: shelf.resort.longitude };
    let line = |spot| Distance::of(metres(home, spot)).say(words);
    shelf
        .places
        .iter()
        .map(|place| {
            let spot = Spot { latitude: place.latitude, longitude: place.longitude };
            let called = format!("{} {}", crate::guide::kind_name(words, &place.kind), place.text.get(words.lang));
            entry(format!("/around#{}", place.key), "map", place.name.get(words.lang), line(spot), called)
        })
        .collect()
}

/// The text of a page of the house, without its marks.
fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => {
                inside = true;
                out.push(' ');
            }
            '>' if inside => inside = false,
            _ if inside => {}
            letter => out.push(letter),
        }
    }
    out
}
