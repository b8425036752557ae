//! No question a guest or a clerk can ask reads a table that only ever grows from end to end.
//!
//! The program runs on a database with thousands of rows of everything and writes every statement it makes into its
//! log; whatever a guest and the desk can do is done once; then SQLite is asked how it would answer each statement.
//! A statement in the sources that was not seen fails the test too, so that a new one cannot be forgotten.

use crate::helpers::program::{Served, cabana, run};
use crate::helpers::{Client, JAMES, furnished};
use crate::place_order::Form;
use cabana::booking::closing::ClosingPage;
use cabana::server::Keys;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Stdio;

/// Tables that only ever grow. The rest is the resort itself: rooms, offers, packages, staff.
const GROWING: [&str; 31] = [
    "stays",
    "guests",
    "slips",
    "caps",
    "spent",
    "asks",
    "sign_ins",
    "staff_log",
    "sessions",
    "closures",
    "bookings",
    "waitlist",
    "participants",
    "scans",
    "uses",
    "cells",
    "included_used",
    "included_by",
    "orders",
    "order_lines",
    "folio_lines",
    "timeline",
    "notices",
    "wishes",
    "interests",
    "guarantees",
    "payments",
    "refunds",
    "receipts",
    "fiscal_tasks",
    "provider_events",
];

/// Indexes over a part of a table that stays small: reading one of them to its end is no fault.
const SMALL_PARTS: [(&str, &str); 16] = [
    ("refunds_sent", "refunds that have not arrived yet"),
    ("guarantees_open", "who asks for their money back and has no answer yet"),
    ("asks_waiting", "what somebody asks for, which lasts minutes"),
    ("payments_stuck", "payments that somebody has to look at"),
    ("refunds_for_the_desk", "what the desk is to give back"),
    ("bookings_invoiced", "bills that nobody has paid"),
    ("wishes_fresh", "marks that nobody has looked at"),
    ("fiscal_tasks_due", "receipts that no register has signed yet"),
    ("fiscal_tasks_open", "receipts that no register has signed yet"),
    ("refunds_due", "refunds that were not sent yet"),
    ("payments_open", "payments that are not decided"),
    ("provider_events_open", "calls that nothing has been done about"),
    ("orders_open", "orders somebody still works on"),
    ("bookings_held", "holds, which last minutes"),
    ("waitlist_served", "who waits for days that have not passed"),
    ("waitlist_line", "who waits for days that have not passed"),
];

/// Statements that may read a whole table, and why.
const MAY_SCAN: [(&str, &str); 1] = [("SELECT reference FROM stays", "the front office's file is compared with all stays at once")];

/// Statements of the sources that need not be seen, and why.
const MAY_BE_UNSEEN: [(&str, &str); 63] = [
    ("UPDATE participants SET given", "found by its number"),
    ("UPDATE participants SET share_back", "found by its number"),
    ("UPDATE bookings SET given", "found by its number"),
    ("SELECT id FROM participants WHERE booking_id = $1 AND checked_in_at", "found by the booking"),
    ("UPDATE bookings SET by_points", "found by its number"),
    ("SELECT p.amount, CAST((SELECT coalesce(sum(f.amount), 0) FROM refunds f WHERE f.payment_id", "found by its payment"),
    ("UPDATE payments SET refunded = refunded - $2", "found by its number"),
    ("INSERT INTO folio_lines (stay_id, kind, subject, subject_id, amount, at, nth)", "found by the key of the subject"),
    ("UPDATE included_used SET used = used - 1", "found by the key of the counter"),
    ("DELETE FROM included_by WHERE subject = $1 AND subject_id = $2 AND item", "found by the key of the subject"),
    ("INSERT INTO guarantees", "a new row, found by its booking"),
    ("UPDATE guarantees SET", "found by its booking"),
    ("SELECT state, amount, answer FROM guarantees", "found by its booking"),
    ("SELECT count(*) FROM guarantees WHERE booking_id", "found by its booking"),
    ("SELECT (SELECT count(*) FROM participants WHERE booking_id = $1 AND (missed_at", "found by the booking"),
    ("SELECT amount FROM caps WHERE guest_id", "found by its person; an import that says it"),
    ("UPDATE asks SET amount", "found by its number; an order whose price has changed meanwhile"),
    ("INSERT INTO notices (stay_id, notice, due_at, created_at, guest_id, personal, ask_id)", "a new row; nothing is looked for"),
    ("WHERE a.state = 'waiting' ORDER BY a.id", "an errand over what waits for an answer"),
    ("UPDATE bookings SET way", "found by its number"),
    ("SELECT id, booking_id, amount, secret, tries, payment_id FROM refunds WHERE id", "found by its number"),
    ("UPDATE payments SET state = 'cancelled', ended_at = $2 WHERE id = $1 AND state = 'stuck'", "found by its number"),
    ("SELECT stay_id FROM bookings WHERE id", "found by its number"),
    ("INSERT INTO interests", "found by the key of stay and offer; written now and then"),
    ("SELECT w.stay_id FROM wishes w JOIN stays st", "over marks that nobody has looked at; only when nothing else has changed"),
    ("UPDATE wishes AS w SET was_full", "found by the key of stay and offer"),
    ("UPDATE wishes AS w SET chance_at", "found by the key of stay and offer"),
    ("UPDATE wishes SET was_full = $3 WHERE stay_id = $1 AND offer_id = $2 AND was_full = $4", "found by the key of stay and offer"),
    ("SELECT receipt_id FROM fiscal_tasks WHERE register", "found by the unique number"),
    ("UPDATE fiscal_tasks SET", "found by its receipt"),
    ("SELECT t.receipt_id, r.stay_id, t.register, t.secret, t.tries, t.trouble, t.state", "found by its receipt"),
    ("SELECT r.series, r.number, r.amount, r.currency, r.body, r.at, p.series", "found by its receipt"),
    ("SELECT body FROM receipts WHERE payment_id", "found by the payment"),
    ("UPDATE payments SET state = 'stuck'", "found by its number"),
    ("INSERT INTO provider_events", "a new row; the same call again is found by its unique name"),
    ("UPDATE provider_events SET done_at", "found by its unique name"),
    ("UPDATE refunds SET", "found by its number"),
    ("UPDATE sandbox_calls SET", "found by its number"),
    ("UPDATE sandbox_payments SET refunded", "found by its key"),
    ("INSERT INTO sandbox_refunds", "a new row, found by its key"),
    ("SELECT id FROM payments WHERE booking_id = $1 AND state = 'captured' LIMIT 1", "found by the booking"),
    ("UPDATE bookings SET hold_until = CASE WHEN retried", "found by its number"),
    ("UPDATE bookings SET paying_from = coalesce", "found by its number"),
    ("SELECT paying_from FROM bookings WHERE id = $1", "found by its number"),
    ("UPDATE bookings SET state = 'held', hold_until = $2, resource_id = $3 WHERE id = $1", "found by its number"),
    ("UPDATE participants SET state = 'active', code = $3", "found by the unique key of booking and guest"),
    ("INSERT INTO uses (booking_id, resource_id, from_cell, to_cell, units) SELECT $2", "found by the key of booking and resource"),
    ("UPDATE uses SET units = units - $4", "found by the key of booking and resource"),
    ("INSERT INTO included_by (subject, subject_id, stay_id, item, guest_id, day, used) SELECT", "found by the key of the subject"),
    ("DELETE FROM included_by WHERE subject = $1 AND subject_id = $2 AND guest_id", "found by the key of the subject"),
    ("UPDATE included_by SET used = used - 1", "found by the key of the subject"),
    ("UPDATE participants SET checked_in_at = $2, checked_in_by = $3 WHERE id = $1 AND checked_in_at = $4", "found by its number"),
    ("UPDATE participants SET said_name = $3, contact = $4", "found by the unique key of booking and guest"),
    ("UPDATE bookings SET resource_id = $2 WHERE id = $1", "found by its number; an import of an offer that needs more"),
    ("SELECT count(*) FROM waitlist WHERE stay_id = $1 AND state = 'offered'", "found by the stay; only for whoever holds too much"),
    ("UPDATE waitlist SET state = 'closed' WHERE state = 'waiting' AND day <", "an errand over those who wait"),
    ("SELECT CAST(CASE WHEN EXISTS (SELECT 1 FROM bookings)", "an import that changes the currency"),
    ("DELETE FROM sign_ins WHERE staff_id =", "an import that takes somebody off the staff"),
    ("INSERT INTO folio_lines (stay_id, kind, subject, subject_id, amount, at) VALUES ($1, $2, 'booking'", "a new row; nothing is looked for"),
    ("UPDATE participants SET guest_id = $3, name = $4", "found by the unique key of booking and guest"),
    ("UPDATE bookings SET answers = $2 WHERE id = $1", "found by its number"),
    ("DELETE FROM sessions WHERE id = $1", "an import with other times"),
    ("UPDATE sessions SET capacity = $2", "an import with other times"),
];

async fn database(folder: &Path) -> SqliteConnection {
    SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(folder.join("cabana.db"))).await.unwrap()
}

/// Three thousand of everything, in the past.
async fn grow(db: &mut SqliteConnection) {
    let many = "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 3000)";
    let rows = [
        "INSERT INTO stays (id, reference, room_id, package_id, lang, arrives, departs, created_at)
         SELECT 10000 + n, 'OLD-' || n, 1 + n % 50, 1, 'en', date('2020-01-01', n || ' days'), date('2020-01-05', n || ' days'), 1 FROM n WHERE n < 1500",
        "INSERT INTO guests (id, stay_id, name, age, lead) SELECT 10000 + n, 10001 + n % 1400, 'Old ' || n, 40, n < 1400 FROM n",
        "INSERT INTO slips (id, stay_id, login, nonce, secret_hash, password_hash, created_at, ended_at)
         SELECT 10000 + n, 10001 + n % 1400, 'OLD' || n, 'o' || n, 'o' || n, '', 1, 2 FROM n",
        "INSERT INTO sign_ins (token_hash, slip_id, agent, created_at, expires_at) SELECT 'o' || n, 10000 + n, '', 1, unixepoch() + 999999 FROM n",
        "INSERT INTO staff_log (at, actor, deed, subject, subject_id, before, after, reason) SELECT n, 'x', 'x', 'x', n, '', '', '' FROM n",
        "INSERT INTO sessions (id, offer_id, day, wall, starts_at, ends_at, capacity)
         SELECT 10000 + n, 1 + n % 9, date('2020-01-01', n || ' days'), '03:07', n * 86400, n * 86400 + 60, 9 FROM n",
        "INSERT INTO bookings (id, stay_id, offer_id, session_id, state, places, starts_at, ends_at, day, wall, zone, total, sold, answers, intent, fee_from, created_at)
         SELECT 10000 + n, 10001 + n % 1400, 1, 10000 + n, 'confirmed', 1, n * 86400, n * 86400 + 60, date('2020-01-01', n || ' days'), '03:07', 'UTC', 0, '{}', '[]', 'o' || n, 1, 1
           FROM n",
        "INSERT INTO waitlist (stay_id, offer_id, day, from_wall, to_wall, whom, places, answers, state, intent, joined_at)
         SELECT 10001 + n % 1400, 1 + n % 9, date('2020-01-01', n || ' days'), '03:07', '03:07', '' || n, 1, '{}', 'left', 'o' || n, 1 FROM n",
        "INSERT INTO participants (booking_id, guest_id, name, age, price, code, state) SELECT 10000 + n, 10000 + n, 'Old', 40, 0, 'OLD' || n, 'active' FROM n",
        "INSERT INTO included_used (stay_id, item, guest_id, day, used, allowed) SELECT 10001 + n % 1400, 'x', n, '', 1, 1 FROM n",
        "INSERT INTO included_by (subject, subject_id, stay_id, item, guest_id, day, used) SELECT 'booking', 10000 + n, 10001 + n % 1400, 'x', n, '', 1 FROM n",
        "INSERT INTO orders (id, stay_id, state, note, total, intent, created_at) SELECT 10000 + n, 10001 + n % 1400, 'delivered', '', 0, 'o' || n, 1 FROM n",
        "INSERT INTO order_lines (order_id, offer_id, sold, quantity, included, unit, extra, amount) SELECT 10000 + n, 1, '{}', 1, 0, 0, 0, 0 FROM n",
        "INSERT INTO folio_lines (stay_id, kind, subject, subject_id, amount, at) SELECT 10001 + n % 1400, 'charge', 'order', 10000 + n, 1, 1 FROM n",
        "INSERT INTO timeline (subject, subject_id, at, actor, name, fact, detail) SELECT 'order', 10000 + n, 1, 'guest', '', 'placed', '{}' FROM n",
        "INSERT INTO notices (stay_id, notice, order_id, due_at, created_at) SELECT 10001 + n % 1400, '{}', 10000 + n, 1, 1 FROM n",
        "INSERT INTO closures (session_id, starts_at, ends_at, day, reason, intent, staff_id, closed_by, closed_at, reopened_by, reopened_at)
         SELECT 10000 + n, n * 86400, n * 86400 + 60, date('2020-01-01', n || ' days'), '', 'o' || n, 1, '', 1, '', 2 FROM n",
        "INSERT INTO wishes (stay_id, offer_id, wished_at) SELECT 10001 + n % 1400, 1 + n / 1400, 1 FROM n WHERE n < 2800",
        "INSERT INTO interests (stay_id, offer_id, first_at, last_at) SELECT 10001 + n % 1400, 1 + n / 1400, 1, 1 FROM n WHERE n < 2800",
    ];
    for sql in rows {
        let (insert, select) = sql.split_once("SELECT").unwrap();
        sqlx::query(AssertSqlSafe(format!("{insert} {many} SELECT {select}")))
            .execute(&mut *db)
            .await
            .unwrap_or_else(|error| panic!("{error}: {sql}"));
    }
}

async fn number(db: &mut SqliteConnection, sql: &str) -> i64 {
    sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(db).await.unwrap_or_else(|error| panic!("{error}: {sql}"))
}

async fn word(db: &mut SqliteConnection, sql: &str) -> String {
    sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(db).await.unwrap_or_else(|error| panic!("{error}: {sql}"))
}

/// The session of an offer, some days ahead.
async fn session(db: &mut SqliteConnection, key: &str, ahead: u8) -> String {
    let sql = format!(
        "SELECT s.id FROM sessions s JOIN offers o ON o.id = s.offer_id WHERE o.key = '{key}' AND s.day >= date('now', '+{ahead} days') ORDER BY s.day, s.id LIMIT 1"
    );
    format!("/sessions/{}", number(db, &sql).await)
}

/// By card: declined, paid after a second step, cancelled; the receipt.
async fn pay(phone: &Client, at: &str, whom: &[i64]) {
    let chosen = async |page: &str, form: &[(&str, &str)]| {
        let answer = phone.http.post(format!("{}{page}", phone.base)).form(form).send().await.unwrap();
        if let Some(back) = answer.headers().get("location") {
            phone.get(back.to_str().unwrap()).await;
        }
    };
    let id: i64 = phone.hold(at, whom, &[]).await.ok().json();
    let id = id.to_string();
    for (card, then) in [("decline", None), ("late", None), ("", None), ("second-step", Some("4071"))] {
        let page: String = phone.call("pay-by-card", &[("booking", &id), ("intent", &Keys::token())]).await.ok().json();
        phone.get(&page).await.ok();
        if card == "late" {
            // While nobody knows it can be turned back from; the page stays what it is.
            chosen(&page, &[("card", "")]).await;
            continue;
        }
        chosen(&page, &[("card", card)]).await;
        if let Some(code) = then {
            chosen(&page, &[("code", code)]).await;
        }
    }
    let data: cabana::booking::BookingData = phone.read("booking-details", &[("id", &id)]).await.ok().json();
    let receipt = data.pay.trail.iter().find_map(|line| line.receipt.clone()).expect("it is paid").0;
    phone.get(&format!("/receipts/{receipt}")).await.ok();
    let paper = phone.http.get(format!("{}/receipts/{receipt}.pdf", phone.base)).send().await.unwrap();
    assert!(paper.status().is_success());
    phone.call("cancel-booking", &[("booking", &id), ("expected_fee", "0")]).await.ok();
    phone.get("/bill").await.ok();
}

/// Everything a guest can ask and do.
async fn guest(phone: &Client, db: &mut SqliteConnection) -> (i64, Vec<i64>) {
    const ANSWERS: [(&str, &str); 1] = [("answers[pressure]", "0")];
    let people: Vec<i64> = sqlx::query_scalar("SELECT g.id FROM guests g JOIN stays s ON s.id = g.stay_id WHERE s.reference = $1 ORDER BY g.id")
        .bind(JAMES)
        .fetch_all(&mut *db)
        .await
        .unwrap();
    let (one, two) = (&people[..1], &people[1..2]);
    let (boat, later) = (session(db, "glass-boat", 2).await, session(db, "glass-boat", 4).await);

    // Sessions: held, changed, confirmed, moved, given back; the same form twice; a full one.
    let intent = Keys::token();
    for _ in 0..2 {
        phone.hold(&boat, one, &[("intent", &intent)]).await.ok();
    }
    let held: i64 = phone.hold(&boat, &people, &[]).await.ok().json();
    phone.call("release", &[("booking", &held.to_string())]).await.ok();
    let moved = phone.book(&boat, &people, &[]).await.to_string();
    phone.get(&format!("/bookings/{moved}")).await.ok();
    phone.get(&format!("/bookings/{moved}/move")).await.ok();
    phone.get(&format!("/bookings/{moved}/calendar.ics")).await.ok();
    phone.call("move-booking", &[("booking", &moved), ("to", &later)]).await.ok();
    // One of two gives up; the same again; then the other.
    for guest in [two[0], two[0], one[0]].map(|guest| guest.to_string()) {
        phone.call("cancel-participant", &[("booking", &moved), ("guest", &guest), ("expected_fee", "0")]).await.ok();
    }
    let full = session(db, "glass-boat", 6).await;
    sqlx::query("UPDATE sessions SET capacity = taken WHERE id = $1")
        .bind(full.rsplit('/').next().unwrap().parse::<i64>().unwrap())
        .execute(&mut *db)
        .await
        .unwrap();
    assert!(phone.hold(&full, one, &[]).await.text.contains("alternatives"));
    phone.get(&full).await.ok();
    wait(phone, db, (&full, &later), (one[0], two[0])).await;
    let good = phone.book(&boat, one, &[]).await;

    // A time of one's own: confirmed and moved, and one whose hold ran out.
    let day = word(db, "SELECT date('now', '+3 days')").await;
    let free = phone.get(&format!("/book?offer=massage-60&day={day}")).await.ok().attributes("a[href^='/times/massage-60/']", "href");
    phone.get(&free[0]).await.ok();
    let massage = phone.book(&free[0], one, &ANSWERS).await.to_string();
    phone.read("move-options", &[("id", &massage)]).await.ok();
    phone.call("move-booking", &[("booking", &massage), ("to", &free[free.len() - 1])]).await.ok();
    phone.call("cancel-booking", &[("booking", &massage), ("expected_fee", "0")]).await.ok();
    let late: i64 = phone.hold(&free[1], two, &ANSWERS).await.ok().json();
    sqlx::query("UPDATE bookings SET hold_until = 1 WHERE id = $1").bind(late).execute(&mut *db).await.unwrap();
    assert!(phone.confirm(late).await.text.contains("Expired"));
    phone.get(&format!("/bookings/{late}")).await.ok();
    phone.hold(&boat, two, &[]).await.ok();

    // Nobody holds so much in a minute.
    sqlx::query("UPDATE bookings SET created_at = created_at - 60").execute(&mut *db).await.unwrap();
    pay(phone, &later, two).await;

    // To the room: included, and charged; taken back.
    for what in ["wished", "watched"] {
        for on in ["true", "false", "true"] {
            phone.call("mark", &[("key", "champagne"), ("what", what), ("on", on)]).await.ok();
        }
    }
    let mut orders = Vec::new();
    for line in [
        &[("offer", "coffee-pot"), ("option", "filter")],
        &[("offer", "champagne"), ("option", "brut")],
        &[("offer", "champagne"), ("option", "brut")],
    ] {
        let form = Form::of(phone, &[line]).await;
        orders.push(form.place(phone).await.unwrap());
        assert_eq!(form.place(phone).await.as_ref(), Ok(&orders[orders.len() - 1]), "the same form again");
        phone.get(&format!("/orders/{}", orders[orders.len() - 1])).await.ok();
    }
    let first = orders.remove(0).to_string();
    phone.call("cancel-order", &[("order", &first)]).await.ok();
    // The champagne that is included is drunk by now.
    spending(phone, db, two[0]).await;

    for page in [
        "/",
        "/notices",
        "/offers",
        "/offers?included=1",
        "/offers/massage-60",
        "/offers/champagne",
        "/offers/glass-boat",
        "/book",
        "/book?month=1",
        "/book?offer=glass-boat",
        &boat,
        "/order",
        "/order/champagne",
        "/basket",
        "/guide",
        "/guide/house-rules",
        "/around",
        "/me",
        "/history",
        "/wishes",
        "/bill",
        "/manifest.webmanifest",
        &format!("/book?day={day}"),
    ] {
        phone.get(page).await.ok();
    }
    for (door, query) in [
        ("home", &[][..]),
        ("offers", &[]),
        ("offer", &[("key", "massage-60")]),
        ("guide", &[]),
        ("book-day", &[]),
        ("book-day", &[("day", &day)]),
        ("next-times", &[("offer", "sunset-sail")]),
        ("next-times", &[("offer", "massage-60")]),
        ("slot-details", &[("at", &boat)]),
        ("order-menu", &[]),
        ("basket", &[]),
        ("me", &[]),
        ("notices", &[]),
        ("my-bookings", &[]),
        ("my-waitlist", &[]),
        ("my-orders", &[]),
        ("bill", &[]),
        ("find", &[("q", "wifi")]),
        ("earlier-stays", &[]),
        ("earlier-stay-details", &[("id", "11450")]),
    ] {
        phone.read(door, query).await.ok();
    }
    let picture = word(db, "SELECT hash FROM pictures LIMIT 1").await;
    phone.get(&format!("/pictures/{picture}")).await.ok();
    phone.stream("/live").await.unwrap().soon().await;
    phone.call("read-notices", &[("upto", "999999")]).await.ok();
    (good, orders.into_iter().map(|order| order.0).collect())
}

/// Somebody of the party may spend nothing, and asks: for places, which is refused, for others, which nobody answers, and for
/// an order.
async fn spending(phone: &Client, db: &mut SqliteConnection, who: i64) {
    let guest = who.to_string();
    for amount in ["5", "0"] {
        phone.call("set-cap", &[("guest", &guest), ("amount", amount)]).await.ok();
    }
    phone.call("let-sign-in", &[("guest", &guest)]).await.ok();
    let slip: cabana::stays::caps::PersonSlip = phone.read("person-slip", &[("guest", &guest)]).await.ok().json();
    let other = Client::of(&phone.base);
    other.call("sign-in", &[("login", slip.login.as_str()), ("password", slip.password.as_str())]).await.ok();
    for (ahead, answered) in [(3, true), (5, false)] {
        let at = session(db, "glass-boat", ahead).await;
        let held: i64 = other.hold(&at, &[who], &[]).await.ok().json();
        assert!(other.confirm(held).await.text.contains("OverCap"));
        other.get(&format!("/bookings/{held}")).await.ok();
        let ask: i64 = other.call("ask-for-booking", &[("booking", &held.to_string())]).await.ok().json();
        let ask = ask.to_string();
        phone.get(&format!("/asks/{ask}")).await.ok();
        phone.get("/me").await.ok();
        if answered {
            phone.call("answer-ask", &[("ask", &ask), ("answer", "no"), ("reason", "Later")]).await.ok();
        }
        other.call("release", &[("booking", &held.to_string())]).await.ok();
    }
    let form = Form::of(&other, &[&[("offer", "champagne"), ("option", "brut")]]).await;
    assert!(form.place(&other).await.is_err());
    let ask = number(db, "SELECT max(id) FROM asks").await.to_string();
    other.call("ask-for-order", &[("ask", &ask)]).await.ok();
    phone.call("answer-ask", &[("ask", &ask), ("answer", "yes")]).await.ok();
    other.get("/me").await.ok();
    let order = number(db, "SELECT max(id) FROM orders").await.to_string();
    other.call("cancel-order", &[("order", &order)]).await.ok();
}

/// The waitlist of a time that is full: joined, changed, left; an offer accepted, and one booked at once.
async fn wait(phone: &Client, db: &mut SqliteConnection, (full, other): (&str, &str), (one, two): (i64, i64)) {
    let join = async |who: i64, more: &[(&str, &str)]| {
        let (guest, intent) = (format!("guests[{who}]"), Keys::token());
        let form = [&[("at", full), (guest.as_str(), "on"), ("intent", intent.as_str())], more].concat();
        phone.call("join-waitlist", &form).await.ok().json::<i64>()
    };
    join(one, &[]).await;
    let entry = join(one, &[]).await;
    phone.get(full).await.ok();
    phone.call("leave-waitlist", &[("entry", &entry.to_string())]).await.ok();
    let entry = join(one, &[]).await;
    join(two, &[("auto", "on"), ("most", "999")]).await;
    let session: i64 = full.rsplit('/').next().unwrap().parse().unwrap();
    sqlx::query("UPDATE sessions SET capacity = taken + 2 WHERE id = $1").bind(session).execute(&mut *db).await.unwrap();
    // Whatever is given up sends what is free along the lines.
    let held: i64 = phone.hold(other, &[one], &[]).await.ok().json();
    phone.call("release", &[("booking", &held.to_string())]).await.ok();
    let offered = number(db, &format!("SELECT booking_id FROM waitlist WHERE id = {entry}")).await;
    phone.confirm(offered).await.ok();
    assert_eq!(number(db, "SELECT count(*) FROM waitlist WHERE state = 'accepted'").await, 2);
}

/// Everything that can be called off: each kind, with a hold, a booking that moves, one that is new, and opened again.
async fn closings(clerk: &Client, db: &mut SqliteConnection, booking: i64) {
    let session = number(db, &format!("SELECT session_id FROM bookings WHERE id = {booking}")).await;
    let resource = number(db, "SELECT id FROM resources WHERE key = 'therapist-lin'").await;
    let day = word(db, "SELECT date('now', '+5 days')").await;
    for what in [
        format!("session/{session}"),
        format!("resource/{resource}/{day}/0900/1300"),
        format!("offer/massage-60/{day}"),
        format!("offer/morning-yoga/{day}"),
    ] {
        let page: ClosingPage = clerk.read("staff-closing", &[("what", &what)]).await.ok().json();
        let sheet = page.sheet.unwrap();
        let mut form = vec![("what".to_owned(), what), ("intent".into(), sheet.intent.clone()), ("reason".into(), "Storm".into())];
        let old = [form.clone(), vec![("seen[999999]".into(), "0".into()), (format!("seen[{booking}]"), "9".into())]].concat();
        assert!(clerk.call_all("staff-close", &old).await.text.contains("Changed"));
        for one in &sheet.affected {
            form.push((format!("seen[{}]", one.booking), one.moves.to_string()));
            form.push((format!("choices[{}]", one.booking), one.alternatives[0].target.path()));
        }
        clerk.call_all("staff-close", &form).await.ok();
    }
    clerk.get(&format!("/staff/bookings?day={day}")).await.ok();
    let closure = number(db, "SELECT max(id) FROM closures").await;
    clerk.call("staff-reopen", &[("closure", &closure.to_string())]).await.ok();
}

/// What the desk says and allows beside letting somebody in; some of it refused.
async fn beyond_the_rules(clerk: &Client, db: &mut SqliteConnection, code: &str, booking: i64) {
    sqlx::query("UPDATE bookings SET starts_at = unixepoch() - 1000 WHERE id = $1").bind(booking).execute(&mut *db).await.unwrap();
    for missed in ["true", "false", "true"] {
        clerk.call("staff-missed", &[("code", code), ("missed", missed)]).await.ok();
    }
    let session = number(db, "SELECT max(id) FROM sessions WHERE cancelled_at IS NULL").await.to_string();
    for seen in ["0", "7"] {
        let form = [("session", &*session), ("beyond", "3"), ("seen", seen), ("reason", "Another bench")];
        clerk.call("staff-allow-beyond", &form).await;
    }
    clerk.call("staff-allow-beyond", &[("session", &session), ("beyond", "5"), ("seen", "9"), ("reason", "Another bench")]).await;
    sqlx::query("UPDATE bookings SET state = 'held', hold_until = unixepoch() + 1, starts_at = unixepoch() + 90000 WHERE id = $1")
        .bind(booking)
        .execute(&mut *db)
        .await
        .unwrap();
    clerk.call("staff-upload-scans", &[("scans", &format!("0123456789abcdef {code} 1"))]).await.ok();
    clerk.read("staff-door-list", &[]).await.ok();
    let coming = number(db, "SELECT max(id) FROM sessions WHERE cancelled_at IS NULL AND starts_at > unixepoch()").await.to_string();
    clerk.get(&format!("/staff/sessions/{coming}")).await.ok();
    let change = [("session", &*coming), ("intent", "fedcba9876543210"), ("reach", "this"), ("capacity", "7"), ("reason", "Fewer chairs")];
    clerk.call("staff-edit-sessions", &change).await.ok();
    let change = [("session", &*coming), ("intent", "fedcba9876543211"), ("reach", "this"), ("dropped", "on"), ("reason", "Nobody comes")];
    clerk.call("staff-edit-sessions", &change).await.ok();
    let id = booking.to_string();
    let later = word(db, "SELECT strftime('%H:%M', 'now', '+6 hours')").await;
    clerk.call("staff-keep-hold", &[("booking", &id), ("until", &later), ("reason", "An invoice")]).await.ok();
    clerk.call("staff-release-hold", &[("booking", &id), ("reason", "A group")]).await.ok();
}

/// Everything the desk can ask and do.
async fn desk(clerk: &Client, db: &mut SqliteConnection, booking: i64, orders: &[i64]) {
    let code = word(db, &format!("SELECT code FROM participants WHERE booking_id = {booking}")).await;
    let stay = number(db, &format!("SELECT id FROM stays WHERE reference = '{JAMES}'")).await.to_string();
    let (accepted, declined) = (orders[0].to_string(), orders[1].to_string());
    clerk.read("staff-money", &[]).await.ok();
    clerk.read("staff-asked-back", &[]).await.ok();
    let companion = number(db, &format!("SELECT max(id) FROM guests WHERE stay_id = {stay} AND lead = 0")).await.to_string();
    clerk.call("staff-set-cap", &[("stay", &stay), ("guest", &companion), ("amount", "9")]).await.ok();
    clerk.call("staff-person-slip", &[("stay", &stay), ("guest", &companion)]).await.ok();
    clerk.read("staff-slips", &[("stay", &stay), ("guest", &companion)]).await.ok();
    let charge =
        "FROM folio_lines f WHERE kind = 'charge' AND NOT EXISTS (SELECT 1 FROM payments p WHERE p.booking_id = f.subject_id) ORDER BY id LIMIT 1";
    let (kind, id) = (word(db, &format!("SELECT subject {charge}")).await, number(db, &format!("SELECT subject_id {charge}")).await.to_string());
    let intent = Keys::token();
    let paid = [("kind", kind.as_str()), ("id", id.as_str()), ("amount", "1"), ("note", "a part"), ("method", "cash"), ("intent", intent.as_str())];
    clerk.call("staff-take-payment", &paid).await.ok();
    for _ in 0..2 {
        clerk.call("staff-advance-order", &[("order", &accepted), ("version", "1"), ("to", "accepted")]).await.ok();
    }
    clerk.call("staff-advance-order", &[("order", &declined), ("version", "1"), ("to", "declined"), ("reason", "Sold out")]).await.ok();
    let day = word(db, "SELECT date('now', '+2 days')").await;
    for page in [
        "/staff",
        "/staff/orders",
        "/staff/orders?state=all",
        &format!("/staff/orders?state=delivered&day={day}"),
        &format!("/staff/orders/{accepted}"),
        "/staff/bookings",
        "/staff/bookings/close",
        &format!("/staff/bookings?day={day}"),
        "/staff/waitlist",
        &format!("/staff/waitlist?day={day}"),
        "/staff/tickets",
        &format!("/staff/tickets/{code}"),
        "/staff/stays",
        "/staff/stays?show=all",
        "/staff/stays?show=arriving",
        "/staff/stays?show=leaving",
        "/staff/stays?q=whitf",
        "/staff/stays?q=305",
        "/staff/stays/new",
        &format!("/staff/stays/{stay}"),
        "/staff/demand",
        "/staff/demand?offer=champagne",
        "/staff/slips",
        &format!("/staff/slips/{stay}"),
        "/staff/receipts",
        "/staff/log",
    ] {
        clerk.get(page).await.ok();
    }
    clerk.call("staff-try-receipt", &[("receipt", "1")]).await.ok();
    sqlx::query(
        "INSERT INTO waitlist (id, stay_id, offer_id, day, from_wall, to_wall, whom, places, answers, state, intent, joined_at)
         VALUES (99999, 10001, 1, '2090-01-01', '03:07', '03:07', '1', 1, '{}', 'waiting', 'late', 1)",
    )
    .execute(&mut *db)
    .await
    .unwrap();
    let turn = [("entry", "99999"), ("day", ""), ("first", "on"), ("reason", "A birthday")];
    clerk.call("staff-waitlist-first", &turn).await.ok();
    clerk.call("staff-waitlist-off", &turn).await.ok();
    clerk.call("staff-check-in", &[("code", &code)]).await.ok();
    closings(clerk, db, booking).await;
    sqlx::query("UPDATE bookings SET day = date('now'), starts_at = unixepoch() - 60, ends_at = unixepoch() + 600 WHERE id = $1")
        .bind(booking)
        .execute(&mut *db)
        .await
        .unwrap();
    assert!(clerk.call("staff-check-in", &[("code", &code)]).await.ok().text.contains("Admitted"));
    let seen = number(db, &format!("SELECT checked_in_at FROM participants WHERE code = '{code}'")).await.to_string();
    clerk.call("staff-undo-check-in", &[("code", &code), ("seen", &seen)]).await.ok();
    beyond_the_rules(clerk, db, &code, booking).await;
    clerk.stream("/staff/live").await.unwrap().soon().await;

    let blank: cabana::stays::StayBlank = clerk.read("staff-new-stay", &[]).await.ok().json();
    let (room, arrives, departs) = (blank.rooms[0].id.to_string(), blank.arrives.to_string(), blank.departs.to_string());
    let form = [
        ("intent", blank.intent.as_str()),
        ("reference", ""),
        ("room", &room),
        ("arrives", &arrives),
        ("departs", &departs),
        ("lang", "uk"),
        ("package", &blank.packages[0].0),
        ("names[0]", "Ada Lovelace"),
        ("ages[0]", "36"),
    ];
    let made: i64 = clerk.call("staff-make-stay", &form).await.ok().json();
    let made = made.to_string();
    let form = [
        ("stay", made.as_str()),
        ("room", &room),
        ("arrives", &arrives),
        ("departs", &departs),
        ("lang", "en"),
        ("seen_room", &room),
        ("seen_arrives", &arrives),
        ("seen_departs", &departs),
        ("seen_lang", "uk"),
    ];
    clerk.call("staff-change-stay", &form).await.ok();
    let slips: cabana::stays::SlipSheets = clerk.read("staff-slips", &[("stay", &made)]).await.ok().json();
    clerk.call("staff-reprint-slip", &[("stay", &made), ("seen", &slips.sheets[0].login)]).await.ok();
    clerk.call("staff-sign-out", &[]).await.ok();
}

/// The statements in a log, in one line each.
fn statements(log: &str) -> BTreeSet<String> {
    let quoted = |line: &str, name: &str| {
        let rest = &line[line.find(&format!("{name}=\""))? + name.len() + 1..];
        let mut escaped = false;
        let end = rest[1..].find(|c| {
            let end = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            end
        })?;
        serde_json::from_str::<String>(&rest[..end + 2]).ok()
    };
    log.lines()
        .filter(|line| line.contains("sqlx::query: "))
        .filter_map(|line| Some(quoted(line, "db.statement")?).filter(|sql| !sql.is_empty()).or_else(|| quoted(line, "summary")))
        .map(|sql| flat(&sql))
        .filter(|sql| ["SELECT", "UPDATE", "DELETE", "INSERT", "WITH"].iter().any(|verb| sql.starts_with(verb)) && !sql.contains("_sqlx_migrations"))
        .collect()
}

fn flat(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tables by the name the plan calls them.
fn names(sql: &str) -> BTreeMap<String, String> {
    let words: Vec<&str> = sql.split([' ', ',', '(', ')']).filter(|word| !word.is_empty()).collect();
    let mut names = BTreeMap::new();
    for (index, word) in words.iter().enumerate() {
        if !["FROM", "JOIN", "UPDATE", "INTO"].contains(word) {
            continue;
        }
        let Some(table) = words.get(index + 1) else { continue };
        names.insert((*table).to_owned(), (*table).to_owned());
        let alias = words.get(index + 2).filter(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
        let alias = alias.or_else(|| words.get(index + 2).filter(|word| **word == "AS").and_then(|_| words.get(index + 3)));
        if let Some(alias) = alias {
            names.insert((*alias).to_owned(), (*table).to_owned());
        }
    }
    names
}

/// What is wrong with the way a statement is answered.
async fn faults(db: &mut SqliteConnection, sql: &str) -> Vec<String> {
    let plan = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"))).fetch_all(db).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
    let names = names(sql);
    let growing = |name: &str| names.get(name).is_some_and(|table| GROWING.contains(&table.as_str()));
    plan.iter()
        .map(|step| step.get::<String, _>("detail"))
        .filter(|step| {
            let mut words = step.split(' ');
            let (verb, name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            let small = SMALL_PARTS.iter().any(|(index, _)| step.ends_with(&format!("INDEX {index}")));
            growing(name) && ((verb == "SCAN" && !small) || step.contains("AUTOMATIC"))
        })
        .map(|step| format!("{step}: {sql}"))
        .collect()
}

/// Every file of Rust in the sources, with its text.
fn sources() -> Vec<(std::path::PathBuf, String)> {
    let (mut found, mut folders) = (Vec::new(), vec![std::path::PathBuf::from("src")]);
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found
}

/// Parts of statements about growing tables, as they stand in the sources.
fn written() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    // `cabana check` reads everything; that is what it is for.
    for (path, text) in sources().into_iter().filter(|(path, _)| !path.ends_with("sums.rs")) {
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for literal in code.replace("\\\"", "").replace("'\"'", "").split('"').skip(1).step_by(2) {
            let sql = flat(literal);
            let about = |table: &&str| ["FROM", "JOIN", "UPDATE", "INTO"].iter().any(|verb| format!("{sql} ").contains(&format!("{verb} {table} ")));
            if !GROWING.iter().any(about) {
                continue;
            }
            // What stands between the parts that are put in.
            let part = sql.split(['{', '}']).step_by(2).max_by_key(|part| part.len()).unwrap_or_default().trim().to_owned();
            found.insert((path.display().to_string(), part));
        }
    }
    found
}

#[tokio::test]
async fn nothing_reads_a_growing_table_from_end_to_end() {
    let folder = furnished().await;
    let mut db = database(folder.path()).await;
    grow(&mut db).await;
    let loud = |arguments: &[&str]| {
        let mut command = cabana(folder.path(), arguments);
        command.env("RUST_LOG", "sqlx::query=debug").env("NO_COLOR", "1").env("SIGN_IN_LIMITS", "1000,1000,1000");
        command
    };
    let arrivals = folder.path().join("arrivals.csv");
    let file = std::fs::read_to_string("demo/arrivals.csv").unwrap();
    // Another package for one, another age, somebody more, and a stay that is new.
    let file = file.replacen("half-board,\"James Whitfield 67;", "ultra,\"James Whitfield 68; Rose Whitfield 40;", 1);
    let fresh = "HB-9999,\"Ada Lovelace\",119,+40,+43,en,ultra,\"Ada Lovelace 36\"\n";
    std::fs::write(&arrivals, format!("{file}{fresh}")).unwrap();
    let imported = run(loud(&["import-arrivals", arrivals.to_str().unwrap()])).await;
    assert!(imported.out.contains("1 new"), "{} {}", imported.out, imported.err);
    let again = run(loud(&["import", "demo"])).await;
    let slip = run(loud(&["slip", JAMES])).await;
    let printed = |name: &str| slip.out.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).unwrap().to_owned();

    // James was here before.
    sqlx::query("UPDATE stays SET person = 'james' WHERE reference IN ($1, 'OLD-1450')").bind(JAMES).execute(&mut db).await.unwrap();

    // What somebody marked is looked at when the server starts, at any hour: each statement about it has something to say.
    for sql in [
        "UPDATE resort SET body = json_set(body, '$.quiet_from', '00:00', '$.quiet_to', '00:00'), version = version + 1",
        "INSERT INTO wishes (stay_id, offer_id, wished_at) SELECT s.id, o.id, 1 FROM stays s JOIN offers o ON o.key IN ('hammam', 'glass-boat') WHERE s.reference = 'HB-1001'",
        "INSERT INTO wishes (stay_id, offer_id, wished_at, price_then, price, was_full)
         SELECT s.id, o.id, 1, 99999, 99999, 1 FROM stays s JOIN offers o ON o.key IN ('sunset-sail', 'champagne') WHERE s.reference = 'HB-1002'",
    ] {
        sqlx::query(sql).execute(&mut db).await.unwrap();
    }

    // The log goes to a file: a pipe nobody reads fills up.
    let log = folder.path().join("log.txt");
    let mut command = loud(&["serve", "--port", "0"]);
    command.stderr(Stdio::from(std::fs::File::create(&log).unwrap()));
    let served = Served::start(command).await;
    let phone = Client::of(&served.base);
    phone.call("sign-in", &[("login", &printed("Login")), ("password", &printed("Password"))]).await.ok();
    let link = printed("Link");
    phone.get(&link[link.find("/s/").unwrap()..]).await;
    let (booking, orders) = guest(&phone, &mut db).await;
    let clerk = Client::of(&served.base);
    let logins = std::fs::read_to_string(folder.path().join("logins.txt")).unwrap();
    let password = logins.lines().find_map(|line| line.strip_prefix("mona\t")).unwrap();
    clerk.call("staff-sign-in", &[("login", "mona"), ("password", password)]).await.ok();
    desk(&clerk, &mut db, booking, &orders).await;
    phone.call("sign-out", &[]).await.ok();
    served.end();

    let log = [imported.err, again.err, slip.err, std::fs::read_to_string(&log).unwrap()].concat();
    let seen = statements(&log);
    assert!(seen.len() > 100, "{seen:?}");
    let mut found = Vec::new();
    for sql in &seen {
        if !MAY_SCAN.iter().any(|(may, _)| sql == may) {
            found.extend(faults(&mut db, sql).await);
        }
    }
    assert!(found.is_empty(), "read from end to end:\n{}", found.join("\n"));
    let unseen: Vec<_> = written()
        .into_iter()
        .filter(|(_, part)| !MAY_BE_UNSEEN.iter().any(|(may, _)| part.starts_with(may)) && !seen.iter().any(|sql| sql.contains(part.as_str())))
        .collect();
    assert!(unseen.is_empty(), "never asked by this test:\n{unseen:#?}");
}
