//! The live streams: one event for every change, carrying the number of unread notices. The page then asks again for
//! what it shows, so an event lost to a bad network is made good by the next one. Phones hear besides on which day
//! places changed hands, whoever took them.

use super::State;
use super::front_door::cookie;
use crate::base::Day;
use crate::people::session::{Caller, GUEST_COOKIE};
use crate::people::store;
use crate::server::Keys;
use axum::extract::{Extension, State as Given};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures::stream::{Stream, unfold};
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio_util::sync::CancellationToken;

/// A browser drops an event that carries nothing.
const SOMETHING: &str = "0";
/// Places changed hands on some day or other.
const ANY_DAY: &str = "any";

/// `/live`: a guest's phone listens to its stay.
pub async fn guest(Given(state): Given<State>, Extension(caller): Extension<Caller>, headers: HeaderMap) -> Response {
    let Some(guest) = caller.guest else { return StatusCode::UNAUTHORIZED.into_response() };
    let Some(receiver) = state.house.live.listen_stay(guest.stay()) else { return StatusCode::TOO_MANY_REQUESTS.into_response() };
    let token = cookie(&headers, GUEST_COOKIE).map(Keys::hash).unwrap_or_default();
    let house = state.house.clone();
    let look = move || {
        let (house, token) = (house.clone(), token.clone());
        async move {
            let found = store::found(house.database.readers(), &token, house.clock.now()).await.ok().flatten()?;
            // A slip that was replaced meanwhile ends the stream, and the page learns it at its next step.
            found.guest.as_ref()?;
            Some(found.unread.to_string())
        }
    };
    let places = state.house.live.listen_places();
    stream(changes(receiver, Some(places), state.house.stopping.clone(), look))
}

/// `/staff/live`: the console listens to everything that arrives.
pub async fn desk(Given(state): Given<State>, Extension(caller): Extension<Caller>) -> Response {
    if caller.staff.is_none() {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    stream(changes(state.house.live.listen_desk(), None, state.house.stopping.clone(), || async { Some(SOMETHING.to_owned()) }))
}

fn stream(events: impl Stream<Item = Result<Event, Infallible>> + Send + 'static) -> Response {
    let sse = Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(20)));
    ([(HeaderName::from_static("x-accel-buffering"), "no")], sse).into_response()
}

/// One event now, and one after every nudge, until the server stops or `look` finds nobody any more. What `places` says
/// is passed on as it is, without looking anything up: all phones hear it at once.
fn changes<Look, Looked>(
    receiver: Receiver<()>,
    places: Option<Receiver<Option<Day>>>,
    stopping: CancellationToken,
    look: Look,
) -> impl Stream<Item = Result<Event, Infallible>> + Send
where
    Look: Fn() -> Looked + Send + 'static,
    Looked: Future<Output = Option<String>> + Send,
{
    struct Listening<Look> {
        receiver: Receiver<()>,
        places: Option<Receiver<Option<Day>>>,
        stopping: CancellationToken,
        look: Look,
        first: bool,
    }
    let listening = Listening { receiver, places, stopping, look, first: true };
    unfold(listening, |mut listening| async move {
        let mut kind = "hello";
        if !listening.first {
            kind = "message";
            tokio::select! {
                () = listening.stopping.cancelled() => return None,
                nudge = listening.receiver.recv() => match nudge {
                    // Lagging behind only means that one look makes good for several nudges.
                    Ok(()) | Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => return None,
                },
                day = next(&mut listening.places) => {
                    let day = day.map_or_else(|| ANY_DAY.to_owned(), |day| day.to_string());
                    return Some((Ok(Event::default().event("places").data(day)), listening));
                }
            }
        }
        listening.first = false;
        let data = (listening.look)().await?;
        Some((Ok(Event::default().event(kind).data(data)), listening))
    })
}

/// The next day on which places change hands; nothing when it may be any. Never, for whoever does not ask.
async fn next(places: &mut Option<Receiver<Option<Day>>>) -> Option<Day> {
    match places {
        Some(places) => match places.recv().await {
            Ok(day) => day,
            Err(RecvError::Lagged(_)) => None,
            Err(RecvError::Closed) => std::future::pending().await,
        },
        None => std::future::pending().await,
    }
}
