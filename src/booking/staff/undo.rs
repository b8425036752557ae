//! Taking back that somebody was let in.

use crate::booking::StaffUndoCheckIn;
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
