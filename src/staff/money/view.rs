//! The page of the desk's money.

use super::{
    About, Back, Due, DueState, Guarantees, Line, MoneyRefusal, MoneySheet, StaffCloseStuck, StaffGiveBack, StaffLeaveOnBill, StaffTakePayment,
    Stuck, staff_money,
};
use crate::base::Fault;
use crate::booking::closing::LONGEST_REASON;
use crate::kit::{
    Age, Alert, ConsoleFault, ConsoleHead, Empty, Kept, NotFresh, Rows, Skeleton, Tag, Tone, say_fault, steady, use_changed, use_frame,
};
use crate::payments::parts::say_method;
use crate::payments::{Method, Subject};
use crate::staff::today::say_wait;
use crate::words::{Words, use_words};
use leptos::prelude::*;

/// From how many minutes on a bill that nobody has sent is due, and late.
const DUE: i64 = 30;
const LATE: i64 = 120;

/// What can be done on the page.
#[derive(Clone, Copy)]
struct Deeds {
    take: ServerAction<StaffTakePayment>,
    back: ServerAction<StaffGiveBack>,
    close: ServerAction<StaffCloseStuck>,
    leave: ServerAction<StaffLeaveOnBill>,
}

impl Deeds {
    fn versions(self) -> usize {
        self.take.version().get() + self.back.version().get() + self.close.version().get() + self.leave.version().get()
    }

    fn refused(self) -> Option<MoneyRefusal> {
        let of = |value: Option<Result<(), MoneyRefusal>>| value.and_then(Result::err);
        let first = of(self.take.value().get()).or_else(|| of(self.back.value().get()));
        first.or_else(|| of(self.close.value().get())).or_else(|| of(self.leave.value().get()))
    }
}

/// `/staff/money`
#[component]
pub fn MoneyPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let deeds = Deeds { take: ServerAction::new(), back: ServerAction::new(), close: ServerAction::new(), leave: ServerAction::new() };
    let sheet = Resource::new_blocking(move || (changed.0.get(), deeds.versions()), |_| staff_money());
    let kept = Kept::new();
    view! {
        <main class="console-main" id="main">
            <ConsoleHead title=words.money_title().to_owned()/>
            {move || deeds.refused().map(|refusal| view! { <Alert tone=Tone::Bad><p>{say(words, &refusal)}</p></Alert> }.into_any())}
            <Guarantees/>
            <Transition fallback=|| view! { <Skeleton count=6/> }>
                {move || Suspend::new(async move {
                    match kept.or_before(sheet.await) {
                        Ok((sheet, stale)) => view! { <NotFresh stale=stale/> <Sheet sheet=sheet deeds=deeds/> }.into_any(),
                        Err(refusal) => view! { <ConsoleFault text=say(words, &refusal)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

pub(super) fn say(words: Words, refusal: &MoneyRefusal) -> String {
    match refusal {
        MoneyRefusal::NoteNeeded { owed } => words.money_refused_note(&words.money(&use_frame().coin, *owed)),
        MoneyRefusal::Changed => words.money_refused_changed().to_owned(),
        MoneyRefusal::Fault(Fault::Field(name)) if name == "amount" => words.money_refused_amount().to_owned(),
        MoneyRefusal::Fault(Fault::Field(name)) if name == "reason" => words.console_reason_needed().to_owned(),
        MoneyRefusal::Fault(fault) => say_fault(words, fault),
    }
}

#[component]
fn Sheet(sheet: MoneySheet, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let MoneySheet { bills, at_desk, stuck, back, asked_back, lately } = sheet;
    let quiet = bills.is_empty() && at_desk.is_empty() && stuck.is_empty() && back.is_empty() && asked_back == 0;
    let due = move |due: Due| {
        // Each answer brings a new key for the form, of which nothing is to be seen.
        let shown = Due { intent: String::new(), ..due.clone() };
        (number(&due.about), steady(shown, move || view! { <DueEntry due=due deeds=deeds/> }.into_any()))
    };
    view! {
        {quiet.then(|| view! { <Empty icon="check" text=words.money_quiet().to_owned()/> }.into_any())}
        {list(words.money_stuck(), words.money_stuck_lead(), stuck, move |stuck| (stuck.id.0, steady(stuck.clone(), move || view! { <StuckEntry stuck=stuck deeds=deeds/> }.into_any())))}
        {list(words.money_bills(), words.money_bills_lead(), bills, due)}
        {list(words.money_back(), words.money_back_lead(), back, move |back| (back.id.0, steady(back.clone(), move || view! { <BackEntry back=back deeds=deeds/> }.into_any())))}
        {list(words.money_at_desk(), words.money_at_desk_lead(), at_desk, due)}
        <Lately lines=lately/>
    }
    .into_any()
}

/// What waits under one title; nothing where nothing does.
pub(super) fn list<T>(title: &'static str, lead: &'static str, rows: Vec<T>, entry: impl Fn(T) -> (i64, AnyView)) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let rows: Rows = rows.into_iter().map(entry).collect();
    view! {
        <section class="section">
            <h2>{title}</h2>
            <p class="small muted">{lead}</p>
            <ul class="entries">{rows}</ul>
        </section>
    }
    .into_any()
}

/// The number of its row: orders and bookings are counted apart.
pub(super) fn number(about: &About) -> i64 {
    match about.subject {
        Subject::Booking(id) => id.0,
        Subject::Order(id) => -id.0,
    }
}

/// What it is for, and a way there.
pub(super) fn what(about: &About) -> AnyView {
    match about.subject {
        Subject::Order(id) => view! { <a class="link" href=format!("/staff/orders/{id}")>{about.title.clone()}</a> }.into_any(),
        Subject::Booking(_) => view! { {about.title.clone()} }.into_any(),
    }
}

/// One amount that waits for somebody: whose it is, for what, since when, and what can be done about it.
#[component]
pub(super) fn Entry(about: About, #[prop(optional_no_strip)] when: Option<String>, amount: i64, waits: AnyView, deeds: AnyView) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    view! {
        <li class="entry">
            <p class="entry-who"><span class="visually-hidden">{words.orders_room()}" "</span><b>{about.room.clone()}</b>" "{about.name.clone()}</p>
            <p class="entry-what">{what(&about)}{when.map(|when| view! { <small>{when}</small> }.into_any())}</p>
            <p class="entry-waits">{waits}</p>
            <p class="entry-sum">{words.money(&coin, amount)}</p>
            <div class="entry-deeds">{deeds}</div>
        </li>
    }
    .into_any()
}

#[component]
fn DueEntry(due: Due, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let when = words.today_day_at(&due.wall, &words.day_near(due.day, frame.today));
    let until = match (&due.until, due.state) {
        (None, _) => ().into_any(),
        (Some(_), DueState::Over) => view! { <Tag tone=Tone::Bad>{words.money_over()}</Tag> }.into_any(),
        (Some(_), DueState::GivenUp) => view! { <Tag tone=Tone::Warn>{words.money_given_up()}</Tag> }.into_any(),
        (Some((day, wall)), DueState::Waits) => {
            let until = words.today_day_at(wall, &words.day_near(*day, frame.today));
            view! { <span>{words.money_until()}" "{until}</span> }.into_any()
        }
    };
    // What is paid at the desk waits for the guest and not for the desk.
    let age = due.until.as_ref().map(|_| view! { " · "<Age text=say_wait(words, due.age) minutes=due.age due=DUE late=LATE/> }.into_any());
    let (about, owed) = (due.about.clone(), due.owed);
    let waits = view! { {until}{age} }.into_any();
    let deeds = view! { <TakeForm due=due deeds=deeds/> }.into_any();
    view! { <Entry about=about when=Some(when) amount=owed waits=waits deeds=deeds/> }.into_any()
}

/// The money is here: how much of it, how, and why it is another amount.
#[component]
fn TakeForm(due: Due, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let (take, leave) = (deeds.take, deeds.leave);
    let option = move |method: Method| view! { <option value=method.name()>{say_method(words, method)}</option> }.into_any();
    let on_bill = match (due.about.subject, due.until.is_none()) {
        (Subject::Booking(id), true) => view! {
            <ActionForm action=leave attr:class="wait-turn">
                <input type="hidden" name="booking" value=id.to_string()/>
                <Reason/>
                <button class="button-quiet" type="submit" disabled=move || leave.pending().get()>{words.money_leave()}</button>
            </ActionForm>
        }
        .into_any(),
        _ => ().into_any(),
    };
    view! {
        <details class="unfold">
            <summary class="button-quiet button-small" aria-label=words.money_paid_of(&due.about.name, &due.about.title)>{words.money_paid()}</summary>
            <ActionForm action=take attr:class="wait-turn">
                <input type="hidden" name="kind" value=due.about.subject.kind()/>
                <input type="hidden" name="id" value=due.about.subject.id().to_string()/>
                <input type="hidden" name="intent" value=due.intent/>
                <label class="entry-amount"><span>{words.money_amount()}</span>
                    <input type="text" name="amount" required inputmode="decimal" value=coin.plain(due.owed) autocomplete="off"/></label>
                <label><span>{words.money_method()}</span><select name="method">{Method::BY_HAND.map(option)}</select></label>
                <label><span>{words.money_note()}</span><input type="text" name="note" maxlength=LONGEST_REASON.to_string() autocomplete="off"/></label>
                <button class="button" type="submit" disabled=move || take.pending().get()>{words.money_take()}</button>
            </ActionForm>
            {on_bill}
        </details>
    }
    .into_any()
}

#[component]
pub(super) fn Reason(
    /// Who reads it is said; nothing: it is for the log.
    #[prop(optional)]
    label: Option<&'static str>,
) -> impl IntoView {
    let label = label.unwrap_or_else(|| use_words().stay_reason());
    view! { <label><span>{label}</span><input type="text" name="reason" required maxlength=LONGEST_REASON.to_string() autocomplete="off"/></label> }
        .into_any()
}

#[component]
fn StuckEntry(stuck: Stuck, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let close = deeds.close;
    let waits = view! {
        <Age text=say_wait(words, stuck.age) minutes=stuck.age due=DUE late=LATE/>" · "{stuck.provider}" "<span class="mono" dir="ltr">{stuck.reference}</span>
    }
    .into_any();
    let deeds = view! {
        <details class="unfold">
            <summary class="button-quiet button-small">{words.money_settled()}</summary>
            <ActionForm action=close attr:class="wait-turn">
                <input type="hidden" name="payment" value=stuck.id.to_string()/>
                <Reason/>
                <button class="button" type="submit" disabled=move || close.pending().get()>{words.money_close()}</button>
            </ActionForm>
        </details>
    }
    .into_any();
    view! { <Entry about=stuck.about amount=stuck.amount waits=waits deeds=deeds/> }.into_any()
}

#[component]
fn BackEntry(back: Back, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let (give, id) = (deeds.back, back.id.0);
    let again = (back.failed && back.method == Method::Card).then(|| {
        view! {
            <ActionForm action=give>
                <input type="hidden" name="refund" value=id.to_string()/>
                <input type="hidden" name="again" value="yes"/>
                <button class="button-quiet button-small" type="submit" disabled=move || give.pending().get()>{words.money_again()}</button>
            </ActionForm>
        }
        .into_any()
    });
    let waits = view! {
        {(back.failed || back.bounced).then(|| view! { <Tag tone=Tone::Bad>{words.money_not_sent()}</Tag>" " }.into_any())}
        <Age text=say_wait(words, back.age) minutes=back.age due=DUE late=LATE/>" · "{say_method(words, back.method)}
    }
    .into_any();
    let deeds = view! {
        {again}
        <ActionForm action=give>
            <input type="hidden" name="refund" value=id.to_string()/>
            <button class="button-quiet button-small" type="submit" disabled=move || give.pending().get()>{words.money_handed_out()}</button>
        </ActionForm>
    }
    .into_any();
    view! { <Entry about=back.about amount=back.amount waits=waits deeds=deeds/> }.into_any()
}

#[component]
fn Lately(lines: Vec<Line>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    if lines.is_empty() {
        return ().into_any();
    }
    let row = |line: Line| {
        let row = view! {
            <tr>
                <th scope="row" class="mono" dir="ltr">{line.number}</th>
                <td>{words.today_day_at(&line.wall, &words.day_near(line.day, frame.today))}</td>
                <td>{line.about.room.clone()}</td>
                <td>{line.about.name.clone()}</td>
                <td class="wrap">{what(&line.about)}</td>
                <td>{say_method(words, line.method)}</td>
                <td class="num">{words.money(&frame.coin, line.amount)}</td>
            </tr>
        };
        (line.id.0, row.into_any())
    };
    view! {
        <section class="section">
            <h2>{words.money_lately()}</h2>
            <div class="table-wrap" tabindex="0"><table class="table">
                <thead><tr>
                    <th scope="col">{words.money_receipt()}</th><th scope="col">{words.today_when()}</th><th scope="col">{words.orders_room()}</th>
                    <th scope="col">{words.orders_guest()}</th><th scope="col">{words.today_what()}</th><th scope="col">{words.money_method()}</th>
                    <th scope="col" class="num">{words.money_amount()}</th>
                </tr></thead>
                <tbody>{lines.into_iter().map(row).collect::<Rows>()}</tbody>
            </table></div>
        </section>
    }
    .into_any()
}
