//! YooKassa's payments, refunds and notifications, as https://yookassa.ru/developers/api describes them. A field that it does
//! not know, an amount that is not written as one, a receipt whose items do not make up the amount, a key that came with
//! something else: each is refused with the name of the parameter.

mod api;

use super::{Counter, json, listener, ours, serve};
use crate::helpers::TestApp;
use axum::Router;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{get, post};
use cabana::server::{Acquirers, Secret};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

const SHOP: &str = "100500";
const KEY: &str = "test_of_the_stand_in";
/// How long the guest has, in seconds.
pub const OPEN: i64 = 3600;

#[derive(Clone)]
pub struct YooKassa(Arc<Inner>);

struct Inner {
    base: String,
    counter: Counter,
    books: Mutex<Books>,
}

#[derive(Default)]
struct Books {
    made: u64,
    payments: BTreeMap<String, Payment>,
    refunds: Vec<Refund>,
    notifications: Vec<String>,
    told: usize,
    /// Money is set aside first, as in a shop that is set so.
    two_steps: bool,
    /// Refunds take a while.
    slow: bool,
    /// The shop has nothing to give back from.
    empty: bool,
}

struct Payment {
    asked: NewPayment,
    kopecks: i64,
    status: &'static str,
    reason: Option<(&'static str, &'static str)>,
    created: i64,
}

struct Refund {
    id: String,
    asked: NewRefund,
    kopecks: i64,
    status: &'static str,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Amount {
    value: String,
    currency: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewPayment {
    amount: Amount,
    capture: bool,
    payment_method_data: Kind,
    confirmation: Confirmation,
    pub description: String,
    metadata: BTreeMap<String, String>,
    pub receipt: Receipt,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kind {
    r#type: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Confirmation {
    r#type: String,
    return_url: String,
    locale: Option<String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    pub customer: Customer,
    pub items: Vec<Item>,
    pub tax_system_code: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Customer {
    pub email: Option<String>,
    pub phone: Option<String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub description: String,
    quantity: f64,
    amount: Amount,
    pub vat_code: i64,
    payment_subject: String,
    pub payment_mode: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct NewRefund {
    payment_id: String,
    amount: Amount,
    metadata: BTreeMap<String, String>,
    receipt: Option<Receipt>,
}

/// The status, the code, and the parameter it is about.
struct No(StatusCode, &'static str, String);

type Said = Result<Value, No>;

fn no(parameter: &str) -> No {
    No(StatusCode::BAD_REQUEST, "invalid_request", parameter.to_owned())
}

fn said(said: Said) -> Response {
    match said {
        Ok(value) => json(StatusCode::OK, &value),
        Err(No(status, code, parameter)) => {
            json(status, &json!({ "type": "error", "id": "1", "code": code, "parameter": parameter, "description": "Wrong" }))
        }
    }
}

impl YooKassa {
    pub async fn start() -> YooKassa {
        let (listener, base) = listener().await;
        let yookassa = YooKassa(Arc::new(Inner { base, counter: Counter::default(), books: Mutex::default() }));
        let api = Router::new()
            .route("/v3/payments", post(api::create))
            .route("/v3/payments/{id}", get(api::retrieve))
            .route("/v3/payments/{id}/cancel", post(api::cancel))
            .route("/v3/refunds", post(api::refund).get(api::refunds))
            .layer(from_fn_with_state(yookassa.clone(), api::enter));
        serve(api.with_state(yookassa.clone()), listener).await;
        yookassa
    }

    /// The settings of a server that has its cards taken here.
    pub fn keys(&self) -> Acquirers {
        Acquirers {
            yookassa_shop: Some(SHOP.to_owned()),
            yookassa_key: Some(Secret::new(KEY)),
            yookassa_api: self.0.base.clone(),
            yookassa_pages: self.0.base.clone(),
            ..Acquirers::default()
        }
    }

    pub fn base(&self) -> &str {
        &self.0.base
    }

    pub fn counter(&self) -> &Counter {
        &self.0.counter
    }

    pub fn takes_two_steps(&self) {
        self.0.books.lock().unwrap().two_steps = true;
    }

    pub fn refunds_are_slow(&self) {
        self.0.books.lock().unwrap().slow = true;
    }

    pub fn has_nothing_to_give(&self) {
        self.0.books.lock().unwrap().empty = true;
    }

    pub fn has_something_to_give(&self) {
        self.0.books.lock().unwrap().empty = false;
    }

    pub fn payments(&self) -> usize {
        self.0.books.lock().unwrap().payments.len()
    }

    pub fn asked(&self, page: &str) -> NewPayment {
        self.0.books.lock().unwrap().payments[id_of(page)].asked.clone()
    }

    /// The receipts of all refunds, in their order.
    pub fn refund_receipts(&self) -> Vec<Option<Receipt>> {
        self.0.books.lock().unwrap().refunds.iter().map(|refund| refund.asked.receipt.clone()).collect()
    }

    pub fn status(&self, page: &str) -> &'static str {
        self.0.books.lock().unwrap().payments[id_of(page)].status
    }

    /// The guest's card is taken; answers where the page leads. After the hour nothing happens.
    pub fn pays(&self, page: &str) -> String {
        let two_steps = self.0.books.lock().unwrap().two_steps;
        self.decides(page, if two_steps { "waiting_for_capture" } else { "succeeded" }, None);
        self.0.books.lock().unwrap().payments[id_of(page)].asked.confirmation.return_url.clone()
    }

    /// The bank of the guest refuses.
    pub fn declines(&self, page: &str) {
        self.decides(page, "canceled", Some(("payment_network", "insufficient_funds")));
    }

    fn decides(&self, page: &str, status: &'static str, reason: Option<(&'static str, &'static str)>) {
        let now = self.0.counter.now();
        let mut books = self.0.books.lock().unwrap();
        let payment = books.payment(id_of(page), now).ok().unwrap();
        if payment.status == "pending" {
            (payment.status, payment.reason) = (status, reason);
            books.happened(id_of(page));
        }
    }

    /// What became of refunds that took a while.
    pub fn refunds_are(&self, status: &'static str) {
        let mut books = self.0.books.lock().unwrap();
        for at in 0..books.refunds.len() {
            if books.refunds[at].status == "pending" {
                books.refunds[at].status = status;
                // There is no call for one that did not work.
                if status == "succeeded" {
                    let object = books.refunds[at].json();
                    books.notify("refund.succeeded", &object);
                }
            }
        }
    }

    /// Calls the server about everything that it was not called about yet; answers what it said.
    pub async fn call(&self, app: &TestApp) -> Vec<StatusCode> {
        let notifications: Vec<String> = {
            let mut books = self.0.books.lock().unwrap();
            let told = books.told;
            books.told = books.notifications.len();
            books.notifications[told..].to_vec()
        };
        self.send(app, notifications).await
    }

    /// Calls about everything there ever was once more, the latest first.
    pub async fn call_backwards(&self, app: &TestApp) -> Vec<StatusCode> {
        let notifications = self.0.books.lock().unwrap().notifications.iter().rev().cloned().collect();
        self.send(app, notifications).await
    }

    async fn send(&self, app: &TestApp, notifications: Vec<String>) -> Vec<StatusCode> {
        let mut answers = Vec::new();
        for body in notifications {
            answers.push(send(app, &cabana::payments::provider::yookassa::word(&app.house.keys), &body).await);
        }
        answers
    }

    /// What was taken and given back, and whether our books say the same.
    pub async fn agrees_with(&self, app: &TestApp) -> (i64, i64) {
        let theirs = {
            let books = self.0.books.lock().unwrap();
            let taken = books.payments.values().filter(|payment| payment.status == "succeeded").map(|payment| payment.kopecks).sum();
            (taken, books.refunds.iter().filter(|refund| refund.status != "canceled").map(|refund| refund.kopecks).sum())
        };
        assert_eq!(ours(app).await, theirs, "our books and YooKassa's");
        app.sums_are_even().await;
        theirs
    }
}

/// Sends one notification to the address with this word.
pub async fn send(app: &TestApp, word: &str, body: &str) -> StatusCode {
    let request = reqwest::Client::new().post(format!("{}/hooks/yookassa/{word}", app.base));
    request.header("content-type", "application/json").body(body.to_owned()).send().await.unwrap().status()
}

fn id_of(page: &str) -> &str {
    page.rsplit('=').next().unwrap()
}

impl Books {
    fn name(&mut self) -> String {
        self.made += 1;
        format!("2f{:06x}-000f-5000-8000-1b6c2c5d9a10", self.made)
    }

    fn payment(&mut self, id: &str, now: i64) -> Result<&mut Payment, No> {
        let over = self.payments.get(id).ok_or_else(|| No(StatusCode::NOT_FOUND, "not_found", "payment_id".into()))?;
        if over.status == "pending" && over.created + OPEN <= now {
            let payment = self.payments.get_mut(id).unwrap();
            (payment.status, payment.reason) = ("canceled", Some(("yoo_money", "expired_on_confirmation")));
            self.happened(id);
        }
        Ok(self.payments.get_mut(id).unwrap())
    }

    fn happened(&mut self, id: &str) {
        let payment = &self.payments[id];
        let (event, object) = (format!("payment.{}", payment.status), payment.json(id, ""));
        self.notify(&event, &object);
    }

    fn notify(&mut self, event: &str, object: &Value) {
        self.notifications.push(json!({ "type": "notification", "event": event, "object": object }).to_string());
    }
}

fn written(kopecks: i64) -> Value {
    json!({ "value": format!("{}.{:02}", kopecks / 100, kopecks % 100), "currency": "RUB" })
}

impl Payment {
    fn json(&self, id: &str, base: &str) -> Value {
        let mut object = json!({
            "id": id, "status": self.status, "paid": matches!(self.status, "succeeded" | "waiting_for_capture"), "amount": written(self.kopecks),
            "created_at": "2026-11-22T10:00:00.000Z", "description": self.asked.description, "metadata": self.asked.metadata,
            "recipient": { "account_id": SHOP, "gateway_id": "1" }, "refundable": self.status == "succeeded", "test": true,
        });
        if self.status == "pending" {
            object["confirmation"] = json!({ "type": "redirect", "confirmation_url": format!("{base}/checkout/payments/v2/contract?orderId={id}") });
        }
        if let Some((party, reason)) = self.reason {
            object["cancellation_details"] = json!({ "party": party, "reason": reason });
        }
        object
    }
}

impl Refund {
    fn json(&self) -> Value {
        let mut object = json!({
            "id": self.id, "payment_id": self.asked.payment_id, "status": self.status, "amount": written(self.kopecks),
            "created_at": "2026-11-22T10:00:00.000Z", "metadata": self.asked.metadata,
        });
        if self.status == "canceled" {
            object["cancellation_details"] = json!({ "party": "yoo_money", "reason": "insufficient_funds" });
        }
        object
    }
}
