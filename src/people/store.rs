//! The SQL of signing in.

use super::session::{Guest, Staff};
use super::{Role, Standing};
use crate::base::{Day, Fault, GuestId, Lang, SlipId, StaffId, StayId};
use crate::server::{Conn, Pool, Tx};
use sqlx::FromRow;

/// What the front door needs for every request, in one trip.
pub struct Found {
    /// The version of the catalogue.
    pub version: i64,
    pub guest: Option<GuestRow>,
    /// Notices not read yet. What repeats one for a person of the party rings no second time.
    pub unread: i64,
}

/// A signed-in stay before anybody knows what day it is.
pub struct GuestRow(Guest);

impl GuestRow {
    /// The guest as of today, unless the cabinet is closed.
    pub fn on(self, today: Day) -> Option<Guest> {
        let standing = Standing::on(today, self.0.arrives, self.0.departs);
        (standing == Standing::Staying || standing == Standing::ReadOnly).then_some(Guest { standing, ..self.0 })
    }
}

#[derive(FromRow)]
struct FoundRow {
    version: i64,
    stay_id: Option<i64>,
    slip_id: Option<i64>,
    lead_id: Option<i64>,
    me_id: Option<i64>,
    age: Option<i64>,
    name: Option<String>,
    lang: Option<String>,
    room: Option<String>,
    package: Option<String>,
    arrives: Option<String>,
    departs: Option<String>,
    unread: i64,
}

/// Looks a guest's phone up by the hash of its token.
pub async fn found(pool: &Pool, token_hash: &str, now: i64) -> Result<Option<Found>, sqlx::Error> {
    let row: Option<FoundRow> = sqlx::query_as(
        "SELECT r.version, st.id AS stay_id, sl.id AS slip_id, g.id AS lead_id, me.id AS me_id, me.name, me.age, st.lang, ro.number AS room,
                p.key AS package, st.arrives, st.departs,
                (SELECT count(*) FROM notices n
                  WHERE n.stay_id = st.id AND (n.guest_id IS NULL OR (n.personal = 1 AND n.guest_id = me.id)) AND n.due_at <= $2 AND n.read_at IS NULL AND n.dropped_at IS NULL) AS unread
           FROM resort r
           LEFT JOIN sign_ins si ON si.token_hash = $1 AND si.expires_at > $2
           LEFT JOIN slips sl ON sl.id = si.slip_id AND sl.ended_at IS NULL
           LEFT JOIN stays st ON st.id = sl.stay_id
           LEFT JOIN guests g ON g.stay_id = st.id AND g.lead = 1
           LEFT JOIN guests me ON me.id = coalesce(sl.guest_id, g.id)
           LEFT JOIN rooms ro ON ro.id = st.room_id
           LEFT JOIN packages p ON p.id = st.package_id",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(pool)
    .await?;
    Ok(row.map(|row| Found { version: row.version, unread: row.unread, guest: guest(row, token_hash) }))
}

fn guest(row: FoundRow, token_hash: &str) -> Option<GuestRow> {
    let guest = Guest {
        stay: StayId(row.stay_id?),
        slip: SlipId(row.slip_id?),
        lead: GuestId(row.lead_id?),
        me: GuestId(row.me_id?),
        age: row.age?,
        name: row.name?,
        lang: row.lang?.parse().unwrap_or_default(),
        room: row.room?,
        package: row.package?,
        arrives: Day::parse(&row.arrives?)?,
        departs: Day::parse(&row.departs?)?,
        standing: Standing::Staying,
        token_hash: token_hash.to_owned(),
    };
    Some(GuestRow(guest))
}

/// A member of staff by the hash of the console's token.
pub async fn staff_found(pool: &Pool, token_hash: &str, now: i64) -> Result<Option<Staff>, sqlx::Error> {
    let row: Option<(i64, String, String)> = sqlx::query_as(
        "SELECT s.id, s.name, s.role FROM sign_ins si JOIN staff s ON s.id = si.staff_id AND s.archived = 0
          WHERE si.token_hash = $1 AND si.expires_at > $2",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(pool)
    .await?;
    Ok(row.and_then(|(id, name, role)| Some(Staff { id: StaffId(id), name, role: Role::parse(&role)?, token_hash: token_hash.to_owned() })))
}

/// A live slip and the stay it opens.
#[derive(FromRow)]
pub struct SlipRow {
    pub slip_id: i64,
    pub stay_id: i64,
    person_id: i64,
    pub password_hash: String,
    pub lang: String,
    arrives: String,
    departs: String,
}

impl SlipRow {
    pub fn slip(&self) -> SlipId {
        SlipId(self.slip_id)
    }

    pub fn stay(&self) -> StayId {
        StayId(self.stay_id)
    }

    /// Whom it signs in.
    pub fn person(&self) -> GuestId {
        GuestId(self.person_id)
    }

    pub fn lang(&self) -> Lang {
        self.lang.parse().unwrap_or_default()
    }

    /// Days of arrival and departure.
    pub fn days(&self) -> Result<(Day, Day), Fault> {
        Day::parse(&self.arrives).zip(Day::parse(&self.departs)).ok_or(Fault::TryAgain)
    }
}

const SLIP: &str = "SELECT sl.id AS slip_id, sl.stay_id,
            coalesce(sl.guest_id, (SELECT g.id FROM guests g WHERE g.stay_id = sl.stay_id AND g.lead = 1), 0) AS person_id, sl.password_hash, st.lang, st.arrives, st.departs
       FROM slips sl JOIN stays st ON st.id = sl.stay_id WHERE sl.ended_at IS NULL AND ";

pub async fn slip_by_login(pool: &Pool, login: &str) -> Result<Option<SlipRow>, sqlx::Error> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!("{SLIP} sl.login = $1"))).bind(login).fetch_optional(pool).await
}

pub async fn slip_by_secret(pool: &Pool, secret_hash: &str) -> Result<Option<SlipRow>, sqlx::Error> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!("{SLIP} sl.secret_hash = $1"))).bind(secret_hash).fetch_optional(pool).await
}

/// A member of staff who wants to sign in.
#[derive(FromRow)]
pub struct StaffRow {
    pub id: i64,
    pub name: String,
    pub role: String,
    pub password_hash: String,
    /// What the second factor is derived from, when there is one.
    pub second_nonce: Option<String>,
}

impl StaffRow {
    /// The member as signed in with this token.
    pub(super) fn signed_in(&self, token_hash: &str) -> Option<Staff> {
        Some(Staff { id: StaffId(self.id), name: self.name.clone(), role: Role::parse(&self.role)?, token_hash: token_hash.to_owned() })
    }
}

pub async fn staff_by_login(pool: &Pool, login: &str) -> Result<Option<StaffRow>, sqlx::Error> {
    let sql = "SELECT id, name, role, password_hash, second_nonce FROM staff WHERE login = $1 AND archived = 0";
    sqlx::query_as(sql).bind(login).fetch_optional(pool).await
}

/// Who signs in: exactly one of the two.
pub enum Holder {
    Slip(SlipId),
    Staff(StaffId),
}

pub async fn add_sign_in(tx: &mut Tx, token_hash: &str, holder: Holder, agent: &str, expires_at: i64) -> Result<(), sqlx::Error> {
    let now = tx.now();
    let (slip, staff) = match holder {
        Holder::Slip(slip) => (Some(slip.0), None),
        Holder::Staff(staff) => (None, Some(staff.0)),
    };
    sqlx::query("DELETE FROM sign_ins WHERE expires_at <= $1").bind(now).execute(tx.conn()).await?;
    sqlx::query("INSERT INTO sign_ins (token_hash, slip_id, staff_id, agent, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(token_hash)
        .bind(slip)
        .bind(staff)
        .bind(agent)
        .bind(now)
        .bind(expires_at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub async fn end_sign_in(tx: &mut Tx, token_hash: &str) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM sign_ins WHERE token_hash = $1").bind(token_hash).execute(tx.conn()).await?;
    Ok(())
}

/// Ends the live slip of a stay's room, or of one person, and signs its phones out.
pub async fn end_slips(tx: &mut Tx, stay: StayId, person: Option<GuestId>) -> Result<(), sqlx::Error> {
    let now = tx.now();
    let person = person.map_or(0, |person| person.0);
    sqlx::query("DELETE FROM sign_ins WHERE slip_id IN (SELECT id FROM slips WHERE stay_id = $1 AND coalesce(guest_id, 0) = $2)")
        .bind(stay.0)
        .bind(person)
        .execute(tx.conn())
        .await?;
    sqlx::query("UPDATE slips SET ended_at = $2 WHERE stay_id = $1 AND ended_at IS NULL AND coalesce(guest_id, 0) = $3")
        .bind(stay.0)
        .bind(now)
        .bind(person)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// A slip to be written: what it is found by, and what its password must fit.
pub struct NewSlip<'a> {
    pub login: &'a str,
    pub nonce: &'a str,
    pub secret_hash: &'a str,
    pub password_hash: &'a str,
}

/// Writes a slip of a stay's room, or of one person.
pub async fn add_slip(tx: &mut Tx, stay: StayId, person: Option<GuestId>, slip: &NewSlip<'_>) -> Result<(), sqlx::Error> {
    let now = tx.now();
    sqlx::query("INSERT INTO slips (stay_id, guest_id, login, nonce, secret_hash, password_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(stay.0)
        .bind(person.map(|person| person.0))
        .bind(slip.login)
        .bind(slip.nonce)
        .bind(slip.secret_hash)
        .bind(slip.password_hash)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Login and nonce of the live slip of a stay's room.
pub async fn live_slip(pool: &Pool, stay: StayId) -> Result<Option<(String, String)>, sqlx::Error> {
    sqlx::query_as("SELECT login, nonce FROM slips WHERE stay_id = $1 AND ended_at IS NULL AND guest_id IS NULL")
        .bind(stay.0)
        .fetch_optional(pool)
        .await
}

/// Login and nonce of one person's own live slip.
pub async fn live_slip_of(conn: &mut Conn, person: GuestId) -> Result<Option<(String, String)>, sqlx::Error> {
    sqlx::query_as("SELECT login, nonce FROM slips WHERE guest_id = $1 AND guest_id IS NOT NULL AND ended_at IS NULL")
        .bind(person.0)
        .fetch_optional(conn)
        .await
}

/// How many phones are signed in with the slip of a stay's room.
pub async fn phones(pool: &Pool, stay: StayId, now: i64) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT count(*) FROM sign_ins si JOIN slips sl ON sl.id = si.slip_id WHERE sl.stay_id = $1 AND sl.guest_id IS NULL AND si.expires_at > $2",
    )
    .bind(stay.0)
    .bind(now)
    .fetch_one(pool)
    .await
}

/// What a member of staff's second factor is derived from, when there is one.
pub async fn second_nonce(pool: &Pool, staff: StaffId) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar("SELECT second_nonce FROM staff WHERE id = $1").bind(staff.0).fetch_one(pool).await
}

/// Sets or takes away the second factor. False when it already was as wanted.
pub async fn set_second_nonce(tx: &mut Tx, staff: i64, nonce: Option<&str>) -> Result<bool, sqlx::Error> {
    let text = if nonce.is_some() {
        "UPDATE staff SET second_nonce = $2 WHERE id = $1 AND second_nonce IS NULL"
    } else {
        "UPDATE staff SET second_nonce = $2 WHERE id = $1 AND second_nonce IS NOT NULL"
    };
    Ok(sqlx::query(text).bind(staff).bind(nonce).execute(tx.conn()).await?.rows_affected() == 1)
}

/// Uses up the digits of a step. False when they, or later ones, were used already.
pub async fn spend_step(tx: &mut Tx, staff: i64, step: i64) -> Result<bool, sqlx::Error> {
    let done = sqlx::query("UPDATE staff SET second_step = $2 WHERE id = $1 AND second_step < $2").bind(staff).bind(step).execute(tx.conn()).await?;
    Ok(done.rows_affected() == 1)
}

/// One deed of a member of staff.
pub struct Deed<'a> {
    pub deed: &'a str,
    pub subject: &'a str,
    pub subject_id: i64,
    pub before: &'a str,
    pub after: &'a str,
    pub reason: &'a str,
}

/// Writes a deed into the log, in the transaction that does it. `staff` is nobody for commands of the shell.
pub async fn log(conn: &mut Conn, now: i64, staff: Option<&Staff>, deed: Deed<'_>) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO staff_log (at, staff_id, actor, deed, subject, subject_id, before, after, reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(now)
    .bind(staff.map(|staff| staff.id.0))
    .bind(staff.map_or("cabana", |staff| &staff.name))
    .bind(deed.deed)
    .bind(deed.subject)
    .bind(deed.subject_id)
    .bind(deed.before)
    .bind(deed.after)
    .bind(deed.reason)
    .execute(conn)
    .await?;
    Ok(())
}
