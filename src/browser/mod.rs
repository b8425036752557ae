//! What only a browser can do, behind one list of functions: `real.rs` does it, `absent.rs` stands in while the
//! server draws. Views call these without asking where they are.

use crate::base::Day;

#[cfg(not(feature = "hydrate"))]
mod absent;
#[cfg(feature = "hydrate")]
mod camera;
#[cfg(feature = "hydrate")]
mod real;

/// What the live stream says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Something of one's own changed; how many notices are not read, where the stream counts them.
    Changed(Option<i64>),
    /// Places changed hands on this day; nothing when it may be any.
    Places(Option<Day>),
}

#[cfg(not(feature = "hydrate"))]
pub use absent::*;
#[cfg(feature = "hydrate")]
pub use camera::scan;
#[cfg(feature = "hydrate")]
pub use real::*;
