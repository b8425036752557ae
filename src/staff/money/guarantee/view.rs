//! Who asks for their money back, and the two answers.

use super::{AskedBack, StaffDeclineMoneyBack, StaffGiveMoneyBack, staff_asked_back};
use crate::base::BookingId;
use crate::booking::closing::LONGEST_REASON;
use crate::kit::{Age, Alert, Kept, Tone, steady, use_changed, use_frame};
use crate::staff::money::MoneyRefusal;
use crate::staff::money::view::{Entry, Reason, list, say};
use crate::staff::today::say_wait;
use crate::words::use_words;
use leptos::prelude::*;

/// From how many minutes on somebody waits for an answer too long, and far too long.
const DUE: i64 = 240;
const LATE: i64 = 1440;

#[derive(Clone, Copy)]
struct Deeds {
    give: ServerAction<StaffGiveMoneyBack>,
    decline: ServerAction<StaffDeclineMoneyBack>,
}

/// The list; nothing where nobody asks.
#[component]
pub fn Guarantees() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let deeds = Deeds { give: ServerAction::new(), decline: ServerAction::new() };
    let rows = Resource::new_blocking(move || (changed.0.get(), deeds.give.version().get() + deeds.decline.version().get()), |_| staff_asked_back());
    let kept = Kept::new();
    let refused = move || {
        let of = |value: Option<Result<(), MoneyRefusal>>| value.and_then(Result::err);
        of(deeds.give.value().get()).or_else(|| of(deeds.decline.value().get()))
    };
    view! {
        {move || refused().map(|refusal| view! { <Alert tone=Tone::Bad><p>{say(words, &refusal)}</p></Alert> }.into_any())}
        <Transition>
            {move || Suspend::new(async move {
                match kept.or_before(rows.await) {
                    Ok((rows, _)) if rows.is_empty() => ().into_any(),
                    Ok((rows, _)) => view! { <List rows=rows deeds=deeds/> }.into_any(),
                    // What stands in the way is said by the page.
                    Err(_) => ().into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn List(rows: Vec<AskedBack>, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    list(words.money_asked_back(), words.money_asked_back_lead(), rows, move |row| {
        (row.booking.0, steady(row.clone(), move || view! { <Row row=row deeds=deeds/> }.into_any()))
    })
}

#[component]
fn Row(row: AskedBack, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let (decline, id) = (deeds.decline, row.booking.to_string());
    let (booking, left) = (row.booking, row.left);
    let giving = (left > 0).then(|| view! { <GiveForm booking=booking left=left give=deeds.give/> }.into_any());
    let when = format!("{} · {}", words.today_day_at(&row.wall, &words.day_near(row.day, frame.today)), words.money_came(row.came));
    let why = (!row.why.is_empty()).then(|| view! { <q class="entry-why" dir="auto">{row.why}</q>" " }.into_any());
    let waits = view! { {why}<Age text=say_wait(words, row.age) minutes=row.age due=DUE late=LATE/> }.into_any();
    let answers = view! {
        <details class="unfold">
            <summary class="button-quiet button-small">{words.money_answer()}</summary>
            {giving}
            <ActionForm action=decline attr:class="wait-turn">
                <input type="hidden" name="booking" value=id/>
                <Reason label=words.money_reason_guest()/>
                <button class="button-quiet" type="submit" disabled=move || decline.pending().get()>{words.money_decline()}</button>
            </ActionForm>
        </details>
    }
    .into_any();
    view! { <Entry about=row.about when=Some(when) amount=left waits=waits deeds=answers/> }.into_any()
}

#[component]
fn GiveForm(booking: BookingId, left: i64, give: ServerAction<StaffGiveMoneyBack>) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    view! {
        <ActionForm action=give attr:class="wait-turn">
            <input type="hidden" name="booking" value=booking.to_string()/>
            <label><span>{words.money_amount()}</span>
                <input type="text" name="amount" required inputmode="decimal" value=coin.plain(left) autocomplete="off"/></label>
            <label><span>{words.money_why_less()}</span>
                <input type="text" name="note" maxlength=LONGEST_REASON.to_string() autocomplete="off"/></label>
            <button class="button" type="submit" disabled=move || give.pending().get()>{words.money_give()}</button>
        </ActionForm>
    }
    .into_any()
}
