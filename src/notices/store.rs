//! The SQL of the bell.

use super::Notice;
use crate::base::{AskId, BookingId, Fault, GuestId, NoticeId, StayId};
use crate::server::{Nudge, Pool, Tx};

/// Tells a stay something now, in the transaction of the deed, and wakes its open phones.
pub async fn tell(tx: &mut Tx, stay: StayId, notice: Notice) -> Result<(), Fault> {
    let now = tx.now();
    tell_later(tx, stay, notice, now).await
}

/// Tells a stay something at an instant that may lie ahead.
pub async fn tell_later(tx: &mut Tx, stay: StayId, notice: Notice, due_at: i64) -> Result<(), Fault> {
    add(tx, stay, None, &notice, due_at).await
}

/// Tells one person of the party something that is for nobody else, about what somebody asks for.
pub async fn tell_one(tx: &mut Tx, stay: StayId, guest: GuestId, ask: AskId, notice: &Notice) -> Result<(), Fault> {
    let now = tx.now();
    let body = serde_json::to_string(notice).map_err(|_| Fault::TryAgain)?;
    sqlx::query("INSERT INTO notices (stay_id, notice, due_at, created_at, guest_id, personal, ask_id) VALUES ($1, $2, $3, $3, $4, 1, $5)")
        .bind(stay.0)
        .bind(body)
        .bind(now)
        .bind(guest.0)
        .bind(ask.0)
        .execute(tx.conn())
        .await?;
    tx.nudge(Nudge::Stay(stay));
    Ok(())
}

/// Takes back what was said of a question that has its answer: nobody has to be rung for it any more.
pub async fn drop_asked(tx: &mut Tx, ask: AskId) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query("UPDATE notices SET dropped_at = $2 WHERE ask_id = $1 AND ask_id IS NOT NULL AND dropped_at IS NULL")
        .bind(ask.0)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Tells of one person of the party, in the words that are meant for them.
pub async fn tell_of(tx: &mut Tx, stay: StayId, guest: GuestId, notice: &Notice) -> Result<(), Fault> {
    let now = tx.now();
    add(tx, stay, Some(guest), notice, now).await
}

/// Drops what was still to be told of one person of a booking.
pub async fn drop_reminders_of(tx: &mut Tx, booking: BookingId, guest: GuestId) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query("UPDATE notices SET dropped_at = $3 WHERE booking_id = $1 AND guest_id = $2 AND due_at > $3 AND dropped_at IS NULL")
        .bind(booking.0)
        .bind(guest.0)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Tells whoever books and pays, and each of these people of the party besides, in the words that are meant for them.
pub async fn tell_party(tx: &mut Tx, stay: StayId, others: &[GuestId], notice: Notice) -> Result<(), Fault> {
    let now = tx.now();
    tell_party_later(tx, stay, others, notice, now).await
}

/// The same at an instant that may lie ahead.
pub async fn tell_party_later(tx: &mut Tx, stay: StayId, others: &[GuestId], notice: Notice, due_at: i64) -> Result<(), Fault> {
    // The list shows the newest first: what concerns everybody stands above what repeats it for one.
    for guest in others.iter().rev() {
        add(tx, stay, Some(*guest), &notice, due_at).await?;
    }
    add(tx, stay, None, &notice, due_at).await
}

async fn add(tx: &mut Tx, stay: StayId, guest: Option<GuestId>, notice: &Notice, due_at: i64) -> Result<(), Fault> {
    let now = tx.now();
    let (booking, order) = notice.about();
    let body = serde_json::to_string(notice).map_err(|_| Fault::TryAgain)?;
    sqlx::query("INSERT INTO notices (stay_id, notice, booking_id, order_id, due_at, created_at, guest_id) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(stay.0)
        .bind(body)
        .bind(booking.map(|id| id.0))
        .bind(order.map(|id| id.0))
        .bind(due_at)
        .bind(now)
        .bind(guest.map(|guest| guest.0))
        .execute(tx.conn())
        .await?;
    tx.nudge(Nudge::Stay(stay));
    Ok(())
}

/// Takes back what a booking's guest was to be told later.
pub async fn drop_reminders(tx: &mut Tx, booking: BookingId) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query("UPDATE notices SET dropped_at = $2 WHERE booking_id = $1 AND due_at > $2 AND dropped_at IS NULL")
        .bind(booking.0)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Stays for whom a notice fell due in (after, until]: their phones are to be woken.
pub async fn due(pool: &Pool, after: i64, until: i64) -> Result<Vec<StayId>, sqlx::Error> {
    let stays: Vec<i64> =
        sqlx::query_scalar("SELECT DISTINCT stay_id FROM notices WHERE due_at > $1 AND due_at <= $2 AND due_at > created_at AND dropped_at IS NULL")
            .bind(after)
            .bind(until)
            .fetch_all(pool)
            .await?;
    Ok(stays.into_iter().map(StayId).collect())
}

/// A row under the bell.
#[derive(sqlx::FromRow)]
pub struct NoticeRow {
    pub id: i64,
    pub notice: String,
    pub due_at: i64,
    pub read_at: Option<i64>,
    /// The person it is for, if it is for one.
    pub whom: Option<String>,
}

/// The newest notices of a stay that are due, at most a hundred, as one person of it sees them.
pub async fn list(pool: &Pool, stay: StayId, me: GuestId, now: i64) -> Result<Vec<NoticeRow>, sqlx::Error> {
    sqlx::query_as(
        "SELECT n.id, n.notice, n.due_at, n.read_at, g.name AS whom FROM notices n LEFT JOIN guests g ON g.id = n.guest_id
          WHERE n.stay_id = $1 AND n.due_at <= $2 AND n.dropped_at IS NULL AND (n.personal = 0 OR n.guest_id = $3) ORDER BY n.due_at DESC, n.id DESC LIMIT 100",
    )
    .bind(stay.0)
    .bind(now)
    .bind(me.0)
    .fetch_all(pool)
    .await
}

/// Marks what one person has seen: everything up to and including `upto`. Answers how many there were.
pub async fn mark_read(tx: &mut Tx, stay: StayId, me: GuestId, upto: NoticeId) -> Result<u64, Fault> {
    let now = tx.now();
    let done =
        sqlx::query("UPDATE notices SET read_at = $3 WHERE stay_id = $1 AND id <= $2 AND due_at <= $3 AND read_at IS NULL AND dropped_at IS NULL AND (personal = 0 OR guest_id = $4)")
            .bind(stay.0)
            .bind(upto.0)
            .bind(now)
            .bind(me.0)
            .execute(tx.conn())
            .await?;
    Ok(done.rows_affected())
}
