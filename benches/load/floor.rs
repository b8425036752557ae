//! What the machine gives at most: the same bytes from a plain handler, the same rows in bare transactions, the same
//! hashes without a server around them.

use crate::database::{BEGIN, Database, Pool};
use argon2::password_hash::PasswordHasher;
use argon2::{Algorithm, Argon2, Params, Version};
use axum::body::Bytes;
use axum::http::header;
use axum::routing::get;
use axum::serve::ListenerExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Answers every request with the bytes of a file.
pub async fn serve(file: &str) {
    let body = Bytes::from(std::fs::read(file).unwrap());
    let answer = move || async move { ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], body) };
    let app = axum::Router::new().fallback(get(answer));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("http://{}", listener.local_addr().unwrap());
    let listener = listener.tap_io(|stream| stream.set_nodelay(true).unwrap());
    axum::serve(listener, app).await.unwrap();
}

/// No key is used twice, whichever floor it was for: they share a database.
static NEXT: AtomicU64 = AtomicU64::new(1);

/// Transactions a second with the given rows, by so many tasks at once.
async fn transactions(pool: Pool, statements: &'static [&'static [&'static str]], clients: usize, lasting: Duration) -> f64 {
    let (began, done) = (Instant::now(), Arc::new(AtomicU64::new(0)));
    let tasks: Vec<_> = (0..clients)
        .map(|_| {
            let (pool, done) = (pool.clone(), done.clone());
            tokio::spawn(async move {
                while began.elapsed() < lasting {
                    let key = format!("bare{}", NEXT.fetch_add(1, Ordering::Relaxed));
                    for transaction in statements {
                        let mut tx = pool.begin_with(BEGIN).await.unwrap();
                        for statement in *transaction {
                            sqlx::query(*statement).bind(&key).execute(&mut *tx).await.unwrap();
                        }
                        tx.commit().await.unwrap();
                    }
                    done.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    done.load(Ordering::Relaxed) as f64 / began.elapsed().as_secs_f64()
}

/// Pairs a second of: a hold with its participant and its line of history; and giving it up.
pub async fn holds(database: &Database, clients: usize, lasting: Duration) -> f64 {
    let pool = database.bare().await;
    transactions(
        pool,
        &[
            &[
                "UPDATE sessions SET taken = taken + 1 WHERE id = (SELECT max(id) FROM sessions WHERE taken < capacity + beyond) AND taken < capacity + beyond AND $1 <> ''",
                "INSERT INTO bookings (stay_id, offer_id, session_id, state, places, starts_at, ends_at, day, wall, zone, total, hold_until, sold, answers, intent, fee_from, created_at)
                 SELECT (SELECT min(id) FROM stays), offer_id, id, 'released', 1, starts_at, ends_at, day, wall, 'UTC', 0, 1, '{}', '{}', $1, 1, 1 FROM sessions ORDER BY id DESC LIMIT 1",
                "INSERT INTO participants (booking_id, guest_id, name, age, price, code, state)
                 SELECT id, (SELECT min(id) FROM guests), 'x', 30, 0, $1, 'active' FROM bookings WHERE intent = $1",
                "INSERT INTO timeline (subject, subject_id, at, actor, name, fact, detail) SELECT 'booking', id, 1, 'guest', 'x', 'held', '{}' FROM bookings WHERE intent = $1",
            ],
            &[
                "UPDATE bookings SET state = 'released' WHERE intent = $1",
                "UPDATE participants SET state = 'ended' WHERE code = $1",
                "UPDATE sessions SET taken = taken - 1 WHERE id = (SELECT max(id) FROM sessions WHERE taken > 0) AND taken > 0 AND $1 <> ''",
                "INSERT INTO timeline (subject, subject_id, at, actor, name, fact, detail) SELECT 'booking', id, 1, 'guest', 'x', 'released', '{}' FROM bookings WHERE intent = $1",
            ],
        ],
        clients,
        lasting,
    )
    .await
}

/// Orders a second: the order, its line, its line of history and its notice.
pub async fn orders(database: &Database, clients: usize, lasting: Duration) -> f64 {
    let pool = database.bare().await;
    transactions(
        pool,
        &[&[
            "INSERT INTO orders (stay_id, state, note, total, intent, created_at) SELECT min(id), 'placed', '', 0, $1, 1 FROM stays",
            "INSERT INTO order_lines (order_id, offer_id, sold, quantity, included, unit, extra, amount)
             SELECT id, (SELECT min(id) FROM offers), '{}', 1, 0, 0, 0, 0 FROM orders WHERE intent = $1",
            "INSERT INTO timeline (subject, subject_id, at, actor, name, fact, detail) SELECT 'order', id, 1, 'guest', 'x', 'placed', '{}' FROM orders WHERE intent = $1",
            "INSERT INTO notices (stay_id, notice, order_id, due_at, created_at) SELECT stay_id, '{}', id, 1, 1 FROM orders WHERE intent = $1",
        ]],
        clients,
        lasting,
    )
    .await
}

/// Payments a second, with the places they are for: a hold, with its participant and its line of history; the attempt to
/// pay, which lengthens the hold; the acquirer's books, which open it and decide it, with the call it makes; and what
/// follows from that: the call kept, the payment captured, its receipt with the next number, the booking confirmed, with its
/// line of the bill, its line of history, its notice and its reminder. Five commits, as each is somebody's word that must
/// hold before the next one speaks: the guest has the place, we have the attempt before the acquirer hears of it, the
/// acquirer has it before the guest goes there, the acquirer has the money before it says so, and we have it before we do.
pub async fn payments(database: &Database, clients: usize, lasting: Duration) -> f64 {
    let pool = database.bare().await;
    transactions(
        pool,
        &[
            &[
                "UPDATE sessions SET taken = taken + 1 WHERE id = (SELECT max(id) FROM sessions WHERE taken < capacity + beyond) AND taken < capacity + beyond AND $1 <> ''",
                "INSERT INTO bookings (stay_id, offer_id, session_id, state, places, starts_at, ends_at, day, wall, zone, total, hold_until, sold, answers, intent, fee_from, created_at)
                 SELECT (SELECT min(id) FROM stays), offer_id, id, 'released', 1, starts_at, ends_at, day, wall, 'UTC', 0, 1, '{}', '{}', $1, 1, 1 FROM sessions ORDER BY id DESC LIMIT 1",
                "INSERT INTO participants (booking_id, guest_id, name, age, price, code, state)
                 SELECT id, (SELECT min(id) FROM guests), 'x', 30, 0, $1, 'active' FROM bookings WHERE intent = $1",
                "INSERT INTO timeline (subject, subject_id, at, actor, name, fact, detail) SELECT 'booking', id, 1, 'guest', 'x', 'held', '{}' FROM bookings WHERE intent = $1",
            ],
            &[
                "UPDATE bookings SET paying_from = 1, hold_until = 2 WHERE intent = $1",
                "INSERT INTO timeline (subject, subject_id, at, actor, name, fact, detail) SELECT 'booking', id, 1, 'guest', 'x', 'paying', '{}' FROM bookings WHERE intent = $1",
                "INSERT INTO payments (stay_id, booking_id, provider, secret, intent, state, amount, currency, lines, method, note, created_at)
                 SELECT stay_id, id, 'sandbox', $1, $1, 'pending', 1800, 'EUR', '[]', 'card', '', 1 FROM bookings WHERE intent = $1",
            ],
            &["INSERT INTO sandbox_payments (reference, secret, amount, currency, back, state) VALUES ($1, $1, 1800, 'EUR', '/', 'waiting')"],
            &[
                "UPDATE sandbox_payments SET state = 'captured' WHERE reference = $1",
                "INSERT INTO sandbox_calls (event, reference, due_at, called_at) VALUES ($1, $1, 1, 1)",
            ],
            &[
                "INSERT INTO provider_events (provider, event, reference, received_at, done_at) VALUES ('sandbox', $1, $1, 1, 1)",
                "UPDATE payments SET state = 'captured', captured_at = 1, reference = $1 WHERE secret = $1",
                "INSERT INTO receipt_series (series, last) SELECT 'A', 1 WHERE $1 <> '' ON CONFLICT (series) DO UPDATE SET last = receipt_series.last + 1",
                "INSERT INTO receipts (series, number, stay_id, payment_id, amount, currency, body, at)
                 SELECT s.series, s.last, p.stay_id, p.id, p.amount, p.currency, '{}', 1 FROM payments p JOIN receipt_series s ON s.series = 'A' WHERE p.secret = $1",
                "UPDATE bookings SET state = 'released' WHERE intent = $1",
                "INSERT INTO folio_lines (stay_id, kind, subject, subject_id, amount, at) SELECT stay_id, 'charge', 'booking', id, 1800, 1 FROM bookings WHERE intent = $1",
                "INSERT INTO timeline (subject, subject_id, at, actor, name, fact, detail) SELECT 'booking', id, 1, 'guest', 'x', 'confirmed', '{}' FROM bookings WHERE intent = $1",
                "INSERT INTO notices (stay_id, notice, booking_id, due_at, created_at) SELECT stay_id, '{}', id, 1, 1 FROM bookings WHERE intent = $1",
                "INSERT INTO notices (stay_id, notice, booking_id, due_at, created_at) SELECT stay_id, '{}', id, 2, 1 FROM bookings WHERE intent = $1",
            ],
        ],
        clients,
        lasting,
    )
    .await
}

/// Argon2id hashes a second with the product's settings, on two threads.
pub fn hashes(lasting: Duration) -> f64 {
    let began = Instant::now();
    let done: usize = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(7 * 1024, 5, 1, None).unwrap());
                    let mut done = 0;
                    while began.elapsed() < lasting {
                        hasher.hash_password(b"a password").unwrap();
                        done += 1;
                    }
                    done
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    done as f64 / began.elapsed().as_secs_f64()
}
