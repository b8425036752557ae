//! Changing sessions that a rule names: this one, this one and all that follow, or all (RULES G2). What somebody has
//! booked takes place as it was sold; what nobody has booked follows.

use crate::base::{Day, Fault, Lang, OfferId, SessionId, WallTime};
use crate::booking::edit::{EditPage, EditRefusal, Edited, Reach};
use crate::booking::schedule::{follow, lay_out};
use crate::catalog::shelf::Shelf;
use crate::people::session::Staff;
use crate::people::store::{self as people, log};
use crate::server::{Conn, Keys, Nudge, Tx};

/// What the desk wants.
pub struct Change {
    pub session: SessionId,
    pub reach: Reach,
    /// Nothing where it stays.
    pub at: Option<WallTime>,
    pub capacity: Option<i64>,
    /// It does not take place any more.
    pub dropped: bool,
    pub reason: String,
    /// The key of the form, born with it.
    pub intent: String,
}

/// Writes the change down and lets the calendar follow it. The same form twice is one change.
pub async fn edit(tx: &mut Tx, shelf: &Shelf, staff: &Staff, change: &Change) -> Result<Edited, EditRefusal> {
    let now = tx.now();
    let row: Option<(i64, String, String, i64, i64, Option<i64>)> =
        sqlx::query_as("SELECT offer_id, day, wall, starts_at, capacity, cancelled_at FROM sessions WHERE id = $1")
            .bind(change.session.0)
            .fetch_optional(tx.conn())
            .await?;
    // The session may be another one by now: the form that made it so answers as before.
    if let Some(done) = done(tx, &change.intent).await? {
        return Ok(done);
    }
    let (offer, day, wall, starts_at, places, cancelled_at) = row.ok_or(Fault::NotFound)?;
    let id = OfferId(offer);
    let offer = shelf.offer(id)?;
    if starts_at <= now || cancelled_at.is_some() {
        return Err(EditRefusal::Over);
    }
    // A form names also what stays as it is.
    let at = change.at.filter(|at| at.to_string() != wall);
    let capacity = change.capacity.filter(|capacity| *capacity != places);
    if !change.dropped && at.is_none() && capacity.is_none() {
        return Err(EditRefusal::Nothing);
    }
    if !offer.resources.is_empty() && at.is_some_and(|at| at.0 % 5 != 0) {
        return Err(Fault::Field("at".into()).into());
    }
    let day = Day::parse(&day).ok_or(Fault::TryAgain)?;
    let today = shelf.time.day(now);
    let (from, to) = match change.reach {
        Reach::This => (day, Some(day)),
        Reach::Following => (day, None),
        // Not those of today that have begun, nor would begin before now.
        Reach::All if at.is_some_and(|at| shelf.time.instant(today, at) <= now) => (today.plus(1), None),
        Reach::All => (today, None),
    };
    if at.is_some_and(|at| shelf.time.instant(from, at) <= now) {
        return Err(Fault::Field("at".into()).into());
    }
    insert(tx, staff, change, (id, &wall), (from, to), (at, capacity)).await?;
    lay_out(tx, shelf).await?;
    let followed = follow(tx, shelf).await?;
    let sold = if at.is_some() || change.dropped { sold(tx, id, &wall, (from, to)).await? } else { Vec::new() };
    // One that no rule names any more, or that was called off where it would go.
    if followed.changed + followed.taken_off == 0 && sold.is_empty() {
        return Err(EditRefusal::Nothing);
    }
    let what = format!("{} {day} {wall}", offer.key);
    let after = match (change.dropped, at, capacity) {
        (true, ..) => "dropped".to_owned(),
        (_, Some(at), Some(capacity)) => format!("{at}, {capacity}"),
        (_, Some(at), None) => at.to_string(),
        (_, None, capacity) => capacity.unwrap_or_default().to_string(),
    };
    let after = format!("{}: {after}", change.reach.name());
    let deed = people::Deed { deed: "sessions_changed", subject: "offer", subject_id: id.0, before: &what, after: &after, reason: &change.reason };
    log(tx.conn(), now, Some(staff), deed).await?;
    tx.nudge(Nudge::Desk);
    for ahead in 0..crate::booking::schedule::AHEAD {
        let day = today.plus(ahead);
        if from <= day && to.is_none_or(|to| day <= to) {
            tx.nudge(Nudge::Places(day));
        }
    }
    super::pass_on(tx, shelf).await?;
    Ok(Edited { day, changed: followed.changed + followed.taken_off, sold })
}

/// What this form did before, if it has.
async fn done(tx: &mut Tx, intent: &str) -> Result<Option<Edited>, Fault> {
    let day: Option<String> =
        sqlx::query_scalar("SELECT from_day FROM session_edits WHERE intent = $1").bind(intent).fetch_optional(tx.conn()).await?;
    Ok(day.as_deref().and_then(Day::parse).map(|day| Edited { day, changed: 0, sold: Vec::new() }))
}

async fn insert(
    tx: &mut Tx,
    staff: &Staff,
    change: &Change,
    (offer, wall): (OfferId, &str),
    (from, to): (Day, Option<Day>),
    (at, capacity): (Option<WallTime>, Option<i64>),
) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query(
        "INSERT INTO session_edits (offer_id, wall, from_day, to_day, new_wall, capacity, dropped, reason, intent, staff_id, edited_by, edited_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(offer.0)
    .bind(wall)
    .bind(from.to_string())
    .bind(to.map(|to| to.to_string()))
    .bind(at.map(|at| at.to_string()))
    .bind(capacity)
    .bind(i64::from(change.dropped))
    .bind(&change.reason)
    .bind(&change.intent)
    .bind(staff.id().0)
    .bind(staff.name())
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Days on which somebody has booked at the old time: those take place as they were sold.
async fn sold(tx: &mut Tx, offer: OfferId, wall: &str, (from, to): (Day, Option<Day>)) -> Result<Vec<Day>, Fault> {
    let now = tx.now();
    let days: Vec<String> = sqlx::query_scalar(
        "SELECT s.day FROM sessions s WHERE s.offer_id = $1 AND s.wall = $2 AND s.day >= $3 AND s.day <= $4 AND s.starts_at > $5
            AND s.cancelled_at IS NULL AND s.taken > 0 ORDER BY s.day",
    )
    .bind(offer.0)
    .bind(wall)
    .bind(from.to_string())
    .bind(to.map_or_else(|| "9999-12-31".to_owned(), |to| to.to_string()))
    .bind(now)
    .fetch_all(tx.conn())
    .await?;
    Ok(days.iter().filter_map(|day| Day::parse(day)).collect())
}

/// A session, to be changed.
pub async fn page(conn: &mut Conn, shelf: &Shelf, lang: Lang, id: SessionId, now: i64) -> Result<EditPage, Fault> {
    let row: (i64, String, String, i64, i64, i64, Option<i64>) =
        sqlx::query_as("SELECT offer_id, day, wall, starts_at, capacity, taken, cancelled_at FROM sessions WHERE id = $1")
            .bind(id.0)
            .fetch_optional(conn)
            .await?
            .ok_or(Fault::NotFound)?;
    let (offer, day, wall, starts_at, capacity, taken, cancelled_at) = row;
    Ok(EditPage {
        session: id,
        title: shelf.offer(OfferId(offer))?.title.get(lang).to_owned(),
        day: Day::parse(&day).ok_or(Fault::TryAgain)?,
        wall,
        capacity,
        taken,
        over: starts_at <= now || cancelled_at.is_some(),
        intent: Keys::token(),
    })
}
