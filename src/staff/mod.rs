//! The console: its frame, its route table, today's sheet. Every view is lazy, so that its code never travels to a
//! guest's phone.

use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::{Lazy, LazyRoute, lazy_route, path};

/// Which address shows which page of the console.
#[component]
pub fn StaffRoutes() -> impl IntoView {
    view! {
        <Routes fallback=|| ()>
            <Route path=path!("staff") view={Lazy::<Desk>::new()}/>
        </Routes>
    }
    .into_any()
}

/// The console's first page.
pub struct Desk;

#[lazy_route]
impl LazyRoute for Desk {
    fn data() -> Self {
        Desk
    }

    fn view(_this: Self) -> AnyView {
        crate::browser::hydrated();
        match crate::kit::use_frame().staff {
            Some(colleague) => view! { <main class="page" id="main"><h1>{colleague.name}</h1></main> }.into_any(),
            None => view! { <crate::people::StaffSignInForm/> }.into_any(),
        }
    }
}
