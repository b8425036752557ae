//! What the calendar says of a time and what whoever reaches for it is told are the same, on every time of every offer.

use crate::helpers::{ANNA, Client, JAMES, LAYLA, TestApp};
use cabana::base::{Day, GuestId, Lang};
use cabana::booking::store::{Who, Wish, take, who_of};
use cabana::booking::{BookingRefusal, DayData, Obstacle, Person, SlotData, SlotState, Target};
use cabana::catalog::Kind;
use cabana::server::Keys;
use std::collections::HashMap;

/// Whether a refusal is the one that a state foretells.
fn foretold(state: &SlotState, refusal: &BookingRefusal) -> bool {
    use BookingRefusal as R;
    match (state, refusal) {
        (SlotState::Full | SlotState::HeldByOthers { .. }, R::Full { .. } | R::JustTaken { .. })
        | (SlotState::Over, R::Past)
        | (SlotState::TooLate, R::TooLate { .. })
        | (SlotState::AfterDeparture, R::AfterDeparture)
        | (SlotState::Cancelled, R::Cancelled { .. }) => true,
        (SlotState::TooEarly(day), R::TooEarly { from }) => day == from,
        _ => false,
    }
}

fn stopped(obstacle: &Obstacle, refusal: &BookingRefusal) -> bool {
    use BookingRefusal as R;
    matches!(
        (obstacle, refusal),
        (Obstacle::TooYoung(_) | Obstacle::TooOld(_), R::AgeNotAllowed { .. } | R::NeedsAdult)
            | (Obstacle::Going, R::AlreadyGoing { .. })
            | (Obstacle::Clash { .. }, R::Clash { .. } | R::NeedsAdult)
            | (Obstacle::Walk { .. }, R::Walk { .. } | R::NeedsAdult)
    )
}

/// What the engine says, of which nothing stays.
async fn reach(app: &TestApp, who: &Who, slot: &SlotData, guest: GuestId) -> Result<(), BookingRefusal> {
    let answer = |question: &cabana::catalog::Question| if question.choices.is_empty() { "Words".to_owned() } else { "0".to_owned() };
    let answers: HashMap<String, String> = slot.questions.iter().map(|question| (question.key.clone(), answer(question))).collect();
    let wish = Wish { target: slot.target.clone(), guests: vec![guest], answers, intent: Keys::token(), expected: None };
    let shelf = app.shelf().await;
    let mut tx = app.house.begin().await.unwrap();
    take(&mut tx, &shelf, who, &wish).await.map(|_| ())
}

/// Every time of a day that the calendar lists, with its state.
async fn listed(client: &Client, app: &TestApp, day: Day) -> Vec<(Target, SlotState)> {
    let on = day.to_string();
    let all: DayData = client.read("book-day", &[("day", &on)]).await.ok().json();
    let mut found: Vec<(Target, SlotState)> = all.rows.into_iter().map(|row| (Target::Session(row.session), row.state)).collect();
    for (_, offer) in app.shelf().await.offers().filter(|(_, offer)| offer.kind == Kind::Appointment) {
        let data: DayData = client.read("book-day", &[("day", &on), ("offer", &offer.key)]).await.ok().json();
        found.extend(data.own.into_iter().flat_map(|own| own.times).map(|chip| (chip.target, chip.state)));
    }
    found
}

/// Others have booked, hold, held until a moment ago; some is called off, some is full.
async fn furnish(app: &TestApp, day: Day) {
    let (anna, layla, james) = (app.guest(ANNA).await, app.guest(LAYLA).await, app.guest(JAMES).await);
    let (hers, theirs, his) = (app.people(ANNA).await, app.people(LAYLA).await, app.people(JAMES).await);
    let pressure = [("answers[pressure]", "1")];
    let next = day.plus(1);
    anna.book(&format!("/times/couples-massage/{next}/1400"), &hers[..2], &[]).await;
    layla.book(&format!("/times/massage-60/{next}/1600"), &theirs[..1], &pressure).await;
    anna.book(&format!("/times/padel-court/{next}/1000"), &hers[..1], &[]).await;
    james.book(&format!("/sessions/{}", app.session("glass-boat", next).await), &his[..1], &[]).await;
    layla.hold(&format!("/times/massage-60/{next}/1200"), &theirs[..1], &pressure).await.ok();
    // What was held has run out, and nobody has tidied.
    app.at_day(day, "13:07").await;
    layla.hold(&format!("/times/couples-massage/{next}/1830"), &theirs[..2], &[]).await.ok();
    anna.hold(&format!("/times/tennis-court/{next}/0800"), &hers[..1], &[("answers[rackets]", "0")]).await.ok();
    anna.hold(&format!("/times/hammam/{next}/1300"), &hers[..1], &[]).await.ok();
    let mut tx = app.house.begin().await.unwrap();
    let full = "UPDATE sessions SET capacity = taken WHERE id % 3 = 0";
    let off = "UPDATE sessions SET cancelled_at = 1 WHERE id % 11 = 0 AND taken = 0";
    for sql in [full, off] {
        sqlx::query(sql).execute(tx.conn()).await.unwrap();
    }
    let time = app.shelf().await.time;
    let at = |wall: &str| time.instant(next, cabana::base::WallTime::parse(wall).unwrap());
    for (what, key, from, to) in
        [("resource", "court-1", "09:00", "12:00"), ("resource", "therapist-omar", "10:00", "13:00"), ("offer", "padel-court", "15:00", "23:00")]
    {
        let sql = format!(
            "INSERT INTO closures ({what}_id, starts_at, ends_at, day, reason, intent, staff_id, closed_by, closed_at)
             SELECT o.id, $1, $2, $3, 'Rain', o.key, st.id, st.name, 1 FROM {what}s o, staff st WHERE o.key = $4 AND st.login = 'mona'"
        );
        sqlx::query(sqlx::AssertSqlSafe(sql)).bind(at(from)).bind(at(to)).bind(next.to_string()).bind(key).execute(tx.conn()).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Looks at every time of some days as one stay; counts the states.
async fn compare(app: &TestApp, reference: &str, days: &[Day], seen: &mut HashMap<String, usize>) {
    let (guest, stay) = (app.guest(reference).await, app.stay(reference).await);
    let who = Who { lang: Lang::En, ..who_of(&mut app.house.database.readers().acquire().await.unwrap(), stay).await.unwrap() };
    for day in days {
        for (target, state) in listed(&guest, app, *day).await {
            let at = target.path();
            let slot: SlotData = guest.read("slot-details", &[("at", &at)]).await.ok().json();
            if !matches!(state, SlotState::Yours { .. }) {
                assert_eq!(slot.state, state, "{at}: the list and the page");
            }
            let name = format!("{:?}", slot.state);
            *seen.entry(name.split([' ', '(']).next().unwrap().to_owned()).or_default() += 1;
            for Person { id, obstacle, age, .. } in &slot.party {
                let told = reach(app, &who, &slot, *id).await;
                match (&slot.state, obstacle, told) {
                    (SlotState::Free, None, Ok(())) => {}
                    // The same people for the same time are the booking they have.
                    (_, Some(Obstacle::Going), Ok(())) => {}
                    // What they only hold themselves makes room for another choice of theirs.
                    (_, _, Ok(())) if matches!(state, SlotState::Yours { held: true, .. }) => {}
                    (SlotState::Free, Some(obstacle), Err(refusal)) => assert!(stopped(obstacle, &refusal), "{at}: {obstacle:?} {refusal:?}"),
                    (SlotState::Free, None, told) => assert!(told == Err(BookingRefusal::NeedsAdult) && *age < 16, "{at}, {age} years: {told:?}"),
                    // Why somebody cannot come may be said before why nobody can.
                    (state, obstacle, Err(refusal)) => {
                        let theirs = obstacle.as_ref().is_some_and(|obstacle| stopped(obstacle, &refusal));
                        let alone = *age < 16 && refusal == BookingRefusal::NeedsAdult;
                        assert!(theirs || alone || foretold(state, &refusal), "{at}: {state:?} {obstacle:?} {refusal:?}");
                    }
                    (state, obstacle, Ok(())) => panic!("{at}: {state:?} {obstacle:?} and yet"),
                }
            }
        }
    }
}

#[tokio::test]
async fn what_is_shown_is_what_whoever_reaches_for_it_is_told() {
    let app = TestApp::new().await;
    let day = app.at(0, "08:07").await;
    furnish(&app, day).await;
    let mut seen: HashMap<String, usize> = HashMap::new();
    compare(&app, JAMES, &[-2, 0, 1, 2, 7].map(|ahead| day.plus(ahead)), &mut seen).await;
    // A family that stays for long, beyond the days on which courts can be booked.
    let mut tx = app.house.begin().await.unwrap();
    let longer = sqlx::query("UPDATE stays SET departs = $1 WHERE reference = $2").bind(day.plus(40).to_string()).bind(LAYLA);
    longer.execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    compare(&app, LAYLA, &[1, 20].map(|ahead| day.plus(ahead)), &mut seen).await;
    let kinds = ["Free", "Full", "HeldByOthers", "Over", "TooLate", "TooEarly", "AfterDeparture", "Cancelled"];
    let missing: Vec<_> = kinds.iter().filter(|kind| !seen.contains_key(**kind)).collect();
    assert!(missing.is_empty() && seen["Free"] > 100, "{missing:?} {seen:?}");
}
