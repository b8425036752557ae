//! The page itself: layout only.

use super::{FirstStep, HomeData, Line, Next, Tint, Untried, home};
use crate::guest::install::InstallHint;
use crate::kit::{Alert, Icon, Kept, NotFresh, Tone, say_fault, use_changed, use_clock, use_frame};
use crate::words::use_words;
use leptos::prelude::*;

/// `/`
#[component]
pub fn HomePage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let clock = use_clock();
    // What is on changes by itself, mostly on the quarter of an hour.
    let quarter = Memo::new(move |_| clock.now() / (15 * 60));
    let data = Resource::new_blocking(move || (changed.0.get(), quarter.get()), |_| home());
    let kept = Kept::new();
    view! {
        <main class="page home" id="main">
            <Transition>
                {move || Suspend::new(async move {
                    match kept.or_before(data.await) {
                        Ok((lines, stale)) => view! { <NotFresh stale=stale/> {draw(HomeData::read(&lines))} }.into_any(),
                        Err(fault) => view! { <Alert tone=Tone::Warn>{say_fault(words, &fault)}</Alert> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

fn draw(home: HomeData) -> AnyView {
    let words = use_words();
    let frame = use_frame();
    let signed_in = frame.me.is_some();
    view! {
        <header class="greeting">
            <p class="greeting-day">{words.day_long(frame.today)}</p>
            <h1>{home.greeting}</h1>
            <p class="lead">{home.lead}</p>
        </header>
        {(!signed_in).then(|| view! {
            <p class="actions">
                <a class="button" href="/sign-in">{words.home_sign_in()}</a>
                <a class="button-quiet" href="/offers">{words.home_look_around()}</a>
            </p>
        }.into_any())}
        {home.next.map(next)}
        {(!home.open.is_empty()).then(|| lines(words.home_open(), home.open, None))}
        {(!home.first_steps.is_empty()).then(|| first_steps(words.home_first_steps(), home.first_steps))}
        {(!home.untried.is_empty()).then(|| untried(words.home_untried(), home.untried))}
        {(!home.later.is_empty()).then(|| lines(words.home_later(), home.later, Some(words.home_whole_day())))}
        {signed_in.then(|| view! { <InstallHint/> }.into_any())}
    }
    .into_any()
}

fn next(next: Next) -> AnyView {
    let words = use_words();
    let clock = use_clock();
    let (starts_at, named) = (next.starts_at, next.when);
    let when = move || match starts_at {
        0 => named.clone(),
        // A minute that has begun still counts.
        _ => match (starts_at - clock.now() + 59) / 60 {
            left if left <= 0 => words.home_on_now().to_owned(),
            left => words.home_in(&words.minutes(left)),
        },
    };
    view! {
        <a class="next-card" href=next.href>
            <span class="next-top"><span>{words.home_next()}</span><span>{when}</span></span>
            <time class="next-time">{next.time}</time>
            <b class="next-title">{next.title}</b>
            <span class="next-meta"><Icon name="place"/>{next.meta}</span>
            <span class="next-end"><Icon name="ticket"/>{words.home_show_ticket()}</span>
        </a>
    }
    .into_any()
}

fn lines(title: &'static str, lines: Vec<Line>, all: Option<&'static str>) -> AnyView {
    view! {
        <section class="section">
            <div class="section-head">
                <h2>{title}</h2>
                {all.map(|all| view! { <a class="link" href="/book">{all}</a> }.into_any())}
            </div>
            <ul class="rows">{lines.into_iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn line(line: Line) -> AnyView {
    let words = use_words();
    let tone = match line.tone {
        Tint::Plain => "tag",
        Tint::Included => "tag tag-included",
        Tint::Hold => "tag tag-hold",
        Tint::Good => "tag tag-good",
    };
    let inside = view! {
        <time class="row-time">{line.time}</time>
        <span class="row-main">
            <b class="row-title">{line.title}</b>
            <span class="row-meta">{line.now.then(|| view! { <b class="on-now">{words.home_on_now()}</b> " · " }.into_any())}{line.meta}</span>
        </span>
        {(!line.tag.is_empty()).then(|| view! { <span class="row-end"><span class=tone>{line.tag}</span></span> }.into_any())}
    }
    .into_any();
    if line.href.is_empty() {
        view! { <li><div class="row row-still">{inside}</div></li> }.into_any()
    } else {
        view! { <li><a class="row" href=line.href>{inside}</a></li> }.into_any()
    }
}

fn first_steps(title: &'static str, steps: Vec<FirstStep>) -> AnyView {
    view! {
        <section class="section">
            <div class="section-head"><h2>{title}</h2></div>
            <ol class="first-steps">
                {steps.into_iter().map(|step| view! {
                    <li class:done=step.done>
                        <a href=step.href>
                            <span class="first-mark">{step.done.then(|| view! { <Icon name="check"/> }.into_any())}</span>
                            <span>{step.title}<small>{step.text}</small></span>
                        </a>
                    </li>
                }.into_any()).collect_view()}
            </ol>
        </section>
    }
    .into_any()
}

fn untried(title: &'static str, found: Vec<Untried>) -> AnyView {
    let words = use_words();
    view! {
        <section class="section">
            <div class="section-head">
                <h2>{title}</h2>
                <a class="link" href="/offers?included=1">{words.home_all()}</a>
            </div>
            <ul class="shelf">
                {found.into_iter().map(|one| view! {
                    <li>
                        <a class="offer-card" href=one.href>
                            <span class="offer-picture"><img src=one.picture alt="" width="320" height="240" loading="lazy" decoding="async"/></span>
                            <b class="offer-title">{one.title}</b>
                            <span class="offer-line">{one.why}</span>
                            <span class="offer-tag"><span class="tag tag-included">{one.tag}</span></span>
                        </a>
                    </li>
                }.into_any()).collect_view()}
            </ul>
        </section>
    }
    .into_any()
}
