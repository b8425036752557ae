//! What only PostgreSQL has: a server that may be away or say no, and several machines on one database.

use crate::helpers::events::{Event, Events};
use crate::helpers::{TestApp, databases};
use crate::race::{crowd, rush};
use cabana::base::SessionId;
use cabana::booking::Target;
use std::process::Command;
use std::time::Duration;

/// Runs a command of the binary against a database that cannot be used; answers what it said.
fn refused(database: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_cabana"))
        .args(["slip", "HB-1001"])
        .env("DATABASE_URL", database)
        .env("CABANA_DATA", folder.path())
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(1));
    let said = String::from_utf8(done.stderr).unwrap();
    assert!(said.starts_with("cabana: ") && said.trim_end().lines().count() == 1, "{said}");
    said
}

fn name_of(address: &str) -> &str {
    address.rsplit('/').find(|part| part.starts_with("test_")).unwrap().split('?').next().unwrap()
}

#[tokio::test]
async fn a_database_that_cannot_be_used_is_said_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let missing = databases::address("nowhere");
    let said = refused(&missing);
    assert!(said.contains("the database nowhere at /tmp/") && said.contains("does not exist") && said.contains("createdb nowhere"), "{said}");

    let said = refused("sqlite:data/cabana.db");
    assert!(said.contains("begins with sqlite, and this Cabana was built for PostgreSQL"), "{said}");
    let said = refused("postgres://cabana:secret@127.0.0.1:1/cabana");
    assert!(said.contains("the database cabana at 127.0.0.1:1 cannot be reached") && !said.contains("secret"), "{said}");

    let address = databases::empty(folder.path()).await;
    databases::say("DROP ROLE IF EXISTS strict".to_owned()).await;
    databases::say("CREATE ROLE strict LOGIN PASSWORD 'right'".to_owned()).await;
    let said = refused(&address.replace("//cabana@", "//strict:wrong@"));
    assert!(said.contains("does not let us in: password authentication failed") && !said.contains("wrong"), "{said}");
    // The password is right, but making tables in somebody else's database is another matter.
    let said = refused(&address.replace("//cabana@", "//strict:right@"));
    assert!(said.contains("does not let us in: permission denied for schema public"), "{said}");

    databases::say_to(&address, "CREATE TABLE invoices (id BIGINT)").await;
    let said = refused(&address);
    assert!(said.contains("it holds another program's tables"), "{said}");
    databases::finish(&address);
}

#[tokio::test]
async fn a_newer_schema_is_left_alone() {
    let app = TestApp::new().await;
    let address = app.house.config.database_url.clone();
    databases::say_to(
        &address,
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9000, '', true, '', 0)",
    )
    .await;
    let said = refused(&address);
    assert!(said.contains(&format!("the database {} at", name_of(&address))) && said.contains("from a newer version of Cabana"), "{said}");
}

#[tokio::test]
async fn the_log_cannot_be_changed_and_what_only_reads_cannot_write() {
    let app = TestApp::new().await;
    for sql in ["UPDATE staff_log SET reason = ''", "DELETE FROM staff_log", "TRUNCATE staff_log"] {
        let mut tx = app.house.begin().await.unwrap();
        let error = sqlx::query(sql).execute(tx.conn()).await.unwrap_err();
        assert!(error.to_string().contains("the log is append-only"), "{error}");
    }
    let error = sqlx::query("UPDATE stays SET lang = 'en'").execute(app.house.database.readers()).await.unwrap_err();
    assert!(error.to_string().contains("read-only transaction"), "{error}");
}

#[tokio::test]
async fn letters_that_the_database_does_not_keep_are_refused_and_are_no_fault_of_ours() {
    let app = TestApp::new().await;
    let answer = app.visitor().call("sign-in", &[("login", "HB\0X"), ("password", "x\0"), ("intent", "x")]).await;
    assert!(answer.status.is_client_error(), "{} {}", answer.status, answer.text);
}

/// Reads on to a message, each event within a second: what places say may come before it.
async fn message(stream: &mut Events) {
    while stream.soon().await.name != "message" {}
}

#[tokio::test]
async fn what_is_booked_at_one_server_shows_at_the_other_within_a_second() {
    let here = TestApp::new().await;
    let there = here.beside().await;
    let day = here.at(1, "05:00").await;
    there.at(1, "05:00").await;
    let session = here.session("glass-boat", day).await;
    let (anna, people) = (here.guest("HB-1001").await, here.people("HB-1001").await);
    let phone = there.guest("HB-1001").await;
    let (mut live, mut console) = (phone.stream("/live").await.unwrap(), there.staff("desk").await.stream("/staff/live").await.unwrap());
    let mut stranger = there.guest("HB-1002").await.stream("/live").await.unwrap();
    for stream in [&mut live, &mut console, &mut stranger] {
        assert_eq!(stream.soon().await.name, "hello");
    }
    let held: i64 = anna.hold(&format!("/sessions/{session}"), &people[..1], &[]).await.ok().json();
    message(&mut live).await;
    assert_eq!(stranger.soon().await, Event { name: "places".to_owned(), data: day.to_string() });
    anna.confirm(held).await.ok();
    for stream in [&mut live, &mut console] {
        message(stream).await;
    }
    assert_eq!(stranger.soon().await.name, "places");
    // And the page over there shows it.
    let page = phone.get("/history").await.ok();
    assert!(page.text.contains(&format!("/bookings/{held}")), "{}", page.text);
}

#[tokio::test]
async fn an_errand_is_done_by_one_of_several() {
    let here = TestApp::new().await;
    let there = here.beside().await;
    let claim = async |app: &TestApp, now: i64| app.house.database.claim("tidy", now, now + 14).await.unwrap();
    for now in [1000, 1014, 1100] {
        let claims = (0..8).map(|number| claim(if number % 2 == 0 { &here } else { &there }, now));
        let claimed = futures::future::join_all(claims).await.into_iter().filter(|claimed| *claimed).count();
        assert_eq!(claimed, 1, "{now}");
        assert!(!claim(&there, now + 13).await, "whoever has it may take a while");
    }
}

#[tokio::test]
async fn a_server_that_lost_its_ear_hears_again() {
    let here = TestApp::new().await;
    let there = here.beside().await;
    let phone = there.guest("HB-1001").await;
    let mut live = phone.stream("/live").await.unwrap();
    assert_eq!(live.soon().await.name, "hello");
    let address = &here.house.config.database_url;
    databases::say_to(address, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()")
        .await;
    // What is written while nobody hears the call stays in the outbox.
    let stay = here.stay("HB-1001").await;
    for said in ["while it is deaf", "and it hears again"] {
        let mut tx = here.house.begin().await.unwrap();
        tx.nudge(cabana::server::Nudge::Stay(stay));
        tx.commit().await.unwrap();
        let event = tokio::time::timeout(Duration::from_secs(10), live.next()).await.expect(said);
        assert_eq!(event.unwrap().name, "message", "{said}");
    }
    assert_eq!(here.number("SELECT count(*) FROM outbox").await, 2);
    let now = here.house.clock.now();
    here.house.database.forget_nudges(now + 601).await.unwrap();
    assert_eq!(here.number("SELECT count(*) FROM outbox").await, 0, "what all have read goes");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_guests_at_two_servers_and_ten_places() {
    let here = TestApp::new().await;
    let there = here.beside().await;
    let day = here.at(1, "05:00").await;
    there.at(1, "05:00").await;
    let session = here.session("glass-boat", day).await;
    let mut tx = here.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET capacity = 10 WHERE id = $1").bind(session).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let mut people = crowd(&here, 200, day).await;
    let half = people.split_off(100);
    let target = Target::Session(SessionId(session));
    let (one, other) = tokio::join!(rush(&here, people, target.clone()), rush(&there, half, target));
    assert_eq!(one + other, 10);
    here.sums_are_even().await;
}
