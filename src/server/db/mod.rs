//! The database: many readers, writers one after the other, and a transaction that knows what time it is.
//!
//! SQL is text with `$1` that SQLite and PostgreSQL both understand and lives in the features' `store.rs`. What differs
//! between the two (types, opening, beginning, telling other nodes) is in `sqlite.rs` and `postgres.rs`; a build has
//! exactly one of them. `archive.rs` carries everything from one to the other.

pub mod archive;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "sqlite")]
mod sqlite;

#[cfg(feature = "postgres")]
use postgres as dialect;
#[cfg(all(feature = "sqlite", not(feature = "postgres")))]
use sqlite as dialect;

#[cfg(all(feature = "sqlite", feature = "postgres"))]
compile_error!("one database at a time: for PostgreSQL build with --no-default-features --features ssr,postgres");
#[cfg(not(any(feature = "sqlite", feature = "postgres")))]
compile_error!("which database? Build with the feature sqlite or postgres beside ssr");

use super::live::{Live, Nudge};
use super::{Config, WallClock};
use crate::base::Fault;
use archive::ArchiveError;
use futures::future::BoxFuture;
use sqlx::Transaction;
use sqlx::migrate::{MigrateError, Migrator};
use tokio_util::sync::CancellationToken;

use dialect::Turn;
pub use dialect::{ALONE, Conn, Db, Row};
pub(super) use dialect::{DEFAULT_URL, folder as folder_of};
pub type Pool = sqlx::Pool<Db>;

/// Readers never wait for a writer; writers queue at the start of their transaction, so that none of them fails
/// half-way.
#[derive(Clone)]
pub struct Database {
    readers: Pool,
    writers: Pool,
}

/// Why the database could not be opened, in words for the person who starts the server.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("DATABASE_URL is not understood: {0}. It looks like {url}", url = DEFAULT_URL)]
    Address(String),
    #[error("the folder {0} cannot be made: {1}; DATABASE_URL says where the database lies")]
    Folder(String, std::io::Error),
    #[error("the database {0} does not exist; `{1}` makes one")]
    Missing(String, String),
    #[error("the database {0} cannot be reached: {1}; is it running, and is the address in DATABASE_URL right?")]
    Unreachable(String, String),
    #[error("the database {0} does not let us in: {1}; DATABASE_URL says which user and password to use")]
    Refused(String, String),
    #[error("the database {0} cannot be written: {1}")]
    ReadOnly(String, &'static str),
    #[error("the database {0} is locked by another program; stop that one first")]
    Locked(String),
    #[error("the database {0} is from a newer version of Cabana; start that version, or restore a back-up")]
    Newer(String),
    #[error("{0} is not a database of Cabana ({1}); DATABASE_URL says which one to use")]
    Foreign(String, String),
}

impl Database {
    /// Opens the database and brings its schema up to date. With `create` one is made where that is ours to do.
    pub async fn open(config: &Config, create: bool) -> Result<Database, OpenError> {
        let (readers, writers) = dialect::open(config, create).await?;
        Ok(Database { readers, writers })
    }

    /// Begins a transaction that will write.
    pub async fn begin(&self, clock: &WallClock, live: &Live) -> Result<Tx, Fault> {
        let turn = dialect::begin(&self.writers).await?;
        Ok(Tx { turn, now: clock.now(), live: live.clone(), nudges: Vec::new(), in_turn: true })
    }

    /// Begins a transaction that writes without waiting for its turn. For rows that nobody counts: what it changes must be
    /// right whatever others write meanwhile, and wakes nobody. With SQLite there is one writer anyhow.
    pub async fn begin_apart(&self, clock: &WallClock, live: &Live) -> Result<Tx, Fault> {
        let turn = dialect::begin_apart(&self.writers).await?;
        Ok(Tx { turn, now: clock.now(), live: live.clone(), nudges: Vec::new(), in_turn: false })
    }

    /// For queries that only read.
    pub fn readers(&self) -> &Pool {
        &self.readers
    }

    /// Begins a transaction that only reads, all of it as of one moment.
    pub async fn moment(&self) -> Result<Transaction<'static, Db>, sqlx::Error> {
        self.readers.begin_with(dialect::MOMENT).await
    }

    /// Whether an errand is this node's until `free_at`: of several nodes that ask at once one is told so, and another only
    /// when that time has come, should this one have died meanwhile. With SQLite there is no other.
    pub async fn claim(&self, errand: &str, now: i64, free_at: i64) -> Result<bool, sqlx::Error> {
        dialect::claim(&self.writers, errand, now, free_at).await
    }

    /// Drops what was said to other nodes some minutes ago.
    pub async fn forget_nudges(&self, now: i64) -> Result<(), sqlx::Error> {
        dialect::forget_nudges(&self.writers, now).await
    }

    /// Listens to other nodes. The future wakes this node's open pages when another one has written, until told to stop;
    /// with SQLite there is no other.
    pub async fn hear_others(&self, live: &Live, stopping: &CancellationToken) -> Result<BoxFuture<'static, ()>, sqlx::Error> {
        dialect::hear_others(&self.readers, live, stopping).await
    }

    /// Writes a copy to a file that is not there yet, whole and as of one moment, while others read and write.
    pub async fn back_up(&self, file: &str) -> Result<(), ArchiveError> {
        dialect::back_up(&self.writers, file).await
    }

    pub async fn close(&self) {
        self.readers.close().await;
        self.writers.close().await;
    }
}

/// Another program's tables are left alone; ours are brought up to date. `tables` counts those of sqlx and all.
async fn migrate(conn: &mut Conn, migrations: &Migrator, tables: &'static str, name: &str) -> Result<(), OpenError> {
    let (ours, all): (i64, i64) = sqlx::query_as(tables).fetch_one(&mut *conn).await.map_err(|error| dialect::describe(name, &error))?;
    if ours == 0 && all > 0 {
        return Err(OpenError::Foreign(name.to_owned(), "it holds another program's tables".to_owned()));
    }
    migrations.run(conn).await.map_err(|error| match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => OpenError::Newer(name.to_owned()),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => dialect::describe(name, &error),
        other => OpenError::Foreign(name.to_owned(), other.to_string()),
    })
}

/// The scheme of an address that is not for this build, in words that repeat no password.
fn other_scheme(address: &str, ours: &str) -> OpenError {
    let scheme = address.split_once(':').map_or("nothing that names a database", |(scheme, _)| scheme);
    OpenError::Address(format!("it begins with {scheme}, and this Cabana was built for {ours}"))
}

/// A transaction that writes, with the instant it began and the phones to wake when it is done. Dropping it undoes
/// everything.
pub struct Tx {
    turn: Turn,
    now: i64,
    live: Live,
    nudges: Vec<Nudge>,
    /// Whether other writers wait for this one: what other nodes are told is numbered by turns.
    in_turn: bool,
}

impl Tx {
    /// Seconds since 1970-01-01 UTC at which this transaction began; the one "now" of everything in it.
    pub fn now(&self) -> i64 {
        self.now
    }

    pub fn conn(&mut self) -> &mut Conn {
        &mut self.turn
    }

    /// Marks a point to which what follows can be undone, up to [`Tx::keep_mark`].
    pub async fn mark(&mut self) -> Result<(), Fault> {
        sqlx::query("SAVEPOINT mark").execute(self.conn()).await?;
        Ok(())
    }

    /// What was written since the mark stays.
    pub async fn keep_mark(&mut self) -> Result<(), Fault> {
        sqlx::query("RELEASE SAVEPOINT mark").execute(self.conn()).await?;
        Ok(())
    }

    /// Undoes what was written since the mark.
    pub async fn back_to_mark(&mut self) -> Result<(), Fault> {
        sqlx::query("ROLLBACK TO SAVEPOINT mark").execute(self.conn()).await?;
        self.keep_mark().await
    }

    /// Wakes somebody's open pages once the transaction has been committed.
    pub fn nudge(&mut self, nudge: Nudge) {
        debug_assert!(self.in_turn, "what wakes somebody takes its turn");
        if !self.nudges.contains(&nudge) {
            self.nudges.push(nudge);
        }
    }

    pub async fn commit(self) -> Result<(), Fault> {
        self.turn.commit(&self.live, &self.nudges, self.now).await?;
        self.live.committed();
        for nudge in self.nudges {
            self.live.send(nudge);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    /// The lines of every migration of a database, without triggers, remarks and what PostgreSQL says differently.
    fn migrations(database: &str) -> BTreeMap<String, Vec<String>> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(database);
        let lines = |text: String| {
            text.replace(" COLLATE \"C\"", "")
                .replace("BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY", "INTEGER PRIMARY KEY")
                .replace("BYTEA", "BLOB")
                .lines()
                .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
                .filter(|line| {
                    !line.is_empty() && !["--", "CREATE TRIGGER", "CREATE FUNCTION", "SELECT setval"].iter().any(|start| line.starts_with(start))
                })
                .collect()
        };
        let files = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{database}: {error}")).flatten();
        files
            .map(|file| {
                let text = std::fs::read_to_string(file.path()).unwrap_or_else(|error| panic!("{error}"));
                (file.file_name().to_string_lossy().into_owned(), lines(text))
            })
            .collect()
    }

    #[test]
    fn both_databases_have_the_same_tables() {
        assert_eq!(migrations("sqlite"), migrations("postgres"));
    }
}
