//! Who takes the money. One narrow interface, whatever stands behind it: begin, look, cancel, give back. Every call may be
//! made again: the payment's own secret is the key by which a provider knows that it is the same one (RULES I4, I5).

pub mod sandbox;

use super::store::Payment;
use crate::base::Fault;
use crate::server::House;

/// Who takes the money of a resort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    /// Built in, for demonstrations and tests: no money moves.
    Sandbox,
}

/// Where the guest pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The provider's name for the payment.
    pub reference: String,
    /// Its page, where the guest gives the card to the provider and not to us.
    pub address: String,
}

/// What became of a payment, as its provider says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Not decided, or not known yet.
    Waiting,
    /// So much was taken, in minor units.
    Captured(i64),
    Failed,
    Cancelled,
}

/// What became of an amount that goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Returned {
    /// On its way.
    Sent,
    Settled,
    /// It will not be done.
    Refused,
}

impl Provider {
    pub const ALL: [Provider; 1] = [Provider::Sandbox];

    /// As in the database, in addresses and in `resort.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Provider::Sandbox => "sandbox",
        }
    }

    pub fn parse(name: &str) -> Option<Provider> {
        Provider::ALL.into_iter().find(|provider| provider.name() == name)
    }

    /// Tells the provider of a payment. `back` is where the guest comes back to.
    pub async fn begin(self, house: &House, payment: &Payment, back: &str) -> Result<Page, Fault> {
        match self {
            Provider::Sandbox => sandbox::begin(house, payment, back).await,
        }
    }

    /// Asks what became of a payment.
    pub async fn look(self, house: &House, payment: &Payment) -> Result<Outcome, Fault> {
        match (self, &payment.reference) {
            (_, None) => Ok(Outcome::Cancelled),
            (Provider::Sandbox, Some(reference)) => sandbox::look(house, reference).await,
        }
    }

    /// Calls a payment off, unless it has succeeded already; answers which of the two it is, or that it is not known.
    pub async fn cancel(self, house: &House, payment: &Payment) -> Result<Outcome, Fault> {
        match (self, &payment.reference) {
            (_, None) => Ok(Outcome::Cancelled),
            (Provider::Sandbox, Some(reference)) => sandbox::cancel(house, reference).await,
        }
    }

    /// Gives an amount back, in minor units. `secret` is the refund's own key.
    pub async fn give_back(self, house: &House, payment: &Payment, secret: &str, amount: i64) -> Result<Returned, Fault> {
        match (self, &payment.reference) {
            (_, None) => Ok(Returned::Refused),
            (Provider::Sandbox, Some(reference)) => sandbox::give_back(house, reference, secret, amount).await,
        }
    }
}
