//! How providers are asked over HTTP: what came back, or that nobody knows.

use crate::base::Fault;
use reqwest::RequestBuilder;
use serde_json::Value;

/// What a provider answered.
#[derive(Debug)]
pub enum Said {
    Done(Value),
    /// It will not do this, however often it is asked; with its own name for why.
    Never(String),
}

/// Sends a request. An answer that did not come, was cut short, or says that the provider or the way to it is broken, is a
/// fault: whether it was done is not known. `passes` are the provider's names for refusals that pass.
///
/// Nothing of what was sent or answered goes into the log but the status and the provider's own short names.
pub async fn ask(whom: &'static str, request: RequestBuilder, passes: &[&str]) -> Result<Said, Fault> {
    let lost = |error: reqwest::Error| {
        tracing::warn!(error = %error.without_url(), "{whom} did not answer");
        Fault::TryAgain
    };
    let answer = request.send().await.map_err(lost)?;
    let status = answer.status().as_u16();
    let body = answer.bytes().await.map_err(lost)?;
    let value: Option<Value> = serde_json::from_slice(&body).ok();
    if status == 200 {
        return value.map(Said::Done).ok_or_else(|| {
            tracing::warn!("{whom} answered what is not JSON");
            Fault::TryAgain
        });
    }
    let why = value.as_ref().map(why).unwrap_or_default();
    match status {
        // The wrong key, too much at once, or the same at the same time: not the payment's fault.
        401 | 403 | 409 | 429 => {
            tracing::error!(status, why, "{whom} does not let us ask");
            Err(Fault::TryAgain)
        }
        400..=499 if !passes.iter().any(|one| why.split(' ').any(|word| word == *one)) => Ok(Said::Never(why)),
        _ => {
            tracing::warn!(status, why, "{whom} cannot say");
            Err(Fault::TryAgain)
        }
    }
}

/// The provider's short names for what is wrong: kind, code, the reason of a decline, and the field it is about. Its sentences stay out of the log.
fn why(body: &Value) -> String {
    let error = body.get("error").filter(|error| error.is_object()).unwrap_or(body);
    let name = |name: &str| error.get(name).and_then(Value::as_str).filter(|text| text.len() <= 100);
    ["type", "code", "decline_code", "param", "parameter"].into_iter().filter_map(name).collect::<Vec<_>>().join(" ")
}

/// A text in an answer, by its path.
pub fn text<'a>(value: &'a Value, path: &str) -> &'a str {
    value.pointer(path).and_then(Value::as_str).unwrap_or_default()
}
