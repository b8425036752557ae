//! What only a browser can do, behind one list of functions: `real.rs` does it, `absent.rs` stands in while the
//! server draws. Views call these without asking where they are.

#[cfg(not(feature = "hydrate"))]
mod absent;
#[cfg(feature = "hydrate")]
mod camera;
#[cfg(feature = "hydrate")]
mod real;

#[cfg(not(feature = "hydrate"))]
pub use absent::*;
#[cfg(feature = "hydrate")]
pub use camera::scan;
#[cfg(feature = "hydrate")]
pub use real::*;
