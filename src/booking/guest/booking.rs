//! `/bookings/:id`: the page of one booking: held, booked, or over in one of several ways.

use super::held::Held;
use super::ticket::TicketView;
use crate::base::BookingId;
use crate::booking::parts::{Instead, RefusalView, Unread};
use crate::booking::{
    Actor, AskForBooking, AskMoneyBack, BookingData, BookingFact, BookingRefusal, BookingState, CancelBooking, CancelParticipant, Confirm,
    ConfirmContact, Deed, Hold, HoldAgain, KeepPoints, PayAtDesk, PayByCard, PayByInvoice, PayWithPoints, Release, ReplaceParticipant,
    booking_details,
};
use crate::browser;
use crate::kit::use_params_map;
use crate::kit::{Alert, Fact, Kept, NotFresh, PageHead, Skeleton, Timeline, Tone, use_changed, use_frame};
use crate::payments::Method;
use crate::payments::parts::Trail;
use crate::words::{Coin, Words, use_words};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// What can be done on this page. Made once, so that a refusal outlives the reload that follows it.
#[derive(Clone, Copy)]
pub struct Deeds {
    pub confirm: ServerAction<Confirm>,
    pub release: ServerAction<Release>,
    pub cancel: ServerAction<CancelBooking>,
    pub leave: ServerAction<CancelParticipant>,
    pub replace: ServerAction<ReplaceParticipant>,
    pub contact: ServerAction<ConfirmContact>,
    pub pay: ServerAction<PayByCard>,
    pub invoice: ServerAction<PayByInvoice>,
    pub at_desk: ServerAction<PayAtDesk>,
    pub money_back: ServerAction<AskMoneyBack>,
    pub ask: ServerAction<AskForBooking>,
    pub keep_points: ServerAction<KeepPoints>,
    pub with_points: ServerAction<PayWithPoints>,
}

impl Deeds {
    /// How many answers have come.
    fn versions(self) -> usize {
        self.confirm.version().get()
            + self.release.version().get()
            + self.cancel.version().get()
            + self.leave.version().get()
            + self.replace.version().get()
            + self.contact.version().get()
            + self.pay.version().get()
            + self.invoice.version().get()
            + self.at_desk.version().get()
            + self.money_back.version().get()
            + self.ask.version().get()
            + self.keep_points.version().get()
            + self.with_points.version().get()
    }

    /// Why the last one did not work.
    pub fn refused(self) -> Option<BookingRefusal> {
        let of = |value: Option<Result<BookingId, BookingRefusal>>| value.and_then(Result::err);
        of(self.confirm.value().get())
            .or_else(|| of(self.release.value().get()))
            .or_else(|| of(self.cancel.value().get()))
            .or_else(|| of(self.leave.value().get()))
            .or_else(|| of(self.replace.value().get()))
            .or_else(|| of(self.contact.value().get()))
            .or_else(|| self.pay.value().get().and_then(Result::err))
            .or_else(|| self.invoice.value().get().and_then(Result::err))
            .or_else(|| self.at_desk.value().get().and_then(Result::err))
            .or_else(|| self.money_back.value().get().and_then(Result::err))
            .or_else(|| self.ask.value().get().and_then(Result::err))
            .or_else(|| of(self.keep_points.value().get()))
            .or_else(|| of(self.with_points.value().get()))
    }
}

#[component]
pub fn BookingPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with_value(|params| params.get_str("id").and_then(|id| id.parse::<i64>().ok()).unwrap_or_default()));
    let answered = StoredValue::new(None::<f64>);
    let data = Resource::new_blocking(
        move || (id.get(), changed.0.get()),
        move |(id, _)| async move {
            let data = booking_details(id).await;
            answered.try_set_value(Some(browser::device_now()));
            data
        },
    );
    let deeds = Deeds {
        confirm: ServerAction::new(),
        release: ServerAction::new(),
        cancel: ServerAction::new(),
        leave: ServerAction::new(),
        replace: ServerAction::new(),
        contact: ServerAction::new(),
        pay: ServerAction::new(),
        invoice: ServerAction::new(),
        at_desk: ServerAction::new(),
        money_back: ServerAction::new(),
        ask: ServerAction::new(),
        keep_points: ServerAction::new(),
        with_points: ServerAction::new(),
    };
    Effect::new(move |_| {
        // Done or refused, the page shows how the booking stands now. The version rises when an answer has come; a
        // refusal that came with the address does not count.
        if deeds.versions() > 0 {
            changed.0.update(|times| *times += 1);
        }
    });
    let kept = Kept::new();
    view! {
        <Transition fallback=move || view! {
            <main class="page" id="main"><PageHead title=words.book_title().to_owned()/><Skeleton kind="card" count=1/><Skeleton kind="line" count=4/></main>
        }>
            {move || Suspend::new(async move {
                match kept.or_before(data.await) {
                    Ok((data, stale)) => {
                        let page = match data.state {
                            BookingState::Held => view! { <Held data=data deeds=deeds answered=answered.get_value()/> }.into_any(),
                            BookingState::Confirmed => view! { <TicketView data=data deeds=deeds/> }.into_any(),
                            _ => view! { <Ended data=data/> }.into_any(),
                        };
                        view! { <NotFresh stale=stale/> {page} }.into_any()
                    }
                    Err(refusal) => view! { <Unread refusal=refusal next=format!("/bookings/{}", id.get_untracked())/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

/// Lapsed, given back or cancelled: said kindly, with what can be had instead.
#[component]
fn Ended(data: BookingData) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let cancelled = data.state == BookingState::Cancelled;
    // Something was paid, or may still be.
    let paying = data.pay.back.is_some() || data.pay.on_its_way.is_some();
    let (tone, title, text) = match (data.state, &data.called_off) {
        (_, Some(reason)) => (Tone::Warn, words.book_called_off_title(), words.book_called_off_text(reason)),
        (BookingState::Cancelled, None) if data.fee > 0 && data.pay.back.is_some() && data.fee >= data.total => {
            (Tone::Info, words.book_cancelled_title(), words.pay_cancelled_all(&words.money(&coin, data.fee)))
        }
        (BookingState::Cancelled, None) if data.fee > 0 && data.pay.back.is_some() && data.pay.given_back != data.total - data.fee => {
            (Tone::Info, words.book_cancelled_title(), words.pay_cancelled_kept_some(&words.money(&coin, data.fee)))
        }
        (BookingState::Cancelled, None) if data.fee > 0 && data.pay.back == Some(Method::Points) => (
            Tone::Info,
            words.book_cancelled_title(),
            words.pay_cancelled_kept_points(&words.money(&coin, data.fee), &words.money(&coin, data.total - data.fee)),
        ),
        (BookingState::Cancelled, None) if data.fee > 0 && data.pay.back.is_some_and(|method| method != Method::Card) => (
            Tone::Info,
            words.book_cancelled_title(),
            words.pay_cancelled_kept_desk(&words.money(&coin, data.fee), &words.money(&coin, data.total - data.fee)),
        ),
        (BookingState::Cancelled, None) if data.fee > 0 && data.pay.back.is_some() => (
            Tone::Info,
            words.book_cancelled_title(),
            words.pay_cancelled_kept(&words.money(&coin, data.fee), &words.money(&coin, data.total - data.fee)),
        ),
        (BookingState::Cancelled, None) if data.fee > 0 => (
            Tone::Info,
            words.book_cancelled_title(),
            words.book_cancelled_kept(&words.money(&coin, data.fee), &words.money(&coin, data.total - data.fee)),
        ),
        (BookingState::Cancelled, None) => (Tone::Info, words.book_cancelled_title(), words.book_cancelled_free().to_owned()),
        (BookingState::Released, None) if paying => (Tone::Info, words.book_released_title(), words.pay_ended().to_owned()),
        (BookingState::Released, None) => (Tone::Info, words.book_released_title(), words.book_released().to_owned()),
        _ if paying => (Tone::Warn, words.book_lapsed_title(), words.pay_ended().to_owned()),
        _ => (Tone::Warn, words.book_lapsed_title(), words.book_lapsed().to_owned()),
    };
    let again = data.target.path();
    let facts = data.facts.clone();
    view! {
        <main class="page" id="main">
            <PageHead title=title.to_owned() back="/history" back_label=words.page_back()/>
            <Alert tone=tone>{text}</Alert>
            <article class="ticket" class:ticket-void=cancelled>
                <header class="ticket-head"><p class="ticket-kind">{data.category.clone()}</p><h2>{data.title.clone()}</h2></header>
                <When data=data.clone()/>
            </article>
            {data.again.clone().map(|again| view! { <HoldAgainForm data=data.clone() again=again/> }.into_any())}
            <Trail trail=data.pay.trail.clone()/>
            <Instead alternatives=data.alternatives.clone()/>
            {if data.again.is_some() {
                ().into_any()
            } else if data.over || data.called_off.is_some() {
                view! { <Again data=data/> }.into_any()
            } else {
                view! { <p class="actions"><a class="button-quiet" href=again>{words.book_try_again()}</a></p> }.into_any()
            }}
            <History facts=facts/>
        </main>
    }
    .into_any()
}

/// The same places for the same people, with one tap.
#[component]
fn HoldAgainForm(data: BookingData, again: HoldAgain) -> impl IntoView {
    let words = use_words();
    let action = ServerAction::<Hold>::new();
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let Some(Ok(booking)) = action.value().get() {
            navigate(&format!("/bookings/{booking}"), Default::default());
        }
    });
    let refused = move || action.value().get().and_then(Result::err);
    let text = words.book_hold_places(data.people.len() as i64, &words.minutes(again.minutes));
    let at = data.target.path();
    let guests =
        data.people.into_iter().map(|person| view! { <input type="hidden" name=format!("guests[{}]", person.guest) value="on"/> }.into_any());
    let answers =
        again.answers.into_iter().map(|(key, answer)| view! { <input type="hidden" name=format!("answers[{key}]") value=answer/> }.into_any());
    view! {
        <p class="lead">{words.book_still_free()}</p>
        <ActionForm action=action>
            <input type="hidden" name="at" value=at/>
            <input type="hidden" name="intent" value=again.intent/>
            {guests.collect_view()}
            {answers.collect_view()}
            {move || refused().map(|refusal| view! { <RefusalView refusal=refusal/> }.into_any())}
            <p class="actions"><button class="button" type="submit" disabled=move || action.pending().get()>{text}</button></p>
        </ActionForm>
    }
    .into_any()
}

/// Once it is over: the offer, and another time of it while the stay lasts.
#[component]
pub fn Again(data: BookingData) -> impl IntoView {
    let words = use_words();
    if !data.offered {
        return ().into_any();
    }
    let staying = use_frame().me.is_some_and(|me| !me.read_only);
    view! {
        <p class="actions">
            {staying.then(|| view! { <a class="button" href=format!("/book?offer={}", data.key)>{words.book_again()}</a> }.into_any())}
            <a class="button-quiet" href=format!("/offers/{}", data.key)>{words.book_offer()}</a>
        </p>
    }
    .into_any()
}

/// When, where and for whom.
#[component]
pub fn When(data: BookingData) -> impl IntoView {
    let words = use_words();
    let when = format!("{}, {}", words.day_long(data.day), words.book_from_to(&data.wall, &data.until));
    let names = data.people.iter().map(|person| person.name.clone()).collect::<Vec<_>>().join(", ");
    view! {
        <dl class="ticket-facts">
            <div class="wide"><dt>{words.book_when()}</dt><dd><time datetime=format!("{}T{}", data.day, data.wall)>{when}</time></dd></div>
            <div><dt>{words.book_where()}</dt><dd>{data.place}</dd></div>
            <div><dt>{words.book_for()}</dt><dd>{names}</dd></div>
            {data.bring.map(|bring| view! { <div class="wide ticket-bring"><dt>{words.book_bring()}</dt><dd>{bring}</dd></div> }.into_any())}
        </dl>
    }
    .into_any()
}

/// Each one's price, and the total.
#[component]
pub fn Amounts(data: BookingData) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let total = if data.total == 0 { words.book_nothing().to_owned() } else { words.money(&coin, data.total) };
    let kept = data.pay.points.filter(|points| points.kept).map(|points| {
        view! {
            <div><dt>{words.points_by()}</dt><dd>{words.money(&coin, -points.amount)}</dd></div>
            <div class="sum-total"><dt>{words.points_left()}</dt><dd>{words.money(&coin, data.to_pay)}</dd></div>
        }
        .into_any()
    });
    let lines = data.people.into_iter().map(|person| {
        let price = match (person.included, person.price) {
            (true, _) => words.book_included().to_owned(),
            (_, 0) => words.catalog_free().to_owned(),
            (_, price) => words.money(&coin, price),
        };
        view! { <div><dt>{person.name}</dt><dd>{price}</dd></div> }.into_any()
    });
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.book_costs()}</h2></div>
            <dl class="sum">
                {lines.collect_view()}
                <div class="sum-total"><dt>{words.book_total()}</dt><dd>{total}</dd></div>
                {kept}
            </dl>
        </section>
    }
    .into_any()
}

/// What the guest answered beforehand.
#[component]
pub fn Answers(answers: Vec<(String, String)>) -> impl IntoView {
    let words = use_words();
    if answers.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.book_answers()}</h2></div>
            <dl class="facts">
                {answers.into_iter().map(|(question, answer)| view! { <div><dt>{question}</dt><dd>{answer}</dd></div> }.into_any()).collect_view()}
            </dl>
        </section>
    }
    .into_any()
}

/// Who did what, the latest first.
#[component]
pub fn History(facts: Vec<BookingFact>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let last = facts.len().saturating_sub(1);
    let facts = facts
        .into_iter()
        .enumerate()
        .rev()
        .map(|(index, fact)| Fact {
            when: if fact.at.day == frame.today { fact.at.wall.clone() } else { format!("{} {}", words.day_short(fact.at.day), fact.at.wall) },
            datetime: format!("{}T{}", fact.at.day, fact.at.wall),
            title: say_deed(words, &frame.coin, &fact.deed),
            meta: if fact.actor == Actor::House { String::new() } else { fact.name },
            href: None,
            now: index == last,
            past: index != last,
        })
        .collect();
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.book_history()}</h2></div>
            <Timeline facts=facts/>
        </section>
    }
    .into_any()
}

fn say_deed(words: Words, coin: &Coin, deed: &Deed) -> String {
    let when = |at: &crate::booking::Moment| crate::booking::parts::day_and_wall(words, at.day, &at.wall);
    match deed {
        Deed::Held { people } => words.book_fact_held(*people),
        Deed::Offered { people } => words.book_fact_offered(*people),
        Deed::Confirmed { total: 0 } => words.book_fact_confirmed().to_owned(),
        Deed::Confirmed { total } => words.book_fact_charged(&words.money(coin, *total)),
        Deed::Lapsed => words.book_fact_lapsed().to_owned(),
        Deed::Released => words.book_fact_released().to_owned(),
        Deed::Cancelled { kept: 0, .. } => words.book_fact_cancelled().to_owned(),
        Deed::Cancelled { kept, .. } => words.book_fact_kept(&words.money(coin, *kept)),
        Deed::Moved { from, to } => words.book_fact_moved(&when(from), &when(to)),
        Deed::Paying { until } => words.book_fact_paying(&when(until)),
        Deed::NotPaid { until } => words.book_fact_not_paid(&when(until)),
        Deed::Retaken => words.book_fact_retaken().to_owned(),
        Deed::BillAsked { until } => words.book_fact_bill(&when(until)),
        Deed::Asked { total, until } => words.book_fact_asked(&words.money(coin, *total), &when(until)),
        Deed::Approved { name } => words.book_fact_approved(name),
        Deed::NotApproved { reason } if reason.is_empty() => words.book_fact_not_approved().to_owned(),
        Deed::NotApproved { reason } => words.book_fact_not_approved_why(reason),
        Deed::AtTheDesk { total } => words.book_fact_desk(&words.money(coin, *total)),
        Deed::Left { name, kept: 0, .. } => words.book_fact_left(name),
        Deed::Left { name, kept, .. } => words.book_fact_left_kept(&words.money(coin, *kept), name),
        Deed::Replaced { from, to } => words.book_fact_replaced(from, to),
        Deed::CheckedIn { name } => words.book_fact_checked_in(name),
        Deed::CheckInUndone { name } => words.book_fact_check_in_undone(name),
        Deed::Kept { until } => words.book_fact_kept_until(&when(until)),
        Deed::Missed { name, returned: 0 } => words.book_fact_missed(name),
        Deed::Missed { name, returned } => words.book_fact_missed_back(name, &words.money(coin, *returned)),
        Deed::MoneyAsked => words.book_fact_money_asked().to_owned(),
        Deed::MoneyGiven { amount } => words.book_fact_money_given(&words.money(coin, *amount)),
        Deed::MoneyDeclined { reason } => words.book_fact_money_declined(reason),
        Deed::MissedUndone { name } => words.book_fact_missed_undone(name),
        Deed::CalledOff { reason } => words.book_fact_called_off(reason),
        Deed::MovedByResort { from, to, reason } if from == to => words.book_fact_same_time(reason),
        Deed::MovedByResort { from, to, reason } => words.book_fact_moved_by_resort(&when(from), reason, &when(to)),
    }
}
