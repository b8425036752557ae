//! One picture from the sprite `/icons.svg`. Always decoration: the word beside it carries the meaning.

use leptos::prelude::*;

/// Draws the icon `name`. Arrows (`back`, `forward`, `chevron`, `sign-out`) are mirrored in right-to-left pages by the sheet.
///
/// A button that shows only an icon needs its own `aria-label`.
#[component]
pub fn Icon(
    /// The name in the sprite without its `i-`.
    name: &'static str,
) -> impl IntoView {
    let class = match name {
        "back" | "forward" | "chevron" | "sign-out" => "icon icon-turns",
        _ => "icon",
    };
    view! {
        <svg class=class aria-hidden="true">
            <use_ href=format!("/icons.svg#i-{name}")></use_>
        </svg>
    }
}
