//! What becomes of places that are held: confirmed, given up, moved, cancelled. Every step is one conditional update;
//! whoever comes second finds another state and is told so.

use super::asking::spend;
use super::check_in::let_out_all;
use super::goodwill::{nobody_came, nobody_missed};
use super::guarantee::settled;
use super::pay::give_back;
use super::points::spend_kept;
use super::resources;
use super::take::{give_places, give_up, lapse, lost, sellable, take_places};
use super::waitlist::{gone, pass_on};
use super::{Who, alternatives, bill, booking_of, company, days, engaged, limits, others_of, participants_of, record, sale, sale_by_resort};
use crate::base::{BookingId, Fault, GuestId, WallTime};
use crate::booking::rules::party::{self, Member};
use crate::booking::rules::time::{fee_from, reminder};
use crate::booking::store::{Booking, Spot};
use crate::booking::{Actor, BookingRefusal, BookingState, Deed, Moment, Target};
use crate::catalog::Period;
use crate::catalog::included::{self, Subject};
use crate::catalog::shelf::Shelf;
use crate::notices::{Notice, drop_reminders, tell, tell_later, tell_of, tell_party};
use crate::payments::store as payments;
use crate::payments::{Method, Subject as Paid};
use crate::people::session::Staff;
use crate::server::{Nudge, Tx};

/// Whose deed it is.
#[derive(Clone, Copy)]
pub enum Act<'a> {
    /// The guest's, under the rule it was sold with.
    Guest,
    /// The resort's, which called the time off: it costs the guest nothing and keeps to no deadline (RULES X9).
    Resort { staff: &'a Staff, reason: &'a str },
}

impl Act<'_> {
    /// Writes what was done into the booking's history.
    async fn record(self, tx: &mut Tx, who: &Who, id: BookingId, deed: &Deed) -> Result<(), Fault> {
        match self {
            Act::Guest => record(tx, id, Actor::Guest, &who.name, deed).await,
            Act::Resort { staff, .. } => record(tx, id, Actor::Staff, staff.name(), deed).await,
        }
    }

    /// Offers what was freed to whoever waits. What the resort frees goes first to those whom it moves: it passes on once,
    /// when all of them have their place.
    async fn pass_on(self, tx: &mut Tx, shelf: &Shelf) -> Result<(), Fault> {
        if let Act::Guest = self {
            pass_on(tx, shelf).await?;
        }
        Ok(())
    }
}

/// Turns a hold into a booking and puts what it costs on the room's bill, unless it is paid. A second time answers the same.
pub async fn confirm(tx: &mut Tx, shelf: &Shelf, who: &Who, id: BookingId, expected: Option<i64>, paid: bool) -> Result<(), BookingRefusal> {
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    if expected.is_some_and(|expected| expected != booking.to_pay()) && !said_before(tx, &booking, expected).await? {
        return Err(BookingRefusal::PriceChanged { total: booking.to_pay() });
    }
    let confirmed = sqlx::query(
        "UPDATE bookings SET state = 'confirmed', way = CASE WHEN way = 'desk' THEN way ELSE NULL END WHERE id = $1 AND stay_id = $2 AND state = 'held' AND hold_until >= $3
            AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.id = bookings.session_id AND s.cancelled_at IS NOT NULL)",
    )
    .bind(id.0)
    .bind(who.stay.0)
    .bind(now)
    .execute(tx.conn())
    .await?
    .rows_affected();
    if confirmed != 1 {
        return match booking.state {
            BookingState::Confirmed => Ok(()),
            BookingState::Lapsed => Err(BookingRefusal::Expired { alternatives: elsewhere(tx, shelf, who, &booking).await? }),
            BookingState::Held => Err(BookingRefusal::Cancelled { alternatives: elsewhere(tx, shelf, who, &booking).await? }),
            state => Err(BookingRefusal::NotNow(state)),
        };
    }
    nobody_alone(tx, shelf, &booking).await?;
    let going = guests_of(tx, id).await?;
    settle(tx, who, &booking, Actor::Guest, &going, paid).await?;
    spend(tx, shelf, who, &booking, paid).await?;
    spend_kept(tx, shelf, &booking).await?;
    let (title, day, wall) = (booking.sold.title.clone(), booking.day, booking.wall.to_string());
    let others = others_of(tx.conn(), id).await?;
    tell_party(tx, who.stay, &others, Notice::BookingMade { booking: id, title, day, wall }).await?;
    // Another of the party may wait for the same: a stay holds one time only once.
    pass_on(tx, shelf).await?;
    Ok(())
}

/// Whether a booking was confirmed for this much besides points: then it is said a second time.
async fn said_before(tx: &mut Tx, booking: &Booking, expected: Option<i64>) -> Result<bool, Fault> {
    if booking.state != BookingState::Confirmed {
        return Ok(false);
    }
    let held = payments::held(tx.conn(), Paid::Booking(booking.id)).await?;
    let in_points: i64 = held.iter().filter(|one| one.method == Method::Points).map(|one| one.amount).sum();
    Ok(in_points > 0 && expected == Some(booking.total - in_points))
}

/// What follows from a booking that has just been confirmed, but for what is said: the bill, the history, the reminder,
/// and no more waiting.
pub(super) async fn settle(tx: &mut Tx, who: &Who, booking: &Booking, actor: Actor, going: &[GuestId], paid: bool) -> Result<(), Fault> {
    // What the night kept back about an offer is no longer so.
    drop_reminders(tx, booking.id).await?;
    bill(tx, who.stay, booking.id, booking.total).await?;
    let name = if actor == Actor::House { "" } else { &who.name };
    // The way of what was paid is told by its payment.
    record(tx, booking.id, actor, name, &Deed::Confirmed { total: if paid { 0 } else { booking.to_pay() } }).await?;
    gone(tx, booking, going).await?;
    remind(tx, who, booking, booking.day, booking.wall, booking.starts_at).await?;
    tx.nudge(Nudge::Desk);
    // Nobody waits any more for what was only held.
    tx.nudge(Nudge::Places(booking.day));
    Ok(())
}

/// Where else these people could go, once a hold is lost.
pub async fn elsewhere(tx: &mut Tx, shelf: &Shelf, who: &Who, booking: &Booking) -> Result<Vec<crate::booking::Alternative>, Fault> {
    let now = tx.now();
    let guests = guests_of(tx, booking.id).await?;
    Ok(alternatives(tx.conn(), shelf, now, Some(who), &spot_of(booking), &guests, booking.places).await?)
}

/// Gives a hold up. A second time answers the same.
pub async fn release(tx: &mut Tx, shelf: &Shelf, who: &Who, act: Act<'_>, id: BookingId) -> Result<(), BookingRefusal> {
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    if booking.state == BookingState::Held && give_up(tx, id, BookingState::Held, BookingState::Released).await? {
        match act {
            Act::Guest => act.record(tx, who, id, &Deed::Released).await?,
            Act::Resort { reason, .. } => called_off(tx, who, act, &booking, reason).await?,
        }
        tx.nudge(Nudge::Stay(who.stay));
        act.pass_on(tx, shelf).await?;
        return Ok(());
    }
    match booking.state {
        BookingState::Released | BookingState::Lapsed => Ok(()),
        state => Err(BookingRefusal::NotNow(state)),
    }
}

/// Cancels a booking under the rule it was sold with; by the resort, for nothing. The fee must be the one that was shown
/// (RULES X4); the places are free the moment this commits (X6). A second time answers the same.
pub async fn cancel(tx: &mut Tx, shelf: &Shelf, who: &Who, act: Act<'_>, id: BookingId, expected_fee: i64) -> Result<(), BookingRefusal> {
    let now = tx.now();
    if let Act::Resort { .. } = act {
        nobody_missed(tx, id).await?;
    }
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    match booking.state {
        BookingState::Confirmed => {}
        BookingState::Cancelled => return Ok(()),
        state => return Err(BookingRefusal::NotNow(state)),
    }
    if now >= booking.ends_at {
        return Err(BookingRefusal::Past);
    }
    let fee = match act {
        Act::Guest => {
            if anybody_in(tx, id).await? {
                return Err(BookingRefusal::CheckedIn);
            }
            if settled(tx, &booking, None).await? {
                return Err(BookingRefusal::Settled);
            }
            nobody_left_alone(tx, shelf, &booking).await?;
            booking.fee_at(now)
        }
        Act::Resort { .. } => 0,
    };
    if fee != expected_fee {
        return Err(BookingRefusal::FeeChanged { fee });
    }
    if !give_up(tx, id, BookingState::Confirmed, BookingState::Cancelled).await? {
        return Err(Fault::TryAgain.into());
    }
    sqlx::query("UPDATE bookings SET fee = $2 WHERE id = $1").bind(id.0).bind(fee).execute(tx.conn()).await?;
    let charged = booking.total - booking.given;
    bill(tx, who.stay, id, fee - charged).await?;
    let returned = give_back(tx, &booking).await?;
    drop_reminders(tx, id).await?;
    if let Act::Resort { reason, .. } = act {
        called_off(tx, who, act, &booking, reason).await?;
        if returned > 0 {
            let (title, day, wall) = (booking.sold.title, booking.day, booking.wall.to_string());
            tell(tx, who.stay, Notice::MoneyReturned { booking: id, title, day, wall, amount: returned }).await?;
        }
    } else {
        act.record(tx, who, id, &Deed::Cancelled { kept: fee, returned: charged - fee }).await?;
        let (title, day, wall) = (booking.sold.title, booking.day, booking.wall.to_string());
        let notice = Notice::BookingCancelled { booking: id, title, day, wall };
        if booking.apart_from.is_some() {
            // The others go: what is said is said of the one.
            for guest in guests_of(tx, id).await? {
                tell_of(tx, who.stay, guest, &notice).await?;
            }
        } else {
            let others = others_of(tx.conn(), id).await?;
            tell_party(tx, who.stay, &others, notice).await?;
        }
    }
    tx.nudge(Nudge::Desk);
    act.pass_on(tx, shelf).await?;
    Ok(())
}

/// Writes down and tells that the resort called off what somebody had.
async fn called_off(tx: &mut Tx, who: &Who, act: Act<'_>, booking: &Booking, reason: &str) -> Result<(), Fault> {
    act.record(tx, who, booking.id, &Deed::CalledOff { reason: reason.to_owned() }).await?;
    let (title, day, wall) = (booking.sold.title.clone(), booking.day, booking.wall.to_string());
    let others = others_of(tx.conn(), booking.id).await?;
    tell_party(tx, who.stay, &others, Notice::CalledOff { booking: booking.id, title, day, wall, reason: reason.to_owned() }).await
}

/// Moves a booking to another time of the same offer, at the price it was sold for. The new place is taken before
/// the old one is given up; when it cannot be had, nothing has happened (RULES S1). The same move twice is one.
///
/// The resort moves also what begins soon, and to the same time when something else can serve it. Whether the children
/// of the party have somebody with them is then asked once all of its bookings have moved ([`looked_after`]).
pub async fn shift(tx: &mut Tx, shelf: &Shelf, who: &Who, act: Act<'_>, id: BookingId, to: &Target) -> Result<(), BookingRefusal> {
    if lapse(tx).await? > 0 {
        act.pass_on(tx, shelf).await?;
    }
    let now = tx.now();
    if let Act::Resort { .. } = act {
        nobody_missed(tx, id).await?;
    }
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    if booking.state != BookingState::Confirmed {
        return Err(BookingRefusal::NotNow(booking.state));
    }
    let spot = days::spot(tx.conn(), shelf, to).await?;
    if spot.offer != booking.offer {
        return Err(Fault::NotFound.into());
    }
    let same_time = spot.starts_at == booking.starts_at && spot.session == booking.session;
    if same_time && matches!(act, Act::Guest) {
        return Ok(());
    }
    let (offer, stay) = (shelf.offer(spot.offer)?, (who.arrives, who.departs));
    let sale = match act {
        Act::Guest => {
            if anybody_in(tx, id).await? {
                return Err(BookingRefusal::CheckedIn);
            }
            if !booking.may_move(now) {
                return Err(BookingRefusal::TooLateToMove);
            }
            sale(shelf, offer, Some(stay), now)
        }
        Act::Resort { .. } => sale_by_resort(shelf, offer, stay, now),
    };
    let people = participants_of(tx.conn(), id).await?;
    let guests: Vec<GuestId> = people.iter().map(|person| GuestId(person.guest_id)).collect();
    sellable(tx, shelf, who, &spot, &sale, &guests).await?;
    let party: Vec<Member> =
        people.iter().map(|person| Member { id: GuestId(person.guest_id), name: person.name.clone(), age: person.age }).collect();
    if let Act::Guest = act {
        let there = company(tx.conn(), who.stay, spot.when(), Some(id)).await?;
        party::allowed(limits(offer), &party, &there)?;
        nobody_left_alone(tx, shelf, &booking).await?;
    }
    let mut others = engaged(tx.conn(), shelf, who.stay, who.lang, booking.offer, now).await?;
    others.retain(|one| one.booking != id);
    party::free(&party, spot.when(), &others)?;

    // What it occupies itself is no obstacle; all of this is undone together if the new time cannot be had.
    resources::give_back(tx, id).await?;
    let Some(claims) = resources::pick(tx, shelf, offer, &spot, booking.places).await? else {
        return Err(lost(tx, shelf, who, &spot, &guests, booking.places).await?);
    };
    if let Some(session) = spot.session
        && !take_places(tx, session, booking.places).await?
    {
        return Err(lost(tx, shelf, who, &spot, &guests, booking.places).await?);
    }
    resources::occupy(tx, id, &claims).await?;
    let resource = claims.first().filter(|_| spot.session.is_none()).map(|claim| claim.resource.0);
    if let Some(old) = booking.session {
        give_places(tx, old, booking.places).await?;
    }
    let whose: Vec<i64> = people.iter().filter(|person| person.included == 1 && person.share_back.is_none()).map(|person| person.guest_id).collect();
    keep_included(tx, shelf, who, act, &booking, &spot, &whose).await?;
    let fee_from = match act {
        // While it costs nothing in any case, a move is no way around a fee.
        Act::Guest if booking.in_grace(now) => spot.starts_at,
        Act::Guest => fee_from(&booking.sold.policy, booking.fee_from, spot.starts_at, now),
        Act::Resort { .. } => spot.starts_at,
    };
    rewrite(tx, shelf, &booking, &spot, resource, fee_from).await?;
    if let Act::Guest = act {
        let moved = booking_of(tx.conn(), who.stay, id, now).await?;
        gone(tx, &moved, &guests).await?;
    }
    drop_reminders(tx, id).await?;
    remind(tx, who, &booking, spot.day, spot.wall, spot.starts_at).await?;
    tx.nudge(Nudge::Places(booking.day));
    tx.nudge(Nudge::Places(spot.day));
    let at = |day, wall: WallTime| Moment { day, wall: wall.to_string() };
    let (from, to) = (at(booking.day, booking.wall), at(spot.day, spot.wall));
    let (title, day, wall) = (booking.sold.title.clone(), spot.day, spot.wall.to_string());
    let (deed, notice) = match act {
        Act::Guest => (Deed::Moved { from, to }, Notice::BookingMoved { booking: id, title, day, wall }),
        Act::Resort { reason, .. } => {
            // Whoever was let in for the old time comes anew.
            nobody_came(tx, &booking).await?;
            let_out_all(tx, id).await?;
            let reason = reason.to_owned();
            (Deed::MovedByResort { from, to, reason: reason.clone() }, Notice::MovedByResort { booking: id, title, day, wall, reason })
        }
    };
    act.record(tx, who, id, &deed).await?;
    if same_time {
        tx.nudge(Nudge::Stay(who.stay));
    } else {
        let others = others_of(tx.conn(), id).await?;
        tell_party(tx, who.stay, &others, notice).await?;
    }
    tx.nudge(Nudge::Desk);
    act.pass_on(tx, shelf).await?;
    Ok(())
}

/// What the package paid for moves along: another day's share is used up in place of the old day's. When the resort moves
/// it and the other day's share is gone, the old day's stays used: the price is kept in any case.
async fn keep_included(
    tx: &mut Tx,
    shelf: &Shelf,
    who: &Who,
    act: Act<'_>,
    booking: &Booking,
    spot: &Spot,
    whose: &[i64],
) -> Result<(), BookingRefusal> {
    let (now, offer, subject) = (tx.now(), shelf.offer(booking.offer)?, Subject::Booking(booking.id.0));
    let Some(allowance) = shelf.allowance(&who.package, offer) else { return Ok(()) };
    if whose.is_empty() || allowance.period != Period::Day || spot.day == booking.day {
        return Ok(());
    }
    included::give_back(tx, subject).await?;
    let mut day = spot.day;
    if let Act::Resort { .. } = act {
        let used = included::used(tx.conn(), who.stay, now).await?;
        let left = included::allowance(shelf, &who.package, offer, day, &used);
        let wanted = if allowance.each_person { 1 } else { whose.len() as i64 };
        let reaches = left.is_some_and(|left| whose.iter().all(|guest| left.left_for(*guest).is_none_or(|left| left >= wanted)));
        day = if reaches { day } else { booking.day };
    }
    if included::use_up(tx, who.stay, &allowance, day, whose, subject).await? { Ok(()) } else { Err(BookingRefusal::UsedUp) }
}

async fn rewrite(tx: &mut Tx, shelf: &Shelf, booking: &Booking, spot: &Spot, resource: Option<i64>, fee_from: i64) -> Result<(), Fault> {
    let moved = sqlx::query(
        "UPDATE bookings SET session_id = $3, resource_id = $4, starts_at = $5, ends_at = $6, day = $7, wall = $8, zone = $9, fee_from = $10,
                moves = moves + 1 WHERE id = $1 AND state = 'confirmed' AND moves = $2",
    )
    .bind(booking.id.0)
    .bind(booking.moves)
    .bind(spot.session.map(|session| session.0))
    .bind(resource)
    .bind(spot.starts_at)
    .bind(spot.ends_at)
    .bind(spot.day.to_string())
    .bind(spot.wall.to_string())
    .bind(shelf.time.zone())
    .bind(fee_from)
    .execute(tx.conn())
    .await?;
    if moved.rows_affected() == 1 { Ok(()) } else { Err(Fault::TryAgain) }
}

/// Writes the reminder of a start, if there is still time for one.
async fn remind(tx: &mut Tx, who: &Who, booking: &Booking, day: crate::base::Day, wall: WallTime, starts_at: i64) -> Result<(), Fault> {
    let Some(at) = reminder(tx.now(), starts_at) else { return Ok(()) };
    let (title, place, wall) = (booking.sold.title.clone(), booking.sold.place.clone(), wall.to_string());
    tell_later(tx, who.stay, Notice::BookingSoon { booking: booking.id, title, day, wall, place }, at).await
}

async fn guests_of(tx: &mut Tx, booking: BookingId) -> Result<Vec<GuestId>, Fault> {
    Ok(participants_of(tx.conn(), booking).await?.into_iter().map(|person| GuestId(person.guest_id)).collect())
}

/// Children who only held their places go with an adult also when somebody has given up meanwhile (RULES M4).
async fn nobody_alone(tx: &mut Tx, shelf: &Shelf, booking: &Booking) -> Result<(), BookingRefusal> {
    let Ok(offer) = shelf.offer(booking.offer) else { return Ok(()) };
    let people = participants_of(tx.conn(), booking.id).await?;
    let company = company(tx.conn(), booking.stay, booking.when(), Some(booking.id)).await?;
    party::looked_after(limits(offer), people.iter().map(|person| person.age).chain(company))
}

/// Children who go by another booking of the stay keep an adult with them.
async fn nobody_left_alone(tx: &mut Tx, shelf: &Shelf, booking: &Booking) -> Result<(), BookingRefusal> {
    looked_after(tx, shelf, booking, Some(booking.id)).await
}

/// Whether the children of a stay who go to the time of a booking for certain have somebody with them; `but` without
/// those of one booking.
pub async fn looked_after(tx: &mut Tx, shelf: &Shelf, booking: &Booking, but: Option<BookingId>) -> Result<(), BookingRefusal> {
    let Ok(offer) = shelf.offer(booking.offer) else { return Ok(()) };
    let company = company(tx.conn(), booking.stay, booking.when(), but).await?;
    party::looked_after(limits(offer), company.into_iter())
}

async fn anybody_in(tx: &mut Tx, booking: BookingId) -> Result<bool, Fault> {
    let inside: i64 = sqlx::query_scalar("SELECT count(*) FROM participants WHERE booking_id = $1 AND checked_in_at IS NOT NULL")
        .bind(booking.0)
        .fetch_one(tx.conn())
        .await?;
    Ok(inside > 0)
}

/// The time of a booking, as something to look around from.
pub fn spot_of(booking: &Booking) -> Spot {
    Spot {
        target: booking.target(),
        offer: booking.offer,
        session: booking.session,
        day: booking.day,
        wall: booking.wall,
        starts_at: booking.starts_at,
        ends_at: booking.ends_at,
        cancelled: false,
    }
}
