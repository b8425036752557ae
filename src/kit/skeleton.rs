//! A place of the size of what is coming, so that nothing jumps.

use leptos::prelude::*;

/// `count` grey rows, cards or lines. `kind`: `row`, `card`, `line`.
#[component]
pub fn Skeleton(#[prop(default = "row")] kind: &'static str, #[prop(default = 3)] count: usize) -> impl IntoView {
    let pieces = (0..count).map(|_| view! { <i class=format!("skeleton skeleton-{kind}")></i> }).collect_view();
    view! { <div class="skeletons" aria-hidden="true">{pieces}</div> }.into_any()
}
