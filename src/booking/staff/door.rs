//! The door without signal: tickets of today are known on the phone, a scan is kept there under a nonce of its own, and all
//! of them are sent as soon as there is signal again. The house merges them by their time.

use super::Answered;
use crate::booking::desk::DoorTicket;
use crate::booking::rules::codes;
use crate::booking::{CheckInAnswer, staff_door_list, staff_upload_scans};
use crate::browser;
use crate::kit::{Alert, Clock, Icon, Tone, use_clock};
use crate::words::use_words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the phone keeps them.
const SCANS: &str = "door-scans";
const TICKETS: &str = "door-tickets";

/// How many scans are sent at once; the house takes no more.
const AT_ONCE: usize = 200;

fn kept_lines() -> Vec<String> {
    browser::kept(SCANS).lines().map(str::to_owned).collect()
}

/// Nothing of a colleague's stays on a shared phone, but for scans that nobody has sent yet.
pub fn forget_tickets() {
    browser::keep(TICKETS, "");
}

/// A scan that is kept: `nonce code seconds`.
fn line(code: &str, at: i64) -> String {
    format!("{} {code} {at}", browser::nonce())
}

fn code_of(line: &str) -> &str {
    line.split(' ').nth(1).unwrap_or_default()
}

/// What the phone said of a scan without signal.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    LetIn(DoorTicket),
    Already(DoorTicket),
    Unknown,
}

/// The state of a door.
#[derive(Clone, Copy)]
pub struct Door {
    clock: Clock,
    /// There is no signal.
    pub away: RwSignal<bool>,
    /// Lines that wait to be sent.
    kept: RwSignal<Vec<String>>,
    said: RwSignal<Option<Said>>,
    /// What the house answered to what was sent.
    sent: RwSignal<Vec<CheckInAnswer>>,
}

impl Door {
    pub fn new() -> Door {
        let door = Door {
            clock: use_clock(),
            away: RwSignal::new(false),
            kept: RwSignal::new(Vec::new()),
            said: RwSignal::new(None),
            sent: RwSignal::new(Vec::new()),
        };
        Effect::new(move |_| {
            door.kept.set(kept_lines());
            browser::signal(move |there| {
                door.away.set(!there);
                if there {
                    door.send();
                }
            });
        });
        door
    }

    /// Sends what waits, and asks for the tickets of today.
    fn send(self) {
        spawn_local(async move {
            loop {
                let lines: Vec<String> = kept_lines().into_iter().take(AT_ONCE).collect();
                if lines.is_empty() {
                    break;
                }
                let Ok(answers) = staff_upload_scans(lines.join("\n")).await else { break };
                // What was scanned meanwhile waits for the next time. The page may be another by now.
                let rest: Vec<String> = kept_lines().into_iter().filter(|line| !lines.contains(line)).collect();
                browser::keep(SCANS, &rest.join("\n"));
                self.kept.try_set(rest);
                self.sent.try_update(|sent| sent.extend(answers));
                self.said.try_set(None);
            }
            if let Ok(tickets) = staff_door_list().await
                && let Ok(text) = serde_json::to_string(&tickets)
            {
                browser::keep(TICKETS, &text);
            }
        });
    }

    /// A ticket before the camera, or typed, while there is no signal.
    pub fn scan(self, text: &str) {
        let tickets: Vec<DoorTicket> = serde_json::from_str(&browser::kept(TICKETS)).unwrap_or_default();
        let found = codes::read(text).and_then(|code| tickets.into_iter().find(|ticket| ticket.code == code));
        let said = match found {
            None => Said::Unknown,
            Some(ticket) if ticket.inside || self.kept.with_untracked(|kept| kept.iter().any(|line| code_of(line) == ticket.code)) => {
                Said::Already(ticket)
            }
            Some(ticket) => {
                self.kept.update(|kept| kept.push(line(&ticket.code, self.clock.exactly())));
                browser::keep(SCANS, &self.kept.with_untracked(|kept| kept.join("\n")));
                Said::LetIn(ticket)
            }
        };
        self.said.set(Some(said));
    }
}

/// What there is to see and to do without signal; and afterwards what of it needs a look.
#[component]
pub fn DoorView(door: Door) -> impl IntoView {
    let words = use_words();
    let typed = RwSignal::new(String::new());
    let scan = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        door.scan(&typed.get_untracked());
        typed.set(String::new());
    };
    let waiting = move || {
        let count = door.kept.with(Vec::len) as i64;
        (count > 0).then(|| view! { <p class="line"><Icon name="clock"/>{words.door_kept(count)}</p> }.into_any())
    };
    let said = move || {
        door.said.get().map(|said| {
            let (tone, text) = match said {
                Said::LetIn(ticket) => (Tone::Good, words.tickets_admitted(&ticket.name, &ticket.title, &ticket.wall)),
                Said::Already(ticket) => (Tone::Warn, words.door_already(&ticket.name)),
                Said::Unknown => (Tone::Bad, words.door_unknown().to_owned()),
            };
            view! { <div class="scan-answer"><Alert tone=tone><p>{text}</p></Alert></div> }.into_any()
        })
    };
    let sent = move || {
        let doubtful = door.sent.get().into_iter().filter(|answer| !matches!(answer, CheckInAnswer::Admitted { .. }));
        doubtful.map(|answer| view! { <Answered answer=Ok(answer)/> }.into_any()).collect_view()
    };
    view! {
        {move || door.away.get().then(|| view! {
            <section class="card">
                <Alert tone=Tone::Warn><p>{words.door_away()}</p></Alert>
                <form class="filters" on:submit=scan>
                    <div class="field field-wide">
                        <label for="door-code">{words.tickets_code()}</label>
                        <input id="door-code" class="mono" type="text" required maxlength="200" autocomplete="off" autocapitalize="characters" spellcheck="false"
                            dir="ltr" prop:value=typed on:input=move |event| typed.set(event_target_value(&event))/>
                    </div>
                    <button class="button" type="submit"><Icon name="check"/>{words.tickets_check_in()}</button>
                </form>
            </section>
        }.into_any())}
        {said}
        {waiting}
        {sent}
    }
    .into_any()
}
