//! What providers call about: kept before anything is done, and heeded once.

use crate::base::Fault;
use crate::server::{Conn, Tx};

/// A provider has called. For what it has called for before, it is open again until something was done: a call of a provider
/// that gives them no number may be about something new.
pub async fn keep_event(tx: &mut Tx, provider: &str, event: &str, reference: &str) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query(
        "INSERT INTO provider_events (provider, event, reference, received_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (provider, event) DO UPDATE SET done_at = NULL",
    )
    .bind(provider)
    .bind(event)
    .bind(reference)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Calls that nothing has been done about: provider, event and payment.
pub async fn open_events(conn: &mut Conn) -> Result<Vec<(String, String, String)>, Fault> {
    let open = "SELECT provider, event, reference FROM provider_events WHERE done_at IS NULL ORDER BY received_at, id LIMIT 100";
    Ok(sqlx::query_as(open).fetch_all(conn).await?)
}

/// How long a call about a payment that nobody knows is kept open, in seconds: it may come before the provider has told us
/// the name it has for the payment.
const MAYBE_EARLY: i64 = 600;

/// Something was done about a call; `known` when its payment is ours.
pub async fn event_is_done(tx: &mut Tx, provider: &str, event: &str, known: bool) -> Result<(), Fault> {
    let now = tx.now();
    let before = if known { now } else { now - MAYBE_EARLY };
    sqlx::query("UPDATE provider_events SET done_at = $3 WHERE provider = $1 AND event = $2 AND done_at IS NULL AND received_at <= $4")
        .bind(provider)
        .bind(event)
        .bind(now)
        .bind(before)
        .execute(tx.conn())
        .await?;
    Ok(())
}
