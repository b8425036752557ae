//! `/staff/waitlist?day=`: who waits for what on a day, in the order in which they are served; and the desk's word in it.

use super::{DayFilter, say};
use crate::base::Day;
use crate::booking::closing::LONGEST_REASON;
use crate::booking::desk::{DeskLine, DeskLines, DeskWaiting};
use crate::booking::{BookingRefusal, StaffWaitlistFirst, StaffWaitlistOff, staff_waitlist};
use crate::kit::{Alert, ConsoleFault, ConsoleHead, Empty, Icon, Kept, NotFresh, Rows, Skeleton, Tag, Tone, steady, use_changed, use_frame};
use crate::words::use_words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What the desk can do. Made once, so that a refusal outlives the reload that follows it.
#[derive(Clone, Copy)]
struct Deeds {
    first: ServerAction<StaffWaitlistFirst>,
    off: ServerAction<StaffWaitlistOff>,
}

impl Deeds {
    fn versions(self) -> usize {
        self.first.version().get() + self.off.version().get()
    }

    fn refused(self) -> Option<BookingRefusal> {
        let first = self.first.value().get().and_then(Result::err);
        first.or_else(|| self.off.value().get().and_then(Result::err))
    }
}

#[component]
pub fn WaitlistPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let today = use_frame().today;
    let query = use_query_map();
    let day = Memo::new(move |_| query.with(|query| query.get_str("day").and_then(Day::parse).unwrap_or(today)));
    let deeds = Deeds { first: ServerAction::new(), off: ServerAction::new() };
    let lines = Resource::new_blocking(move || (day.get(), changed.0.get(), deeds.versions()), |(day, ..)| staff_waitlist(day.to_string()));
    let kept = Kept::new();
    view! {
        <main class="console-main" id="main">
            {move || view! {
                <ConsoleHead title=words.waitlist_title().to_owned() sum=words.day_near(day.get(), today)>
                    <a class="button-quiet" href=format!("/staff/bookings?day={}", day.get())><Icon name="calendar"/>{words.console_bookings()}</a>
                </ConsoleHead>
            }.into_any()}
            <DayFilter path="/staff/waitlist" day=day/>
            {move || deeds.refused().map(|refusal| view! { <Alert tone=Tone::Bad><p>{say(words, &refusal)}</p></Alert> }.into_any())}
            <Transition fallback=|| view! { <Skeleton count=4/> }>
                {move || Suspend::new(async move {
                    match kept.or_before(lines.await) {
                        Ok((lines, stale)) => view! { <NotFresh stale=stale/> <Lines lines=lines deeds=deeds/> }.into_any(),
                        Err(refusal) => view! { <ConsoleFault text=say(words, &refusal)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn Lines(lines: DeskLines, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    if lines.lines.is_empty() {
        return view! { <Empty icon="clock" text=words.waitlist_none().to_owned()/> }.into_any();
    }
    let day = lines.day;
    view! { {lines.lines.into_iter().map(|line| (line.offer.0, view! { <One line=line day=day deeds=deeds/> }.into_any())).collect::<Rows>()} }
        .into_any()
}

/// One line, the next first.
#[component]
fn One(line: DeskLine, day: Day, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let rows =
        line.waiting.into_iter().map(|one| (one.id.0, steady((day, one.clone()), move || view! { <Row one=one day=day deeds=deeds/> }.into_any())));
    view! {
        <section class="section">
            <div class="section-head"><h2>{line.title}</h2></div>
            <div class="table-wrap" tabindex="0"><table class="table">
                <thead><tr>
                    <th scope="col">{words.orders_room()}</th><th scope="col">{words.bookings_who()}</th><th scope="col" class="num">{words.waitlist_people()}</th>
                    <th scope="col">{words.waitlist_times()}</th><th scope="col">{words.waitlist_since()}</th><th scope="col">{words.orders_state()}</th>
                    <th scope="col"><span class="visually-hidden">{words.orders_next()}</span></th>
                </tr></thead>
                <tbody>{rows.collect::<Rows>()}</tbody>
            </table></div>
        </section>
    }
    .into_any()
}

#[component]
fn Row(one: DeskWaiting, day: Day, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let times = if one.from == one.to { one.from.clone() } else { words.book_from_to(&one.from, &one.to) };
    let (id, first, waits) = (one.id.0, one.first, one.offered_until.is_none());
    let state = match (one.offered_until, one.left) {
        (Some(until), _) => {
            view! { <Tag tone=Tone::Hold>{words.waitlist_offered(&words.today_day_at(&until.wall, &words.day_near(until.day, frame.today)))}</Tag> }
                .into_any()
        }
        (None, Some(left)) => view! { <Tag tone=Tone::Warn>{words.waitlist_passed_over(left)}</Tag> }.into_any(),
        (None, None) => view! { <Tag tone=Tone::Info>{words.waitlist_waits()}</Tag> }.into_any(),
    };
    let button = if first { words.waitlist_in_turn() } else { words.waitlist_let_first() };
    let name = one.name.clone();
    view! {
        <tr>
            <th scope="row">{one.room}</th>
            <td>{one.name}{one.most.map(|most| view! { <small class="order-note">{words.wait_at_once(&words.money(&frame.coin, most))}</small> }.into_any())}</td>
            <td class="num">{one.people}</td>
            <td>{times}</td>
            <td>{words.today_day_at(&one.joined.wall, &words.day_near(one.joined.day, frame.today))}</td>
            <td>{state}{first.then(|| view! { <Tag tone=Tone::Good>{words.waitlist_first()}</Tag> }.into_any())}</td>
            <td class="row-actions">{waits.then(move || view! {
                <details class="unfold">
                    <summary class="button-quiet button-small" aria-label=words.waitlist_change_of(&name)>{words.waitlist_change()}</summary>
                    <ActionForm action=deeds.first attr:class="wait-turn">
                        <input type="hidden" name="entry" value=id.to_string()/>
                        <input type="hidden" name="day" value=day.to_string()/>
                        <input type="hidden" name="first" value=if first { "" } else { "on" }/>
                        <label><span>{words.stay_reason()}</span><input type="text" name="reason" required maxlength=LONGEST_REASON.to_string() autocomplete="off"/></label>
                        <button class="button-quiet" type="submit" disabled=move || deeds.first.pending().get()>{button}</button>
                    </ActionForm>
                    <ActionForm action=deeds.off attr:class="wait-turn">
                        <input type="hidden" name="entry" value=id.to_string()/>
                        <input type="hidden" name="day" value=day.to_string()/>
                        <label><span>{words.stay_reason()}</span><input type="text" name="reason" required maxlength=LONGEST_REASON.to_string() autocomplete="off"/></label>
                        <button class="button-danger" type="submit" disabled=move || deeds.off.pending().get()>{words.waitlist_off()}</button>
                    </ActionForm>
                </details>
            }.into_any())}</td>
        </tr>
    }
    .into_any()
}
