//! `cabana check`: whether everything that is counted agrees with what it counts (RULES C12). It reads only, in one
//! transaction, and may run beside a serving server.

use super::Opened;
use crate::server::Conn;

/// What is counted in two ways: a sentence for a difference, and the rows that differ as (id, what is written, what
/// it should be).
const SUMS: &[(&str, &str)] = &[
    (
        "places taken of session",
        "SELECT s.id, s.taken, CAST(coalesce(sum(b.places), 0) AS BIGINT) FROM sessions s
           LEFT JOIN bookings b ON b.session_id = s.id AND b.state IN ('held', 'confirmed')
          GROUP BY s.id, s.taken HAVING s.taken <> coalesce(sum(b.places), 0) ORDER BY s.id",
    ),
    (
        "places of booking, against its people",
        "SELECT b.id, b.places, CAST(count(p.id) AS BIGINT) FROM bookings b LEFT JOIN participants p ON p.booking_id = b.id
          GROUP BY b.id, b.places HAVING b.places <> count(p.id) ORDER BY b.id",
    ),
    (
        "tickets that are good of booking, against its state",
        "SELECT b.id, CAST(count(p.id) AS BIGINT), CASE WHEN b.state IN ('held', 'confirmed') THEN b.places ELSE 0 END
           FROM bookings b LEFT JOIN participants p ON p.booking_id = b.id AND p.state = 'active'
          GROUP BY b.id, b.state, b.places HAVING count(p.id) <> CASE WHEN b.state IN ('held', 'confirmed') THEN b.places ELSE 0 END ORDER BY b.id",
    ),
    (
        "a resource's time kept by booking, which has ended or is elsewhere (cells)",
        "SELECT b.id, CAST(count(*) AS BIGINT), CAST(0 AS BIGINT) FROM cells c JOIN bookings b ON b.id = c.booking_id
          WHERE b.state NOT IN ('held', 'confirmed') OR b.resource_id IS NULL OR b.resource_id <> c.resource_id GROUP BY b.id ORDER BY b.id",
    ),
    (
        "a resource's time of booking, from its start to its end (cells of five minutes)",
        "SELECT b.id, CAST(count(c.cell) AS BIGINT), (b.ends_at + 299) / 300 - b.starts_at / 300 FROM bookings b
           LEFT JOIN cells c ON c.booking_id = b.id AND c.cell >= b.starts_at / 300 AND c.cell < (b.ends_at + 299) / 300
          WHERE b.resource_id IS NOT NULL AND b.state IN ('held', 'confirmed')
          GROUP BY b.id, b.starts_at, b.ends_at HAVING count(c.cell) <> (b.ends_at + 299) / 300 - b.starts_at / 300 ORDER BY b.id",
    ),
    (
        "uses of what the package of stay includes",
        "SELECT u.stay_id, u.used, CAST(coalesce(sum(b.used), 0) AS BIGINT) FROM included_used u
           LEFT JOIN included_by b ON b.stay_id = u.stay_id AND b.item = u.item AND b.guest_id = u.guest_id AND b.day = u.day
          GROUP BY u.stay_id, u.item, u.guest_id, u.day, u.used HAVING u.used <> coalesce(sum(b.used), 0) ORDER BY u.stay_id",
    ),
    (
        "what the package paid for booking that has ended",
        "SELECT b.id, CAST(sum(i.used) AS BIGINT), CAST(0 AS BIGINT) FROM bookings b JOIN included_by i ON i.subject = 'booking' AND i.subject_id = b.id
          WHERE b.state NOT IN ('held', 'confirmed') GROUP BY b.id ORDER BY b.id",
    ),
    (
        "the bill for booking",
        "SELECT b.id, CAST(coalesce(sum(f.amount), 0) AS BIGINT), CASE b.state WHEN 'confirmed' THEN b.total WHEN 'cancelled' THEN b.fee ELSE 0 END
           FROM bookings b LEFT JOIN folio_lines f ON f.subject = 'booking' AND f.subject_id = b.id
          GROUP BY b.id, b.state, b.total, b.fee
         HAVING coalesce(sum(f.amount), 0) <> CASE b.state WHEN 'confirmed' THEN b.total WHEN 'cancelled' THEN b.fee ELSE 0 END ORDER BY b.id",
    ),
    (
        "the bill for order",
        "SELECT o.id, CAST(coalesce(sum(f.amount), 0) AS BIGINT), CASE WHEN o.state IN ('declined', 'cancelled') THEN 0 ELSE o.total END
           FROM orders o LEFT JOIN folio_lines f ON f.subject = 'order' AND f.subject_id = o.id
          GROUP BY o.id, o.state, o.total
         HAVING coalesce(sum(f.amount), 0) <> CASE WHEN o.state IN ('declined', 'cancelled') THEN 0 ELSE o.total END ORDER BY o.id",
    ),
    (
        "the total of order, against its lines",
        "SELECT o.id, o.total, CAST(coalesce(sum(l.amount), 0) AS BIGINT) FROM orders o LEFT JOIN order_lines l ON l.order_id = o.id
          GROUP BY o.id, o.total HAVING o.total <> coalesce(sum(l.amount), 0) ORDER BY o.id",
    ),
];

/// Every difference as a sentence; none when all is well.
pub async fn differences(conn: &mut Conn) -> Result<Vec<String>, sqlx::Error> {
    let mut found = Vec::new();
    for (what, sql) in SUMS {
        let rows: Vec<(i64, i64, i64)> = sqlx::query_as(*sql).fetch_all(&mut *conn).await?;
        found.extend(rows.into_iter().map(|(id, written, real)| format!("{what} {id}: {written} is written, {real} it should be")));
    }
    Ok(found)
}

/// A sentence that all is well, or as the error the list of what is not.
pub async fn check(opened: &Opened) -> Result<String, String> {
    use sqlx::Connection as _;

    let failed = |error: sqlx::Error| format!("the database failed: {error}");
    let mut conn = opened.database.readers().acquire().await.map_err(failed)?;
    // One transaction: all sums are of the same moment.
    let mut moment = conn.begin().await.map_err(failed)?;
    let found = differences(&mut moment).await.map_err(failed)?;
    moment.rollback().await.map_err(failed)?;
    if found.is_empty() { Ok(format!("{} sums agree", SUMS.len())) } else { Err(format!("{}\n{} differences", found.join("\n"), found.len())) }
}
