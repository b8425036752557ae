//! The list under the bell.

use super::{Notice, NoticeLine, NoticeRefusal, ReadNotices, notices};
use crate::kit::{Alert, Empty, Icon, Kept, NotFresh, PageHead, Rows, Tone, row_number, use_changed, use_frame};
use crate::words::{Coin, Words, use_words};
use leptos::prelude::*;

/// `/notices`
#[component]
pub fn NoticesPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let lines = Resource::new_blocking(move || changed.0.get(), |_| notices());
    let kept = Kept::new();
    view! {
        <main class="page" id="main"><PageHead title=words.notices_title().to_owned() back="/" back_label=words.page_back()/>
        <Transition fallback=move || view! { <div class="skeleton" aria-hidden="true"></div> }>
            {move || Suspend::new(async move {
                match kept.or_before(lines.await) {
                    Ok((lines, stale)) => view! { <NotFresh stale=stale/> <NoticeList lines=lines/> }.into_any(),
                    Err(NoticeRefusal::Fault(fault)) => view! { <Alert tone=Tone::Warn>{crate::kit::say_fault(words, &fault)}</Alert> }.into_any(),
                }
            })}
        </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn NoticeList(lines: Vec<NoticeLine>) -> impl IntoView {
    let words = use_words();
    let today = use_frame().today;
    let read = ServerAction::<ReadNotices>::new();
    if lines.is_empty() {
        return view! { <Empty icon="bell" text=words.notices_empty().to_owned()/> }.into_any();
    }
    let newest = lines.iter().map(|line| line.id.0).max().unwrap_or_default();
    let unread = lines.iter().any(|line| !line.read);
    let mut days: Vec<(crate::base::Day, Vec<NoticeLine>)> = Vec::new();
    for line in lines {
        match days.last_mut() {
            Some((day, group)) if *day == line.day => group.push(line),
            _ => days.push((line.day, vec![line])),
        }
    }
    view! {
        {unread.then(|| view! {
            <ActionForm action=read attr:class="notices-read">
                <input type="hidden" name="upto" value=newest.to_string()/>
                <button class="button-quiet" type="submit"><Icon name="check"/>{words.notices_mark_read()}</button>
            </ActionForm>
        }.into_any())}
        {days.into_iter().map(|(day, group)| (row_number(&day.to_string()), view! {
            <h2 class="day-heading">{words.day_near(day, today)}</h2>
            <ul class="notices">
                {group.into_iter().map(|line| (line.id.0, view! { <NoticeItem line=line/> }.into_any())).collect::<Rows>()}
            </ul>
        }.into_any())).collect::<Rows>()}
    }
    .into_any()
}

#[component]
fn NoticeItem(line: NoticeLine) -> impl IntoView {
    let words = use_words();
    let (icon, text) = say_notice(words, &use_frame().coin, &line.notice, line.whom.as_deref());
    let href = line.notice.page();
    view! {
        <li class="notice" class:unread=!line.read>
            <a href=href>
                <Icon name=icon/>
                <span class="notice-text">{text}</span>
                <time class="notice-at">{line.at}</time>
                {(!line.read).then(|| view! { <span class="visually-hidden">{words.notices_unread()}</span> }.into_any())}
            </a>
        </li>
    }
    .into_any()
}

/// A notice as an icon and a sentence: to whoever books and pays, or about `whom` of the party.
fn say_notice(words: Words, coin: &Coin, notice: &Notice, whom: Option<&str>) -> (&'static str, String) {
    let lang = words.lang;
    let price = |total: i64| if total == 0 { words.book_nothing().to_owned() } else { words.money(coin, total) };
    match (notice, whom) {
        (Notice::BookingMade { title, day, wall, .. }, None) => ("ticket", words.notice_booking_made(&words.day_long(*day), title.get(lang), wall)),
        (Notice::BookingMade { title, day, wall, .. }, Some(name)) => {
            ("me", words.notice_person_goes(&words.day_long(*day), name, title.get(lang), wall))
        }
        (Notice::BookingMoved { title, day, wall, .. }, None) => ("swap", words.notice_booking_moved(&words.day_long(*day), title.get(lang), wall)),
        (Notice::MovedByResort { title, day, wall, reason, .. }, None) => {
            ("swap", words.notice_moved_by_resort(&words.day_long(*day), reason, title.get(lang), wall))
        }
        (Notice::BookingMoved { title, day, wall, .. } | Notice::MovedByResort { title, day, wall, .. }, Some(name)) => {
            ("me", words.notice_person_moved(&words.day_long(*day), name, title.get(lang), wall))
        }
        (Notice::BookingCancelled { title, day, wall, .. }, None) => {
            ("close", words.notice_booking_cancelled(&words.day_long(*day), title.get(lang), wall))
        }
        (Notice::CalledOff { title, day, wall, reason, .. }, None) => {
            ("close", words.notice_called_off(&words.day_long(*day), reason, title.get(lang), wall))
        }
        (Notice::BookingCancelled { title, day, wall, .. } | Notice::CalledOff { title, day, wall, .. }, Some(name)) => {
            ("me", words.notice_person_stays(&words.day_long(*day), name, title.get(lang), wall))
        }
        (Notice::BookingReplaced { title, day, wall, from, to, .. }, _) => {
            ("swap", words.notice_booking_replaced(&words.day_long(*day), from, title.get(lang), to, wall))
        }
        (Notice::PlaceOffered { title, day, wall, total, until, .. }, _) => {
            ("ticket", words.notice_place_offered(&words.day_long(*day), title.get(lang), &price(*total), until, wall))
        }
        (Notice::PlaceBooked { title, day, wall, total, until, .. }, None) => {
            ("ticket", words.notice_place_booked(&words.day_long(*day), title.get(lang), &price(*total), until, wall))
        }
        (Notice::PlaceBooked { title, day, wall, .. }, Some(name)) => {
            ("me", words.notice_person_goes(&words.day_long(*day), name, title.get(lang), wall))
        }
        (Notice::OfferOver { title, day, wall, .. }, _) => ("clock", words.notice_offer_over(&words.day_long(*day), title.get(lang), wall)),
        (Notice::BillOver { title, day, wall, .. }, _) => ("clock", words.notice_bill_over(&words.day_long(*day), title.get(lang), wall)),
        (Notice::MoneyReturned { title, day, wall, amount, .. }, _) => {
            ("money", words.notice_money_returned(&price(*amount), &words.day_long(*day), title.get(lang), wall))
        }
        (Notice::MoneyGiven { title, day, wall, amount, .. }, _) => {
            ("money", words.notice_money_given(&price(*amount), &words.day_long(*day), title.get(lang), wall))
        }
        (Notice::MoneyDeclined { title, day, wall, reason, .. }, _) => {
            ("info", words.notice_money_declined(&words.day_long(*day), reason, title.get(lang), wall))
        }
        (Notice::BookingSoon { title, wall, place, .. }, _) => ("clock", words.notice_booking_soon(place.get(lang), title.get(lang), wall)),
        (Notice::CheckedIn { title, name, .. }, _) => ("check", words.notice_checked_in(name, title.get(lang))),
        (Notice::PriceFell { title, was, price: 0, .. }, _) => ("heart", words.notice_price_nothing(title.get(lang), &words.money(coin, *was))),
        (Notice::PriceFell { title, was, price, .. }, _) => {
            ("heart", words.notice_price_fell(&words.money(coin, *price), title.get(lang), &words.money(coin, *was)))
        }
        (Notice::PlaceFreed { title, day, wall, .. }, _) => ("heart", words.notice_place_freed(&words.day_long(*day), title.get(lang), wall)),
        (Notice::LastChance { title, day, .. }, _) => ("heart", words.notice_last_chance(&words.day_long(*day), title.get(lang))),
        (Notice::Asked { name, title, amount, until, .. }, _) => {
            ("people", words.notice_asked(&words.money(coin, *amount), name, title.get(lang), until))
        }
        (Notice::AskApproved { by, title, amount, .. }, _) => ("check", words.notice_ask_approved(&words.money(coin, *amount), by, title.get(lang))),
        (Notice::AskDeclined { by, title, reason, .. }, _) if reason.is_empty() => ("info", words.notice_ask_declined(by, title.get(lang))),
        (Notice::AskDeclined { by, title, reason, .. }, _) => ("info", words.notice_ask_declined_why(by, reason, title.get(lang))),
        (Notice::AskOver { name, title, .. }, _) => ("clock", words.notice_ask_over(name, title.get(lang))),
        (Notice::OrderPlaced { order }, _) => ("tray", words.notice_order_placed(&order.to_string())),
        (Notice::OrderAccepted { order }, _) => ("tray", words.notice_order_accepted(&order.to_string())),
        (Notice::OrderOnItsWay { order, expected: None }, _) => ("tray", words.notice_order_on_its_way(&order.to_string())),
        (Notice::OrderOnItsWay { order, expected: Some(wall) }, _) => ("tray", words.notice_order_expected(&order.to_string(), wall)),
        (Notice::OrderDelivered { order }, _) => ("check", words.notice_order_delivered(&order.to_string())),
        (Notice::OrderDeclined { order, reason }, _) => ("info", words.notice_order_declined(&order.to_string(), reason)),
        (Notice::OrderCancelled { order }, _) => ("close", words.notice_order_cancelled(&order.to_string())),
    }
}
