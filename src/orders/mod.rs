//! Ordering to the room: the basket, the order from placed to delivered, and the room's bill.
//!
//! Read this file (the words), `rules.rs` (what may happen, prices, opening hours), `basket.rs` (the basket as a phone
//! carries it), `quote.rs` (a basket against the catalogue), `placing.rs` (how it becomes an order), `api/` (the doors: `basket.rs`, `guest.rs`, `staff.rs`),
//! `store/` (the SQL), then the pages: `guest/` and, for the console, `staff.rs`; `parts.rs` draws what several pages use.
//! `approval/` is the yes of an adult to what somebody of the party may not put on the room's bill, places and orders alike.

mod api;
pub mod approval;
pub mod basket;
mod guest;
pub mod parts;
#[cfg(feature = "ssr")]
mod placing;
#[cfg(feature = "ssr")]
mod quote;
pub mod rules;
pub mod staff;
#[cfg(feature = "ssr")]
mod store;

pub use api::*;
pub use guest::*;
#[cfg(feature = "ssr")]
pub use store::{SUMS, bill, list_whole, ordered_offers, sold_lines, under_way};

pub use crate::booking::{Actor, Moment};

use crate::base::{Day, Fault, OfferId, OrderId, Texts, refusal};
use crate::catalog::{OfferCard, Question, Tag};
use crate::payments::{Method, Pay, Subject};
use crate::stays::caps::Over;
use serde::{Deserialize, Serialize};

/// Characters of a note to the kitchen, at most.
pub const LONGEST_NOTE: usize = 500;
/// Characters of a free answer, at most.
pub const LONGEST_ANSWER: usize = 300;
/// Characters of a reason for declining, at most.
pub const LONGEST_REASON: usize = 300;

/// Where an order stands. `rules.rs` says which may follow which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    Placed,
    Accepted,
    OnItsWay,
    Delivered,
    Declined,
    Cancelled,
}

impl OrderState {
    pub const ALL: [OrderState; 6] =
        [OrderState::Placed, OrderState::Accepted, OrderState::OnItsWay, OrderState::Delivered, OrderState::Declined, OrderState::Cancelled];

    pub fn parse(text: &str) -> Option<OrderState> {
        OrderState::ALL.into_iter().find(|state| state.name() == text)
    }

    /// As in the database, in addresses and in forms.
    pub fn name(self) -> &'static str {
        match self {
            OrderState::Placed => "placed",
            OrderState::Accepted => "accepted",
            OrderState::OnItsWay => "on_its_way",
            OrderState::Delivered => "delivered",
            OrderState::Declined => "declined",
            OrderState::Cancelled => "cancelled",
        }
    }

    /// Somebody still has to do something.
    pub fn is_open(self) -> bool {
        matches!(self, OrderState::Placed | OrderState::Accepted | OrderState::OnItsWay)
    }
}

/// What was sold, in every language, as it was when ordered. The JSON of `order_lines.sold`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sold {
    pub key: String,
    pub title: Texts,
    pub option: Option<Texts>,
    pub answers: Vec<SoldAnswer>,
    /// Address of the picture.
    pub photo: String,
}

/// A question and what the guest said to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoldAnswer {
    pub question: Texts,
    pub answer: Answer,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// One of the choices, known in every language.
    Chosen(Texts),
    /// The guest's own words.
    Said(String),
}

/// One line of an order, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    /// Key of the offer.
    pub key: String,
    pub title: String,
    pub option: Option<String>,
    pub answers: Vec<Said>,
    pub photo: String,
    pub quantity: i64,
    /// How many of them the package paid for.
    pub included: i64,
    /// The price of one, and what the option adds to each; minor units.
    pub unit: i64,
    pub extra: i64,
    pub amount: i64,
}

/// A question with its answer, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub question: String,
    pub answer: String,
}

/// One fact of an order's history: somebody brought it into a state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderFact {
    pub state: OrderState,
    pub at: Moment,
    pub actor: Actor,
    /// The name of whoever did it.
    pub name: String,
    /// Why it was declined.
    pub reason: Option<String>,
    /// Placed: who of the party asked for it, when somebody else said yes.
    pub asked_by: Option<String>,
    /// On its way: about when it is there, resort time.
    pub expected: Option<String>,
}

/// Everything about one order, as its guest sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderView {
    pub id: OrderId,
    pub version: i64,
    pub state: OrderState,
    pub placed: Moment,
    /// `None`: as soon as it can be.
    pub deliver: Option<Moment>,
    pub note: String,
    pub lines: Vec<OrderLine>,
    /// Minor units, charged to the room.
    pub total: i64,
    /// Oldest first.
    pub facts: Vec<OrderFact>,
    pub pay: Pay,
    /// Once it is done: key and title of what can be ordered again.
    pub again: Vec<(String, String)>,
}

/// An order in the guest's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderRow {
    pub id: OrderId,
    pub state: OrderState,
    /// When it comes, or when it was placed.
    pub at: Moment,
    /// The first line's title.
    pub title: String,
    /// How many pieces, over all lines.
    pub pieces: i64,
    /// How many lines besides the first.
    pub more: i64,
    pub total: i64,
    pub photo: String,
}

/// An order in the console's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskOrder {
    pub id: OrderId,
    pub version: i64,
    pub state: OrderState,
    /// Where it may go from here, the usual next step first.
    pub next: Vec<OrderState>,
    pub room: String,
    pub guest: String,
    pub placed: Moment,
    /// Minutes since it was placed.
    pub age_minutes: i64,
    /// `None`: as soon as it can be.
    pub deliver: Option<Moment>,
    /// Minutes until it is to be there; negative when late. `None` when there is no time.
    pub due_minutes: Option<i64>,
    /// In the console's language.
    pub lines: Vec<OrderLine>,
    pub note: String,
    pub total: i64,
}

/// The console's list: what is open first, oldest on top; then what is done, newest on top.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskOrders {
    pub orders: Vec<DeskOrder>,
    /// How many wait to be accepted, whatever the filter.
    pub waiting: i64,
    /// How many are open, whatever the filter.
    pub open: i64,
}

/// One order in the console, with its history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskOrderView {
    pub order: DeskOrder,
    pub facts: Vec<OrderFact>,
}

/// A category of the menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenuPart {
    pub key: String,
    pub name: String,
    pub items: Vec<MenuItem>,
}

/// A service in the menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenuItem {
    pub card: OfferCard,
    /// It can be had now; otherwise when it can be had next.
    pub open: bool,
    pub opens: Option<Moment>,
    /// Nothing to choose or to answer: it goes into the basket with one tap.
    pub simple: bool,
    /// How many are in the basket, whatever the option.
    pub in_basket: i64,
}

/// What is in the basket, in one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasketSum {
    pub pieces: i64,
    /// As of today, minor units.
    pub total: i64,
}

/// The menu of services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Menu {
    pub parts: Vec<MenuPart>,
    pub basket: BasketSum,
}

/// One service, with all there is to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceDetails {
    pub item: MenuItem,
    pub category_name: String,
    pub details: String,
    /// The price of one, before anything is included.
    pub price: i64,
    pub options: Vec<crate::catalog::Choice>,
    pub questions: Vec<Question>,
    /// Hours as "07:00 to 23:00"; empty: always.
    pub hours: Vec<OpenHours>,
    pub basket: BasketSum,
}

/// From when until when, on which weekdays (Monday is 0; all seven: every day).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenHours {
    pub days: Vec<i64>,
    pub from: String,
    pub to: String,
}

/// The basket, priced for this guest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasketDetails {
    pub lines: Vec<BasketLine>,
    /// The basket as the order's form sends it.
    pub text: String,
    /// The key of one order, born with the form.
    pub intent: String,
    /// The room it is charged to; nobody is signed in when there is none.
    pub room: Option<String>,
    /// The days it may be brought on, today first, with what it costs on each. Never empty.
    pub days: Vec<BasketDay>,
    /// Something that was in the basket is no longer offered and was left out.
    pub gone: bool,
    /// What cannot be brought now, and why.
    pub not_now: Option<OrderRefusal>,
}

/// One line of the basket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasketLine {
    pub offer: OfferId,
    pub key: String,
    /// Key of the option; empty without one.
    pub option: String,
    pub option_name: Option<String>,
    /// Keys and answers as the forms send them.
    pub answers: Vec<(String, String)>,
    pub said: Vec<Said>,
    pub title: String,
    pub photo: String,
    pub quantity: i64,
    pub unit: i64,
    pub extra: i64,
    /// What the package says of it today.
    pub tag: Tag,
}

/// A day on which the basket may be brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasketDay {
    pub day: Day,
    pub total: i64,
    /// Of each line: how many the package pays for on that day.
    pub included: Vec<i64>,
    /// Of each line: minor units.
    pub amounts: Vec<i64>,
    /// When everything in the basket can be had: stretches of minutes after midnight, the end outside.
    pub open: Vec<(i64, i64)>,
}

/// One entry of the room's bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BillEntry {
    pub about: Subject,
    pub title: String,
    pub at: Moment,
    /// Who of the party put it there; nothing when only one person could have.
    pub by: Option<String>,
    /// Minor units.
    pub amount: i64,
    /// Taken back: when, and how much (negative).
    pub reversal: Option<(Moment, i64)>,
    /// What was paid for it and had back, the oldest first.
    pub paid: Vec<BillPaid>,
}

impl BillEntry {
    /// What is still to be paid for it, minor units; below nothing when something is to go back.
    pub fn owed(&self) -> i64 {
        let paid: i64 = self.paid.iter().map(|paid| if paid.back { -paid.amount } else { paid.amount }).sum();
        self.amount + self.reversal.as_ref().map_or(0, |(_, amount)| *amount) - paid
    }
}

/// Money that came or went back for something on the room's bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BillPaid {
    pub at: Moment,
    /// It went back.
    pub back: bool,
    pub method: Method,
    /// Minor units, above nothing.
    pub amount: i64,
}

/// The room's bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bill {
    pub room: String,
    /// Oldest first.
    pub entries: Vec<BillEntry>,
    /// The sum of everything, minor units.
    pub total: i64,
}

/// Why a door of the orders did not open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OrderRefusal {
    /// There is nothing in the basket.
    EmptyBasket,
    /// No more fits into the basket.
    BasketFull,
    /// Something in the basket is no longer offered.
    Gone,
    /// A question of this offer has to be answered first.
    Unanswered {
        title: String,
        question: String,
    },
    /// It is not served at that time; when it is served next.
    Closed {
        title: String,
        opens: Option<Moment>,
    },
    /// Only for guests of this age, and nobody in the party is.
    TooYoung {
        title: String,
        age: i64,
    },
    /// That time is over.
    Past,
    /// That day is not within the stay.
    OutsideStay,
    /// The note is longer than so many characters.
    NoteTooLong(i64),
    /// It costs something else than the page said.
    PriceChanged {
        total: i64,
    },
    /// This form was sent before, with something else in it.
    AlreadySent {
        order: OrderId,
    },
    /// The kitchen has begun, or it is over.
    TooLate {
        state: OrderState,
    },
    /// Somebody else changed the order meanwhile; where it stands.
    ChangedMeanwhile {
        state: OrderState,
    },
    /// That step does not follow from where the order stands.
    NotPossible {
        state: OrderState,
    },
    /// Declining needs a reason.
    ReasonNeeded,
    /// It cannot be paid by card now.
    CardUnavailable,
    /// There are not enough points for it, or they cannot pay for it.
    FewPoints,
    /// It is more than they may put on the room's bill today; it is kept so that they can ask.
    OverCap(Over),
    Fault(Fault),
}
refusal!(OrderRefusal);
