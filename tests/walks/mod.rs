//! Random walks over booking, beside a reference model that knows no SQL (RULES 16.2). After every step the answer and
//! all that the step touched must be what the model says; now and then, and at the end, everything.
//!
//! Read `world.rs` (the resort), `model/` (what must happen), `chance.rs` (where a walk goes), `sums.rs` (what is
//! compared), `furnish.rs` (the same resort in a database), then this file, which walks. What a walk finds becomes an
//! example of its own beside the others of its deed.
//!
//! `CABANA_WALK=seed` or `CABANA_WALK=seed:turns` walks one of one's own and prints how often what was answered.

pub mod chance;
mod furnish;
mod model;
mod sums;
mod world;

use crate::helpers::TestApp;
use cabana::booking::{Alternative, BookingRefusal, CheckInAnswer, DayData, SlotState};
use chance::{Guide, Turn};
use furnish::{People, furnish, set_clock};
use model::{Model, Place, Said, Step, When};
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use sums::differences;
use world::{APPOINTMENTS, DAYS, OFFERS, SESSIONS, STAYS, date, day_of, wall_of};

const TURNS: usize = 1400;
/// After so many turns everything is compared.
const WHOLE: usize = 50;

macro_rules! walks {
    ($($name:ident $seed:literal)*) => { $(
        #[tokio::test]
        async fn $name() {
            Walk::begin($seed).await.go(TURNS).await.went_everywhere();
        }
    )* };
}

walks! {
    the_first_walk 1
    the_second_walk 2
    the_third_walk 3
    the_fourth_walk 4
    the_fifth_walk 5
    the_sixth_walk 6
    the_seventh_walk 7
    the_eighth_walk 8
}

#[tokio::test]
async fn a_walk_of_ones_own() {
    let Ok(named) = std::env::var("CABANA_WALK") else { return };
    let (seed, turns) = named.split_once(':').unwrap_or((&named, ""));
    let walk = Walk::begin(seed.parse().expect("CABANA_WALK=seed:turns")).await.go(turns.parse().unwrap_or(TURNS)).await;
    for ((deed, answer), times) in &walk.tally {
        println!("{times:6} {deed:8} {answer}");
    }
    let mut waited: BTreeMap<&str, usize> = BTreeMap::new();
    walk.model.lines.values().for_each(|entry| *waited.entry(entry.state).or_default() += 1);
    println!("who waited: {waited:?}");
}

/// What a failing walk leaves on the screen.
struct Trail {
    seed: u64,
    steps: VecDeque<String>,
}

impl Drop for Trail {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let steps: Vec<&str> = self.steps.iter().map(String::as_str).collect();
            eprintln!("the walk of seed {} (again: CABANA_WALK={}) ended with\n{}", self.seed, self.seed, steps.join("\n"));
        }
    }
}

impl Trail {
    fn note(&mut self, line: String) {
        if self.steps.len() == 40 {
            self.steps.pop_front();
        }
        self.steps.push_back(line);
    }
}

struct Walk {
    app: Option<TestApp>,
    people: People,
    model: Model,
    guide: Guide,
    /// The code of every ticket that somebody has read.
    codes: HashMap<u64, String>,
    tally: BTreeMap<(&'static str, String), usize>,
    trail: Trail,
}

impl Walk {
    async fn begin(seed: u64) -> Walk {
        // Every other resort minds who holds one place after another.
        let holds_a_minute = if seed.is_multiple_of(2) { 4 } else { 0 };
        let app = TestApp::new().await;
        let people = furnish(&app, holds_a_minute).await;
        let model = Model::new(app.house.clock.now(), usize::try_from(holds_a_minute).unwrap());
        let trail = Trail { seed, steps: VecDeque::new() };
        Walk { app: Some(app), people, model, guide: Guide::new(seed), codes: HashMap::new(), tally: BTreeMap::new(), trail }
    }

    async fn go(mut self, turns: usize) -> Walk {
        for number in 1..=turns {
            let turn = self.guide.next(&self.model, &self.codes);
            self.trail.note(format!("{number}. {} day {}: {turn:?}", wall_of(self.model.now), day_of(self.model.now)));
            match turn {
                Turn::Pass(seconds) => {
                    self.model.now += seconds;
                    self.app().house.clock.advance(seconds);
                }
                Turn::Restart => self.restart().await,
                Turn::Tidy => self.tidy().await,
                Turn::Take(steps) => self.take(steps).await,
            }
            if number % WHOLE == 0 || number == turns {
                self.compare_everything().await;
            }
        }
        self
    }

    fn app(&self) -> &TestApp {
        self.app.as_ref().unwrap()
    }

    async fn restart(&mut self) {
        let app = self.app.take().unwrap().restarted().await;
        set_clock(&app, self.model.now);
        self.people.move_to(&app.base);
        self.app = Some(app);
    }

    /// The errand that gives back what ran out and offers what is free.
    async fn tidy(&mut self) {
        let offered = self.app().tidy().await;
        let mut model = self.model.clone();
        model.touched.clear();
        model.offered = self.offered().await;
        assert_eq!(model.tidy(), offered, "so many were offered something");
        self.stands(vec![model], &[]).await;
    }

    /// Which booking was offered to which entry of a line.
    async fn offered(&self) -> HashMap<i64, i64> {
        let sql = "SELECT id, booking_id FROM waitlist WHERE booking_id IS NOT NULL";
        let offered: Vec<(i64, i64)> = sqlx::query_as(sql).fetch_all(self.app().house.database.readers()).await.unwrap();
        offered.into_iter().collect()
    }

    /// Takes one step, or several at the same time; then they may have fallen in any order.
    async fn take(&mut self, mut steps: Vec<Step>) {
        for step in &mut steps {
            self.read_ticket(step).await;
        }
        let answers = futures::future::join_all(steps.iter().map(|step| self.people.ask(step))).await;
        let said: Vec<&Said> = answers.iter().map(|(said, _)| said).collect();
        self.trail.note(format!("      {said:?}"));
        let offered = self.offered().await;
        let (mut fitting, mut expected) = (Vec::new(), Vec::new());
        for order in &orders(steps.len()) {
            let mut model = self.model.clone();
            model.touched.clear();
            model.offered.clone_from(&offered);
            let answers: Vec<Said> = order.iter().map(|index| model.take(&steps[*index], said[*index])).collect();
            if order.iter().zip(&answers).all(|(index, answer)| answer == said[*index]) {
                fitting.push(model);
            }
            expected.push(answers);
        }
        assert!(!fitting.is_empty(), "the server said {said:?}, the model {expected:?}");
        self.stands(fitting, &steps).await;
        for (step, (said, elsewhere)) in steps.iter().zip(&answers) {
            *self.tally.entry((deed(step), answer(said))).or_default() += 1;
            if steps.len() == 1 {
                self.elsewhere(step, elsewhere);
            }
        }
    }

    /// Of the orders that fit the answers, the one that fits what the database says is what happened.
    async fn stands(&mut self, fitting: Vec<Model>, steps: &[Step]) {
        let touched: BTreeSet<i64> = fitting.iter().flat_map(|model| model.touched.iter().copied()).collect();
        let stays: Vec<usize> = steps.iter().filter_map(|step| stay_of(step, &self.model)).collect();
        let only = Some((&touched, &stays[..]));
        let found = sums::found(self.app().house.database.readers(), &self.people.ids, self.model.now, only).await;
        let mut why = String::new();
        for model in fitting {
            let expected = model.lines(&self.people.ids, only);
            if expected == found {
                self.model = model;
                return;
            }
            why = differences(&found, &expected);
        }
        panic!("the two differ:{why}");
    }

    /// Whoever is let in shows a ticket; whoever changes places with another had one before.
    async fn read_ticket(&mut self, step: &mut Step) {
        if let Step::Reopen { session, closure } = step {
            let known = "SELECT coalesce(max(id), 0) FROM closures WHERE session_id = $1 AND reopened_at IS NULL";
            let session = self.people.ids.sessions[*session];
            *closure = sqlx::query_scalar(known).bind(session).fetch_one(self.app().house.database.readers()).await.unwrap();
            return;
        }
        let wanted = match step {
            Step::Scan { ticket, .. } | Step::Undo { ticket, .. } | Step::Missed { ticket, .. } => *ticket,
            Step::Replace { booking, out, .. } => {
                let people = self.model.bookings.get(booking).map(|booking| booking.people.as_slice()).unwrap_or_default();
                people.iter().find(|person| person.guest == *out).map_or(0, |person| person.ticket)
            }
            _ => return,
        };
        if !self.codes.contains_key(&wanted) {
            let held = |(id, booking): (&i64, &model::Booking)| {
                let person = booking.people.iter().find(|person| person.ticket == wanted)?;
                Some((*id, self.people.ids.guests[booking.stay][person.guest]))
            };
            let Some((booking, guest)) = self.model.bookings.iter().find_map(held) else {
                if let Step::Scan { code, .. } | Step::Undo { code, .. } | Step::Missed { code, .. } = step {
                    *code = "23456789ACDEFHJKMN".to_owned();
                }
                return;
            };
            let code: String = sqlx::query_scalar("SELECT code FROM participants WHERE booking_id = $1 AND guest_id = $2")
                .bind(booking)
                .bind(guest)
                .fetch_one(self.app().house.database.readers())
                .await
                .unwrap();
            assert!(!self.codes.values().any(|known| *known == code), "whoever comes instead has a ticket of their own (K4)");
            self.codes.insert(wanted, code);
        }
        if let Step::Scan { code, .. } | Step::Undo { code, .. } | Step::Missed { code, .. } = step {
            code.clone_from(&self.codes[&wanted]);
        }
    }

    /// Wherever the server says there are places, there are (C9).
    fn elsewhere(&self, step: &Step, elsewhere: &[Alternative]) {
        let (stay, guests, moving) = match step {
            _ if elsewhere.is_empty() => return,
            Step::Hold { stay, wish } => (*stay, wish.guests.clone(), None),
            Step::Confirm { stay, booking, .. } => (*stay, self.model.bookings[booking].guests(), None),
            Step::Move { stay, booking, .. } => (*stay, self.model.bookings[booking].guests(), Some(*booking)),
            _ => return,
        };
        if guests.iter().any(|guest| *guest >= STAYS[stay].party.len()) {
            return;
        }
        for one in elsewhere {
            let place = self.place(one);
            let inside = self.model.inside.as_deref().unwrap_or(&self.model);
            assert!(inside.could_go(stay, &guests, place, one.left, moving), "{guests:?} of {stay} could not go to {one:?}, {place:?}");
        }
    }

    fn place(&self, one: &Alternative) -> Place {
        let path = one.target.path();
        let session = self.people.ids.sessions.iter().position(|id| path == format!("/sessions/{id}"));
        session.map(Place::Session).unwrap_or_else(|| {
            let offer = OFFERS.iter().position(|offer| path.starts_with(&format!("/times/{}/", offer.key))).unwrap();
            let (hours, minutes) = one.wall.split_once(':').unwrap();
            let wall = hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap();
            Place::Time { offer, day: one.day.days_since(date(0)), wall }
        })
    }

    async fn compare_everything(&mut self) {
        let found = sums::found(self.app().house.database.readers(), &self.people.ids, self.model.now, None).await;
        let expected = self.model.lines(&self.people.ids, None);
        assert!(found == expected, "the two differ:{}", differences(&found, &expected));
        self.app().sums_are_even().await;
        self.compare_a_day().await;
    }

    /// What the calendar shows to anybody: places left, and resources free.
    async fn compare_a_day(&mut self) {
        let day = self.model.today().max(0) + self.guide.chance.below(2) as i64;
        let offer = self.guide.chance.of(&APPOINTMENTS).unwrap();
        let shown = date(day).to_string();
        let list: DayData = self.people.visitor.read("book-day", &[("day", &shown)]).await.ok().json();
        for row in &list.rows {
            let session = self.people.ids.sessions.iter().position(|id| *id == row.session.0).unwrap();
            assert_eq!(row.left, self.model.left(session), "{row:?}");
        }
        assert_eq!(list.rows.len(), SESSIONS.iter().filter(|session| session.day == day).count());
        let times: DayData = self.people.visitor.read("book-day", &[("day", &shown), ("offer", OFFERS[offer].key)]).await.ok().json();
        let on_sale = |state: &SlotState| matches!(state, SlotState::Free | SlotState::Full | SlotState::HeldByOthers { .. });
        for chip in times.own.iter().flat_map(|own| &own.times).filter(|chip| on_sale(&chip.state)) {
            let wall = cabana::base::WallTime::parse(&chip.wall).unwrap().0;
            let when = When::of(Place::Time { offer, day, wall }).unwrap();
            let free = self.model.free_resources(&when, None).count() as i64;
            assert_eq!((chip.left, chip.state == SlotState::Free), (free, free > 0), "{chip:?}");
        }
    }

    /// A walk that got nowhere proves nothing. What the desk allows beyond the rules is rarely possible, and which of two requests
    /// at once comes first decides where a walk goes on: that alone is left to chance here, and has tests of its own.
    fn went_everywhere(&self) {
        for wanted in [
            "hold",
            "confirm",
            "release",
            "cancel",
            "leave",
            "move",
            "replace",
            "join",
            "leave line",
            "scan",
            "undo",
            "keep",
            "give back",
            "close",
            "reopen",
        ] {
            let often = self.tally.iter().filter(|((deed, answer), _)| *deed == wanted && answer == "done").map(|(_, times)| times).sum::<usize>();
            assert!(often >= 1, "{wanted}: {often} times; {:?}", self.tally);
        }
        for wanted in [&["accepted"][..], &["declined", "expired", "closed"]] {
            let often = self.model.lines.values().filter(|entry| wanted.contains(&entry.state)).count();
            assert!(often >= 1, "{wanted:?} of those who waited: {often}");
        }
        assert!(self.model.now < world::instant(DAYS - 1, 0), "nothing happens any more on the last day");
    }
}

/// Every order in which so many can fall.
fn orders(many: usize) -> Vec<Vec<usize>> {
    let Some(last) = many.checked_sub(1) else { return vec![Vec::new()] };
    let put = |order: Vec<usize>| (0..=order.len()).map(move |at| [&order[..at], &[last], &order[at..]].concat());
    orders(last).into_iter().flat_map(put).collect()
}

fn stay_of(step: &Step, model: &Model) -> Option<usize> {
    match step {
        Step::Hold { stay, .. }
        | Step::Confirm { stay, .. }
        | Step::Release { stay, .. }
        | Step::Cancel { stay, .. }
        | Step::Move { stay, .. }
        | Step::Leave { stay, .. }
        | Step::Replace { stay, .. }
        | Step::Join { stay, .. }
        | Step::LeaveLine { stay, .. } => Some(*stay),
        Step::Keep { booking, .. } | Step::GiveBack { booking } => model.bookings.get(booking).map(|booking| booking.stay),
        Step::Allow { .. } | Step::Close { .. } | Step::Reopen { .. } => None,
        Step::Scan { ticket, .. } | Step::Undo { ticket, .. } | Step::Missed { ticket, .. } => {
            model.bookings.values().find(|booking| booking.people.iter().any(|person| person.ticket == *ticket)).map(|booking| booking.stay)
        }
    }
}

fn deed(step: &Step) -> &'static str {
    match step {
        Step::Hold { .. } => "hold",
        Step::Confirm { .. } => "confirm",
        Step::Release { .. } => "release",
        Step::Cancel { .. } => "cancel",
        Step::Move { .. } => "move",
        Step::Leave { .. } => "leave",
        Step::Replace { .. } => "replace",
        Step::Join { .. } => "join",
        Step::LeaveLine { .. } => "leave line",
        Step::Scan { .. } => "scan",
        Step::Undo { .. } => "undo",
        Step::Missed { .. } => "missed",
        Step::Allow { .. } => "allow",
        Step::Keep { .. } => "keep",
        Step::GiveBack { .. } => "give back",
        Step::Close { .. } => "close",
        Step::Reopen { .. } => "reopen",
    }
}

/// The answer without its numbers and names.
fn answer(said: &Said) -> String {
    let text = match said {
        Said::Done(_) | Said::Scanned(CheckInAnswer::Admitted { .. }) => return "done".to_owned(),
        Said::Refused(BookingRefusal::Fault(fault)) => format!("{fault:?}"),
        Said::Refused(refusal) => format!("{refusal:?}"),
        Said::Closed(answer) => answer.clone(),
        Said::Scanned(answer) => format!("{answer:?}"),
    };
    text.split([' ', '{', '(']).next().unwrap_or_default().to_owned()
}
