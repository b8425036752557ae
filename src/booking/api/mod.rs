//! The doors of booking: `looking.rs` (what pages read), `deeds.rs` (hold, confirm, give up, move, cancel), `desk.rs`
//! (letting somebody in), `closing.rs` (calling something off), `sheet.rs` (what the console reads), `waitlist.rs`.

mod closing;
mod deeds;
mod desk;
mod looking;
mod sheet;
mod waitlist;

pub use closing::*;
pub use deeds::*;
pub use desk::*;
pub use looking::*;
pub use sheet::*;
pub use waitlist::*;
