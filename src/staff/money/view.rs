//! The page of the desk's money.

use super::{
    About, Back, Due, Guarantees, Line, MoneyRefusal, MoneySheet, StaffCloseStuck, StaffGiveBack, StaffLeaveOnBill, StaffTakePayment, Stuck,
    staff_money,
};
use crate::base::Fault;
use crate::booking::closing::LONGEST_REASON;
use crate::kit::{Age, Alert, ConsoleFault, ConsoleHead, Empty, Skeleton, Tag, Tone, say_fault, use_changed, use_frame};
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
    view! {
        <main class="console-main" id="main">
            <ConsoleHead title=words.money_title().to_owned()/>
            {move || deeds.refused().map(|refusal| view! { <Alert tone=Tone::Bad><p>{say(words, &refusal)}</p></Alert> }.into_any())}
            <Guarantees/>
            <Transition fallback=|| view! { <Skeleton count=6/> }>
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
    view! {
        {quiet.then(|| view! { <Empty icon="check" text=words.money_quiet().to_owned()/> }.into_any())}
        {(!stuck.is_empty()).then(|| view! { <StuckTable rows=stuck deeds=deeds/> }.into_any())}
        {(!bills.is_empty()).then(|| view! { <DueTable title=words.money_bills() lead=words.money_bills_lead() rows=bills deeds=deeds/> }.into_any())}
        {(!back.is_empty()).then(|| view! { <BackTable rows=back deeds=deeds/> }.into_any())}
        {(!at_desk.is_empty()).then(|| view! { <DueTable title=words.money_at_desk() lead=words.money_at_desk_lead() rows=at_desk deeds=deeds/> }.into_any())}
        <Lately lines=lately/>
    }
    .into_any()
}

/// What it is for, and a way there.
fn what(about: &About) -> AnyView {
    match about.subject {
        Subject::Order(id) => view! { <a href=format!("/staff/orders/{id}")>{about.title.clone()}</a> }.into_any(),
        Subject::Booking(_) => view! { {about.title.clone()} }.into_any(),
    }
}

#[component]
fn DueTable(title: &'static str, lead: &'static str, rows: Vec<Due>, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    view! {
        <section class="section">
            <h2>{title}</h2>
            <p class="small muted">{lead}</p>
            <div class="table-wrap"><table class="table">
                <thead><tr>
                    <th scope="col">{words.orders_room()}</th><th scope="col">{words.orders_guest()}</th><th scope="col">{words.today_what()}</th>
                    <th scope="col">{words.today_when()}</th><th scope="col" class="num">{words.money_owed()}</th><th scope="col">{words.orders_waits()}</th>
                    <th scope="col">{words.money_until()}</th><th scope="col"><span class="hidden">{words.money_paid()}</span></th>
                </tr></thead>
                <tbody>{rows.into_iter().map(|row| view! { <DueRow row=row deeds=deeds/> }.into_any()).collect_view()}</tbody>
            </table></div>
        </section>
    }
    .into_any()
}

#[component]
fn DueRow(row: Due, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let until = match (&row.until, row.over) {
        (None, _) => ().into_any(),
        (Some(_), true) => view! { <Tag tone=Tone::Bad>{words.money_over()}</Tag> }.into_any(),
        (Some((day, wall)), false) => words.today_day_at(wall, &words.day_near(*day, frame.today)).into_any(),
    };
    let bill = row.until.is_some();
    view! {
        <tr>
            <th scope="row">{row.about.room.clone()}</th>
            <td>{row.about.name.clone()}</td>
            <td class="wrap">{what(&row.about)}</td>
            <td>{words.today_day_at(&row.wall, &words.day_near(row.day, frame.today))}</td>
            <td class="num">{words.money(&frame.coin, row.owed)}</td>
            <td><Age text=say_wait(words, row.age) minutes=if bill { row.age } else { 0 } due=DUE late=LATE/></td>
            <td>{until}</td>
            <td><TakeForm row=row deeds=deeds/></td>
        </tr>
    }
    .into_any()
}

/// The money is here: how much of it, how, and why it is another amount.
#[component]
fn TakeForm(row: Due, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let (take, leave) = (deeds.take, deeds.leave);
    let option = move |method: Method| view! { <option value=method.name()>{say_method(words, method)}</option> }.into_any();
    let on_bill = match (row.about.subject, row.until.is_none()) {
        (Subject::Booking(id), true) => view! {
            <ActionForm action=leave attr:class="wait-turn">
                <input type="hidden" name="booking" value=id.to_string()/>
                <label><span>{words.stay_reason()}</span><input type="text" name="reason" required maxlength=LONGEST_REASON.to_string() autocomplete="off"/></label>
                <button class="button-quiet" type="submit" disabled=move || leave.pending().get()>{words.money_leave()}</button>
            </ActionForm>
        }
        .into_any(),
        _ => ().into_any(),
    };
    view! {
        <details class="unfold">
            <summary class="button-quiet button-small">{words.money_paid()}</summary>
            <ActionForm action=take attr:class="wait-turn">
                <input type="hidden" name="kind" value=row.about.subject.kind()/>
                <input type="hidden" name="id" value=row.about.subject.id().to_string()/>
                <input type="hidden" name="intent" value=row.intent/>
                <label><span>{words.money_amount()}</span>
                    <input type="text" name="amount" required inputmode="decimal" value=coin.plain(row.owed) autocomplete="off"/></label>
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
fn StuckTable(rows: Vec<Stuck>, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let close = deeds.close;
    let row = |row: Stuck| {
        view! {
            <tr>
                <th scope="row">{row.about.room.clone()}</th>
                <td>{row.about.name.clone()}</td>
                <td class="wrap">{what(&row.about)}</td>
                <td class="num">{words.money(&coin, row.amount)}</td>
                <td><Age text=say_wait(words, row.age) minutes=row.age due=DUE late=LATE/></td>
                <td class="wrap">{row.provider}" "<span class="mono" dir="ltr">{row.reference}</span></td>
                <td>
                    <details class="unfold">
                        <summary class="button-quiet button-small">{words.money_settled()}</summary>
                        <ActionForm action=close attr:class="wait-turn">
                            <input type="hidden" name="payment" value=row.id.to_string()/>
                            <label><span>{words.stay_reason()}</span>
                                <input type="text" name="reason" required maxlength=LONGEST_REASON.to_string() autocomplete="off"/></label>
                            <button class="button" type="submit" disabled=move || close.pending().get()>{words.money_close()}</button>
                        </ActionForm>
                    </details>
                </td>
            </tr>
        }
        .into_any()
    };
    view! {
        <section class="section">
            <h2>{words.money_stuck()}</h2>
            <p class="small muted">{words.money_stuck_lead()}</p>
            <div class="table-wrap"><table class="table">
                <thead><tr>
                    <th scope="col">{words.orders_room()}</th><th scope="col">{words.orders_guest()}</th><th scope="col">{words.today_what()}</th>
                    <th scope="col" class="num">{words.money_amount()}</th><th scope="col">{words.orders_waits()}</th>
                    <th scope="col">{words.money_reference()}</th><th scope="col"><span class="hidden">{words.money_settled()}</span></th>
                </tr></thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table></div>
        </section>
    }
    .into_any()
}

#[component]
fn BackTable(rows: Vec<Back>, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let back = deeds.back;
    let row = |row: Back| {
        let id = row.id.to_string();
        let again = (row.failed && row.method == Method::Card).then(|| {
            view! {
                <ActionForm action=back>
                    <input type="hidden" name="refund" value=id.clone()/>
                    <input type="hidden" name="again" value="yes"/>
                    <button class="button-quiet button-small" type="submit" disabled=move || back.pending().get()>{words.money_again()}</button>
                </ActionForm>
            }
            .into_any()
        });
        view! {
            <tr>
                <th scope="row">{row.about.room.clone()}</th>
                <td>{row.about.name.clone()}</td>
                <td class="wrap">{what(&row.about)}</td>
                <td class="num">{words.money(&coin, row.amount)}</td>
                <td>{say_method(words, row.method)}</td>
                <td><Age text=say_wait(words, row.age) minutes=row.age due=DUE late=LATE/></td>
                <td>
                    {row.failed.then(|| view! { <Tag tone=Tone::Bad>{words.money_not_sent()}</Tag> }.into_any())}
                    <ActionForm action=back>
                        <input type="hidden" name="refund" value=row.id.to_string()/>
                        <button class="button-quiet button-small" type="submit" disabled=move || back.pending().get()>{words.money_handed_out()}</button>
                    </ActionForm>
                    {again}
                </td>
            </tr>
        }
        .into_any()
    };
    view! {
        <section class="section">
            <h2>{words.money_back()}</h2>
            <p class="small muted">{words.money_back_lead()}</p>
            <div class="table-wrap"><table class="table">
                <thead><tr>
                    <th scope="col">{words.orders_room()}</th><th scope="col">{words.orders_guest()}</th><th scope="col">{words.today_what()}</th>
                    <th scope="col" class="num">{words.money_amount()}</th><th scope="col">{words.money_method()}</th>
                    <th scope="col">{words.orders_waits()}</th><th scope="col"><span class="hidden">{words.money_handed_out()}</span></th>
                </tr></thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table></div>
        </section>
    }
    .into_any()
}

#[component]
fn Lately(lines: Vec<Line>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    if lines.is_empty() {
        return ().into_any();
    }
    let row = |line: Line| {
        view! {
            <tr>
                <th scope="row" class="mono" dir="ltr">{line.number}</th>
                <td>{words.today_day_at(&line.wall, &words.day_near(line.day, frame.today))}</td>
                <td>{line.about.room.clone()}</td>
                <td>{line.about.name.clone()}</td>
                <td class="wrap">{what(&line.about)}</td>
                <td>{say_method(words, line.method)}</td>
                <td class="num">{words.money(&frame.coin, line.amount)}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <section class="section">
            <h2>{words.money_lately()}</h2>
            <div class="table-wrap"><table class="table">
                <thead><tr>
                    <th scope="col">{words.money_receipt()}</th><th scope="col">{words.today_when()}</th><th scope="col">{words.orders_room()}</th>
                    <th scope="col">{words.orders_guest()}</th><th scope="col">{words.today_what()}</th><th scope="col">{words.money_method()}</th>
                    <th scope="col" class="num">{words.money_amount()}</th>
                </tr></thead>
                <tbody>{lines.into_iter().map(row).collect_view()}</tbody>
            </table></div>
        </section>
    }
    .into_any()
}
