//! The guest's pages of booking.
