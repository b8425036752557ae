//! Small pages of the frame itself.

use crate::kit::{Empty, PageHead};
use crate::words::use_words;
use leptos::prelude::*;

/// An address that leads nowhere.
#[component]
pub fn NotFound() -> impl IntoView {
    let words = use_words();
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(axum::http::StatusCode::NOT_FOUND);
    }
    view! {
        <main class="page" id="main">
            <PageHead title=words.page_not_found_title().to_owned()/>
            <Empty icon="compass" text=words.page_not_found().to_owned()>
                <a class="button" href="/">{words.page_home()}</a>
            </Empty>
        </main>
    }
    .into_any()
}

/// What the phone shows when there is no signal and the page was never opened.
#[component]
pub fn OfflinePage() -> impl IntoView {
    let words = use_words();
    view! {
        <main class="page" id="main">
            <Empty icon="offline" text=words.page_offline().to_owned()>
                <a class="button" href="">{words.page_again()}</a>
                <a class="link" href="/">{words.page_home()}</a>
            </Empty>
        </main>
    }
    .into_any()
}
