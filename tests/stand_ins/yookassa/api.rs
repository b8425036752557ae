//! What YooKassa is asked, and how it answers.

use super::{Amount, Customer, KEY, NewPayment, NewRefund, No, Payment, Receipt, Refund, SHOP, YooKassa, no, said};
use axum::body::Bytes;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine as _;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) async fn enter(State(yookassa): State<YooKassa>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let value = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let basic = format!("Basic {}", base64::prelude::BASE64_STANDARD.encode(format!("{SHOP}:{KEY}")));
    if value("authorization") != Some(&basic) {
        return said(Err(No(StatusCode::UNAUTHORIZED, "invalid_credentials", "Authorization".into())));
    }
    let key = value("idempotence-key").map(str::to_owned);
    if *request.method() == Method::POST {
        if key.as_ref().is_none_or(|key| key.is_empty() || key.len() > 64) {
            return said(Err(no("Idempotence-Key")));
        }
        if value("content-type") != Some("application/json") {
            return said(Err(No(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", "Content-Type".into())));
        }
    }
    yookassa.0.counter.pass(key, request, next, said(Err(no("Idempotence-Key")))).await
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, No> {
    serde_json::from_slice(body).map_err(|error| no(&error.to_string()))
}

/// Roubles with exactly two decimals, above nothing.
fn kopecks(amount: &Amount, parameter: &str) -> Result<i64, No> {
    let (whole, part) = amount.value.split_once('.').ok_or_else(|| no(parameter))?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if amount.currency != "RUB" || !digits(whole) || !digits(part) || part.len() != 2 || (whole.len() > 1 && whole.starts_with('0')) {
        return Err(no(parameter));
    }
    format!("{whole}{part}").parse().ok().filter(|kopecks| *kopecks > 0).ok_or_else(|| no(parameter))
}

/// What the law asks of a receipt.
fn checked(receipt: &Receipt, total: i64) -> Result<(), No> {
    let Customer { email, phone } = &receipt.customer;
    let reached = match (email, phone) {
        (Some(email), None) => email.contains('@') && email.is_ascii() && !email.contains(' '),
        (None, Some(phone)) => (10..=15).contains(&phone.len()) && phone.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    };
    if !reached {
        return Err(no("receipt.customer"));
    }
    if receipt.tax_system_code.is_some_and(|code| !(1..=6).contains(&code)) || !(1..=80).contains(&receipt.items.len()) {
        return Err(no("receipt.items"));
    }
    let mut sum = 0;
    for item in &receipt.items {
        if !(1..=128).contains(&item.description.chars().count()) || item.quantity != 1.0 || !(1..=12).contains(&item.vat_code) {
            return Err(no("receipt.items"));
        }
        if item.payment_subject != "service" || !["full_payment", "full_prepayment"].contains(&item.payment_mode.as_str()) {
            return Err(no("receipt.items.payment_subject"));
        }
        sum += kopecks(&item.amount, "receipt.items.amount")?;
    }
    if sum == total { Ok(()) } else { Err(no("receipt")) }
}

pub(super) async fn create(State(yookassa): State<YooKassa>, body: Bytes) -> Response {
    let answer = || {
        let asked: NewPayment = read(&body)?;
        let kopecks = kopecks(&asked.amount, "amount")?;
        let (confirmation, url) = (&asked.confirmation, asked.confirmation.return_url.parse::<Uri>());
        if !asked.capture || asked.payment_method_data.r#type != "bank_card" || confirmation.r#type != "redirect" {
            return Err(no("confirmation"));
        }
        if url.is_ok_and(|url| url.scheme().is_none())
            || confirmation.locale.as_ref().is_some_and(|locale| !["ru_RU", "en_US"].contains(&locale.as_str()))
        {
            return Err(no("confirmation.return_url"));
        }
        if asked.description.chars().count() > 128 || asked.metadata.len() > 16 {
            return Err(no("description"));
        }
        checked(&asked.receipt, kopecks)?;
        let mut books = yookassa.0.books.lock().unwrap();
        let (id, created) = (books.name(), yookassa.0.counter.now());
        let payment = Payment { asked, kopecks, status: "pending", reason: None, created };
        let answer = payment.json(&id, &yookassa.0.base);
        books.payments.insert(id, payment);
        Ok(answer)
    };
    said(answer())
}

pub(super) async fn retrieve(State(yookassa): State<YooKassa>, Path(id): Path<String>, uri: Uri) -> Response {
    let answer = || {
        if uri.query().is_some() {
            return Err(no("query"));
        }
        let now = yookassa.0.counter.now();
        Ok(yookassa.0.books.lock().unwrap().payment(&id, now)?.json(&id, &yookassa.0.base))
    };
    said(answer())
}

pub(super) async fn cancel(State(yookassa): State<YooKassa>, Path(id): Path<String>, body: Bytes) -> Response {
    let answer = || {
        if read::<Value>(&body)? != json!({}) {
            return Err(no("body"));
        }
        let now = yookassa.0.counter.now();
        let mut books = yookassa.0.books.lock().unwrap();
        let payment = books.payment(&id, now)?;
        if payment.status != "waiting_for_capture" {
            return Err(no("status"));
        }
        (payment.status, payment.reason) = ("canceled", Some(("merchant", "canceled_by_merchant")));
        books.happened(&id);
        Ok(books.payments[&id].json(&id, ""))
    };
    said(answer())
}

pub(super) async fn refund(State(yookassa): State<YooKassa>, body: Bytes) -> Response {
    let answer = || {
        let asked: NewRefund = read(&body)?;
        let kopecks = kopecks(&asked.amount, "amount")?;
        let now = yookassa.0.counter.now();
        let mut books = yookassa.0.books.lock().unwrap();
        let (whole, status) = {
            let payment = books.payment(&asked.payment_id, now)?;
            (payment.kopecks, payment.status)
        };
        let gone: i64 =
            books.refunds.iter().filter(|one| one.asked.payment_id == asked.payment_id && one.status != "canceled").map(|one| one.kopecks).sum();
        if status != "succeeded" || kopecks > whole - gone {
            return Err(no("amount"));
        }
        // Of a part the receipt has to say which; of the whole it is the payment's own.
        match &asked.receipt {
            Some(receipt) if kopecks < whole => checked(receipt, kopecks)?,
            None if kopecks == whole => {}
            _ => return Err(no("receipt")),
        }
        let status = match (books.empty, books.slow) {
            (true, _) => "canceled",
            (_, true) => "pending",
            _ => "succeeded",
        };
        let refund = Refund { id: books.name(), asked, kopecks, status };
        let answer = refund.json();
        books.refunds.push(refund);
        if status == "succeeded" {
            books.notify("refund.succeeded", &answer);
        }
        Ok(answer)
    };
    said(answer())
}

pub(super) async fn refunds(State(yookassa): State<YooKassa>, headers: HeaderMap, uri: Uri) -> Response {
    let answer = || {
        let query: BTreeMap<String, String> = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
        let known = query.keys().all(|name| name == "payment_id" || name == "limit");
        if !known
            || headers.contains_key("content-type")
            || !query.get("limit").is_some_and(|limit| limit.parse().is_ok_and(|limit: i64| (1..=100).contains(&limit)))
        {
            return Err(no("query"));
        }
        let payment = query.get("payment_id").ok_or_else(|| no("payment_id"))?;
        let books = yookassa.0.books.lock().unwrap();
        let items: Vec<Value> = books.refunds.iter().rev().filter(|one| one.asked.payment_id == *payment).map(Refund::json).collect();
        Ok(json!({ "type": "list", "items": items }))
    };
    said(answer())
}
