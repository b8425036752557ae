//! The bill of one room, on the page of its stay: what is still to be paid, and one form for all of it.

use super::view::{number, say, what};
use super::{RoomOwes, StaffSettleBill, staff_room_owes};
use crate::kit::{Alert, ConsoleFault, Kept, NotFresh, Rows, Skeleton, Tone, steady, use_changed, use_frame};
use crate::payments::Method;
use crate::payments::parts::say_method;
use crate::words::use_words;
use leptos::prelude::*;

#[component]
pub fn RoomBill(#[prop(into)] stay: Signal<i64>) -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let settle = ServerAction::<StaffSettleBill>::new();
    let owes = Resource::new_blocking(move || (stay.get(), changed.0.get(), settle.version().get()), |(stay, ..)| staff_room_owes(stay));
    let kept = Kept::new();
    view! {
        <section class="section">
            <h2>{words.money_bill()}</h2>
            {move || settle.value().get().and_then(Result::err).map(|refusal| view! { <Alert tone=Tone::Bad><p>{say(words, &refusal)}</p></Alert> }.into_any())}
            <Transition fallback=|| view! { <Skeleton count=2/> }>
                {move || Suspend::new(async move {
                    match kept.or_before(owes.await) {
                        Ok((owes, stale)) => {
                            // Each answer brings a new key for the form, of which nothing is to be seen.
                            let (stay, shown) = (stay.get_untracked(), RoomOwes { intent: String::new(), ..owes.clone() });
                            let owes = steady((stay, shown), move || view! { <Owes owes=owes stay=stay settle=settle/> }.into_any());
                            view! { <NotFresh stale=stale/> {owes} }.into_any()
                        }
                        Err(refusal) => view! { <ConsoleFault text=say(words, &refusal)/> }.into_any(),
                    }
                })}
            </Transition>
        </section>
    }
    .into_any()
}

#[component]
fn Owes(owes: RoomOwes, stay: i64, settle: ServerAction<StaffSettleBill>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    if owes.lines.is_empty() {
        return view! { <p class="muted">{words.money_bill_none()}</p> }.into_any();
    }
    let total = words.money(&frame.coin, owes.total);
    let line = |(about, day, owed): (super::About, crate::base::Day, i64)| {
        let line = view! {
            <li class="row">
                <span class="row-main"><b class="row-title">{what(&about)}</b><span class="row-meta">{words.day_near(day, frame.today)}</span></span>
                <span class="row-end num">{words.money(&frame.coin, owed)}</span>
            </li>
        };
        (number(&about), line.into_any())
    };
    let option = move |method: Method| view! { <option value=method.name()>{say_method(words, method)}</option> }.into_any();
    view! {
        <p class="small muted">{words.money_bill_lead()}</p>
        <ul class="rows">{owes.lines.into_iter().map(line).collect::<Rows>()}</ul>
        <ActionForm action=settle attr:class="wait-turn settle">
            <input type="hidden" name="stay" value=stay.to_string()/>
            <input type="hidden" name="expected" value=owes.total.to_string()/>
            <input type="hidden" name="intent" value=owes.intent/>
            <label><span>{words.money_method()}</span><select name="method">{Method::BY_HAND.map(option)}</select></label>
            <button class="button" type="submit" disabled=move || settle.pending().get()>{words.money_bill_settle(&total)}</button>
        </ActionForm>
    }
    .into_any()
}
