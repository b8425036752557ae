//! What is here and what it costs, hearts, and the guide.

use crate::helpers::{ANNA, Client, JAMES, TestApp};
use cabana::catalog::{OfferPageData, OffersPageData, Tag};
use cabana::guide::{AroundData, Article, GuideData};
use reqwest::StatusCode;

async fn list(client: &Client, query: &[(&str, &str)]) -> OffersPageData {
    client.read("offers", query).await.ok().json()
}

async fn tag(client: &Client, key: &str) -> Tag {
    let data: OfferPageData = client.read("offer", &[("key", key)]).await.ok().json();
    data.card.tag
}

fn keys(data: &OffersPageData) -> Vec<&str> {
    data.cards.iter().map(|card| card.key.as_str()).collect()
}

#[tokio::test]
async fn a_visitor_sees_everything_at_its_public_price() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let data = list(&visitor, &[]).await;
    assert!(data.cards.len() >= 40, "{}", data.cards.len());
    assert_eq!(data.package, None);
    assert!(data.cards.iter().all(|card| !card.wished && matches!(card.tag, Tag::Free | Tag::Extra { used_up: false, .. })));
    let page = visitor.get_in("en", "/offers").await.ok();
    assert_eq!(page.all(".offer-card").len(), data.cards.len());
    assert!(page.all("h1").iter().any(|title| title == "What is here"));
    let page = visitor.get_in("en", "/offers/champagne").await.ok();
    assert_eq!(page.all(".act-price b"), ["€95"]);
    assert_eq!(page.attributes(".act-bar a", "href"), ["/order/champagne"]);
    assert_eq!(page.attributes(".page-actions a", "href"), ["/sign-in?next=/offers/champagne"]);
}

#[tokio::test]
async fn a_guest_sees_what_the_package_includes() {
    let app = TestApp::new().await;
    let (anna, james) = (app.guest(ANNA).await, app.guest(JAMES).await);
    assert!(matches!(tag(&anna, "champagne").await, Tag::Left { left: 1, of: 1, .. }));
    assert!(matches!(tag(&anna, "coffee-pot").await, Tag::Left { left: 2, of: 2, .. }));
    // Two juices a day for each of the four.
    assert!(matches!(tag(&anna, "fresh-juice").await, Tag::Left { left: 8, of: 8, .. }));
    assert!(matches!(tag(&james, "champagne").await, Tag::Extra { price: 9500, used_up: false }));
    let free = list(&anna, &[("included", "1")]).await;
    assert!(keys(&free).contains(&"champagne"));
    assert!(free.cards.iter().all(|card| !matches!(card.tag, Tag::Extra { .. })));
    assert!(free.package.is_some());
    let page = anna.get_in("en", "/offers/champagne").await.ok();
    assert_eq!(page.all(".package-left").len(), 1);
}

#[tokio::test]
async fn a_used_share_is_counted_and_then_costs() {
    let app = TestApp::new().await;
    let anna = app.guest(ANNA).await;
    let stay = app.stay(ANNA).await;
    let today = app.shelf().await.time.day(app.house.clock.now());
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("INSERT INTO included_used (stay_id, item, guest_id, day, used, allowed) VALUES ($1, 'coffee-pot', 0, $2, 1, 2)")
        .bind(stay.0)
        .bind(today.to_string())
        .execute(tx.conn())
        .await
        .unwrap();
    sqlx::query("INSERT INTO included_used (stay_id, item, guest_id, day, used, allowed) VALUES ($1, 'champagne', 0, '', 1, 1)")
        .bind(stay.0)
        .execute(tx.conn())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert!(matches!(tag(&anna, "coffee-pot").await, Tag::Left { left: 1, of: 2, .. }));
    assert!(matches!(tag(&anna, "champagne").await, Tag::Extra { price: 9500, used_up: true }));
}

#[tokio::test]
async fn hearts_are_put_and_taken_away_and_are_ones_own() {
    let app = TestApp::new().await;
    let (anna, james) = (app.guest(ANNA).await, app.guest(JAMES).await);
    for _ in 0..2 {
        anna.call("mark", &[("what", "wished"), ("key", "champagne"), ("on", "true")]).await.ok();
        assert_eq!(app.number("SELECT count(*) FROM wishes WHERE wished_at IS NOT NULL").await, 1);
    }
    james.call("mark", &[("what", "wished"), ("key", "coffee-pot"), ("on", "true")]).await.ok();
    assert_eq!(keys(&list(&anna, &[("wished", "1")]).await), ["champagne"]);
    assert_eq!(keys(&list(&james, &[("wished", "1")]).await), ["coffee-pot"]);
    // Taking away what another guest has a heart on touches nothing of theirs.
    james.call("mark", &[("what", "wished"), ("key", "champagne"), ("on", "false")]).await.ok();
    assert_eq!(keys(&list(&anna, &[("wished", "1")]).await), ["champagne"]);
    let page = anna.get("/offers/champagne").await.ok();
    assert_eq!(page.attributes(".heart button", "aria-pressed"), ["true"]);
    assert_eq!(page.attributes(".heart input[name=on]", "value"), ["false"]);
    for _ in 0..2 {
        anna.call("mark", &[("what", "wished"), ("key", "champagne"), ("on", "false")]).await.ok();
    }
    assert!(list(&anna, &[("wished", "1")]).await.cards.is_empty());
    assert!(anna.get_in("en", "/offers?wished=1").await.ok().attributes(".empty a", "href").contains(&"/offers".to_owned()));
}

#[tokio::test]
async fn a_heart_without_javascript_comes_back_to_the_page() {
    let app = TestApp::new().await;
    let anna = app.guest(ANNA).await;
    let answer = anna.post("/offers/hammam", "mark", &[("what", "wished"), ("key", "hammam"), ("on", "true")]).await;
    assert_eq!((answer.status, answer.location.as_deref()), (StatusCode::FOUND, Some("/offers/hammam")));
    assert_eq!(app.number("SELECT count(*) FROM wishes WHERE wished_at IS NOT NULL").await, 1);
}

#[tokio::test]
async fn two_phones_put_the_same_heart_at_once() {
    let app = TestApp::new().await;
    let anna = app.guest(ANNA).await;
    let taps = (0..12).map(|_| {
        let anna = anna.clone();
        tokio::spawn(async move { anna.call("mark", &[("what", "wished"), ("key", "hammam"), ("on", "true")]).await.status })
    });
    for tap in taps.collect::<Vec<_>>() {
        assert_eq!(tap.await.unwrap(), StatusCode::OK);
    }
    assert_eq!(app.number("SELECT count(*) FROM wishes WHERE wished_at IS NOT NULL").await, 1);
}

#[tokio::test]
async fn hearts_are_refused_kindly() {
    let app = TestApp::new().await;
    let (visitor, anna) = (app.visitor(), app.guest(ANNA).await);
    let status = async |client: &Client, form: &[(&str, &str)]| client.call("mark", form).await.status;
    assert_eq!(status(&visitor, &[("what", "wished"), ("key", "champagne"), ("on", "true")]).await, StatusCode::UNAUTHORIZED);
    assert_eq!(status(&anna, &[("what", "wished"), ("key", "no-such-thing"), ("on", "true")]).await, StatusCode::NOT_FOUND);
    assert_eq!(status(&anna, &[("what", "wished"), ("key", "champagne"), ("on", "perhaps")]).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(status(&anna, &[("what", "wished"), ("key", "champagne")]).await, StatusCode::BAD_REQUEST);
    assert_eq!(status(&anna, &[("what", "eaten"), ("key", "champagne"), ("on", "true")]).await, StatusCode::UNPROCESSABLE_ENTITY);
    app.house.clock.advance(12 * 24 * 3600);
    assert_eq!(status(&anna, &[("what", "wished"), ("key", "champagne"), ("on", "true")]).await, StatusCode::FORBIDDEN);
    assert_eq!(app.number("SELECT count(*) FROM wishes WHERE wished_at IS NOT NULL").await, 0);
}

#[tokio::test]
async fn words_are_found_however_they_are_typed() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let found = async |lang: &'static str, q: &str| {
        let request = visitor.http.get(format!("{}/api/offers", app.base)).query(&[("q", q)]).header("accept-language", lang);
        let data: OffersPageData = request.send().await.unwrap().json().await.unwrap();
        data.cards.into_iter().map(|card| card.key).collect::<Vec<_>>()
    };
    assert_eq!(found("en", "CHAMPAGNE ice").await.first().map(String::as_str), Some("champagne"));
    assert_eq!(found("ru", "шампанское во льду").await.first().map(String::as_str), Some("champagne"));
    // The summary is searched too: the page's language, nobody else's.
    assert!(found("en", "strawberries").await.contains(&"champagne".to_owned()));
    assert!(found("ru", "strawberries").await.is_empty());
    assert!(found("en", "no such thing at all").await.is_empty());
    let long = "ё".repeat(5000);
    assert!(found("ru", &long).await.is_empty());
    for odd in ["%", "'; DROP TABLE offers; --", "</script><script>", "\u{0}", "٪"] {
        found("en", odd).await;
    }
    let page = visitor.get_in("en", "/offers?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E").await.ok();
    assert!(!page.text.contains("<script>alert"));
    assert_eq!(page.all(".empty").len(), 1);
}

#[tokio::test]
async fn filters_work_as_a_plain_form() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let page = visitor.get_in("en", "/offers?q=&category=sea&age=").await.ok();
    let sea = list(&visitor, &[("category", "sea")]).await;
    assert_eq!(page.all(".offer-card").len(), sea.cards.len());
    assert!(!sea.cards.is_empty() && sea.cards.iter().all(|card| card.category == "sea"));
    assert_eq!(page.attributes(".pills [aria-current]", "href"), ["/offers?category=sea"]);
    assert_eq!(page.attributes("form.find", "action"), ["/offers"]);
    let child = list(&visitor, &[("age", "7")]).await;
    assert!(!keys(&child).contains(&"champagne") && !keys(&child).contains(&"massage-60"));
    assert!(!child.cards.is_empty());
    let today = list(&visitor, &[("today", "1")]).await;
    assert!(today.cards.len() < list(&visitor, &[]).await.cards.len());
    // What cannot be read narrows nothing.
    assert_eq!(list(&visitor, &[("age", "-1"), ("included", "maybe")]).await.cards.len(), list(&visitor, &[]).await.cards.len());
    assert!(list(&visitor, &[("category", "no-such")]).await.cards.is_empty());
}

#[tokio::test]
async fn every_offer_can_be_opened_in_every_language() {
    let app = TestApp::new().await;
    let (visitor, anna) = (app.visitor(), app.guest(ANNA).await);
    for card in list(&visitor, &[]).await.cards {
        let page = anna.get(&format!("/offers/{}", card.key)).await.ok();
        assert_eq!(page.all("h1").len(), 1, "{}", card.key);
        assert_eq!(page.all("main").len(), 1, "{}", card.key);
    }
    for lang in ["en", "ru", "uk", "de", "tr", "ar"] {
        let page = visitor.get_in(lang, "/offers/reef-snorkelling").await.ok();
        assert_eq!(page.attributes("html", "lang"), [lang]);
        assert_eq!(page.all(".policy-bar li").len(), 3);
        assert_eq!(page.attributes(".act-bar a", "href"), ["/book?offer=reef-snorkelling"]);
    }
}

#[tokio::test]
async fn an_unknown_offer_is_not_found() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    for path in ["/offers/no-such-thing", "/offers/%00", "/offers/..%2f..", "/guide/no-such-page"] {
        assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(visitor.read("offer", &[("key", "no-such-thing")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(visitor.read("guide-page", &[("key", "no-such-page")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_wifi_password_is_for_guests() {
    let app = TestApp::new().await;
    let (visitor, anna) = (app.visitor(), app.guest(ANNA).await);
    let shelf = app.shelf().await;
    let password = shelf.resort.wifi_password.clone();
    let mut paths = vec!["/guide".to_owned(), "/around".to_owned()];
    paths.extend(shelf.pages.iter().map(|page| format!("/guide/{}", page.key)));
    for lang in ["en", "ru", "uk", "de", "tr", "ar"] {
        for path in &paths {
            let page = visitor.get_in(lang, path).await.ok();
            assert!(!page.text.contains(&password), "{lang} {path}");
        }
    }
    let page = anna.get("/guide").await.ok();
    assert!(page.all(".wifi dd").contains(&password));
    let data: GuideData = visitor.read("guide", &[]).await.ok().json();
    assert_eq!(data.password, None);
    // Once the stay is over the password is no longer shown, and everything else is.
    app.house.clock.advance(12 * 24 * 3600);
    let page = anna.get("/guide").await.ok();
    assert!(!page.text.contains(&password));
}

#[tokio::test]
async fn the_routine_is_of_the_chosen_day() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let first: GuideData = visitor.read("guide", &[]).await.ok().json();
    assert_eq!(first.days.len(), 7);
    assert!(!first.routine.is_empty() && !first.emergency.is_empty() && !first.pages.is_empty());
    let mut dances = 0;
    for day in &first.days {
        let data: GuideData = visitor.read("guide", &[("day", &day.to_string())]).await.ok().json();
        assert_eq!(data.day, *day);
        assert!(data.routine.is_sorted_by_key(|line| line.at.clone()));
        dances += data.routine.iter().filter(|line| line.at == "21:30").count();
    }
    assert_eq!(dances, 3);
    for odd in ["2020-01-01", "tomorrow", ""] {
        let data: GuideData = visitor.read("guide", &[("day", odd)]).await.ok().json();
        assert_eq!(data.day, first.day, "{odd}");
    }
    let page = visitor.get_in("en", &format!("/guide?day={}", first.days[3])).await.ok();
    assert_eq!(page.attributes(".strip [aria-current=date]", "href"), [format!("/guide?day={}#routine", first.days[3])]);
    assert!(page.attributes(".call", "href").iter().all(|href| href.starts_with("tel:")));
}

#[tokio::test]
async fn places_are_told_nearest_first() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let all: AroundData = visitor.read("around", &[]).await.ok().json();
    assert!(all.places.len() >= 10 && all.places.is_sorted_by_key(|place| place.metres));
    let beaches: AroundData = visitor.read("around", &[("kind", "beach")]).await.ok().json();
    assert!(!beaches.places.is_empty() && beaches.places.iter().all(|place| place.kind == "beach"));
    assert_eq!(beaches.kinds, all.kinds);
    let page = visitor.get_in("en", "/around?kind=beach").await.ok();
    assert_eq!(page.all(".place").len(), beaches.places.len());
    assert!(page.attributes(".place a", "href").iter().any(|href| href.starts_with("https://www.openstreetmap.org/")));
    assert_eq!(visitor.get_in("en", "/around?kind=volcano").await.ok().all(".empty").len(), 1);
}

#[tokio::test]
async fn pages_of_the_house_are_read_in_the_language_of_the_page() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    for page in &app.shelf().await.pages {
        for lang in ["en", "ar"] {
            let answer = visitor.get_in(lang, &format!("/guide/{}", page.key)).await.ok();
            assert_eq!(answer.all("h1"), [page.title.get(lang.parse().unwrap())], "{}", page.key);
            assert!(!answer.all("article.prose p").is_empty());
        }
    }
    let article: Article = visitor.read("guide-page", &[("key", &app.shelf().await.pages[0].key)]).await.ok().json();
    assert_eq!(article.others.len(), app.shelf().await.pages.len() - 1);
}

#[tokio::test]
async fn a_map_opens_everywhere_and_the_phones_own_only_where_it_can() {
    let app = TestApp::new().await;
    let page = async |agent: &str, path: &str| {
        let answer =
            reqwest::Client::new().get(format!("{}{path}", app.base)).header("user-agent", agent).header("accept", "text/html").send().await.unwrap();
        answer.text().await.unwrap()
    };
    for path in ["/guide", "/around"] {
        let (iphone, android) = (page("Mozilla/5.0 (iPhone)", path).await, page("Mozilla/5.0 (Linux; Android 15)", path).await);
        assert!(!iphone.contains("geo:") && android.contains("geo:"), "{path}");
        assert!(iphone.contains("https://www.openstreetmap.org/") && android.contains("https://www.openstreetmap.org/"), "{path}");
    }
}
