//! Paying by card: `POST /api/pay-by-card`, the acquirer's page and its calls, and what goes back (RULES H3 to H6, I4, I5,
//! P9, V1, X5, X6, X10, X14).

use crate::helpers::{ANNA, Answer, Client, JAMES, LAYLA, TestApp};
use cabana::base::Day;
use cabana::booking::{BookingData, BookingRefusal, BookingState};
use cabana::notices::{Notice, NoticeLine};
use cabana::orders::Bill;
use cabana::payments::provider::sandbox::{self, CODE, LATE};
use cabana::payments::{Receipt, Step};
use cabana::server::Keys;
use reqwest::StatusCode;

/// James and his wife hold places on a boat at eleven tomorrow, which is free to cancel until nine.
pub struct Trip {
    pub app: TestApp,
    pub day: Day,
    pub at: String,
    pub session: i64,
    pub james: Client,
    pub id: String,
}

pub const TOTAL: i64 = 3600;

impl Trip {
    async fn held() -> Trip {
        Trip::held_at(TestApp::new().await).await
    }

    pub async fn held_at(app: TestApp) -> Trip {
        let day = app.at(1, "10:00").await.plus(1);
        let session = app.session("glass-boat", day).await;
        let (at, james) = (format!("/sessions/{session}"), app.guest(JAMES).await);
        let id: i64 = james.hold(&at, &app.people(JAMES).await, &[]).await.ok().json();
        Trip { app, day, at, session, james, id: id.to_string() }
    }

    pub async fn pay(&self) -> Answer {
        pay(&self.james, &self.id).await
    }

    async fn paid(&self) {
        let page: String = self.pay().await.ok().json();
        choose(&self.james, &page, "approve").await;
    }

    pub async fn data(&self) -> BookingData {
        self.james.read("booking-details", &[("id", &self.id)]).await.ok().json()
    }

    pub async fn steps(&self) -> Vec<Step> {
        self.data().await.pay.trail.iter().map(|line| line.step).collect()
    }

    pub async fn cancel(&self, fee: &str) -> Answer {
        self.james.call("cancel-booking", &[("booking", &self.id), ("expected_fee", fee)]).await
    }

    pub async fn owed(&self) -> i64 {
        self.james.read("bill", &[]).await.ok().json::<Bill>().total
    }

    async fn until(&self) -> i64 {
        self.app.number(&format!("SELECT hold_until FROM bookings WHERE id = {}", self.id)).await
    }

    /// To a second counted from the last one of the hold.
    pub async fn to_the_end(&self, seconds: i64) {
        let until = self.until().await;
        self.app.house.clock.advance(until + seconds - self.app.house.clock.now());
    }

    pub async fn places(&self, capacity: i64) {
        let mut tx = self.app.house.begin().await.unwrap();
        sqlx::query("UPDATE sessions SET capacity = $2 WHERE id = $1").bind(self.session).bind(capacity).execute(tx.conn()).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn returned(&self) -> i64 {
        self.app.number("SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM refunds WHERE state = 'settled'").await
    }
}

async fn pay(client: &Client, booking: &str) -> Answer {
    client.call("pay-by-card", &[("booking", booking), ("intent", &Keys::token())]).await
}

/// Chooses a card on the acquirer's page, and follows it back to the cabinet: where that leads, or the page that stays.
async fn choose(client: &Client, page: &str, card: &str) -> String {
    at_the_acquirer(client, page, &[("card", card)]).await
}

async fn code(client: &Client, page: &str, code: &str) -> String {
    at_the_acquirer(client, page, &[("code", code)]).await
}

pub async fn at_the_acquirer(client: &Client, page: &str, form: &[(&str, &str)]) -> String {
    let answer = client.http.post(format!("{}{page}", client.base)).form(form).send().await.unwrap();
    let Some(back) = answer.headers().get("location").map(|back| back.to_str().unwrap().to_owned()) else { return answer.text().await.unwrap() };
    client.get(&back).await.location.unwrap()
}

/// Nothing of the boats is included any more.
pub async fn nothing_is_included(app: &TestApp) {
    let shelf = app.shelf().await;
    for package in &shelf.packages {
        let mut package = package.clone();
        package.items.clear();
        let mut tx = app.house.begin().await.unwrap();
        sqlx::query("UPDATE packages SET body = $2 WHERE key = $1")
            .bind(&package.key)
            .bind(serde_json::to_string(&package).unwrap())
            .execute(tx.conn())
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }
    app.change_resort(|_| {}).await;
}

/// A booking of this stay that is paid by card, and the receipt.
pub async fn paid(app: &TestApp, client: &Client, reference: &str) -> (i64, i64) {
    let day = app.shelf().await.time.day(app.house.clock.now()).plus(1);
    let at = format!("/sessions/{}", app.session("glass-boat", day).await);
    nothing_is_included(app).await;
    let id: i64 = client.hold(&at, &app.people(reference).await[..1], &[]).await.ok().json();
    let page: String = pay(client, &id.to_string()).await.ok().json();
    choose(client, &page, "approve").await;
    (id, app.number("SELECT max(id) FROM receipts").await)
}

#[tokio::test]
async fn what_is_paid_is_booked_with_one_receipt_and_nothing_on_the_bill() {
    let trip = Trip::held().await;
    let before = trip.data().await;
    assert!(before.pay.intent.is_some() && before.pay.trail.is_empty());
    let page: String = trip.pay().await.ok().json();
    assert_eq!(trip.data().await.pay.on_its_way, Some((TOTAL, page.clone())));
    assert_eq!(trip.steps().await, [Step::Begun, Step::Waiting]);
    assert_eq!(choose(&trip.james, &page, "approve").await, format!("/bookings/{}", trip.id));
    let data = trip.data().await;
    assert_eq!(data.state, BookingState::Confirmed);
    assert_eq!(trip.steps().await, [Step::Begun, Step::Captured]);
    let (id, number) = data.pay.trail[1].receipt.clone().unwrap();
    assert_eq!(number, "A-000001");
    let receipt: Receipt = trip.james.read("receipt", &[("id", &id.to_string())]).await.ok().json();
    assert_eq!((receipt.total, receipt.refund, receipt.lines.len()), (TOTAL, false, 2));
    assert_eq!(receipt.taxes, [(1400, TOTAL, 442)], "221 in each line of 18.00");
    assert_eq!(trip.owed().await, 0);
    // The call that comes after it, twice: nothing new.
    trip.app.money().await;
    trip.app.money().await;
    assert_eq!(trip.steps().await, [Step::Begun, Step::Captured]);
    assert_eq!(trip.app.number("SELECT count(*) FROM receipts").await, 1);
    assert_eq!(trip.app.number("SELECT count(*) FROM folio_lines").await, 1);
    assert_eq!(trip.james.get(&format!("/receipts/{id}")).await.ok().all("h1"), ["Receipt A\u{2011}000001"]);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_bank_that_says_everything_twice_is_heard_once() {
    let trip = Trip::held().await;
    let page: String = trip.pay().await.ok().json();
    choose(&trip.james, &page, "twice").await;
    trip.app.money().await;
    assert_eq!(trip.app.number("SELECT count(*) FROM sandbox_calls WHERE called_at IS NOT NULL").await, 3);
    assert_eq!(trip.app.number("SELECT count(*) FROM provider_events WHERE done_at IS NOT NULL").await, 2, "the same call is one");
    assert_eq!((trip.steps().await, trip.owed().await), (vec![Step::Begun, Step::Captured], 0));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_card_that_is_declined_leaves_time_for_another() {
    let trip = Trip::held().await;
    trip.to_the_end(-30).await;
    let page: String = trip.pay().await.ok().json();
    choose(&trip.james, &page, "decline").await;
    let data = trip.data().await;
    assert_eq!((data.state, trip.steps().await), (BookingState::Held, vec![Step::Begun, Step::NotPaid]));
    assert!(trip.until().await - trip.app.house.clock.now() >= 600, "ten minutes at least (H6)");
    trip.paid().await;
    assert_eq!(trip.steps().await, [Step::Begun, Step::NotPaid, Step::Begun, Step::Captured]);
    assert_eq!(trip.data().await.state, BookingState::Confirmed);
    trip.app.money().await;
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn the_second_step_asks_for_a_code() {
    let trip = Trip::held().await;
    let page: String = trip.pay().await.ok().json();
    let asked = choose(&trip.james, &page, "second-step").await;
    assert!(asked.contains("one-time-code"), "{asked}");
    assert_eq!(trip.steps().await, [Step::Begun, Step::Waiting]);
    code(&trip.james, &page, "0000").await;
    assert_eq!(trip.steps().await, [Step::Begun, Step::NotPaid]);
    let page: String = trip.pay().await.ok().json();
    choose(&trip.james, &page, "second-step").await;
    code(&trip.james, &page, CODE).await;
    assert_eq!(trip.data().await.state, BookingState::Confirmed);
    code(&trip.james, &page, "0000").await;
    assert_eq!(trip.data().await.state, BookingState::Confirmed, "what is decided stays");
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn the_same_form_is_one_payment_and_another_form_leads_to_it() {
    let trip = Trip::held().await;
    let form = [("booking", trip.id.as_str()), ("intent", "the-form-that-is-sent-twice"), ("expected", "3600")];
    let (first, again) = tokio::join!(trip.james.call("pay-by-card", &form), trip.james.call("pay-by-card", &form));
    let page: String = first.ok().json();
    assert_eq!(again.ok().json::<String>(), page);
    assert_eq!(trip.pay().await.ok().json::<String>(), page, "while one is on its way there is no other");
    assert_eq!(trip.app.number("SELECT count(*) FROM payments").await, 1);
    let other = trip.james.call("pay-by-card", &[("booking", &trip.id), ("intent", "another-form-of-somebody"), ("expected", "1")]).await;
    assert_eq!(other.json::<BookingRefusal>(), BookingRefusal::PriceChanged { total: TOTAL });
    choose(&trip.james, &page, "approve").await;
    // The form once more: the payment is decided, and its booking is shown.
    assert!(trip.james.call("pay-by-card", &form).await.ok().json::<String>().starts_with("/pay/back/"));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn nothing_is_paid_for_what_ran_out_or_costs_nothing() {
    let trip = Trip::held().await;
    trip.to_the_end(1).await;
    assert!(matches!(trip.pay().await.json(), BookingRefusal::Expired { .. }), "before any money moves (H3)");
    assert_eq!(trip.app.number("SELECT count(*) FROM payments").await, 0);
    trip.app.change_resort(|resort| resort.card = String::new()).await;
    let id: i64 = trip.james.hold(&trip.at, &trip.app.people(JAMES).await[..1], &[]).await.ok().json();
    assert_eq!(pay(&trip.james, &id.to_string()).await.json::<BookingRefusal>(), BookingRefusal::CardUnavailable);
    assert_eq!(trip.app.number("SELECT count(*) FROM payments").await, 0);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn money_that_comes_late_takes_the_places_again_at_any_second() {
    for seconds in [-1, 0, 1, 3600] {
        let trip = Trip::held().await;
        let page: String = trip.pay().await.ok().json();
        trip.to_the_end(seconds).await;
        trip.app.tidy().await;
        choose(&trip.james, &page, "approve").await;
        assert_eq!(trip.data().await.state, BookingState::Confirmed, "{seconds}");
        assert_eq!((trip.owed().await, trip.returned().await), (0, 0), "{seconds}");
        trip.app.money().await;
        trip.app.sums_are_even().await;
    }
}

#[tokio::test]
async fn money_that_comes_too_late_goes_back_by_itself() {
    let trip = Trip::held().await;
    trip.places(2).await;
    let page: String = trip.pay().await.ok().json();
    choose(&trip.james, &page, "late").await;
    assert_eq!(trip.data().await.state, BookingState::Held);
    trip.to_the_end(1).await;
    // The bank cannot say yet, so it is asked again; the places are somebody else's meanwhile.
    trip.app.money().await;
    let layla = trip.app.guest(LAYLA).await;
    layla.book(&trip.at, &trip.app.people(LAYLA).await[..1], &[]).await;
    trip.app.house.clock.advance(LATE);
    trip.app.money().await;
    assert_eq!(trip.data().await.state, BookingState::Lapsed);
    let steps = trip.steps().await;
    assert_eq!(steps, [Step::Begun, Step::Captured, Step::RefundRequested, Step::RefundSent, Step::RefundArrived]);
    assert_eq!((trip.returned().await, trip.owed().await), (TOTAL, 0));
    let told: Vec<NoticeLine> = trip.james.read("notices", &[]).await.ok().json();
    assert!(told.iter().any(|line| matches!(line.notice, Notice::MoneyReturned { amount: TOTAL, .. })));
    let receipt = trip.data().await.pay.trail[4].receipt.clone().unwrap();
    assert_eq!(receipt.1, "B-000001");
    let receipt: Receipt = trip.james.read("receipt", &[("id", &receipt.0.to_string())]).await.ok().json();
    assert!(receipt.refund);
    assert_eq!(receipt.paired.iter().map(|(_, number)| number.as_str()).collect::<Vec<_>>(), ["A-000001"]);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn what_is_cancelled_goes_back_as_it_was_quoted() {
    let trip = Trip::held().await;
    trip.paid().await;
    trip.app.at_day(trip.day, "09:01").await;
    assert_eq!(trip.cancel("0").await.json::<BookingRefusal>(), BookingRefusal::FeeChanged { fee: 1800 });
    trip.cancel("1800").await.ok();
    // The place is free now; the money is on its way (X6).
    assert_eq!(trip.app.number(&format!("SELECT taken FROM sessions WHERE id = {}", trip.session)).await, 0);
    assert_eq!(trip.steps().await, [Step::Begun, Step::Captured, Step::RefundRequested]);
    trip.app.money().await;
    assert_eq!((trip.returned().await, trip.owed().await), (1800, 0));
    trip.cancel("1800").await.ok();
    trip.app.money().await;
    assert_eq!(trip.returned().await, 1800, "a second time gives nothing more");
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn one_of_several_has_their_part_back() {
    let trip = Trip::held().await;
    trip.paid().await;
    let people = trip.app.people(JAMES).await;
    let leave = [("booking", trip.id.clone()), ("guest", people[1].to_string()), ("expected_fee", "0".to_owned())];
    let leave: Vec<(&str, &str)> = leave.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let apart: i64 = trip.james.call("cancel-participant", &leave).await.ok().json();
    trip.app.money().await;
    assert_eq!((trip.returned().await, trip.owed().await), (1800, 0));
    let apart: BookingData = trip.james.read("booking-details", &[("id", &apart.to_string())]).await.ok().json();
    assert_eq!(apart.pay.trail.iter().map(|line| line.step).collect::<Vec<_>>(), [Step::RefundRequested, Step::RefundSent, Step::RefundArrived]);
    assert!(apart.pay.back.is_some());
    trip.cancel("0").await.ok();
    trip.app.money().await;
    assert_eq!((trip.returned().await, trip.owed().await), (TOTAL, 0));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn what_the_resort_calls_off_goes_back_whole() {
    let trip = Trip::held().await;
    trip.paid().await;
    trip.app.at_day(trip.day, "10:30").await;
    let desk = trip.app.staff("desk").await;
    let (what, choice, seen) = (format!("session/{}", trip.session), format!("choices[{}]", trip.id), format!("seen[{}]", trip.id));
    let form = [("what", what.as_str()), ("intent", &Keys::token()), ("reason", "Wind"), (&choice, "cancel"), (&seen, "0")];
    desk.call("staff-close", &form).await.ok();
    trip.app.money().await;
    assert_eq!((trip.returned().await, trip.owed().await), (TOTAL, 0));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_payment_is_called_off_before_it_is_paid_in_another_way_or_given_up() {
    let trip = Trip::held().await;
    let page: String = trip.pay().await.ok().json();
    trip.james.confirm(trip.id.parse().unwrap()).await.ok();
    assert_eq!(trip.steps().await, [Step::Begun, Step::GivenUp]);
    choose(&trip.james, &page, "approve").await;
    trip.app.money().await;
    assert_eq!((trip.steps().await, trip.owed().await), (vec![Step::Begun, Step::GivenUp], TOTAL));

    let anna = trip.app.guest(ANNA).await;
    nothing_is_included(&trip.app).await;
    let id: i64 = anna.hold(&trip.at, &trip.app.people(ANNA).await[..1], &[]).await.ok().json();
    let id = id.to_string();
    let page: String = pay(&anna, &id).await.ok().json();
    choose(&anna, &page, "late").await;
    let answer = anna.call("confirm", &[("booking", &id)]).await;
    assert_eq!(answer.json::<BookingRefusal>(), BookingRefusal::Paying, "nobody knows yet");
    anna.call("release", &[("booking", &id)]).await.ok();
    trip.app.house.clock.advance(LATE);
    trip.app.money().await;
    let data: BookingData = anna.read("booking-details", &[("id", &id)]).await.ok().json();
    assert_eq!(data.state, BookingState::Released);
    assert_eq!(data.pay.trail.last().map(|line| line.step), Some(Step::RefundArrived));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn what_is_called_from_outside_is_signed_and_kept_and_never_believed() {
    let trip = Trip::held().await;
    let page: String = trip.pay().await.ok().json();
    let reference = page.rsplit('/').next().unwrap();
    let call = async |event: &str, payment: &str, signature: Option<String>| {
        let body = format!("{{\"event\":\"{event}\",\"payment\":\"{payment}\"}}");
        let signature = signature.unwrap_or_else(|| sandbox::signature(&trip.app.house.keys, body.as_bytes()));
        let http = reqwest::Client::new();
        http.post(format!("{}/hooks/sandbox", trip.app.base)).header("x-sandbox-signature", signature).body(body).send().await.unwrap().status()
    };
    assert_eq!(call("one", reference, Some("0".repeat(64))).await, StatusCode::UNAUTHORIZED);
    assert_eq!(trip.app.number("SELECT count(*) FROM provider_events").await, 0);
    // Signed, and not true: the provider is asked, and knows of no money.
    for event in ["one", "one", "two"] {
        assert_eq!(call(event, reference, None).await, StatusCode::NO_CONTENT);
    }
    assert_eq!(call("three", "of-nobody", None).await, StatusCode::NO_CONTENT);
    assert_eq!(trip.app.number("SELECT count(*) FROM provider_events").await, 3);
    assert_eq!(trip.data().await.state, BookingState::Held);
    let elsewhere = reqwest::Client::new().post(format!("{}/hooks/nobody", trip.app.base)).send().await.unwrap();
    assert_eq!(elsewhere.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn another_amount_than_was_asked_for_waits_for_somebody_who_looks() {
    let trip = Trip::held().await;
    let page: String = trip.pay().await.ok().json();
    trip.app.run("UPDATE sandbox_payments SET amount = 100").await;
    choose(&trip.james, &page, "approve").await;
    assert_eq!(trip.steps().await, [Step::Begun, Step::Stuck]);
    assert_eq!(trip.data().await.state, BookingState::Held);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn whoever_turns_back_or_never_comes_has_paid_nothing() {
    let trip = Trip::held().await;
    let page: String = trip.pay().await.ok().json();
    choose(&trip.james, &page, "").await;
    assert_eq!((trip.steps().await, trip.data().await.state), (vec![Step::Begun, Step::GivenUp], BookingState::Held));
    trip.pay().await.ok();
    trip.to_the_end(1).await;
    trip.app.money().await;
    assert_eq!(trip.steps().await, [Step::Begun, Step::GivenUp, Step::Begun, Step::GivenUp]);
    assert_eq!(trip.app.number("SELECT count(*) FROM sandbox_payments WHERE state = 'cancelled'").await, 2);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn receipts_are_numbered_without_a_gap() {
    let trip = Trip::held().await;
    nothing_is_included(&trip.app).await;
    let mut pages = Vec::new();
    for reference in [ANNA, LAYLA, "HB-1004", "HB-1005"] {
        let client = trip.app.guest(reference).await;
        let id: i64 = client.hold(&trip.at, &trip.app.people(reference).await[..1], &[]).await.ok().json();
        let page: String = pay(&client, &id.to_string()).await.ok().json();
        pages.push((client, page));
    }
    futures::future::join_all(pages.iter().map(|(client, page)| choose(client, page, "approve"))).await;
    let numbers: Vec<i64> = sqlx::query_scalar("SELECT number FROM receipts WHERE series = 'A' ORDER BY number")
        .fetch_all(trip.app.house.database.readers())
        .await
        .unwrap();
    assert_eq!(numbers, [1, 2, 3, 4]);
    trip.app.sums_are_even().await;
}
