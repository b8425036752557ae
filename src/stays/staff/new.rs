//! A new stay: first the days, then the rooms that are free on them, then who comes.

use super::{about, say};
use crate::base::Lang;
use crate::browser;
use crate::kit::{Alert, ConsoleFault, ConsoleHead, Field, Skeleton, Tone, typed, use_frame};
use crate::stays::rules::{LONGEST_NAME, LONGEST_PERSON, LONGEST_REFERENCE, MOST_PEOPLE};
use crate::stays::{MakeStay, RoomChoice, StayBlank, StayRefusal, staff_new_stay};
use crate::words::use_words;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;

/// Rows of the party that are in sight before more are asked for.
const ROWS: usize = 4;

/// `/staff/stays/new?arrives=&departs=`
#[component]
pub fn NewStayPage() -> impl IntoView {
    let words = use_words();
    let today = use_frame().today;
    let query = use_query_map();
    let text = move |name: &str| query.with(|query| query.get_str(name).unwrap_or_default().to_owned());
    let days = Memo::new(move |_| (text("arrives"), text("departs")));
    // Nothing here follows the live stream: what somebody is typing must not be drawn anew.
    let blank = Resource::new_blocking(move || days.get(), |(arrives, departs)| staff_new_stay(arrives, departs));
    let or = |day: String, usual: crate::base::Day| if day.is_empty() { usual.to_string() } else { day };
    view! {
        <main class="console-main" id="main">
            <ConsoleHead title=words.stays_new().to_owned()/>
            <Form method="GET" action="/staff/stays/new" attr:class="filters">
                <div class="field">
                    <label for="arrives">{words.stays_arrives()}</label>
                    <input id="arrives" name="arrives" type="date" required value=move || or(days.get().0, today)/>
                </div>
                <div class="field">
                    <label for="departs">{words.stays_departs()}</label>
                    <input id="departs" name="departs" type="date" required value=move || or(days.get().1, today.plus(7))/>
                </div>
                <button class="button-quiet" type="submit">{words.stays_show_rooms()}</button>
            </Form>
            <Transition fallback=|| view! { <Skeleton count=6/> }>
                {move || Suspend::new(async move {
                    match blank.await {
                        Ok(blank) => view! { <StayForm blank=blank/> }.into_any(),
                        Err(refusal) => {
                            let text = about(words, Some(&refusal), "departs").or_else(|| about(words, Some(&refusal), "arrives"));
                            view! { <ConsoleFault text=text.unwrap_or_else(|| say(words, &refusal))/> }.into_any()
                        }
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn StayForm(blank: StayBlank) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let action = ServerAction::<MakeStay>::new();
    Effect::new(move |_| {
        if let Some(Ok(stay)) = action.value().get() {
            browser::go(&format!("/staff/slips/{stay}"));
        }
    });
    let refusal = Signal::derive(move || action.value().get().and_then(Result::err));
    if blank.rooms.is_empty() {
        return view! { <Alert tone=Tone::Warn><p>{words.stays_no_room()}</p></Alert> }.into_any();
    }
    view! {
        <ActionForm action=action attr:class="fields console-form">
            <input type="hidden" name="intent" value=blank.intent/>
            <input type="hidden" name="arrives" value=blank.arrives.to_string()/>
            <input type="hidden" name="departs" value=blank.departs.to_string()/>
            <p class="muted">{words.stays_from_to(&words.day_long(blank.arrives), &words.day_long(blank.departs))}</p>
            <Rooms rooms=blank.rooms refusal=refusal/>
            <div class="field-row">
                <Languages languages=frame.languages.clone() chosen={typed::<MakeStay>("lang").and_then(|lang| lang.parse().ok()).unwrap_or(frame.lang)} refusal=refusal/>
                <Packages packages=blank.packages refusal=refusal/>
            </div>
            <Party refusal=refusal/>
            <Reference refusal=refusal/>
            <PersonField refusal=refusal/>
            <ErrorLine refusal=refusal/>
            <button class="button" type="submit" aria-busy=move || action.pending().get().to_string()>{words.stays_make()}</button>
        </ActionForm>
    }
    .into_any()
}

/// The sentence beside the button: how many fields are wrong, or what else happened.
#[component]
pub fn ErrorLine(refusal: Signal<Option<StayRefusal>>) -> impl IntoView {
    let words = use_words();
    view! { {move || refusal.get().map(|refusal| view! { <Alert tone=Tone::Bad><p>{say(words, &refusal)}</p></Alert> }.into_any())} }.into_any()
}

/// What is wrong with one field, under it.
#[component]
pub fn FieldNote(refusal: Signal<Option<StayRefusal>>, #[prop(into)] field: String, #[prop(into)] id: String) -> impl IntoView {
    let words = use_words();
    view! {
        {move || about(words, refusal.get().as_ref(), &field).map(|text| {
            let id = id.clone();
            view! { <p class="error" role="alert" id=id>{text}</p> }.into_any()
        })}
    }
    .into_any()
}

/// Free rooms, by building.
#[component]
fn Rooms(rooms: Vec<RoomChoice>, refusal: Signal<Option<StayRefusal>>) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="field">
            <label for="room">{words.orders_room()}</label>
            <select id="room" name="room" required aria-describedby="room-note">
                <RoomOptions rooms=rooms chosen={typed::<MakeStay>("room").and_then(|room| room.parse().ok()).unwrap_or(0)}/>
            </select>
            <FieldNote refusal=refusal field="room" id="room-note"/>
        </div>
    }
    .into_any()
}

/// The options of a choice of rooms.
#[component]
pub fn RoomOptions(rooms: Vec<RoomChoice>, chosen: i64) -> impl IntoView {
    let words = use_words();
    let mut buildings: Vec<(String, Vec<RoomChoice>)> = Vec::new();
    for room in rooms {
        match buildings.last_mut() {
            Some((building, rooms)) if *building == room.building => rooms.push(room),
            _ => buildings.push((room.building.clone(), vec![room])),
        }
    }
    view! {
        {buildings.into_iter().map(|(building, rooms)| view! {
            <optgroup label=building>
                {rooms.into_iter().map(|room| view! {
                    <option value=room.id.to_string() selected=room.id.0 == chosen>{words.stays_room_option(room.sleeps, &room.number)}</option>
                }.into_any()).collect_view()}
            </optgroup>
        }.into_any()).collect_view()}
    }
    .into_any()
}

/// The language of the slip.
#[component]
pub fn Languages(languages: Vec<Lang>, chosen: Lang, refusal: Signal<Option<StayRefusal>>) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="field">
            <label for="lang">{words.stays_lang()}</label>
            <select id="lang" name="lang" required aria-describedby="lang-note">
                {languages.into_iter().map(|lang| view! {
                    <option value=lang.code() selected=lang == chosen>{lang.own_name()}</option>
                }.into_any()).collect_view()}
            </select>
            <FieldNote refusal=refusal field="lang" id="lang-note"/>
        </div>
    }
    .into_any()
}

#[component]
fn Packages(packages: Vec<(String, String)>, refusal: Signal<Option<StayRefusal>>) -> impl IntoView {
    let words = use_words();
    let chosen = typed::<MakeStay>("package");
    view! {
        <div class="field">
            <label for="package">{words.stays_package()}</label>
            <select id="package" name="package" required aria-describedby="package-note">
                {packages.into_iter().map(|(key, name)| view! { <option value=key.clone() selected={chosen.as_ref() == Some(&key)}>{name}</option> }.into_any()).collect_view()}
            </select>
            <FieldNote refusal=refusal field="package" id="package-note"/>
        </div>
    }
    .into_any()
}

/// The reference of the front office.
#[component]
fn Reference(refusal: Signal<Option<StayRefusal>>) -> impl IntoView {
    let words = use_words();
    view! {
        <Field label=words.stays_reference().to_owned() name="reference" hint=Some(words.stays_reference_hint().to_owned())>
            <input id="reference" name="reference" type="text" maxlength=LONGEST_REFERENCE.to_string() autocomplete="off" dir="ltr" value={typed::<MakeStay>("reference")}
                aria-describedby="reference-note"/>
        </Field>
        <FieldNote refusal=refusal field="reference" id="reference-error"/>
    }
    .into_any()
}

/// Whose stay it is, so that the guest finds earlier stays again.
#[component]
fn PersonField(refusal: Signal<Option<StayRefusal>>) -> impl IntoView {
    let words = use_words();
    view! {
        <Field label=words.stays_person().to_owned() name="person" hint=Some(words.stays_person_hint().to_owned())>
            <input id="person" name="person" type="text" maxlength=LONGEST_PERSON.to_string() autocomplete="off" autocapitalize="none" dir="ltr"
                value={typed::<MakeStay>("person")} aria-describedby="person-note"/>
        </Field>
        <FieldNote refusal=refusal field="person" id="person-error"/>
    }
    .into_any()
}

/// Who comes: the guest in the first row, then everybody else.
#[component]
fn Party(refusal: Signal<Option<StayRefusal>>) -> impl IntoView {
    let words = use_words();
    let rows = |from: usize, to: usize| (from..to).map(|row| view! { <PartyRow row=row refusal=refusal/> }.into_any()).collect_view();
    view! {
        <fieldset class="party">
            <legend>{words.stays_party()}</legend>
            <p class="hint">{words.stays_party_hint()}</p>
            {rows(0, ROWS)}
            <details>
                <summary class="link">{words.stays_party_more()}</summary>
                {rows(ROWS, MOST_PEOPLE)}
            </details>
        </fieldset>
    }
    .into_any()
}

#[component]
fn PartyRow(row: usize, refusal: Signal<Option<StayRefusal>>) -> impl IntoView {
    let words = use_words();
    let (name, age) = (format!("names[{row}]"), format!("ages[{row}]"));
    let number = (row + 1).to_string();
    let name_label = if row == 0 { words.stays_guest().to_owned() } else { words.stays_guest_n(&number) };
    // Said in full only to those who do not see the row.
    let age_said = (row > 0).then(|| words.stays_age_n(&number));
    let (name_note, age_note) = (format!("name-{row}-note"), format!("age-{row}-note"));
    view! {
        <div class="party-row">
            <div class="field">
                <label for=format!("name-{row}")>{name_label}</label>
                <input id=format!("name-{row}") name=name.clone() type="text" required=row == 0 maxlength=LONGEST_NAME.to_string() autocomplete="off"
                    dir="auto" value={typed::<MakeStay>(&name)} aria-describedby=name_note.clone()/>
                <FieldNote refusal=refusal field=name id=name_note/>
            </div>
            <div class="field">
                <label for=format!("age-{row}")>{words.stays_age()}</label>
                <input id=format!("age-{row}") name=age.clone() type="number" inputmode="numeric" min="0" max="120" required=row == 0 aria-label=age_said value={typed::<MakeStay>(&age)}
                    aria-describedby=age_note.clone()/>
                <FieldNote refusal=refusal field=age id=age_note/>
            </div>
        </div>
    }
    .into_any()
}
