//! The free times of appointments: every possible start, less what is busy on each resource.

use super::super::bookings::Viewer;
use super::super::resources;
use super::{fits, or_yours, sale, tag};
use crate::base::{Day, Lang, OfferId, WallTime};
use crate::booking::rules::resources::{Busy, Found};
use crate::booking::rules::slots::{self, Open};
use crate::booking::rules::time::Sale;
use crate::booking::{SlotState, Target, TimeChip, TimesOf};
use crate::catalog::Kind;
use crate::catalog::shelf::{Offer, Shelf, falls_on};
use crate::server::Conn;

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

/// Whether everything that serves an offer is closed at a time.
pub(super) async fn called_off(conn: &mut Conn, shelf: &Shelf, id: OfferId, offer: &Offer, day: Day, time: (i64, i64)) -> Result<bool, sqlx::Error> {
    let busy = Busy::new([], resources::closed(conn, time).await?);
    let asked = resources::asked(shelf, (id, offer), day, time, 1);
    Ok(!busy.closed.is_empty() && asked.find(&shelf.needs_of(offer), &busy) == Found::Closed)
}

/// State of one time for so many people, and how many could be served then.
pub(super) fn time_state(
    shelf: &Shelf,
    (id, offer): (OfferId, &Offer),
    sale: &Sale,
    slot: &slots::Slot,
    busy: &Busy,
    day: Day,
    people: i64,
) -> (SlotState, i64) {
    if let Err(why) = sale.check(day, slot.starts_at) {
        return (why.into(), 0);
    }
    let asked = resources::asked(shelf, (id, offer), day, (slot.starts_at, slot.ends_at), people);
    let needs = shelf.needs_of(offer);
    match asked.find(&needs, busy) {
        Found::Free(_) => (SlotState::Free, asked.left(&needs, busy).max(1)),
        Found::Held(until) => (SlotState::HeldByOthers { until: shelf.time.wall(until).to_string() }, 0),
        Found::Closed => (SlotState::Cancelled, 0),
        Found::Full => (SlotState::Full, 0),
    }
}

/// The times of a day at which an appointment can be had, each with how many people can come.
pub async fn free_times(
    conn: &mut Conn,
    shelf: &Shelf,
    (id, offer): (OfferId, &Offer),
    day: Day,
    now: i64,
) -> Result<Vec<(slots::Slot, i64)>, sqlx::Error> {
    let busy = resources::busy(conn, shelf, &[offer], (day, day.plus(1)), None, now).await?;
    let sale = sale(shelf, offer, None, now);
    let counted = shelf.counts_people(offer);
    let free = |slot: slots::Slot| {
        let (state, left) = time_state(shelf, (id, offer), &sale, &slot, &busy, day, 1);
        (state == SlotState::Free).then_some((slot, if counted { left } else { i64::MAX }))
    };
    Ok(times(shelf, offer, day).into_iter().filter_map(free).collect())
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
    let busy = resources::busy(conn, shelf, &only, (day, day.plus(1)), None, now).await?;
    let stay = viewer.map(Viewer::days);
    let chips = |(id, offer): &(OfferId, &Offer)| {
        let sale = sale(shelf, offer, stay, now);
        let chip = |slot: slots::Slot| {
            let (state, left) = time_state(shelf, (*id, offer), &sale, &slot, &busy, day, 1);
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
