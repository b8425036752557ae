//! What the pages' readings in `looking.rs` are put together from.

use crate::base::{Fault, GuestId};
use crate::booking::rules::codes;
use crate::booking::store::{self, Booking, Participant, Spot, Viewer, moment, waitlist, ways};
use crate::booking::{BookingRefusal, BookingState, Line, Person, SlotState, Ticket, Ways, money};
use crate::catalog::Way;
use crate::catalog::shelf::Shelf;
use crate::payments::{Pay, Subject};
use crate::people::session::Guest;
use crate::server::{Conn, Time};
use crate::stays::caps;

/// Whether there is room for everybody of a booking at its time.
pub(super) async fn room_again(conn: &mut Conn, shelf: &Shelf, viewer: &Viewer, booking: &Booking, now: i64) -> Result<bool, BookingRefusal> {
    let spot = match store::spot(conn, shelf, &booking.target()).await {
        Ok(spot) => spot,
        // A time that the catalogue no longer has.
        Err(BookingRefusal::Fault(Fault::NotFound)) => return Ok(false),
        Err(refusal) => return Err(refusal),
    };
    let (state, left) = store::slot_state(conn, shelf, Some(viewer.days()), &spot, now).await?;
    Ok(state == SlotState::Free && (spot.session.is_none() || left >= booking.places))
}

/// The waitlist of a time, as this stay sees it.
pub(super) async fn line_of(
    conn: &mut Conn,
    shelf: &Shelf,
    viewer: Option<&Viewer>,
    spot: &Spot,
    (state, left): (&SlotState, i64),
    party: &[Person],
    now: i64,
) -> Result<Line, BookingRefusal> {
    let nothing = Line { yours: Vec::new(), waiting: 0, open: false, starts: Vec::new(), minutes: shelf.resort.waitlist_minutes };
    let able = party.iter().filter(|person| person.obstacle.is_none()).count();
    let short = match state {
        SlotState::Full | SlotState::HeldByOthers { .. } => able > 0,
        SlotState::Free => {
            (spot.session.is_some() || shelf.counts_people(shelf.offer(spot.offer)?)) && left < i64::try_from(able).unwrap_or(i64::MAX)
        }
        _ => return Ok(nothing),
    };
    let wall = spot.wall.to_string();
    let waiting = waitlist::in_line(conn, spot.offer, spot.day, &wall).await?;
    let Some(viewer) = viewer else { return Ok(Line { waiting, ..nothing }) };
    let yours = viewer.lines_for(conn, shelf, spot.offer, spot.day, shelf.time.day(now)).await?;
    let starts = waitlist::starts_of(conn, shelf, (spot.offer, shelf.offer(spot.offer)?), spot.day, now).await?;
    Ok(Line { yours, waiting, open: short, starts, ..nothing })
}

/// A person's ticket: its code once it is confirmed, its picture as long as it opens a door.
pub(super) fn ticket(person: Participant, booking: &Booking, opens_at: Option<&str>, time: Time, now: i64) -> Ticket {
    let (qr, qr_size) = opens_at.and_then(|base| codes::picture(&format!("{base}{}", person.code))).unwrap_or_default();
    Ticket {
        fee_now: booking.fee_of(person.due(), now),
        guest: GuestId(person.guest_id),
        name: person.name,
        age: person.age,
        price: person.price,
        included: person.included == 1,
        code: if booking.state == BookingState::Confirmed { codes::grouped(&person.code) } else { String::new() },
        qr,
        qr_size,
        checked_in: person.checked_in_at.map(|at| moment(time, at)),
        said_name: person.said_name.unwrap_or_default(),
        contact: person.contact.unwrap_or_default(),
    }
}

/// It is held, and no bill was asked for.
fn free_of_bill(held: Option<i64>, way: Option<Way>) -> bool {
    held.is_some() && way.is_none()
}

/// What has been paid for a booking, whether it can be, and how besides by card.
pub(super) async fn paying(conn: &mut Conn, shelf: &Shelf, booking: &Booking, staying: bool, now: i64) -> Result<(Pay, Ways), Fault> {
    let confirmed = booking.state == BookingState::Confirmed;
    let held = booking.hold_until.filter(|until| booking.state == BookingState::Held && now <= *until);
    let by_points = ways::may_pay(shelf, booking, Way::Points).is_ok();
    let standing = money::Standing {
        stay: booking.stay,
        subject: Subject::Booking(booking.id),
        root: Subject::Booking(booking.apart_from.unwrap_or(booking.id)),
        stands: confirmed,
        owed: held.map(|_| booking.to_pay()),
        may_pay: staying,
        by_points,
    };
    let mut pay = money::pay_of(conn, &crate::server::house()?, shelf, standing).await?;
    let may = |way| ways::may_pay(shelf, booking, way).is_ok();
    if !may(Way::Card) {
        pay.intent = None;
    }
    if held.is_none() && !confirmed {
        return Ok((pay, Ways::default()));
    }
    let way = ways::way_of(conn, booking.id).await?;
    let free = held.filter(|_| staying && booking.to_pay() > 0 && way.is_none());
    let adult = Guest::perhaps().is_some_and(|guest| caps::adult(&guest, shelf.resort.caps()).is_ok());
    if !adult {
        pay.points = None;
    }
    if free_of_bill(held, way) && staying && (booking.by_points > 0 || (by_points && adult)) {
        pay.points = store::points::of_hold(conn, shelf, booking, now).await?;
    }
    let ways = Ways {
        room: held.is_some() && may(Way::Room),
        desk: free.is_some() && may(Way::Desk),
        invoice: free.filter(|_| may(Way::Invoice)).map(|_| moment(shelf.time, ways::bill_until(shelf, booking, now))),
        asked: held.filter(|_| way == Some(Way::Invoice)).map(|until| moment(shelf.time, until)),
        due: if way == Some(Way::Desk) && confirmed { pay.owed } else { 0 },
    };
    Ok((pay, ways))
}
