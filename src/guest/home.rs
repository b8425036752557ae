//! Today.

use crate::kit::{PageHead, use_frame};
use crate::words::use_words;
use leptos::prelude::*;

#[component]
pub fn HomePage() -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    view! {
        <main class="page" id="main">
            <PageHead title=words.tab_today().to_owned()/>
            <p>{words.day_long(frame.today)}</p>
        </main>
    }
    .into_any()
}
