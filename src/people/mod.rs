//! Accounts and ways to sign in: login slips for guests, logins for staff, and the phones that are signed in.
//!
//! Read `login.rs` (what is printed on a slip and how it is understood when typed), `session.rs` (who is asking: the
//! types that only the server can make), `api.rs` (the doors), `store.rs` (the SQL), then the pages: `guest.rs` for
//! the sign-in of guests, `staff.rs` for the console's.

mod api;
mod guest;
pub mod login;
#[cfg(feature = "ssr")]
pub mod second_factor;
#[cfg(feature = "ssr")]
pub mod session;
#[cfg(feature = "ssr")]
pub mod slips;
mod staff;
#[cfg(feature = "ssr")]
pub mod store;

pub use api::*;
pub use guest::{SignInPage, SignOutButton};
pub use staff::{AccountPage, StaffSignInForm, use_role};

use crate::base::{Day, Fault, refusal};
use serde::{Deserialize, Serialize};

/// Why somebody was not signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignInRefusal {
    /// Login and password do not belong together; unknown logins get the same answer in the same time.
    Wrong,
    /// What was typed cannot be one of our logins: its check letter does not fit.
    Mistyped,
    /// The stay begins on this day.
    NotYet(Day),
    /// The stay is long over, or the slip was replaced by a newer one.
    Ended,
    Fault(Fault),
}
refusal!(SignInRefusal);

/// Why a member of staff was not let in, or a second factor not changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StaffRefusal {
    /// Login and password do not belong together; unknown logins get the same answer in the same time.
    Wrong,
    /// Login and password are right, and the six digits are asked for.
    CodeNeeded,
    /// These are not the digits of now, or they were used already.
    CodeWrong,
    Fault(Fault),
}
refusal!(StaffRefusal);

/// A member of staff's second factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactor {
    pub on: bool,
    /// What the secret is derived from; empty when it is on.
    pub nonce: String,
    /// The secret as an app takes it typed, and as an SVG of a QR code.
    pub key: String,
    pub qr: String,
}

/// What a member of staff may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Guests, slips, bookings and orders.
    Desk,
    /// Orders and tickets.
    Service,
    /// Everything, and the log.
    Manager,
}

impl Role {
    pub fn parse(text: &str) -> Option<Role> {
        match text {
            "desk" => Some(Role::Desk),
            "service" => Some(Role::Service),
            "manager" => Some(Role::Manager),
            _ => None,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Role::Desk => "desk",
            Role::Service => "service",
            Role::Manager => "manager",
        }
    }

    /// Whether this role works with stays and slips.
    pub fn keeps_the_desk(self) -> bool {
        matches!(self, Role::Desk | Role::Manager)
    }
}

/// How long a stay's slip is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    NotYet,
    /// From the day of arrival to the end of the day of departure.
    Staying,
    /// For 30 days after it: everything can be read, nothing changed.
    ReadOnly,
    Closed,
}

/// Days after departure for which the cabinet can still be read.
pub const READ_ONLY_DAYS: i64 = 30;

impl Standing {
    pub fn on(today: Day, arrives: Day, departs: Day) -> Standing {
        if today < arrives {
            Standing::NotYet
        } else if today <= departs {
            Standing::Staying
        } else if today <= departs.plus(READ_ONLY_DAYS) {
            Standing::ReadOnly
        } else {
            Standing::Closed
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_good_from_arrival_to_departure_and_readable_for_thirty_days() {
        let (arrives, departs) = (Day::new(2026, 11, 20).unwrap(), Day::new(2026, 11, 30).unwrap());
        let on = |day: Day| Standing::on(day, arrives, departs);
        assert_eq!(on(arrives.plus(-1)), Standing::NotYet);
        assert_eq!(on(arrives), Standing::Staying);
        assert_eq!(on(departs), Standing::Staying);
        assert_eq!(on(departs.plus(1)), Standing::ReadOnly);
        assert_eq!(on(departs.plus(30)), Standing::ReadOnly);
        assert_eq!(on(departs.plus(31)), Standing::Closed);
    }
}
