//! The list of earlier stays under the history, and the page of one.

use super::{EarlierBooking, EarlierOrder, EarlierStay, EarlierStayData, earlier_stay_details};
use crate::base::Fault;
use crate::kit::{Alert, Empty, Kept, NotFresh, PageHead, Row, Tag, Tone, say_fault, use_changed, use_frame, use_params_map};
use crate::orders::OrderState;
use crate::orders::parts::{SignInFirst, StateTag};
use crate::words::{Words, use_words};
use leptos::prelude::*;

/// "3 March – 10 March 2026"
fn say_days(words: Words, stay: &EarlierStay) -> String {
    format!("{} – {} {}", words.day_and_month(stay.arrives), words.day_and_month(stay.departs), stay.departs.year())
}

/// The list of earlier stays; nothing when there are none.
#[component]
pub fn EarlierList(stays: Vec<EarlierStay>) -> impl IntoView {
    let words = use_words();
    if stays.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.earlier_title()}</h2></div>
            <ul class="rows">
                {stays.into_iter().map(|stay| {
                    let meta = format!("{} {}", words.me_room(), stay.room);
                    view! { <Row href=format!("/stays/{}", stay.id) title=say_days(words, &stay) meta=meta/> }.into_any()
                }).collect_view()}
            </ul>
        </section>
    }
    .into_any()
}

/// `/stays/:id`
#[component]
pub fn EarlierStayPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let params = use_params_map();
    let id = params.with_value(|params| params.get_str("id").and_then(|id| id.parse::<i64>().ok()).unwrap_or(0));
    let data = Resource::new_blocking(move || changed.0.get(), move |_| earlier_stay_details(id));
    let kept = Kept::new();
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match kept.or_before(data.await) {
                    Ok((data, stale)) => view! { <main class="page" id="main"><NotFresh stale=stale/><Whole data=data/></main> }.into_any(),
                    Err(Fault::NotFound | Fault::Malformed | Fault::Field(_)) => view! { <crate::guest::pages::NotFound/> }.into_any(),
                    Err(Fault::SignIn) => view! {
                        <main class="page" id="main">
                            <PageHead title=words.earlier_title().to_owned() back="/history" back_label=words.page_back()/>
                            <SignInFirst next=format!("/stays/{id}")/>
                        </main>
                    }.into_any(),
                    Err(fault) => view! { <main class="page" id="main"><Alert tone=Tone::Warn>{say_fault(words, &fault)}</Alert></main> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Whole(data: EarlierStayData) -> impl IntoView {
    let words = use_words();
    let EarlierStayData { stay, package, bookings, orders } = data;
    let nothing = bookings.is_empty() && orders.is_empty();
    view! {
        <PageHead title=say_days(words, &stay) back="/history" back_label=words.page_back()/>
        <dl class="facts">
            <div><dt>{words.me_room()}</dt><dd>{stay.room}</dd></div>
            <div><dt>{words.me_package()}</dt><dd>{package}</dd></div>
        </dl>
        {nothing.then(|| view! { <Empty icon="calendar" text=words.earlier_empty().to_owned()><a class="link" href="/history">{words.history_title()}</a></Empty> }.into_any())}
        {(!bookings.is_empty()).then(|| view! {
            <section class="section">
                <div class="section-head"><h2>{words.earlier_bookings()}</h2></div>
                <ul class="rows">{bookings.into_iter().map(|one| view! { <Booking one=one/> }.into_any()).collect_view()}</ul>
            </section>
        }.into_any())}
        {(!orders.is_empty()).then(|| view! {
            <section class="section">
                <div class="section-head"><h2>{words.earlier_orders()}</h2></div>
                <ul class="rows">{orders.into_iter().map(|one| view! { <Order one=one/> }.into_any()).collect_view()}</ul>
            </section>
        }.into_any())}
    }
    .into_any()
}

#[component]
fn Booking(one: EarlierBooking) -> impl IntoView {
    let words = use_words();
    let meta = format!("{} · {} · {}", words.day_short(one.day), words.earlier_people(one.people), cost(words, one.total));
    view! {
        <li><div class="row row-still" class:row-off=one.cancelled>
            <time class="row-time" datetime=format!("{}T{}", one.day, one.wall)>{one.wall.clone()}</time>
            <span class="row-main"><b class="row-title">{one.title}</b> <span class="row-meta">{meta}</span></span>
            {one.cancelled.then(|| view! { <span class="row-end"><Tag tone=Tone::Info>{words.history_cancelled()}</Tag></span> }.into_any())}
        </div></li>
    }
    .into_any()
}

#[component]
fn Order(one: EarlierOrder) -> impl IntoView {
    let words = use_words();
    let off = matches!(one.state, OrderState::Declined | OrderState::Cancelled);
    let what = one.what.into_iter().map(|(count, title)| if count > 1 { format!("{count} × {title}") } else { title });
    let meta = format!("{} · {}", words.day_short(one.day), cost(words, one.total));
    view! {
        <li><div class="row row-still" class:row-off=off>
            <time class="row-time" datetime=format!("{}T{}", one.day, one.wall)>{one.wall.clone()}</time>
            <span class="row-main"><b class="row-title">{what.collect::<Vec<_>>().join(", ")}</b> <span class="row-meta">{meta}</span></span>
            <span class="row-end"><StateTag state=one.state/></span>
        </div></li>
    }
    .into_any()
}

fn cost(words: Words, total: i64) -> String {
    if total == 0 { words.catalog_included().to_owned() } else { words.money(&use_frame().coin, total) }
}
