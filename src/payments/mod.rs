//! Money that is paid at once: an attempt to pay at a provider, what is given back of it, and a receipt for each.
//!
//! Read this file (the words), `rules.rs` (tax, and what goes back of which payment), `store.rs` (the SQL), `provider/`
//! (who takes the money: one narrow interface; the sandbox acquirer, Stripe and YooKassa behind it), `told.rs` (what they are
//! told), `api.rs` and `guest.rs` (a receipt).
//! What was bought is none of its business: `booking/money.rs` says what follows when a payment succeeds or does not.

mod api;
mod guest;
pub mod parts;
#[cfg(feature = "ssr")]
pub mod provider;
#[cfg(feature = "ssr")]
pub mod rules;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
pub mod told;

pub use api::*;
pub use guest::ReceiptPage;

use crate::base::{Day, ReceiptId, Texts};
use serde::{Deserialize, Serialize};

/// Where an attempt to pay stands (RULES V1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentState {
    /// Written down; the provider does not know of it yet.
    Created,
    /// The guest is with the provider, or the provider has not decided.
    Pending,
    Captured,
    Failed,
    Cancelled,
    /// The provider's answer does not fit what was asked: somebody has to look.
    Stuck,
}

impl PaymentState {
    pub fn is_open(self) -> bool {
        matches!(self, PaymentState::Created | PaymentState::Pending)
    }
}

/// What happened to an amount, as its guest reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// The guest went to the provider.
    Begun,
    /// The provider has not decided yet.
    Waiting,
    Captured,
    /// The provider refused.
    NotPaid,
    /// The guest turned back, or took too long.
    GivenUp,
    /// The desk has to look at it.
    Stuck,
    /// It is to go back, and is on its way to the provider.
    RefundRequested,
    RefundSent,
    RefundArrived,
    RefundFailed,
}

/// One line of the way of an amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrailLine {
    pub step: Step,
    /// Minor units.
    pub amount: i64,
    pub day: Day,
    /// Resort time, `10:30`.
    pub wall: String,
    /// The receipt that belongs to it, with its number.
    pub receipt: Option<(ReceiptId, String)>,
}

/// What was paid for, in the words of that moment. A line of the JSON of `receipts.body`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptLine {
    pub title: Texts,
    /// For whom; empty for all of it.
    #[serde(default)]
    pub name: String,
    /// Minor units, tax included.
    pub amount: i64,
    /// In hundredths of a percent; nothing when none is said.
    #[serde(default)]
    pub tax_rate: i64,
}

/// A receipt as its guest reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub id: ReceiptId,
    /// `A-000012`
    pub number: String,
    /// Money that went back.
    pub refund: bool,
    /// The receipt of the payment that this refund is of, or of its refunds so far.
    pub paired: Vec<(ReceiptId, String)>,
    pub day: Day,
    pub wall: String,
    pub resort: String,
    pub address: String,
    pub guest: String,
    pub room: String,
    /// Title, for whom, minor units.
    pub lines: Vec<(String, String, i64)>,
    /// For each rate, in hundredths of a percent: what is taxed with the tax, and the tax in it; minor units.
    pub taxes: Vec<(i64, i64, i64)>,
    pub total: i64,
}
