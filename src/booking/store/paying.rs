//! Places while somebody pays for them: they wait for one bounded while longer, once for the payment itself and once after
//! an attempt that did not work. What is paid too late is taken again by `take/retake.rs`, or not at all.

use super::change::elsewhere;
use super::{Booking, Who, booking_of, moment, record};
use crate::base::{BookingId, Fault};
use crate::booking::rules::time::pay_until;
use crate::booking::{Actor, BookingRefusal, BookingState, Deed};
use crate::catalog::shelf::Shelf;
use crate::server::{Nudge, Tx};

/// Begins to pay for a hold; answers until when its places wait for that (RULES H4). A hold that ran out is refused before
/// any money moves (H3). Beginning again prolongs nothing (H7).
pub async fn begin_payment(tx: &mut Tx, shelf: &Shelf, who: &Who, id: BookingId) -> Result<i64, BookingRefusal> {
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    let until = match (booking.state, booking.hold_until) {
        (BookingState::Held, Some(until)) => until,
        (BookingState::Lapsed, _) => return Err(BookingRefusal::Expired { alternatives: elsewhere(tx, shelf, who, &booking).await? }),
        (state, _) => return Err(BookingRefusal::NotNow(state)),
    };
    let longer = pay_until(now, until, booking.starts_at);
    let first: Option<i64> = sqlx::query_scalar("SELECT paying_from FROM bookings WHERE id = $1").bind(id.0).fetch_one(tx.conn()).await?;
    let first = first.is_none();
    let begun: Option<i64> = sqlx::query_scalar(
        "UPDATE bookings SET paying_from = coalesce(paying_from, $2), hold_until = CASE WHEN graced = 0 THEN $3 ELSE hold_until END,
                graced = CASE WHEN $3 > hold_until THEN 1 ELSE graced END WHERE id = $1 AND state = 'held' AND hold_until >= $2 RETURNING hold_until",
    )
    .bind(id.0)
    .bind(now)
    .bind(longer)
    .fetch_optional(tx.conn())
    .await?;
    let longest = begun.ok_or(Fault::TryAgain)?;
    if first || longest > until {
        said(tx, shelf, who, &booking, longest, |until| Deed::Paying { until }).await?;
    }
    Ok(longest)
}

/// An attempt to pay did not work: there is time for another, once (RULES H6). Answers until when the places wait; nothing
/// when they do not wait any more.
pub async fn payment_failed(tx: &mut Tx, shelf: &Shelf, who: &Who, id: BookingId) -> Result<Option<i64>, Fault> {
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    let (BookingState::Held, Some(until)) = (booking.state, booking.hold_until) else { return Ok(None) };
    let longer = pay_until(now, until, booking.starts_at);
    let failed: Option<i64> = sqlx::query_scalar(
        "UPDATE bookings SET hold_until = CASE WHEN retried = 0 THEN $2 ELSE hold_until END,
                retried = CASE WHEN $2 > hold_until THEN 1 ELSE retried END WHERE id = $1 AND state = 'held' AND paying_from IS NOT NULL AND hold_until >= $3 RETURNING hold_until",
    )
    .bind(id.0)
    .bind(longer)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    // Another attempt may be on its way, and may come too late: that somebody has begun to pay stays written.
    let Some(longest) = failed else { return Ok(Some(until)) };
    if longest > until {
        said(tx, shelf, who, &booking, longest, |until| Deed::NotPaid { until }).await?;
    }
    Ok(Some(longest))
}

/// Into the history, and onto the screens of everybody who waits for the places.
async fn said(
    tx: &mut Tx,
    shelf: &Shelf,
    who: &Who,
    booking: &Booking,
    until: i64,
    deed: impl FnOnce(crate::booking::Moment) -> Deed,
) -> Result<(), Fault> {
    record(tx, booking.id, Actor::Guest, &who.name, &deed(moment(shelf.time, until))).await?;
    tx.nudge(Nudge::Stay(who.stay));
    tx.nudge(Nudge::Desk);
    tx.nudge(Nudge::Places(booking.day));
    Ok(())
}
