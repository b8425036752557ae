//! `/offers?q=`: one box finds offers, pages of the cabinet, the guide, the day's routine and places, in six languages.

use crate::helpers::{ANNA, TestApp};

#[tokio::test]
async fn every_function_is_found_by_its_name() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    for (lang, q, href) in [
        ("en", "wifi", "/guide"),
        ("en", "Check-Out", "/guide"),
        ("en", "invoice", "/bill"),
        ("en", "cancel", "/history"),
        ("en", "pharmacy", "/around#"),
        ("en", "adapters", "/guide/wifi-and-help"),
        ("ru", "ВАЙФАЙ", "/guide"),
        ("ru", "счет", "/bill"),
        ("ru", "выезд", "/guide"),
        ("uk", "рахунок", "/bill"),
        ("uk", "від'їзд", "/guide"),
        ("de", "fruehere", "/history"),
        ("de", "rezeption", "/guide"),
        ("tr", "cikis", "/guide"),
        ("tr", "FATURA", "/bill"),
        ("ar", "الفاتوره", "/bill"),
        ("ar", "واي فاي", "/guide"),
    ] {
        let query = percent_encoding::utf8_percent_encode(q, percent_encoding::NON_ALPHANUMERIC).to_string();
        let page = visitor.get_in(lang, &format!("/offers?q={query}")).await.ok();
        let found = page.attributes(".links a", "href");
        assert!(found.iter().any(|one| one == href || (href.ends_with('#') && one.starts_with(href))), "{lang} {q}: {found:?}");
    }
}

#[tokio::test]
async fn the_days_routine_and_places_are_found_in_every_language() {
    let app = TestApp::new().await;
    let (shelf, anna) = (app.shelf().await, app.guest(ANNA).await);
    for lang in cabana::base::Lang::ALL {
        let client = app.visitor();
        client.http.post(format!("{}/language", app.base)).form(&[("lang", lang.code()), ("next", "/")]).send().await.unwrap();
        for (text, href) in
            [(&shelf.resort.routine[0].what, "/guide#routine".to_owned()), (&shelf.places[0].name, format!("/around#{}", shelf.places[0].key))]
        {
            let found = client.read("find", &[("q", text.get(lang))]).await.ok().text;
            assert!(found.contains(&href), "{lang:?} {}: {found}", text.get(lang));
        }
    }
    let page = anna.get("/offers").await.ok();
    assert!(page.all(".links a").is_empty(), "nothing was asked for");
    assert_eq!(anna.get("/guide").await.ok().attributes("form[role=search]", "action"), ["/offers"]);
    assert_eq!(app.visitor().read("find", &[("q", "\u{0}%_ '")]).await.ok().text, "[]");
}
