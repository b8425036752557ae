//! `/asks/:id`: what somebody of the party asks for, and the answer; and on Me what waits for one.

use super::{AnswerAsk, AskRefusal, AskRow, AskState, AskView, LONGEST_WHY, TakeBackAsk, ask_details, my_asks};
use crate::kit::use_params_map;
use crate::kit::{Alert, Icon, Kept, NotFresh, PageHead, Rows, Tone, say_fault, use_changed, use_frame};
use crate::orders::OrderRefusal;
use crate::orders::parts::{NotRead, say_moment};
use crate::words::{Coin, Words, use_words};
use leptos::prelude::*;

/// Why it did not work, in words.
fn say(words: Words, coin: &Coin, refusal: &AskRefusal) -> String {
    match refusal {
        AskRefusal::Answered(state) => words.ask_no_answered(say_state(words, *state)),
        AskRefusal::Over => words.ask_no_over().to_owned(),
        AskRefusal::PriceChanged { total } => words.ask_no_price(&words.money(coin, *total)),
        AskRefusal::ReasonTooLong(most) => words.order_no_note(*most),
        AskRefusal::NobodyToAsk => words.ask_no_nobody().to_owned(),
        AskRefusal::Booking(refusal) => crate::booking::parts::say(words, coin, refusal),
        AskRefusal::Order(refusal) => crate::orders::parts::say(words, coin, refusal),
        AskRefusal::Fault(crate::base::Fault::NotAllowed) => words.cap_adults_only().to_owned(),
        AskRefusal::Fault(fault) => say_fault(words, fault),
    }
}

fn say_state(words: Words, state: AskState) -> &'static str {
    match state {
        AskState::Kept | AskState::Waiting => words.ask_state_waiting(),
        AskState::Approved => words.ask_state_approved(),
        AskState::Declined => words.ask_state_declined(),
        AskState::Withdrawn => words.ask_state_withdrawn(),
        AskState::Over => words.ask_state_over(),
    }
}

#[component]
pub fn AskPage() -> impl IntoView {
    let params = use_params_map();
    let changed = use_changed();
    let answer = ServerAction::<AnswerAsk>::new();
    let back = ServerAction::<TakeBackAsk>::new();
    let id = Memo::new(move |_| params.with_value(|params| params.get_str("id").and_then(|id| id.parse::<i64>().ok()).unwrap_or(0)));
    let ask = Resource::new_blocking(move || (id.get(), changed.0.get(), answer.version().get() + back.version().get()), |(id, ..)| ask_details(id));
    let kept = Kept::new();
    view! {
        <main class="page" id="main">
            <Transition>
                {move || {
                    let next = format!("/asks/{}", id.get_untracked());
                    Suspend::new(async move {
                        match kept.or_before(ask.await) {
                            Ok((ask, stale)) => view! { <NotFresh stale=stale/> <Asked ask=ask answer=answer back=back/> }.into_any(),
                            Err(AskRefusal::Fault(fault)) => view! { <NotRead refusal=OrderRefusal::Fault(fault) back="/me" next=next/> }.into_any(),
                            Err(refusal) => {
                                let words = use_words();
                                view! { <Alert tone=Tone::Warn>{say(words, &use_frame().coin, &refusal)}</Alert> }.into_any()
                            }
                        }
                    })
                }}
            </Transition>
        </main>
    }
    .into_any()
}

/// How it stands, to whoever looks at it.
fn say_stage(words: Words, ask: &AskView) -> (Tone, String) {
    let until = if ask.until.day == use_frame().today { ask.until.wall.clone() } else { say_moment(words, &ask.until) };
    match (ask.state, ask.mine) {
        (AskState::Kept, _) => (Tone::Info, words.ask_kept().to_owned()),
        (AskState::Waiting, true) => (Tone::Hold, words.ask_waits_mine(&until)),
        (AskState::Waiting, false) => (Tone::Hold, words.ask_waits(&ask.name, &until)),
        (AskState::Approved, _) => (Tone::Good, words.ask_approved_by(&ask.answered_by)),
        (AskState::Declined, _) if ask.reason.is_empty() => (Tone::Info, words.ask_declined_by(&ask.answered_by)),
        (AskState::Declined, _) => (Tone::Info, words.ask_declined_why(&ask.answered_by, &ask.reason)),
        (AskState::Withdrawn, _) => (Tone::Info, words.ask_withdrawn().to_owned()),
        (AskState::Over, true) => (Tone::Info, words.ask_over_mine().to_owned()),
        (AskState::Over, false) => (Tone::Info, words.ask_over().to_owned()),
    }
}

#[component]
fn Asked(ask: AskView, answer: ServerAction<AnswerAsk>, back: ServerAction<TakeBackAsk>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let coin = frame.coin.clone();
    let (tone, stage) = say_stage(words, &ask);
    let what = match ask.lines.as_slice() {
        [] => ask.title.clone(),
        lines => lines.iter().map(|(n, title)| if *n > 1 { format!("{n} × {title}") } else { title.clone() }).collect::<Vec<_>>().join(", "),
    };
    let when = match (&ask.when, ask.booking) {
        (Some(at), _) => say_moment(words, at),
        (None, _) => words.basket_now().to_owned(),
    };
    let for_whom = (!ask.people.is_empty()).then(|| view! { <div><dt>{words.book_for()}</dt><dd>{ask.people.join(", ")}</dd></div> }.into_any());
    let may = ask.cap.map_or_else(|| words.cap_none().to_owned(), |cap| words.cap_of_day(&words.money(&coin, cap)));
    let onward = match (ask.booking, ask.order) {
        (Some(booking), _) => Some((format!("/bookings/{booking}"), words.ask_see_booking())),
        (None, Some(order)) => Some((format!("/orders/{order}"), words.basket_see_order())),
        (None, None) => None,
    };
    let taken_back = (ask.mine && ask.state == AskState::Waiting).then(|| {
        view! {
            <ActionForm action=back>
                <input type="hidden" name="ask" value=ask.id.to_string()/>
                <button class="button-quiet" type="submit" disabled=move || back.pending().get()>{words.ask_take_back()}</button>
            </ActionForm>
        }
        .into_any()
    });
    let refused = move || {
        let of = |value: Option<Result<_, AskRefusal>>| value.and_then(Result::err);
        of(answer.value().get()).or_else(|| of(back.value().get()))
    };
    view! {
        <PageHead title=words.ask_title(&ask.name) back="/me" back_label=words.bill_back().to_owned()/>
        <Alert tone=tone>{stage}</Alert>
        {move || refused().map(|refusal| view! { <Alert tone=Tone::Warn>{say(words, &use_frame().coin, &refusal)}</Alert> }.into_any())}
        <section class="card">
            <dl class="facts">
                <div class="wide"><dt>{words.ask_what()}</dt><dd>{what}</dd></div>
                <div><dt>{words.ask_when()}</dt><dd>{when}</dd></div>
                {for_whom}
                <div><dt>{words.ask_costs()}</dt><dd class="price">{words.money(&coin, ask.amount)}</dd></div>
                <div><dt>{words.cap_spent_today()}</dt><dd>{words.money(&coin, ask.spent)}<small>{may}</small></dd></div>
            </dl>
        </section>
        {ask.may_answer.then(|| view! { <Answers ask=ask.clone() answer=answer/> }.into_any())}
        {taken_back}
        {onward.map(|(href, text)| view! { <p class="actions"><a class="button-quiet" href=href>{text}</a></p> }.into_any())}
    }
    .into_any()
}

/// Yes, or not now with a few words if one likes.
#[component]
fn Answers(ask: AskView, answer: ServerAction<AnswerAsk>) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let id = ask.id.0;
    view! {
        <div class="stack ask-answers">
            <ActionForm action=answer>
                <input type="hidden" name="ask" value=id.to_string()/>
                <input type="hidden" name="answer" value="yes"/>
                <input type="hidden" name="expected" value=ask.amount.to_string()/>
                <button class="button" type="submit" disabled=move || answer.pending().get()>{words.ask_yes(&words.money(&coin, ask.amount))}</button>
            </ActionForm>
            <ActionForm action=answer attr:class="fields">
                <input type="hidden" name="ask" value=id.to_string()/>
                <input type="hidden" name="answer" value="no"/>
                <div class="field">
                    <label for="reason">{words.ask_why()}</label>
                    <input id="reason" name="reason" type="text" maxlength=LONGEST_WHY.to_string() autocomplete="off" dir="auto"/>
                </div>
                <button class="button-quiet" type="submit" disabled=move || answer.pending().get()>{words.ask_not_now()}</button>
            </ActionForm>
        </div>
    }
    .into_any()
}

/// What waits for an answer, on Me; nothing when nothing does.
#[component]
pub fn AsksWaiting() -> impl IntoView {
    let changed = use_changed();
    let asks = Resource::new_blocking(move || changed.0.get(), |_| my_asks());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match asks.await {
                    Ok(asks) if !asks.is_empty() => view! { <Waiting asks=asks/> }.into_any(),
                    _ => ().into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Waiting(asks: Vec<AskRow>) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let rows = asks.into_iter().map(|ask| {
        let meta = format!("{} · {}", words.money(&coin, ask.amount), words.ask_until(&ask.until.wall));
        let row = view! {
            <li><a class="row" href=format!("/asks/{}", ask.id)>
                <span class="row-main"><b class="row-title">{format!("{}: {}", ask.name, ask.title)}</b><span class="row-meta">{meta}</span></span>
                <span class="row-end"><Icon name="chevron"/></span>
            </a></li>
        };
        (ask.id.0, row.into_any())
    });
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.ask_waiting()}</h2></div>
            <ul class="rows">{rows.collect::<Rows>()}</ul>
        </section>
    }
    .into_any()
}
