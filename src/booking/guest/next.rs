//! The next free times of an offer.

use crate::booking::next_times;
use crate::booking::parts::AlternativeRows;
use crate::words::use_words;
use leptos::prelude::*;

/// A few next times of one offer, with a way to all days. For the page of the offer.
#[component]
pub fn NextTimes(
    /// The offer's key.
    offer: String,
) -> impl IntoView {
    let words = use_words();
    let changed = crate::kit::use_changed();
    let href = format!("/book?offer={offer}");
    let found = Resource::new_blocking(move || (offer.clone(), changed.0.get()), |(offer, _)| next_times(offer));
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.book_next()}</h2><a class="link" href=href>{words.book_all_days()}</a></div>
            <Transition fallback=|| ()>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(next) if !next.is_empty() => view! { <AlternativeRows alternatives=next/> }.into_any(),
                        _ => view! { <p class="muted">{words.book_none()}</p> }.into_any(),
                    }
                })}
            </Transition>
        </section>
    }
    .into_any()
}
