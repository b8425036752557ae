//! What comes after: what comes back if nobody comes, and the money back once it took place.

use crate::booking::closing::LONGEST_REASON;
use crate::booking::{AskMoneyBack, BookingData, Guarantee};
use crate::kit::{Alert, Tone, use_frame};
use crate::words::use_words;
use leptos::prelude::*;

/// What would come back if nobody came, in figures: what the rule beside it means for this booking.
#[component]
pub fn IfMissed(data: BookingData) -> impl IntoView {
    let words = use_words();
    let left = data.total - data.given;
    if left == 0 {
        return ().into_any();
    }
    let text = match data.back_if_missed {
        0 => words.book_missed_nothing().to_owned(),
        back => words.book_missed_back(&words.money(&use_frame().coin, back)),
    };
    view! { <p class="small muted">{text}</p> }.into_any()
}

/// The money back: a form while it can be asked for, and then how it stands.
#[component]
pub fn MoneyBack(data: BookingData, ask: ServerAction<AskMoneyBack>) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    match data.guarantee {
        None => ().into_any(),
        Some(Guarantee::Open { until }) => view! {
            <details class="unfold">
                <summary class="button-quiet">{words.book_guarantee()}</summary>
                <ActionForm action=ask attr:class="card card-quiet stack">
                    <input type="hidden" name="booking" value=data.id.to_string()/>
                    <p>{words.book_guarantee_lead(&words.day_long(until))}</p>
                    <div class="field">
                        <label for="why">{words.book_guarantee_why()}</label>
                        <input id="why" name="why" type="text" maxlength=LONGEST_REASON.to_string() autocomplete="off" dir="auto"/>
                    </div>
                    <button class="button-quiet" type="submit" disabled=move || ask.pending().get()>{words.book_guarantee_ask()}</button>
                </ActionForm>
            </details>
        }
        .into_any(),
        Some(Guarantee::Asked) => view! { <Alert tone=Tone::Info>{words.book_guarantee_asked()}</Alert> }.into_any(),
        Some(Guarantee::Given { amount, note }) => {
            let amount = words.money(&coin, amount);
            let text = if note.is_empty() { words.book_guarantee_given(&amount) } else { words.book_guarantee_given_note(&amount, &note) };
            view! { <Alert tone=Tone::Good>{text}</Alert> }.into_any()
        }
        Some(Guarantee::Declined { reason }) => view! { <Alert tone=Tone::Info>{words.book_guarantee_declined(&reason)}</Alert> }.into_any(),
    }
}
