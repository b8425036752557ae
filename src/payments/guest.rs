//! `/receipts/:id`: what was paid or went back, as it is printed.

use super::parts::say_method;
use super::{Fiscal, Receipt, read_receipt};
use crate::base::Fault;
use crate::kit::use_params_map;
use crate::kit::{Alert, Empty, Icon, NotFound, PageHead, Skeleton, Tone, say_fault, use_changed, use_frame};
use crate::words::use_words;
use leptos::prelude::*;

#[component]
pub fn ReceiptPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with_value(|params| params.get_str("id").and_then(|id| id.parse::<i64>().ok()).unwrap_or_default()));
    // What the cash register says comes by itself.
    let changed = use_changed();
    let data = Resource::new_blocking(move || (id.get(), changed.0.get()), |(id, _)| read_receipt(id));
    view! {
        <Transition fallback=move || view! { <main class="page" id="main"><Skeleton kind="card" count=1/></main> }>
            {move || Suspend::new(async move {
                match data.await {
                    Ok(data) => view! { <Sheet data=data/> }.into_any(),
                    Err(fault) => view! { <main class="page" id="main"><Sorry fault=fault next=format!("/receipts/{}", id.get_untracked())/></main> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

/// Why a receipt cannot be shown.
#[component]
fn Sorry(fault: Fault, next: String) -> impl IntoView {
    let words = use_words();
    match fault {
        Fault::NotFound => {
            view! { <NotFound icon="money" text=words.fault_not_found().to_owned() back="/bill" label=words.bill_title().to_owned()/> }.into_any()
        }
        Fault::SignIn => view! {
            <PageHead title=words.bill_title().to_owned()/>
            <Empty icon="key" text=words.fault_sign_in().to_owned()>
                <a class="button" href=format!("/sign-in?next={next}")>{words.shell_sign_in()}</a>
            </Empty>
        }
        .into_any(),
        fault => view! {
            <PageHead title=words.bill_title().to_owned() back="/bill" back_label=words.page_back()/>
            <Alert tone=Tone::Warn>{say_fault(words, &fault)}</Alert>
        }
        .into_any(),
    }
}

#[component]
fn Sheet(data: Receipt) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let money = |amount: i64| words.money(&coin, amount);
    // A number is not broken at its hyphen.
    let number = data.number.replace('-', "\u{2011}");
    let title = if data.refund { words.pay_receipt_refund(&number) } else { words.pay_receipt(&number) };
    let means = if data.refund { words.pay_receipt_means_back() } else { words.pay_receipt_means() };
    let (day, wall) = (data.day, data.wall.clone());
    let line = |(title, name, amount): (String, String, i64)| {
        let name = (!name.is_empty()).then(|| view! { <small>{name}</small> }.into_any());
        view! { <div><dt>{title}{name}</dt><dd>{money(amount)}</dd></div> }.into_any()
    };
    let tax = |(rate, sum, tax): (i64, i64, i64)| {
        let text = words.pay_receipt_tax(&money(sum), &percent(rate));
        view! { <div class="muted"><dt>{text}</dt><dd>{money(tax)}</dd></div> }.into_any()
    };
    let paired = (!data.paired.is_empty()).then(|| {
        let links = data.paired.into_iter().map(|(id, number)| view! { <a href=format!("/receipts/{id}")>{number}</a>" " }.into_any()).collect_view();
        view! { <div><dt>{words.pay_receipt_paired()}</dt><dd>{links}</dd></div> }.into_any()
    });
    let fiscal = data.fiscal.map(|fiscal| view! { <Registered fiscal=fiscal/> }.into_any());
    let paper = format!("/receipts/{}.pdf?lang={}", data.id, words.lang.code());
    view! {
        <main class="page" id="main">
            <PageHead title=title back="/bill" back_label=words.page_back()/>
            <article class="card receipt">
                <header><b>{data.resort}</b><p class="small muted">{data.address}</p></header>
                <dl class="facts">
                    <div><dt>{words.pay_receipt_at()}</dt><dd><time datetime=format!("{day}T{wall}")>{format!("{} · {wall}", words.day_full(day))}</time></dd></div>
                    <div><dt>{words.pay_receipt_guest()}</dt><dd>{data.guest}</dd></div>
                    <div><dt>{words.pay_receipt_room()}</dt><dd>{data.room}</dd></div>
                    <div><dt>{means}</dt><dd>{say_method(words, data.method)}</dd></div>
                    {paired}
                </dl>
                <dl class="sum">
                    {data.lines.into_iter().map(line).collect_view()}
                    <div class="sum-total"><dt>{words.pay_receipt_total()}</dt><dd>{money(data.total)}</dd></div>
                    {data.taxes.into_iter().map(tax).collect_view()}
                </dl>
                {fiscal}
            </article>
            <p class="actions no-print"><a class="button-quiet" rel="external" download href=paper><Icon name="download"/>{words.pay_receipt_pdf()}</a></p>
        </main>
    }
    .into_any()
}

/// What the cash register says of it.
#[component]
fn Registered(fiscal: Fiscal) -> impl IntoView {
    let words = use_words();
    let Fiscal::Signed { number, sign, day, wall, address } = fiscal else {
        return view! { <p class="small muted" role="status">{words.pay_fiscal_waiting()}</p> }.into_any();
    };
    let fact = |name: &'static str, value: String| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }.into_any();
    let check = address
        .starts_with("https://")
        .then(|| view! { <p><a class="link" rel="external" href=address>{words.pay_fiscal_check()}</a></p> }.into_any());
    view! {
        <dl class="facts small">
            {fact(words.pay_fiscal_number(), number)}
            {fact(words.pay_fiscal_sign(), sign)}
            {fact(words.pay_fiscal_at(), format!("{} · {wall}", words.day_full(day)))}
        </dl>
        {check}
    }
    .into_any()
}

/// Hundredths of a percent as people write them: 14, 8.1.
pub(super) fn percent(rate: i64) -> String {
    match rate % 100 {
        0 => (rate / 100).to_string(),
        tenths if tenths % 10 == 0 => format!("{}.{}", rate / 100, tenths / 10),
        hundredths => format!("{}.{hundredths:02}", rate / 100),
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_rate_is_written_as_short_as_it_is() {
        assert_eq!([1400, 810, 825, 2000].map(percent), ["14", "8.1", "8.25", "20"]);
    }
}
