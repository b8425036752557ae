//! The console's pages of bookings: the sheet of a day, and the door at which tickets are checked in. `close.rs` calls
//! something off, `undo.rs` takes a check-in back, `allow.rs` allows more than the rules do, `edit.rs` changes sessions,
//! `door.rs` is the door without signal, `waitlist.rs` shows who waits.

mod allow;
mod close;
mod door;
mod edit;
mod undo;
mod waitlist;

pub use close::ClosePage;
pub use edit::EditSessionPage;
pub use waitlist::WaitlistPage;

use super::desk::{DeskDay, DeskPerson, DeskSlot, DeskTicket, TicketStanding};
use super::{BookingRefusal, CheckInAnswer, StaffCheckIn, StaffMissed, StaffUndoCheckIn, staff_day_sheet, staff_ticket};
use crate::base::{Day, Fault};
use crate::kit::use_params_map;
use crate::kit::{
    Alert, ConsoleFault, ConsoleHead, Empty, Icon, Rows, ScanButton, Skeleton, Tag, Tone, row_number, say_fault, steady, use_changed, use_frame,
};
use crate::people::use_role;
use crate::words::{Words, use_words};
use allow::{Allowing, More, NotAllowed, OfHold};
use close::Closures;
pub use door::forget_tickets;
use door::{Door, DoorView};
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::{use_navigate, use_query_map};
use undo::{Missed, Undo};

fn say(words: Words, refusal: &BookingRefusal) -> String {
    match refusal {
        BookingRefusal::Fault(Fault::Field(name)) if name == "reason" => words.console_reason_needed().to_owned(),
        BookingRefusal::Fault(fault) => say_fault(words, fault),
        // Taking a check-in back: its day is over, or somebody let the guest in again meanwhile.
        BookingRefusal::Past => words.tickets_undo_late().to_owned(),
        BookingRefusal::CheckedIn | BookingRefusal::NotNow(_) => words.tickets_undo_changed().to_owned(),
        BookingRefusal::GoneBack => words.book_refused_gone_back().to_owned(),
        _ => words.fault_try_again().to_owned(),
    }
}

/// A check-in can be taken back where it is shown; the page then asks again for what it shows.
fn use_undo() -> ServerAction<StaffUndoCheckIn> {
    let undo = ServerAction::<StaffUndoCheckIn>::new();
    ask_again_when(move || undo.value().get().is_some());
    undo
}

/// The same for saying that somebody did not come.
fn use_missed() -> ServerAction<StaffMissed> {
    let missed = ServerAction::<StaffMissed>::new();
    ask_again_when(move || missed.value().get().is_some());
    missed
}

/// The page asks again for what it shows whenever the desk's deed was answered.
fn ask_again_when(answered: impl Fn() -> bool + 'static) {
    let changed = use_changed();
    Effect::new(move |_| {
        if answered() {
            changed.0.update(|times| *times = times.wrapping_add(1));
        }
    });
}

/// What can be said of somebody who goes.
#[derive(Clone, Copy)]
struct Deeds {
    undo: ServerAction<StaffUndoCheckIn>,
    missed: ServerAction<StaffMissed>,
    allowing: Allowing,
}

/// Why a check-in was not taken back.
#[component]
fn NotUndone(undo: ServerAction<StaffUndoCheckIn>, #[prop(optional)] missed: Option<ServerAction<StaffMissed>>) -> impl IntoView {
    let words = use_words();
    let refused = move || undo.value().get().and_then(Result::err).or_else(|| missed.and_then(|missed| missed.value().get()).and_then(Result::err));
    view! { {move || refused().map(|refusal| view! { <ConsoleFault text=say(words, &refusal)/> }.into_any())} }.into_any()
}

/// `/staff/bookings?day=`
#[component]
pub fn BookingsPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let today = use_frame().today;
    let query = use_query_map();
    let day = Memo::new(move |_| query.with(|query| query.get_str("day").and_then(Day::parse).unwrap_or(today)));
    let sheet = Resource::new_blocking(move || (day.get(), changed.0.get()), |(day, _)| staff_day_sheet(day.to_string()));
    let deeds = Deeds { undo: use_undo(), missed: use_missed(), allowing: Allowing::new() };
    view! {
        <main class="console-main" id="main">
            {move || view! { <ConsoleHead title=words.console_bookings().to_owned() sum=words.day_near(day.get(), today)/> }.into_any()}
            <DayFilter path="/staff/bookings" day=day/>
            <Closures day=day/>
            <NotUndone undo=deeds.undo missed=deeds.missed/>
            <NotAllowed deeds=deeds.allowing/>
            <Transition fallback=|| view! { <Skeleton count=8/> }>
                {move || Suspend::new(async move {
                    match sheet.await {
                        Ok(sheet) => view! { <Sheet sheet=sheet deeds=deeds/> }.into_any(),
                        Err(refusal) => view! { <ConsoleFault text=say(words, &refusal)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

/// Which day is shown: the one before, a date, the one after.
#[component]
fn DayFilter(path: &'static str, day: Memo<Day>) -> impl IntoView {
    let words = use_words();
    let link = move |day: Day| format!("{path}?day={day}");
    view! {
        <Form method="GET" action=path attr:class="filters">
            <a class="icon-button" href=move || link(day.get().plus(-1)) aria-label=words.bookings_day_before()><Icon name="back"/></a>
            <div class="field">
                <label for="day">{words.bookings_day()}</label>
                <input id="day" name="day" type="date" required value=move || day.get().to_string() prop:value=move || day.get().to_string()/>
            </div>
            <a class="icon-button" href=move || link(day.get().plus(1)) aria-label=words.bookings_day_after()><Icon name="forward"/></a>
            <button class="button-quiet" type="submit">{words.slips_show()}</button>
        </Form>
    }
    .into_any()
}

#[component]
fn Sheet(sheet: DeskDay, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let waiting = (sheet.waiting > 0).then(|| {
        let href = format!("/staff/waitlist?day={}", sheet.day);
        view! { <p class="actions"><a class="button-quiet" href=href><Icon name="clock"/>{words.waitlist_waiting(sheet.waiting)}</a></p> }.into_any()
    });
    if sheet.slots.is_empty() {
        return view! { {waiting} <Empty icon="calendar" text=words.bookings_none().to_owned()/> }.into_any();
    }
    let day = sheet.day;
    let lines = sheet
        .slots
        .into_iter()
        .map(|slot| (slot_number(&slot), steady((day, slot.clone()), move || view! { <Line line=slot day=day deeds=deeds/> }.into_any())));
    view! { {waiting} <ul class="day-sheet">{lines.collect::<Rows>()}</ul> }.into_any()
}

/// The number of its row: a session's own, or what stands for a time of one's own.
fn slot_number(slot: &DeskSlot) -> i64 {
    slot.session.map_or_else(|| row_number(&format!("{} {} {}", slot.wall, slot.title, slot.place)), |session| session.0)
}

/// One line of the sheet, with its people behind one tap.
#[component]
fn Line(line: DeskSlot, day: Day, deeds: Deeds) -> impl IntoView {
    let slot = line;
    let words = use_words();
    // A link has no place in what unfolds at a touch.
    let more = slot.session.filter(|_| !slot.over && !slot.cancelled && use_role().keeps_the_desk());
    let beyond = slot.beyond;
    let (in_row, under) = if slot.people.is_empty() { (call_off(&slot, day), None) } else { (None, call_off(&slot, day)) };
    let today = use_frame().today;
    let may_undo = day == today || !slot.over;
    let late = slot.late && !slot.cancelled;
    let taken = slot.confirmed + slot.held;
    let count = match slot.capacity {
        Some(capacity) => words.bookings_taken(&capacity.to_string(), &taken.to_string()),
        None => words.today_party(taken),
    };
    let full = slot.capacity.is_some_and(|capacity| taken >= capacity);
    let tag = if slot.cancelled {
        Some((Tone::Bad, words.today_cancelled()))
    } else if full {
        Some((Tone::Warn, words.bookings_full()))
    } else {
        None
    };
    let head = view! {
        <time class="row-time">{slot.wall.clone()}</time>
        <span class="row-main"><b class="row-title">{slot.title}</b><span class="row-meta">{words.bookings_until(&slot.place, &slot.until)}</span></span>
        <span class="row-end">
            {tag.map(|(tone, word)| view! { <Tag tone=tone>{word}</Tag> }.into_any())}
            {(slot.held > 0).then(|| view! { <Tag tone=Tone::Hold>{words.bookings_held(slot.held)}</Tag> }.into_any())}
            <span class="num">{count}</span>
            {(slot.arrived > 0).then(|| view! { <span class="muted">{words.bookings_arrived(slot.arrived)}</span> }.into_any())}
            {in_row}
        </span>
    };
    if slot.people.is_empty() {
        return view! { <li><div class="row" class:row-off=slot.over>{head}</div></li> }.into_any();
    }
    let keeps = use_role().keeps_the_desk();
    let held = slot.people.iter().filter(|_| keeps).filter_map(|person| Some((person.booking, person.name.clone(), person.held_until.clone()?)));
    let held: Vec<_> = held.collect();
    let holds = held.into_iter().map(|(booking, name, until)| {
        (
            booking.0,
            steady((name.clone(), until.clone()), move || view! { <OfHold booking=booking name=name until=until deeds=deeds.allowing/> }.into_any()),
        )
    });
    let people = slot
        .people
        .into_iter()
        .map(|person| (row_number(&person.code), view! { <Goer person=person may_undo=may_undo late=late deeds=deeds/> }.into_any()));
    view! {
        <li><details>
            <summary class="row" class:row-off=slot.over>{head}</summary>
            <div class="table-wrap" tabindex="0"><table class="table">
                <thead><tr>
                    <th scope="col">{words.bookings_who()}</th><th scope="col" class="num">{words.stays_age()}</th><th scope="col">{words.orders_room()}</th>
                    <th scope="col">{words.bookings_answers()}</th><th scope="col">{words.bookings_ticket()}</th>
                </tr></thead>
                <tbody>{people.collect::<Rows>()}</tbody>
            </table></div>
            <div class="sheet-tools">
                {under}
                {more.map(|session| view! { <a class="link" href=format!("/staff/sessions/{session}")>{words.edit_link()}</a> }.into_any())}
                {more.map(|session| steady((session, beyond), move || view! { <More session=session beyond=beyond deeds=deeds.allowing/> }.into_any()))}
                {holds.collect::<Rows>()}
            </div>
        </details></li>
    }
    .into_any()
}

/// The way to calling it off, for the desk, as long as it has not ended.
fn call_off(slot: &DeskSlot, day: Day) -> Option<AnyView> {
    let words = use_words();
    let what = match (slot.session, slot.resource) {
        _ if slot.over || slot.cancelled || !use_role().keeps_the_desk() => return None,
        (Some(session), _) => format!("session={session}"),
        (_, Some(resource)) => format!("resource={resource}&day={day}&from={}&until={}", slot.wall, slot.until),
        _ => return None,
    };
    let label = words.close_link_what(&slot.title, &slot.wall);
    Some(view! { <a class="link" href=format!("/staff/bookings/close?{what}") aria-label=label>{words.close_button()}</a> }.into_any())
}

#[component]
fn Goer(person: DeskPerson, may_undo: bool, late: bool, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let (held, checked_in, code) = (person.held, person.checked_in, person.code);
    let seen = person.checked_in_at.filter(|_| may_undo);
    let name = person.name.clone();
    view! {
        <tr>
            <th scope="row">{person.name}{(!person.says.is_empty()).then(|| view! { <small class="order-note" dir="auto">{person.says.join(", ")}</small> }.into_any())}</th>
            <td class="num">{person.age}</td>
            <td>{person.room}</td>
            <td class="wrap small">{person.answers.into_iter().map(|(question, answer)| view! {
                <span class="answer"><span class="muted">{question}</span>" "<b>{answer}</b></span>
            }.into_any()).collect_view()}</td>
            <td>{match checked_in {
                Some((at, by)) => view! {
                    <Tag tone=Tone::Good>{words.tickets_in_at(&at, &by)}</Tag>
                    {seen.map(|seen| view! { <Undo code=code name=name seen=seen action=deeds.undo/> }.into_any())}
                }.into_any(),
                None if held => view! { <Tag tone=Tone::Hold>{words.booking_desk_held()}</Tag> }.into_any(),
                None if person.missed.is_some() => view! {
                    <Tag tone=Tone::Warn>{words.tickets_missed_by(&person.missed.unwrap_or_default())}</Tag>
                    {late.then(|| view! { <Missed code=code name=name missed=true action=deeds.missed/> }.into_any())}
                }.into_any(),
                None => view! {
                    <a class="link" href=format!("/staff/tickets/{code}")>{words.tickets_check_in()}</a>
                    {late.then(|| view! { <Missed code=code name=name missed=false action=deeds.missed/> }.into_any())}
                }.into_any(),
            }}</td>
        </tr>
    }
    .into_any()
}

/// `/staff/tickets` and `/staff/tickets/:code`
#[component]
pub fn TicketsPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let (params, query) = (use_params_map(), use_query_map());
    let code = Memo::new(move |_| {
        let typed = query.with(|query| query.get_str("code").map(str::to_owned));
        typed.or_else(|| params.with_value(|params| params.get_str("code").map(str::to_owned))).unwrap_or_default()
    });
    let action = ServerAction::<StaffCheckIn>::new();
    let undo = use_undo();
    Effect::new(move |_| {
        // What was said of letting somebody in is no longer so.
        if undo.value().get() == Some(Ok(())) {
            action.clear();
        }
    });
    let navigate = use_navigate();
    let door = Door::new();
    let scanned = Callback::new(move |text: String| {
        if door.away.get_untracked() {
            return door.scan(&text);
        }
        let code: String = text.rsplit('/').next().unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).take(40).collect();
        navigate(&format!("/staff/tickets/{code}"), Default::default());
    });
    let ticket = Resource::new_blocking(
        move || (code.get(), changed.0.get(), action.version().get()),
        |(code, ..)| async move { if code.trim().is_empty() { None } else { Some(staff_ticket(code).await) } },
    );
    view! {
        <main class="console-main" id="main">
            <ConsoleHead title=words.console_tickets().to_owned()/>
            <Form method="GET" action="/staff/tickets" attr:class="filters">
                <div class="field field-wide">
                    <label for="code">{words.tickets_code()}</label>
                    <input id="code" name="code" class="mono" type="text" required maxlength="200" autocomplete="off" autocapitalize="characters"
                        spellcheck="false" dir="ltr" aria-describedby="code-note"/>
                    <p class="hint" id="code-note">{words.tickets_hint()}</p>
                </div>
                <button class="button-quiet" type="submit">{words.tickets_look()}</button>
            </Form>
            <DoorView door=door/>
            // A dialog holds a form of its own, which may not stand inside another.
            <ScanButton label=words.scan_button() hint=words.tickets_scan_hint() refused=words.scan_refused() close=words.scan_close() found=scanned/>
            {move || action.value().get().map(|answer| view! { <Answered answer=answer/> }.into_any())}
            <NotUndone undo=undo/>
            <Transition fallback=|| view! { <Skeleton kind="card" count=1/> }>
                {move || Suspend::new(async move {
                    match ticket.await {
                        None => ().into_any(),
                        Some(Ok(ticket)) => view! { <Ticket ticket=ticket action=action undo=undo/> }.into_any(),
                        Some(Err(BookingRefusal::Fault(Fault::NotFound))) => view! { <Alert tone=Tone::Bad><p>{words.tickets_unknown()}</p></Alert> }.into_any(),
                        Some(Err(refusal)) => view! { <ConsoleFault text=say(words, &refusal)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

/// What the scan answered, in large letters: it is read at arm's length.
#[component]
fn Answered(answer: Result<CheckInAnswer, BookingRefusal>) -> impl IntoView {
    let words = use_words();
    let today = use_frame().today;
    let (tone, text) = match answer {
        Ok(CheckInAnswer::Admitted { name, title, wall }) => (Tone::Good, words.tickets_admitted(&name, &title, &wall)),
        Ok(CheckInAnswer::AlreadyIn { name, at, by, .. }) => (Tone::Warn, words.tickets_already(&at, &by, &name)),
        Ok(CheckInAnswer::Twice { name, at, by, again_at, again_by, .. }) => (Tone::Bad, words.tickets_twice(&again_at, &again_by, &at, &by, &name)),
        Ok(CheckInAnswer::WrongDay { day, wall, .. }) => (Tone::Bad, words.tickets_wrong_day(&words.day_near(day, today), &wall)),
        Ok(CheckInAnswer::MustPay { name, title, owed }) => {
            (Tone::Warn, words.tickets_must_pay(&name, &words.money(&use_frame().coin, owed), &title))
        }
        Ok(CheckInAnswer::Cancelled { name, title }) => (Tone::Bad, words.tickets_cancelled(&name, &title)),
        Ok(CheckInAnswer::Unknown) => (Tone::Bad, words.tickets_unknown().to_owned()),
        Err(refusal) => (Tone::Bad, say(words, &refusal)),
    };
    view! { <div class="scan-answer"><Alert tone=tone><p>{text}</p></Alert></div> }.into_any()
}

#[component]
fn Ticket(ticket: DeskTicket, action: ServerAction<StaffCheckIn>, undo: ServerAction<StaffUndoCheckIn>) -> impl IntoView {
    let words = use_words();
    let today = use_frame().today;
    let good = ticket.standing == TicketStanding::Good;
    let (tone, standing) = match &ticket.standing {
        TicketStanding::Good => (Tone::Good, words.tickets_good().to_owned()),
        TicketStanding::In { at, by, .. } => (Tone::Warn, words.tickets_in_at(&words.today_day_at(&at.wall, &words.day_near(at.day, today)), by)),
        TicketStanding::WrongDay => (Tone::Bad, words.tickets_other_day().to_owned()),
        TicketStanding::Cancelled => (Tone::Bad, words.today_cancelled().to_owned()),
        TicketStanding::Held => (Tone::Hold, words.booking_desk_held().to_owned()),
    };
    let may_undo = matches!(ticket.standing, TicketStanding::In { undo: true, .. });
    let person = ticket.person;
    let seen = person.checked_in_at.filter(|_| may_undo);
    let (code, name) = (ticket.code.clone(), person.name.clone());
    view! {
        <section class="card scan-card">
            <h2>{person.name}</h2>
            <p class="lead">{ticket.title}</p>
            <dl class="facts">
                <div><dt>{words.today_when()}</dt><dd>{words.today_day_at(&ticket.wall, &words.day_near(ticket.day, today))}</dd></div>
                <div><dt>{words.tickets_where()}</dt><dd>{ticket.place}</dd></div>
                <div><dt>{words.stays_age()}</dt><dd>{person.age}</dd></div>
                <div><dt>{words.orders_room()}</dt><dd>{person.room}</dd></div>
                {(!person.says.is_empty()).then(|| view! { <div><dt>{words.tickets_says()}</dt><dd dir="auto">{person.says.join(", ")}</dd></div> }.into_any())}
                <div><dt>{words.stays_standing()}</dt><dd><Tag tone=tone>{standing}</Tag></dd></div>
                {person.answers.into_iter().map(|(question, answer)| view! { <div><dt>{question}</dt><dd>{answer}</dd></div> }.into_any()).collect_view()}
            </dl>
            <ActionForm action=action>
                <input type="hidden" name="code" value=ticket.code/>
                <button class="button" type="submit" disabled=move || !good || action.pending().get()><Icon name="check"/>{words.tickets_check_in()}</button>
            </ActionForm>
            {seen.map(|seen| view! { <Undo code=code name=name seen=seen action=undo/> }.into_any())}
        </section>
        {(!ticket.others.is_empty()).then(|| view! { <Others people=ticket.others/> }.into_any())}
    }
    .into_any()
}

/// The rest of the party: part of it may come later.
#[component]
fn Others(people: Vec<DeskPerson>) -> impl IntoView {
    let words = use_words();
    view! {
        <section class="section">
            <h2>{words.tickets_others()}</h2>
            <ul class="rows">{people.into_iter().map(|person| (row_number(&person.code), view! {
                <li><a class="row" href=format!("/staff/tickets/{}", person.code)>
                    <span class="row-main"><b class="row-title">{person.name}</b><span class="row-meta">{words.tickets_age(&person.age.to_string())}</span></span>
                    {person.checked_in.map(|(at, by)| view! { <span class="row-end"><Tag tone=Tone::Good>{words.tickets_in_at(&at, &by)}</Tag></span> }.into_any())}
                </a></li>
            }.into_any())).collect::<Rows>()}</ul>
        </section>
    }
    .into_any()
}
