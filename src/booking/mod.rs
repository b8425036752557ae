//! Sessions, slots, holds, tickets: who has which place, and until when.

#[cfg(feature = "ssr")]
pub mod schedule;
