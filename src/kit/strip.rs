//! The strip of days: one tap per day, scrolls sideways, starts at the chosen one.

use leptos::{html, prelude::*};

/// One day to tap, in the strip and in the month.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayChip {
    pub href: String,
    /// "Mon"; not drawn in the month.
    pub weekday: String,
    /// "14".
    pub number: String,
    /// What a screen reader says: "Tuesday 14 April, 2 bookings".
    pub label: String,
    /// The chosen day.
    pub current: bool,
    pub today: bool,
    /// How many of the guest's own things are on this day; at most three dots are drawn.
    pub dots: u8,
    /// Nothing is free on this day; it can still be looked at.
    pub nothing: bool,
    /// Nothing can be chosen on this day.
    pub disabled: bool,
}

/// The strip. `selected` is the `href` of the chosen day; a chip with `current` is chosen too.
#[component]
pub fn DayStrip(
    days: Vec<DayChip>,
    #[prop(into)] selected: String,
    /// What a screen reader calls the strip.
    #[prop(optional, into)]
    label: Option<String>,
    /// To which day it was scrolled before; a list that is read anew stays where somebody has moved it.
    #[prop(optional)]
    scrolled: Option<StoredValue<String>>,
) -> impl IntoView {
    let strip = NodeRef::<html::Ol>::new();
    let chosen_day = selected.clone();
    Effect::new(move |_| {
        use leptos::wasm_bindgen::JsCast;
        let Some(strip) = strip.get() else { return };
        if scrolled.is_some_and(|scrolled| scrolled.with_value(|before| *before == chosen_day)) {
            return;
        }
        if let Some(scrolled) = scrolled {
            scrolled.set_value(chosen_day.clone());
        }
        let chosen = strip.query_selector("[aria-current=date]").ok().flatten();
        if let Some(chosen) = chosen.and_then(|found| found.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
            strip.set_scroll_left(chosen.offset_left() - (strip.client_width() - chosen.offset_width()) / 2);
        }
    });
    let days = days
        .into_iter()
        .map(|mut day| {
            day.current |= day.href == selected;
            view! { <li>{chip(day, true)}</li> }
        })
        .collect_view();
    view! {
        <nav class="strip" aria-label=label>
            <ol node_ref=strip>{days}</ol>
        </nav>
    }
    .into_any()
}

/// One chip; the weekday is drawn only in the strip.
pub(super) fn chip(day: DayChip, weekday: bool) -> AnyView {
    let class = match (day.today, day.disabled, day.nothing) {
        (true, true, _) => "day day-today day-off",
        (true, false, true) => "day day-today day-none",
        (true, false, false) => "day day-today",
        (false, true, _) => "day day-off",
        (false, false, true) => "day day-none",
        (false, false, false) => "day",
    };
    let inside = view! {
        {weekday.then(|| view! { <span class="day-name" aria-hidden="true">{day.weekday}</span> })}
        <span class="day-number" aria-hidden="true">{day.number}</span>
        <span class="day-dots" aria-hidden="true">
            {(0..day.dots.min(3)).map(|_| view! { <i></i> }).collect_view()}
        </span>
        <span class="visually-hidden">{day.label}</span>
    };
    if day.disabled {
        view! { <span class=class aria-disabled="true">{inside}</span> }.into_any()
    } else {
        view! { <a class=class href=day.href aria-current=day.current.then_some("date")>{inside}</a> }.into_any()
    }
}
