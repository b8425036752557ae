//! `/bookings/…/calendar.ics`: a booking for the phone's calendar.

use super::State;
use super::front_door::Entered;
use crate::base::{BookingId, Fault};
use crate::booking::rules::calendar::{Entry, file};
use crate::booking::{BookingState, store};
use crate::people::session::Caller;
use axum::extract::{Extension, Path, State as Given};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

pub async fn booking(
    Given(state): Given<State>,
    Path(id): Path<String>,
    Extension(entered): Extension<Entered>,
    Extension(caller): Extension<Caller>,
) -> Response {
    let Some(guest) = caller.guest else { return Redirect::to("/sign-in").into_response() };
    let Ok(id) = id.parse::<BookingId>() else { return StatusCode::NOT_FOUND.into_response() };
    let house = &state.house;
    let now = house.clock.now();
    let found = match house.database.readers().acquire().await {
        Ok(mut conn) => store::booking_of(&mut conn, guest.stay(), id, now).await,
        Err(error) => Err(error.into()),
    };
    let booking = match found {
        Ok(booking) if matches!(booking.state, BookingState::Confirmed | BookingState::Cancelled) => booking,
        Ok(_) | Err(Fault::NotFound) => return StatusCode::NOT_FOUND.into_response(),
        Err(_) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
    };
    let (lang, sold) = (caller.lang, &booking.sold);
    let host = house.public_url.split("://").last().unwrap_or_default();
    let text = file(&Entry {
        uid: &format!("booking-{id}@{host}"),
        sequence: booking.moves + i64::from(booking.state == BookingState::Cancelled),
        cancelled: booking.state == BookingState::Cancelled,
        title: sold.title.get(lang),
        place: &format!("{}, {}", sold.place.get(lang), entered.shelf.resort.name.get(lang)),
        details: sold.bring.as_ref().map(|bring| bring.get(lang)).unwrap_or_default(),
        address: &format!("{}/bookings/{id}", house.public_url),
        time: entered.shelf.time,
        starts_at: booking.starts_at,
        minutes: sold.minutes,
        now,
    });
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"booking-{id}.ics\"")),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, text).into_response()
}
