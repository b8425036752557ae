//! The page of the search.

use super::{FoundGroup, find};
use crate::catalog::OffersWith;
use crate::kit::{Icon, use_changed};
use crate::words::use_words;
use leptos::prelude::*;

/// `/offers`
#[component]
pub fn OffersPage() -> impl IntoView {
    OffersWith(crate::catalog::OffersWithProps { elsewhere })
}

/// What stands under the offers.
fn elsewhere(q: Signal<String>) -> AnyView {
    let changed = use_changed();
    let found = Resource::new_blocking(move || (q.get(), changed.0.get()), |(q, _)| find(q));
    view! {
        <Transition>
            {move || Suspend::new(async move {
                // The offers above say what is wrong, should something be.
                let groups = found.await.unwrap_or_default();
                view! { <Groups groups=groups/> }.into_any()
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Groups(groups: Vec<FoundGroup>) -> impl IntoView {
    let words = use_words();
    if groups.is_empty() {
        return ().into_any();
    }
    view! {
        <h2 class="visually-hidden">{words.find_elsewhere()}</h2>
        {groups.into_iter().map(|group| view! {
            <section class="section">
                <div class="section-head"><h3>{group.title}</h3></div>
                <ul class="links">
                    {group.finds.into_iter().map(|find| view! {
                        <li><a href=find.href>
                            <Icon name=icon(&find.icon)/>
                            <span>{find.title}{(!find.line.is_empty()).then(|| view! { <small>{find.line}</small> }.into_any())}</span>
                            <Icon name="chevron"/>
                        </a></li>
                    }.into_any()).collect_view()}
                </ul>
            </section>
        }.into_any()).collect_view()}
    }
    .into_any()
}

/// The icons that finds may have.
fn icon(name: &str) -> &'static str {
    const KNOWN: [&str; 16] = [
        "today", "calendar", "tray", "basket", "ticket", "money", "bell", "heart", "wifi", "clock", "phone", "guide", "map", "me", "language", "key",
    ];
    KNOWN.into_iter().find(|known| *known == name).unwrap_or("guide")
}
