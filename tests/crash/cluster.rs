//! PostgreSQL itself is stopped at once, as when its machine loses power, and started again: the server says for a moment
//! that it can do nothing, and goes on. The cluster is this test's own, and as careful with its disk as a real one.

use super::{Dies, PATIENCE, Seed, check, furnished, quiet_end, serve};
use crate::helpers::databases;
use crate::helpers::program::{cabana, run};
use crate::walks::chance::Chance;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::task::JoinSet;

const STOPS: usize = 6;

/// A cluster of PostgreSQL that goes when it is dropped.
struct Cluster {
    child: Child,
    address: String,
}

impl Cluster {
    fn start() -> Cluster {
        let mut command = Command::new("tests/cluster");
        command.args(["sh", "-c", "echo \"$CABANA_CLUSTER\"; exec cat"]).env("CLUSTER_SYNC", "on");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        Cluster { child, address: line.trim().to_owned() }
    }

    /// Stops it without a word and starts it again, so many microseconds from now.
    async fn again(&self, micros: u64) {
        let address = self.address.clone();
        let done = tokio::task::spawn_blocking(move || {
            std::thread::sleep(Duration::from_micros(micros));
            Command::new("tests/cluster").arg("--again").env("CABANA_CLUSTER", address).status()
        });
        assert!(done.await.unwrap().unwrap().success());
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Whoever waits for its input to end takes the cluster away.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// Moves what belongs to a folder to a database on this cluster.
async fn move_to(cluster: &Cluster, folder: &Path) {
    let (file, before) = (folder.join("everything.txt"), databases::of(folder));
    let said = run(cabana(folder, &["export", file.to_str().unwrap()])).await;
    assert!(said.status.success(), "{}", said.err);
    databases::finish(&before);
    databases::say_to(&cluster.address, "CREATE DATABASE crash TEMPLATE template0").await;
    std::fs::write(folder.join("address"), cluster.address.replace("/postgres?", "/crash?")).unwrap();
    let said = run(cabana(folder, &["restore", file.to_str().unwrap()])).await;
    assert!(said.status.success(), "{}", said.err);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_or_doubled_when_postgresql_is_stopped_at_once() {
    let seed = Seed::new();
    let mut chance = Chance(seed.0);
    let cluster = tokio::task::spawn_blocking(Cluster::start).await.unwrap();
    let (folder, world, visitors) = furnished(Dies::Database, &mut chance).await;
    let folder = folder.path();
    move_to(&cluster, folder).await;
    let served = serve(folder).await;
    *world.base.lock().unwrap() = served.base.clone();
    let mut guests = JoinSet::new();
    for guest in visitors {
        guests.spawn(guest.live());
    }
    for number in 1..=STOPS {
        let busy = async {
            world.has_answered(60 + chance.below(60)).await;
            cluster.again(chance.below(15_000) as u64).await;
            check(folder, &format!("stop {number}")).await;
        };
        super::unless_somebody_fails(&mut guests, busy).await;
    }
    super::unless_somebody_fails(&mut guests, world.has_answered(100)).await;
    world.over.store(true, Ordering::SeqCst);
    tokio::time::timeout(PATIENCE, quiet_end(&world, folder, served, guests)).await.expect("an end");
    let away = world.cut_off.load(Ordering::SeqCst);
    println!("{STOPS} stops left {away} requests without what they asked for");
    assert!(away * 2 >= STOPS, "{away} requests met {STOPS} stops");
    let log = std::fs::read_to_string(folder.join("log")).unwrap();
    assert!(!log.contains("panicked"), "{log}");
}
