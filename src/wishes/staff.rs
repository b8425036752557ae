//! `/staff/demand?offer=`: what is wanted and not bought, and by whom.

use super::{DemandOffer, DemandSheet, DemandStay, Stage, WishRefusal, staff_demand};
use crate::kit::{ConsoleFault, ConsoleHead, Empty, Skeleton, Tag, Tone, say_fault, use_changed, use_frame};
use crate::words::{Words, use_words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub fn DemandPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let query = use_query_map();
    let offer = Memo::new(move |_| query.with(|query| query.get_str("offer").unwrap_or_default().to_owned()));
    let sheet = Resource::new_blocking(move || (offer.get(), changed.0.get()), |(offer, _)| staff_demand(offer));
    view! {
        <main class="console-main" id="main">
            <ConsoleHead title=words.console_demand().to_owned() sum=words.demand_sum()/>
            <Transition fallback=|| view! { <Skeleton count=4/> }>
                {move || Suspend::new(async move {
                    match sheet.await {
                        Ok(sheet) => view! { <Sheet sheet=sheet/> }.into_any(),
                        Err(WishRefusal::Fault(fault)) => view! { <ConsoleFault text=say_fault(words, &fault)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn Sheet(sheet: DemandSheet) -> impl IntoView {
    let words = use_words();
    if sheet.offers.is_empty() {
        return view! { <Empty icon="heart" text=words.demand_none().to_owned()/> }.into_any();
    }
    let asked = sheet.open.as_ref().map(|(key, _)| key.clone());
    let title = sheet.offers.iter().find(|offer| Some(&offer.key) == asked.as_ref()).map(|offer| offer.title.clone());
    let rows = sheet.offers.into_iter().map(|offer| {
        let open = Some(&offer.key) == asked.as_ref();
        view! { <Offer offer=offer open=open/> }.into_any()
    });
    let rows = rows.collect_view();
    view! {
        <section class="section">
            <div class="table-wrap" tabindex="0"><table class="table">
                <thead><tr>
                    <th scope="col">{words.demand_offer()}</th><th scope="col" class="num">{words.demand_stays()}</th>
                    <th scope="col" class="num">{words.demand_interested()}</th><th scope="col" class="num">{words.demand_wishing()}</th>
                    <th scope="col" class="num">{words.demand_watching()}</th><th scope="col" class="num">{words.waitlist_title()}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        </section>
        {sheet.open.map(|(_, stays)| view! { <Stays title=title.unwrap_or_default() stays=stays/> }.into_any())}
    }
    .into_any()
}

#[component]
fn Offer(offer: DemandOffer, open: bool) -> impl IntoView {
    // An empty cell is read faster than a nought.
    let number = |n: i64| if n == 0 { String::new() } else { n.to_string() };
    view! {
        <tr aria-selected=open.then_some("true")>
            <th scope="row" class="wrap"><a href=format!("/staff/demand?offer={}#stays", offer.key) aria-current=open.then_some("true")>{offer.title}</a></th>
            <td class="num">{offer.stays}</td>
            <td class="num">{number(offer.interested)}</td>
            <td class="num">{number(offer.wishing)}</td>
            <td class="num">{number(offer.watching)}</td>
            <td class="num">{number(offer.waiting)}</td>
        </tr>
    }
    .into_any()
}

#[component]
fn Stays(title: String, stays: Vec<DemandStay>) -> impl IntoView {
    let words = use_words();
    let today = use_frame().today;
    if stays.is_empty() {
        return view! { <p class="muted" id="stays">{words.demand_nobody()}</p> }.into_any();
    }
    let rows = stays.into_iter().map(|one| {
        let stages = one.stages.into_iter().map(|(stage, since)| {
            let (tone, text) = say_stage(words, stage);
            let since = words.today_day_at(&since.wall, &words.day_near(since.day, today));
            view! { <li><Tag tone=tone>{text}</Tag> <span class="age">{since}</span></li> }.into_any()
        });
        view! {
            <tr>
                <th scope="row"><a href=format!("/staff/stays/{}", one.stay)>{one.room}</a></th>
                <td>{one.name}</td>
                <td class="wrap"><ul class="line">{stages.collect_view()}</ul></td>
                <td>{words.day_near(one.departs, today)}</td>
            </tr>
        }
        .into_any()
    });
    view! {
        <section class="section" id="stays">
            <div class="section-head"><h2>{title}</h2></div>
            <div class="table-wrap" tabindex="0"><table class="table">
                <thead><tr>
                    <th scope="col">{words.orders_room()}</th><th scope="col">{words.orders_guest()}</th>
                    <th scope="col">{words.demand_since()}</th><th scope="col">{words.demand_departs()}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table></div>
        </section>
    }
    .into_any()
}

fn say_stage(words: Words, stage: Stage) -> (Tone, &'static str) {
    match stage {
        Stage::Interested => (Tone::Info, words.demand_interested()),
        Stage::Wishing => (Tone::Info, words.demand_wishing()),
        Stage::Watching => (Tone::Info, words.demand_watching()),
        Stage::Waiting => (Tone::Warn, words.waitlist_title()),
        Stage::Holding => (Tone::Hold, words.demand_holding()),
        Stage::Cancelled => (Tone::Bad, words.demand_cancelled()),
        Stage::RefundedInPart => (Tone::Info, words.demand_refunded_part()),
        Stage::Refunded => (Tone::Info, words.demand_refunded()),
    }
}
