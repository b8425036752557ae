//! On the stay's sheet: what each person may put on the room's bill, and slips of their own.

use super::guest::{say, say_cap};
use super::{DeskSpending, Spender, StaffPersonSlip, StaffSetCap, staff_spending};
use crate::browser;
use crate::kit::{Alert, ConsoleFault, Icon, Kept, Rows, Skeleton, Tone, steady, use_changed, use_frame};
use crate::words::use_words;
use leptos::prelude::*;

#[component]
pub fn DeskSpendingSection(stay: i64) -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let set = ServerAction::<StaffSetCap>::new();
    let slip = ServerAction::<StaffPersonSlip>::new();
    let spending = Resource::new_blocking(move || (changed.0.get(), set.version().get()), move |_| staff_spending(stay));
    Effect::new(move |_| {
        if let Some(Ok(guest)) = slip.value().get() {
            browser::go(&format!("/staff/slips/{stay}?guest={guest}"));
        }
    });
    let kept = Kept::new();
    view! {
        <Transition fallback=|| view! { <Skeleton count=2/> }>
            {move || Suspend::new(async move {
                match kept.or_before(spending.await) {
                    Ok((DeskSpending { people, .. }, _)) => {
                        let rows = people.into_iter().map(|one| (one.guest.0, steady(one.clone(), move || view! { <Row stay=stay one=one set=set slip=slip/> }.into_any()))).collect::<Rows>();
                        view! {
                            <section class="card" id="spending">
                                <h2>{words.desk_cap_title()}</h2>
                                {move || set.value().get().and_then(Result::err).map(|refusal| view! { <Alert tone=Tone::Warn>{say(words, &refusal)}</Alert> }.into_any())}
                                {move || slip.value().get().and_then(Result::err).map(|refusal| view! { <Alert tone=Tone::Warn>{say(words, &refusal)}</Alert> }.into_any())}
                                <ul class="rows">{rows}</ul>
                            </section>
                        }
                        .into_any()
                    }
                    Err(refusal) => view! { <ConsoleFault text=say(words, &refusal)/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Row(stay: i64, one: Spender, set: ServerAction<StaffSetCap>, slip: ServerAction<StaffPersonSlip>) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let id = format!("cap-{}", one.guest);
    let meta = format!("{} · {}", say_cap(words, &coin, &one), words.cap_spent(&words.money(&coin, one.spent)));
    let own = (!one.lead).then(|| {
        let text = if one.own_slip.is_empty() { words.desk_cap_slip() } else { words.desk_cap_new_slip() };
        let shown = (!one.own_slip.is_empty())
            .then(|| view! { <a class="link" href=format!("/staff/slips/{stay}?guest={}", one.guest)>{words.stay_slip()}</a> }.into_any());
        view! {
            <ActionForm action=slip attr:class="line">
                <input type="hidden" name="stay" value=stay.to_string()/>
                <input type="hidden" name="guest" value=one.guest.to_string()/>
                <input type="hidden" name="seen" value=one.own_slip.clone()/>
                <button class="button-quiet" type="submit" disabled=move || slip.pending().get()><Icon name="key"/>{text}</button>
                {shown}
            </ActionForm>
        }
        .into_any()
    });
    view! {
        <li>
            <details>
                <summary class="row">
                    <span class="row-main"><b class="row-title">{one.name.clone()}</b><span class="row-meta">{meta}</span></span>
                </summary>
                <ActionForm action=set attr:class="fields">
                    <input type="hidden" name="stay" value=stay.to_string()/>
                    <input type="hidden" name="guest" value=one.guest.to_string()/>
                    <div class="field-row">
                        <div class="field">
                            <label for=id.clone()>{words.cap_amount(&coin.symbol)}</label>
                            <input id=id.clone() name="amount" type="text" inputmode="decimal" autocomplete="off" maxlength="12" dir="ltr"
                                value=one.cap.map(|cap| coin.plain(cap)).unwrap_or_default() aria-describedby=format!("{id}-note")/>
                            <p class="hint" id=format!("{id}-note")>{words.cap_amount_hint()}</p>
                        </div>
                        <div class="field">
                            <label for=format!("{id}-why")>{words.stay_reason()}</label>
                            <input id=format!("{id}-why") name="reason" type="text" maxlength="200" autocomplete="off" dir="auto"/>
                        </div>
                    </div>
                    <button class="button-quiet" type="submit" disabled=move || set.pending().get()>{words.stay_save()}</button>
                </ActionForm>
                {own}
            </details>
        </li>
    }
    .into_any()
}
