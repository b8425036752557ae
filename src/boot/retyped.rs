//! Forms sent without JavaScript: what was typed into one that was refused goes back to its page in a short cookie, so
//! that nothing has to be typed again.

use crate::kit::Typed;
use crate::people::session::cookie;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Response, header};
use axum::response::IntoResponse;
use form_urlencoded::{Serializer, parse};

const COOKIE: &str = "typed";
/// Browsers keep at least 4,096 bytes of a cookie, its name and attributes among them.
const LONGEST: usize = 3_800;
/// Long enough for the redirect over bad Wi-Fi, in seconds.
const AGE: i64 = 60;

/// Reads what was typed out of a plain form's request and hands the request back whole; nothing for any other request.
/// A body longer than the router allows comes back as its refusal.
pub async fn keep(request: Request) -> Result<(Request, Option<String>), axum::response::Response> {
    let (head, body) = request.into_parts();
    let text = |name| head.headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok()).unwrap_or_default();
    if !text(header::CONTENT_TYPE).starts_with("application/x-www-form-urlencoded") || !text(header::ACCEPT).contains("text/html") {
        return Ok((Request::from_parts(head, body), None));
    }
    let bytes = to_bytes(body, super::router::LONGEST_FORM).await.map_err(|_| axum::http::StatusCode::PAYLOAD_TOO_LARGE.into_response())?;
    let typed = short(&bytes);
    Ok((Request::from_parts(head, Body::from(bytes)), Some(typed)))
}

/// The form again, without secrets and within the length of a cookie.
fn short(form: &[u8]) -> String {
    let mut kept = Serializer::new(String::new());
    let mut room = LONGEST;
    for (name, value) in parse(form) {
        let pair = Serializer::new(String::new()).append_pair(&name, &value).finish();
        if name.contains("password") || name == "code" || value.is_empty() || pair.len() >= room {
            continue;
        }
        room -= pair.len() + 1;
        kept.append_pair(&name, &value);
    }
    kept.finish()
}

/// Puts what was typed beside a refusal that leads back to the form.
pub fn hand_back<B>(response: &mut Response<B>, typed: Option<&str>, secure: bool) {
    let refused = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).is_some_and(|to| to.contains("__err="));
    if let Some(typed) = typed.filter(|typed| refused && !typed.is_empty())
        && let Ok(value) = HeaderValue::from_str(&cookie(COOKIE, typed, AGE, secure, false))
    {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// What was typed, for the page that says why it was refused. The last refusal counts, as it does for what is said.
pub fn given(headers: &HeaderMap, query: Option<&str>) -> Typed {
    let query = query.unwrap_or_default().as_bytes();
    let last = |wanted: &str| parse(query).filter(|(name, _)| name == wanted).last().map(|(_, value)| value.into_owned());
    let (Some(door), Some(_)) = (last("__path"), last("__err")) else { return Typed::default() };
    let typed = super::front_door::cookie(headers, COOKIE).unwrap_or_default();
    Typed { door, fields: parse(typed.as_bytes()).into_owned().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_kept_without_its_secrets_and_within_a_cookie() {
        assert_eq!(short("login=K7M+4XP&code=204816&password=se%26cret&note=%D0%94%D0%B0".as_bytes()), "login=K7M+4XP&note=%D0%94%D0%B0");
        let long = format!("a=1&note={}&b=2", "x".repeat(LONGEST));
        assert_eq!(short(long.as_bytes()), "a=1&b=2");
        assert!(short(&[b'a', b'=', 0xff, b';', b'"', b'\r']).bytes().all(|byte| byte.is_ascii_graphic() && !b";,\"\\".contains(&byte)));
    }

    #[test]
    fn it_is_read_only_beside_a_refusal() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("lang=ru; typed=login=K7M%20&note=a%26b"));
        assert_eq!(given(&headers, Some("told=out")), Typed::default());
        let typed = given(&headers, Some("__path=%2Fapi%2Fw&__err=v&__path=%2Fapi%2Fx&__err=y"));
        assert_eq!(typed.door, "/api/x", "the form that was refused last");
        assert_eq!(typed.fields, [("login".to_owned(), "K7M ".to_owned()), ("note".to_owned(), "a&b".to_owned())]);
    }
}
