//! The cabinet: its frame (header, tabs, language), its route table, and Today. Read this file, then `shell.rs`, then
//! `home.rs`.

mod history;
mod home;
mod install;
mod me;
mod offer;
mod pages;
mod shell;

use crate::people::SignInPage;
use history::HistoryPage;
use home::HomePage;
use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Routes};
use leptos_router::path;
use me::MePage;
use offer::OfferPage;
use pages::{NotFound, OfflinePage};
use shell::Shell;

/// Which address shows which page of the cabinet.
#[component]
pub fn GuestRoutes() -> impl IntoView {
    view! {
        <Routes fallback=NotFound>
            <Route path=path!("sign-in") view=SignInPage/>
            <ParentRoute path=path!("") view=Shell>
                <Route path=path!("") view=HomePage/>
                <Route path=path!("notices") view=crate::notices::NoticesPage/>
                <Route path=path!("offers") view=crate::catalog::OffersPage/>
                <Route path=path!("offers/:key") view=OfferPage/>
                <Route path=path!("guide") view=crate::guide::GuidePage/>
                <Route path=path!("guide/:key") view=crate::guide::ArticlePage/>
                <Route path=path!("around") view=crate::guide::AroundPage/>
                <Route path=path!("me") view=MePage/>
                <Route path=path!("order") view=crate::orders::MenuPage/>
                <Route path=path!("order/:key") view=crate::orders::ServicePage/>
                <Route path=path!("basket") view=crate::orders::BasketPage/>
                <Route path=path!("orders/:id") view=crate::orders::OrderPage/>
                <Route path=path!("history") view=HistoryPage/>
                <Route path=path!("bill") view=crate::orders::BillPage/>
                <Route path=path!("offline") view=OfflinePage/>
            </ParentRoute>
        </Routes>
    }
    .into_any()
}
