//! Whose money a booking is: what goes on the room's bill is counted against what its person may spend in a day, in the
//! transaction that puts it there. Who may not asks an adult of the party; the places wait for the answer under their own
//! clock, with the one bounded grace that paying would have had (RULES H4, H7).

use super::{Booking, Who, booking_of, moment, record};
use crate::base::{AskId, BookingId, Fault, GuestId};
use crate::booking::rules::time::pay_until;
use crate::booking::{Actor, BookingRefusal, BookingState, Deed};
use crate::catalog::shelf::Shelf;
use crate::notices::Notice;
use crate::server::{Conn, Nudge, Tx};
use crate::stays::caps::Over;
use crate::stays::caps::asks::{self, Ask, Asking};
use crate::stays::caps::store::{self as caps, Charge};

/// Counts what a booking has just put on the room's bill. What is paid at once is nobody's day's money.
pub async fn spend(tx: &mut Tx, shelf: &Shelf, who: &Who, booking: &Booking, paid: bool) -> Result<(), BookingRefusal> {
    let (now, id) = (tx.now(), booking.id);
    if paid || booking.to_pay() == 0 {
        let holder = holder(tx, id).await?.unwrap_or(who.by);
        return Ok(caps::name(tx, ("booking", id.0), Some(holder), None).await?);
    }
    let day = shelf.time.day(now);
    let charge = Charge { stay: who.stay, guest: who.by, subject: ("booking", id.0), amount: booking.total, day, approved: who.approved };
    if caps::count(tx, shelf.resort.caps(), &charge).await? {
        return Ok(());
    }
    let over = over(tx.conn(), shelf, who, booking, now).await?.ok_or(Fault::TryAgain)?;
    Err(BookingRefusal::OverCap(over))
}

/// What of a booking is counted as its person's day: all of it, also where points pay a part of it later.
fn on_the_bill(booking: &Booking) -> i64 {
    if booking.to_pay() == 0 { 0 } else { booking.total }
}

/// Who held it.
async fn holder(tx: &mut Tx, id: BookingId) -> Result<Option<GuestId>, Fault> {
    let holder: Option<i64> = sqlx::query_scalar("SELECT guest_id FROM bookings WHERE id = $1").bind(id.0).fetch_one(tx.conn()).await?;
    Ok(holder.map(GuestId))
}

/// What is taken off the bill again may be spent again. Of one who went apart the charge stands with those they were part of.
pub(super) async fn give_back(tx: &mut Tx, id: BookingId) -> Result<(), Fault> {
    let root: i64 = sqlx::query_scalar("SELECT coalesce(apart_from, id) FROM bookings WHERE id = $1").bind(id.0).fetch_one(tx.conn()).await?;
    caps::give_back(tx, "booking", root, id.0).await
}

/// Whether a hold costs more than this person may put on the room's bill today: what they may, whom they can ask, and what
/// they have asked.
pub async fn over(conn: &mut Conn, shelf: &Shelf, who: &Who, booking: &Booking, now: i64) -> Result<Option<Over>, Fault> {
    let over = caps::over(conn, shelf.resort.caps(), who.stay, who.by, shelf.time.day(now), on_the_bill(booking)).await?;
    match over {
        Some(over) => Ok(Some(Over { asked: asks::of_booking(conn, booking.id).await?, ..over })),
        None => Ok(None),
    }
}

/// Asks the adults of the party to put a hold on the room's bill. A second time answers the same and prolongs nothing.
pub async fn ask(tx: &mut Tx, shelf: &Shelf, who: &Who, id: BookingId) -> Result<AskId, BookingRefusal> {
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    let until = match (booking.state, booking.hold_until) {
        (BookingState::Held, Some(until)) => until,
        (BookingState::Lapsed, _) => {
            return Err(BookingRefusal::Expired { alternatives: super::change::elsewhere(tx, shelf, who, &booking).await? });
        }
        (state, _) => return Err(BookingRefusal::NotNow(state)),
    };
    let rule = shelf.resort.caps();
    let asking = |until| Asking { stay: who.stay, guest: who.by, title: &booking.sold.title, amount: booking.total, until };
    if let Some(before) = asks::of_booking(tx.conn(), id).await? {
        return Ok(before);
    }
    let over = over(tx.conn(), shelf, who, &booking, now).await?;
    if over.is_none_or(|over| over.whom.is_empty()) {
        // They may by themselves, or nobody could say yes.
        return Err(BookingRefusal::NotNow(booking.state));
    }
    let longer = pay_until(now, until, booking.starts_at);
    let waits: i64 = sqlx::query_scalar(
        "UPDATE bookings SET hold_until = CASE WHEN graced = 0 THEN $3 ELSE hold_until END, graced = CASE WHEN $3 > hold_until THEN 1 ELSE graced END
          WHERE id = $1 AND state = 'held' AND hold_until >= $2 RETURNING hold_until",
    )
    .bind(id.0)
    .bind(now)
    .bind(longer)
    .fetch_one(tx.conn())
    .await?;
    let (ask, _) = asks::for_booking(tx, &asking(waits), id).await?;
    let at = moment(shelf.time, waits);
    record(tx, id, Actor::Guest, &who.name, &Deed::Asked { total: booking.total, until: at.clone() }).await?;
    let row = asks::ask_of(tx.conn(), who.stay, ask, now).await?;
    let notice = Notice::Asked { ask, name: row.name.clone(), title: row.title.clone(), amount: row.amount, until: at.wall };
    asks::tell_adults(tx, rule, &row, shelf.time.day(now), &notice).await?;
    tx.nudge(Nudge::Stay(who.stay));
    tx.nudge(Nudge::Desk);
    tx.nudge(Nudge::Places(booking.day));
    Ok(ask)
}

/// Writes the answer of an adult into the history of what was asked for.
pub async fn answered(tx: &mut Tx, ask: &Ask, booking: BookingId, by: &str, yes: bool, reason: &str) -> Result<(), Fault> {
    let deed = if yes { Deed::Approved { name: ask.name.clone() } } else { Deed::NotApproved { reason: reason.to_owned() } };
    record(tx, booking, Actor::Guest, by, &deed).await
}
