//! The lines in which a stay stands, in words, as a list, and the way out of them.

use crate::base::WaitlistId;
use crate::booking::{LeaveWaitlist, LineRow};
use crate::kit::{Rows, use_changed, use_frame};
use crate::words::{Coin, Words, use_words};
use leptos::prelude::*;

/// Who waits, and between which starts.
pub fn say_line(words: Words, coin: &Coin, line: &LineRow) -> String {
    let names = line.people.join(", ");
    let mut text = if line.from == line.to { words.wait_at(&names, &line.from) } else { words.wait_between(&line.from, &names, &line.to) };
    if let Some(most) = line.most {
        text.push(' ');
        text.push_str(&words.wait_at_once(&words.money(coin, most)));
    }
    text
}

/// Leaves a line, also without JavaScript; `next` is the page that follows there.
#[component]
pub fn LeaveForm(id: WaitlistId, next: String, leave: ServerAction<LeaveWaitlist>) -> impl IntoView {
    let words = use_words();
    view! {
        <ActionForm action=leave>
            <input type="hidden" name="entry" value=id.to_string()/>
            <input type="hidden" name="next" value=next/>
            <button class="button-quiet" type="submit" disabled=move || leave.pending().get()>{words.wait_leave()}</button>
        </ActionForm>
    }
    .into_any()
}

/// Every line of a stay. Nothing when there is none.
#[component]
pub fn LineList(lines: Vec<LineRow>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let changed = use_changed();
    let leave = ServerAction::<LeaveWaitlist>::new();
    Effect::new(move |_| {
        if leave.version().get() > 0 {
            changed.0.update(|times| *times += 1);
        }
    });
    if lines.is_empty() {
        return ().into_any();
    }
    let rows = lines.into_iter().map(|line| {
        let all = format!("/book?day={}&offer={}", line.day, line.key);
        let (id, meta) = (line.id, say_line(words, &frame.coin, &line));
        let row = view! {
            <li class="line-row">
                <a class="row" href=all>
                    <span class="row-main"><b class="row-title">{line.title}</b><span class="row-meta">{words.day_near(line.day, frame.today)}" · "{meta}</span></span>
                    <span class="row-end">{words.wait_place(line.place)}</span>
                </a>
                <LeaveForm id=id next="/history".to_owned() leave=leave/>
            </li>
        };
        (id.0, row.into_any())
    });
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.wait_lines()}</h2></div>
            <ul class="rows">{rows.collect::<Rows>()}</ul>
        </section>
    }
    .into_any()
}
