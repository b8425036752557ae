//! Receipts at a cash register: the sandbox, and one over HTTP that is stricter than any real one (RULES I5, I7, N7).

use crate::helpers::{ANNA, Client, JAMES, TestApp};
use crate::pay::paid;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use cabana::base::Lang;
use cabana::catalog::Way;
use cabana::payments::fiscal::signature;
use cabana::payments::{Fiscal, Receipt, WaitingReceipt};
use cabana::server::{CashRegister, Keys};
use cabana::staff::{Counts, LogSheet, MoneySheet};
use cabana::words::Words;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

const SECRET: &str = "what the two of them share";

/// The body of a question, with nothing more and nothing less than `docs/CASH-REGISTER.md` says.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sale {
    receipt: String,
    kind: String,
    of: Option<String>,
    at: String,
    means: String,
    currency: String,
    total: i64,
    seller: Seller,
    lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seller {
    name: String,
    address: String,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    title: String,
    amount: i64,
    tax_rate: i64,
    tax: i64,
}

/// What goes wrong next.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Mood {
    /// It fails before it has done anything.
    Fails,
    /// It signs, and the answer gets lost.
    Mumbles,
    /// It will not, and says why.
    Refuses,
    /// It signs with a number that another receipt has.
    Repeats,
    /// It says something else.
    Babbles,
}

/// The register's books.
#[derive(Default)]
struct Books {
    /// By idempotency key: the body as it came, and the number.
    signed: HashMap<String, (Vec<u8>, u64)>,
    moods: Vec<Mood>,
    asked: usize,
    wrong: Vec<String>,
}

/// A cash register on loopback.
struct Stand {
    books: Arc<Mutex<Books>>,
    url: String,
    serving: tokio::task::AbortHandle,
}

impl Stand {
    async fn new() -> Stand {
        let books = Arc::new(Mutex::new(Books::default()));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/v1/receipts", listener.local_addr().unwrap());
        let router = Router::new().fallback(asked).with_state(books.clone());
        let serving = tokio::spawn(async move { axum::serve(listener, router).await }).abort_handle();
        Stand { books, url, serving }
    }

    /// A resort that has this register.
    async fn app(&self) -> TestApp {
        let settings = CashRegister { url: Some(self.url.clone()), key: Some(SECRET.to_owned()) };
        let app = TestApp::with(|config| config.cash_register = settings).await;
        app.change_resort(|resort| resort.cash_register = "http".into()).await;
        app
    }

    fn next(&self, moods: &[Mood]) {
        self.books.lock().unwrap().moods = moods.iter().rev().copied().collect();
    }

    fn asked(&self) -> usize {
        let books = self.books.lock().unwrap();
        assert!(books.wrong.is_empty(), "asked against the description: {:#?}", books.wrong);
        books.asked
    }

    fn signed(&self) -> Vec<Sale> {
        let books = self.books.lock().unwrap();
        let mut signed: Vec<(u64, Sale)> = books.signed.values().map(|(body, number)| (*number, serde_json::from_slice(body).unwrap())).collect();
        signed.sort_by_key(|(number, _)| *number);
        signed.into_iter().map(|(_, sale)| sale).collect()
    }
}

/// Why a question is not as described; nothing when it is.
fn fault(method: &Method, uri: &Uri, headers: &HeaderMap, body: &[u8]) -> Option<String> {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let key = header("idempotency-key");
    if method != Method::POST || uri.path() != "/v1/receipts" || uri.query().is_some() {
        return Some(format!("{method} {uri}"));
    }
    if header("content-type") != "application/json" || header("accept") != "application/json" {
        return Some(format!("{headers:?}"));
    }
    if key.len() != 32 || !key.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some(format!("key {key}"));
    }
    if header("x-cabana-signature") != signature(SECRET, key, body) {
        return Some("the signature".into());
    }
    let sale: Sale = match serde_json::from_slice(body) {
        Ok(sale) => sale,
        Err(error) => return Some(format!("{error}: {}", String::from_utf8_lossy(body))),
    };
    let series = if sale.kind == "refund" { "B-" } else { "A-" };
    let numbered = |number: &str, series: &str| number.strip_prefix(series).is_some_and(|rest| rest.len() == 6 && rest.parse::<u32>().is_ok());
    let tax = |line: &Line| (line.amount * line.tax_rate * 2 + 10_000 + line.tax_rate) / (2 * (10_000 + line.tax_rate));
    let good = numbered(&sale.receipt, series)
        && (sale.kind == "refund") == sale.of.is_some()
        && ["payment", "refund"].contains(&sale.kind.as_str())
        && sale.of.iter().all(|of| numbered(of, "A-"))
        && sale.at.len() == 20
        && chrono::DateTime::parse_from_rfc3339(&sale.at).is_ok()
        && ["card", "cash", "terminal", "transfer"].contains(&sale.means.as_str())
        && sale.currency == "EUR"
        && sale.total > 0
        && !sale.lines.is_empty()
        && sale.lines.iter().map(|line| line.amount).sum::<i64>() == sale.total
        && sale.lines.iter().all(|line| line.amount > 0 && line.tax == tax(line) && !line.title.is_empty())
        && !sale.seller.name.is_empty()
        && !sale.seller.address.is_empty();
    (!good).then(|| format!("{sale:?}"))
}

async fn asked(State(books): State<Arc<Mutex<Books>>>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let mut books = books.lock().unwrap();
    books.asked += 1;
    if let Some(fault) = fault(&method, &uri, &headers, &body) {
        books.wrong.push(fault);
        return StatusCode::BAD_REQUEST.into_response();
    }
    let mood = books.moods.pop();
    match mood {
        Some(Mood::Fails) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Some(Mood::Refuses) => {
            return (StatusCode::UNPROCESSABLE_ENTITY, r#"{"refused":"The shift is closed"}"#).into_response();
        }
        Some(Mood::Babbles) => return "<html>Welcome</html>".into_response(),
        _ => {}
    }
    let key = headers["idempotency-key"].to_str().unwrap().to_owned();
    let fresh = books.signed.len() as u64 + 1000;
    let (before, mut number) = books.signed.entry(key).or_insert_with(|| (body.to_vec(), fresh)).clone();
    if before != body {
        books.wrong.push("the same key for another receipt".into());
        return StatusCode::CONFLICT.into_response();
    }
    if mood == Some(Mood::Repeats) {
        number = 1000;
    }
    let sale: Sale = serde_json::from_slice(&body).unwrap();
    let signed = serde_json::json!({
        "receipt": sale.receipt, "number": number.to_string(), "sign": format!("sign-of-{number}"),
        "at": "2026-11-21T08:30:00Z", "address": format!("https://check.example/{number}"), "something": "new",
    });
    if mood == Some(Mood::Mumbles) {
        let torn = futures::stream::iter([Ok(Bytes::from_static(b"{\"receipt\":")), Err(std::io::Error::other("on purpose"))]);
        return Body::from_stream(torn).into_response();
    }
    (StatusCode::CREATED, signed.to_string()).into_response()
}

async fn fiscal(guest: &Client, id: i64) -> Option<Fiscal> {
    guest.read("receipt", &[("id", &id.to_string())]).await.ok().json::<Receipt>().fiscal
}

async fn waiting(desk: &Client) -> Vec<WaitingReceipt> {
    desk.read("staff-receipts-waiting", &[]).await.ok().json()
}

async fn try_again(desk: &Client, id: i64) -> bool {
    desk.call("staff-try-receipt", &[("receipt", &id.to_string())]).await.ok().json()
}

#[tokio::test]
async fn the_sandbox_signs_every_receipt_once() {
    let app = TestApp::new().await;
    app.at(1, "10:00").await;
    let guest = app.guest(ANNA).await;
    let (booking, id) = paid(&app, &guest, ANNA).await;
    assert_eq!(fiscal(&guest, id).await, Some(Fiscal::Waiting));
    let page = guest.get(&format!("/receipts/{id}")).await.ok();
    assert!(
        page.text.contains(Words::of(Lang::Ru).pay_fiscal_waiting()) && page.text.contains(&format!("/receipts/{id}.pdf?lang=ru")),
        "{}",
        page.text
    );
    app.register_receipts().await;
    let signed = fiscal(&guest, id).await;
    let Some(Fiscal::Signed { number, sign, address, .. }) = &signed else { panic!("{signed:?}") };
    assert!(number.len() == 16 && sign.len() == 10 && address.contains(number.as_str()) && address.contains(sign.as_str()), "{signed:?}");
    assert!(guest.get(&format!("/receipts/{id}")).await.ok().all("dd").contains(number));
    // What goes back has a receipt of its own, with another number.
    guest.call("cancel-booking", &[("booking", &booking.to_string()), ("expected_fee", "0")]).await.ok();
    app.money().await;
    app.register_receipts().await;
    app.register_receipts().await;
    assert_eq!(fiscal(&guest, id).await, signed, "what is signed stays as it is");
    assert_eq!(app.number("SELECT count(DISTINCT number) FROM fiscal_tasks WHERE state = 'signed' AND tries = 1").await, 2);
    app.sums_are_even().await;
}

#[tokio::test]
async fn a_resort_without_a_register_has_nothing_to_register() {
    let app = TestApp::new().await;
    app.at(1, "10:00").await;
    app.change_resort(|resort| resort.cash_register = String::new()).await;
    let guest = app.guest(ANNA).await;
    let (_, id) = paid(&app, &guest, ANNA).await;
    app.register_receipts().await;
    assert_eq!((fiscal(&guest, id).await, app.number("SELECT count(*) FROM fiscal_tasks").await), (None, 0));
    app.sums_are_even().await;
    // With one from now on, the receipts before it stay what they are.
    app.change_resort(|resort| resort.cash_register = "sandbox".into()).await;
    app.sums_are_even().await;
}

#[tokio::test]
async fn a_register_over_http_is_asked_as_its_description_says() {
    let stand = Stand::new().await;
    let app = stand.app().await;
    app.at(1, "10:00").await;
    let guest = app.guest(JAMES).await;
    let (booking, id) = paid(&app, &guest, JAMES).await;
    app.register_receipts().await;
    let Some(Fiscal::Signed { number, sign, address, .. }) = fiscal(&guest, id).await else { panic!("it is signed") };
    assert_eq!((number.as_str(), sign.as_str(), address.as_str()), ("1000", "sign-of-1000", "https://check.example/1000"));
    let page = guest.get(&format!("/receipts/{id}")).await.ok();
    assert_eq!(page.attributes("a[rel=external][href^='https://check']", "href"), ["https://check.example/1000"]);
    guest.call("cancel-booking", &[("booking", &booking.to_string()), ("expected_fee", "0")]).await.ok();
    app.money().await;
    app.register_receipts().await;
    app.register_receipts().await;
    assert_eq!(stand.asked(), 2, "what is signed is not asked for again");
    let signed = stand.signed();
    assert_eq!(
        signed.iter().map(|sale| (sale.receipt.as_str(), sale.of.as_deref())).collect::<Vec<_>>(),
        [("A-000001", None), ("B-000001", Some("A-000001"))]
    );
    assert_eq!((signed[0].total, signed[0].total), (signed[1].total, signed[0].lines[0].amount));
    assert!(!format!("{signed:?}").contains("Whitfield"), "who paid is nobody's business there");
    assert!(signed.iter().all(|sale| sale.means == "card"));
    app.sums_are_even().await;
}

#[tokio::test]
async fn what_the_desk_takes_and_hands_out_is_said_as_it_moved() {
    let stand = Stand::new().await;
    let app = stand.app().await;
    app.change_resort(|resort| resort.pay = Way::ALL.to_vec()).await;
    let day = app.at(1, "10:00").await.plus(1);
    let at = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (guest, desk) = (app.guest(JAMES).await, app.staff("desk").await);
    let id: i64 = guest.hold(&at, &app.people(JAMES).await, &[]).await.ok().json();
    let (id, intent) = (id.to_string(), Keys::token());
    guest.call("pay-at-desk", &[("booking", &id)]).await.ok();
    let form = [("kind", "booking"), ("id", &id), ("amount", "36"), ("method", "transfer"), ("note", ""), ("intent", &intent)];
    desk.call("staff-take-payment", &form).await.ok();
    // And a card, whose provider will not give it back.
    let (booking, _) = paid(&app, &app.guest(ANNA).await, ANNA).await;
    app.run("UPDATE sandbox_payments SET refunded = amount").await;
    app.guest(ANNA).await.call("cancel-booking", &[("booking", &booking.to_string()), ("expected_fee", "0")]).await.ok();
    app.money().await;
    let back = desk.read("staff-money", &[]).await.ok().json::<MoneySheet>().back;
    desk.call("staff-give-back", &[("refund", &back[0].id.to_string())]).await.ok();
    app.register_receipts().await;
    stand.asked();
    let signed = stand.signed();
    let means: Vec<(&str, &str)> = signed.iter().map(|sale| (sale.receipt.as_str(), sale.means.as_str())).collect();
    assert_eq!(means, [("A-000001", "transfer"), ("A-000002", "card"), ("B-000001", "cash")]);
    app.sums_are_even().await;
}

#[tokio::test]
async fn what_fails_is_tried_again_with_growing_waits_and_signed_once() {
    let stand = Stand::new().await;
    let app = stand.app().await;
    app.at(1, "10:00").await;
    let (guest, desk) = (app.guest(ANNA).await, app.staff("desk").await);
    let (_, id) = paid(&app, &guest, ANNA).await;
    assert_eq!(desk.read("staff-counts", &[]).await.ok().json::<Counts>().receipts, 0, "it was not tried yet");
    stand.next(&[Mood::Fails, Mood::Mumbles, Mood::Babbles, Mood::Fails]);
    for (asked, trouble, wait) in [(1, "status", 60), (2, "no-answer", 120), (3, "unreadable", 240), (4, "status", 480)] {
        app.register_receipts().await;
        app.register_receipts().await;
        let now = &waiting(&desk).await[0];
        assert_eq!((stand.asked(), now.tries, now.trouble.as_str(), now.next), (asked, asked as i64, trouble, Some(wait / 60)));
        assert_eq!(fiscal(&guest, id).await, Some(Fiscal::Waiting));
        app.house.clock.advance(wait - 1);
        app.register_receipts().await;
        assert_eq!(stand.asked(), asked, "not a second too early");
        app.house.clock.advance(1);
    }
    assert_eq!(desk.read("staff-counts", &[]).await.ok().json::<Counts>().receipts, 1);
    app.register_receipts().await;
    assert!(
        matches!(fiscal(&guest, id).await, Some(Fiscal::Signed { number, .. }) if number == "1000"),
        "it had been signed when the answer was lost"
    );
    assert_eq!((stand.signed().len(), waiting(&desk).await.len()), (1, 0));
    app.sums_are_even().await;
}

#[tokio::test]
async fn what_is_refused_waits_for_the_desk_which_tries_again() {
    let stand = Stand::new().await;
    let app = stand.app().await;
    app.at(1, "10:00").await;
    let (guest, desk) = (app.guest(ANNA).await, app.staff("desk").await);
    let (_, id) = paid(&app, &guest, ANNA).await;
    stand.next(&[Mood::Refuses]);
    app.register_receipts().await;
    app.house.clock.advance(7 * 3600);
    app.register_receipts().await;
    assert_eq!(stand.asked(), 1, "never by itself");
    let line = waiting(&desk).await.remove(0);
    assert_eq!((line.number.as_str(), line.next, line.trouble.as_str(), line.detail.as_str()), ("A-000001", None, "refused", "The shift is closed"));
    assert_eq!(line.waits, 7 * 60);
    assert_eq!(fiscal(&guest, id).await, Some(Fiscal::Waiting), "the guest need not know");
    let page = desk.get("/staff/receipts").await.ok();
    assert!(page.text.contains("The shift is closed") && page.text.contains("7 h"), "{}", page.text);
    assert!(desk.get("/staff").await.ok().attributes("nav a", "href").contains(&"/staff/receipts".to_owned()));
    // Tried in vain, then with success; without JavaScript too. Each try is in the log.
    stand.next(&[Mood::Fails]);
    assert!(!try_again(&desk, id).await);
    let plain = desk.post("/staff/receipts", "staff-try-receipt", &[("receipt", &id.to_string()), ("next", "/staff/receipts")]).await;
    assert_eq!(plain.location.as_deref(), Some("/staff/receipts"));
    assert!(matches!(fiscal(&guest, id).await, Some(Fiscal::Signed { .. })));
    assert!(try_again(&desk, id).await, "it is signed already, and nobody is asked");
    assert_eq!((stand.asked(), stand.signed().len()), (3, 1));
    let log: LogSheet = app.staff("manager").await.read("staff-log", &[]).await.ok().json();
    let tries: Vec<&str> = log.lines.iter().filter(|line| line.deed == "receipt_tried").map(|line| line.before.as_str()).collect();
    assert_eq!(tries, ["The cash register answers with status 500.", "The cash register says: The shift is closed"]);
    assert_eq!(desk.call("staff-try-receipt", &[("receipt", "999")]).await.status, StatusCode::NOT_FOUND);
    app.sums_are_even().await;
}

#[tokio::test]
async fn a_number_that_is_given_out_twice_is_none() {
    let stand = Stand::new().await;
    let app = stand.app().await;
    app.at(1, "10:00").await;
    let (guest, desk) = (app.guest(ANNA).await, app.staff("desk").await);
    paid(&app, &guest, ANNA).await;
    let james = app.guest(JAMES).await;
    let (_, second) = paid(&app, &james, JAMES).await;
    app.run("UPDATE fiscal_tasks SET due_at = due_at + 1 WHERE receipt_id = (SELECT max(id) FROM receipts)").await;
    app.register_receipts().await;
    app.house.clock.advance(1);
    stand.next(&[Mood::Repeats]);
    app.register_receipts().await;
    let line = waiting(&desk).await.remove(0);
    assert_eq!((line.number.as_str(), line.next, line.trouble.as_str(), line.detail.as_str()), ("A-000002", None, "number-twice", "1000"));
    assert_eq!(fiscal(&james, second).await, Some(Fiscal::Waiting));
    app.sums_are_even().await;
}

#[tokio::test]
async fn nobody_is_told_without_a_key_and_one_who_is_silent_is_asked_once_a_round() {
    // Nothing is set.
    let app = TestApp::new().await;
    app.at(1, "10:00").await;
    app.change_resort(|resort| resort.cash_register = "http".into()).await;
    let (guest, desk) = (app.guest(ANNA).await, app.staff("desk").await);
    paid(&app, &guest, ANNA).await;
    app.register_receipts().await;
    assert_eq!(waiting(&desk).await[0].trouble, "not-set");

    // Nobody is there any more: the first finds out, the others wait for the next round.
    let stand = Stand::new().await;
    let app = stand.app().await;
    app.at(1, "10:00").await;
    for reference in [ANNA, JAMES] {
        paid(&app, &app.guest(reference).await, reference).await;
    }
    stand.serving.abort();
    while tokio::net::TcpStream::connect(stand.url.split('/').nth(2).unwrap()).await.is_ok() {
        tokio::task::yield_now().await;
    }
    app.register_receipts().await;
    assert_eq!(app.number("SELECT CAST(sum(tries) AS BIGINT) FROM fiscal_tasks WHERE trouble = 'no-answer'").await, 1);
    app.register_receipts().await;
    assert_eq!(app.number("SELECT CAST(sum(tries) AS BIGINT) FROM fiscal_tasks WHERE trouble = 'no-answer'").await, 2);
    app.sums_are_even().await;
}

#[tokio::test]
async fn receipts_and_registers_that_do_not_agree_are_noticed() {
    let app = TestApp::new().await;
    app.at(1, "10:00").await;
    for reference in [ANNA, JAMES] {
        paid(&app, &app.guest(reference).await, reference).await;
    }
    app.register_receipts().await;
    app.sums_are_even().await;
    let noticed = async |what: &str| {
        let mut conn = app.house.database.readers().acquire().await.unwrap();
        let found = cabana::boot::check::differences(&mut conn).await.unwrap();
        assert!(found.iter().any(|line| line.contains(what)), "{what}: {found:?}");
    };
    app.run("DROP INDEX fiscal_tasks_number").await;
    app.run("UPDATE fiscal_tasks SET number = '7'").await;
    noticed("with the register's number").await;
    app.run("DELETE FROM fiscal_tasks WHERE receipt_id = (SELECT min(id) FROM receipts)").await;
    noticed("tasks for the cash register").await;
    app.run("UPDATE receipts SET register = ''").await;
    noticed("tasks for the cash register").await;
}
