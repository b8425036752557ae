//! The console's sign-in, and the account of whoever is signed in.

use super::{Role, SecondFactor, StaffRefusal, StaffSignIn, TurnOffSecondFactor, TurnOnSecondFactor, staff_second_factor};
use crate::browser;
use crate::kit::{Alert, ConsoleFault, ConsoleHead, PageTitle, Skeleton, Tone, say_fault, typed, use_frame};
use crate::words::{Words, use_words};
use leptos::prelude::*;

/// The role of whoever is signed in. What a role may do is decided at the doors; here it only chooses what to draw.
pub fn use_role() -> Role {
    use_frame().staff.and_then(|staff| Role::parse(&staff.role)).unwrap_or(Role::Service)
}

fn say(words: Words, refusal: &StaffRefusal) -> String {
    match refusal {
        StaffRefusal::Wrong => words.staff_sign_in_wrong().to_owned(),
        StaffRefusal::CodeNeeded => words.staff_code_needed().to_owned(),
        StaffRefusal::CodeWrong => words.staff_code_wrong().to_owned(),
        StaffRefusal::Fault(fault) => say_fault(words, fault),
    }
}

/// Asks a member of staff for login and password, and for the six digits where a second factor is set up.
#[component]
pub fn StaffSignInForm() -> impl IntoView {
    let words = use_words();
    let action = ServerAction::<StaffSignIn>::new();
    Effect::new(move |_| {
        if let Some(Ok(())) = action.value().get() {
            browser::reload();
        }
    });
    let refusal = move || action.value().get().and_then(Result::err);
    let with_code = move || matches!(refusal(), Some(StaffRefusal::CodeNeeded | StaffRefusal::CodeWrong));
    let said = move || refusal().map(|refusal| view! { <p class="error" role="alert">{say(words, &refusal)}</p> }.into_any());
    view! {
        <PageTitle title=words.staff_sign_in_title()/>
        <main class="page sign-in" id="main">
            <h1>{words.staff_sign_in_title()}</h1>
            <ActionForm action=action attr:class="fields">
                <div class="field">
                    <label for="login">{words.staff_login()}</label>
                    <input id="login" name="login" type="text" required maxlength="60" autocomplete="username" autocapitalize="none"
                        spellcheck="false" dir="ltr" value={typed::<StaffSignIn>("login")}/>
                </div>
                <div class="field">
                    <label for="password">{words.sign_in_password()}</label>
                    <input id="password" name="password" type="password" required maxlength="1024" autocomplete="current-password" dir="ltr"/>
                    {move || if with_code() { None } else { said() }}
                </div>
                {move || with_code().then(|| view! { <CodeField/> {said()} }.into_any())}
                <button class="button" type="submit" disabled=move || action.pending().get()>{words.sign_in_button()}</button>
            </ActionForm>
        </main>
    }
    .into_any()
}

/// The six digits of the app.
#[component]
fn CodeField() -> impl IntoView {
    let words = use_words();
    view! {
        <div class="field">
            <label for="code">{words.staff_code()}</label>
            <input class="mono" id="code" name="code" type="text" inputmode="numeric" required maxlength="10" autocomplete="one-time-code" dir="ltr"
                aria-describedby="code-note"/>
            <p class="hint" id="code-note">{words.staff_code_hint()}</p>
        </div>
    }
    .into_any()
}

/// `/staff/account`: the second factor of whoever is signed in.
#[component]
pub fn AccountPage() -> impl IntoView {
    let words = use_words();
    let on = ServerAction::<TurnOnSecondFactor>::new();
    let off = ServerAction::<TurnOffSecondFactor>::new();
    let changed = move || (matches!(on.value().get(), Some(Ok(()))), matches!(off.value().get(), Some(Ok(()))));
    let factor = Resource::new_blocking(changed, |_| staff_second_factor());
    let name = use_frame().staff.map(|staff| staff.name).unwrap_or_default();
    view! {
        <main class="console-main" id="main">
            <ConsoleHead title=name/>
            <Transition fallback=|| view! { <Skeleton/> }>
                {move || Suspend::new(async move {
                    match factor.await {
                        Ok(factor) if factor.on => view! { <TurnOff action=off/> }.into_any(),
                        Ok(factor) => view! { <TurnOn factor=factor action=on/> }.into_any(),
                        Err(refusal) => view! { <ConsoleFault text=say(words, &refusal)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn TurnOn(factor: SecondFactor, action: ServerAction<TurnOnSecondFactor>) -> impl IntoView {
    let words = use_words();
    let refusal = move || action.value().get().and_then(Result::err).map(|refusal| say(words, &refusal));
    view! {
        <section class="card stack account">
            <h2>{words.account_second_factor()}</h2>
            <p>{words.account_off()}</p>
            <div class="account-set-up">
                <div class="qr" role="img" aria-label=words.account_qr() inner_html=factor.qr></div>
                <p class="small">{words.account_typed()}<br/><code class="mono" dir="ltr">{factor.key}</code></p>
            </div>
            <ActionForm action=action attr:class="fields">
                <input type="hidden" name="nonce" value=factor.nonce/>
                <CodeField/>
                {move || refusal().map(|text| view! { <Alert tone=Tone::Bad>{text}</Alert> }.into_any())}
                <button class="button" type="submit" disabled=move || action.pending().get()>{words.account_turn_on()}</button>
            </ActionForm>
        </section>
    }
    .into_any()
}

#[component]
fn TurnOff(action: ServerAction<TurnOffSecondFactor>) -> impl IntoView {
    let words = use_words();
    let refusal = move || action.value().get().and_then(Result::err).map(|refusal| say(words, &refusal));
    view! {
        <section class="card stack account">
            <h2>{words.account_second_factor()}</h2>
            <Alert tone=Tone::Good>{words.account_on()}</Alert>
            <ActionForm action=action attr:class="fields">
                <CodeField/>
                {move || refusal().map(|text| view! { <Alert tone=Tone::Bad>{text}</Alert> }.into_any())}
                <button class="button-danger" type="submit" disabled=move || action.pending().get()>{words.account_turn_off()}</button>
            </ActionForm>
        </section>
    }
    .into_any()
}
