//! The ways of money from and to the outside: `/pay/back/…`, where a guest comes back to; `/hooks/…`, where providers call;
//! and `/pay/sandbox/…`, the page of the sandbox acquirer, who is somebody else and knows nothing of the cabinet.

use super::State;
use super::front_door::Entered;
use crate::base::{Fault, PaymentId};
use crate::booking::money;
use crate::payments::provider::sandbox::{self, CODE, Card, Entry};
use crate::payments::provider::{Provider, Unheard};
use crate::people::session::Caller;
use crate::words::Words;
use axum::Form;
use axum::body::Bytes;
use axum::extract::{Extension, Path, Query, State as Given};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Turned {
    /// Anything: the guest turned back on the provider's page.
    turned: Option<String>,
}

/// `/pay/back/…`: the guest has been at the provider. What became of the payment is asked at once, so that the page
/// they come to says so; a provider that does not answer will call.
pub async fn back(
    Given(state): Given<State>,
    Path(payment): Path<String>,
    Query(Turned { turned }): Query<Turned>,
    Extension(entered): Extension<Entered>,
    Extension(caller): Extension<Caller>,
) -> Response {
    let Some(guest) = caller.guest else { return Redirect::to("/sign-in").into_response() };
    let Ok(id) = payment.parse::<PaymentId>() else { return StatusCode::NOT_FOUND.into_response() };
    let asked = match turned {
        Some(_) => money::turned_back(&state.house, &entered.shelf, guest.stay(), id).await,
        None => money::look_for(&state.house, &entered.shelf, guest.stay(), id).await,
    };
    match asked {
        Ok(subject) => Redirect::to(&subject.address()).into_response(),
        Err(Fault::NotFound) => StatusCode::NOT_FOUND.into_response(),
        Err(_) => Redirect::to("/history").into_response(),
    }
}

/// `POST /hooks/…`: a provider calls.
pub async fn called(given: Given<State>, Path(provider): Path<String>, headers: HeaderMap, body: Bytes) -> Response {
    heard(given, &provider, None, &headers, &body).await
}

/// `POST /hooks/…/…`: a provider calls that signs nothing, at an address that only it was told.
pub async fn called_by_word(given: Given<State>, Path((provider, word)): Path<(String, String)>, headers: HeaderMap, body: Bytes) -> Response {
    heard(given, &provider, Some(&word), &headers, &body).await
}

/// What is not said by the provider is nobody's. What is, is kept before anything is done.
async fn heard(Given(state): Given<State>, provider: &str, word: Option<&str>, headers: &HeaderMap, body: &[u8]) -> Response {
    let Some(provider) = Provider::parse(provider) else { return StatusCode::NOT_FOUND.into_response() };
    let heard = match provider.hear(&state.house, word, headers, body) {
        Ok(heard) => heard,
        Err(Unheard::Nowhere) => return StatusCode::NOT_FOUND.into_response(),
        Err(Unheard::Unsigned) => return StatusCode::UNAUTHORIZED.into_response(),
        Err(Unheard::Malformed) => return StatusCode::UNPROCESSABLE_ENTITY.into_response(),
    };
    let shelf = match state.shelves.at(state.house.database.readers(), i64::MAX).await {
        Ok(Some(shelf)) => shelf,
        _ => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
    };
    match money::called(&state.house, &shelf, provider, &heard).await {
        Ok(()) if provider == Provider::Sandbox => StatusCode::NO_CONTENT.into_response(),
        // YooKassa takes nothing but this for an answer.
        Ok(()) => StatusCode::OK.into_response(),
        // It is kept, and heeded again; a provider may call once more.
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// `/pay/sandbox/…`: what the acquirer asks.
pub async fn page(Given(state): Given<State>, Path(reference): Path<String>, Extension(entered): Extension<Entered>) -> Response {
    match sandbox::entry(&state.house, &reference).await {
        Ok(entry) => drawn(&state, &entered, &entry),
        Err(Fault::NotFound) => StatusCode::NOT_FOUND.into_response(),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

#[derive(Deserialize)]
pub struct Chosen {
    #[serde(default)]
    card: String,
    #[serde(default)]
    code: Option<String>,
}

/// `POST /pay/sandbox/…`: a card was chosen, a code typed, or the guest turned back.
pub async fn chosen(
    Given(state): Given<State>,
    Path(reference): Path<String>,
    Extension(entered): Extension<Entered>,
    Form(chosen): Form<Chosen>,
) -> Response {
    let house = &state.house;
    let done = match (&chosen.code, Card::parse(&chosen.card)) {
        (Some(code), _) => sandbox::second_step(house, &reference, code).await,
        (None, Some(card)) => sandbox::choose(house, &reference, card).await,
        (None, None) => sandbox::turn_back(house, &reference).await,
    };
    // What is decided is called about at once, whether or not the guest comes back. Others' calls are made by others.
    if let Err(fault) = money::sandbox_calls(house, &entered.shelf, Some(&reference)).await {
        tracing::warn!(?fault, "the sandbox could not call; it will");
    }
    match (done, sandbox::entry(house, &reference).await) {
        (Ok(()), Ok(entry)) if entry.is_open() => drawn(&state, &entered, &entry),
        (Ok(()), Ok(entry)) => Redirect::to(&entry.back).into_response(),
        (Err(Fault::NotFound), _) | (_, Err(Fault::NotFound)) => StatusCode::NOT_FOUND.into_response(),
        _ => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

fn drawn(state: &State, entered: &Entered, entry: &Entry) -> Response {
    let (lang, words) = (entered.frame.lang, Words::of(entered.frame.lang));
    let style = state.site.assets(&entered.shelf, lang, false).style;
    let action = sandbox::address(&entry.reference);
    let amount = words.money(&entered.shelf.coin, entry.amount);
    let body = if !entry.is_open() {
        view! {
            <p>{words.acquirer_decided()}</p>
            <p class="actions"><a class="button" href=entry.back.clone()>{words.acquirer_return()}</a></p>
        }
        .into_any()
    } else if entry.state == "second_step" {
        view! {
            <form method="post" action=action class="stack">
                <div class="field">
                    <label for="code">{words.acquirer_code()}</label>
                    <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="10" required autofocus/>
                    <p class="hint">{words.acquirer_code_hint(CODE)}</p>
                </div>
                <button class="button" type="submit">{words.acquirer_send()}</button>
            </form>
        }
        .into_any()
    } else {
        let card = |card: Card| {
            let text = match card {
                Card::Approve => words.acquirer_approve(),
                Card::Decline => words.acquirer_decline(),
                Card::SecondStep => words.acquirer_second_step(),
                Card::Late => words.acquirer_late(),
                Card::Twice => words.acquirer_twice(),
            };
            let class = if card == Card::Approve { "button" } else { "button-quiet" };
            view! { <button class=class type="submit" name="card" value=card.name()>{text}</button> }.into_any()
        };
        view! {
            <p>{words.acquirer_lead()}</p>
            <form method="post" action=action class="stack">
                {Card::ALL.map(card)}
                <button class="button-quiet" type="submit" name="card" value="">{words.acquirer_back()}</button>
            </form>
        }
        .into_any()
    };
    let html = view! {
        <html lang=lang.code() dir=lang.direction()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="robots" content="noindex"/>
                <title>{words.acquirer_title()}</title>
                {(!style.is_empty()).then(|| view! { <link rel="stylesheet" href=style.clone()/> })}
            </head>
            <body>
                <main class="page acquirer" id="main">
                    <h1>{words.acquirer_title()}</h1>
                    <dl class="sum"><div class="sum-total"><dt>{words.acquirer_amount()}</dt><dd>{amount}</dd></div></dl>
                    {body}
                </main>
            </body>
        </html>
    };
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "private, no-store")];
    (headers, format!("<!DOCTYPE html>{}", html.to_html())).into_response()
}
