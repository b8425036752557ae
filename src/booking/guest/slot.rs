//! `/sessions/:id` and `/times/:key/:day/:hhmm`: one session or one time: what it is, who goes, what it costs, and
//! the one button that holds the places.

use crate::base::GuestId;
use crate::booking::parts::{Instead, RefusalView, Unread, ZoneNote, day_and_wall, initials, say, say_obstacle, say_state};
use crate::booking::rules::party::adult_missing;
use crate::booking::{BookingRefusal, Hold, Person, SlotData, SlotState, slot_details};
use crate::catalog::Question;
use crate::catalog::parts::{PolicyBar, TagView, say_ages, say_policy};
use crate::catalog::rules::{Item, included, total};
use crate::kit::use_params_map;
use crate::kit::{Alert, Icon, PageHead, Skeleton, Tone, use_changed, use_frame};
use crate::words::use_words;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::collections::HashMap;

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

/// What the guest has filled in so far; it outlives a reload of the data.
#[derive(Clone, Copy)]
struct Draft {
    chosen: RwSignal<Option<Vec<GuestId>>>,
    answers: StoredValue<HashMap<String, String>>,
}

#[component]
fn SlotPage(at: Memo<String>) -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let data = Resource::new_blocking(move || (at.get(), changed.0.get()), |(at, _)| slot_details(at));
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
    let draft = Draft { chosen: RwSignal::new(None), answers: StoredValue::new(HashMap::new()) };
    view! {
        <Transition fallback=move || view! {
            <main class="page" id="main"><PageHead title=words.book_title().to_owned()/><Skeleton kind="card" count=1/><Skeleton kind="line" count=4/></main>
        }>
            {move || Suspend::new(async move {
                match data.await {
                    Ok(data) => view! { <Slot data=data draft=draft action=action/> }.into_any(),
                    Err(refusal) => view! { <Unread refusal=refusal next=at.get_untracked()/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Slot(data: SlotData, draft: Draft, action: ServerAction<Hold>) -> impl IntoView {
    let words = use_words();
    let back = format!("/book?day={}", data.day);
    let when = day_and_wall(words, data.day, &data.wall);
    let alternatives = data.alternatives.clone();
    view! {
        <main class="page" id="main">
            <PageHead title=data.title.clone() back=back back_label=words.page_back()/>
            <figure class="hero"><img src=data.photo.clone() alt="" width="640" height="400"/></figure>
            <div class="slot-head">
                <p class="slot-when"><time datetime=format!("{}T{}", data.day, data.wall)>{when}</time></p>
                <p class="line">
                    <TagView tag=data.tag.clone()/>
                    <SlotStateLine state=data.state.clone() left=data.left/>
                </p>
                <p class="lead">{data.summary.clone()}</p>
            </div>
            <ZoneNote/>
            <Facts data=data.clone()/>
            <State data=data.clone() action=action/>
            <Instead alternatives=alternatives/>
            {matches!(data.state, SlotState::Free).then(|| view! { <Choose data=data.clone() draft=draft action=action/> }.into_any())}
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

/// When there is nothing to hold: why, and the way on.
#[component]
fn State(data: SlotData, action: ServerAction<Hold>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let (tone, text) = match &data.state {
        SlotState::Free => return ().into_any(),
        SlotState::Yours { booking, held } => {
            let (tone, text) = if *held { (Tone::Hold, words.book_yours_held()) } else { (Tone::Good, words.book_yours()) };
            return view! {
                <Alert tone=tone>{text}</Alert>
                <p class="actions"><a class="button" href=format!("/bookings/{booking}")>{words.book_open_yours()}</a></p>
            }
            .into_any();
        }
        SlotState::AfterDeparture => {
            let departs = frame.me.as_ref().map_or(frame.today, |me| me.departs);
            (Tone::Info, words.book_after_departure(&words.day_and_month(departs)))
        }
        state => (Tone::Info, say_state(words, state, data.left)),
    };
    let all = format!("/book?offer={}", data.key);
    // Somebody was quicker: said here, since the form is gone with the places.
    let refused = move || action.value().get().and_then(Result::err).map(|refusal| say(words, &frame.coin, &refusal));
    view! {
        {move || refused().map(|text| view! { <Alert tone=Tone::Warn>{text}</Alert> }.into_any())}
        <Alert tone=tone>{text}</Alert>
        <p class="actions"><a class="button-quiet" href=all>{words.book_more_times()}</a></p>
    }
    .into_any()
}

/// The form: who goes, the questions, the total, the rule, the button.
#[component]
fn Choose(data: SlotData, draft: Draft, action: ServerAction<Hold>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let refused = move || action.value().get().and_then(Result::err);
    if frame.me.is_none() {
        let next = data.target.path();
        return view! {
            <Rule data=data.clone()/>
            <div class="act-bar act-bar-alone">
                <span class="act-price"><small>{words.book_sign_in_text()}</small></span>
                <a class="button" href=format!("/sign-in?next={next}")>{words.book_sign_in()}</a>
            </div>
        }
        .into_any();
    }
    if frame.me.as_ref().is_some_and(|me| me.read_only) {
        return view! { <Rule data=data/> }.into_any();
    }
    let first = first_choice(&data.party);
    let able: Vec<GuestId> = data.party.iter().filter(|person| person.obstacle.is_none()).map(|person| person.id).collect();
    let chosen = Signal::derive(move || {
        let mut chosen = draft.chosen.get().unwrap_or_else(|| first.clone());
        chosen.retain(|id| able.contains(id));
        chosen
    });
    let questions = data.questions.clone();
    view! {
        <ActionForm action=action attr:class="fields">
            <input type="hidden" name="at" value=data.target.path()/>
            <input type="hidden" name="intent" value=data.intent.clone()/>
            <Party people=data.party.clone() chosen=chosen draft=draft/>
            <AdultNote data=data.clone() chosen=chosen/>
            <Questions questions=questions draft=draft refused=Signal::derive(refused)/>
            <Rule data=data.clone()/>
            <Sum data=data.clone() chosen=chosen/>
            {move || refused().map(|refusal| view! { <RefusalView refusal=refusal/> }.into_any())}
            <HoldButton data=data chosen=chosen pending=action.pending().into()/>
        </ActionForm>
    }
    .into_any()
}

/// Whoever the room is billed to, if they can come.
fn first_choice(party: &[Person]) -> Vec<GuestId> {
    let able = |person: &&Person| person.obstacle.is_none();
    let only = party.iter().filter(able).count() == 1;
    party.iter().filter(able).filter(|person| person.lead || only).map(|person| person.id).collect()
}

#[component]
fn Party(people: Vec<Person>, chosen: Signal<Vec<GuestId>>, draft: Draft) -> impl IntoView {
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
            <legend>{words.book_who()}</legend>
            {chips.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Children without an adult: said while choosing, not only after.
#[component]
fn AdultNote(data: SlotData, chosen: Signal<Vec<GuestId>>) -> impl IntoView {
    let words = use_words();
    let (needed, party) = (data.adult_needed, data.party);
    let missing = move || {
        let chosen = chosen.get();
        adult_missing(needed, party.iter().filter(|person| chosen.contains(&person.id)).map(|person| person.age))
    };
    view! { {move || missing().then(|| view! { <Alert tone=Tone::Info>{words.book_adult_missing()}</Alert> }.into_any())} }.into_any()
}

#[component]
fn Questions(questions: Vec<Question>, draft: Draft, refused: Signal<Option<BookingRefusal>>) -> impl IntoView {
    let words = use_words();
    if questions.is_empty() {
        return ().into_any();
    }
    let fields = questions.into_iter().map(|question| view! { <Asked question=question draft=draft refused=refused/> }.into_any());
    view! {
        <section class="section stack">
            <h2>{words.book_questions()}</h2>
            {fields.collect_view()}
        </section>
    }
    .into_any()
}

#[component]
fn Asked(question: Question, draft: Draft, refused: Signal<Option<BookingRefusal>>) -> impl IntoView {
    let words = use_words();
    let (name, key) = (format!("answers[{}]", question.key), question.key.clone());
    let id = format!("answer-{key}");
    let note = format!("{id}-note");
    let value = draft.answers.with_value(|answers| answers.get(&key).cloned().unwrap_or_default());
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

/// The cancellation rule, with the resort's own times.
#[component]
fn Rule(data: SlotData) -> impl IntoView {
    let words = use_words();
    let rule = say_policy(words, &data.policy);
    let until = data.free_until.map(|until| (words.day_short(until.day), until.wall));
    let text = until.as_ref().map_or(rule, |(day, wall)| words.book_free_until(day, wall));
    let until = until.map(|(day, wall)| format!("{day}, {wall}"));
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.book_rule()}</h2></div>
            <p>{text}</p>
            <PolicyBar policy=data.policy until=until/>
        </section>
    }
    .into_any()
}

fn items(party: &[Person], chosen: &[GuestId]) -> Vec<Item> {
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
    let text = move || if script.get() && people() > 0 { words.book_hold_places(people(), &time) } else { words.book_hold(&time) };
    view! {
        <input type="hidden" name="expected" value=move || if script.get() { sum.get().to_string() } else { String::new() }/>
        <div class="act-bar">
            <span class="act-price" role="status"><small>{words.book_total()}</small><b>{price}</b></span>
            <button class="button" type="submit" aria-busy=move || pending.get().then_some("true") disabled=move || pending.get()>{text}</button>
        </div>
    }
    .into_any()
}
