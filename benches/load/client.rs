//! A client that costs little: requests are bytes made beforehand, connections stay open, only the head is read.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[derive(Clone)]
pub struct Request(pub Arc<[u8]>);

impl Request {
    pub fn get(path: &str, cookie: &str) -> Request {
        Request(format!("GET {path} HTTP/1.1\r\nhost: bench\r\naccept: text/html\r\ncookie: {cookie}\r\n\r\n").into_bytes().into())
    }

    /// For data, as the pages' own code asks.
    pub fn data(path: &str, cookie: &str) -> Request {
        Request(format!("GET {path} HTTP/1.1\r\nhost: bench\r\naccept: application/json\r\ncookie: {cookie}\r\n\r\n").into_bytes().into())
    }

    pub fn post(path: &str, cookie: &str, body: &str) -> Request {
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: bench\r\naccept: application/json\r\ncontent-type: application/x-www-form-urlencoded\r\ncookie: {cookie}\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        Request(head.into_bytes().into())
    }
}

pub struct Answer {
    pub status: u16,
    pub head: String,
    pub text: String,
}

/// What the clients send.
#[derive(Clone)]
pub enum Load {
    /// These, over and over, each client beginning elsewhere.
    Cycle(Vec<Request>),
}

/// What was measured.
pub struct Measured {
    pub took: Duration,
    /// Milliseconds, sorted.
    pub each: Vec<f64>,
}

impl Measured {
    pub fn rate(&self) -> f64 {
        self.each.len() as f64 / self.took.as_secs_f64()
    }

    pub fn percentile(&self, part: f64) -> f64 {
        self.each.get(((self.each.len() as f64 * part) as usize).min(self.each.len().saturating_sub(1))).copied().unwrap_or_default()
    }

    pub fn print(&self, name: &str, clients: usize, bare: f64) {
        println!(
            "{name:<32} {clients:>8} {:>8.0} {:>9.2} {:>8.2} {bare:>12.0} {:>8.2}",
            self.rate(),
            self.percentile(0.5),
            self.percentile(0.99),
            self.rate() / bare
        );
    }
}

/// One request on a connection of its own.
pub async fn once(address: &str, request: &Request) -> Answer {
    Connection::open(address).await.ask(request).await
}

pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    pub async fn open(address: &str) -> Connection {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Connection { stream, buffer: Vec::with_capacity(256 * 1024) }
    }

    pub async fn ask(&mut self, request: &Request) -> Answer {
        self.stream.write_all(&request.0).await.unwrap();
        self.buffer.clear();
        let end = loop {
            assert!(self.stream.read_buf(&mut self.buffer).await.unwrap() > 0, "the server hung up");
            if let Some(end) = find(&self.buffer, b"\r\n\r\n") {
                break end + 4;
            }
        };
        let head = String::from_utf8_lossy(&self.buffer[..end]).to_lowercase();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let length: Option<usize> = head.lines().find_map(|line| line.strip_prefix("content-length: ")).and_then(|text| text.trim().parse().ok());
        match length {
            Some(length) => {
                while self.buffer.len() < end + length {
                    assert!(self.stream.read_buf(&mut self.buffer).await.unwrap() > 0, "the server hung up");
                }
            }
            None if head.contains("transfer-encoding: chunked") => {
                while !self.buffer.ends_with(b"0\r\n\r\n") {
                    assert!(self.stream.read_buf(&mut self.buffer).await.unwrap() > 0, "the server hung up");
                }
            }
            None => {}
        }
        Answer { status, head, text: String::from_utf8_lossy(&self.buffer[end..]).into_owned() }
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// So many clients for so long; faults stop the run.
pub async fn load(address: &str, load: Load, clients: usize, lasting: Duration) -> Measured {
    let Load::Cycle(requests) = load;
    let next = Arc::new(AtomicUsize::new(0));
    let began = Instant::now();
    let tasks: Vec<_> = (0..clients)
        .map(|_| {
            let (address, requests, next) = (address.to_owned(), requests.clone(), next.clone());
            tokio::spawn(async move {
                let mut connection = Connection::open(&address).await;
                let mut each = Vec::new();
                while began.elapsed() < lasting {
                    let request = &requests[next.fetch_add(1, Ordering::Relaxed) % requests.len()];
                    let asked = Instant::now();
                    let answer = connection.ask(request).await;
                    assert!(answer.status < 400, "{}: {}", answer.status, answer.text);
                    each.push(asked.elapsed().as_secs_f64() * 1000.0);
                }
                each
            })
        })
        .collect();
    collect(tasks, began).await
}

/// Puts what the clients measured together.
pub async fn collect(tasks: Vec<tokio::task::JoinHandle<Vec<f64>>>, began: Instant) -> Measured {
    let mut each = Vec::new();
    for task in tasks {
        each.extend(task.await.unwrap());
    }
    let took = began.elapsed();
    each.sort_by(f64::total_cmp);
    Measured { took, each }
}
