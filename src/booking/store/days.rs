//! What a day offers: its sessions, the free times of appointments, and where else there are places.

use super::bookings::{Booking, Mine, Viewer, engaged};
use super::{Who, decode};
use crate::base::{Day, Fault, GuestId, Lang, OfferId, SessionId, WallTime};
use crate::booking::rules::party::{self, When};
use crate::booking::rules::slots::{self, Open};
use crate::booking::rules::time::Sale;
use crate::booking::{Alternative, BookingRefusal, DayRow, SlotState, Target, TimeChip, TimesOf};
use crate::catalog::rules::age_allowed;
use crate::catalog::shelf::{Offer, Shelf, falls_on};
use crate::catalog::{Kind, Tag, included, rules};
use crate::server::Conn;
use sqlx::FromRow;
use std::collections::{HashMap, HashSet};

/// How many other times are offered when one cannot be had.
const ALTERNATIVES: usize = 3;
/// How many days around a time of one's own are searched for another.
const SEARCHED: [i64; 6] = [0, 1, -1, 2, 3, 4];

/// Places left, with those of lapsed holds. `$1` is now.
macro_rules! left {
    () => {
        "s.capacity + s.beyond - s.taken + CAST(coalesce((SELECT sum(h.places) FROM bookings h
            WHERE h.session_id = s.id AND h.state = 'held' AND h.hold_until < $1), 0) AS BIGINT)"
    };
}

/// A session or a time of one's own, found.
#[derive(Clone, Debug)]
pub struct Spot {
    pub target: Target,
    pub offer: OfferId,
    pub session: Option<SessionId>,
    pub day: Day,
    pub wall: WallTime,
    pub starts_at: i64,
    pub ends_at: i64,
    /// The resort called it off.
    pub cancelled: bool,
}

#[derive(FromRow)]
struct SessionRow {
    id: i64,
    offer_id: i64,
    day: String,
    wall: String,
    starts_at: i64,
    ends_at: i64,
    capacity: i64,
    left: i64,
    frees_at: Option<i64>,
    cancelled_at: Option<i64>,
}

impl Spot {
    pub fn when(&self) -> When {
        When { offer: self.offer, starts_at: self.starts_at, ends_at: self.ends_at }
    }
}

impl SessionRow {
    fn day(&self) -> Result<Day, sqlx::Error> {
        Day::parse(&self.day).ok_or_else(|| decode("a session's day"))
    }

    fn spot(&self) -> Result<Spot, sqlx::Error> {
        Ok(Spot {
            target: Target::Session(SessionId(self.id)),
            offer: OfferId(self.offer_id),
            session: Some(SessionId(self.id)),
            day: self.day()?,
            wall: WallTime::parse(&self.wall).ok_or_else(|| decode("a session's time"))?,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            cancelled: self.cancelled_at.is_some(),
        })
    }
}

/// Finds what is asked for. Only what can still be had, and of an appointment only its possible starts.
pub async fn spot(conn: &mut Conn, shelf: &Shelf, target: &Target) -> Result<Spot, BookingRefusal> {
    match target {
        Target::Session(id) => {
            let row: SessionRow = sqlx::query_as(concat!(
                "SELECT s.id, s.offer_id, s.day, s.wall, s.starts_at, s.ends_at, s.capacity, s.cancelled_at, NULL AS frees_at, ",
                left!(),
                " AS left FROM sessions s WHERE s.id = $2"
            ))
            .bind(0)
            .bind(id.0)
            .fetch_one(conn)
            .await?;
            shelf.offer(OfferId(row.offer_id))?;
            Ok(row.spot()?)
        }
        Target::Time { offer: key, day, wall } => {
            let (id, offer) = shelf.offer_by_key(key)?;
            let slot = times(shelf, offer, *day).into_iter().find(|slot| slot.wall == *wall).ok_or(Fault::NotFound)?;
            Ok(Spot {
                target: target.clone(),
                offer: id,
                session: None,
                day: *day,
                wall: *wall,
                starts_at: slot.starts_at,
                ends_at: slot.ends_at,
                cancelled: false,
            })
        }
    }
}

/// What decides whether an offer is on sale.
pub fn sale(shelf: &Shelf, offer: &Offer, stay: Option<(Day, Day)>, now: i64) -> Sale {
    Sale { now, today: shelf.time.day(now), notice_minutes: offer.notice_minutes, horizon_days: offer.horizon_days, stay }
}

/// State and places left of one session or time, as this stay sees it.
pub async fn slot_state(conn: &mut Conn, shelf: &Shelf, viewer: Option<&Viewer>, spot: &Spot, now: i64) -> Result<(SlotState, i64), BookingRefusal> {
    let offer = shelf.offer(spot.offer)?;
    match spot.session {
        Some(session) => {
            let row = one_session(conn, session, now).await?;
            Ok((session_state(shelf, offer, viewer, &row, now)?, row.left.max(0)))
        }
        None => {
            let busy = busy(conn, shelf, offer, spot.day, now).await?;
            let slot = slots::Slot { wall: spot.wall, starts_at: spot.starts_at, ends_at: spot.ends_at };
            Ok(time_state(shelf, spot.offer, offer, viewer, &slot, &busy, spot.day, now))
        }
    }
}

async fn one_session(conn: &mut Conn, session: SessionId, now: i64) -> Result<SessionRow, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT s.id, s.offer_id, s.day, s.wall, s.starts_at, s.ends_at, s.capacity, s.cancelled_at,
                (SELECT min(b.hold_until) FROM bookings b WHERE b.session_id = s.id AND b.state = 'held' AND b.hold_until >= $1) AS frees_at, ",
        left!(),
        " AS left FROM sessions s WHERE s.id = $2"
    ))
    .bind(now)
    .bind(session.0)
    .fetch_one(conn)
    .await
}

/// The sessions of a day, in order. What is no longer in the catalogue is left out.
pub async fn day_rows(conn: &mut Conn, shelf: &Shelf, viewer: Option<&Viewer>, lang: Lang, day: Day, now: i64) -> Result<Vec<DayRow>, sqlx::Error> {
    let rows: Vec<SessionRow> = sqlx::query_as(concat!(
        "SELECT s.id, s.offer_id, s.day, s.wall, s.starts_at, s.ends_at, s.capacity, s.cancelled_at,
                (SELECT min(b.hold_until) FROM bookings b WHERE b.session_id = s.id AND b.state = 'held' AND b.hold_until >= $1) AS frees_at, ",
        left!(),
        " AS left FROM sessions s WHERE s.day = $2 ORDER BY s.starts_at, s.id"
    ))
    .bind(now)
    .bind(day.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter()
        .filter_map(|row| shelf.offer(OfferId(row.offer_id)).ok().map(|offer| (row, offer)))
        .map(|(row, offer)| {
            Ok(DayRow {
                session: SessionId(row.id),
                offer: OfferId(row.offer_id),
                key: offer.key.clone(),
                category: offer.category.clone(),
                title: offer.title.get(lang).to_owned(),
                place: offer.place.get(lang).to_owned(),
                photo: offer.photo.clone(),
                day,
                wall: row.wall.clone(),
                minutes: offer.minutes,
                starts_at: row.starts_at,
                ends_at: row.ends_at,
                left: row.left.max(0),
                capacity: row.capacity,
                state: session_state(shelf, offer, viewer, row, now)?,
                tag: tag(shelf, offer, viewer, day),
                fits: fits(offer, viewer),
            })
        })
        .collect()
}

fn session_state(shelf: &Shelf, offer: &Offer, viewer: Option<&Viewer>, row: &SessionRow, now: i64) -> Result<SlotState, sqlx::Error> {
    let mine = viewer.and_then(|viewer| viewer.mine.iter().find(|mine| mine.session == Some(SessionId(row.id))));
    if row.cancelled_at.is_some() {
        return Ok(SlotState::Cancelled);
    }
    if let Some(Mine { id, held, .. }) = mine.filter(|_| row.ends_at > now) {
        return Ok(SlotState::Yours { booking: *id, held: *held });
    }
    if let Err(why) = sale(shelf, offer, viewer.map(Viewer::days), now).check(row.day()?, row.starts_at) {
        return Ok(why.into());
    }
    Ok(match (row.left, row.frees_at) {
        (1.., _) => SlotState::Free,
        (_, Some(until)) => SlotState::HeldByOthers { until: shelf.time.wall(until).to_string() },
        _ => SlotState::Full,
    })
}

/// What the tag of an offer says on a day.
pub fn tag(shelf: &Shelf, offer: &Offer, viewer: Option<&Viewer>, day: Day) -> Tag {
    let Some(viewer) = viewer else { return shelf.public_tag(offer) };
    let allowance = included::allowance(shelf, &viewer.who.package, offer, day, &viewer.used);
    let party: Vec<i64> =
        viewer.party.iter().filter(|member| age_allowed(offer.age_min, offer.age_max, member.age)).map(|member| member.id.0).collect();
    rules::tag(offer.price, allowance.as_ref(), &party)
}

fn fits(offer: &Offer, viewer: Option<&Viewer>) -> bool {
    viewer.is_none_or(|viewer| viewer.party.iter().any(|member| age_allowed(offer.age_min, offer.age_max, member.age)))
}

/// Every possible start of an appointment on a day.
fn times(shelf: &Shelf, offer: &Offer, day: Day) -> Vec<slots::Slot> {
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

/// The cells of each resource that are not free, with the end of the hold that has them, if it is only held.
type Busy = Vec<HashMap<i64, Option<i64>>>;

async fn busy(conn: &mut Conn, shelf: &Shelf, offer: &Offer, day: Day, now: i64) -> Result<Busy, sqlx::Error> {
    let from = slots::cells(shelf.time.instant(day, WallTime(0)), 0, offer.before, 0).start;
    let to = slots::cells(0, shelf.time.instant(day.plus(1), WallTime(0)) + offer.minutes * 60, 0, offer.after).end;
    let mut busy = Vec::new();
    for (resource, _) in shelf.resources_of(offer) {
        let cells: Vec<(i64, Option<i64>)> = sqlx::query_as(
            "SELECT c.cell, CASE WHEN b.state = 'held' THEN b.hold_until END AS hold_until FROM cells c JOIN bookings b ON b.id = c.booking_id
              WHERE c.resource_id = $1 AND c.cell >= $2 AND c.cell < $3 AND NOT (b.state = 'held' AND b.hold_until < $4)",
        )
        .bind(resource.0)
        .bind(from)
        .bind(to)
        .bind(now)
        .fetch_all(&mut *conn)
        .await?;
        busy.push(cells.into_iter().collect());
    }
    Ok(busy)
}

#[allow(clippy::too_many_arguments, reason = "one time and all that decides about it")]
fn time_state(
    shelf: &Shelf,
    id: OfferId,
    offer: &Offer,
    viewer: Option<&Viewer>,
    slot: &slots::Slot,
    busy: &Busy,
    day: Day,
    now: i64,
) -> (SlotState, i64) {
    let mine =
        viewer.and_then(|viewer| viewer.mine.iter().find(|mine| mine.session.is_none() && mine.offer == id && mine.starts_at == slot.starts_at));
    if let Some(Mine { id, held, .. }) = mine.filter(|_| slot.ends_at > now) {
        return (SlotState::Yours { booking: *id, held: *held }, 0);
    }
    if let Err(why) = sale(shelf, offer, viewer.map(Viewer::days), now).check(day, slot.starts_at) {
        return (why.into(), 0);
    }
    let cells = slots::cells(slot.starts_at, slot.ends_at, offer.before, offer.after);
    let (mut free, mut frees_at) = (0, None::<i64>);
    for resource in busy {
        let taken: Vec<Option<i64>> = cells.clone().filter_map(|cell| resource.get(&cell).copied()).collect();
        if taken.is_empty() {
            free += 1;
        } else if let Some(until) = taken.into_iter().collect::<Option<Vec<i64>>>().and_then(|untils| untils.into_iter().max()) {
            frees_at = Some(frees_at.map_or(until, |soonest| soonest.min(until)));
        }
    }
    match (free, frees_at) {
        (1.., _) => (SlotState::Free, free),
        (_, Some(until)) => (SlotState::HeldByOthers { until: shelf.time.wall(until).to_string() }, 0),
        _ => (SlotState::Full, 0),
    }
}

/// The times of an appointment on a day, those that are over left out.
pub async fn own_times(
    conn: &mut Conn,
    shelf: &Shelf,
    viewer: Option<&Viewer>,
    (id, offer): (OfferId, &Offer),
    day: Day,
    now: i64,
) -> Result<Vec<TimeChip>, sqlx::Error> {
    let busy = busy(conn, shelf, offer, day, now).await?;
    Ok(times(shelf, offer, day)
        .into_iter()
        .map(|slot| {
            let (state, left) = time_state(shelf, id, offer, viewer, &slot, &busy, day, now);
            let target = Target::Time { offer: offer.key.clone(), day, wall: slot.wall };
            TimeChip { wall: slot.wall.to_string(), target, state, left }
        })
        .filter(|chip| chip.state != SlotState::Over)
        .collect())
}

/// An appointment in the list of a day, without its times.
pub fn times_of(shelf: &Shelf, viewer: Option<&Viewer>, offer: &Offer, lang: Lang, day: Day) -> TimesOf {
    TimesOf {
        key: offer.key.clone(),
        category: offer.category.clone(),
        title: offer.title.get(lang).to_owned(),
        place: offer.place.get(lang).to_owned(),
        photo: offer.photo.clone(),
        minutes: offer.minutes,
        tag: tag(shelf, offer, viewer, day),
        fits: fits(offer, viewer),
        times: Vec::new(),
    }
}

/// Whether an appointment can be had on a weekday at all.
pub fn opens_on(offer: &Offer, day: Day) -> bool {
    offer.hours.is_empty() || offer.hours.iter().any(|hours| falls_on(&hours.days, day))
}

/// The nearest free times of the same offer at which these people can come, in order of time.
pub async fn alternatives(
    conn: &mut Conn,
    shelf: &Shelf,
    now: i64,
    who: Option<&Who>,
    spot: &Spot,
    guests: &[GuestId],
    places: i64,
) -> Result<Vec<Alternative>, sqlx::Error> {
    let Ok(offer) = shelf.offer(spot.offer) else { return Ok(Vec::new()) };
    let sale = sale(shelf, offer, who.map(|who| (who.arrives, who.departs)), now);
    let engaged = match who {
        Some(who) => engaged(conn, who.stay, who.lang, now).await?,
        None => Vec::new(),
    };
    let can_come = |starts_at, ends_at| {
        let when = When { offer: spot.offer, starts_at, ends_at };
        guests.iter().all(|guest| party::is_free(*guest, when, &engaged))
    };
    let mut found: Vec<(i64, Alternative)> = Vec::new();
    if spot.session.is_some() {
        let rows: Vec<SessionRow> = sqlx::query_as(concat!(
            "SELECT s.id, s.offer_id, s.day, s.wall, s.starts_at, s.ends_at, s.capacity, s.cancelled_at, NULL AS frees_at, ",
            left!(),
            " AS left FROM sessions s WHERE s.offer_id = $2 AND s.starts_at >= $1 AND s.starts_at <> $3 AND s.cancelled_at IS NULL
              ORDER BY abs(s.starts_at - $3), s.starts_at LIMIT 60"
        ))
        .bind(now)
        .bind(spot.offer.0)
        .bind(spot.starts_at)
        .fetch_all(conn)
        .await?;
        for row in rows.iter().filter(|row| row.left >= places.max(1)) {
            let day = row.day()?;
            if sale.check(day, row.starts_at).is_ok() && can_come(row.starts_at, row.ends_at) {
                let target = Target::Session(SessionId(row.id));
                found.push((row.starts_at, Alternative { target, day, wall: row.wall.clone(), left: row.left }));
            }
            if found.len() == ALTERNATIVES {
                break;
            }
        }
    } else {
        for day in SEARCHED.map(|ahead| spot.day.plus(ahead)) {
            let busy = busy(conn, shelf, offer, day, now).await?;
            for slot in times(shelf, offer, day).into_iter().filter(|slot| slot.starts_at != spot.starts_at) {
                let (state, left) = time_state(shelf, spot.offer, offer, None, &slot, &busy, day, now);
                if state == SlotState::Free && sale.check(day, slot.starts_at).is_ok() && can_come(slot.starts_at, slot.ends_at) {
                    let target = Target::Time { offer: offer.key.clone(), day, wall: slot.wall };
                    found.push((slot.starts_at, Alternative { target, day, wall: slot.wall.to_string(), left }));
                }
            }
            if found.len() >= ALTERNATIVES && day >= spot.day.plus(1) {
                break;
            }
        }
        found.sort_by_key(|(starts_at, _)| (starts_at - spot.starts_at).abs());
        found.truncate(ALTERNATIVES);
    }
    found.sort_by_key(|(starts_at, _)| *starts_at);
    Ok(found.into_iter().map(|(_, alternative)| alternative).collect())
}

/// The first free times of an offer from a day on.
pub async fn next_of(
    conn: &mut Conn,
    shelf: &Shelf,
    viewer: Option<&Viewer>,
    (id, offer): (OfferId, &Offer),
    day: Day,
    now: i64,
) -> Result<Vec<Alternative>, sqlx::Error> {
    let starts_at = shelf.time.instant(day, WallTime(0)).max(now);
    let any = Target::Time { offer: offer.key.clone(), day, wall: WallTime(0) };
    let session = (offer.kind == Kind::Session).then_some(SessionId(0));
    let spot = Spot { target: any, offer: id, session, day, wall: WallTime(0), starts_at, ends_at: starts_at, cancelled: false };
    alternatives(conn, shelf, now, viewer.map(|viewer| &viewer.who), &spot, &[], 1).await
}

/// Where a booking could move to: the coming sessions of its offer, or the times of a day, that have room for its
/// people and at which they have nothing else. What the booking occupies itself counts as free (RULES S2).
pub async fn moves(
    conn: &mut Conn,
    shelf: &Shelf,
    who: &Who,
    booking: &Booking,
    guests: &[GuestId],
    day: Day,
    now: i64,
) -> Result<Vec<Alternative>, sqlx::Error> {
    let Ok(offer) = shelf.offer(booking.offer) else { return Ok(Vec::new()) };
    let sale = sale(shelf, offer, Some((who.arrives, who.departs)), now);
    let mut engaged = engaged(conn, who.stay, who.lang, now).await?;
    engaged.retain(|one| one.booking != booking.id);
    let can_come = |day, starts_at, ends_at| {
        let when = When { offer: booking.offer, starts_at, ends_at };
        starts_at != booking.starts_at && sale.check(day, starts_at).is_ok() && guests.iter().all(|guest| party::is_free(*guest, when, &engaged))
    };
    let mut found = Vec::new();
    if booking.session.is_some() {
        let rows: Vec<SessionRow> = sqlx::query_as(concat!(
            "SELECT s.id, s.offer_id, s.day, s.wall, s.starts_at, s.ends_at, s.capacity, s.cancelled_at, NULL AS frees_at, ",
            left!(),
            " AS left FROM sessions s WHERE s.offer_id = $2 AND s.day <= $3 AND s.starts_at >= $1 AND s.cancelled_at IS NULL
              ORDER BY s.starts_at LIMIT 60"
        ))
        .bind(now)
        .bind(booking.offer.0)
        .bind(who.departs.to_string())
        .fetch_all(conn)
        .await?;
        for row in rows.iter().filter(|row| row.left >= booking.places) {
            let day = row.day()?;
            if can_come(day, row.starts_at, row.ends_at) {
                found.push(Alternative { target: Target::Session(SessionId(row.id)), day, wall: row.wall.clone(), left: row.left });
            }
        }
        return Ok(found);
    }
    let mut busy = busy(conn, shelf, offer, day, now).await?;
    let own: HashSet<(i64, i64)> =
        sqlx::query_as("SELECT resource_id, cell FROM cells WHERE booking_id = $1").bind(booking.id.0).fetch_all(conn).await?.into_iter().collect();
    for ((resource, _), cells) in shelf.resources_of(offer).zip(&mut busy) {
        cells.retain(|cell, _| !own.contains(&(resource.0, *cell)));
    }
    for slot in times(shelf, offer, day) {
        let (state, left) = time_state(shelf, booking.offer, offer, None, &slot, &busy, day, now);
        if state == SlotState::Free && can_come(day, slot.starts_at, slot.ends_at) {
            let target = Target::Time { offer: offer.key.clone(), day, wall: slot.wall };
            found.push(Alternative { target, day, wall: slot.wall.to_string(), left });
        }
    }
    Ok(found)
}

/// How many bookings a stay has on each day.
pub fn mine_by_day(viewer: Option<&Viewer>) -> Vec<(Day, u8)> {
    let mut days: Vec<(Day, u8)> = Vec::new();
    for mine in viewer.map(|viewer| viewer.mine.as_slice()).unwrap_or_default() {
        match days.iter_mut().find(|(day, _)| *day == mine.day) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => days.push((mine.day, 1)),
        }
    }
    days
}
