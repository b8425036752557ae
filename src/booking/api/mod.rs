//! The doors of booking: `looking.rs` (what pages read), `deeds.rs` (hold, confirm, give up, move, cancel), `desk.rs`
//! (letting somebody in).

mod deeds;
mod desk;
mod looking;

pub use deeds::*;
pub use desk::*;
pub use looking::*;
