//! A quantity with a minus and a plus, large enough for a wet thumb.

use leptos::prelude::*;

use super::Icon;

/// Without JavaScript − and + are submit buttons named `step` with the values `less:NAME` and `more:NAME`; the door adds
/// them to the number it got under `name`. With `change` they only call it, and nothing is sent.
#[component]
pub fn Stepper(
    #[prop(into)] name: String,
    value: u32,
    #[prop(optional)] min: u32,
    #[prop(default = 99)] max: u32,
    /// What a screen reader calls the number: "How many: Mezze platter".
    label: String,
    less: String,
    more: String,
    #[prop(optional, into)] change: Option<Callback<u32>>,
) -> impl IntoView {
    let to = move |next: u32| {
        move |event: leptos::ev::MouseEvent| {
            if let Some(change) = change {
                event.prevent_default();
                change.run(next);
            }
        }
    };
    let typed = move |event: leptos::ev::Event| {
        if let Some(change) = change {
            change.run(event_target_value(&event).trim().parse().unwrap_or(value).clamp(min, max));
        }
    };
    view! {
        <span class="stepper">
            <button name="step" value=format!("less:{name}") aria-label=less disabled={value <= min}
                on:click=to(value.saturating_sub(1).max(min))><Icon name="minus" /></button>
            <input type="number" inputmode="numeric" name=name.clone() value=value.to_string() prop:value=value.to_string()
                min=min.to_string() max=max.to_string() aria-label=label on:change=typed />
            <button name="step" value=format!("more:{name}") aria-label=more disabled={value >= max}
                on:click=to(value.saturating_add(1).min(max))><Icon name="plus" /></button>
        </span>
    }
    .into_any()
}
