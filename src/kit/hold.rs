//! What is held for the guest, always in sight, with a ring that empties.

use leptos::{html, prelude::*};

/// A ring that shows how much is left, from 1.0 to 0.0. The value is set through CSSOM after hydration, because the
/// page's rules forbid inline styles; before that the ring is full and the words beside it tell the time.
#[component]
pub fn Ring(
    #[prop(into)] left: Signal<f64>,
    /// The minutes inside the ring.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let ring = NodeRef::<html::Span>::new();
    Effect::new(move |_| {
        let left = left.get().clamp(0.0, 1.0);
        if let Some(ring) = ring.get() {
            let style: leptos::web_sys::CssStyleDeclaration = (*ring).style();
            drop(style.set_property("--left", &format!("{left:.4}")));
        }
    });
    view! {
        <span class="ring" node_ref=ring aria-hidden="true">
            <svg viewBox="0 0 36 36">
                <circle class="ring-track" cx="18" cy="18" r="15.915"></circle>
                <circle class="ring-left" cx="18" cy="18" r="15.915"></circle>
            </svg>
            <span class="ring-text">{move || text.get()}</span>
        </span>
    }
}

/// The bar in the dock: what is held and until when, and the action as its child (`.button .button-small`).
#[component]
pub fn HoldBar(
    #[prop(into)] left: Signal<f64>,
    /// Minutes left, short: "12".
    #[prop(into)]
    minutes: Signal<String>,
    /// "Held for you until 17:42".
    #[prop(into)]
    title: Signal<String>,
    /// What it is: "Reef snorkelling, 2 people".
    #[prop(into)]
    meta: String,
    /// Two minutes or less are left.
    #[prop(into)]
    soon: Signal<bool>,
    children: Children,
) -> impl IntoView {
    view! {
        <section class="hold-bar" class:hold-soon=move || soon.get()>
            <Ring left=left text=minutes />
            <div class="hold-main">
                <b role="status">{move || title.get()}</b>
                <span>{meta}</span>
            </div>
            {children()}
        </section>
    }
    .into_any()
}
