//! Places that ran out while somebody paid for them (RULES H5).

use super::again::{Live, live_of};
use super::{in_line, lapse_before, lost, pass_on, sale_by_resort, sellable, take_places};
use crate::base::{BookingId, Fault, GuestId};
use crate::booking::rules::codes;
use crate::booking::rules::party::{self, Member};
use crate::booking::store::change::spot_of;
use crate::booking::store::points::keep_again;
use crate::booking::store::{Booking, Who, booking_of, days, limits, participants_of, record, resources};
use crate::booking::{Actor, BookingRefusal, BookingState, Deed};
use crate::catalog::included::{self, Subject};
use crate::catalog::shelf::{Offer, Shelf};
use crate::server::{Nudge, Tx};

/// How long what was taken again waits to be confirmed, in seconds: the money is there already.
const CONFIRMED_WITHIN: i64 = 60;

/// Takes the places of a hold that ran out under payment once more, at the price it was held for. They are held again, for
/// whoever calls to confirm in the same transaction. Those who wait come first: what lapsed is offered to them before. What
/// cannot be had is refused, and nothing has happened; the money goes back. Held still is fine as it is; of what is
/// confirmed or was given up the caller knows whether it was by this payment.
pub async fn retake(tx: &mut Tx, shelf: &Shelf, who: &Who, id: BookingId) -> Result<(), BookingRefusal> {
    let now = tx.now();
    let lapsed = lapse_before(tx, Some(id)).await? > 0;
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    match booking.state {
        BookingState::Lapsed if was_paying(tx, id).await? => {}
        // The same good news twice.
        BookingState::Held => return Ok(()),
        state => return Err(BookingRefusal::NotNow(state)),
    }
    let offer = shelf.offer(booking.offer)?;
    let spot = days::spot(tx.conn(), shelf, &booking.target()).await?;
    let people = participants_of(tx.conn(), id).await?;
    let member = |person: &crate::booking::store::Participant| Member { id: GuestId(person.guest_id), name: person.name.clone(), age: person.age };
    let party: Vec<Member> = people.iter().map(member).collect();
    let guests: Vec<GuestId> = party.iter().map(|member| member.id).collect();
    if lapsed || in_line(tx.conn(), spot.offer, spot.day, &spot.wall.to_string()).await? > 0 {
        pass_on(tx, shelf).await?;
    }
    sellable(tx, shelf, who, &spot, &sale_by_resort(shelf, offer, (who.arrives, who.departs), now), &guests).await?;
    // What was held is what is sold, whatever an import made of it since.
    if (spot.offer, spot.starts_at, spot.ends_at) != (booking.offer, booking.starts_at, booking.ends_at) {
        return Err(BookingRefusal::Cancelled { alternatives: Vec::new() });
    }
    // It has lapsed, so nothing of this is its own.
    let Live { own, company, engaged } = live_of(tx, shelf, who, &spot).await?;
    party::allowed(limits(offer), &party, &company)?;
    party::free(&party, booking.when(), &engaged)?;
    // A stay holds one time only once, and may be choosing anew.
    if own.iter().any(|one| one.same && one.hold_until.is_some()) {
        return Err(BookingRefusal::NotNow(BookingState::Held));
    }
    let Some(claims) = resources::pick(tx, shelf, offer, &spot, booking.places).await? else {
        return Err(lost(tx, shelf, who, &spot_of(&booking), &guests, booking.places).await?);
    };
    if let Some(session) = spot.session
        && !take_places(tx, session, booking.places).await?
    {
        return Err(lost(tx, shelf, who, &spot_of(&booking), &guests, booking.places).await?);
    }
    resources::occupy(tx, id, &claims).await?;
    let whose: Vec<i64> = people.iter().filter(|person| person.included == 1).map(|person| person.guest_id).collect();
    use_up(tx, shelf, who, offer, &booking, &whose).await?;
    // The tickets that ended stay ended (RULES K4).
    for person in &people {
        sqlx::query("UPDATE participants SET state = 'active', code = $3 WHERE booking_id = $1 AND guest_id = $2")
            .bind(id.0)
            .bind(person.guest_id)
            .bind(codes::fresh())
            .execute(tx.conn())
            .await?;
    }
    let serves = claims.first().filter(|_| spot.session.is_none()).map(|claim| claim.resource.0);
    let taken = sqlx::query("UPDATE bookings SET state = 'held', hold_until = $2, resource_id = $3 WHERE id = $1 AND state = 'lapsed'")
        .bind(id.0)
        .bind(now + CONFIRMED_WITHIN)
        .bind(serves)
        .execute(tx.conn())
        .await?;
    if taken.rows_affected() != 1 {
        return Err(Fault::TryAgain.into());
    }
    keep_again(tx, shelf, &booking).await?;
    record(tx, id, Actor::House, "", &Deed::Retaken).await?;
    tx.nudge(Nudge::Stay(who.stay));
    tx.nudge(Nudge::Desk);
    tx.nudge(Nudge::Places(booking.day));
    Ok(())
}

/// Only what somebody has begun to pay for is taken again without asking.
async fn was_paying(tx: &mut Tx, id: BookingId) -> Result<bool, Fault> {
    let paying: Option<i64> = sqlx::query_scalar("SELECT paying_from FROM bookings WHERE id = $1").bind(id.0).fetch_one(tx.conn()).await?;
    Ok(paying.is_some())
}

/// What the package paid for it pays for again, or the price is not the one that was paid.
async fn use_up(tx: &mut Tx, shelf: &Shelf, who: &Who, offer: &Offer, booking: &Booking, whose: &[i64]) -> Result<(), BookingRefusal> {
    let Some(allowance) = shelf.allowance(&who.package, offer).filter(|_| !whose.is_empty()) else {
        return if whose.is_empty() { Ok(()) } else { Err(BookingRefusal::UsedUp) };
    };
    let used = included::use_up(tx, who.stay, &allowance, booking.day, whose, Subject::Booking(booking.id.0)).await?;
    if used { Ok(()) } else { Err(BookingRefusal::UsedUp) }
}
