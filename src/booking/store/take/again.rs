//! The same wish once more: one hold, whoever sends it how often, and what was answered last is what counts.

use super::answers;
use crate::base::{BookingId, Fault, GuestId, OfferId, StayId};
use crate::booking::rules::party::{Engagement, When};
use crate::booking::rules::time::is_live;
use crate::booking::store::{Answered, Sold, Spot, Who, Wish, booking_of, decode, json, participants_of};
use crate::booking::{BookingRefusal, BookingState};
use crate::catalog::shelf::{Offer, Shelf};
use crate::server::{Nudge, Tx};
use sqlx::FromRow;

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

/// What a stay has, as far as it concerns a time.
pub struct Live {
    /// Its holds, and what it has confirmed for the very time.
    pub own: Vec<LiveBooking>,
    /// Ages of those who go to that time for certain.
    pub company: Vec<i64>,
    /// What its people have that has not ended, in order of time.
    pub engaged: Vec<Engagement>,
}

/// One reading for all that must be known of a stay before it takes places.
pub async fn live_of(tx: &mut Tx, shelf: &Shelf, who: &Who, spot: &Spot) -> Result<Live, Fault> {
    let now = tx.now();
    let mut rows: Vec<LiveRow> = sqlx::query_as(
        "SELECT b.id, b.state, b.hold_until, b.offer_id, b.starts_at, b.ends_at, b.sold, b.wall, p.guest_id, p.age
           FROM bookings b JOIN participants p ON p.booking_id = b.id
          WHERE b.stay_id = $1 AND b.state IN ('held', 'confirmed') AND (b.state = 'held' OR b.ends_at > $2 OR (b.offer_id = $3 AND b.starts_at = $4))",
    )
    .bind(who.stay.0)
    .bind(now)
    .bind(spot.offer.0)
    .bind(spot.starts_at)
    .fetch_all(tx.conn())
    .await?;
    rows.sort_by_key(|row| (row.starts_at, row.id, row.guest_id));
    let (mut own, mut company, mut engaged): (Vec<LiveBooking>, Vec<i64>, Vec<Engagement>) = (Vec::new(), Vec::new(), Vec::new());
    for row in &rows {
        let (held, id) = (row.state == "held", BookingId(row.id));
        let same = row.offer_id == spot.offer.0 && row.starts_at == spot.starts_at;
        if same && !held {
            company.push(row.age);
        }
        if row.ends_at > now && (!held || row.hold_until.is_some_and(|until| is_live(until, now))) {
            let sold: Sold = serde_json::from_str(&row.sold).map_err(|error| decode(&error.to_string()))?;
            let when = When { offer: OfferId(row.offer_id), starts_at: row.starts_at, ends_at: row.ends_at };
            let (title, walk) = (sold.title.get(who.lang).to_owned(), shelf.walk(when.offer, spot.offer));
            engaged.push(Engagement { booking: id, guest: GuestId(row.guest_id), title, wall: row.wall.clone(), when, walk });
        }
        match own.last_mut() {
            Some(last) if last.id == id => last.guests.push(row.guest_id),
            _ if held || same => own.push(LiveBooking { id, hold_until: row.hold_until.filter(|_| held), same, guests: vec![row.guest_id] }),
            _ => {}
        }
    }
    own.sort_by_key(|one| one.id);
    Ok(Live { own, company, engaged })
}

#[derive(FromRow)]
struct LiveRow {
    id: i64,
    state: String,
    hold_until: Option<i64>,
    offer_id: i64,
    starts_at: i64,
    ends_at: i64,
    sold: String,
    wall: String,
    guest_id: i64,
    age: i64,
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
