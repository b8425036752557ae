//! The product through HTTP: one file per action, each against a real server on a fresh database.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod helpers;

mod basket;
mod catalog;
mod door;
mod follow_order;
mod front_door;
mod guest_access;
mod import;
mod make_stay;
mod place_order;
mod sign_in;
mod slip;
mod staff_access;
