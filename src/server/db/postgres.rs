//! PostgreSQL: for a resort that outgrew one machine. Several nodes may serve from one database.

mod turn;

pub use turn::{Turn, begin, begin_apart};

use super::archive::ArchiveError;
use super::{OpenError, Pool, migrate, other_scheme};
use crate::base::{Day, StayId};
use crate::server::Config;
use crate::server::live::{Live, Nudge};
use futures::future::BoxFuture;
use sqlx::Connection as _;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgListener, PgPoolOptions};
use std::convert::Infallible;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::{Duration, Instant};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

pub type Db = sqlx::Postgres;
pub type Conn = PgConnection;
pub type Row = sqlx::postgres::PgRow;

/// Whether this process is the only one that serves from the database.
pub const ALONE: bool = false;
/// Begins a transaction whose readings are all of one moment.
pub const MOMENT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
pub const DEFAULT_URL: &str = "postgres://cabana@localhost/cabana";

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");
const TABLES: &str = "SELECT count(CASE WHEN table_name = '_sqlx_migrations' THEN 1 END), count(*)
       FROM information_schema.tables WHERE table_schema = current_schema()";

/// The lock that every writer takes. Any number; it is the database's own and no other program's.
const WRITERS: i64 = 0x0000_6361_6261_6e61;
/// The channel on which nodes wake each other.
const CHANNEL: &str = "cabana_nudges";
/// How long what was put into the outbox stays there.
const KEPT: Duration = Duration::from_secs(600);
/// How long a connection may be unused before it is asked whether it is still there.
const TRUSTED: Duration = Duration::from_secs(2);
/// How long nobody may have said anything before the outbox is looked into all the same.
const SILENCE: Duration = Duration::from_secs(20);
/// How long we wait for an answer when opening.
const PATIENCE: Duration = Duration::from_secs(10);

/// Readers and writers.
pub async fn open(config: &Config, _create: bool) -> Result<(Pool, Pool), OpenError> {
    let address = &config.database_url;
    if !["postgres:", "postgresql:"].iter().any(|scheme| address.starts_with(scheme)) {
        return Err(other_scheme(address, "PostgreSQL"));
    }
    let options = PgConnectOptions::from_str(address).map_err(|error| OpenError::Address(error.to_string()))?;
    let options = options.statement_cache_capacity(256).application_name("cabana");
    let name = name(&options);
    let describe = |error: sqlx::Error| describe(&name, &error);
    // A pool would try again until its time is up; one connection says at once what is wrong.
    let first = timeout(PATIENCE, PgConnection::connect_with(&options)).await;
    let mut first = first.map_err(|_| OpenError::Unreachable(name.clone(), "nobody answers".to_owned()))?.map_err(describe)?;
    let standby: bool = sqlx::query_scalar("SELECT pg_is_in_recovery()").fetch_one(&mut first).await.map_err(describe)?;
    if standby {
        return Err(OpenError::ReadOnly(name, STANDBY));
    }
    migrate(&mut first, &MIGRATIONS, TABLES, &name).await?;
    let settings = settings(&mut first).await.map_err(describe)?;
    first.close().await.map_err(describe)?;
    let options = options.options(settings);
    // A node that stopped answering in the middle of a transaction must not hold the others up for ever.
    let writing = options.clone().options([("lock_timeout", "10s"), ("idle_in_transaction_session_timeout", "30s")]);
    let writers = pool().max_connections(8).connect_with(writing).await.map_err(describe)?;
    let reading = options.options([("default_transaction_read_only", "on")]);
    let readers = pool().min_connections(2).max_connections(12).connect_with(reading).await.map_err(describe)?;
    Ok((readers, writers))
}

/// Our statements ask for rows by their keys: planning them anew each time finds the same plan. What was sold is a text of
/// some thousand letters, which LZ4 packs in a fraction of the time; a server built without it does as it always has.
async fn settings(conn: &mut Conn) -> Result<Vec<(&'static str, &'static str)>, sqlx::Error> {
    let mut settings = vec![("plan_cache_mode", "force_generic_plan")];
    let known = "SELECT count(*) FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)";
    if sqlx::query_scalar::<_, i64>(known).fetch_one(conn).await? > 0 {
        settings.push(("default_toast_compression", "lz4"));
    }
    Ok(settings)
}

fn pool() -> PgPoolOptions {
    PgPoolOptions::new().acquire_timeout(PATIENCE).test_before_acquire(false).before_acquire(|conn, known| {
        Box::pin(async move {
            if known.idle_for > TRUSTED {
                conn.ping().await?;
            }
            Ok(true)
        })
    })
}

/// Where the secrets lie unless somebody says otherwise.
pub fn folder(_: &str) -> PathBuf {
    PathBuf::from("data")
}

/// Numbers given from now on follow those that were brought in.
pub async fn count_on(conn: &mut Conn, table: &str) -> Result<(), sqlx::Error> {
    let numbered = "SELECT count(*) FROM information_schema.columns
                     WHERE table_schema = current_schema() AND table_name = $1 AND column_name = 'id' AND is_identity = 'YES'";
    let numbered: i64 = sqlx::query_scalar(numbered).bind(table).fetch_one(&mut *conn).await?;
    if numbered > 0 {
        let follow = format!("SELECT setval(pg_get_serial_sequence($1, 'id'), max(id)) FROM {table}");
        sqlx::query(sqlx::AssertSqlSafe(follow)).bind(table).execute(conn).await?;
    }
    Ok(())
}

/// PostgreSQL has its own means, which also bring back any moment in between.
pub async fn back_up(_: &Pool, _: &str) -> Result<(), ArchiveError> {
    Err(ArchiveError::Elsewhere("pg_dump"))
}

/// Drops what every node has read long since.
pub async fn forget_nudges(writers: &Pool, now: i64) -> Result<(), sqlx::Error> {
    let kept = i64::try_from(KEPT.as_secs()).unwrap_or(i64::MAX);
    sqlx::query("DELETE FROM outbox WHERE at < $1").bind(now.saturating_sub(kept)).execute(writers).await?;
    Ok(())
}

/// Takes an errand on when it is free; a row that another node is just taking on is left to it.
pub async fn claim(writers: &Pool, errand: &str, now: i64, free_at: i64) -> Result<bool, sqlx::Error> {
    sqlx::query("INSERT INTO errands (name, free_at) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
        .bind(errand)
        .bind(i64::MIN)
        .execute(writers)
        .await?;
    let claimed = sqlx::query(
        "UPDATE errands SET free_at = $3
          WHERE name = (SELECT name FROM errands WHERE name = $1 AND free_at <= $2 FOR UPDATE SKIP LOCKED)",
    );
    Ok(claimed.bind(errand).bind(now).bind(free_at).execute(writers).await?.rows_affected() == 1)
}

fn name_of(live: &Live) -> String {
    format!("{:x}", live.node())
}

fn message(nudges: &[Nudge]) -> String {
    let words = nudges.iter().map(|nudge| match nudge {
        Nudge::Desk => "desk".to_owned(),
        Nudge::Stay(stay) => stay.0.to_string(),
        Nudge::Places(day) => day.to_string(),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn pass_on(message: &str, live: &Live) {
    for word in message.split(' ') {
        match (word, word.parse(), Day::parse(word)) {
            ("desk", ..) => live.send(Nudge::Desk),
            (_, Ok(stay), _) => live.send(Nudge::Stay(StayId(stay))),
            (_, _, Some(day)) => live.send(Nudge::Places(day)),
            _ => {}
        }
    }
}

/// Listens to other nodes; the future passes on what they put into the outbox, until told to stop.
pub async fn hear_others(readers: &Pool, live: &Live, stopping: &CancellationToken) -> Result<BoxFuture<'static, ()>, sqlx::Error> {
    let own = PgPoolOptions::new().max_connections(1).max_lifetime(None).idle_timeout(None).acquire_timeout(PATIENCE);
    let own = own.connect_lazy_with((*readers.connect_options()).clone());
    let mut listener = Some(listen(&own).await?);
    let last = newest(readers).await?;
    let mut outbox = Outbox { readers: readers.clone(), live: live.clone(), name: name_of(live), last, read: Instant::now() };
    let stopping = stopping.clone();
    Ok(Box::pin(async move {
        loop {
            let heard = async {
                let mut listener = match listener.take() {
                    Some(listener) => listener,
                    None => listen(&own).await?,
                };
                hear(&mut listener, &mut outbox).await
            };
            tokio::select! {
                () = stopping.cancelled() => return,
                Err(error) = heard => tracing::warn!(%error, "other nodes are not heard"),
            }
            tokio::select! {
                () = stopping.cancelled() => return,
                () = tokio::time::sleep(Duration::from_secs(1)) => {}
            }
        }
    }))
}

async fn listen(pool: &Pool) -> Result<PgListener, sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    Ok(listener)
}

/// Answers why it cannot hear any more. Each call, each connection made anew and each long silence is a look into the
/// outbox, so a call that was lost is made good.
async fn hear(listener: &mut PgListener, outbox: &mut Outbox) -> Result<Infallible, sqlx::Error> {
    outbox.read().await?;
    loop {
        match timeout(SILENCE, listener.try_recv()).await {
            // What this node has said itself it knows; it is read past with what others say, or after a while.
            Ok(Ok(Some(said))) if said.payload() == outbox.name && outbox.read.elapsed() < SILENCE => continue,
            Ok(heard) => {
                heard?;
            }
            // A connection that died silently is found out by asking.
            Err(_) => match timeout(Duration::from_secs(5), sqlx::query("SELECT 1").execute(&mut *listener)).await {
                Ok(asked) => {
                    asked?;
                }
                Err(_) => return Err(sqlx::Error::PoolTimedOut),
            },
        }
        outbox.read().await?;
    }
}

/// What this node has read of the outbox.
struct Outbox {
    readers: Pool,
    live: Live,
    /// What this node calls itself.
    name: String,
    last: i64,
    read: Instant,
}

impl Outbox {
    /// Passes on what came since; whoever could not read for so long that some of it may be gone wakes everybody.
    async fn read(&mut self) -> Result<(), sqlx::Error> {
        if self.read.elapsed() > KEPT / 2 {
            self.last = newest(&self.readers).await?;
            self.live.wake_all();
        }
        let rows: Vec<(i64, String, String)> =
            sqlx::query_as("SELECT id, node, nudges FROM outbox WHERE id > $1 ORDER BY id").bind(self.last).fetch_all(&self.readers).await?;
        self.read = Instant::now();
        // Rows that went before they were read, or numbers that nobody used.
        if rows.first().is_some_and(|(first, ..)| *first > self.last + 1) {
            self.live.wake_all();
        }
        for (id, node, nudges) in rows {
            self.last = id;
            if node != self.name {
                pass_on(&nudges, &self.live);
            }
        }
        Ok(())
    }
}

async fn newest(readers: &Pool) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT coalesce(max(id), 0) FROM outbox").fetch_one(readers).await
}

/// Which database it is, without the password.
fn name(options: &PgConnectOptions) -> String {
    let database = options.get_database().unwrap_or_else(|| options.get_username());
    match options.get_socket() {
        Some(socket) => format!("{database} at {}", socket.display()),
        None => format!("{database} at {}:{}", options.get_host(), options.get_port()),
    }
}

const STANDBY: &str = "it is a standby that only reads; DATABASE_URL has to name the one that writes";

pub fn describe(name: &str, error: &sqlx::Error) -> OpenError {
    let text = match error {
        sqlx::Error::Io(error) => return OpenError::Unreachable(name.to_owned(), error.to_string()),
        sqlx::Error::PoolTimedOut => return OpenError::Unreachable(name.to_owned(), "it has no connection to spare".to_owned()),
        sqlx::Error::Tls(error) => return OpenError::Unreachable(name.to_owned(), error.to_string()),
        other => other.as_database_error().map_or_else(|| other.to_string(), |error| error.message().to_owned()),
    };
    let code = error.as_database_error().and_then(|error| error.code().map(|code| code.to_string()));
    let database = name.split_once(" at ").map_or(name, |(database, _)| database);
    match code.as_deref() {
        // A wrong password, an unknown user, nobody allowed from here; no right to make tables.
        Some("28P01" | "28000" | "42501") => OpenError::Refused(name.to_owned(), text),
        Some("3D000") => OpenError::Missing(name.to_owned(), format!("createdb {database}")),
        // Starting or stopping; too many clients.
        Some("57P01" | "57P02" | "57P03" | "53300") => OpenError::Unreachable(name.to_owned(), text),
        Some("25006") => OpenError::ReadOnly(name.to_owned(), STANDBY),
        Some("55P03") => OpenError::Locked(name.to_owned()),
        _ => OpenError::Foreign(name.to_owned(), text),
    }
}

#[cfg(test)]
mod tests {
    use super::{message, pass_on};
    use crate::base::{Day, StayId};
    use crate::server::live::{Live, Nudge};

    #[test]
    fn what_one_node_writes_another_passes_on() {
        let there = Live::default();
        let (mut stay, mut other) = (there.listen_stay(StayId(7)).unwrap(), there.listen_stay(StayId(8)).unwrap());
        let (mut desk, mut places) = (there.listen_desk(), there.listen_places());
        let day = Day::parse("2026-11-22").unwrap();
        pass_on(&message(&[Nudge::Stay(StayId(7)), Nudge::Desk, Nudge::Places(day)]), &there);
        assert!(stay.try_recv().is_ok() && desk.try_recv().is_ok() && other.try_recv().is_err());
        assert_eq!(places.try_recv(), Ok(Some(day)));
    }
}
