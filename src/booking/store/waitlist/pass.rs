//! Who is next: what is free is offered along each line, until nothing fits any more.
//!
//! Whoever cannot be asked now is passed over and keeps their place: a party larger than what is free (RULES W5), people
//! who have something else then, who have left, or whose time to book it has passed (W7). At night a place is kept for
//! them, and they are told when the quiet hours end; the time to answer begins there.

use crate::base::{BookingId, Day, Fault, GuestId, OfferId, StayId, WallTime};
use crate::booking::rules::slots::Slot;
use crate::booking::rules::waitlist::{Quiet, awake, guests, offer_until};
use crate::booking::store::asking::{over, spend};
use crate::booking::store::change::settle;
use crate::booking::store::take::{Terms, lapse, place};
use crate::booking::store::ways::may_pay;
use crate::booking::store::{Who, Wish, booking_of, days, decode, moment, others_of, who_of};
use crate::booking::{Actor, BookingRefusal, Target};
use crate::catalog::shelf::{Offer, Shelf};
use crate::catalog::{Kind, Way};
use crate::notices::{Notice, tell_later, tell_party_later};
use crate::server::{Conn, Tx};
use sqlx::FromRow;
use std::collections::HashMap;

/// How the key of what was offered begins. No form can send it.
const OFFERED: &str = "waitlist:";

/// Whether a booking with this key was offered along a line.
pub fn made_from(intent: &str) -> bool {
    intent.starts_with(OFFERED)
}

/// At how many starts it is looked for each of those who wait.
const MOST_TRIES: usize = 8;

/// Somebody who waits.
#[derive(FromRow)]
struct Next {
    id: i64,
    stay_id: i64,
    offer_id: i64,
    day: String,
    from_wall: String,
    to_wall: String,
    whom: String,
    places: i64,
    answers: String,
    most: Option<i64>,
    /// Who of the party waits.
    guest_id: Option<i64>,
}

impl Next {
    fn day(&self) -> Result<Day, sqlx::Error> {
        Day::parse(&self.day).ok_or_else(|| decode("the day of a line"))
    }
}

/// A time of a line that has room.
#[derive(Clone)]
struct Room {
    target: Target,
    wall: String,
    starts_at: i64,
    left: i64,
}

impl Room {
    fn fits(&self, places: i64, from: &str, to: &str) -> bool {
        self.left >= places && self.wall.as_str() >= from && self.wall.as_str() <= to
    }
}

/// What became of trying to offer a time to somebody.
enum Given {
    Yes,
    /// They cannot have this one now.
    NotThen,
    /// Nor any other of this line, as they are.
    Never,
}

/// Whether so many people could have one of the starts between two, both inside. Holds that ran out must have been tidied.
pub(super) async fn anything_free(
    tx: &mut Tx,
    shelf: &Shelf,
    offer: (OfferId, &Offer),
    day: Day,
    places: i64,
    (from, to): (WallTime, WallTime),
) -> Result<bool, Fault> {
    let (from, to) = (from.to_string(), to.to_string());
    Ok(free_on(tx, shelf, offer, day).await?.iter().any(|room| room.fits(places, &from, &to)))
}

/// Whether somebody waits, or holds that ran out wait to be tidied: what [`pass_on`] and `lapse` are for.
pub async fn anything_waits(conn: &mut Conn, now: i64) -> Result<bool, sqlx::Error> {
    let (late, waiting): (Option<i64>, Option<i64>) = sqlx::query_as(
        "SELECT (SELECT id FROM bookings WHERE state = 'held' AND hold_until < $1 LIMIT 1), (SELECT id FROM waitlist WHERE state = 'waiting' LIMIT 1)",
    )
    .bind(now)
    .fetch_one(conn)
    .await?;
    Ok(late.is_some() || waiting.is_some())
}

/// Offers what is free to whoever waits for it, the first in line first. Answers how many were offered something.
pub async fn pass_on(tx: &mut Tx, shelf: &Shelf) -> Result<u64, Fault> {
    let now = tx.now();
    if !anything_waits(tx.conn(), now).await? {
        return Ok(0);
    }
    lapse(tx).await?;
    let today = shelf.time.day(now);
    let waiting = waiting(tx, today).await?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let asked_at = awake(shelf.time, Quiet::of(shelf), now);
    let mut rooms: HashMap<(i64, String), Vec<Room>> = HashMap::new();
    let mut offered = 0;
    for next in waiting {
        let line = (next.offer_id, next.day.clone());
        let Ok(offer) = shelf.offer(OfferId(next.offer_id)) else { continue };
        // What somebody has just been booked for ends whatever else they waited for in that line.
        if offered > 0 && !still_waits(tx, &next).await? {
            continue;
        }
        let free = match rooms.get(&line) {
            Some(free) => free.clone(),
            None => {
                let free = free_on(tx, shelf, (OfferId(next.offer_id), offer), next.day()?).await?;
                rooms.insert(line.clone(), free.clone());
                free
            }
        };
        for room in free.iter().filter(|room| room.fits(next.places, &next.from_wall, &next.to_wall)).take(MOST_TRIES) {
            match give(tx, shelf, offer, &next, room, asked_at).await? {
                Given::Yes => {
                    rooms.remove(&line);
                    offered += 1;
                    break;
                }
                Given::NotThen => {}
                Given::Never => break,
            }
        }
    }
    Ok(offered)
}

/// Those who wait for a day that has not passed, are still here, and could be served: as many as are looked at in one go,
/// in the order in which they are served. That is the order of the index `waitlist_served`, which is why days are compared
/// so that theirs is of no use; and SQLite would plan a limit that is bound anew each time.
async fn waiting(tx: &mut Tx, today: Day) -> Result<Vec<Next>, Fault> {
    let now = tx.now();
    Ok(sqlx::query_as(
        "SELECT w.id, w.stay_id, w.offer_id, w.day, w.from_wall, w.to_wall, w.whom, w.places, w.answers, w.most, w.guest_id
           FROM waitlist w JOIN stays st ON st.id = w.stay_id
          WHERE w.state = 'waiting' AND w.day || '' >= $1 AND st.departs >= $1
            AND (NOT EXISTS (SELECT 1 FROM sessions a WHERE a.offer_id = w.offer_id AND a.day = w.day)
                 OR EXISTS (SELECT 1 FROM sessions s WHERE s.offer_id = w.offer_id AND s.day = w.day AND s.cancelled_at IS NULL AND s.starts_at > $2
                               AND s.wall >= w.from_wall AND s.wall <= w.to_wall AND s.capacity + s.beyond - s.taken >= w.places))
          ORDER BY w.priority DESC, w.joined_at, w.id LIMIT 500",
    )
    .bind(today.to_string())
    .bind(now)
    .fetch_all(tx.conn())
    .await?)
}

async fn still_waits(tx: &mut Tx, next: &Next) -> Result<bool, Fault> {
    let state: String = sqlx::query_scalar("SELECT state FROM waitlist WHERE id = $1").bind(next.id).fetch_one(tx.conn()).await?;
    Ok(state == "waiting")
}

/// The times of a line that have room, in order.
async fn free_on(tx: &mut Tx, shelf: &Shelf, (id, offer): (OfferId, &Offer), day: Day) -> Result<Vec<Room>, Fault> {
    let now = tx.now();
    if offer.kind == Kind::Session {
        let rooms = days::session_rooms(tx.conn(), shelf, id, day, now).await?;
        let room = |(id, wall, starts_at, left)| Room { target: Target::Session(id), wall, starts_at, left };
        return Ok(rooms.into_iter().map(room).collect());
    }
    let free = days::free_times(tx.conn(), shelf, (id, offer), day, now).await?;
    let room = |(Slot { wall, starts_at, .. }, left): (Slot, i64)| Room {
        target: Target::Time { offer: offer.key.clone(), day, wall },
        wall: wall.to_string(),
        starts_at,
        left,
    };
    Ok(free.into_iter().map(room).collect())
}

/// Offers a time to somebody who waits; all or nothing.
async fn give(tx: &mut Tx, shelf: &Shelf, offer: &Offer, next: &Next, room: &Room, asked_at: i64) -> Result<Given, Fault> {
    let (lead, day) = (who_of(tx.conn(), StayId(next.stay_id)).await?, next.day()?);
    let who = Who { by: next.guest_id.map_or(lead.by, GuestId), approved: false, ..lead };
    let Some(until) = offer_until(asked_at, shelf.resort.waitlist_minutes, room.starts_at) else { return Ok(Given::NotThen) };
    // When they are told they must still be here, and it must still be on sale.
    let sale = days::sale(shelf, offer, Some((who.arrives, who.departs)), asked_at);
    if sale.check(day, room.starts_at).is_err() || shelf.time.day(asked_at) > who.departs {
        return Ok(Given::NotThen);
    }
    let answers = serde_json::from_str(&next.answers).map_err(|error| decode(&error.to_string()))?;
    let wish = Wish { target: room.target.clone(), guests: guests(&next.whom), answers, intent: format!("{OFFERED}{}", next.id), expected: None };
    tx.mark().await?;
    let placed = match days::spot(tx.conn(), shelf, &wish.target).await {
        Ok(spot) => place(tx, shelf, &who, &wish, &spot, Terms::Offered { until }).await,
        Err(why) => Err(why),
    };
    match placed {
        Ok((booking, _)) => {
            tx.keep_mark().await?;
            tell(tx, shelf, &who, next, booking, (asked_at, until)).await?;
            Ok(Given::Yes)
        }
        // What cannot be had is passed over; only a database that does not answer stops the line.
        Err(BookingRefusal::Fault(Fault::TryAgain)) => Err(Fault::TryAgain),
        Err(why) => {
            tx.back_to_mark().await?;
            use BookingRefusal as R;
            let never = matches!(why, R::NobodyChosen | R::AgeNotAllowed { .. } | R::AnswerMissing { .. } | R::AnswerWrong { .. } | R::Fault(_));
            Ok(if never { Given::Never } else { Given::NotThen })
        }
    }
}

/// Writes the offer down and says so; within the price they named they are going at once (RULES W9, W10).
async fn tell(tx: &mut Tx, shelf: &Shelf, who: &Who, next: &Next, id: BookingId, (asked_at, until): (i64, i64)) -> Result<(), Fault> {
    sqlx::query("UPDATE waitlist SET state = 'offered', booking_id = $2 WHERE id = $1 AND state = 'waiting'")
        .bind(next.id)
        .bind(id.0)
        .execute(tx.conn())
        .await?;
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    let (title, day, wall, total) = (booking.sold.title.clone(), booking.day, booking.wall.to_string(), booking.total);
    let until_wall = moment(shelf.time, until);
    let [room, at_desk] = [Way::Room, Way::Desk].map(|way| may_pay(shelf, &booking, way).is_ok());
    let at_once = next.most.is_some_and(|most| total <= most) && (room || at_desk);
    // What they may not put on the room's bill by themselves they are asked about, whatever they wished for.
    if !at_once || over(tx.conn(), shelf, who, &booking, now).await?.is_some() {
        let notice = Notice::PlaceOffered { booking: id, title, day, wall, total, until: until_wall.wall };
        return tell_later(tx, who.stay, notice, asked_at).await;
    }
    sqlx::query("UPDATE bookings SET state = 'confirmed', free_until = $2, way = $3 WHERE id = $1 AND state = 'held'")
        .bind(id.0)
        .bind(until)
        .bind((!room).then_some(Way::Desk.name()))
        .execute(tx.conn())
        .await?;
    let going: Vec<GuestId> = guests(&next.whom);
    settle(tx, who, &booking, Actor::House, &going, false).await?;
    spend(tx, shelf, who, &booking, false).await.map_err(|_| Fault::TryAgain)?;
    let others = others_of(tx.conn(), id).await?;
    let notice = Notice::PlaceBooked { booking: id, title, day, wall, total, until: until_wall.wall };
    tell_party_later(tx, who.stay, &others, notice, asked_at).await
}
