//! Pieces that several pages draw: tags, cards, hearts, and the cancellation rule.

use super::rules::{Until, policy_step_at, policy_steps};
use super::{Mark, NoShow, OfferCard, Period, Policy, Tag};
use crate::base::Day;
use crate::kit::{Frame, Icon, OfferCard as Card, Tag as Pill, Tone, use_frame};
use crate::words::{Words, use_words};
use leptos::prelude::*;

/// What an offer costs this guest, as a pill: "Free", "Included", "Included · 1 of 2 left today", or the amount.
#[component]
pub fn TagView(
    tag: Tag,
    /// The day it was worked out for, when that may be another than today.
    #[prop(optional_no_strip)]
    day: Option<Day>,
) -> impl IntoView {
    let words = use_words();
    let Frame { coin, today, .. } = use_frame();
    match tag {
        Tag::Free => view! { <Pill tone=Tone::Good>{words.catalog_free()}</Pill> }.into_any(),
        Tag::Included => view! { <Pill tone=Tone::Included>{words.catalog_included()}</Pill> }.into_any(),
        Tag::Left { left, of, period } => {
            view! { <Pill tone=Tone::Included>{say_left(words, left, of, period, day.is_none_or(|day| day == today))}</Pill> }.into_any()
        }
        Tag::Deposit { price } => view! { <Pill tone=Tone::Info>{words.catalog_deposit(&words.money(&coin, price))}</Pill> }.into_any(),
        Tag::Extra { price, .. } => view! { <Pill tone=Tone::Info><span class="price">{words.money(&coin, price)}</span></Pill> }.into_any(),
    }
}

fn say_left(words: Words, left: i64, of: i64, period: Period, today: bool) -> String {
    match period {
        Period::Day if today => words.catalog_left_today(left, of),
        Period::Day => words.catalog_left_then(left, of),
        _ => words.catalog_left_stay(left, of),
    }
}

/// One offer in a `.shelf` or in `.offers`.
#[component]
pub fn OfferCardView(card: OfferCard) -> impl IntoView {
    let words = use_words();
    let wished = card.wished;
    view! {
        <Card href=format!("/offers/{}", card.key) picture=card.photo title=card.title line=card.summary>
            <TagView tag=card.tag/>
            {wished.then(|| view! {
                <span class="offer-heart"><Icon name="heart-full"/><span class="visually-hidden">{words.catalog_wished()}</span></span>
            }.into_any())}
        </Card>
    }
    .into_any()
}

/// The heart of an offer, which puts it on the wish list or takes it off. Nothing is drawn once the stay is over, and a way
/// to sign in for somebody who is not.
#[component]
pub fn Heart(
    /// The offer's key.
    offer: String,
    on: bool,
    /// Where a page without JavaScript goes on; the page of the offer without one.
    #[prop(optional)]
    next: &'static str,
) -> impl IntoView {
    if use_frame().me.is_none() {
        let href = format!("/sign-in?next=/offers/{offer}");
        return view! { <a class="icon-button" href=href aria-label=use_words().catalog_wish_sign_in()><Icon name="heart"/></a> }.into_any();
    }
    marking(offer, "wished", on, next)
}

/// The bell of an offer: whoever watches its price is told when it falls. Nothing for somebody who is not signed in or whose
/// stay is over.
#[component]
pub fn PriceBell(
    /// The offer's key.
    offer: String,
    on: bool,
    /// Where a page without JavaScript goes on; the page of the offer without one.
    #[prop(optional)]
    next: &'static str,
) -> impl IntoView {
    marking(offer, "watched", on, next)
}

/// A form of one button. It shows at once what was asked for, and what the server says after.
fn marking(offer: String, what: &'static str, on: bool, next: &'static str) -> AnyView {
    let words = use_words();
    if use_frame().me.is_none_or(|me| me.read_only) {
        return ().into_any();
    }
    let action = ServerAction::<Mark>::new();
    let shown = Signal::derive(move || {
        let asked = action.input().with(|input| input.as_ref().map(|input| input.on == "true"));
        let said = action.value().with(|value| value.as_ref().and_then(|answer| answer.as_ref().ok().copied()));
        asked.or(said).unwrap_or(on)
    });
    let bell = what == "watched";
    let (class, button, label, said) = if bell {
        ("heart watch", "button-quiet button-small", None, Some(words.catalog_watch()))
    } else {
        ("heart", "icon-button", Some(words.catalog_wish()), None)
    };
    let icon = move || match (bell, shown.get()) {
        (false, false) => "heart",
        (false, true) => "heart-full",
        (true, false) => "bell",
        (true, true) => "check",
    };
    view! {
        <ActionForm action=action attr:class=class>
            <input type="hidden" name="key" value=offer/>
            <input type="hidden" name="what" value=what/>
            <input type="hidden" name="on" value=move || (!shown.get()).to_string()/>
            <input type="hidden" name="next" value=next/>
            <button class=button type="submit" aria-pressed=move || shown.get().to_string() aria-label=label>
                {move || view! { <Icon name=icon()/> }}
                {said}
            </button>
            {move || action.value().get().and_then(Result::err).map(|refusal| view! {
                <p class="error" role="alert">{super::say(words, &refusal)}</p>
            }.into_any())}
        </ActionForm>
    }
    .into_any()
}

/// The cancellation rule as a bar of its steps. Booking says the deadline as a day and a time (`until`) and how much
/// time is left; the page of an offer says it as a stretch before the start.
#[component]
pub fn PolicyBar(
    policy: Policy,
    /// "Mon 18:00": the end of the free time, when the start is known.
    #[prop(optional_no_strip, into)]
    until: Option<String>,
    /// Seconds before the start, negative after it: marks the step that applies now.
    #[prop(optional_no_strip)]
    left: Option<i64>,
) -> impl IntoView {
    let words = use_words();
    let steps = policy_steps(&policy);
    let afterwards = say_afterwards(words, &policy);
    let afterwards = view! { <p class="small">{afterwards}</p> }.into_any();
    let now = left.map(|left| policy_step_at(&steps, left));
    if let [only] = steps.as_slice() {
        let text = if only.percent == 0 { words.catalog_policy_free().to_owned() } else { words.catalog_policy_flat(&say_kept(words, only.percent)) };
        return view! { <p class="policy-flat"><Icon name="check"/><span>{text}</span></p> {afterwards} }.into_any();
    }
    let last = steps.len() - 1;
    let items = steps.into_iter().enumerate().map(|(index, step)| {
        let class = match (step.percent, index) {
            (0, _) => "policy-free",
            (_, index) if index == last => "policy-after",
            _ => "policy-late",
        };
        let when = match (step.until, &until) {
            (Until::Before(_), Some(until)) => words.catalog_until(until),
            (Until::Before(minutes), None) => words.catalog_until_before(&words.minutes(minutes)),
            (Until::Start, _) => words.catalog_until_start().to_owned(),
            (Until::Ever, _) if matches!(index, 0) => String::new(),
            (Until::Ever, _) => words.catalog_afterwards().to_owned(),
        };
        view! {
            <li class=class aria-current=(now == Some(index)).then_some("true")>
                <b>{say_kept(words, step.percent)}</b>
                <span>{when}</span>
            </li>
        }
        .into_any()
    });
    view! { <ol class="policy-bar">{items.collect_view()}</ol> {afterwards} }.into_any()
}

/// The cancellation rule as sentences, for screen readers, tickets and the page of an offer: what is kept, and until
/// when.
pub fn say_policy(words: Words, policy: &Policy) -> String {
    let steps = policy_steps(policy);
    let sentences: Vec<String> = steps
        .iter()
        .map(|step| match (step.percent, step.until) {
            (0, Until::Ever) => words.catalog_policy_free().to_owned(),
            (0, Until::Start) => words.catalog_policy_free_start().to_owned(),
            (0, Until::Before(minutes)) => words.catalog_policy_free_before(&words.minutes(minutes)),
            (percent, Until::Start) => words.catalog_policy_late(percent),
            (percent, _) if steps.len() == 2 => words.catalog_policy_later(percent),
            (percent, _) => words.catalog_policy_started(percent),
        })
        .collect();
    sentences.join(" ")
}

/// What becomes of the money of somebody who does not come, and whether it can be asked back afterwards, as sentences.
fn say_afterwards(words: Words, policy: &Policy) -> String {
    let missed = match policy.no_show {
        NoShow::Refund => words.catalog_missed_refund(),
        NoShow::Policy => words.catalog_missed_policy(),
        NoShow::Keep => words.catalog_missed_keep(),
    };
    match policy.guarantee_days {
        0 => missed.to_owned(),
        days => format!("{missed} {}", words.catalog_guarantee(days)),
    }
}

/// "Free", "Half", "Full price", or the percentage.
fn say_kept(words: Words, percent: i64) -> String {
    match percent {
        0 => words.catalog_keep_nothing().to_owned(),
        50 => words.catalog_keep_half().to_owned(),
        100 => words.catalog_keep_all().to_owned(),
        percent => words.catalog_keep_percent(percent),
    }
}

/// Whole years as people say them: "from 8", "8 to 12", "up to 3".
pub fn say_ages(words: Words, min: Option<i64>, max: Option<i64>) -> String {
    match (min.filter(|min| *min > 0), max) {
        (Some(min), Some(max)) if min == max => words.catalog_age(min),
        (None, Some(0)) => words.catalog_age(0),
        (Some(min), Some(max)) => words.catalog_ages_between(min, max),
        (Some(min), None) => words.catalog_ages_from(min),
        (None, Some(max)) => words.catalog_ages_to(max),
        (None, None) => words.catalog_ages_all().to_owned(),
    }
}

/// A resort's name of an icon as one of the sprite's.
pub fn category_icon(name: &str) -> &'static str {
    const ICONS: [&str; 9] = ["bell", "sparkle", "wave", "ball", "leaf", "compass", "kite", "moon", "cup"];
    ICONS.into_iter().find(|icon| *icon == name).unwrap_or("sparkle")
}
