//! What happens to every request: languages, headers, posts from other sites, addresses that lead nowhere.

use crate::helpers::{ANNA, TestApp};
use reqwest::StatusCode;

#[tokio::test]
async fn a_page_is_drawn_in_the_language_that_was_asked_for() {
    let app = TestApp::new().await;
    let page = app.visitor().get_in("ar", "/sign-in").await.ok();
    assert_eq!(page.attributes("html", "dir"), ["rtl"]);
    assert_eq!(page.attributes("html", "lang"), ["ar"]);
    let page = app.visitor().get_in("de-CH", "/sign-in").await.ok();
    assert_eq!(page.attributes("html", "lang"), ["de"]);
}

#[tokio::test]
async fn the_slips_language_greets_and_a_chosen_one_is_remembered() {
    let app = TestApp::new().await;
    let anna = app.guest(ANNA).await;
    assert_eq!(anna.get_in("en", "/").await.ok().attributes("html", "lang"), ["ru"]);
    let answer = anna.http.post(format!("{}/language", app.base)).form(&[("lang", "de"), ("next", "/notices")]).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert_eq!(answer.headers()["location"], "/notices");
    assert_eq!(anna.get("/").await.ok().attributes("html", "lang"), ["de"]);
}

#[tokio::test]
async fn the_language_switch_goes_on_only_to_our_own_pages() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let answer = visitor.http.post(format!("{}/language", app.base)).form(&[("lang", "de"), ("next", "//evil.example/")]).send().await.unwrap();
    assert_eq!(answer.headers()["location"], "/");
    let answer = visitor.http.post(format!("{}/language", app.base)).form(&[("lang", "xx")]).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn posts_from_other_sites_are_refused() {
    let app = TestApp::new().await;
    let anna = app.guest(ANNA).await;
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("origin", "null")] {
        let answer = anna.http.post(format!("{}/api/sign-out", app.base)).header(name, value).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{name}: {value}");
    }
    assert_eq!(anna.read("notices", &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_it_safe() {
    let app = TestApp::new().await;
    for path in ["/", "/sign-in", "/no-such-page", "/api/no-such-door", "/sw.js"] {
        let answer = app.visitor().get(path).await;
        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe-inline"), "{path}: {policy}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(answer.headers["referrer-policy"], "same-origin", "{path}");
    }
}

#[tokio::test]
async fn addresses_that_lead_nowhere_say_so() {
    let app = TestApp::new().await;
    assert_eq!(app.visitor().get("/no-such-page").await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.visitor().call("no-such-door", &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn bad_input_gets_a_clear_answer_and_never_a_fault() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let long = "x".repeat(100 * 1024);
    let bodies: [(&str, Vec<u8>); 6] = [
        ("application/x-www-form-urlencoded", b"login=%FF%FE&password=%00".to_vec()),
        ("application/x-www-form-urlencoded", vec![0xff; 40]),
        ("application/x-www-form-urlencoded", format!("login={long}&password=x").into_bytes()),
        ("application/x-www-form-urlencoded", b"".to_vec()),
        ("application/json", b"{".to_vec()),
        ("multipart/form-data", b"--x".to_vec()),
    ];
    for (media, body) in bodies {
        let answer = visitor.http.post(format!("{}/api/sign-in", app.base)).header("content-type", media).body(body).send().await.unwrap();
        assert!(answer.status().is_client_error(), "{media}: {}", answer.status());
    }
    for path in ["/%00", "/%FF", "/sign-in?next=%FF%FE&told=%00", "/sign-in?__path=%2Fapi%2Fsign-in&__err=%FF"] {
        let answer = visitor.get(path).await;
        assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
    }
}
