//! The free times of appointments: every possible start, less what is busy on each resource.

use super::super::bookings::Viewer;
use super::{fits, or_yours, sale, tag};
use crate::base::{Day, Lang, OfferId, ResourceId, WallTime};
use crate::booking::rules::closures::Closed;
use crate::booking::rules::slots::{self, Open};
use crate::booking::rules::time::Sale;
use crate::booking::{SlotState, Target, TimeChip, TimesOf};
use crate::catalog::Kind;
use crate::catalog::shelf::{Offer, Shelf, falls_on};
use crate::server::Conn;
use std::collections::{BTreeSet, HashMap};

/// Every possible start of an appointment on a day.
pub(super) fn times(shelf: &Shelf, offer: &Offer, day: Day) -> Vec<slots::Slot> {
    if offer.kind != Kind::Appointment {
        return Vec::new();
    }
    let open = |day: Day| {
        if offer.hours.is_empty() {
            return vec![Open { from: WallTime(0), to: WallTime(0) }];
        }
        offer.hours.iter().filter(|hours| falls_on(&hours.days, day)).map(|hours| Open { from: hours.from, to: hours.to }).collect()
    };
    slots::slots(shelf.time, day, open, offer.step, offer.minutes)
}

/// What cannot be had.
#[derive(Default)]
pub(super) struct Busy {
    /// The cells of each resource that are not free, with the end of the hold that has them, if it is only held.
    pub cells: HashMap<i64, HashMap<i64, Option<i64>>>,
    pub closed: Vec<Closed>,
}

/// What is busy around a day on every resource of these offers: one query for all of them, and one for what is closed.
pub(super) async fn busy(conn: &mut Conn, shelf: &Shelf, offers: &[&Offer], day: Day, now: i64) -> Result<Busy, sqlx::Error> {
    let resources: BTreeSet<i64> = offers.iter().flat_map(|offer| shelf.resources_of(offer)).map(|(id, _)| id.0).collect();
    if resources.is_empty() {
        return Ok(Busy::default());
    }
    let most = |of: fn(&Offer) -> i64| offers.iter().map(|offer| of(offer)).max().unwrap_or(0);
    let from = slots::cells(shelf.time.instant(day, WallTime(0)), 0, most(|offer| offer.before), 0).start;
    let last = shelf.time.instant(day.plus(1), WallTime(0)) + most(|offer| offer.minutes) * 60;
    let to = slots::cells(0, last, 0, most(|offer| offer.after)).end;
    // Numbers of our own: a list has no portable placeholder.
    let listed = resources.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
    let rows: Vec<(i64, i64, Option<i64>)> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT c.resource_id, c.cell, CASE WHEN b.state = 'held' THEN b.hold_until END AS hold_until FROM cells c JOIN bookings b ON b.id = c.booking_id
          WHERE c.resource_id IN ({listed}) AND c.cell >= $1 AND c.cell < $2 AND NOT (b.state = 'held' AND b.hold_until < $3)"
    )))
    .bind(from)
    .bind(to)
    .bind(now)
    .fetch_all(&mut *conn)
    .await?;
    let mut busy = Busy { cells: HashMap::new(), closed: closed(conn, from * slots::CELL * 60, to * slots::CELL * 60).await? };
    for (resource, cell, until) in rows {
        busy.cells.entry(resource).or_default().insert(cell, until);
    }
    Ok(busy)
}

/// What is closed between two instants. The statement that takes cells asks the same.
async fn closed(conn: &mut Conn, from: i64, until: i64) -> Result<Vec<Closed>, sqlx::Error> {
    let rows: Vec<(Option<i64>, Option<i64>, i64, i64)> = sqlx::query_as(
        "SELECT resource_id, offer_id, starts_at, ends_at FROM closures
          WHERE reopened_at IS NULL AND ends_at > $1 AND starts_at < $2 AND session_id IS NULL",
    )
    .bind(from)
    .bind(until)
    .fetch_all(conn)
    .await?;
    let read = |(resource, offer, starts_at, ends_at)| match (resource, offer) {
        (Some(resource), _) => Some(Closed::Resource(ResourceId(resource), (starts_at, ends_at))),
        (_, Some(offer)) => Some(Closed::Offer(OfferId(offer), (starts_at, ends_at))),
        _ => None,
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

fn stopped(closed: &[Closed], offer: OfferId, resource: ResourceId, time: (i64, i64)) -> bool {
    closed.iter().any(|one| one.stops(offer, Some(resource), time))
}

/// Whether everything that serves an offer is closed at a time.
pub(super) async fn called_off(conn: &mut Conn, shelf: &Shelf, id: OfferId, offer: &Offer, time: (i64, i64)) -> Result<bool, sqlx::Error> {
    let closed = closed(conn, time.0, time.1).await?;
    Ok(!closed.is_empty() && shelf.resources_of(offer).all(|(resource, _)| stopped(&closed, id, resource, time)))
}

/// State of one time, and how many resources are free then.
pub(super) fn time_state(shelf: &Shelf, offer: &Offer, sale: &Sale, slot: &slots::Slot, busy: &Busy, day: Day) -> (SlotState, i64) {
    if let Err(why) = sale.check(day, slot.starts_at) {
        return (why.into(), 0);
    }
    let cells = slots::cells(slot.starts_at, slot.ends_at, offer.before, offer.after);
    let id = shelf.offer_by_key(&offer.key).map(|(id, _)| id).unwrap_or_default();
    let (mut free, mut frees_at, mut closed) = (0, None::<i64>, !busy.closed.is_empty());
    for (resource, _) in shelf.resources_of(offer) {
        if stopped(&busy.closed, id, resource, (slot.starts_at, slot.ends_at)) {
            continue;
        }
        closed = false;
        let busy = busy.cells.get(&resource.0);
        let taken: Vec<Option<i64>> = cells.clone().filter_map(|cell| busy?.get(&cell).copied()).collect();
        if taken.is_empty() {
            free += 1;
        } else if let Some(until) = taken.into_iter().collect::<Option<Vec<i64>>>().and_then(|untils| untils.into_iter().max()) {
            frees_at = Some(frees_at.map_or(until, |soonest| soonest.min(until)));
        }
    }
    match (free, frees_at) {
        (1.., _) => (SlotState::Free, free),
        (_, Some(until)) => (SlotState::HeldByOthers { until: shelf.time.wall(until).to_string() }, 0),
        _ if closed => (SlotState::Cancelled, 0),
        _ => (SlotState::Full, 0),
    }
}

/// The times of a day at which an appointment can be had by anybody.
pub async fn free_times(conn: &mut Conn, shelf: &Shelf, offer: &Offer, day: Day, now: i64) -> Result<Vec<slots::Slot>, sqlx::Error> {
    let busy = busy(conn, shelf, &[offer], day, now).await?;
    let sale = sale(shelf, offer, None, now);
    let free = |slot: &slots::Slot| time_state(shelf, offer, &sale, slot, &busy, day).0 == SlotState::Free;
    Ok(times(shelf, offer, day).into_iter().filter(free).collect())
}

/// Every start of an appointment on a day, whatever is free.
pub fn starts(shelf: &Shelf, offer: &Offer, day: Day) -> Vec<WallTime> {
    times(shelf, offer, day).into_iter().map(|slot| slot.wall).collect()
}

/// The times of several appointments on a day, in the order of the offers; those that are over are left out.
pub async fn day_times(
    conn: &mut Conn,
    shelf: &Shelf,
    viewer: Option<&Viewer>,
    offers: &[(OfferId, &Offer)],
    day: Day,
    now: i64,
) -> Result<Vec<Vec<TimeChip>>, sqlx::Error> {
    let only: Vec<&Offer> = offers.iter().map(|(_, offer)| *offer).collect();
    let busy = busy(conn, shelf, &only, day, now).await?;
    let stay = viewer.map(Viewer::days);
    let chips = |(id, offer): &(OfferId, &Offer)| {
        let sale = sale(shelf, offer, stay, now);
        let chip = |slot: slots::Slot| {
            let (state, left) = time_state(shelf, offer, &sale, &slot, &busy, day);
            let mine = viewer.and_then(|viewer| viewer.mine_at(None, *id, slot.starts_at).next());
            let target = Target::Time { offer: offer.key.clone(), day, wall: slot.wall };
            TimeChip { wall: slot.wall.to_string(), target, state: or_yours(state, mine, slot.ends_at, now), left }
        };
        times(shelf, offer, day).into_iter().map(chip).filter(|chip| chip.state != SlotState::Over).collect()
    };
    Ok(offers.iter().map(chips).collect())
}

/// An appointment in the list of a day, with these times.
pub fn times_of(shelf: &Shelf, viewer: Option<&Viewer>, offer: &Offer, lang: Lang, day: Day, times: Vec<TimeChip>) -> TimesOf {
    TimesOf {
        key: offer.key.clone(),
        category: offer.category.clone(),
        title: offer.title.get(lang).to_owned(),
        place: offer.place.get(lang).to_owned(),
        photo: offer.photo.clone(),
        minutes: offer.minutes,
        tag: tag(shelf, offer, viewer, day),
        fits: fits(offer, viewer),
        times,
    }
}

/// Whether an appointment can be had on a weekday at all.
pub fn opens_on(offer: &Offer, day: Day) -> bool {
    offer.hours.is_empty() || offer.hours.iter().any(|hours| falls_on(&hours.days, day))
}
