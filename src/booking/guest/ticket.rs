//! What was booked: the ticket, drawn like a boarding pass, and what can still be done with it.

use super::after::{IfMissed, MoneyBack};
use super::booking::{Again, Amounts, Answers, Deeds, History, When};
use super::held::CardForm;
use crate::booking::parts::{RefusalView, Rule, ZoneNote};
use crate::booking::{BookingData, CancelBooking, CancelParticipant, ConfirmContact, Guarantee, ReplaceParticipant, Ticket};
use crate::browser;
use crate::kit::{Alert, Icon, PageHead, Rows, Tone, use_frame};
use crate::payments::parts::{OnItsWay, Trail};
use crate::payments::points::guest::PointsFields;
use crate::payments::{Method, Pay};
use crate::words::{Coin, Words, use_words};
use leptos::prelude::*;

#[component]
pub fn TicketView(data: BookingData, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let over = data.over;
    let title = if over { words.book_was_yours() } else { words.book_yours() };
    // Nobody is wished well who is asking for their money.
    let content = matches!(data.guarantee, None | Some(Guarantee::Open { .. }));
    view! {
        <main class="page" id="main">
            <PageHead title=title.to_owned() back="/history" back_label=words.page_back()/>
            {(over && content).then(|| view! { <Alert tone=Tone::Info>{words.book_over_text()}</Alert> }.into_any())}
            {move || deeds.refused().map(|refusal| view! { <RefusalView refusal=refusal/> }.into_any())}
            <article class="ticket">
                <header class="ticket-head"><p class="ticket-kind">{data.category.clone()}</p><h2>{data.title.clone()}</h2></header>
                <When data=data.clone()/>
                {data.people.iter().cloned().map(|person| view! { <Stub person=person/> }.into_any()).collect_view()}
            </article>
            <ZoneNote/>
            <Owed data=data.clone() deeds=deeds/>
            <Actions data=data.clone() deeds=deeds/>
            <MoneyBack data=data.clone() ask=deeds.money_back/>
            {(!over).then(|| view! {
                <Rule policy=data.policy.clone() free_until=data.free_until.clone() left=Some(data.starts_at - data.now)/>
                <IfMissed data=data.clone()/>
            }.into_any())}
            <Amounts data=data.clone()/>
            <Trail trail=data.pay.trail.clone()/>
            <Answers answers=data.answers.clone()/>
            <History facts=data.facts/>
        </main>
    }
    .into_any()
}

/// What is still to be paid: at the desk before it begins, or with the room's bill; and by card now, whichever it is.
#[component]
fn Owed(data: BookingData, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    Effect::new(move |_| {
        if let Some(Ok(page)) = deeds.pay.value().get() {
            browser::go(&page);
        }
    });
    if let Some((amount, page)) = data.pay.on_its_way {
        return view! { <OnItsWay text=words.pay_on_its_way_room(&words.money(&coin, amount)) page=page/> }.into_any();
    }
    let text = match (data.ways.due, data.pay.owed) {
        (0, 0) => return ().into_any(),
        (0, owed) => view! { <p class="small muted">{words.pay_owed(&words.money(&coin, owed))}</p> }.into_any(),
        (due, _) => view! { <Alert tone=Tone::Hold>{words.pay_desk_due(&words.money(&coin, due))}</Alert> }.into_any(),
    };
    let form = data
        .pay
        .intent
        .map(|intent| view! { <CardForm id=data.id.0 intent=intent owed=data.pay.owed deeds=deeds in_part=data.pay.in_part/> }.into_any());
    let with_points = deeds.with_points;
    let points = data.pay.points.map(|points| {
        view! {
            <ActionForm action=with_points attr:class="dock-form">
                <input type="hidden" name="booking" value=data.id.to_string()/>
                <PointsFields points=points pending=with_points.pending()/>
            </ActionForm>
        }
        .into_any()
    });
    view! { {text} {form} {points} }.into_any()
}

/// One person's code, large on white.
#[component]
fn Stub(person: Ticket) -> impl IntoView {
    let words = use_words();
    let label = words.book_ticket_of(&person.name);
    let inside = match person.checked_in {
        Some(at) => view! { <p class="ticket-in"><Icon name="check"/><span>{words.book_arrived(&at.wall)}</span></p> }.into_any(),
        None if person.qr.is_empty() => ().into_any(),
        None => {
            let size = person.qr_size;
            view! {
                <div class="qr">
                    <svg viewBox=format!("0 0 {size} {size}") role="img" aria-label=label shape-rendering="crispEdges"><path d=person.qr></path></svg>
                </div>
                <p class="ticket-code mono" dir="ltr">{person.code}</p>
                <p class="small">{words.book_show()}</p>
            }
            .into_any()
        }
    };
    view! { <div class="ticket-stub"><b class="ticket-name">{person.name}</b>{inside}</div> }.into_any()
}

/// Calendar, move, who else comes, who comes instead, cancel; once it is over, the way to another time of it.
#[component]
fn Actions(data: BookingData, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    if data.over {
        return view! { <Again data=data/> }.into_any();
    }
    let id = data.id;
    view! {
        <div class="actions">
            // A file, not a page: the router must leave it alone.
            <a class="button-quiet" rel="external" download href=format!("/bookings/{id}/calendar.ics")><Icon name="calendar"/>{words.book_calendar()}</a>
            {data.can_move.then(|| view! { <a class="button-quiet" href=format!("/bookings/{id}/move")><Icon name="swap"/>{words.book_move()}</a> }.into_any())}
            {data.can_join.then(|| view! { <a class="button-quiet" href=data.target.path()><Icon name="people"/>{words.book_join()}</a> }.into_any())}
        </div>
        <Contacts data=data.clone() contact=deeds.contact/>
        {(!data.instead.is_empty()).then(|| view! { <ReplaceForm data=data.clone() replace=deeds.replace/> }.into_any())}
        {data.can_leave.then(|| view! { <LeaveForms data=data.clone() leave=deeds.leave/> }.into_any())}
        {data.can_cancel.then(|| view! { <CancelForm data=data.clone() cancel=deeds.cancel/> }.into_any())}
    }
    .into_any()
}

/// How each of those who go is reached when something changes. What is printed on the ticket stays.
#[component]
fn Contacts(data: BookingData, contact: ServerAction<ConfirmContact>) -> impl IntoView {
    let words = use_words();
    let booking = data.id;
    let forms = data.people.into_iter().map(|person| {
        let (name, reach) = (format!("name-{}", person.guest), format!("contact-{}", person.guest));
        view! {
            <ActionForm action=contact attr:class="card card-quiet stack">
                <input type="hidden" name="booking" value=booking.to_string()/>
                <input type="hidden" name="guest" value=person.guest.to_string()/>
                <p><b>{person.name}</b></p>
                <div class="field">
                    <label for=name.clone()>{words.book_contact_name()}</label>
                    <input id=name name="name" type="text" maxlength="80" autocomplete="name" dir="auto" value=person.said_name/>
                </div>
                <div class="field">
                    <label for=reach.clone()>{words.book_contact_reach()}</label>
                    <input id=reach name="contact" type="text" maxlength="80" autocomplete="tel" dir="auto" value=person.contact/>
                </div>
                <button class="button-quiet" type="submit" disabled=move || contact.pending().get()>{words.book_contact_save()}</button>
            </ActionForm>
        }
        .into_any()
    });
    view! {
        <details class="unfold">
            <summary class="button-quiet">{words.book_contact()}</summary>
            <p>{words.book_contact_lead()}</p>
            {forms.collect_view()}
        </details>
    }
    .into_any()
}

/// One of those who go, and one who comes instead. Who has been let in already is not asked for.
#[component]
fn ReplaceForm(data: BookingData, replace: ServerAction<ReplaceParticipant>) -> impl IntoView {
    let words = use_words();
    let leaving: Vec<Ticket> = data.people.into_iter().filter(|person| person.checked_in.is_none()).collect();
    if leaving.is_empty() {
        return ().into_any();
    }
    view! {
        <details class="unfold">
            <summary class="button-quiet">{words.book_replace()}</summary>
            <ActionForm action=replace attr:class="card card-quiet stack">
                <input type="hidden" name="booking" value=data.id.to_string()/>
                <p>{words.book_replace_lead()}</p>
                <div class="field">
                    <label for="out">{words.book_replace_out()}</label>
                    <select id="out" name="out">
                        {leaving.into_iter().map(|person| (person.guest.0, view! { <option value=person.guest.to_string()>{person.name}</option> }.into_any())).collect::<Rows>()}
                    </select>
                </div>
                <div class="field">
                    <label for="instead">{words.book_replace_in()}</label>
                    <select id="instead" name="instead">
                        {data.instead.into_iter().map(|(id, name)| (id.0, view! { <option value=id.to_string()>{name}</option> }.into_any())).collect::<Rows>()}
                    </select>
                </div>
                <button class="button-quiet" type="submit" disabled=move || replace.pending().get()>{words.book_replace_button()}</button>
            </ActionForm>
        </details>
    }
    .into_any()
}

/// One of several does not go: what is kept of their price, and a button for each.
#[component]
fn LeaveForms(data: BookingData, leave: ServerAction<CancelParticipant>) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let (booking, pay) = (data.id, data.pay);
    let leaving: Vec<Ticket> = data.people.into_iter().filter(|person| person.checked_in.is_none()).collect();
    if leaving.is_empty() {
        return ().into_any();
    }
    let forms = leaving.into_iter().map(|person| {
        let (text, button) =
            (quote(words, &coin, if person.included { 0 } else { person.price }, person.fee_now, &pay), words.book_leave_button(&person.name));
        view! {
            <ActionForm action=leave attr:class="card card-quiet stack">
                <input type="hidden" name="booking" value=booking.to_string()/>
                <input type="hidden" name="guest" value=person.guest.to_string()/>
                <input type="hidden" name="expected_fee" value=person.fee_now.to_string()/>
                <p>{text}</p>
                <button class="button-danger" type="submit" disabled=move || leave.pending().get()>{button}</button>
            </ActionForm>
        }
        .into_any()
    });
    view! {
        <details class="unfold">
            <summary class="button-quiet">{words.book_leave()}</summary>
            <p>{words.book_leave_lead()}</p>
            {forms.collect_view()}
        </details>
    }
    .into_any()
}

/// What stays on the room's bill and what is taken off it, when this much is cancelled now; or what goes back the way it was paid.
/// What was not paid comes off the bill first, then money goes back, and then points.
fn quote(words: Words, coin: &Coin, total: i64, fee: i64, pay: &Pay) -> String {
    let money = |amount: i64| words.money(coin, amount);
    let returned = total - fee;
    let off = if pay.back.is_none() { returned } else { returned.min(pay.owed) };
    let paid = (returned - off).min(pay.paid_in_money);
    let in_points = returned - off - paid;
    let in_money = |method| match (method, paid) {
        (_, 0) => None,
        (Some(Method::Card), paid) => Some(words.pay_quote_card(&money(paid))),
        (_, paid) => Some(words.pay_quote_desk(&money(paid))),
    };
    match (off, paid, in_points) {
        _ if returned <= 0 && pay.back.is_some() && total > 0 => words.pay_cancel_nothing(&money(fee)),
        (_, 0, 0) => on_the_bill(words, coin, total, fee, None),
        (0, _, 0) => on_the_bill(words, coin, total, fee, pay.back),
        (0, 0, _) if fee == 0 => words.pay_cancel_back_points(&money(total)),
        (0, 0, _) => words.pay_cancel_part_points(&money(fee), &money(returned)),
        _ => {
            let first = if fee == 0 { words.pay_quote_free().to_owned() } else { words.pay_quote_kept(&money(fee)) };
            let off = (off > 0).then(|| words.pay_quote_bill(&money(off)));
            let points = (in_points > 0).then(|| words.pay_quote_points(&money(in_points)));
            [Some(first), off, in_money(pay.back), points].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
    }
}

fn on_the_bill(words: Words, coin: &Coin, total: i64, fee: i64, back: Option<Method>) -> String {
    let money = |amount: i64| words.money(coin, amount);
    if let Some(method) = back.filter(|_| total > 0) {
        let card = method == Method::Card;
        return match fee {
            0 if card => words.pay_cancel_back(&money(total)),
            0 => words.pay_cancel_back_desk(&money(total)),
            fee if fee >= total => words.pay_cancel_nothing(&money(fee)),
            fee if card => words.pay_cancel_part(&money(fee), &money(total - fee)),
            fee => words.pay_cancel_part_desk(&money(fee), &money(total - fee)),
        };
    }
    match (total, fee) {
        (0, _) => words.book_cancel_free().to_owned(),
        (_, 0) => words.book_cancel_back(&money(total)),
        (total, fee) if fee >= total => words.book_cancel_nothing(&money(fee)),
        _ => words.book_cancel_part(&money(fee), &money(total - fee)),
    }
}

/// The sum stands before the button; opening it changes nothing and needs no JavaScript.
#[component]
fn CancelForm(data: BookingData, cancel: ServerAction<CancelBooking>) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let (total, fee) = (data.total - data.given, data.fee_now);
    let text = quote(words, &coin, total, fee, &data.pay);
    let button = if fee == 0 { words.book_cancel_button().to_owned() } else { words.book_cancel_button_kept(&words.money(&coin, fee)) };
    view! {
        <details class="unfold">
            <summary class="button-quiet">{words.book_cancel()}</summary>
            <ActionForm action=cancel attr:class="card card-quiet stack">
                <input type="hidden" name="booking" value=data.id.to_string()/>
                <input type="hidden" name="expected_fee" value=fee.to_string()/>
                <p>{text}</p>
                <button class="button-danger" type="submit" disabled=move || cancel.pending().get()>{button}</button>
            </ActionForm>
        </details>
    }
    .into_any()
}
