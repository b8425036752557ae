//! What booking is made for: many who reach for the same, a month of a busy offer, and phones that see a place change hands.

use crate::Server;
use crate::client::{Connection, Request, once};
use crate::database::{DAY, Database};
use crate::people::{Phone, ahead_by, between, intent, weekday};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Barrier;

/// How many reach for [`PLACES`] at once.
pub const CROWD: usize = 200;
const PLACES: usize = 10;
const LISTENING: usize = 1000;
const RESOURCES: usize = 20;
const BOOKINGS: i64 = 10_000;

/// What a place costs that is paid for by card, in minor units.
pub const PRICE: i64 = 1800;

/// Rooms and stays for the crowd, a boat with few places, an offer that any of twenty can serve, and short rides that cost
/// something: on days that nothing else is measured on.
pub fn furnish(demo: &Path) {
    let every = |text: &str| ["en", "ru", "uk", "de", "tr", "ar"].map(|lang| format!("{lang} = \"{text}\"")).join(", ");
    let mut rooms = std::fs::read_to_string(demo.join("rooms.csv")).unwrap();
    let mut stays = "reference,name,room,arrival,departure,language,package,party\n".to_owned();
    for number in 0..CROWD {
        writeln!(rooms, "{},B,0,2", 9001 + number).unwrap();
        writeln!(stays, "{},Guest {number},{},-1,+40,en,breakfast,Guest {number} 40", reference(number), 9001 + number).unwrap();
    }
    std::fs::write(demo.join("rooms.csv"), rooms).unwrap();
    std::fs::write(demo.join("crowd.csv"), stays).unwrap();
    let mut catalogue = std::fs::read_to_string(demo.join("catalog.toml")).unwrap();
    let words = format!(
        "title = {{ {} }}\nsummary = {{ {} }}\ndetails = {{ {} }}\nplace = {{ {} }}\ncategory = \"wellness\"\nphoto = \"pictures/facial.svg\"\npolicy = \"gentle\"\n",
        every("Bench"),
        every("Bench"),
        every("Bench"),
        every("Bench")
    );
    let mut keys = Vec::new();
    for number in 1..=RESOURCES {
        keys.push(format!("\"bench-{number}\""));
        write!(catalogue, "\n[[resource]]\nkey = \"bench-{number}\"\nname = {{ {} }}\n", every("Bench")).unwrap();
    }
    let rides: Vec<String> = (6 * 60..22 * 60)
        .step_by(5)
        .map(|at| format!("{{ days = [\"{}\", \"{}\"], at = \"{:02}:{:02}\", capacity = 1000 }}", weekday(5), weekday(6), at / 60, at % 60))
        .collect();
    write!(
        catalogue,
        "\n[[offer]]\nkey = \"bench-ride\"\nkind = \"session\"\nminutes = 5\nprice = {PRICE}\n{words}weekly = [{}]\n",
        rides.join(", ")
    )
    .unwrap();
    write!(
        catalogue,
        "\n[[offer]]\nkey = \"bench-boat\"\nkind = \"session\"\nminutes = 60\nprice = 0\n{words}weekly = [{{ at = \"12:00\", capacity = {PLACES} }}]\n
[[offer]]\nkey = \"bench-time\"\nkind = \"appointment\"\nminutes = 30\nstep = 30\nprice = 0\n{words}hours = [{{ from = \"06:00\", to = \"22:00\" }}]\nresources = [{}]\n",
        keys.join(", ")
    )
    .unwrap();
    std::fs::write(demo.join("catalog.toml"), catalogue).unwrap();
}

pub fn reference(number: usize) -> String {
    format!("RX-{}", 1001 + number)
}

/// Everybody wants the same boat at the same moment.
pub async fn race(server: &Server, crowd: &[Phone]) {
    let boat = boat(server, &crowd[0], 1).await;
    let start = Arc::new(Barrier::new(crowd.len() + 1));
    let mut clients = Vec::new();
    for phone in crowd {
        let page = once(&server.address, &phone.get(&boat)).await.text;
        let lead = between(&page, "name=\"guests[", "]").unwrap();
        let mut connection = Connection::open(&server.address).await;
        let wish = phone.post("hold", &format!("at={boat}&guests[{lead}]=on&intent={}", intent()));
        let start = start.clone();
        clients.push(tokio::spawn(async move {
            start.wait().await;
            let answer = connection.ask(&wish).await;
            (answer.status, answer.text, Instant::now())
        }));
    }
    start.wait().await;
    let began = Instant::now();
    let (mut had, mut last) = (0, began);
    for client in clients {
        let (status, text, at) = client.await.unwrap();
        assert!(status == 200 || text.contains("JustTaken") || text.contains("Full"), "{status} {text}");
        had += usize::from(status == 200);
        last = last.max(at);
    }
    assert_eq!(had, PLACES, "never more and never fewer");
    println!("the race: {} clients, {PLACES} places, all answered after {:.0} ms (to reach: 2000)", crowd.len(), ms(last - began));
}

/// A month of an offer that twenty can serve, half of it taken, day by day to the last minute.
pub async fn month(server: &Server, phone: &Phone) {
    fill(&server.database).await;
    let query = format!("/api/book-day?day={}&offer=bench-time&month={}", ahead_by(1), &ahead_by(1)[..7]);
    let (ours, plain) = (phone.data(&query), phone.data(&format!("/api/book-day?day={}&offer=bench-boat", ahead_by(1))));
    let mut connection = Connection::open(&server.address).await;
    let mut timed = async |request: &Request| {
        let mut each = Vec::new();
        for _ in 0..60 {
            let asked = Instant::now();
            let answer = connection.ask(request).await;
            assert_eq!(answer.status, 200, "{}", answer.text);
            each.push(ms(asked.elapsed()));
        }
        each.sort_by(f64::total_cmp);
        each[30]
    };
    let (full, bare) = (timed(&ours).await, timed(&plain).await);
    println!("a month, {RESOURCES} resources, {BOOKINGS} bookings: {full:.1} ms (to reach: 10); a strip of days of something else: {bare:.1} ms");
}

/// Books [`RESOURCES`] from today on, one half hour after the other.
async fn fill(database: &Database) {
    let pool = database.open().await;
    let times = "WITH RECURSIVE n (i) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < CAST($1 AS BIGINT)),
                 at (i, resource, starts_at) AS (SELECT i, (SELECT id FROM resources WHERE key = 'bench-' || (i % 20 + 1)),
                        CAST($2 AS BIGINT) + (i / 20 / 32) * 86400 + 21600 + (i / 20 % 32) * 1800 FROM n),
                 c (value) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT value + 1 FROM c WHERE value < 5) ";
    // Six in the morning of every day by the resort's clock, which is not far from this machine's.
    let midnight = "SELECT min(starts_at) - 43200 FROM sessions s JOIN offers o ON o.id = s.offer_id WHERE o.key = 'bench-boat'";
    let midnight: i64 = sqlx::query_scalar(midnight).fetch_one(&pool).await.unwrap();
    let mut tx = pool.begin().await.unwrap();
    for what in [
        &*format!(
            "INSERT INTO bookings (stay_id, offer_id, resource_id, state, places, starts_at, ends_at, day, wall, zone, total, sold, answers, intent, fee_from, created_at)
             SELECT (SELECT min(id) FROM stays), (SELECT id FROM offers WHERE key = 'bench-time'), resource, 'confirmed', 1, starts_at, starts_at + 1800,
                    {DAY}, '00:00', 'UTC', 0, (SELECT min(sold) FROM bookings), '[]', 'fill' || i, 1, 1 FROM at"
        ),
        "INSERT INTO uses (booking_id, resource_id, from_cell, to_cell, units)
         SELECT b.id, at.resource, at.starts_at / 300, at.starts_at / 300 + 6, 1 FROM at JOIN bookings b ON b.intent = 'fill' || at.i AND b.stay_id = (SELECT min(id) FROM stays)",
        "INSERT INTO cells (resource_id, cell, used, amount) SELECT at.resource, at.starts_at / 300 + c.value, 1, 1 FROM at, c",
    ] {
        sqlx::query(sqlx::AssertSqlSafe(format!("{times}{what}"))).bind(BOOKINGS).bind(midnight).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Phones that listen, and one place that changes hands.
pub async fn live(server: &Server, crowd: &[Phone]) {
    let boat = boat(server, &crowd[0], 3).await;
    let page = once(&server.address, &crowd[0].get(&boat)).await.text;
    let lead = between(&page, "name=\"guests[", "]").unwrap();
    let (ready, look) = (Arc::new(Barrier::new(LISTENING + 1)), format!("/api/book-day?day={}", ahead_by(3)));
    let mut phones = Vec::new();
    for number in 0..LISTENING {
        let phone = crowd[number % crowd.len()].clone();
        let (address, ready, look) = (server.address.clone(), ready.clone(), look.clone());
        phones.push(tokio::spawn(async move {
            let mut stream = TcpStream::connect(&address).await.unwrap();
            let mut again = Connection::open(&address).await;
            stream.write_all(&phone.get("/live").0).await.unwrap();
            read_to(&mut stream, "event: hello").await;
            ready.wait().await;
            read_to(&mut stream, "event: places").await;
            let heard = Instant::now();
            let answer = again.ask(&phone.data(&look)).await;
            assert_eq!(answer.status, 200);
            (heard, Instant::now())
        }));
    }
    ready.wait().await;
    let began = Instant::now();
    let answer = once(&server.address, &crowd[0].post("hold", &format!("at={boat}&guests[{lead}]=on&intent={}", intent()))).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let (mut heard, mut seen) = (began, began);
    for phone in phones {
        let (told, shown) = phone.await.unwrap();
        (heard, seen) = (heard.max(told), seen.max(shown));
    }
    println!(
        "live: {LISTENING} phones hear of a place after {:.0} ms (to reach: 500); all of them have read the day anew after {:.0} ms",
        ms(heard - began),
        ms(seen - began)
    );
}

async fn read_to(stream: &mut TcpStream, what: &str) {
    let mut text = Vec::new();
    while !String::from_utf8_lossy(&text).contains(what) {
        assert!(stream.read_buf(&mut text).await.unwrap() > 0, "the stream ended");
    }
}

/// The address of the boat so many days ahead.
async fn boat(server: &Server, phone: &Phone, ahead: i64) -> String {
    let day = once(&server.address, &phone.get(&format!("/book?day={}&offer=bench-boat", ahead_by(ahead)))).await.text;
    format!("/sessions/{}", between(&day, "href=\"/sessions/", "\"").unwrap())
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
