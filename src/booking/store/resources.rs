//! The SQL of resources: what is in use, read by the calendar and by whoever takes something alike; and taking and giving
//! back, where a CHECK per cell has the last word (RULES C4).

use super::{Booking, Spot, decode};
use crate::base::{BookingId, Day, Fault, OfferId, ResourceId, WallTime};
use crate::booking::rules::closures::Closed;
use crate::booking::rules::resources::{Asked, Busy, Claim, Found, LONGEST, Use};
use crate::booking::rules::slots;
use crate::booking::rules::time::is_live;
use crate::catalog::shelf::{Offer, Shelf};
use crate::server::{Conn, Tx};
use sqlx::FromRow;
use std::collections::BTreeSet;
use std::ops::Range;

/// What is in use on every resource that may serve these offers, and what is closed, for whatever begins from one day to
/// before another; without what the booking `but` has. Four queries at most; none when the offers need nothing.
pub async fn busy(
    conn: &mut Conn,
    shelf: &Shelf,
    offers: &[&Offer],
    (from, to): (Day, Day),
    but: Option<BookingId>,
    now: i64,
) -> Result<Busy, sqlx::Error> {
    let resources: BTreeSet<ResourceId> = offers.iter().flat_map(|offer| shelf.resources_of(offer)).map(|(id, _)| id).collect();
    if resources.is_empty() {
        return Ok(Busy::default());
    }
    let cells = window(shelf, offers, (from, to));
    let instants = (cells.start * slots::CELL * 60, cells.end * slots::CELL * 60);
    let closed = closed(conn, instants).await?;
    // What is not held is confirmed: a booking that has ended has nothing. Read first, so that a hold which ends between
    // the two is not taken for confirmed.
    let held = held(conn, but).await?;
    // Numbers of our own: a list has no portable placeholder.
    let listed = resources.iter().map(ResourceId::to_string).collect::<Vec<_>>().join(", ");
    // One text for each resource: a row for each use of a busy month takes longer to hand over than to find, and so does
    // a text for each of its numbers. Whose they are is told for the few that are held.
    let texts: Vec<(i64, String)> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT resource_id, string_agg(CAST((from_cell * 1000 + to_cell - from_cell) * 1000000 + units AS TEXT), ',') FROM uses
          WHERE resource_id IN ({listed}) AND from_cell > $1 AND from_cell < $2 AND to_cell > $3 GROUP BY resource_id"
    )))
    .bind(cells.start - LONGEST)
    .bind(cells.end)
    .bind(cells.start)
    .fetch_all(conn)
    .await?;
    let mut uses = Vec::new();
    for (resource, packed) in &texts {
        let resource = ResourceId(*resource);
        let mut all = packed.split(',').map(read_use).collect::<Option<Vec<Use>>>().ok_or_else(|| decode("what a booking uses"))?;
        for (_, one, whose) in held.iter().filter(|(of, ..)| *of == resource) {
            let Some(position) = all.iter().position(|other| other == one) else { continue };
            match whose {
                Whose::Held(until) if is_live(*until, now) => all[position].until = Some(*until),
                Whose::Held(_) | Whose::Own => drop(all.swap_remove(position)),
            }
        }
        uses.extend(all.into_iter().map(|one| (resource, one)));
    }
    Ok(Busy::new(uses, closed))
}

enum Whose {
    Held(i64),
    /// Of the booking that is to be looked past.
    Own,
}

/// What the booking `but` has, and all other holds have.
async fn held(conn: &mut Conn, but: Option<BookingId>) -> Result<Vec<(ResourceId, Use, Whose)>, sqlx::Error> {
    let mut rows: Vec<(i64, i64, i64, i64, Option<i64>)> = Vec::new();
    if let Some(but) = but {
        let own = "SELECT resource_id, from_cell, to_cell, units, CAST(NULL AS BIGINT) FROM uses WHERE booking_id = $1";
        rows = sqlx::query_as(own).bind(but.0).fetch_all(&mut *conn).await?;
    }
    let held: Vec<(i64, i64, i64, i64, Option<i64>)> = sqlx::query_as(
        "SELECT u.resource_id, u.from_cell, u.to_cell, u.units, b.hold_until FROM bookings b JOIN uses u ON u.booking_id = b.id
          WHERE b.state = 'held' AND b.id <> $1",
    )
    .bind(but.map_or(0, |but| but.0))
    .fetch_all(conn)
    .await?;
    rows.extend(held);
    let read = |(resource, from, to, units, until): (i64, i64, i64, i64, Option<i64>)| {
        (ResourceId(resource), Use { cells: from..to, units, until: None }, until.map_or(Whose::Own, Whose::Held))
    };
    Ok(rows.into_iter().map(read).collect())
}

/// The first cell, how many there are (three digits: none has more than [`LONGEST`]) and its units (six).
fn read_use(packed: &str) -> Option<Use> {
    let packed: i64 = packed.parse().ok()?;
    let (span, units) = (packed / 1_000_000, packed % 1_000_000);
    let from = span / 1000;
    Some(Use { cells: from..from + span % 1000, units, until: None })
}

/// The cells that whatever begins on these days can touch.
fn window(shelf: &Shelf, offers: &[&Offer], (from, to): (Day, Day)) -> Range<i64> {
    let own = |of: fn(&crate::catalog::shelf::Resource) -> i64| {
        offers.iter().flat_map(|offer| shelf.resources_of(offer)).map(|(_, resource)| of(resource)).max().unwrap_or(0)
    };
    let most = |of: fn(&Offer) -> i64| offers.iter().map(|offer| of(offer)).max().unwrap_or(0);
    let (before, after) = (most(|offer| offer.before).max(own(|one| one.before)), most(|offer| offer.after).max(own(|one| one.after)));
    let midnight = |day: Day| shelf.time.instant(day, WallTime(0));
    slots::cells(midnight(from), midnight(to) + most(|offer| offer.minutes) * 60, before, after)
}

/// What is closed between two instants, but for sessions, which say so themselves.
pub async fn closed(conn: &mut Conn, (from, until): (i64, i64)) -> Result<Vec<Closed>, sqlx::Error> {
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

/// A time of an offer for so many people, to be asked of what is busy.
pub fn asked<'a>(shelf: &Shelf, (id, offer): (OfferId, &'a Offer), day: Day, span: (i64, i64), people: i64) -> Asked<'a> {
    Asked { time: shelf.time, id, offer, day, span, people }
}

/// What serves a time, as of this transaction; nothing when it cannot be had. An offer that needs nothing has all of it.
pub async fn pick(tx: &mut Tx, shelf: &Shelf, offer: &Offer, spot: &Spot, people: i64) -> Result<Option<Vec<Claim>>, Fault> {
    pick_at(tx, shelf, (spot.offer, offer), spot.day, (spot.starts_at, spot.ends_at), people).await
}

async fn pick_at(
    tx: &mut Tx,
    shelf: &Shelf,
    (id, offer): (OfferId, &Offer),
    day: Day,
    span: (i64, i64),
    people: i64,
) -> Result<Option<Vec<Claim>>, Fault> {
    let now = tx.now();
    let busy = busy(tx.conn(), shelf, &[offer], (day, day.plus(1)), None, now).await?;
    let asked = asked(shelf, (id, offer), day, span, people);
    Ok(match asked.find(&shelf.needs_of(offer), &busy) {
        Found::Free(claims) => Some(claims),
        Found::Closed | Found::Held(_) | Found::Full => None,
    })
}

/// Takes what was picked. Holds that ran out have been tidied, so every cell must have room; the database refuses what
/// has none, and all of the transaction with it.
pub async fn occupy(tx: &mut Tx, booking: BookingId, claims: &[Claim]) -> Result<(), Fault> {
    let mut merged: Vec<Claim> = Vec::new();
    for claim in claims {
        match merged.iter_mut().find(|one| one.resource == claim.resource) {
            Some(one) => one.units += claim.units,
            None => merged.push(claim.clone()),
        }
    }
    // In the order of their numbers, whoever takes them (RULES C3).
    merged.sort_by_key(|claim| claim.resource);
    for claim in merged {
        let cells = sqlx::query(
            "WITH RECURSIVE span (cell) AS (SELECT CAST($2 AS BIGINT) UNION ALL SELECT cell + 1 FROM span WHERE cell + 1 < $3)
             INSERT INTO cells (resource_id, cell, used, amount) SELECT $1, cell, $4, $5 FROM span WHERE true
             ON CONFLICT (resource_id, cell) DO UPDATE SET used = cells.used + excluded.used, amount = excluded.amount
              WHERE cells.used + excluded.used <= excluded.amount",
        )
        .bind(claim.resource.0)
        .bind(claim.cells.start)
        .bind(claim.cells.end)
        .bind(claim.units)
        .bind(claim.amount)
        .execute(tx.conn())
        .await?
        .rows_affected();
        if cells != u64::try_from(claim.cells.end - claim.cells.start).unwrap_or(0) {
            return Err(Fault::TryAgain);
        }
        sqlx::query("INSERT INTO uses (booking_id, resource_id, from_cell, to_cell, units) VALUES ($1, $2, $3, $4, $5)")
            .bind(booking.0)
            .bind(claim.resource.0)
            .bind(claim.cells.start)
            .bind(claim.cells.end)
            .bind(claim.units)
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// Gives back all that a booking has.
pub async fn give_back(tx: &mut Tx, booking: BookingId) -> Result<(), Fault> {
    let had: Vec<(i64, i64, i64, i64)> = sqlx::query_as("DELETE FROM uses WHERE booking_id = $1 RETURNING resource_id, from_cell, to_cell, units")
        .bind(booking.0)
        .fetch_all(tx.conn())
        .await?;
    for (resource, from, to, units) in had {
        for sql in [
            "UPDATE cells SET used = used - $4 WHERE resource_id = $1 AND cell >= $2 AND cell < $3",
            "DELETE FROM cells WHERE resource_id = $1 AND cell >= $2 AND cell < $3 AND used = 0 AND $4 > 0",
        ] {
            sqlx::query(sql).bind(resource).bind(from).bind(to).bind(units).execute(tx.conn()).await?;
        }
    }
    Ok(())
}

/// Hands one person's part of what each person of a booking has to another booking. What serves all of them together
/// stays with those who go.
pub async fn hand_on(tx: &mut Tx, shelf: &Shelf, from: &Booking, to: BookingId) -> Result<(), Fault> {
    let counted: BTreeSet<i64> = shelf.resources().filter(|(_, resource)| resource.each_person).map(|(id, _)| id.0).collect();
    let had: Vec<(i64, i64)> =
        sqlx::query_as("SELECT resource_id, units FROM uses WHERE booking_id = $1 ORDER BY resource_id").bind(from.id.0).fetch_all(tx.conn()).await?;
    for (resource, units) in had {
        // An import may have changed how it is counted: what is not so much for each stays where it is.
        if !counted.contains(&resource) || units % from.places != 0 {
            continue;
        }
        for sql in [
            "INSERT INTO uses (booking_id, resource_id, from_cell, to_cell, units)
             SELECT $2, resource_id, from_cell, to_cell, $4 FROM uses WHERE booking_id = $1 AND resource_id = $3",
            "UPDATE uses SET units = units - $4 WHERE booking_id = $1 AND resource_id = $3 AND $2 > 0",
        ] {
            sqlx::query(sql).bind(from.id.0).bind(to.0).bind(resource).bind(units / from.places).execute(tx.conn()).await?;
        }
    }
    Ok(())
}

#[derive(FromRow)]
struct ComingRow {
    id: i64,
    offer_id: i64,
    session_id: Option<i64>,
    places: i64,
    day: String,
    starts_at: i64,
    ends_at: i64,
    uses: i64,
}

/// After an import: what is booked and has not ended gets what its offer needs by now. Answers how many bookings did, and
/// which of them nothing serves; those keep what they had (RULES B5, C10).
pub async fn serve(tx: &mut Tx, shelf: &Shelf) -> Result<(u64, Vec<BookingId>), Fault> {
    let now = tx.now();
    let coming: Vec<ComingRow> = sqlx::query_as(
        "SELECT b.id, b.offer_id, b.session_id, b.places, b.day, b.starts_at, b.ends_at,
                (SELECT count(*) FROM uses u WHERE u.booking_id = b.id) AS uses
           FROM bookings b WHERE b.day >= $2 AND b.state IN ('held', 'confirmed') AND b.ends_at > $1 ORDER BY b.starts_at, b.id",
    )
    .bind(now)
    // A day, and the night that began it: nothing lasts longer.
    .bind(shelf.time.day(now).plus(-2).to_string())
    .fetch_all(tx.conn())
    .await?;
    let (mut served, mut without) = (0, Vec::new());
    for row in coming {
        let (booking, id) = (BookingId(row.id), OfferId(row.offer_id));
        let Ok(offer) = shelf.offer(id) else { continue };
        if usize::try_from(row.uses).unwrap_or(0) >= offer.resources.len() {
            continue;
        }
        let day = Day::parse(&row.day).ok_or(Fault::TryAgain)?;
        tx.mark().await?;
        give_back(tx, booking).await?;
        match pick_at(tx, shelf, (id, offer), day, (row.starts_at, row.ends_at), row.places).await? {
            Some(claims) => {
                occupy(tx, booking, &claims).await?;
                if let Some(first) = claims.first().filter(|_| row.session_id.is_none()) {
                    let serves = sqlx::query("UPDATE bookings SET resource_id = $2 WHERE id = $1");
                    serves.bind(row.id).bind(first.resource.0).execute(tx.conn()).await?;
                }
                tx.keep_mark().await?;
                served += 1;
            }
            None => {
                tx.back_to_mark().await?;
                without.push(booking);
            }
        }
    }
    Ok((served, without))
}
