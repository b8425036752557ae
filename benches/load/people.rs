//! Guests of the demonstration resort, and what they do.

use crate::Server;
use crate::client::{Connection, Measured, Request, collect, once};
use crate::engine::PRICE;
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// A signed-in phone.
#[derive(Clone)]
pub struct Phone {
    cookie: String,
    login: String,
    password: String,
    /// The person the room is billed to.
    lead: String,
    /// The resort's day.
    today: String,
}

impl Phone {
    pub fn get(&self, path: &str) -> Request {
        Request::get(path, &self.cookie)
    }

    pub fn data(&self, path: &str) -> Request {
        Request::data(path, &self.cookie)
    }

    pub fn post(&self, door: &str, body: &str) -> Request {
        Request::post(&format!("/api/{door}"), &self.cookie, body)
    }
}

/// Signs so many stays of the demonstration in by the links of their slips.
pub async fn sign_in(server: &Server, wanted: usize) -> Vec<Phone> {
    sign_in_as(server, (1001..1081).map(|number| format!("HB-{number}")), wanted).await
}

/// The same for stays with these references.
pub async fn sign_in_as(server: &Server, references: impl Iterator<Item = String>, wanted: usize) -> Vec<Phone> {
    let mut phones = Vec::new();
    for reference in references {
        if phones.len() == wanted {
            break;
        }
        let slip = Command::new(&server.cabana)
            .args(["slip", &reference])
            .env("DATABASE_URL", &server.database.url)
            .env("CABANA_DATA", &server.data)
            .output()
            .unwrap();
        let text = String::from_utf8(slip.stdout).unwrap();
        let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(|value| value.trim().to_owned());
        let Some(link) = field("Link:") else { continue };
        let path = &link[link.find("/s/").unwrap()..];
        let answer = once(&server.address, &Request::get(path, "")).await;
        let Some(cookie) = answer.head.lines().find_map(|line| line.strip_prefix("set-cookie: ")) else { continue };
        let cookie = cookie.split(';').next().unwrap().to_owned();
        let home = once(&server.address, &Request::get("/", &cookie)).await.text;
        let today = between(&home, "\ntoday ", "\n").unwrap_or_default();
        if between(&home, "\nme ", "\n").is_none_or(|me| me.contains(" true ")) {
            continue;
        }
        phones.push(Phone { cookie, login: field("Login:").unwrap(), password: field("Password:").unwrap(), lead: String::new(), today });
    }
    assert_eq!(phones.len(), wanted, "not enough guests are in the house");
    phones
}

pub fn between(text: &str, before: &str, after: &str) -> Option<String> {
    let start = text.find(before)? + before.len();
    Some(text[start..start + text[start..].find(after)?].to_owned())
}

/// The day after today, by this machine's calendar.
pub fn tomorrow() -> String {
    ahead_by(1)
}

pub fn ahead_by(days: i64) -> String {
    #[allow(clippy::disallowed_methods, reason = "the benchmark has no house to ask")]
    let now = chrono::Utc::now();
    (now + chrono::Duration::days(days)).format("%Y-%m-%d").to_string()
}

/// Of the day so many days ahead, as the catalogue writes it.
pub fn weekday(ahead: i64) -> String {
    let day = chrono::NaiveDate::parse_from_str(&ahead_by(ahead), "%Y-%m-%d").unwrap();
    day.format("%a").to_string().to_lowercase()[..2].to_owned()
}

pub fn intent() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    format!("bench{:027}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Somebody and a session that this somebody may hold.
async fn holdable(server: &Server, phone: &Phone, ahead: i64) -> Option<(Phone, String)> {
    let day = once(&server.address, &phone.get(&format!("/book?day={}", ahead_by(ahead)))).await.text;
    let sessions: Vec<String> = day.split("href=\"/sessions/").skip(1).filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect();
    for session in sessions {
        let page = once(&server.address, &phone.get(&format!("/sessions/{session}"))).await.text;
        let Some(lead) = between(&page, "name=\"guests[", "]") else { continue };
        let body = format!("at=/sessions/{session}&guests[{lead}]=on&intent={}", intent());
        let answer = once(&server.address, &phone.post("hold", &body)).await;
        if answer.status == 200 {
            once(&server.address, &phone.post("release", &format!("booking={}", answer.text))).await;
            return Some((Phone { lead, ..phone.clone() }, session));
        }
    }
    None
}

/// Holds a place and gives it up again, over and over; what is counted is the pair.
pub async fn hold_and_release(server: &Server, phones: &[Phone], clients: usize, lasting: Duration) -> Measured {
    let mut ready = Vec::new();
    for phone in phones {
        if ready.len() == clients {
            break;
        }
        // Spread over the coming days, so that no session is full and every hold is one.
        for turn in 0..4 {
            if let Some(found) = holdable(server, phone, 1 + (ready.len() as i64 + turn) % 4).await {
                ready.push(found);
                break;
            }
        }
    }
    assert_eq!(ready.len(), clients, "not enough guests can hold something on the coming days");
    let began = Instant::now();
    let tasks = ready.into_iter().map(|(phone, session)| {
        let address = server.address.clone();
        tokio::spawn(async move {
            let mut connection = Connection::open(&address).await;
            let mut each = Vec::new();
            while began.elapsed() < lasting {
                let asked = Instant::now();
                let body = format!("at=/sessions/{session}&guests[{}]=on&intent={}", phone.lead, intent());
                let held = connection.ask(&phone.post("hold", &body)).await;
                assert_eq!(held.status, 200, "{}", held.text);
                let released = connection.ask(&phone.post("release", &format!("booking={}", held.text))).await;
                assert_eq!(released.status, 200, "{}", released.text);
                each.push(asked.elapsed().as_secs_f64() * 1000.0);
            }
            each
        })
    });
    collect(tasks.collect(), began).await
}

/// Places orders of something that costs nothing, over and over.
pub async fn orders(server: &Server, phones: &[Phone], clients: usize, lasting: Duration) -> Measured {
    let phone = &phones[0];
    let mut item = None;
    for key in ["extra-towels", "pillow-menu", "humidifier", "baby-crib"] {
        let answer = once(&server.address, &phone.post("place-order", &order(key, &phone.today))).await;
        if answer.status == 200 {
            item = Some(key);
            break;
        }
    }
    let item = item.expect("something can be ordered now");
    let began = Instant::now();
    let tasks = phones.iter().take(clients).cloned().map(|phone| {
        let address = server.address.clone();
        tokio::spawn(async move {
            let mut connection = Connection::open(&address).await;
            let mut each = Vec::new();
            while began.elapsed() < lasting {
                let asked = Instant::now();
                let placed = connection.ask(&phone.post("place-order", &order(item, &phone.today))).await;
                assert_eq!(placed.status, 200, "{}", placed.text);
                each.push(asked.elapsed().as_secs_f64() * 1000.0);
            }
            each
        })
    });
    collect(tasks.collect(), began).await
}

fn order(item: &str, today: &str) -> String {
    format!("intent={}&basket={item}..1&totals[d{today}]=0&when=now", intent())
}

/// Somebody who pays by card, and the rides that they have not taken yet, the next one last.
pub struct Payer {
    phone: Phone,
    rides: Vec<i64>,
}

/// Each of the crowd, before any ride.
pub async fn payers(server: &Server, crowd: &[Phone]) -> Vec<Payer> {
    let rides = "SELECT s.id FROM sessions s JOIN offers o ON o.id = s.offer_id WHERE o.key = 'bench-ride' ORDER BY s.starts_at DESC";
    let rides: Vec<i64> = sqlx::query_scalar(rides).fetch_all(&server.database.open().await).await.unwrap();
    let mut payers = Vec::new();
    for phone in crowd {
        let page = once(&server.address, &phone.get(&format!("/sessions/{}", rides[0]))).await.text;
        let lead = between(&page, "name=\"guests[", "]").expect("everybody may take a ride");
        payers.push(Payer { phone: Phone { lead, ..phone.clone() }, rides: rides.clone() });
    }
    payers
}

/// Holds a place, begins to pay for it by card, lets the acquirer approve it and comes back, over and over; what is counted
/// is all of it. Each client is several guests in turn, as nobody takes a thousand rides.
pub async fn pay(server: &Server, payers: &mut Vec<Payer>, clients: usize, lasting: Duration) -> Measured {
    let mut parts: Vec<Vec<Payer>> = (0..clients).map(|_| Vec::new()).collect();
    for (number, payer) in payers.drain(..).enumerate() {
        parts[number % clients].push(payer);
    }
    let began = Instant::now();
    let tasks: Vec<_> = parts
        .into_iter()
        .map(|mut part| {
            let address = server.address.clone();
            tokio::spawn(async move {
                let mut connection = Connection::open(&address).await;
                let mut each = Vec::new();
                while began.elapsed() < lasting {
                    let turn = each.len() % part.len();
                    let asked = Instant::now();
                    paid(&mut connection, &mut part[turn]).await;
                    each.push(asked.elapsed().as_secs_f64() * 1000.0);
                }
                (each, part)
            })
        })
        .collect();
    let mut each = Vec::new();
    for task in tasks {
        let (theirs, part) = task.await.unwrap();
        each.extend(theirs);
        payers.extend(part);
    }
    let took = began.elapsed();
    each.sort_by(f64::total_cmp);
    Measured { took, each }
}

async fn paid(connection: &mut Connection, payer: &mut Payer) {
    let (phone, ride) = (&payer.phone, payer.rides.pop().expect("there are rides left"));
    let held = connection.ask(&phone.post("hold", &format!("at=/sessions/{ride}&guests[{}]=on&intent={}", phone.lead, intent()))).await;
    assert_eq!(held.status, 200, "{}", held.text);
    let form = format!("booking={}&expected={PRICE}&intent={}", held.text, intent());
    let begun = connection.ask(&phone.post("pay-by-card", &form)).await;
    assert_eq!(begun.status, 200, "{}", begun.text);
    let chosen = connection.ask(&Request::post(begun.text.trim_matches('"'), &phone.cookie, "card=approve")).await;
    assert_eq!(chosen.status, 303, "{}", chosen.text);
    let back = between(&chosen.head, "location: ", "\r\n").unwrap();
    let shown = connection.ask(&phone.get(&back)).await;
    assert!(shown.status == 303 && shown.head.contains(&format!("location: /bookings/{}\r\n", held.text)), "{}", shown.head);
}

/// What a payment that is captured has left behind: each its receipt, and a booking that is confirmed.
pub async fn all_paid(server: &Server) -> bool {
    let left = "SELECT count(*) FROM bookings b JOIN sessions s ON s.id = b.session_id JOIN offers o ON o.id = s.offer_id
                  LEFT JOIN payments p ON p.booking_id = b.id LEFT JOIN receipts r ON r.payment_id = p.id
                 WHERE o.key = 'bench-ride' AND (b.state <> 'confirmed' OR p.state <> 'captured' OR r.id IS NULL)";
    sqlx::query_scalar::<_, i64>(left).fetch_one(&server.database.open().await).await.unwrap() == 0
}

/// Signs in with login and password, over and over.
pub async fn sign_ins(server: &Server, clients: usize, lasting: Duration) -> Measured {
    let phones = sign_in(server, clients).await;
    let began = Instant::now();
    let tasks = phones.into_iter().map(|phone| {
        let address = server.address.clone();
        tokio::spawn(async move {
            let mut connection = Connection::open(&address).await;
            let mut each = Vec::new();
            let request = Request::post("/api/sign-in", "", &format!("login={}&password={}", phone.login, phone.password));
            while began.elapsed() < lasting {
                let asked = Instant::now();
                let answer = connection.ask(&request).await;
                assert_eq!(answer.status, 200, "{}", answer.text);
                each.push(asked.elapsed().as_secs_f64() * 1000.0);
            }
            each
        })
    });
    collect(tasks.collect(), began).await
}
