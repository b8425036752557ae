//! The SQL of wishes: what decides what is told, and who wants what.

use super::Stage;
use super::rules::{Days, Known, Party, Step};
use crate::base::{BookingId, Day, Fault, GuestId, OfferId, StayId, WallTime};
use crate::booking::rules::party::{Engagement, When};
use crate::server::{Conn, Look, Tx};
use sqlx::FromRow;
use std::collections::HashMap;

/// Whether the stay of `w` has booked or ordered the offer of `w` and did not give it back.
macro_rules! bought {
    () => {
        "(EXISTS (SELECT 1 FROM bookings b WHERE b.stay_id = w.stay_id AND b.offer_id = w.offer_id AND b.state IN ('held', 'confirmed')
                   AND b.state = 'confirmed')
          OR EXISTS (SELECT 1 FROM orders o JOIN order_lines l ON l.order_id = o.id
                      WHERE o.stay_id = w.stay_id AND l.offer_id = w.offer_id AND o.state NOT IN ('declined', 'cancelled')))"
    };
}

/// What everything that may be told depends on, besides the time: it is the same as long as nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct Signs {
    /// Of the catalogue.
    pub version: i64,
    /// The last deed with a booking or an order.
    pub deed: Option<i64>,
    /// The last deed of the staff.
    pub staff: Option<i64>,
}

/// Nothing before the first import.
pub async fn signs(conn: &mut Conn) -> Result<Option<Signs>, sqlx::Error> {
    sqlx::query_as("SELECT version, (SELECT max(id) FROM timeline) AS deed, (SELECT max(id) FROM staff_log) AS staff FROM resort")
        .fetch_optional(conn)
        .await
}

/// Whether somebody who is here marked something that nobody has looked at.
pub async fn anything_fresh(conn: &mut Conn, today: Day) -> Result<bool, sqlx::Error> {
    let fresh: Option<i64> = sqlx::query_scalar(
        "SELECT w.stay_id FROM wishes w JOIN stays st ON st.id = w.stay_id
          WHERE w.was_full IS NULL AND (w.wished_at IS NOT NULL OR w.watched_at IS NOT NULL) AND st.departs >= $1 LIMIT 1",
    )
    .bind(today.to_string())
    .fetch_optional(conn)
    .await?;
    Ok(fresh.is_some())
}

/// What one stay marked.
pub struct Marked {
    pub stay: StayId,
    pub offer: OfferId,
    /// The key of the package.
    pub package: String,
    pub arrives: Day,
    pub departs: Day,
    pub known: Known,
}

impl Marked {
    pub fn days(&self, check_out: WallTime) -> Days {
        Days { arrives: self.arrives, departs: self.departs, check_out }
    }
}

#[derive(FromRow)]
struct MarkedRow {
    stay_id: i64,
    offer_id: i64,
    package: String,
    arrives: String,
    departs: String,
    wished_at: Option<i64>,
    price: Option<i64>,
    was_full: Option<i64>,
    chance_at: Option<i64>,
    bought: i64,
    holding: i64,
}

impl TryFrom<MarkedRow> for Marked {
    type Error = sqlx::Error;

    fn try_from(row: MarkedRow) -> Result<Marked, sqlx::Error> {
        let day = |text: &str| Day::parse(text).ok_or_else(|| sqlx::Error::Decode(format!("{text} is not a day").into()));
        Ok(Marked {
            stay: StayId(row.stay_id),
            offer: OfferId(row.offer_id),
            package: row.package,
            arrives: day(&row.arrives)?,
            departs: day(&row.departs)?,
            known: Known {
                wished: row.wished_at.is_some(),
                price: row.price,
                was_full: row.was_full.map(|full| full == 1),
                chance_told: row.chance_at.is_some(),
                bought: row.bought == 1,
                holding: row.holding == 1,
            },
        })
    }
}

/// What those who are here on a day have marked; of one stay, when it is given.
pub async fn marked(conn: &mut Conn, today: Day, now: i64, only: Option<StayId>) -> Result<Vec<Marked>, sqlx::Error> {
    let rows: Vec<MarkedRow> = sqlx::query_as(concat!(
        "SELECT w.stay_id, w.offer_id, p.key AS package, st.arrives, st.departs, w.wished_at, w.price, w.was_full, w.chance_at,
                CAST(CASE WHEN ",
        bought!(),
        " THEN 1 ELSE 0 END AS BIGINT) AS bought,
                CAST(CASE WHEN EXISTS (SELECT 1 FROM bookings h WHERE h.stay_id = w.stay_id AND h.offer_id = w.offer_id
                                          AND h.state IN ('held', 'confirmed') AND h.state = 'held' AND h.hold_until >= $2)
                          THEN 1 ELSE 0 END AS BIGINT) AS holding
           FROM stays st JOIN wishes w ON w.stay_id = st.id JOIN packages p ON p.id = st.package_id
          WHERE st.departs >= $1 AND st.arrives <= $1 AND (w.wished_at IS NOT NULL OR w.watched_at IS NOT NULL) AND ($3 = 0 OR st.id = $3)"
    ))
    .bind(today.to_string())
    .bind(now)
    .bind(only.map_or(0, |stay| stay.0))
    .fetch_all(conn)
    .await?;
    let mut marked: Vec<Marked> = rows.into_iter().map(Marked::try_from).collect::<Result<_, _>>()?;
    // Two nodes that write the same rows take them in one order.
    marked.sort_unstable_by_key(|one| (one.stay, one.offer));
    Ok(marked)
}

/// The people of everybody who is here and marked something, and what they have from now on.
pub async fn parties(conn: &mut Conn, today: Day, now: i64, only: Option<StayId>) -> Result<HashMap<StayId, Party>, sqlx::Error> {
    let mut parties: HashMap<StayId, Party> = HashMap::new();
    let only = only.map_or(0, |stay| stay.0);
    let people: Vec<(i64, i64, i64)> = sqlx::query_as(
        "SELECT g.stay_id, g.id, g.age FROM stays st JOIN guests g ON g.stay_id = st.id
          WHERE st.departs >= $1 AND st.arrives <= $1 AND ($2 = 0 OR st.id = $2) AND EXISTS (SELECT 1 FROM wishes w WHERE w.stay_id = st.id)",
    )
    .bind(today.to_string())
    .bind(only)
    .fetch_all(&mut *conn)
    .await?;
    for (stay, guest, age) in people {
        parties.entry(StayId(stay)).or_default().people.push((GuestId(guest), age));
    }
    let engaged: Vec<(i64, i64, i64, i64, i64, i64)> = sqlx::query_as(
        "SELECT b.stay_id, b.id, p.guest_id, b.offer_id, b.starts_at, b.ends_at
           FROM bookings b JOIN participants p ON p.booking_id = b.id
          WHERE b.state IN ('held', 'confirmed') AND b.ends_at > $2 AND (b.state = 'confirmed' OR b.hold_until >= $2)
            AND b.stay_id IN (SELECT st.id FROM stays st WHERE st.departs >= $1 AND st.arrives <= $1 AND ($3 = 0 OR st.id = $3)
                                 AND EXISTS (SELECT 1 FROM wishes w WHERE w.stay_id = st.id))",
    )
    .bind(today.to_string())
    .bind(now)
    .bind(only)
    .fetch_all(conn)
    .await?;
    for (stay, booking, guest, offer, starts_at, ends_at) in engaged {
        parties.entry(StayId(stay)).or_default().engaged.push(Engagement {
            booking: BookingId(booking),
            guest: GuestId(guest),
            title: String::new(),
            wall: String::new(),
            when: When { offer: OfferId(offer), starts_at, ends_at },
            walk: 0,
        });
    }
    Ok(parties)
}

/// Writes one step down. False when somebody else did, or when it is no longer so: then nothing may be told.
pub async fn write(tx: &mut Tx, stay: StayId, offer: OfferId, step: &Step) -> Result<bool, Fault> {
    let now = tx.now();
    let (sql, first, second) = match *step {
        Step::FirstLook { price, full } => (
            "UPDATE wishes SET was_full = $3, price = coalesce(price, $4), price_then = coalesce(price_then, $4)
              WHERE stay_id = $1 AND offer_id = $2 AND was_full IS NULL",
            i64::from(full),
            price,
        ),
        Step::Full(full) => {
            ("UPDATE wishes SET was_full = $3 WHERE stay_id = $1 AND offer_id = $2 AND was_full = $4", i64::from(full), i64::from(!full))
        }
        Step::PriceFell { was, price } => (
            concat!(
                "UPDATE wishes AS w SET price = $3 WHERE w.stay_id = $1 AND w.offer_id = $2 AND w.price = $4
                    AND (w.wished_at IS NOT NULL OR w.watched_at IS NOT NULL) AND NOT ",
                bought!()
            ),
            price,
            was,
        ),
        Step::PlaceFreed => (
            concat!(
                "UPDATE wishes AS w SET was_full = $3 WHERE w.stay_id = $1 AND w.offer_id = $2 AND w.was_full = $4 AND w.wished_at IS NOT NULL AND NOT ",
                bought!()
            ),
            0,
            1,
        ),
        Step::LastChance(_) => (
            concat!(
                "UPDATE wishes AS w SET chance_at = $3 WHERE w.stay_id = $1 AND w.offer_id = $2 AND w.chance_at IS NULL
                    AND w.wished_at <= $4 AND NOT ",
                bought!()
            ),
            now,
            now,
        ),
    };
    let done = sqlx::query(sql).bind(stay.0).bind(offer.0).bind(first).bind(second).execute(tx.conn()).await?;
    Ok(done.rows_affected() > 0)
}

/// Writes down who reached the choice of what.
pub async fn add_looks(tx: &mut Tx, looks: &[Look]) -> Result<(), Fault> {
    for look in looks {
        sqlx::query(
            "INSERT INTO interests (stay_id, offer_id, first_at, last_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (stay_id, offer_id) DO UPDATE SET last_at = $4 WHERE interests.last_at < $4",
        )
        .bind(look.stay.0)
        .bind(look.offer.0)
        .bind(look.first)
        .bind(look.last)
        .execute(tx.conn())
        .await?;
    }
    Ok(())
}

/// A stay that wants an offer, in one state, since when.
pub type Wanted = (OfferId, StayId, Stage, i64);

/// Who is here or to come, wants something and has not bought it: reached its choice, marked it, or waits for it.
pub async fn wanted(conn: &mut Conn, today: Day) -> Result<Vec<Wanted>, sqlx::Error> {
    let today = today.to_string();
    let mut wanted: Vec<Wanted> = Vec::new();
    let marks: Vec<(i64, i64, Option<i64>, Option<i64>)> = sqlx::query_as(concat!(
        "SELECT w.offer_id, w.stay_id, w.wished_at, w.watched_at FROM stays st JOIN wishes w ON w.stay_id = st.id
          WHERE st.departs >= $1 AND (w.wished_at IS NOT NULL OR w.watched_at IS NOT NULL) AND NOT ",
        bought!()
    ))
    .bind(&today)
    .fetch_all(&mut *conn)
    .await?;
    for (offer, stay, wished, watched) in marks {
        let both = [(Stage::Wishing, wished), (Stage::Watching, watched)];
        wanted.extend(both.into_iter().filter_map(|(stage, since)| Some((OfferId(offer), StayId(stay), stage, since?))));
    }
    // Whoever went on after they last looked is not merely interested, whatever became of it. The times of deeds are compared
    // so that the index over all of them is of no use: a booking has few.
    let interested: Vec<(i64, i64, i64)> = sqlx::query_as(concat!(
        "SELECT w.offer_id, w.stay_id, w.first_at FROM stays st JOIN interests w ON w.stay_id = st.id
          WHERE st.departs >= $1 AND NOT ",
        bought!(),
        "   AND NOT EXISTS (SELECT 1 FROM bookings c WHERE c.stay_id = w.stay_id AND c.offer_id = w.offer_id
                               AND EXISTS (SELECT 1 FROM timeline t WHERE t.subject = 'booking' AND t.subject_id = c.id
                                                                      AND t.fact = 'confirmed' AND t.at + 0 >= w.last_at))
            AND NOT EXISTS (SELECT 1 FROM orders c JOIN order_lines n ON n.order_id = c.id
                             WHERE c.stay_id = w.stay_id AND n.offer_id = w.offer_id AND c.created_at >= w.last_at)"
    ))
    .bind(&today)
    .fetch_all(&mut *conn)
    .await?;
    wanted.extend(interested.into_iter().map(|(offer, stay, since)| (OfferId(offer), StayId(stay), Stage::Interested, since)));
    let waiting: Vec<(i64, i64, i64)> = sqlx::query_as(concat!(
        "SELECT w.offer_id, w.stay_id, min(w.joined_at) FROM waitlist w JOIN stays st ON st.id = w.stay_id
          WHERE w.state = 'waiting' AND w.day >= $1 AND st.departs >= $1 AND NOT ",
        bought!(),
        " GROUP BY w.offer_id, w.stay_id"
    ))
    .bind(&today)
    .fetch_all(conn)
    .await?;
    wanted.extend(waiting.into_iter().map(|(offer, stay, since)| (OfferId(offer), StayId(stay), Stage::Waiting, since)));
    Ok(wanted)
}

/// How far those who are here came with one offer and did not get: places held for them, or given back, and what became of
/// the money that was paid for them.
pub async fn left_over(conn: &mut Conn, offer: OfferId, today: Day, now: i64) -> Result<Vec<(StayId, Stage, i64)>, sqlx::Error> {
    let rows: Vec<(i64, String, i64, i64, i64)> = sqlx::query_as(
        "SELECT b.stay_id, b.state, b.created_at, CAST(coalesce((SELECT sum(p.amount) FROM payments p WHERE p.booking_id = b.id AND p.state = 'captured'), 0) AS BIGINT),
                CAST(coalesce((SELECT sum(p.refunded) FROM payments p WHERE p.booking_id = b.id AND p.state = 'captured'), 0) AS BIGINT)
           FROM bookings b
          WHERE b.stay_id IN (SELECT id FROM stays WHERE departs >= $1) AND b.offer_id = $2
            AND (b.state = 'cancelled' OR (b.state = 'held' AND b.hold_until >= $3))",
    )
    .bind(today.to_string())
    .bind(offer.0)
    .bind(now)
    .fetch_all(conn)
    .await?;
    let mut stages = Vec::new();
    for (stay, state, since, paid, back) in rows {
        stages.push((StayId(stay), if state == "held" { Stage::Holding } else { Stage::Cancelled }, since));
        if back > 0 {
            stages.push((StayId(stay), if back < paid { Stage::RefundedInPart } else { Stage::Refunded }, since));
        }
    }
    Ok(stages)
}

/// Room, name of the lead and day of departure of everybody who is here or to come.
pub async fn names(conn: &mut Conn, today: Day) -> Result<HashMap<StayId, (String, String, String)>, sqlx::Error> {
    let rows: Vec<(i64, String, String, String)> = sqlx::query_as(
        "SELECT st.id, ro.number, coalesce(g.name, st.reference), st.departs FROM stays st JOIN rooms ro ON ro.id = st.room_id
           LEFT JOIN guests g ON g.stay_id = st.id AND g.lead = 1 WHERE st.departs >= $1",
    )
    .bind(today.to_string())
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id, room, name, departs)| (StayId(id), (room, name, departs))).collect())
}
