//! The few addresses that are neither pages nor doors: links on slips, the language switch, words, colours, pictures,
//! and what makes the cabinet an installed app.

use super::State;
use super::front_door::Entered;
use crate::base::{Fault, Lang};
use crate::people::session::{BASKET_COOKIE, CLEAR_SITE_DATA, Caller, GUEST_COOKIE, KEPT, LANG_COOKIE, cookie, own_path};
use crate::people::{SignInRefusal, slips, store};
use axum::Form;
use axum::extract::{Extension, Path, State as Given};
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use serde::Deserialize;

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// `/s/…`: the link in a slip's QR code. Good on any phone of the party.
pub async fn slip_link(
    Given(state): Given<State>,
    Path(secret): Path<String>,
    Extension(entered): Extension<Entered>,
    Extension(caller): Extension<Caller>,
) -> Response {
    let told = |what: &str| Redirect::to(&format!("/sign-in?told={what}")).into_response();
    let slip = match store::slip_by_secret(state.house.database.readers(), &slips::secret_hash(&secret)).await {
        Ok(Some(slip)) => slip,
        Ok(None) => {
            // Only misses count: a family behind one address scans as often as it likes.
            return match state.house.limits.attempt("a link", caller.address) {
                Ok(()) => told("link"),
                Err(wait) => (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, wait.0.to_string())]).into_response(),
            };
        }
        Err(error) => {
            tracing::error!(%error, "a slip could not be looked up");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    match crate::people::open(&state.house, &caller, slip, entered.shelf.time).await {
        Ok(entry) => {
            let secure = state.house.secure();
            let mut headers = vec![(header::SET_COOKIE, cookie(GUEST_COOKIE, &entry.token, entry.age, secure, false))];
            if entry.moved {
                headers.push((header::SET_COOKIE, cookie(BASKET_COOKIE, "", 0, secure, false)));
                headers.push((CLEAR_SITE_DATA, KEPT.to_owned()));
            }
            (AppendHeaders(headers), Redirect::to("/")).into_response()
        }
        Err(SignInRefusal::NotYet(_)) => told("early"),
        Err(SignInRefusal::Fault(Fault::TryAgain)) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Err(_) => told("ended"),
    }
}

#[derive(Deserialize)]
pub struct LanguageForm {
    lang: String,
    #[serde(default)]
    next: String,
}

/// `POST /language`: remembers the language of this phone, and shows the same page in it.
pub async fn language(Given(state): Given<State>, Form(form): Form<LanguageForm>) -> Response {
    let Ok(lang) = form.lang.parse::<Lang>() else { return StatusCode::UNPROCESSABLE_ENTITY.into_response() };
    let cookie = cookie(LANG_COOKIE, lang.code(), 400 * 24 * 3600, state.house.secure(), false);
    ([(header::SET_COOKIE, cookie)], Redirect::to(own_path(&form.next))).into_response()
}

/// `/words/ru.….txt`: the sentences of one language, by hash.
pub async fn words(Given(state): Given<State>, Path(name): Path<String>) -> Response {
    match state.site.words(&name) {
        Some(text) => ([(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, FOR_EVER)], text.to_owned()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `/pictures/…`: a picture of the resort, by the hash of what is in it. An SVG opened by itself may run nothing.
pub async fn picture(Given(state): Given<State>, Path(hash): Path<String>) -> Response {
    let found = crate::catalog::store::picture(state.house.database.readers(), &hash).await;
    match found {
        Ok(Some((media, bytes))) => (
            [
                (header::CONTENT_TYPE, media.as_str()),
                (header::CACHE_CONTROL, FOR_EVER),
                (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; sandbox"),
            ],
            bytes,
        )
            .into_response(),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "a picture could not be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// `/brand/….css`: the resort's colours, by the hash of the sheet.
pub async fn brand(Given(state): Given<State>, Path(name): Path<String>, Extension(entered): Extension<Entered>) -> Response {
    let sheet = state.site.brand(&entered.shelf);
    if sheet.name != name {
        return StatusCode::NOT_FOUND.into_response();
    }
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, FOR_EVER)], sheet.css.clone()).into_response()
}

/// `/manifest.webmanifest`: what makes the cabinet installable, in the page's language.
pub async fn manifest(Extension(entered): Extension<Entered>, Extension(caller): Extension<Caller>) -> Response {
    let resort = &entered.shelf.resort;
    let words = crate::words::Words::of(caller.lang);
    let name = resort.name.get(caller.lang);
    let manifest = serde_json::json!({
        "id": "/", "start_url": "/?from=home", "scope": "/", "display": "standalone",
        "name": name, "short_name": name, "description": resort.tagline.get(caller.lang),
        "lang": caller.lang.code(), "dir": caller.lang.direction(),
        "theme_color": resort.color, "background_color": "#fbf7ef",
        "categories": ["travel", "lifestyle"],
        "icons": [
            { "src": "/icons/icon-192.png", "sizes": "192x192", "type": "image/png" },
            { "src": "/icons/icon-512.png", "sizes": "512x512", "type": "image/png" },
            { "src": "/icons/maskable-192.png", "sizes": "192x192", "type": "image/png", "purpose": "maskable" },
            { "src": "/icons/maskable-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable" },
            { "src": "/icons/icon.svg", "sizes": "any", "type": "image/svg+xml" }
        ],
        "shortcuts": [
            { "name": words.tab_book(), "url": "/book" },
            { "name": words.tab_order(), "url": "/order" }
        ],
        "screenshots": [
            { "src": "/screenshots/today.png", "sizes": "390x844", "type": "image/png", "form_factor": "narrow" },
            { "src": "/screenshots/today-wide.png", "sizes": "1280x800", "type": "image/png", "form_factor": "wide" }
        ]
    });
    ([(header::CONTENT_TYPE, "application/manifest+json"), (header::CACHE_CONTROL, "private, no-cache")], manifest.to_string()).into_response()
}

/// `/sw.js`: the service worker with the list of what it keeps.
pub async fn worker(Given(state): Given<State>) -> Response {
    let kept = serde_json::to_string(&state.site.kept()).unwrap_or_default();
    let script = include_str!("worker.js").replace("__VERSION__", &state.site.version()).replace("\"__KEPT__\"", &kept);
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")], script).into_response()
}
