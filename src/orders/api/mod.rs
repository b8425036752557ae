//! The doors of the orders: the basket, the guest's orders and bill, and the staff's half.

pub(super) mod basket;
mod guest;
mod staff;

pub use basket::*;
pub use guest::*;
pub use staff::*;
