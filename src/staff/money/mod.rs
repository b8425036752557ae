//! `/staff/money`: bills that guests have asked for, what is to be paid at the desk, money that somebody has to look at, and
//! what came and went lately. It gathers bookings, orders and payments, and so belongs to the console.
//!
//! Read this file (what the page is given), `api.rs` (the doors), `store.rs` (the SQL), `view.rs` (the page), `bill.rs`
//! (the bill of one room, on the page of its stay), `guarantee/` (who asks for their money back).

mod api;
mod bill;
mod guarantee;
#[cfg(feature = "ssr")]
mod store;
mod view;

pub use api::*;
pub use bill::RoomBill;
pub use guarantee::*;
#[cfg(feature = "ssr")]
pub(super) use store::waiting;
pub use view::MoneyPage;

use crate::base::{Day, Fault, PaymentId, ReceiptId, RefundId, refusal};
use crate::payments::{Method, Subject};
use serde::{Deserialize, Serialize};

/// What the desk reads of money.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneySheet {
    /// Bills that guests have asked for, the one that ends first in front.
    pub bills: Vec<Due>,
    /// Booked, and to be paid at the desk before it begins.
    pub at_desk: Vec<Due>,
    pub stuck: Vec<Stuck>,
    /// What the desk is to hand out, or a provider would not give back.
    pub back: Vec<Back>,
    /// How many guests ask for their money back.
    pub asked_back: u32,
    /// What came and went lately, the latest first.
    pub lately: Vec<Line>,
}

/// Whose money it is, and for what, in the console's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub subject: Subject,
    pub room: String,
    pub name: String,
    pub title: String,
}

/// Something that is to be paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    pub about: About,
    /// When it takes place, resort time.
    pub day: Day,
    pub wall: String,
    /// Minor units.
    pub owed: i64,
    /// Minutes since it was asked for.
    pub age: i64,
    /// Until when the places wait, resort time.
    pub until: Option<(Day, String)>,
    pub state: DueState,
    /// The key of one payment, born with the form.
    pub intent: String,
}

/// How what is to be paid stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DueState {
    /// Booked, or its places wait.
    Waits,
    /// The time of a bill is over, and the places were free for others.
    Over,
    /// The guest gave up what a bill was for.
    GivenUp,
}

/// A payment whose provider says something that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stuck {
    pub id: PaymentId,
    pub about: About,
    pub provider: String,
    /// The provider's name for it.
    pub reference: String,
    /// What was asked for, minor units.
    pub amount: i64,
    /// Minutes since it began.
    pub age: i64,
}

/// An amount that somebody has to give back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Back {
    pub id: RefundId,
    pub about: About,
    /// Minor units.
    pub amount: i64,
    /// How it was paid.
    pub method: Method,
    /// A provider would not give it back.
    pub failed: bool,
    /// It was given back, and did not arrive.
    pub bounced: bool,
    /// Minutes since it was to go back.
    pub age: i64,
}

/// A receipt that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub id: ReceiptId,
    /// `A-000012`
    pub number: String,
    pub about: About,
    pub day: Day,
    pub wall: String,
    pub method: Method,
    /// Minor units; less than nothing for money that went back.
    pub amount: i64,
}

/// What one room still has to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomOwes {
    /// Each thing, the oldest first: what, when it was charged, and what of it is still to be paid, minor units.
    pub lines: Vec<(About, Day, i64)>,
    /// Their sum.
    pub total: i64,
    /// The key of one payment, born with the form.
    pub intent: String,
}

/// Why a door of the desk's money did not open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MoneyRefusal {
    /// Another amount than is owed needs a note.
    NoteNeeded {
        owed: i64,
    },
    /// Somebody did it meanwhile.
    Changed,
    Fault(Fault),
}
refusal!(MoneyRefusal);
