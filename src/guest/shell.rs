//! The frame around every page of the cabinet: a slim header, the page, five tabs.

use crate::browser;
use crate::kit::{Icon, Unread, use_changed, use_frame};
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
    let signed_in = frame.me.is_some();
    Effect::new(move |_| {
        browser::hydrated();
        if signed_in {
            browser::listen("/live", move |count| {
                if let Some(count) = count {
                    unread.0.set(count);
                }
                changed.0.update(|times| *times += 1);
            });
        }
    });
    let read_only = frame.me.as_ref().is_some_and(|me| me.read_only);
    // A title may hold only what HTML text may: the framework writes it as it is.
    let title: String = frame.resort.chars().filter(|c| !matches!(c, '<' | '>' | '&')).collect();
    view! {
        <Title text=title/>
        <a class="skip" href="#main">{words.shell_skip()}</a>
        <Header/>
        {read_only.then(|| view! { <p class="banner" role="status">{words.shell_read_only()}</p> }.into_any())}
        <div class="frame">
            <Tabs/>
            <Outlet/>
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
            <a class="topbar-mark" href="/">
                <img src=frame.logo.clone() alt="" width="36" height="36"/>
                <span>{frame.resort.clone()}</span>
            </a>
            <div class="topbar-actions">
                <LanguagePicker/>
                {if signed_in {
                    view! {
                        <a class="icon-button bell" href="/notices" aria-label=move || words.shell_notices(unread.get())>
                            <Icon name="bell"/>
                            <span class="count" aria-hidden="true" class:none=move || unread.get() == 0>{move || unread.get().min(99)}</span>
                        </a>
                    }.into_any()
                } else {
                    view! { <a class="button button-small" href="/sign-in">{words.shell_sign_in()}</a> }.into_any()
                }}
            </div>
        </header>
    }
    .into_any()
}

/// The languages, each by its own name. Plain forms: the server remembers the choice and shows the same page again.
#[component]
fn LanguagePicker() -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let location = use_location();
    let next = move || {
        let search = location.search.get();
        let path = location.pathname.get();
        if search.is_empty() { path } else { format!("{path}?{search}") }
    };
    view! {
        <details class="languages">
            <summary class="icon-button" aria-label=words.shell_language()>
                <Icon name="language"/>
                <span class="languages-now">{frame.lang.code().to_uppercase()}</span>
            </summary>
            <form method="post" action="/language" class="languages-list">
                <input type="hidden" name="next" value=next/>
                {frame.languages.iter().map(|lang| {
                    let current = *lang == frame.lang;
                    view! {
                        <button type="submit" name="lang" value=lang.code() lang=lang.code() dir=lang.direction() aria-current=current.then_some("true")>
                            {lang.own_name()}
                        </button>
                    }.into_any()
                }).collect_view()}
            </form>
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
        "book" | "sessions" | "offers" => "/book",
        "order" | "basket" => "/order",
        "guide" | "around" => "/guide",
        "me" | "history" | "bookings" | "orders" | "stays" => "/me",
        "" => "/",
        _ => "",
    }
}
