//! The same wish once more: one hold, whoever sends it how often, and what was answered last is what counts.

use super::answers;
use crate::base::{BookingId, Fault, GuestId, StayId};
use crate::booking::store::{Answered, Sold, Spot, Who, Wish, booking_of, decode, json, participants_of};
use crate::booking::{BookingRefusal, BookingState};
use crate::catalog::shelf::Offer;
use crate::server::{Nudge, Tx};

/// An earlier answer to the same form, whatever became of it since. The key of one form sent with another wish is
/// refused (RULES I1).
pub async fn made_by(tx: &mut Tx, stay: StayId, wish: &Wish) -> Result<Option<BookingId>, BookingRefusal> {
    let made: Option<(i64, String)> = sqlx::query_as("SELECT id, sold FROM bookings WHERE stay_id = $1 AND intent = $2")
        .bind(stay.0)
        .bind(&wish.intent)
        .fetch_optional(tx.conn())
        .await?;
    let Some((id, sold)) = made else { return Ok(None) };
    let sold: Sold = serde_json::from_str(&sold).map_err(|error| decode(&error.to_string()))?;
    let same = sold.asked.is_none_or(|asked| asked == wish.asked());
    if same { Ok(Some(BookingId(id))) } else { Err(Fault::Field("intent".into()).into()) }
}

/// A booking of this stay that is held or confirmed.
pub struct LiveBooking {
    pub id: BookingId,
    /// Nothing once it is confirmed.
    pub hold_until: Option<i64>,
    /// It is for the very time that is asked for.
    pub same: bool,
    pub guests: Vec<i64>,
}

pub async fn live_bookings(tx: &mut Tx, stay: StayId, spot: &Spot) -> Result<Vec<LiveBooking>, Fault> {
    let mut rows: Vec<(i64, String, Option<i64>, i64, i64, i64)> = sqlx::query_as(
        "SELECT b.id, b.state, b.hold_until, b.offer_id, b.starts_at, p.guest_id FROM bookings b JOIN participants p ON p.booking_id = b.id
          WHERE b.stay_id = $1 AND b.state IN ('held', 'confirmed') AND (b.state = 'held' OR (b.offer_id = $2 AND b.starts_at = $3))",
    )
    .bind(stay.0)
    .bind(spot.offer.0)
    .bind(spot.starts_at)
    .fetch_all(tx.conn())
    .await?;
    rows.sort_by_key(|(id, .., guest)| (*id, *guest));
    let mut bookings: Vec<LiveBooking> = Vec::new();
    for (id, state, hold_until, offer, starts_at, guest) in rows {
        match bookings.last_mut() {
            Some(last) if last.id.0 == id => last.guests.push(guest),
            _ => bookings.push(LiveBooking {
                id: BookingId(id),
                hold_until: hold_until.filter(|_| state == "held"),
                same: offer == spot.offer.0 && starts_at == spot.starts_at,
                guests: vec![guest],
            }),
        }
    }
    Ok(bookings)
}

pub fn sorted(guests: &[GuestId]) -> Vec<i64> {
    let mut guests: Vec<i64> = guests.iter().map(|guest| guest.0).collect();
    guests.sort_unstable();
    guests.dedup();
    guests
}

/// The booking that this wish made before. Other answers than then are kept while it is only held; a booking that is
/// confirmed stays as it is, and whoever sent them is told so.
pub async fn again(tx: &mut Tx, offer: &Offer, who: &Who, wish: &Wish, id: BookingId) -> Result<BookingId, BookingRefusal> {
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    let answered = answers(offer, &wish.answers, who.lang);
    let same = |answered: &[Answered]| {
        answered.len() == booking.answers.len()
            && answered.iter().zip(&booking.answers).all(|(new, old)| new.key == old.key && new.answer.get(who.lang) == old.answer.get(who.lang))
    };
    match booking.state {
        BookingState::Held => {
            let answered = answered?;
            if !same(&answered) {
                sqlx::query("UPDATE bookings SET answers = $2 WHERE id = $1 AND state = 'held'")
                    .bind(id.0)
                    .bind(json(&answered)?)
                    .execute(tx.conn())
                    .await?;
                tx.nudge(Nudge::Stay(who.stay));
            }
            Ok(id)
        }
        BookingState::Confirmed if !answered.is_ok_and(|answered| same(&answered)) => {
            let first = participants_of(tx.conn(), id).await?.into_iter().next().ok_or(Fault::TryAgain)?;
            Err(BookingRefusal::AlreadyGoing { name: first.name })
        }
        _ => Ok(id),
    }
}
