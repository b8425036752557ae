//! The SQL of the catalogue: what `shelf.rs` keeps in memory, pictures, and the counters of `included.rs`; `marks.rs` has
//! hearts and watched prices, and `sums.rs` says what of all this must agree.

mod marks;
mod sums;

pub use marks::{Mark, Marks, marks, put_mark, take_mark};
pub use sums::SUMS;

use super::included::Subject;
use crate::base::StayId;
use crate::server::{Conn, Pool, Tx};

/// The version of the catalogue, and the resort itself as JSON. Nothing before the first import.
pub async fn resort(conn: &mut Conn) -> Result<Option<(i64, String)>, sqlx::Error> {
    sqlx::query_as("SELECT version, body FROM resort").fetch_optional(conn).await
}

/// A table of things with a key and a JSON body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    Offers,
    Categories,
    Packages,
    /// Packages that are not sold any more.
    RetiredPackages,
    Places,
    Pages,
    Resources,
}

/// Ids and bodies of what is in use, in the resort's order.
pub async fn bodies(conn: &mut Conn, table: Table) -> Result<Vec<(i64, String)>, sqlx::Error> {
    let sql = match table {
        Table::Offers => "SELECT id, body FROM offers WHERE archived = 0 ORDER BY position",
        Table::Categories => "SELECT id, body FROM categories WHERE archived = 0 ORDER BY position",
        Table::Packages => "SELECT id, body FROM packages WHERE archived = 0 ORDER BY position",
        Table::RetiredPackages => "SELECT id, body FROM packages WHERE archived = 1 ORDER BY position",
        Table::Places => "SELECT id, body FROM places WHERE archived = 0 ORDER BY position",
        Table::Pages => "SELECT id, body FROM pages WHERE archived = 0 ORDER BY position",
        Table::Resources => "SELECT id, body FROM resources WHERE archived = 0 ORDER BY position",
    };
    sqlx::query_as(sql).fetch_all(conn).await
}

/// Media type and bytes of a picture, by its hash.
pub async fn picture(pool: &Pool, hash: &str) -> Result<Option<(String, Vec<u8>)>, sqlx::Error> {
    sqlx::query_as("SELECT media, bytes FROM pictures WHERE hash = $1").bind(hash).fetch_optional(pool).await
}

/// One counter as read.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Used {
    pub item: String,
    pub guest_id: i64,
    pub day: String,
    pub used: i64,
}

/// Every counter of a stay, without what lapsed holds still occupy.
pub async fn used(conn: &mut Conn, stay: StayId, now: i64) -> Result<Vec<Used>, sqlx::Error> {
    sqlx::query_as(
        "SELECT u.item, u.guest_id, u.day,
                u.used - CAST(coalesce((SELECT sum(b.used) FROM included_by b JOIN bookings k ON k.id = b.subject_id
                                         WHERE b.subject = 'booking' AND b.stay_id = u.stay_id AND b.item = u.item
                                           AND b.guest_id = u.guest_id AND b.day = u.day
                                           AND k.state = 'held' AND k.hold_until < $2), 0) AS BIGINT) AS used
           FROM included_used u WHERE u.stay_id = $1",
    )
    .bind(stay.0)
    .bind(now)
    .fetch_all(conn)
    .await
}

/// Which counter: of what, whose (0 for the room), on which day (empty for the whole stay).
pub struct Counter<'a> {
    pub stay: StayId,
    pub item: &'a str,
    pub guest: i64,
    pub day: &'a str,
}

/// Raises a counter by one. False when all that is allowed is used.
pub async fn raise(tx: &mut Tx, counter: &Counter<'_>, allowed: i64) -> Result<bool, sqlx::Error> {
    sqlx::query(
        "INSERT INTO included_used (stay_id, item, guest_id, day, used, allowed) VALUES ($1, $2, $3, $4, 0, $5)
         ON CONFLICT (stay_id, item, guest_id, day) DO UPDATE SET allowed = CASE WHEN included_used.used > $5 THEN included_used.used ELSE $5 END",
    )
    .bind(counter.stay.0)
    .bind(counter.item)
    .bind(counter.guest)
    .bind(counter.day)
    .bind(allowed)
    .execute(tx.conn())
    .await?;
    raise_again(tx, counter).await
}

/// Raises a counter that was raised before by one, with what was allowed then. False when all of that is used.
pub async fn raise_again(tx: &mut Tx, counter: &Counter<'_>) -> Result<bool, sqlx::Error> {
    let raised = sqlx::query(
        "UPDATE included_used SET used = used + 1
          WHERE stay_id = $1 AND item = $2 AND guest_id = $3 AND day = $4 AND used + 1 <= allowed",
    )
    .bind(counter.stay.0)
    .bind(counter.item)
    .bind(counter.guest)
    .bind(counter.day)
    .execute(tx.conn())
    .await?;
    Ok(raised.rows_affected() == 1)
}

/// Writes down who raised a counter, so that giving back is exact.
pub async fn remember(tx: &mut Tx, counter: &Counter<'_>, subject: Subject) -> Result<(), sqlx::Error> {
    let (kind, id) = subject.parts();
    sqlx::query(
        "INSERT INTO included_by (subject, subject_id, stay_id, item, guest_id, day, used) VALUES ($1, $2, $3, $4, $5, $6, 1)
         ON CONFLICT (subject, subject_id, item, guest_id, day) DO UPDATE SET used = included_by.used + 1",
    )
    .bind(kind)
    .bind(id)
    .bind(counter.stay.0)
    .bind(counter.item)
    .bind(counter.guest)
    .bind(counter.day)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What a booking or an order had raised.
pub async fn used_by(conn: &mut Conn, subject: Subject) -> Result<Vec<Used>, sqlx::Error> {
    let (kind, id) = subject.parts();
    sqlx::query_as("SELECT item, guest_id, day, used FROM included_by WHERE subject = $1 AND subject_id = $2")
        .bind(kind)
        .bind(id)
        .fetch_all(conn)
        .await
}

/// One of what a deed used up is another's from now on: of the person's own counter, or of the room's.
pub async fn hand_on(tx: &mut Tx, from: Subject, to: Subject, guest: i64) -> Result<(), sqlx::Error> {
    let ((kind, from), (_, to)) = (from.parts(), to.parts());
    for sql in [
        "INSERT INTO included_by (subject, subject_id, stay_id, item, guest_id, day, used)
         SELECT subject, $3, stay_id, item, guest_id, day, 1 FROM included_by
          WHERE subject = $1 AND subject_id = $2 AND guest_id IN (0, $4)",
        "DELETE FROM included_by WHERE subject = $1 AND subject_id = $2 AND guest_id IN (0, $4) AND used = 1 AND $3 > 0",
        "UPDATE included_by SET used = used - 1 WHERE subject = $1 AND subject_id = $2 AND guest_id IN (0, $4) AND $3 > 0",
    ] {
        sqlx::query(sql).bind(kind).bind(from).bind(to).bind(guest).execute(tx.conn()).await?;
    }
    Ok(())
}

/// Lowers a counter by one of what a booking or an order had raised.
pub async fn lower_one(tx: &mut Tx, counter: &Counter<'_>, subject: Subject) -> Result<(), sqlx::Error> {
    let (kind, id) = subject.parts();
    sqlx::query("UPDATE included_used SET used = used - 1 WHERE stay_id = $1 AND item = $2 AND guest_id = $3 AND day = $4")
        .bind(counter.stay.0)
        .bind(counter.item)
        .bind(counter.guest)
        .bind(counter.day)
        .execute(tx.conn())
        .await?;
    let last = "DELETE FROM included_by WHERE subject = $1 AND subject_id = $2 AND item = $3 AND guest_id = $4 AND day = $5 AND used = 1";
    let one_of =
        "UPDATE included_by SET used = used - 1 WHERE subject = $1 AND subject_id = $2 AND item = $3 AND guest_id = $4 AND day = $5 AND used > 1";
    for sql in [one_of, last] {
        let done = sqlx::query(sql).bind(kind).bind(id).bind(counter.item).bind(counter.guest).bind(counter.day).execute(tx.conn()).await?;
        if done.rows_affected() > 0 {
            break;
        }
    }
    Ok(())
}

/// Takes back whatever a booking or an order had raised.
pub async fn lower(tx: &mut Tx, subject: Subject) -> Result<(), sqlx::Error> {
    let (kind, id) = subject.parts();
    sqlx::query(
        "UPDATE included_used SET used = used - (SELECT b.used FROM included_by b
            WHERE b.subject = $1 AND b.subject_id = $2 AND b.stay_id = included_used.stay_id AND b.item = included_used.item
              AND b.guest_id = included_used.guest_id AND b.day = included_used.day)
          WHERE (stay_id, item, guest_id, day) IN (SELECT stay_id, item, guest_id, day FROM included_by
            WHERE subject = $1 AND subject_id = $2)",
    )
    .bind(kind)
    .bind(id)
    .execute(tx.conn())
    .await?;
    sqlx::query("DELETE FROM included_by WHERE subject = $1 AND subject_id = $2").bind(kind).bind(id).execute(tx.conn()).await?;
    Ok(())
}
