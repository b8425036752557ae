//! The console's pages: one chunk that only the console fetches.

use super::{frame, log, money, stay, today};
use crate::kit::{chunk, page_by_address, pages};
use crate::{booking, orders, payments, people, stays, wishes};
use leptos::prelude::*;

chunk! {
    /// Draws the console with any of its pages, or its sign-in.
    console, __preload_console, Console, {
        let page = || page_by_address(
            pages! {
                "staff" => today::TodayPage;
                "staff/orders" => orders::staff::OrdersPage;
                "staff/orders/:id" => orders::staff::OrdersPage;
                "staff/bookings" => booking::staff::BookingsPage;
                "staff/waitlist" => booking::staff::WaitlistPage;
                "staff/bookings/close" => booking::staff::ClosePage;
                "staff/sessions/:id" => booking::staff::EditSessionPage;
                "staff/tickets" => booking::staff::TicketsPage;
                "staff/tickets/:code" => booking::staff::TicketsPage;
                "staff/stays" => stays::staff::StaysPage;
                "staff/stays/new" => stays::staff::NewStayPage;
                "staff/stays/:id" => stay::StayPage;
                "staff/slips" => stays::staff::SlipsPage;
                "staff/slips/:stay" => stays::staff::SlipsPage;
                "staff/money" => money::MoneyPage;
                "staff/demand" => wishes::staff::DemandPage;
                "staff/receipts" => payments::staff::ReceiptsPage;
                "staff/log" => log::LogPage;
                "staff/account" => people::AccountPage;
            },
            || frame::NothingPage().into_any(),
        );
        view! { <frame::ConsoleFrame>{page()}</frame::ConsoleFrame> }.into_any()
    }
}
