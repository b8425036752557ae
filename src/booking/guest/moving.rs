//! `/bookings/:id/move`: another time for the same people at the same price. One form with one choice.

use crate::booking::parts::{RefusalView, Unread};
use crate::booking::{Alternative, MoveBooking, MoveData, Target, move_options};
use crate::kit::use_params_map;
use crate::kit::{Alert, Choice, DayChip, DayStrip, PageHead, Rows, Skeleton, Tone, row_number, steady, use_changed, use_frame};
use crate::words::use_words;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

#[component]
pub fn MovePage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let (params, query) = (use_params_map(), use_query_map());
    let id = Memo::new(move |_| params.with_value(|params| params.get_str("id").and_then(|id| id.parse::<i64>().ok()).unwrap_or_default()));
    let day = Memo::new(move |_| query.with(|query| query.get_str("day").unwrap_or_default().to_owned()));
    let data = Resource::new_blocking(move || (id.get(), day.get(), changed.0.get()), |(id, day, _)| move_options(id, day));
    let action = ServerAction::<MoveBooking>::new();
    let navigate = use_navigate();
    Effect::new(move |_| {
        // Refused: what is free may have changed.
        if action.version().get() > 0 && action.value().with(|value| matches!(value, Some(Err(_)))) {
            changed.0.update(|times| *times += 1);
        }
    });
    Effect::new(move |_| {
        if let Some(Ok(id)) = action.value().get() {
            navigate(&format!("/bookings/{id}"), NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    });
    view! {
        <Transition fallback=move || view! {
            <main class="page" id="main"><PageHead title=words.book_move_title().to_owned()/><Skeleton kind="row" count=6/></main>
        }>
            {move || Suspend::new(async move {
                match data.await {
                    Ok(data) => view! { <Moving data=data action=action/> }.into_any(),
                    Err(refusal) => view! { <Unread refusal=refusal next=format!("/bookings/{}/move", id.get_untracked())/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Moving(data: MoveData, action: ServerAction<MoveBooking>) -> impl IntoView {
    let words = use_words();
    let refused = move || action.value().get().and_then(Result::err);
    let now = words.book_move_now(&words.day_long(data.day), &data.wall);
    view! {
        <main class="page" id="main">
            <PageHead title=words.book_move_title().to_owned() back=format!("/bookings/{}", data.id) back_label=words.page_back()/>
            <p class="lead"><b>{data.title.clone()}</b></p>
            <p>{now}</p>
            <p class="muted">{words.book_move_lead()}</p>
            {move || refused().map(|refusal| view! { <RefusalView refusal=refusal/> }.into_any())}
            {if data.can_move {
                view! { <Strip data=data.clone()/><Options data=data action=action/> }.into_any()
            } else {
                view! { <Alert tone=Tone::Info>{words.book_move_late()}</Alert> }.into_any()
            }}
        </main>
    }
    .into_any()
}

/// The days of the stay, for times of one's own.
#[component]
fn Strip(data: MoveData) -> impl IntoView {
    let (words, today) = (use_words(), use_frame().today);
    let Some(shown) = data.shown else { return ().into_any() };
    let href = |day| format!("/bookings/{}/move?day={day}", data.id);
    let length = data.departs.days_since(today).clamp(0, 59);
    let days = (0..=length)
        .map(|ahead| {
            let day = today.plus(ahead);
            DayChip {
                href: href(day),
                weekday: words.weekday_short(day).to_owned(),
                number: day.of_month().to_string(),
                label: words.day_long(day),
                current: day == shown,
                today: day == today,
                dots: u8::from(day == data.day),
                nothing: false,
                disabled: false,
            }
        })
        .collect();
    view! { <DayStrip days=days selected=href(shown) label=words.book_days()/> }.into_any()
}

#[component]
fn Options(data: MoveData, action: ServerAction<MoveBooking>) -> impl IntoView {
    let words = use_words();
    if data.options.is_empty() {
        let text = if data.shown.is_some() { words.book_move_none_day() } else { words.book_move_none() };
        return view! { <Alert tone=Tone::Info>{text}</Alert> }.into_any();
    }
    let choices =
        data.options.into_iter().map(|one| (row_number(&one.target.path()), steady(one.clone(), move || view! { <OneTime one=one/> }.into_any())));
    view! {
        <ActionForm action=action attr:class="fields">
            <input type="hidden" name="booking" value=data.id.to_string()/>
            <fieldset class="choices">
                <legend>{words.book_move_choose()}</legend>
                {choices.collect::<Rows>()}
            </fieldset>
            <div class="act-bar"><button class="button" type="submit" disabled=move || action.pending().get()>{words.book_move_button()}</button></div>
        </ActionForm>
    }
    .into_any()
}

#[component]
fn OneTime(one: Alternative) -> impl IntoView {
    let words = use_words();
    let label = crate::booking::parts::day_and_wall(words, one.day, &one.wall);
    let hint = matches!(one.target, Target::Session(_)).then(|| words.book_places_left(one.left));
    view! { <Choice kind="radio" name="to" value=one.target.path() label=label hint=hint/> }.into_any()
}
