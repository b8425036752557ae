//! `/receipts/….pdf`: a receipt as it is printed. Beside it stands the page `/receipts/…`.

use super::front_door::Entered;
use super::{State, pages};
use crate::base::{Fault, Lang, ReceiptId};
use crate::payments::pdf::{self, Look};
use crate::payments::store;
use crate::people::session::Caller;
use axum::extract::{Extension, Path, Query, Request, State as Given};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    lang: String,
}

/// In the language asked for (`?lang=ru`), or the page's.
pub async fn pdf(
    given: Given<State>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
    Extension(entered): Extension<Entered>,
    Extension(caller): Extension<Caller>,
    request: Request,
) -> Response {
    let Some(id) = name.strip_suffix(".pdf") else { return pages::page(given, request).await };
    let Some(guest) = caller.guest else { return Redirect::to("/sign-in").into_response() };
    let Ok(id) = id.parse::<ReceiptId>() else { return StatusCode::NOT_FOUND.into_response() };
    let shelf = entered.shelf;
    let lang = asked.lang.parse::<Lang>().ok().filter(|lang| shelf.resort.languages.contains(lang)).unwrap_or(caller.lang);
    let found = match given.0.house.database.readers().acquire().await {
        Ok(mut conn) => store::receipt(&mut conn, &shelf, guest.stay(), id, lang).await,
        Err(error) => Err(error.into()),
    };
    let receipt = match found {
        Ok(receipt) => receipt,
        Err(Fault::NotFound) => return StatusCode::NOT_FOUND.into_response(),
        Err(_) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
    };
    let file = pdf::file_name(&receipt);
    // Shaping and subsetting take some milliseconds, which belong to nobody else's request.
    let made = tokio::task::spawn_blocking(move || pdf::receipt(&receipt, &Look { lang, coin: &shelf.coin, color: &shelf.resort.color }));
    let Ok(Ok(bytes)) = made.await else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{file}\"")),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}
