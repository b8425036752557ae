//! stays
