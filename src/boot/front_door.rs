//! What happens to every request first: who is asking, in which language, on which day; and to every answer last:
//! the headers that keep it safe.

use super::State;
use crate::base::{Day, Lang};
use crate::catalog::shelf::Shelf;
use crate::kit::{Colleague, Frame, Me};
use crate::people::session::{Caller, GUEST_COOKIE, LANG_COOKIE, STAFF_COOKIE};
use crate::people::{Standing, store};
use crate::server::Keys;
use axum::extract::{ConnectInfo, Request, State as Given};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

/// What the front door hands on to the page.
#[derive(Clone)]
pub struct Entered {
    pub shelf: Arc<Shelf>,
    pub frame: Frame,
    pub nonce: String,
}

/// Finds out who is asking.
pub async fn enter(Given(state): Given<State>, mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    let console = is_console(request.uri());
    let now = state.house.clock.now();
    let token = cookie(headers, GUEST_COOKIE).map(Keys::hash).unwrap_or_default();
    let pool = state.house.database.readers();
    let found = match store::found(pool, &token, now).await {
        Ok(Some(found)) => found,
        Ok(None) => return (StatusCode::SERVICE_UNAVAILABLE, "There is no resort here yet: cabana import FOLDER").into_response(),
        Err(error) => return sorry(&error),
    };
    let shelf = match state.shelves.at(pool, found.version).await {
        Ok(Some(shelf)) => shelf,
        Ok(None) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Err(error) => return sorry(&error),
    };
    let staff = match cookie(headers, STAFF_COOKIE).filter(|_| console) {
        Some(token) => match store::staff_found(pool, &Keys::hash(token), now).await {
            Ok(staff) => staff,
            Err(error) => return sorry(&error),
        },
        None => None,
    };
    let today = shelf.time.day(now);
    let guest = found.guest.and_then(|row| row.on(today));
    let lang = choose_language(headers, guest.as_ref().map(|guest| guest.lang()), &shelf.resort.languages);
    let address = address(&state, &request);
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default().chars().take(200).collect();
    let frame = frame(&shelf, lang, now, today, found.unread, console, guest.as_ref(), staff.as_ref());
    let nonce = Keys::token();
    let extensions = request.extensions_mut();
    extensions.insert(Caller { guest, staff, lang, address, agent });
    extensions.insert(Entered { shelf, frame, nonce });
    next.run(request).await
}

fn is_console(uri: &Uri) -> bool {
    let path = uri.path();
    path == "/staff" || path.starts_with("/staff/") || path.starts_with("/api/staff-")
}

#[allow(clippy::too_many_arguments, reason = "one value of each kind, called once")]
fn frame(
    shelf: &Shelf,
    lang: Lang,
    now: i64,
    today: Day,
    unread: i64,
    console: bool,
    guest: Option<&crate::people::session::Guest>,
    staff: Option<&crate::people::session::Staff>,
) -> Frame {
    let resort = &shelf.resort;
    Frame {
        lang,
        languages: resort.languages.clone(),
        resort: resort.name.get(lang).to_owned(),
        logo: resort.logo.clone(),
        phone: resort.phone.clone(),
        coin: shelf.coin.clone(),
        zone: resort.time_zone.clone(),
        offset_minutes: shelf.time.offset_minutes(now),
        now,
        today,
        unread,
        console,
        me: guest.map(|guest| Me {
            name: guest.name().to_owned(),
            arrives: guest.arrives(),
            departs: guest.departs(),
            read_only: guest.standing() != Standing::Staying,
        }),
        staff: staff.map(|staff| Colleague { name: staff.name().to_owned(), role: staff.role().name().to_owned() }),
    }
}

/// The phone's own choice first, then the slip's language, then what the browser asks for, then the resort's.
fn choose_language(headers: &HeaderMap, slip: Option<Lang>, offered: &[Lang]) -> Lang {
    let offered_one = |lang: &Lang| offered.contains(lang);
    let chosen = cookie(headers, LANG_COOKIE).and_then(|code| code.parse().ok());
    let asked = || {
        let accepted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        let mut wishes: Vec<(f32, Lang)> = accepted
            .split(',')
            .take(20)
            .filter_map(|wish| {
                let mut parts = wish.trim().split(';');
                let lang = parts.next()?.split('-').next()?.to_lowercase().parse().ok()?;
                let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).and_then(|q| q.parse().ok()).unwrap_or(1.0);
                Some((weight, lang))
            })
            .collect();
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes.into_iter().map(|(_, lang)| lang).find(offered_one)
    };
    chosen.filter(offered_one).or_else(|| slip.filter(offered_one)).or_else(asked).or_else(|| offered.first().copied()).unwrap_or_default()
}

/// The value of a cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// Whose address it is: the connection's, or, behind our own proxy, the one that proxy saw.
fn address(state: &State, request: &Request) -> IpAddr {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip());
    if state.house.config.trusted_proxy != Some(peer) {
        return peer;
    }
    request
        .headers()
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|address| address.trim().parse().ok())
        .next_back()
        .unwrap_or(peer)
}

fn sorry(error: &sqlx::Error) -> Response {
    tracing::error!(%error, "the database refused a request at the front door");
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "5")], "Something went wrong on our side. Please try again.").into_response()
}

/// Refuses what another site's page posts here. A browser always says where a post comes from; a program that says
/// nothing carries no cookies of a guest.
pub async fn same_site(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) || from_here(request.headers(), request.uri()) {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "This was sent from another site.").into_response()
}

fn from_here(headers: &HeaderMap, uri: &Uri) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, None) => true,
        (None, Some(origin)) => {
            let host = text("host").or_else(|| uri.authority().map(|authority| authority.as_str()));
            origin.split_once("://").map(|(_, host)| host) == host && host.is_some()
        }
    }
}

/// Headers of every answer; pages get a policy that allows only our own files and the one script with this nonce.
pub async fn safe_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let page = response.extensions().get::<Policy>().cloned();
    let headers = response.headers_mut();
    let mut set = |name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.entry(name).or_insert(value);
        }
    };
    let script = page.as_ref().map_or_else(|| "'none'".to_owned(), |page| format!("'self' 'nonce-{}' 'wasm-unsafe-eval'", page.nonce));
    let forms = page.and_then(|page| page.pays_at).map_or_else(|| "'self'".to_owned(), |pages| format!("'self' {pages}"));
    set(
        header::CONTENT_SECURITY_POLICY,
        &format!(
            "default-src 'none'; script-src {script}; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
             manifest-src 'self'; worker-src 'self'; form-action {forms}; base-uri 'none'; frame-ancestors 'none'"
        ),
    );
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    // Plain forms are sent back to where they came from, so the referrer stays within the site.
    set(header::REFERRER_POLICY, "same-origin");
    set(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(header::HeaderName::from_static("permissions-policy"), "camera=(self), geolocation=(self), microphone=()");
    response
}

/// What the policy of the page in this answer allows besides our own files.
#[derive(Clone)]
pub struct Policy {
    /// Of its one script.
    pub nonce: String,
    /// Whose pages a form may lead to besides ours: those of who takes cards for the resort.
    pub pays_at: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_str(value).unwrap())).collect()
    }

    #[test]
    fn posts_of_other_sites_are_told_apart() {
        let uri = Uri::from_static("/api/sign-in");
        let here = |pairs: &[(&'static str, &str)]| from_here(&headers(pairs), &uri);
        assert!(here(&[]));
        assert!(here(&[("sec-fetch-site", "same-origin")]));
        assert!(here(&[("origin", "https://cabinet.example"), ("host", "cabinet.example")]));
        assert!(!here(&[("sec-fetch-site", "cross-site")]));
        assert!(!here(&[("sec-fetch-site", "same-site")]));
        assert!(!here(&[("origin", "https://evil.example"), ("host", "cabinet.example")]));
        assert!(!here(&[("origin", "null"), ("host", "cabinet.example")]));
    }

    #[test]
    fn the_language_is_the_phones_then_the_slips_then_the_browsers() {
        let all = Lang::ALL;
        let browser = [("accept-language", "xx,uk;q=0.5,de-AT;q=0.9")];
        assert_eq!(choose_language(&headers(&[("cookie", "lang=tr"), ("accept-language", "de")]), Some(Lang::Ar), &all), Lang::Tr);
        assert_eq!(choose_language(&headers(&browser), Some(Lang::Ar), &all), Lang::Ar);
        assert_eq!(choose_language(&headers(&browser), None, &all), Lang::De);
        assert_eq!(choose_language(&headers(&browser), None, &[Lang::Ru, Lang::Uk]), Lang::Uk);
        assert_eq!(choose_language(&headers(&[("cookie", "lang=xx")]), None, &[Lang::Ru]), Lang::Ru);
    }
}
