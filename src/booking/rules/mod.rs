//! What may happen, without a database and without a clock of its own: `time.rs` (when something can be booked, when
//! a hold ends, what overlaps), `party.rs` (who may go), `slots.rs` (the free times of a day), `closures.rs` (what is
//! closed, and whom it stops), `resources.rs` (what serves a time), `codes.rs` (the codes of tickets and how they are
//! drawn), `calendar.rs` (the file for the phone's calendar), `waitlist.rs` (when somebody who waits is asked).

#[cfg(feature = "ssr")]
pub mod calendar;
#[cfg(feature = "ssr")]
pub mod closures;
pub mod codes;
pub mod party;
#[cfg(feature = "ssr")]
pub mod resources;
#[cfg(feature = "ssr")]
pub mod slots;
pub mod time;
#[cfg(feature = "ssr")]
pub mod waitlist;
