//! Pages whose code travels after the first one. Only Today comes with the first visit; the rest is fetched as one
//! chunk as soon as the first page has settled.

use super::{history, me, offer, pages};
use crate::kit::chunk;
use crate::{booking, catalog, guide, notices, orders, people};

chunk! {
    /// Draws any page of the cabinet but Today.
    cabinet, __preload_cabinet {
        SignIn => people::SignInPage;
        Notices => notices::NoticesPage;
        Offers => catalog::OffersPage;
        Offer => offer::OfferPage;
        Day => booking::BookPage;
        Session => booking::SessionPage;
        Time => booking::TimePage;
        Booking => booking::BookingPage;
        Move => booking::MovePage;
        Guide => guide::GuidePage;
        Article => guide::ArticlePage;
        Around => guide::AroundPage;
        Me => me::MePage;
        Menu => orders::MenuPage;
        Service => orders::ServicePage;
        Basket => orders::BasketPage;
        Order => orders::OrderPage;
        History => history::HistoryPage;
        Bill => orders::BillPage;
        Offline => pages::OfflinePage;
        Nowhere => pages::NotFound;
    }
}
