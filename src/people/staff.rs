//! The console's sign-in.

use super::{SignInRefusal, StaffSignIn};
use crate::browser;
use crate::kit::typed;
use crate::words::use_words;
use leptos::prelude::*;

/// Asks a member of staff for login and password.
#[component]
pub fn StaffSignInForm() -> impl IntoView {
    let words = use_words();
    let action = ServerAction::<StaffSignIn>::new();
    Effect::new(move |_| {
        if let Some(Ok(())) = action.value().get() {
            browser::reload();
        }
    });
    view! {
        <main class="page sign-in" id="main">
            <h1>{words.staff_sign_in_title()}</h1>
            <ActionForm action=action attr:class="fields">
                <div class="field">
                    <label for="login">{words.staff_login()}</label>
                    <input id="login" name="login" type="text" required maxlength="60" autocomplete="username" autocapitalize="none" spellcheck="false" dir="ltr" value={typed::<StaffSignIn>("login")}/>
                </div>
                <div class="field">
                    <label for="password">{words.sign_in_password()}</label>
                    <input id="password" name="password" type="password" required maxlength="1024" autocomplete="current-password" dir="ltr"/>
                    {move || match action.value().get() {
                        Some(Err(SignInRefusal::Fault(fault))) => Some(view! { <p class="error" role="alert">{crate::kit::say_fault(words, &fault)}</p> }.into_any()),
                        Some(Err(_)) => Some(view! { <p class="error" role="alert">{words.staff_sign_in_wrong()}</p> }.into_any()),
                        _ => None,
                    }}
                </div>
                <button class="button" type="submit" disabled=move || action.pending().get()>{words.sign_in_button()}</button>
            </ActionForm>
        </main>
    }
    .into_any()
}
