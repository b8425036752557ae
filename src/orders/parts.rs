//! What the pages of the orders share, and what the console draws too: states, lines, tags, refusals in words.

use super::{BasketSum, Moment, OrderFact, OrderLine, OrderRefusal, OrderState};
use crate::booking::Actor;
use crate::catalog::Tag as Cost;
use crate::catalog::parts::TagView;
use crate::kit::{Empty, Fact, Icon, PageHead, Step, StepState, Steps, Tag, Timeline, Tone, say_fault, use_frame};
use crate::words::{Coin, Words, use_words};
use leptos::prelude::*;

/// A state in one or two words.
pub fn say_state(words: Words, state: OrderState) -> &'static str {
    match state {
        OrderState::Placed => words.order_state_placed(),
        OrderState::Accepted => words.order_state_accepted(),
        OrderState::OnItsWay => words.order_state_on_its_way(),
        OrderState::Delivered => words.order_state_delivered(),
        OrderState::Declined => words.order_state_declined(),
        OrderState::Cancelled => words.order_state_cancelled(),
    }
}

/// A state as a tag.
#[component]
pub fn StateTag(state: OrderState) -> impl IntoView {
    let tone = match state {
        OrderState::Placed | OrderState::Accepted | OrderState::Cancelled => Tone::Info,
        OrderState::OnItsWay | OrderState::Delivered => Tone::Good,
        OrderState::Declined => Tone::Bad,
    };
    view! { <Tag tone=tone><Icon name=state_icon(state)/>{say_state(use_words(), state)}</Tag> }.into_any()
}

/// The icon that goes with a state.
pub fn state_icon(state: OrderState) -> &'static str {
    match state {
        OrderState::Placed => "clock",
        OrderState::Accepted => "cup",
        OrderState::OnItsWay => "tray",
        OrderState::Delivered => "check",
        OrderState::Declined => "info",
        OrderState::Cancelled => "close",
    }
}

/// Why a door did not open, in words.
pub fn say(words: Words, coin: &Coin, refusal: &OrderRefusal) -> String {
    match refusal {
        OrderRefusal::EmptyBasket => words.order_no_empty().to_owned(),
        OrderRefusal::BasketFull => words.order_no_full().to_owned(),
        OrderRefusal::Gone => words.order_no_gone().to_owned(),
        OrderRefusal::Unanswered { title, question } => words.order_no_answer(question, title),
        OrderRefusal::Closed { title, opens: Some(opens) } => words.order_no_closed_until(&words.day_long(opens.day), &opens.wall, title),
        OrderRefusal::Closed { title, opens: None } => words.order_no_closed(title),
        OrderRefusal::TooYoung { title, age } => words.order_no_young(&age.to_string(), title),
        OrderRefusal::Past => words.order_no_past().to_owned(),
        OrderRefusal::OutsideStay => words.order_no_stay().to_owned(),
        OrderRefusal::NoteTooLong(most) => words.order_no_note(*most),
        OrderRefusal::PriceChanged { total } => words.order_no_price(&words.money(coin, *total)),
        OrderRefusal::AlreadySent { order } => words.order_no_sent(&order.to_string()),
        OrderRefusal::TooLate { state } => words.order_no_late(say_state(words, *state)),
        OrderRefusal::ChangedMeanwhile { state } => words.order_no_changed(say_state(words, *state)),
        OrderRefusal::NotPossible { state } => words.order_no_step(say_state(words, *state)),
        OrderRefusal::ReasonNeeded => words.order_no_reason().to_owned(),
        OrderRefusal::OverCap(over) => words.cap_over(&words.money(coin, over.left)),
        OrderRefusal::CardUnavailable => words.pay_no_card().to_owned(),
        OrderRefusal::FewPoints => words.points_few().to_owned(),
        OrderRefusal::Fault(fault) => say_fault(words, fault),
    }
}

/// "Today, 17:05"
pub fn say_moment(words: Words, at: &Moment) -> String {
    words.order_moment(&words.day_near(at.day, use_frame().today), &at.wall)
}

/// What one costs this guest, as a tag; and that what the package gives is used up, when it is.
#[component]
pub fn CostTag(tag: Cost) -> impl IntoView {
    let used_up = matches!(tag, Cost::Extra { used_up: true, .. });
    view! {
        <TagView tag=tag/>
        {used_up.then(|| view! { <span class="order-used-up">{use_words().order_used_up()}</span> }.into_any())}
    }
    .into_any()
}

/// The lines of an order with their amounts.
#[component]
pub fn OrderLines(lines: Vec<OrderLine>) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let lines = lines.into_iter().map(|line| {
        let count = words.order_times(&line.quantity.to_string());
        view! {
            <li>
                <span class="line-count">{count}</span>
                <span class="line-title">
                    {line.title}
                    {line.option.map(|option| view! { <small>{option}</small> }.into_any())}
                    {line.answers.into_iter().map(|said| view! { <small>{format!("{} {}", said.question, said.answer)}</small> }.into_any()).collect_view()}
                    {(line.included > 0).then(|| view! { <small class="line-included">{words.order_included_n(line.included)}</small> }.into_any())}
                </span>
                <span class="price">{words.money(&coin, line.amount)}</span>
            </li>
        }
        .into_any()
    });
    view! { <ul class="lines">{lines.collect_view()}</ul> }.into_any()
}

/// Placed, being prepared, on its way, delivered; or where it ended.
#[component]
pub fn OrderSteps(state: OrderState) -> impl IntoView {
    let words = use_words();
    let all = match state {
        OrderState::Declined | OrderState::Cancelled => vec![OrderState::Placed, state],
        _ => vec![OrderState::Placed, OrderState::Accepted, OrderState::OnItsWay, OrderState::Delivered],
    };
    let now = all.iter().position(|one| *one == state).unwrap_or(0);
    let steps = all.into_iter().enumerate().map(|(index, one)| Step {
        text: say_state(words, one).to_owned(),
        state: match index.cmp(&now) {
            std::cmp::Ordering::Less => StepState::Done,
            std::cmp::Ordering::Equal if one == OrderState::Delivered => StepState::Done,
            std::cmp::Ordering::Equal => StepState::Now,
            std::cmp::Ordering::Greater => StepState::Later,
        },
    });
    view! { <Steps steps=steps.collect()/> }.into_any()
}

/// Who did what when, newest last.
#[component]
pub fn OrderHistory(facts: Vec<OrderFact>) -> impl IntoView {
    let words = use_words();
    let today = use_frame().today;
    let last = facts.len().saturating_sub(1);
    let facts = facts.into_iter().enumerate().map(|(index, fact)| {
        let who = match fact.actor {
            Actor::Guest => fact.name,
            Actor::Staff | Actor::House => words.order_by_staff(&fact.name),
        };
        Fact {
            when: if fact.at.day == today { fact.at.wall.clone() } else { format!("{} {}", words.day_short(fact.at.day), fact.at.wall) },
            datetime: format!("{}T{}", fact.at.day, fact.at.wall),
            title: say_state(words, fact.state).to_owned(),
            meta: match (fact.reason, fact.asked_by) {
                (Some(reason), _) => words.order_by_reason(&reason, &who),
                (None, Some(asked_by)) => words.order_by_for(&asked_by, &who),
                (None, None) => who,
            },
            href: None,
            now: index == last,
            past: false,
        }
    });
    view! { <Timeline facts=facts.collect()/> }.into_any()
}

/// The basket in the dock, when there is something in it.
#[component]
pub fn BasketBar(sum: BasketSum) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    if sum.pieces == 0 {
        return ().into_any();
    }
    view! {
        <a class="basket-bar" href="/basket">
            <span class="basket-count" aria-hidden="true">{sum.pieces}</span>
            <span class="basket-text">{words.basket_title()}<span class="visually-hidden">{words.basket_pieces(sum.pieces)}</span></span>
            <span class="price">{words.money(&coin, sum.total)}</span>
        </a>
    }
    .into_any()
}

/// Something that is not there, or not this guest's: the page says so and has the status that says so.
#[component]
pub fn Missing(
    /// Where the arrow leads.
    back: &'static str,
) -> impl IntoView {
    let words = use_words();
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    view! {
        <PageHead title=words.page_not_found_title().to_owned() back=back back_label=words.order_back().to_owned()/>
        <Empty icon="tray" text=words.fault_not_found().to_owned()>
            <a class="button" href="/order">{words.basket_to_menu()}</a>
        </Empty>
    }
    .into_any()
}

/// Asks a visitor for the slip, and comes back here afterwards.
#[component]
pub fn SignInFirst(next: String) -> impl IntoView {
    let words = use_words();
    view! {
        <Empty icon="key" text=words.fault_sign_in().to_owned()>
            <a class="button" href=format!("/sign-in?next={next}")>{words.shell_sign_in()}</a>
        </Empty>
    }
    .into_any()
}

/// What a page shows instead of what could not be read.
#[component]
pub fn NotRead(refusal: OrderRefusal, back: &'static str, next: String) -> impl IntoView {
    use crate::base::Fault;
    use crate::kit::Alert;
    let words = use_words();
    match refusal {
        OrderRefusal::Fault(Fault::NotFound) => view! { <Missing back=back/> }.into_any(),
        OrderRefusal::Fault(Fault::SignIn) => view! { <SignInFirst next=next/> }.into_any(),
        refusal => {
            let text = say(words, &use_frame().coin, &refusal);
            view! { <Alert tone=Tone::Warn>{text}</Alert> }.into_any()
        }
    }
}
