//! One of several does not go (RULES X8, K7): what they had becomes a booking of its own, at the price and under the rule
//! it was sold with, and that one is cancelled like any other. The others keep their places.
//!
//! On the room's bill the charge stays with the booking of the others; what comes back is a line of the one that went.

use super::change::{Act, cancel};
use super::guarantee::settled;
use super::{Booking, Participant, Who, booking_of, participants_of, record, resources};
use crate::base::{BookingId, Fault, GuestId};
use crate::booking::{Actor, BookingRefusal, BookingState, Deed};
use crate::catalog::included::{self, Subject};
use crate::catalog::shelf::Shelf;
use crate::notices::drop_reminders_of;
use crate::server::Tx;

/// Cancels the place of one person. The fee must be the one that was shown. Answers the booking that was cancelled; a
/// second time answers the same. The last of a booking cancels all of it.
pub async fn cancel_one(
    tx: &mut Tx,
    shelf: &Shelf,
    who: &Who,
    id: BookingId,
    guest: GuestId,
    expected_fee: i64,
) -> Result<BookingId, BookingRefusal> {
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    let people = participants_of(tx.conn(), id).await?;
    let Some(leaving) = people.iter().find(|person| person.guest_id == guest.0) else {
        return Ok(went_apart(tx, id, guest).await?.ok_or(Fault::NotFound)?);
    };
    if people.len() == 1 {
        cancel(tx, shelf, who, Act::Guest, id, expected_fee).await?;
        return Ok(id);
    }
    match booking.state {
        BookingState::Confirmed => {}
        BookingState::Cancelled => return Ok(id),
        state => return Err(BookingRefusal::NotNow(state)),
    }
    if leaving.checked_in_at.is_some() {
        return Err(BookingRefusal::CheckedIn);
    }
    if settled(tx, &booking, Some(guest)).await? {
        return Err(BookingRefusal::Settled);
    }
    let apart = split(tx, shelf, &booking, leaving).await?;
    let (name, returned) = (leaving.name.clone(), leaving.due() - expected_fee);
    record(tx, id, Actor::Guest, &who.name, &Deed::Left { name, kept: expected_fee, returned }).await?;
    // It refuses what the rules refuse, and then nothing of the above has happened.
    cancel(tx, shelf, who, Act::Guest, apart, expected_fee).await?;
    Ok(apart)
}

/// Where somebody is who was part of a booking and gave up their place.
async fn went_apart(tx: &mut Tx, id: BookingId, guest: GuestId) -> Result<Option<BookingId>, Fault> {
    let apart: Option<i64> = sqlx::query_scalar(
        "SELECT b.id FROM bookings b JOIN participants p ON p.booking_id = b.id WHERE b.apart_from = $1 AND p.guest_id = $2 ORDER BY b.id DESC LIMIT 1",
    )
    .bind(id.0)
    .bind(guest.0)
    .fetch_optional(tx.conn())
    .await?;
    Ok(apart.map(BookingId))
}

/// Makes a booking of one person's place, ticket and share of the package.
async fn split(tx: &mut Tx, shelf: &Shelf, booking: &Booking, leaving: &Participant) -> Result<BookingId, Fault> {
    let apart: i64 = sqlx::query_scalar(
        "INSERT INTO bookings (stay_id, offer_id, session_id, resource_id, state, places, starts_at, ends_at, day, wall, zone, total, hold_until,
                sold, answers, intent, moves, fee_from, free_until, apart_from, created_at)
         SELECT stay_id, offer_id, session_id, resource_id, state, 1, starts_at, ends_at, day, wall, zone, $2, hold_until,
                sold, answers, $3, moves, fee_from, free_until, id, created_at FROM bookings WHERE id = $1 RETURNING id",
    )
    .bind(booking.id.0)
    .bind(leaving.due())
    // No form has such a key.
    .bind(format!("of {} {}", booking.id, leaving.code))
    .fetch_one(tx.conn())
    .await?;
    let moved =
        sqlx::query("UPDATE participants SET booking_id = $3 WHERE booking_id = $1 AND guest_id = $2 AND state = 'active' AND checked_in_at IS NULL");
    let moved = moved.bind(booking.id.0).bind(leaving.guest_id).bind(apart).execute(tx.conn()).await?;
    let fewer = sqlx::query("UPDATE bookings SET places = places - 1, total = total - $2 WHERE id = $1 AND state = 'confirmed' AND places > 1");
    let fewer = fewer.bind(booking.id.0).bind(leaving.due()).execute(tx.conn()).await?;
    if (moved.rows_affected(), fewer.rows_affected()) != (1, 1) {
        return Err(Fault::TryAgain);
    }
    // What the night kept back to say of them is no longer so.
    drop_reminders_of(tx, booking.id, GuestId(leaving.guest_id)).await?;
    resources::hand_on(tx, shelf, booking, BookingId(apart)).await?;
    if leaving.included == 1 {
        included::hand_on(tx, Subject::Booking(booking.id.0), Subject::Booking(apart), leaving.guest_id).await?;
    }
    Ok(BookingId(apart))
}
