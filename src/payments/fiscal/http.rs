//! A register over HTTP: one signed question, one answer. The protocol is described in `docs/CASH-REGISTER.md`.

use super::{Answer, Sale, Signed, Trouble};
use crate::server::{CashRegister, outside};
use chrono::DateTime;
use hmac::{Hmac, KeyInit, Mac};
use reqwest::{Response, StatusCode, Url};
use serde::Deserialize;
use sha2::Sha256;

/// No answer is longer, in bytes.
const LONGEST: usize = 16 * 1024;
/// The longest number, sign and address that are kept, in bytes.
const NUMBER: usize = 64;
const SIGN: usize = 512;
const ADDRESS: usize = 1024;
/// So much of a refusal's reason is kept, in letters.
const REASON: usize = 300;

#[derive(Deserialize)]
struct Signing {
    receipt: String,
    number: String,
    sign: String,
    at: String,
    #[serde(default)]
    address: String,
}

#[derive(Deserialize)]
struct Refusing {
    refused: String,
}

/// HMAC-SHA256 over the receipt's key, a line break and the body, in hexadecimal.
pub fn signature(secret: &str, key: &str, body: &[u8]) -> String {
    // HMAC takes a key of any length, so this cannot fail.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return String::new() };
    mac.update(key.as_bytes());
    mac.update(b"\n");
    mac.update(body);
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

pub async fn register(settings: &CashRegister, key: &str, sale: &Sale) -> Answer {
    let (Some(address), Some(secret)) = (settings.url.as_deref().and_then(address), settings.key.as_deref()) else {
        return Answer::Later(Trouble::NotSet);
    };
    let Ok(body) = serde_json::to_vec(sale) else { return Answer::Later(Trouble::Unreadable) };
    let asked = outside()
        .post(address)
        .header("content-type", "application/json")
        .header("accept", "application/json")
        .header("idempotency-key", key)
        .header("x-cabana-signature", signature(secret, key, &body))
        .body(body);
    let Ok(answer) = asked.send().await else { return Answer::Later(Trouble::NoAnswer) };
    let status = answer.status();
    match (status, read(answer).await) {
        (StatusCode::OK | StatusCode::CREATED | StatusCode::UNPROCESSABLE_ENTITY, None) => Answer::Later(Trouble::NoAnswer),
        (StatusCode::OK | StatusCode::CREATED, Some(text)) => signed(&text, sale).map_or(Answer::Later(Trouble::Unreadable), Answer::Signed),
        (StatusCode::UNPROCESSABLE_ENTITY, Some(text)) => match serde_json::from_slice::<Refusing>(&text) {
            Ok(said) => Answer::Refused(said.refused.chars().filter(|letter| !letter.is_control()).take(REASON).collect()),
            Err(_) => Answer::Later(Trouble::Unreadable),
        },
        _ => Answer::Later(Trouble::Status(status.as_u16())),
    }
}

/// Where the register is: over TLS, or on this machine.
fn address(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let here = matches!(url.host_str(), Some("127.0.0.1" | "[::1]" | "localhost"));
    (url.scheme() == "https" || (url.scheme() == "http" && here)).then_some(url)
}

/// The whole answer, if it came whole and is not too long.
async fn read(mut answer: Response) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    while let Some(part) = answer.chunk().await.ok()? {
        text.extend_from_slice(&part);
        if text.len() > LONGEST {
            return Some(Vec::new());
        }
    }
    Some(text)
}

/// What was signed, if it is what was asked for.
fn signed(text: &[u8], sale: &Sale) -> Option<Signed> {
    let said: Signing = serde_json::from_slice(text).ok()?;
    let plain = |text: &str, longest: usize| text.len() <= longest && !text.chars().any(char::is_control);
    let whole = said.receipt == sale.receipt
        && !said.number.is_empty()
        && !said.sign.is_empty()
        && plain(&said.number, NUMBER)
        && plain(&said.sign, SIGN)
        && plain(&said.address, ADDRESS);
    let at = DateTime::parse_from_rfc3339(&said.at).ok()?.timestamp();
    whole.then_some(Signed { number: said.number, sign: said.sign, at, address: said.address })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payments::fiscal::{SaleLine, Seller};

    fn sale() -> Sale {
        Sale {
            receipt: "A-000001".into(),
            kind: "payment",
            of: None,
            at: "2026-11-21T10:30:00Z".into(),
            means: "card",
            currency: "EUR".into(),
            total: 1,
            seller: Seller { name: String::new(), address: String::new() },
            lines: vec![SaleLine { title: String::new(), amount: 1, tax_rate: 0, tax: 0 }],
        }
    }

    #[test]
    fn only_an_answer_to_this_very_question_counts() {
        let good = r#"{"receipt":"A-000001","number":"77","sign":"s","at":"2026-11-21T10:30:05+02:00","address":"https://check.example/77"}"#;
        let signed = signed(good.as_bytes(), &sale()).unwrap();
        assert_eq!((signed.number.as_str(), signed.at, signed.address.as_str()), ("77", 1_795_249_805, "https://check.example/77"));
        for wrong in [
            good.replace("A-000001", "A-000002"),
            good.replace("\"77\"", "\"\""),
            good.replace("\"s\"", "\"a\\u0000b\""),
            good.replace("2026-11-21T", "yesterday "),
            good.replace("77", &"7".repeat(65)),
            good[..40].to_owned(),
        ] {
            assert_eq!(super::signed(wrong.as_bytes(), &sale()), None, "{wrong}");
        }
    }

    #[test]
    fn nothing_is_told_in_the_open() {
        assert!(address("https://register.example/receipts").is_some() && address("http://127.0.0.1:9/x").is_some());
        for wrong in ["http://register.example/receipts", "ftp://127.0.0.1/", "http://127.0.0.1.example/", "register.example", ""] {
            assert!(address(wrong).is_none(), "{wrong}");
        }
    }
}
