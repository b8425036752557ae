//! A button that reads a QR code with the phone's camera.

use super::{Alert, Dialog, Icon, Tone};
use crate::browser;
use leptos::prelude::*;

/// The one scanner of a page.
const VIDEO: &str = "scanner-video";

/// Opens the camera; `found` gets the text of the first code it reads.
#[component]
pub fn ScanButton(
    label: &'static str,
    /// What to point the camera at.
    hint: &'static str,
    /// Said when there is no camera or it was not allowed.
    refused: &'static str,
    close: &'static str,
    found: Callback<String>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let failed = RwSignal::new(false);
    Effect::new(move |_| {
        if open.get() {
            failed.set(false);
            let on = move || open.try_get_untracked().unwrap_or(false);
            let heard = move |text| {
                open.set(false);
                found.run(text);
            };
            browser::scan(VIDEO, on, heard, move || failed.set(true));
        }
    });
    view! {
        <button type="button" class="button-quiet needs-script" on:click=move |_| open.set(true)><Icon name="qr"/>{label}</button>
        <Dialog id="scanner" title=label.to_owned() close=close.to_owned() open=open>
            <video id=VIDEO class="scanner" muted playsinline></video>
            <p class="hint">{hint}</p>
            {move || failed.get().then(|| view! { <Alert tone=Tone::Warn>{refused}</Alert> }.into_any())}
        </Dialog>
    }
    .into_any()
}
