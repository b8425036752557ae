//! Who did what, for managers.

use super::{ConsoleRefusal, LogLine, LogSheet, staff_log};
use crate::kit::{ConsoleFault, ConsoleHead, Empty, Skeleton, say_fault, use_frame};
use crate::people::{Role, use_role};
use crate::words::use_words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// `/staff/log?below=`
#[component]
pub fn LogPage() -> impl IntoView {
    let words = use_words();
    let query = use_query_map();
    let below = Memo::new(move |_| query.with(|query| query.get_str("below").and_then(|text| text.parse().ok()).unwrap_or(0_i64)));
    let sheet = Resource::new_blocking(move || below.get(), staff_log);
    view! {
        <main class="console-main" id="main">
            <ConsoleHead title=words.console_log().to_owned()/>
            <Transition fallback=|| view! { <Skeleton count=8/> }>
                {move || Suspend::new(async move {
                    match sheet.await {
                        Ok(sheet) => view! { <Sheet sheet=sheet first=below.get_untracked() == 0/> }.into_any(),
                        Err(ConsoleRefusal::Fault(_)) if use_role() != Role::Manager => view! { <ConsoleFault text=words.log_managers_only().to_owned()/> }.into_any(),
                        Err(ConsoleRefusal::Fault(fault)) => view! { <ConsoleFault text=say_fault(words, &fault)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn Sheet(sheet: LogSheet, first: bool) -> impl IntoView {
    let words = use_words();
    if sheet.lines.is_empty() {
        return view! { <Empty icon="note" text=words.log_empty().to_owned()/> }.into_any();
    }
    view! {
        <div class="table-wrap" tabindex="0"><table class="table">
            <thead><tr>
                <th scope="col">{words.log_when()}</th><th scope="col">{words.log_who()}</th><th scope="col">{words.log_what()}</th>
                <th scope="col">{words.log_about()}</th><th scope="col">{words.log_before()}</th><th scope="col">{words.log_after()}</th>
                <th scope="col">{words.log_reason()}</th>
            </tr></thead>
            <tbody>{sheet.lines.into_iter().map(|line| view! { <Row line=line/> }.into_any()).collect_view()}</tbody>
        </table></div>
        <nav class="pager" aria-label=words.log_pages()>
            {(!first).then(|| view! { <a class="button-quiet" href="/staff/log">{words.log_newest()}</a> }.into_any())}
            {sheet.older.map(|below| view! { <a class="button-quiet" href=format!("/staff/log?below={below}")>{words.log_older()}</a> }.into_any())}
        </nav>
    }
    .into_any()
}

#[component]
fn Row(line: LogLine) -> impl IntoView {
    let words = use_words();
    let today = use_frame().today;
    let number = line.subject_id;
    let about = match line.subject.as_str() {
        "stay" => Some((format!("/staff/stays/{number}"), words.log_stay(&number.to_string()))),
        "order" => Some((format!("/staff/orders/{number}"), words.log_order(&number.to_string()))),
        _ => None,
    };
    let subject = words.log_subject(&number.to_string(), &line.subject);
    view! {
        <tr>
            <th scope="row"><time>{words.today_day_at(&line.wall, &words.day_near(line.day, today))}</time></th>
            <td>{line.actor}</td>
            <td>{words.log_deed(&line.deed)}</td>
            <td>{match about {
                Some((href, text)) => view! { <a class="link" href=href>{text}</a> }.into_any(),
                None => view! { <span>{subject}</span> }.into_any(),
            }}</td>
            <td class="wrap small">{line.before}</td>
            <td class="wrap small">{line.after}</td>
            <td class="wrap small">{line.reason}</td>
        </tr>
    }
    .into_any()
}
