//! Short news that slides in above the thumb and is read aloud.

use leptos::prelude::*;

use super::{Icon, Tone};

/// One piece of news. Who adds it also takes it away.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub id: u32,
    pub tone: Tone,
    pub text: String,
}

/// The live region. Draw it once, in the frame, empty: only what comes later is read aloud.
#[component]
pub fn Toast(#[prop(into)] pieces: Signal<Vec<Piece>>) -> impl IntoView {
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || pieces.get() key=|piece| piece.id let:piece>
                <p class=format!("toast toast-{}", piece.tone.name())>
                    <Icon name=piece.tone.icon() />
                    <span>{piece.text}</span>
                </p>
            </For>
        </div>
    }
    .into_any()
}
