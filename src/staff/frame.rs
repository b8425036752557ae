//! The frame around every page of the console: the rail with its counts, who is signed in, the live stream.

use super::{Counts, staff_counts};
use crate::browser;
use crate::kit::{Colleague, Empty, Icon, PageTitle, use_changed, use_frame};
use crate::people::{Role, StaffSignInForm, StaffSignOut, use_role};
use crate::words::use_words;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// The console, or its sign-in.
#[component]
pub fn ConsoleFrame(children: Children) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let changed = use_changed();
    let signed_in = frame.staff.is_some();
    Effect::new(move |_| {
        browser::hydrated();
        if signed_in {
            let look = move || changed.0.update(|times| *times = times.wrapping_add(1));
            browser::listen("/staff/live", move |_| look());
            // Ages grow also while nothing happens.
            browser::every(60_000, look);
        }
    });
    let Some(colleague) = frame.staff else {
        return view! { <Title text=words.staff_sign_in_title()/> <StaffSignInForm/> }.into_any();
    };
    view! {
        <Title text=words.staff_sign_in_title()/>
        <a class="skip" href="#main">{words.shell_skip()}</a>
        <div class="console">
            <Rail colleague=colleague/>
            {children()}
        </div>
    }
    .into_any()
}

#[component]
fn Rail(colleague: Colleague) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let changed = use_changed();
    let role = use_role();
    let counts = Resource::new_blocking(move || changed.0.get(), |_| staff_counts());
    let desk = role.keeps_the_desk();
    view! {
        <nav class="console-rail" aria-label=words.console_menu()>
            <a class="brand" href="/staff" aria-label=frame.resort.clone()><img class="brand-mark" src=frame.logo.clone() alt="" width="32" height="32"/><span>{frame.resort.clone()}</span></a>
            <Transition fallback=|| ()>
                {move || Suspend::new(async move {
                    let counts = counts.await.unwrap_or_default();
                    view! { <RailLinks counts=counts desk=desk manager=role == Role::Manager/> }.into_any()
                })}
            </Transition>
            <RailFoot colleague=colleague/>
        </nav>
    }
    .into_any()
}

#[component]
fn RailLinks(counts: Counts, desk: bool, manager: bool) -> impl IntoView {
    let words = use_words();
    let arrivals = if desk { counts.arrivals } else { 0 };
    let late = if counts.late { "count count-late" } else { "count" };
    view! {
        <RailLink href="/staff" icon="today" word=words.console_today() count=0 class="count"/>
        <RailLink href="/staff/orders" icon="tray" word=words.console_orders() count=counts.orders class=late/>
        <RailLink href="/staff/bookings" icon="calendar" word=words.console_bookings() count=counts.bookings class="count"/>
        <RailLink href="/staff/tickets" icon="ticket" word=words.console_tickets() count=0 class="count"/>
        {desk.then(|| view! {
            <RailLink href="/staff/stays" icon="room" word=words.console_stays() count=arrivals class="count"/>
            <RailLink href="/staff/money" icon="money" word=words.console_money() count=counts.money class="count"/>
            <RailLink href="/staff/slips" icon="print" word=words.console_slips() count=0 class="count"/>
            <RailLink href="/staff/demand" icon="heart" word=words.console_demand() count=0 class="count"/>
        }.into_any())}
        {(desk && counts.receipts > 0).then(|| view! {
            <RailLink href="/staff/receipts" icon="money" word=words.console_receipts() count=counts.receipts class="count"/>
        }.into_any())}
        {manager.then(|| view! { <RailLink href="/staff/log" icon="note" word=words.console_log() count=0 class="count"/> }.into_any())}
    }
    .into_any()
}

#[component]
fn RailLink(href: &'static str, icon: &'static str, word: &'static str, count: i64, class: &'static str) -> impl IntoView {
    let location = use_location();
    let here = move || {
        let path = location.pathname.get();
        path == href || (href != "/staff" && path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/')))
    };
    view! {
        <a href=href aria-current=move || here().then_some("page")>
            <Icon name=icon/>
            <span>{word}</span>
            {(count > 0).then(|| view! { <span class=class>{count}</span> }.into_any())}
        </a>
    }
    .into_any()
}

/// Languages, who is signed in, and out again.
#[component]
fn RailFoot(colleague: Colleague) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let location = use_location();
    let next = move || {
        let (path, search) = (location.pathname.get(), location.search.get());
        if search.is_empty() { path } else { format!("{path}?{search}") }
    };
    let out = ServerAction::<StaffSignOut>::new();
    Effect::new(move |_| {
        if out.value().get().is_some() {
            crate::booking::staff::forget_tickets();
            browser::go("/staff");
        }
    });
    view! {
        <div class="rail-foot">
            <form method="post" action="/language" class="rail-languages" aria-label=words.shell_language()>
                <input type="hidden" name="next" value=next/>
                {frame.languages.iter().map(|lang| {
                    let current = *lang == frame.lang;
                    view! {
                        <button type="submit" name="lang" value=lang.code() lang=lang.code() title=lang.own_name()
                            aria-current=current.then_some("true")>{lang.code().to_uppercase()}<span class="visually-hidden">{format!(" {}", lang.own_name())}</span></button>
                    }.into_any()
                }).collect_view()}
            </form>
            <p class="rail-who"><a class="link" href="/staff/account">{colleague.name}</a><span>{say_role(words, &colleague.role)}</span></p>
            <ActionForm action=out>
                <button class="button-quiet" type="submit"><Icon name="sign-out"/>{words.sign_out()}</button>
            </ActionForm>
        </div>
    }
    .into_any()
}

fn say_role(words: crate::words::Words, role: &str) -> &'static str {
    match Role::parse(role) {
        Some(Role::Desk) => words.console_role_desk(),
        Some(Role::Manager) => words.console_role_manager(),
        _ => words.console_role_service(),
    }
}

/// An address that leads nowhere.
#[component]
pub fn NothingPage() -> impl IntoView {
    let words = use_words();
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(axum::http::StatusCode::NOT_FOUND);
    }
    view! {
        <main class="console-main" id="main">
            <header class="console-head"><PageTitle title=words.page_not_found_title()/><h1>{words.page_not_found_title()}</h1></header>
            <Empty icon="compass" text=words.page_not_found().to_owned()><a class="button-quiet" href="/staff">{words.console_today()}</a></Empty>
        </main>
    }
    .into_any()
}
