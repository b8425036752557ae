//! Small pages of the frame itself.

use crate::kit::{self, Empty};
use crate::words::use_words;
use leptos::prelude::*;

/// An address that leads nowhere.
#[component]
pub fn NotFound() -> impl IntoView {
    let words = use_words();
    view! {
        <main class="page" id="main">
            <kit::NotFound text=words.page_not_found().to_owned() back="/" label=words.page_home().to_owned()/>
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
