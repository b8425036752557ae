//! The guest's pages of booking: `day.rs` (the calendar), `slot.rs` (one session or time, and who goes), `held.rs`
//! (the countdown), `ticket.rs` (what was booked), `booking.rs` (which of them a booking's page shows), `after.rs` (what comes back afterwards), `moving.rs`,
//! `waiting.rs` (the lines in which a stay stands).

mod after;
mod booking;
mod day;
mod held;
mod moving;
mod slot;
mod ticket;
mod waiting;

pub use booking::BookingPage;
pub use day::BookPage;
pub use moving::MovePage;
pub use slot::{SessionPage, TimePage};
pub use waiting::LineList;
