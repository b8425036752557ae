//! Pieces that pages of what was bought draw: the way of each amount.

use super::{Because, Method, Step, TrailLine};
use crate::kit::{Alert, Fact, Timeline, Tone, use_frame};
use crate::words::{Coin, Words, use_words};
use leptos::prelude::*;

/// The way of each amount, the latest step first; nothing when nothing was paid at once.
#[component]
pub fn Trail(trail: Vec<TrailLine>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    if trail.is_empty() {
        return ().into_any();
    }
    let last = trail.len() - 1;
    let fact = |(index, line): (usize, TrailLine)| {
        let receipt = line.receipt;
        Fact {
            when: if line.day == frame.today { line.wall.clone() } else { format!("{} {}", words.day_short(line.day), line.wall) },
            datetime: format!("{}T{}", line.day, line.wall),
            title: say_step(words, &frame.coin, line.step, line.amount),
            meta: match (&receipt, line.because) {
                (Some((_, number)), _) => words.pay_receipt(number),
                (None, Some(Because::Missed)) => words.pay_because_missed().to_owned(),
                (None, Some(Because::Guarantee)) => words.pay_because_guarantee().to_owned(),
                (None, Some(Because::Came)) => words.pay_because_came().to_owned(),
                (None, None) => String::new(),
            },
            href: receipt.map(|(id, _)| format!("/receipts/{id}")),
            now: index == last,
            past: index != last,
        }
    };
    let facts = trail.into_iter().enumerate().rev().map(fact).collect();
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.pay_trail()}</h2></div>
            <Timeline facts=facts/>
        </section>
    }
    .into_any()
}

/// What is in a form that begins to pay by card, but for what it is for: the sum as shown, the key, and the button.
#[component]
pub fn CardFields(
    intent: String,
    owed: i64,
    #[prop(into)] pending: Signal<bool>,
    #[prop(default = "button-quiet")] class: &'static str,
    /// Only a part of it may be paid.
    #[prop(optional)]
    in_part: bool,
) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let text = words.pay_card(&words.money(&coin, owed));
    let part = in_part.then(|| {
        view! {
            <details class="unfold">
                <summary class="small">{words.pay_part()}</summary>
                <label class="field"><span>{words.pay_part_amount(&coin.symbol)}</span>
                    <input name="part" type="text" inputmode="decimal" autocomplete="off" maxlength="12" dir="ltr"/></label>
            </details>
        }
        .into_any()
    });
    view! {
        <input type="hidden" name="expected" value=owed.to_string()/>
        <input type="hidden" name="intent" value=intent/>
        {part}
        <button class=class type="submit" aria-busy=move || pending.get().then_some("true") disabled=move || pending.get()>{text}</button>
    }
    .into_any()
}

/// A payment that is on its way, and where it goes on.
#[component]
pub fn OnItsWay(text: String, page: String) -> impl IntoView {
    view! {
        <Alert tone=Tone::Info>{text}</Alert>
        <p class="actions"><a class="button-quiet" rel="external" href=page>{use_words().pay_go_on()}</a></p>
    }
    .into_any()
}

/// How it was paid, in words.
pub fn say_method(words: Words, method: Method) -> &'static str {
    match method {
        Method::Card => words.pay_receipt_card(),
        Method::Cash => words.pay_method_cash(),
        Method::Terminal => words.pay_method_terminal(),
        Method::Transfer => words.pay_method_transfer(),
        Method::Points => words.pay_method_points(),
    }
}

fn say_step(words: Words, coin: &Coin, step: Step, amount: i64) -> String {
    let amount = words.money(coin, amount);
    match step {
        Step::Begun => words.pay_step_begun(&amount),
        Step::Waiting => words.pay_step_waiting(&amount),
        Step::Captured => words.pay_step_captured(&amount),
        Step::NotPaid => words.pay_step_not_paid(&amount),
        Step::GivenUp => words.pay_step_given_up(&amount),
        Step::Stuck => words.pay_step_stuck(&amount),
        Step::RefundRequested => words.pay_step_refund_requested(&amount),
        Step::RefundSent => words.pay_step_refund_sent(&amount),
        Step::RefundArrived => words.pay_step_refund_arrived(&amount),
        Step::RefundFailed => words.pay_step_refund_failed(&amount),
        Step::TakenAtDesk => words.pay_step_taken_at_desk(&amount),
        Step::HandOut => words.pay_step_hand_out(&amount),
        Step::HandedOut => words.pay_step_handed_out(&amount),
        Step::PaidWithPoints => words.pay_step_points(&amount),
        Step::PointsAreBack => words.pay_step_points_back(&amount),
        Step::KeptAfterAll => words.pay_step_kept(&amount),
    }
}
