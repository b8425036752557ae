//! The cabinet: its frame (header, tabs, language), its route table, and Today. Read this file, then `shell.rs`, then
//! `home.rs`.

mod history;
mod home;
mod install;
mod lazy;
mod me;
mod offer;
mod pages;
mod shell;

use home::HomePage;
use lazy::*;
use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Routes};
use leptos_router::{Lazy, path};
use pages::NotFound;
use shell::Shell;

/// Which address shows which page of the cabinet.
#[component]
pub fn GuestRoutes() -> impl IntoView {
    view! {
        <Routes fallback=NotFound>
            <Route path=path!("sign-in") view={Lazy::<SignInChunk>::new()}/>
            <ParentRoute path=path!("") view=Shell>
                <Route path=path!("") view=HomePage/>
                <Route path=path!("notices") view={Lazy::<NoticesChunk>::new()}/>
                <Route path=path!("offers") view={Lazy::<OffersChunk>::new()}/>
                <Route path=path!("offers/:key") view={Lazy::<OfferChunk>::new()}/>
                <Route path=path!("book") view={Lazy::<BookChunk>::new()}/>
                <Route path=path!("sessions/:id") view={Lazy::<SessionChunk>::new()}/>
                <Route path=path!("times/:key/:day/:hhmm") view={Lazy::<TimeChunk>::new()}/>
                <Route path=path!("bookings/:id") view={Lazy::<BookingChunk>::new()}/>
                <Route path=path!("bookings/:id/move") view={Lazy::<MoveChunk>::new()}/>
                <Route path=path!("guide") view={Lazy::<GuideChunk>::new()}/>
                <Route path=path!("guide/:key") view={Lazy::<ArticleChunk>::new()}/>
                <Route path=path!("around") view={Lazy::<AroundChunk>::new()}/>
                <Route path=path!("me") view={Lazy::<MeChunk>::new()}/>
                <Route path=path!("order") view={Lazy::<MenuChunk>::new()}/>
                <Route path=path!("order/:key") view={Lazy::<ServiceChunk>::new()}/>
                <Route path=path!("basket") view={Lazy::<BasketChunk>::new()}/>
                <Route path=path!("orders/:id") view={Lazy::<OrderChunk>::new()}/>
                <Route path=path!("history") view={Lazy::<HistoryChunk>::new()}/>
                <Route path=path!("bill") view={Lazy::<BillChunk>::new()}/>
                <Route path=path!("offline") view={Lazy::<OfflineChunk>::new()}/>
                <Route path=path!("*nowhere") view={Lazy::<NowhereChunk>::new()}/>
            </ParentRoute>
        </Routes>
    }
    .into_any()
}
