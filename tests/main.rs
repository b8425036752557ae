//! The product through HTTP: one file per action, each against a real server on a fresh database.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod helpers;

mod catalog;
mod front_door;
mod basket;
mod follow_order;
mod place_order;
