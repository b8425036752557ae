//! What follows for a booking when somebody pays for it: the hold becomes a booking when the money is there, and what
//! cannot be had or is cancelled goes back by itself (RULES H3 to H6, X5, X10).

use super::contact::buyer_of;
use super::ways::may_pay;
use super::{Booking, Who, begin_payment, booking_of, confirm, participants_of, payment_failed, retake};
use crate::base::{BookingId, Fault, PaymentId};
use crate::booking::{BookingRefusal, BookingState};
use crate::catalog::Way;
use crate::catalog::shelf::Shelf;
use crate::notices::{Notice, tell};
use crate::payments::provider::{Outcome, Provider};
use crate::payments::store::{self as payments, NewPayment, Payment};
use crate::payments::{Method, PaymentState, ReceiptLine, Subject};
use crate::server::{Conn, Nudge, Tx};

/// What is to be paid by card, as a form says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// The sum that the button showed, minor units; nothing without JavaScript.
    pub expected: Option<i64>,
    /// Only so much of what stands on the room's bill, minor units.
    pub part: Option<i64>,
}

impl Sum {
    /// How much of what is owed: all of it, or a part where the resort splits.
    pub fn of(self, owed: i64, may_split: bool) -> Result<i64, Fault> {
        match self.part {
            None => Ok(owed),
            Some(part) if may_split && (1..=owed).contains(&part) => Ok(part),
            Some(_) => Err(Fault::Field("part".into())),
        }
    }
}

/// Begins to pay by card, for a hold or for what is booked on the room's bill; the sum must be the one that was shown (RULES
/// P9). The same form twice is one attempt, and while one is not decided there is no other. A hold that ran out is refused
/// before any money moves.
pub async fn begin_card(tx: &mut Tx, shelf: &Shelf, who: &Who, id: BookingId, sum: Sum, intent: &str) -> Result<PaymentId, BookingRefusal> {
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    let subject = Subject::Booking(id);
    if let Some(before) = payments::by_intent(tx.conn(), who.stay, intent).await? {
        return if before.subject == subject { Ok(before.id) } else { Err(Fault::Field("intent".into()).into()) };
    }
    let owed = match booking.state {
        BookingState::Confirmed => owed(tx.conn(), subject).await?,
        _ => booking.to_pay(),
    };
    let provider = Provider::parse(&shelf.resort.card)
        .filter(|_| owed > 0 || booking.state == BookingState::Confirmed)
        .ok_or(BookingRefusal::CardUnavailable)?;
    may_pay(shelf, &booking, Way::Card)?;
    if sum.expected.is_some_and(|expected| expected != owed) {
        return Err(BookingRefusal::PriceChanged { total: owed });
    }
    let amount = sum.of(owed, shelf.resort.split && booking.state == BookingState::Confirmed)?;
    let open = payments::open_of(tx.conn(), subject).await?;
    if open.as_ref().is_some_and(|open| !open.state.is_open()) {
        return Err(BookingRefusal::Paying);
    }
    if booking.state == BookingState::Confirmed {
        if owed == 0 {
            return Err(BookingRefusal::NotNow(BookingState::Confirmed));
        }
    } else {
        begin_payment(tx, shelf, who, id).await?;
    }
    if let Some(open) = open {
        return if open.amount == amount { Ok(open.id) } else { Err(BookingRefusal::Paying) };
    }
    let lines = sold_lines(tx.conn(), shelf, &booking, amount).await?;
    let buyer = buyer_of(tx.conn(), shelf, who.stay, who.lang).await?;
    let new = NewPayment {
        stay: who.stay,
        subject,
        provider: provider.name(),
        method: Method::Card,
        lines: &lines,
        currency: &shelf.resort.currency,
        intent,
        note: "",
        buyer: Some(&buyer),
    };
    Ok(payments::add(tx, &new).await?)
}

/// What is charged and not paid, minor units.
pub async fn owed(conn: &mut Conn, subject: Subject) -> Result<i64, Fault> {
    let held: i64 = payments::held(conn, subject).await?.iter().map(|one| one.left).sum();
    Ok((payments::charged(conn, subject).await? - held).max(0))
}

/// Does what follows from what a provider says of a payment. The same again changes nothing, and so does what contradicts
/// an answer that was already final; only money that has come is never overlooked.
pub async fn settle(tx: &mut Tx, shelf: &Shelf, id: PaymentId, outcome: Outcome) -> Result<(), Fault> {
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
            if payments::capture(tx, &payment).await? {
                captured(tx, shelf, &who, &payment).await?;
            }
        }
        Outcome::Failed => {
            if payments::end(tx, id, PaymentState::Failed).await?
                && let Subject::Booking(booking) = payment.subject
            {
                payment_failed(tx, shelf, &who, booking).await?;
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

/// The money is there: what was paid for is booked, and what was paid too much goes back.
pub async fn captured(tx: &mut Tx, shelf: &Shelf, who: &Who, payment: &Payment) -> Result<(), Fault> {
    let now = tx.now();
    let Subject::Booking(id) = payment.subject else {
        return payments::give_back_credit(tx, payment.subject, None).await.map(|_| ());
    };
    let booking = booking_of(tx.conn(), payment.stay, id, now).await?;
    // What the desk took may be another amount, which it has said why.
    let expected = (payment.method == Method::Card).then_some(payment.amount);
    have(tx, shelf, who, id, expected).await?;
    let returned = payments::give_back_credit(tx, payment.subject, Some(id)).await?;
    if returned > 0 {
        let (title, day, wall) = (booking.sold.title, booking.day, booking.wall.to_string());
        tell(tx, payment.stay, Notice::MoneyReturned { booking: id, title, day, wall, amount: returned }).await?;
    }
    Ok(())
}

/// The booking that was paid for, if it can still be had.
async fn have(tx: &mut Tx, shelf: &Shelf, who: &Who, id: BookingId, expected: Option<i64>) -> Result<(), Fault> {
    tx.mark().await?;
    let had = match retake(tx, shelf, who, id).await {
        Ok(()) => confirm(tx, shelf, who, id, expected, true).await,
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
pub async fn sold_lines(conn: &mut Conn, shelf: &Shelf, booking: &Booking, paid: i64) -> Result<Vec<ReceiptLine>, sqlx::Error> {
    let people = participants_of(conn, booking.id).await?;
    let (title, tax_rate) = (&booking.sold.title, shelf.resort.tax_rate);
    let line = |name: String, amount: i64| ReceiptLine { title: title.clone(), name, amount, tax_rate };
    let lines: Vec<ReceiptLine> = people.iter().filter(|person| person.due() > 0).map(|person| line(person.name.clone(), person.due())).collect();
    // A part of it may be paid already; what is paid now is what the receipt says.
    let whole = lines.iter().map(|line| line.amount).sum::<i64>() == paid;
    Ok(if whole { lines } else { vec![line(String::new(), paid)] })
}

/// What was paid for a booking beyond what is still charged goes back, in the transaction that took the charge back.
pub async fn give_back(tx: &mut Tx, booking: &Booking) -> Result<i64, Fault> {
    payments::give_back_credit(tx, Subject::Booking(booking.apart_from.unwrap_or(booking.id)), Some(booking.id)).await
}
