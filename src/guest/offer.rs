//! `/offers/:key`: what the catalogue says of an offer, and the next times that booking has for it.

use super::pages::NotFound;
use crate::base::Fault;
use crate::booking::parts::AlternativeRows;
use crate::booking::{Alternative, next_times};
use crate::catalog::{CatalogRefusal, Kind, OfferAction, OfferPageData, OfferView, offer, say};
use crate::kit::use_params_map;
use crate::kit::{Alert, Skeleton, Tone, use_changed};
use crate::words::use_words;
use leptos::prelude::*;

/// The offer and, for what happens at given times, the next ones.
async fn load(key: String) -> Result<(OfferPageData, Vec<Alternative>), CatalogRefusal> {
    let data = offer(key.clone()).await?;
    let next = if data.card.kind == Kind::Session { next_times(key).await.unwrap_or_default() } else { Vec::new() };
    Ok((data, next))
}

#[component]
pub fn OfferPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let params = use_params_map();
    let key = move || params.with_value(|params| params.get_str("key").unwrap_or_default().to_owned());
    let found = Resource::new_blocking(move || (key(), changed.0.get()), |(key, _)| load(key));
    view! {
        <Transition fallback=move || view! { <main class="page" id="main"><Skeleton kind="card" count=1/><Skeleton kind="line" count=4/></main> }>
            {move || Suspend::new(async move {
                match found.await {
                    Ok((data, next)) => {
                        let times = times(&data, next);
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

/// The next times, with a way to all days.
fn times(data: &OfferPageData, next: Vec<Alternative>) -> AnyView {
    if data.card.kind != Kind::Session {
        return ().into_any();
    }
    let words = use_words();
    let none = next.is_empty();
    view! {
        <section class="section">
            <div class="section-head">
                <h2>{words.book_next()}</h2>
                <a class="link" href=format!("/book?offer={}", data.card.key)>{words.book_all_days()}</a>
            </div>
            {if none {
                view! { <p class="muted">{words.book_none()}</p> }.into_any()
            } else {
                view! { <AlternativeRows alternatives=next/> }.into_any()
            }}
        </section>
    }
    .into_any()
}
