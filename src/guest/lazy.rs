//! Pages whose code travels after the first one. Only Today comes with the first visit; the rest is fetched as one
//! chunk as soon as the first page has settled.

use super::{earlier, find, history, me, offer, pages};
use crate::kit::{chunk, page_by_address, pages};
use crate::{booking, guide, notices, orders, payments, people, stays, wishes};

chunk! {
    /// Draws any page of the cabinet but Today.
    cabinet, __preload_cabinet, Cabinet, page_by_address(
        pages! {
            "sign-in" => people::SignInPage;
            "notices" => notices::NoticesPage;
            "offers" => find::OffersPage;
            "offers/:key" => offer::OfferPage;
            "book" => booking::BookPage;
            "sessions/:id" => booking::SessionPage;
            "times/:key/:day/:hhmm" => booking::TimePage;
            "bookings/:id" => booking::BookingPage;
            "bookings/:id/move" => booking::MovePage;
            "guide" => guide::GuidePage;
            "guide/:key" => guide::ArticlePage;
            "around" => guide::AroundPage;
            "me" => me::MePage;
            "order" => orders::MenuPage;
            "order/:key" => orders::ServicePage;
            "basket" => orders::BasketPage;
            "orders/:id" => orders::OrderPage;
            "history" => history::HistoryPage;
            "stays/:id" => earlier::EarlierStayPage;
            "wishes" => wishes::WishesPage;
            "bill" => orders::BillPage;
            "asks/:id" => orders::approval::AskPage;
            "me/slips/:guest" => stays::caps::PersonSlipPage;
            "receipts/:id" => payments::ReceiptPage;
            "offline" => pages::OfflinePage;
        },
        || leptos::prelude::IntoAny::into_any(pages::NotFound()),
    )
}
