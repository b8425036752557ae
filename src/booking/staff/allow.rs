//! What the desk allows beyond the rules: more places in a session, a hold that lasts longer or ends at once. Each is a
//! small form behind one tap, with a reason.

use super::say;
use crate::base::{BookingId, Fault, SessionId};
use crate::booking::closing::LONGEST_REASON;
use crate::booking::{BookingRefusal, StaffAllowBeyond, StaffKeepHold, StaffReleaseHold};
use crate::kit::{ConsoleFault, use_changed};
use crate::words::use_words;
use leptos::prelude::*;

/// The three deeds of a page.
#[derive(Clone, Copy)]
pub struct Allowing {
    beyond: ServerAction<StaffAllowBeyond>,
    keep: ServerAction<StaffKeepHold>,
    release: ServerAction<StaffReleaseHold>,
}

impl Allowing {
    /// The page asks again for what it shows after each.
    pub fn new() -> Allowing {
        let changed = use_changed();
        let deeds = Allowing { beyond: ServerAction::new(), keep: ServerAction::new(), release: ServerAction::new() };
        Effect::new(move |_| {
            if deeds.beyond.version().get() + deeds.keep.version().get() + deeds.release.version().get() > 0 {
                changed.0.update(|times| *times = times.wrapping_add(1));
            }
        });
        deeds
    }

    fn refused(self) -> Option<BookingRefusal> {
        let of = |value: Option<Result<(), BookingRefusal>>| value.and_then(Result::err);
        of(self.beyond.value().get()).or_else(|| of(self.keep.value().get())).or_else(|| of(self.release.value().get()))
    }
}

/// Why something was not allowed.
#[component]
pub fn NotAllowed(deeds: Allowing) -> impl IntoView {
    let words = use_words();
    let text = move |refusal: &BookingRefusal| match refusal {
        BookingRefusal::Fault(Fault::Field(name)) if name == "until" => words.allow_refused_until().to_owned(),
        BookingRefusal::Fault(Fault::Field(name)) if name == "beyond" => words.allow_refused_beyond().to_owned(),
        BookingRefusal::Full { .. } => words.allow_refused_taken().to_owned(),
        BookingRefusal::NotNow(_) => words.allow_refused_changed().to_owned(),
        refusal => say(words, refusal),
    };
    view! { {move || deeds.refused().map(|refusal| view! { <ConsoleFault text=text(&refusal)/> }.into_any())} }.into_any()
}

/// Places beyond a session's own.
#[component]
pub fn More(session: SessionId, beyond: i64, deeds: Allowing) -> impl IntoView {
    let words = use_words();
    view! {
        <details class="unfold">
            <summary class="button-quiet button-small">{words.allow_more()}</summary>
            <ActionForm action=deeds.beyond attr:class="wait-turn">
                <input type="hidden" name="session" value=session.to_string()/>
                <input type="hidden" name="seen" value=beyond.to_string()/>
                <label><span>{words.allow_beyond()}</span><input type="number" name="beyond" required min="0" max="500" value=beyond.to_string() inputmode="numeric"/></label>
                <Reason/>
                <button class="button-quiet" type="submit" disabled=move || deeds.beyond.pending().get()>{words.allow_do()}</button>
            </ActionForm>
        </details>
    }
    .into_any()
}

/// A hold that lasts longer, or ends at once.
#[component]
pub fn OfHold(booking: BookingId, name: String, until: String, deeds: Allowing) -> impl IntoView {
    let words = use_words();
    view! {
        <details class="unfold">
            <summary class="button-quiet button-small">{words.allow_hold_of(&name)}</summary>
            <ActionForm action=deeds.keep attr:class="wait-turn">
                <input type="hidden" name="booking" value=booking.to_string()/>
                <label><span>{words.allow_keep_until()}</span><input type="time" name="until" required value=until/></label>
                <Reason/>
                <button class="button-quiet" type="submit" disabled=move || deeds.keep.pending().get()>{words.allow_keep()}</button>
            </ActionForm>
            <ActionForm action=deeds.release attr:class="wait-turn">
                <input type="hidden" name="booking" value=booking.to_string()/>
                <Reason/>
                <button class="button-danger" type="submit" disabled=move || deeds.release.pending().get()>{words.allow_release()}</button>
            </ActionForm>
        </details>
    }
    .into_any()
}

#[component]
fn Reason() -> impl IntoView {
    let words = use_words();
    view! { <label><span>{words.stay_reason()}</span><input type="text" name="reason" required maxlength=LONGEST_REASON.to_string() autocomplete="off"/></label> }
        .into_any()
}
