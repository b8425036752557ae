//! The doors of the guide. Everything is read from the shelf, for everybody; the Wi-Fi's password only for guests who
//! are staying.

use super::{AroundData, Article, GuideData, GuideRefusal};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// The first page. `day` is `2026-11-21` within the coming week; anything else means today.
#[server(endpoint = "guide", input = GetUrl)]
pub async fn guide(#[server(default)] day: String) -> Result<GuideData, GuideRefusal> {
    use super::rules::{self, Moment, moment};
    use super::{Call, PageLink, RoutineLine, Spot};
    use crate::base::{Day, clock_text};
    use crate::catalog::shelf::{falls_on, shelf};
    use crate::people::session::{Guest, caller};
    use crate::server::house;

    let (shelf, lang, now) = (shelf()?, caller()?.lang, house()?.clock.now());
    let resort = &shelf.resort;
    let spot = Spot { latitude: resort.latitude, longitude: resort.longitude };
    let (today, minute) = (shelf.time.day(now), shelf.time.wall(now).0);
    let days: Vec<Day> = (0..7).map(|ahead| today.plus(ahead)).collect();
    let day = Day::parse(&day).filter(|day| days.contains(day)).unwrap_or(today);
    let mut lines: Vec<_> = resort.routine.iter().filter(|line| falls_on(&line.days, day)).collect();
    lines.sort_by_key(|line| line.at);
    let mut near = places(&shelf, lang);
    near.truncate(4);
    Ok(GuideData {
        network: resort.wifi_network.clone(),
        open: resort.wifi_password.is_empty(),
        password: Guest::staying().ok().map(|_| resort.wifi_password.clone()).filter(|password| !password.is_empty()),
        check_in: resort.check_in.to_string(),
        check_out: resort.check_out.to_string(),
        phone: resort.phone.clone(),
        email: resort.email.clone(),
        address: resort.address.get(lang).to_owned(),
        map: rules::map_href(&resort.map, spot),
        geo: android().then(|| rules::geo_href(spot)),
        emergency: resort.emergency.iter().map(|call| Call { name: call.name.get(lang).to_owned(), phone: call.phone.clone() }).collect(),
        day,
        days,
        routine: lines
            .into_iter()
            .map(|line| RoutineLine {
                at: clock_text(line.at.0),
                until: line.until.map(|until| clock_text(until.0)),
                what: line.what.get(lang).to_owned(),
                place: line.r#where.get(lang).to_owned(),
                moment: if day == today { moment(line.at.0, line.until.map(|until| until.0), minute) } else { Moment::Later },
            })
            .collect(),
        pages: shelf.pages.iter().map(|page| PageLink { key: page.key.clone(), title: page.title.get(lang).to_owned() }).collect(),
        near,
    })
}

/// A page of the house. Should its author have written the Wi-Fi's password into it, somebody who is not staying does
/// not read it here either.
#[server(endpoint = "guide-page", input = GetUrl)]
pub async fn guide_page(key: String) -> Result<Article, GuideRefusal> {
    use super::{PageLink, rules};
    use crate::base::Fault;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller};
    use crate::words::Words;

    let (shelf, lang) = (shelf()?, caller()?.lang);
    let page = shelf.pages.iter().find(|page| page.key == key).ok_or(Fault::NotFound)?;
    let html = page.html.get(lang);
    let html = match Guest::staying() {
        Ok(_) => html.to_owned(),
        Err(_) => rules::without(html, &shelf.resort.wifi_password, Words::of(lang).guide_wifi_hidden()),
    };
    let others = shelf.pages.iter().filter(|other| other.key != page.key);
    Ok(Article {
        title: page.title.get(lang).to_owned(),
        html,
        others: others.map(|other| PageLink { key: other.key.clone(), title: other.title.get(lang).to_owned() }).collect(),
    })
}

/// What is around, of one kind or of all, nearest first. An unknown kind is an empty list.
#[server(endpoint = "around", input = GetUrl)]
pub async fn around(#[server(default)] kind: String) -> Result<AroundData, GuideRefusal> {
    use crate::catalog::shelf::shelf;
    use crate::people::session::caller;

    let (shelf, lang) = (shelf()?, caller()?.lang);
    let mut kinds: Vec<String> = Vec::new();
    for place in &shelf.places {
        if !kinds.contains(&place.kind) {
            kinds.push(place.kind.clone());
        }
    }
    let mut places = places(&shelf, lang);
    places.retain(|place| kind.is_empty() || place.kind == kind);
    Ok(AroundData { kinds, places })
}

/// Whether the phone that asks opens `geo:` addresses: Android does, an iPhone leaves them dead.
#[cfg(feature = "ssr")]
fn android() -> bool {
    use_context::<http::request::Parts>().is_some_and(|parts| {
        parts.headers.get(http::header::USER_AGENT).and_then(|agent| agent.to_str().ok()).is_some_and(|agent| agent.contains("Android"))
    })
}

/// Every place with its distance, nearest first.
#[cfg(feature = "ssr")]
fn places(shelf: &crate::catalog::shelf::Shelf, lang: crate::base::Lang) -> Vec<super::PlaceView> {
    use super::{PlaceView, Spot, rules};

    let home = Spot { latitude: shelf.resort.latitude, longitude: shelf.resort.longitude };
    let android = android();
    let mut places: Vec<PlaceView> = shelf
        .places
        .iter()
        .map(|place| {
            let spot = Spot { latitude: place.latitude, longitude: place.longitude };
            PlaceView {
                key: place.key.clone(),
                kind: place.kind.clone(),
                name: place.name.get(lang).to_owned(),
                text: place.text.get(lang).to_owned(),
                spot,
                map: rules::map_href(&shelf.resort.map, spot),
                geo: android.then(|| rules::geo_href(spot)),
                phone: place.phone.clone(),
                metres: rules::metres(home, spot),
            }
        })
        .collect();
    places.sort_by_key(|place| place.metres);
    places
}
