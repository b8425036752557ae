//! An address that leads nowhere, or to nothing of this guest's. The answer's status says so too.

use leptos::prelude::*;

use super::{Empty, PageHead};
use crate::words::use_words;

/// What a page shows inside its `main` when there is nothing at its address, with one way on.
#[component]
pub fn NotFound(
    #[prop(default = "compass")] icon: &'static str,
    /// The sentence.
    text: String,
    /// Where the button leads, and the arrow in the page's head.
    back: &'static str,
    /// What stands on the button.
    label: String,
) -> impl IntoView {
    let words = use_words();
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(axum::http::StatusCode::NOT_FOUND);
    }
    view! {
        <PageHead title=words.page_not_found_title().to_owned() back=back back_label=words.page_back()/>
        <Empty icon=icon text=text><a class="button" href=back>{label}</a></Empty>
    }
    .into_any()
}
