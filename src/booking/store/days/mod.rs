//! What a day offers: its sessions (here), the free times of appointments (`times.rs`), on which days there is anything
//! at all (`month.rs`), where else there are places (`elsewhere.rs`), and all of it over some days (`ahead.rs`).

/// Places left, with those of lapsed holds; those go to whoever waits for them first (RULES W3). `$1` is now.
macro_rules! left {
    () => {
        "s.capacity + s.beyond - s.taken + CAST(coalesce((SELECT sum(h.places) FROM bookings h
            WHERE h.session_id = s.id AND h.state = 'held' AND h.hold_until < $1
              AND NOT EXISTS (SELECT 1 FROM waitlist w WHERE w.offer_id = s.offer_id AND w.day = s.day AND w.state = 'waiting'
                                 AND w.from_wall <= s.wall AND w.to_wall >= s.wall)), 0) AS BIGINT)"
    };
}

mod ahead;
mod elsewhere;
mod month;
mod times;

pub use ahead::{Ahead, Selling, ahead};
pub use elsewhere::{alternatives, moves, next_of, replan};
pub use month::free_days;
pub use times::{day_times, free_times, opens_on, starts, times_of};

use super::bookings::{Mine, Viewer, engaged};
use super::{decode, resources};
use crate::base::{BookingId, Day, Fault, Lang, OfferId, SessionId, WallTime};
use crate::booking::rules::closures::Closed;
use crate::booking::rules::party::{Limits, When, obstacle};
use crate::booking::rules::resources::Found;
use crate::booking::rules::slots;
use crate::booking::rules::time::Sale;
use crate::booking::{BookingRefusal, DayRow, SlotState, Target};
use crate::catalog::rules::age_allowed;
use crate::catalog::shelf::{Offer, Shelf};
use crate::catalog::{Tag, included, rules};
use crate::server::Conn;
use sqlx::FromRow;

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
    /// What it needs is closed.
    #[sqlx(skip)]
    closed: bool,
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
            .bind(0_i64)
            .bind(id.0)
            .fetch_one(&mut *conn)
            .await?;
            let offer = shelf.offer(OfferId(row.offer_id))?;
            let mut spot = row.spot()?;
            spot.cancelled |=
                !offer.resources.is_empty() && times::called_off(conn, shelf, spot.offer, offer, spot.day, (spot.starts_at, spot.ends_at)).await?;
            Ok(spot)
        }
        Target::Time { offer: key, day, wall } => {
            let (id, offer) = shelf.offer_by_key(key)?;
            let slot = times::times(shelf, offer, *day).into_iter().find(|slot| slot.wall == *wall).ok_or(Fault::NotFound)?;
            Ok(Spot {
                target: target.clone(),
                offer: id,
                session: None,
                day: *day,
                wall: *wall,
                starts_at: slot.starts_at,
                ends_at: slot.ends_at,
                cancelled: times::called_off(conn, shelf, id, offer, *day, (slot.starts_at, slot.ends_at)).await?,
            })
        }
    }
}

/// What decides whether an offer is on sale.
pub fn sale(shelf: &Shelf, offer: &Offer, stay: Option<(Day, Day)>, now: i64) -> Sale {
    Sale { now, today: shelf.time.day(now), notice_minutes: offer.notice_minutes, horizon_days: offer.horizon_days, stay }
}

/// The same when the resort asks those who have booked to come at another time: then no notice is too short.
pub fn sale_by_resort(shelf: &Shelf, offer: &Offer, stay: (Day, Day), now: i64) -> Sale {
    Sale { notice_minutes: 0, ..sale(shelf, offer, Some(stay), now) }
}

/// What an offer asks of those who take part.
pub fn limits(offer: &Offer) -> Limits {
    Limits { age_min: offer.age_min, age_max: offer.age_max, adult_needed: offer.adult_needed }
}

/// State and places left of one session or time, for people of this stay who do not go yet.
pub async fn slot_state(conn: &mut Conn, shelf: &Shelf, stay: Option<(Day, Day)>, spot: &Spot, now: i64) -> Result<(SlotState, i64), BookingRefusal> {
    let offer = shelf.offer(spot.offer)?;
    match spot.session {
        Some(session) => {
            let mut row = one_session(conn, session, now).await?;
            within_resources(conn, shelf, std::slice::from_mut(&mut row), now, None, None).await?;
            Ok((session_state(shelf, offer, stay, &row, now)?, row.left.max(0)))
        }
        None => {
            let busy = resources::busy(conn, shelf, &[offer], (spot.day, spot.day.plus(1)), None, now).await?;
            let slot = slots::Slot { wall: spot.wall, starts_at: spot.starts_at, ends_at: spot.ends_at };
            Ok(times::time_state(shelf, (spot.offer, offer), &sale(shelf, offer, stay, now), &slot, &busy, spot.day, 1))
        }
    }
}

/// Whether somebody of the party who does not go yet could come to this time.
pub async fn can_join(conn: &mut Conn, shelf: &Shelf, viewer: &Viewer, spot: &Spot, now: i64) -> Result<bool, BookingRefusal> {
    let (state, _) = slot_state(conn, shelf, Some(viewer.days()), spot, now).await?;
    if state != SlotState::Free {
        return Ok(false);
    }
    let limits = limits(shelf.offer(spot.offer)?);
    let engaged = engaged(conn, shelf, viewer.who.stay, viewer.who.lang, spot.offer, now).await?;
    Ok(viewer.party.iter().any(|member| obstacle(limits, member, spot.when(), &engaged).is_none()))
}

/// A list shows the way to what this stay has; for everybody else in the party the page of the time says more.
fn or_yours(state: SlotState, mine: Option<&Mine>, ends_at: i64, now: i64) -> SlotState {
    match mine.filter(|_| ends_at > now && state != SlotState::Cancelled) {
        Some(Mine { id, held, .. }) => SlotState::Yours { booking: *id, held: *held },
        None => state,
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
    let mut rows: Vec<SessionRow> = sqlx::query_as(concat!(
        "SELECT s.id, s.offer_id, s.day, s.wall, s.starts_at, s.ends_at, s.capacity, s.cancelled_at,
                (SELECT min(b.hold_until) FROM bookings b WHERE b.session_id = s.id AND b.state = 'held' AND b.hold_until >= $1) AS frees_at, ",
        left!(),
        " AS left FROM sessions s WHERE s.day = $2 ORDER BY s.starts_at, s.id"
    ))
    .bind(now)
    .bind(day.to_string())
    .fetch_all(&mut *conn)
    .await?;
    within_resources(conn, shelf, &mut rows, now, None, None).await?;
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
                state: or_yours(
                    session_state(shelf, offer, viewer.map(Viewer::days), row, now)?,
                    viewer.and_then(|viewer| viewer.mine_at(Some(SessionId(row.id)), OfferId(row.offer_id), row.starts_at).next()),
                    row.ends_at,
                    now,
                ),
                tag: tag(shelf, offer, viewer, day),
                fits: fits(offer, viewer),
            })
        })
        .collect()
}

/// The sessions of an offer on a day that have places left, by time: start and how many.
pub async fn session_rooms(
    conn: &mut Conn,
    shelf: &Shelf,
    offer: OfferId,
    day: Day,
    now: i64,
) -> Result<Vec<(SessionId, String, i64, i64)>, sqlx::Error> {
    let mut rows: Vec<SessionRow> = sqlx::query_as(
        "SELECT s.id, s.offer_id, s.day, s.wall, s.starts_at, s.ends_at, s.capacity, s.cancelled_at, NULL AS frees_at,
                s.capacity + s.beyond - s.taken AS left FROM sessions s
          WHERE s.offer_id = $1 AND s.day = $2 AND s.cancelled_at IS NULL AND s.taken < s.capacity + s.beyond AND s.starts_at > $3
          ORDER BY s.starts_at",
    )
    .bind(offer.0)
    .bind(day.to_string())
    .bind(now)
    .fetch_all(&mut *conn)
    .await?;
    within_resources(conn, shelf, &mut rows, now, None, None).await?;
    Ok(rows.into_iter().filter(|row| row.left > 0).map(|row| (SessionId(row.id), row.wall, row.starts_at, row.left)).collect())
}

/// What resources leave of the places of sessions: the most that is in use at once while one lasts, whoever has it (RULES
/// C2). What the booking `but` has itself counts as free, and what is about to be closed as closed.
async fn within_resources(
    conn: &mut Conn,
    shelf: &Shelf,
    rows: &mut [SessionRow],
    now: i64,
    but: Option<BookingId>,
    closing: Option<Closed>,
) -> Result<(), sqlx::Error> {
    let offers: Vec<&Offer> =
        rows.iter().filter_map(|row| shelf.offer(OfferId(row.offer_id)).ok()).filter(|offer| !offer.resources.is_empty()).collect();
    let days: Vec<Day> = rows.iter().map(SessionRow::day).collect::<Result<_, _>>()?;
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else { return Ok(()) };
    if offers.is_empty() {
        return Ok(());
    }
    let mut busy = resources::busy(conn, shelf, &offers, (*first, last.plus(1)), but, now).await?;
    busy.closed.extend(closing);
    for (row, day) in rows.iter_mut().zip(days) {
        let id = OfferId(row.offer_id);
        let Ok(offer) = shelf.offer(id) else { continue };
        let asked = resources::asked(shelf, (id, offer), day, (row.starts_at, row.ends_at), 1);
        let needs = shelf.needs_of(offer);
        let left = match asked.find(&needs, &busy) {
            Found::Free(_) => asked.left(&needs, &busy),
            Found::Held(until) => {
                row.frees_at = if row.left > 0 { Some(until) } else { row.frees_at.map(|own| own.max(until)) };
                0
            }
            Found::Closed => {
                row.closed = true;
                0
            }
            Found::Full => {
                row.frees_at = None;
                0
            }
        };
        row.left = row.left.min(left);
    }
    Ok(())
}

fn session_state(shelf: &Shelf, offer: &Offer, stay: Option<(Day, Day)>, row: &SessionRow, now: i64) -> Result<SlotState, sqlx::Error> {
    if row.cancelled_at.is_some() || row.closed {
        return Ok(SlotState::Cancelled);
    }
    if let Err(why) = sale(shelf, offer, stay, now).check(row.day()?, row.starts_at) {
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
    rules::as_deposit(rules::tag(offer.price, allowance.as_ref(), &party), offer.is_deposit())
}

fn fits(offer: &Offer, viewer: Option<&Viewer>) -> bool {
    viewer.is_none_or(|viewer| viewer.party.iter().any(|member| age_allowed(offer.age_min, offer.age_max, member.age)))
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
