//! Somebody else of the party comes instead: the place and its price stay, the ticket is another one (RULES M2, M4).

use super::take::lapse;
use super::{Booking, Participant, Viewer, Who, booking_of, company, engaged, limits, participants_of, party_of, record, waitlist};
use crate::base::{BookingId, Fault, GuestId};
use crate::booking::rules::codes;
use crate::booking::rules::party::{self, Member};
use crate::booking::{Actor, BookingRefusal, BookingState, Deed};
use crate::catalog::included::{self, Subject};
use crate::catalog::rules::price_for_age;
use crate::catalog::shelf::{Offer, Shelf};
use crate::catalog::{Allowance, Period};
use crate::notices::{Notice, tell};
use crate::server::{Conn, Nudge, Tx};

/// Lets `instead` go in place of `out`, as long as the booking could still be moved for nothing. It uses no place and
/// must cost the same. A second time answers the same.
pub async fn replace(tx: &mut Tx, shelf: &Shelf, who: &Who, id: BookingId, out: GuestId, instead: GuestId) -> Result<(), BookingRefusal> {
    lapse(tx).await?;
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    if booking.state != BookingState::Confirmed {
        return Err(BookingRefusal::NotNow(booking.state));
    }
    let people = participants_of(tx.conn(), id).await?;
    let goes = |guest: GuestId| people.iter().find(|person| person.guest_id == guest.0);
    let Some(leaving) = goes(out) else {
        return if goes(instead).is_some() { Ok(()) } else { Err(Fault::NotFound.into()) };
    };
    let whole = party_of(tx.conn(), who.stay).await?;
    let coming = whole.into_iter().find(|member| member.id == instead).ok_or(Fault::NotFound)?;
    if leaving.checked_in_at.is_some() {
        return Err(BookingRefusal::CheckedIn);
    }
    if !booking.may_move(now) {
        return Err(BookingRefusal::TooLateToReplace);
    }
    let offer = shelf.offer(booking.offer)?;
    party::free(std::slice::from_ref(&coming), booking.when(), &engaged(tx.conn(), shelf, who.stay, who.lang, booking.offer, now).await?)?;
    let staying = people.iter().filter(|person| person.guest_id != out.0);
    let mut party: Vec<Member> = staying.map(|person| Member { id: GuestId(person.guest_id), name: person.name.clone(), age: person.age }).collect();
    party.push(coming.clone());
    party::allowed(limits(offer), &party, &company(tx.conn(), who.stay, booking.when(), Some(id)).await?)?;
    // Compared by today's prices: what it was sold for holds, whatever the catalogue says since.
    let price = price_for_age(offer.price, &offer.bands, coming.age);
    if price != price_for_age(offer.price, &offer.bands, leaving.age) {
        return Err(BookingRefusal::OtherPrice { name: coming.name });
    }
    pass_on_share(tx, shelf, who, &booking, offer, &people, leaving, &coming).await?;
    rename(tx, id, out, &coming).await?;
    let (from, to) = (leaving.name.clone(), coming.name);
    record(tx, id, Actor::Guest, &who.name, &Deed::Replaced { from: from.clone(), to: to.clone() }).await?;
    let (title, day, wall) = (booking.sold.title.clone(), booking.day, booking.wall.to_string());
    tell(tx, who.stay, Notice::BookingReplaced { booking: id, title, day, wall, from, to }).await?;
    tx.nudge(Nudge::Desk);
    waitlist::gone(tx, &booking, &[instead]).await?;
    waitlist::pass_on(tx, shelf).await?;
    Ok(())
}

/// Who of the party could come instead of somebody: of the right age, and with nothing else then.
pub async fn instead(
    conn: &mut Conn,
    shelf: &Shelf,
    viewer: &Viewer,
    booking: &Booking,
    guests: &[GuestId],
    now: i64,
) -> Result<Vec<(GuestId, String)>, BookingRefusal> {
    let limits = limits(shelf.offer(booking.offer)?);
    let engaged = engaged(conn, shelf, viewer.who.stay, viewer.who.lang, booking.offer, now).await?;
    let others = viewer.party.iter().filter(|member| !guests.contains(&member.id));
    Ok(others
        .filter(|member| party::obstacle(limits, member, booking.when(), &engaged).is_none())
        .map(|member| (member.id, member.name.clone()))
        .collect())
}

/// What the package gives each person is used up by whoever goes. When the one has it left and the other has not, the
/// price is not the same.
#[allow(clippy::too_many_arguments, reason = "one step of one deed")]
async fn pass_on_share(
    tx: &mut Tx,
    shelf: &Shelf,
    who: &Who,
    booking: &Booking,
    offer: &Offer,
    people: &[Participant],
    leaving: &Participant,
    coming: &Member,
) -> Result<(), BookingRefusal> {
    let each = |allowance: &Allowance| allowance.each_person && allowance.period != Period::Unlimited;
    if leaving.price == 0 || !shelf.allowance(&who.package, offer).as_ref().is_some_and(each) {
        return Ok(());
    }
    let now = tx.now();
    let subject = Subject::Booking(booking.id.0);
    included::give_back(tx, subject).await?;
    let used = included::used(tx.conn(), who.stay, now).await?;
    let Some(allowance) = included::allowance(shelf, &who.package, offer, booking.day, &used) else { return Ok(()) };
    let left = allowance.left_for(coming.id.0).is_none_or(|left| left > 0);
    if left != (leaving.included == 1) {
        return Err(BookingRefusal::OtherPrice { name: coming.name.clone() });
    }
    let whose: Vec<i64> = people
        .iter()
        .filter(|person| person.included == 1)
        .map(|person| if person.guest_id == leaving.guest_id { coming.id.0 } else { person.guest_id })
        .collect();
    if included::use_up(tx, who.stay, &allowance, booking.day, &whose, subject).await? { Ok(()) } else { Err(BookingRefusal::UsedUp) }
}

/// Gives the place to the other person, with a code of its own: the old ticket opens nothing any more (RULES K4).
async fn rename(tx: &mut Tx, booking: BookingId, out: GuestId, coming: &Member) -> Result<(), Fault> {
    let renamed = sqlx::query(
        "UPDATE participants SET guest_id = $3, name = $4, age = $5, code = $6, said_name = NULL, contact = NULL
          WHERE booking_id = $1 AND guest_id = $2 AND state = 'active' AND checked_in_at IS NULL",
    )
    .bind(booking.0)
    .bind(out.0)
    .bind(coming.id.0)
    .bind(&coming.name)
    .bind(coming.age)
    .bind(codes::fresh())
    .execute(tx.conn())
    .await?;
    if renamed.rows_affected() == 1 { Ok(()) } else { Err(Fault::TryAgain) }
}
