//! The waitlist on the page of a time: where this stay stands, and the form that joins.

use super::form::{Draft, Party, Questions, first_choice, items};
use crate::base::GuestId;
use crate::booking::guest::waiting::{LeaveForm, say_line};
use crate::booking::parts::RefusalView;
use crate::booking::{JoinWaitlist, LeaveWaitlist, SlotData, SlotState};
use crate::catalog::rules::total;
use crate::kit::{Alert, Rows, Tone, use_frame};
use crate::words::use_words;
use leptos::prelude::*;

/// What can be done about waiting. Made once, so that a refusal outlives the reload that follows it.
#[derive(Clone, Copy)]
pub struct Deeds {
    pub join: ServerAction<JoinWaitlist>,
    pub leave: ServerAction<LeaveWaitlist>,
    pub draft: Draft,
}

impl Deeds {
    pub fn new() -> Deeds {
        Deeds { join: ServerAction::new(), leave: ServerAction::new(), draft: Draft::of::<JoinWaitlist>() }
    }

    /// How many answers have come.
    pub fn versions(self) -> usize {
        self.join.version().get() + self.leave.version().get()
    }
}

/// Where this stay stands in the line, and the way into it.
#[component]
pub fn Waitlist(data: SlotData, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let full = data.state != SlotState::Free;
    if frame.me.is_none() {
        if !matches!(data.state, SlotState::Full | SlotState::HeldByOthers { .. }) {
            return ().into_any();
        }
        let next = data.target.path();
        return view! { <p class="actions"><a class="button" href=format!("/sign-in?next={next}")>{words.wait_sign_in()}</a></p> }.into_any();
    }
    let refused = move || {
        let join = deeds.join.value().get().and_then(Result::err);
        let refusal = join.or_else(|| deeds.leave.value().get().and_then(Result::err))?;
        Some(view! { <RefusalView refusal=refusal/> }.into_any())
    };
    let yours = data.line.yours.clone();
    let staying = frame.me.as_ref().is_some_and(|me| !me.read_only);
    let open = data.line.open && staying;
    if yours.is_empty() && !open {
        return view! { {refused} }.into_any();
    }
    let (next, alone, coin) = (data.target.path(), yours.is_empty() && full, frame.coin);
    let standing = yours.into_iter().map(move |line| {
        let (id, text) = (line.id, say_line(words, &coin, &line));
        let row = view! {
            <Alert tone=Tone::Hold><p><b>{words.wait_place(line.place)}</b>" "{text}</p></Alert>
            <LeaveForm id=id next=next.clone() leave=deeds.leave/>
        };
        (id.0, row.into_any())
    });
    let form = open.then(|| {
        if alone {
            return view! { <Join data=data deeds=deeds/> }.into_any();
        }
        let summary = if full { words.wait_others() } else { words.wait_short() };
        view! { <details class="unfold"><summary class="button-quiet">{summary}</summary><Join data=data deeds=deeds/></details> }.into_any()
    });
    view! {
        <section class="section stack" id="waitlist">
            <div class="section-head"><h2>{words.wait_title()}</h2></div>
            {refused}
            {standing.collect::<Rows>()}
            {form}
        </section>
    }
    .into_any()
}

/// Who would come, when, and whether it is booked for them at once.
#[component]
fn Join(data: SlotData, deeds: Deeds) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let Deeds { join, draft, .. } = deeds;
    let able: Vec<GuestId> = data.party.iter().filter(|person| person.obstacle.is_none()).map(|person| person.id).collect();
    let everybody = if data.state == SlotState::Free { able.clone() } else { first_choice(&data) };
    let chosen = Signal::derive(move || {
        let mut chosen = draft.chosen.get().unwrap_or_else(|| everybody.clone());
        chosen.retain(|id| able.contains(id));
        chosen
    });
    let most = {
        let (data, coin) = (data.clone(), coin.clone());
        Signal::derive(move || coin.plain(total(&items(&data.party, &chosen.get()), data.allowance.as_ref())))
    };
    let time = words.minutes(data.line.minutes);
    let lead = format!("{} {}", words.wait_lead(&time), words.wait_waiting(data.line.waiting));
    let refused = Signal::derive(move || join.value().get().and_then(Result::err));
    let auto = draft.kept("auto").is_some();
    let named = draft.kept("most");
    let symbol = coin.symbol.clone();
    view! {
        <ActionForm action=join attr:class="fields">
            <p>{lead}</p>
            <input type="hidden" name="at" value=data.target.path()/>
            <input type="hidden" name="intent" value=data.intent.clone()/>
            <Party legend=words.wait_who() people=data.party.clone() chosen=chosen draft=draft/>
            <Range starts=data.line.starts.clone() wall=data.wall.clone() draft=draft/>
            <Questions prefix="wait" questions=data.questions.clone() answered=Vec::new() draft=draft refused=refused/>
            <fieldset class="wait-auto">
                <label class="wait-check"><input type="checkbox" name="auto" value="on" checked=auto/><span>{words.wait_auto()}</span></label>
                <label class="wait-most"><span class="visually-hidden">{words.wait_most()}</span>
                    <input type="text" inputmode="decimal" name="most" maxlength="12" autocomplete="off" dir="ltr" size="7"
                        value=move || named.clone().unwrap_or_else(|| most.get())/><span aria-hidden="true">{symbol}</span></label>
                <p class="hint">{words.wait_auto_note(&time)}</p>
            </fieldset>
            <p class="actions"><button class="button" type="submit" aria-busy=move || join.pending().get().then_some("true")
                disabled=move || join.pending().get()>{words.wait_join()}</button></p>
        </ActionForm>
    }
    .into_any()
}

/// The starts between which they would come; nothing to choose where there is one.
#[component]
fn Range(starts: Vec<String>, wall: String, draft: Draft) -> impl IntoView {
    let words = use_words();
    if starts.len() < 2 {
        return ().into_any();
    }
    let select = |name: &'static str, label: &'static str| {
        let kept = draft.kept(name).unwrap_or_else(|| wall.clone());
        let options = starts.iter().map(|start| view! { <option value=start.clone() selected=*start == kept>{start.clone()}</option> }.into_any());
        view! {
            <div class="field"><label for=format!("wait-{name}")>{label}</label>
                <select id=format!("wait-{name}") name=name>{options.collect_view()}</select></div>
        }
        .into_any()
    };
    view! {
        <fieldset class="wait-range">
            <legend>{words.wait_range()}</legend>
            {select("from", words.wait_from())}
            {select("to", words.wait_to())}
        </fieldset>
    }
    .into_any()
}
