//! What points pay of a booking: kept back while it is held, spent when it is booked in whichever way, and free again when it
//! is not (RULES P6). What stands on the room's bill is paid with them at once.

use super::pay::{owed, sold_lines};
use super::ways::{held, may_pay};
use super::{Booking, Who, booking_of, lapse};
use crate::base::{BookingId, Fault, StayId};
use crate::booking::{BookingRefusal, BookingState};
use crate::catalog::Way;
use crate::catalog::shelf::Shelf;
use crate::payments::points::ByPoints;
use crate::payments::points::rules::{needed, pays};
use crate::payments::points::store::{self as points, Use};
use crate::payments::store::{self as payments, NewPayment, POINTS};
use crate::payments::{Method, ReceiptLine, Subject};
use crate::server::{Conn, Keys, Nudge, Tx};
use crate::stays::caps::store as caps;

/// Keeps points back for a hold, as many as there are or as pay for all of it; or lets them go. The total must be the one
/// that was shown. The same again changes nothing. Answers what they pay.
pub async fn keep_for(tx: &mut Tx, shelf: &Shelf, who: &Who, id: BookingId, use_them: bool) -> Result<i64, BookingRefusal> {
    lapse(tx).await?;
    let booking = held(tx, shelf, who, id, None).await?;
    if super::ways::way_of(tx.conn(), id).await?.is_some() {
        // A bill says what it is for.
        return Err(BookingRefusal::OtherWay);
    }
    if use_them == (booking.by_points > 0) {
        return Ok(booking.by_points);
    }
    // A card that is being asked was told a sum.
    if payments::open_of(tx.conn(), Subject::Booking(id)).await?.is_some() {
        return Err(BookingRefusal::Paying);
    }
    let now = tx.now();
    is_adult(tx.conn(), shelf, who, now).await?;
    let amount = if use_them {
        may_pay(shelf, &booking, Way::Points)?;
        let today = shelf.time.day(tx.now());
        points::take(tx, who.stay, Use::Hold(id), booking.total, shelf.resort.point_worth, today).await?
    } else {
        points::let_go(tx, id).await?;
        0
    };
    if use_them && (amount == 0 || (amount < booking.total && !shelf.resort.split)) {
        return Err(BookingRefusal::FewPoints);
    }
    note(tx, id, amount).await?;
    tx.nudge(Nudge::Stay(who.stay));
    Ok(amount)
}

/// Points are the party's, and its adults say what becomes of them.
async fn is_adult(conn: &mut Conn, shelf: &Shelf, who: &Who, now: i64) -> Result<(), BookingRefusal> {
    let me = caps::spender(conn, shelf.resort.caps(), who.stay, who.by, shelf.time.day(now)).await?;
    if me.adult { Ok(()) } else { Err(BookingRefusal::OtherWay) }
}

async fn note(tx: &mut Tx, id: BookingId, amount: i64) -> Result<(), Fault> {
    sqlx::query("UPDATE bookings SET by_points = $2 WHERE id = $1").bind(id.0).bind(amount).execute(tx.conn()).await?;
    Ok(())
}

/// A hold that ran out under payment is taken again with its points: without them it would cost more than was agreed.
pub(super) async fn keep_again(tx: &mut Tx, shelf: &Shelf, booking: &Booking) -> Result<(), BookingRefusal> {
    if booking.by_points == 0 {
        return Ok(());
    }
    let (today, worth) = (shelf.time.day(tx.now()), shelf.resort.point_worth);
    let amount = points::take(tx, booking.stay, Use::Hold(booking.id), booking.by_points, worth, today).await?;
    if amount < booking.by_points { Err(BookingRefusal::FewPoints) } else { Ok(()) }
}

/// A hold has just been booked: what was kept back for it is spent, with its receipt.
pub(super) async fn spend_kept(tx: &mut Tx, shelf: &Shelf, booking: &Booking) -> Result<(), Fault> {
    if booking.by_points == 0 {
        return Ok(());
    }
    let lines = sold_lines(tx.conn(), shelf, booking, booking.by_points).await?;
    let payment = with_points(tx, shelf, booking.stay, Subject::Booking(booking.id), &lines, &Keys::token()).await?;
    points::spend_kept(tx, booking.id, payment.id).await?;
    payments::capture(tx, &payment).await?;
    // From here on its payment says so.
    note(tx, booking.id, 0).await
}

async fn with_points(
    tx: &mut Tx,
    shelf: &Shelf,
    stay: StayId,
    subject: Subject,
    lines: &[ReceiptLine],
    intent: &str,
) -> Result<payments::Payment, Fault> {
    let currency = &shelf.resort.currency;
    let new = NewPayment { stay, subject, provider: POINTS, method: Method::Points, lines, currency, intent, note: "", buyer: None };
    let id = payments::add(tx, &new).await?;
    payments::payment(tx.conn(), id).await
}

/// Pays with points for what stands on the room's bill: all of it, or as much as they pay where the resort splits. `expected`
/// is what they were said to pay. The same form twice is one payment.
pub async fn pay(
    tx: &mut Tx,
    shelf: &Shelf,
    who: &Who,
    subject: Subject,
    lines_of: impl AsyncFnOnce(&mut Tx, i64) -> Result<Vec<ReceiptLine>, Fault>,
    (expected, intent): (i64, &str),
) -> Result<(), BookingRefusal> {
    if let Some(before) = payments::by_intent(tx.conn(), who.stay, intent).await? {
        return if before.subject == subject { Ok(()) } else { Err(Fault::Field("intent".into()).into()) };
    }
    lapse(tx).await?;
    let now = tx.now();
    is_adult(tx.conn(), shelf, who, now).await?;
    let owed = owed(tx.conn(), subject).await?;
    let can = can_pay(tx.conn(), shelf, who.stay, owed, now).await?.ok_or(BookingRefusal::FewPoints)?;
    if can.amount != expected {
        return Err(BookingRefusal::FewPoints);
    }
    let lines = lines_of(tx, can.amount).await?;
    let payment = with_points(tx, shelf, who.stay, subject, &lines, intent).await?;
    points::take(tx, who.stay, Use::Payment(payment.id), can.amount, shelf.resort.point_worth, shelf.time.day(now)).await?;
    payments::capture(tx, &payment).await?;
    tx.nudge(Nudge::Stay(who.stay));
    tx.nudge(Nudge::Desk);
    Ok(())
}

/// Whether this form has paid before: then nothing that was begun since is called off for it (RULES I1).
pub async fn is_done(conn: &mut Conn, stay: StayId, intent: &str) -> Result<bool, Fault> {
    Ok(payments::by_intent(conn, stay, intent).await?.is_some())
}

/// The same for a booking.
pub async fn pay_for(tx: &mut Tx, shelf: &Shelf, who: &Who, id: BookingId, expected: i64, intent: &str) -> Result<(), BookingRefusal> {
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    if booking.state != BookingState::Confirmed {
        return Err(BookingRefusal::NotNow(booking.state));
    }
    may_pay(shelf, &booking, Way::Points)?;
    let lines = async |tx: &mut Tx, amount: i64| Ok(sold_lines(tx.conn(), shelf, &booking, amount).await?);
    pay(tx, shelf, who, Subject::Booking(id), lines, (expected, intent)).await
}

/// What the points of a stay can pay of an amount; nothing where they cannot.
pub async fn can_pay(conn: &mut Conn, shelf: &Shelf, stay: StayId, amount: i64, now: i64) -> Result<Option<ByPoints>, Fault> {
    let worth = shelf.resort.point_worth;
    if worth == 0 || amount == 0 {
        return Ok(None);
    }
    let purse = points::purse(conn, stay, worth, shelf.time.day(now), now).await?;
    let points = needed(amount, worth, purse.points);
    let paid = pays(points, worth, amount);
    let enough = paid > 0 && (paid == amount || shelf.resort.split);
    Ok(enough.then(|| ByPoints { points, amount: paid, kept: false, intent: Keys::token() }))
}

/// What they do, or can do, for a hold.
pub async fn of_hold(conn: &mut Conn, shelf: &Shelf, booking: &Booking, now: i64) -> Result<Option<ByPoints>, Fault> {
    if booking.by_points > 0 {
        let points = points::kept(conn, booking.id).await?;
        return Ok(Some(ByPoints { points, amount: booking.by_points, kept: true, intent: String::new() }));
    }
    can_pay(conn, shelf, booking.stay, booking.total, now).await
}
