//! The cabinet: its frame (header, tabs, language), its route table, Today, Me, and pages that mix features. Read this
//! file, then `shell.rs`, `home/`, and `lazy.rs` for what travels later.

mod history;
mod home;
mod install;
mod lazy;
mod me;
mod offer;
mod pages;
mod shell;

use home::HomePage;
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
            <Route path=path!("sign-in") view={Lazy::<lazy::SignIn>::new()}/>
            <ParentRoute path=path!("") view=Shell>
                <Route path=path!("") view=HomePage/>
                <Route path=path!("notices") view={Lazy::<lazy::Notices>::new()}/>
                <Route path=path!("offers") view={Lazy::<lazy::Offers>::new()}/>
                <Route path=path!("offers/:key") view={Lazy::<lazy::Offer>::new()}/>
                <Route path=path!("book") view={Lazy::<lazy::Day>::new()}/>
                <Route path=path!("sessions/:id") view={Lazy::<lazy::Session>::new()}/>
                <Route path=path!("times/:key/:day/:hhmm") view={Lazy::<lazy::Time>::new()}/>
                <Route path=path!("bookings/:id") view={Lazy::<lazy::Booking>::new()}/>
                <Route path=path!("bookings/:id/move") view={Lazy::<lazy::Move>::new()}/>
                <Route path=path!("guide") view={Lazy::<lazy::Guide>::new()}/>
                <Route path=path!("guide/:key") view={Lazy::<lazy::Article>::new()}/>
                <Route path=path!("around") view={Lazy::<lazy::Around>::new()}/>
                <Route path=path!("me") view={Lazy::<lazy::Me>::new()}/>
                <Route path=path!("order") view={Lazy::<lazy::Menu>::new()}/>
                <Route path=path!("order/:key") view={Lazy::<lazy::Service>::new()}/>
                <Route path=path!("basket") view={Lazy::<lazy::Basket>::new()}/>
                <Route path=path!("orders/:id") view={Lazy::<lazy::Order>::new()}/>
                <Route path=path!("history") view={Lazy::<lazy::History>::new()}/>
                <Route path=path!("bill") view={Lazy::<lazy::Bill>::new()}/>
                <Route path=path!("offline") view={Lazy::<lazy::Offline>::new()}/>
                <Route path=path!("*nowhere") view={Lazy::<lazy::Nowhere>::new()}/>
            </ParentRoute>
        </Routes>
    }
    .into_any()
}
