//! Places that wait for the guest: the countdown, the total once more, and the button that books.
//!
//! The countdown is the server's deadline less the phone's clock corrected by how wrong it was when the answer came.
//! At nothing the page asks the server, who alone decides (RULES T8).

use super::booking::{Amounts, Answers, Deeds, When};
use crate::booking::BookingData;
use crate::booking::parts::{RefusalView, Rule, ZoneNote, day_and_wall};
use crate::browser;
use crate::kit::{Alert, HoldBar, PageHead, Tone, use_changed, use_frame};
use crate::payments::parts::{CardFields, OnItsWay, Trail};
use crate::payments::points::guest::say_use;
use crate::stays::caps::Over;
use crate::words::use_words;
use leptos::prelude::*;

/// From here on the bar says that time is short, in seconds.
const SOON: f64 = 120.0;

#[component]
pub fn Held(
    data: BookingData,
    deeds: Deeds,
    /// When the answer came, on this device; nothing when it came with the page.
    answered: Option<f64>,
) -> impl IntoView {
    let words = use_words();
    let release = deeds.release;
    Effect::new(move |_| {
        if let Some(Ok(page)) = deeds.pay.value().get() {
            browser::go(&page);
        }
        if let Some(Ok(ask)) = deeds.ask.value().get() {
            browser::go(&format!("/asks/{ask}"));
        }
    });
    let until = data.hold_until_wall.clone();
    let (lead, give_back) = match &data.ways.asked {
        Some(until) => (words.pay_invoiced(&day_and_wall(words, until.day, &until.wall)), words.book_release()),
        None if data.from_waitlist => (words.book_offered_lead(&until), words.book_offered_decline()),
        None => (words.book_held_lead(&until), words.book_release()),
    };
    let waits = data.ways.asked.is_some();
    view! {
        <main class="page" id="main">
            <PageHead title=data.title.clone() back=format!("/book?day={}", data.day) back_label=words.page_back()/>
            <Alert tone=if waits { Tone::Info } else { Tone::Hold }>{lead}</Alert>
            {move || deeds.refused().map(|refusal| view! { <RefusalView refusal=refusal/> }.into_any())}
            <section class="card"><When data=data.clone()/></section>
            <Amounts data=data.clone()/>
            <PointsOfHold data=data.clone() deeds=deeds/>
            <HowToPay data=data.clone() deeds=deeds/>
            <Answers answers=data.answers.clone()/>
            <Rule policy=data.policy.clone() free_until=data.free_until.clone() left=Some(data.starts_at - data.now)/>
            <ZoneNote/>
            <Trail trail=data.pay.trail.clone()/>
            <ActionForm action=release>
                <input type="hidden" name="booking" value=data.id.to_string()/>
                <button class="button-quiet" type="submit" disabled=move || release.pending().get()>{give_back}</button>
            </ActionForm>
        </main>
        {(!waits).then(|| view! { <div class="dock"><Countdown data=data deeds=deeds answered=answered/></div> }.into_any())}
    }
    .into_any()
}

/// Points that pay for it, or can.
#[component]
fn PointsOfHold(data: BookingData, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let keep = deeds.keep_points;
    let Some(points) = data.pay.points.filter(|_| data.pay.on_its_way.is_none()) else { return ().into_any() };
    let (value, button, hint) = if points.kept {
        ("", words.points_not().to_owned(), words.points_kept(points.points))
    } else {
        let left = data.total - points.amount;
        let hint = if left > 0 { words.points_rest(&words.money(&coin, left)) } else { String::new() };
        ("yes", say_use(words, &points, &coin), hint)
    };
    let hint = (!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> }.into_any());
    view! {
        <ActionForm action=keep attr:class="way">
            <input type="hidden" name="booking" value=data.id.to_string()/>
            <input type="hidden" name="keep" value=value/>
            <button class="button-quiet" type="submit" disabled=move || keep.pending().get()>{button}</button>
            {hint}
        </ActionForm>
    }
    .into_any()
}

/// A payment that is on its way, and the ways to pay that are not in the dock: a bill of the desk's, or at the desk.
#[component]
fn HowToPay(data: BookingData, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    if let Some((amount, page)) = data.pay.on_its_way {
        let text = words.pay_on_its_way(&words.money(&coin, amount), &data.hold_until_wall);
        return view! { <OnItsWay text=text page=page/> }.into_any();
    }
    if data.ways.asked.is_some() {
        return data.pay.intent.map(|intent| view! { <CardForm id=data.id.0 intent=intent owed=data.pay.owed deeds=deeds/> }.into_any()).into_any();
    }
    let fields = move || {
        view! {
            <input type="hidden" name="booking" value=data.id.to_string()/>
            <input type="hidden" name="expected" value=data.to_pay.to_string()/>
        }
        .into_any()
    };
    let (invoice, at_desk) = (deeds.invoice, deeds.at_desk);
    let bill = data.ways.invoice.map(|until| {
        let hint = words.pay_invoice_hint(&day_and_wall(words, until.day, &until.wall));
        view! {
            <ActionForm action=invoice attr:class="way">
                {fields()}
                <button class="button-quiet" type="submit" disabled=move || invoice.pending().get()>{words.pay_invoice()}</button>
                <p class="hint">{hint}</p>
            </ActionForm>
        }
        .into_any()
    });
    // What is paid at the desk stands on the room's bill until then.
    let desk = (data.ways.desk && data.over_cap.is_none()).then(|| {
        view! {
            <ActionForm action=at_desk attr:class="way">
                {fields()}
                <button class="button-quiet" type="submit" disabled=move || at_desk.pending().get()>{words.pay_desk()}</button>
                <p class="hint">{words.pay_desk_hint()}</p>
            </ActionForm>
        }
        .into_any()
    });
    if let (None, None, Some(over)) = (&bill, &desk, &data.over_cap) {
        return view! { <p class="small muted">{words.cap_over(&words.money(&coin, over.left))}</p> }.into_any();
    }
    if bill.is_none() && desk.is_none() {
        let text = if data.pay.intent.is_some() { words.pay_or_room() } else { words.book_on_the_bill() };
        return (data.to_pay > 0 && data.ways.room).then(|| view! { <p class="small muted">{text}</p> }.into_any()).into_any();
    }
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.pay_how()}</h2></div>
            {data.ways.room.then(|| view! { <p class="small muted">{words.pay_or_room()}</p> }.into_any())}
            {bill}
            {desk}
        </section>
    }
    .into_any()
}

/// The form that begins to pay by card.
#[component]
pub fn CardForm(
    id: i64,
    intent: String,
    owed: i64,
    deeds: Deeds,
    #[prop(default = "button-quiet")] class: &'static str,
    #[prop(optional)] in_part: bool,
) -> impl IntoView {
    let pay = deeds.pay;
    view! {
        <ActionForm action=pay attr:class="dock-form">
            <input type="hidden" name="booking" value=id.to_string()/>
            <CardFields intent=intent owed=owed pending=pay.pending() class=class in_part=in_part/>
        </ActionForm>
    }
    .into_any()
}

/// It is more than they may put on the room's bill: whom they can ask, or what they have asked.
#[component]
fn AskFor(id: i64, over: Over, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let ask = deeds.ask;
    let many = over.whom.len() as i64;
    match (over.asked, over.whom.into_iter().next()) {
        (Some(asked), _) => view! { <p class="dock-form"><a class="button" href=format!("/asks/{asked}")>{words.ask_see()}</a></p> }.into_any(),
        // The desk can say what they may spend, too.
        (None, None) => ().into_any(),
        (None, Some(first)) => view! {
            <ActionForm action=ask attr:class="dock-form">
                <input type="hidden" name="booking" value=id.to_string()/>
                <button class="button" type="submit" disabled=move || ask.pending().get()>{words.ask_button(many, &first)}</button>
            </ActionForm>
        }
        .into_any(),
    }
}

/// The bar with the ring, and the buttons: onto the room's bill, and by card.
#[component]
fn Countdown(data: BookingData, deeds: Deeds, answered: Option<f64>) -> impl IntoView {
    let confirm = deeds.confirm;
    let words = use_words();
    let coin = use_frame().coin;
    let changed = use_changed();
    let deadline = data.hold_until.unwrap_or(data.now);
    let now = data.now;
    // What both sides draw; the phone's clock comes in only after hydration.
    let left = RwSignal::new((deadline - now) as f64);
    let over = RwSignal::new(false);
    Effect::new(move |_| {
        let skew = now as f64 - answered.unwrap_or_else(browser::page_answered);
        browser::every(1000, move || {
            if over.get_untracked() {
                return;
            }
            // The last second still counts, so the end is a second after the deadline.
            let now_left = deadline as f64 - (browser::device_now() + skew);
            left.set(now_left.max(0.0));
            if now_left < -1.0 {
                over.set(true);
                changed.0.update(|times| *times += 1);
            }
        });
    });
    let full = (data.hold_seconds.max(1)) as f64;
    let soon = Signal::derive(move || left.get() <= SOON);
    let until = data.hold_until_wall.clone();
    let title = Signal::derive(move || if soon.get() { words.book_held_soon().to_owned() } else { words.book_held_until(&until) });
    let minutes = Signal::derive(move || {
        let seconds = left.get().round() as i64;
        if seconds >= 120 { (seconds / 60).to_string() } else { format!("{}:{:02}", seconds / 60, seconds % 60) }
    });
    let text = match (data.total, data.to_pay) {
        (0, _) => words.book_confirm_free().to_owned(),
        (_, 0) => words.points_book(data.pay.points.as_ref().map_or(0, |points| points.points)),
        (_, left) => words.book_confirm_charge(&words.money(&coin, left)),
    };
    let room = data.ways.room.then(|| {
        if let Some(over) = data.over_cap.clone() {
            return view! { <AskFor id=data.id.0 over=over deeds=deeds/> }.into_any();
        }
        view! {
            <ActionForm action=confirm attr:class="dock-form">
                <input type="hidden" name="booking" value=data.id.to_string()/>
                <input type="hidden" name="expected" value=data.to_pay.to_string()/>
                <button class="button" type="submit" aria-busy=move || confirm.pending().get().then_some("true")
                    disabled=move || confirm.pending().get() || over.get()>{text}</button>
            </ActionForm>
        }
        .into_any()
    });
    let class = if room.is_some() { "button-quiet" } else { "button" };
    let card = data.pay.intent.map(|intent| view! { <CardForm id=data.id.0 intent=intent owed=data.pay.owed deeds=deeds class=class/> }.into_any());
    view! {
        <HoldBar left=Signal::derive(move || left.get() / full) minutes=minutes title=title meta=data.title.clone() soon=soon>""</HoldBar>
        {room}
        {card}
    }
    .into_any()
}
