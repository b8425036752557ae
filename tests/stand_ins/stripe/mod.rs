//! Stripe's Checkout Sessions, refunds and webhooks, as https://docs.stripe.com/api describes them, for whom speaks the
//! version that we speak. An unknown parameter, a wrong type, a key that came with something else: each is refused with
//! Stripe's own names for it.

mod api;

use super::{Counter, json, listener, ours, serve};
use crate::helpers::TestApp;
use axum::Router;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{get, post};
use cabana::payments::provider::stripe::signature;
use cabana::server::{Acquirers, Secret};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

const VERSION: &str = "2025-03-31.basil";
const KEY: &str = "sk_test_of_the_stand_in";
const WEBHOOK_SECRET: &str = "whsec_of_the_stand_in";

#[derive(Clone)]
pub struct Stripe(Arc<Inner>);

struct Inner {
    base: String,
    counter: Counter,
    books: Mutex<Books>,
}

#[derive(Default)]
struct Books {
    made: u64,
    sessions: BTreeMap<String, Session>,
    refunds: Vec<Refund>,
    /// Bodies of events, in the order in which things happened.
    events: Vec<String>,
    told: usize,
    /// Banks take their time.
    slow: bool,
}

#[derive(Clone)]
struct Session {
    form: BTreeMap<String, String>,
    amount: i64,
    status: &'static str,
    /// Once somebody tried to pay: its name, its state, what was received, why not.
    intent: Option<(String, &'static str, i64, Option<&'static str>)>,
    created: i64,
}

struct Refund {
    id: String,
    intent: String,
    amount: i64,
    metadata: BTreeMap<String, String>,
    status: &'static str,
}

/// 400 and its like: Stripe's kind, code and parameter.
struct No(StatusCode, &'static str, &'static str, String);

type Said = Result<Value, No>;

fn no(code: &'static str, param: &str) -> No {
    No(StatusCode::BAD_REQUEST, "invalid_request_error", code, param.to_owned())
}

fn said(said: Said) -> Response {
    match said {
        Ok(value) => json(StatusCode::OK, &value),
        Err(No(status, kind, code, param)) => {
            json(status, &json!({ "error": { "type": kind, "code": code, "param": param, "message": format!("{code}: {param}") } }))
        }
    }
}

impl Stripe {
    pub async fn start() -> Stripe {
        let (listener, base) = listener().await;
        let stripe = Stripe(Arc::new(Inner { base, counter: Counter::default(), books: Mutex::default() }));
        let api = Router::new()
            .route("/v1/checkout/sessions", post(api::create))
            .route("/v1/checkout/sessions/{id}", get(api::retrieve))
            .route("/v1/checkout/sessions/{id}/expire", post(api::expire))
            .route("/v1/refunds", post(api::refund).get(api::refunds))
            .layer(from_fn_with_state(stripe.clone(), api::enter));
        let router = api.route("/c/pay/{id}", get(api::page)).with_state(stripe.clone());
        serve(router, listener).await;
        stripe
    }

    /// The settings of a server that has its cards taken here.
    pub fn keys(&self) -> Acquirers {
        Acquirers {
            stripe_key: Some(Secret::new(KEY)),
            stripe_webhook_secret: Some(Secret::new(WEBHOOK_SECRET)),
            stripe_api: self.0.base.clone(),
            stripe_pages: self.0.base.clone(),
            ..Acquirers::default()
        }
    }

    pub fn base(&self) -> &str {
        &self.0.base
    }

    pub fn counter(&self) -> &Counter {
        &self.0.counter
    }

    /// From now on refunds stay with the bank for a while.
    pub fn banks_are_slow(&self) {
        self.0.books.lock().unwrap().slow = true;
    }

    /// The parameters with which the session of this page was made.
    pub fn form(&self, page: &str) -> BTreeMap<String, String> {
        self.0.books.lock().unwrap().sessions[id_of(page)].form.clone()
    }

    pub fn status(&self, page: &str) -> &'static str {
        self.0.books.lock().unwrap().sessions[id_of(page)].status
    }

    pub fn sessions(&self) -> usize {
        self.0.books.lock().unwrap().sessions.len()
    }

    /// The guest's card is taken; answers where the page leads. On a page that is closed nothing happens.
    pub fn pays(&self, page: &str) -> String {
        let mut books = self.0.books.lock().unwrap();
        let intent = books.name("pi");
        let session = books.sessions.get_mut(id_of(page)).unwrap();
        if session.status == "open" {
            let name = session.intent.take().map_or(intent, |(name, ..)| name);
            session.intent = Some((name, "succeeded", session.amount, None));
            session.status = "complete";
            books.happened("checkout.session.completed", id_of(page));
        }
        books.sessions[id_of(page)].form["success_url"].clone()
    }

    /// The guest's card is declined, and the page stays open for another.
    pub fn declines(&self, page: &str) {
        let mut books = self.0.books.lock().unwrap();
        let intent = books.name("pi");
        let session = books.sessions.get_mut(id_of(page)).unwrap();
        let name = session.intent.take().map_or(intent, |(name, ..)| name);
        session.intent = Some((name, "requires_payment_method", 0, Some("card_declined")));
    }

    /// Takes another amount than was asked for.
    pub fn takes(&self, page: &str, amount: i64) {
        self.pays(page);
        self.0.books.lock().unwrap().sessions.get_mut(id_of(page)).unwrap().intent.as_mut().unwrap().2 = amount;
    }

    /// Somebody gives an amount back by hand.
    pub fn takes_back(&self, page: &str, amount: i64) {
        let mut books = self.0.books.lock().unwrap();
        let intent = books.sessions[id_of(page)].intent.as_ref().unwrap().0.clone();
        let id = books.name("re");
        books.refunds.push(Refund { id, intent, amount, metadata: BTreeMap::new(), status: "succeeded" });
    }

    /// The guest turns back on the page; answers where that leads.
    pub fn turns_back(&self, page: &str) -> String {
        self.0.books.lock().unwrap().sessions[id_of(page)].form["cancel_url"].clone()
    }

    /// What the bank says of everything that is with it.
    pub fn bank_says(&self, status: &'static str) {
        let mut books = self.0.books.lock().unwrap();
        for at in 0..books.refunds.len() {
            if books.refunds[at].status == "pending" {
                books.refunds[at].status = status;
                let object = books.refunds[at].json();
                books.event(if status == "failed" { "refund.failed" } else { "refund.updated" }, object);
            }
        }
    }

    /// Calls the server about everything that it was not called about yet; answers what it said.
    pub async fn call(&self, app: &TestApp) -> Vec<StatusCode> {
        let events: Vec<String> = {
            let mut books = self.0.books.lock().unwrap();
            let told = books.told;
            books.told = books.events.len();
            books.events[told..].to_vec()
        };
        self.send(app, events).await
    }

    /// Calls about everything there ever was once more, the latest first.
    pub async fn call_backwards(&self, app: &TestApp) -> Vec<StatusCode> {
        let events = self.0.books.lock().unwrap().events.iter().rev().cloned().collect();
        self.send(app, events).await
    }

    async fn send(&self, app: &TestApp, events: Vec<String>) -> Vec<StatusCode> {
        let mut answers = Vec::new();
        for body in events {
            let at = self.0.counter.now();
            answers.push(send(app, &body, &format!("t={at},v1={}", signature(WEBHOOK_SECRET, at, body.as_bytes()))).await);
        }
        answers
    }

    /// What was taken and given back, and whether our books say the same.
    pub async fn agrees_with(&self, app: &TestApp) -> (i64, i64) {
        let theirs = {
            let books = self.0.books.lock().unwrap();
            let taken = books.sessions.values().filter_map(|session| session.intent.as_ref()).map(|intent| intent.2).sum();
            let back = books.refunds.iter().filter(|refund| !matches!(refund.status, "failed" | "canceled")).map(|refund| refund.amount).sum();
            (taken, back)
        };
        assert_eq!(ours(app).await, theirs, "our books and Stripe's");
        app.sums_are_even().await;
        theirs
    }
}

/// Sends one event with this signature.
pub async fn send(app: &TestApp, body: &str, signature: &str) -> StatusCode {
    let request = reqwest::Client::new().post(format!("{}/hooks/stripe", app.base)).header("stripe-signature", signature);
    request.header("content-type", "application/json").body(body.to_owned()).send().await.unwrap().status()
}

/// An event as Stripe would sign it now, about a session or anything else.
pub fn signed(app: &TestApp, body: &str) -> String {
    let at = app.house.clock.now();
    format!("t={at},v1={}", signature(WEBHOOK_SECRET, at, body.as_bytes()))
}

fn id_of(page: &str) -> &str {
    page.rsplit('/').next().unwrap()
}

impl Books {
    fn name(&mut self, kind: &str) -> String {
        self.made += 1;
        format!("{kind}_{:06}", self.made)
    }

    fn happened(&mut self, kind: &str, session: &str) {
        let object = self.sessions[session].json(session, false);
        self.event(kind, object);
    }

    fn event(&mut self, kind: &str, object: Value) {
        let id = self.name("evt");
        self.events.push(json!({ "id": id, "object": "event", "api_version": VERSION, "type": kind, "data": { "object": object } }).to_string());
    }

    fn session(&mut self, id: &str, now: i64) -> Result<&mut Session, No> {
        let missing = || No(StatusCode::NOT_FOUND, "invalid_request_error", "resource_missing", "session".into());
        if !self.sessions.contains_key(id) {
            return Err(missing());
        }
        let over = self.sessions[id].form["expires_at"].parse::<i64>().unwrap() <= now;
        if over && self.sessions[id].status == "open" {
            self.sessions.get_mut(id).unwrap().status = "expired";
            self.happened("checkout.session.expired", id);
        }
        self.sessions.get_mut(id).ok_or_else(missing)
    }
}

impl Session {
    fn json(&self, id: &str, expanded: bool) -> Value {
        let intent = self.intent.as_ref().map(|(name, status, received, error)| {
            let error = error.map(|code| json!({ "code": code, "type": "card_error" }));
            let whole = json!({
                "id": name, "object": "payment_intent", "status": status, "amount": self.amount, "amount_received": received,
                "currency": self.form["line_items[0][price_data][currency]"], "last_payment_error": error,
            });
            if expanded { whole } else { json!(name) }
        });
        let paid = self.intent.as_ref().is_some_and(|(_, status, ..)| *status == "succeeded");
        json!({
            "id": id, "object": "checkout.session", "mode": "payment", "livemode": false, "created": self.created,
            "amount_subtotal": self.amount, "amount_total": self.amount, "currency": self.form["line_items[0][price_data][currency]"],
            "client_reference_id": self.form["client_reference_id"], "expires_at": self.form["expires_at"].parse::<i64>().unwrap(),
            "payment_intent": intent, "payment_status": if paid { "paid" } else { "unpaid" }, "status": self.status,
            "url": null,
        })
    }
}

impl Refund {
    fn json(&self) -> Value {
        json!({
            "id": self.id, "object": "refund", "amount": self.amount, "payment_intent": self.intent, "status": self.status,
            "metadata": self.metadata, "charge": "ch_1", "reason": null,
        })
    }
}
