//! Payments for bookings, seen from the server: providers are asked outside of any transaction, and what they say is
//! written down in one. Nothing here is needed for a place to be right; it brings money and places together (RULES H4, X14).

use super::BookingRefusal;
use super::store::pay::{begin_card, returned_lines, settle};
use super::store::{Who, booking_of};
use crate::base::{BookingId, Fault, PaymentId, StayId};
use crate::booking::BookingState;
use crate::catalog::shelf::{Shelf, Shelves};
use crate::payments::provider::{Begun, Heard, Outcome, Provider, Returned, sandbox};
use crate::payments::store::{self as payments, Payment, Refund};
use crate::server::{House, Nudge};
use futures::StreamExt as _;

/// A payment that is not decided is asked after when nobody has called for so long, and so long before its hold ends, in
/// seconds.
const ASK_AFTER: i64 = 60;

/// How many payments are asked after at a time, so that a provider that is slow to answer holds nobody up for long.
const AT_ONCE: usize = 8;

/// Begins to pay by card; answers the provider's page. A provider that will not have it is the end of the attempt; one that
/// does not answer is told again by the next form, with the same key.
pub async fn start(house: &House, shelf: &Shelf, who: &Who, id: BookingId, expected: Option<i64>, intent: &str) -> Result<String, BookingRefusal> {
    if Provider::parse(&shelf.resort.card).is_some_and(|provider| !provider.is_ready(&house.config.acquirers)) {
        return Err(BookingRefusal::CardUnavailable);
    }
    let mut tx = house.begin().await?;
    let payment = begin_card(&mut tx, shelf, who, id, expected, intent).await?;
    tx.commit().await?;
    let payment = read(house, payment).await?;
    let provider = Provider::parse(&payment.provider).ok_or(BookingRefusal::CardUnavailable)?;
    // The same form again, after it was decided: the booking's page says how.
    if !payment.state.is_open() {
        return Ok(back_to(&payment));
    }
    if payment.reference.is_some() {
        return Ok(page_of(&payment));
    }
    match provider.begin(house, &payment, &back_to(&payment)).await {
        Ok(Begun::At(page)) => {
            let mut tx = house.begin().await?;
            payments::is_known(&mut tx, payment.id, &page).await?;
            tx.commit().await?;
            // While the provider was told, somebody may have given the hold up or paid in another way.
            let payment = read(house, payment.id).await?;
            if payment.state.is_open() {
                return Ok(page.address);
            }
            let outcome = provider.cancel(house, &payment).await?;
            decided(house, shelf, payment.id, outcome).await?;
            Ok(back_to(&payment))
        }
        Ok(Begun::Refused) => {
            decided(house, shelf, payment.id, Outcome::Failed).await?;
            Err(BookingRefusal::CardUnavailable)
        }
        // Whether it knows of it nobody knows; but nobody has its page, so nothing is paid there.
        Err(fault) => {
            tracing::error!(?fault, payment = payment.id.0, "a provider could not be told of a payment");
            Err(BookingRefusal::CardUnavailable)
        }
    }
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

/// Asks what became of a payment of this stay, when its guest comes back; anybody else's is not found. Answers the booking.
pub async fn look_for(house: &House, shelf: &Shelf, stay: StayId, id: PaymentId) -> Result<BookingId, Fault> {
    if read(house, id).await?.stay != stay {
        return Err(Fault::NotFound);
    }
    look(house, shelf, id).await
}

/// The guest has turned back on the provider's page: the payment is called off, so that another can begin at once. Answers
/// the booking.
pub async fn turned_back(house: &House, shelf: &Shelf, stay: StayId, id: PaymentId) -> Result<BookingId, Fault> {
    let payment = read(house, id).await?;
    if payment.stay != stay {
        return Err(Fault::NotFound);
    }
    if let Some(provider) = Provider::parse(&payment.provider).filter(|_| payment.state.is_open()) {
        let outcome = provider.cancel(house, &payment).await?;
        decided(house, shelf, id, outcome).await?;
    }
    Ok(payment.booking)
}

/// Asks what became of a payment, and does what follows. Answers the booking.
async fn look(house: &House, shelf: &Shelf, id: PaymentId) -> Result<BookingId, Fault> {
    let payment = read(house, id).await?;
    if let Some(provider) = Provider::parse(&payment.provider) {
        let outcome = provider.look(house, &payment).await?;
        decided(house, shelf, id, outcome).await?;
    }
    Ok(payment.booking)
}

/// Before a hold is paid for in another way or given up: a payment that is on its way is called off first, and if it has
/// succeeded meanwhile, that counts (RULES X14). Says whether nobody knows about one, or somebody has to look at it. One
/// that its provider cannot call off is no reason to wait: it is asked after until it has ended.
pub async fn call_off(house: &House, shelf: &Shelf, stay: StayId, booking: BookingId) -> Result<bool, Fault> {
    let open = payments::open_of(&mut *house.database.readers().acquire().await?, booking).await?;
    let Some(payment) = open.filter(|payment| payment.stay == stay) else { return Ok(false) };
    if !payment.state.is_open() {
        return Ok(true);
    }
    let Some(provider) = Provider::parse(&payment.provider) else { return Ok(false) };
    let outcome = provider.cancel(house, &payment).await?;
    decided(house, shelf, payment.id, outcome).await?;
    Ok(outcome == Outcome::Waiting)
}

/// A provider has called about a payment: that is written down first, and then the provider is asked what is true. Calls
/// that come twice, late or in another order are harmless so (RULES I4).
pub async fn called(house: &House, shelf: &Shelf, provider: Provider, heard: &Heard) -> Result<(), Fault> {
    let mut tx = house.begin().await?;
    payments::keep_event(&mut tx, provider.name(), &heard.event, &heard.reference).await?;
    tx.commit().await?;
    heed(house, shelf, provider.name(), &heard.event, &heard.reference).await
}

async fn heed(house: &House, shelf: &Shelf, provider: &str, event: &str, reference: &str) -> Result<(), Fault> {
    let known = payments::by_reference(&mut *house.database.readers().acquire().await?, provider, reference).await?;
    if let Some(payment) = &known {
        look(house, shelf, payment.id).await?;
        let sent = payments::sent_of(&mut *house.database.readers().acquire().await?, payment.id).await?;
        for refund in &sent {
            look_back(house, refund).await?;
        }
    }
    let mut tx = house.begin().await?;
    payments::event_is_done(&mut tx, provider, event, known.is_some()).await?;
    tx.commit().await
}

/// The sandbox's calls that are due are made.
pub async fn sandbox_calls(house: &House, shelf: &Shelf) -> Result<(), Fault> {
    for call in sandbox::due(house).await? {
        let heard = Heard { event: call.event.clone(), reference: call.reference.clone() };
        called(house, shelf, Provider::Sandbox, &heard).await?;
        let mut tx = house.begin().await?;
        sandbox::called(&mut tx, &call).await?;
        tx.commit().await?;
    }
    Ok(())
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
    if let Err(fault) = sandbox_calls(house, &shelf).await {
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
    let booking = booking_of(&mut *house.database.readers().acquire().await?, payment.stay, payment.booking, now).await?;
    if booking.state != BookingState::Held {
        return call_off(house, shelf, payment.stay, payment.booking).await.map(|_| ());
    }
    let ending = booking.hold_until.is_some_and(|until| until - now <= ASK_AFTER);
    if ending || payment.created_at + ASK_AFTER <= now {
        look(house, shelf, payment.id).await?;
    }
    Ok(())
}

/// Sends what is to go back by now.
async fn send_back(house: &House) -> Result<(), Fault> {
    let now = house.clock.now();
    let due = payments::refunds_due(&mut *house.database.readers().acquire().await?, now).await?;
    for refund in due {
        if let Err(fault) = send_one(house, &refund).await {
            tracing::error!(?fault, refund = refund.id.0, "an amount could not be given back");
        }
    }
    Ok(())
}

async fn send_one(house: &House, refund: &Refund) -> Result<(), Fault> {
    let lines = returned_lines(&mut *house.database.readers().acquire().await?, refund, house.clock.now()).await?;
    let returned = match Provider::parse(&refund.payment.provider) {
        Some(provider) => provider.give_back(house, refund, &lines).await,
        None => Ok(Returned::Refused),
    };
    let mut tx = house.begin().await?;
    match &returned {
        Ok(Returned::Sent | Returned::Settled) => {
            payments::is_sent(&mut tx, refund, returned == Ok(Returned::Settled), &lines).await?;
        }
        Ok(Returned::Refused) => {
            tracing::error!(refund = refund.id.0, "a provider will not give an amount back: somebody has to look");
            payments::is_not_sent(&mut tx, refund, true).await?;
        }
        Err(fault) => {
            tracing::warn!(?fault, refund = refund.id.0, "an amount could not be given back yet");
            payments::is_not_sent(&mut tx, refund, false).await?;
        }
    }
    tx.nudge(Nudge::Stay(refund.payment.stay));
    tx.nudge(Nudge::Desk);
    tx.commit().await
}

/// Asks what became of an amount that was sent back.
async fn look_back(house: &House, refund: &Refund) -> Result<(), Fault> {
    let Some(provider) = Provider::parse(&refund.payment.provider) else { return Ok(()) };
    let returned = provider.look_back(house, refund).await;
    let mut tx = house.begin().await?;
    let changed = match returned {
        Ok(Returned::Settled) => payments::has_arrived(&mut tx, refund).await?,
        Ok(Returned::Refused) => {
            let bounced = payments::has_bounced(&mut tx, refund).await?;
            if bounced {
                tracing::error!(refund = refund.id.0, "an amount that was sent back did not arrive: somebody has to look");
            }
            bounced
        }
        Ok(Returned::Sent) | Err(_) => {
            payments::asked_after(&mut tx, refund).await?;
            false
        }
    };
    if changed {
        tx.nudge(Nudge::Stay(refund.payment.stay));
        tx.nudge(Nudge::Desk);
    }
    tx.commit().await?;
    returned.map(|_| ())
}
