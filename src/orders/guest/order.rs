//! `/orders/:id`: where an order stands, without reloading, and what it is.

use crate::browser;
use crate::kit::use_params_map;
use crate::kit::{Alert, Icon, Kept, NotFresh, PageHead, Tone, use_changed, use_frame};
use crate::orders::parts::{NotRead, OrderHistory, OrderLines, OrderSteps, say, say_moment};
use crate::orders::{CancelOrder, OrderState, OrderView, PayOrderByCard, PayOrderWithPoints, follow_order};
use crate::payments::Pay;
use crate::payments::parts::{CardFields, OnItsWay, Trail};
use crate::payments::points::guest::PointsFields;
use crate::words::{Words, use_words};
use leptos::prelude::*;

#[component]
pub fn OrderPage() -> impl IntoView {
    let params = use_params_map();
    let changed = use_changed();
    let cancel = ServerAction::<CancelOrder>::new();
    let pay = ServerAction::<PayOrderByCard>::new();
    let with_points = ServerAction::<PayOrderWithPoints>::new();
    Effect::new(move |_| {
        if let Some(Ok(page)) = pay.value().get() {
            browser::go(&page);
        }
    });
    // An address that is no number is an order that nobody has.
    let id = Memo::new(move |_| params.with_value(|params| params.get_str("id").and_then(|id| id.parse::<i64>().ok()).unwrap_or(0)));
    let order = Resource::new_blocking(
        move || (id.get(), changed.0.get(), cancel.version().get() + pay.version().get() + with_points.version().get()),
        |(id, ..)| follow_order(id),
    );
    let kept = Kept::new();
    view! {
        <main class="page" id="main">
            <Transition>
                {move || {
                    let next = format!("/orders/{}", id.get_untracked());
                    Suspend::new(async move {
                        match kept.or_before(order.await) {
                            Ok((order, stale)) => view! { <NotFresh stale=stale/> <Follow order=order cancel=cancel pay=pay with_points=with_points/> }.into_any(),
                            Err(refusal) => view! { <NotRead refusal=refusal back="/history" next=next/> }.into_any(),
                        }
                    })
                }}
            </Transition>
        </main>
    }
    .into_any()
}

/// Where it stands, as a sentence to the guest.
fn say_stage(words: Words, order: &OrderView) -> String {
    let stage = match order.state {
        OrderState::Placed => words.order_stage_placed(),
        OrderState::Accepted => words.order_stage_accepted(),
        OrderState::OnItsWay => match order.facts.iter().rev().find_map(|fact| fact.expected.as_deref()) {
            Some(wall) => return words.order_stage_expected(wall),
            None => words.order_stage_on_its_way(),
        },
        OrderState::Delivered => words.order_stage_delivered(),
        OrderState::Declined => words.order_stage_declined(),
        OrderState::Cancelled => words.order_stage_cancelled(),
    };
    stage.to_owned()
}

#[component]
fn Follow(
    order: OrderView,
    cancel: ServerAction<CancelOrder>,
    pay: ServerAction<PayOrderByCard>,
    with_points: ServerAction<PayOrderWithPoints>,
) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let read_only = frame.me.as_ref().is_some_and(|me| me.read_only);
    let reason = order.facts.iter().rev().find_map(|fact| fact.reason.clone());
    let when = order.deliver.as_ref().map_or_else(|| words.basket_now().to_owned(), |at| say_moment(words, at));
    let note = (!order.note.is_empty())
        .then(|| view! { <div class="wide"><dt>{words.basket_note()}</dt><dd class="order-note">{order.note.clone()}</dd></div> }.into_any());
    let ended = matches!(order.state, OrderState::Declined | OrderState::Cancelled);
    let charged = if ended || order.total == 0 {
        (order.total > 0 && order.pay.back.is_none()).then(|| words.order_taken_off().to_owned())
    } else {
        (order.pay.back.is_none()).then(|| words.order_on_the_bill().to_owned())
    };
    view! {
        <PageHead title=words.order_number(&order.id.to_string()) back="/history" back_label=words.order_back_history().to_owned()/>
        <section class="card">
            <p class="lead order-stage" role="status">{say_stage(words, &order)}</p>
            <OrderSteps state=order.state/>
            {reason.map(|reason| view! { <Alert tone=Tone::Warn>{words.order_reason(&reason)}</Alert> }.into_any())}
            <dl class="facts">
                <div><dt>{words.order_when()}</dt><dd>{when}</dd></div>
                <div><dt>{words.order_placed_at()}</dt><dd>{say_moment(words, &order.placed)}</dd></div>
                {note}
            </dl>
        </section>
        <section class="section">
            <div class="section-head"><h2>{words.order_what()}</h2></div>
            <OrderLines lines=order.lines/>
            <dl class="sum"><div class="sum-total"><dt>{words.basket_total()}</dt><dd>{words.money(&frame.coin, order.total)}</dd></div></dl>
            {charged.map(|text| view! { <p class="hint">{text}" "<a class="link" href="/bill">{words.bill_title()}</a></p> }.into_any())}
        </section>
        <ByCard order=order.id.0 data=order.pay.clone() pay=pay with_points=with_points/>
        {(!read_only).then(|| view! { <Again offers=order.again/> }.into_any())}
        {(order.state == OrderState::Placed && !read_only).then(|| view! { <TakeBack order=order.id.0 cancel=cancel/> }.into_any())}
        {move || cancel.value().get().and_then(Result::err).map(|refusal| {
            let text = say(words, &use_frame().coin, &refusal);
            view! { <Alert tone=Tone::Warn>{text}</Alert> }.into_any()
        })}
        <Trail trail=order.pay.trail/>
        <section class="section">
            <div class="section-head"><h2>{words.order_history()}</h2></div>
            <OrderHistory facts=order.facts/>
        </section>
    }
    .into_any()
}

/// By card or with points now instead of with the room's bill; or the payment that is on its way.
#[component]
fn ByCard(order: i64, data: Pay, pay: ServerAction<PayOrderByCard>, with_points: ServerAction<PayOrderWithPoints>) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let refused = move || {
        pay.value().get().and_then(Result::err).or_else(|| with_points.value().get().and_then(Result::err)).map(|refusal| {
            let text = say(words, &use_frame().coin, &refusal);
            view! { <Alert tone=Tone::Warn>{text}</Alert> }.into_any()
        })
    };
    let owed = data.owed;
    let form = match (data.on_its_way, data.intent) {
        (Some((amount, page)), _) => view! { <OnItsWay text=words.pay_on_its_way_room(&words.money(&coin, amount)) page=page/> }.into_any(),
        (None, Some(intent)) => view! {
            <ActionForm action=pay attr:class="actions">
                <input type="hidden" name="order" value=order.to_string()/>
                <CardFields intent=intent owed=owed pending=pay.pending() in_part=data.in_part/>
            </ActionForm>
        }
        .into_any(),
        (None, None) => ().into_any(),
    };
    let points = data.points.map(|points| {
        view! {
            <ActionForm action=with_points attr:class="actions">
                <input type="hidden" name="order" value=order.to_string()/>
                <PointsFields points=points pending=with_points.pending()/>
            </ActionForm>
        }
        .into_any()
    });
    view! { {form} {points} {refused} }.into_any()
}

/// The way to what was ordered: straight there, or, when it was several things, to each.
#[component]
fn Again(offers: Vec<(String, String)>) -> impl IntoView {
    let words = use_words();
    match offers.as_slice() {
        [] => ().into_any(),
        [(key, _)] => view! { <p class="actions"><a class="button-quiet" href=format!("/order/{key}")>{words.order_again()}</a></p> }.into_any(),
        _ => {
            let links = offers
                .into_iter()
                .map(|(key, title)| view! { <li><a href=format!("/order/{key}")><span>{title}</span><Icon name="chevron"/></a></li> }.into_any());
            view! {
                <section class="section">
                    <div class="section-head"><h2>{words.order_again()}</h2></div>
                    <ul class="links">{links.collect_view()}</ul>
                </section>
            }
            .into_any()
        }
    }
}

#[component]
fn TakeBack(order: i64, cancel: ServerAction<CancelOrder>) -> impl IntoView {
    let words = use_words();
    view! {
        <ActionForm action=cancel attr:class="order-cancel">
            <input type="hidden" name="order" value=order.to_string()/>
            <button class="button-danger" type="submit" disabled=move || cancel.pending().get()>{words.order_cancel()}</button>
            <p class="hint">{words.order_cancel_hint()}</p>
        </ActionForm>
    }
    .into_any()
}
