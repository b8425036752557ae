//! The server is killed, again and again, in the middle of its work, and started on the same database (RULES 16.6). After
//! each time nothing may be lost, doubled, unpaid or without its receipt, and what somebody was told must be so.
//!
//! Read `guest.rs` (who keeps it busy), `memory.rs` (what they were told, and what the database says), then this file, which
//! kills; `cluster.rs` stops PostgreSQL itself instead. Killing a program loses nothing that it has handed to the system; that commits reach the disk is for the
//! settings, which are asked at the end.
//!
//! `CABANA_CRASH=seed` begins with a seed of one's own. What falls between two instructions is chance all the same.

mod asking;
#[cfg(feature = "postgres")]
mod cluster;
mod guest;
mod memory;

use crate::helpers::program::{Served, cabana, run};
use crate::helpers::{TestApp, config, databases};
use crate::pay::nothing_is_included;
use crate::walks::chance::Chance;
use cabana::base::WallTime;
use cabana::booking::schedule::lay_out;
use cabana::catalog::shelf::{Shelves, Weekly};
use cabana::server::{Database, Time, WallClock};
use guest::{Guest, PRICE, TOWELS};
use memory::{Memory, books};
use std::fs::File;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};
use tokio::sync::{Barrier, watch};
use tokio::task::JoinSet;

const KILLS: usize = 50;
/// Stays of the demonstration that last for another week.
const STAYS: [&str; 8] = ["HB-1001", "HB-1002", "HB-1004", "HB-1008", "HB-1010", "HB-1011", "HB-1013", "HB-1016"];
/// A server that is asked and does not answer for so long has stopped.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is killed.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "postgres"), allow(dead_code, reason = "SQLite is part of the server"))]
pub enum Dies {
    Server,
    /// The server stays, and says for a while that it cannot do anything.
    Database,
}

/// What guests share: where the server is, and what they were told.
pub struct World {
    pub dies: Dies,
    base: Mutex<String>,
    time: Time,
    clock: WallClock,
    /// How many requests have been answered.
    pub answered: watch::Sender<usize>,
    /// How many were not, of those that were on their way when the server was killed.
    pub cut_off: AtomicUsize,
    killed: Mutex<Option<Instant>>,
    /// Everybody has noticed that the server is gone; it is there again.
    gone: Barrier,
    back: Barrier,
    over: AtomicBool,
    memory: Mutex<Memory>,
}

impl World {
    pub fn base(&self) -> String {
        self.base.lock().unwrap().clone()
    }

    pub fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap()
    }

    /// The resort's day.
    pub fn today(&self) -> String {
        self.time.day(self.clock.now()).to_string()
    }

    /// Waits for so many more answers.
    async fn has_answered(&self, more: usize) {
        let mut answered = self.answered.subscribe();
        let enough = *answered.borrow() + more;
        let reached = tokio::time::timeout(PATIENCE, answered.wait_for(|answered| *answered >= enough));
        drop(reached.await.expect("the server answers").unwrap());
    }

    pub fn is_over(&self) -> bool {
        self.over.load(Ordering::SeqCst)
    }

    /// A connection broke: waits until the server is there again.
    pub async fn broke(&self, began: Instant, failed: Instant, error: &reqwest::Error) {
        self.gone.wait().await;
        let killed = self.killed.lock().unwrap().unwrap();
        assert!(failed >= killed, "the server hung up while it was alive: {error:?}");
        if began < killed && !error.is_connect() {
            self.cut_off.fetch_add(1, Ordering::SeqCst);
        }
        self.back.wait().await;
    }

    /// The server says that it can do nothing: for a moment, or it is a fault.
    pub async fn is_away(&self, what: &impl std::fmt::Debug) {
        let times = self.cut_off.fetch_add(1, Ordering::SeqCst);
        assert!(self.dies == Dies::Database && times < 100_000, "{what:?}");
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}

/// What a failure leaves on the screen.
struct Seed(u64);

impl Seed {
    fn new() -> Seed {
        let named = std::env::var("CABANA_CRASH").ok().map(|seed| seed.parse().expect("CABANA_CRASH=seed"));
        Seed(named.unwrap_or_else(|| RandomState::new().hash_one("a seed") % 1_000_000))
    }
}

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("it began with CABANA_CRASH={}", self.0);
        }
    }
}

/// The demonstration resort where a boat with many places goes every other hour and nothing is included; its guests.
async fn furnished(dies: Dies, chance: &mut Chance) -> (tempfile::TempDir, Arc<World>, Vec<Guest>) {
    let app = TestApp::new().await;
    nothing_is_included(&app).await;
    app.change_resort(|resort| resort.holds_a_minute = 0).await;
    app.change_offer("extra-towels", |offer| offer.price = TOWELS).await;
    let every_other_hour = (6..=22).step_by(2).map(|hour| Weekly { days: Vec::new(), at: WallTime(hour * 60), capacity: 1000 });
    app.change_offer("glass-boat", |offer| (offer.price, offer.weekly) = (PRICE, every_other_hour.collect())).await;
    let shelf = Shelves::default().at(app.house.database.readers(), 0).await.unwrap().unwrap();
    let mut tx = app.house.begin().await.unwrap();
    lay_out(&mut tx, &shelf).await.unwrap();
    tx.commit().await.unwrap();
    let today = shelf.time.day(app.house.clock.now());
    let sessions: Vec<i64> = sqlx::query_scalar(
        "SELECT s.id FROM sessions s JOIN offers o ON o.id = s.offer_id WHERE o.key = 'glass-boat' AND s.capacity = 1000 AND s.day > $1 AND s.day <= $2",
    )
    .bind(today.plus(1).to_string())
    .bind(today.plus(5).to_string())
    .fetch_all(app.house.database.readers())
    .await
    .unwrap();
    assert!(sessions.len() >= 32, "{}", sessions.len());
    let world = Arc::new(World {
        dies,
        base: Mutex::default(),
        time: shelf.time,
        clock: WallClock::default(),
        answered: watch::Sender::new(0),
        cut_off: AtomicUsize::new(0),
        killed: Mutex::default(),
        gone: Barrier::new(STAYS.len() + 1),
        back: Barrier::new(STAYS.len() + 1),
        over: AtomicBool::new(false),
        memory: Mutex::default(),
    });
    let mut guests = Vec::new();
    for (number, reference) in STAYS.into_iter().enumerate() {
        let (slip, person) = (app.slip(reference).await.path, app.people(reference).await[0]);
        guests.push(Guest::new(world.clone(), slip, person, sessions.clone(), Chance(chance.below(usize::MAX) as u64), number));
    }
    (app.left().await, world, guests)
}

async fn serve(folder: &Path) -> Served {
    let log = File::options().create(true).append(true).open(folder.join("log")).unwrap();
    let mut command = cabana(folder, &["serve", "--port", "0"]);
    command.env("SIGN_IN_LIMITS", "100000,100000,100000").env("RUST_LOG", "warn").stderr(log);
    Served::start(command).await
}

/// `cabana check`, as a command.
async fn check(folder: &Path, when: &str) {
    let said = run(cabana(folder, &["check"])).await;
    assert!(said.status.success() && said.out.contains("sums agree"), "{when}: {}{}", said.out, said.err);
}

async fn open(folder: &Path) -> Database {
    cabana::boot::open(&config(databases::of(folder), folder), false).await.unwrap().database
}

/// What happens first: this, or a guest who finds something wrong.
async fn unless_somebody_fails<T>(guests: &mut JoinSet<Guest>, what: impl Future<Output = T>) -> T {
    tokio::select! {
        done = what => done,
        Some(ended) = guests.join_next() => match ended {
            Ok(_) => panic!("a guest has left before the end"),
            Err(failed) => std::panic::resume_unwind(failed.into_panic()),
        },
    }
}

/// Kills the server so many microseconds from now.
async fn kill(world: &Arc<World>, served: Served, micros: u64) {
    let world = world.clone();
    tokio::task::spawn_blocking(move || {
        // Not to wait for something, but to fall anywhere into what it is doing.
        std::thread::sleep(Duration::from_micros(micros));
        *world.killed.lock().unwrap() = Some(Instant::now());
        served.kill();
    })
    .await
    .unwrap();
}

/// Compares what guests were told with what is there.
async fn compare(world: &World, folder: &Path, when: &str) {
    let database = open(folder).await;
    let mut memory = std::mem::take(&mut *world.memory());
    let found = memory.differences(database.readers()).await;
    assert!(found.is_empty(), "{when}: {found:#?}");
    *world.memory() = memory;
    database.close().await;
}

/// A server that was killed had taken the errands on for a while; that while is over.
async fn free_the_errands(folder: &Path) {
    let database = open(folder).await;
    let mut tx = database.begin(&WallClock::default(), &Default::default()).await.unwrap();
    sqlx::query("UPDATE errands SET free_at = 0").execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    database.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_or_doubled_when_the_server_is_killed() {
    let seed = Seed::new();
    let mut chance = Chance(seed.0);
    let (folder, world, visitors) = furnished(Dies::Server, &mut chance).await;
    let folder = folder.path();
    let mut served = serve(folder).await;
    *world.base.lock().unwrap() = served.base.clone();
    let mut guests = JoinSet::new();
    for guest in visitors {
        guests.spawn(guest.live());
    }
    for number in 1..=KILLS {
        let when = format!("kill {number}");
        unless_somebody_fails(&mut guests, world.has_answered(3 + chance.below(25))).await;
        kill(&world, served, chance.below(15_000) as u64).await;
        unless_somebody_fails(&mut guests, world.gone.wait()).await;
        // Whoever opens the database first has to make it whole again: the server, or the command.
        let before = chance.percent(30);
        if before {
            check(folder, &when).await;
        }
        if before || cfg!(feature = "postgres") {
            free_the_errands(folder).await;
        }
        served = serve(folder).await;
        compare(&world, folder, &when).await;
        if !before {
            check(folder, &when).await;
        }
        *world.base.lock().unwrap() = served.base.clone();
        world.over.store(number == KILLS, Ordering::SeqCst);
        world.back.wait().await;
    }
    quiet_end(&world, folder, served, guests).await;
    let (cut_off, memory) = (world.cut_off.load(Ordering::SeqCst), world.memory());
    let (unsaid, undone) = (memory.done_unsaid, memory.undone);
    println!("{KILLS} kills cut off {cut_off} requests; {unsaid} deeds were done unsaid, and {undone} were not done");
    assert!(cut_off * 2 >= KILLS, "{cut_off} requests were cut off by {KILLS} kills");
    assert!(unsaid > 0 && undone > 0, "killed on one side of the commits only");
    let log = std::fs::read_to_string(folder.join("log")).unwrap();
    assert!(!log.contains("ERROR") && !log.contains("panicked"), "{log}");
    databases::finish(&databases::of(folder));
}

/// The guests come to an end of what they do; then the server is started once more, and its errands have time for what is
/// left to do. All that guests were told, all sums, and the books of the acquirer agree.
async fn quiet_end(world: &Arc<World>, folder: &Path, served: Served, guests: JoinSet<Guest>) {
    let mut visitors = tokio::time::timeout(PATIENCE, guests.join_all()).await.expect("all come to an end");
    kill(world, served, 0).await;
    free_the_errands(folder).await;
    let served = serve(folder).await;
    *world.base.lock().unwrap() = served.base.clone();
    let database = open(folder).await;
    settled(&database).await;
    for guest in &mut visitors {
        guest.read_all().await;
    }
    let found = books(database.readers()).await;
    assert!(found.is_empty(), "{found:#?}");
    compare(world, folder, "at the end").await;
    check(folder, "at the end").await;
    served.kill();
    went_everywhere(world, &database).await;
    database.close().await;
}

/// Waits until the errands have nothing left to do.
async fn settled(database: &Database) {
    let left = "SELECT CAST((SELECT count(*) FROM payments WHERE state IN ('created', 'pending')) + (SELECT count(*) FROM refunds WHERE state = 'requested')
                + (SELECT count(*) FROM sandbox_calls WHERE called_at IS NULL) + (SELECT count(*) FROM provider_events WHERE done_at IS NULL) AS BIGINT)";
    let mut look = tokio::time::interval(Duration::from_millis(50));
    let settled = async {
        while sqlx::query_scalar::<_, i64>(left).fetch_one(database.readers()).await.unwrap() > 0 {
            look.tick().await;
        }
    };
    tokio::time::timeout(PATIENCE, settled).await.expect("the errands are done");
}

/// A test that did little proves nothing.
async fn went_everywhere(world: &World, database: &Database) {
    println!("{} answers", *world.answered.borrow());
    for (what, wanted, sql) in [
        ("confirmed", 5, "SELECT count(*) FROM bookings WHERE state = 'confirmed'"),
        ("released", 3, "SELECT count(*) FROM bookings WHERE state = 'released'"),
        ("cancelled", 5, "SELECT count(*) FROM bookings WHERE state = 'cancelled'"),
        ("orders", 10, "SELECT count(*) FROM orders"),
        ("captured", 10, "SELECT count(*) FROM payments WHERE state = 'captured'"),
        ("declined", 3, "SELECT count(*) FROM payments WHERE state = 'failed'"),
        ("called off", 2, "SELECT count(*) FROM payments WHERE state = 'cancelled'"),
        ("given back", 3, "SELECT count(*) FROM refunds WHERE state = 'settled'"),
        ("said twice", 1, "SELECT count(*) FROM (SELECT reference FROM provider_events GROUP BY reference HAVING count(*) > 1) twice"),
    ] {
        let often: i64 = sqlx::query_scalar(sql).fetch_one(database.readers()).await.unwrap();
        println!("{often:6} {what}");
        assert!(often >= wanted, "{what}: {often}");
    }
}

#[tokio::test]
async fn what_is_committed_is_on_the_disk() {
    let app = TestApp::new().await;
    let mut tx = app.house.begin().await.unwrap();
    #[cfg(feature = "sqlite")]
    {
        let journal: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(tx.conn()).await.unwrap();
        let synchronous: i64 = sqlx::query_scalar("PRAGMA synchronous").fetch_one(tx.conn()).await.unwrap();
        assert_eq!((journal.as_str(), synchronous), ("wal", 2), "2 is FULL");
    }
    // How careful the cluster is is for whoever runs it; nothing of ours makes it less so.
    #[cfg(feature = "postgres")]
    {
        let sources: Vec<String> =
            sqlx::query_scalar("SELECT source FROM pg_settings WHERE name IN ('synchronous_commit', 'fsync', 'full_page_writes')")
                .fetch_all(tx.conn())
                .await
                .unwrap();
        assert!(sources.iter().all(|source| source == "command line"), "{sources:?}");
    }
}
