//! A message inside the page: what happened, what was kept, what to do.

use leptos::prelude::*;

use super::{Icon, Tone};

/// A quiet box with an icon. `Bad` and `Warn` interrupt a screen reader, the others wait for a pause.
#[component]
pub fn Alert(tone: Tone, children: Children) -> impl IntoView {
    let role = match tone {
        Tone::Bad | Tone::Warn => "alert",
        _ => "status",
    };
    view! {
        <div class=format!("alert alert-{}", tone.name()) role=role>
            <Icon name=tone.icon() />
            <div class="alert-main">{children()}</div>
        </div>
    }
}
