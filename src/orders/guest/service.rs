//! `/order/:key`: one service, with everything there is to choose.

use crate::catalog::Question;
use crate::kit::use_params_map;
use crate::kit::{Alert, Choice, Icon, PageHead, Tone, use_frame};
use crate::orders::basket::{Line, MOST_PIECES};
use crate::orders::parts::{BasketBar, CostTag, NotRead, say};
use crate::orders::{BasketAdd, LONGEST_ANSWER, OpenHours, ServiceDetails, order_service};
use crate::words::{Words, use_words};
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_query_map};

#[component]
pub fn ServicePage() -> impl IntoView {
    let params = use_params_map();
    let key = Memo::new(move |_| params.with_value(|params| params.get_str("key").unwrap_or_default().to_owned()));
    // Not read again when something changes elsewhere: what the guest has chosen so far would be lost.
    let service = Resource::new_blocking(move || key.get(), order_service);
    let next = move || format!("/order/{}", key.get_untracked());
    view! {
        <main class="page" id="main">
            <Transition>
                {move || {
                    let next = next();
                    Suspend::new(async move {
                        match service.await {
                            Ok(service) => view! { <Service service=service/> }.into_any(),
                            Err(refusal) => view! { <NotRead refusal=refusal back="/order" next=next/> }.into_any(),
                        }
                    })
                }}
            </Transition>
        </main>
        <div class="dock">
            <Transition>
                {move || Suspend::new(async move {
                    service.await.ok().map(|service| view! { <BasketBar sum=service.basket/> }.into_any())
                })}
            </Transition>
        </div>
    }
    .into_any()
}

#[component]
fn Service(service: ServiceDetails) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let card = service.item.card.clone();
    let read_only = frame.me.as_ref().is_some_and(|me| me.read_only);
    let opens = service.item.opens.clone().filter(|_| !service.item.open);
    view! {
        <PageHead title=card.title.clone() back="/order" back_label=words.order_back().to_owned()/>
        <figure class="hero"><img src=card.photo.clone() alt="" width="640" height="400"/></figure>
        <p class="lead">{card.summary.clone()}</p>
        <p class="line"><CostTag tag=card.tag.clone()/></p>
        {opens.map(|at| {
            let text = words.order_closed_now(&words.day_near(at.day, frame.today), &at.wall);
            view! { <Alert tone=Tone::Info>{text}</Alert> }.into_any()
        })}
        <p class="prose">{service.details.clone()}</p>
        <dl class="facts">
            <div><dt>{words.order_served()}</dt><dd>{say_hours(words, &service.hours)}</dd></div>
            <div><dt>{words.order_takes()}</dt><dd>{words.minutes(card.minutes)}</dd></div>
            {(service.price > 0).then(|| view! { <div><dt>{words.order_price_of_one()}</dt><dd>{words.money(&frame.coin, service.price)}</dd></div> }.into_any())}
        </dl>
        {if read_only {
            view! { <Alert tone=Tone::Info>{words.fault_read_only()}</Alert> }.into_any()
        } else {
            view! { <ServiceForm service=service/> }.into_any()
        }}
    }
    .into_any()
}

#[component]
fn ServiceForm(service: ServiceDetails) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let add = ServerAction::<BasketAdd>::new();
    let navigate = use_navigate();
    let key = service.item.card.key.clone();
    let added = format!("/order?added={key}");
    Effect::new(move |_| {
        if let Some(Ok(())) = add.value().get() {
            navigate(&added, Default::default());
        }
    });
    // What a plain form had chosen before − or + was pressed comes back in the address.
    let line = use_query_map().with_untracked(|query| query.get_str("line").and_then(Line::decode)).filter(|line| line.offer == key);
    let quantity = line.as_ref().map_or(1, |line| line.quantity);
    let chosen = line.as_ref().map(|line| line.option.clone()).filter(|option| service.options.iter().any(|one| one.key == *option));
    let chosen = chosen.or_else(|| service.options.first().map(|option| option.key.clone()));
    let options = (!service.options.is_empty()).then(|| {
        let rows = service.options.iter().map(|option| {
            let checked = chosen.as_ref() == Some(&option.key);
            let extra = if option.price > 0 { words.order_extra(&words.money(&coin, option.price)) } else { String::new() };
            view! { <Choice kind="radio" name="option" value=option.key.clone() checked=checked label=option.name.clone()>{extra}</Choice> }
                .into_any()
        });
        view! { <fieldset class="choices"><legend>{words.order_option()}</legend>{rows.collect_view()}</fieldset> }.into_any()
    });
    let answers = line.map(|line| line.answers).unwrap_or_default();
    let questions: Vec<AnyView> = service
        .questions
        .into_iter()
        .map(|question| {
            let said = answers.get(&question.key).cloned();
            view! { <Ask question=question said=said/> }.into_any()
        })
        .collect();
    let refused = move || add.value().get().and_then(Result::err).map(|refusal| say(words, &use_frame().coin, &refusal));
    let title = service.item.card.title.clone();
    view! {
        <ActionForm action=add attr:class="fields order-form">
            <input type="hidden" name="offer" value=key/>
            {options}
            {questions}
            <div class="line order-how-many">
                <span>{words.order_how_many()}</span>
                <QuantityField start=quantity title=title/>
            </div>
            {move || refused().map(|text| view! { <Alert tone=Tone::Warn>{text}</Alert> }.into_any())}
            <button class="button" type="submit" aria-busy=move || add.pending().get().then_some("true")><Icon name="basket"/>{words.order_add_to_basket()}</button>
        </ActionForm>
    }
    .into_any()
}

/// A question of the kitchen: choices as rows, or a field for the guest's own words.
#[component]
fn Ask(question: Question, said: Option<String>) -> impl IntoView {
    let words = use_words();
    let name = format!("answers[{}]", question.key);
    let label = if question.required { question.text.clone() } else { words.order_optional(&question.text) };
    if question.choices.is_empty() {
        let id = format!("answer-{}", question.key);
        let note = format!("{id}-note");
        return view! {
            <div class="field">
                <label for=id.clone()>{label}</label>
                <input id=id name=name type="text" maxlength=LONGEST_ANSWER.to_string() value=said required=question.required aria-describedby=note.clone()/>
                <p class="hint" id=note>{words.order_answer_hint(LONGEST_ANSWER as i64)}</p>
            </div>
        }
        .into_any();
    }
    let said: Option<usize> = said.and_then(|said| said.parse().ok());
    let rows = question.choices.into_iter().enumerate().map(|(index, choice)| {
        view! {
            <label class="choice">
                <input type="radio" name=name.clone() value=index.to_string() checked={said == Some(index)} required=question.required/>
                <span class="choice-main">{choice}</span>
            </label>
        }
        .into_any()
    });
    let rows = rows.collect_view();
    let none = (!question.required).then(|| {
        let name = format!("answers[{}]", question.key);
        view! { <Choice kind="radio" name=name value="" checked={said.is_none()} label=words.order_no_matter().to_owned()/> }.into_any()
    });
    view! { <fieldset class="choices"><legend>{label}</legend>{none}{rows}</fieldset> }.into_any()
}

/// How many, with − and +. With JavaScript the number changes in place; without, the page comes back with it.
#[component]
fn QuantityField(start: i64, title: String) -> impl IntoView {
    let words = use_words();
    let quantity = RwSignal::new(start.clamp(1, MOST_PIECES));
    let step = move |by: i64| {
        move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            quantity.update(|quantity| *quantity = (*quantity + by).clamp(1, MOST_PIECES));
        }
    };
    view! {
        <span class="stepper">
            <button type="submit" name="step" value="less:quantity" formnovalidate aria-label=words.order_less(&title)
                disabled={move || quantity.get() <= 1} on:click=step(-1)><Icon name="minus"/></button>
            <input type="number" inputmode="numeric" name="quantity" min="1" max=MOST_PIECES.to_string() value=start.to_string()
                prop:value=move || quantity.get().to_string() aria-label=words.order_how_many_of(&title)
                on:change:target=move |event| quantity.set(event.target().value().trim().parse().unwrap_or(1).clamp(1, MOST_PIECES))/>
            <button type="submit" name="step" value="more:quantity" formnovalidate aria-label=words.order_more(&title)
                disabled={move || quantity.get() >= MOST_PIECES} on:click=step(1)><Icon name="plus"/></button>
        </span>
    }
    .into_any()
}

/// "07:00 to 23:00", with the days where it is not every day.
fn say_hours(words: Words, hours: &[OpenHours]) -> String {
    if hours.is_empty() {
        return words.order_always().to_owned();
    }
    let monday = crate::base::Day::new(2024, 1, 1);
    let day = |index: &i64| monday.map(|monday| words.weekday_short(monday.plus(*index))).unwrap_or_default();
    let lines = hours.iter().map(|open| {
        let times = words.order_hours(&open.from, &open.to);
        if open.days.len() == 7 { times } else { format!("{}: {times}", open.days.iter().map(day).collect::<Vec<_>>().join(" ")) }
    });
    lines.collect::<Vec<_>>().join(", ")
}
