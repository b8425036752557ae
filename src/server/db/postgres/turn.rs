//! A writer's turn: a transaction that waits for the writers before it. It begins with one message to the database and ends
//! with one: each is a way there and back, and a turn keeps all other writers waiting.

use super::{CHANNEL, Conn, Db, Pool, WRITERS, message, name_of};
use crate::server::live::{Live, Nudge};
use sqlx::pool::PoolConnection;
use sqlx::{AssertSqlSafe, Executor as _, raw_sql};
use std::ops::{Deref, DerefMut};
use tokio::runtime::Handle;

/// What is dropped before it was committed is undone.
pub struct Turn {
    /// Nothing once it was committed.
    conn: Option<PoolConnection<Db>>,
}

/// The isolation is named here and not left to the database's settings.
const BEGIN: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";

/// Waits until everything that was committed before is on the disk: a word in the log that nobody reads, committed as the
/// database's settings say. Nobody is answered before that; but the turn has ended, so the writers who come next do their work
/// while the disk does its, and one writing of the disk serves all who wait for it.
const ON_DISK: &str = "SELECT pg_logical_emit_message(true, 'cabana', '')";

/// Writers take turns by one lock that ends with the transaction. Each statement after it sees what the writer before
/// has committed.
pub async fn begin(writers: &Pool) -> Result<Turn, sqlx::Error> {
    opened(writers, format!("{BEGIN}; SELECT pg_advisory_xact_lock({WRITERS})")).await
}

/// Begins without waiting for the other writers, who may commit beside it.
pub async fn begin_apart(writers: &Pool) -> Result<Turn, sqlx::Error> {
    opened(writers, BEGIN.to_owned()).await
}

async fn opened(writers: &Pool, words: String) -> Result<Turn, sqlx::Error> {
    // It is a turn before the first word was said: what fails half-way, or is dropped while it waits, is undone too.
    let mut turn = Turn { conn: Some(writers.acquire().await?) };
    raw_sql(AssertSqlSafe(words)).execute(&mut *turn).await?;
    Ok(turn)
}

impl Turn {
    /// Commits, and puts nudges for the pages that are open on other nodes into the outbox, with what they tell of: nobody
    /// hears of what was undone, and nothing depends on the call that wakes the others. Writers take turns, so the numbers
    /// rise in the order in which others may read them.
    pub async fn commit(mut self, live: &Live, nudges: &[Nudge], now: i64) -> Result<(), sqlx::Error> {
        let words = if nudges.is_empty() {
            "COMMIT".to_owned()
        } else {
            // Names of nodes and what nudges say are numbers, days and our own words: nothing in them ends a text.
            let (node, said) = (name_of(live), message(nudges));
            format!(
                "WITH said AS (INSERT INTO outbox (node, nudges, at) VALUES ('{node}', '{said}', {now}) RETURNING id)
                 SELECT pg_notify('{CHANNEL}', '{node}') FROM said; SET LOCAL synchronous_commit = off; COMMIT; {ON_DISK}"
            )
        };
        raw_sql(AssertSqlSafe(words)).execute(&mut *self).await?;
        self.conn = None;
        Ok(())
    }
}

#[allow(clippy::expect_used, reason = "it is taken away only by what consumes the turn")]
impl Deref for Turn {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        self.conn.as_ref().expect("it is there until it is committed")
    }
}

#[allow(clippy::expect_used, reason = "as above")]
impl DerefMut for Turn {
    fn deref_mut(&mut self) -> &mut Conn {
        self.conn.as_mut().expect("it is there until it is committed")
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Some(mut conn) = self.conn.take() else { return };
        match Handle::try_current() {
            Ok(runtime) => {
                runtime.spawn(async move {
                    // A connection that cannot even do this is not used again.
                    if conn.execute("ROLLBACK").await.is_err() {
                        drop(conn.detach());
                    }
                });
            }
            // Nobody is left to say it: the database undoes what was not committed when the connection ends.
            Err(_) => drop(conn.detach()),
        }
    }
}
