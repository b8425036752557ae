//! `/basket`: what is in it, a note, when it is to come, what it costs, and the button.

use crate::base::{Day, Fault, WallTime, clock_text};
use crate::browser;
use crate::kit::{Alert, Clock, Empty, Icon, PageHead, Stepper, Tag, Tone, typed, typed_inside, use_clock, use_frame};
use crate::orders::approval::AskForOrder;
use crate::orders::parts::{NotRead, say};
use crate::orders::{BasketDay, BasketDetails, BasketLine, BasketSet, LONGEST_NOTE, OrderRefusal, PlaceOrder, open_basket, rules};
use crate::stays::caps::Over;
use crate::words::use_words;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// What the guest has filled in, kept while the basket itself is read again.
#[derive(Clone, Copy)]
struct Filled {
    note: RwSignal<Option<String>>,
    /// At a time of one's own; nothing until it was touched.
    later: RwSignal<Option<bool>>,
    day: RwSignal<Option<Day>>,
    time: RwSignal<Option<i64>>,
    /// The − or + that was pressed last: it gets the focus back when the lines are drawn anew.
    pressed: StoredValue<Option<String>>,
}

#[component]
pub fn BasketPage() -> impl IntoView {
    let words = use_words();
    let set = ServerAction::<BasketSet>::new();
    let place = ServerAction::<PlaceOrder>::new();
    let filled = Filled {
        note: RwSignal::new(None),
        later: RwSignal::new(typed::<PlaceOrder>("when").map(|when| when == "later")),
        day: RwSignal::new(typed::<PlaceOrder>("day").and_then(|day| Day::parse(&day))),
        time: RwSignal::new(typed::<PlaceOrder>("time").and_then(|time| WallTime::parse(&time)).map(|at| at.0)),
        pressed: StoredValue::new(None),
    };
    // Read again when the basket or a price changed, never because something else did: the key of the order is born
    // with the form and has to stay the same while the guest tries once more.
    let stale = Memo::new(move |seen: Option<&u32>| {
        let again = matches!(place.value().get(), Some(Err(OrderRefusal::PriceChanged { .. } | OrderRefusal::Gone)));
        seen.copied().unwrap_or(0) + u32::from(again)
    });
    let basket = Resource::new_blocking(move || (set.version().get(), stale.get()), |_| open_basket());
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let Some(Ok(order)) = place.value().get() {
            navigate(&format!("/orders/{order}"), Default::default());
        }
    });
    view! {
        <main class="page" id="main">
            <PageHead title=words.basket_title().to_owned() back="/order" back_label=words.order_back().to_owned()/>
            <Transition>
                {move || Suspend::new(async move {
                    match basket.await {
                        Ok(basket) if basket.lines.is_empty() => view! { <NothingIn gone=basket.gone/> }.into_any(),
                        Ok(basket) => view! { <Filling basket=basket set=set place=place filled=filled/> }.into_any(),
                        Err(refusal) => view! { <NotRead refusal=refusal back="/order" next="/basket".to_owned()/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn NothingIn(gone: bool) -> impl IntoView {
    let words = use_words();
    view! {
        {gone.then(|| view! { <Alert tone=Tone::Info>{words.basket_gone()}</Alert> }.into_any())}
        <Empty icon="basket" text=words.basket_empty().to_owned()>
            <a class="button" href="/order">{words.basket_to_menu()}</a>
        </Empty>
    }
    .into_any()
}

/// The day the sum is shown for: today when it comes now, otherwise the chosen one.
fn shown(basket: &BasketDetails, filled: Filled) -> usize {
    let later = filled.later.get().unwrap_or(basket.not_now.is_some());
    if !later {
        return 0;
    }
    match filled.day.get() {
        Some(day) => basket.days.iter().position(|one| one.day == day).unwrap_or(0),
        None => basket.days.iter().position(|one| !one.open.is_empty()).unwrap_or(0),
    }
}

#[component]
fn Filling(basket: BasketDetails, set: ServerAction<BasketSet>, place: ServerAction<PlaceOrder>, filled: Filled) -> impl IntoView {
    let words = use_words();
    Effect::new(move |_| {
        if let Some(button) = filled.pressed.try_update_value(Option::take).flatten() {
            browser::focus(&button);
        }
    });
    let basket = StoredValue::new(basket);
    let index = Memo::new(move |_| basket.with_value(|basket| shown(basket, filled)));
    let (gone, lines) = basket.with_value(|basket| (basket.gone, basket.lines.clone()));
    let refused = move || set.value().get().and_then(Result::err).map(|refusal| say(words, &use_frame().coin, &refusal));
    let rows = lines.into_iter().enumerate().map(|(at, line)| {
        let now = move || {
            basket.with_value(|basket| {
                let day = basket.days.get(index.get());
                let of = |list: &[i64]| list.get(at).copied().unwrap_or(0);
                day.map_or((0, 0), |day| (of(&day.included), of(&day.amounts)))
            })
        };
        view! { <LineRow at=at line=line set=set now=Signal::derive(now) pressed=filled.pressed/> }.into_any()
    });
    view! {
        {gone.then(|| view! { <Alert tone=Tone::Info>{words.basket_gone()}</Alert> }.into_any())}
        {move || refused().map(|text| view! { <Alert tone=Tone::Warn>{text}</Alert> }.into_any())}
        <ul class="menu basket-lines">{rows.collect_view()}</ul>
        <a class="link" href="/order">{words.basket_more()}</a>
        <PlaceForm basket=basket index=index place=place filled=filled/>
    }
    .into_any()
}

#[component]
fn LineRow(
    at: usize,
    line: BasketLine,
    set: ServerAction<BasketSet>,
    /// How many are included and what the line costs, on the shown day.
    now: Signal<(i64, i64)>,
    pressed: StoredValue<Option<String>>,
) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let (offer, option, answers) = (line.key.clone(), line.option.clone(), line.answers.clone());
    let change = {
        let (offer, option) = (offer.clone(), option.clone());
        let had = line.quantity;
        move |quantity: u32| {
            let way = if i64::from(quantity) < had { "less" } else { "more" };
            pressed.set_value(Some(format!("#line-{at} [value^={way}]")));
            set.dispatch(BasketSet {
                offer: offer.clone(),
                option: option.clone(),
                quantity: quantity.to_string(),
                answers: answers.iter().cloned().collect(),
                step: String::new(),
            });
        }
    };
    let hidden = line
        .answers
        .into_iter()
        .map(|(question, answer)| view! { <input type="hidden" name=format!("answers[{question}]") value=answer/> }.into_any());
    let quantity = u32::try_from(line.quantity).unwrap_or(1);
    let per_piece = line.extra;
    let extra = (per_piece > 0).then(|| words.order_extra(&words.money(&coin, per_piece)));
    let option_name = line.option_name.map(|name| match extra {
        Some(extra) => format!("{name} ({extra})"),
        None => name,
    });
    view! {
        <li class="menu-item" id=format!("line-{at}")>
            <img src=line.photo alt="" width="88" height="88" loading="lazy" decoding="async"/>
            <div class="menu-main">
                <h2 class="menu-title"><a href=format!("/order/{offer}")>{line.title.clone()}</a></h2>
                {option_name.map(|name| view! { <p class="menu-text">{name}</p> }.into_any())}
                {line.said.into_iter().map(|said| view! { <p class="menu-text">{said.question}" "<b>{said.answer}</b></p> }.into_any()).collect_view()}
                <span class="menu-foot">
                    <span class="menu-cost">
                        <span class="price">{let coin = coin.clone(); move || words.money(&coin, now.get().1)}</span>
                        {move || (now.get().0 > 0).then(|| view! { <Tag tone=Tone::Included>{words.order_included_n(now.get().0)}</Tag> }.into_any())}
                    </span>
                    <ActionForm action=set>
                        <input type="hidden" name="offer" value=offer.clone()/>
                        <input type="hidden" name="option" value=option/>
                        {hidden.collect_view()}
                        <Stepper name="quantity" value=quantity max=20 label=words.order_how_many_of(&line.title)
                            less=words.order_less(&line.title) more=words.order_more(&line.title) change=Callback::new(change)/>
                    </ActionForm>
                </span>
            </div>
        </li>
    }
    .into_any()
}

#[component]
fn PlaceForm(basket: StoredValue<BasketDetails>, index: Memo<usize>, place: ServerAction<PlaceOrder>, filled: Filled) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let read_only = frame.me.as_ref().is_some_and(|me| me.read_only);
    let details = basket.get_value();
    let totals = details
        .days
        .iter()
        .map(|day| view! { <input type="hidden" name=format!("totals[d{}]", day.day) value=day.total.to_string()/> }.into_any())
        .collect_view();
    let total = move || basket.with_value(|basket| basket.days.get(index.get()).map_or(0, |day| day.total));
    let shown_total = {
        let coin = frame.coin.clone();
        move || words.money(&coin, total())
    };
    let room = details.room.clone();
    let paid_by = {
        let room = room.clone();
        move || match &room {
            _ if total() == 0 => words.basket_nothing_to_pay().to_owned(),
            Some(room) => words.basket_to_room(room),
            None => words.basket_prices_before().to_owned(),
        }
    };
    let main = if read_only {
        view! { <Alert tone=Tone::Info>{words.fault_read_only()}</Alert> }.into_any()
    } else if room.is_some() {
        view! {
            <button class="button" type="submit" disabled=move || place.pending().get() aria-busy=move || place.pending().get().then_some("true")>
                {words.basket_place()}
            </button>
        }
        .into_any()
    } else {
        view! { <a class="button" href="/sign-in?next=/basket">{words.basket_sign_in()}</a> }.into_any()
    };
    let waits = room.is_none().then(|| view! { <p class="hint">{words.basket_waits()}</p> }.into_any());
    view! {
        <ActionForm action=place attr:class="fields basket-form">
            <input type="hidden" name="intent" value=details.intent.clone()/>
            <input type="hidden" name="basket" value=details.text.clone()/>
            {totals}
            <NoteField filled=filled/>
            <WhenField basket=basket filled=filled/>
            <dl class="sum"><div class="sum-total"><dt>{words.basket_total()}</dt><dd>{shown_total}</dd></div></dl>
            <p class="basket-room"><Icon name="room"/>{paid_by}</p>
            {move || place.value().get().and_then(Result::err).map(|refusal| view! { <Refused refusal=refusal/> }.into_any())}
            {main}
            {waits}
        </ActionForm>
        {move || match place.value().get() {
            Some(Err(OrderRefusal::OverCap(over))) => view! { <AskFor over=over/> }.into_any(),
            _ => ().into_any(),
        }}
    }
    .into_any()
}

/// It is more than they may put on the room's bill: an adult of the party can be asked for it.
#[component]
fn AskFor(over: Over) -> impl IntoView {
    let words = use_words();
    let ask = ServerAction::<AskForOrder>::new();
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let Some(Ok(asked)) = ask.value().get() {
            navigate(&format!("/asks/{asked}"), Default::default());
        }
    });
    let (Some(kept), Some(first)) = (over.asked, over.whom.first().cloned()) else { return ().into_any() };
    let many = over.whom.len() as i64;
    view! {
        <ActionForm action=ask attr:class="actions ask-for">
            <input type="hidden" name="ask" value=kept.to_string()/>
            <button class="button" type="submit" disabled=move || ask.pending().get()>{words.ask_button(many, &first)}</button>
            <p class="hint">{words.ask_order_hint()}</p>
        </ActionForm>
    }
    .into_any()
}

/// Why the order was not placed, near the button, with what to do next.
#[component]
fn Refused(refusal: OrderRefusal) -> impl IntoView {
    let words = use_words();
    let text = say(words, &use_frame().coin, &refusal);
    let onward = match refusal {
        OrderRefusal::AlreadySent { order } => Some((format!("/orders/{order}"), words.basket_see_order())),
        OrderRefusal::Fault(Fault::SignIn) => Some(("/sign-in?next=/basket".to_owned(), words.shell_sign_in())),
        _ => None,
    };
    view! {
        <Alert tone=Tone::Warn>
            {text}
            {onward.map(|(href, label)| view! { " " <a class="link" href=href>{label}</a> }.into_any())}
        </Alert>
    }
    .into_any()
}

#[component]
fn NoteField(filled: Filled) -> impl IntoView {
    let words = use_words();
    // What stands inside a textarea is not escaped by the framework, so it is by us. `None` leaves alone what was
    // typed before the page came alive.
    view! {
        <div class="field">
            <label for="note">{words.basket_note()}</label>
            <textarea id="note" name="note" rows="3" maxlength=LONGEST_NOTE.to_string() aria-describedby="note-hint"
                prop:value=move || filled.note.get()
                on:input:target=move |event| filled.note.set(Some(event.target().value())) inner_html={typed_inside::<PlaceOrder>("note")}></textarea>
            <p class="hint" id="note-hint">{words.basket_note_hint(LONGEST_NOTE as i64)}</p>
        </div>
    }
    .into_any()
}

#[component]
fn WhenField(basket: StoredValue<BasketDetails>, filled: Filled) -> impl IntoView {
    let words = use_words();
    let details = basket.get_value();
    let not_now = details.not_now.clone();
    let closed = not_now.is_some();
    let later_now = filled.later.get_untracked().unwrap_or(closed);
    let why_not = not_now.map(|refusal| say(words, &use_frame().coin, &refusal));
    let possible = details.days.iter().any(|day| !day.open.is_empty());
    view! {
        <fieldset class="choices basket-when">
            <legend>{words.basket_when()}</legend>
            <label class="choice">
                <input type="radio" name="when" value="now" checked={!later_now} disabled=closed on:change=move |_| filled.later.set(Some(false))/>
                <span class="choice-main">{words.basket_now()}{why_not.map(|text| view! { <small>{text}</small> }.into_any())}</span>
            </label>
            {possible.then(|| view! {
                <label class="choice">
                    <input type="radio" name="when" value="later" checked=later_now on:change=move |_| filled.later.set(Some(true))/>
                    <span class="choice-main">{words.basket_later()}</span>
                </label>
                <DayAndTime basket=basket filled=filled/>
            }.into_any())}
        </fieldset>
    }
    .into_any()
}

/// The times of a day that are still ahead.
fn times_of(day: &BasketDay, clock: Clock) -> Vec<i64> {
    let frame = use_frame();
    let from = if day.day == clock.today() { (clock.now() + frame.offset_minutes * 60).rem_euclid(24 * 3600) / 60 + 1 } else { 0 };
    rules::quarter_hours(&day.open, from)
}

#[component]
fn DayAndTime(basket: StoredValue<BasketDetails>, filled: Filled) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let details = basket.get_value();
    let today_total = details.days.first().map_or(0, |day| day.total);
    let clock = use_clock();
    // Nothing chosen means the first day on which there is a time left.
    let first = move || basket.with_value(|basket| basket.days.iter().find(|day| !times_of(day, clock).is_empty()).map(|day| day.day));
    let shown = Memo::new(move |_| filled.day.get().or_else(first));
    let chosen = shown.get_untracked();
    let days = details.days.iter().filter(|day| !day.open.is_empty()).map(|day| {
        let name = words.day_near(day.day, frame.today);
        // Where the package pays another share on that day, the sum is said before it is chosen.
        let label = if day.total == today_total { name } else { words.basket_day_total(&name, &words.money(&frame.coin, day.total)) };
        view! { <option value=day.day.to_string() selected={chosen == Some(day.day)}>{label}</option> }.into_any()
    });
    // Without JavaScript the list cannot follow the day: what other days have besides stands below, under its own name.
    let follows = RwSignal::new(false);
    Effect::new(move |_| follows.set(true));
    // Kept, so that an open list is drawn anew only when a time has passed, not every minute.
    let possible = Memo::new(move |_| {
        basket.with_value(|basket| {
            let of = |wanted: bool| {
                let days = basket.days.iter().filter(move |day| (Some(day.day) == shown.get()) == wanted);
                let mut times: Vec<i64> = days.flat_map(|day| times_of(day, clock)).collect();
                times.sort_unstable();
                times.dedup();
                times
            };
            (of(true), of(false))
        })
    });
    let times = move || {
        let (now, others) = possible.get();
        let picked = filled.time.get_untracked();
        let option = move |at: i64| view! { <option value=clock_text(at) selected={picked == Some(at)}>{clock_text(at)}</option> }.into_any();
        let others: Vec<i64> = others.into_iter().filter(|at| !now.contains(at)).collect();
        let rest = (!follows.get() && !others.is_empty())
            .then(|| view! { <optgroup label=words.basket_other_days()>{others.iter().copied().map(option).collect_view()}</optgroup> }.into_any());
        view! { {now.into_iter().map(option).collect_view()} {rest} }.into_any()
    };
    view! {
        <div class="field-row basket-time">
            <div class="field">
                <label for="day">{words.basket_day()}</label>
                <select id="day" name="day" on:change:target=move |event| filled.day.set(Day::parse(&event.target().value()))>{days.collect_view()}</select>
            </div>
            <div class="field">
                <label for="time">{words.basket_time()}</label>
                <select id="time" name="time" aria-describedby="time-hint"
                    on:change:target=move |event| filled.time.set(WallTime::parse(&event.target().value()).map(|at| at.0))>{times}</select>
                <p class="hint" id="time-hint">{words.basket_time_hint()}</p>
            </div>
        </div>
    }
    .into_any()
}
