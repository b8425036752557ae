//! The SQL of closures: what is closed, who has booked it, and who of them is who.

use crate::base::{BookingId, ClosureId, Day, Fault, OfferId, ResourceId, SessionId, StayId, WallTime};
use crate::booking::closing::{ClosingRefusal, Named, Scope};
use crate::booking::rules::closures::Closed;
use crate::booking::store::decode;
use crate::catalog::Kind;
use crate::catalog::shelf::Shelf;
use crate::people::session::Staff;
use crate::server::{Conn, Tx};
use sqlx::FromRow;

/// What is called off, found.
#[derive(Clone, Debug)]
pub struct Shut {
    pub what: What,
    /// For the log: an offer's or a resource's key, and when.
    pub key: String,
    pub day: Day,
    /// From the start to the end.
    pub span: (i64, i64),
}

#[derive(Clone, Debug)]
pub enum What {
    /// Sessions of an offer that are not called off yet, each with its start and end.
    Sessions {
        offer: OfferId,
        all_day: bool,
        sessions: Vec<(SessionId, (i64, i64))>,
    },
    Resource(ResourceId),
    /// The times of one's own of an offer.
    Times(OfferId),
}

/// A row of closures: one of three, and when.
#[derive(Clone, Copy)]
struct Line {
    session: Option<i64>,
    resource: Option<i64>,
    offer: Option<i64>,
    span: (i64, i64),
}

impl Shut {
    /// Whether bookings may be kept although it is closed: not those of a session that does not take place.
    pub fn may_stay(&self) -> bool {
        !matches!(self.what, What::Sessions { .. })
    }

    /// The closure before it is written; one session alone is none.
    pub fn closing(&self) -> Option<Closed> {
        match self.what {
            What::Sessions { offer, all_day, .. } => all_day.then_some(Closed::Offer(offer, self.span)),
            What::Resource(resource) => Some(Closed::Resource(resource, self.span)),
            What::Times(offer) => Some(Closed::Offer(offer, self.span)),
        }
    }

    /// The offer that is called off, in whole or in part.
    pub fn offer(&self) -> Option<OfferId> {
        match self.what {
            What::Sessions { offer, .. } | What::Times(offer) => Some(offer),
            What::Resource(_) => None,
        }
    }

    /// What is written down.
    fn lines(&self) -> Vec<Line> {
        let line = Line { session: None, resource: None, offer: None, span: self.span };
        match &self.what {
            What::Sessions { sessions, .. } => sessions.iter().map(|(id, span)| Line { session: Some(id.0), span: *span, ..line }).collect(),
            What::Resource(id) => vec![Line { resource: Some(id.0), ..line }],
            What::Times(id) => vec![Line { offer: Some(id.0), ..line }],
        }
    }

    /// As the log names it.
    pub fn subject(&self) -> (&'static str, i64) {
        match &self.what {
            What::Sessions { sessions, all_day: false, .. } => ("session", sessions.first().map_or(0, |(id, _)| id.0)),
            What::Sessions { offer, .. } | What::Times(offer) => ("offer", offer.0),
            What::Resource(resource) => ("resource", resource.0),
        }
    }
}

/// Finds what is to be called off; what the resort does not have is not found.
pub async fn shut(conn: &mut Conn, shelf: &Shelf, scope: &Scope, now: i64) -> Result<Shut, Fault> {
    let midnight = |day: Day| shelf.time.instant(day, WallTime(0));
    match scope {
        Scope::Session(id) => {
            let (offer, day, wall, starts_at, ends_at): (i64, String, String, i64, i64) =
                sqlx::query_as("SELECT offer_id, day, wall, starts_at, ends_at FROM sessions WHERE id = $1").bind(id.0).fetch_one(conn).await?;
            let offer = OfferId(offer);
            let key = shelf.offer(offer).map(|offer| offer.key.clone()).unwrap_or_default();
            Ok(Shut {
                what: What::Sessions { offer, all_day: false, sessions: vec![(*id, (starts_at, ends_at))] },
                key: format!("{key} {day} {wall}"),
                day: Day::parse(&day).ok_or_else(|| decode("a session's day"))?,
                span: (starts_at, ends_at),
            })
        }
        Scope::Resource { resource, day, from, until } => {
            let (_, known) = shelf.resources().find(|(id, _)| id == resource).ok_or(Fault::NotFound)?;
            let ends_on = if until <= from { day.plus(1) } else { *day };
            let span = (shelf.time.instant(*day, *from), shelf.time.instant(ends_on, *until));
            if span.1 <= span.0 {
                return Err(Fault::Field("until".into()));
            }
            Ok(Shut { what: What::Resource(*resource), key: format!("{} {day} {from}-{until}", known.key), day: *day, span })
        }
        Scope::Offer { offer: key, day } => {
            let (id, offer) = shelf.offer_by_key(key)?;
            let span = (midnight(*day), midnight(day.plus(1)));
            let what = match offer.kind {
                Kind::Service => return Err(Fault::NotFound),
                Kind::Appointment => What::Times(id),
                Kind::Session => What::Sessions { offer: id, all_day: true, sessions: sessions_of(conn, id, *day, now).await? },
            };
            if matches!(&what, What::Sessions { sessions, .. } if sessions.is_empty()) {
                return Err(Fault::NotFound);
            }
            Ok(Shut { what, key: format!("{key} {day}"), day: *day, span })
        }
    }
}

/// The sessions of an offer on a day that take place.
async fn sessions_of(conn: &mut Conn, offer: OfferId, day: Day, now: i64) -> Result<Vec<(SessionId, (i64, i64))>, sqlx::Error> {
    let rows: Vec<(i64, i64, i64)> = sqlx::query_as(
        "SELECT id, starts_at, ends_at FROM sessions WHERE offer_id = $1 AND day = $2 AND cancelled_at IS NULL AND ends_at > $3 ORDER BY starts_at",
    )
    .bind(offer.0)
    .bind(day.to_string())
    .bind(now)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id, starts_at, ends_at)| (SessionId(id), (starts_at, ends_at))).collect())
}

/// A booking of what is called off.
#[derive(Clone, FromRow)]
pub struct AffectedRow {
    pub id: i64,
    pub stay_id: i64,
    pub offer_id: i64,
    pub resource_id: Option<i64>,
    pub state: String,
    pub day: String,
    pub wall: String,
    pub total: i64,
    pub moves: i64,
    pub room: String,
    pub name: String,
    pub arrived: i64,
}

impl AffectedRow {
    pub fn id(&self) -> BookingId {
        BookingId(self.id)
    }

    pub fn stay(&self) -> StayId {
        StayId(self.stay_id)
    }

    pub fn named(&self) -> Named {
        Named { booking: self.id(), room: self.room.clone(), name: self.name.clone() }
    }
}

const AFFECTED: &str = "SELECT b.id, b.stay_id, b.offer_id, b.resource_id, b.state, b.day, b.wall, b.total, b.moves, ro.number AS room,
            coalesce(g.name, st.reference) AS name,
            (SELECT count(*) FROM participants p WHERE p.booking_id = b.id AND p.checked_in_at IS NOT NULL) AS arrived
       FROM bookings b JOIN stays st ON st.id = b.stay_id JOIN rooms ro ON ro.id = st.room_id
       LEFT JOIN guests g ON g.stay_id = st.id AND g.lead = 1";

/// A day: nothing that is booked lasts longer.
const LONGEST: i64 = 86_400;

/// Who has what is called off and has not ended, by time; holds that have lapsed are left out.
pub async fn affected(conn: &mut Conn, shut: &Shut, now: i64) -> Result<Vec<AffectedRow>, sqlx::Error> {
    let (starts_at, ends_at) = shut.span;
    let (condition, ids, from) = match &shut.what {
        What::Sessions { sessions, .. } => ("b.session_id = $2 AND $3 <= $4", sessions.iter().map(|(id, _)| id.0).collect(), starts_at),
        What::Resource(id) => (
            "b.id IN (SELECT u.booking_id FROM uses u WHERE u.resource_id = $2 AND u.from_cell > ($3 - 90000) / 300 AND u.from_cell <= $4 / 300)
             AND b.starts_at > $3 AND b.starts_at < $4",
            vec![id.0],
            starts_at - LONGEST,
        ),
        What::Times(id) => ("b.offer_id = $2 AND b.starts_at >= $3 AND b.starts_at < $4", vec![id.0], starts_at),
    };
    let after = if let What::Resource(_) = shut.what { now.max(starts_at) } else { now };
    let sql = format!(
        "{AFFECTED} WHERE {condition} AND b.ends_at > $1 AND b.day >= $5
            AND (b.state = 'confirmed' OR (b.state = 'held' AND b.hold_until >= $6)) ORDER BY b.starts_at, b.id"
    );
    let mut found: Vec<AffectedRow> = Vec::new();
    for id in ids {
        let rows = sqlx::query_as(sqlx::AssertSqlSafe(sql.clone()))
            .bind(after)
            .bind(id)
            .bind(from)
            .bind(ends_at)
            .bind(shut.day.plus(-1).to_string())
            .bind(now);
        let mut rows: Vec<AffectedRow> = rows.fetch_all(&mut *conn).await?;
        found.append(&mut rows);
    }
    Ok(found)
}

/// Whose booking it is, for a refusal; nothing when there is none.
pub async fn named(tx: &mut Tx, id: BookingId) -> Result<Option<Named>, Fault> {
    let row: Option<AffectedRow> =
        sqlx::query_as(sqlx::AssertSqlSafe(format!("{AFFECTED} WHERE b.id = $1"))).bind(id.0).fetch_optional(tx.conn()).await?;
    Ok(row.map(|row| row.named()))
}

/// The day of what this form has called off before, if it has.
pub async fn done(tx: &mut Tx, staff: &Staff, intent: &str) -> Result<Option<Day>, Fault> {
    let day: Option<String> = sqlx::query_scalar("SELECT day FROM closures WHERE intent = $1 AND staff_id = $2 ORDER BY id LIMIT 1")
        .bind(intent)
        .bind(staff.id().0)
        .fetch_optional(tx.conn())
        .await?;
    Ok(day.as_deref().and_then(Day::parse))
}

/// Who has called all of it off already, if somebody has.
async fn closed_by(conn: &mut Conn, shut: &Shut) -> Result<Option<String>, sqlx::Error> {
    let Line { session, resource, offer, span } = match (&shut.what, shut.lines().into_iter().next()) {
        // Sessions that are called off are not among those of the day.
        (What::Sessions { all_day: true, .. }, _) | (_, None) => return Ok(None),
        (_, Some(line)) => line,
    };
    let by = sqlx::query_scalar(
        "SELECT closed_by FROM closures WHERE reopened_at IS NULL AND ends_at >= $5 AND starts_at <= $4
            AND (session_id = $1 OR resource_id = $2 OR offer_id = $3) ORDER BY id LIMIT 1",
    );
    by.bind(session).bind(resource).bind(offer).bind(span.0).bind(span.1).fetch_optional(conn).await
}

/// Whether it can still be called off.
pub async fn open(conn: &mut Conn, shut: &Shut, now: i64) -> Result<(), ClosingRefusal> {
    match closed_by(conn, shut).await? {
        Some(by) => Err(ClosingRefusal::Already(by)),
        None if shut.span.1 <= now => Err(ClosingRefusal::Over),
        None => Ok(()),
    }
}

/// Closes it. The conditional update of a session is the last word on who calls it off.
pub async fn write(tx: &mut Tx, staff: &Staff, shut: &Shut, reason: &str, intent: &str) -> Result<(), ClosingRefusal> {
    let now = tx.now();
    for Line { session, resource, offer, span: (starts_at, ends_at) } in shut.lines() {
        if let Some(session) = session {
            let off = sqlx::query("UPDATE sessions SET cancelled_at = $2 WHERE id = $1 AND cancelled_at IS NULL");
            if off.bind(session).bind(now).execute(tx.conn()).await?.rows_affected() != 1 {
                return Err(Fault::TryAgain.into());
            }
        }
        sqlx::query(
            "INSERT INTO closures (session_id, resource_id, offer_id, starts_at, ends_at, day, reason, intent, staff_id, closed_by, closed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .bind(session)
        .bind(resource)
        .bind(offer)
        .bind(starts_at)
        .bind(ends_at)
        .bind(shut.day.to_string())
        .bind(reason)
        .bind(intent)
        .bind(staff.id().0)
        .bind(staff.name())
        .bind(now)
        .execute(tx.conn())
        .await?;
    }
    Ok(())
}

/// A closure as kept.
#[derive(FromRow)]
pub struct ClosureRow {
    pub id: i64,
    pub session_id: Option<i64>,
    pub resource_id: Option<i64>,
    /// The offer that is closed, or the session's.
    pub offer_id: Option<i64>,
    pub starts_at: i64,
    pub ends_at: i64,
    pub day: String,
    pub reason: String,
    pub closed_by: String,
}

const CLOSURE: &str =
    "SELECT c.id, c.session_id, c.resource_id, coalesce(c.offer_id, s.offer_id) AS offer_id, c.starts_at, c.ends_at, c.day, c.reason,
            c.closed_by FROM closures c LEFT JOIN sessions s ON s.id = c.session_id";

/// What is closed on a day, by time.
pub async fn closures_on(conn: &mut Conn, day: Day) -> Result<Vec<ClosureRow>, sqlx::Error> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!("{CLOSURE} WHERE c.day = $1 AND c.reopened_at IS NULL ORDER BY c.starts_at, c.id")))
        .bind(day.to_string())
        .fetch_all(conn)
        .await
}

/// What a closure closes, whether or not it was opened again since.
pub async fn one(tx: &mut Tx, shelf: &Shelf, id: ClosureId) -> Result<Shut, Fault> {
    let row: ClosureRow = sqlx::query_as(sqlx::AssertSqlSafe(format!("{CLOSURE} WHERE c.id = $1"))).bind(id.0).fetch_one(tx.conn()).await?;
    let span = (row.starts_at, row.ends_at);
    let offer = row.offer_id.map(OfferId);
    let key = match (row.resource_id, offer) {
        (Some(resource), _) => shelf.resources().find(|(id, _)| id.0 == resource).map(|(_, one)| one.key.clone()),
        (_, Some(offer)) => shelf.offer(offer).ok().map(|offer| offer.key.clone()),
        _ => None,
    };
    let what = match (row.session_id, row.resource_id, offer) {
        (Some(session), _, Some(offer)) => What::Sessions { offer, all_day: false, sessions: vec![(SessionId(session), span)] },
        (_, Some(resource), _) => What::Resource(ResourceId(resource)),
        (_, _, Some(offer)) => What::Times(offer),
        _ => return Err(Fault::TryAgain),
    };
    let (from, until) = (shelf.time.wall(span.0), shelf.time.wall(span.1));
    let key = format!("{} {} {from}-{until}", key.unwrap_or_default(), row.day);
    Ok(Shut { what, key, day: Day::parse(&row.day).ok_or(Fault::TryAgain)?, span })
}

/// Ends a closure. False when that has been done before.
pub async fn end(tx: &mut Tx, staff: &Staff, id: ClosureId) -> Result<bool, Fault> {
    let now = tx.now();
    let session: Option<Option<i64>> =
        sqlx::query_scalar("UPDATE closures SET reopened_at = $2, reopened_by = $3 WHERE id = $1 AND reopened_at IS NULL RETURNING session_id")
            .bind(id.0)
            .bind(now)
            .bind(staff.name())
            .fetch_optional(tx.conn())
            .await?;
    let Some(session) = session else { return Ok(false) };
    if let Some(session) = session {
        sqlx::query("UPDATE sessions SET cancelled_at = NULL WHERE id = $1").bind(session).execute(tx.conn()).await?;
    }
    Ok(true)
}
