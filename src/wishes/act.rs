//! The errand: what was marked is looked at whenever something may have changed, and who is to be told is told, once.

use super::Room;
use super::rules::{Outlook, Party, Step, outlook, steps};
use super::store::{self, Marked, Signs};
use crate::base::{Day, Fault, OfferId, StayId};
use crate::booking::rules::waitlist::{Quiet, awake};
use crate::booking::schedule::AHEAD;
use crate::booking::store::{Ahead, ahead};
use crate::catalog::Kind;
use crate::catalog::shelf::{Offer, Shelf, Shelves};
use crate::notices::{Notice, tell};
use crate::server::{Conn, House};
use std::collections::HashMap;

/// Even when nothing has changed that leaves a trace, it is looked again after so many seconds: time passes, the front
/// office gives somebody another package, and what two servers write at once is not seen in order.
const AT_LEAST: i64 = 5 * 60;

/// How things stood when somebody last looked. Kept by the process that runs the errand; a new one looks once more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Last(Option<(Signs, i64)>);

/// One mark with what follows from it.
struct Found<'a> {
    marked: &'a Marked,
    /// Nothing when the catalogue has it no longer.
    offer: Option<&'a Offer>,
    step: Step,
    outlook: Outlook<'a>,
}

/// Looks at what was marked and tells what is to be told. Answers how many were told something. In the quiet hours nobody
/// is; what happens then is told in the morning, if it is still so.
pub async fn errand(house: &House, shelves: &Shelves, last: &mut Last) -> Result<u64, Fault> {
    let (readers, now) = (house.database.readers(), house.clock.now());
    let Some(signs) = store::signs(&mut *readers.acquire().await?).await? else { return Ok(0) };
    let Some(shelf) = shelves.at(readers, signs.version).await? else { return Ok(0) };
    let quiet = awake(shelf.time, Quiet::of(&shelf), now) != now;
    let (today, wall) = (shelf.time.day(now), shelf.time.wall(now));
    let mut conn = readers.acquire().await?;
    let current = Last(Some((signs, now.div_euclid(AT_LEAST))));
    if (quiet || *last == current) && !store::anything_fresh(&mut conn, today).await? {
        return Ok(0);
    }
    let marked = store::marked(&mut conn, today, now, None).await?;
    let parties = store::parties(&mut conn, today, now, None).await?;
    let times = times_of(&mut conn, &shelf, &marked, today, now).await?;
    drop(conn);
    let mut found: Vec<Found<'_>> = Vec::new();
    let nobody = Party::default();
    for one in &marked {
        let (party, days) = (parties.get(&one.stay).unwrap_or(&nobody), one.days(shelf.resort.check_out));
        let Ok(offer) = shelf.offer(one.offer) else {
            // What is no longer in the catalogue can be had by nobody, and has been looked at.
            if one.known.was_full.is_none() {
                let step = Step::FirstLook { price: one.known.price.unwrap_or(0), full: false };
                found.push(Found { marked: one, offer: None, step, outlook: Outlook::default() });
            }
            continue;
        };
        let price = shelf.price_for(&one.package, offer, party.people.iter().map(|(_, age)| *age));
        let theirs = times.get(&one.offer).map(Vec::as_slice).unwrap_or_default();
        let outlook = outlook(&shelf, (one.offer, offer), theirs, &days, party, today);
        // Who has checked out is left alone as at night.
        let quiet = quiet || !days.here(today, wall);
        for step in steps(&one.known, price, &outlook, (today, wall), quiet) {
            found.push(Found { marked: one, offer: Some(offer), step, outlook: outlook.clone() });
        }
    }
    let told = write(house, &found).await?;
    if !quiet {
        // The signs were read before everything they stand for: what changed meanwhile is looked at next time.
        *last = current;
    }
    Ok(told)
}

/// Writes everything down and tells it, in one transaction. What it was judged by may have changed since, so each step asks
/// for it once more.
async fn write(house: &House, found: &[Found<'_>]) -> Result<u64, Fault> {
    if found.is_empty() {
        return Ok(0);
    }
    let mut told = 0;
    let mut tx = house.begin().await?;
    for one in found {
        if !store::write(&mut tx, one.marked.stay, one.marked.offer, &one.step).await? {
            continue;
        }
        if let Some(notice) = notice(one) {
            tell(&mut tx, one.marked.stay, notice).await?;
            told += 1;
        }
    }
    tx.commit().await?;
    Ok(told)
}

fn notice(found: &Found<'_>) -> Option<Notice> {
    let (offer, title) = (found.offer?.key.clone(), found.offer?.title.clone());
    match found.step {
        Step::FirstLook { .. } | Step::Full(_) => None,
        Step::PriceFell { was, price } => Some(Notice::PriceFell { offer, title, was, price }),
        Step::PlaceFreed => {
            found.outlook.next.map(|next| Notice::PlaceFreed { at: next.target.path(), title, day: next.day, wall: next.wall.clone() })
        }
        Step::LastChance(day) => Some(Notice::LastChance { offer, title, day }),
    }
}

/// The times of everything that these marks are about, until the last of them leaves.
async fn times_of(conn: &mut Conn, shelf: &Shelf, marked: &[Marked], today: Day, now: i64) -> Result<HashMap<OfferId, Vec<Ahead>>, Fault> {
    let mut ids: Vec<OfferId> = marked.iter().map(|one| one.offer).collect();
    ids.sort_unstable();
    ids.dedup();
    let offers: Vec<(OfferId, &Offer)> = ids.into_iter().filter_map(|id| shelf.offer(id).ok().map(|offer| (id, offer))).collect();
    let departs = marked.iter().map(|one| one.departs).max().unwrap_or(today);
    Ok(ahead(conn, shelf, &offers, (today, departs.plus(1).min(today.plus(AHEAD))), now).await?)
}

/// What one stay marked, each with what they can have of it: for the page that shows it.
pub async fn of_stay(conn: &mut Conn, shelf: &Shelf, stay: StayId, now: i64) -> Result<Vec<(OfferId, Room, bool)>, Fault> {
    let today = shelf.time.day(now);
    let marked = store::marked(conn, today, now, Some(stay)).await?;
    if marked.is_empty() {
        return Ok(Vec::new());
    }
    let parties = store::parties(conn, today, now, Some(stay)).await?;
    let times = times_of(conn, shelf, &marked, today, now).await?;
    let nobody = Party::default();
    let party = parties.get(&stay).unwrap_or(&nobody);
    let mut rows = Vec::new();
    for one in &marked {
        let Ok(offer) = shelf.offer(one.offer) else { continue };
        let theirs = times.get(&one.offer).map(Vec::as_slice).unwrap_or_default();
        let outlook = outlook(shelf, (one.offer, offer), theirs, &one.days(shelf.resort.check_out), party, today);
        let counted = offer.kind == Kind::Session || shelf.counts_people(offer);
        let room = match (offer.kind, outlook.next, outlook.last) {
            (Kind::Service, _, Some(_)) => Room::Always,
            (_, Some(next), _) => Room::Next { day: next.day, wall: next.wall.clone(), left: counted.then_some(next.left) },
            _ if outlook.full => Room::Full,
            _ => Room::Over,
        };
        rows.push((one.offer, room, one.known.bought));
    }
    Ok(rows)
}

/// Writes down who reached the choice of what, if anybody did; all of it when it is the `last` time.
pub async fn write_looks(house: &House, last: bool) -> Result<(), Fault> {
    let looks = house.looks.take(house.clock.now(), last);
    if looks.is_empty() {
        return Ok(());
    }
    let mut tx = house.begin().await?;
    store::add_looks(&mut tx, &looks).await?;
    tx.commit().await
}
