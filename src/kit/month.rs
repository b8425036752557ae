//! A month as a grid of days, behind one tap from the strip.

use leptos::prelude::*;

use super::{DayChip, Icon, strip::chip};

/// The month. `cells` run from the first column of the first week; `None` is a day of another month.
#[component]
pub fn MonthGrid(
    title: String,
    /// Seven short names in the order of the columns.
    weekdays: Vec<String>,
    cells: Vec<Option<DayChip>>,
    prev: Option<String>,
    next: Option<String>,
    /// What a screen reader calls the arrows.
    #[prop(optional, into)]
    prev_label: Option<String>,
    #[prop(optional, into)] next_label: Option<String>,
) -> impl IntoView {
    let head = weekdays.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    let weeks = cells
        .chunks(7)
        .map(|week| {
            let days = week.iter().cloned().map(|cell| view! { <td>{cell.map(|day| chip(day, false))}</td> }).collect_view();
            view! { <tr>{days}</tr> }
        })
        .collect_view();
    view! {
        <div class="month">
            <div class="month-head">
                {arrow(prev, "back", prev_label)}
                <h2>{title}</h2>
                {arrow(next, "forward", next_label)}
            </div>
            <table>
                <thead><tr>{head}</tr></thead>
                <tbody>{weeks}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// An arrow to the neighbour month, or an empty place of the same size.
fn arrow(href: Option<String>, icon: &'static str, label: Option<String>) -> AnyView {
    match href {
        Some(href) => view! { <a class="icon-button" href=href aria-label=label><Icon name=icon /></a> }.into_any(),
        None => view! { <span class="icon-button" aria-hidden="true"></span> }.into_any(),
    }
}
