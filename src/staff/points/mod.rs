//! The points of one room, on the page of its stay: what it has, and a form to give some.

mod api;

pub use api::*;

use crate::base::Fault;
use crate::kit::{Alert, ConsoleFault, Skeleton, Tone, say_fault, use_changed, use_frame};
use crate::payments::points::Purse;
use crate::words::use_words;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the section shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomPoints {
    pub purse: Purse,
    /// The last day that the form proposes.
    pub last: crate::base::Day,
    /// The key of one lot, born with the form.
    pub intent: String,
}

/// Nothing where points are worth nothing.
#[component]
pub fn PointsOfRoom(#[prop(into)] stay: Signal<i64>) -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let give = ServerAction::<StaffGivePoints>::new();
    let points = Resource::new_blocking(move || (stay.get(), changed.0.get(), give.version().get()), |(stay, ..)| staff_points(stay));
    let refused = move || {
        let fault = give.value().get().and_then(Result::err)?;
        let text = match &fault {
            Fault::Field(field) if field == "points" => words.desk_points_number().to_owned(),
            Fault::Field(field) if field == "last" => words.desk_points_last().to_owned(),
            Fault::Field(field) if field == "note" => words.desk_points_why().to_owned(),
            fault => say_fault(words, fault),
        };
        Some(view! { <Alert tone=Tone::Bad><p>{text}</p></Alert> }.into_any())
    };
    view! {
        <Transition fallback=|| view! { <Skeleton count=1/> }>
            {move || Suspend::new(async move {
                match points.await {
                    Ok(Some(points)) => view! {
                        <section class="section" id="points">
                            <h2>{words.desk_points()}</h2>
                            {refused}
                            <Has purse=points.purse.clone()/>
                            <Give points=points stay=stay.get_untracked() give=give/>
                        </section>
                    }
                    .into_any(),
                    Ok(None) | Err(Fault::NotFound) => ().into_any(),
                    Err(fault) => view! { <ConsoleFault text=say_fault(words, &fault)/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Has(purse: Purse) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    if purse.points == 0 {
        return view! { <p class="muted">{words.desk_points_none()}</p> }.into_any();
    }
    let lots = purse.lots.into_iter().map(|(points, last)| {
        let text = words.desk_points_lot(&words.day_near(last, frame.today), &points.to_string());
        view! { <li class="row"><span class="row-main"><span class="row-title">{text}</span></span></li> }.into_any()
    });
    view! {
        <p class="small muted">{words.desk_points_have(&words.money(&frame.coin, purse.amount), &purse.points.to_string())}</p>
        <ul class="rows">{lots.collect_view()}</ul>
    }
    .into_any()
}

#[component]
fn Give(points: RoomPoints, stay: i64, give: ServerAction<StaffGivePoints>) -> impl IntoView {
    let words = use_words();
    view! {
        <details class="unfold">
            <summary class="button-quiet">{words.desk_points_give()}</summary>
            <ActionForm action=give attr:class="wait-turn settle">
                <input type="hidden" name="stay" value=stay.to_string()/>
                <input type="hidden" name="intent" value=points.intent/>
                <label><span>{words.desk_points_number()}</span>
                    <input name="points" type="text" inputmode="numeric" autocomplete="off" required maxlength="7" dir="ltr"/></label>
                <label><span>{words.desk_points_last()}</span><input name="last" type="date" required value=points.last.to_string()/></label>
                <label><span>{words.desk_points_why()}</span><input name="note" type="text" required maxlength="200" dir="auto"/></label>
                <button class="button" type="submit" disabled=move || give.pending().get()>{words.desk_points_give()}</button>
            </ActionForm>
        </details>
    }
    .into_any()
}
