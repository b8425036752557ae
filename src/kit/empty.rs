//! Nothing here yet: one sentence that teaches, and one action.

use leptos::prelude::*;

use super::Icon;

/// An empty list. Put one `.button` or `.link` inside as the thing to do.
#[component]
pub fn Empty(icon: &'static str, text: String, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    view! {
        <div class="empty">
            <span class="empty-icon"><Icon name=icon /></span>
            <p>{text}</p>
            {children.map(|children| children())}
        </div>
    }
    .into_any()
}
