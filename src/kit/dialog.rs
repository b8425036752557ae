//! Windows over the page, both native: `Dialog` for a question, `Sheet` for a panel that opens by itself without JavaScript.

use leptos::{html, prelude::*};

use super::Icon;

/// A modal `<dialog>`. Opened by `<button type="button" command="show-modal" commandfor=ID>` where the browser has
/// invoker commands, or by `open` after hydration. Every question asked here must also have a page of its own.
#[component]
pub fn Dialog(
    #[prop(into)] id: String,
    title: String,
    /// What a screen reader calls the cross.
    close: String,
    /// Turn true to open; turns false when the guest closes it.
    #[prop(optional)]
    open: Option<RwSignal<bool>>,
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    if let Some(open) = open {
        Effect::new(move |_| {
            let wanted = open.get();
            let Some(dialog) = dialog.get() else { return };
            match (wanted, dialog.open()) {
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        });
    }
    let closed = move |_| {
        if let Some(open) = open {
            open.set(false);
        }
    };
    let head = format!("{id}-title");
    let labelled = head.clone();
    view! {
        <dialog class="dialog" id=id aria-labelledby=labelled node_ref=dialog on:close=closed>
            <form class="dialog-head" method="dialog">
                <h2 id=head>{title}</h2>
                <button class="icon-button" aria-label=close><Icon name="close" /></button>
            </form>
            <div class="dialog-body">{children()}</div>
        </dialog>
    }
    .into_any()
}

/// A `<details>` whose content is a sheet from the bottom edge on phones and a panel under its button from 900 px.
/// Works without JavaScript; a tap beside the sheet closes it.
#[component]
pub fn Sheet(
    /// The words on the button that opens it.
    label: String,
    #[prop(optional)] icon: Option<&'static str>,
    #[prop(optional)] open: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="sheet" open=open>
            <summary class="button-quiet button-small">
                {icon.map(|name| view! { <Icon name=name /> })} <span>{label}</span>
            </summary>
            <div class="sheet-body">{children()}</div>
        </details>
    }
    .into_any()
}
