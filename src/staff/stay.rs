//! One stay with everything the desk needs in one place: its own sheet, what it booked, what it ordered.

use super::money::RoomBill;
use super::points::PointsOfRoom;
use super::{ConsoleRefusal, StayBooking, StayHistory, StayOrder, staff_stay_history};
use crate::kit::use_params_map;
use crate::kit::{ConsoleFault, Rows, Skeleton, Tag, Tone, say_fault, use_changed, use_frame};
use crate::stays::staff::StaySheet;
use crate::words::{Words, use_words};
use leptos::prelude::*;

/// `/staff/stays/:id`
#[component]
pub fn StayPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with_value(|params| params.get_str("id").and_then(|text| text.parse().ok()).unwrap_or(0_i64)));
    let history = Resource::new_blocking(move || (id.get(), changed.0.get()), |(id, _)| staff_stay_history(id));
    view! {
        <main class="console-main" id="main">
            <StaySheet id=id/>
            <RoomBill stay=id/>
            <PointsOfRoom stay=id/>
            <Transition fallback=|| view! { <Skeleton count=4/> }>
                {move || Suspend::new(async move {
                    match history.await {
                        Ok(history) => view! { <History history=history/> }.into_any(),
                        Err(ConsoleRefusal::Fault(fault)) => view! { <ConsoleFault text=say_fault(words, &fault)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn History(history: StayHistory) -> impl IntoView {
    let words = use_words();
    let StayHistory { bookings, orders } = history;
    view! {
        <div class="console-pair">
            <section class="section">
                <h2>{words.stay_bookings()}</h2>
                {if bookings.is_empty() {
                    view! { <p class="muted">{words.stay_no_bookings()}</p> }.into_any()
                } else {
                    view! { <ul class="rows">{bookings.into_iter().map(|booking| (booking.id.0, view! { <Booking booking=booking/> }.into_any())).collect::<Rows>()}</ul> }.into_any()
                }}
            </section>
            <section class="section">
                <h2>{words.stay_orders()}</h2>
                {if orders.is_empty() {
                    view! { <p class="muted">{words.stay_no_orders()}</p> }.into_any()
                } else {
                    view! { <ul class="rows">{orders.into_iter().map(|order| (order.id.0, view! { <Order order=order/> }.into_any())).collect::<Rows>()}</ul> }.into_any()
                }}
            </section>
        </div>
    }
    .into_any()
}

#[component]
fn Booking(booking: StayBooking) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let (tone, state) = match booking.state.as_str() {
        "confirmed" => (Tone::Good, words.booking_desk_confirmed()),
        "held" => (Tone::Hold, words.booking_desk_held()),
        _ => (Tone::Bad, words.today_cancelled()),
    };
    let meta = sum(words, words.today_party(booking.places), &frame.coin, booking.total);
    view! {
        <li><a class="row" href=format!("/staff/bookings?day={}", booking.day)>
            <span class="row-main">
                <b class="row-title">{booking.title}</b>
                <span class="row-meta">{format!("{} · {meta}", words.today_day_at(&booking.wall, &words.day_near(booking.day, frame.today)))}</span>
            </span>
            <span class="row-end"><Tag tone=tone>{state}</Tag></span>
        </a></li>
    }
    .into_any()
}

#[component]
fn Order(order: StayOrder) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let (tone, state) = match order.state.as_str() {
        "placed" => (Tone::Warn, words.order_desk_placed()),
        "accepted" => (Tone::Info, words.order_desk_accepted()),
        "on_its_way" => (Tone::Info, words.order_desk_on_its_way()),
        "delivered" => (Tone::Good, words.order_desk_delivered()),
        "declined" => (Tone::Bad, words.order_desk_declined()),
        _ => (Tone::Bad, words.order_desk_cancelled()),
    };
    let when = words.today_day_at(&order.wall, &words.day_near(order.day, frame.today));
    view! {
        <li><a class="row" href=format!("/staff/orders/{}", order.id)>
            <span class="row-main"><b class="row-title">{order.what}</b><span class="row-meta">{sum(words, when, &frame.coin, order.total)}</span></span>
            <span class="row-end"><Tag tone=tone>{state}</Tag></span>
        </a></li>
    }
    .into_any()
}

/// Adds an amount, where there is one.
fn sum(words: Words, text: String, coin: &crate::words::Coin, amount: i64) -> String {
    if amount == 0 { text } else { format!("{text} · {}", words.money(coin, amount)) }
}
