//! Putting the cabinet on the home screen. What fits the phone is shown by a class that the boot script sets.

use crate::browser;
use crate::kit::Icon;
use crate::words::use_words;
use leptos::prelude::*;

/// One button where the browser offers to install; the two steps where the phone wants them done by hand.
#[component]
pub fn InstallHint() -> impl IntoView {
    let words = use_words();
    view! {
        <section class="card install install-offer">
            <Icon name="install"/>
            <div class="install-main">
                <b>{words.install_title()}</b>
                <p class="small muted">{words.install_text()}</p>
            </div>
            <button type="button" class="button-quiet button-small" on:click=move |_| browser::install()>{words.install_button()}</button>
        </section>
        <section class="card install install-steps">
            <Icon name="install"/>
            <div class="install-main">
                <b>{words.install_title()}</b>
                <ol class="install-how">
                    <li><Icon name="share"/>{words.install_share()}</li>
                    <li><Icon name="plus"/>{words.install_add()}</li>
                </ol>
            </div>
        </section>
    }
    .into_any()
}
