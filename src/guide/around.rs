//! `/around`: what is near, from the resort or from where the phone is.

use super::guest::Sorry;
use super::rules::{Distance, dialled, metres};
use super::{AroundData, PlaceView, Spot, around};
use crate::browser;
use crate::kit::{Empty, Icon, PageHead, Skeleton, use_changed};
use crate::words::{Words, use_words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// `/around`
#[component]
pub fn AroundPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let query = use_query_map();
    let kind = Memo::new(move |_| query.with(|query| query.get_str("kind").unwrap_or_default().to_owned()));
    let data = Resource::new_blocking(move || (kind.get(), changed.0.get()), |(kind, _)| around(kind));
    // Where the phone is. It stays on the phone: distances are measured here.
    let me = RwSignal::new(None::<Spot>);
    view! {
        <main class="page" id="main">
            <PageHead title=words.guide_around().to_owned() back="/guide" back_label=words.guide_back()/>
            <p class="lead">{words.guide_around_lead()}</p>
            <Measure me=me/>
            <Transition fallback=move || view! { <Skeleton kind="row" count=6/> }>
                {move || {
                    let kind = kind.get();
                    Suspend::new(async move {
                        match data.await {
                            Ok(data) => view! { <Places kind=kind data=data me=me/> }.into_any(),
                            Err(refusal) => view! { <Sorry refusal=refusal/> }.into_any(),
                        }
                    })
                }}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn Places(kind: String, data: AroundData, me: RwSignal<Option<Spot>>) -> impl IntoView {
    let words = use_words();
    let none = kind.is_empty();
    let kinds = data.kinds.into_iter().map(|one| {
        let current = one == kind;
        view! {
            <a href=format!("/around?kind={one}") aria-current=current.then_some("true")><Icon name=kind_icon(&one)/>{kind_name(words, &one)}</a>
        }
        .into_any()
    });
    view! {
        <nav class="pills" aria-label=words.guide_kinds()>
            <a href="/around" aria-current=none.then_some("true")>{words.guide_all()}</a>
            {kinds.collect_view()}
        </nav>
        {if data.places.is_empty() {
            view! { <Empty icon="map" text=words.guide_around_empty().to_owned()><a class="button" href="/around">{words.guide_around_all()}</a></Empty> }.into_any()
        } else {
            let places = data.places;
            let rows = move || {
                measured(places.clone(), me.get()).into_iter().map(|place| view! { <PlaceRow place=place/> }.into_any()).collect_view()
            };
            view! { <ul class="places">{rows}</ul> }.into_any()
        }}
    }
    .into_any()
}

/// The places as far away as they are from here, nearest first; from the resort while nobody has asked.
fn measured(mut places: Vec<PlaceView>, from: Option<Spot>) -> Vec<PlaceView> {
    let Some(from) = from else { return places };
    for place in &mut places {
        place.metres = metres(from, place.spot);
    }
    places.sort_by_key(|place| place.metres);
    places
}

/// Asks the phone where it is, when its owner asks for it.
#[component]
fn Measure(me: RwSignal<Option<Spot>>) -> impl IntoView {
    let words = use_words();
    let asking = RwSignal::new(false);
    let lost = RwSignal::new(false);
    let ask = move |_| {
        (asking.set(true), lost.set(false));
        browser::locate(move |found| {
            asking.set(false);
            lost.set(found.is_none());
            me.set(found.map(|(latitude, longitude)| Spot { latitude, longitude }).or_else(|| me.get_untracked()));
        });
    };
    view! {
        <p class="line needs-script">
            <button type="button" class="button-quiet button-small" aria-busy=move || asking.get().then_some("true") on:click=ask>
                <Icon name="place"/>{words.guide_measure()}
            </button>
            <span class="small muted" role="status">{move || match (lost.get(), me.get()) {
                (true, _) => words.guide_measure_lost(),
                (false, Some(_)) => words.guide_measured(),
                (false, None) => "",
            }}</span>
        </p>
    }
    .into_any()
}

#[component]
fn PlaceRow(place: PlaceView) -> impl IntoView {
    let words = use_words();
    view! {
        <li class="place" id=place.key>
            <span class="place-kind"><Icon name=kind_icon(&place.kind)/></span>
            <div class="place-main">
                <h2 class="place-name">{place.name}</h2>
                <p class="place-meta"><span class="visually-hidden">{kind_name(words, &place.kind)}", "</span><b class="num">{Distance::of(place.metres).say(words)}</b></p>
                <p>{place.text}</p>
                <p class="line">
                    <a class="button-quiet button-small" href=place.map target="_blank" rel="noopener"><Icon name="map"/>{words.guide_map()}</a>
                    {place.geo.map(|geo| view! { <a class="button-quiet button-small" href=geo><Icon name="place"/>{words.guide_map_phone()}</a> }.into_any())}
                    {place.phone.map(|phone| view! {
                        <a class="button-quiet button-small" href=dialled(&phone)><Icon name="phone"/><bdi dir="ltr">{phone.clone()}</bdi></a>
                    }.into_any())}
                </p>
            </div>
        </li>
    }
    .into_any()
}

/// The icon of a kind of place.
pub fn kind_icon(kind: &str) -> &'static str {
    match kind {
        "beach" => "sun",
        "food" => "cup",
        "sight" => "camera",
        "shop" => "basket",
        "pharmacy" | "hospital" => "plus",
        "transport" => "compass",
        "nature" => "leaf",
        _ => "place",
    }
}

/// A kind of place in words.
pub fn kind_name(words: Words, kind: &str) -> &'static str {
    match kind {
        "beach" => words.guide_kind_beach(),
        "food" => words.guide_kind_food(),
        "sight" => words.guide_kind_sight(),
        "shop" => words.guide_kind_shop(),
        "pharmacy" => words.guide_kind_pharmacy(),
        "hospital" => words.guide_kind_hospital(),
        "transport" => words.guide_kind_transport(),
        "nature" => words.guide_kind_nature(),
        _ => "",
    }
}
