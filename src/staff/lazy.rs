//! The console's pages: one chunk that only the console fetches.

use super::{frame, log, stay, today};
use crate::kit::chunk;
use crate::{booking, orders, stays};

chunk! {
    /// Draws any page of the console.
    console, __preload_console {
        Console => frame::ConsoleFrame;
        Today => today::TodayPage;
        Orders => orders::staff::OrdersPage;
        Bookings => booking::staff::BookingsPage;
        Tickets => booking::staff::TicketsPage;
        Stays => stays::staff::StaysPage;
        MakeStay => stays::staff::NewStayPage;
        Stay => stay::StayPage;
        Slips => stays::staff::SlipsPage;
        Log => log::LogPage;
        Nothing => frame::NothingPage;
    }
}
