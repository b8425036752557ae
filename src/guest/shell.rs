//! The frame around every page of the cabinet: a slim header, the page, five tabs.

use crate::browser::{self, Heard};
use crate::kit::{Icon, LanguageList, Unread, use_changed, use_frame, use_places};
use crate::words::use_words;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::Outlet;
use leptos_router::hooks::use_location;

#[component]
pub fn Shell() -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let unread = expect_context::<Unread>();
    let changed = use_changed();
    let places = use_places();
    let signed_in = frame.me.is_some();
    Effect::new(move |_| {
        browser::hydrated();
        browser::soon(super::lazy::preload);
        if signed_in {
            let connected = StoredValue::new(false);
            browser::listen("/live", move |heard| {
                let count = match heard {
                    Heard::Changed(count) => count,
                    Heard::Places(day) => return places.heard(day),
                };
                let news = count.is_some_and(|count| count != unread.0.get_untracked());
                // The first word of the stream is about what the page was just drawn from.
                if connected.get_value() || news {
                    changed.0.update(|times| *times = times.wrapping_add(1));
                }
                connected.set_value(true);
                if let Some(count) = count {
                    unread.0.set(count);
                }
            });
        }
    });
    let read_only = frame.me.as_ref().is_some_and(|me| me.read_only);
    // A title may hold only what HTML text may: the framework writes it as it is.
    let title: String = frame.resort.chars().filter(|c| !matches!(c, '<' | '>' | '&')).collect();
    // Signing in stands alone: nothing to choose, nothing to press but its one button. So does the page for no signal.
    let location = use_location();
    let alone = Memo::new(move |_| location.pathname.with(|path| path.starts_with("/sign-in") || path == "/offline"));
    view! {
        <Title text=title/>
        {move || (!alone.get()).then(|| view! { <a class="skip" href="#main">{words.shell_skip()}</a> }.into_any())}
        <div class="frame" class:frame-alone=move || alone.get()>
            {move || (!alone.get()).then(|| view! { <Header/> }.into_any())}
            <p class="banner offline-bar" role="status"><Icon name="offline"/>{words.shell_offline()}</p>
            {move || location.search.with(|search| search.contains("told=layout")).then(|| view! { <p class="banner" role="status">{words.sign_in_layout_told()}</p> }.into_any())}
            {read_only.then(|| view! { <p class="banner" role="status">{words.shell_read_only()}</p> }.into_any())}
            <Outlet/>
            {move || (!alone.get()).then(|| view! { <footer class="foot"><LanguageList/></footer> }.into_any())}
            {move || (!alone.get()).then(|| view! { <Tabs/> }.into_any())}
        </div>
    }
    .into_any()
}

#[component]
fn Header() -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let unread = expect_context::<Unread>().0;
    let signed_in = frame.me.is_some();
    view! {
        <header class="topbar">
            <a class="brand" href="/">
                <img class="brand-mark" src=frame.logo.clone() alt="" width="32" height="32"/>
                <span>{frame.resort.clone()}</span>
            </a>
            <div class="topbar-end">
                <LanguagePicker/>
                {if signed_in {
                    view! {
                        <a class="icon-button" href="/notices" aria-label=move || words.shell_notices(unread.get())>
                            <Icon name="bell"/>
                            {move || (unread.get() > 0).then(|| view! { <span class="count" aria-hidden="true">{unread.get().min(99)}</span> }.into_any())}
                        </a>
                    }.into_any()
                } else {
                    view! { <a class="link topbar-sign-in" href="/sign-in">{words.shell_sign_in()}</a> }.into_any()
                }}
            </div>
        </header>
    }
    .into_any()
}

/// For whoever cannot read the page: a globe at its top. At its foot each language is one tap.
#[component]
fn LanguagePicker() -> impl IntoView {
    let words = use_words();
    let lang = use_frame().lang;
    view! {
        <details class="picker">
            <summary class="icon-button" aria-label=format!("{}: {}", words.shell_language(), lang.own_name())>
                <Icon name="language"/>
            </summary>
            <LanguageList/>
        </details>
    }
    .into_any()
}

#[component]
fn Tabs() -> impl IntoView {
    let words = use_words();
    let location = use_location();
    let tabs = [
        ("/", "today", words.tab_today()),
        ("/book", "calendar", words.tab_book()),
        ("/order", "tray", words.tab_order()),
        ("/guide", "guide", words.tab_guide()),
        ("/me", "me", words.tab_me()),
    ];
    view! {
        <nav class="tabs" aria-label=words.shell_menu()>
            {tabs.into_iter().map(|(href, icon, word)| {
                let current = move || tab_of(&location.pathname.get()) == href;
                view! {
                    <a href=href aria-current=move || current().then_some("page")>
                        <Icon name=icon/>
                        <span>{word}</span>
                    </a>
                }.into_any()
            }).collect_view()}
        </nav>
    }
    .into_any()
}

/// Which tab an address belongs to.
fn tab_of(path: &str) -> &'static str {
    match path.trim_start_matches('/').split('/').next().unwrap_or_default() {
        "book" | "sessions" | "times" | "offers" => "/book",
        "order" | "basket" => "/order",
        "guide" | "around" => "/guide",
        "me" | "history" | "bookings" | "orders" | "stays" | "asks" => "/me",
        "" => "/",
        _ => "",
    }
}
