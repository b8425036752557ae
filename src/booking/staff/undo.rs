//! Taking back that somebody was let in; saying that somebody did not come, and taking that back.

use crate::booking::{StaffMissed, StaffUndoCheckIn};
use crate::words::use_words;
use leptos::prelude::*;

/// The button, beside what says that somebody is in. `seen` is when they came in, as it is shown.
#[component]
pub fn Undo(code: String, name: String, seen: i64, action: ServerAction<StaffUndoCheckIn>) -> impl IntoView {
    let words = use_words();
    let label = words.tickets_undo_who(&name);
    view! {
        <ActionForm action=action>
            <input type="hidden" name="code" value=code/>
            <input type="hidden" name="seen" value=seen.to_string()/>
            <button class="button-quiet" type="submit" aria-label=label disabled=move || action.pending().get()>{words.tickets_undo()}</button>
        </ActionForm>
    }
    .into_any()
}

/// The button that says that somebody did not come, or, beside what says so, takes it back.
#[component]
pub fn Missed(code: String, name: String, missed: bool, action: ServerAction<StaffMissed>) -> impl IntoView {
    let words = use_words();
    let (label, text) =
        if missed { (words.tickets_missed_undo_who(&name), words.tickets_undo()) } else { (words.tickets_missed_who(&name), words.tickets_missed()) };
    view! {
        <ActionForm action=action>
            <input type="hidden" name="code" value=code/>
            <input type="hidden" name="missed" value=(!missed).to_string()/>
            <button class="button-quiet" type="submit" aria-label=label disabled=move || action.pending().get()>{text}</button>
        </ActionForm>
    }
    .into_any()
}
