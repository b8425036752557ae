//! What every page knows from the start: who looks at it, in which language, on which day of the resort. The front
//! door makes it once per request; the server draws with it and the browser reads the same copy before hydration.

use crate::base::{Day, Fault, Lang};
use crate::words::{Coin, Words};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    pub lang: Lang,
    /// The languages the resort offers, in its order.
    pub languages: Vec<Lang>,
    /// The resort's name, in the page's language.
    pub resort: String,
    /// Address of the resort's mark.
    pub logo: String,
    /// The desk, as dialled.
    pub phone: String,
    pub coin: Coin,
    /// IANA name of the resort's time zone.
    pub zone: String,
    /// Minutes that the resort's clock is ahead of UTC now.
    pub offset_minutes: i64,
    /// Seconds since 1970 UTC when the page was drawn.
    pub now: i64,
    pub today: Day,
    /// Notices not read yet.
    pub unread: i64,
    /// This page belongs to the console.
    pub console: bool,
    pub me: Option<Me>,
    pub staff: Option<Colleague>,
}

/// The signed-in guest, as far as every page needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Me {
    pub name: String,
    pub arrives: Day,
    pub departs: Day,
    /// The stay is over: everything can be read, nothing changed.
    pub read_only: bool,
}

/// The signed-in member of staff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Colleague {
    pub name: String,
    /// `desk`, `service` or `manager`.
    pub role: String,
}

/// The frame of the page that is being drawn.
pub fn use_frame() -> Frame {
    expect_context::<StoredValue<Frame>>().get_value()
}

/// How often the page was told that something changed; resources that read it load again.
#[derive(Clone, Copy)]
pub struct Changed(pub RwSignal<u32>);

/// Notices not read yet, kept fresh by the live stream.
#[derive(Clone, Copy)]
pub struct Unread(pub RwSignal<i64>);

/// The count of changes so far, to be read inside a resource's source.
pub fn use_changed() -> Changed {
    expect_context::<Changed>()
}

/// A common fault in words.
pub fn say_fault(words: Words, fault: &Fault) -> String {
    match fault {
        Fault::SignIn => words.fault_sign_in().to_owned(),
        Fault::NotFound => words.fault_not_found().to_owned(),
        Fault::ReadOnly => words.fault_read_only().to_owned(),
        Fault::NotAllowed => words.fault_not_allowed().to_owned(),
        Fault::TooMany(seconds) => words.fault_too_many(*seconds),
        Fault::Field(_) => words.fault_field().to_owned(),
        Fault::Malformed => words.fault_malformed().to_owned(),
        Fault::TryAgain => words.fault_try_again().to_owned(),
    }
}
