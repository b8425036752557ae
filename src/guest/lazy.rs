//! Pages whose code travels when somebody opens them. Only Today comes with the first visit.

use super::{history, me, offer, pages};
use crate::{booking, catalog, guide, notices, orders, people};
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

/// A route whose view is a component without properties, in a chunk of its own.
macro_rules! lazy_page {
    ($($name:ident => $page:path;)*) => { $(
        #[doc = concat!("The chunk of `", stringify!($page), "`.")]
        pub struct $name;

        #[lazy_route]
        impl LazyRoute for $name {
            fn data() -> Self {
                $name
            }

            fn view(_this: Self) -> AnyView {
                $page().into_any()
            }
        }
    )* };
}

lazy_page! {
    SignInChunk => people::SignInPage;
    NoticesChunk => notices::NoticesPage;
    OffersChunk => catalog::OffersPage;
    OfferChunk => offer::OfferPage;
    BookChunk => booking::BookPage;
    SessionChunk => booking::SessionPage;
    TimeChunk => booking::TimePage;
    BookingChunk => booking::BookingPage;
    MoveChunk => booking::MovePage;
    GuideChunk => guide::GuidePage;
    ArticleChunk => guide::ArticlePage;
    AroundChunk => guide::AroundPage;
    MeChunk => me::MePage;
    MenuChunk => orders::MenuPage;
    ServiceChunk => orders::ServicePage;
    BasketChunk => orders::BasketPage;
    OrderChunk => orders::OrderPage;
    HistoryChunk => history::HistoryPage;
    BillChunk => orders::BillPage;
    OfflineChunk => pages::OfflinePage;
    NowhereChunk => pages::NotFound;
}
