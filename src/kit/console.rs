//! Pieces that every page of the console begins with or repeats.

use leptos::prelude::*;

use super::{Alert, Icon, PageTitle, Tone};

/// The head of a console's page: its name, a sum beside it, tools at the end.
#[component]
pub fn ConsoleHead(
    title: String,
    /// "4 waiting"; read aloud when it changes.
    #[prop(optional, into)]
    sum: String,
    /// Buttons and links.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <PageTitle title=title.clone()/>
        <header class="console-head">
            <h1>{title}</h1>
            <span class="console-sum" role="status">{sum}</span>
            {children.map(|children| view! { <div class="console-tools">{children()}</div> }.into_any())}
        </header>
    }
    .into_any()
}

/// A detail beside the list that it came from.
#[component]
pub fn Side(
    title: String,
    /// Where the cross leads: the list without the detail.
    back: String,
    close: String,
    children: Children,
) -> impl IntoView {
    let label = title.clone();
    view! {
        <aside class="side" aria-label=label>
            <header class="side-head"><h2>{title}</h2><a class="icon-button" href=back aria-label=close><Icon name="close"/></a></header>
            {children()}
        </aside>
    }
    .into_any()
}

/// What went wrong, in a page of the console.
#[component]
pub fn ConsoleFault(text: String) -> impl IntoView {
    view! { <Alert tone=Tone::Warn><p>{text}</p></Alert> }.into_any()
}

/// How long something waits; `due` and `late` are minutes.
#[component]
pub fn Age(text: String, minutes: i64, due: i64, late: i64) -> impl IntoView {
    let class = if minutes >= late {
        "age age-late"
    } else if minutes >= due {
        "age age-due"
    } else {
        "age"
    };
    view! { <span class=class>{text}</span> }.into_any()
}
