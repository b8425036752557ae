//! Cabana: the personal cabinet of a resort's guests. One crate: the server renders, the browser hydrates.
//!
//! The table of contents, ground floor last; each line may use what stands below it.

#![recursion_limit = "256"]

#[cfg(feature = "ssr")]
pub mod boot; // puts the house together: router, front door, workers, import

pub mod app; // the document and the routes
pub mod guest; // the cabinet: shell, tabs, today
pub mod staff; // the console: shell and sheets, every view lazy

pub mod wishes; // the wish list and watched prices, which act

pub mod booking; // sessions, slots, holds, tickets
pub mod catalog; // what can be had, and what it costs this guest
pub mod guide; // the resort and what is around it
pub mod notices; // telling a person something
pub mod orders; // basket, order, the room's bill
pub mod payments; // money that is paid at once: payments, refunds, receipts
pub mod people; // slips, signing in, who is asking
pub mod stays; // a party in a room from one day to another

pub mod base; // ids, days, common faults
pub mod browser; // what only a browser can do
pub mod kit; // buttons, fields, calendar pieces
#[cfg(feature = "ssr")]
pub mod server; // pool, clock, settings, live hub
pub mod words; // what we say, per language

/// The browser's way in, called by the boot script with the words of the page's language.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate(text: String) {
    app::hydrate(text);
}
