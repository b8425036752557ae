//! Lists to choose from: a shelf of pictures that scrolls sideways, and rows with a time in front.

use leptos::prelude::*;

/// A row of cards that scrolls sideways. `title` and an optional "all" link stand above.
#[component]
pub fn Shelf(
    title: String,
    #[prop(optional, into)] all: Option<String>,
    #[prop(optional, into)] all_label: Option<String>,
    /// `OfferCard`s.
    children: Children,
) -> impl IntoView {
    let all = all.map(|href| view! { <a class="link" href=href>{all_label.unwrap_or_default()}</a> });
    view! {
        <section class="section">
            <div class="section-head"><h2>{title}</h2> {all}</div>
            <ul class="shelf">{children()}</ul>
        </section>
    }
    .into_any()
}

/// One thing to want: a picture, its name, one line that gives a reason, a tag (as the child). Stands in a `.shelf` or `.offers`.
#[component]
pub fn OfferCard(
    href: String,
    /// The picture's address; without one a calm ground is drawn.
    #[prop(optional_no_strip, into)]
    picture: Option<String>,
    title: String,
    line: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let picture = picture.map(|src| {
        view! { <img src=src alt="" width="640" height="480" loading="lazy" decoding="async" /> }
    });
    view! {
        <li>
            <a class="offer-card" href=href>
                <span class="offer-picture">{picture}</span>
                <b class="offer-title">{title}</b>
                <span class="offer-line">{line}</span>
                {children.map(|children| view! { <span class="offer-tag">{children()}</span> })}
            </a>
        </li>
    }
    .into_any()
}

/// One line of a `.rows` list: the time large in front, title and meta, a tag at the end (the child).
#[component]
pub fn Row(
    href: String,
    /// "10:30"; may be empty.
    #[prop(optional, into)]
    time: String,
    title: String,
    #[prop(optional, into)] meta: String,
    /// Nothing can be taken here any more; it stays readable and still leads to its page.
    #[prop(optional)]
    off: bool,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let time = (!time.is_empty()).then(|| view! { <time class="row-time">{time}</time> });
    let meta = (!meta.is_empty()).then(|| view! { <span class="row-meta">{meta}</span> });
    view! {
        <li>
            <a class="row" class:row-off=off href=href>
                {time}
                <span class="row-main"><b class="row-title">{title}</b> {meta}</span>
                {children.map(|children| view! { <span class="row-end">{children()}</span> })}
            </a>
        </li>
    }
    .into_any()
}
