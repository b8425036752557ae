//! Pieces that several pages draw: states and refusals in words, other times that are free, the cancellation rule, the
//! note about time zones.

use super::{Alternative, BookingRefusal, Moment, Obstacle, SlotState};
use crate::base::Day;
use crate::browser;
use crate::catalog::Policy;
use crate::catalog::parts::{PolicyBar, say_policy};
use crate::kit::{Alert, Empty, Icon, NotFound, PageHead, Rows, Tone, row_number, say_fault, use_frame};
use crate::words::{Coin, Words, use_words};
use leptos::prelude::*;

/// The state of a session or a time in words; `left` are the places left, when they are counted.
pub fn say_state(words: Words, state: &SlotState, left: Option<i64>) -> String {
    match state {
        SlotState::Free => left.map(|left| words.book_places_left(left)).unwrap_or_default(),
        SlotState::Full => words.book_full().to_owned(),
        SlotState::HeldByOthers { until } => words.book_held_by_others(until),
        SlotState::Yours { held: true, .. } => words.book_yours_held().to_owned(),
        SlotState::Yours { held: false, .. } => words.book_yours().to_owned(),
        SlotState::Over => words.book_over().to_owned(),
        SlotState::TooLate => words.book_closed().to_owned(),
        SlotState::TooEarly(day) => words.book_opens(&words.day_and_month(*day)),
        SlotState::BeforeArrival => words.book_not_yet_here().to_owned(),
        SlotState::AfterDeparture => words.book_gone_then().to_owned(),
        SlotState::Cancelled => words.book_called_off().to_owned(),
    }
}

/// Why somebody cannot come along, short.
pub fn say_obstacle(words: Words, obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::TooYoung(min) => words.book_too_young(*min),
        Obstacle::TooOld(max) => words.book_too_old(*max),
        Obstacle::Going => words.book_is_going().to_owned(),
        Obstacle::Clash { title, wall } => words.book_has_other(title, wall),
        Obstacle::Walk { title, wall, minutes } => words.book_too_far(&words.minutes(*minutes), title, wall),
    }
}

/// Why it did not work, in words.
pub fn say(words: Words, coin: &Coin, refusal: &BookingRefusal) -> String {
    use BookingRefusal as R;
    match refusal {
        R::Full { left, .. } => words.book_refused_full(*left),
        R::JustTaken { .. } => words.book_refused_taken().to_owned(),
        R::Past => words.book_refused_past().to_owned(),
        R::TooLate { minutes } => words.book_refused_late(&words.minutes(*minutes)),
        R::TooEarly { from } => words.book_refused_early(&words.day_and_month(*from)),
        R::Cancelled { .. } => words.book_refused_called_off().to_owned(),
        R::AgeNotAllowed { name } => words.book_refused_age(name),
        R::NeedsAdult => words.book_adult_missing().to_owned(),
        R::NobodyChosen => words.book_refused_nobody().to_owned(),
        R::AlreadyGoing { name } => words.book_refused_going(name),
        R::Paying => words.pay_refused_paying().to_owned(),
        R::CardUnavailable => words.pay_refused_card().to_owned(),
        R::OtherWay => words.pay_refused_way().to_owned(),
        R::FewPoints => words.points_few().to_owned(),
        R::OverCap(over) => words.cap_over(&words.money(coin, over.left)),
        R::Clash { name, title, wall } => words.book_refused_clash(name, title, wall),
        R::Walk { name, title, wall, minutes } => words.book_refused_walk(&words.minutes(*minutes), name, title, wall),
        R::AfterDeparture => words.book_refused_after().to_owned(),
        R::BeforeArrival => words.book_refused_before().to_owned(),
        R::Room => words.book_refused_room().to_owned(),
        R::TooManyLines => words.book_refused_lines().to_owned(),
        R::TooManyHolds => words.book_refused_holds().to_owned(),
        R::UsedUp => words.book_refused_used_up().to_owned(),
        R::AnswerMissing { .. } => words.book_refused_answer().to_owned(),
        R::AnswerWrong { .. } => words.book_refused_answer_wrong().to_owned(),
        R::Expired { .. } => words.book_refused_expired().to_owned(),
        R::PriceChanged { total } => words.book_refused_price(&words.money(coin, *total)),
        R::FeeChanged { fee } => words.book_refused_fee(&words.money(coin, *fee)),
        R::TooLateToMove => words.book_refused_move_late().to_owned(),
        R::TooLateToReplace => words.book_refused_replace_late().to_owned(),
        R::OtherPrice { name } => words.book_refused_other_price(name),
        R::CheckedIn => words.book_refused_checked_in().to_owned(),
        R::Settled => words.book_refused_settled().to_owned(),
        R::GoneBack => words.book_refused_gone_back().to_owned(),
        R::NoGuarantee => words.book_refused_no_guarantee().to_owned(),
        R::NotNow(_) => words.book_refused_state().to_owned(),
        R::Fault(fault) => say_fault(words, fault),
    }
}

/// A refusal near the button that met it, with what can be had instead.
#[component]
pub fn RefusalView(refusal: BookingRefusal) -> impl IntoView {
    use BookingRefusal as R;
    let (words, coin) = (use_words(), use_frame().coin);
    let text = say(words, &coin, &refusal);
    let alternatives = match refusal {
        R::Full { alternatives, .. } | R::JustTaken { alternatives } | R::Cancelled { alternatives } | R::Expired { alternatives } => alternatives,
        _ => Vec::new(),
    };
    view! {
        <Alert tone=Tone::Warn>{text}</Alert>
        <Instead alternatives=alternatives/>
    }
    .into_any()
}

/// Other free times of the same offer, to tap. Nothing when there are none.
#[component]
pub fn Instead(
    alternatives: Vec<Alternative>,
    /// The heading, when it is another than "where there is room".
    #[prop(optional, into)]
    title: Option<String>,
) -> impl IntoView {
    let words = use_words();
    if alternatives.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section">
            <div class="section-head"><h2>{title.unwrap_or_else(|| words.book_instead().to_owned())}</h2></div>
            <AlternativeRows alternatives=alternatives/>
        </section>
    }
    .into_any()
}

/// Free times as rows.
#[component]
pub fn AlternativeRows(alternatives: Vec<Alternative>) -> impl IntoView {
    let (words, today) = (use_words(), use_frame().today);
    let rows = alternatives.into_iter().map(|one| {
        let counted = matches!(one.target, super::Target::Session(_));
        let path = one.target.path();
        let row = view! {
            <li>
                <a class="row" href=path.clone()>
                    <time class="row-time">{one.wall}</time>
                    <span class="row-main">
                        <b class="row-title">{words.day_near(one.day, today)}</b>
                        {counted.then(|| view! { <span class="row-meta">{words.book_places_left(one.left)}</span> }.into_any())}
                    </span>
                    <span class="row-end"><Icon name="chevron"/></span>
                </a>
            </li>
        };
        (row_number(&path), row.into_any())
    });
    view! { <ul class="rows">{rows.collect::<Rows>()}</ul> }.into_any()
}

/// Says once that the phone keeps another time than the resort, when it does.
#[component]
pub fn ZoneNote() -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let differs = RwSignal::new(false);
    Effect::new(move |_| differs.set(browser::device_offset_minutes().is_some_and(|minutes| minutes != frame.offset_minutes)));
    let zone = frame.zone;
    view! {
        {move || differs.get().then(|| view! { <p class="small muted" role="note">{words.shell_zone(&zone)}</p> }.into_any())}
    }
    .into_any()
}

/// A page that could not be read; without a sign-in it leads there and back.
#[component]
pub fn Unread(refusal: BookingRefusal, next: String) -> impl IntoView {
    use crate::base::Fault;
    let (words, coin) = (use_words(), use_frame().coin);
    match refusal {
        BookingRefusal::Fault(Fault::NotFound | Fault::Field(_) | Fault::Malformed) => view! {
            <main class="page" id="main">
                <NotFound text=words.fault_not_found().to_owned() back="/book" label=words.book_title().to_owned()/>
            </main>
        }
        .into_any(),
        BookingRefusal::Fault(Fault::SignIn) => view! {
            <main class="page" id="main">
                <PageHead title=words.book_title().to_owned() back="/book" back_label=words.page_back()/>
                <Empty icon="key" text=words.fault_sign_in().to_owned()>
                    <a class="button" href=format!("/sign-in?next={next}")>{words.shell_sign_in()}</a>
                </Empty>
            </main>
        }
        .into_any(),
        refusal => view! {
            <main class="page" id="main">
                <PageHead title=words.book_title().to_owned() back="/book" back_label=words.page_back()/>
                <Alert tone=Tone::Warn>{say(words, &coin, &refusal)}</Alert>
            </main>
        }
        .into_any(),
    }
}

/// The cancellation rule, with the resort's own times. `left` marks the step that applies now.
#[component]
pub fn Rule(
    policy: Policy,
    /// Until when it can be given back for nothing.
    free_until: Option<Moment>,
    /// Seconds before the start.
    #[prop(optional_no_strip)]
    left: Option<i64>,
) -> impl IntoView {
    let words = use_words();
    let until = free_until.map(|until| (words.day_short(until.day), until.wall));
    let text = until.as_ref().map_or_else(|| say_policy(words, &policy), |(day, wall)| words.book_free_until(day, wall));
    let until = until.map(|(day, wall)| format!("{day}, {wall}"));
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.book_rule()}</h2></div>
            {policy.deposit.then(|| view! { <p>{words.book_deposit()}</p> }.into_any())}
            <p>{text}</p>
            <PolicyBar policy=policy until=until left=left/>
        </section>
    }
    .into_any()
}

/// "Sat 21 Nov, 17:42": a day and a time inside a sentence.
pub fn day_and_wall(words: Words, day: Day, wall: &str) -> String {
    format!("{}, {wall}", words.day_short(day))
}

/// First letters of a name, for its face on a chip.
pub fn initials(name: &str) -> String {
    name.split_whitespace().take(2).filter_map(|part| part.chars().next()).flat_map(char::to_uppercase).collect()
}
