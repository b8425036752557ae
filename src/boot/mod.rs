//! Puts the house together; the one room that knows all others.
//!
//! Read `serve.rs` (start to stop), `router.rs` (which address leads where), `front_door.rs` (what happens to every
//! request first), `pages.rs` (how a page is drawn), `plain.rs` (the few addresses that are not pages), `live.rs`,
//! `jobs.rs`, then `import/` (how a resort comes in from files), `archive.rs` (how it is kept and moved) and `commands.rs`
//! (the command line).

mod acquirer;
mod archive;
mod assets;
mod brand;
mod calendar;
pub mod check;
pub mod commands;
mod drawn;
mod front_door;
pub mod import;
mod jobs;
mod live;
mod pages;
mod plain;
mod receipts;
mod retyped;
mod router;
mod serve;

pub use assets::Site;
pub use drawn::Drawn;
pub use router::router;
pub use serve::{Opened, open, serve};

use crate::catalog::shelf::Shelves;
use crate::server::House;
use std::sync::Arc;

/// What the router hands to every handler.
#[derive(Clone)]
pub struct State {
    pub house: House,
    pub shelves: Shelves,
    pub site: Arc<Site>,
    pub drawn: Drawn,
}
