//! What one has, on Me; and the fields of the form that pays with points.

use super::{ByPoints, my_points};
use crate::kit::{use_changed, use_frame};
use crate::words::{Words, use_words};
use leptos::prelude::*;

/// The section on Me. Nothing for who has none.
#[component]
pub fn PurseSection() -> impl IntoView {
    let changed = use_changed();
    let purse = Resource::new_blocking(move || changed.0.get(), |_| my_points());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                let Ok(purse) = purse.await else { return ().into_any() };
                if purse.points == 0 {
                    return ().into_any();
                }
                let (words, frame) = (use_words(), use_frame());
                let lots = purse.lots.into_iter().map(|(points, last)| {
                    let text = words.points_until(&words.day_near(last, frame.today), points);
                    view! { <li class="row"><span class="row-main"><span class="row-meta">{text}</span></span></li> }.into_any()
                });
                view! {
                    <section class="section" id="points">
                        <div class="section-head"><h2>{words.points_title()}</h2></div>
                        <p class="lead">{words.points_have(&words.money(&frame.coin, purse.amount), purse.points)}</p>
                        <ul class="rows">{lots.collect_view()}</ul>
                        <p class="hint">{words.points_hint()}</p>
                    </section>
                }
                .into_any()
            })}
        </Transition>
    }
    .into_any()
}

/// What the button says that uses them.
pub fn say_use(words: Words, points: &ByPoints, coin: &crate::words::Coin) -> String {
    words.points_use(&words.money(coin, points.amount), points.points)
}

/// What is in a form that pays with points, but for what it is for.
#[component]
pub fn PointsFields(points: ByPoints, #[prop(into)] pending: Signal<bool>) -> impl IntoView {
    let text = say_use(use_words(), &points, &use_frame().coin);
    view! {
        <input type="hidden" name="expected" value=points.amount.to_string()/>
        <input type="hidden" name="intent" value=points.intent/>
        <button class="button-quiet" type="submit" aria-busy=move || pending.get().then_some("true") disabled=move || pending.get()>{text}</button>
    }
    .into_any()
}
