//! Money that is paid at once: an attempt to pay at a provider, what is given back of it, and a receipt for each.
//!
//! Read this file (the words), `rules.rs` (tax, and what goes back of which payment), `store/` (the SQL), `provider/`
//! (who takes the money: one narrow interface; the sandbox acquirer, Stripe and YooKassa behind it), `buyer.rs` (who pays, as
//! they are told), `points/` (what is paid with points), `fiscal/` (who numbers and signs receipts, where the law asks for it), `api.rs` and `guest.rs` (a receipt),
//! `pdf/` (the same on paper), `staff/`.
//! What was bought is none of its business: `booking/money/` says what follows when a payment succeeds or does not.

mod api;
#[cfg(feature = "ssr")]
pub mod buyer;
#[cfg(feature = "ssr")]
pub mod fiscal;
mod guest;
pub mod parts;
#[cfg(feature = "ssr")]
pub mod pdf;
pub mod points;
#[cfg(feature = "ssr")]
pub mod provider;
#[cfg(feature = "ssr")]
pub mod rules;
pub mod staff;
#[cfg(feature = "ssr")]
pub mod store;

pub use api::*;
pub use guest::ReceiptPage;
#[cfg(feature = "ssr")]
use guest::percent;
#[cfg(feature = "ssr")]
pub use store::written;

use crate::base::{BookingId, Day, OrderId, ReceiptId, Texts};
use serde::{Deserialize, Serialize};

/// What is charged and paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    Booking(BookingId),
    Order(OrderId),
}

impl Subject {
    /// As in the database and in forms.
    pub fn kind(self) -> &'static str {
        match self {
            Subject::Booking(_) => "booking",
            Subject::Order(_) => "order",
        }
    }

    pub fn id(self) -> i64 {
        match self {
            Subject::Booking(id) => id.0,
            Subject::Order(id) => id.0,
        }
    }

    pub fn parse(kind: &str, id: i64) -> Option<Subject> {
        match kind {
            "booking" => Some(Subject::Booking(BookingId(id))),
            "order" => Some(Subject::Order(OrderId(id))),
            _ => None,
        }
    }

    /// The guest's page of it.
    pub fn address(self) -> String {
        match self {
            Subject::Booking(id) => format!("/bookings/{id}"),
            Subject::Order(id) => format!("/orders/{id}"),
        }
    }
}

/// How money came to the resort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Through a provider, by the guest.
    Card,
    /// At the desk, in coins and notes.
    Cash,
    /// At the desk, by its own terminal.
    Terminal,
    /// Into the resort's account.
    Transfer,
    /// No money: points that the resort has given.
    Points,
}

impl Method {
    /// What the desk may take itself.
    pub const BY_HAND: [Method; 3] = [Method::Cash, Method::Terminal, Method::Transfer];

    /// As in the database and in forms.
    pub fn name(self) -> &'static str {
        match self {
            Method::Card => "card",
            Method::Cash => "cash",
            Method::Terminal => "terminal",
            Method::Transfer => "transfer",
            Method::Points => "points",
        }
    }

    pub fn parse(name: &str) -> Option<Method> {
        [Method::Card, Method::Cash, Method::Terminal, Method::Transfer, Method::Points].into_iter().find(|method| method.name() == name)
    }

    /// How money moved that was paid so, or that went back `by_hand`: what a provider would not give back was handed out.
    pub fn moved(name: &str, by_hand: bool) -> Option<Method> {
        Method::parse(name).map(|method| if by_hand && method == Method::Card { Method::Cash } else { method })
    }
}

/// What is paid for something besides what stands on the room's bill.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pay {
    /// The key of one payment by card, born with the form; nothing when it cannot be paid so.
    pub intent: Option<String>,
    /// What would be paid now, minor units.
    pub owed: i64,
    /// A payment is on its way: minor units, and the page on which it goes on.
    pub on_its_way: Option<(i64, String)>,
    /// How it was paid, when what is taken back of it goes back so and not off the room's bill.
    pub back: Option<Method>,
    /// What goes or went back the way that `back` says. Minor units.
    #[serde(default)]
    pub given_back: i64,
    /// What of it was paid in money, and did not go back. Minor units.
    #[serde(default)]
    pub paid_in_money: i64,
    /// What of it was paid with points: they come back after all money has. Minor units.
    #[serde(default)]
    pub in_points: i64,
    /// What points can pay of it; nothing where they cannot.
    #[serde(default)]
    pub points: Option<points::ByPoints>,
    /// A part of it may be paid alone.
    #[serde(default)]
    pub in_part: bool,
    /// The way of each amount, the oldest step first.
    pub trail: Vec<TrailLine>,
}

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

/// Why an amount goes back although nothing was cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// Somebody did not come.
    Missed,
    /// The guest asked for it after it took place.
    Guarantee,
    /// It was a deposit, and they came.
    Came,
}

impl Because {
    /// As in the database.
    pub fn name(self) -> &'static str {
        match self {
            Because::Missed => "missed",
            Because::Guarantee => "guarantee",
            Because::Came => "came",
        }
    }

    pub fn parse(name: &str) -> Option<Because> {
        [Because::Missed, Because::Guarantee, Because::Came].into_iter().find(|because| because.name() == name)
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
    /// The desk has taken it.
    TakenAtDesk,
    /// The desk is to give it back.
    HandOut,
    HandedOut,
    PaidWithPoints,
    PointsAreBack,
    /// It was to go back, and did not after all.
    KeptAfterAll,
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
    /// Why it goes back, when nothing was cancelled.
    #[serde(default)]
    pub because: Option<Because>,
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
    pub method: Method,
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
    /// What the cash register says of it; nothing where the resort has none.
    pub fiscal: Option<Fiscal>,
}

/// What a cash register has said of a receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fiscal {
    /// It is being registered.
    Waiting,
    Signed {
        number: String,
        sign: String,
        day: Day,
        wall: String,
        /// What the QR code on paper holds: an address, or text for an app that checks; empty: nothing.
        address: String,
    },
}

/// A receipt that the cash register has not signed yet, as the desk sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingReceipt {
    pub id: ReceiptId,
    /// `A-000012`
    pub number: String,
    /// Minor units.
    pub amount: i64,
    pub room: String,
    pub name: String,
    /// Minutes since it was given out.
    pub waits: i64,
    pub tries: i64,
    /// Minutes until it is tried again; nothing when the register has refused it.
    pub next: Option<i64>,
    /// `not-set`, `no-answer`, `status`, `unreadable`, `number-twice` or `refused`; empty: it was not tried yet.
    pub trouble: String,
    /// What belongs to it: the status, the number, or the register's own words.
    pub detail: String,
}
