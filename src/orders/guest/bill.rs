//! `/bill`: what is charged to the room, and what was taken back.

use crate::base::Day;
use crate::kit::{Empty, PageHead, use_changed, use_frame};
use crate::orders::parts::NotRead;
use crate::orders::{Bill, BillEntry, room_bill};
use crate::payments::{Method, Subject};
use crate::words::use_words;
use leptos::prelude::*;

#[component]
pub fn BillPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let bill = Resource::new_blocking(move || changed.0.get(), |_| room_bill());
    view! {
        <main class="page" id="main">
            <PageHead title=words.bill_title().to_owned() back="/me" back_label=words.bill_back().to_owned()/>
            <Transition>
                {move || Suspend::new(async move {
                    match bill.await {
                        Ok(bill) => view! { <BillSheet bill=bill/> }.into_any(),
                        Err(refusal) => view! { <NotRead refusal=refusal back="/me" next="/bill".to_owned()/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn BillSheet(bill: Bill) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    if bill.entries.is_empty() {
        return view! { <Empty icon="money" text=words.bill_empty().to_owned()/> }.into_any();
    }
    let mut days: Vec<(Day, Vec<BillEntry>)> = Vec::new();
    for entry in bill.entries {
        match days.last_mut() {
            Some((day, group)) if *day == entry.at.day => group.push(entry),
            _ => days.push((entry.at.day, vec![entry])),
        }
    }
    view! {
        <p class="lead">{words.bill_lead(&bill.room)}</p>
        {days.into_iter().map(|(day, entries)| view! {
            <section>
                <h2 class="day-heading">{words.day_near(day, frame.today)}</h2>
                <ul class="lines bill-lines">
                    {entries.into_iter().map(|entry| view! { <Entry entry=entry/> }.into_any()).collect_view()}
                </ul>
            </section>
        }.into_any()).collect_view()}
        <dl class="sum"><div class="sum-total"><dt>{words.bill_total()}</dt><dd>{words.money(&frame.coin, bill.total)}</dd></div></dl>
        {(bill.total > 0).then(|| view! { <p class="hint">{words.bill_settle()}</p> }.into_any())}
    }
    .into_any()
}

#[component]
fn Entry(entry: BillEntry) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let (href, kind) = match entry.about {
        Subject::Booking(id) => (format!("/bookings/{id}"), words.bill_booking().to_owned()),
        Subject::Order(id) => (format!("/orders/{id}"), words.order_number(&id.to_string())),
    };
    let back = entry.reversal.map(|(at, amount)| {
        view! {
            <li class="bill-reversal">
                <time class="line-count">{at.wall}</time>
                <span class="line-title">{words.bill_reversal()}<small>{words.day_near(at.day, frame.today)}</small></span>
                <span class="price">{words.money(&frame.coin, amount)}</span>
            </li>
        }
        .into_any()
    });
    let paid = entry.paid.into_iter().map(|paid| {
        let (what, amount) = match (paid.back, paid.method == Method::Card) {
            (false, _) if paid.method == Method::Points => (words.points_by(), -paid.amount),
            (true, _) if paid.method == Method::Points => (words.points_title(), paid.amount),
            (true, true) => (words.bill_returned(), paid.amount),
            (true, false) => (words.bill_handed_out(), paid.amount),
            (false, true) => (words.bill_paid(), -paid.amount),
            (false, false) => (words.bill_paid_at_desk(), -paid.amount),
        };
        view! {
            <li class="bill-reversal">
                <time class="line-count">{paid.at.wall}</time>
                <span class="line-title">{what}<small>{words.day_near(paid.at.day, frame.today)}</small></span>
                <span class="price">{words.money(&frame.coin, amount)}</span>
            </li>
        }
        .into_any()
    });
    view! {
        <li>
            <time class="line-count">{entry.at.wall}</time>
            <span class="line-title"><a href=href>{entry.title}</a><small>{kind}{entry.by.map(|name| format!(" · {name}"))}</small></span>
            <span class="price">{words.money(&frame.coin, entry.amount)}</span>
        </li>
        {back}
        {paid.collect_view()}
    }
    .into_any()
}
