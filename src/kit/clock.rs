//! The time on a page that stays open: the device's clock, put right by the server's.

use super::Frame;
use crate::base::Day;
use crate::browser;
use leptos::prelude::*;

/// How often the page looks at the clock, in milliseconds.
const LOOK: u32 = 60_000;

/// The time now, and the resort's day.
#[derive(Clone, Copy)]
pub struct Clock {
    now: RwSignal<i64>,
    /// How far this device's clock is behind, in seconds; known after hydration.
    behind: StoredValue<f64>,
    /// Minutes that the resort's clock is ahead of UTC.
    offset: i64,
}

impl Clock {
    /// Begins at the instant at which the page was drawn, so that both sides draw the same.
    pub fn of(frame: &Frame) -> Clock {
        let now = RwSignal::new(frame.now);
        let drawn = frame.now as f64;
        let known = StoredValue::new(0.0);
        Effect::new(move |_| {
            let behind = drawn - browser::page_answered();
            known.set_value(behind);
            browser::every(LOOK, move || now.set((browser::device_now() + behind) as i64));
        });
        Clock { now, behind: known, offset: frame.offset_minutes }
    }

    /// Seconds since 1970 UTC; what reads it is drawn anew once a minute.
    pub fn now(self) -> i64 {
        self.now.get()
    }

    /// Seconds since 1970 UTC this very moment, in the browser; nothing is drawn anew by it.
    pub fn exactly(self) -> i64 {
        (browser::device_now() + self.behind.get_value()) as i64
    }

    /// The resort's day; what reads it is drawn anew once a minute.
    pub fn today(self) -> Day {
        self.day_of(self.now.get())
    }

    /// The resort's day; nothing is drawn anew by it.
    #[cfg(not(feature = "ssr"))]
    pub(super) fn day(self) -> Day {
        self.day_of(self.now.get_untracked())
    }

    /// Puts the frame's time right.
    pub(super) fn correct(self, frame: &mut Frame) {
        frame.now = self.now.get_untracked();
        frame.today = self.day_of(frame.now);
    }

    fn day_of(self, instant: i64) -> Day {
        Day::since_1970((instant + self.offset * 60).div_euclid(24 * 3600))
    }
}

/// The clock of the page.
pub fn use_clock() -> Clock {
    expect_context::<Clock>()
}
