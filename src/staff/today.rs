//! Today's sheet: what waits for somebody, what was booked lately, who arrives and who leaves.

use super::{Coming, ConsoleRefusal, DUE, FreshBooking, LATE, TodaySheet, WaitingOrder, staff_today};
use crate::kit::{Age, ConsoleFault, ConsoleHead, Empty, Icon, Rows, Skeleton, Tag, Tone, say_fault, use_changed, use_frame};
use crate::people::use_role;
use crate::words::{Words, use_words};
use leptos::prelude::*;

/// `/staff`
#[component]
pub fn TodayPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let today = use_frame().today;
    let sheet = Resource::new_blocking(move || changed.0.get(), |_| staff_today());
    let desk = use_role().keeps_the_desk();
    view! {
        <main class="console-main" id="main">
            <ConsoleHead title=words.console_today().to_owned() sum=words.day_long(today)>
                {desk.then(|| view! { <a class="button" href="/staff/stays/new"><Icon name="plus"/>{words.stays_new()}</a> }.into_any())}
            </ConsoleHead>
            <Transition fallback=|| view! { <Skeleton count=6/> }>
                {move || Suspend::new(async move {
                    match sheet.await {
                        Ok(sheet) => view! { <Sheet sheet=sheet desk=desk/> }.into_any(),
                        Err(ConsoleRefusal::Fault(fault)) => view! { <ConsoleFault text=say_fault(words, &fault)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn Sheet(sheet: TodaySheet, desk: bool) -> impl IntoView {
    let words = use_words();
    let TodaySheet { orders, bookings, arrivals, departures, in_house, .. } = sheet;
    let placed = orders.iter().filter(|order| order.state == "placed").count();
    view! {
        <dl class="tiles">
            <div><dt>{words.today_tile_waiting()}</dt><dd>{placed.to_string()}</dd></div>
            <div><dt>{words.today_tile_under_way()}</dt><dd>{(orders.len() - placed).to_string()}</dd></div>
            {desk.then(|| view! {
                <div><dt>{words.today_tile_arrivals()}</dt><dd>{arrivals.len().to_string()}</dd></div>
                <div><dt>{words.today_tile_departures()}</dt><dd>{departures.len().to_string()}</dd></div>
            }.into_any())}
            <div><dt>{words.today_tile_in_house()}</dt><dd>{in_house.to_string()}</dd></div>
        </dl>
        <Orders orders=orders/>
        <Bookings bookings=bookings/>
        {desk.then(|| view! {
            <div class="console-pair">
                <Comings title=words.today_arrivals() none=words.today_no_arrivals() coming=arrivals slips=true/>
                <Comings title=words.today_departures() none=words.today_no_departures() coming=departures slips=false/>
            </div>
        }.into_any())}
    }
    .into_any()
}

/// How long something has waited: "12 min", or when it is wanted.
pub fn say_wait(words: Words, minutes: i64) -> String {
    if minutes < 1 { words.today_just_now().to_owned() } else { words.minutes(minutes) }
}

#[component]
fn Orders(orders: Vec<WaitingOrder>) -> impl IntoView {
    let words = use_words();
    if orders.is_empty() {
        return view! {
            <section class="section"><h2>{words.today_orders()}</h2><Empty icon="tray" text=words.today_no_orders().to_owned()/></section>
        }
        .into_any();
    }
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.today_orders()}</h2><a class="link" href="/staff/orders">{words.today_all()}</a></div>
            <div class="table-wrap" tabindex="0"><table class="table">
                <thead><tr>
                    <th scope="col">{words.orders_room()}</th><th scope="col">{words.orders_waits()}</th><th scope="col">{words.orders_state()}</th>
                    <th scope="col">{words.orders_what()}</th><th scope="col">{words.orders_guest()}</th><th scope="col">{words.orders_wanted()}</th>
                </tr></thead>
                <tbody>{orders.into_iter().map(|order| (order.id.0, view! { <OrderRow order=order/> }.into_any())).collect::<Rows>()}</tbody>
            </table></div>
        </section>
    }
    .into_any()
}

#[component]
fn OrderRow(order: WaitingOrder) -> impl IntoView {
    let words = use_words();
    let (tone, state) = match order.state.as_str() {
        "accepted" => (Tone::Info, words.order_desk_accepted()),
        "on_its_way" => (Tone::Good, words.order_desk_on_its_way()),
        _ => (Tone::Warn, words.order_desk_placed()),
    };
    let waits = order.waits;
    view! {
        <tr>
            <th scope="row"><a href=format!("/staff/orders/{}", order.id)>{order.room}</a></th>
            <td><Age text=if waits < 0 { words.today_not_due().to_owned() } else { say_wait(words, waits) } minutes=waits due=DUE late=LATE/></td>
            <td><Tag tone=tone>{state}</Tag></td>
            <td class="wrap">{order.what}</td>
            <td>{order.name}</td>
            <td>{order.wanted.unwrap_or_else(|| words.orders_asap().to_owned())}</td>
        </tr>
    }
    .into_any()
}

#[component]
fn Bookings(bookings: Vec<FreshBooking>) -> impl IntoView {
    let words = use_words();
    if bookings.is_empty() {
        return view! {
            <section class="section"><h2>{words.today_bookings()}</h2><Empty icon="calendar" text=words.today_no_bookings().to_owned()/></section>
        }
        .into_any();
    }
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.today_bookings()}</h2><a class="link" href="/staff/bookings">{words.today_all()}</a></div>
            <div class="table-wrap" tabindex="0"><table class="table">
                <thead><tr>
                    <th scope="col">{words.today_what()}</th><th scope="col">{words.today_when()}</th><th scope="col" class="num">{words.today_people()}</th>
                    <th scope="col">{words.orders_room()}</th><th scope="col">{words.orders_guest()}</th><th scope="col">{words.today_made()}</th>
                </tr></thead>
                <tbody>{bookings.into_iter().map(|booking| (booking.id.0, view! { <BookingRow booking=booking/> }.into_any())).collect::<Rows>()}</tbody>
            </table></div>
        </section>
    }
    .into_any()
}

#[component]
fn BookingRow(booking: FreshBooking) -> impl IntoView {
    let words = use_words();
    let today = use_frame().today;
    let ago = if booking.ago < 1 { words.today_just_now().to_owned() } else { words.today_ago(&words.minutes(booking.ago)) };
    view! {
        <tr>
            <th scope="row" class="wrap"><a href=format!("/staff/bookings?day={}", booking.day)>{booking.title}</a></th>
            <td>{words.today_day_at(&booking.wall, &words.day_near(booking.day, today))}</td>
            <td class="num">{booking.places}</td>
            <td>{booking.room}</td>
            <td>{booking.name}</td>
            <td>
                <span class="age">{ago}</span>
                {booking.cancelled.then(|| view! { " " <Tag tone=Tone::Bad>{words.today_cancelled()}</Tag> }.into_any())}
                {(booking.moved && !booking.cancelled).then(|| view! { " " <Tag tone=Tone::Info>{words.today_moved()}</Tag> }.into_any())}
            </td>
        </tr>
    }
    .into_any()
}

#[component]
fn Comings(title: &'static str, none: &'static str, coming: Vec<Coming>, slips: bool) -> impl IntoView {
    let words = use_words();
    let today = use_frame().today;
    let slips = slips && !coming.is_empty();
    view! {
        <section class="section">
            <div class="section-head">
                <h2>{title}</h2>
                {slips.then(|| view! { <a class="link" href=format!("/staff/slips?day={today}")>{words.today_print_slips()}</a> }.into_any())}
            </div>
            {if coming.is_empty() {
                view! { <p class="muted">{none}</p> }.into_any()
            } else {
                view! {
                    <ul class="rows">{coming.into_iter().map(|one| view! {
                        <li><a class="row" href=format!("/staff/stays/{}", one.stay)>
                            <span class="row-time">{one.room}</span>
                            <span class="row-main"><b class="row-title">{one.name}</b><span class="row-meta">{words.today_party(one.people)}</span></span>
                            {one.signed_in.then(|| view! { <span class="row-end"><Tag tone=Tone::Good>{words.today_signed_in()}</Tag></span> }.into_any())}
                        </a></li>
                    }.into_any()).collect_view()}</ul>
                }.into_any()
            }}
        </section>
    }
    .into_any()
}
