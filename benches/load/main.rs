//! `make bench`: the release server on a fresh database with the demonstration resort, next to floors measured in the
//! same run: a plain axum handler that answers the same bytes, and bare sqlx transactions that write the same rows.
//! What counts are the ratios; absolute figures belong to the machine.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark may stop with a fault")]

mod client;
mod database;
mod engine;
mod floor;
mod people;

use client::{Load, Request};
use database::Database;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

#[tokio::main(flavor = "multi_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(position) = arguments.iter().position(|argument| argument == "--floor") {
        return floor::serve(&arguments[position + 1]).await;
    }
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path()).await;
    println!("Cabana {} at {}\n", env!("CARGO_PKG_VERSION"), server.address);
    let guests = people::sign_in(&server, 40).await;
    println!("resident memory at first: {:.0} MB", server.resident_mb());

    println!("pages, signed in                  clients   req/s    p50 ms   p99 ms   floor req/s   ratio   bytes");
    let tomorrow = people::tomorrow();
    let pages = [
        ("home".to_owned(), "/".to_owned()),
        ("a day of the calendar".into(), format!("/book?day={tomorrow}")),
        ("history".into(), "/history".into()),
    ];
    for (name, path) in &pages {
        let requests: Vec<Request> = guests.iter().map(|guest| guest.get(path)).collect();
        // The same pages at addresses never asked for before, so that none was drawn a moment ago.
        let anew = |from: u64| -> Vec<Request> {
            let mark = if path.contains('?') { '&' } else { '?' };
            (0..12_000_u64).map(|n| guests[n as usize % guests.len()].get(&format!("{path}{mark}n={}", from + n))).collect()
        };
        let body = client::once(&server.address, &requests[0]).await;
        assert_eq!(body.status, 200, "{path}: {}", body.text);
        let bytes = folder.path().join("floor.html");
        std::fs::write(&bytes, &body.text).unwrap();
        let plain = Floor::start(&bytes);
        for clients in [1, 32] {
            let ours = client::load(&server.address, Load::Cycle(requests.clone()), clients, Duration::from_secs(4)).await;
            let theirs = client::load(&plain.address, Load::Cycle(requests.clone()), clients, Duration::from_secs(2)).await;
            let fresh = client::load(&server.address, Load::Cycle(anew(clients as u64 * 1_000_000)), clients, Duration::from_secs(4)).await;
            println!(
                "{:<32} {clients:>8} {:>8.0} {:>9.2} {:>8.2} {:>12.0} {:>8.2} {:>7}",
                format!("  {name}, each drawn anew"),
                fresh.rate(),
                fresh.percentile(0.50),
                fresh.percentile(0.99),
                theirs.rate(),
                fresh.rate() / theirs.rate(),
                body.text.len()
            );
            println!(
                "{name:<32} {clients:>8} {:>8.0} {:>9.2} {:>8.2} {:>12.0} {:>8.2} {:>7}",
                ours.rate(),
                ours.percentile(0.50),
                ours.percentile(0.99),
                theirs.rate(),
                ours.rate() / theirs.rate(),
                body.text.len()
            );
        }
    }

    println!("resident memory {:.0} MB", server.resident_mb());
    let crowd = people::sign_in_as(&server, (0..engine::CROWD).map(engine::reference), engine::CROWD).await;
    let mut payers = people::payers(&server, &crowd).await;
    println!("\nwrites                            clients    /s      p50 ms   p99 ms   bare rows/s   ratio");
    for clients in [1, 8, 32] {
        let holds = people::hold_and_release(&server, &guests, clients, Duration::from_secs(4)).await;
        let bare = floor::holds(&server.database, clients, Duration::from_secs(2)).await;
        holds.print("holds", clients, bare);
        let orders = people::orders(&server, &guests, clients, Duration::from_secs(4)).await;
        let bare = floor::orders(&server.database, clients, Duration::from_secs(2)).await;
        orders.print("confirmed orders", clients, bare);
        let paid = people::pay(&server, &mut payers, clients, Duration::from_secs(4)).await;
        let bare = floor::payments(&server.database, clients, Duration::from_secs(2)).await;
        paid.print("paid by card (to reach: 0.50)", clients, bare);
    }
    assert!(people::all_paid(&server).await, "each has its receipt");
    println!("resident memory {:.0} MB\n", server.resident_mb());
    engine::race(&server, &crowd).await;
    engine::live(&server, &crowd).await;
    engine::month(&server, &crowd[0]).await;
    println!("resident memory {:.0} MB\n", server.resident_mb());
    let signing = people::sign_ins(&server, 8, Duration::from_secs(4)).await;
    let bare = floor::hashes(Duration::from_secs(2));
    signing.print("sign-ins (bare: Argon2id alone)", 8, bare);

    println!("\nresident memory after the run: {:.0} MB", server.resident_mb());
    println!("the database: {:.1} MB", server.database.size_mb().await);
}

/// A copy of the demonstration resort in which a stay may hold one place after another, as no guest does.
fn tireless(folder: &std::path::Path) -> String {
    let demo = folder.join("demo");
    let copied = Command::new("cp").args(["-R", "demo"]).arg(&demo).status();
    assert!(copied.unwrap().success());
    let file = demo.join("resort.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("hold_minutes = 15\n", "hold_minutes = 15\nholds_a_minute = 0\n")).unwrap();
    engine::furnish(&demo);
    demo.display().to_string()
}

/// The release server, killed at the end.
pub struct Server {
    child: Child,
    pub address: String,
    pub cabana: String,
    pub database: Database,
    /// Where its secrets lie.
    pub data: std::path::PathBuf,
}

impl Server {
    async fn start(folder: &std::path::Path) -> Server {
        let cabana = std::env::var("CABANA").expect("CABANA names the release binary");
        let database = Database::fresh(folder).await;
        let demo = tireless(folder);
        let crowd = format!("{demo}/crowd.csv");
        for arguments in [["import", demo.as_str()], ["import-arrivals", "demo/arrivals.csv"], ["import-arrivals", crowd.as_str()]] {
            let done =
                Command::new(&cabana).args(arguments).env("DATABASE_URL", &database.url).env("CABANA_DATA", folder).stdout(Stdio::null()).status();
            assert!(done.unwrap().success(), "{arguments:?}");
        }
        database.copied().await;
        let mut child = Command::new(&cabana)
            .arg("serve")
            .env("DATABASE_URL", &database.url)
            .env("CABANA_DATA", folder)
            .env("PORT", "0")
            .env("LEPTOS_SITE_ROOT", std::env::var("SITE").unwrap_or_else(|_| "target/site".into()))
            .env("SIGN_IN_LIMITS", "1000000,1000000,1000000")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let address = announced(&mut child);
        Server { child, address, cabana, database, data: folder.to_owned() }
    }

    fn resident_mb(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// This program once more, as a plain axum handler that answers the bytes of a file.
struct Floor {
    child: Child,
    address: String,
}

impl Floor {
    fn start(file: &std::path::Path) -> Floor {
        let mut child = Command::new(std::env::current_exe().unwrap()).arg("--floor").arg(file).stdout(Stdio::piped()).spawn().unwrap();
        let address = announced(&mut child);
        Floor { child, address }
    }
}

impl Drop for Floor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Host and port from the line a server prints when it listens.
fn announced(child: &mut Child) -> String {
    use std::io::{BufRead, BufReader};
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = lines.map(Result::unwrap).find(|line| line.contains("http://")).unwrap();
    line.split("http://").nth(1).unwrap().trim().to_owned()
}
