//! The SQL of booking. Read `take/` (the one way to a place), `change.rs` (what becomes of it: confirmed, given up,
//! moved, cancelled), `replace.rs` (somebody else comes instead), `apart.rs` (one of several does not go), `contact.rs`
//! (how those who go are reached), `paying.rs` (places while somebody pays for them), `pay.rs` (what follows when they have),
//! `ways.rs` (other ways to pay), `points.rs` (what points pay), `asking.rs` (whose money it is, and asking for more), `allow.rs` (what the desk allows beyond
//! the rules), `edit.rs` (changing one session or all of its kind), `waitlist/` (who has freed places next), `check_in.rs`,
//! `goodwill.rs` (what comes back to who did not come), `guarantee.rs` (the money back after it took place), `close/` (calling
//! off, for everybody whom it concerns), then what pages
//! read: `days/` (sessions and free times), `bookings.rs` (one stay's own), `resources.rs` (what serves a time, for
//! reading and taking alike), `sessions.rs` (laying out the coming weeks) and `sums.rs` (what must agree).
//!
//! A hold past its time counts as free in every query here (RULES H2): `taken` less the places of holds that lapsed.

pub mod allow;
mod apart;
pub mod asking;
mod bookings;
mod change;
mod check_in;
pub mod close;
pub mod contact;
mod days;
pub mod desk;
pub mod edit;
mod goodwill;
pub mod guarantee;
pub mod pay;
mod paying;
pub mod points;
mod replace;
pub mod resources;
mod sessions;
mod sums;
mod take;
pub mod waitlist;
pub mod ways;

pub use apart::cancel_one;
pub use bookings::{
    Booking, Participant, Viewer, booking_of, company, engaged, engaged_anywhere, facts_of, list_for, moment, others_of, participants_of, party_of,
    tried_offers, who_of,
};
pub use change::{Act, cancel, confirm, release, shift, spot_of};
pub use check_in::{Scan, check_in, set_missed, undo_check_in, upload};
pub use days::{
    Ahead, Selling, Spot, ahead, alternatives, can_join, day_rows, day_times, free_days, limits, mine_by_day, moves, next_of, opens_on, replan, sale,
    sale_by_resort, slot_state, spot, tag, times_of,
};
pub use paying::{begin_payment, payment_failed};
pub use replace::{instead, replace};
pub use sessions::{Edit, add_session, change_session, coming_sessions, edits, remove_session};
pub use sums::SUMS;
pub use take::{Who, Wish, lapse, retake, take};
pub use waitlist::pass_on;

use super::{Actor, BookingState, Deed};
use crate::base::{BookingId, Fault, Lang, StayId, Texts};
use crate::catalog::Policy;
use crate::catalog::shelf::Offer;
use crate::server::Tx;
use serde::{Deserialize, Serialize};

/// What was sold, in the words and under the rule of that moment. The JSON of `bookings.sold` (RULES P1, X1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sold {
    /// The offer's key.
    pub key: String,
    pub title: Texts,
    pub place: Texts,
    /// Name of the category.
    pub category: Texts,
    pub bring: Option<Texts>,
    pub photo: String,
    pub minutes: i64,
    pub policy: Policy,
    /// Nothing in what was sold before this was written down.
    #[serde(default)]
    pub asked: Option<Asked>,
}

/// What the form said that made a booking. The booking may move and its people change; the form stays what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The address of the time.
    pub at: String,
    /// Ids of guests, in order.
    pub guests: Vec<i64>,
}

/// A question of the offer and what was answered; free text stands under the guest's language. JSON of `bookings.answers`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    pub key: String,
    pub question: Texts,
    pub answer: Texts,
}

impl Answered {
    /// The answer as the form of this offer sends it: free text, or the number of the choice.
    pub fn sent(&self, offer: &Offer, lang: Lang) -> String {
        let choices =
            offer.questions.iter().find(|question| question.key == self.key).map(|question| question.choices.as_slice()).unwrap_or_default();
        choices.iter().position(|choice| *choice == self.answer).map_or_else(|| self.answer.get(lang).to_owned(), |number| number.to_string())
    }
}

/// How a state is written in the database.
fn state_name(state: BookingState) -> &'static str {
    match state {
        BookingState::Held => "held",
        BookingState::Confirmed => "confirmed",
        BookingState::Lapsed => "lapsed",
        BookingState::Released => "released",
        BookingState::Cancelled => "cancelled",
    }
}

/// A state as it is now: a held row past its time has lapsed.
fn state_at(name: &str, hold_until: Option<i64>, now: i64) -> Result<BookingState, sqlx::Error> {
    Ok(match name {
        "held" if hold_until.is_some_and(|until| super::rules::time::is_live(until, now)) => BookingState::Held,
        "held" | "lapsed" => BookingState::Lapsed,
        "confirmed" => BookingState::Confirmed,
        "released" => BookingState::Released,
        "cancelled" => BookingState::Cancelled,
        other => return Err(decode(&format!("no such state: {other}"))),
    })
}

fn decode(what: &str) -> sqlx::Error {
    sqlx::Error::Decode(what.to_owned().into())
}

fn json<T: Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|_| Fault::TryAgain)
}

/// Writes what happened into the booking's history.
async fn record(tx: &mut Tx, booking: BookingId, actor: Actor, name: &str, deed: &Deed) -> Result<(), Fault> {
    let now = tx.now();
    let fact = match deed {
        Deed::Held { .. } => "held",
        Deed::Offered { .. } => "offered",
        Deed::Confirmed { .. } => "confirmed",
        Deed::Lapsed => "lapsed",
        Deed::Released => "released",
        Deed::Cancelled { .. } => "cancelled",
        Deed::Moved { .. } => "moved",
        Deed::CheckedIn { .. } => "checked_in",
        Deed::CheckInUndone { .. } => "check_in_undone",
        Deed::Kept { .. } => "kept",
        Deed::Missed { .. } => "missed",
        Deed::MissedUndone { .. } => "missed_undone",
        Deed::CalledOff { .. } => "called_off",
        Deed::MovedByResort { .. } => "moved",
        Deed::Replaced { .. } => "replaced",
        Deed::Left { .. } => "left",
        Deed::Paying { .. } => "paying",
        Deed::NotPaid { .. } => "not_paid",
        Deed::Retaken => "retaken",
        Deed::BillAsked { .. } => "bill_asked",
        Deed::AtTheDesk { .. } => "at_the_desk",
        Deed::MoneyAsked => "money_asked",
        Deed::MoneyGiven { .. } => "money_given",
        Deed::MoneyDeclined { .. } => "money_declined",
        Deed::Asked { .. } => "asked",
        Deed::Approved { .. } => "approved",
        Deed::NotApproved { .. } => "not_approved",
    };
    let actor = match actor {
        Actor::Guest => "guest",
        Actor::Staff => "staff",
        Actor::House => "house",
    };
    sqlx::query("INSERT INTO timeline (subject, subject_id, at, actor, name, fact, detail) VALUES ('booking', $1, $2, $3, $4, $5, $6)")
        .bind(booking.0)
        .bind(now)
        .bind(actor)
        .bind(name)
        .bind(fact)
        .bind(json(deed)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Puts a line on the room's bill: a charge above nothing, a reversal below (RULES V6). What is taken off is given back to
/// whoever put it there.
async fn bill(tx: &mut Tx, stay: StayId, booking: BookingId, amount: i64) -> Result<(), Fault> {
    if amount == 0 {
        return Ok(());
    }
    let now = tx.now();
    sqlx::query("INSERT INTO folio_lines (stay_id, kind, subject, subject_id, amount, at) VALUES ($1, $2, 'booking', $3, $4, $5)")
        .bind(stay.0)
        .bind(if amount > 0 { "charge" } else { "reversal" })
        .bind(booking.0)
        .bind(amount)
        .bind(now)
        .execute(tx.conn())
        .await?;
    if amount < 0 { asking::give_back(tx, booking).await } else { Ok(()) }
}
