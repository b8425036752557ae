//! `/staff/bookings/close`: calling off a session, a resource for a span of a day, or all of an offer on a day. First it
//! is chosen what; then everybody whom it concerns is listed, and each booking needs a choice. Plain forms throughout.

use crate::base::{BookingId, ClosureId, Day, Fault};
use crate::booking::closing::{Affected, ClosingPage, ClosingRefusal, ClosingSheet, DeskClosure, Fate, LONGEST_REASON, Named, Scope};
use crate::booking::parts::{day_and_wall, say as say_booking};
use crate::booking::{Alternative, StaffClose, StaffReopen, Target, staff_closing, staff_closures};
use crate::kit::{Alert, Choice, ConsoleFault, ConsoleHead, Icon, Rows, Skeleton, Tag, Tone, say_fault, typed_fields, use_changed, use_frame};
use crate::people::use_role;
use crate::words::{Words, use_words};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Form;
use leptos_router::hooks::{use_navigate, use_query_map};
use std::collections::HashMap;

fn say_named(words: Words, who: &[Named]) -> String {
    who.iter().map(|one| words.close_room_name(&one.name, &one.room)).collect::<Vec<_>>().join("; ")
}

fn say(words: Words, refusal: &ClosingRefusal) -> String {
    let coin = use_frame().coin;
    match refusal {
        ClosingRefusal::ReasonMissing => words.close_refused_reason().to_owned(),
        ClosingRefusal::ChoiceMissing(n) => words.close_refused_choice(*n),
        ClosingRefusal::ChoiceWrong(who) => words.close_refused_wrong(&say_named(words, std::slice::from_ref(who))),
        ClosingRefusal::Changed { came, gone } => {
            let mut said = vec![words.close_refused_changed().to_owned()];
            said.extend((!came.is_empty()).then(|| words.close_refused_came(&say_named(words, came))));
            said.extend((!gone.is_empty()).then(|| words.close_refused_gone(&say_named(words, gone))));
            said.join(" ")
        }
        ClosingRefusal::NotMoved(who, why) => words.close_refused_move(&say_named(words, std::slice::from_ref(who)), &say_booking(words, &coin, why)),
        ClosingRefusal::Already(by) => words.close_refused_already(by),
        ClosingRefusal::Over => words.close_refused_over().to_owned(),
        ClosingRefusal::Fault(Fault::Field(_)) => words.close_refused_span().to_owned(),
        ClosingRefusal::Fault(fault) => say_fault(words, fault),
    }
}

/// What has been chosen and typed so far; it outlives a reload of the list, and comes back after a refusal where no
/// JavaScript runs.
#[derive(Clone, Copy)]
struct Draft {
    choices: StoredValue<HashMap<i64, String>>,
    reason: StoredValue<String>,
}

impl Draft {
    fn new() -> Draft {
        let fields = typed_fields::<StaffClose>();
        let number = |name: &str| name.strip_prefix("choices[")?.strip_suffix(']')?.parse::<i64>().ok();
        let choices = fields.iter().filter_map(|(name, value)| Some((number(name)?, value.clone()))).collect();
        let reason = fields.iter().find(|(name, _)| name == "reason").map(|(_, value)| value.clone()).unwrap_or_default();
        Draft { choices: StoredValue::new(choices), reason: StoredValue::new(reason) }
    }

    fn is(self, booking: BookingId, value: &str) -> bool {
        self.choices.with_value(|choices| choices.get(&booking.0).is_some_and(|chosen| chosen == value))
    }

    fn choose(self, booking: BookingId, value: String) {
        self.choices.update_value(|choices| {
            choices.insert(booking.0, value);
        });
    }
}

/// `/staff/bookings/close?session=`, `?resource=&day=&from=&until=`, `?offer=&day=`, or with nothing: what to choose from.
#[component]
pub fn ClosePage() -> impl IntoView {
    let words = use_words();
    let today = use_frame().today;
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(|query| Scope::asked(|name| query.get_str(name))));
    let day = Memo::new(move |_| query.with(|query| query.get_str("day").and_then(Day::parse).unwrap_or(today)));
    // Nothing here follows the live stream: what somebody is choosing must not be drawn anew, but for a refusal.
    let again = RwSignal::new(0_u32);
    let data = Resource::new_blocking(
        move || (asked.get(), again.get()),
        |(asked, _)| staff_closing(asked.and_then(Result::ok).map(|scope| scope.path()).unwrap_or_default()),
    );
    let action = ServerAction::<StaffClose>::new();
    let draft = Draft::new();
    let navigate = use_navigate();
    Effect::new(move |_| {
        if action.version().get() > 0 && action.value().with(|value| matches!(value, Some(Err(_)))) {
            again.update(|times| *times += 1);
        }
    });
    Effect::new(move |_| {
        if let Some(Ok(day)) = action.value().get() {
            navigate(&format!("/staff/bookings?day={day}"), NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    });
    view! {
        <main class="console-main" id="main">
            <ConsoleHead title=words.close_title().to_owned()>
                <a class="button-quiet" href=move || format!("/staff/bookings?day={}", day.get())>{words.console_bookings()}</a>
            </ConsoleHead>
            {move || (asked.get() == Some(Err(()))).then(|| view! { <ConsoleFault text=words.close_refused_span().to_owned()/> }.into_any())}
            {move || action.value().get().and_then(Result::err).map(|refusal| view! { <Alert tone=Tone::Bad><p>{say(words, &refusal)}</p></Alert> }.into_any())}
            <Transition fallback=|| view! { <Skeleton count=6/> }>
                {move || Suspend::new(async move {
                    match data.await {
                        Ok(ClosingPage { sheet: Some(sheet), .. }) => view! { <CallOff sheet=sheet draft=draft action=action/> }.into_any(),
                        Ok(page) => view! { <What page=page day=day.get_untracked()/> }.into_any(),
                        Err(ClosingRefusal::Fault(Fault::NotFound)) => view! { <ConsoleFault text=words.close_none().to_owned()/> }.into_any(),
                        Err(refusal) => view! { <ConsoleFault text=say(words, &refusal)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

/// Two forms: something that appointments occupy, for a span; or an offer, for a day. A session is chosen on the sheet.
#[component]
fn What(page: ClosingPage, day: Day) -> impl IntoView {
    let words = use_words();
    let day_field = move |id: &'static str| {
        view! {
            <div class="field"><label for=id>{words.bookings_day()}</label><input id=id name="day" type="date" required value=day.to_string()/></div>
        }
        .into_any()
    };
    let time = |id: &'static str, label: &'static str| {
        view! { <div class="field"><label for=id>{label}</label><input id=id name=id type="time" required step="300" value="00:00"/></div> }
            .into_any()
    };
    view! {
        <p class="muted">{words.close_lead()}</p>
        <section class="section">
            <h2>{words.close_resource()}</h2>
            <Form method="GET" action="/staff/bookings/close" attr:class="filters">
                <div class="field">
                    <label for="resource">{words.close_which()}</label>
                    <select id="resource" name="resource" required>
                        {page.resources.into_iter().map(|(id, name)| view! { <option value=id.to_string()>{name}</option> }.into_any()).collect_view()}
                    </select>
                </div>
                {day_field("resource-day")}
                {time("from", words.close_from())}
                {time("until", words.close_until())}
                <button class="button-quiet" type="submit">{words.close_show()}</button>
            </Form>
            <p class="hint">{words.close_span_hint()}</p>
        </section>
        <section class="section">
            <h2>{words.close_offer()}</h2>
            <Form method="GET" action="/staff/bookings/close" attr:class="filters">
                <div class="field">
                    <label for="offer">{words.close_which()}</label>
                    <select id="offer" name="offer" required>
                        {page.offers.into_iter().map(|(key, title)| view! { <option value=key>{title}</option> }.into_any()).collect_view()}
                    </select>
                </div>
                {day_field("offer-day")}
                <button class="button-quiet" type="submit">{words.close_show()}</button>
            </Form>
        </section>
    }
    .into_any()
}

/// Everybody whom it concerns, a choice for each, the reason, and the one button.
#[component]
fn CallOff(sheet: ClosingSheet, draft: Draft, action: ServerAction<StaffClose>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let when = format!("{}, {}", words.day_near(sheet.day, frame.today), words.book_from_to(&sheet.wall, &sheet.until));
    let came: Vec<BookingId> = match action.value().get_untracked() {
        Some(Err(ClosingRefusal::Changed { came, .. })) => came.into_iter().map(|one| one.booking).collect(),
        _ => Vec::new(),
    };
    let (bookings, may_stay) = (sheet.affected.len() as i64, sheet.may_stay);
    let affected = sheet.affected.into_iter().map(move |one| {
        let fresh = came.contains(&one.booking);
        view! { <OneBooking one=one fresh=fresh may_stay=may_stay draft=draft/> }.into_any()
    });
    view! {
        <section class="card">
            <h2>{sheet.title}</h2>
            <p>{when}</p>
        </section>
        <ActionForm action=action attr:class="fields console-form">
            <input type="hidden" name="what" value=sheet.what/>
            <input type="hidden" name="intent" value=sheet.intent/>
            <p>{if bookings == 0 { words.close_nobody().to_owned() } else { words.close_affected(bookings) }}</p>
            {affected.collect_view()}
            {sheet.held.into_iter().map(|one| view! { <OneHold one=one/> }.into_any()).collect_view()}
            <div class="field">
                <label for="reason">{words.close_reason()}</label>
                <input id="reason" name="reason" type="text" required maxlength=LONGEST_REASON.to_string() autocomplete="off" dir="auto"
                    value=draft.reason.get_value() on:input=move |event| draft.reason.set_value(event_target_value(&event)) aria-describedby="reason-note"/>
                <p class="hint" id="reason-note">{words.close_reason_hint()}</p>
            </div>
            <button class="button-danger" type="submit" disabled=move || action.pending().get()>{words.close_button()}</button>
        </ActionForm>
    }
    .into_any()
}

/// Who, when, what it costs, and the ways it can go.
#[component]
fn OneBooking(
    one: Affected,
    /// It was not in the list that was sent.
    fresh: bool,
    may_stay: bool,
    draft: Draft,
) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let (id, name) = (one.booking, format!("choices[{}]", one.booking));
    let back = if one.total == 0 { words.close_cancel_free().to_owned() } else { words.close_cancel_back(&words.money(&coin, one.total)) };
    let who = words.close_room_name(&one.name, &one.room);
    let none = one.alternatives.is_empty();
    let moves = one.alternatives.iter().map(|to| {
        let value = to.target.path();
        let (label, hint) = say_move(words, &one, to);
        view! { <Choice kind="radio" name=name.clone() checked=draft.is(id, &value) value=value required=true label=label hint=hint/> }.into_any()
    });
    let moves = moves.collect_view();
    let keep = may_stay.then(|| {
        view! {
            <Choice kind="radio" name=name.clone() value=Fate::KEEP checked=draft.is(id, Fate::KEEP) required=true
                label=words.close_keep().to_owned() hint=words.close_keep_hint().to_owned()/>
        }
        .into_any()
    });
    view! {
        <section class="card card-quiet">
            <Whose one=one.clone() fresh=fresh/>
            <input type="hidden" name=format!("seen[{id}]") value=one.moves.to_string()/>
            <fieldset class="choices" aria-label=who on:change=move |event| draft.choose(id, event_target_value(&event))>
                <legend>{words.close_choice()}</legend>
                {keep}
                {moves}
                <Choice kind="radio" name=name.clone() value=Fate::CANCEL checked=draft.is(id, Fate::CANCEL) required=true
                    label=words.close_cancel().to_owned() hint=back/>
            </fieldset>
            {none.then(|| view! { <p class="hint">{words.close_move_none()}</p> }.into_any())}
        </section>
    }
    .into_any()
}

/// Another time, or the same one served by something else.
fn say_move(words: Words, one: &Affected, to: &Alternative) -> (String, String) {
    if (to.day, &to.wall) == (one.day, &one.wall) {
        return (words.close_same_time(&to.wall), words.close_move_hint().to_owned());
    }
    let left = matches!(to.target, Target::Session(_)).then(|| words.book_places_left(to.left));
    let hint = left.map_or_else(|| words.close_move_hint().to_owned(), |left| format!("{} · {left}", words.close_move_hint()));
    (words.close_move(&day_and_wall(words, to.day, &to.wall)), hint)
}

/// What is only held costs nobody anything; it needs no choice.
#[component]
fn OneHold(one: Affected) -> impl IntoView {
    let words = use_words();
    view! { <section class="card card-quiet"><Whose one=one fresh=false/><p>{words.close_held()}</p></section> }.into_any()
}

#[component]
fn Whose(one: Affected, fresh: bool) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let when = words.today_day_at(&one.wall, &words.day_near(one.day, frame.today));
    let total = if one.total == 0 { words.book_included().to_owned() } else { words.money(&frame.coin, one.total) };
    let meta = [one.title, one.place, when, words.today_party(one.people.len() as i64), total].join(" · ");
    view! {
        <div>
            <h3>{words.close_room_name(&one.name, &one.room)}</h3>
            <p class="muted">{meta}</p>
            <p>{one.people.join(", ")}</p>
            {(fresh || one.arrived > 0).then(|| view! {
                <p class="line">
                    {fresh.then(|| view! { <Tag tone=Tone::Warn>{words.close_fresh()}</Tag> }.into_any())}
                    {(one.arrived > 0).then(|| view! { <Tag tone=Tone::Info>{words.bookings_arrived(one.arrived)}</Tag> }.into_any())}
                </p>
            }.into_any())}
        </div>
    }
    .into_any()
}

/// What is closed on a day, for the day's sheet; the desk opens it again, or closes more.
#[component]
pub fn Closures(day: Memo<Day>) -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let closures = Resource::new_blocking(move || (day.get(), changed.0.get()), |(day, _)| staff_closures(day.to_string()));
    let reopen = ServerAction::<StaffReopen>::new();
    Effect::new(move |_| {
        if reopen.value().get().is_some() {
            changed.0.update(|times| *times = times.wrapping_add(1));
        }
    });
    let desk = use_role().keeps_the_desk();
    view! {
        {move || reopen.value().get().and_then(Result::err).map(|refusal| view! { <ConsoleFault text=say(words, &refusal)/> }.into_any())}
        <Transition fallback=|| ()>
            {move || Suspend::new(async move {
                match closures.await {
                    Ok(closures) if closures.is_empty() => ().into_any(),
                    Ok(closures) => view! {
                        <section class="section">
                            <h2>{words.closures_title()}</h2>
                            <ul class="rows">{closures.into_iter().map(|one| (one.id.0, view! { <Closure one=one desk=desk reopen=reopen/> }.into_any())).collect::<Rows>()}</ul>
                        </section>
                    }.into_any(),
                    Err(refusal) => view! { <ConsoleFault text=say(words, &refusal)/> }.into_any(),
                }
            })}
        </Transition>
        {desk.then(|| view! {
            <p class="actions"><a class="button-quiet" href=move || format!("/staff/bookings/close?day={}", day.get())><Icon name="close"/>{words.close_more()}</a></p>
        }.into_any())}
    }
    .into_any()
}

#[component]
fn Closure(one: DeskClosure, desk: bool, reopen: ServerAction<StaffReopen>) -> impl IntoView {
    let words = use_words();
    let DeskClosure { id: ClosureId(id), title, wall, until, reason, by, open } = one;
    let label = words.closures_reopen_what(&title, &wall);
    view! {
        <li><div class="row">
            <span class="row-time">{wall.clone()}</span>
            <span class="row-main">
                <b class="row-title">{title}</b>
                <span class="row-meta">{words.book_from_to(&wall, &until)}" · "<bdi>{reason}</bdi>" · "<bdi>{by}</bdi></span>
            </span>
            {(desk && open).then(|| view! {
                <div class="row-end"><ActionForm action=reopen>
                    <input type="hidden" name="closure" value=id.to_string()/>
                    <button class="button-quiet" type="submit" aria-label=label disabled=move || reopen.pending().get()>{words.closures_reopen()}</button>
                </ActionForm></div>
            }.into_any())}
        </div></li>
    }
    .into_any()
}
