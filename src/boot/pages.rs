//! How a page is drawn, and how a server function is answered.

use super::drawn::{Drawn, Moment};
use super::front_door::{Entered, Policy};
use super::{State, retyped};
use crate::app::document_of;
use crate::payments::provider::Provider;
use crate::words::Words;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State as Given};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use leptos::nonce::Nonce;
use leptos::prelude::provide_context;

/// The longest page we would ever draw; far above the real ones.
const LONGEST_PAGE: usize = 8 * 1024 * 1024;

/// Draws a page.
///
/// The page is drawn in a task of its own and to its end before the first byte leaves: a phone that goes away
/// half-way then leaves nothing behind in memory, and status, cookies and redirects are always in time.
pub async fn page(Given(state): Given<State>, request: Request) -> Response {
    let Some(entered) = request.extensions().get::<Entered>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let typed = retyped::given(request.headers(), request.uri().query());
    let mut entered = entered;
    let card = Provider::parse(&entered.shelf.resort.card);
    let pays_at = card.and_then(|provider| provider.pages(&state.house.config.acquirers)).map(str::to_owned);
    // The page that phones keep for the time without signal stands under any address then: it belongs to nobody, and no
    // code takes it over.
    let for_anywhere = request.uri().path() == "/offline";
    if for_anywhere {
        (entered.frame.me, entered.frame.unread) = (None, 0);
    }
    // Counted before anything is read: what is committed meanwhile makes the page one of an older moment.
    let moment = Moment { now: entered.frame.now, commits: state.house.live.commits() };
    let seen = Drawn::key(request.uri(), request.headers(), &entered);
    if let Some(seen) = &seen
        && let Some(html) = state.drawn.get(seen, moment, &entered.nonce)
    {
        let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "private, no-store")];
        let mut again = (headers, html).into_response();
        again.extensions_mut().insert(Policy { nonce: entered.nonce, pays_at });
        return again;
    }
    let drawn = tokio::spawn(async move {
        let nonce = entered.nonce.clone();
        let mut assets = state.site.assets(&entered.shelf, entered.frame.lang, entered.frame.console);
        if for_anywhere {
            assets.script = String::new();
        }
        let shared = context(&state, &entered);
        let context = move || {
            shared();
            provide_context(typed.clone());
        };
        let (frame, words) = (entered.frame.clone(), Words::of(entered.frame.lang));
        let draw = leptos_axum::render_app_async_with_context(context, {
            let nonce = nonce.clone();
            move || document_of(frame.clone(), words, assets.clone(), nonce.clone())
        });
        let (mut head, body) = draw(request).await.into_parts();
        let html = to_bytes(body, LONGEST_PAGE).await.unwrap_or_default();
        head.headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-store"));
        if let Some(seen) = seen
            && head.status == StatusCode::OK
            && !head.headers.contains_key(header::SET_COOKIE)
            && let Ok(text) = std::str::from_utf8(&html)
        {
            state.drawn.put(seen, moment, &nonce, text);
        }
        head.extensions.insert(Policy { nonce, pays_at });
        Response::from_parts(head, Body::from(html))
    });
    drawn.await.unwrap_or_else(|error| {
        tracing::error!(%error, "a page could not be drawn");
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    })
}

/// Runs a server function. Refusals get a status that says what they are: nothing a caller sends is a 500.
pub async fn door(Given(state): Given<State>, request: Request) -> Response {
    let Some(entered) = request.extensions().get::<Entered>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let (request, typed) = match retyped::keep(request).await {
        Ok(kept) => kept,
        Err(refused) => return refused,
    };
    let ran = tokio::spawn(async move {
        let mut answer = leptos_axum::handle_server_fns_with_context(context(&state, &entered), request).await.into_response();
        retyped::hand_back(&mut answer, typed.as_deref(), state.house.secure());
        let (mut head, body) = answer.into_parts();
        head.headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-store"));
        if head.status == StatusCode::INTERNAL_SERVER_ERROR {
            let text = to_bytes(body, LONGEST_PAGE).await.unwrap_or_default();
            head.status = refusal_status(&text);
            return Response::from_parts(head, Body::from(text));
        }
        if head.status == StatusCode::BAD_REQUEST && !head.headers.contains_key(header::CONTENT_TYPE) {
            return (StatusCode::NOT_FOUND, "There is no such door.").into_response();
        }
        Response::from_parts(head, body)
    });
    ran.await.unwrap_or_else(|error| {
        tracing::error!(%error, "a door failed");
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    })
}

/// The status of a refusal, read from its JSON: the common faults by name, 422 for a feature's own.
fn refusal_status(json: &Bytes) -> StatusCode {
    let value: serde_json::Value = serde_json::from_slice(json).unwrap_or_default();
    let fault = value.get("Fault").unwrap_or(&value);
    let status = serde_json::from_value::<crate::base::Fault>(fault.clone()).map_or(422, |fault| fault.status());
    StatusCode::from_u16(status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY)
}

/// What server functions and views find in context, the same in both ways in.
fn context(state: &State, entered: &Entered) -> impl Fn() + Clone + Send + 'static {
    let (house, entered) = (state.house.clone(), entered.clone());
    move || {
        provide_context(house.clone());
        provide_context(entered.shelf.clone());
        provide_context(entered.shelf.time);
        provide_context(Nonce::from_value(entered.nonce.clone()));
    }
}
