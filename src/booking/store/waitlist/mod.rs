//! The waitlist: who stands in which line (here), who is next when places are free (`pass.rs`), and what pages and the
//! console see of it (`read.rs`).
//!
//! A line is an offer on a day. Whoever stands in it says who would come and between which starts; what is free is
//! offered to them by the same function that holds places for anybody ([`super::take`]), in the transaction that freed
//! it, so that nobody else has it in between (RULES W3, C5). An entry whose offer was declined or ran out has ended;
//! joining again leads to the end of the line.

mod pass;
mod read;

pub use pass::{anything_waits, made_from, pass_on};
pub use read::{DeskRow, in_line, lines_of, of_day, starts_of};

use super::take::{chosen, give_up, sellable, sorted};
use super::{Act, Booking, Spot, Who, days, engaged, json, limits, record, release};
use crate::base::{BookingId, Day, Fault, GuestId, StayId, WaitlistId, WallTime};
use crate::booking::rules::party;
use crate::booking::rules::waitlist::{MOST_LINES, guests, whom};
use crate::booking::{Actor, BookingRefusal, BookingState, Deed, Target};
use crate::catalog::shelf::Shelf;
use crate::notices::{Notice, drop_reminders, tell};
use crate::people::session::Staff;
use crate::people::store as people;
use crate::server::{Nudge, Tx};
use std::collections::HashMap;

/// What somebody who waits wants.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The time that is full.
    pub target: Target,
    pub guests: Vec<GuestId>,
    pub answers: HashMap<String, String>,
    /// The starts between which they would come, both inside; that time alone when nothing is said.
    pub between: (Option<WallTime>, Option<WallTime>),
    /// Up to which total they want to be booked at once, in minor units.
    pub most: Option<i64>,
    /// The key of the form, born with it.
    pub intent: String,
}

/// How an offer ends without its guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Declined,
    Expired,
}

/// Joins a line. The same people in the same line twice are one entry, which keeps its place; what was said last counts.
/// Refused while there is room for them (RULES W1).
pub async fn join(tx: &mut Tx, shelf: &Shelf, who: &Who, wish: &Waiting) -> Result<WaitlistId, BookingRefusal> {
    if super::lapse(tx).await? > 0 {
        pass_on(tx, shelf).await?;
    }
    let spot = days::spot(tx.conn(), shelf, &wish.target).await?;
    let (now, offer) = (tx.now(), shelf.offer(spot.offer)?);
    let ids = whom(&wish.guests);
    if let Some(made) = joined_by(tx, who.stay, &wish.intent, &spot, &ids).await? {
        return Ok(made);
    }
    let stay = Some((who.arrives, who.departs));
    sellable(tx, shelf, who, &spot, &days::sale(shelf, offer, stay, now), &wish.guests).await?;
    let party = chosen(tx, who.stay, &wish.guests).await?;
    let company = super::company(tx.conn(), who.stay, spot.when(), None).await?;
    party::allowed(limits(offer), &party, &company)?;
    party::free(&party, spot.when(), &engaged(tx.conn(), shelf, who.stay, who.lang, spot.offer, now).await?)?;
    super::take::answers(offer, &wish.answers, who.lang)?;
    let places = i64::try_from(sorted(&wish.guests).len()).unwrap_or(i64::MAX);
    let (from, to) = between(wish.between, spot.wall)?;
    if pass::anything_free(tx, shelf, (spot.offer, offer), spot.day, places, (from, to)).await? {
        return Err(BookingRefusal::Room);
    }
    let changed: Option<i64> = sqlx::query_scalar(
        "UPDATE waitlist SET from_wall = $5, to_wall = $6, answers = $7, most = $8, guest_id = $9
          WHERE stay_id = $1 AND offer_id = $2 AND day = $3 AND whom = $4 AND state = 'waiting' RETURNING id",
    )
    .bind(who.stay.0)
    .bind(spot.offer.0)
    .bind(spot.day.to_string())
    .bind(&ids)
    .bind(from.to_string())
    .bind(to.to_string())
    .bind(json(&wish.answers)?)
    .bind(wish.most)
    .bind(who.by.0)
    .fetch_optional(tx.conn())
    .await?;
    let id = match changed {
        Some(id) => id,
        None => add(tx, who, wish, &spot, &ids, places, (from, to)).await?,
    };
    tx.nudge(Nudge::Stay(who.stay));
    tx.nudge(Nudge::Desk);
    Ok(WaitlistId(id))
}

async fn add(
    tx: &mut Tx,
    who: &Who,
    wish: &Waiting,
    spot: &Spot,
    ids: &str,
    places: i64,
    (from, to): (WallTime, WallTime),
) -> Result<i64, BookingRefusal> {
    let now = tx.now();
    let lines: i64 = sqlx::query_scalar("SELECT count(*) FROM waitlist WHERE stay_id = $1 AND state IN ('waiting', 'offered')")
        .bind(who.stay.0)
        .fetch_one(tx.conn())
        .await?;
    if lines >= MOST_LINES {
        return Err(BookingRefusal::TooManyLines);
    }
    let added: Option<i64> = sqlx::query_scalar(
        "INSERT INTO waitlist (stay_id, offer_id, day, from_wall, to_wall, whom, places, answers, most, state, intent, joined_at, guest_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10, $11, $12) ON CONFLICT DO NOTHING RETURNING id",
    )
    .bind(who.stay.0)
    .bind(spot.offer.0)
    .bind(spot.day.to_string())
    .bind(from.to_string())
    .bind(to.to_string())
    .bind(ids)
    .bind(places)
    .bind(json(&wish.answers)?)
    .bind(wish.most)
    .bind(&wish.intent)
    .bind(now)
    .bind(who.by.0)
    .fetch_optional(tx.conn())
    .await?;
    // A place of this very line is offered to them already.
    added.ok_or(BookingRefusal::Room)
}

/// An entry that this form made before. The key of one form sent with another wish is refused (RULES I1).
async fn joined_by(tx: &mut Tx, stay: StayId, intent: &str, spot: &Spot, ids: &str) -> Result<Option<WaitlistId>, BookingRefusal> {
    let made: Option<(i64, i64, String, String)> = sqlx::query_as("SELECT id, offer_id, day, whom FROM waitlist WHERE stay_id = $1 AND intent = $2")
        .bind(stay.0)
        .bind(intent)
        .fetch_optional(tx.conn())
        .await?;
    match made {
        None => Ok(None),
        Some((id, offer, day, people)) if offer == spot.offer.0 && day == spot.day.to_string() && people == ids => Ok(Some(WaitlistId(id))),
        Some(_) => Err(Fault::Field("intent".into()).into()),
    }
}

/// The starts between which they would come, exactly as they were said.
fn between((from, to): (Option<WallTime>, Option<WallTime>), wall: WallTime) -> Result<(WallTime, WallTime), Fault> {
    let (from, to) = (from.unwrap_or(wall), to.unwrap_or(wall));
    if from.0 > to.0 { Err(Fault::Field("to".into())) } else { Ok((from, to)) }
}

/// Leaves a line; a place that is offered is given back. A second time answers the same.
pub async fn leave(tx: &mut Tx, shelf: &Shelf, who: &Who, id: WaitlistId) -> Result<(), BookingRefusal> {
    let (state, booking): (String, Option<i64>) = sqlx::query_as("SELECT state, booking_id FROM waitlist WHERE id = $1 AND stay_id = $2")
        .bind(id.0)
        .bind(who.stay.0)
        .fetch_one(tx.conn())
        .await?;
    match (state.as_str(), booking) {
        ("waiting", _) => end_waiting(tx, id, "left").await?,
        ("offered", Some(booking)) => return release(tx, shelf, who, Act::Guest, BookingId(booking)).await,
        _ => return Ok(()),
    }
    tx.nudge(Nudge::Stay(who.stay));
    tx.nudge(Nudge::Desk);
    Ok(())
}

async fn end_waiting(tx: &mut Tx, id: WaitlistId, state: &str) -> Result<(), Fault> {
    sqlx::query("UPDATE waitlist SET state = $2 WHERE id = $1 AND state = 'waiting'").bind(id.0).bind(state).execute(tx.conn()).await?;
    Ok(())
}

/// Ends the waiting for days that have passed.
pub async fn end_past(tx: &mut Tx, today: Day) -> Result<(), Fault> {
    sqlx::query("UPDATE waitlist SET state = 'closed' WHERE state = 'waiting' AND day < $1").bind(today.to_string()).execute(tx.conn()).await?;
    Ok(())
}

/// Ends the entry whose offer this booking was, if it was one. Says whether it was.
pub(super) async fn end(tx: &mut Tx, booking: BookingId, how: Ended) -> Result<bool, Fault> {
    let state = match how {
        Ended::Declined => "declined",
        Ended::Expired => "expired",
    };
    let ended = sqlx::query("UPDATE waitlist SET state = $2 WHERE booking_id = $1 AND state = 'offered'")
        .bind(booking.0)
        .bind(state)
        .execute(tx.conn())
        .await?
        .rows_affected()
        > 0;
    if ended {
        // What the night kept back is not said any more.
        drop_reminders(tx, booking).await?;
    }
    Ok(ended)
}

/// Tells a stay that a place waited for them in vain.
pub(super) async fn tell_over(tx: &mut Tx, stay: StayId, id: BookingId) -> Result<(), Fault> {
    let now = tx.now();
    let booking = super::booking_of(tx.conn(), stay, id, now).await?;
    let (title, day, wall) = (booking.sold.title, booking.day, booking.wall.to_string());
    tell(tx, stay, Notice::OfferOver { booking: id, title, day, wall }).await
}

/// These people are going now: their offer is accepted, and whatever else they waited for in this line has ended, by
/// whichever door they came (RULES W11).
pub(super) async fn gone(tx: &mut Tx, booking: &Booking, going: &[GuestId]) -> Result<(), Fault> {
    let entries: Vec<(i64, String, String, Option<i64>)> = sqlx::query_as(
        "SELECT id, whom, state, booking_id FROM waitlist WHERE stay_id = $1 AND offer_id = $2 AND day = $3 AND state IN ('waiting', 'offered')",
    )
    .bind(booking.stay.0)
    .bind(booking.offer.0)
    .bind(booking.day.to_string())
    .fetch_all(tx.conn())
    .await?;
    for (id, people, state, offered) in entries {
        let own = offered == Some(booking.id.0);
        if !own && !guests(&people).iter().any(|guest| going.contains(guest)) {
            continue;
        }
        sqlx::query("UPDATE waitlist SET state = $2 WHERE id = $1").bind(id).bind(if own { "accepted" } else { "closed" }).execute(tx.conn()).await?;
        if let (false, "offered", Some(other)) = (own, state.as_str(), offered)
            && give_up(tx, BookingId(other), BookingState::Held, BookingState::Released).await?
        {
            drop_reminders(tx, BookingId(other)).await?;
            record(tx, BookingId(other), Actor::House, "", &Deed::Released).await?;
        }
    }
    Ok(())
}

/// The desk lets somebody go first, or in turn again; why is kept in the log (RULES W2).
pub async fn put_first(tx: &mut Tx, staff: &Staff, id: WaitlistId, first: bool, reason: &str) -> Result<(), BookingRefusal> {
    let (stay, before): (i64, i64) =
        sqlx::query_as("SELECT stay_id, priority FROM waitlist WHERE id = $1 AND state = 'waiting'").bind(id.0).fetch_one(tx.conn()).await?;
    let after = i64::from(first);
    if before == after {
        return Ok(());
    }
    sqlx::query("UPDATE waitlist SET priority = $2 WHERE id = $1").bind(id.0).bind(after).execute(tx.conn()).await?;
    let word = |priority: i64| if priority > 0 { "first" } else { "in turn" };
    log(tx, staff, "waitlist-priority", id, (word(before), word(after)), reason).await?;
    tx.nudge(Nudge::Stay(StayId(stay)));
    tx.nudge(Nudge::Desk);
    Ok(())
}

/// The desk takes somebody off a line.
pub async fn take_off(tx: &mut Tx, staff: &Staff, id: WaitlistId, reason: &str) -> Result<(), BookingRefusal> {
    let stay: i64 = sqlx::query_scalar("SELECT stay_id FROM waitlist WHERE id = $1 AND state = 'waiting'").bind(id.0).fetch_one(tx.conn()).await?;
    end_waiting(tx, id, "closed").await?;
    log(tx, staff, "waitlist-off", id, ("waiting", "closed"), reason).await?;
    tx.nudge(Nudge::Stay(StayId(stay)));
    tx.nudge(Nudge::Desk);
    Ok(())
}

async fn log(tx: &mut Tx, staff: &Staff, deed: &str, id: WaitlistId, (before, after): (&str, &str), reason: &str) -> Result<(), Fault> {
    let now = tx.now();
    people::log(tx.conn(), now, Some(staff), people::Deed { deed, subject: "waitlist", subject_id: id.0, before, after, reason }).await?;
    Ok(())
}
