//! `/offers/:key`: what the catalogue says of an offer, and the next times that booking has for it.

use super::pages::NotFound;
use crate::base::Fault;
use crate::catalog::{CatalogRefusal, OfferAction, OfferPageData, OfferView, offer, say};
use crate::kit::{Alert, Skeleton, Tone, use_changed};
use crate::words::use_words;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub fn OfferPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let params = use_params_map();
    let key = move || params.with(|params| params.get_str("key").unwrap_or_default().to_owned());
    let found = Resource::new_blocking(move || (key(), changed.0.get()), |(key, _)| offer(key));
    view! {
        <Transition fallback=move || view! { <main class="page" id="main"><Skeleton kind="card" count=1/><Skeleton kind="line" count=4/></main> }>
            {move || Suspend::new(async move {
                match found.await {
                    Ok(data) => {
                        let times = times(&data);
                        view! {
                            <main class="page" id="main"><OfferView data=data.clone()>{times}</OfferView></main>
                            <div class="dock"><OfferAction data=data/></div>
                        }.into_any()
                    }
                    Err(CatalogRefusal::Fault(Fault::NotFound)) => view! { <NotFound/> }.into_any(),
                    Err(refusal) => view! {
                        <main class="page" id="main"><Alert tone=Tone::Warn>{say(words, &refusal)}</Alert></main>
                    }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

/// The one place where the next times of an offer come in: rows that lead to `/sessions/:id`, and "all days".
/// TODO of the lead: `view! { <crate::booking::NextTimes offer=data.card.key.clone()/> }` for sessions.
fn times(_data: &OfferPageData) -> AnyView {
    ().into_any()
}
