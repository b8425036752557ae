//! Finding a stay.

use super::{say, say_standing};
use crate::kit::{ConsoleFault, ConsoleHead, Empty, Icon, Rows, Skeleton, Tag, use_changed};
use crate::stays::{StayLine, StayList, staff_stays};
use crate::words::use_words;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;

/// `/staff/stays?q=&show=`
#[component]
pub fn StaysPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|query| (query.get_str("q").unwrap_or_default().to_owned(), query.get_str("show").unwrap_or_default().to_owned()))
    });
    let list = Resource::new_blocking(move || (asked.get(), changed.0.get()), |((q, show), _)| staff_stays(q, show));
    view! {
        <main class="console-main" id="main">
            <ConsoleHead title=words.console_stays().to_owned()>
                <a class="button" href="/staff/stays/new"><Icon name="plus"/>{words.stays_new()}</a>
            </ConsoleHead>
            <Form method="GET" action="/staff/stays" attr:class="filters" attr:role="search">
                <div class="field">
                    <label for="q">{words.stays_search()}</label>
                    <input id="q" name="q" type="search" maxlength="100" autocomplete="off" value=move || asked.get().0 placeholder=words.stays_search_hint()/>
                </div>
                <button class="button-quiet" type="submit"><Icon name="search"/>{words.stays_find()}</button>
            </Form>
            <nav class="pills" aria-label=words.stays_show()>
                {[("", words.stays_in_house()), ("arriving", words.stays_arriving()), ("leaving", words.stays_leaving()), ("all", words.stays_all())]
                    .into_iter()
                    .map(|(show, word)| {
                        let here = move || asked.with(|(q, asked)| q.trim().is_empty() && asked == show);
                        let href = if show.is_empty() { "/staff/stays".to_owned() } else { format!("/staff/stays?show={show}") };
                        view! { <a href=href aria-current=move || here().then_some("true")>{word}</a> }.into_any()
                    })
                    .collect_view()}
            </nav>
            <Transition fallback=|| view! { <Skeleton count=8/> }>
                {move || Suspend::new(async move {
                    match list.await {
                        Ok(list) => view! { <Table list=list/> }.into_any(),
                        Err(refusal) => view! { <ConsoleFault text=say(words, &refusal)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn Table(list: StayList) -> impl IntoView {
    let words = use_words();
    if list.stays.is_empty() {
        return view! { <Empty icon="search" text=words.stays_none().to_owned()/> }.into_any();
    }
    let count = list.stays.len() as i64;
    view! {
        <div class="table-wrap" tabindex="0"><table class="table">
            <thead><tr>
                <th scope="col">{words.orders_room()}</th><th scope="col">{words.stays_name()}</th><th scope="col" class="num">{words.today_people()}</th>
                <th scope="col">{words.stays_arrives()}</th><th scope="col">{words.stays_departs()}</th><th scope="col">{words.stays_lang()}</th>
                <th scope="col">{words.stays_standing()}</th><th scope="col">{words.stays_reference()}</th>
            </tr></thead>
            <tbody>{list.stays.into_iter().map(|line| (line.stay.id.0, view! { <Row line=line/> }.into_any())).collect::<Rows>()}</tbody>
        </table></div>
        <p class="pager" role="status">{if list.more { words.stays_more(count) } else { words.stays_count(count) }}</p>
    }
    .into_any()
}

#[component]
fn Row(line: StayLine) -> impl IntoView {
    let words = use_words();
    let (tone, standing) = say_standing(words, line.standing);
    let stay = line.stay;
    let href = format!("/staff/stays/{}", stay.id);
    view! {
        <tr>
            <th scope="row"><a href=href.clone()>{stay.room}</a></th>
            <td><a href=href>{stay.name}</a></td>
            <td class="num">{line.people}</td>
            <td>{words.day_short(stay.arrives)}</td>
            <td>{words.day_short(stay.departs)}</td>
            <td>{stay.lang.own_name()}</td>
            <td><Tag tone=tone>{standing}</Tag></td>
            <td class="muted">{stay.reference}</td>
        </tr>
    }
    .into_any()
}
