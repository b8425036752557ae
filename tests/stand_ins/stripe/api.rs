//! What Stripe is asked, and how it answers.

use super::{KEY, No, Refund, Said, Session, Stripe, VERSION, no, said};
use axum::body::Bytes;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) async fn enter(State(stripe): State<Stripe>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let value = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if value("authorization") != Some(&format!("Bearer {KEY}")) {
        return said(Err(No(StatusCode::UNAUTHORIZED, "invalid_request_error", "", String::new())));
    }
    if value("stripe-version") != Some(VERSION) {
        return said(Err(no("", "Stripe-Version")));
    }
    let key = value("idempotency-key").map(str::to_owned);
    if key.as_ref().is_some_and(|key| key.is_empty() || key.len() > 255) {
        return said(Err(no("", "Idempotency-Key")));
    }
    let other = said(Err(No(StatusCode::BAD_REQUEST, "idempotency_error", "", String::new())));
    stripe.0.counter.pass(key, request, next, other).await
}

/// The four fields of one thing that is sold.
const ITEM: [&str; 4] = ["[quantity]", "[price_data][currency]", "[price_data][unit_amount]", "[price_data][product_data][name]"];

/// `line_items[0][quantity]`
fn is_of_an_item(name: &str) -> bool {
    let Some((at, field)) = name.strip_prefix("line_items[").and_then(|rest| rest.split_once(']')) else { return false };
    at.parse::<usize>().is_ok_and(|number| number < 100 && number.to_string() == at) && ITEM.contains(&field)
}

/// The fields of a form, each once, all of them known.
fn fields(headers: &HeaderMap, body: &[u8], known: &[&str]) -> Result<BTreeMap<String, String>, No> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !body.is_empty() && kind != "application/x-www-form-urlencoded" {
        return Err(no("", "Content-Type"));
    }
    pairs(body, known)
}

fn pairs(text: &[u8], known: &[&str]) -> Result<BTreeMap<String, String>, No> {
    let mut form = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(text) {
        let is_known = known.contains(&&*name)
            || (known == CREATE && is_of_an_item(&name))
            || known.iter().any(|one| one.strip_suffix("[*]").is_some_and(|start| name.strip_prefix(start).is_some_and(is_a_key)));
        if !is_known {
            return Err(no("parameter_unknown", &name));
        }
        if value.is_empty() {
            return Err(no("parameter_invalid_empty", &name));
        }
        if form.insert(name.to_string(), value.to_string()).is_some() {
            return Err(no("parameter_invalid_string", &name));
        }
    }
    Ok(form)
}

/// `[payment]`, of at most 40 characters.
fn is_a_key(name: &str) -> bool {
    name.len() <= 42 && name.starts_with('[') && name.ends_with(']') && !name[1..name.len() - 1].contains(['[', ']'])
}

fn need<'a>(form: &'a BTreeMap<String, String>, name: &str) -> Result<&'a str, No> {
    form.get(name).map(String::as_str).ok_or_else(|| no("parameter_missing", name))
}

fn whole(form: &BTreeMap<String, String>, name: &str) -> Result<i64, No> {
    need(form, name)?.parse().map_err(|_| no("parameter_invalid_integer", name))
}

/// The least that a card is charged, and what an amount is divisible by.
fn rule(currency: &str) -> Result<(i64, i64), No> {
    match currency {
        "eur" | "usd" => Ok((50, 1)),
        "jpy" => Ok((50, 1)),
        "kwd" => Ok((100, 10)),
        "isk" => Ok((100, 100)),
        _ => Err(no("invalid_currency", "line_items[0][price_data][currency]")),
    }
}

const CREATE: [&str; 14] = [
    "mode",
    "payment_method_types[0]",
    "adaptive_pricing[enabled]",
    "client_reference_id",
    "success_url",
    "cancel_url",
    "expires_at",
    "locale",
    "customer_email",
    "payment_intent_data[description]",
    "payment_intent_data[metadata][*]",
    "metadata[*]",
    "submit_type",
    "expand[0]",
];

pub(super) async fn create(State(stripe): State<Stripe>, headers: HeaderMap, body: Bytes) -> Response {
    said(created(&stripe, &headers, &body))
}

fn created(stripe: &Stripe, headers: &HeaderMap, body: &[u8]) -> Said {
    let form = fields(headers, body, &CREATE)?;
    if need(&form, "mode")? != "payment" {
        return Err(no("parameter_invalid_string", "mode"));
    }
    for name in ["success_url", "cancel_url"] {
        let url = need(&form, name)?.parse::<Uri>().map_err(|_| no("url_invalid", name))?;
        if !matches!(url.scheme_str(), Some("http" | "https")) {
            return Err(no("url_invalid", name));
        }
    }
    if need(&form, "client_reference_id")?.len() > 200 {
        return Err(no("parameter_invalid_string", "client_reference_id"));
    }
    if need(&form, "payment_method_types[0]")? != "card" || !matches!(need(&form, "adaptive_pricing[enabled]")?, "true" | "false") {
        return Err(no("parameter_invalid_string", "payment_method_types"));
    }
    if !["auto", "en", "ru", "de", "tr"].contains(&need(&form, "locale")?) {
        return Err(no("parameter_invalid_string", "locale"));
    }
    if form.get("customer_email").is_some_and(|email| !email.contains('@') || !email.is_ascii()) {
        return Err(no("email_invalid", "customer_email"));
    }
    let (now, expires) = (stripe.0.counter.now(), whole(&form, "expires_at")?);
    if !(now + 30 * 60..=now + 24 * 3600).contains(&expires) {
        return Err(no("parameter_invalid_integer", "expires_at"));
    }
    let amount = sold(&form)?;
    let mut books = stripe.0.books.lock().unwrap();
    let id = books.name("cs_test");
    let session = Session { form, amount, status: "open", intent: None, created: now };
    let mut answer = session.json(&id, false);
    answer["url"] = json!(format!("{}/c/pay/{id}", stripe.0.base));
    books.sessions.insert(id, session);
    Ok(answer)
}

/// What all of it costs. Items are numbered from nought without a gap, each with all of its fields, in one currency.
fn sold(form: &BTreeMap<String, String>) -> Result<i64, No> {
    let items = form.keys().filter(|name| name.starts_with("line_items[")).count() / ITEM.len();
    let (least, step) = rule(need(form, "line_items[0][price_data][currency]")?)?;
    let mut sum = 0;
    for at in 0..items {
        let field = |name: &str| format!("line_items[{at}]{name}");
        let currency = field("[price_data][currency]");
        if need(form, &currency)? != need(form, "line_items[0][price_data][currency]")? {
            return Err(no("parameter_invalid_string", &currency));
        }
        let name = field("[price_data][product_data][name]");
        if need(form, &name)?.chars().count() > 250 {
            return Err(no("parameter_invalid_string", &name));
        }
        let (quantity, amount) = (field("[quantity]"), field("[price_data][unit_amount]"));
        if whole(form, &quantity)? != 1 {
            return Err(no("parameter_invalid_integer", &quantity));
        }
        let each = whole(form, &amount)?;
        if each < 0 || each % step != 0 {
            return Err(no("invalid_charge_amount", &amount));
        }
        sum += each;
    }
    if sum < least { Err(no("amount_too_small", "line_items")) } else { Ok(sum) }
}

pub(super) async fn retrieve(State(stripe): State<Stripe>, Path(id): Path<String>, uri: Uri) -> Response {
    let known = uri.query().is_none_or(|query| query == "expand%5B%5D=payment_intent");
    let answer = || {
        if !known {
            return Err(no("parameter_unknown", uri.query().unwrap()));
        }
        let now = stripe.0.counter.now();
        Ok(stripe.0.books.lock().unwrap().session(&id, now)?.json(&id, uri.query().is_some()))
    };
    said(answer())
}

pub(super) async fn expire(State(stripe): State<Stripe>, Path(id): Path<String>, headers: HeaderMap, body: Bytes) -> Response {
    let answer = || {
        fields(&headers, &body, &[])?;
        let now = stripe.0.counter.now();
        let mut books = stripe.0.books.lock().unwrap();
        let session = books.session(&id, now)?;
        if session.status != "open" {
            return Err(no("", "session"));
        }
        session.status = "expired";
        books.happened("checkout.session.expired", &id);
        Ok(books.sessions[&id].json(&id, false))
    };
    said(answer())
}

pub(super) async fn refund(State(stripe): State<Stripe>, headers: HeaderMap, body: Bytes) -> Response {
    said(refunded(&stripe, &headers, &body))
}

fn refunded(stripe: &Stripe, headers: &HeaderMap, body: &[u8]) -> Said {
    let form = fields(headers, body, &["payment_intent", "amount", "reason", "metadata[*]"])?;
    let (intent, amount) = (need(&form, "payment_intent")?.to_owned(), whole(&form, "amount")?);
    let mut books = stripe.0.books.lock().unwrap();
    let session = books.sessions.values().find(|session| session.intent.as_ref().is_some_and(|one| one.0 == intent));
    let session = session.ok_or_else(|| No(StatusCode::NOT_FOUND, "invalid_request_error", "resource_missing", "payment_intent".into()))?;
    let (_, status, received, _) = session.intent.as_ref().unwrap();
    let step = rule(&session.form["line_items[0][price_data][currency]"])?.1;
    if *status != "succeeded" {
        return Err(no("payment_intent_unexpected_state", "payment_intent"));
    }
    let gone: i64 = books.refunds.iter().filter(|one| one.intent == intent && one.status != "failed").map(|one| one.amount).sum();
    if amount < 1 || amount % step != 0 || amount > received - gone {
        return Err(no(if gone == *received { "charge_already_refunded" } else { "amount_too_large" }, "amount"));
    }
    let metadata = form.iter().filter_map(|(name, value)| Some((name.strip_prefix("metadata[")?.trim_end_matches(']').to_owned(), value.clone())));
    let (metadata, status) = (metadata.collect(), if books.slow { "pending" } else { "succeeded" });
    let refund = Refund { id: books.name("re"), intent, amount, metadata, status };
    let answer = refund.json();
    books.refunds.push(refund);
    Ok(answer)
}

pub(super) async fn refunds(State(stripe): State<Stripe>, uri: Uri) -> Response {
    let answer = || {
        let form = pairs(uri.query().unwrap_or_default().as_bytes(), &["payment_intent", "limit"])?;
        let intent = need(&form, "payment_intent")?;
        if !(1..=100).contains(&whole(&form, "limit")?) {
            return Err(no("parameter_invalid_integer", "limit"));
        }
        let books = stripe.0.books.lock().unwrap();
        let data: Vec<Value> = books.refunds.iter().rev().filter(|one| one.intent == intent).map(Refund::json).collect();
        Ok(json!({ "object": "list", "url": "/v1/refunds", "has_more": false, "data": data }))
    };
    said(answer())
}

/// The page on which the card is typed.
pub(super) async fn page(State(stripe): State<Stripe>, Path(id): Path<String>) -> (StatusCode, &'static str) {
    let now = stripe.0.counter.now();
    match stripe.0.books.lock().unwrap().session(&id, now) {
        Ok(session) if session.status == "open" => (StatusCode::OK, "Card number"),
        Ok(_) => (StatusCode::OK, "This page is closed"),
        Err(_) => (StatusCode::NOT_FOUND, ""),
    }
}
