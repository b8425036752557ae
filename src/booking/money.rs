//! Payments for bookings, seen from the server: providers are asked outside of any transaction, and what they say is
//! written down in one. Nothing here is needed for a place to be right; it brings money and places together (RULES H4, X14).

use super::BookingRefusal;
use super::store::pay::{begin_card, returned_lines, settle};
use super::store::{Who, booking_of};
use crate::base::{BookingId, Fault, PaymentId, StayId};
use crate::booking::BookingState;
use crate::catalog::shelf::{Shelf, Shelves};
use crate::payments::provider::{Outcome, Provider, Returned, sandbox};
use crate::payments::store::{self as payments, Payment};
use crate::server::House;

/// A payment that is not decided is asked after when nobody has called for so long, in seconds.
const ASK_AFTER: i64 = 60;

/// Begins to pay by card; answers the provider's page. A provider that does not answer is the end of the attempt.
pub async fn start(house: &House, shelf: &Shelf, who: &Who, id: BookingId, expected: Option<i64>, intent: &str) -> Result<String, BookingRefusal> {
    let mut tx = house.begin().await?;
    let payment = begin_card(&mut tx, shelf, who, id, expected, intent).await?;
    tx.commit().await?;
    let payment = read(house, payment).await?;
    let provider = Provider::parse(&payment.provider).ok_or(BookingRefusal::CardUnavailable)?;
    // The same form again, after it was decided: the booking's page says how.
    if !payment.state.is_open() {
        return Ok(back_to(&payment));
    }
    match provider.begin(house, &payment, &back_to(&payment)).await {
        Ok(page) => {
            let mut tx = house.begin().await?;
            payments::is_known(&mut tx, payment.id, &page.reference).await?;
            tx.commit().await?;
            Ok(page.address)
        }
        Err(fault) => {
            tracing::error!(?fault, payment = payment.id.0, "a provider could not be told of a payment");
            decided(house, shelf, payment.id, Outcome::Failed).await?;
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
    match (Provider::parse(&payment.provider), &payment.reference) {
        (Some(Provider::Sandbox), Some(reference)) => sandbox::address(reference),
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
/// succeeded meanwhile, that counts (RULES X14). Says whether one is still on its way because nobody knows.
pub async fn call_off(house: &House, shelf: &Shelf, stay: StayId, booking: BookingId) -> Result<bool, Fault> {
    let open = payments::open_of(&mut *house.database.readers().acquire().await?, booking).await?;
    let Some(payment) = open.filter(|payment| payment.stay == stay) else { return Ok(false) };
    let Some(provider) = Provider::parse(&payment.provider) else { return Ok(false) };
    let outcome = provider.cancel(house, &payment).await?;
    decided(house, shelf, payment.id, outcome).await?;
    Ok(outcome == Outcome::Waiting)
}

/// A provider has called about a payment: that is written down first, and then the provider is asked what is true. Calls
/// that come twice, late or in another order are harmless so (RULES I4).
pub async fn called(house: &House, shelf: &Shelf, provider: &str, event: &str, reference: &str) -> Result<(), Fault> {
    let mut tx = house.begin().await?;
    payments::keep_event(&mut tx, provider, event, reference).await?;
    tx.commit().await?;
    heed(house, shelf, provider, event, reference).await
}

async fn heed(house: &House, shelf: &Shelf, provider: &str, event: &str, reference: &str) -> Result<(), Fault> {
    let known = payments::by_reference(&mut *house.database.readers().acquire().await?, provider, reference).await?;
    if let Some(payment) = known {
        look(house, shelf, payment.id).await?;
    }
    let mut tx = house.begin().await?;
    payments::event_is_done(&mut tx, provider, event).await?;
    tx.commit().await
}

/// What is done about money when nobody asks: the sandbox's calls are made, calls that failed are heeded again, payments
/// that nobody called about are asked after, those whose hold has ended are called off, and refunds are sent.
pub async fn errands(house: &House, shelves: &Shelves) -> Result<(), Fault> {
    let Some(shelf) = shelves.at(house.database.readers(), 0).await? else { return Ok(()) };
    for call in sandbox::due(house).await? {
        called(house, &shelf, Provider::Sandbox.name(), &call.event, &call.reference).await?;
        let mut tx = house.begin().await?;
        sandbox::called(&mut tx, &call).await?;
        tx.commit().await?;
    }
    let events = payments::open_events(&mut *house.database.readers().acquire().await?).await?;
    for (provider, event, reference) in events {
        heed(house, &shelf, &provider, &event, &reference).await?;
    }
    let now = house.clock.now();
    let open = payments::open(&mut *house.database.readers().acquire().await?).await?;
    for payment in open.into_iter().filter(|payment| payment.created_at + ASK_AFTER <= now) {
        let held = booking_of(&mut *house.database.readers().acquire().await?, payment.stay, payment.booking, now).await?;
        if held.state == BookingState::Held {
            look(house, &shelf, payment.id).await?;
        } else {
            call_off(house, &shelf, payment.stay, payment.booking).await?;
        }
    }
    send_back(house, &shelf).await
}

/// Sends what is to go back.
async fn send_back(house: &House, shelf: &Shelf) -> Result<(), Fault> {
    let due = payments::refunds_due(&mut *house.database.readers().acquire().await?).await?;
    for refund in due {
        let returned = match Provider::parse(&refund.payment.provider) {
            Some(provider) => provider.give_back(house, &refund.payment, &refund.secret, refund.amount).await,
            None => Ok(Returned::Refused),
        };
        let mut tx = house.begin().await?;
        let now = tx.now();
        match returned {
            Ok(Returned::Sent | Returned::Settled) => {
                let lines = returned_lines(tx.conn(), shelf, &refund, now).await?;
                payments::is_sent(&mut tx, &refund, returned == Ok(Returned::Settled), &lines).await?;
            }
            Ok(Returned::Refused) | Err(_) => {
                if payments::is_not_sent(&mut tx, &refund, returned == Ok(Returned::Refused)).await? {
                    tracing::error!(refund = refund.id.0, "an amount could not be given back: somebody has to look");
                }
            }
        }
        tx.nudge(crate::server::Nudge::Stay(refund.payment.stay));
        tx.nudge(crate::server::Nudge::Desk);
        tx.commit().await?;
    }
    Ok(())
}
