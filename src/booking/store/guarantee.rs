//! The money back after it took place (RULES X13): asked for once by the guest, and given or declined by the desk. The places
//! stay what they were: it took place.

use super::goodwill::give;
use super::{Booking, Who, booking_of, record};
use crate::base::{BookingId, Day, Fault, GuestId, StayId};
use crate::booking::rules::time::{guaranteed_until, may_ask_back};
use crate::booking::{Actor, BookingRefusal, BookingState, Deed, Guarantee};
use crate::notices::{Notice, tell};
use crate::payments::Because;
use crate::payments::store::Reason;
use crate::people::session::Staff;
use crate::people::store as people;
use crate::server::{Conn, Nudge, Tx};
use sqlx::FromRow;

/// Whether the desk has said of somebody (of this one, when one is named) that they did not come, or is asked for the money
/// back: a booking that is as far as that is not cancelled by its guest any more.
pub(super) async fn settled(tx: &mut Tx, booking: &Booking, whose: Option<GuestId>) -> Result<bool, Fault> {
    // Before the start there is nothing of the kind.
    if tx.now() < booking.starts_at {
        return Ok(false);
    }
    let said: i64 = sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM participants WHERE booking_id = $1 AND (missed_at IS NOT NULL OR given > 0) AND (guest_id = $2 OR $2 = 0))
              + (SELECT count(*) FROM guarantees WHERE booking_id = $1)",
    )
    .bind(booking.id.0)
    .bind(whose.map_or(0, |guest| guest.0))
    .fetch_one(tx.conn())
    .await?;
    Ok(said > 0)
}

#[derive(FromRow)]
struct GuaranteeRow {
    state: String,
    amount: i64,
    answer: String,
}

/// How the money back stands for a booking; nothing when it is not to be had.
pub async fn of(conn: &mut Conn, booking: &Booking, staying: bool, anybody_in: bool, (today, now): (Day, i64)) -> Result<Option<Guarantee>, Fault> {
    // Nobody can have asked before it began.
    if now < booking.starts_at || booking.state != BookingState::Confirmed {
        return Ok(None);
    }
    let row: Option<GuaranteeRow> =
        sqlx::query_as("SELECT state, amount, answer FROM guarantees WHERE booking_id = $1").bind(booking.id.0).fetch_optional(conn).await?;
    Ok(match row {
        Some(row) if row.state == "approved" => Some(Guarantee::Given { amount: row.amount, note: row.answer }),
        Some(row) if row.state == "declined" => Some(Guarantee::Declined { reason: row.answer }),
        Some(_) => Some(Guarantee::Asked),
        None if !staying || !may_ask(booking, anybody_in, today, now) => None,
        None => guaranteed_until(&booking.sold.policy, booking.day).map(|until| Guarantee::Open { until }),
    })
}

fn may_ask(booking: &Booking, anybody_in: bool, today: Day, now: i64) -> bool {
    let when = (booking.day, booking.starts_at, booking.ends_at);
    booking.total > booking.given && may_ask_back(&booking.sold.policy, when, anybody_in, today, now)
}

/// The guest asks for the money back. A second time changes nothing.
pub async fn ask(tx: &mut Tx, who: &Who, today: Day, id: BookingId, why: &str) -> Result<(), BookingRefusal> {
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    let known: i64 = sqlx::query_scalar("SELECT count(*) FROM guarantees WHERE booking_id = $1").bind(id.0).fetch_one(tx.conn()).await?;
    if known > 0 {
        return Ok(());
    }
    if booking.state != BookingState::Confirmed {
        return Err(BookingRefusal::NotNow(booking.state));
    }
    let inside: i64 = sqlx::query_scalar("SELECT count(*) FROM participants WHERE booking_id = $1 AND checked_in_at IS NOT NULL")
        .bind(id.0)
        .fetch_one(tx.conn())
        .await?;
    if !may_ask(&booking, inside > 0, today, now) {
        return Err(BookingRefusal::NoGuarantee);
    }
    sqlx::query("INSERT INTO guarantees (booking_id, state, why, asked_at) VALUES ($1, 'asked', $2, $3)")
        .bind(id.0)
        .bind(why)
        .bind(now)
        .execute(tx.conn())
        .await?;
    record(tx, id, Actor::Guest, &who.name, &Deed::MoneyAsked).await?;
    tx.nudge(Nudge::Stay(who.stay));
    tx.nudge(Nudge::Desk);
    Ok(())
}

/// A booking whose guest asks for the money back.
pub async fn asked(tx: &mut Tx, id: BookingId) -> Result<Booking, Fault> {
    let now = tx.now();
    let stay: i64 = sqlx::query_scalar("SELECT stay_id FROM bookings WHERE id = $1").bind(id.0).fetch_one(tx.conn()).await?;
    booking_of(tx.conn(), StayId(stay), id, now).await
}

/// The desk gives so much back, to where it was paid from. False when it is not asked for (any more), or is not there to be
/// given.
pub async fn approve(tx: &mut Tx, staff: &Staff, booking: &Booking, amount: i64, note: &str) -> Result<bool, Fault> {
    let left = booking.total - booking.given;
    if booking.state != BookingState::Confirmed || !(1..=left).contains(&amount) || !answer(tx, booking.id, "approved", amount, note).await? {
        return Ok(false);
    }
    let because = Reason { because: Because::Guarantee, participant: None, due_at: tx.now() };
    give(tx, booking, amount, because).await?;
    record(tx, booking.id, Actor::Staff, staff.name(), &Deed::MoneyGiven { amount }).await?;
    let (title, day, wall) = (booking.sold.title.clone(), booking.day, booking.wall.to_string());
    tell(tx, booking.stay, Notice::MoneyGiven { booking: booking.id, title, day, wall, amount }).await?;
    let (now, before, after) = (tx.now(), left.to_string(), amount.to_string());
    let deed = people::Deed { deed: "money_given", subject: "booking", subject_id: booking.id.0, before: &before, after: &after, reason: note };
    people::log(tx.conn(), now, Some(staff), deed).await?;
    tx.nudge(Nudge::Desk);
    Ok(true)
}

/// The desk does not give it back, and says why. False when it is not asked for (any more).
pub async fn decline(tx: &mut Tx, staff: &Staff, booking: &Booking, reason: &str) -> Result<bool, Fault> {
    if !answer(tx, booking.id, "declined", 0, reason).await? {
        return Ok(false);
    }
    record(tx, booking.id, Actor::Staff, staff.name(), &Deed::MoneyDeclined { reason: reason.to_owned() }).await?;
    let (title, day, wall) = (booking.sold.title.clone(), booking.day, booking.wall.to_string());
    tell(tx, booking.stay, Notice::MoneyDeclined { booking: booking.id, title, day, wall, reason: reason.to_owned() }).await?;
    let now = tx.now();
    let deed = people::Deed { deed: "money_declined", subject: "booking", subject_id: booking.id.0, before: "", after: "", reason };
    people::log(tx.conn(), now, Some(staff), deed).await?;
    tx.nudge(Nudge::Desk);
    Ok(true)
}

/// The one answer there is.
async fn answer(tx: &mut Tx, id: BookingId, state: &str, amount: i64, text: &str) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query("UPDATE guarantees SET state = $2, amount = $3, answer = $4, answered_at = $5 WHERE booking_id = $1 AND state = 'asked'")
        .bind(id.0)
        .bind(state)
        .bind(amount)
        .bind(text)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() == 1)
}
