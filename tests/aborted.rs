//! Phones that go away while a page is loading: nothing of them stays behind.

use crate::helpers::program::{Served, cabana, run};
use crate::helpers::{Client, JAMES, TestApp, furnished};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const PAGES: [&str; 8] = ["/", "/book", "/notices", "/me", "/history", "/live", "/order", "/no-such-page"];

/// Asks for a page and is gone: before it is drawn, while it is drawn, or in the middle of the answer.
async fn abort(address: SocketAddr, cookie: &str, turn: usize) {
    let path = PAGES[turn % PAGES.len()];
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\naccept: text/html\r\ncookie: {cookie}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    match turn % 4 {
        0 => {}
        1 => tokio::task::yield_now().await,
        2 => tokio::time::sleep(Duration::from_millis(5)).await,
        _ => {
            let _ = stream.read(&mut [0; 64]).await.unwrap();
        }
    }
}

/// The cookie of a phone that scanned a slip.
async fn cookie(client: &Client, path: &str) -> String {
    let answer = client.get(path).await;
    answer.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn what_was_drawn_for_them_is_dropped() {
    let app = TestApp::new().await;
    let cookie = cookie(&app.visitor(), &app.slip(JAMES).await.path).await;
    let address = app.base.strip_prefix("http://").unwrap().parse().unwrap();
    // Whatever owns a part of a page being drawn has the catalogue in its context.
    let shelf = app.shelf().await;
    let alive = || (tokio::runtime::Handle::current().metrics().num_alive_tasks(), Arc::strong_count(&shelf));
    // Waits until there are no more than these, or, without a bound, until their number stands still.
    let settled = async |bound: Option<(usize, usize)>| {
        let (mut last, mut same) = (alive(), 0);
        for _ in 0..300 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let now = alive();
            same = if now == last { same + 1 } else { 0 };
            last = now;
            if bound.map_or(same >= 10, |bound| now.0 <= bound.0 && now.1 <= bound.1) {
                break;
            }
        }
        last
    };
    let before = settled(None).await;
    for turn in 0..120 {
        abort(address, &cookie, turn).await;
    }
    let after = settled(Some(before)).await;
    assert!(after.0 <= before.0 && after.1 <= before.1, "tasks and catalogues in use: before {before:?}, after {after:?}");
}

#[tokio::test]
async fn five_hundred_of_them_leave_the_server_as_small_as_it_was() {
    let folder = furnished().await;
    let said = run(cabana(folder.path(), &["slip", JAMES])).await;
    let link = said.out.lines().find_map(|line| line.strip_prefix("Link: ")).unwrap();
    let path = &link[link.find("/s/").unwrap()..];
    let served = Served::start(cabana(folder.path(), &["serve", "--port", "0"])).await;
    let client = Client::of(&served.base);
    let cookie = cookie(&client, path).await;
    let address: SocketAddr = served.base.strip_prefix("http://").unwrap().parse().unwrap();
    let many = async |count: usize| {
        for turn in 0..count {
            abort(address, &cookie, turn).await;
        }
        // A page drawn in full waits behind those that nobody waits for.
        for page in PAGES.iter().filter(|page| **page != "/live") {
            client.get(page).await;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    };
    many(100).await;
    let before = served.memory();
    many(500).await;
    let grown = served.memory().saturating_sub(before) / 1024;
    assert!(grown < 24 * 1024, "{grown} KiB more than before");
}
