//! Every door of the cabinet, tried by somebody who is not signed in and by a guest whose thing it is not. A door that
//! is missing from the list fails.

use crate::helpers::{ANNA, Answer, Client, JAMES, TestApp};
use reqwest::StatusCode;

/// Who gets an answer.
#[derive(Clone, Copy, PartialEq)]
enum Opens {
    /// Anybody: what is readable before signing in, and the ways in and out.
    Anybody,
    /// A signed-in guest, about nothing but their own stay.
    Guest,
    /// The guest whose booking it is: Anna's.
    Booking,
    /// The guest who waits in that line: Anna.
    Line,
    /// The guest whose order it is: Anna's.
    Order,
    /// The guest whose earlier stay it is: nobody, for Anna has none.
    Stay,
    /// The guest whose receipt it is: nobody, for Anna has none.
    Receipt,
    /// An adult of the party of that person: Anna's.
    Person,
    /// Who asks, and the adults of the party: Anna's.
    Ask,
}
use Opens::{Anybody, Ask, Booking, Guest, Line, Order, Person, Receipt, Stay};

/// Name, whether it only reads, who gets an answer, and arguments; `ID` stands for Anna's thing.
type Door = (&'static str, bool, Opens, &'static [(&'static str, &'static str)]);

const DOORS: &[Door] = &[
    ("home", true, Anybody, &[]),
    ("offers", true, Anybody, &[]),
    ("find", true, Anybody, &[("q", "wifi")]),
    ("offer", true, Anybody, &[("key", "champagne")]),
    ("guide", true, Anybody, &[]),
    ("guide-page", true, Anybody, &[("key", "house-rules")]),
    ("around", true, Anybody, &[]),
    ("book-day", true, Anybody, &[]),
    ("next-times", true, Anybody, &[("offer", "sunset-sail")]),
    ("slot-details", true, Anybody, &[("at", "/sessions/1")]),
    ("order-menu", true, Anybody, &[]),
    ("order-service", true, Anybody, &[("key", "champagne")]),
    ("basket", true, Anybody, &[]),
    ("basket-add", false, Anybody, &[("offer", "extra-towels")]),
    ("basket-set", false, Anybody, &[("offer", "extra-towels"), ("quantity", "1")]),
    ("sign-in", false, Anybody, &[("login", "x"), ("password", "x")]),
    ("me", true, Guest, &[]),
    ("spending", true, Guest, &[]),
    ("my-asks", true, Guest, &[]),
    ("set-cap", false, Person, &[("guest", "ID"), ("amount", "1")]),
    ("let-sign-in", false, Person, &[("guest", "ID")]),
    ("person-slip", true, Person, &[("guest", "ID")]),
    ("ask-for-booking", false, Booking, &[("booking", "ID")]),
    ("ask-for-order", false, Ask, &[("ask", "ID")]),
    ("ask", true, Ask, &[("ask", "ID")]),
    ("answer-ask", false, Ask, &[("ask", "ID"), ("answer", "yes")]),
    ("take-back-ask", false, Ask, &[("ask", "ID")]),
    ("notices", true, Guest, &[]),
    ("read-notices", false, Guest, &[("upto", "9999")]),
    ("mark", false, Guest, &[("key", "champagne"), ("what", "wished"), ("on", "true")]),
    ("wishes", true, Guest, &[]),
    ("my-bookings", true, Guest, &[]),
    ("my-orders", true, Guest, &[]),
    ("earlier-stays", true, Guest, &[]),
    ("bill", true, Guest, &[]),
    ("points", true, Guest, &[]),
    ("receipt", true, Receipt, &[("id", "ID")]),
    ("my-waitlist", true, Guest, &[]),
    ("join-waitlist", false, Guest, &[("at", "/sessions/1"), ("intent", "0123456789abcdef")]),
    ("leave-waitlist", false, Line, &[("entry", "ID")]),
    ("hold", false, Guest, &[("at", "/sessions/1"), ("intent", "0123456789abcdef")]),
    ("place-order", false, Guest, &[("intent", "0123456789abcdef"), ("basket", "extra-towels..1")]),
    ("sign-out", false, Guest, &[]),
    ("booking-details", true, Booking, &[("id", "ID")]),
    ("move-options", true, Booking, &[("id", "ID")]),
    ("confirm", false, Booking, &[("booking", "ID")]),
    ("release", false, Booking, &[("booking", "ID")]),
    ("pay-by-card", false, Booking, &[("booking", "ID"), ("intent", "0123456789abcdef")]),
    ("pay-by-invoice", false, Booking, &[("booking", "ID")]),
    ("keep-points", false, Booking, &[("booking", "ID"), ("keep", "yes")]),
    ("pay-with-points", false, Booking, &[("booking", "ID"), ("expected", "1"), ("intent", "0123456789abcdef")]),
    ("pay-at-desk", false, Booking, &[("booking", "ID")]),
    ("cancel-booking", false, Booking, &[("booking", "ID"), ("expected_fee", "0")]),
    ("cancel-participant", false, Booking, &[("booking", "ID"), ("guest", "1"), ("expected_fee", "0")]),
    ("ask-money-back", false, Booking, &[("booking", "ID")]),
    ("move-booking", false, Booking, &[("booking", "ID"), ("to", "/sessions/1")]),
    ("confirm-contact", false, Booking, &[("booking", "ID"), ("guest", "1"), ("name", "A"), ("contact", "")]),
    ("replace-participant", false, Booking, &[("booking", "ID"), ("out", "1"), ("instead", "2")]),
    ("order", true, Order, &[("order", "ID")]),
    ("earlier-stay-details", true, Stay, &[("id", "ID")]),
    ("pay-order-by-card", false, Order, &[("order", "ID"), ("intent", "0123456789abcdef")]),
    ("pay-order-with-points", false, Order, &[("order", "ID"), ("expected", "1"), ("intent", "0123456789abcdef")]),
    ("cancel-order", false, Order, &[("order", "ID")]),
];

async fn knock(client: &Client, door: &Door, id: &str) -> Answer {
    let arguments: Vec<(&str, &str)> = door.3.iter().map(|(name, value)| (*name, if *value == "ID" { id } else { value })).collect();
    if door.1 { client.read(door.0, &arguments).await } else { client.call(door.0, &arguments).await }
}

/// Anna's booking and Anna's order.
async fn things(app: &TestApp, anna: &Client) -> (String, String) {
    let today = app.shelf().await.time.day(app.house.clock.now());
    let session = app.session("mini-disco", today.plus(3)).await;
    let lead = app.number("SELECT g.id FROM guests g JOIN stays s ON s.id = g.stay_id WHERE s.reference = 'HB-1001' AND g.lead = 1").await;
    let held = anna
        .call("hold", &[("at", &format!("/sessions/{session}")), (&format!("guests[{lead}]"), "on"), ("intent", "00112233445566778899")])
        .await
        .ok();
    let placed = anna
        .call(
            "place-order",
            &[("intent", "99887766554433221100"), ("basket", "extra-towels..1"), (&format!("totals[d{today}]"), "0"), ("when", "now")],
        )
        .await
        .ok();
    (held.text, placed.text)
}

/// Anna's place in a line.
async fn waiting(app: &TestApp, anna: &Client) -> String {
    let today = app.shelf().await.time.day(app.house.clock.now());
    let session = app.session("glass-boat", today.plus(3)).await;
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET capacity = 0 WHERE id = $1").bind(session).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let lead = format!("guests[{}]", app.people(ANNA).await[0]);
    anna.call("join-waitlist", &[("at", &format!("/sessions/{session}")), (&lead, "on"), ("intent", "55443322110055443322")]).await.ok().text
}

#[tokio::test]
async fn every_door_of_the_cabinet_is_in_the_list() {
    let mut doors: Vec<String> = server_fn::axum::server_fn_paths().map(|(path, _)| path.trim_start_matches("/api/").to_owned()).collect();
    doors.retain(|door| !door.starts_with("staff-"));
    doors.sort();
    let mut listed: Vec<&str> = DOORS.iter().map(|door| door.0).collect();
    listed.sort_unstable();
    assert_eq!(doors, listed);
}

#[tokio::test]
async fn nobody_gets_past_a_door_without_signing_in() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    for door in DOORS {
        let answer = knock(&visitor, door, "1").await;
        if door.2 == Anybody {
            assert_ne!(answer.status, StatusCode::UNAUTHORIZED, "{}: {}", door.0, answer.text);
            assert!(!answer.status.is_server_error(), "{}: {}", door.0, answer.text);
        } else {
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{}: {}", door.0, answer.text);
        }
    }
}

#[tokio::test]
async fn what_belongs_to_another_guest_is_not_found() {
    let app = TestApp::new().await;
    let (anna, james) = (app.guest(ANNA).await, app.guest(JAMES).await);
    let (booking, order) = things(&app, &anna).await;
    let stay = app.stay(ANNA).await.to_string();
    let line = waiting(&app, &anna).await;
    let (trip, receipt) = crate::pay::paid(&app, &anna, ANNA).await;
    let receipt = receipt.to_string();
    let person = app.people(ANNA).await[2].to_string();
    let ask = crate::caps::asked(&app, &anna).await.to_string();
    for door in DOORS {
        let id = match door.2 {
            Booking => &booking,
            Line => &line,
            Order => &order,
            Stay => &stay,
            Receipt => &receipt,
            Person => &person,
            Ask => &ask,
            _ => continue,
        };
        let answer = knock(&james, door, id).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}: {}", door.0, answer.text);
    }
    for path in [
        format!("/bookings/{booking}"),
        format!("/orders/{order}"),
        format!("/bookings/{booking}/move"),
        format!("/stays/{stay}"),
        format!("/asks/{ask}"),
        format!("/me/slips/{person}"),
    ] {
        assert_eq!(james.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    // Whose door takes no id reaches nothing but their own.
    let unread = "SELECT count(*) FROM notices n JOIN stays s ON s.id = n.stay_id
                   WHERE s.reference = 'HB-1001' AND n.read_at IS NULL AND n.due_at <= n.created_at AND n.personal = 0";
    assert_eq!(app.number(unread).await, 2, "Anna was told of her order and of what she paid");
    for door in DOORS.iter().filter(|door| door.2 == Guest && door.0 != "sign-out") {
        let answer = knock(&james, door, "1").await;
        assert!(!answer.text.contains("Петрова"), "{}: {}", door.0, answer.text);
    }
    assert_eq!(app.number(unread).await, 2, "which James did not read for her");
    knock(&james, DOORS.iter().find(|door| door.0 == "sign-out").unwrap(), "1").await.ok();
    anna.read("notices", &[]).await.ok();
    // And Anna still has all of it as it was.
    assert_eq!(app.number(&format!("SELECT count(*) FROM bookings WHERE state = 'confirmed' AND id = {trip}")).await, 1);
    assert_eq!(app.number("SELECT count(*) FROM bookings WHERE state = 'held'").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM orders WHERE state = 'placed'").await, 1);
}
