//! Where else there are places: other times of the same offer at which the same people can come.

use super::super::bookings::{Booking, Viewer, engaged};
use super::super::{Who, resources, spot_of};
use super::times::{time_state, times};
use super::{SessionRow, Spot, sale, sale_by_resort, within_resources};
use crate::base::{BookingId, Day, GuestId, OfferId, SessionId, WallTime};
use crate::booking::rules::closures::Closed;
use crate::booking::rules::party::{self, Engagement, When};
use crate::booking::rules::resources::Busy;
use crate::booking::rules::time::Sale;
use crate::booking::{Alternative, SlotState, Target};
use crate::catalog::Kind;
use crate::catalog::shelf::{Offer, Shelf};
use crate::server::Conn;

/// How many other times are offered when one cannot be had.
const ALTERNATIVES: usize = 3;
/// How many days around a time of one's own are searched for another.
const SEARCHED: [i64; 6] = [0, 1, -1, 2, 3, 4];

/// Which other times of an offer these people could have.
struct Search<'a> {
    shelf: &'a Shelf,
    id: OfferId,
    offer: &'a Offer,
    sale: Sale,
    /// What they have already.
    engaged: Vec<Engagement>,
    guests: &'a [GuestId],
    places: i64,
    /// The start that they look away from.
    not_at: Option<i64>,
    /// The booking that moves: what it occupies itself counts as free (RULES S2).
    own: Option<BookingId>,
    /// What is about to be closed.
    closing: Option<Closed>,
}

impl<'a> Search<'a> {
    /// For the people of a booking, who are to go at another time.
    async fn of(
        conn: &mut Conn,
        shelf: &'a Shelf,
        who: &Who,
        booking: &Booking,
        offer: &'a Offer,
        guests: &'a [GuestId],
        sale: Sale,
    ) -> Result<Search<'a>, sqlx::Error> {
        let mut engaged = engaged(conn, shelf, who.stay, who.lang, booking.offer, sale.now).await?;
        engaged.retain(|one| one.booking != booking.id);
        let (not_at, own) = (Some(booking.starts_at), Some(booking.id));
        Ok(Search { shelf, id: booking.offer, offer, sale, engaged, guests, places: booking.places, not_at, own, closing: None })
    }

    fn suits(&self, day: Day, starts_at: i64, ends_at: i64) -> bool {
        let when = When { offer: self.id, starts_at, ends_at };
        self.not_at != Some(starts_at)
            && !self.closing.is_some_and(|closing| closing.stops(self.id, None, (starts_at, ends_at)))
            && self.sale.check(day, starts_at).is_ok()
            && self.guests.iter().all(|guest| party::is_free(*guest, when, &self.engaged))
    }

    /// The coming sessions with room, the nearest to an instant first. Each with its start.
    async fn sessions(&self, conn: &mut Conn, near: i64) -> Result<Vec<(i64, Alternative)>, sqlx::Error> {
        let mut rows: Vec<SessionRow> = sqlx::query_as(concat!(
            "SELECT s.id, s.offer_id, s.day, s.wall, s.starts_at, s.ends_at, s.capacity, s.cancelled_at, NULL AS frees_at, ",
            left!(),
            " AS left FROM sessions s WHERE s.offer_id = $2 AND s.starts_at >= $1 AND s.cancelled_at IS NULL
              ORDER BY abs(s.starts_at - $3), s.starts_at LIMIT 60"
        ))
        .bind(self.sale.now)
        .bind(self.id.0)
        .bind(near)
        .fetch_all(&mut *conn)
        .await?;
        within_resources(conn, self.shelf, &mut rows, self.sale.now, self.own, self.closing).await?;
        let mut found = Vec::new();
        for row in rows.into_iter().filter(|row| row.left >= self.places.max(1)) {
            let day = row.day()?;
            if self.suits(day, row.starts_at, row.ends_at) {
                found.push((row.starts_at, Alternative { target: Target::Session(SessionId(row.id)), day, wall: row.wall, left: row.left }));
            }
        }
        Ok(found)
    }

    /// What cannot be had from one day to before another: what this booking has itself is free for it, and what is about
    /// to be closed is not.
    async fn busy(&self, conn: &mut Conn, days: (Day, Day)) -> Result<Busy, sqlx::Error> {
        let mut busy = resources::busy(conn, self.shelf, &[self.offer], days, self.own, self.sale.now).await?;
        busy.closed.extend(self.closing);
        Ok(busy)
    }

    /// The free times of a day. Each with its start.
    fn times(&self, busy: &Busy, day: Day) -> Vec<(i64, Alternative)> {
        let free = |slot: &crate::booking::rules::slots::Slot| {
            let (state, left) = time_state(self.shelf, (self.id, self.offer), &self.sale, slot, busy, day, self.places.max(1));
            (state == SlotState::Free && self.suits(day, slot.starts_at, slot.ends_at)).then_some(left)
        };
        let found = times(self.shelf, self.offer, day).into_iter().filter_map(|slot| {
            let left = free(&slot)?;
            let target = Target::Time { offer: self.offer.key.clone(), day, wall: slot.wall };
            Some((slot.starts_at, Alternative { target, day, wall: slot.wall.to_string(), left }))
        });
        found.collect()
    }

    /// The nearest of all, in order of time.
    async fn nearest(&self, conn: &mut Conn, spot: &Spot) -> Result<Vec<Alternative>, sqlx::Error> {
        let mut found = Vec::new();
        if spot.session.is_some() {
            found = self.sessions(conn, spot.starts_at).await?;
        } else {
            let busy = self.busy(conn, (spot.day.plus(-1), spot.day.plus(5))).await?;
            for day in SEARCHED.map(|ahead| spot.day.plus(ahead)) {
                found.extend(self.times(&busy, day));
                if found.len() >= ALTERNATIVES && day >= spot.day.plus(1) {
                    break;
                }
            }
            found.sort_by_key(|(starts_at, _)| (starts_at - spot.starts_at).abs());
        }
        found.truncate(ALTERNATIVES);
        found.sort_by_key(|(starts_at, _)| *starts_at);
        Ok(found.into_iter().map(|(_, alternative)| alternative).collect())
    }
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
        Some(who) => engaged(conn, shelf, who.stay, who.lang, spot.offer, now).await?,
        None => Vec::new(),
    };
    let search = Search { shelf, id: spot.offer, offer, sale, engaged, guests, places, not_at: Some(spot.starts_at), own: None, closing: None };
    search.nearest(conn, spot).await
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
    let search = Search::of(conn, shelf, who, booking, offer, guests, sale).await?;
    let found = if booking.session.is_some() {
        search.sessions(conn, now).await?
    } else {
        let busy = search.busy(conn, (day, day.plus(1))).await?;
        search.times(&busy, day)
    };
    Ok(found.into_iter().map(|(_, alternative)| alternative).collect())
}

/// Where a booking could go when the resort calls its time off: the nearest times, and, when only what serves it is
/// closed, the same time.
pub async fn replan(
    conn: &mut Conn,
    shelf: &Shelf,
    who: &Who,
    booking: &Booking,
    guests: &[GuestId],
    closing: Option<Closed>,
    now: i64,
) -> Result<Vec<Alternative>, sqlx::Error> {
    let Ok(offer) = shelf.offer(booking.offer) else { return Ok(Vec::new()) };
    let sale = sale_by_resort(shelf, offer, (who.arrives, who.departs), now);
    let mut search = Search::of(conn, shelf, who, booking, offer, guests, sale).await?;
    search.closing = closing;
    if matches!(closing, Some(Closed::Resource(..))) {
        search.not_at = None;
    }
    search.nearest(conn, &spot_of(booking)).await
}
