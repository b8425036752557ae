//! The guest's sign-in page and the button that signs out.

use super::login::{self, has_cyrillic};
use super::{SignIn, SignInRefusal, SignOut};
use crate::base::Fault;
use crate::browser;
use crate::kit::{Alert, Icon, LanguageList, PageTitle, ScanButton, Tone, typed, use_frame};
use crate::words::{Words, use_words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Why signing in did not work, in words.
pub fn say(words: Words, refusal: &SignInRefusal) -> String {
    match refusal {
        SignInRefusal::Wrong => words.sign_in_wrong().to_owned(),
        SignInRefusal::Mistyped => words.sign_in_mistyped().to_owned(),
        SignInRefusal::NotYet(day) => words.sign_in_not_yet(&words.day_and_month(*day)),
        SignInRefusal::Ended => words.sign_in_ended().to_owned(),
        SignInRefusal::Fault(fault) => crate::kit::say_fault(words, fault),
    }
}

/// `/sign-in`: one field for the login, one for the password.
#[component]
pub fn SignInPage() -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let query = use_query_map();
    let next = query.with_untracked(|query| query.get_str("next").unwrap_or("/").to_owned());
    let told = query.with_untracked(|query| query.get_str("told").map(str::to_owned));
    let action = ServerAction::<SignIn>::new();
    let login_typed = RwSignal::new(String::new());
    let password_typed = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    Effect::new(move |_| {
        browser::hydrated();
        if let Some(Ok(next)) = action.value().get() {
            browser::go(&next);
        }
    });
    let refusal = move || action.value().get().and_then(Result::err);
    let about_login = move || match refusal() {
        Some(SignInRefusal::Mistyped | SignInRefusal::NotYet(_) | SignInRefusal::Ended) => refusal().map(|refusal| say(words, &refusal)),
        _ => None,
    };
    let about_password = move || match refusal() {
        Some(SignInRefusal::Wrong | SignInRefusal::Fault(_)) => refusal().map(|refusal| say(words, &refusal)),
        _ => None,
    };
    let layout_hint = move || {
        let typed = login_typed.get();
        if !has_cyrillic(&typed) {
            return None;
        }
        Some(match login::read(&typed) {
            Some(reading) => words.sign_in_layout_read(&login::grouped(&reading.login)),
            None => words.sign_in_layout().to_owned(),
        })
    };
    // Only a slip of this resort is followed, whatever else the camera sees.
    let scanned = Callback::new(|text: String| {
        let path = text.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| rest[at..].to_owned()));
        match path {
            Some(path) if path.starts_with("/s/") => browser::go(&path),
            _ => browser::go("/sign-in?told=link"),
        }
    });
    view! {
        <main class="page sign-in" id="main">
            <img class="sign-in-mark" src=frame.logo.clone() alt="" width="72" height="72"/>
            <PageTitle title=words.sign_in_title()/>
            <h1>{words.sign_in_title()}</h1>
            <p class="lead">{words.sign_in_lead()}</p>
            {told.and_then(|told| match told.as_str() {
                "out" => Some(view! { <Alert tone=Tone::Good>{words.sign_in_signed_out()}</Alert> }.into_any()),
                "ended" => Some(view! { <Alert tone=Tone::Warn>{words.sign_in_ended()}</Alert> }.into_any()),
                "link" => Some(view! { <Alert tone=Tone::Warn>{words.sign_in_link_wrong()}</Alert> }.into_any()),
                "early" => Some(view! { <Alert tone=Tone::Info>{words.sign_in_early()}</Alert> }.into_any()),
                _ => None,
            })}
            <ActionForm action=action attr:class="fields">
                <input type="hidden" name="next" value=next/>
                <div class="field">
                    <label for="login">{words.sign_in_login()}</label>
                    <input class="mono" id="login" name="login" type="text" required maxlength="40" autocomplete="username" autocapitalize="characters"
 spellcheck="false" dir="ltr" placeholder="K7M 4XP 9TD" value={typed::<SignIn>("login")} aria-describedby="login-hint"
                        aria-invalid=move || about_login().map(|_| "true")
                        on:input:target=move |event| login_typed.set(event.target().value())/>
                    <p class="hint" id="login-hint" aria-live="polite">{move || layout_hint().unwrap_or_else(|| words.sign_in_login_hint().to_owned())}</p>
                    {move || about_login().map(|text| view! { <p class="error" role="alert">{text}</p> }.into_any())}
                </div>
                <div class="field">
                    <label for="password">{words.sign_in_password()}</label>
                    <div class="field-with-button">
                        <input class="mono" id="password" name="password" required maxlength="1024" autocomplete="current-password" autocapitalize="none"
 spellcheck="false" dir="ltr" type=move || if shown.get() { "text" } else { "password" }
                            aria-invalid=move || about_password().map(|_| "true")
                            on:input:target=move |event| password_typed.set(event.target().value())/>
                        <button type="button" class="button-quiet needs-script" aria-pressed=move || shown.get().to_string()
                            on:click=move |_| shown.update(|shown| *shown = !*shown)>
                            {move || if shown.get() { words.sign_in_hide() } else { words.sign_in_show() }}
                        </button>
                    </div>
                    {move || has_cyrillic(&password_typed.get()).then(|| view! { <p class="hint" role="status">{words.sign_in_layout()}</p> }.into_any())}
                    {move || about_password().map(|text| view! { <p class="error" role="alert">{text}</p> }.into_any())}
                </div>
                <button class="button" type="submit" disabled=move || action.pending().get()>{words.sign_in_button()}</button>
            </ActionForm>
            <p class="sign-in-scan"><Icon name="qr"/>{words.sign_in_scan()}</p>
            <ScanButton label=words.scan_button() hint=words.sign_in_scan() refused=words.scan_refused() close=words.scan_close() found=scanned/>
            <LanguageList/>
            <p class="sign-in-look"><a class="link" href="/offers">{words.sign_in_look_around()}</a></p>
        </main>
    }
    .into_any()
}

/// Ends the session on the server and clears what the phone kept.
#[component]
pub fn SignOutButton() -> impl IntoView {
    let words = use_words();
    let action = ServerAction::<SignOut>::new();
    Effect::new(move |_| {
        if let Some(answer) = action.value().get()
            && (answer.is_ok() || answer == Err(Fault::SignIn))
        {
            browser::forget();
            browser::go("/sign-in?told=out");
        }
    });
    view! {
        <ActionForm action=action>
            <button class="button-quiet" type="submit"><Icon name="sign-out"/>{words.sign_out()}</button>
        </ActionForm>
    }
    .into_any()
}
