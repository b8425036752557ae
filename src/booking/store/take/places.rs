//! What a place is made of: the places of a session, the cells of a resource, the share of the package. Taken by
//! statements that the database refuses when they do not fit; given back together.

use crate::base::{BookingId, Fault, ResourceId, SessionId, StayId};
use crate::booking::rules::slots;
use crate::booking::store::waitlist::{self, Ended};
use crate::booking::store::{Spot, record, state_name};
use crate::booking::{Actor, BookingState, Deed};
use crate::catalog::included::{self, Subject};
use crate::catalog::shelf::{Offer, Shelf};
use crate::server::{Nudge, Tx};

/// Tidies every hold that ran out: its places, cells and counters are given back. Truth does not need it, since every
/// query counts such a hold as free; the statements that raise counters do.
pub async fn lapse(tx: &mut Tx) -> Result<u64, Fault> {
    let now = tx.now();
    let late: Vec<(i64, i64)> = sqlx::query_as("SELECT id, stay_id FROM bookings WHERE state = 'held' AND hold_until < $1 ORDER BY hold_until, id")
        .bind(now)
        .fetch_all(tx.conn())
        .await?;
    let mut lapsed = 0;
    for (id, stay) in late {
        let offered = waitlist::end(tx, BookingId(id), Ended::Expired).await?;
        if give_up(tx, BookingId(id), BookingState::Held, BookingState::Lapsed).await? {
            record(tx, BookingId(id), Actor::House, "", &Deed::Lapsed).await?;
            if offered {
                waitlist::tell_over(tx, StayId(stay), BookingId(id)).await?;
            }
            tx.nudge(Nudge::Stay(StayId(stay)));
            lapsed += 1;
        }
    }
    Ok(lapsed)
}

/// Ends a booking that is in state `from`, and gives back all it had. False when it was in another state.
pub async fn give_up(tx: &mut Tx, booking: BookingId, from: BookingState, to: BookingState) -> Result<bool, Fault> {
    let ended: Option<(Option<i64>, i64)> =
        sqlx::query_as("UPDATE bookings SET state = $3 WHERE id = $1 AND state = $2 RETURNING session_id, places")
            .bind(booking.0)
            .bind(state_name(from))
            .bind(state_name(to))
            .fetch_optional(tx.conn())
            .await?;
    let Some((session, places)) = ended else { return Ok(false) };
    if let Some(session) = session {
        give_places(tx, SessionId(session), places).await?;
    }
    give_cells(tx, booking).await?;
    sqlx::query("UPDATE participants SET state = 'ended' WHERE booking_id = $1").bind(booking.0).execute(tx.conn()).await?;
    included::give_back(tx, Subject::Booking(booking.0)).await?;
    waitlist::end(tx, booking, Ended::Declined).await?;
    Ok(true)
}

/// Raises `taken` where it still fits: the last word on capacity.
pub async fn take_places(tx: &mut Tx, session: SessionId, places: i64) -> Result<bool, Fault> {
    let taken = sqlx::query("UPDATE sessions SET taken = taken + $2 WHERE id = $1 AND taken + $2 <= capacity + beyond AND cancelled_at IS NULL")
        .bind(session.0)
        .bind(places)
        .execute(tx.conn())
        .await?;
    Ok(taken.rows_affected() == 1)
}

pub async fn give_places(tx: &mut Tx, session: SessionId, places: i64) -> Result<(), Fault> {
    sqlx::query("UPDATE sessions SET taken = taken - $2 WHERE id = $1").bind(session.0).bind(places).execute(tx.conn()).await?;
    Ok(())
}

/// Takes every cell of the first resource that is free the whole time and not closed, in the order of the offer; all or
/// none.
pub async fn take_cells(tx: &mut Tx, shelf: &Shelf, offer: &Offer, spot: &Spot, booking: BookingId) -> Result<Option<ResourceId>, Fault> {
    let cells = slots::cells(spot.starts_at, spot.ends_at, offer.before, offer.after);
    let wanted = u64::try_from(cells.end - cells.start).unwrap_or(0);
    for (resource, _) in shelf.resources_of(offer) {
        let taken = sqlx::query(
            "WITH RECURSIVE span (cell) AS (SELECT CAST($3 AS BIGINT) UNION ALL SELECT cell + 1 FROM span WHERE cell + 1 < $4)
             INSERT INTO cells (resource_id, cell, booking_id) SELECT $1, cell, $2 FROM span
              WHERE NOT EXISTS (SELECT 1 FROM closures WHERE reopened_at IS NULL AND ends_at > $5
                AND ((resource_id = $1 AND starts_at < $6) OR (offer_id = $7 AND starts_at <= $5)))
             ON CONFLICT (resource_id, cell) DO NOTHING",
        )
        .bind(resource.0)
        .bind(booking.0)
        .bind(cells.start)
        .bind(cells.end)
        .bind(spot.starts_at)
        .bind(spot.ends_at)
        .bind(spot.offer.0)
        .execute(tx.conn())
        .await?
        .rows_affected();
        if taken == wanted {
            return Ok(Some(resource));
        }
        give_cells(tx, booking).await?;
    }
    Ok(None)
}

pub async fn give_cells(tx: &mut Tx, booking: BookingId) -> Result<(), Fault> {
    sqlx::query("DELETE FROM cells WHERE booking_id = $1").bind(booking.0).execute(tx.conn()).await?;
    Ok(())
}
