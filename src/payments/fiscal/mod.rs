//! Who numbers and signs receipts, where the law asks for it. One narrow interface, whatever stands behind it: register a
//! receipt. It may be asked again: the receipt's own secret is the key by which a register knows that it is the same one.
//!
//! A receipt and its task are written in one transaction; a register is asked later and outside of any (RULES I7). Read
//! this file, `sandbox.rs` and `http.rs` (the registers), `store.rs` (the tasks), `send.rs` (the errand).

mod http;
mod sandbox;
mod send;
pub mod store;
mod sums;

pub use http::signature;
pub use send::{send, send_one};
pub use sums::SUMS;

use crate::server::House;
use serde::Serialize;

/// The cash register of a resort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// Built in, for demonstrations and tests: nobody is told.
    Sandbox,
    /// A service that speaks our protocol (`docs/CASH-REGISTER.md`).
    Http,
}

/// A receipt as a register is told of it. Who paid is nobody's business there. Amounts are minor units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sale {
    /// Our number: `A-000012`.
    pub receipt: String,
    /// `payment` or `refund`.
    pub kind: &'static str,
    /// Of a refund: our number for the receipt of the payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// When it was given out: RFC 3339, UTC.
    pub at: String,
    /// How the money moved: `card`, `cash`, `terminal` or `transfer`.
    pub means: &'static str,
    /// ISO 4217.
    pub currency: String,
    pub total: i64,
    pub seller: Seller,
    pub lines: Vec<SaleLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Seller {
    pub name: String,
    pub address: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaleLine {
    pub title: String,
    /// With the tax in it.
    pub amount: i64,
    /// In hundredths of a percent.
    pub tax_rate: i64,
    pub tax: i64,
}

/// What a register has made of a receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The register's number; no two receipts have the same.
    pub number: String,
    pub sign: String,
    /// When, in seconds since 1970.
    pub at: i64,
    /// What the receipt's QR code holds: an address at which it can be checked, or text for an app; empty: no code.
    pub address: String,
}

/// What a register answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Signed(Signed),
    /// Never, and why in its own words: somebody has to look.
    Refused(String),
    /// Not now.
    Later(Trouble),
}

/// Why a receipt is not signed yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The server was not told where the register is, or what to sign with.
    NotSet,
    NoAnswer,
    /// This HTTP status, which promises nothing.
    Status(u16),
    /// Something else than the protocol says.
    Unreadable,
}

impl Trouble {
    /// As in the database: a word, and after a space what belongs to it.
    pub fn kept(self) -> String {
        match self {
            Trouble::NotSet => "not-set".to_owned(),
            Trouble::NoAnswer => "no-answer".to_owned(),
            Trouble::Status(status) => format!("status {status}"),
            Trouble::Unreadable => "unreadable".to_owned(),
        }
    }
}

impl Register {
    pub const ALL: [Register; 2] = [Register::Sandbox, Register::Http];

    /// As in the database and in `resort.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Register::Sandbox => "sandbox",
            Register::Http => "http",
        }
    }

    pub fn parse(name: &str) -> Option<Register> {
        Register::ALL.into_iter().find(|register| register.name() == name)
    }

    /// Has a receipt numbered and signed. `key` is the receipt's own: the same key is the same receipt, however often.
    pub async fn register(self, house: &House, key: &str, sale: &Sale) -> Answer {
        match self {
            Register::Sandbox => sandbox::register(house, key, sale),
            Register::Http => http::register(&house.config.cash_register, key, sale).await,
        }
    }
}
