//! Every door of the console, tried by everybody who may not open it. A door that is missing from the list fails.

use crate::helpers::{ANNA, Answer, Client, TestApp};
use reqwest::StatusCode;

/// Who may open a door.
#[derive(Clone, Copy, PartialEq)]
enum Opens {
    /// Everybody signed in to the console.
    Staff,
    Desk,
    Manager,
}
use Opens::{Desk, Manager, Staff};

/// Name, whether it only reads, who may open it, and arguments that can be read.
type Door = (&'static str, bool, Opens, &'static [(&'static str, &'static str)]);

const DOORS: &[Door] = &[
    ("staff-counts", true, Staff, &[]),
    ("staff-today", true, Staff, &[]),
    ("staff-orders", true, Staff, &[]),
    ("staff-order", true, Staff, &[("order", "1")]),
    ("staff-advance-order", false, Staff, &[("order", "1"), ("version", "1"), ("to", "accepted")]),
    ("staff-day-sheet", true, Staff, &[]),
    ("staff-ticket", true, Staff, &[("code", "23456789ACDEFHJKMN")]),
    ("staff-check-in", false, Staff, &[("code", "23456789ACDEFHJKMN")]),
    ("staff-waitlist", true, Staff, &[]),
    ("staff-waitlist-first", false, Staff, &[("entry", "1"), ("day", ""), ("reason", "why")]),
    ("staff-waitlist-off", false, Staff, &[("entry", "1"), ("day", ""), ("reason", "why")]),
    ("staff-demand", true, Desk, &[]),
    ("staff-undo-check-in", false, Staff, &[("code", "23456789ACDEFHJKMN"), ("seen", "1")]),
    ("staff-session", true, Desk, &[("session", "1")]),
    ("staff-edit-sessions", false, Desk, &[("session", "1"), ("intent", "0123456789abcdef"), ("reach", "this"), ("reason", "x")]),
    ("staff-allow-beyond", false, Desk, &[("session", "1"), ("beyond", "1"), ("seen", "0"), ("reason", "x")]),
    ("staff-keep-hold", false, Desk, &[("booking", "1"), ("until", "23:00"), ("reason", "x")]),
    ("staff-release-hold", false, Desk, &[("booking", "1"), ("reason", "x")]),
    ("staff-upload-scans", false, Staff, &[("scans", "")]),
    ("staff-door-list", true, Staff, &[]),
    ("staff-missed", false, Staff, &[("code", "23456789ACDEFHJKMN"), ("missed", "true")]),
    ("staff-closures", true, Staff, &[("day", "2026-11-21")]),
    ("staff-closing", true, Desk, &[]),
    ("staff-close", false, Desk, &[("what", "session/0"), ("intent", "0123456789abcdef"), ("reason", "x")]),
    ("staff-reopen", false, Desk, &[("closure", "0")]),
    ("staff-stays", true, Desk, &[]),
    ("staff-stay", true, Desk, &[("id", "1")]),
    ("staff-stay-history", true, Desk, &[("stay", "1")]),
    ("staff-new-stay", true, Desk, &[]),
    (
        "staff-make-stay",
        false,
        Desk,
        &[("intent", "x"), ("room", "1"), ("arrives", ""), ("departs", ""), ("lang", "en"), ("package", ""), ("names[0]", "A"), ("ages[0]", "1")],
    ),
    (
        "staff-change-stay",
        false,
        Desk,
        &[
            ("stay", "1"),
            ("room", "1"),
            ("arrives", ""),
            ("departs", ""),
            ("lang", "en"),
            ("seen_room", "1"),
            ("seen_arrives", ""),
            ("seen_departs", ""),
            ("seen_lang", "en"),
        ],
    ),
    ("staff-slips", true, Desk, &[("stay", "1")]),
    ("staff-reprint-slip", false, Desk, &[("stay", "1"), ("seen", "not this one")]),
    ("staff-money", true, Desk, &[]),
    ("staff-spending", true, Desk, &[("stay", "1")]),
    ("staff-set-cap", false, Desk, &[("stay", "1"), ("guest", "1"), ("amount", "5")]),
    ("staff-person-slip", false, Desk, &[("stay", "1"), ("guest", "2"), ("seen", "not this one")]),
    ("staff-take-payment", false, Desk, &[("kind", "booking"), ("id", "1"), ("amount", "1"), ("method", "cash"), ("intent", "0123456789abcdef")]),
    ("staff-room-owes", true, Desk, &[("stay", "1")]),
    ("staff-settle-bill", false, Desk, &[("stay", "1"), ("expected", "1"), ("method", "cash"), ("intent", "0123456789abcdef")]),
    ("staff-points", true, Desk, &[("stay", "1")]),
    ("staff-give-points", false, Desk, &[("stay", "1"), ("points", "1"), ("last", "2026-11-30"), ("note", "x"), ("intent", "0123456789abcdef")]),
    ("staff-give-back", false, Desk, &[("refund", "1")]),
    ("staff-close-stuck", false, Desk, &[("payment", "1"), ("reason", "x")]),
    ("staff-leave-on-bill", false, Desk, &[("booking", "1"), ("reason", "x")]),
    ("staff-asked-back", true, Desk, &[]),
    ("staff-give-money-back", false, Desk, &[("booking", "1")]),
    ("staff-decline-money-back", false, Desk, &[("booking", "1"), ("reason", "x")]),
    ("staff-receipts-waiting", true, Desk, &[]),
    ("staff-try-receipt", false, Desk, &[("receipt", "1")]),
    ("staff-log", true, Manager, &[]),
    ("staff-second-factor", true, Staff, &[]),
    ("staff-turn-on-second-factor", false, Staff, &[("nonce", "00000000000000000000000000000000"), ("code", "123456")]),
    ("staff-turn-off-second-factor", false, Staff, &[("code", "123456")]),
];

/// Doors that anybody may knock at: they let people in and out.
const OPEN: &[&str] = &["staff-sign-in", "staff-sign-out"];

async fn knock(client: &Client, door: &Door) -> Answer {
    if door.1 { client.read(door.0, door.3).await } else { client.call(door.0, door.3).await }
}

#[test]
fn every_door_of_the_console_is_in_the_list() {
    let doors = server_fn::axum::server_fn_paths().map(|(path, _)| path.trim_start_matches("/api/").to_owned());
    let mut doors: Vec<String> = doors.filter(|door| door.starts_with("staff-")).collect();
    doors.sort();
    let mut listed: Vec<&str> = DOORS.iter().map(|door| door.0).chain(OPEN.iter().copied()).collect();
    listed.sort_unstable();
    assert_eq!(doors, listed, "say here who may open each door");
}

#[tokio::test]
async fn guests_and_strangers_open_no_door_of_the_console() {
    let app = TestApp::new().await;
    let before = app.number("SELECT count(*) FROM staff_log").await;
    for who in [app.visitor(), app.guest(ANNA).await] {
        for door in DOORS {
            let answer = knock(&who, door).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{}: {}", door.0, answer.text);
        }
    }
    assert_eq!(app.number("SELECT count(*) FROM staff_log").await, before);
}

#[tokio::test]
async fn each_role_opens_its_own_doors_only() {
    let app = TestApp::new().await;
    for role in ["service", "desk", "manager"] {
        let who = app.staff(role).await;
        for door in DOORS {
            let may = match door.2 {
                Staff => true,
                Desk => role != "service",
                Manager => role == "manager",
            };
            let answer = knock(&who, door).await;
            assert_eq!(answer.status != StatusCode::FORBIDDEN, may, "{role} at {}: {} {}", door.0, answer.status, answer.text);
            assert!(answer.status != StatusCode::UNAUTHORIZED && !answer.status.is_server_error(), "{role} at {}: {}", door.0, answer.status);
        }
    }
}

#[tokio::test]
async fn a_console_is_no_guest_and_ends_with_its_sign_out() {
    let app = TestApp::new().await;
    let desk = app.staff("desk").await;
    assert_eq!(desk.read("notices", &[]).await.status, StatusCode::UNAUTHORIZED);
    desk.call("staff-sign-out", &[]).await.ok();
    assert_eq!(desk.read("staff-counts", &[]).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn pages_of_the_console_are_drawn_for_staff_and_ask_everybody_else_to_sign_in() {
    let app = TestApp::new().await;
    let stay = app.stay(ANNA).await;
    let pages = [
        "/staff".to_owned(),
        "/staff/orders".to_owned(),
        "/staff/orders?state=all".to_owned(),
        "/staff/bookings".to_owned(),
        "/staff/waitlist".to_owned(),
        "/staff/bookings/close".to_owned(),
        "/staff/tickets".to_owned(),
        "/staff/stays".to_owned(),
        "/staff/stays/new".to_owned(),
        format!("/staff/stays/{stay}"),
        format!("/staff/slips/{stay}"),
        "/staff/demand".to_owned(),
        "/staff/log".to_owned(),
    ];
    let (manager, guest) = (app.staff("manager").await, app.guest(ANNA).await);
    for page in &pages {
        for lang in ["en", "ru", "ar"] {
            let drawn = manager.get_in(lang, page).await.ok();
            assert_eq!(drawn.all("main h1").len(), 1, "{page}");
            assert!(drawn.all(".console-rail a").len() >= 8, "{page}");
            assert!(drawn.all(".alert-warn, .alert-bad").is_empty(), "{page}: {:?}", drawn.all(".alert"));
        }
        let asked = guest.get_in("en", page).await.ok();
        assert!(asked.all(".console").is_empty() && asked.all("input[name=password]").len() == 1, "{page}");
        assert!(!asked.text.contains("Whitfield"), "{page}");
    }
    assert_eq!(manager.get("/staff/no-such-page").await.status, StatusCode::NOT_FOUND);
    assert_eq!(manager.get("/staff/stays/999999").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn each_role_sees_its_own_part_of_the_console() {
    let app = TestApp::new().await;
    let links = |page: Answer| page.ok().attributes(".console-rail a", "href");
    let service = links(app.staff("service").await.get("/staff").await);
    assert!(service.contains(&"/staff/orders".to_owned()) && !service.contains(&"/staff/stays".to_owned()), "{service:?}");
    let desk = links(app.staff("desk").await.get("/staff").await);
    assert!(desk.contains(&"/staff/stays".to_owned()) && !desk.contains(&"/staff/log".to_owned()), "{desk:?}");
    assert!(links(app.staff("manager").await.get("/staff").await).contains(&"/staff/log".to_owned()));
    let sheet: serde_json::Value = app.staff("service").await.read("staff-today", &[]).await.ok().json();
    assert_eq!((sheet["arrivals"].as_array().unwrap().len(), sheet["departures"].as_array().unwrap().len()), (0, 0));
}

#[tokio::test]
async fn a_password_of_the_console_is_asked_like_a_slips() {
    let app = TestApp::new().await;
    let login = "mona";
    let logins = std::fs::read_to_string(app.folder().join("logins.txt")).unwrap();
    let password = logins.lines().find(|line| line.contains(login)).and_then(|line| line.split_whitespace().last()).unwrap().to_owned();
    let wrong = app.visitor().call("staff-sign-in", &[("login", login), ("password", "wrong")]).await;
    let unknown = app.visitor().call("staff-sign-in", &[("login", "nobody"), ("password", password.as_str())]).await;
    assert_eq!((wrong.status, &wrong.text), (unknown.status, &unknown.text));
    let mona = app.visitor();
    mona.call("staff-sign-in", &[("login", " Mona "), ("password", password.as_str())]).await.ok();
    assert_eq!(mona.read("staff-log", &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_second_factor_is_asked_for_once_it_is_set_up_and_its_digits_are_good_once() {
    let app = TestApp::new().await;
    let login = "mona";
    let logins = std::fs::read_to_string(app.folder().join("logins.txt")).unwrap();
    let password = logins.lines().find(|line| line.contains(login)).and_then(|line| line.split_whitespace().last()).unwrap().to_owned();
    let sign_in = async |code: &str| app.visitor().call("staff-sign-in", &[("login", login), ("password", &password), ("code", code)]).await;
    let mona = app.visitor();
    mona.call("staff-sign-in", &[("login", login), ("password", &password)]).await.ok();

    let factor: serde_json::Value = mona.read("staff-second-factor", &[]).await.ok().json();
    let (nonce, key) = (factor["nonce"].as_str().unwrap(), factor["key"].as_str().unwrap());
    assert_eq!(factor["on"], false);
    assert!(factor["qr"].as_str().unwrap().starts_with("<svg"));
    let app_of_mona = totp_rs::Builder::new().with_secret(totp_rs::Secret::try_from_base32(key).unwrap()).build().unwrap();
    let digits = |app: &TestApp| app_of_mona.generate(u64::try_from(app.house.clock.now()).unwrap()).to_string();

    // Somebody who only looked at the screen cannot turn it on with a nonce of their own.
    let refused = mona.call("staff-turn-on-second-factor", &[("nonce", "f".repeat(32).as_str()), ("code", &digits(&app))]).await;
    assert_eq!(refused.text, "\"CodeWrong\"");
    mona.call("staff-turn-on-second-factor", &[("nonce", nonce), ("code", &digits(&app))]).await.ok();
    assert_eq!(sign_in("").await.text, "\"CodeNeeded\"");
    assert_eq!(sign_in("000000").await.text, "\"CodeWrong\"");
    assert_eq!(sign_in(&digits(&app)).await.text, "\"CodeWrong\"", "these digits turned it on");
    app.house.clock.advance(30);
    sign_in(&digits(&app)).await.ok();
    assert_eq!(sign_in(&digits(&app)).await.text, "\"CodeWrong\"", "the same digits twice");
    let wrong = app.visitor().call("staff-sign-in", &[("login", login), ("password", "wrong"), ("code", &digits(&app))]).await;
    assert_eq!(wrong.text, "\"Wrong\"");

    app.house.clock.advance(30);
    mona.call("staff-turn-off-second-factor", &[("code", &digits(&app))]).await.ok();
    sign_in("").await.ok();
    let deeds = app.number("SELECT count(*) FROM staff_log WHERE deed IN ('second_factor_on', 'second_factor_off')").await;
    assert_eq!(deeds, 2);
}
