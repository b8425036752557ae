//! The SQL of stays and their parties.

use super::{Person, RoomChoice, Stay};
use crate::base::{Day, GuestId, Lang, RoomId, StayId};
use crate::server::{Conn, Tx};
use sqlx::FromRow;
use std::collections::{HashMap, HashSet};

/// What makes a stay. Room and package are known by their ids, so that neither can be missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStay<'a> {
    pub reference: &'a str,
    pub room: RoomId,
    pub package_id: i64,
    pub lang: Lang,
    pub arrives: Day,
    pub departs: Day,
    /// Who stays, as `rules::person` writes it; nothing when it is not known, and then what is known is kept.
    pub person: Option<&'a str>,
}

#[derive(FromRow)]
struct StayRow {
    id: i64,
    reference: String,
    room_id: i64,
    room: String,
    package: String,
    lang: String,
    arrives: String,
    departs: String,
    name: Option<String>,
}

impl TryFrom<StayRow> for Stay {
    type Error = sqlx::Error;

    fn try_from(row: StayRow) -> Result<Stay, sqlx::Error> {
        let day = |text: &str| Day::parse(text).ok_or_else(|| sqlx::Error::Decode(format!("{text} is not a day").into()));
        Ok(Stay {
            id: StayId(row.id),
            arrives: day(&row.arrives)?,
            departs: day(&row.departs)?,
            lang: row.lang.parse().unwrap_or_default(),
            name: row.name.unwrap_or_else(|| row.reference.clone()),
            reference: row.reference,
            room_id: RoomId(row.room_id),
            room: row.room,
            package: row.package,
        })
    }
}

/// Followed by a condition on `st`, `ro` or `g`.
const STAY: &str = "SELECT st.id, st.reference, st.room_id, ro.number AS room, p.key AS package, st.lang, st.arrives, st.departs, g.name
       FROM stays st JOIN rooms ro ON ro.id = st.room_id JOIN packages p ON p.id = st.package_id
       LEFT JOIN guests g ON g.stay_id = st.id AND g.lead = 1";

pub async fn by_id(conn: &mut Conn, stay: StayId) -> Result<Option<Stay>, sqlx::Error> {
    let row: Option<StayRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!("{STAY} WHERE st.id = $1"))).bind(stay.0).fetch_optional(conn).await?;
    row.map(Stay::try_from).transpose()
}

pub async fn by_reference(conn: &mut Conn, reference: &str) -> Result<Option<Stay>, sqlx::Error> {
    let row: Option<StayRow> =
        sqlx::query_as(sqlx::AssertSqlSafe(format!("{STAY} WHERE st.reference = $1"))).bind(reference).fetch_optional(conn).await?;
    row.map(Stay::try_from).transpose()
}

/// Everybody who has the room on a day from `arrives` to before `free_from` (see `rules::free_from`).
pub async fn overlapping(conn: &mut Conn, room: RoomId, arrives: Day, free_from: Day) -> Result<Vec<Stay>, sqlx::Error> {
    let rows: Vec<StayRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{STAY} WHERE st.room_id = $1 AND st.arrives < $3 AND (st.departs > $2 OR st.arrives >= $2) ORDER BY st.arrives, st.id"
    )))
    .bind(room.0)
    .bind(arrives.to_string())
    .bind(free_from.to_string())
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(Stay::try_from).collect()
}

/// What was over when this stay began, of the same person: the latest first.
pub async fn earlier(conn: &mut Conn, stay: StayId) -> Result<Vec<Stay>, sqlx::Error> {
    let rows: Vec<StayRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{STAY} JOIN stays mine ON mine.person = st.person AND mine.id <> st.id AND st.departs <= mine.arrives
          WHERE mine.id = $1 ORDER BY st.arrives DESC, st.id DESC LIMIT 50"
    )))
    .bind(stay.0)
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(Stay::try_from).collect()
}

/// Whose stay it is, as `rules::person` writes it.
pub async fn person_of(conn: &mut Conn, stay: StayId) -> Result<Option<String>, sqlx::Error> {
    Ok(sqlx::query_scalar::<_, Option<String>>("SELECT person FROM stays WHERE id = $1").bind(stay.0).fetch_optional(conn).await?.flatten())
}

/// Everybody of a stay, whom the room is billed to first.
pub async fn party(conn: &mut Conn, stay: StayId) -> Result<Vec<Person>, sqlx::Error> {
    let rows: Vec<(i64, String, i64, i64)> =
        sqlx::query_as("SELECT id, name, age, lead FROM guests WHERE stay_id = $1 ORDER BY lead DESC, id").bind(stay.0).fetch_all(conn).await?;
    Ok(rows.into_iter().map(|(id, name, age, lead)| Person { id: GuestId(id), name, age, lead: lead == 1 }).collect())
}

/// A room that is in use, by its number.
pub async fn room(conn: &mut Conn, number: &str) -> Result<Option<RoomId>, sqlx::Error> {
    let id: Option<i64> = sqlx::query_scalar("SELECT id FROM rooms WHERE number = $1 AND archived = 0").bind(number).fetch_optional(conn).await?;
    Ok(id.map(RoomId))
}

/// The rooms that are in use, by their numbers.
pub async fn rooms(conn: &mut Conn) -> Result<HashMap<String, RoomId>, sqlx::Error> {
    let rows: Vec<(String, i64)> = sqlx::query_as("SELECT number, id FROM rooms WHERE archived = 0").fetch_all(conn).await?;
    Ok(rows.into_iter().map(|(number, id)| (number, RoomId(id))).collect())
}

/// The rows of the packages that are sold, by their keys.
pub async fn packages(conn: &mut Conn) -> Result<HashMap<String, i64>, sqlx::Error> {
    let rows: Vec<(String, i64)> = sqlx::query_as("SELECT key, id FROM packages WHERE archived = 0").fetch_all(conn).await?;
    Ok(rows.into_iter().collect())
}

/// Every reference that has a stay.
pub async fn references(conn: &mut Conn) -> Result<HashSet<String>, sqlx::Error> {
    let rows: Vec<String> = sqlx::query_scalar("SELECT reference FROM stays").fetch_all(conn).await?;
    Ok(rows.into_iter().collect())
}

/// The row of a package that is sold, by its key.
pub async fn package(conn: &mut Conn, key: &str) -> Result<Option<i64>, sqlx::Error> {
    sqlx::query_scalar("SELECT id FROM packages WHERE key = $1 AND archived = 0").bind(key).fetch_optional(conn).await
}

pub async fn add_stay(tx: &mut Tx, stay: &NewStay<'_>) -> Result<StayId, sqlx::Error> {
    let now = tx.now();
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO stays (reference, room_id, package_id, lang, arrives, departs, created_at, person)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
    )
    .bind(stay.reference)
    .bind(stay.room.0)
    .bind(stay.package_id)
    .bind(stay.lang.code())
    .bind(stay.arrives.to_string())
    .bind(stay.departs.to_string())
    .bind(now)
    .bind(stay.person)
    .fetch_one(tx.conn())
    .await?;
    Ok(StayId(id))
}

/// Gives a stay another room, other days, another package or language.
pub async fn change_stay(tx: &mut Tx, id: StayId, stay: &NewStay<'_>) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE stays SET room_id = $2, package_id = $3, lang = $4, arrives = $5, departs = $6, person = coalesce($7, person) WHERE id = $1")
        .bind(id.0)
        .bind(stay.room.0)
        .bind(stay.package_id)
        .bind(stay.lang.code())
        .bind(stay.arrives.to_string())
        .bind(stay.departs.to_string())
        .bind(stay.person)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Adds somebody to the party. Exactly one of a stay is the lead.
pub async fn add_guest(tx: &mut Tx, stay: StayId, name: &str, age: i64, lead: bool) -> Result<GuestId, sqlx::Error> {
    let id: i64 = sqlx::query_scalar("INSERT INTO guests (stay_id, name, age, lead) VALUES ($1, $2, $3, $4) RETURNING id")
        .bind(stay.0)
        .bind(name)
        .bind(age)
        .bind(i64::from(lead))
        .fetch_one(tx.conn())
        .await?;
    Ok(GuestId(id))
}

pub async fn change_age(tx: &mut Tx, guest: GuestId, age: i64) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE guests SET age = $2 WHERE id = $1").bind(guest.0).bind(age).execute(tx.conn()).await?;
    Ok(())
}

/// The first stay that shares a night of the room. A stay without a night has the room for its day, so `free_from`
/// is the day on which the room is free again (`rules::free_from`).
pub async fn in_the_way(conn: &mut Conn, room: RoomId, arrives: Day, free_from: Day, except: Option<StayId>) -> Result<Option<Stay>, sqlx::Error> {
    let row: Option<StayRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{STAY} WHERE st.room_id = $1 AND st.arrives < $3 AND (st.departs > $2 OR st.arrives >= $2) AND st.id <> $4 ORDER BY st.arrives, st.id LIMIT 1"
    )))
    .bind(room.0)
    .bind(arrives.to_string())
    .bind(free_from.to_string())
    .bind(except.map_or(0, |stay| stay.0))
    .fetch_optional(conn)
    .await?;
    row.map(Stay::try_from).transpose()
}

/// Locks a room's row for the rest of the transaction, so that two desks cannot both find it free. Answers how many
/// it sleeps, or nothing when the room is not in use.
pub async fn lock_room(tx: &mut Tx, room: RoomId) -> Result<Option<i64>, sqlx::Error> {
    sqlx::query_scalar("UPDATE rooms SET archived = archived WHERE id = $1 AND archived = 0 RETURNING sleeps")
        .bind(room.0)
        .fetch_optional(tx.conn())
        .await
}

#[derive(FromRow)]
struct RoomRow {
    id: i64,
    number: String,
    building: String,
    sleeps: i64,
}

/// Rooms in which nobody else stays from `arrives` until they are free again.
pub async fn free_rooms(conn: &mut Conn, arrives: Day, free_from: Day, except: Option<StayId>) -> Result<Vec<RoomChoice>, sqlx::Error> {
    let rows: Vec<RoomRow> = sqlx::query_as(
        "SELECT ro.id, ro.number, ro.building, ro.sleeps FROM rooms ro
          WHERE ro.archived = 0 AND NOT EXISTS (SELECT 1 FROM stays st WHERE st.room_id = ro.id AND st.id <> $3
                AND st.arrives < $2 AND (st.departs > $1 OR st.arrives >= $1))
          ORDER BY ro.building, ro.number",
    )
    .bind(arrives.to_string())
    .bind(free_from.to_string())
    .bind(except.map_or(0, |stay| stay.0))
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| RoomChoice { id: RoomId(row.id), number: row.number, building: row.building, sleeps: row.sleeps }).collect())
}

/// Which stays a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Everybody whose cabinet is not closed yet or who is to come.
    All,
    /// Who sleeps here tonight, or leaves today.
    InHouse,
    Arriving,
    Leaving,
}

/// A stay with the names of its party.
pub struct Listed {
    pub stay: Stay,
    pub names: Vec<String>,
}

#[derive(FromRow)]
struct ListRow {
    #[sqlx(flatten)]
    stay: StayRow,
    who: String,
}

/// Stays around a day, those of the same room next to each other. Names are compared by the caller, because
/// databases do not agree on the small letters of other alphabets.
pub async fn list(conn: &mut Conn, which: Which, today: Day, closed_before: Day) -> Result<Vec<Listed>, sqlx::Error> {
    let condition = match which {
        Which::All => "st.departs >= $2 AND $1 <> ''",
        Which::InHouse => "st.arrives <= $1 AND st.departs >= $1 AND $2 <> ''",
        // Nobody leaves before they arrive; days of departure have an index.
        Which::Arriving => "st.arrives = $1 AND st.departs >= $1 AND $2 <> ''",
        Which::Leaving => "st.departs = $1 AND $2 <> ''",
    };
    let sql = STAY.replacen("g.name", "g.name, everybody.name AS who", 1);
    let rows: Vec<ListRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{sql} JOIN guests everybody ON everybody.stay_id = st.id WHERE {condition} ORDER BY ro.number, st.arrives, st.id, everybody.lead DESC, everybody.id"
    )))
    .bind(today.to_string())
    .bind(closed_before.to_string())
    .fetch_all(conn)
    .await?;
    let mut listed: Vec<Listed> = Vec::new();
    for row in rows {
        match listed.last_mut() {
            Some(last) if last.stay.id.0 == row.stay.id => last.names.push(row.who),
            _ => listed.push(Listed { names: vec![row.who], stay: row.stay.try_into()? }),
        }
    }
    Ok(listed)
}

/// Living bookings of a stay on days that would no longer belong to it: day and time of each, soonest first.
pub async fn bookings_outside(conn: &mut Conn, stay: StayId, arrives: Day, departs: Day, now: i64) -> Result<Vec<(String, String)>, sqlx::Error> {
    sqlx::query_as(
        "SELECT day, wall FROM bookings WHERE stay_id = $1 AND (day < $2 OR day > $3) AND starts_at > $4
            AND (state = 'confirmed' OR (state = 'held' AND hold_until >= $4)) ORDER BY starts_at, id",
    )
    .bind(stay.0)
    .bind(arrives.to_string())
    .bind(departs.to_string())
    .bind(now)
    .fetch_all(conn)
    .await
}

/// Gives a stay another room, other days or language, if it is still as the desk saw it. False when it is not.
pub async fn change_seen(tx: &mut Tx, seen: &Stay, room: RoomId, arrives: Day, departs: Day, lang: Lang) -> Result<bool, sqlx::Error> {
    let changed = sqlx::query(
        "UPDATE stays SET room_id = $2, arrives = $3, departs = $4, lang = $5
          WHERE id = $1 AND room_id = $6 AND arrives = $7 AND departs = $8 AND lang = $9",
    )
    .bind(seen.id.0)
    .bind(room.0)
    .bind(arrives.to_string())
    .bind(departs.to_string())
    .bind(lang.code())
    .bind(seen.room_id.0)
    .bind(seen.arrives.to_string())
    .bind(seen.departs.to_string())
    .bind(seen.lang.code())
    .execute(tx.conn())
    .await?;
    Ok(changed.rows_affected() == 1)
}
