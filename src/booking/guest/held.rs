//! Places that wait for the guest: the countdown, the total once more, and the button that books.
//!
//! The countdown is the server's deadline less the phone's clock corrected by how wrong it was when the answer came.
//! At nothing the page asks the server, who alone decides (RULES T8).

use super::booking::{Amounts, Answers, Deeds, When};
use crate::booking::parts::{RefusalView, Rule, ZoneNote};
use crate::booking::{BookingData, Confirm, PayByCard};
use crate::browser;
use crate::kit::{Alert, HoldBar, PageHead, Tone, use_changed, use_frame};
use crate::payments::parts::Trail;
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
    let Deeds { confirm, release, .. } = deeds;
    let until = data.hold_until_wall.clone();
    let (lead, give_back) = if data.from_waitlist {
        (words.book_offered_lead(&until), words.book_offered_decline())
    } else {
        (words.book_held_lead(&until), words.book_release())
    };
    view! {
        <main class="page" id="main">
            <PageHead title=data.title.clone() back=format!("/book?day={}", data.day) back_label=words.page_back()/>
            <Alert tone=Tone::Hold>{lead}</Alert>
            {move || deeds.refused().map(|refusal| view! { <RefusalView refusal=refusal/> }.into_any())}
            <section class="card"><When data=data.clone()/></section>
            <Amounts data=data.clone()/>
            <HowToPay data=data.clone() pay=deeds.pay/>
            <Answers answers=data.answers.clone()/>
            <Rule policy=data.policy.clone() free_until=data.free_until.clone() left=Some(data.starts_at - data.now)/>
            <ZoneNote/>
            <Trail trail=data.pay.trail.clone()/>
            <ActionForm action=release>
                <input type="hidden" name="booking" value=data.id.to_string()/>
                <button class="button-quiet" type="submit" disabled=move || release.pending().get()>{give_back}</button>
            </ActionForm>
        </main>
        <div class="dock"><Countdown data=data confirm=confirm answered=answered/></div>
    }
    .into_any()
}

/// By card now, or with the room's bill; and a payment that is on its way.
#[component]
fn HowToPay(data: BookingData, pay: ServerAction<PayByCard>) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    Effect::new(move |_| {
        if let Some(Ok(page)) = pay.value().get() {
            browser::go(&page);
        }
    });
    if let Some((amount, page)) = data.pay.on_its_way {
        let text = words.pay_on_its_way(&words.money(&coin, amount), &data.hold_until_wall);
        return view! {
            <Alert tone=Tone::Info>{text}</Alert>
            <p class="actions"><a class="button-quiet" rel="external" href=page>{words.pay_go_on()}</a></p>
        }
        .into_any();
    }
    let text = if data.pay.intent.is_some() { words.pay_or_room() } else { words.book_on_the_bill() };
    let form = data.pay.intent.map(|intent| {
        view! {
            <ActionForm action=pay>
                <input type="hidden" name="booking" value=data.id.to_string()/>
                <input type="hidden" name="expected" value=data.total.to_string()/>
                <input type="hidden" name="intent" value=intent/>
                <p class="actions">
                    <button class="button-quiet" type="submit" aria-busy=move || pay.pending().get().then_some("true") disabled=move || pay.pending().get()>
                        {words.pay_card(&words.money(&coin, data.total))}
                    </button>
                </p>
            </ActionForm>
        }
        .into_any()
    });
    view! {
        {(data.total > 0).then(|| view! { <p class="small muted">{text}</p> }.into_any())}
        {form}
    }
    .into_any()
}

/// The bar with the ring, and the one button.
#[component]
fn Countdown(data: BookingData, confirm: ServerAction<Confirm>, answered: Option<f64>) -> impl IntoView {
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
    let text = if data.total == 0 { words.book_confirm_free().to_owned() } else { words.book_confirm_charge(&words.money(&coin, data.total)) };
    view! {
        <HoldBar left=Signal::derive(move || left.get() / full) minutes=minutes title=title meta=data.title.clone() soon=soon>""</HoldBar>
        <ActionForm action=confirm attr:class="dock-form">
            <input type="hidden" name="booking" value=data.id.to_string()/>
            <input type="hidden" name="expected" value=data.total.to_string()/>
            <button class="button" type="submit" aria-busy=move || confirm.pending().get().then_some("true")
                disabled=move || confirm.pending().get() || over.get()>{text}</button>
        </ActionForm>
    }
    .into_any()
}
