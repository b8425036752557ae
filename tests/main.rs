//! The product through HTTP: one file per action, each against a real server on a fresh database.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod helpers;

mod catalog;
mod front_door;
mod make_stay;
mod sign_in;
mod slip;
mod staff_access;
