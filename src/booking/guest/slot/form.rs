//! The form of a hold: who goes, the questions, the total, the rule, the button. What was typed comes back after a
//! refusal, also where no JavaScript runs.

use crate::base::GuestId;
use crate::booking::parts::{RefusalView, Rule, initials, say_obstacle};
use crate::booking::rules::party::adult_missing;
use crate::booking::{BookingRefusal, Hold, Obstacle, Person, SlotData};
use crate::catalog::Question;
use crate::catalog::rules::{Item, included, total};
use crate::kit::{Alert, Icon, Tone, typed_fields, use_frame};
use crate::words::use_words;
use leptos::prelude::*;
use server_fn::ServerFn;
use std::collections::HashMap;

/// What the guest has filled in so far; it outlives a reload of the data.
#[derive(Clone, Copy)]
pub struct Draft {
    pub chosen: RwSignal<Option<Vec<GuestId>>>,
    answers: StoredValue<HashMap<String, String>>,
    fields: StoredValue<Vec<(String, String)>>,
}

impl Draft {
    /// Empty, or as it was sent to this door when it was refused.
    pub fn of<Door: ServerFn>() -> Draft {
        let fields = typed_fields::<Door>();
        let inside = |name: &str, list: &str| name.strip_prefix(list)?.strip_prefix('[')?.strip_suffix(']').map(str::to_owned);
        let chosen = fields.iter().filter_map(|(name, _)| inside(name, "guests")?.parse().ok()).collect();
        let answers = fields.iter().filter_map(|(name, value)| Some((inside(name, "answers")?, value.clone()))).collect();
        Draft { chosen: RwSignal::new((!fields.is_empty()).then_some(chosen)), answers: StoredValue::new(answers), fields: StoredValue::new(fields) }
    }

    /// What was sent in a field when it was refused.
    pub fn kept(self, name: &str) -> Option<String> {
        self.fields.with_value(|fields| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()))
    }
}

/// The form: who goes, the questions, the total, the rule, the button.
#[component]
pub fn Choose(data: SlotData, draft: Draft, action: ServerAction<Hold>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let refused = move || action.value().get().and_then(Result::err);
    let (policy, free_until) = (data.policy.clone(), data.free_until.clone());
    if frame.me.is_none() {
        let next = data.target.path();
        return view! {
            <Rule policy=policy free_until=free_until/>
            <div class="act-bar act-bar-alone">
                <span class="act-price"><small>{words.book_sign_in_text()}</small></span>
                <a class="button" href=format!("/sign-in?next={next}")>{words.book_sign_in()}</a>
            </div>
        }
        .into_any();
    }
    if frame.me.as_ref().is_some_and(|me| me.read_only) {
        return view! { <Rule policy=policy free_until=free_until/> }.into_any();
    }
    let first = first_choice(&data);
    let able: Vec<GuestId> = data.party.iter().filter(|person| person.obstacle.is_none()).map(|person| person.id).collect();
    let chosen = Signal::derive(move || {
        let mut chosen = draft.chosen.get().unwrap_or_else(|| first.clone());
        chosen.retain(|id| able.contains(id));
        chosen
    });
    let questions = data.questions.clone();
    let joins = !data.yours.is_empty() && data.yours.iter().all(|yours| !yours.held);
    let legend = if joins { words.book_join_who() } else { words.book_who() };
    view! {
        <ActionForm action=action attr:class="fields">
            <input type="hidden" name="at" value=data.target.path()/>
            <input type="hidden" name="intent" value=data.intent.clone()/>
            <Party legend=legend people=data.party.clone() chosen=chosen draft=draft/>
            <AdultNote data=data.clone() chosen=chosen/>
            <Questions prefix="answer" questions=questions answered=data.answered.clone() draft=draft refused=Signal::derive(refused)/>
            <Rule policy=policy free_until=free_until/>
            <Sum data=data.clone() chosen=chosen/>
            {move || refused().map(|refusal| view! { <RefusalView refusal=refusal/> }.into_any())}
            <HoldButton data=data chosen=chosen pending=action.pending().into()/>
        </ActionForm>
    }
    .into_any()
}

/// Those for whom places are held already; else whoever looks, if they can come, and somebody to look after them where that
/// is needed.
pub fn first_choice(data: &SlotData) -> Vec<GuestId> {
    let party = &data.party;
    if party.iter().any(|person| person.held) {
        return party.iter().filter(|person| person.held).map(|person| person.id).collect();
    }
    let able = || party.iter().filter(|person| person.obstacle.is_none());
    let only = able().count() == 1;
    let mut chosen: Vec<GuestId> = able().filter(|person| person.you || only).map(|person| person.id).collect();
    let with = |person: &Person| [chosen.as_slice(), &[person.id]].concat();
    if alone(data, &chosen)
        && let Some(looks_after) = able().map(with).find(|both| !alone(data, both))
    {
        chosen = looks_after;
    }
    chosen
}

/// Whether children would go without the adult they need: whoever goes already is with them.
fn alone(data: &SlotData, chosen: &[GuestId]) -> bool {
    let comes = |person: &&Person| chosen.contains(&person.id) || person.obstacle == Some(Obstacle::Going);
    adult_missing(data.adult_needed, data.party.iter().filter(comes).map(|person| person.age))
}

#[component]
pub fn Party(legend: &'static str, people: Vec<Person>, chosen: Signal<Vec<GuestId>>, draft: Draft) -> impl IntoView {
    let words = use_words();
    let chips = people.into_iter().map(|person| {
        let id = person.id;
        let able = person.obstacle.is_none();
        let small = match &person.obstacle {
            Some(obstacle) => say_obstacle(words, obstacle),
            None => words.book_years(person.age),
        };
        let toggle = move |event: leptos::ev::Event| {
            let on = event_target_checked(&event);
            let mut now = chosen.get_untracked();
            now.retain(|one| *one != id);
            if on {
                now.push(id);
            }
            draft.chosen.set(Some(now));
        };
        view! {
            <label class="chip">
                <input type="checkbox" name=format!("guests[{id}]") value="on" disabled=!able
                    checked=able && chosen.get_untracked().contains(&id) prop:checked=move || able && chosen.get().contains(&id) on:change=toggle/>
                <span class="chip-face" aria-hidden="true">{initials(&person.name)}</span>
                <span class="chip-name">{person.name}<small>{small}</small></span>
            </label>
        }
        .into_any()
    });
    view! {
        <fieldset class="chips">
            <legend>{legend}</legend>
            {chips.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Children without an adult: said while choosing, not only after.
#[component]
fn AdultNote(data: SlotData, chosen: Signal<Vec<GuestId>>) -> impl IntoView {
    let words = use_words();
    view! { {move || alone(&data, &chosen.get()).then(|| view! { <Alert tone=Tone::Info>{words.book_adult_missing()}</Alert> }.into_any())} }
        .into_any()
}

#[component]
pub fn Questions(
    /// Begins the fields' ids: two forms may ask the same on one page.
    prefix: &'static str,
    questions: Vec<Question>,
    answered: Vec<(String, String)>,
    draft: Draft,
    refused: Signal<Option<BookingRefusal>>,
) -> impl IntoView {
    let words = use_words();
    if questions.is_empty() {
        return ().into_any();
    }
    let fields = questions.into_iter().map(|question| {
        let before = answered.iter().find(|(key, _)| *key == question.key).map(|(_, answer)| answer.clone()).unwrap_or_default();
        view! { <Asked prefix=prefix question=question before=before draft=draft refused=refused/> }.into_any()
    });
    view! {
        <section class="section stack">
            <h2>{words.book_questions()}</h2>
            {fields.collect_view()}
        </section>
    }
    .into_any()
}

#[component]
fn Asked(
    prefix: &'static str,
    question: Question,
    /// What was answered when the places were held.
    before: String,
    draft: Draft,
    refused: Signal<Option<BookingRefusal>>,
) -> impl IntoView {
    let words = use_words();
    let (name, key) = (format!("answers[{}]", question.key), question.key.clone());
    let id = format!("{prefix}-{key}");
    let note = format!("{id}-note");
    let value = draft.answers.with_value(|answers| answers.get(&key).cloned().unwrap_or(before));
    let keep = {
        let key = key.clone();
        move |event: leptos::ev::Event| {
            let text = event_target_value(&event);
            draft.answers.update_value(|answers| {
                answers.insert(key.clone(), text);
            });
        }
    };
    let wrong = {
        let key = key.clone();
        Signal::derive(move || match refused.get() {
            Some(BookingRefusal::AnswerMissing { key: missing }) if missing == key => Some(words.book_refused_answer()),
            Some(BookingRefusal::AnswerWrong { key: wrong }) if wrong == key => Some(words.book_refused_answer_wrong()),
            _ => None,
        })
    };
    let label = if question.required { question.text.clone() } else { format!("{} ({})", question.text, words.book_optional()) };
    let required = question.required;
    let field = if question.choices.is_empty() {
        view! {
            <input type="text" id=id.clone() name=name maxlength="300" required=required value=value autocomplete="off" on:input=keep
                aria-describedby=note.clone() aria-invalid=move || wrong.get().map(|_| "true")/>
        }
        .into_any()
    } else {
        let choices = question.choices.into_iter().enumerate().map(|(number, text)| {
            let number = number.to_string();
            let selected = number == value;
            view! { <option value=number selected=selected>{text}</option> }.into_any()
        });
        view! {
            <select id=id.clone() name=name required=required on:change=keep aria-describedby=note.clone() aria-invalid=move || wrong.get().map(|_| "true")>
                <option value="">{words.book_please_choose()}</option>
                {choices.collect_view()}
            </select>
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {field}
            <div id=note>{move || wrong.get().map(|text| view! { <p class="error" role="alert"><Icon name="warning"/><span>{text}</span></p> }.into_any())}</div>
        </div>
    }
    .into_any()
}

pub fn items(party: &[Person], chosen: &[GuestId]) -> Vec<Item> {
    party.iter().filter(|person| chosen.contains(&person.id)).map(|person| Item { guest: person.id.0, price: person.price }).collect()
}

/// Each one's price and the total, by the same rules as the server's.
#[component]
fn Sum(data: SlotData, chosen: Signal<Vec<GuestId>>) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let lines = move || {
        let chosen = chosen.get();
        let items = items(&data.party, &chosen);
        let paid = included(&items, data.allowance.as_ref());
        let people = data.party.iter().filter(|person| chosen.contains(&person.id));
        people
            .zip(paid)
            .map(|(person, paid)| {
                let price = match (paid, person.price) {
                    (true, _) => words.book_included().to_owned(),
                    (_, 0) => words.catalog_free().to_owned(),
                    (_, price) => words.money(&coin, price),
                };
                view! { <div><dt>{person.name.clone()}</dt><dd>{price}</dd></div> }.into_any()
            })
            .collect_view()
    };
    view! {
        <dl class="sum">{lines}</dl>
        <p class="small muted">{words.book_total_later()}</p>
    }
    .into_any()
}

#[component]
fn HoldButton(data: SlotData, chosen: Signal<Vec<GuestId>>, pending: Signal<bool>) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    // Without JavaScript neither the total nor the number of people can follow the choice, so they are not said.
    let script = RwSignal::new(false);
    Effect::new(move |_| script.set(true));
    let time = words.minutes(data.hold_minutes);
    let sum = {
        let data = data.clone();
        Signal::derive(move || total(&items(&data.party, &chosen.get()), data.allowance.as_ref()))
    };
    let price = move || if sum.get() == 0 { words.book_nothing().to_owned() } else { words.money(&coin, sum.get()) };
    let people = move || i64::try_from(chosen.get().len()).unwrap_or(0);
    let change = data.party.iter().any(|person| person.held);
    let text = move || {
        if change {
            words.book_hold_change().to_owned()
        } else if script.get() && people() > 0 {
            words.book_hold_places(people(), &time)
        } else {
            words.book_hold(&time)
        }
    };
    view! {
        <input type="hidden" name="expected" value=move || if script.get() { sum.get().to_string() } else { String::new() }/>
        <div class="act-bar">
            <span class="act-price" role="status"><small>{words.book_total()}</small><b>{price}</b></span>
            <button class="button" type="submit" aria-busy=move || pending.get().then_some("true") disabled=move || pending.get()>{text}</button>
        </div>
    }
    .into_any()
}
