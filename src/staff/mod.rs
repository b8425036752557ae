//! The console: its frame, its route table, today's sheet, the log. Every view is in one lazy chunk
//! (`lazy.rs`), so that its code never travels to a guest's phone.
//!
//! Read this file, `frame.rs` (rail, head, the live stream), `today.rs`, then `stay.rs` and `log.rs`; `api.rs` and
//! `store.rs` gather what no single feature knows. Pages of one feature stand in that feature's `staff.rs`.

mod api;
mod frame;
mod lazy;
mod log;
mod money;
mod points;
mod stay;
#[cfg(feature = "ssr")]
mod store;
mod today;
#[cfg(feature = "ssr")]
mod told;

pub use api::*;
pub use money::*;
pub use points::*;

use crate::base::{BookingId, Day, Fault, OrderId, StayId, refusal};
use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::{Lazy, path};
use serde::{Deserialize, Serialize};

/// Every address of the console leads into its chunk; `lazy.rs` says which page it is.
#[component]
pub fn StaffRoutes() -> impl IntoView {
    view! {
        <Routes fallback=|| ()>
            <Route path=path!("*console") view={Lazy::<lazy::Console>::new()}/>
        </Routes>
    }
    .into_any()
}

/// What stands beside the words of the rail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Orders nobody has accepted yet.
    pub orders: i64,
    /// The oldest of them waits longer than it should.
    pub late: bool,
    /// Bookings of today that have not begun.
    pub bookings: i64,
    /// Bills, payments and refunds that wait for somebody; 0 for those who do not keep the desk.
    pub money: i64,
    /// Stays that begin today; 0 for those who do not keep the desk.
    pub arrivals: i64,
    /// Receipts that the cash register did not sign at once; 0 for those who do not keep the desk.
    pub receipts: i64,
}

/// Today's sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TodaySheet {
    /// The instant everything below was looked up; ages are counted to it.
    pub now: i64,
    pub orders: Vec<WaitingOrder>,
    pub bookings: Vec<FreshBooking>,
    pub arrivals: Vec<Coming>,
    pub departures: Vec<Coming>,
    /// People sleeping here tonight.
    pub in_house: i64,
}

/// An order that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingOrder {
    pub id: OrderId,
    /// `placed`, `accepted` or `on_its_way`.
    pub state: String,
    pub room: String,
    pub name: String,
    /// "2 × Mezze platter, Coffee pot"
    pub what: String,
    /// Minutes it has waited; negative while it is not due.
    pub waits: i64,
    /// The wall time the guest asked for.
    pub wanted: Option<String>,
}

/// A booking made, moved or cancelled lately.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreshBooking {
    pub id: BookingId,
    pub title: String,
    pub day: Day,
    pub wall: String,
    pub places: i64,
    pub room: String,
    pub name: String,
    pub cancelled: bool,
    /// It was moved to this time.
    pub moved: bool,
    /// Minutes since it was made, moved or cancelled.
    pub ago: i64,
}

/// Somebody who arrives or leaves today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coming {
    pub stay: StayId,
    pub room: String,
    pub name: String,
    pub people: i64,
    /// At least one phone is signed in.
    pub signed_in: bool,
}

/// What a stay booked and ordered, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StayHistory {
    pub bookings: Vec<StayBooking>,
    pub orders: Vec<StayOrder>,
}

/// A booking of a stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StayBooking {
    pub id: BookingId,
    pub title: String,
    pub day: Day,
    pub wall: String,
    pub places: i64,
    /// `held`, `confirmed`, `cancelled`.
    pub state: String,
    /// Minor units.
    pub total: i64,
}

/// An order of a stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StayOrder {
    pub id: OrderId,
    pub what: String,
    pub day: Day,
    pub wall: String,
    pub state: String,
    pub total: i64,
}

/// One deed in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLine {
    pub id: i64,
    pub day: Day,
    pub wall: String,
    pub actor: String,
    pub deed: String,
    /// `stay`, `order`, `booking`, `ticket`…
    pub subject: String,
    pub subject_id: i64,
    pub before: String,
    pub after: String,
    pub reason: String,
}

/// A page of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogSheet {
    pub lines: Vec<LogLine>,
    /// Where the next, older page begins.
    pub older: Option<i64>,
}

/// Why the console's own doors did not open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConsoleRefusal {
    Fault(Fault),
}
refusal!(ConsoleRefusal);

/// Minutes after which an order that waits is due, and after which it is late.
pub const DUE: i64 = 10;
pub const LATE: i64 = 20;
