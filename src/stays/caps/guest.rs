//! On Me: who of the party may put how much on the room's bill; and `/me/slips/:guest`, the slip of one person, to hand over.

use super::{CapRefusal, LetSignIn, PersonSlip, SetCap, Spender, slip_of_person, who_may_spend};
use crate::base::Fault;
use crate::browser;
use crate::kit::{Alert, Icon, Kept, NotFound, PageHead, Rows, Tone, say_fault, steady, use_changed, use_frame, use_params_map};
use crate::words::{Coin, Words, use_words};
use leptos::prelude::*;

/// Why it did not work, in words.
pub fn say(words: Words, refusal: &CapRefusal) -> String {
    match refusal {
        CapRefusal::NotAnAmount => words.cap_not_an_amount().to_owned(),
        CapRefusal::Fault(Fault::NotAllowed) => words.cap_adults_only().to_owned(),
        CapRefusal::Fault(fault) => say_fault(words, fault),
    }
}

/// What somebody may spend, in a few words.
pub fn say_cap(words: Words, coin: &Coin, one: &Spender) -> String {
    match one.cap {
        None => words.cap_none().to_owned(),
        Some(0) => words.cap_nothing().to_owned(),
        Some(cap) => words.cap_of_day(&words.money(coin, cap)),
    }
}

/// The section on Me. Nothing for who is alone and has no limit.
#[component]
pub fn SpendingSection() -> impl IntoView {
    let changed = use_changed();
    // Made here, so that an answer outlives the drawing that it causes.
    let set = ServerAction::<SetCap>::new();
    let slip = ServerAction::<LetSignIn>::new();
    let spending = Resource::new_blocking(move || (changed.0.get(), set.version().get()), |_| who_may_spend());
    Effect::new(move |_| {
        if let Some(Ok(guest)) = slip.value().get() {
            browser::go(&format!("/me/slips/{guest}"));
        }
    });
    let kept = Kept::new();
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match kept.or_before(spending.await) {
                    Ok((spending, _)) if spending.people.len() > 1 || spending.people.iter().any(|one| one.cap.is_some()) => {
                        let may_change = spending.may_change;
                        let rows = spending.people.into_iter()
                            .map(|one| (one.guest.0, steady((one.clone(), may_change), move || view! { <Row one=one may_change=may_change set=set slip=slip/> }.into_any()))).collect::<Rows>();
                        let words = use_words();
                        view! {
                            <section class="section" id="spending">
                                <div class="section-head"><h2>{if may_change { words.cap_title() } else { words.cap_title_mine() }}</h2></div>
                                {move || set.value().get().and_then(Result::err).map(|refusal| view! { <Alert tone=Tone::Warn>{say(words, &refusal)}</Alert> }.into_any())}
                                {move || slip.value().get().and_then(Result::err).map(|refusal| view! { <Alert tone=Tone::Warn>{say(words, &refusal)}</Alert> }.into_any())}
                                <ul class="rows spending">{rows}</ul>
                                {may_change.then(|| view! { <p class="hint">{words.cap_hint()}</p> }.into_any())}
                            </section>
                        }
                        .into_any()
                    }
                    _ => ().into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Row(one: Spender, may_change: bool, set: ServerAction<SetCap>, slip: ServerAction<LetSignIn>) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let spent = words.cap_spent(&words.money(&coin, one.spent));
    let meta = format!("{} · {spent}", say_cap(words, &coin, &one));
    let form = may_change.then(|| view! { <Change one=one.clone() set=set slip=slip/> }.into_any());
    view! {
        <li class="spender">
            <div class="row">
                <span class="row-main">
                    <b class="row-title">{one.name.clone()}</b>
                    <span class="row-meta">{meta}</span>
                </span>
            </div>
            {form}
        </li>
    }
    .into_any()
}

/// How much it may be, and a slip of their own.
#[component]
fn Change(one: Spender, set: ServerAction<SetCap>, slip: ServerAction<LetSignIn>) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let id = format!("cap-{}", one.guest);
    let own = (!one.lead).then(|| {
        let text = if one.own_slip.is_empty() { words.cap_let_sign_in() } else { words.cap_new_slip() };
        let shown = (!one.own_slip.is_empty())
            .then(|| view! { <a class="link" href=format!("/me/slips/{}", one.guest)>{words.cap_see_slip()}</a> }.into_any());
        view! {
            <ActionForm action=slip attr:class="line">
                <input type="hidden" name="guest" value=one.guest.to_string()/>
                <input type="hidden" name="seen" value=one.own_slip.clone()/>
                <button class="button-quiet button-small" type="submit" disabled=move || slip.pending().get()><Icon name="key"/>{text}</button>
                {shown}
            </ActionForm>
        }
        .into_any()
    });
    view! {
        <details class="spender-change">
            <summary class="link">{words.cap_change()}<span class="visually-hidden">{format!(": {}", one.name)}</span></summary>
            <ActionForm action=set attr:class="fields">
                <input type="hidden" name="guest" value=one.guest.to_string()/>
                <div class="field">
                    <label for=id.clone()>{words.cap_amount(&coin.symbol)}</label>
                    <input id=id.clone() name="amount" type="text" inputmode="decimal" autocomplete="off" maxlength="12" dir="ltr"
                        value=one.cap.map(|cap| coin.plain(cap)).unwrap_or_default() aria-describedby=format!("{id}-note")/>
                    <p class="hint" id=format!("{id}-note")>{words.cap_amount_hint()}</p>
                </div>
                <button class="button-quiet" type="submit" disabled=move || set.pending().get()>{words.cap_save()}</button>
            </ActionForm>
            {own}
        </details>
    }
    .into_any()
}

/// `/me/slips/:guest`
#[component]
pub fn PersonSlipPage() -> impl IntoView {
    let words = use_words();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with_value(|params| params.get_str("guest").and_then(|id| id.parse::<i64>().ok()).unwrap_or(0)));
    let slip = Resource::new_blocking(move || id.get(), slip_of_person);
    view! {
        <main class="page" id="main">
            <Transition>
                {move || Suspend::new(async move {
                    match slip.await {
                        Ok(slip) => view! { <Slip slip=slip/> }.into_any(),
                        Err(CapRefusal::Fault(Fault::NotFound)) => view! {
                            <NotFound text=words.fault_not_found().to_owned() back="/me" label=words.tab_me().to_owned()/>
                        }.into_any(),
                        Err(refusal) => view! {
                            <PageHead title=words.cap_slip().to_owned() back="/me" back_label=words.page_back()/>
                            <Alert tone=Tone::Warn>{say(words, &refusal)}</Alert>
                        }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn Slip(slip: PersonSlip) -> impl IntoView {
    let words = use_words();
    view! {
        <PageHead title=words.cap_slip_of(&slip.name) back="/me#spending" back_label=words.page_back()/>
        <p class="lead">{words.cap_slip_lead(&slip.name)}</p>
        <section class="card person-slip">
            <div class="qr slip-qr" inner_html=slip.qr></div>
            <dl class="facts">
                <div><dt>{words.sign_in_login()}</dt><dd class="mono" dir="ltr" data-slip="login">{slip.login}</dd></div>
                <div><dt>{words.sign_in_password()}</dt><dd class="mono" dir="ltr" data-slip="password">{slip.password}</dd></div>
            </dl>
        </section>
    }
    .into_any()
}
