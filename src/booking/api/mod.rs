//! The doors of booking: `looking.rs` (what pages read, put together in `reading.rs`), `deeds.rs` (hold, confirm, give up,
//! move, cancel), `desk.rs` (letting somebody in), `allow.rs` (what the desk allows beyond the rules), `closing.rs` (calling
//! something off), `edit.rs` (changing sessions), `guarantee.rs` (the money back after it took place),
//! `points.rs` (paying with points), `sheet.rs` (what the console reads), `waitlist.rs`.

mod allow;
mod asking;
mod closing;
mod deeds;
mod desk;
mod edit;
mod guarantee;
mod looking;
mod points;
#[cfg(feature = "ssr")]
mod reading;
mod sheet;
mod waitlist;

pub use allow::*;
pub use asking::*;
pub use closing::*;
pub use deeds::*;
pub use desk::*;
pub use edit::*;
pub use guarantee::*;
pub use looking::*;
pub use points::*;
pub use sheet::*;
pub use waitlist::*;

/// The day that was asked for; `otherwise` when none was.
#[cfg(feature = "ssr")]
fn day_or(text: &str, otherwise: crate::base::Day) -> Result<crate::base::Day, crate::base::Fault> {
    if text.is_empty() { Ok(otherwise) } else { crate::base::Day::parse(text).ok_or_else(|| crate::base::Fault::Field("day".into())) }
}
