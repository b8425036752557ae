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
    let site = tempfile::tempdir().unwrap();
    std::fs::create_dir(site.path().join("pkg")).unwrap();
    std::fs::write(site.path().join("pkg/cabana.0f3a.js"), "1").unwrap();
    std::fs::write(site.path().join("icons.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap();
    let app = TestApp::with(|config| config.site = site.path().to_owned()).await;
    let (anna, visitor) = (app.guest(ANNA).await, app.visitor());
    let page = visitor.get("/sign-in").await;
    let brand = page.attributes("link[href^='/brand/']", "href");
    let (slip, long) = (app.slip(ANNA).await.path, "x".repeat(100 * 1024));
    let at = |path: &str| format!("{}{path}", app.base);
    let form = |path: &str| visitor.http.post(at(path)).form(&[("login", "x"), ("password", "x"), ("lang", "de")]);
    let requests = [
        (200, visitor.http.get(at("/sign-in"))),
        (200, anna.http.get(at("/"))),
        (404, visitor.http.get(at("/no-such-page"))),
        (404, visitor.http.get(at("/api/no-such-door"))),
        (200, visitor.http.get(at("/api/home"))),
        (401, visitor.http.get(at("/api/me"))),
        (422, form("/api/sign-in").header("accept", "application/json")),
        (303, form("/language")),
        (403, form("/api/sign-in").header("sec-fetch-site", "cross-site")),
        (413, visitor.http.post(at("/api/sign-in")).header("content-type", "application/x-www-form-urlencoded").body(format!("login={long}"))),
        (405, visitor.http.delete(at("/sign-in"))),
        (405, visitor.http.post(at("/sw.js"))),
        (405, visitor.http.get(at("/language"))),
        (303, visitor.http.get(at(&slip))),
        (303, visitor.http.get(at("/s/none"))),
        (401, app.visitor().http.get(at("/live"))),
        (200, visitor.http.get(at("/pkg/cabana.0f3a.js"))),
        (404, visitor.http.get(at("/pkg/gone.js"))),
        (200, visitor.http.get(at("/icons.svg"))),
        (200, visitor.http.get(at("/sw.js"))),
        (200, visitor.http.get(at("/manifest.webmanifest"))),
        (200, visitor.http.get(at(&brand[0]))),
        (404, visitor.http.get(at("/words/en.0.txt"))),
        (404, visitor.http.get(at("/pictures/0"))),
    ];
    for (status, request) in requests {
        let answer = request.send().await.unwrap();
        let what = format!("{} {}", answer.url(), answer.status());
        assert_eq!(answer.status(), status, "{what}");
        let header = |name: &str| answer.headers().get(name).map(|value| value.to_str().unwrap()).unwrap_or_default();
        let policy = header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{what}: {policy}");
        assert!(!policy.contains("unsafe-inline"), "{what}: {policy}");
        assert_eq!(
            (header("x-content-type-options"), header("x-frame-options"), header("referrer-policy")),
            ("nosniff", "DENY", "same-origin"),
            "{what}"
        );
    }
}

#[tokio::test]
async fn colours_and_words_are_kept_for_ever_only_at_the_address_of_their_contents() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let address = visitor.get("/").await.ok().attributes("link[href^='/brand/']", "href").remove(0);
    let sheet = visitor.get(&address).await.ok();
    assert!(sheet.headers["cache-control"].to_str().unwrap().contains("immutable"));
    assert_eq!(sheet.headers["content-type"], "text/css; charset=utf-8");
    for other in ["/brand/1.css", "/brand/0000000000000000.css", "/brand/x"] {
        let answer = visitor.get(other).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{other}");
        assert!(!answer.headers.get("cache-control").is_some_and(|value| value.to_str().unwrap().contains("immutable")), "{other}");
    }
    // Other colours have another address; the resort's next version with the same colours has not.
    let repaint = |change: &str| format!("UPDATE resort SET version = version + 1, body = {change}");
    let after = async |sql: String| {
        let mut tx = app.house.begin().await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(tx.conn()).await.unwrap();
        tx.commit().await.unwrap();
        app.visitor().get("/").await.ok().attributes("link[href^='/brand/']", "href").remove(0)
    };
    assert_eq!(after(repaint("body")).await, address);
    let painted = after(repaint("replace(body, '#0e5a54', '#7a1f3d')")).await;
    assert_ne!(painted, address);
    assert_ne!(visitor.get(&painted).await.ok().text, sheet.text);
    assert_eq!(visitor.get(&address).await.status, StatusCode::NOT_FOUND, "the old address never shows the new colours");
}

#[tokio::test]
async fn a_picture_opened_by_itself_runs_nothing() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let pictures: Vec<(String, String)> =
        sqlx::query_as("SELECT hash, media FROM pictures ORDER BY hash").fetch_all(app.house.database.readers()).await.unwrap();
    assert!(pictures.iter().any(|(_, media)| media == "image/svg+xml"));
    for (hash, media) in &pictures {
        let answer = visitor.http.get(format!("{}/pictures/{hash}", app.base)).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()["content-type"], media.as_str());
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
        assert_eq!(answer.headers()["content-security-policy"], "default-src 'none'; style-src 'unsafe-inline'; sandbox", "{hash}");
    }
    assert!(visitor.get("/").await.ok().attributes("img[src]", "src").iter().all(|src| src.starts_with('/')));
}

#[tokio::test]
async fn nothing_outside_the_site_can_be_reached() {
    let site = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(site.path().join("site/pkg")).unwrap();
    std::fs::write(site.path().join("secret.key"), "tell nobody").unwrap();
    std::fs::write(site.path().join("site/secret.key"), "tell nobody").unwrap();
    let app = TestApp::with(|config| config.site = site.path().join("site")).await;
    for path in [
        "/pkg/../secret.key",
        "/pkg/..%2fsecret.key",
        "/pkg/%2e%2e/secret.key",
        "/pkg/..%2f..%2fsecret.key",
        "/pkg/%2fetc%2fpasswd",
        "/secret.key",
        "/pictures/..%2fsecret.key",
        "/words/..%2f..%2fsecret.key",
    ] {
        let mut stream = tokio::net::TcpStream::connect(app.base.strip_prefix("http://").unwrap()).await.unwrap();
        // Written by hand: a client would tidy the path up.
        tokio::io::AsyncWriteExt::write_all(&mut stream, format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").as_bytes())
            .await
            .unwrap();
        let mut answer = String::new();
        tokio::io::AsyncReadExt::read_to_string(&mut stream, &mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 404") || answer.starts_with("HTTP/1.1 400"), "{path}: {answer}");
        assert!(!answer.contains("tell nobody") && !answer.contains("root:"), "{path}");
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
