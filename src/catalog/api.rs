//! The doors of the catalogue.
