//! The cabinet: its frame (header, tabs, language), its route table, Today, Me, and pages that mix features. Read this
//! file, then `shell.rs`, `home/`, and `lazy.rs` for what travels later.

mod earlier;
mod find;
mod history;
mod home;
mod install;
mod lazy;
mod me;
mod offer;
mod pages;
mod shell;

use home::HomePage;
use lazy::Cabinet;
use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Routes};
use leptos_router::{Lazy, path};
use shell::Shell;

/// Today, and a way to everything else; `lazy.rs` says which address shows which page.
#[component]
pub fn GuestRoutes() -> impl IntoView {
    view! {
        <Routes fallback=|| ()>
            <ParentRoute path=path!("") view=Shell>
                <Route path=path!("") view=HomePage/>
                <Route path=path!("*cabinet") view={Lazy::<Cabinet>::new()}/>
            </ParentRoute>
        </Routes>
    }
    .into_any()
}
