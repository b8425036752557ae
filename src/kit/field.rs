//! One question of a form: its label, the control, a hint, and what went wrong with it.

use leptos::prelude::*;

use super::Icon;

/// Wraps a control with its label. The control inside must have `id` = `name` = this `name`, and
/// `aria-describedby="NAME-note"` when there is a hint or an error, `aria-invalid="true"` when there is an error.
#[component]
pub fn Field(
    label: String,
    #[prop(into)] name: String,
    /// What went wrong and what to do; shown under the control in place of the hint.
    #[prop(optional_no_strip, into)]
    error: Option<String>,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    children: Children,
) -> impl IntoView {
    let class = if error.is_some() { "field field-wrong" } else { "field" };
    let id = format!("{name}-note");
    let note = match (error, hint) {
        (Some(error), _) => view! { <p class="error" id=id><Icon name="warning" /><span>{error}</span></p> }.into_any(),
        (None, Some(hint)) => view! { <p class="hint" id=id>{hint}</p> }.into_any(),
        (None, None) => ().into_any(),
    };
    view! {
        <div class=class>
            <label for=name>{label}</label>
            {children()}
            {note}
        </div>
    }
    .into_any()
}

/// A checkbox or a radio as a large row: the whole row is the target.
#[component]
pub fn Choice(
    /// `checkbox` or `radio`.
    kind: &'static str,
    #[prop(into)] name: String,
    #[prop(into)] value: String,
    #[prop(optional)] checked: bool,
    #[prop(optional)] disabled: bool,
    /// One of the radios of this name has to be chosen.
    #[prop(optional)]
    required: bool,
    label: String,
    /// A second, quieter line.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// A price or a tag at the end of the row.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input type=kind name=name value=value checked=checked disabled=disabled required=required />
            <span class="choice-main">
                {label} {hint.map(|hint| view! { <small>{hint}</small> })}
            </span>
            {children.map(|children| view! { <span class="choice-end">{children()}</span> })}
        </label>
    }
    .into_any()
}
