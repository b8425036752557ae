//! What is said of one offer. The page itself is put together in `guest/offer.rs`, because the next times are booking's.

use crate::catalog::parts::{Heart, PolicyBar, PriceBell, TagView, say_ages, say_policy};
use crate::catalog::rules::price_lines;
use crate::catalog::{Kind, OfferPageData, Period, Tag};
use crate::kit::{Icon, PageHead, use_frame};
use crate::words::{Words, use_words};
use leptos::prelude::*;

/// Everything about one offer, top to bottom; the child is the slot for the next times.
#[component]
pub fn OfferView(data: OfferPageData, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let words = use_words();
    let card = data.card.clone();
    // What costs nothing cannot fall; whoever watches it may still stop.
    let has_price = matches!(card.tag, Tag::Extra { used_up: false, .. }) || data.watched;
    let watch = has_price.then(|| view! { <PriceBell offer=card.key.clone() on=data.watched/> }.into_any());
    let paragraphs =
        data.details.split('\n').map(str::trim).filter(|text| !text.is_empty()).map(|text| view! { <p>{text.to_owned()}</p> }.into_any());
    view! {
        <PageHead title=card.title back="/offers" back_label=words.catalog_back()>
            <Heart offer=card.key on=card.wished/>
        </PageHead>
        <figure class="hero"><img src=card.photo alt="" width="640" height="400"/></figure>
        <div class="offer-head">
            <p class="line">
                <TagView tag=card.tag/>
                <span>{data.category_name.clone()}</span>
            </p>
            <p class="lead">{card.summary}</p>
            {watch}
        </div>
        <Facts data=data.clone()/>
        <div class="prose">{paragraphs.collect_view()}</div>
        {children.map(|children| children())}
        <Package data=data.clone()/>
        <Prices data=data.clone()/>
        <Questions data=data.clone()/>
        {data.policy.map(|policy| view! {
            <section class="section">
                <div class="section-head"><h2>{words.catalog_policy()}</h2></div>
                <p>{say_policy(words, &policy)}</p>
                <PolicyBar policy=policy/>
            </section>
        }.into_any())}
    }
    .into_any()
}

/// The one thing to do, for the dock: what it costs, and the way on. Nothing when the stay is over.
#[component]
pub fn OfferAction(data: OfferPageData) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    if frame.me.is_some_and(|me| me.read_only) {
        return ().into_any();
    }
    let (href, text) = match data.card.kind {
        Kind::Service => (format!("/order/{}", data.card.key), words.catalog_order()),
        Kind::Session | Kind::Appointment => (format!("/book?offer={}", data.card.key), words.catalog_book()),
    };
    let (small, price) = match &data.card.tag {
        Tag::Free => (words.catalog_for_everybody(), words.catalog_free().to_owned()),
        Tag::Included | Tag::Left { .. } => (words.catalog_package(), words.catalog_included().to_owned()),
        Tag::Extra { price, .. } => (per(words, data.card.kind), words.money(&frame.coin, *price)),
        Tag::Deposit { price } => (words.catalog_deposit_back(), words.catalog_deposit(&words.money(&frame.coin, *price))),
    };
    view! {
        <div class="act-bar">
            <span class="act-price"><small>{small}</small><b>{price}</b></span>
            <a class="button" href=href>{text}</a>
        </div>
    }
    .into_any()
}

fn per(words: Words, kind: Kind) -> &'static str {
    if kind == Kind::Service { words.catalog_per_piece() } else { words.catalog_per_person() }
}

/// Where, how long, for whom, what to bring.
#[component]
fn Facts(data: OfferPageData) -> impl IntoView {
    let words = use_words();
    let card = data.card;
    let service = card.kind == Kind::Service;
    let length = if service { words.catalog_comes_in() } else { words.catalog_duration() };
    let ages = (!service || card.age_min.is_some() || card.age_max.is_some()).then(|| say_ages(words, card.age_min, card.age_max));
    let mut facts = vec![(words.catalog_place(), data.place)];
    if card.minutes > 0 {
        facts.push((length, words.minutes(card.minutes)));
    }
    if let Some(ages) = ages {
        let ages = if data.adult_needed { format!("{ages}. {}", words.catalog_adult_needed()) } else { ages };
        facts.push((words.catalog_for_whom(), ages));
    }
    if let Some(bring) = data.bring {
        facts.push((words.catalog_bring(), bring));
    }
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    view! {
        <dl class="facts">
            {facts.map(|(name, text)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> }.into_any()).collect_view()}
        </dl>
    }
    .into_any()
}

/// What the package gives of it, and what is left.
#[component]
fn Package(data: OfferPageData) -> impl IntoView {
    let (words, coin) = (use_words(), use_frame().coin);
    let Some(allowance) = data.allowance else { return ().into_any() };
    let gives = match (allowance.period, allowance.each_person) {
        (Period::Unlimited, _) => words.catalog_gives_always().to_owned(),
        (Period::Day, true) => words.catalog_gives_day_person(allowance.times),
        (Period::Day, false) => words.catalog_gives_day_room(allowance.times),
        (Period::Stay, true) => words.catalog_gives_stay_person(allowance.times),
        (Period::Stay, false) => words.catalog_gives_stay_room(allowance.times),
    };
    let left = match data.card.tag {
        Tag::Free | Tag::Deposit { .. } | Tag::Extra { used_up: false, .. } => return ().into_any(),
        Tag::Included => None,
        Tag::Left { left, of, period: Period::Day } => Some(words.catalog_now_left_today(left, of)),
        Tag::Left { left, of, .. } => Some(words.catalog_now_left_stay(left, of)),
        Tag::Extra { price, used_up: true } => {
            let price = words.money(&coin, price);
            Some(if allowance.period == Period::Day { words.catalog_used_up_today(&price) } else { words.catalog_used_up_stay(&price) })
        }
    };
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.catalog_package()}</h2></div>
            <p>{gives}</p>
            {left.map(|left| view! { <p class="package-left"><Icon name="check"/><span>{left}</span></p> }.into_any())}
        </section>
    }
    .into_any()
}

/// Prices by age, and what each form of a service adds.
#[component]
fn Prices(data: OfferPageData) -> impl IntoView {
    let (words, coin) = (use_words(), use_frame().coin);
    let money = |minor: i64| if minor == 0 { words.catalog_free().to_owned() } else { words.money(&coin, minor) };
    let mut lines: Vec<(String, String)> = Vec::new();
    if data.price > 0 || !data.bands.is_empty() {
        let everybody = match (data.card.kind, data.bands.is_empty()) {
            (Kind::Service, _) => words.catalog_price_piece(),
            (_, true) => words.catalog_price_person(),
            (_, false) => words.catalog_price_others(),
        };
        lines.extend(price_lines(data.price, &data.bands).into_iter().map(|(band, price)| {
            let whom = band.map_or_else(|| everybody.to_owned(), |band| say_ages(words, Some(band.from), Some(band.to)));
            (whom, money(price))
        }));
    }
    lines.extend(data.options.iter().map(|option| {
        let more =
            if option.price == 0 { words.catalog_option_same().to_owned() } else { words.catalog_option_more(&words.money(&coin, option.price)) };
        (option.name.clone(), more)
    }));
    if lines.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.catalog_prices()}</h2></div>
            <dl class="sum">
                {lines.into_iter().map(|(name, price)| view! { <div><dt>{name}</dt><dd>{price}</dd></div> }.into_any()).collect_view()}
            </dl>
        </section>
    }
    .into_any()
}

/// What will be asked, so that nobody is surprised on the way.
#[component]
fn Questions(data: OfferPageData) -> impl IntoView {
    let words = use_words();
    if data.questions.is_empty() {
        return ().into_any();
    }
    let questions = data.questions.into_iter().map(|question| {
        let optional = (!question.required).then(|| view! { <span class="muted">" ("{words.catalog_optional()}")"</span> }.into_any());
        view! { <li>{question.text}{optional}</li> }.into_any()
    });
    view! {
        <section class="section prose">
            <h2>{words.catalog_questions()}</h2>
            <ul>{questions.collect_view()}</ul>
        </section>
    }
    .into_any()
}
