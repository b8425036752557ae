//! The languages, each by its own name. Plain forms: the server remembers the choice and shows the same page again.

use super::use_frame;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// One button per language the resort offers.
#[component]
pub fn LanguageList() -> impl IntoView {
    let frame = use_frame();
    let location = use_location();
    let next = move || {
        let (path, search) = (location.pathname.get(), location.search.get());
        if search.is_empty() { path } else { format!("{path}?{search}") }
    };
    view! {
        <form method="post" action="/language">
            <input type="hidden" name="next" value=next/>
            <ul class="languages">
                {frame.languages.iter().map(|lang| {
                    let current = *lang == frame.lang;
                    view! {
                        <li>
                            <button type="submit" name="lang" value=lang.code() lang=lang.code() dir=lang.direction() aria-current=current.then_some("true")>
                                {lang.own_name()}
                            </button>
                        </li>
                    }.into_any()
                }).collect_view()}
            </ul>
        </form>
    }
    .into_any()
}
