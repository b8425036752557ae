//! The SQL of points. What is taken from a lot is taken by one statement that refuses what is not there; every use says which
//! lot it is of, so that what comes back is what it was, with its last day.

mod sums;

pub use sums::SUMS;

use super::Purse;
use super::rules::{back, needed, pays};
use crate::base::{BookingId, Day, Fault, PaymentId, StayId};
use crate::server::{Conn, Tx};
use sqlx::FromRow;

#[derive(FromRow)]
struct LotRow {
    id: i64,
    has: i64,
    last_day: String,
}

/// The lots of a stay that can be used on a day, the one that ends first before the others. What is kept back for a hold that
/// ran out is free, tidied or not (RULES H2).
async fn lots(conn: &mut Conn, stay: StayId, today: Day, now: i64) -> Result<Vec<LotRow>, sqlx::Error> {
    sqlx::query_as(
        "SELECT p.id, p.last_day, p.remaining + CAST(coalesce((SELECT sum(u.points - u.returned) FROM point_uses u JOIN bookings b ON b.id = u.booking_id
                  WHERE u.lot_id = p.id AND u.payment_id IS NULL AND b.state = 'held' AND b.hold_until < $3), 0) AS BIGINT) AS has
           FROM points p WHERE p.stay_id = $1 AND p.last_day >= $2 ORDER BY p.last_day, p.id",
    )
    .bind(stay.0)
    .bind(today.to_string())
    .bind(now)
    .fetch_all(conn)
    .await
}

/// What a stay has; nothing is worth anything where points are worth nothing.
pub async fn purse(conn: &mut Conn, stay: StayId, worth: i64, today: Day, now: i64) -> Result<Purse, Fault> {
    if worth == 0 {
        return Ok(Purse::default());
    }
    let lots = lots(conn, stay, today, now).await?;
    let read = |row: &LotRow| Some((row.has, Day::parse(&row.last_day)?)).filter(|(has, _)| *has > 0);
    let lots: Vec<(i64, Day)> = lots.iter().filter_map(read).collect();
    let points = lots.iter().map(|(has, _)| has).sum::<i64>();
    Ok(Purse { points, amount: points.saturating_mul(worth), lots })
}

/// The desk gives points. The same form twice is one lot; false then.
pub async fn give(tx: &mut Tx, stay: StayId, points: i64, last_day: Day, note: &str, intent: &str) -> Result<bool, Fault> {
    let now = tx.now();
    let given = sqlx::query(
        "INSERT INTO points (stay_id, given, remaining, last_day, note, intent, created_at) VALUES ($1, $2, $2, $3, $4, $5, $6)
         ON CONFLICT (stay_id, intent) DO NOTHING",
    )
    .bind(stay.0)
    .bind(points)
    .bind(last_day.to_string())
    .bind(note)
    .bind(intent)
    .bind(now)
    .execute(tx.conn())
    .await?;
    if given.rows_affected() == 1 {
        return Ok(true);
    }
    // The key of one form sent with something else is refused (RULES I1).
    let same: i64 =
        sqlx::query_scalar("SELECT count(*) FROM points WHERE stay_id = $1 AND intent = $2 AND given = $3 AND last_day = $4 AND note = $5")
            .bind(stay.0)
            .bind(intent)
            .bind(points)
            .bind(last_day.to_string())
            .bind(note)
            .fetch_one(tx.conn())
            .await?;
    if same == 1 { Ok(false) } else { Err(Fault::Field("intent".into())) }
}

/// What points are used for.
#[derive(Clone, Copy, Debug)]
pub enum Use {
    /// A hold: they are kept back for it.
    Hold(BookingId),
    /// A payment: they are spent.
    Payment(PaymentId),
}

/// Takes as many points as pay for an amount, of the lots that end first. Whoever calls has tidied what ran out. Answers what
/// they pay; nothing is taken when that is nothing.
pub async fn take(tx: &mut Tx, stay: StayId, what: Use, amount: i64, worth: i64, today: Day) -> Result<i64, Fault> {
    let now = tx.now();
    let lots = lots(tx.conn(), stay, today, now).await?;
    let points = needed(amount, worth, lots.iter().map(|lot| lot.has).sum());
    let (booking, payment) = match what {
        Use::Hold(id) => (Some(id.0), None),
        Use::Payment(id) => (None, Some(id.0)),
    };
    let mut left = points;
    for lot in lots {
        let part = left.min(lot.has);
        if part <= 0 {
            continue;
        }
        let taken = sqlx::query("UPDATE points SET remaining = remaining - $2 WHERE id = $1 AND remaining >= $2")
            .bind(lot.id)
            .bind(part)
            .execute(tx.conn())
            .await?;
        if taken.rows_affected() != 1 {
            return Err(Fault::TryAgain);
        }
        sqlx::query("INSERT INTO point_uses (lot_id, booking_id, payment_id, points, worth) VALUES ($1, $2, $3, $4, $5)")
            .bind(lot.id)
            .bind(booking)
            .bind(payment)
            .bind(part)
            .bind(worth)
            .execute(tx.conn())
            .await?;
        left -= part;
    }
    Ok(pays(points, worth, amount))
}

/// What was kept back for a hold is in its lots again.
pub async fn let_go(tx: &mut Tx, booking: BookingId) -> Result<(), Fault> {
    let kept: Vec<(i64, i64)> = sqlx::query_as(
        "UPDATE point_uses SET returned = points WHERE booking_id = $1 AND payment_id IS NULL AND returned = 0 RETURNING lot_id, points",
    )
    .bind(booking.0)
    .fetch_all(tx.conn())
    .await?;
    for (lot, points) in kept {
        into_lot(tx, lot, points).await?;
    }
    Ok(())
}

/// How many points are kept back for a hold.
pub async fn kept(conn: &mut Conn, booking: BookingId) -> Result<i64, Fault> {
    let kept = "SELECT CAST(coalesce(sum(points), 0) AS BIGINT) FROM point_uses WHERE booking_id = $1 AND payment_id IS NULL AND returned = 0";
    Ok(sqlx::query_scalar(kept).bind(booking.0).fetch_one(conn).await?)
}

/// What was kept back for a hold is spent by a payment.
pub async fn spend_kept(tx: &mut Tx, booking: BookingId, payment: PaymentId) -> Result<(), Fault> {
    sqlx::query("UPDATE point_uses SET payment_id = $2 WHERE booking_id = $1 AND payment_id IS NULL AND returned = 0")
        .bind(booking.0)
        .bind(payment.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

#[derive(FromRow)]
struct UseRow {
    id: i64,
    lot_id: i64,
    points: i64,
    worth: i64,
    returned: i64,
}

/// So much of a payment is back by now: its points go back to their lots, those that last longest first.
pub async fn put_back(tx: &mut Tx, payment: PaymentId) -> Result<(), Fault> {
    let (amount, refunded): (i64, i64) = sqlx::query_as(
        "SELECT p.amount, CAST((SELECT coalesce(sum(f.amount), 0) FROM refunds f WHERE f.payment_id = p.id AND f.state = 'settled') AS BIGINT)
           FROM payments p WHERE p.id = $1",
    )
    .bind(payment.0)
    .fetch_one(tx.conn())
    .await?;
    let uses: Vec<UseRow> = sqlx::query_as(
        "SELECT u.id, u.lot_id, u.points, u.worth, u.returned FROM point_uses u JOIN points p ON p.id = u.lot_id
          WHERE u.payment_id = $1 ORDER BY p.last_day DESC, u.id",
    )
    .bind(payment.0)
    .fetch_all(tx.conn())
    .await?;
    let Some(worth) = uses.first().map(|one| one.worth) else { return Ok(()) };
    let (all, before): (i64, i64) = uses.iter().fold((0, 0), |(all, before), one| (all + one.points, before + one.returned));
    let mut left = back(amount, refunded, worth, all) - before;
    for one in uses {
        let part = left.min(one.points - one.returned);
        if part <= 0 {
            continue;
        }
        sqlx::query("UPDATE point_uses SET returned = returned + $2 WHERE id = $1").bind(one.id).bind(part).execute(tx.conn()).await?;
        into_lot(tx, one.lot_id, part).await?;
        left -= part;
    }
    Ok(())
}

async fn into_lot(tx: &mut Tx, lot: i64, points: i64) -> Result<(), Fault> {
    sqlx::query("UPDATE points SET remaining = remaining + $2 WHERE id = $1").bind(lot).bind(points).execute(tx.conn()).await?;
    Ok(())
}
