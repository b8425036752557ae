//! `/staff/receipts`: what the cash register has not signed yet, and why; and a way to ask it again at once.

use crate::kit::{Age, Alert, ConsoleFault, ConsoleHead, Empty, Rows, Skeleton, Tag, Tone, say_fault, use_changed, use_frame};
use crate::payments::{StaffTryReceipt, WaitingReceipt, staff_receipts_waiting};
use crate::words::{Words, use_words};
use leptos::prelude::*;

/// Minutes after which a receipt should have been signed, and after which somebody should look.
const DUE: i64 = 5;
const LATE: i64 = 60;

#[component]
pub fn ReceiptsPage() -> impl IntoView {
    let words = use_words();
    view! {
        <main class="console-main" id="main">
            <ConsoleHead title=words.receipts_title().to_owned()/>
            <ReceiptsWaiting/>
        </main>
    }
    .into_any()
}

/// The queue, to stand on any page of the console. `next` is where a page without JavaScript goes on.
#[component]
pub fn ReceiptsWaiting(#[prop(default = "/staff/receipts")] next: &'static str) -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let again = ServerAction::<StaffTryReceipt>::new();
    let lines = Resource::new_blocking(move || (changed.0.get(), again.version().get()), |_| staff_receipts_waiting());
    view! {
        {move || match again.value().get() {
            Some(Ok(true)) => view! { <Alert tone=Tone::Good><p>{words.receipts_signed()}</p></Alert> }.into_any(),
            Some(Ok(false)) => view! { <Alert tone=Tone::Warn><p>{words.receipts_not_yet()}</p></Alert> }.into_any(),
            Some(Err(fault)) => view! { <Alert tone=Tone::Bad><p>{say_fault(words, &fault)}</p></Alert> }.into_any(),
            None => ().into_any(),
        }}
        <Transition fallback=|| view! { <Skeleton count=3/> }>
            {move || Suspend::new(async move {
                match lines.await {
                    Ok(lines) if lines.is_empty() => view! { <Empty icon="check" text=words.receipts_none().to_owned()/> }.into_any(),
                    Ok(lines) => view! { <Queue lines=lines again=again next=next/> }.into_any(),
                    Err(fault) => view! { <ConsoleFault text=say_fault(words, &fault)/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Queue(lines: Vec<WaitingReceipt>, again: ServerAction<StaffTryReceipt>, next: &'static str) -> impl IntoView {
    let words = use_words();
    let rows = lines.into_iter().map(|line| (line.id.0, view! { <Row line=line again=again next=next/> }.into_any()));
    view! {
        <div class="table-wrap" tabindex="0"><table class="table">
            <thead><tr>
                <th scope="col">{words.receipts_receipt()}</th><th scope="col">{words.orders_room()}</th><th scope="col">{words.pay_receipt_guest()}</th>
                <th scope="col" class="num">{words.receipts_amount()}</th><th scope="col">{words.orders_waits()}</th>
                <th scope="col" class="num">{words.receipts_tries()}</th><th scope="col">{words.orders_state()}</th>
                <th scope="col"><span class="visually-hidden">{words.orders_next()}</span></th>
            </tr></thead>
            <tbody>{rows.collect::<Rows>()}</tbody>
        </table></div>
    }
    .into_any()
}

#[component]
fn Row(line: WaitingReceipt, again: ServerAction<StaffTryReceipt>, next: &'static str) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let id = line.id.0;
    let trouble = say_trouble(words, &line.trouble, &line.detail);
    let state = match line.next {
        None => view! { <Tag tone=Tone::Bad>{words.receipts_refused()}</Tag> }.into_any(),
        Some(_) if line.tries == 0 => view! { <Tag tone=Tone::Info>{words.receipts_on_its_way()}</Tag> }.into_any(),
        Some(minutes) => view! { <Tag tone=Tone::Warn>{words.receipts_again_in(&words.minutes(minutes.max(1)))}</Tag> }.into_any(),
    };
    let label = words.receipts_try_of(&line.number);
    view! {
        <tr>
            <th scope="row">{line.number}</th>
            <td>{line.room}</td>
            <td>{line.name}</td>
            <td class="num">{words.money(&coin, line.amount)}</td>
            <td><Age text=words.minutes(line.waits) minutes=line.waits due=DUE late=LATE/></td>
            <td class="num">{line.tries}</td>
            <td class="wrap">{state}{(!trouble.is_empty()).then(|| view! { <small class="order-note">{trouble}</small> }.into_any())}</td>
            <td class="row-actions">
                <ActionForm action=again>
                    <input type="hidden" name="receipt" value=id.to_string()/>
                    <input type="hidden" name="next" value=next/>
                    <button class="button-quiet button-small" type="submit" aria-label=label disabled=move || again.pending().get()>{words.receipts_try()}</button>
                </ActionForm>
            </td>
        </tr>
    }
    .into_any()
}

/// Why it is not signed yet; empty when it was not tried.
pub fn say_trouble(words: Words, trouble: &str, detail: &str) -> String {
    match trouble {
        "" => String::new(),
        "not-set" => words.receipts_trouble_not_set().to_owned(),
        "no-answer" => words.receipts_trouble_no_answer().to_owned(),
        "status" => words.receipts_trouble_status(detail),
        "unreadable" => words.receipts_trouble_unreadable().to_owned(),
        "number-twice" => words.receipts_trouble_twice(detail),
        _ => words.receipts_trouble_refused(detail),
    }
}
