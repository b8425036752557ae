//! What happened and what comes: a list of facts with their times, and the states of an order.

use leptos::prelude::*;

use super::Icon;

/// One fact of a timeline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fact {
    /// As people read it: "10:30", "Tue 18:00".
    pub when: String,
    /// For the machine: `2026-04-14T10:30`.
    pub datetime: String,
    pub title: String,
    /// A second, quieter line; may be empty.
    pub meta: String,
    /// Where a tap leads.
    pub href: Option<String>,
    /// It is going on, or it is the latest.
    pub now: bool,
    /// It is over.
    pub past: bool,
}

/// Facts under each other, joined by a line.
#[component]
pub fn Timeline(facts: Vec<Fact>) -> impl IntoView {
    let facts = facts
        .into_iter()
        .map(|fact| {
            let class = match (fact.now, fact.past) {
                (true, _) => Some("timeline-now"),
                (false, true) => Some("timeline-past"),
                (false, false) => None,
            };
            let title = match fact.href {
                Some(href) => view! { <a class="timeline-title" href=href>{fact.title}</a> }.into_any(),
                None => view! { <span class="timeline-title">{fact.title}</span> }.into_any(),
            };
            let meta = (!fact.meta.is_empty()).then(|| view! { <span class="timeline-meta">{fact.meta}</span> });
            view! {
                <li class=class>
                    <time datetime=fact.datetime>{fact.when}</time>
                    <div class="timeline-main">{title} {meta}</div>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline">{facts}</ol> }.into_any()
}

/// Where a step of an order stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    Now,
    Later,
}

/// One step: "Received", "Being prepared", "On its way".
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub text: String,
    pub state: StepState,
}

/// The steps of an order side by side.
#[component]
pub fn Steps(steps: Vec<Step>) -> impl IntoView {
    let steps = steps
        .into_iter()
        .map(|step| {
            let class = match step.state {
                StepState::Done => Some("steps-done"),
                StepState::Now => Some("steps-now"),
                StepState::Later => None,
            };
            let current = (step.state == StepState::Now).then_some("step");
            let mark = (step.state == StepState::Done).then(|| view! { <Icon name="check" /> });
            view! {
                <li class=class aria-current=current>
                    <span class="steps-dot">{mark}</span>
                    <span>{step.text}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="steps">{steps}</ol> }.into_any()
}
