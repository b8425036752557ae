//! `/offers`: what is here, and what it costs. A form that works by itself; with JavaScript the list follows it.

use super::say;
use crate::catalog::parts::{OfferCardView, category_icon};
use crate::catalog::search::{Filters, LONGEST};
use crate::catalog::{OfferCard, OffersPageData, offers};
use crate::kit::{Alert, Empty, Icon, PageHead, Sheet, Shelf, Skeleton, Tone, use_changed, use_frame};
use crate::words::use_words;
use leptos::prelude::*;
use leptos::{ev, web_sys};
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use std::time::Duration;

/// How long the list waits for the next letter.
const PAUSE: Duration = Duration::from_millis(250);

/// The page, with whatever else of the cabinet answers the words of the search under the offers.
#[component]
pub fn OffersWith(
    /// Draws it.
    elsewhere: fn(Signal<String>) -> AnyView,
) -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let query = use_query_map();
    let filters = Memo::new(move |_| {
        query.with(|query| {
            let field = |name: &str| query.get_str(name).unwrap_or_default();
            Filters::read(field("q"), field("category"), field("included"), field("today"), field("wished"), field("age"))
        })
    });
    let list = Resource::new_blocking(
        move || (filters.get(), changed.0.get()),
        |(filters, _)| {
            let flag = |on: bool| if on { "1".to_owned() } else { String::new() };
            let age = filters.age.map(|age| age.to_string()).unwrap_or_default();
            offers(filters.q, filters.category.unwrap_or_default(), flag(filters.included), flag(filters.today), flag(filters.wished), age)
        },
    );
    view! {
        <main class="page" id="main">
            <PageHead title=words.catalog_title().to_owned()/>
            <Find filters=filters/>
            <Transition fallback=move || view! { <Skeleton kind="card" count=6/> }>
                {move || {
                    let filters = filters.get();
                    Suspend::new(async move {
                        match list.await {
                            Ok(data) => view! { <List filters=filters data=data/> }.into_any(),
                            Err(refusal) => view! { <Alert tone=Tone::Warn>{say(words, &refusal)}</Alert> }.into_any(),
                        }
                    })
                }}
            </Transition>
            {elsewhere(Signal::derive(move || filters.with(|filters| filters.q.clone())))}
        </main>
    }
    .into_any()
}

/// Goes to a narrowed list without a new page and without a new step back.
fn follow() -> impl Fn(Filters) + Clone + 'static {
    let navigate = use_navigate();
    move |filters: Filters| navigate(&filters.href(), NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() })
}

/// The search field and the filters behind one button: one plain form.
#[component]
fn Find(filters: Memo<Filters>) -> impl IntoView {
    let words = use_words();
    let follow = follow();
    let first = filters.get_untracked();
    let typed = RwSignal::new(first.q.clone());
    // What the address was last made to say, so that it does not write back into the field over newer letters.
    let sent = StoredValue::new(first.q.clone());
    Effect::new(move |_| {
        let q = filters.with(|filters| filters.q.clone());
        if sent.get_value() != q {
            sent.set_value(q.clone());
            typed.set(q);
        }
    });
    let search = {
        let follow = follow.clone();
        move |q: String| {
            let now = Filters { q, ..filters.get_untracked() };
            let read = Filters::read(&now.q, "", "", "", "", "").q;
            sent.set_value(read);
            follow(now);
        }
    };
    let mut later = debounce(PAUSE, search.clone());
    let changed = move |event: ev::Event| {
        let mut now = Filters { q: typed.get_untracked(), ..filters.get_untracked() };
        match name_of(&event).as_deref() {
            Some("included") => now.included = event_target_checked(&event),
            Some("today") => now.today = event_target_checked(&event),
            Some("wished") => now.wished = event_target_checked(&event),
            Some("age") => now.age = event_target_value(&event).parse().ok(),
            _ => return,
        }
        follow(now);
    };
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        close_sheet(&event);
        search(typed.get_untracked());
    };
    view! {
        <form class="find" role="search" method="get" action="/offers" on:submit=submitted on:change=changed>
            <div class="search">
                <Icon name="search"/>
                <input type="search" name="q" maxlength=LONGEST.to_string() autocomplete="off" enterkeyhint="search" aria-label=words.catalog_search()
                    placeholder=words.catalog_search_hint() value=first.q prop:value=move || typed.get()
                    on:input:target=move |event| {
                        typed.set(event.target().value());
                        later(event.target().value());
                    }/>
            </div>
            {move || filters.with(|filters| filters.category.clone()).map(|key| view! { <input type="hidden" name="category" value=key/> }.into_any())}
            <Narrow filters=filters/>
        </form>
    }
    .into_any()
}

/// The name of the field an event came from.
fn name_of(event: &ev::Event) -> Option<String> {
    use leptos::wasm_bindgen::JsCast;
    event.target()?.dyn_into::<web_sys::Element>().ok()?.get_attribute("name")
}

/// Closes the sheet of the form that was sent.
fn close_sheet(event: &ev::SubmitEvent) {
    use leptos::wasm_bindgen::JsCast;
    let form = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    if let Some(sheet) = form.and_then(|form| form.query_selector("details[open]").ok().flatten()) {
        let _ = sheet.remove_attribute("open");
    }
}

/// The filters themselves.
#[component]
fn Narrow(filters: Memo<Filters>) -> impl IntoView {
    let words = use_words();
    let signed_in = use_frame().me.is_some();
    let age = filters.get_untracked().age;
    let ages = (0..=17_i64)
        .map(move |years| view! { <option value=years.to_string() selected=age == Some(years)>{words.catalog_age(years)}</option> }.into_any());
    view! {
        <Sheet label=words.catalog_filters().to_owned() icon="filter">
            <fieldset class="choices">
                <legend>{words.catalog_show_only()}</legend>
                <Check name="today" label=words.catalog_only_today() on=Signal::derive(move || filters.get().today)/>
                {signed_in.then(|| view! {
                    <Check name="included" label=words.catalog_only_included() on=Signal::derive(move || filters.get().included)/>
                    <Check name="wished" label=words.catalog_only_wished() on=Signal::derive(move || filters.get().wished)/>
                }.into_any())}
            </fieldset>
            <div class="field">
                <label for="age">{words.catalog_for_child()}</label>
                <select id="age" name="age" prop:value=move || filters.get().age.map(|age| age.to_string()).unwrap_or_default()>
                    <option value="">{words.catalog_any_age()}</option>
                    {ages.collect_view()}
                </select>
            </div>
            <button class="button" type="submit">{words.catalog_apply()}</button>
        </Sheet>
    }
    .into_any()
}

/// A checkbox that follows the address.
#[component]
fn Check(name: &'static str, label: &'static str, on: Signal<bool>) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="checkbox" name=name value="1" checked=on.get_untracked() prop:checked=move || on.get()/>
            <span class="choice-main">{label}</span>
        </label>
    }
    .into_any()
}

/// Chips, what is narrowed, and the cards.
#[component]
fn List(filters: Filters, data: OffersPageData) -> impl IntoView {
    let words = use_words();
    let found = data.cards.len() as i64;
    let lead = match &data.package {
        Some(package) => view! { <p class="lead">{words.catalog_lead(package)}</p> }.into_any(),
        None => view! {
            <p class="lead">{words.catalog_lead_public()} " " <a href="/sign-in?next=/offers">{words.shell_sign_in()}</a></p>
        }
        .into_any(),
    };
    let whole = filters.is_empty();
    let empty = data.cards.is_empty();
    view! {
        <Chips filters=filters.clone() data=data.clone()/>
        <On filters=filters.clone()/>
        {whole.then_some(lead)}
        <p class="muted" class:visually-hidden=whole || empty role="status">{words.catalog_found(found)}</p>
        {if empty {
            let text = if filters.wished && filters.hidden() == 1 { words.catalog_empty_wished() } else { words.catalog_empty() };
            let icon = if filters.wished { "heart" } else { "search" };
            view! { <Empty icon=icon text=text.to_owned()><a class="button" href="/offers">{words.catalog_show_all()}</a></Empty> }.into_any()
        } else if whole {
            view! { <Shelves data=data/> }.into_any()
        } else {
            view! { <Cards cards=data.cards/> }.into_any()
        }}
    }
    .into_any()
}

/// The categories as chips that keep everything else.
#[component]
fn Chips(filters: Filters, data: OffersPageData) -> impl IntoView {
    let words = use_words();
    let all = Filters { category: None, ..filters.clone() };
    let none = filters.category.is_none();
    let chips = data.categories.into_iter().map(|category| {
        let current = filters.category.as_ref() == Some(&category.key);
        let href = Filters { category: Some(category.key), ..filters.clone() }.href();
        view! { <a href=href aria-current=current.then_some("true")><Icon name=category_icon(&category.icon)/>{category.name}</a> }.into_any()
    });
    view! {
        <nav class="pills" aria-label=words.catalog_categories()>
            <a href=all.href() aria-current=none.then_some("true")>{words.catalog_all()}</a>
            {chips.collect_view()}
        </nav>
    }
    .into_any()
}

/// What is narrowed by the filters behind the button, each with a cross that takes it away.
#[component]
fn On(filters: Filters) -> impl IntoView {
    let words = use_words();
    let mut chips: Vec<(String, Filters)> = Vec::new();
    if filters.today {
        chips.push((words.catalog_only_today().to_owned(), Filters { today: false, ..filters.clone() }));
    }
    if filters.included {
        chips.push((words.catalog_only_included().to_owned(), Filters { included: false, ..filters.clone() }));
    }
    if filters.wished {
        chips.push((words.catalog_only_wished().to_owned(), Filters { wished: false, ..filters.clone() }));
    }
    if let Some(age) = filters.age {
        chips.push((words.catalog_age(age), Filters { age: None, ..filters.clone() }));
    }
    if chips.is_empty() {
        return ().into_any();
    }
    let chips = chips.into_iter().map(|(text, without)| {
        view! {
            <li><a class="narrowed" href=without.href()>
                <span class="visually-hidden">{words.catalog_take_away()}</span>{text}<Icon name="close"/>
            </a></li>
        }
        .into_any()
    });
    view! { <ul class="line">{chips.collect_view()}</ul> }.into_any()
}

/// Everything, one shelf for each category.
#[component]
fn Shelves(data: OffersPageData) -> impl IntoView {
    let words = use_words();
    let mut cards = data.cards;
    let shelves = data.categories.into_iter().map(|category| {
        let (mine, others): (Vec<OfferCard>, Vec<OfferCard>) = std::mem::take(&mut cards).into_iter().partition(|card| card.category == category.key);
        cards = others;
        let all = Filters { category: Some(category.key), ..Filters::default() }.href();
        view! {
            <Shelf title=category.name all=all all_label=words.catalog_all_of(mine.len() as i64)>
                {mine.into_iter().map(|card| view! { <OfferCardView card=card/> }.into_any()).collect_view()}
            </Shelf>
        }
        .into_any()
    });
    shelves.collect_view().into_any()
}

#[component]
fn Cards(cards: Vec<OfferCard>) -> impl IntoView {
    view! { <ul class="offers">{cards.into_iter().map(|card| view! { <OfferCardView card=card/> }.into_any()).collect_view()}</ul> }.into_any()
}
