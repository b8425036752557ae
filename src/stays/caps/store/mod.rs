//! The SQL of caps. What somebody puts on the room's bill is counted in the transaction that puts it there, by one statement
//! that adds only what still fits; what is taken off is given back in the transaction that takes it off.

pub mod asks;
mod sums;

pub use sums::SUMS;

use super::rules::{Rule, fits};
use super::{Over, Spender};
use crate::base::{Day, Fault, GuestId, StayId};
use crate::people::login;
use crate::server::{Conn, Tx};
use sqlx::FromRow;

#[derive(FromRow)]
struct SpenderRow {
    id: i64,
    name: String,
    age: i64,
    lead: i64,
    set_by: Option<String>,
    cap: Option<i64>,
    spent: Option<i64>,
    own_slip: Option<String>,
}

impl SpenderRow {
    fn read(self, rule: Rule) -> Spender {
        let lead = self.lead == 1;
        Spender {
            guest: GuestId(self.id),
            adult: rule.is_adult(self.age, lead),
            cap: rule.cap(self.age, lead, self.set_by.map(|_| self.cap)),
            spent: self.spent.unwrap_or(0),
            own_slip: self.own_slip.map(|login| login::grouped(&login)).unwrap_or_default(),
            name: self.name,
            age: self.age,
            lead,
        }
    }
}

/// Everybody of a stay with what they may spend and have spent on a day, whom the room is billed to first.
pub async fn spenders(conn: &mut Conn, rule: Rule, stay: StayId, day: Day) -> Result<Vec<Spender>, sqlx::Error> {
    let rows: Vec<SpenderRow> = sqlx::query_as(
        "SELECT g.id, g.name, g.age, g.lead, c.set_by, c.amount AS cap, s.amount AS spent,
                (SELECT sl.login FROM slips sl WHERE sl.guest_id = g.id AND sl.guest_id IS NOT NULL AND sl.ended_at IS NULL) AS own_slip
           FROM guests g LEFT JOIN caps c ON c.guest_id = g.id LEFT JOIN spent s ON s.guest_id = g.id AND s.day = $2
          WHERE g.stay_id = $1 ORDER BY g.lead DESC, g.id",
    )
    .bind(stay.0)
    .bind(day.to_string())
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| row.read(rule)).collect())
}

/// One person of a stay; somebody of another stay is not found.
pub async fn spender(conn: &mut Conn, rule: Rule, stay: StayId, guest: GuestId, day: Day) -> Result<Spender, Fault> {
    spenders(conn, rule, stay, day).await?.into_iter().find(|one| one.guest == guest).ok_or(Fault::NotFound)
}

/// Whether somebody may put so much more on the room's bill today; otherwise what they still may, and whom to ask.
pub async fn over(conn: &mut Conn, rule: Rule, stay: StayId, guest: GuestId, day: Day, amount: i64) -> Result<Option<Over>, Fault> {
    if amount == 0 {
        return Ok(None);
    }
    let people = spenders(conn, rule, stay, day).await?;
    let me = people.iter().find(|one| one.guest == guest).ok_or(Fault::NotFound)?;
    if fits(me.cap, me.spent, amount) {
        return Ok(None);
    }
    let whom = people.iter().filter(|one| one.adult && one.guest != guest).map(|one| one.name.clone()).collect();
    Ok(Some(Over { left: me.left().unwrap_or(0), whom, asked: None }))
}

/// Says what somebody may spend in a day. Answers what it was; nothing when it was so already.
pub async fn set(tx: &mut Tx, rule: Rule, stay: StayId, guest: GuestId, day: Day, cap: Option<i64>, by: &str) -> Result<Option<Spender>, Fault> {
    let before = spender(tx.conn(), rule, stay, guest, day).await?;
    if before.cap == cap {
        return Ok(None);
    }
    write(tx, guest, cap, by).await?;
    Ok(Some(before))
}

/// What the front office says of somebody. Answers whether it is new.
pub async fn import(tx: &mut Tx, guest: GuestId, cap: Option<i64>) -> Result<bool, sqlx::Error> {
    let said: Option<Option<i64>> = sqlx::query_scalar("SELECT amount FROM caps WHERE guest_id = $1").bind(guest.0).fetch_optional(tx.conn()).await?;
    if said == Some(cap) {
        return Ok(false);
    }
    write(tx, guest, cap, "import").await?;
    Ok(true)
}

async fn write(tx: &mut Tx, guest: GuestId, cap: Option<i64>, by: &str) -> Result<(), sqlx::Error> {
    let now = tx.now();
    sqlx::query(
        "INSERT INTO caps (guest_id, amount, set_by, set_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (guest_id) DO UPDATE SET amount = excluded.amount, set_by = excluded.set_by, set_at = excluded.set_at",
    )
    .bind(guest.0)
    .bind(cap)
    .bind(by)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whose charge it is, and on which day it counts.
pub struct Charge<'a> {
    pub stay: StayId,
    pub guest: GuestId,
    /// `booking` or `order`, and its number.
    pub subject: (&'a str, i64),
    pub amount: i64,
    pub day: Day,
    /// Somebody who may has said yes, whatever is left.
    pub approved: bool,
}

/// Counts a charge that stands on the room's bill. False when it is more than the person may spend: then the transaction
/// must not be committed.
pub async fn count(tx: &mut Tx, rule: Rule, charge: &Charge<'_>) -> Result<bool, Fault> {
    if charge.amount == 0 {
        return Ok(true);
    }
    let cap = if charge.approved { None } else { spender(tx.conn(), rule, charge.stay, charge.guest, charge.day).await?.cap };
    sqlx::query("INSERT INTO spent (guest_id, day, amount) VALUES ($1, $2, 0) ON CONFLICT (guest_id, day) DO NOTHING")
        .bind(charge.guest.0)
        .bind(charge.day.to_string())
        .execute(tx.conn())
        .await?;
    let counted = sqlx::query("UPDATE spent SET amount = amount + $3 WHERE guest_id = $1 AND day = $2 AND amount + $3 <= $4")
        .bind(charge.guest.0)
        .bind(charge.day.to_string())
        .bind(charge.amount)
        .bind(cap.unwrap_or(i64::MAX))
        .execute(tx.conn())
        .await?;
    if counted.rows_affected() == 1 {
        name(tx, charge.subject, Some(charge.guest), Some(charge.day)).await?;
        return Ok(true);
    }
    Ok(false)
}

/// Writes onto a charge who put it on the room's bill, and on which day it counts.
pub async fn name(tx: &mut Tx, (kind, id): (&str, i64), guest: Option<GuestId>, day: Option<Day>) -> Result<(), Fault> {
    sqlx::query("UPDATE folio_lines SET guest_id = $3, spent_on = $4 WHERE subject = $1 AND subject_id = $2 AND kind = 'charge'")
        .bind(kind)
        .bind(id)
        .bind(guest.map(|guest| guest.0))
        .bind(day.map(|day| day.to_string()))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Gives back what a reversal takes off the bill: to whoever put it there, for the day on which it counted. `root` is where
/// the charge stands, `id` where the reversal does.
pub async fn give_back(tx: &mut Tx, kind: &str, root: i64, id: i64) -> Result<(), Fault> {
    let charged: Option<(Option<i64>, Option<String>)> =
        sqlx::query_as("SELECT guest_id, spent_on FROM folio_lines WHERE subject = $1 AND subject_id = $2 AND kind = 'charge'")
            .bind(kind)
            .bind(root)
            .fetch_optional(tx.conn())
            .await?;
    let Some((Some(guest), day)) = charged else { return Ok(()) };
    let back: Option<i64> = sqlx::query_scalar(
        "UPDATE folio_lines SET guest_id = $3, spent_on = $4
          WHERE subject = $1 AND subject_id = $2 AND kind = 'reversal' AND guest_id IS NULL RETURNING amount",
    )
    .bind(kind)
    .bind(id)
    .bind(guest)
    .bind(&day)
    .fetch_optional(tx.conn())
    .await?;
    if let (Some(back), Some(day)) = (back, day) {
        sqlx::query("UPDATE spent SET amount = amount + $3 WHERE guest_id = $1 AND day = $2")
            .bind(guest)
            .bind(day)
            .bind(back)
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}
