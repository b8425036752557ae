//! Stays of the same person: `/history` lists the earlier ones, `/stays/:id` shows one, to be read only.

use crate::helpers::{Client, JAMES, TestApp};
use cabana::base::Day;
use cabana::stays::{StayBlank, StayCard};
use reqwest::StatusCode;

/// Makes a stay at the desk; answers its number.
pub async fn make(desk: &Client, reference: &str, person: &str, (arrives, departs): (Day, Day)) -> i64 {
    let (arrives, departs) = (arrives.to_string(), departs.to_string());
    let blank: StayBlank = desk.read("staff-new-stay", &[("arrives", &arrives), ("departs", &departs)]).await.ok().json();
    let room = blank.rooms[0].id.to_string();
    let form = [
        ("intent", blank.intent.as_str()),
        ("reference", reference),
        ("person", person),
        ("room", &room),
        ("arrives", &arrives),
        ("departs", &departs),
        ("lang", "en"),
        ("package", &blank.packages[0].0),
        ("names[0]", "Ada Lovelace"),
        ("ages[0]", "36"),
        ("names[1]", "Annabella Byron"),
        ("ages[1]", "12"),
    ];
    desk.call("staff-make-stay", &form).await.ok().json()
}

#[tokio::test]
async fn an_earlier_stay_is_listed_and_shown_without_codes_names_or_deeds() {
    let app = TestApp::new().await;
    let day = app.at(0, "08:00").await;
    let desk = app.staff("desk").await;
    let before = make(&desk, "FO-1", " Ada@Example.com ", (day, day.plus(3))).await;
    let ada = app.guest("FO-1").await;
    let boat = format!("/sessions/{}", app.session("glass-boat", day.plus(1)).await);
    let booking = ada.book(&boat, &app.people("FO-1").await, &[]).await;
    let code = app.code(booking).await;
    let towels = [("intent", "99887766554433221100"), ("basket", "extra-towels..2"), (&*format!("totals[d{day}]"), "0"), ("when", "now")];
    ada.call("place-order", &towels).await.ok();
    assert!(!ada.get("/history").await.ok().text.contains("/stays/"), "there was nothing before");

    app.at_day(day.plus(10), "10:00").await;
    let desk = app.staff("desk").await;
    let now = make(&desk, "FO-2", "ada@example.com", (day.plus(10), day.plus(14))).await;
    let stranger = make(&desk, "FO-3", "", (day.plus(10), day.plus(14))).await;
    let ada = app.guest("FO-2").await;
    let history = ada.get("/history").await.ok();
    let page = format!("/stays/{before}");
    assert_eq!(history.attributes(".rows a", "href"), [page.as_str()]);
    let shown = ada.get(&page).await.ok();
    assert_eq!(shown.all(".row-title"), ["Glass-bottom boat", "2 × Extra towels"]);
    assert!(shown.attributes("main form", "action").is_empty() && shown.all("main .qr, main button").is_empty());
    assert!(!shown.text.contains(&code) && !shown.text.contains("Annabella"), "neither tickets nor who else was there");
    for lang in ["ru", "uk", "de", "tr", "ar"] {
        assert_eq!(ada.get_in(lang, &page).await.ok().all("main h1").len(), 1);
    }
    // What is not an earlier stay of this person is not found, and says nothing of whether it is there.
    for id in [now, stranger, 1, 999_999] {
        assert_eq!(ada.read("earlier-stay-details", &[("id", &id.to_string())]).await.status, StatusCode::NOT_FOUND, "{id}");
        assert_eq!(ada.get(&format!("/stays/{id}")).await.status, StatusCode::NOT_FOUND, "{id}");
    }
    for other in [app.guest("FO-3").await, app.guest(JAMES).await, app.guest("FO-1").await] {
        assert_eq!(other.get(&page).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.read("earlier-stays", &[]).await.ok().text, "[]");
    }
    let card: StayCard = desk.read("staff-stay", &[("id", &now.to_string())]).await.ok().json();
    assert_eq!((card.person.as_deref(), card.earlier.len()), (Some("ada@example.com"), 1));
    // Three letters alone may stand in a login, which is drawn by lot.
    let named = "SELECT count(*) FROM staff_log WHERE lower(after) LIKE '%ada@%' OR after LIKE '%Lovelace%' OR after LIKE '%Byron%'";
    assert_eq!(app.number(named).await, 0, "the log names nobody");
}
