//! Payments for bookings, seen from the server: providers are asked outside of any transaction, and what they say is
//! written down in one. Nothing here is needed for a place to be right; it brings money and places together (RULES H4, X14).
//! What goes back is in `back.rs`.

mod back;

use super::BookingRefusal;
use super::store::pay::{Sum, begin_card, settle};
use super::store::{Who, booking_of, points};
use crate::base::{BookingId, Fault, PaymentId, StayId};
use crate::booking::BookingState;
use crate::catalog::shelf::{Shelf, Shelves};
use crate::payments::PaymentState;
use crate::payments::provider::{Begun, Heard, Outcome, Provider, sandbox};
use crate::payments::store::{self as payments, Payment};
use crate::payments::{Method, Pay, Subject};
use crate::server::{Conn, House, Keys, Tx};
use back::{look_back, send_back};
use futures::StreamExt as _;

/// A payment that is not decided is asked after when nobody has called for so long, and so long before its hold ends, in
/// seconds.
const ASK_AFTER: i64 = 60;

/// An attempt may take so long before it is called off, in seconds: longer than any hold under payment waits.
const PATIENCE: i64 = 30 * 60;

/// How many payments are asked after at a time, so that a provider that is slow to answer holds nobody up for long.
const AT_ONCE: usize = 8;

/// Whether whoever takes cards can be asked at all.
pub fn can_be_asked(house: &House, shelf: &Shelf) -> bool {
    Provider::parse(&shelf.resort.card).is_none_or(|provider| provider.is_ready(&house.config.acquirers))
}

/// Begins to pay for a booking by card; answers the provider's page.
pub async fn start(house: &House, shelf: &Shelf, who: &Who, id: BookingId, sum: Sum, intent: &str) -> Result<String, BookingRefusal> {
    if !can_be_asked(house, shelf) {
        return Err(BookingRefusal::CardUnavailable);
    }
    let mut tx = house.begin().await?;
    let payment = begin_card(&mut tx, shelf, who, id, sum, intent).await?;
    tx.commit().await?;
    at_the_provider(house, shelf, payment).await?.ok_or(BookingRefusal::CardUnavailable)
}

/// Tells the provider of a payment that was written down; answers its page, or nothing. A provider that will not have it is
/// the end of the attempt; one that does not answer is told again by the next form, with the same key.
pub async fn at_the_provider(house: &House, shelf: &Shelf, payment: PaymentId) -> Result<Option<String>, Fault> {
    let payment = read(house, payment).await?;
    let Some(provider) = Provider::parse(&payment.provider) else { return Ok(None) };
    // The same form again, after it was decided: the page of what was paid for says how.
    if !payment.state.is_open() {
        return Ok(Some(back_to(&payment)));
    }
    if payment.reference.is_some() {
        return Ok(Some(page_of(&payment)));
    }
    match provider.begin(house, &payment, &back_to(&payment)).await {
        Ok(Begun::At(page)) => {
            let mut tx = house.begin_apart().await?;
            payments::is_known(&mut tx, payment.id, &page).await?;
            tx.commit().await?;
            // While the provider was told, somebody may have given the hold up or paid in another way.
            let payment = read(house, payment.id).await?;
            if payment.state.is_open() {
                return Ok(Some(page.address));
            }
            let outcome = provider.cancel(house, &payment).await?;
            decided(house, shelf, payment.id, outcome).await?;
            Ok(Some(back_to(&payment)))
        }
        Ok(Begun::Refused) => {
            decided(house, shelf, payment.id, Outcome::Failed).await?;
            Ok(None)
        }
        // Whether it knows of it nobody knows; but nobody has its page, so nothing is paid there.
        Err(fault) => {
            tracing::error!(?fault, payment = payment.id.0, "a provider could not be told of a payment");
            Ok(None)
        }
    }
}

/// What a guest looks at who may pay for it.
pub struct Standing {
    pub stay: StayId,
    pub subject: Subject,
    /// What is paid for: of one who went apart, the booking they were part of.
    pub root: Subject,
    /// It is booked or ordered, and neither held nor over.
    pub stands: bool,
    /// What a hold costs; of what stands, the room's bill says it.
    pub owed: Option<i64>,
    /// The guest may do something.
    pub may_pay: bool,
    /// It may be paid with points.
    pub by_points: bool,
}

/// What has been paid for something, and whether it can be.
pub async fn pay_of(conn: &mut Conn, house: &House, shelf: &Shelf, standing: Standing) -> Result<Pay, Fault> {
    let Standing { stay, subject, root, stands, owed, may_pay, by_points } = standing;
    let held_now = owed.is_some();
    let trail = payments::trail(conn, subject, shelf.time).await?;
    let open = payments::open_of(conn, subject).await?;
    let held = payments::held(conn, root).await?;
    let owed = match owed {
        Some(owed) => owed,
        None if stands => (payments::charged(conn, root).await? - held.iter().map(|one| one.left).sum::<i64>()).max(0),
        None => 0,
    };
    let card = Provider::parse(&shelf.resort.card).is_some() && can_be_asked(house, shelf);
    // One that its provider did not answer about has no page yet: the form tells it again.
    let untold = open.as_ref().is_some_and(|open| open.state.is_open() && open.reference.is_none());
    // What stands may have been put on the room's bill after a payment that went back.
    let back = held.iter().find(|one| !stands || one.left > 0).map(|one| one.method);
    let given_back = held.iter().filter(|one| Some(one.method) == back).map(|one| one.amount - one.left).sum();
    let paid_in_money = held.iter().filter(|one| one.method != Method::Points).map(|one| one.left).sum();
    let in_points = held.iter().filter(|one| one.method == Method::Points).map(|one| one.left).sum();
    let points = match by_points && may_pay && stands && open.is_none() && !held_now {
        true => points::can_pay(&mut *conn, shelf, stay, owed, house.clock.now()).await?,
        false => None,
    };
    Ok(Pay {
        intent: (may_pay && card && owed > 0 && (open.is_none() || untold)).then(Keys::token),
        owed,
        on_its_way: open.filter(|payment| payment.state.is_open() && !untold).map(|payment| (payment.amount, page_of(&payment))),
        back,
        given_back,
        paid_in_money,
        in_points,
        points,
        in_part: shelf.resort.split && stands && owed > 1,
        trail,
    })
}

/// Where the guest comes back to: it looks at the payment, and shows the booking.
pub fn back_to(payment: &Payment) -> String {
    format!("/pay/back/{}", payment.id)
}

/// Where a payment that is on its way goes on.
pub fn page_of(payment: &Payment) -> String {
    match (&payment.page, Provider::parse(&payment.provider), &payment.reference) {
        (Some(page), ..) => page.clone(),
        // Begun before pages were written down.
        (None, Some(Provider::Sandbox), Some(reference)) => sandbox::address(reference),
        _ => back_to(payment),
    }
}

async fn read(house: &House, id: PaymentId) -> Result<Payment, Fault> {
    payments::payment(&mut *house.database.readers().acquire().await?, id).await
}

async fn decided(house: &House, shelf: &Shelf, id: PaymentId, outcome: Outcome) -> Result<(), Fault> {
    let mut tx = house.begin().await?;
    settle(&mut tx, shelf, id, outcome).await?;
    tx.commit().await
}

/// Asks what became of a payment of this stay, when its guest comes back; anybody else's is not found. Answers what it is for.
pub async fn look_for(house: &House, shelf: &Shelf, stay: StayId, id: PaymentId) -> Result<Subject, Fault> {
    let payment = read(house, id).await?;
    if payment.stay != stay {
        return Err(Fault::NotFound);
    }
    look(house, shelf, &payment).await?;
    Ok(payment.subject)
}

/// Asks what became of a payment, and does what follows.
async fn look(house: &House, shelf: &Shelf, payment: &Payment) -> Result<(), Fault> {
    match asked(house, payment).await? {
        Some(outcome) => decided(house, shelf, payment.id, outcome).await,
        None => Ok(()),
    }
}

/// The guest has turned back on the provider's page: the payment is called off, so that another can begin at once. Answers
/// what it is for.
pub async fn turned_back(house: &House, shelf: &Shelf, stay: StayId, id: PaymentId) -> Result<Subject, Fault> {
    let payment = read(house, id).await?;
    if payment.stay != stay {
        return Err(Fault::NotFound);
    }
    if let Some(provider) = Provider::parse(&payment.provider).filter(|_| payment.state.is_open()) {
        let outcome = provider.cancel(house, &payment).await?;
        decided(house, shelf, id, outcome).await?;
    }
    Ok(payment.subject)
}

/// What its provider says of a payment. Nobody is asked about one whose money has come: that stays so.
async fn asked(house: &House, payment: &Payment) -> Result<Option<Outcome>, Fault> {
    match Provider::parse(&payment.provider) {
        Some(provider) if payment.state != PaymentState::Captured => provider.look(house, payment).await.map(Some),
        _ => Ok(None),
    }
}

/// Before a hold is paid for in another way or given up: a payment that is on its way is called off first, and if it has
/// succeeded meanwhile, that counts (RULES X14). Says whether nobody knows about one, or somebody has to look at it. One
/// that its provider cannot call off is no reason to wait: it is asked after until it has ended.
pub async fn call_off(house: &House, shelf: &Shelf, stay: StayId, subject: Subject) -> Result<bool, Fault> {
    let open = payments::open_of(&mut *house.database.readers().acquire().await?, subject).await?;
    match open.filter(|payment| payment.stay == stay) {
        Some(payment) => end(house, shelf, &payment).await,
        None => Ok(false),
    }
}

/// Before the desk takes the money: the same. The guest stands there, so a provider that does not answer is no reason not to
/// take it; what comes besides goes back by itself.
pub async fn call_off_at_desk(house: &House, shelf: &Shelf, subject: Subject) -> Result<(), Fault> {
    let open = payments::open_of(&mut *house.database.readers().acquire().await?, subject).await?;
    if let Some(payment) = open
        && let Err(fault) = end(house, shelf, &payment).await
    {
        tracing::warn!(?fault, payment = payment.id.0, "a payment could not be called off for the desk");
    }
    Ok(())
}

async fn end(house: &House, shelf: &Shelf, payment: &Payment) -> Result<bool, Fault> {
    if !payment.state.is_open() {
        return Ok(true);
    }
    let Some(provider) = Provider::parse(&payment.provider) else { return Ok(false) };
    let outcome = provider.cancel(house, payment).await?;
    decided(house, shelf, payment.id, outcome).await?;
    Ok(outcome == Outcome::Waiting)
}

/// A provider has called about a payment: that is written down first, and then the provider is asked what is true. Calls
/// that come twice, late or in another order are harmless so (RULES I4).
pub async fn called(house: &House, shelf: &Shelf, provider: Provider, heard: &Heard) -> Result<(), Fault> {
    let mut tx = house.begin_apart().await?;
    payments::keep_event(&mut tx, provider.name(), &heard.event, &heard.reference).await?;
    tx.commit().await?;
    heed(house, shelf, provider.name(), &heard.event, &heard.reference).await
}

async fn heed(house: &House, shelf: &Shelf, provider: &str, event: &str, reference: &str) -> Result<(), Fault> {
    let (known, outcome) = asked_about(house, provider, reference).await?;
    if let Some(payment) = &known {
        let sent = payments::sent_of(&mut *house.database.readers().acquire().await?, payment.id).await?;
        for refund in &sent {
            look_back(house, refund).await?;
        }
    }
    let mut tx = house.begin().await?;
    follow(&mut tx, shelf, (provider, event), known.as_ref(), outcome).await?;
    tx.commit().await
}

/// The payment that a call is about, if it is ours, and what its provider says of it.
async fn asked_about(house: &House, provider: &str, reference: &str) -> Result<(Option<Payment>, Option<Outcome>), Fault> {
    let known = payments::by_reference(&mut *house.database.readers().acquire().await?, provider, reference).await?;
    let outcome = match &known {
        Some(payment) => asked(house, payment).await?,
        None => None,
    };
    Ok((known, outcome))
}

/// A call is done when what follows from it is.
async fn follow(tx: &mut Tx, shelf: &Shelf, (provider, event): (&str, &str), known: Option<&Payment>, outcome: Option<Outcome>) -> Result<(), Fault> {
    if let (Some(payment), Some(outcome)) = (known, outcome) {
        settle(tx, shelf, payment.id, outcome).await?;
    }
    payments::event_is_done(tx, provider, event, known.is_some()).await
}

/// The sandbox's calls that are due are made, all or those about one payment. What cannot be done about one now is left to
/// the errands.
pub async fn sandbox_calls(house: &House, shelf: &Shelf, about: Option<&str>) -> Result<(), Fault> {
    for call in sandbox::due(house).await?.iter().filter(|call| about.is_none_or(|reference| call.reference == reference)) {
        if let Err(fault) = sandbox_call(house, shelf, call).await {
            tracing::warn!(?fault, call = call.id, "a call of the sandbox could not be heeded");
            let mut tx = house.begin_apart().await?;
            heard(&mut tx, call).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

/// The acquirer keeps a call until it has been heard; so here it is kept and done in one.
async fn sandbox_call(house: &House, shelf: &Shelf, call: &sandbox::Call) -> Result<(), Fault> {
    let provider = Provider::Sandbox.name();
    let (known, outcome) = asked_about(house, provider, &call.reference).await?;
    let mut tx = house.begin().await?;
    heard(&mut tx, call).await?;
    follow(&mut tx, shelf, (provider, &call.event), known.as_ref(), outcome).await?;
    tx.commit().await
}

/// A call of the sandbox is kept.
async fn heard(tx: &mut Tx, call: &sandbox::Call) -> Result<(), Fault> {
    payments::keep_event(tx, Provider::Sandbox.name(), &call.event, &call.reference).await?;
    sandbox::called(tx, call).await
}

/// What is done about money when nobody asks: the sandbox's calls are made, calls that failed are heeded again, payments
/// that nobody called about are asked after, those whose hold has ended are called off, and refunds are sent, and asked
/// after until they have arrived. What fails stands in nobody else's way.
pub async fn errands(house: &House, shelves: &Shelves) -> Result<(), Fault> {
    let (events, open, refunds, sent) = {
        let (mut conn, now) = (house.database.readers().acquire().await?, house.clock.now());
        let events = payments::open_events(&mut conn).await?;
        let open = payments::open(&mut conn).await?;
        (events, open, payments::refunds_due(&mut conn, now).await?, payments::sent_due(&mut conn, now).await?)
    };
    let calls = !sandbox::due(house).await?.is_empty();
    if !calls && events.is_empty() && open.is_empty() && refunds.is_empty() && sent.is_empty() {
        return Ok(());
    }
    // Read anew: what comes late is taken again by today's catalogue, also after an import by another process.
    let Some(shelf) = shelves.at(house.database.readers(), i64::MAX).await? else { return Ok(()) };
    if let Err(fault) = sandbox_calls(house, &shelf, None).await {
        tracing::error!(?fault, "the sandbox could not call");
    }
    for (provider, event, reference) in events {
        if let Err(fault) = heed(house, &shelf, &provider, &event, &reference).await {
            tracing::error!(?fault, provider, event, "a provider's call could not be heeded");
        }
    }
    let asked = open.into_iter().map(|payment| ask_one(house, &shelf, payment));
    futures::stream::iter(asked).buffer_unordered(AT_ONCE).collect::<Vec<()>>().await;
    for refund in &sent {
        if let Err(fault) = look_back(house, refund).await {
            tracing::warn!(?fault, refund = refund.id.0, "an amount that was sent back could not be asked after");
        }
    }
    send_back(house).await
}

async fn ask_one(house: &House, shelf: &Shelf, payment: Payment) {
    if let Err(fault) = ask_after(house, shelf, &payment).await {
        tracing::error!(?fault, payment = payment.id.0, "a payment could not be asked after");
    }
}

/// Asks about a payment that nobody called about: in time for the end of its hold, and after it calls it off (RULES H4).
async fn ask_after(house: &House, shelf: &Shelf, payment: &Payment) -> Result<(), Fault> {
    let now = house.clock.now();
    let mut conn = house.database.readers().acquire().await?;
    let booking = match payment.subject {
        Subject::Booking(id) => Some(booking_of(&mut conn, payment.stay, id, now).await?),
        Subject::Order(_) => None,
    };
    let held = booking.filter(|booking| booking.state == BookingState::Held).and_then(|booking| booking.hold_until);
    // A hold that waits for a bill, or for the desk, may wait for days.
    let mut over = payment.created_at + PATIENCE <= now;
    if held.is_none() && !over {
        let paid: i64 = payments::held(&mut conn, payment.subject).await?.iter().map(|one| one.left).sum();
        over = payments::charged(&mut conn, payment.subject).await? - paid < payment.amount;
    }
    drop(conn);
    if over {
        return call_off(house, shelf, payment.stay, payment.subject).await.map(|_| ());
    }
    if held.is_some_and(|until| until - now <= ASK_AFTER) || payment.created_at + ASK_AFTER <= now {
        look(house, shelf, &read(house, payment.id).await?).await?;
    }
    Ok(())
}
