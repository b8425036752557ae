//! Who takes the money. One narrow interface, whatever stands behind it: begin, look, cancel, give back, hear a call. Every
//! call may be made again: the payment's own secret, and the refund's, is the key by which a provider knows that it is the
//! same one (RULES I4, I5). A provider that does not answer, or says that it is broken, leaves a `Fault`: nobody knows, and
//! it is asked again. The card itself is typed on the provider's own page; its number never comes near this server.
//!
//! Read `sandbox.rs` (who takes no money), `stripe.rs` and `yookassa.rs` (who do), and `ask.rs` (how those two are asked).

mod ask;
pub mod sandbox;
pub mod stripe;
pub mod yookassa;

use super::store::{Payment, Refund};
use crate::base::Fault;
use crate::catalog::shelf::Resort;
use crate::server::{Acquirers, House, Secret};
use axum::http::HeaderMap;

/// Who takes the money of a resort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    /// Built in, for demonstrations and tests: no money moves.
    Sandbox,
    Stripe,
    YooKassa,
}

/// What came of telling a provider of a payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// The guest pays there.
    At(Page),
    /// It will never take this payment.
    Refused,
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
    /// The answer of a provider that cannot call a payment off: it ends by itself unless the guest pays after all. Nothing
    /// needs to wait for that, for then the money covers what is charged, or goes back.
    EndsByItself,
    /// So much was taken, in minor units.
    Captured(i64),
    Failed,
    Cancelled,
    /// Money was taken, and it is not what was asked for: somebody has to look.
    Other,
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

/// A provider's call: its name for what happened, the same when it calls twice, and for the payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    pub event: String,
    pub reference: String,
}

/// Why a call is not heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unheard {
    /// Nobody calls at this address.
    Nowhere,
    /// It does not say who calls, or not as the provider says it.
    Unsigned,
    /// It cannot be read.
    Malformed,
}

impl Provider {
    pub const ALL: [Provider; 3] = [Provider::Sandbox, Provider::Stripe, Provider::YooKassa];

    /// As in the database, in addresses and in `resort.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Provider::Sandbox => "sandbox",
            Provider::Stripe => "stripe",
            Provider::YooKassa => "yookassa",
        }
    }

    pub fn parse(name: &str) -> Option<Provider> {
        Provider::ALL.into_iter().find(|provider| provider.name() == name)
    }

    /// The settings it needs and does not have, by their names in the environment.
    pub fn missing(self, keys: &Acquirers) -> Vec<&'static str> {
        let is_there = |key: &Option<Secret>| key.as_ref().is_some_and(|key| !key.reveal().is_empty());
        let needed = match self {
            Provider::Sandbox => vec![],
            Provider::Stripe => {
                vec![("STRIPE_KEY", is_there(&keys.stripe_key)), ("STRIPE_WEBHOOK_SECRET", is_there(&keys.stripe_webhook_secret))]
            }
            Provider::YooKassa => vec![
                ("YOOKASSA_SHOP", keys.yookassa_shop.as_ref().is_some_and(|shop| !shop.trim().is_empty())),
                ("YOOKASSA_KEY", is_there(&keys.yookassa_key)),
            ],
        };
        needed.into_iter().filter(|(_, there)| !there).map(|(name, _)| name).collect()
    }

    /// Whether it can be asked at all.
    pub fn is_ready(self, keys: &Acquirers) -> bool {
        self.missing(keys).is_empty()
    }

    /// Why it cannot take cards for this resort, as a sentence; nothing when it can.
    pub fn unfit(self, resort: &Resort, keys: &Acquirers) -> Option<String> {
        let missing = self.missing(keys);
        if !missing.is_empty() {
            let (what, it) = if missing.len() == 1 { ("is", "it") } else { ("are", "them") };
            return Some(format!(
                "\"{}\" takes cards, and {} {what} not in the environment; set {it}, or name another provider in `card` of resort.toml",
                self.name(),
                missing.join(" and ")
            ));
        }
        match self {
            Provider::Sandbox | Provider::Stripe => None,
            Provider::YooKassa => yookassa::unfit(resort),
        }
    }

    /// Whether it has the fiscal receipts of the law made for what moves through it, so that nobody else has to.
    pub fn signs_receipts(self) -> bool {
        self == Provider::YooKassa
    }

    /// Whose pages the guest may be sent to; nothing when they are our own.
    pub fn pages(self, keys: &Acquirers) -> Option<&str> {
        match self {
            Provider::Sandbox => None,
            Provider::Stripe => Some(&keys.stripe_pages),
            Provider::YooKassa => Some(&keys.yookassa_pages),
        }
    }

    /// Tells the provider of a payment. `back` is the path on which the guest comes back.
    pub async fn begin(self, house: &House, payment: &Payment, back: &str) -> Result<Begun, Fault> {
        match self {
            Provider::Sandbox => sandbox::begin(house, payment, back).await.map(Begun::At),
            Provider::Stripe => stripe::begin(house, payment, back).await,
            Provider::YooKassa => yookassa::begin(house, payment, back).await,
        }
    }

    /// Asks what became of a payment. One that was never told where to pay was paid by nobody.
    pub async fn look(self, house: &House, payment: &Payment) -> Result<Outcome, Fault> {
        match (self, &payment.reference) {
            (_, None) => Ok(Outcome::Cancelled),
            (Provider::Sandbox, Some(reference)) => sandbox::look(house, reference).await,
            (Provider::Stripe, Some(reference)) => stripe::look(house, payment, reference).await,
            (Provider::YooKassa, Some(reference)) => yookassa::look(house, payment, reference).await,
        }
    }

    /// Calls a payment off, unless it has succeeded already; answers which of the two it is, or that it is not known.
    pub async fn cancel(self, house: &House, payment: &Payment) -> Result<Outcome, Fault> {
        match (self, &payment.reference) {
            (_, None) => Ok(Outcome::Cancelled),
            (Provider::Sandbox, Some(reference)) => sandbox::cancel(house, reference).await,
            (Provider::Stripe, Some(reference)) => stripe::cancel(house, payment, reference).await,
            (Provider::YooKassa, Some(reference)) => yookassa::cancel(house, payment, reference).await,
        }
    }

    /// Gives an amount back.
    pub async fn give_back(self, house: &House, refund: &Refund) -> Result<Returned, Fault> {
        match (self, &refund.payment.reference) {
            (_, None) => Ok(Returned::Refused),
            (Provider::Sandbox, Some(reference)) => sandbox::give_back(house, reference, &refund.secret, refund.amount).await,
            (Provider::Stripe, Some(reference)) => stripe::give_back(house, refund, reference).await,
            (Provider::YooKassa, Some(reference)) => yookassa::give_back(house, refund, reference).await,
        }
    }

    /// Asks what became of an amount that was sent back. One it knows nothing of is still on its way.
    pub async fn look_back(self, house: &House, refund: &Refund) -> Result<Returned, Fault> {
        let found = match (self, &refund.payment.reference) {
            (_, None) => None,
            (Provider::Sandbox, Some(_)) => Some(Returned::Settled),
            (Provider::Stripe, Some(reference)) => stripe::find_refund(house, refund, reference).await?,
            (Provider::YooKassa, Some(reference)) => yookassa::find_refund(house, refund, reference).await?,
        };
        Ok(found.unwrap_or(Returned::Sent))
    }

    /// Hears a call that came in: who calls is made sure of here. What it says is still not believed; the provider is asked.
    /// `word` is what stood behind the provider's name in the address.
    pub fn hear(self, house: &House, word: Option<&str>, headers: &HeaderMap, body: &[u8]) -> Result<Heard, Unheard> {
        match (self, word) {
            (Provider::Sandbox, None) => sandbox::hear(house, headers, body),
            (Provider::Stripe, None) => stripe::hear(house, headers, body),
            (Provider::YooKassa, Some(word)) => yookassa::hear(house, word, body),
            _ => Err(Unheard::Nowhere),
        }
    }

    /// The path on which it calls.
    pub fn hook(self, keys: &crate::server::Keys) -> String {
        match self {
            Provider::Sandbox | Provider::Stripe => format!("/hooks/{}", self.name()),
            Provider::YooKassa => format!("/hooks/{}/{}", self.name(), yookassa::word(keys)),
        }
    }
}
