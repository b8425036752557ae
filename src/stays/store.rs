//! The SQL of stays and their parties.

use super::{Person, Stay};
use crate::base::{Day, GuestId, Lang, RoomId, StayId};
use crate::server::{Conn, Tx};
use sqlx::FromRow;

/// What makes a stay. Room and package are known by their ids, so that neither can be missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStay<'a> {
    pub reference: &'a str,
    pub room: RoomId,
    pub package_id: i64,
    pub lang: Lang,
    pub arrives: Day,
    pub departs: Day,
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

/// The stays of a room that are there on a day or come later, soonest first. On a day of change there are two.
pub async fn by_room(conn: &mut Conn, number: &str, from: Day) -> Result<Vec<Stay>, sqlx::Error> {
    let rows: Vec<StayRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!("{STAY} WHERE ro.number = $1 AND st.departs >= $2 ORDER BY st.arrives, st.id")))
        .bind(number)
        .bind(from.to_string())
        .fetch_all(conn)
        .await?;
    rows.into_iter().map(Stay::try_from).collect()
}

/// The stays that would share a night of the room with one from `arrives` to `departs`, other than `except`. A day
/// on which one leaves and the next arrives is no overlap.
pub async fn overlapping(conn: &mut Conn, room: RoomId, arrives: Day, departs: Day, except: Option<StayId>) -> Result<Vec<Stay>, sqlx::Error> {
    let rows: Vec<StayRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{STAY} WHERE st.room_id = $1 AND st.arrives < $3 AND st.departs > $2 AND st.id <> $4 ORDER BY st.arrives, st.id"
    )))
    .bind(room.0)
    .bind(arrives.to_string())
    .bind(departs.to_string())
    .bind(except.map_or(0, |stay| stay.0))
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(Stay::try_from).collect()
}

/// Everybody of a stay, whom the room is billed to first.
pub async fn party(conn: &mut Conn, stay: StayId) -> Result<Vec<Person>, sqlx::Error> {
    let rows: Vec<(i64, String, i64, i64)> = sqlx::query_as("SELECT id, name, age, lead FROM guests WHERE stay_id = $1 ORDER BY lead DESC, id")
        .bind(stay.0)
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(|(id, name, age, lead)| Person { id: GuestId(id), name, age, lead: lead == 1 }).collect())
}

/// A room that is in use, by its number.
pub async fn room(conn: &mut Conn, number: &str) -> Result<Option<RoomId>, sqlx::Error> {
    let id: Option<i64> = sqlx::query_scalar("SELECT id FROM rooms WHERE number = $1 AND archived = 0").bind(number).fetch_optional(conn).await?;
    Ok(id.map(RoomId))
}

/// The row of a package that is sold, by its key.
pub async fn package(conn: &mut Conn, key: &str) -> Result<Option<i64>, sqlx::Error> {
    sqlx::query_scalar("SELECT id FROM packages WHERE key = $1 AND archived = 0").bind(key).fetch_optional(conn).await
}

pub async fn add_stay(tx: &mut Tx, stay: &NewStay<'_>) -> Result<StayId, sqlx::Error> {
    let now = tx.now();
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO stays (reference, room_id, package_id, lang, arrives, departs, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
    )
    .bind(stay.reference)
    .bind(stay.room.0)
    .bind(stay.package_id)
    .bind(stay.lang.code())
    .bind(stay.arrives.to_string())
    .bind(stay.departs.to_string())
    .bind(now)
    .fetch_one(tx.conn())
    .await?;
    Ok(StayId(id))
}

/// Gives a stay another room, other days, another package or language.
pub async fn change_stay(tx: &mut Tx, id: StayId, stay: &NewStay<'_>) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE stays SET room_id = $2, package_id = $3, lang = $4, arrives = $5, departs = $6 WHERE id = $1")
        .bind(id.0)
        .bind(stay.room.0)
        .bind(stay.package_id)
        .bind(stay.lang.code())
        .bind(stay.arrives.to_string())
        .bind(stay.departs.to_string())
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
