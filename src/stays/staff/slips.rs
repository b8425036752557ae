//! Slips for print. The room is never on them.

use super::say;
use crate::browser;
use crate::kit::use_params_map;
use crate::kit::{Alert, ConsoleFault, ConsoleHead, Empty, Icon, Skeleton, Tone, use_frame};
use crate::stays::{SlipSheet, SlipSheets, WifiSheet, staff_slips};
use crate::words::use_words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// `/staff/slips/:stay` (with `?guest=` of one person), or `/staff/slips?day=` for everybody who arrives on a day; `?size=a4` puts two on a sheet.
#[component]
pub fn SlipsPage() -> impl IntoView {
    let words = use_words();
    let today = use_frame().today;
    let (params, query) = (use_params_map(), use_query_map());
    let stay = Memo::new(move |_| params.with_value(|params| params.get_str("stay").and_then(|text| text.parse().ok()).unwrap_or(0_i64)));
    let day =
        Memo::new(move |_| query.with(|query| query.get_str("day").filter(|day| !day.is_empty()).map_or_else(|| today.to_string(), str::to_owned)));
    let two = Memo::new(move |_| query.with(|query| query.get_str("size") == Some("a4")));
    // Each look is written into the log, so the live stream does not cause one.
    let guest = Memo::new(move |_| query.with(|query| query.get_str("guest").and_then(|text| text.parse().ok()).unwrap_or(0_i64)));
    let sheets = Resource::new_blocking(move || (stay.get(), guest.get(), day.get()), |(stay, guest, day)| staff_slips(stay, guest, day));
    let address = move |size: &str| match stay.get() {
        0 => format!("/staff/slips?day={}&size={size}", day.get()),
        stay => match guest.get() {
            0 => format!("/staff/slips/{stay}?size={size}"),
            guest => format!("/staff/slips/{stay}?guest={guest}&size={size}"),
        },
    };
    view! {
        <main class="console-main" id="main">
            <ConsoleHead title=words.console_slips().to_owned()>
                <button type="button" class="button needs-script" on:click=move |_| browser::print()><Icon name="print"/>{words.slips_print()}</button>
            </ConsoleHead>
            <div class="no-print stack">
                {move || (stay.get() == 0).then(|| view! { <DayForm day=day.get() two=two.get()/> }.into_any())}
                <nav class="pills" aria-label=words.slips_size()>
                    <a href=move || address("a6") aria-current=move || (!two.get()).then_some("true")>{words.slips_a6()}</a>
                    <a href=move || address("a4") aria-current=move || two.get().then_some("true")>{words.slips_a4()}</a>
                </nav>
                <p class="muted">{words.slips_hint()}</p>
            </div>
            <Transition fallback=|| view! { <Skeleton kind="card" count=2/> }>
                {move || Suspend::new(async move {
                    match sheets.await {
                        Ok(sheets) => view! { <Sheets sheets=sheets two=two stay=stay.get_untracked()/> }.into_any(),
                        Err(refusal) => view! { <ConsoleFault text=say(words, &refusal)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn DayForm(day: String, two: bool) -> impl IntoView {
    let words = use_words();
    view! {
        <leptos_router::components::Form method="GET" action="/staff/slips" attr:class="filters">
            <input type="hidden" name="size" value=if two { "a4" } else { "a6" }/>
            <div class="field">
                <label for="day">{words.slips_day()}</label>
                <input id="day" name="day" type="date" required value=day/>
            </div>
            <button class="button-quiet" type="submit">{words.slips_show()}</button>
        </leptos_router::components::Form>
    }
    .into_any()
}

#[component]
fn Sheets(sheets: SlipSheets, two: Memo<bool>, stay: i64) -> impl IntoView {
    let words = use_words();
    let SlipSheets { sheets, without } = sheets;
    if sheets.is_empty() && without == 0 {
        return view! { <Empty icon="print" text=words.slips_none().to_owned()/> }.into_any();
    }
    view! {
        {(without > 0).then(|| view! {
            <div class="no-print"><Alert tone=Tone::Warn>
                <p>{words.slips_without(without)}</p>
                {(stay > 0).then(|| view! { <a class="link" href=format!("/staff/stays/{stay}")>{words.stay_new_slip()}</a> }.into_any())}
            </Alert></div>
        }.into_any())}
        <div class="slips" class:slips-two=move || two.get()>
            {sheets.into_iter().map(|sheet| view! { <Slip sheet=sheet/> }.into_any()).collect_view()}
        </div>
        {(stay > 0).then(|| view! { <p class="no-print"><a class="link" href=format!("/staff/stays/{stay}")>{words.slips_to_stay()}</a></p> }.into_any())}
    }
    .into_any()
}

#[component]
fn Slip(sheet: SlipSheet) -> impl IntoView {
    let SlipSheet { lang, resort, logo, name, login, password, qr, wifi, says, .. } = sheet;
    view! {
        <section class="slip" lang=lang.code() dir=lang.direction()>
            <header class="slip-head"><img src=logo alt="" width="32" height="32"/><b>{resort}</b></header>
            <p class="slip-welcome">{says.welcome}</p>
            <h2 class="slip-name" dir="auto">{name}</h2>
            <div class="slip-body">
                <div class="qr slip-qr" inner_html=qr></div>
                <div>
                    <p class="slip-lead">{says.lead}</p>
                    <dl class="slip-codes">
                        <dt>{says.login}</dt><dd class="mono" data-slip="login">{login}</dd>
                        <dt>{says.password}</dt><dd class="mono" data-slip="password">{password}</dd>
                    </dl>
                </div>
            </div>
            <ol class="slip-how">
                <li><Icon name="camera"/>{says.scan}</li>
                <li><Icon name="calendar"/>{says.choose}</li>
                <li><Icon name="sun"/>{says.enjoy}</li>
            </ol>
            {wifi.map(|wifi| view! { <SlipFoot wifi=wifi title=says.wifi/> }.into_any())}
            <p class="slip-help">{says.help}</p>
        </section>
    }
    .into_any()
}

/// The Wi-Fi with its own code.
#[component]
fn SlipFoot(wifi: WifiSheet, title: String) -> impl IntoView {
    view! {
        <footer class="slip-foot">
            <div class="qr" inner_html=wifi.qr></div>
            <div>
                <b>{title}</b>
                <span class="mono" dir="ltr">{wifi.network}</span>
                {(!wifi.password.is_empty()).then(|| view! { <span class="mono" dir="ltr">{wifi.password}</span> }.into_any())}
            </div>
        </footer>
    }
    .into_any()
}
