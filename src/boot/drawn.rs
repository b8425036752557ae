//! Pages drawn a moment ago. A phone often asks twice for the same page within a second (the page itself, and the copy
//! that its worker keeps for the time without signal), and drawing it is most of the work of an answer. So a page is
//! given out again to the same visitor within the same second, as long as nothing whatsoever was written in between.

use super::front_door::Entered;
use crate::base::Lang;
use crate::server::ALONE;
use axum::http::HeaderMap;
use axum::http::Uri;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Pages that only show. Whatever has a form with a key of its own, or a deadline, is drawn each time.
const ONLY_SHOWN: &[&str] = &["/", "/book", "/offers", "/guide", "/around", "/history", "/notices", "/me", "/bill"];

/// Above this many pages the oldest second is dropped; a page has some 20 to 60 KB.
const MOST: usize = 64;

/// What a page depends on besides the database.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Seen {
    visitor: String,
    /// Some links fit one kind of phone only.
    agent: String,
    address: String,
    lang: Lang,
    /// Version of the catalogue, notices not read.
    version: i64,
    unread: i64,
}

/// The moment at which a page is drawn: its second, and how many transactions had been committed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub now: i64,
    pub commits: u64,
}

#[derive(Clone)]
pub struct Page {
    pub html: Arc<str>,
    nonce: Arc<str>,
    moment: Moment,
}

/// The pages of the last second.
#[derive(Clone, Default)]
pub struct Drawn(Arc<Mutex<HashMap<Seen, Page>>>);

impl Drawn {
    /// What to look under; nothing for pages that are drawn each time, which are all of them where another server may
    /// have written in between.
    pub fn key(uri: &Uri, headers: &HeaderMap, entered: &Entered) -> Option<Seen> {
        if !ALONE {
            return None;
        }
        let path = uri.path();
        let first = path[1.min(path.len())..].split('/').next().unwrap_or_default();
        if path != "/" && !ONLY_SHOWN.iter().any(|shown| shown.strip_prefix('/') == Some(first)) {
            return None;
        }
        let address = uri.path_and_query()?.as_str();
        if address.len() > 300 || address.contains("__err") {
            return None;
        }
        let cookies = headers.get_all(axum::http::header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let agent = headers.get(axum::http::header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        Some(Seen {
            visitor: cookies.collect::<Vec<_>>().join(";"),
            agent: agent.to_owned(),
            address: address.to_owned(),
            lang: entered.frame.lang,
            version: entered.shelf.version,
            unread: entered.frame.unread,
        })
    }

    /// The page drawn at this very moment, with the nonce of this answer.
    pub fn get(&self, seen: &Seen, moment: Moment, nonce: &str) -> Option<String> {
        let page = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(seen).filter(|page| page.moment == moment).cloned()?;
        Some(page.html.replace(&*page.nonce, nonce))
    }

    pub fn put(&self, seen: Seen, moment: Moment, nonce: &str, html: &str) {
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.len() >= MOST {
            pages.retain(|_, page| page.moment == moment);
        }
        if pages.len() < MOST {
            pages.insert(seen, Page { html: html.into(), nonce: nonce.into(), moment });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(visitor: &str) -> Seen {
        Seen { visitor: visitor.into(), agent: String::new(), address: "/".into(), lang: Lang::En, version: 1, unread: 0 }
    }

    #[test]
    fn a_page_is_given_again_only_at_its_own_moment_to_its_own_visitor() {
        let drawn = Drawn::default();
        let at = Moment { now: 100, commits: 7 };
        drawn.put(seen("anna"), at, "n1", "<script nonce=n1>");
        assert_eq!(drawn.get(&seen("anna"), at, "n2").as_deref(), Some("<script nonce=n2>"));
        assert_eq!(drawn.get(&seen("james"), at, "n2"), None);
        assert_eq!(drawn.get(&seen("anna"), Moment { now: 101, ..at }, "n2"), None);
        assert_eq!(drawn.get(&seen("anna"), Moment { commits: 8, ..at }, "n2"), None);
    }

    #[test]
    fn memory_is_bounded() {
        let drawn = Drawn::default();
        for number in 0..3 * MOST as i64 {
            drawn.put(seen(&number.to_string()), Moment { now: number / 50, commits: 0 }, "n", "page");
        }
        assert!(drawn.0.lock().unwrap().len() <= MOST);
    }
}
