//! The counters of what a package includes. They are raised in the transaction that takes the places, and the
//! database's CHECK has the last word (RULES P8).

use super::shelf::{Offer, Shelf};
use super::{Allowance, Period};
use crate::base::{Day, Fault, StayId};
use crate::server::{Conn, Tx};

/// Whose deed used something up.
#[derive(Clone, Copy, Debug)]
pub enum Subject {
    Booking(i64),
    Order(i64),
}

impl Subject {
    fn parts(self) -> (&'static str, i64) {
        match self {
            Subject::Booking(id) => ("booking", id),
            Subject::Order(id) => ("order", id),
        }
    }
}

fn day_of(period: Period, day: Day) -> String {
    if period == Period::Day { day.to_string() } else { String::new() }
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
                u.used - coalesce((SELECT sum(b.used) FROM included_by b JOIN bookings k ON k.id = b.subject_id
                                    WHERE b.subject = 'booking' AND b.stay_id = u.stay_id AND b.item = u.item
                                      AND b.guest_id = u.guest_id AND b.day = u.day
                                      AND k.state = 'held' AND k.hold_until < $2), 0) AS used
           FROM included_used u WHERE u.stay_id = $1",
    )
    .bind(stay.0)
    .bind(now)
    .fetch_all(conn)
    .await
}

/// What the package gives of an offer on a day, with what was used of it.
pub fn allowance(shelf: &Shelf, package: &str, offer: &Offer, day: Day, used: &[Used]) -> Option<Allowance> {
    let mut allowance = shelf.allowance(package, offer)?;
    let day = day_of(allowance.period, day);
    allowance.used = used.iter().filter(|one| one.item == allowance.item && one.day == day).map(|one| (one.guest_id, one.used)).collect();
    Some(allowance)
}

/// Uses up one for each guest in `whose` (0 for the room). False when the package does not reach: nothing may then
/// be written, the caller drops the transaction.
pub async fn use_up(tx: &mut Tx, stay: StayId, allowance: &Allowance, day: Day, whose: &[i64], subject: Subject) -> Result<bool, Fault> {
    if allowance.period == Period::Unlimited {
        return Ok(true);
    }
    let day = day_of(allowance.period, day);
    let (kind, id) = subject.parts();
    for guest in whose.iter().map(|guest| allowance.counter_of(*guest)) {
        sqlx::query(
            "INSERT INTO included_used (stay_id, item, guest_id, day, used, allowed) VALUES ($1, $2, $3, $4, 0, $5)
             ON CONFLICT (stay_id, item, guest_id, day) DO UPDATE SET allowed = CASE WHEN included_used.used > $5 THEN included_used.used ELSE $5 END",
        )
        .bind(stay.0)
        .bind(&allowance.item)
        .bind(guest)
        .bind(&day)
        .bind(allowance.times)
        .execute(tx.conn())
        .await?;
        let raised = sqlx::query(
            "UPDATE included_used SET used = used + 1
              WHERE stay_id = $1 AND item = $2 AND guest_id = $3 AND day = $4 AND used + 1 <= allowed",
        )
        .bind(stay.0)
        .bind(&allowance.item)
        .bind(guest)
        .bind(&day)
        .execute(tx.conn())
        .await?
        .rows_affected();
        if raised != 1 {
            return Ok(false);
        }
        sqlx::query(
            "INSERT INTO included_by (subject, subject_id, stay_id, item, guest_id, day, used) VALUES ($1, $2, $3, $4, $5, $6, 1)
             ON CONFLICT (subject, subject_id, item, guest_id, day) DO UPDATE SET used = included_by.used + 1",
        )
        .bind(kind)
        .bind(id)
        .bind(stay.0)
        .bind(&allowance.item)
        .bind(guest)
        .bind(&day)
        .execute(tx.conn())
        .await?;
    }
    Ok(true)
}

/// Gives back what a booking or an order had used up.
pub async fn give_back(tx: &mut Tx, subject: Subject) -> Result<(), Fault> {
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
