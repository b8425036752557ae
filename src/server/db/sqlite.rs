//! SQLite: one file, many readers beside one writer.

use super::archive::ArchiveError;
use super::{OpenError, Pool, migrate, other_scheme};
use crate::server::Config;
use crate::server::live::{Live, Nudge};
use futures::future::BoxFuture;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection as _, Transaction};
use std::ops::{Deref, DerefMut};
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

pub type Db = sqlx::Sqlite;
pub type Conn = sqlx::SqliteConnection;
pub type Row = sqlx::sqlite::SqliteRow;

/// Whether this process is the only one that serves from the database.
pub const ALONE: bool = true;
/// Begins a transaction whose readings are all of one moment.
pub const MOMENT: &str = "BEGIN";
pub const DEFAULT_URL: &str = "sqlite:data/cabana.db";

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");
const TABLES: &str = "SELECT count(CASE WHEN name = '_sqlx_migrations' THEN 1 END), count(*) FROM sqlite_master WHERE type = 'table'";

const GIVE_THE_RIGHT: &str = "it, or its folder, is read-only; give this user the right to write there";

/// Readers and writers. Readers never wait for the writer (WAL); there is one connection that writes.
pub async fn open(config: &Config, create: bool) -> Result<(Pool, Pool), OpenError> {
    let address = &config.database_url;
    if !address.starts_with("sqlite:") {
        return Err(other_scheme(address, "SQLite"));
    }
    let options = SqliteConnectOptions::from_str(address).map_err(|error| OpenError::Address(error.to_string()))?;
    let file = options.get_filename().to_owned();
    let name = file.display().to_string();
    if !file.exists() {
        if !create {
            return Err(OpenError::Missing(name, "cabana import FOLDER".to_owned()));
        }
        let folder = folder(address);
        std::fs::create_dir_all(&folder).map_err(|error| OpenError::Folder(folder.display().to_string(), error))?;
    } else if file.is_dir() {
        return Err(OpenError::Foreign(name, "it is a folder".to_owned()));
    } else if std::fs::OpenOptions::new().write(true).open(&file).is_err() {
        return Err(OpenError::ReadOnly(name, GIVE_THE_RIGHT));
    }
    let options = options
        .create_if_missing(create)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(256)
        // In KiB, for each connection: the system's own cache holds the file once for all of them.
        .pragma("cache_size", "-1024")
        .pragma("temp_store", "memory");
    let describe = |error: sqlx::Error| describe(&name, &error);
    let writer =
        SqlitePoolOptions::new().max_connections(1).acquire_timeout(Duration::from_secs(10)).connect_with(options.clone()).await.map_err(describe)?;
    {
        let mut conn = writer.acquire().await.map_err(describe)?;
        conn.ping().await.map_err(describe)?;
        migrate(&mut conn, &MIGRATIONS, TABLES, &name).await?;
        // Whether it can be written is asked now, and not by the first guest: a schema that is up to date needs no write.
        let asked = conn.begin_with("BEGIN IMMEDIATE").await.map_err(describe)?;
        asked.rollback().await.map_err(describe)?;
    }
    let readers = SqlitePoolOptions::new()
        .min_connections(2)
        .max_connections(6)
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire(false)
        .connect_with(options.pragma("query_only", "1"))
        .await
        .map_err(describe)?;
    Ok((readers, writer))
}

/// A transaction that writes. What is dropped before it was committed is undone.
pub struct Turn(Transaction<'static, Db>);

/// Writers say so at the start, so that none of them fails half-way.
pub async fn begin(writer: &Pool) -> Result<Turn, sqlx::Error> {
    Ok(Turn(writer.begin_with("BEGIN IMMEDIATE").await?))
}

/// There is one writer: this is its turn.
pub async fn begin_apart(writer: &Pool) -> Result<Turn, sqlx::Error> {
    begin(writer).await
}

impl Turn {
    /// Commits. There is no other node to be told of it.
    pub async fn commit(self, _: &Live, _: &[Nudge], _: i64) -> Result<(), sqlx::Error> {
        self.0.commit().await
    }
}

impl Deref for Turn {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        &self.0
    }
}

impl DerefMut for Turn {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}

/// Where the secrets lie unless somebody says otherwise: beside the file.
pub fn folder(address: &str) -> PathBuf {
    let file = PathBuf::from(address.trim_start_matches("sqlite:").trim_start_matches("//"));
    match file.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Numbers given from now on follow those that were brought in; here they do so by themselves.
pub async fn count_on(_: &mut Conn, _: &str) -> Result<(), sqlx::Error> {
    Ok(())
}

/// A copy in a connection of its own, so that nobody waits for it.
pub async fn back_up(writers: &Pool, file: &str) -> Result<(), ArchiveError> {
    let mut own = Conn::connect_with(&writers.connect_options()).await?;
    sqlx::query("VACUUM INTO $1").bind(file).execute(&mut own).await?;
    Ok(own.close().await?)
}

pub async fn forget_nudges(_: &Pool, _: i64) -> Result<(), sqlx::Error> {
    Ok(())
}

/// There is no other node that could be at it.
pub async fn claim(_: &Pool, _: &str, _: i64, _: i64) -> Result<bool, sqlx::Error> {
    Ok(true)
}

pub async fn hear_others(_: &Pool, _: &Live, _: &CancellationToken) -> Result<BoxFuture<'static, ()>, sqlx::Error> {
    Ok(Box::pin(async {}))
}

pub fn describe(name: &str, error: &sqlx::Error) -> OpenError {
    let text = error.as_database_error().map_or_else(|| error.to_string(), |error| error.message().to_owned());
    let code = error.as_database_error().and_then(|error| error.code().map(|code| code.to_string()));
    // SQLite's primary result codes are the low byte: 5 busy, 6 locked, 8 read-only, 14 cannot open (the file is there,
    // so it is what SQLite keeps beside it that cannot be made).
    match code.and_then(|code| code.parse::<u32>().ok()).map(|code| code & 0xff) {
        Some(5 | 6) => OpenError::Locked(name.to_owned()),
        Some(8 | 14) => OpenError::ReadOnly(name.to_owned(), GIVE_THE_RIGHT),
        _ => OpenError::Foreign(name.to_owned(), text),
    }
}
