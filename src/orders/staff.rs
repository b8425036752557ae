//! The console's page of orders: the list, and one of them beside it.

use super::{
    Actor, DeskOrder, DeskOrderView, DeskOrders, LONGEST_REASON, Moment, OrderFact, OrderLine, OrderRefusal, OrderState, StaffAdvanceOrder,
    rules::ARRIVES_IN, staff_order, staff_orders,
};
use crate::kit::{
    Age, Alert, ConsoleFault, ConsoleHead, Empty, Fact, Rows, Side, Skeleton, Tag, Timeline, Tone, row_number, say_fault, steady, typed, use_changed,
    use_frame, use_params_map,
};
use crate::words::{Words, use_words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Minutes after which an open order is due, and after which it is late.
const DUE: i64 = 10;
const LATE: i64 = 20;

/// A state as the desk says it.
fn say_state(words: Words, state: OrderState) -> (Tone, &'static str) {
    match state {
        OrderState::Placed => (Tone::Warn, words.order_desk_placed()),
        OrderState::Accepted => (Tone::Info, words.order_desk_accepted()),
        OrderState::OnItsWay => (Tone::Info, words.order_desk_on_its_way()),
        OrderState::Delivered => (Tone::Good, words.order_desk_delivered()),
        OrderState::Declined => (Tone::Bad, words.order_desk_declined()),
        OrderState::Cancelled => (Tone::Bad, words.order_desk_cancelled()),
    }
}

/// A state in the console's words.
pub fn say_desk_state(words: Words, state: OrderState) -> &'static str {
    say_state(words, state).1
}

/// The button that brings an order into a state.
fn say_step(words: Words, state: OrderState) -> &'static str {
    match state {
        OrderState::Accepted => words.orders_do_accept(),
        OrderState::OnItsWay => words.orders_do_send(),
        OrderState::Delivered => words.orders_do_deliver(),
        OrderState::Declined => words.orders_do_decline(),
        other => say_state(words, other).1,
    }
}

fn say(words: Words, refusal: &OrderRefusal) -> String {
    match refusal {
        OrderRefusal::ChangedMeanwhile { state } | OrderRefusal::NotPossible { state } | OrderRefusal::TooLate { state } => {
            words.orders_changed_meanwhile(say_state(words, *state).1)
        }
        OrderRefusal::ReasonNeeded => words.orders_reason_needed().to_owned(),
        OrderRefusal::Fault(fault) => say_fault(words, fault),
        _ => words.fault_try_again().to_owned(),
    }
}

fn say_moment(words: Words, moment: &Moment, today: crate::base::Day) -> String {
    if moment.day == today { moment.wall.clone() } else { words.today_day_at(&moment.wall, &words.day_near(moment.day, today)) }
}

/// `/staff/orders` and `/staff/orders/:id`, with `?state=` as the filter.
#[component]
pub fn OrdersPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let (params, query) = (use_params_map(), use_query_map());
    let id = Memo::new(move |_| params.with_value(|params| params.get_str("id").and_then(|text| text.parse().ok()).unwrap_or(0_i64)));
    let filter = Memo::new(move |_| query.with(|query| query.get_str("state").unwrap_or("open").to_owned()));
    let list = Resource::new_blocking(
        move || (filter.get(), changed.0.get()),
        |(state, _)| staff_orders(if state == "all" { String::new() } else { state }, String::new()),
    );
    let one =
        Resource::new_blocking(move || (id.get(), changed.0.get()), |(id, _)| async move { if id > 0 { Some(staff_order(id).await) } else { None } });
    // Made here, so that an answer outlives the drawing of the list that it causes.
    let action = ServerAction::<StaffAdvanceOrder>::new();
    Effect::new(move |_| {
        if action.value().get().is_some() {
            changed.0.update(|times| *times = times.wrapping_add(1));
        }
    });
    let address = Signal::derive(move || if filter.get() == "open" { String::new() } else { format!("?state={}", filter.get()) });
    view! {
        <main class="console-main" id="main">
            <Filters filter=filter/>
            {move || action.value().get().and_then(Result::err).map(|refusal| view! { <Alert tone=Tone::Bad><p>{say(words, &refusal)}</p></Alert> }.into_any())}
            <Transition fallback=|| view! { <Skeleton count=8/> }>
                {move || Suspend::new(async move {
                    match list.await {
                        Ok(list) => view! { <Table list=list chosen=id address=address action=action/> }.into_any(),
                        Err(refusal) => view! { <ConsoleFault text=say(words, &refusal)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
        <Transition fallback=|| ()>
            {move || Suspend::new(async move {
                let back = format!("/staff/orders{}", address.get_untracked());
                match one.await {
                    None => ().into_any(),
                    Some(Ok(view)) => view! { <Detail view=view back=back action=action/> }.into_any(),
                    Some(Err(refusal)) => view! {
                        <Side title=words.console_orders().to_owned() back=back close=words.orders_close().to_owned()>
                            <div class="side-body"><ConsoleFault text=say(words, &refusal)/></div>
                        </Side>
                    }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Filters(filter: Memo<String>) -> impl IntoView {
    let words = use_words();
    let filters = [
        ("open", words.orders_open()),
        ("placed", words.order_desk_placed()),
        ("accepted", words.order_desk_accepted()),
        ("on_its_way", words.order_desk_on_its_way()),
        ("delivered", words.order_desk_delivered()),
        ("all", words.stays_all()),
    ];
    view! {
        <ConsoleHead title=words.console_orders().to_owned()/>
        <nav class="pills" aria-label=words.orders_state()>
            {filters.into_iter().map(|(name, word)| {
                let href = if name == "open" { "/staff/orders".to_owned() } else { format!("/staff/orders?state={name}") };
                view! { <a href=href aria-current=move || (filter.get() == name).then_some("true")>{word}</a> }.into_any()
            }).collect_view()}
        </nav>
    }
    .into_any()
}

#[component]
fn Table(list: DeskOrders, chosen: Memo<i64>, address: Signal<String>, action: ServerAction<StaffAdvanceOrder>) -> impl IntoView {
    let words = use_words();
    if list.orders.is_empty() {
        return view! { <Empty icon="tray" text=words.orders_none().to_owned()/> }.into_any();
    }
    view! {
        <p class="muted" role="status">{words.orders_waiting(list.waiting)}</p>
        <div class="table-wrap" tabindex="0"><table class="table">
            <thead><tr>
                <th scope="col">{words.orders_room()}</th><th scope="col">{words.orders_waits()}</th><th scope="col">{words.orders_state()}</th>
                <th scope="col">{words.orders_what()}</th><th scope="col">{words.orders_guest()}</th><th scope="col">{words.orders_wanted()}</th>
                <th scope="col" class="num">{words.orders_sum()}</th><th scope="col"><span class="visually-hidden">{words.orders_next()}</span></th>
            </tr></thead>
            <tbody>{list.orders.into_iter().map(|order| (order.id.0, steady(order.clone(), move || view! { <Row order=order chosen=chosen address=address action=action/> }.into_any()))).collect::<Rows>()}</tbody>
        </table></div>
    }
    .into_any()
}

/// Minutes an order waits: since it was placed, or since it was wanted.
fn waits(order: &DeskOrder) -> i64 {
    order.due_minutes.map_or(order.age_minutes, |due| -due)
}

/// What is ordered, in one line.
fn summary(lines: &[OrderLine]) -> String {
    let names = lines.iter().map(|line| {
        let name = match &line.option {
            Some(option) => format!("{} ({option})", line.title),
            None => line.title.clone(),
        };
        if line.quantity > 1 { format!("{} × {name}", line.quantity) } else { name }
    });
    names.collect::<Vec<_>>().join(", ")
}

#[component]
fn Row(order: DeskOrder, chosen: Memo<i64>, address: Signal<String>, action: ServerAction<StaffAdvanceOrder>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let (tone, state) = say_state(words, order.state);
    let (id, open, waits) = (order.id.0, order.state.is_open(), waits(&order));
    let step = order.next.iter().copied().find(|next| *next != OrderState::Declined);
    let age = if waits < 0 {
        words.today_not_due().to_owned()
    } else if waits < 1 {
        words.today_just_now().to_owned()
    } else {
        words.minutes(waits)
    };
    view! {
        <tr aria-selected=move || (chosen.get() == id).then_some("true")>
            <th scope="row"><a href=move || format!("/staff/orders/{id}{}", address.get())>{order.room.clone()}</a></th>
            <td>{open.then(|| view! { <Age text=age minutes=waits due=DUE late=LATE/> }.into_any())}</td>
            <td><Tag tone=tone>{state}</Tag></td>
            <td class="wrap">{summary(&order.lines)}{(!order.note.is_empty()).then(|| view! { <small class="order-note">{order.note.clone()}</small> }.into_any())}</td>
            <td>{order.guest.clone()}</td>
            <td>{order.deliver.as_ref().map_or_else(|| words.orders_asap().to_owned(), |moment| say_moment(words, moment, frame.today))}</td>
            <td class="num">{words.money(&frame.coin, order.total)}</td>
            <td class="row-actions">{step.map(|to| view! { <StepForm order=id version=order.version to=to next="/staff/orders".to_owned() class="button-quiet" action=action/> }.into_any())}</td>
        </tr>
    }
    .into_any()
}

/// One step as a form: it works before and without JavaScript.
#[component]
fn StepForm(
    order: i64,
    version: i64,
    to: OrderState,
    next: String,
    class: &'static str,
    action: ServerAction<StaffAdvanceOrder>,
    /// With what is sent on its way, asks how soon it will be there.
    #[prop(optional)]
    promise: bool,
) -> impl IntoView {
    let words = use_words();
    view! {
        <ActionForm action=action>
            <input type="hidden" name="order" value=order.to_string()/>
            <input type="hidden" name="version" value=version.to_string()/>
            <input type="hidden" name="to" value=to.name()/>
            <input type="hidden" name="next" value=next/>
            {(promise && to == OrderState::OnItsWay).then(|| view! { <Promise/> }.into_any())}
            <button class=class type="submit" disabled=move || action.pending().get()>{say_step(words, to)}</button>
        </ActionForm>
    }
    .into_any()
}

/// How soon it will be there; the guest reads it.
#[component]
fn Promise() -> impl IntoView {
    let words = use_words();
    let choices = ARRIVES_IN.map(|minutes| view! { <option value=minutes.to_string()>{words.minutes(minutes)}</option> }.into_any());
    view! {
        <label class="promise">
            <span>{words.orders_arrives_in()}</span>
            <select name="minutes"><option value="">{words.orders_arrives_unknown()}</option>{choices.collect_view()}</select>
        </label>
    }
    .into_any()
}

#[component]
fn Detail(view: DeskOrderView, back: String, action: ServerAction<StaffAdvanceOrder>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let DeskOrderView { order, facts } = view;
    let (tone, state) = say_state(words, order.state);
    let here = format!("/staff/orders/{}", order.id);
    let steps: Vec<OrderState> = order.next.iter().copied().filter(|next| *next != OrderState::Declined).collect();
    let can_decline = order.next.contains(&OrderState::Declined);
    let (id, version) = (order.id.0, order.version);
    view! {
        <Side title=words.orders_title(&order.id.to_string()) back=back close=words.orders_close().to_owned()>
            <div class="side-body">
                <dl class="facts">
                    <div><dt>{words.orders_room()}</dt><dd>{order.room.clone()}</dd></div>
                    <div><dt>{words.orders_guest()}</dt><dd>{order.guest.clone()}</dd></div>
                    <div><dt>{words.orders_state()}</dt><dd><Tag tone=tone>{state}</Tag></dd></div>
                    <div><dt>{words.orders_wanted()}</dt><dd>{order.deliver.as_ref().map_or_else(|| words.orders_asap().to_owned(), |moment| say_moment(words, moment, frame.today))}</dd></div>
                </dl>
                <Lines lines=order.lines total=order.total/>
                {(!order.note.is_empty()).then(|| view! { <Alert tone=Tone::Info><p dir="auto">{order.note.clone()}</p></Alert> }.into_any())}
                <History facts=facts/>
                {can_decline.then(|| {
                    let next = here.clone();
                    steady((id, version), move || view! { <Decline order=id version=version next=next action=action/> }.into_any())
                })}
            </div>
            <footer class="side-foot">
                {steps.into_iter().enumerate().map(|(index, to)| {
                    let class = if index == 0 { "button" } else { "button-quiet" };
                    let next = here.clone();
                    let form = move || view! { <StepForm order=id version=version to=to next=next class=class action=action promise=true/> }.into_any();
                    (row_number(to.name()), steady((id, version, class), form))
                }).collect::<Rows>()}
            </footer>
        </Side>
    }
    .into_any()
}

#[component]
fn Lines(lines: Vec<OrderLine>, total: i64) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let rows = lines.into_iter().map(|line| {
        let price = if line.amount == 0 { words.orders_included().to_owned() } else { words.money(&coin, line.amount) };
        let option = line.option.map(|option| view! { <small>{option}</small> }.into_any());
        let answers = line.answers.into_iter().map(|said| view! { <small dir="auto">{said.question}" "<b>{said.answer}</b></small> }.into_any()).collect_view();
        view! {
            <li><span class="line-count">{format!("{} ×", line.quantity)}</span><span class="line-title">{line.title}{option}{answers}</span><span class="price">{price}</span></li>
        }
        .into_any()
    });
    let rows = rows.collect_view();
    view! {
        <ul class="lines">{rows}</ul>
        <dl class="sum"><div class="sum-total"><dt>{words.orders_sum()}</dt><dd>{words.money(&coin, total)}</dd></div></dl>
    }
    .into_any()
}

#[component]
fn History(facts: Vec<OrderFact>) -> impl IntoView {
    let words = use_words();
    let today = use_frame().today;
    let last = facts.len();
    let facts = facts.into_iter().enumerate().map(|(index, fact)| {
        let who = match fact.actor {
            Actor::House => words.orders_by_house().to_owned(),
            Actor::Guest | Actor::Staff => fact.name,
        };
        Fact {
            when: say_moment(words, &fact.at, today),
            datetime: format!("{}T{}", fact.at.day, fact.at.wall),
            title: say_state(words, fact.state).1.to_owned(),
            meta: match fact.reason.or_else(|| fact.expected.map(|wall| words.orders_expected(&wall))) {
                Some(more) => format!("{who}: {more}"),
                None => who,
            },
            now: index + 1 == last,
            ..Fact::default()
        }
    });
    view! { <Timeline facts=facts.collect()/> }.into_any()
}

/// Declining needs a reason, because the guest reads it.
#[component]
fn Decline(order: i64, version: i64, next: String, action: ServerAction<StaffAdvanceOrder>) -> impl IntoView {
    let words = use_words();
    view! {
        <details class="decline">
            <summary class="link">{words.orders_do_decline()}</summary>
            <ActionForm action=action attr:class="fields">
                <input type="hidden" name="order" value=order.to_string()/>
                <input type="hidden" name="version" value=version.to_string()/>
                <input type="hidden" name="to" value="declined"/>
                <input type="hidden" name="next" value=next/>
                <div class="field">
                    <label for="reason">{words.orders_reason()}</label>
                    <input id="reason" name="reason" type="text" required maxlength=LONGEST_REASON.to_string() autocomplete="off" dir="auto"
                        value={typed::<StaffAdvanceOrder>("reason")} aria-describedby="reason-note"/>
                    <p class="hint" id="reason-note">{words.orders_reason_hint()}</p>
                </div>
                <button class="button-danger" type="submit" disabled=move || action.pending().get()>{words.orders_do_decline()}</button>
            </ActionForm>
        </details>
    }
    .into_any()
}
