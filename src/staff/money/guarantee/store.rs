//! The SQL of money that is asked back.

use super::AskedBack;
use crate::base::{BookingId, Day, Fault, Lang};
use crate::server::Conn;
use crate::staff::money::store::{AboutRow, BOOKED, STAY};
use sqlx::FromRow;

#[derive(FromRow)]
struct AskedRow {
    #[sqlx(flatten)]
    about: AboutRow,
    id: i64,
    day: String,
    wall: String,
    came: i64,
    why: String,
    owed: i64,
    asked_at: i64,
}

/// Whoever asks and has no answer yet, the longest waiting in front.
pub async fn asked(conn: &mut Conn, lang: Lang, now: i64) -> Result<Vec<AskedBack>, Fault> {
    let rows: Vec<AskedRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {BOOKED}, b.id, b.day, b.wall, a.why, CASE WHEN b.state = 'confirmed' THEN b.total - b.given ELSE 0 END AS owed, a.asked_at,
                (SELECT count(*) FROM participants p WHERE p.booking_id = b.id AND p.checked_in_at IS NOT NULL) AS came
           FROM guarantees a JOIN bookings b ON b.id = a.booking_id JOIN stays st ON st.id = b.stay_id {STAY}
          WHERE a.state = 'asked' ORDER BY a.asked_at, a.booking_id LIMIT 200"
    )))
    .fetch_all(conn)
    .await?;
    let read = |row: AskedRow| {
        Ok(AskedBack {
            booking: BookingId(row.id),
            about: row.about.read(lang)?,
            day: Day::parse(&row.day).ok_or(Fault::TryAgain)?,
            wall: row.wall,
            came: row.came,
            why: row.why,
            left: row.owed,
            age: (now - row.asked_at).div_euclid(60),
        })
    };
    rows.into_iter().map(read).collect()
}
