//! `/staff/sessions/:id`: changing a session, those that follow, or all of its kind. What is booked stays as it was sold.

use crate::base::Fault;
use crate::booking::closing::LONGEST_REASON;
use crate::booking::edit::{EditPage, EditRefusal, Edited, Reach};
use crate::booking::{StaffEditSessions, staff_session};
use crate::kit::{Alert, ConsoleFault, ConsoleHead, Skeleton, Tone, say_fault, typed_fields, use_params_map};
use crate::words::{Words, use_words};
use leptos::prelude::*;

fn say(words: Words, refusal: &EditRefusal) -> String {
    match refusal {
        EditRefusal::Over => words.edit_refused_over().to_owned(),
        EditRefusal::Nothing => words.edit_refused_nothing().to_owned(),
        EditRefusal::Fault(Fault::Field(name)) if name == "reason" => words.console_reason_needed().to_owned(),
        EditRefusal::Fault(Fault::Field(name)) if name == "at" => words.edit_refused_at().to_owned(),
        EditRefusal::Fault(Fault::Field(name)) if name == "capacity" => words.edit_refused_capacity().to_owned(),
        EditRefusal::Fault(fault) => say_fault(words, fault),
    }
}

#[component]
pub fn EditSessionPage() -> impl IntoView {
    let words = use_words();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with_value(|params| params.get_str("id").and_then(|id| id.parse::<i64>().ok()).unwrap_or_default()));
    // Whatever else happens at the desk, what is typed here stays.
    let page = Resource::new_blocking(move || id.get(), staff_session);
    let action = ServerAction::<StaffEditSessions>::new();
    let fields = StoredValue::new(typed_fields::<StaffEditSessions>());
    let done = move || action.value().with(|value| matches!(value, Some(Ok(_))));
    view! {
        <main class="console-main" id="main">
            <ConsoleHead title=words.edit_title().to_owned()/>
            {move || action.value().get().map(|done| view! { <Done done=done/> }.into_any())}
            <Transition fallback=|| view! { <Skeleton kind="card" count=1/> }>
                {move || Suspend::new(async move {
                    match page.await {
                        Ok(page) if page.over => view! { <Alert tone=Tone::Info><p>{words.edit_refused_over()}</p></Alert> }.into_any(),
                        Ok(page) => view! { {move || (!done()).then(|| view! { <EditForm page=page.clone() fields=fields action=action/> }.into_any())} }.into_any(),
                        Err(refusal) => view! { <ConsoleFault text=say(words, &refusal)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

/// What the change did, or why there was none.
#[component]
fn Done(done: Result<Edited, EditRefusal>) -> impl IntoView {
    let words = use_words();
    match done {
        Err(refusal) => view! { <ConsoleFault text=say(words, &refusal)/> }.into_any(),
        Ok(edited) => {
            let sold = edited.sold.iter().map(|day| words.day_and_month(*day)).collect::<Vec<_>>().join(", ");
            view! {
                <Alert tone=Tone::Good>
                    <p>{words.edit_done()}</p>
                    {(!sold.is_empty()).then(|| view! { <p>{words.edit_sold(&sold)}</p> }.into_any())}
                    <p><a class="link" href=format!("/staff/bookings?day={}", edited.day)>{words.console_bookings()}</a></p>
                </Alert>
            }
            .into_any()
        }
    }
}

#[component]
fn EditForm(page: EditPage, fields: StoredValue<Vec<(String, String)>>, action: ServerAction<StaffEditSessions>) -> impl IntoView {
    let words = use_words();
    let kept = |name: &str| fields.with_value(|fields| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()));
    let chosen = kept("reach").and_then(|name| Reach::parse(&name)).unwrap_or_default();
    let reaches = [(Reach::This, words.edit_this()), (Reach::Following, words.edit_following()), (Reach::All, words.edit_all())];
    let radios = reaches.into_iter().map(move |(reach, label)| {
        view! { <label class="choice"><input type="radio" name="reach" value=reach.name() checked={reach == chosen}/><span>{label}</span></label> }
            .into_any()
    });
    let (dropped, reason) = (kept("dropped").is_some(), kept("reason").unwrap_or_default());
    let (at, capacity) = (kept("at").unwrap_or(page.wall.clone()), kept("capacity").unwrap_or(page.capacity.to_string()));
    view! {
        <p class="lead">{format!("{} · {}", page.title, words.today_day_at(&page.wall, &words.day_long(page.day)))}</p>
        {(page.taken > 0).then(|| view! { <Alert tone=Tone::Info><p>{words.edit_taken(page.taken)}</p></Alert> }.into_any())}
        <ActionForm action=action attr:class="fields card">
            <input type="hidden" name="session" value=page.session.to_string()/>
            <input type="hidden" name="intent" value=page.intent/>
            <fieldset class="choices"><legend>{words.edit_which()}</legend>{radios.collect_view()}</fieldset>
            <div class="field"><label for="at">{words.edit_at()}</label><input id="at" name="at" type="time" value=at/></div>
            <div class="field">
                <label for="capacity">{words.edit_capacity()}</label>
                <input id="capacity" name="capacity" type="number" min="1" max="1000" inputmode="numeric" value=capacity/>
            </div>
            <label class="choice"><input type="checkbox" name="dropped" value="on" checked=dropped/><span>{words.edit_dropped()}</span></label>
            <div class="field">
                <label for="reason">{words.stay_reason()}</label>
                <input id="reason" name="reason" type="text" required maxlength=LONGEST_REASON.to_string() autocomplete="off" value=reason/>
            </div>
            <button class="button" type="submit" disabled=move || action.pending().get()>{words.edit_button()}</button>
        </ActionForm>
    }
    .into_any()
}
