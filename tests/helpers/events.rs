//! A live stream, read off the wire.

use super::Client;
use futures::StreamExt;
use futures::stream::BoxStream;
use reqwest::StatusCode;
use std::time::Duration;

/// The events of an open stream.
pub struct Events {
    bytes: BoxStream<'static, reqwest::Result<Vec<u8>>>,
    text: String,
}

/// One event: its name and its data. A browser drops one whose data is empty.
#[derive(Debug, PartialEq, Eq)]
pub struct Event {
    pub name: String,
    pub data: String,
}

impl Client {
    pub async fn stream(&self, path: &str) -> Result<Events, StatusCode> {
        let answer = self.http.get(format!("{}{path}", self.base)).header("accept", "text/event-stream").send().await.unwrap();
        if !answer.status().is_success() {
            return Err(answer.status());
        }
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        Ok(Events { bytes: answer.bytes_stream().map(|part| part.map(|part| part.to_vec())).boxed(), text: String::new() })
    }
}

impl Events {
    /// The next event, or nothing at the end of the stream.
    pub async fn next(&mut self) -> Option<Event> {
        loop {
            while let Some((event, rest)) = self.text.split_once("\n\n").map(|(event, rest)| (event.to_owned(), rest.to_owned())) {
                self.text = rest;
                let field = |name: &str| {
                    event.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim).collect::<Vec<_>>().join("\n")
                };
                // What keeps the line open is no event.
                if event.lines().any(|line| !line.starts_with(':')) {
                    let name = field("event");
                    return Some(Event { name: if name.is_empty() { "message".to_owned() } else { name }, data: field("data") });
                }
            }
            let part = self.bytes.next().await?.ok()?;
            self.text.push_str(std::str::from_utf8(&part).unwrap());
        }
    }

    /// The next event, which must come within a second.
    pub async fn soon(&mut self) -> Event {
        tokio::time::timeout(Duration::from_secs(1), self.next()).await.expect("an event within a second").expect("an event, not the end")
    }

    /// Whether nothing comes for a while.
    pub async fn quiet(&mut self) -> bool {
        tokio::time::timeout(Duration::from_millis(300), self.next()).await.is_err()
    }

    /// Whether the stream ends within a second.
    pub async fn ends(&mut self) -> bool {
        let end = async { while self.next().await.is_some() {} };
        tokio::time::timeout(Duration::from_secs(1), end).await.is_ok()
    }
}
