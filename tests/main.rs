//! The product through HTTP: one file per action, each against a real server on a fresh database.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod helpers;

mod aborted;
mod agree;
mod allow;
mod apart;
mod archive;
mod basket;
mod bills;
mod cancel;
mod caps;
mod catalog;
mod check;
mod check_in;
mod close;
mod confirm;
mod crash;
mod deposit;
mod door;
mod earlier_stays;
mod edit;
mod find;
mod fiscal;
mod follow_order;
mod for_whom;
mod front_door;
mod goodwill;
mod guest_access;
mod hold;
mod import;
mod join;
mod live;
mod make_stay;
mod move_booking;
mod notices;
mod on_foot;
mod pay;
mod paying;
mod place_order;
// SQLite's own plans.
#[cfg(feature = "sqlite")]
mod plans;
mod points;
#[cfg(feature = "postgres")]
mod postgres;
mod race;
mod receipt_pdf;
mod replace;
mod resources;
mod retyped;
mod sign_in;
mod slip;
mod spending;
mod staff_access;
mod staff_sees;
mod stand_ins;
// What can be wrong with a file; `postgres.rs` has its counterpart.
#[cfg(feature = "sqlite")]
mod start;
mod stripe;
mod today;
mod waitlist;
mod walks;
mod ways_to_pay;
mod wishes;
mod yookassa;
mod zones;
