//! Signing in with login and password, however they were typed; for as long as the slip is good.

use crate::helpers::{ANNA, Answer, Client, JAMES, TestApp};
use cabana::people::login;
use reqwest::StatusCode;

const DAY: i64 = 24 * 3600;

async fn sign_in(client: &Client, login: &str, password: &str) -> Answer {
    client.call("sign-in", &[("login", login), ("password", password)]).await
}

async fn signed_in(client: &Client) -> bool {
    client.read("notices", &[]).await.status == StatusCode::OK
}

#[tokio::test]
async fn what_is_printed_signs_in_however_it_is_typed() {
    let app = TestApp::with(|config| config.sign_in_limits = (1000, 1000, 1000)).await;
    let slip = app.slip(ANNA).await;
    let (small, grouped) = (slip.login.to_lowercase(), login::grouped(&slip.login));
    let logins = [
        slip.login.clone(),
        small.clone(),
        grouped.clone(),
        format!("  {}\t", grouped.to_lowercase()),
        login::to_cyrillic_keys(&small, false),
        login::to_cyrillic_keys(&slip.login, true),
        login::to_cyrillic_keys(&grouped, true),
    ];
    for typed in &logins {
        let phone = app.visitor();
        let answer = sign_in(&phone, typed, &slip.password).await.ok();
        assert!(signed_in(&phone).await, "{typed}");
        let told = answer.json::<String>().contains("told=layout");
        assert_eq!(told, login::has_cyrillic(typed), "{typed}: the guest is told about the keyboard");
    }
    let (half, rest) = slip.password.split_at(5);
    let passwords = [
        format!("{half} {rest}"),
        slip.password.to_uppercase(),
        login::to_cyrillic_keys(&slip.password, false),
        login::to_cyrillic_keys(&format!("{half} {rest}"), true),
    ];
    for typed in &passwords {
        let phone = app.visitor();
        sign_in(&phone, &slip.login, typed).await.ok();
        assert!(signed_in(&phone).await, "{typed}");
    }
}

#[tokio::test]
async fn wrong_and_unknown_get_the_same_answer() {
    let app = TestApp::new().await;
    let slip = app.slip(ANNA).await;
    let other = app.slip(JAMES).await;
    let unknown = login::compose([1, 2, 3, 4, 5, 6, 7, 8]);
    assert_ne!(unknown, slip.login);
    let mut answers = Vec::new();
    for (login, password) in [(&slip.login, "wrong"), (&slip.login, other.password.as_str()), (&unknown, slip.password.as_str())] {
        let phone = app.visitor();
        let answer = sign_in(&phone, login, password).await;
        assert!(answer.headers.get("set-cookie").is_none());
        assert!(!signed_in(&phone).await);
        answers.push((answer.status, answer.text));
    }
    assert_eq!(answers[0].0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
}

#[tokio::test]
async fn a_login_with_a_wrong_letter_is_told_apart() {
    let app = TestApp::new().await;
    let slip = app.slip(ANNA).await;
    let first = if slip.login.starts_with('K') { "M" } else { "K" };
    let mistyped = format!("{first}{}", &slip.login[1..]);
    let answer = sign_in(&app.visitor(), &mistyped, &slip.password).await;
    assert_eq!((answer.status, answer.text.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "\"Mistyped\""));
}

#[tokio::test]
async fn absurd_input_is_refused_calmly() {
    let app = TestApp::new().await;
    let slip = app.slip(ANNA).await;
    let long = "x".repeat(1025);
    for password in ["", long.as_str(), "\0", "پارول 🏖", "' OR 1=1 --"] {
        let answer = sign_in(&app.visitor(), &slip.login, password).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{password:?}");
    }
    let exactly = "y".repeat(1024);
    assert_eq!(sign_in(&app.visitor(), &slip.login, &exactly).await.text, "\"Wrong\"");
    let endless = "z".repeat(30_000);
    assert!(sign_in(&app.visitor(), &endless, "x").await.status.is_client_error());
    let answer = app.visitor().call("sign-in", &[("login", slip.login.as_str())]).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.text);
}

#[tokio::test]
async fn a_slip_cannot_be_tried_for_ever() {
    let app = TestApp::new().await;
    let slip = app.slip(ANNA).await;
    for _ in 0..10 {
        assert_eq!(sign_in(&app.visitor(), &slip.login, "wrong").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let answer = sign_in(&app.visitor(), &slip.login, &slip.password).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{}", answer.text);
    let other = app.slip(JAMES).await;
    sign_in(&app.visitor(), &other.login, &other.password).await.ok();
}

#[tokio::test]
async fn one_address_cannot_try_many_slips() {
    let app = TestApp::with(|config| config.sign_in_limits = (100, 5, 100)).await;
    for n in 0..5_u8 {
        sign_in(&app.visitor(), &login::compose([n; 8]), "wrong").await;
    }
    assert_eq!(sign_in(&app.visitor(), &login::compose([9; 8]), "wrong").await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn before_arrival_the_slip_says_from_when_on() {
    let app = TestApp::new().await;
    let slip = app.slip(ANNA).await;
    app.house.clock.advance(-3 * DAY);
    let answer = sign_in(&app.visitor(), &slip.login, &slip.password).await;
    assert!(answer.text.contains("NotYet"), "{}", answer.text);
    let scanned = app.visitor().get(&slip.path).await;
    assert_eq!(scanned.location.as_deref(), Some("/sign-in?told=early"));
}

#[tokio::test]
async fn after_departure_everything_can_be_read_and_nothing_changed() {
    let app = TestApp::new().await;
    let slip = app.slip(ANNA).await;
    let phone = app.guest(ANNA).await;
    app.house.clock.advance(9 * DAY);
    assert!(signed_in(&phone).await);
    phone.get("/").await.ok();
    let answer = phone.call("cancel-order", &[("order", "1")]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", answer.text);
    let another = app.visitor();
    sign_in(&another, &slip.login, &slip.password).await.ok();
    assert!(signed_in(&another).await, "the slip still opens what can be read");
    app.house.clock.advance(30 * DAY);
    assert!(!signed_in(&phone).await, "then the cabinet is closed");
    assert_eq!(sign_in(&app.visitor(), &slip.login, &slip.password).await.text, "\"Ended\"");
    assert_eq!(app.visitor().get(&slip.path).await.location.as_deref(), Some("/sign-in?told=ended"));
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    let app = TestApp::new().await;
    let answer = app.visitor().get(&app.slip(ANNA).await.path).await;
    let cookie = answer.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let raw = reqwest::Client::new();
    let read = || async { raw.get(format!("{}/api/notices", app.base)).header("cookie", &cookie).send().await.unwrap().status() };
    assert_eq!(read().await, StatusCode::OK);
    let out = raw.post(format!("{}/api/sign-out", app.base)).header("cookie", &cookie).send().await.unwrap();
    assert_eq!(out.status(), StatusCode::OK);
    assert!(out.headers()["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    assert_eq!(read().await, StatusCode::UNAUTHORIZED, "the cookie that was kept opens nothing any more");
}

#[tokio::test]
async fn without_javascript_a_form_signs_in_and_goes_on_to_our_own_pages_only() {
    let app = TestApp::new().await;
    let slip = app.slip(ANNA).await;
    for (next, goes) in [("/notices", "/notices"), ("//evil.example", "/")] {
        let phone = app.visitor();
        let form = [("login", slip.login.as_str()), ("password", slip.password.as_str()), ("next", next)];
        let answer = phone.post("/sign-in", "sign-in", &form).await;
        assert!(answer.status.is_redirection());
        assert_eq!(answer.location.as_deref(), Some(goes));
        assert!(signed_in(&phone).await);
    }
}

#[tokio::test]
async fn everybody_together_cannot_try_for_ever_either() {
    let app = TestApp::with(|config| {
        config.sign_in_limits = (100, 100, 4);
        config.trusted_proxy = Some(std::net::Ipv4Addr::LOCALHOST.into());
    })
    .await;
    let try_from = async |n: u8| {
        let form = [("login", login::compose([n; 8])), ("password", "wrong".to_owned())];
        let request = app.visitor().http.post(format!("{}/api/sign-in", app.base)).form(&form);
        request.header("accept", "application/json").header("x-forwarded-for", format!("203.0.113.{n}")).send().await.unwrap()
    };
    for n in 0..4 {
        assert_eq!(try_from(n).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
    let answer = try_from(5).await;
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS, "another slip, from another address");
    let slip = app.slip(ANNA).await;
    assert_eq!(app.visitor().get(&slip.path).await.location.as_deref(), Some("/"), "a slip's code opens all the same");
}

#[tokio::test]
async fn wrong_and_unknown_are_the_same_work() {
    let app = TestApp::with(|config| config.sign_in_limits = (1000, 1000, 1000)).await;
    let slip = app.slip(ANNA).await;
    let unknown = login::compose([1, 2, 3, 4, 5, 6, 7, 8]);
    let checks = async |door: &str, login: &str, password: &str| {
        let before = app.house.passwords.checks();
        let answer = app.visitor().call(door, &[("login", login), ("password", password)]).await;
        assert_eq!(answer.text, "\"Wrong\"");
        app.house.passwords.checks() - before
    };
    // A password that could have been meant differently is read twice.
    for (password, times) in [("wrong", 1), ("Wrong one", 2), ("цкщтп", 2), (&"y".repeat(1024), 1)] {
        assert_eq!(checks("sign-in", &slip.login, password).await, times, "{password}");
        assert_eq!(checks("sign-in", &unknown, password).await, times, "{password}");
    }
    assert_eq!(checks("staff-sign-in", "mona", "wrong").await, 1);
    assert_eq!(checks("staff-sign-in", "nobody", "wrong").await, 1);
}

/// The text of the phone's basket.
async fn basket(client: &Client) -> String {
    client.read("basket", &[]).await.ok().json::<cabana::orders::BasketDetails>().text
}

#[tokio::test]
async fn what_a_phone_keeps_goes_with_whoever_it_belongs_to() {
    let app = TestApp::new().await;
    let (anna, james) = (app.slip(ANNA).await, app.slip(JAMES).await);
    let phone = app.visitor();
    let fill = async || phone.call("basket-add", &[("offer", "extra-towels")]).await.ok();
    fill().await;
    phone.get(&anna.path).await;
    assert_ne!(basket(&phone).await, "", "filled before signing in, it waits");
    phone.get(&anna.path).await;
    sign_in(&phone, &anna.login, &anna.password).await.ok();
    assert_ne!(basket(&phone).await, "", "the same stay again");
    let forgets = |answer: &Answer| answer.headers.get("clear-site-data").is_some_and(|what| what == "\"storage\"");
    let again = phone.get(&anna.path).await;
    assert!(!forgets(&again), "the same stay keeps its pages");
    let answer = phone.get(&james.path).await;
    assert!(forgets(&answer), "pages of another family were kept");
    assert_eq!(basket(&phone).await, "", "another family's slip on this phone");
    fill().await;
    let answer = sign_in(&phone, &anna.login, &anna.password).await.ok();
    assert!(forgets(&answer), "the same with a password");
    assert_eq!(basket(&phone).await, "", "the same with a password");
    fill().await;
    let answer = phone.call("sign-out", &[]).await.ok();
    let gone: Vec<&str> = answer.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap()).collect();
    assert!(gone.iter().any(|cookie| cookie.starts_with("basket=;") && cookie.contains("Max-Age=0")), "{gone:?}");
    assert_eq!(basket(&phone).await, "", "signed out");
}
