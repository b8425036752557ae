//! PostgreSQL: for a resort that outgrew one machine. Several nodes may serve from one database.

use super::archive::ArchiveError;
use super::{OpenError, Pool, migrate, other_scheme};
use crate::base::{Day, StayId};
use crate::server::Config;
use crate::server::live::{Live, Nudge};
use futures::future::BoxFuture;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgListener, PgPoolOptions};
use sqlx::{Connection as _, Transaction};
use std::convert::Infallible;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;
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
/// How long a connection may be unused before it is asked whether it is still there.
const TRUSTED: Duration = Duration::from_secs(2);
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
    first.close().await.map_err(describe)?;
    // A node that stopped answering in the middle of a transaction must not hold the others up for ever.
    let writing = options.clone().options([("lock_timeout", "10s"), ("idle_in_transaction_session_timeout", "30s")]);
    let writers = pool().max_connections(8).connect_with(writing).await.map_err(describe)?;
    let reading = options.options([("default_transaction_read_only", "on")]);
    let readers = pool().min_connections(2).max_connections(12).connect_with(reading).await.map_err(describe)?;
    Ok((readers, writers))
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

/// Writers take turns by one lock that ends with the transaction. Each statement after it sees what the writer before
/// has committed, which is why the isolation is named here and not left to the database's settings.
pub async fn begin(writers: &Pool) -> Result<Transaction<'static, Db>, sqlx::Error> {
    let mut tx = writers.begin_with("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE").await?;
    sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(WRITERS).execute(&mut *tx).await?;
    Ok(tx)
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

/// Nudges for the pages that are open on other nodes. They travel with the transaction: nobody hears of what was
/// undone.
pub async fn tell_others(conn: &mut Conn, live: &Live, nudges: &[Nudge]) -> Result<(), sqlx::Error> {
    // A message may have 8000 bytes; whoever wakes more stays than that at once wakes everybody.
    let mut message = message(live.node(), nudges);
    if message.len() > 7000 {
        message = format!("{:x} all", live.node());
    }
    if !nudges.is_empty() {
        sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(message).execute(conn).await?;
    }
    Ok(())
}

fn message(node: u64, nudges: &[Nudge]) -> String {
    let words = nudges.iter().map(|nudge| match nudge {
        Nudge::Desk => "desk".to_owned(),
        Nudge::Stay(stay) => stay.0.to_string(),
        Nudge::Places(day) => day.to_string(),
    });
    format!("{node:x} {}", words.collect::<Vec<_>>().join(" "))
}

/// Listens to other nodes; the future passes on what they say, until told to stop. Whatever was missed while nobody
/// listened is made good by waking everybody.
pub async fn hear_others(readers: &Pool, live: &Live, stopping: &CancellationToken) -> Result<BoxFuture<'static, ()>, sqlx::Error> {
    let own = PgPoolOptions::new().max_connections(1).max_lifetime(None).idle_timeout(None).acquire_timeout(PATIENCE);
    let own = own.connect_lazy_with((*readers.connect_options()).clone());
    let mut listener = Some(listen(&own).await?);
    let (live, stopping) = (live.clone(), stopping.clone());
    Ok(Box::pin(async move {
        loop {
            let heard = async {
                let mut listener = match listener.take() {
                    Some(listener) => listener,
                    None => {
                        let listener = listen(&own).await?;
                        live.wake_all();
                        listener
                    }
                };
                hear(&mut listener, &live).await
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

/// Answers why it cannot hear any more.
async fn hear(listener: &mut PgListener, live: &Live) -> Result<Infallible, sqlx::Error> {
    loop {
        match timeout(Duration::from_secs(20), listener.try_recv()).await {
            Ok(Ok(Some(heard))) => pass_on(heard.payload(), live),
            // The connection was lost and has been made again.
            Ok(Ok(None)) => live.wake_all(),
            Ok(Err(error)) => return Err(error),
            // A connection that died silently is found out by asking.
            Err(_) => match timeout(Duration::from_secs(5), sqlx::query("SELECT 1").execute(&mut *listener)).await {
                Ok(asked) => {
                    asked?;
                }
                Err(_) => return Err(sqlx::Error::PoolTimedOut),
            },
        }
    }
}

fn pass_on(message: &str, live: &Live) {
    let mut words = message.split(' ');
    if words.next() == Some(&format!("{:x}", live.node())) {
        return;
    }
    for word in words {
        match (word, word.parse(), Day::parse(word)) {
            ("all", ..) => live.wake_all(),
            ("desk", ..) => live.send(Nudge::Desk),
            (_, Ok(stay), _) => live.send(Nudge::Stay(StayId(stay))),
            (_, _, Some(day)) => live.send(Nudge::Places(day)),
            _ => {}
        }
    }
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
    fn a_node_passes_on_what_others_say_and_not_what_it_said_itself() {
        let (here, there) = (Live::default(), Live::default());
        let (mut stay, mut other) = (there.listen_stay(StayId(7)).unwrap(), there.listen_stay(StayId(8)).unwrap());
        let (mut desk, mut places) = (there.listen_desk(), there.listen_places());
        let day = Day::parse("2026-11-22").unwrap();
        let nudges = [Nudge::Stay(StayId(7)), Nudge::Desk, Nudge::Places(day)];
        pass_on(&message(there.node(), &nudges), &there);
        assert!(stay.try_recv().is_err() && desk.try_recv().is_err() && places.try_recv().is_err());
        pass_on(&message(here.node(), &nudges), &there);
        assert!(stay.try_recv().is_ok() && desk.try_recv().is_ok() && other.try_recv().is_err());
        assert_eq!(places.try_recv(), Ok(Some(day)));
    }
}
