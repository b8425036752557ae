//! The head of a page: where am I, how do I get back, what else can I do here.

use leptos::prelude::*;

use super::{Icon, use_frame};
use leptos_meta::Title;

/// The name of the page in the browser's tab and history, with the resort's.
#[component]
pub fn PageTitle(#[prop(into)] title: String) -> impl IntoView {
    // A title may hold only what HTML text may: the framework writes it as it is.
    let text: String = format!("{title} · {}", use_frame().resort).chars().filter(|c| !matches!(c, '<' | '>' | '&')).collect();
    view! { <Title text=text/> }.into_any()
}

/// The page's `h1`, with an optional link back in front and actions behind.
#[component]
pub fn PageHead(
    title: String,
    /// Where the arrow leads.
    #[prop(optional, into)]
    back: Option<String>,
    /// What a screen reader calls the arrow.
    #[prop(optional, into)]
    back_label: Option<String>,
    /// Actions at the end of the line: `.icon-button`s or one `.button-small`.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let back = back.map(|href| {
        view! {
            <a class="icon-button page-back" href=href aria-label=back_label.unwrap_or_else(|| "‹".into())>
                <Icon name="back" />
            </a>
        }
    });
    let actions = children.map(|children| view! { <div class="page-actions">{children()}</div> });
    view! {
        <PageTitle title=title.clone()/>
        <div class="page-head">
            {back}
            <h1>{title}</h1>
            {actions}
        </div>
    }
    .into_any()
}
