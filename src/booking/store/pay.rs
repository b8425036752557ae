//! What follows for a booking when somebody pays for it: the hold becomes a booking when the money is there, and what
//! cannot be had or is cancelled goes back by itself (RULES H3 to H6, X5, X10).

use super::{Booking, Who, begin_payment, booking_of, confirm, participants_of, payment_failed, retake};
use crate::base::{BookingId, Fault, PaymentId};
use crate::booking::{BookingRefusal, BookingState};
use crate::catalog::shelf::Shelf;
use crate::notices::{Notice, tell};
use crate::payments::provider::{Outcome, Provider};
use crate::payments::store::{self as payments, Payment, Refund};
use crate::payments::told::{Contact, Told};
use crate::payments::{PaymentState, ReceiptLine};
use crate::server::{Conn, Nudge, Tx};
use crate::words::Words;

/// Begins to pay for a hold by card; the total must be the one that was shown (RULES P9). The same form twice is one
/// attempt, and while one is not decided there is no other. A hold that ran out is refused before any money moves.
pub async fn begin_card(
    tx: &mut Tx,
    shelf: &Shelf,
    who: &Who,
    id: BookingId,
    expected: Option<i64>,
    intent: &str,
) -> Result<PaymentId, BookingRefusal> {
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    if let Some(before) = payments::by_intent(tx.conn(), who.stay, intent).await? {
        return if before.booking == id { Ok(before.id) } else { Err(Fault::Field("intent".into()).into()) };
    }
    let provider = Provider::parse(&shelf.resort.card).filter(|_| booking.total > 0).ok_or(BookingRefusal::CardUnavailable)?;
    if expected.is_some_and(|expected| expected != booking.total) {
        return Err(BookingRefusal::PriceChanged { total: booking.total });
    }
    let open = payments::open_of(tx.conn(), id).await?;
    if open.as_ref().is_some_and(|open| !open.state.is_open()) {
        return Err(BookingRefusal::Paying);
    }
    begin_payment(tx, shelf, who, id).await?;
    if let Some(open) = open {
        return Ok(open.id);
    }
    let told = told(tx.conn(), shelf, who, &booking).await?;
    Ok(payments::add(tx, (who.stay, id), provider.name(), (booking.total, &shelf.resort.currency), intent, &told).await?)
}

/// What a provider is told of a payment for this booking.
async fn told(conn: &mut Conn, shelf: &Shelf, who: &Who, booking: &Booking) -> Result<Told, Fault> {
    let words = Words::of(who.lang);
    Ok(Told {
        title: format!("{}, {}, {}", booking.sold.title.get(who.lang), words.day_short(booking.day), booking.wall),
        lang: who.lang,
        lines: sold_lines(conn, shelf, booking, booking.total).await?,
        contact: contact_of(conn, who).await?,
        desk: shelf.resort.email.clone(),
        fiscal: shelf.resort.fiscal,
    })
}

/// How the guests of a stay can be written to: what they last said of it, whose slip it is before the others.
async fn contact_of(conn: &mut Conn, who: &Who) -> Result<Option<Contact>, sqlx::Error> {
    let said: Vec<String> = sqlx::query_scalar(
        "SELECT p.contact FROM bookings b JOIN participants p ON p.booking_id = b.id JOIN guests g ON g.id = p.guest_id
          WHERE b.stay_id = $1 AND p.contact IS NOT NULL ORDER BY g.lead DESC, p.id DESC LIMIT 20",
    )
    .bind(who.stay.0)
    .fetch_all(conn)
    .await?;
    Ok(said.iter().find_map(|said| Contact::parse(said)))
}

/// Does what follows from what a provider says of a payment. The same again changes nothing, and so does what contradicts
/// an answer that was already final; only money that has come is never overlooked.
pub async fn settle(tx: &mut Tx, shelf: &Shelf, id: PaymentId, outcome: Outcome) -> Result<(), Fault> {
    let now = tx.now();
    let payment = payments::payment(tx.conn(), id).await?;
    let who = super::who_of(tx.conn(), payment.stay).await?;
    match outcome {
        Outcome::Waiting | Outcome::EndsByItself => return Ok(()),
        Outcome::Other => {
            if payments::end(tx, id, PaymentState::Stuck).await? {
                tracing::error!(payment = id.0, "a provider took something else than was asked for");
            }
        }
        Outcome::Captured(amount) if amount != payment.amount => {
            if payments::end(tx, id, PaymentState::Stuck).await? {
                tracing::error!(payment = id.0, amount, "a provider took another amount than was asked for");
            }
        }
        Outcome::Captured(_) => {
            let booking = booking_of(tx.conn(), payment.stay, payment.booking, now).await?;
            let lines = sold_lines(tx.conn(), shelf, &booking, payment.amount).await?;
            if payments::capture(tx, &payment, &lines).await? {
                have(tx, shelf, &who, &payment).await?;
                let returned = payments::give_back_credit(tx, payment.booking, payment.booking).await?;
                if returned > 0 {
                    let (title, day, wall) = (booking.sold.title, booking.day, booking.wall.to_string());
                    tell(tx, payment.stay, Notice::MoneyReturned { booking: payment.booking, title, day, wall, amount: returned }).await?;
                }
            }
        }
        Outcome::Failed => {
            if payments::end(tx, id, PaymentState::Failed).await? {
                payment_failed(tx, shelf, &who, payment.booking).await?;
            }
        }
        Outcome::Cancelled => {
            payments::end(tx, id, PaymentState::Cancelled).await?;
        }
    }
    tx.nudge(Nudge::Stay(payment.stay));
    tx.nudge(Nudge::Desk);
    Ok(())
}

/// The booking that was paid for, if it can still be had.
async fn have(tx: &mut Tx, shelf: &Shelf, who: &Who, payment: &Payment) -> Result<(), Fault> {
    tx.mark().await?;
    let had = match retake(tx, shelf, who, payment.booking).await {
        Ok(()) => confirm(tx, shelf, who, payment.booking, Some(payment.amount), true).await,
        // It goes on the room's bill already, or was paid for before: what is paid too much goes back.
        Err(BookingRefusal::NotNow(BookingState::Confirmed)) => Ok(()),
        Err(why) => Err(why),
    };
    match had {
        Ok(()) => tx.keep_mark().await,
        // Only a database that does not answer stops it; whatever else stands in the way, the money goes back.
        Err(BookingRefusal::Fault(Fault::TryAgain)) => Err(Fault::TryAgain),
        Err(_) => tx.back_to_mark().await,
    }
}

/// What is charged for each of those who go, as a receipt says it.
async fn sold_lines(conn: &mut Conn, shelf: &Shelf, booking: &Booking, paid: i64) -> Result<Vec<ReceiptLine>, sqlx::Error> {
    let people = participants_of(conn, booking.id).await?;
    let (title, tax_rate) = (&booking.sold.title, shelf.resort.tax_rate);
    let line = |name: String, amount: i64| ReceiptLine { title: title.clone(), name, amount, tax_rate };
    let lines: Vec<ReceiptLine> = people.iter().filter(|person| person.due() > 0).map(|person| line(person.name.clone(), person.due())).collect();
    // Somebody may have left meanwhile; what was paid is what the receipt says.
    let whole = lines.iter().map(|line| line.amount).sum::<i64>() == paid;
    Ok(if whole { lines } else { vec![line(String::new(), paid)] })
}

/// What the receipt of a refund says, with the tax of the payment's own.
pub async fn returned_lines(conn: &mut Conn, refund: &Refund, now: i64) -> Result<Vec<ReceiptLine>, Fault> {
    let booking = booking_of(conn, refund.payment.stay, refund.booking, now).await?;
    let tax_rate = payments::rate_of(conn, refund.payment.id).await?;
    Ok(vec![ReceiptLine { title: booking.sold.title, name: String::new(), amount: refund.amount, tax_rate }])
}

/// What was paid for a booking beyond what is still charged goes back, in the transaction that took the charge back.
pub async fn give_back(tx: &mut Tx, booking: &Booking) -> Result<i64, Fault> {
    payments::give_back_credit(tx, booking.apart_from.unwrap_or(booking.id), booking.id).await
}
