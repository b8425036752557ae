//! What goes back although nothing was cancelled, and why: because somebody did not come, or asked for their money back. What
//! nobody has begun to send can be kept after all.

use super::refunds::give_back;
use super::{Reason, charged, held};
use crate::base::{BookingId, Fault};
use crate::payments::Subject;
use crate::server::{Conn, Tx};

/// What payments hold beyond what is charged goes back, for this reason. Answers how much.
pub async fn give_back_for(tx: &mut Tx, subject: Subject, whose: BookingId, reason: Reason) -> Result<i64, Fault> {
    give_back(tx, subject, Some(whose), Some(reason)).await
}

/// Keeps after all what was to go back for somebody: what waits at the desk, and what is not yet due to be sent. What is due
/// may be on its way to its provider in this very second.
pub async fn withdraw(tx: &mut Tx, participant: i64) -> Result<(), Fault> {
    let now = tx.now();
    let kept: Vec<(i64, i64)> = sqlx::query_as(
        "UPDATE refunds SET state = 'withdrawn', withdrawn_at = $2
          WHERE participant_id = $1 AND state = 'requested' AND (by_hand = 1 OR (tries = 0 AND due_at > $3)) RETURNING payment_id, amount",
    )
    .bind(participant)
    .bind(now)
    .bind(now + CLOCKS)
    .fetch_all(tx.conn())
    .await?;
    for (payment, amount) in kept {
        sqlx::query("UPDATE payments SET refunded = refunded - $2 WHERE id = $1").bind(payment).bind(amount).execute(tx.conn()).await?;
    }
    Ok(())
}

/// By how much the clocks of two servers may differ, in seconds.
const CLOCKS: i64 = 60;

/// Whether nothing went back that is charged: what is owed was never paid then.
pub async fn is_even(conn: &mut Conn, subject: Subject) -> Result<bool, Fault> {
    let held = held(conn, subject).await?;
    let (left, paid): (i64, i64) = held.iter().fold((0, 0), |(left, paid), one| (left + one.left, paid + one.amount));
    Ok(left == paid || charged(conn, subject).await? <= left)
}
