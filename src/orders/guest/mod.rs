//! The guest pages.
