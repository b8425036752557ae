//! The database under the server, and a bare copy of it for the floor. A build has one of the two kinds.

use sqlx::pool::PoolOptions;
use std::path::Path;
use std::time::Duration;

pub use dialect::{BEGIN, DAY, Db};
pub type Pool = sqlx::Pool<Db>;

pub struct Database {
    /// Of the server's.
    pub url: String,
    bare: String,
}

impl Database {
    /// Where a fresh one is, or will be made by the first import.
    pub async fn fresh(folder: &Path) -> Database {
        dialect::fresh(folder).await
    }

    /// Copies what was imported, before the server opens it.
    pub async fn copied(&self) {
        dialect::copy(&self.url, &self.bare).await;
    }

    /// The server's own, from beside.
    pub async fn open(&self) -> Pool {
        PoolOptions::new().max_connections(1).connect_with(dialect::options(&self.url)).await.unwrap()
    }

    /// The copy, with the server's settings.
    pub async fn bare(&self) -> Pool {
        let pool = PoolOptions::new().max_connections(dialect::WRITERS).acquire_timeout(Duration::from_secs(30));
        pool.connect_with(dialect::options(&self.bare)).await.unwrap()
    }

    pub async fn size_mb(&self) -> f64 {
        let bytes: i64 = sqlx::query_scalar(dialect::SIZE).fetch_one(&self.open().await).await.unwrap();
        bytes as f64 / 1_048_576.0
    }
}

#[cfg(not(feature = "postgres"))]
mod dialect {
    use super::{Database, Duration, Path, PoolOptions};
    use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};

    pub type Db = sqlx::Sqlite;
    pub const BEGIN: &str = "BEGIN IMMEDIATE";
    /// One, as the product has.
    pub const WRITERS: u32 = 1;
    /// The day of `starts_at`, where the resort is.
    pub const DAY: &str = "date(starts_at, 'unixepoch', '+2 hours')";
    pub const SIZE: &str = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";

    pub async fn fresh(folder: &Path) -> Database {
        let url = |name: &str| format!("sqlite:{}", folder.join(name).display());
        Database { url: url("cabana.db"), bare: url("bare.db") }
    }

    pub fn options(url: &str) -> SqliteConnectOptions {
        SqliteConnectOptions::new()
            .filename(url.trim_start_matches("sqlite:"))
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(10))
    }

    pub async fn copy(from: &str, to: &str) {
        let source = PoolOptions::new().max_connections(1).connect_with(options(from)).await.unwrap();
        sqlx::query("VACUUM INTO $1").bind(to.trim_start_matches("sqlite:")).execute(&source).await.unwrap();
        source.close().await;
    }
}

#[cfg(feature = "postgres")]
mod dialect {
    use super::{Database, Path};
    use sqlx::Connection as _;
    use sqlx::postgres::{PgConnectOptions, PgConnection};

    pub type Db = sqlx::Postgres;
    pub const BEGIN: &str = "BEGIN";
    pub const WRITERS: u32 = 8;
    /// The day of `starts_at`, where the resort is.
    pub const DAY: &str = "to_char(to_timestamp(starts_at + 7200) AT TIME ZONE 'UTC', 'YYYY-MM-DD')";
    pub const SIZE: &str = "SELECT pg_database_size(current_database())";

    fn cluster() -> String {
        std::env::var("CABANA_CLUSTER").expect("CABANA_CLUSTER is the address of a cluster, as tests/cluster gives it")
    }

    async fn say(text: String) {
        let mut conn = PgConnection::connect(&cluster()).await.unwrap();
        sqlx::raw_sql(sqlx::AssertSqlSafe(text)).execute(&mut conn).await.unwrap();
    }

    pub async fn fresh(_: &Path) -> Database {
        let url = |name: &str| cluster().replace("/postgres?", &format!("/{name}?"));
        say("CREATE DATABASE bench".to_owned()).await;
        Database { url: url("bench"), bare: url("bare") }
    }

    pub fn options(url: &str) -> PgConnectOptions {
        url.parse().unwrap()
    }

    pub async fn copy(_: &str, _: &str) {
        say("CREATE DATABASE bare TEMPLATE bench".to_owned()).await;
    }
}
