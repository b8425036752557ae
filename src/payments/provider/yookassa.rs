//! YooKassa, version 3 of its interface: roubles only, the card is typed on YooKassa's own page, and each payment and refund
//! carries the fiscal receipt of Federal Law 54, which YooKassa passes on to the cash register.
//!
//! Its calls are not signed. They come to an address with a word in it that nobody can guess, and, as always, what they say
//! is not believed: the payment is looked up. A payment that the guest has not finished cannot be called off here; it ends
//! by itself within the hour, and until then it is asked after (`Outcome::EndsByItself`).

use super::ask::{Said, ask, text};
use super::{Begun, Heard, Outcome, Page, Returned, Unheard};
use crate::base::{Fault, Lang};
use crate::catalog::shelf::{Fiscal, Resort};
use crate::payments::ReceiptLine;
use crate::payments::buyer::{Buyer, Contact, shortened, titles};
use crate::payments::store::{Payment, Refund};
use crate::server::{House, Keys};
use reqwest::{Method, RequestBuilder};
use serde::Deserialize;
use serde_json::{Value, json};
use subtle::ConstantTimeEq as _;

const CURRENCY: &str = "RUB";
/// The longest description, of a payment and of what was sold, in characters.
const LONGEST: usize = 128;

/// Why it cannot take cards for this resort.
pub fn unfit(resort: &Resort) -> Option<String> {
    if resort.currency != CURRENCY {
        return Some(format!("\"yookassa\" takes {CURRENCY} only, and the resort's currency is {}", resort.currency));
    }
    if resort.fiscal.vat_code.is_none() && vat_code(resort.tax_rate).is_none() {
        return Some(
            "no VAT code of the law's receipts belongs to this tax_percent (0, 5, 7, 10, 20, 22 have one); name it as fiscal.vat_code".to_owned(),
        );
    }
    None
}

/// The code of a VAT rate as receipts say it; the rate is in hundredths of a percent, and none said is "without VAT".
pub fn vat_code(rate: i64) -> Option<i64> {
    match rate {
        0 => Some(1),
        1_000 => Some(3),
        2_000 => Some(4),
        500 => Some(7),
        700 => Some(8),
        2_200 => Some(11),
        _ => None,
    }
}

fn request(house: &House, method: Method, path: &str) -> Result<RequestBuilder, Fault> {
    let keys = &house.config.acquirers;
    let (Some(shop), Some(key)) = (&keys.yookassa_shop, &keys.yookassa_key) else {
        tracing::error!("YOOKASSA_SHOP or YOOKASSA_KEY is not set, and a payment at YooKassa is to be asked about");
        return Err(Fault::TryAgain);
    };
    Ok(crate::server::outside().request(method, format!("{}/v3{path}", keys.yookassa_api)).basic_auth(shop.trim(), Some(key.reveal())))
}

/// `36.00`
fn amount(minor: i64) -> Value {
    json!({ "value": format!("{}.{:02}", minor / 100, minor % 100), "currency": CURRENCY })
}

/// Kopecks of an amount in roubles; nothing when it is another currency or not written as an amount is.
fn kopecks(value: Option<&Value>) -> Option<i64> {
    let value = value?;
    let (whole, part) = text(value, "/value").split_once('.')?;
    let digits = |text: &str| !text.is_empty() && text.len() <= 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    if text(value, "/currency") != CURRENCY || !digits(whole) || !digits(part) || part.len() != 2 {
        return None;
    }
    format!("{whole}{part}").parse().ok()
}

/// The fiscal receipt. What was sold is a service, one of each line; nobody's name is on it.
fn receipt(buyer: &Buyer, lines: &[ReceiptLine]) -> Option<Value> {
    let Fiscal { vat_code: code, tax_system, prepaid } = buyer.fiscal;
    let mut items = Vec::new();
    for line in lines {
        items.push(json!({
            "description": shortened(line.title.get(Lang::Ru), LONGEST),
            "quantity": 1,
            "amount": amount(line.amount),
            "vat_code": code.or_else(|| vat_code(line.tax_rate))?,
            "payment_subject": "service",
            "payment_mode": if prepaid { "full_prepayment" } else { "full_payment" },
        }));
    }
    let customer = match &buyer.contact {
        Some(Contact::Email(email)) => json!({ "email": email }),
        Some(Contact::Phone(phone)) => json!({ "phone": phone }),
        None => json!({ "email": buyer.desk }),
    };
    let mut receipt = json!({ "customer": customer, "items": items });
    if let Some(system) = tax_system {
        receipt["tax_system_code"] = json!(system);
    }
    Some(receipt)
}

pub async fn begin(house: &House, payment: &Payment, back: &str) -> Result<Begun, Fault> {
    let Some(buyer) = payment.buyer.as_ref().filter(|_| payment.currency == CURRENCY) else { return Ok(Begun::Refused) };
    let Some(receipt) = receipt(buyer, &payment.lines) else { return Ok(Begun::Refused) };
    let body = json!({
        "amount": amount(payment.amount),
        "capture": true,
        "payment_method_data": { "type": "bank_card" },
        "confirmation": {
            "type": "redirect",
            "return_url": format!("{}{back}", house.public_url),
            "locale": if buyer.lang == Lang::Ru { "ru_RU" } else { "en_US" },
        },
        "description": shortened(&titles(&payment.lines, buyer.lang), LONGEST),
        "metadata": { "payment": payment.id.to_string() },
        "receipt": receipt,
    });
    let request = request(house, Method::POST, "/payments")?.header("idempotence-key", &payment.secret).json(&body);
    match ask("YooKassa", request, &[]).await? {
        Said::Done(begun) => {
            let (reference, address) = (text(&begun, "/id"), text(&begun, "/confirmation/confirmation_url"));
            match (reference, address, text(&begun, "/status")) {
                ("", ..) | (_, "", "pending") => {
                    tracing::error!(payment = payment.id.0, "YooKassa keeps a payment without a page");
                    Err(Fault::TryAgain)
                }
                // It was decided between the first answer, which was lost, and this one; the way back says how.
                (_, "", _) => Ok(Begun::At(Page { reference: reference.to_owned(), address: back.to_owned() })),
                _ => Ok(Begun::At(Page { reference: reference.to_owned(), address: address.to_owned() })),
            }
        }
        Said::Never(why) => {
            tracing::error!(payment = payment.id.0, why, "YooKassa will not take a payment");
            Ok(Begun::Refused)
        }
    }
}

async fn payment_of(house: &House, reference: &str) -> Result<Value, Fault> {
    match ask("YooKassa", request(house, Method::GET, &format!("/payments/{reference}"))?, &[]).await? {
        Said::Done(payment) => Ok(payment),
        // Perhaps the key is another shop's: as long as that is so, nobody knows.
        Said::Never(why) => {
            tracing::error!(why, "YooKassa does not know a payment of ours");
            Err(Fault::TryAgain)
        }
    }
}

fn outcome(payment: &Value) -> Outcome {
    match text(payment, "/status") {
        "succeeded" => kopecks(payment.get("amount")).map_or(Outcome::Other, Outcome::Captured),
        "canceled" => match text(payment, "/cancellation_details/reason") {
            // Nobody's card was asked, or we let go of it.
            "expired_on_confirmation" | "expired_on_capture" | "canceled_by_merchant" => Outcome::Cancelled,
            _ => Outcome::Failed,
        },
        _ => Outcome::Waiting,
    }
}

pub async fn look(house: &House, _: &Payment, reference: &str) -> Result<Outcome, Fault> {
    Ok(outcome(&payment_of(house, reference).await?))
}

/// Only money that is set aside and not taken yet can be let go of. A payment that the guest has not finished stays
/// open until it ends by itself; that is answered, and it is asked after until then.
pub async fn cancel(house: &House, payment: &Payment, reference: &str) -> Result<Outcome, Fault> {
    let now = payment_of(house, reference).await?;
    match text(&now, "/status") {
        "pending" => Ok(Outcome::EndsByItself),
        "waiting_for_capture" => {
            // A key of its own: the payment's stands for its beginning.
            let key = Keys::hash(format!("cancel {}", payment.secret));
            let request = request(house, Method::POST, &format!("/payments/{reference}/cancel"))?.header("idempotence-key", key).json(&json!({}));
            match ask("YooKassa", request, &[]).await? {
                Said::Done(cancelled) => Ok(outcome(&cancelled)),
                Said::Never(_) => look(house, payment, reference).await,
            }
        }
        _ => Ok(outcome(&now)),
    }
}

pub async fn give_back(house: &House, refund: &Refund, reference: &str) -> Result<Returned, Fault> {
    // A key is remembered for a day; what was done before is found by its name.
    if let Some(done) = find_refund(house, refund, reference).await? {
        return Ok(done);
    }
    let mut body = json!({ "payment_id": reference, "amount": amount(refund.amount), "metadata": { "refund": refund.secret } });
    // Of a part the receipt says which; of the whole YooKassa turns the payment's own around.
    if refund.amount < refund.payment.amount {
        let Some(receipt) = refund.payment.buyer.as_ref().and_then(|buyer| receipt(buyer, &refund.lines())) else { return Ok(Returned::Refused) };
        body["receipt"] = receipt;
    }
    let request = request(house, Method::POST, "/refunds")?.header("idempotence-key", &refund.secret).json(&body);
    match ask("YooKassa", request, &[]).await? {
        Said::Done(done) => Ok(returned(&done)),
        Said::Never(why) => {
            tracing::error!(refund = refund.id.0, why, "YooKassa will not give an amount back");
            Ok(Returned::Refused)
        }
    }
}

fn returned(refund: &Value) -> Returned {
    match text(refund, "/status") {
        "succeeded" => Returned::Settled,
        "canceled" => Returned::Refused,
        _ => Returned::Sent,
    }
}

/// What became of a refund, found among those of its payment; nothing when it is not among them.
pub async fn find_refund(house: &House, refund: &Refund, reference: &str) -> Result<Option<Returned>, Fault> {
    let request = request(house, Method::GET, "/refunds")?.query(&[("payment_id", reference), ("limit", "100")]);
    let Said::Done(list) = ask("YooKassa", request, &[]).await? else { return Err(Fault::TryAgain) };
    let ours = list.pointer("/items").and_then(Value::as_array).into_iter().flatten().find(|one| text(one, "/metadata/refund") == refund.secret);
    Ok(ours.map(returned))
}

/// The word in the address on which YooKassa calls; whoever does not know it calls nowhere.
pub fn word(keys: &Keys) -> String {
    Keys::hash(keys.derive("YooKassa's calls", ""))
}

#[derive(Deserialize)]
struct Notification {
    event: String,
    object: Value,
}

pub fn hear(house: &House, given: &str, body: &[u8]) -> Result<Heard, Unheard> {
    if !bool::from(word(&house.keys).as_bytes().ct_eq(given.as_bytes())) {
        return Err(Unheard::Nowhere);
    }
    let notification: Notification = serde_json::from_slice(body).map_err(|_| Unheard::Malformed)?;
    let object = &notification.object;
    let (id, payment) = (text(object, "/id"), text(object, "/payment_id"));
    if notification.event.is_empty() || id.is_empty() {
        return Err(Unheard::Malformed);
    }
    // Calls have no number; what happened to what is one, however often it is said.
    let reference = if payment.is_empty() { id } else { payment };
    Ok(Heard { event: format!("{} {id}", notification.event), reference: reference.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_roubles_with_two_decimals() {
        assert_eq!(amount(360_005), json!({ "value": "3600.05", "currency": "RUB" }));
        assert_eq!(amount(7), json!({ "value": "0.07", "currency": "RUB" }));
        let read = |value: &str, currency: &str| kopecks(Some(&json!({ "value": value, "currency": currency })));
        assert_eq!(read("3600.05", "RUB"), Some(360_005));
        for (value, currency) in
            [("3600.05", "EUR"), ("3600", "RUB"), ("3600.5", "RUB"), ("-1.00", "RUB"), ("1.000", "RUB"), ("", "RUB"), (".00", "RUB")]
        {
            assert_eq!(read(value, currency), None, "{value} {currency}");
        }
    }

    #[test]
    fn each_rate_of_the_law_has_its_code() {
        assert_eq!([0, 500, 700, 1000, 2000, 2200].map(vat_code), [1, 7, 8, 3, 4, 11].map(Some));
        assert_eq!(vat_code(1400), None);
    }
}
