//! The guide's pages: `/guide` and `/guide/:key`.

use super::around::kind_icon;
use super::rules::{Distance, Moment, dialled};
use super::{Article, GuideData, GuideRefusal, PageLink, guide, guide_page};
use crate::base::Fault;
use crate::browser;
use crate::catalog::search::LONGEST;
use crate::kit::use_params_map;
use crate::kit::{Alert, DayChip, DayStrip, Fact, Icon, NotFound, PageHead, Skeleton, Timeline, Tone, use_changed, use_frame};
use crate::words::{Words, use_words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// `/guide`
#[component]
pub fn GuidePage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let query = use_query_map();
    let day = move || query.with(|query| query.get_str("day").unwrap_or_default().to_owned());
    let data = Resource::new_blocking(move || (day(), changed.0.get()), |(day, _)| guide(day));
    view! {
        <main class="page" id="main">
            <PageHead title=words.guide_title().to_owned()/>
            <form class="find" role="search" method="get" action="/offers">
                <div class="search">
                    <Icon name="search"/>
                    <input type="search" name="q" maxlength=LONGEST.to_string() autocomplete="off" enterkeyhint="search" aria-label=words.catalog_search() placeholder=words.catalog_search()/>
                </div>
            </form>
            <Transition fallback=move || view! { <Skeleton kind="card" count=2/> }>
                {move || Suspend::new(async move {
                    match data.await {
                        Ok(data) => view! { <Glance data=data/> }.into_any(),
                        Err(refusal) => view! { <Sorry refusal=refusal/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

/// Why the guide could not be read.
#[component]
pub fn Sorry(refusal: GuideRefusal) -> impl IntoView {
    let words = use_words();
    let GuideRefusal::Fault(fault) = refusal;
    view! { <Alert tone=Tone::Warn>{crate::kit::say_fault(words, &fault)}</Alert> }.into_any()
}

#[component]
fn Glance(data: GuideData) -> impl IntoView {
    let words = use_words();
    let pages = data.pages.clone();
    let near = data.near.clone();
    view! {
        <WiFi data=data.clone()/>
        <Facts data=data.clone()/>
        <Routine data=data.clone()/>
        <Help data=data/>
        <section class="section">
            <div class="section-head"><h2>{words.guide_pages()}</h2></div>
            <Pages pages=pages/>
        </section>
        <section class="section">
            <div class="section-head"><h2>{words.guide_around()}</h2><a class="link" href="/around">{words.guide_around_all()}</a></div>
            <ul class="links">
                {near.into_iter().map(|place| view! {
                    <li><a href=format!("/around#{}", place.key)>
                        <Icon name=kind_icon(&place.kind)/>
                        <span>{place.name}<small>{Distance::of(place.metres).say(words)}</small></span>
                        <Icon name="chevron"/>
                    </a></li>
                }.into_any()).collect_view()}
            </ul>
        </section>
    }
    .into_any()
}

/// Network and password; the password selects itself when touched.
#[component]
fn WiFi(data: GuideData) -> impl IntoView {
    let words = use_words();
    let signed_in = use_frame().me.is_some();
    view! {
        <section class="card wifi" aria-labelledby="wifi">
            <h2 id="wifi" class="wifi-head"><Icon name="wifi"/>{words.guide_wifi()}</h2>
            <dl class="facts">
                <div><dt>{words.guide_network()}</dt><dd class="mono copied" dir="ltr">{data.network}</dd></div>
                {data.password.clone().map(|password| view! {
                    <div><dt>{words.guide_password()}</dt><dd class="mono copied" dir="ltr" translate="no">{password}</dd></div>
                }.into_any())}
            </dl>
            {match (data.password, signed_in) {
                _ if data.open => view! { <p class="small muted">{words.guide_wifi_open()}</p> }.into_any(),
                (Some(password), _) => view! {
                    <CopyPassword password=password/>
                    <p class="small muted">{words.guide_wifi_touch()}</p>
                }.into_any(),
                (None, false) => view! { <a class="button-quiet" href="/sign-in?next=/guide">{words.guide_wifi_sign_in()}</a> }.into_any(),
                (None, true) => ().into_any(),
            }}
        </section>
    }
    .into_any()
}

/// Copies the password; where the browser has no clipboard, touching the password selects it.
#[component]
fn CopyPassword(password: String) -> impl IntoView {
    let words = use_words();
    let copied = RwSignal::new(false);
    view! {
        <button type="button" class="button-quiet button-small needs-script" on:click=move |_| copied.set(browser::copy(&password))>
            <Icon name="copy"/>
            <span role="status">{move || if copied.get() { words.guide_wifi_copied() } else { words.guide_wifi_copy() }}</span>
        </button>
    }
    .into_any()
}

/// Check-in, check-out, address and how to reach the desk.
#[component]
fn Facts(data: GuideData) -> impl IntoView {
    let words = use_words();
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.guide_facts()}</h2></div>
            <dl class="facts">
                <div><dt>{words.guide_check_in()}</dt><dd class="num">{data.check_in}</dd></div>
                <div><dt>{words.guide_check_out()}</dt><dd class="num">{data.check_out}</dd></div>
            </dl>
            <ul class="links">
                <li><a href=dialled(&data.phone)><Icon name="phone"/><span>{words.guide_desk()}<small><bdi dir="ltr">{data.phone.clone()}</bdi></small></span></a></li>
                {(!data.email.is_empty()).then(|| view! {
                    <li><a href=format!("mailto:{}", data.email)><Icon name="mail"/><span>{words.guide_mail()}<small><bdi dir="ltr">{data.email.clone()}</bdi></small></span></a></li>
                }.into_any())}
                <li><a href=data.map target="_blank" rel="noopener"><Icon name="map"/><span>{words.guide_map()}<small>{data.address}</small></span></a></li>
                {data.geo.map(|geo| view! { <li><a href=geo><Icon name="place"/><span>{words.guide_map_phone()}</span></a></li> }.into_any())}
            </ul>
        </section>
    }
    .into_any()
}

/// The day's routine, with the six days after today to choose from.
#[component]
fn Routine(data: GuideData) -> impl IntoView {
    let words = use_words();
    let today = data.days.first().copied();
    let chips = data.days.iter().map(|day| DayChip {
        href: if Some(*day) == today { "/guide#routine".to_owned() } else { format!("/guide?day={day}#routine") },
        weekday: words.weekday_short(*day).to_owned(),
        number: day.of_month().to_string(),
        label: words.day_long(*day),
        current: *day == data.day,
        today: Some(*day) == today,
        ..DayChip::default()
    });
    let facts: Vec<Fact> = data
        .routine
        .iter()
        .map(|line| Fact {
            when: line.at.clone(),
            datetime: format!("{}T{}", data.day, line.at),
            title: line.what.clone(),
            meta: said(words, line),
            href: None,
            now: line.moment == Moment::Now,
            past: line.moment == Moment::Past,
        })
        .collect();
    view! {
        <section class="section" id="routine">
            <div class="section-head"><h2>{words.guide_routine()}</h2><span class="muted">{words.day_long(data.day)}</span></div>
            <DayStrip days=chips.collect() selected="" label=words.guide_days()/>
            {if facts.is_empty() {
                view! { <p class="muted">{words.guide_routine_empty()}</p> }.into_any()
            } else {
                view! { <Timeline facts=facts/> }.into_any()
            }}
        </section>
    }
    .into_any()
}

/// "Now · until 10:30 · Lagoon terrace"
fn said(words: Words, line: &super::RoutineLine) -> String {
    let now = (line.moment == Moment::Now).then(|| words.guide_now().to_owned());
    let until = line.until.as_ref().map(|until| words.guide_until(until));
    let place = Some(line.place.clone()).filter(|place| !place.is_empty());
    [now, until, place].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Numbers to call in need, large.
#[component]
fn Help(data: GuideData) -> impl IntoView {
    let words = use_words();
    if data.emergency.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section" id="help">
            <div class="section-head"><h2>{words.guide_help()}</h2></div>
            <ul class="calls">
                {data.emergency.into_iter().map(|call| view! {
                    <li><a class="call" href=dialled(&call.phone)><Icon name="phone"/><span>{call.name}<small><bdi dir="ltr">{call.phone.clone()}</bdi></small></span></a></li>
                }.into_any()).collect_view()}
            </ul>
        </section>
    }
    .into_any()
}

/// Pages of the house as rows.
#[component]
fn Pages(pages: Vec<PageLink>) -> impl IntoView {
    view! {
        <ul class="links">
            {pages.into_iter().map(|page| view! {
                <li><a href=format!("/guide/{}", page.key)><Icon name="guide"/><span>{page.title}</span><Icon name="chevron"/></a></li>
            }.into_any()).collect_view()}
        </ul>
    }
    .into_any()
}

/// `/guide/:key`
#[component]
pub fn ArticlePage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let params = use_params_map();
    let key = move || params.with_value(|params| params.get_str("key").unwrap_or_default().to_owned());
    let article = Resource::new_blocking(move || (key(), changed.0.get()), |(key, _)| guide_page(key));
    view! {
        <main class="page" id="main">
            <Transition fallback=move || view! { <Skeleton kind="line" count=8/> }>
                {move || Suspend::new(async move {
                    match article.await {
                        Ok(article) => view! { <Read article=article/> }.into_any(),
                        Err(GuideRefusal::Fault(Fault::NotFound)) => view! {
                            <NotFound icon="guide" text=words.page_not_found().to_owned() back="/guide" label=words.guide_back().to_owned()/>
                        }.into_any(),
                        Err(refusal) => view! { <PageHead title=words.guide_title().to_owned() back="/guide" back_label=words.guide_back()/> <Sorry refusal=refusal/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn Read(article: Article) -> impl IntoView {
    let words = use_words();
    view! {
        <PageHead title=article.title back="/guide" back_label=words.guide_back()/>
        <article class="prose" inner_html=article.html></article>
        <section class="section">
            <div class="section-head"><h2>{words.guide_more()}</h2></div>
            <Pages pages=article.others/>
        </section>
    }
    .into_any()
}
