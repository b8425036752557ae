//! What the desk may do beyond the rules, always with a reason that stays in the log: more places than there are, a hold
//! that lasts longer, a hold that ends at once.

use super::take::give_up;
use super::{lapse, pass_on, record, state_at};
use crate::base::{BookingId, Day, Fault, SessionId, StayId, WallTime};
use crate::booking::{Actor, BookingRefusal, BookingState, Deed, Moment};
use crate::catalog::shelf::Shelf;
use crate::people::session::Staff;
use crate::people::store::{self as people, log};
use crate::server::{Nudge, Tx};

/// The most places that can be allowed beyond a session's own.
pub const MOST_BEYOND: i64 = 500;

/// Allows so many places beyond those of a session (RULES C11). `seen` is how many were allowed when the form was drawn: a
/// colleague's change in between is not overwritten (RULES G3). Never fewer than are taken.
pub async fn allow_beyond(
    tx: &mut Tx,
    shelf: &Shelf,
    staff: &Staff,
    session: SessionId,
    (beyond, seen): (i64, i64),
    reason: &str,
) -> Result<(), BookingRefusal> {
    lapse(tx).await?;
    let now = tx.now();
    let day: Option<String> = sqlx::query_scalar(
        "UPDATE sessions SET beyond = $2 WHERE id = $1 AND beyond = $3 AND capacity + $2 >= taken AND cancelled_at IS NULL AND ends_at > $4 RETURNING day",
    )
    .bind(session.0)
    .bind(beyond.clamp(0, MOST_BEYOND))
    .bind(seen)
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    let Some(day) = day else {
        let known: Option<(i64, i64, i64)> =
            sqlx::query_as("SELECT beyond, capacity, taken FROM sessions WHERE id = $1").bind(session.0).fetch_optional(tx.conn()).await?;
        return match known {
            None => Err(Fault::NotFound.into()),
            Some((allowed, ..)) if allowed == beyond => Ok(()),
            Some((allowed, capacity, taken)) if allowed == seen && capacity + beyond < taken => {
                Err(BookingRefusal::Full { left: capacity + allowed - taken, alternatives: Vec::new() })
            }
            Some(_) => Err(BookingRefusal::NotNow(BookingState::Confirmed)),
        };
    };
    let (before, after) = (seen.to_string(), beyond.to_string());
    let deed = people::Deed { deed: "beyond_allowed", subject: "session", subject_id: session.0, before: &before, after: &after, reason };
    log(tx.conn(), now, Some(staff), deed).await?;
    tx.nudge(Nudge::Desk);
    tx.nudge(Nudge::Places(Day::parse(&day).ok_or(Fault::TryAgain)?));
    pass_on(tx, shelf).await?;
    Ok(())
}

struct HeldRow {
    stay: StayId,
    hold_until: i64,
    starts_at: i64,
}

/// A hold that has not run out.
async fn held(tx: &mut Tx, booking: BookingId) -> Result<HeldRow, BookingRefusal> {
    let now = tx.now();
    let row: Option<(i64, String, Option<i64>, i64)> =
        sqlx::query_as("SELECT stay_id, state, hold_until, starts_at FROM bookings WHERE id = $1").bind(booking.0).fetch_optional(tx.conn()).await?;
    let (stay, state, hold_until, starts_at) = row.ok_or(Fault::NotFound)?;
    match (state_at(&state, hold_until, now)?, hold_until) {
        (BookingState::Held, Some(hold_until)) => Ok(HeldRow { stay: StayId(stay), hold_until, starts_at }),
        (state, _) => Err(BookingRefusal::NotNow(state)),
    }
}

/// How far ahead a time is taken for tomorrow's, in seconds.
const TONIGHT: i64 = 12 * 3600;

/// Keeps a hold until a time of today, or of the night that follows; longer than it would last and never beyond its start
/// (RULES H13).
pub async fn keep_hold(tx: &mut Tx, shelf: &Shelf, staff: &Staff, id: BookingId, until: WallTime, reason: &str) -> Result<(), BookingRefusal> {
    let now = tx.now();
    let row = held(tx, id).await?;
    let today = shelf.time.day(now);
    let tomorrow = shelf.time.instant(today.plus(1), until);
    let day = if shelf.time.instant(today, until) <= now && tomorrow - now <= TONIGHT { today.plus(1) } else { today };
    let until_at = shelf.time.instant(day, until);
    if until_at <= row.hold_until || until_at > row.starts_at {
        return Err(Fault::Field("until".into()).into());
    }
    let kept = sqlx::query("UPDATE bookings SET hold_until = $2 WHERE id = $1 AND state = 'held' AND hold_until = $3")
        .bind(id.0)
        .bind(until_at)
        .bind(row.hold_until)
        .execute(tx.conn())
        .await?;
    if kept.rows_affected() != 1 {
        return Err(Fault::TryAgain.into());
    }
    let wall = until.to_string();
    record(tx, id, Actor::Staff, staff.name(), &Deed::Kept { until: Moment { day, wall: wall.clone() } }).await?;
    let before = shelf.time.wall(row.hold_until).to_string();
    let deed = people::Deed { deed: "hold_kept", subject: "booking", subject_id: id.0, before: &before, after: &wall, reason };
    log(tx.conn(), now, Some(staff), deed).await?;
    tell(tx, row.stay, shelf.time.day(row.starts_at));
    Ok(())
}

/// Gives back what somebody only holds; nothing was paid, so nobody is told (RULES X12). A second time answers the same.
pub async fn release_hold(tx: &mut Tx, shelf: &Shelf, staff: &Staff, id: BookingId, reason: &str) -> Result<(), BookingRefusal> {
    let now = tx.now();
    let row = match held(tx, id).await {
        Err(BookingRefusal::NotNow(BookingState::Released | BookingState::Lapsed)) => return Ok(()),
        row => row?,
    };
    if give_up(tx, id, BookingState::Held, BookingState::Released).await? {
        record(tx, id, Actor::Staff, staff.name(), &Deed::Released).await?;
        let deed = people::Deed { deed: "hold_released", subject: "booking", subject_id: id.0, before: "", after: "", reason };
        log(tx.conn(), now, Some(staff), deed).await?;
        tell(tx, row.stay, shelf.time.day(row.starts_at));
        pass_on(tx, shelf).await?;
    }
    Ok(())
}

fn tell(tx: &mut Tx, stay: StayId, day: Day) {
    tx.nudge(Nudge::Stay(stay));
    tx.nudge(Nudge::Desk);
    tx.nudge(Nudge::Places(day));
}
