//! Payment providers on loopback, strict: each answers as its provider's public description says and refuses every request
//! that departs from it. They keep books of their own, so that ours can be held against them, and things go wrong at them
//! when a test says so.

pub mod stripe;
pub mod yookassa;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use cabana::server::WallClock;
use serde_json::Value;
use std::collections::{BTreeMap, VecDeque};
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};
use tokio::sync::Notify;

/// For how long a key is remembered, in seconds.
const REMEMBERED: i64 = 24 * 3600;

/// What goes wrong with one request.
#[derive(Clone)]
pub enum Trouble {
    /// Nothing is done, and nothing remembered: the provider says that it is not there (503).
    Away,
    /// Nothing is done, and that it broke (500) is remembered with the key.
    Broken,
    /// It is done, and the answer is lost on the way.
    Lost,
    /// It is done, and the answer waits for the gate.
    Held(Gate),
}

/// An answer waits here until the test lets it go.
#[derive(Clone, Default)]
pub struct Gate {
    reached: Arc<Notify>,
    open: Arc<Notify>,
}

impl Gate {
    /// Once the request was done and its answer waits.
    pub async fn reached(&self) {
        self.reached.notified().await;
    }

    pub fn open(&self) {
        self.open.notify_one();
    }
}

/// Where requests come in: keys are remembered here, and trouble is made.
#[derive(Default)]
pub struct Counter {
    clock: Mutex<WallClock>,
    troubles: Mutex<VecDeque<(&'static str, Trouble)>>,
    keys: Mutex<BTreeMap<String, Kept>>,
    asked: Mutex<Vec<String>>,
}

struct Kept {
    /// What came with the key.
    request: (String, Bytes),
    status: StatusCode,
    body: Bytes,
    at: i64,
}

impl Counter {
    /// From now on it tells the time as this clock does.
    pub fn follow(&self, clock: &WallClock) {
        *self.clock.lock().unwrap() = clock.clone();
    }

    pub fn now(&self) -> i64 {
        self.clock.lock().unwrap().now()
    }

    /// The next request that begins so meets trouble: `POST /v1/refunds`.
    pub fn trouble(&self, with: &'static str, trouble: Trouble) {
        self.troubles.lock().unwrap().push_back((with, trouble));
    }

    /// How many requests began so.
    pub fn asked(&self, with: &str) -> usize {
        self.asked.lock().unwrap().iter().filter(|asked| asked.starts_with(with)).count()
    }

    /// Lets a request through once for each key. `other` is what is said of a key that came with another request.
    pub async fn pass(&self, key: Option<String>, request: Request, next: Next, other: Response) -> Response {
        let (head, body) = request.into_parts();
        let body = to_bytes(body, 1 << 20).await.unwrap();
        let line = format!("{} {}", head.method, head.uri);
        self.asked.lock().unwrap().push(line.clone());
        let trouble = {
            let mut troubles = self.troubles.lock().unwrap();
            let at = troubles.iter().position(|(with, _)| line.starts_with(with));
            at.and_then(|at| troubles.remove(at)).map(|(_, trouble)| trouble)
        };
        if matches!(trouble, Some(Trouble::Away)) {
            return (StatusCode::SERVICE_UNAVAILABLE, "upstream is away").into_response();
        }
        let now = self.now();
        if let Some(key) = &key {
            let mut keys = self.keys.lock().unwrap();
            keys.retain(|_, kept| now - kept.at < REMEMBERED);
            if let Some(kept) = keys.get(key) {
                return if kept.request == (line, body) { (kept.status, kept.body.clone()).into_response() } else { other };
            }
        }
        let (status, answer) = if matches!(trouble, Some(Trouble::Broken)) {
            (StatusCode::INTERNAL_SERVER_ERROR, Bytes::from_static(b"{\"error\":{\"type\":\"api_error\"}}"))
        } else {
            let answer = next.run(Request::from_parts(head, Body::from(body.clone()))).await;
            (answer.status(), to_bytes(answer.into_body(), 1 << 20).await.unwrap())
        };
        // What was refused before anything was done is not remembered.
        if let Some(key) = key
            && !status.is_client_error()
        {
            self.keys.lock().unwrap().insert(key, Kept { request: (line, body), status, body: answer.clone(), at: now });
        }
        match trouble {
            Some(Trouble::Lost) => {
                let torn = futures::stream::iter([Ok(answer.slice(..answer.len() / 2)), Err(std::io::Error::other("torn"))]);
                Response::builder().status(status).header("content-length", answer.len()).body(Body::from_stream(torn)).unwrap()
            }
            Some(Trouble::Held(gate)) => {
                gate.reached.notify_one();
                gate.open.notified().await;
                (status, answer).into_response()
            }
            _ => (status, answer).into_response(),
        }
    }
}

/// Serves on a free port of loopback; answers the address. It ends with the runtime of its test.
pub async fn serve(router: axum::Router, listener: tokio::net::TcpListener) {
    tokio::spawn(async move { axum::serve(listener, router).await });
}

pub async fn listener() -> (tokio::net::TcpListener, String) {
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    (listener, base)
}

pub fn json(status: StatusCode, value: &Value) -> Response {
    (status, [("content-type", "application/json")], value.to_string()).into_response()
}

/// What both sides have in their books, in minor units: taken, and given back.
pub async fn ours(app: &crate::helpers::TestApp) -> (i64, i64) {
    let taken = app.number("SELECT coalesce(sum(amount), 0) FROM payments WHERE state = 'captured'").await;
    let back = "SELECT coalesce(sum(amount), 0) FROM refunds WHERE state IN ('sent', 'settled') AND bounced_at IS NULL";
    (taken, app.number(back).await)
}
