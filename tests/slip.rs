//! Slips: what is printed opens the cabinet, on every phone of the party, until it is printed anew.

use crate::helpers::{ANNA, JAMES, LAYLA, TestApp};
use cabana::stays::{SlipSheet, SlipSheets};
use reqwest::StatusCode;

async fn sheet(app: &TestApp, reference: &str) -> SlipSheet {
    let stay = app.stay(reference).await.to_string();
    let desk = app.staff("desk").await;
    let mut sheets: SlipSheets = desk.read("staff-slips", &[("stay", &stay)]).await.ok().json();
    assert_eq!((sheets.sheets.len(), sheets.without), (1, 0));
    sheets.sheets.remove(0)
}

fn plain(text: &str) -> String {
    text.replace(' ', "")
}

#[tokio::test]
async fn the_same_slip_can_be_printed_twice() {
    let app = TestApp::new().await;
    let (first, second) = (sheet(&app, ANNA).await, sheet(&app, ANNA).await);
    assert_eq!(first, second);
    let slip = app.slip(ANNA).await;
    assert_eq!((plain(&first.login), plain(&first.password)), (slip.login.clone(), slip.password.clone()));
    let phone = app.visitor();
    phone.call("sign-in", &[("login", first.login.as_str()), ("password", first.password.as_str())]).await.ok();
    assert_eq!(phone.read("notices", &[]).await.status, StatusCode::OK);
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'slip_shown'").await, 2, "whoever looks at a slip is written down");
}

#[tokio::test]
async fn the_link_signs_in_on_every_phone_until_a_new_slip_is_made() {
    let app = TestApp::new().await;
    let (one, two) = (app.guest(ANNA).await, app.guest(ANNA).await);
    let james = app.guest(JAMES).await;
    let before = app.slip(ANNA).await;
    let stay = app.stay(ANNA).await.to_string();
    let desk = app.staff("desk").await;
    let seen = cabana::people::login::grouped(&before.login);
    let form = [("stay", stay.as_str()), ("seen", seen.as_str()), ("reason", "lost at the beach")];
    desk.call("staff-reprint-slip", &form).await.ok();
    for phone in [&one, &two] {
        assert_eq!(phone.read("notices", &[]).await.status, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(james.read("notices", &[]).await.status, StatusCode::OK, "other stays are left alone");
    assert_eq!(app.visitor().get(&before.path).await.location.as_deref(), Some("/sign-in?told=link"));
    let old = app.visitor().call("sign-in", &[("login", before.login.as_str()), ("password", before.password.as_str())]).await;
    assert_eq!(old.text, "\"Wrong\"");

    let after = app.slip(ANNA).await;
    assert_ne!((&after.login, &after.password, &after.path), (&before.login, &before.password, &before.path));
    desk.call("staff-reprint-slip", &form).await.ok();
    assert_eq!(app.slip(ANNA).await, after, "the same tap arriving twice makes one slip");
    app.guest(ANNA).await;
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'slip_replaced' AND reason = 'lost at the beach'").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM slips WHERE ended_at IS NULL GROUP BY stay_id HAVING count(*) > 1 UNION SELECT 0").await, 0);
}

#[tokio::test]
async fn a_slip_speaks_the_guests_language_and_never_names_the_room() {
    let app = TestApp::new().await;
    let desk = app.staff("desk").await;
    let stay = app.stay(LAYLA).await;
    let page = desk.get_in("en", &format!("/staff/slips/{stay}")).await.ok();
    assert_eq!(page.attributes("html", "lang"), ["en"]);
    assert_eq!(page.attributes("section.slip", "lang"), ["ar"]);
    assert_eq!(page.attributes("section.slip", "dir"), ["rtl"]);
    let printed = page.all("section.slip").join(" ");
    assert!(printed.contains("أهلًا وسهلًا") && printed.contains("ليلى حداد"), "{printed}");
    let shown: Vec<String> = printed.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    assert!(!shown.contains(&"112".to_owned()), "the room is on the slip: {printed}");
    let slip = app.slip(LAYLA).await;
    assert_eq!(plain(&page.all("[data-slip=login]")[0]), slip.login);
    assert_eq!(plain(&page.all("[data-slip=password]")[0]), slip.password);
    assert_eq!(
        page.attributes(".slip .qr svg", "viewbox").len() + page.attributes(".slip .qr svg", "viewBox").len(),
        2,
        "the cabinet's code and the Wi-Fi's"
    );
    assert!(!page.text.contains("style=\""), "the page's rules forbid inline styles");
}

#[tokio::test]
async fn two_slips_fit_on_a_sheet_and_a_days_slips_come_together() {
    let app = TestApp::new().await;
    let desk = app.staff("desk").await;
    let page = desk.get("/staff/slips?size=a4").await.ok();
    assert_eq!(page.all(".slips-two").len(), 1);
    let arrivals = page.all("section.slip").len() as i64;
    let today = app.shelf().await.time.day(app.house.clock.now()).to_string();
    let expected: i64 =
        sqlx::query_scalar("SELECT count(*) FROM stays WHERE arrives = $1").bind(&today).fetch_one(app.house.database.readers()).await.unwrap();
    assert!(arrivals > 0);
    assert_eq!(arrivals, expected);
}

#[tokio::test]
async fn guests_and_strangers_cannot_open_slips() {
    let app = TestApp::new().await;
    let stay = app.stay(ANNA).await.to_string();
    for who in [app.guest(ANNA).await, app.visitor()] {
        assert_eq!(who.read("staff-slips", &[("stay", &stay)]).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(who.call("staff-reprint-slip", &[("stay", stay.as_str()), ("seen", "")]).await.status, StatusCode::UNAUTHORIZED);
        let page = who.get(&format!("/staff/slips/{stay}")).await.ok();
        assert!(page.all(".slip").is_empty() && !page.text.contains(&app.slip(ANNA).await.password));
    }
    let service = app.staff("service").await;
    assert_eq!(service.read("staff-slips", &[("stay", &stay)]).await.status, StatusCode::FORBIDDEN);
    let desk = app.staff("desk").await;
    assert_eq!(desk.read("staff-slips", &[("stay", "999999")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(desk.read("staff-slips", &[("day", "tomorrow")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}
