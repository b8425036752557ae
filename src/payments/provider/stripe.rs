//! Stripe, through Checkout: a payment is a Checkout Session, and the guest types the card on Stripe's own page. What was
//! taken is read from the payment intent of the session. Amounts are whole numbers by Stripe's own rules (`units`).

use super::ask::{Said, ask, text};
use super::{Begun, Heard, Outcome, Page, Returned, Unheard};
use crate::base::{Fault, Lang};
use crate::catalog::shelf::coin;
use crate::payments::ReceiptLine;
use crate::payments::buyer::{Contact, shortened, titles};
use crate::payments::store::{Payment, Refund};
use crate::server::House;
use axum::http::HeaderMap;
use hmac::{Hmac, KeyInit, Mac};
use reqwest::{Method, RequestBuilder};
use serde::Deserialize;
use serde_json::Value;
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

/// The version of the interface that is spoken here; without it Stripe speaks whatever the account was opened with.
const VERSION: &str = "2025-03-31.basil";
/// How long Stripe's page stays open, in seconds from the beginning of the payment. Stripe takes nothing between now and 30
/// minutes; a hold ends earlier, and its payment is called off then.
const OPEN: i64 = 3600;
/// The longest name of what is sold, in characters, and the most lines of a page.
const LONGEST: usize = 200;
const MOST: usize = 100;
/// How old a call may be, in seconds, so that nobody plays an old one again.
pub const TOLERANCE: i64 = 300;
/// Refusals that pass: the account has too little to give back today, or somebody else asks the same at this moment.
const PASSES: [&str; 3] = ["balance_insufficient", "lock_timeout", "idempotency_error"];

fn request(house: &House, method: Method, path: &str) -> Result<RequestBuilder, Fault> {
    let keys = &house.config.acquirers;
    let key = keys.stripe_key.as_ref().ok_or_else(|| {
        tracing::error!("STRIPE_KEY is not set, and a payment at Stripe is to be asked about");
        Fault::TryAgain
    })?;
    Ok(crate::server::outside().request(method, format!("{}{path}", keys.stripe_api)).bearer_auth(key.reveal()).header("stripe-version", VERSION))
}

/// Where Stripe counts in other units than ISO 4217: without decimals, or with two that must be nothing.
fn decimals(currency: &str) -> (u32, i64) {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "JPY" | "KMF" | "KRW" | "MGA" | "PYG" | "RWF" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => (0, 1),
        // Written with two decimals for the sake of old programs.
        "ISK" | "UGX" => (2, 100),
        // Of three decimals the last is nothing.
        "BHD" | "JOD" | "KWD" | "OMR" | "TND" => (3, 10),
        _ => (2, 1),
    }
}

/// Minor units as Stripe counts them; nothing for an amount that Stripe cannot take.
pub fn units(currency: &str, minor: i64) -> Option<i64> {
    let (theirs, step) = decimals(currency);
    let scaled = scaled(minor, coin(currency).exponent, theirs)?;
    (scaled % step == 0).then_some(scaled)
}

/// And back; nothing when it is finer than the currency.
pub fn minor(currency: &str, units: i64) -> Option<i64> {
    scaled(units, decimals(currency).0, coin(currency).exponent)
}

fn scaled(amount: i64, from: u32, to: u32) -> Option<i64> {
    let by = 10_i64.checked_pow(from.abs_diff(to))?;
    if to >= from { amount.checked_mul(by) } else { (amount % by == 0).then_some(amount / by) }
}

/// Stripe's page does not speak every language; then it speaks the browser's.
fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Ru => "ru",
        Lang::De => "de",
        Lang::Tr => "tr",
        Lang::Uk | Lang::Ar => "auto",
    }
}

/// What Stripe's page lists: what the receipt will say, but nobody's name. Where a line is not in Stripe's units and the sum
/// is, the sum alone; nothing for an amount that Stripe cannot take.
fn items(payment: &Payment, lang: Lang, title: &str) -> Option<Vec<(String, i64)>> {
    let whole = units(&payment.currency, payment.amount)?;
    let one = |line: &ReceiptLine| Some((shortened(line.title.get(lang), LONGEST), units(&payment.currency, line.amount)?));
    let each: Option<Vec<(String, i64)>> = payment.lines.iter().map(one).collect();
    let fits = |each: &Vec<(String, i64)>| (1..=MOST).contains(&each.len()) && each.iter().map(|(_, amount)| amount).sum::<i64>() == whole;
    Some(each.filter(fits).unwrap_or_else(|| vec![(title.to_owned(), whole)]))
}

pub async fn begin(house: &House, payment: &Payment, back: &str) -> Result<Begun, Fault> {
    let Some(buyer) = &payment.buyer else { return Ok(Begun::Refused) };
    let title = shortened(&titles(&payment.lines, buyer.lang), LONGEST);
    let Some(items) = items(payment, buyer.lang, &title) else { return Ok(Begun::Refused) };
    let back = format!("{}{back}", house.public_url);
    let id = payment.id.to_string();
    let mut form: Vec<(String, String)> = [
        ("mode", "payment".into()),
        // Cards alone, also those in a phone's wallet: other ways decide days later, and a hold lasts minutes.
        ("payment_method_types[0]", "card".into()),
        // What the guest saw is what is taken, in the resort's currency.
        ("adaptive_pricing[enabled]", "false".into()),
        ("client_reference_id", id.clone()),
        ("success_url", back.clone()),
        ("cancel_url", format!("{back}?turned=back")),
        ("expires_at", (payment.created_at + OPEN).to_string()),
        ("locale", locale(buyer.lang).into()),
        ("payment_intent_data[description]", title),
        ("payment_intent_data[metadata][payment]", id.clone()),
        ("metadata[payment]", id),
    ]
    .map(|(name, value): (&str, String)| (name.to_owned(), value))
    .to_vec();
    for (at, (name, amount)) in items.into_iter().enumerate() {
        let item = format!("line_items[{at}]");
        form.push((format!("{item}[quantity]"), "1".to_owned()));
        form.push((format!("{item}[price_data][currency]"), payment.currency.to_lowercase()));
        form.push((format!("{item}[price_data][unit_amount]"), amount.to_string()));
        form.push((format!("{item}[price_data][product_data][name]"), name));
    }
    if let Some(Contact::Email(email)) = &buyer.contact {
        form.push(("customer_email".to_owned(), email.clone()));
    }
    let request = request(house, Method::POST, "/v1/checkout/sessions")?.header("idempotency-key", &payment.secret).form(&form);
    match ask("Stripe", request, &PASSES).await? {
        Said::Done(session) => {
            let (reference, address) = (text(&session, "/id"), text(&session, "/url"));
            if reference.is_empty() || address.is_empty() {
                tracing::error!(payment = payment.id.0, "Stripe keeps a payment without a page");
                return Err(Fault::TryAgain);
            }
            Ok(Begun::At(Page { reference: reference.to_owned(), address: address.to_owned() }))
        }
        Said::Never(why) => {
            tracing::error!(payment = payment.id.0, why, "Stripe will not take a payment");
            Ok(Begun::Refused)
        }
    }
}

/// The session with its payment intent.
async fn session(house: &House, reference: &str) -> Result<Value, Fault> {
    let request = request(house, Method::GET, &format!("/v1/checkout/sessions/{reference}"))?.query(&[("expand[]", "payment_intent")]);
    match ask("Stripe", request, &[]).await? {
        Said::Done(session) => Ok(session),
        // Perhaps the key is another account's: as long as that is so, nobody knows.
        Said::Never(why) => {
            tracing::error!(why, "Stripe does not know a payment of ours");
            Err(Fault::TryAgain)
        }
    }
}

pub async fn look(house: &House, payment: &Payment, reference: &str) -> Result<Outcome, Fault> {
    Ok(outcome(payment, &session(house, reference).await?))
}

fn outcome(payment: &Payment, session: &Value) -> Outcome {
    // A card that was declined leaves the page open for another card; only once it is closed it counts.
    let declined = session.pointer("/payment_intent/last_payment_error").is_some_and(|error| !error.is_null());
    match (text(session, "/status"), text(session, "/payment_status"), text(session, "/payment_intent/status")) {
        ("open", ..) => Outcome::Waiting,
        ("expired", ..) if declined => Outcome::Failed,
        ("expired", ..) => Outcome::Cancelled,
        ("complete", "paid", _) | ("complete", _, "succeeded") => {
            let received = session.pointer("/payment_intent/amount_received").and_then(Value::as_i64);
            let currency = text(session, "/payment_intent/currency").eq_ignore_ascii_case(&payment.currency);
            match received.filter(|_| currency).and_then(|units| minor(&payment.currency, units)) {
                Some(amount) => Outcome::Captured(amount),
                None => Outcome::Other,
            }
        }
        ("complete", _, "requires_payment_method" | "canceled") => Outcome::Failed,
        _ => Outcome::Waiting,
    }
}

/// Closes the page. Asking for it twice is harmless by itself, so it carries no key: with one, an answer that Stripe broke
/// off at would come again for a day. A page that is closed already, or that was paid on, is refused, and looked at.
pub async fn cancel(house: &House, payment: &Payment, reference: &str) -> Result<Outcome, Fault> {
    ask("Stripe", request(house, Method::POST, &format!("/v1/checkout/sessions/{reference}/expire"))?, &[]).await?;
    look(house, payment, reference).await
}

/// The payment intent of a session, once somebody has tried to pay.
async fn intent_of(house: &House, reference: &str) -> Result<Option<String>, Fault> {
    let session = session(house, reference).await?;
    Ok(Some(text(&session, "/payment_intent/id")).filter(|id| !id.is_empty()).map(str::to_owned))
}

pub async fn give_back(house: &House, refund: &Refund, reference: &str) -> Result<Returned, Fault> {
    let Some(intent) = intent_of(house, reference).await? else { return Ok(Returned::Refused) };
    // Stripe forgets a key after a day; what was done before is found by its name.
    if let Some(done) = find(house, refund, &intent).await? {
        return Ok(done);
    }
    let Some(amount) = units(&refund.payment.currency, refund.amount) else { return Ok(Returned::Refused) };
    let form = [
        ("payment_intent", intent),
        ("amount", amount.to_string()),
        ("metadata[refund]", refund.secret.clone()),
        ("metadata[payment]", reference.to_owned()),
    ];
    let request = request(house, Method::POST, "/v1/refunds")?.header("idempotency-key", &refund.secret).form(&form);
    match ask("Stripe", request, &PASSES).await? {
        Said::Done(done) => Ok(returned(&done)),
        Said::Never(why) => {
            tracing::error!(refund = refund.id.0, why, "Stripe will not give an amount back");
            Ok(Returned::Refused)
        }
    }
}

fn returned(refund: &Value) -> Returned {
    match text(refund, "/status") {
        "succeeded" => Returned::Settled,
        "failed" | "canceled" => Returned::Refused,
        _ => Returned::Sent,
    }
}

/// What became of a refund, found among those of its payment; nothing when it is not among them.
pub async fn find_refund(house: &House, refund: &Refund, reference: &str) -> Result<Option<Returned>, Fault> {
    match intent_of(house, reference).await? {
        Some(intent) => find(house, refund, &intent).await,
        None => Ok(None),
    }
}

async fn find(house: &House, refund: &Refund, intent: &str) -> Result<Option<Returned>, Fault> {
    let request = request(house, Method::GET, "/v1/refunds")?.query(&[("payment_intent", intent), ("limit", "100")]);
    let Said::Done(list) = ask("Stripe", request, &[]).await? else { return Err(Fault::TryAgain) };
    let ours = list.pointer("/data").and_then(Value::as_array).into_iter().flatten().find(|one| text(one, "/metadata/refund") == refund.secret);
    Ok(ours.map(returned))
}

/// `Stripe-Signature: t=…,v1=…`: HMAC-SHA256 of the time and the body with the endpoint's secret. There may be several
/// signatures while a secret is being replaced.
pub fn is_signed(secret: &str, header: &str, body: &[u8], now: i64) -> bool {
    let parts = || header.split(',').filter_map(|part| part.trim().split_once('='));
    let Some(at) = parts().find(|(name, _)| *name == "t").and_then(|(_, at)| at.parse::<i64>().ok()) else { return false };
    if secret.is_empty() || now.abs_diff(at) > TOLERANCE as u64 {
        return false;
    }
    let expected = signature(secret, at, body);
    // All are compared, so that how long it takes says nothing.
    parts().filter(|(name, _)| *name == "v1").fold(false, |found, (_, one)| bool::from(expected.as_bytes().ct_eq(one.as_bytes())) | found)
}

/// The signature of a body at a time, in hexadecimal.
pub fn signature(secret: &str, at: i64, body: &[u8]) -> String {
    // HMAC takes a key of any length, so this cannot fail.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return String::new() };
    mac.update(at.to_string().as_bytes());
    mac.update(b".");
    mac.update(body);
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[derive(Deserialize)]
struct Event {
    id: String,
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    object: Value,
}

pub fn hear(house: &House, headers: &HeaderMap, body: &[u8]) -> Result<Heard, Unheard> {
    let secret = house.config.acquirers.stripe_webhook_secret.as_ref().ok_or(Unheard::Nowhere)?;
    let header = headers.get("stripe-signature").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !is_signed(secret.reveal(), header, body, house.clock.now()) {
        return Err(Unheard::Unsigned);
    }
    let event: Event = serde_json::from_slice(body).map_err(|_| Unheard::Malformed)?;
    // A refund carries the session it is of, which is how the payment is known here.
    let object = &event.data.object;
    let reference = match (text(object, "/object"), text(object, "/metadata/payment")) {
        ("refund", payment) if !payment.is_empty() => payment,
        _ => text(object, "/id"),
    };
    if event.id.is_empty() || reference.is_empty() {
        return Err(Unheard::Malformed);
    }
    Ok(Heard { reference: reference.to_owned(), event: event.id })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_counted_as_stripe_counts_them() {
        assert_eq!((units("EUR", 1250), minor("EUR", 1250)), (Some(1250), Some(1250)));
        assert_eq!((units("JPY", 500), minor("JPY", 500)), (Some(500), Some(500)));
        assert_eq!((units("KWD", 5120), minor("KWD", 5120)), (Some(5120), Some(5120)));
        assert_eq!(units("KWD", 5124), None, "the last of three decimals is nothing");
        assert_eq!((units("ISK", 5), minor("ISK", 500)), (Some(500), Some(5)));
        assert_eq!((units("UGX", 5), minor("UGX", 500)), (Some(500), Some(5)));
        assert_eq!(minor("ISK", 550), None);
        assert_eq!((units("MGA", 50_000), minor("MGA", 500)), (Some(500), Some(50_000)), "two decimals on paper, none at Stripe");
        assert_eq!(units("MGA", 50_020), None);
        assert_eq!(units("HUF", 1045), Some(1045));
        assert_eq!(units("ISK", i64::MAX), None);
    }

    #[test]
    fn a_signature_holds_for_one_body_one_secret_and_five_minutes() {
        let (secret, body, now) = ("whsec_of_a_test", b"{\"id\":\"evt_1\"}", 1_700_000_000);
        let good = signature(secret, now, body);
        let header = |at: i64, signature: &str| format!("t={at},v1={signature},v0=of-another-kind");
        assert!(is_signed(secret, &header(now, &good), body, now));
        assert!(is_signed(secret, &format!("t={now},v1={},v1={good}", "0".repeat(64)), body, now), "while a secret is replaced");
        assert!(is_signed(secret, &header(now, &good), body, now + TOLERANCE));
        assert!(!is_signed(secret, &header(now, &good), body, now + TOLERANCE + 1), "too old");
        assert!(!is_signed(secret, &header(now + 1, &good), body, now), "another time");
        assert!(!is_signed(secret, &header(now, &good), b"{\"id\":\"evt_2\"}", now));
        assert!(!is_signed("whsec_of_another", &header(now, &good), body, now));
        assert!(!is_signed("", &header(now, &signature("", now, body)), body, now));
        for torn in ["", "t=", "v1=", &format!("v1={good}"), &format!("t={now}"), &format!("t={now},v1="), &format!("t={now},v0={good}"), "t=x,v1=y"]
        {
            assert!(!is_signed(secret, torn, body, now), "{torn}");
        }
    }

    #[test]
    fn the_signature_is_the_one_that_the_rule_gives() {
        // HMAC-SHA256 of "1.{}" with the key "whsec_x", computed by another program.
        assert_eq!(signature("whsec_x", 1, b"{}"), "36ee2f7498f0c1777d1312b2a7361947fe5ad31223be30d0c62421f4ca753401");
    }
}
