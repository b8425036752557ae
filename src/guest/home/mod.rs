//! Today: what is next for me, what is on now and later, what I have not tried yet.
//!
//! It is the first page a phone draws, so it carries as little code as possible: the server says its sentences
//! (`api.rs`), the page (`page.rs`) only lays them out, and `today.rs` decides what is worth a guest's glance. What
//! travels between them is lines of text (`lines.rs`), for which no decoder has to travel first.

mod api;
mod lines;
mod page;
#[cfg(feature = "ssr")]
mod today;

pub use api::*;
pub use page::HomePage;

/// Today's page, in the page's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HomeData {
    /// "Good morning, Anna"
    pub greeting: String,
    /// One calm line under it.
    pub lead: String,
    pub next: Option<Next>,
    /// Places held and orders under way.
    pub open: Vec<Line>,
    pub first_steps: Vec<FirstStep>,
    pub later: Vec<Line>,
    pub untried: Vec<Untried>,
}

/// The next thing this guest has a place for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    pub href: String,
    /// Seconds since 1970 UTC when it is so near that the page counts the minutes; 0 when the day is said.
    pub starts_at: i64,
    /// The day.
    pub when: String,
    pub time: String,
    pub title: String,
    pub meta: String,
}

/// A line with a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Empty: nothing to open.
    pub href: String,
    pub time: String,
    pub title: String,
    pub meta: String,
    /// What it costs, or its state; empty for none.
    pub tag: String,
    pub tone: Tint,
    /// It is on now.
    pub now: bool,
}

/// How a tag is tinted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    Plain,
    Included,
    Hold,
    Good,
}

/// One of the first things to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstStep {
    pub href: String,
    pub title: String,
    pub text: String,
    pub done: bool,
}

/// Something included that this party has not tried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Untried {
    pub href: String,
    pub picture: String,
    pub title: String,
    /// Why it is worth a look now: "Today at 17:00, 4 places left".
    pub why: String,
    pub tag: String,
}
