//! One stay: who, from when until when, the slip, and what the desk may change.

use super::new::{ErrorLine, FieldNote, Languages, RoomOptions};
use super::{say, say_person, say_standing};
use crate::browser;
use crate::kit::{Alert, ConsoleFault, ConsoleHead, Icon, Kept, NotFresh, Skeleton, Tag, Tone, steady, use_changed, use_frame};
use crate::stays::caps::staff::DeskSpendingSection;
use crate::stays::{ChangeStay, ReprintSlip, StayCard, StayRefusal, staff_stay};
use crate::words::use_words;
use leptos::prelude::*;

/// The upper part of `/staff/stays/:id`.
#[component]
pub fn StaySheet(id: Memo<i64>) -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let card = Resource::new_blocking(move || (id.get(), changed.0.get()), |(id, _)| staff_stay(id));
    // Made here, so that an answer outlives the drawing of the sheet that it causes.
    let change = ServerAction::<ChangeStay>::new();
    let reprint = ServerAction::<ReprintSlip>::new();
    Effect::new(move |_| {
        if let Some(Ok(())) = change.value().get() {
            changed.0.update(|times| *times = times.wrapping_add(1));
        }
    });
    Effect::new(move |_| {
        if let Some(Ok(())) = reprint.value().get() {
            browser::go(&format!("/staff/slips/{}", id.get_untracked()));
        }
    });
    let kept = Kept::new();
    view! {
        <Transition fallback=|| view! { <Skeleton count=4/> }>
            {move || Suspend::new(async move {
                match kept.or_before(card.await) {
                    Ok((card, stale)) => view! { <NotFresh stale=stale/> <Card card=card change=change reprint=reprint/> }.into_any(),
                    Err(refusal) => {
                        not_found(&refusal);
                        view! { <ConsoleHead title=words.console_stays().to_owned()/> <ConsoleFault text=say(words, &refusal)/> }.into_any()
                    }
                }
            })}
        </Transition>
    }
    .into_any()
}

/// The status of the page that is being drawn, where the stay is not there.
fn not_found(_refusal: &StayRefusal) {
    #[cfg(feature = "ssr")]
    if let (StayRefusal::Fault(fault), Some(response)) = (_refusal, use_context::<leptos_axum::ResponseOptions>()) {
        response.set_status(axum::http::StatusCode::from_u16(fault.status()).unwrap_or(axum::http::StatusCode::NOT_FOUND));
    }
}

#[component]
fn Card(card: StayCard, change: ServerAction<ChangeStay>, reprint: ServerAction<ReprintSlip>) -> impl IntoView {
    let words = use_words();
    let (tone, standing) = say_standing(words, card.standing);
    let stay = card.stay.clone();
    view! {
        <ConsoleHead title=stay.name.clone() sum=words.stay_room(&stay.room)>
            <a class="button" href=format!("/staff/slips/{}", stay.id)><Icon name="print"/>{words.stay_slip()}</a>
        </ConsoleHead>
        <section class="card">
            <dl class="facts">
                <div><dt>{words.stays_standing()}</dt><dd><Tag tone=tone>{standing}</Tag></dd></div>
                <div><dt>{words.stays_arrives()}</dt><dd>{words.day_long(stay.arrives)}</dd></div>
                <div><dt>{words.stays_departs()}</dt><dd>{words.day_long(stay.departs)}</dd></div>
                <div><dt>{words.stays_package()}</dt><dd>{card.package.clone()}</dd></div>
                <div><dt>{words.stays_lang()}</dt><dd>{stay.lang.own_name()}</dd></div>
                <div><dt>{words.stays_reference()}</dt><dd class="mono" dir="ltr">{stay.reference.clone()}</dd></div>
                {card.person.clone().map(|person| view! { <div><dt>{words.stays_person()}</dt><dd dir="ltr">{person}</dd></div> }.into_any())}
                <div><dt>{words.stay_login()}</dt><dd class="mono" dir="ltr">{card.login.clone().unwrap_or_else(|| "—".to_owned())}</dd></div>
                <div><dt>{words.stay_phones()}</dt><dd>{words.stay_phones_n(card.phones)}</dd></div>
            </dl>
            {(!card.earlier.is_empty()).then(|| view! {
                <h2>{words.stay_earlier()}</h2>
                <ul class="links">{card.earlier.iter().map(|one| {
                    let (from, to) = (words.day_and_month(one.arrives), format!("{} {}", words.day_and_month(one.departs), one.departs.year()));
                    view! { <li><a href=format!("/staff/stays/{}", one.id)><Icon name="room"/><span>{one.room.clone()}<small>{format!("{from} – {to}")}</small></span></a></li> }.into_any()
                }).collect_view()}</ul>
            }.into_any())}
            <h2>{words.stays_party()}</h2>
            <ul class="party-list">{card.party.iter().map(|person| view! { <li><Icon name=if person.age < 18 { "child" } else { "me" }/>{say_person(words, person)}</li> }.into_any()).collect_view()}</ul>
        </section>
        {steady(stay.id, move || view! { <DeskSpendingSection stay=stay.id.0/> }.into_any())}
        <div class="console-pair">
            {steady(StayCard { phones: 0, ..card.clone() }, { let card = card.clone(); move || view! { <Change card=card action=change/> }.into_any() })}
            {steady(card.clone(), move || view! { <NewSlip card=card action=reprint/> }.into_any())}
        </div>
    }
    .into_any()
}

/// Another room, other days, another language.
#[component]
fn Change(card: StayCard, action: ServerAction<ChangeStay>) -> impl IntoView {
    let words = use_words();
    let languages = use_frame().languages;
    let stay = card.stay;
    let refusal = Signal::derive(move || action.value().get().and_then(Result::err));
    let wrong = move || refusal.get().is_some();
    view! {
        <details class="card" open=wrong>
            <summary><Icon name="edit"/>{words.stay_change()}</summary>
            {move || (action.value().get() == Some(Ok(()))).then(|| view! { <Alert tone=Tone::Good><p>{words.stay_changed()}</p></Alert> }.into_any())}
            <ActionForm action=action attr:class="fields">
                <input type="hidden" name="stay" value=stay.id.to_string()/>
                <input type="hidden" name="seen_room" value=stay.room_id.to_string()/>
                <input type="hidden" name="seen_arrives" value=stay.arrives.to_string()/>
                <input type="hidden" name="seen_departs" value=stay.departs.to_string()/>
                <input type="hidden" name="seen_lang" value=stay.lang.code()/>
                <div class="field">
                    <label for="room">{words.orders_room()}</label>
                    <select id="room" name="room" required aria-describedby="room-note"><RoomOptions rooms=card.rooms chosen=stay.room_id.0/></select>
                    <FieldNote refusal=refusal field="room" id="room-note"/>
                </div>
                <div class="field-row">
                    <DayField name="arrives" label=words.stays_arrives() day=stay.arrives refusal=refusal/>
                    <DayField name="departs" label=words.stays_departs() day=stay.departs refusal=refusal/>
                </div>
                <Languages languages=languages chosen=stay.lang refusal=refusal/>
                <Reason id="change-reason" refusal=refusal/>
                <ErrorLine refusal=refusal/>
                <button class="button-quiet" type="submit" aria-busy=move || action.pending().get().to_string()>{words.stay_save()}</button>
            </ActionForm>
        </details>
    }
    .into_any()
}

#[component]
fn DayField(name: &'static str, label: &'static str, day: crate::base::Day, refusal: Signal<Option<StayRefusal>>) -> impl IntoView {
    let note = format!("{name}-note");
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input id=name name=name type="date" required value=day.to_string() aria-describedby=note.clone()/>
            <FieldNote refusal=refusal field=name id=note/>
        </div>
    }
    .into_any()
}

#[component]
fn Reason(id: &'static str, refusal: Signal<Option<StayRefusal>>) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="field">
            <label for=id>{words.stay_reason()}</label>
            <input id=id name="reason" type="text" maxlength="200" autocomplete="off" dir="auto"/>
            <FieldNote refusal=refusal field="reason" id=format!("{id}-note")/>
        </div>
    }
    .into_any()
}

/// A new slip ends the old one, so it takes two steps.
#[component]
fn NewSlip(card: StayCard, action: ServerAction<ReprintSlip>) -> impl IntoView {
    let words = use_words();
    let refusal = Signal::derive(move || action.value().get().and_then(Result::err));
    let warning = if card.login.is_some() { words.stay_new_slip_warning(card.phones) } else { words.stay_first_slip().to_owned() };
    view! {
        <details class="card" open=move || refusal.get().is_some()>
            <summary><Icon name="key"/>{words.stay_new_slip()}</summary>
            <p>{warning}</p>
            <ActionForm action=action attr:class="fields">
                <input type="hidden" name="stay" value=card.stay.id.to_string()/>
                <input type="hidden" name="seen" value=card.login.clone().unwrap_or_default()/>
                <Reason id="slip-reason" refusal=refusal/>
                <ErrorLine refusal=refusal/>
                <button class="button-danger" type="submit" aria-busy=move || action.pending().get().to_string()>{words.stay_new_slip_button()}</button>
            </ActionForm>
        </details>
    }
    .into_any()
}
