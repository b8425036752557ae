//! The database: many readers, one writer at a time, and a transaction that knows what time it is.
//!
//! SQL is text with `$1` that SQLite and PostgreSQL both understand and lives in the features' `store.rs`.

use super::live::{Live, Nudge};
use super::{Config, WallClock};
use crate::base::Fault;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection as _, Transaction};
use std::str::FromStr;
use std::time::Duration;

pub type Db = sqlx::Sqlite;
pub type Pool = sqlx::Pool<Db>;
pub type Conn = sqlx::SqliteConnection;
pub type Row = sqlx::sqlite::SqliteRow;

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

/// Readers never wait for the writer (WAL); writers queue for one connection and say so at the start
/// (BEGIN IMMEDIATE), so that none of them fails half-way.
#[derive(Clone)]
pub struct Database {
    readers: Pool,
    writer: Pool,
}

/// Why the database could not be opened, in words for the person who starts the server.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("DATABASE_URL is not understood: {0}. It looks like sqlite:data/cabana.db")]
    Address(String),
    #[error("the folder {0} cannot be made: {1}; DATABASE_URL says where the database lies")]
    Folder(String, std::io::Error),
    #[error("the database {0} does not exist; `cabana import FOLDER` makes one")]
    Missing(String),
    #[error("the database {0} cannot be written: it, or its folder, is read-only; give this user the right to write there")]
    ReadOnly(String),
    #[error("the database {0} is locked by another program; stop that one first")]
    Locked(String),
    #[error("the database {0} is from a newer version of Cabana; start that version, or restore a back-up")]
    Newer(String),
    #[error("{0} is not a database of Cabana ({1}); DATABASE_URL says which file to use")]
    Foreign(String, String),
}

impl Database {
    /// Opens the database and brings its schema up to date. With `create` a missing file is made.
    pub async fn open(config: &Config, create: bool) -> Result<Database, OpenError> {
        let address = config.database_url.clone();
        if !address.starts_with("sqlite:") {
            return Err(OpenError::Address(address));
        }
        let options = SqliteConnectOptions::from_str(&address).map_err(|error| OpenError::Address(error.to_string()))?;
        let file = options.get_filename().to_owned();
        let name = file.display().to_string();
        if !file.exists() {
            if !create {
                return Err(OpenError::Missing(name));
            }
            let folder = config.folder();
            std::fs::create_dir_all(&folder).map_err(|error| OpenError::Folder(folder.display().to_string(), error))?;
        } else if file.is_dir() {
            return Err(OpenError::Foreign(name, "it is a folder".to_owned()));
        } else if std::fs::OpenOptions::new().write(true).open(&file).is_err() {
            return Err(OpenError::ReadOnly(name));
        }
        let options = options
            .create_if_missing(create)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5))
            .statement_cache_capacity(256)
            .pragma("cache_size", "-16000")
            .pragma("temp_store", "memory");
        let describe = |error: sqlx::Error| describe(&name, &error);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(Duration::from_secs(10))
            .connect_with(options.clone())
            .await
            .map_err(describe)?;
        migrate(&writer, &name).await?;
        let readers = SqlitePoolOptions::new()
            .min_connections(2)
            .max_connections(6)
            .acquire_timeout(Duration::from_secs(10))
            .test_before_acquire(false)
            .connect_with(options.pragma("query_only", "1"))
            .await
            .map_err(describe)?;
        Ok(Database { readers, writer })
    }

    /// Begins a transaction that will write.
    pub async fn begin(&self, clock: &WallClock, live: &Live) -> Result<Tx, Fault> {
        let inner = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        Ok(Tx { inner, now: clock.now(), live: live.clone(), nudges: Vec::new() })
    }

    /// For queries that only read.
    pub fn readers(&self) -> &Pool {
        &self.readers
    }

    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

async fn migrate(pool: &Pool, name: &str) -> Result<(), OpenError> {
    let mut conn = pool.acquire().await.map_err(|error| describe(name, &error))?;
    conn.ping().await.map_err(|error| describe(name, &error))?;
    // Another program's tables are left alone.
    let (ours, all): (i64, i64) =
        sqlx::query_as("SELECT coalesce(sum(name = '_sqlx_migrations'), 0), count(*) FROM sqlite_master WHERE type = 'table'")
            .fetch_one(&mut *conn)
            .await
            .map_err(|error| describe(name, &error))?;
    if ours == 0 && all > 0 {
        return Err(OpenError::Foreign(name.to_owned(), "it holds another program's tables".to_owned()));
    }
    MIGRATIONS.run(&mut *conn).await.map_err(|error| match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => OpenError::Newer(name.to_owned()),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => describe(name, &error),
        other => OpenError::Foreign(name.to_owned(), other.to_string()),
    })?;
    // Whether it can be written is asked now, and not by the first guest: a schema that is up to date needs no write.
    let asked = conn.begin_with("BEGIN IMMEDIATE").await.map_err(|error| describe(name, &error))?;
    asked.rollback().await.map_err(|error| describe(name, &error))
}

fn describe(name: &str, error: &sqlx::Error) -> OpenError {
    let text = error.as_database_error().map_or_else(|| error.to_string(), |error| error.message().to_owned());
    let code = error.as_database_error().and_then(|error| error.code().map(|code| code.to_string()));
    // SQLite's primary result codes are the low byte: 5 busy, 6 locked, 8 read-only, 14 cannot open (the file is there,
    // so it is what SQLite keeps beside it that cannot be made).
    match code.and_then(|code| code.parse::<u32>().ok()).map(|code| code & 0xff) {
        Some(5 | 6) => OpenError::Locked(name.to_owned()),
        Some(8 | 14) => OpenError::ReadOnly(name.to_owned()),
        _ => OpenError::Foreign(name.to_owned(), text),
    }
}

/// A transaction that writes, with the instant it began and the phones to wake when it is done. Dropping it undoes
/// everything.
pub struct Tx {
    inner: Transaction<'static, Db>,
    now: i64,
    live: Live,
    nudges: Vec<Nudge>,
}

impl Tx {
    /// Seconds since 1970-01-01 UTC at which this transaction began; the one "now" of everything in it.
    pub fn now(&self) -> i64 {
        self.now
    }

    pub fn conn(&mut self) -> &mut Conn {
        &mut self.inner
    }

    /// Wakes somebody's open pages once the transaction has been committed.
    pub fn nudge(&mut self, nudge: Nudge) {
        if !self.nudges.contains(&nudge) {
            self.nudges.push(nudge);
        }
    }

    pub async fn commit(self) -> Result<(), Fault> {
        self.inner.commit().await?;
        self.live.committed();
        for nudge in self.nudges {
            self.live.send(nudge);
        }
        Ok(())
    }
}
