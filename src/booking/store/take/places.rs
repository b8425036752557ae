//! What a place is made of: the places of a session, resources (`../resources.rs`), the share of the package. Taken by
//! statements that the database refuses when they do not fit; given back together.

use crate::base::{BookingId, Day, Fault, SessionId, StayId};
use crate::booking::store::waitlist::{self, Ended};
use crate::booking::store::{booking_of, decode, record, resources, state_name};
use crate::booking::{Actor, BookingState, Deed};
use crate::catalog::included::{self, Subject};
use crate::notices::{Notice, tell};
use crate::payments::points::store as points;
use crate::server::{Nudge, Tx};

/// Tidies every hold that ran out: its places, resources and counters are given back. Truth does not need it, since every
/// query counts such a hold as free; the statements that raise counters do.
pub async fn lapse(tx: &mut Tx) -> Result<u64, Fault> {
    lapse_before(tx, None).await
}

/// The same, before `coming` is taken once more: of that nobody is told that it is over.
pub async fn lapse_before(tx: &mut Tx, coming: Option<BookingId>) -> Result<u64, Fault> {
    let now = tx.now();
    let late: Vec<(i64, i64, Option<String>)> =
        sqlx::query_as("SELECT id, stay_id, way FROM bookings WHERE state = 'held' AND hold_until < $1 ORDER BY hold_until, id")
            .bind(now)
            .fetch_all(tx.conn())
            .await?;
    let mut lapsed = 0;
    for (id, stay, way) in late {
        let offered = waitlist::end(tx, BookingId(id), Ended::Expired).await?;
        if give_up(tx, BookingId(id), BookingState::Held, BookingState::Lapsed).await? {
            record(tx, BookingId(id), Actor::House, "", &Deed::Lapsed).await?;
            let silent = coming == Some(BookingId(id));
            if offered && way.is_none() && !silent {
                waitlist::tell_over(tx, StayId(stay), BookingId(id)).await?;
            } else if way.is_some() && !silent {
                let booking = booking_of(tx.conn(), StayId(stay), BookingId(id), now).await?;
                let (title, day, wall) = (booking.sold.title, booking.day, booking.wall.to_string());
                tell(tx, StayId(stay), Notice::BillOver { booking: BookingId(id), title, day, wall }).await?;
            }
            tx.nudge(Nudge::Stay(StayId(stay)));
            lapsed += 1;
        }
    }
    Ok(lapsed)
}

/// Ends a booking that is held or confirmed, whichever `from` says, and gives back all it had. False when it was in
/// another state.
pub async fn give_up(tx: &mut Tx, booking: BookingId, from: BookingState, to: BookingState) -> Result<bool, Fault> {
    // SQLite would plan a state that is bound anew each time, for the sake of indexes over a part of the states.
    let sql = match from {
        BookingState::Held => {
            "UPDATE bookings SET state = $2 WHERE id = $1 AND state = 'held' RETURNING session_id, places, day, intent, (SELECT count(*) FROM uses u WHERE u.booking_id = bookings.id), by_points"
        }
        _ => {
            "UPDATE bookings SET state = $2 WHERE id = $1 AND state = 'confirmed' RETURNING session_id, places, day, intent, (SELECT count(*) FROM uses u WHERE u.booking_id = bookings.id), by_points"
        }
    };
    let ended: Option<(Option<i64>, i64, String, String, i64, i64)> =
        sqlx::query_as(sql).bind(booking.0).bind(state_name(to)).fetch_optional(tx.conn()).await?;
    let Some((session, places, day, intent, uses, by_points)) = ended else { return Ok(false) };
    if let Some(session) = session {
        give_places(tx, SessionId(session), places).await?;
    }
    if uses > 0 {
        resources::give_back(tx, booking).await?;
    }
    let included: Vec<i64> = sqlx::query_scalar("UPDATE participants SET state = 'ended' WHERE booking_id = $1 RETURNING included")
        .bind(booking.0)
        .fetch_all(tx.conn())
        .await?;
    if by_points > 0 {
        points::let_go(tx, booking).await?;
    }
    if included.contains(&1) {
        included::give_back(tx, Subject::Booking(booking.0)).await?;
    }
    if waitlist::made_from(&intent) {
        waitlist::end(tx, booking, Ended::Declined).await?;
    }
    tx.nudge(Nudge::Desk);
    tx.nudge(Nudge::Places(Day::parse(&day).ok_or_else(|| decode("a booking's day"))?));
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
