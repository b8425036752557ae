//! Other ways to pay than the room's bill and a card: the desk sends a bill and the places wait for its money, or the guest
//! pays at the desk before it begins (RULES H13, I6, V3, V5).

use super::change::elsewhere;
use super::pay::captured;
use super::{Booking, Who, booking_of, confirm, moment, record};
use crate::base::{BookingId, Fault, StayId};
use crate::booking::rules::time::invoice_until;
use crate::booking::rules::waitlist::{Quiet, awake};
use crate::booking::{Actor, BookingRefusal, BookingState, Deed};
use crate::catalog::Way;
use crate::catalog::shelf::Shelf;
use crate::payments::store::{self as payments, DESK, NewPayment};
use crate::payments::{Method, ReceiptLine, Subject};
use crate::people::session::Staff;
use crate::people::store::{self as people, log};
use crate::server::{Nudge, Tx};

/// Whether a booking may be paid so. What costs nothing needs no way.
pub fn may_pay(shelf: &Shelf, booking: &Booking, way: Way) -> Result<(), BookingRefusal> {
    let ways = shelf.offer(booking.offer).map(|offer| shelf.ways(offer)).unwrap_or_else(|_| shelf.resort.pay.clone());
    if booking.to_pay() == 0 || ways.contains(&way) { Ok(()) } else { Err(BookingRefusal::OtherWay) }
}

/// A hold whose total is the one that was shown.
pub(super) async fn held(tx: &mut Tx, shelf: &Shelf, who: &Who, id: BookingId, expected: Option<i64>) -> Result<Booking, BookingRefusal> {
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    match booking.state {
        BookingState::Held => {}
        BookingState::Lapsed => return Err(BookingRefusal::Expired { alternatives: elsewhere(tx, shelf, who, &booking).await? }),
        state => return Err(BookingRefusal::NotNow(state)),
    }
    if expected.is_some_and(|expected| expected != booking.to_pay()) {
        return Err(BookingRefusal::PriceChanged { total: booking.to_pay() });
    }
    Ok(booking)
}

/// Until when the places of a bill would wait that is asked for now. It does not end while everybody sleeps.
pub fn bill_until(shelf: &Shelf, booking: &Booking, now: i64) -> i64 {
    let until = invoice_until(now, booking.hold_until.unwrap_or(now), shelf.resort.invoice_hours, booking.starts_at);
    awake(shelf.time, Quiet::of(shelf), until).min(booking.starts_at).max(until)
}

/// The desk is asked to send a bill: the places wait for its money until a deadline of their own. Asking again changes
/// nothing.
pub async fn ask_for_bill(tx: &mut Tx, shelf: &Shelf, who: &Who, id: BookingId, expected: Option<i64>) -> Result<(), BookingRefusal> {
    let now = tx.now();
    let booking = held(tx, shelf, who, id, expected).await?;
    if booking.to_pay() == 0 {
        return Err(BookingRefusal::OtherWay);
    }
    may_pay(shelf, &booking, Way::Invoice)?;
    let until = bill_until(shelf, &booking, now);
    let asked =
        sqlx::query("UPDATE bookings SET way = 'invoice', hold_until = $2, paying_from = coalesce(paying_from, $3) WHERE id = $1 AND state = 'held' AND hold_until >= $3 AND way IS NULL")
            .bind(id.0)
            .bind(until)
            .bind(now)
            .execute(tx.conn())
            .await?;
    if asked.rows_affected() == 1 {
        record(tx, id, Actor::Guest, &who.name, &Deed::BillAsked { until: moment(shelf.time, until) }).await?;
        tx.nudge(Nudge::Stay(who.stay));
        tx.nudge(Nudge::Desk);
        tx.nudge(Nudge::Places(booking.day));
    }
    Ok(())
}

/// Books a hold that is to be paid at the desk before it begins: it stands on the room's bill until then. A second time
/// answers the same.
pub async fn pay_at_desk(tx: &mut Tx, shelf: &Shelf, who: &Who, id: BookingId, expected: Option<i64>) -> Result<(), BookingRefusal> {
    let booking = match held(tx, shelf, who, id, expected).await {
        Err(BookingRefusal::NotNow(BookingState::Confirmed)) => return Ok(()),
        held => held?,
    };
    may_pay(shelf, &booking, Way::Desk)?;
    sqlx::query("UPDATE bookings SET way = 'desk' WHERE id = $1 AND state = 'held' AND total > by_points").bind(id.0).execute(tx.conn()).await?;
    if booking.to_pay() > 0 {
        record(tx, id, Actor::Guest, &who.name, &Deed::AtTheDesk { total: booking.to_pay() }).await?;
    }
    confirm(tx, shelf, who, id, expected, false).await
}

/// Money that the desk takes.
pub struct Taken<'a> {
    pub stay: StayId,
    pub subject: Subject,
    /// What is to be paid, as its receipt says it.
    pub owed: &'a [ReceiptLine],
    /// Minor units, above nothing.
    pub amount: i64,
    pub method: Method,
    /// Why it is another amount than is owed.
    pub note: &'a str,
    pub intent: &'a str,
}

/// Writes down that the desk has taken money, with its receipt; a hold is booked by it, and what is too much is handed out
/// again. The same form twice is one payment (RULES I6); another amount than is owed needs a note (RULES V3), and where nothing is owed nothing is found.
pub async fn take_at_desk(tx: &mut Tx, shelf: &Shelf, staff: &Staff, taken: &Taken<'_>) -> Result<(), Fault> {
    if let Some(before) = payments::by_intent(tx.conn(), taken.stay, taken.intent).await? {
        return if before.subject == taken.subject { Ok(()) } else { Err(Fault::Field("intent".into())) };
    }
    let owed: i64 = taken.owed.iter().map(|line| line.amount).sum();
    if owed == 0 {
        return Err(Fault::NotFound);
    }
    if taken.amount <= 0 {
        return Err(Fault::Field("amount".into()));
    }
    if taken.amount != owed && taken.note.is_empty() {
        return Err(Fault::Field("note".into()));
    }
    let part = taken.owed.first().map(|line| ReceiptLine { name: String::new(), amount: taken.amount, ..line.clone() });
    let part = part.into_iter().collect::<Vec<_>>();
    let new = NewPayment {
        stay: taken.stay,
        subject: taken.subject,
        provider: DESK,
        method: taken.method,
        lines: if taken.amount == owed { taken.owed } else { &part },
        currency: &shelf.resort.currency,
        intent: taken.intent,
        note: taken.note,
        buyer: None,
    };
    let id = payments::add(tx, &new).await?;
    let payment = payments::payment(tx.conn(), id).await?;
    let who = super::who_of(tx.conn(), taken.stay).await?;
    payments::capture(tx, &payment).await?;
    captured(tx, shelf, &who, &payment).await?;
    let (now, before, after) = (tx.now(), owed.to_string(), format!("{} {}", taken.method.name(), taken.amount));
    let subject = taken.subject;
    let deed =
        people::Deed { deed: "payment_taken", subject: subject.kind(), subject_id: subject.id(), before: &before, after: &after, reason: taken.note };
    log(tx.conn(), now, Some(staff), deed).await?;
    tx.nudge(Nudge::Stay(taken.stay));
    tx.nudge(Nudge::Desk);
    Ok(())
}

/// What was to be paid at the desk may be paid with the room's bill: whoever has the ticket is let in. A second time
/// answers the same.
pub async fn let_room_pay(tx: &mut Tx, staff: &Staff, id: BookingId, reason: &str) -> Result<(), Fault> {
    let stay: Option<i64> =
        sqlx::query_scalar("UPDATE bookings SET way = NULL WHERE id = $1 AND state = 'confirmed' AND way = 'desk' RETURNING stay_id")
            .bind(id.0)
            .fetch_optional(tx.conn())
            .await?;
    if let Some(stay) = stay {
        let deed = people::Deed { deed: "left_on_the_bill", subject: "booking", subject_id: id.0, before: "desk", after: "room", reason };
        let now = tx.now();
        log(tx.conn(), now, Some(staff), deed).await?;
        tx.nudge(Nudge::Stay(StayId(stay)));
        tx.nudge(Nudge::Desk);
    }
    Ok(())
}

/// How a booking is to be paid, when the guest has said so and it is not the room's bill.
pub async fn way_of(conn: &mut crate::server::Conn, id: BookingId) -> Result<Option<Way>, Fault> {
    let way: Option<String> = sqlx::query_scalar("SELECT way FROM bookings WHERE id = $1").bind(id.0).fetch_one(conn).await?;
    Ok(way.and_then(|way| Way::ALL.into_iter().find(|one| one.name() == way)))
}
