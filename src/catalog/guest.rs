//! The catalogue's pages.
