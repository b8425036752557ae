//! `/sessions/:id` and `/times/:key/:day/:hhmm`: one session or one time: what it is, what this party has of it already,
//! and, in `form.rs`, who goes, what it costs, and the one button that holds the places; in `wait.rs` the waitlist when
//! they are taken.

mod form;
mod wait;

use crate::base::Day;
use crate::booking::parts::{Instead, Unread, ZoneNote, day_and_wall, say, say_state};
use crate::booking::{Hold, SlotData, SlotState, Yours, slot_details};
use crate::catalog::parts::{TagView, say_ages};
use crate::kit::use_params_map;
use crate::kit::{Alert, PageHead, Shown, Skeleton, Tone, use_changed, use_frame, use_places};
use crate::words::use_words;
use form::{Choose, Draft};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// `/sessions/:id`
#[component]
pub fn SessionPage() -> impl IntoView {
    let params = use_params_map();
    let at = Memo::new(move |_| params.with_value(|params| format!("/sessions/{}", params.get_str("id").unwrap_or_default())));
    view! { <SlotPage at=at/> }.into_any()
}

/// `/times/:key/:day/:hhmm`
#[component]
pub fn TimePage() -> impl IntoView {
    let params = use_params_map();
    let at = Memo::new(move |_| {
        params.with_value(|params| {
            let part = |name: &str| params.get_str(name).unwrap_or_default().to_owned();
            format!("/times/{}/{}/{}", part("key"), part("day"), part("hhmm"))
        })
    });
    view! { <SlotPage at=at/> }.into_any()
}

#[component]
fn SlotPage(at: Memo<String>) -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    // The day of what was read last, and of which address it is.
    let shown = RwSignal::new(None::<(String, Day)>);
    let places = use_places().on(move || match shown.get() {
        Some((read, day)) if at.with(|at| *at == read) => Shown::Day(day),
        _ => Shown::Nothing,
    });
    let data = Resource::new_blocking(move || (at.get(), changed.0.get(), places.get()), |(at, ..)| slot_details(at));
    let action = ServerAction::<Hold>::new();
    let navigate = use_navigate();
    Effect::new(move |_| {
        // Refused: places and prices may have changed.
        if action.version().get() > 0 && action.value().with(|value| matches!(value, Some(Err(_)))) {
            changed.0.update(|times| *times += 1);
        }
    });
    Effect::new(move |_| {
        if let Some(Ok(booking)) = action.value().get() {
            navigate(&format!("/bookings/{booking}"), NavigateOptions::default());
        }
    });
    let draft = Draft::of::<Hold>();
    let waiting = wait::Deeds::new();
    Effect::new(move |_| {
        if waiting.versions() > 0 {
            changed.0.update(|times| *times += 1);
        }
    });
    view! {
        <Transition fallback=move || view! {
            <main class="page" id="main"><PageHead title=words.book_title().to_owned()/><Skeleton kind="card" count=1/><Skeleton kind="line" count=4/></main>
        }>
            {move || Suspend::new(async move {
                let data = data.await;
                let read = data.as_ref().ok().map(|data| (data.target.path(), data.day));
                // In the browser only: on the server it would ask once more for a page that is drawn.
                Effect::new(move |_| shown.set(read.clone()));
                match data {
                    Ok(data) => view! { <Slot data=data draft=draft action=action waiting=waiting/> }.into_any(),
                    Err(refusal) => view! { <Unread refusal=refusal next=at.get_untracked()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Slot(data: SlotData, draft: Draft, action: ServerAction<Hold>, waiting: wait::Deeds) -> impl IntoView {
    let words = use_words();
    let back = format!("/book?day={}", data.day);
    let when = day_and_wall(words, data.day, &data.wall);
    let alternatives = data.alternatives.clone();
    let state = data.yours.first().map_or(data.state.clone(), |yours| SlotState::Yours { booking: yours.booking, held: yours.held });
    // Whoever goes already wants to know whether somebody else can come, and needs no form unless somebody can.
    let also_left = data.left.filter(|left| *left > 0 && !data.yours.is_empty());
    let open = data.state == SlotState::Free && (data.yours.is_empty() || data.party.iter().any(|person| person.obstacle.is_none()));
    view! {
        <main class="page" id="main">
            <PageHead title=data.title.clone() back=back back_label=words.page_back()/>
            <figure class="hero"><img src=data.photo.clone() alt="" width="640" height="400"/></figure>
            <div class="slot-head">
                <p class="slot-when"><time datetime=format!("{}T{}", data.day, data.wall)>{when}</time></p>
                <p class="line">
                    <TagView tag=data.tag.clone() day=Some(data.day)/>
                    <SlotStateLine state=state left=data.left/>
                    {also_left.map(|left| view! { <span class="muted">{words.book_places_left(left)}</span> }.into_any())}
                </p>
                <p class="lead">{data.summary.clone()}</p>
            </div>
            <ZoneNote/>
            <Facts data=data.clone()/>
            <Have yours=data.yours.clone() alone=!open/>
            <State data=data.clone() action=action/>
            {(!open).then(|| view! { <wait::Waitlist data=data.clone() deeds=waiting/> }.into_any())}
            <Instead alternatives=alternatives/>
            {open.then(|| view! { <wait::Waitlist data=data.clone() deeds=waiting/> <Choose data=data.clone() draft=draft action=action/> }.into_any())}
        </main>
    }
    .into_any()
}

#[component]
fn SlotStateLine(state: SlotState, left: Option<i64>) -> impl IntoView {
    let words = use_words();
    let text = say_state(words, &state, left);
    let class = match (&state, left) {
        (SlotState::Yours { held: true, .. }, _) => "slot-held",
        (SlotState::Yours { .. }, _) => "slot-yours",
        (SlotState::Free, Some(..=3)) => "slot-few",
        _ => "muted",
    };
    view! { <span class=class>{text}</span> }.into_any()
}

#[component]
fn Facts(data: SlotData) -> impl IntoView {
    let words = use_words();
    let mut ages = say_ages(words, data.age_min, data.age_max);
    if data.adult_needed {
        ages = format!("{ages}. {}", words.catalog_adult_needed());
    }
    let facts = [
        (words.book_when(), format!("{}, {}", words.day_long(data.day), words.book_from_to(&data.wall, &data.until))),
        (words.book_where(), data.place),
        (words.book_length(), words.minutes(data.minutes)),
        (words.book_whom(), ages),
        (words.book_bring(), data.bring.unwrap_or_default()),
    ];
    view! {
        <dl class="facts">
            {facts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| view! {
                <div><dt>{name}</dt><dd>{text}</dd></div>
            }.into_any()).collect_view()}
        </dl>
        <p>{data.details}</p>
    }
    .into_any()
}

/// What this party has of this time: who goes, and the way there.
#[component]
fn Have(
    yours: Vec<Yours>,
    /// There is no form below: the way to the booking is the one thing to do.
    alone: bool,
) -> impl IntoView {
    let words = use_words();
    let class = if alone { "button" } else { "button-quiet" };
    let links = yours.into_iter().map(|one| {
        let (tone, text) = if one.held { (Tone::Hold, words.book_yours_held()) } else { (Tone::Good, words.book_yours()) };
        view! {
            <Alert tone=tone><p>{text}": "<b>{one.names.join(", ")}</b></p></Alert>
            <p class="actions"><a class=class href=format!("/bookings/{}", one.booking)>{words.book_open_yours()}</a></p>
        }
        .into_any()
    });
    view! { {links.collect_view()} }.into_any()
}

/// When there is nothing to hold: why, and the way on.
#[component]
fn State(data: SlotData, action: ServerAction<Hold>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    // Somebody was quicker: said here, since the form is gone with the places.
    let coin = frame.coin.clone();
    let refused = move || {
        let refusal = action.value().get().and_then(Result::err)?;
        let text = say(words, &coin, &refusal);
        Some(view! { <Alert tone=Tone::Warn>{text}</Alert> }.into_any())
    };
    let (tone, text) = match &data.state {
        SlotState::Free => return ().into_any(),
        _ if !data.yours.is_empty() || !data.line.yours.is_empty() => return view! { {refused} }.into_any(),
        SlotState::AfterDeparture => {
            let departs = frame.me.as_ref().map_or(frame.today, |me| me.departs);
            (Tone::Info, words.book_after_departure(&words.day_and_month(departs)))
        }
        state => (Tone::Info, say_state(words, state, data.left)),
    };
    let all = format!("/book?offer={}", data.key);
    view! {
        {refused}
        <Alert tone=tone>{text}</Alert>
        <p class="actions"><a class="button-quiet" href=all>{words.book_more_times()}</a></p>
    }
    .into_any()
}
