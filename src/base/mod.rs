//! The ground floor: languages, ids, days and times of the resort, common faults. No IO, no Leptos views.
//! Read `fault.rs` (what can go wrong at every door), then `day.rs`, then `ids.rs`.

mod day;
mod fault;
mod ids;
mod lang;
mod texts;

pub use day::{Day, WallTime, clock_text};
pub(crate) use fault::refusal;
pub use fault::{Fault, Refusal};
#[cfg(feature = "ssr")]
pub use fault::{intent_of, shown_amount};
pub use ids::*;
pub use lang::Lang;
pub use texts::Texts;
