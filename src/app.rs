//! The document, and the one route table: the cabinet's and the console's.

use crate::guest::GuestRoutes;
use crate::kit::{Changed, Clock, Frame, Places, Unread};
use crate::staff::StaffRoutes;
use crate::words::Words;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::Router;

/// The whole app, on both sides.
#[component]
pub fn App(frame: Frame, words: Words) -> impl IntoView {
    provide_meta_context();
    provide_context(words);
    provide_context(Unread(RwSignal::new(frame.unread)));
    provide_context(Changed(RwSignal::new(0)));
    provide_context(Places::new());
    provide_context(Clock::of(&frame));
    let console = frame.console;
    provide_context(StoredValue::new(frame));
    view! {
        <Router>
            {if console { view! { <StaffRoutes/> }.into_any() } else { view! { <GuestRoutes/> }.into_any() }}
        </Router>
    }
    .into_any()
}

/// Takes over the page that the server drew.
#[cfg(feature = "hydrate")]
pub fn hydrate(text: String) {
    let frame = document().get_element_by_id("frame").and_then(|element| element.text_content()).and_then(|lines| Frame::read(&lines));
    let Some(frame) = frame else { return };
    let words = Words::from_page(frame.lang, text);
    leptos::mount::hydrate_lazy(move || view! { <App frame=frame words=words/> }.into_any());
}

/// What the document needs to know of the build: names of hashed files.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    /// Addresses; empty when the front was not built, as in tests.
    pub script: String,
    pub wasm: String,
    pub style: String,
    pub staff_style: String,
    /// Address of the words of the page's language.
    pub words: String,
    pub brand: String,
    pub theme_color: String,
}

/// The whole page, drawn on the server.
#[cfg(feature = "ssr")]
pub fn document_of(frame: Frame, words: Words, assets: Assets, nonce: String) -> impl IntoView {
    let lines = frame.write();
    let (console, lang) = (frame.console, frame.lang);
    let resort = frame.resort.clone();
    view! {
        <!DOCTYPE html>
        <html lang=lang.code() dir=lang.direction()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" content=assets.theme_color.clone()/>
                <meta name="application-name" content=resort.clone()/>
                <meta name="apple-mobile-web-app-title" content=resort/>
                <meta name="apple-mobile-web-app-capable" content="yes"/>
                <meta name="format-detection" content="telephone=no"/>
                {(!assets.style.is_empty()).then(|| view! { <link rel="stylesheet" href=assets.style.clone()/> })}
                <link rel="stylesheet" href=assets.brand.clone()/>
                {(console && !assets.staff_style.is_empty()).then(|| view! { <link rel="stylesheet" href=assets.staff_style.clone()/> })}
                <link rel="manifest" href="/manifest.webmanifest"/>
                <link rel="icon" href="/favicon.ico" sizes="32x32"/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png"/>
                {(!assets.script.is_empty()).then(|| view! {
                    <link rel="modulepreload" href=assets.script.clone()/>
                    <link rel="preload" href=assets.wasm.clone() r#as="fetch" crossorigin="anonymous"/>
                    <link rel="preload" href=assets.words.clone() r#as="fetch" crossorigin="anonymous"/>
                })}
                <leptos_meta::MetaTags/>
            </head>
            <body>
                <App frame=frame words=words/>
                <script type="text/plain" id="frame" inner_html=lines></script>
                {(!assets.script.is_empty()).then(|| view! {
                    <script nonce=nonce data-script=assets.script data-wasm=assets.wasm data-words=assets.words inner_html=BOOT></script>
                })}
            </body>
        </html>
    }
}

/// Fetches code and words side by side, then hydrates. A part that fails to load (an old page after an update, a
/// lost signal) leads to one reload; after that the page stays as plain links and forms, which work.
#[cfg(feature = "ssr")]
const BOOT: &str = include_str!("boot/boot.js");
