//! Calling off a session, a resource or an offer, opening it again, and taking a check-in back: `POST /api/staff-close`,
//! `staff-reopen`, `staff-undo-check-in`.

use crate::helpers::{ANNA, Answer, Client, JAMES, LAYLA, TestApp};
use cabana::base::{Day, SessionId};
use cabana::booking::closing::{ClosingPage, ClosingRefusal, ClosingSheet, DeskClosure};
use cabana::booking::desk::{DeskTicket, TicketStanding};
use cabana::booking::{Actor, BookingData, BookingRefusal, BookingState, CheckInAnswer, DayData, Deed, SlotState, Target};
use cabana::server::Keys;
use reqwest::StatusCode;

type Fields = Vec<(String, String)>;

/// The page of what is to be called off, as the desk sees it.
async fn sheet(desk: &Client, what: &str) -> ClosingSheet {
    let page: ClosingPage = desk.read("staff-closing", &[("what", what)]).await.ok().json();
    page.sheet.unwrap()
}

/// The form of that page, with a choice for each booking.
fn form(sheet: &ClosingSheet, choices: &[(i64, &str)]) -> Fields {
    let mut form: Fields =
        vec![("what".into(), sheet.what.clone()), ("intent".into(), sheet.intent.clone()), ("reason".into(), "A storm is coming".into())];
    form.extend(sheet.affected.iter().map(|one| (format!("seen[{}]", one.booking), one.moves.to_string())));
    form.extend(choices.iter().map(|(id, choice)| (format!("choices[{id}]"), (*choice).to_owned())));
    form
}

async fn close(desk: &Client, form: &Fields) -> Answer {
    desk.call_all("staff-close", form).await
}

async fn refused(desk: &Client, form: &Fields) -> ClosingRefusal {
    let answer = close(desk, form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
    answer.json()
}

async fn details(client: &Client, booking: i64) -> BookingData {
    client.read("booking-details", &[("id", &booking.to_string())]).await.ok().json()
}

/// Nothing of a closing is there.
async fn nothing_written(app: &TestApp) {
    assert_eq!(app.number("SELECT count(*) FROM closures").await, 0);
    assert_eq!(app.number("SELECT count(*) FROM sessions WHERE cancelled_at IS NOT NULL").await, 0);
    assert_eq!(
        app.number("SELECT count(*) FROM staff_log WHERE deed IN ('called_off', 'booking_moved', 'booking_cancelled', 'booking_kept')").await,
        0
    );
    assert_eq!(app.number("SELECT count(*) FROM timeline WHERE actor = 'staff'").await, 0);
    app.sums_are_even().await;
}

/// Glass-bottom boat at 11:00 tomorrow with James and Margaret for 36 euros; half is kept from 09:00 on.
struct Boat {
    app: TestApp,
    day: Day,
    session: i64,
    james: Client,
    booking: i64,
    desk: Client,
}

impl Boat {
    async fn new() -> Boat {
        let app = TestApp::new().await;
        let day = app.at(1, "06:00").await;
        let session = app.session("glass-boat", day).await;
        let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
        let booking = james.book(&format!("/sessions/{session}"), &people, &[]).await;
        let desk = app.staff("desk").await;
        Boat { app, day, session, james, booking, desk }
    }

    fn what(&self) -> String {
        format!("session/{}", self.session)
    }

    fn at(&self) -> String {
        format!("/sessions/{}", self.session)
    }
}

async fn resource(app: &TestApp, key: &str) -> i64 {
    app.number(&format!("SELECT id FROM resources WHERE key = '{key}'")).await
}

#[tokio::test]
async fn a_session_is_called_off_and_each_booking_goes_its_way() {
    let boat = Boat::new().await;
    let Boat { app, day, james, desk, booking, .. } = &boat;
    let (anna, hers) = (app.guest(ANNA).await, app.people(ANNA).await);
    let annas = anna.book(&boat.at(), &hers[..3], &[]).await;
    let (layla, theirs) = (app.guest(LAYLA).await, app.people(LAYLA).await);
    app.at_day(*day, "10:40").await;
    let held: i64 = layla.hold(&boat.at(), &theirs[..2], &[]).await.ok().json();
    assert_eq!(details(james, *booking).await.fee_now, 1800);

    let sheet = sheet(desk, &boat.what()).await;
    assert!(!sheet.may_stay && sheet.title == "Glass-bottom boat" && (sheet.day, sheet.wall.as_str()) == (*day, "11:00"));
    let listed: Vec<_> = sheet.affected.iter().map(|one| (one.booking.0, one.room.as_str(), one.people.len(), one.total)).collect();
    assert_eq!(listed[0], (*booking, "305", 2, 3600));
    assert_eq!((listed[1].0, listed[1].1, listed[1].2), (annas, "204", 3));
    assert_eq!(sheet.held.iter().map(|one| (one.booking.0, one.room.as_str())).collect::<Vec<_>>(), [(held, "112")]);
    let to = sheet.affected[1].alternatives[0].clone();
    assert_ne!(to.target, Target::Session(SessionId(boat.session)));

    let (bill, total) = (app.number("SELECT sum(amount) FROM folio_lines").await, details(&anna, annas).await.total);
    let done = form(&sheet, &[(*booking, "cancel"), (annas, &to.target.path())]);
    assert_eq!(close(desk, &done).await.ok().json::<Day>(), *day);
    app.sums_are_even().await;
    assert_eq!(app.number("SELECT sum(amount) FROM folio_lines").await, bill - 3600, "all of it, whatever the rule says");
    assert_eq!(app.number(&format!("SELECT taken FROM sessions WHERE id = {}", boat.session)).await, 0);

    // James: everything back, why, and where else there is room.
    let data = details(james, *booking).await;
    assert_eq!((data.state, data.fee, data.called_off.as_deref()), (BookingState::Cancelled, 0, Some("A storm is coming")));
    assert!(!data.alternatives.is_empty());
    let fact = data.facts.last().unwrap();
    assert_eq!((fact.actor, fact.name.as_str()), (Actor::Staff, "Ana Marković"));
    assert_eq!(fact.deed, Deed::CalledOff { reason: "A storm is coming".into() });
    let page = james.get(&format!("/bookings/{booking}")).await.ok();
    assert_eq!(page.all("h1"), ["Called off by the resort"]);
    assert!(page.all(".alert-main")[0].contains("A storm is coming") && !page.attributes("a.row[href^='/sessions/']", "href").is_empty());
    let told = james.get("/notices").await.ok().all(".notice-text");
    assert!(told[0].contains("had to call this off: Glass-bottom boat") && told[0].ends_with("The reason: A storm is coming"), "{told:?}");
    assert_eq!(james.get("/").await.ok().all(".next-card").len(), 0);

    // Anna: another time, the same price, and a fee only by the new time.
    let data = details(&anna, annas).await;
    assert_eq!((data.state, data.target.clone(), data.total, data.fee_now), (BookingState::Confirmed, to.target, total, 0));
    assert!(matches!(&data.facts.last().unwrap().deed, Deed::MovedByResort { reason, .. } if reason == "A storm is coming"));
    let told = anna.get("/notices").await.ok().all(".notice-text");
    assert!(told[0].contains("A storm is coming") && told[0].contains("перенести"), "{told:?}");

    // Layla: her hold is gone, and nobody gets in any more.
    assert_eq!(layla.confirm(held).await.json::<BookingRefusal>(), BookingRefusal::NotNow(BookingState::Released));
    assert_eq!(details(&layla, held).await.called_off.as_deref(), Some("A storm is coming"));
    assert!(matches!(layla.hold(&boat.at(), &theirs[..1], &[]).await.json(), BookingRefusal::Cancelled { .. }));

    // What was done is written down, once each, with the reason.
    for (deed, count) in [("called_off", 1), ("booking_cancelled", 1), ("booking_moved", 1), ("booking_kept", 0)] {
        let lines = format!("SELECT count(*) FROM staff_log WHERE deed = '{deed}' AND reason = 'A storm is coming' AND actor = 'Ana Marković'");
        assert_eq!(app.number(&lines).await, count, "{deed}");
    }
    for lang in ["en", "ru", "uk", "de", "tr", "ar"] {
        let log = app.staff("manager").await.get_in(lang, "/staff/log").await.ok().all("td");
        assert!(log.iter().all(|cell| !["called_off", "booking_moved", "session 1"].contains(&cell.as_str())), "{lang}: {log:?}");
        assert!(log.iter().any(|cell| cell == "A storm is coming"), "{lang}");
    }
    let today = desk.get(&format!("/staff/bookings?day={day}")).await.ok();
    assert!(today.text.contains("A storm is coming") && today.all(".day-sheet .tag-bad").contains(&"Cancelled".to_owned()));
}

#[tokio::test]
async fn nothing_is_written_before_each_booking_has_a_choice_that_can_be_had() {
    let boat = Boat::new().await;
    let Boat { app, desk, booking, .. } = &boat;
    let (anna, hers) = (app.guest(ANNA).await, app.people(ANNA).await);
    let annas = anna.book(&boat.at(), &hers[..1], &[]).await;
    let sheet = sheet(desk, &boat.what()).await;
    assert_eq!(refused(desk, &form(&sheet, &[])).await, ClosingRefusal::ChoiceMissing(2));
    assert_eq!(refused(desk, &form(&sheet, &[(*booking, "cancel")])).await, ClosingRefusal::ChoiceMissing(1));
    nothing_written(app).await;
    for wrong in ["keep", "", "nonsense"] {
        let refusal = refused(desk, &form(&sheet, &[(*booking, "cancel"), (annas, wrong)])).await;
        assert!(matches!(&refusal, ClosingRefusal::ChoiceWrong(who) if who.booking.0 == annas && who.room == "204"), "{wrong}: {refusal:?}");
    }
    // Where it is called off as well, another offer's time, a time that is not there.
    let yoga = format!("/sessions/{}", app.session("morning-yoga", boat.day.plus(1)).await);
    for to in [boat.at(), yoga, "/sessions/999999".into()] {
        let form = form(&sheet, &[(*booking, "cancel"), (annas, &to)]);
        let answer = close(desk, &form).await;
        // Its own time is no other time: it would stay in what is called off.
        assert!(matches!(answer.json(), ClosingRefusal::NotMoved(who, _) if who.booking.0 == annas), "{to}: {}", answer.text);
    }
    let mut silent = form(&sheet, &[(*booking, "cancel"), (annas, "cancel")]);
    silent.retain(|(name, _)| name != "reason");
    assert_eq!(refused(desk, &silent).await, ClosingRefusal::ReasonMissing);
    silent.push(("reason".into(), "x".repeat(201)));
    assert!(close(desk, &silent).await.text.contains("reason"));
    nothing_written(app).await;
    // A place that somebody else took meanwhile: the one who gave up a place before has it still.
    let next = app.session("glass-boat", boat.day.plus(1)).await;
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET capacity = 0 WHERE id = $1").bind(next).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let refusal = refused(desk, &form(&sheet, &[(*booking, "cancel"), (annas, &format!("/sessions/{next}"))])).await;
    assert!(matches!(&refusal, ClosingRefusal::NotMoved(_, why) if matches!(**why, BookingRefusal::JustTaken { .. })), "{refusal:?}");
    assert_eq!(details(&boat.james, *booking).await.state, BookingState::Confirmed);
    nothing_written(app).await;
}

#[tokio::test]
async fn what_changed_meanwhile_is_shown_and_the_choices_are_kept() {
    let boat = Boat::new().await;
    let Boat { app, booking, day, .. } = &boat;
    let (anna, hers) = (app.guest(ANNA).await, app.people(ANNA).await);
    // A browser of one's own: what was typed comes back in a cookie.
    let logins = std::fs::read_to_string(app.folder().join("logins.txt")).unwrap();
    let password = logins.lines().find_map(|line| line.strip_prefix("ana\t")).unwrap();
    let desk = &app.visitor();
    desk.call("staff-sign-in", &[("login", "ana"), ("password", password)]).await.ok();
    let old = sheet(desk, &boat.what()).await;
    let mut sent = form(&old, &[(*booking, "cancel")]);
    // Somebody new.
    let annas = anna.book(&boat.at(), &hers[..1], &[]).await;
    let ClosingRefusal::Changed { came, gone } = refused(desk, &sent).await else { panic!() };
    assert_eq!((came.iter().map(|who| who.booking.0).collect::<Vec<_>>(), gone.len()), (vec![annas], 0));
    assert_eq!((came[0].room.as_str(), came[0].name.as_str()), ("204", "Анна Петрова"));

    // Without JavaScript the page comes back with the difference, and as it was filled in.
    let path = format!("/staff/bookings/close?session={}", boat.session);
    let plain: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let back = desk.post(&path, "staff-close", &plain).await.location.unwrap().replace(&app.base, "");
    let page = desk.get_in("en", &back).await.ok();
    assert!(page.all(".alert-main")[0].contains("New or moved: Room 204, Анна Петрова"), "{:?}", page.all(".alert-main"));
    assert_eq!(page.attributes("input[type=radio][checked]", "name"), [format!("choices[{booking}]")]);
    assert_eq!(page.attributes("input[type=radio][checked]", "value"), ["cancel"]);
    assert_eq!(page.attributes("#reason", "value"), ["A storm is coming"]);
    assert_eq!(page.all(".tag-warn"), ["New or moved"]);
    assert_eq!(page.attributes(&format!("input[name='seen[{annas}]']"), "value"), ["0"]);
    nothing_written(app).await;

    // Somebody who moved away, and somebody who cancelled.
    let new = sheet(desk, &boat.what()).await;
    sent = form(&new, &[(*booking, "cancel"), (annas, "cancel")]);
    let later = format!("/sessions/{}", app.session("glass-boat", day.plus(2)).await);
    anna.call("move-booking", &[("booking", &annas.to_string()), ("to", &later)]).await.ok();
    boat.james.call("cancel-booking", &[("booking", &booking.to_string()), ("expected_fee", "0")]).await.ok();
    let ClosingRefusal::Changed { came, gone } = refused(desk, &sent).await else { panic!() };
    assert_eq!((came.len(), gone.iter().map(|who| who.room.as_str()).collect::<Vec<_>>()), (0, vec!["204", "305"]));
    // Somebody who went away and came back has moved.
    anna.call("move-booking", &[("booking", &annas.to_string()), ("to", &boat.at())]).await.ok();
    let ClosingRefusal::Changed { came, gone } = refused(desk, &sent).await else { panic!() };
    assert_eq!((came.len(), gone.len()), (1, 1));
    nothing_written(app).await;
    close(desk, &form(&sheet(desk, &boat.what()).await, &[(annas, "cancel")])).await.ok();
    app.sums_are_even().await;
}

#[tokio::test]
async fn the_same_form_twice_is_one_deed_and_another_form_comes_too_late() {
    let boat = Boat::new().await;
    let Boat { app, desk, booking, .. } = &boat;
    let one = form(&sheet(desk, &boat.what()).await, &[(*booking, "cancel")]);
    let other = form(&sheet(&app.staff("manager").await, &boat.what()).await, &[(*booking, "cancel")]);
    let (a, b) = tokio::join!(close(desk, &one), close(desk, &one));
    assert_eq!((a.ok().text, close(desk, &one).await.ok().text.len()), (b.ok().text, 12));
    assert_eq!(app.number("SELECT count(*) FROM closures").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM folio_lines WHERE kind = 'reversal'").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'called_off'").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM timeline WHERE fact = 'called_off'").await, 1);
    assert_eq!(refused(&app.staff("manager").await, &other).await, ClosingRefusal::Already("Ana Marković".into()));
    let late: ClosingRefusal = desk.read("staff-closing", &[("what", &boat.what())]).await.json();
    assert_eq!(late, ClosingRefusal::Already("Ana Marković".into()));
    let page = desk.get_in("en", &format!("/staff/bookings/close?session={}", boat.session)).await.ok();
    assert_eq!(page.all(".alert-warn"), ["Ana Marković has called this off already."]);
    app.sums_are_even().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_guest_who_confirms_cancels_or_moves_while_the_desk_closes() {
    let boat = Boat::new().await;
    let Boat { app, desk, booking, day, .. } = &boat;
    let (anna, hers) = (app.guest(ANNA).await, app.people(ANNA).await);
    let held: i64 = anna.hold(&boat.at(), &hers[..1], &[]).await.ok().json();
    let form_one = form(&sheet(desk, &boat.what()).await, &[(*booking, "cancel")]);
    let (confirmed, closed) = tokio::join!(anna.confirm(held), close(desk, &form_one));
    if confirmed.status.is_success() {
        assert!(matches!(closed.json(), ClosingRefusal::Changed { .. }), "{}", closed.text);
        close(desk, &form(&sheet(desk, &boat.what()).await, &[(*booking, "cancel"), (held, "cancel")])).await.ok();
    } else {
        closed.ok();
        assert_eq!(confirmed.json::<BookingRefusal>(), BookingRefusal::NotNow(BookingState::Released));
    }
    app.sums_are_even().await;

    // Each guest's own deed against the desk's, on the boats of the next days.
    let later = format!("/sessions/{}", app.session("glass-boat", day.plus(5)).await);
    for (ahead, door, extra) in [(1, "cancel-booking", ("expected_fee", "0")), (2, "move-booking", ("to", later.as_str()))] {
        let session = app.session("glass-boat", day.plus(ahead)).await;
        let mine = anna.book(&format!("/sessions/{session}"), &hers[..1], &[]).await;
        let sent = form(&sheet(desk, &format!("session/{session}")).await, &[(mine, "cancel")]);
        let id = mine.to_string();
        let fields = [("booking", id.as_str()), extra];
        let (guest, closed) = tokio::join!(anna.call(door, &fields), close(desk, &sent));
        if closed.status.is_success() {
            assert!(door == "cancel-booking" || !guest.status.is_success(), "{}", guest.text);
        } else {
            assert!(matches!(closed.json(), ClosingRefusal::Changed { .. }), "{}", closed.text);
            guest.ok();
        }
        app.sums_are_even().await;
    }
    assert_eq!(
        app.number(
            "SELECT count(*) FROM bookings b JOIN sessions s ON s.id = b.session_id WHERE b.state = 'confirmed' AND s.cancelled_at IS NOT NULL"
        )
        .await,
        0
    );
}

#[tokio::test]
async fn a_resource_is_closed_and_what_is_shown_is_what_can_be_had() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (anna, people, desk) = (app.guest(ANNA).await, app.people(ANNA).await, app.staff("desk").await);
    let (james, his) = (app.guest(JAMES).await, app.people(JAMES).await);
    let on = day.plus(2);
    let time = |wall: &str| format!("/times/couples-massage/{on}/{wall}");
    let kept = anna.book(&time("1200"), &people[..2], &[]).await;
    let suite = resource(&app, "couples-suite").await;
    let what = format!("resource/{suite}/{on}/1300/1500");
    let sheet_of = sheet(&desk, &what).await;
    assert!(sheet_of.may_stay && sheet_of.affected.len() == 1, "half past one is within: {sheet_of:?}");
    assert_eq!(sheet(&desk, &format!("resource/{suite}/{on}/1330/1500")).await.affected.len(), 0, "it ends as that begins");
    close(&desk, &form(&sheet_of, &[(kept, "keep")])).await.ok();
    app.sums_are_even().await;
    assert_eq!(details(&anna, kept).await.state, BookingState::Confirmed);
    assert_eq!(anna.get("/notices").await.ok().all(".notice-text").len(), 2, "nothing is new for her: booked, and who goes too");
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'booking_kept'").await, 1);

    let shown = async || {
        let data: DayData = james.read("book-day", &[("day", &on.to_string()), ("offer", "couples-massage")]).await.ok().json();
        data.own[0].times.clone()
    };
    let agree = async || {
        let mut free = Vec::new();
        for chip in shown().await {
            let answer = james.hold(&chip.target.path(), &his, &[]).await;
            assert_eq!(answer.status.is_success(), chip.state == SlotState::Free, "{}: {:?} {}", chip.wall, chip.state, answer.text);
            if answer.status.is_success() {
                free.push(chip.wall);
                james.call("release", &[("booking", &answer.text)]).await.ok();
                // So many a minute and no more.
                app.house.clock.advance(60);
            }
        }
        free
    };
    let free = agree().await;
    assert!(free.contains(&"15:00".to_owned()) && free.contains(&"10:00".to_owned()), "{free:?}");
    assert!(["12:00", "13:00", "13:30", "14:30"].iter().all(|wall| !free.contains(&(*wall).to_owned())), "{free:?}");
    let state = |chips: &[cabana::booking::TimeChip], wall: &str| chips.iter().find(|chip| chip.wall == wall).unwrap().state.clone();
    assert_eq!(state(&shown().await, "14:00"), SlotState::Cancelled);
    assert!(matches!(james.hold(&time("1400"), &his, &[]).await.json(), BookingRefusal::Cancelled { .. }));

    // Whoever was kept gives the time back: it stays closed all the same.
    anna.call("cancel-booking", &[("booking", &kept.to_string()), ("expected_fee", "0")]).await.ok();
    let free = agree().await;
    assert!(!free.contains(&"13:00".to_owned()) && !free.contains(&"12:00".to_owned()), "{free:?}");
    app.sums_are_even().await;

    // Open again.
    let closures: Vec<DeskClosure> = desk.read("staff-closures", &[("day", &on.to_string())]).await.ok().json();
    assert_eq!((closures.len(), closures[0].wall.as_str(), closures[0].until.as_str(), closures[0].open), (1, "13:00", "15:00", true));
    let id = closures[0].id.to_string();
    for _ in 0..2 {
        desk.call("staff-reopen", &[("closure", &id)]).await.ok();
    }
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'reopened'").await, 1);
    let free = agree().await;
    assert!(["12:00", "13:00", "14:00"].iter().all(|wall| free.contains(&(*wall).to_owned())), "{free:?}");
    assert!(desk.read("staff-closures", &[("day", &on.to_string())]).await.ok().json::<Vec<DeskClosure>>().is_empty());
    app.sums_are_even().await;
}

#[tokio::test]
async fn another_therapist_takes_over_at_the_same_time() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (anna, people, desk) = (app.guest(ANNA).await, app.people(ANNA).await, app.staff("desk").await);
    let on = day.plus(1);
    let at = format!("/times/massage-60/{on}/1200");
    let booking = anna.book(&at, &people[..1], &[("answers[pressure]", "1")]).await;
    let lin = resource(&app, "therapist-lin").await;
    assert_eq!(app.number("SELECT resource_id FROM bookings").await, lin);
    let told = anna.get("/notices").await.ok().all(".notice-text").len();
    // So soon that a guest could no longer book it.
    app.at_day(on, "11:30").await;
    let desk_sheet = sheet(&desk, &format!("resource/{lin}/{on}/1000/0000")).await;
    assert!(desk_sheet.affected[0].alternatives.iter().any(|one| one.day == on && one.target.path() == at), "{desk_sheet:?}");
    close(&desk, &form(&desk_sheet, &[(booking, &at)])).await.ok();
    app.sums_are_even().await;
    let data = details(&anna, booking).await;
    assert_eq!((data.state, data.wall.as_str(), data.day), (BookingState::Confirmed, "12:00", on));
    assert_ne!(app.number("SELECT resource_id FROM bookings").await, lin);
    assert!(matches!(&data.facts.last().unwrap().deed, Deed::MovedByResort { from, to, .. } if from == to));
    assert_eq!(anna.get("/notices").await.ok().all(".notice-text").len(), told + 1, "only the reminder is due by now");
    // Minutes around an appointment may lie in what is closed; the appointment may not.
    let facial = async |wall: &str| anna.hold(&format!("/times/facial/{}/{wall}", on.plus(1)), &people[..1], &[]).await.status.is_success();
    let all = ["therapist-lin", "therapist-sofia"];
    for key in all {
        let id = resource(&app, key).await;
        close(&desk, &form(&sheet(&desk, &format!("resource/{id}/{}/1345/1500", on.plus(1))).await, &[])).await.ok();
    }
    let got = [facial("1300").await, facial("1330").await, facial("1430").await, facial("1500").await];
    assert_eq!(got, [true, false, false, true]);
    app.sums_are_even().await;
}

#[tokio::test]
async fn an_offer_is_called_off_for_a_day() {
    let boat = Boat::new().await;
    let Boat { app, desk, booking, day, .. } = &boat;
    let sheet_of = sheet(desk, &format!("offer/glass-boat/{day}")).await;
    assert!(!sheet_of.may_stay && sheet_of.affected.len() == 1);
    assert!(sheet_of.affected[0].alternatives.iter().all(|one| one.day != *day), "{:?}", sheet_of.affected[0].alternatives);
    close(desk, &form(&sheet_of, &[(*booking, "cancel")])).await.ok();
    let open = format!(
        "SELECT count(*) FROM sessions s JOIN offers o ON o.id = s.offer_id WHERE o.key = 'glass-boat' AND s.day = '{day}' AND s.cancelled_at IS NULL"
    );
    assert_eq!(app.number(&open).await, 0);
    assert_eq!(
        desk.read("staff-closing", &[("what", &format!("offer/glass-boat/{day}"))]).await.status,
        StatusCode::NOT_FOUND,
        "there is nothing left"
    );

    // Times of one's own: the therapists do other things.
    let on = day.plus(1);
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let massage = |day: Day| format!("/times/massage-60/{day}/1200");
    let mine = anna.book(&massage(on), &people[..1], &[("answers[pressure]", "1")]).await;
    let sheet_of = sheet(desk, &format!("offer/massage-60/{on}")).await;
    let to = sheet_of.affected[0].alternatives.iter().find(|one| one.day != on).unwrap().target.path();
    assert!(sheet_of.affected[0].alternatives.iter().all(|one| one.day != on));
    close(desk, &form(&sheet_of, &[(mine, &to)])).await.ok();
    let (james, his) = (app.guest(JAMES).await, app.people(JAMES).await);
    let held = james.hold(&massage(on), &his[..1], &[("answers[pressure]", "1")]).await;
    assert!(matches!(held.json(), BookingRefusal::Cancelled { .. }), "{}", held.text);
    james.hold(&format!("/times/facial/{on}/1200"), &his[..1], &[]).await.ok();
    app.sums_are_even().await;
}

#[tokio::test]
async fn what_is_over_stays_as_it_was_when_the_rest_of_its_day_is_called_off() {
    let boat = Boat::new().await;
    let Boat { app, desk, booking, day, james, session, .. } = &boat;
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query(
        "INSERT INTO sessions (offer_id, day, wall, starts_at, ends_at, capacity)
         SELECT offer_id, day, '18:00', starts_at + 25200, ends_at + 25200, 5 FROM sessions WHERE id = $1",
    )
    .bind(session)
    .execute(tx.conn())
    .await
    .unwrap();
    tx.commit().await.unwrap();
    app.at_day(*day, "14:00").await;
    let rest = sheet(desk, &format!("offer/glass-boat/{day}")).await;
    assert!(rest.affected.is_empty());
    close(desk, &form(&rest, &[])).await.ok();
    assert_eq!(app.number(&format!("SELECT count(*) FROM sessions WHERE id = {session} AND cancelled_at IS NULL")).await, 1);
    assert_eq!(details(james, *booking).await.state, BookingState::Confirmed);
    app.sums_are_even().await;
}

#[tokio::test]
async fn a_session_opens_again_and_is_sold_as_before() {
    let boat = Boat::new().await;
    let Boat { app, desk, booking, day, james, .. } = &boat;
    close(desk, &form(&sheet(desk, &boat.what()).await, &[(*booking, "cancel")])).await.ok();
    let closures: Vec<DeskClosure> = desk.read("staff-closures", &[("day", &day.to_string())]).await.ok().json();
    let id = closures[0].id.to_string();
    assert_eq!((closures[0].title.as_str(), closures[0].by.as_str()), ("Glass-bottom boat", "Ana Marković"));
    let page = desk.get(&format!("/staff/bookings?day={day}")).await.ok();
    assert_eq!(page.attributes("input[name=closure]", "value"), std::slice::from_ref(&id));
    let plain = desk.post(&format!("/staff/bookings?day={day}"), "staff-reopen", &[("closure", &id)]).await;
    assert_eq!(plain.location, Some(format!("/staff/bookings?day={day}")));
    app.sums_are_even().await;
    let people = app.people(JAMES).await;
    james.book(&boat.at(), &people, &[]).await;
    // What was called off before it begins cannot be opened once it is over.
    let again = sheet(desk, &boat.what()).await;
    let last = again.affected[0].booking.0;
    close(desk, &form(&again, &[(last, "cancel")])).await.ok();
    app.at_day(*day, "12:30").await;
    let id = app.number("SELECT max(id) FROM closures").await.to_string();
    assert_eq!(desk.call("staff-reopen", &[("closure", &id)]).await.json::<ClosingRefusal>(), ClosingRefusal::Over);
    assert_eq!(desk.call("staff-reopen", &[("closure", "999999")]).await.status, StatusCode::NOT_FOUND);
    app.sums_are_even().await;
}

#[tokio::test]
async fn what_has_begun_is_called_off_too_and_what_is_over_is_not() {
    let boat = Boat::new().await;
    let Boat { app, desk, booking, day, james, .. } = &boat;
    let (anna, hers) = (app.guest(ANNA).await, app.people(ANNA).await);
    let annas = anna.book(&boat.at(), &hers[..1], &[]).await;
    for id in [*booking, annas] {
        let answer: CheckInAnswer = desk.call("staff-check-in", &[("code", &app.code(id).await)]).await.ok().json();
        assert!(matches!(answer, CheckInAnswer::Admitted { .. }));
    }
    app.at_day(*day, "11:10").await;
    let now = sheet(desk, &boat.what()).await;
    assert_eq!(now.affected.iter().map(|one| one.arrived).collect::<Vec<_>>(), [1, 1]);
    let to = now.affected[1].alternatives[0].target.path();
    close(desk, &form(&now, &[(*booking, "cancel"), (annas, &to)])).await.ok();
    assert_eq!(
        app.number("SELECT coalesce(sum(amount), 0) FROM folio_lines f JOIN stays s ON s.id = f.stay_id WHERE s.reference = 'HB-1002'").await,
        0
    );
    assert_eq!(details(james, *booking).await.state, BookingState::Cancelled);
    let data = details(&anna, annas).await;
    assert!(data.people.iter().all(|person| person.checked_in.is_none()) && data.can_move && data.can_cancel, "she comes anew");
    app.sums_are_even().await;

    let next = app.session("glass-boat", day.plus(1)).await;
    let later = sheet(desk, &format!("session/{next}")).await;
    app.at_day(day.plus(1), "12:30").await;
    assert_eq!(refused(&app.staff("desk").await, &form(&later, &[])).await, ClosingRefusal::Over);
}

#[tokio::test]
async fn children_who_move_keep_an_adult_with_them() {
    let boat = Boat::new().await;
    let Boat { app, desk, booking, day, .. } = &boat;
    let (anna, hers) = (app.guest(ANNA).await, app.people(ANNA).await);
    let mother = anna.book(&boat.at(), &hers[..1], &[]).await;
    let child = anna.book(&boat.at(), &hers[2..3], &[]).await;
    let to = format!("/sessions/{}", app.session("glass-boat", day.plus(1)).await);
    let now = sheet(desk, &boat.what()).await;
    let alone = refused(desk, &form(&now, &[(*booking, "cancel"), (mother, "cancel"), (child, &to)])).await;
    assert!(matches!(&alone, ClosingRefusal::NotMoved(who, why) if who.booking.0 == child && **why == BookingRefusal::NeedsAdult), "{alone:?}");
    nothing_written(app).await;
    close(desk, &form(&now, &[(*booking, "cancel"), (mother, &to), (child, &to)])).await.ok();
    app.sums_are_even().await;
}

#[tokio::test]
async fn the_pages_are_plain_forms_in_every_language() {
    let boat = Boat::new().await;
    let Boat { app, desk, booking, day, .. } = &boat;
    let suite = resource(app, "couples-suite").await;
    let path = format!("/staff/bookings/close?session={}", boat.session);
    for lang in ["en", "ru", "uk", "de", "tr", "ar"] {
        let page = desk.get_in(lang, &path).await.ok();
        assert_eq!(page.attributes("input[name=what]", "value"), [boat.what()]);
        let radios = page.attributes(&format!("input[name='choices[{booking}]']"), "value");
        assert!(radios.len() == 4 && radios[3] == "cancel" && radios[..3].iter().all(|value| value.starts_with("/sessions/")), "{radios:?}");
        for more in ["/staff/bookings/close", &format!("/staff/bookings/close?resource={suite}&day={day}&from=09:00&until=00:00")] {
            let page = desk.get_in(lang, more).await.ok();
            assert!(page.all("main h1").len() == 1 && page.all(".alert").is_empty(), "{lang} {more}");
        }
        let wrong = desk.get_in(lang, &format!("/staff/bookings/close?resource={suite}&day={day}&from=9&until=")).await.ok();
        assert!(wrong.all(".alert-warn").len() == 1 && wrong.all("form select").len() >= 2);
    }
    let sheet_page = desk.get(&format!("/staff/bookings?day={day}")).await.ok();
    assert!(sheet_page.attributes(".day-sheet a", "href").contains(&path));
    let service = app.staff("service").await.get(&format!("/staff/bookings?day={day}")).await.ok();
    assert!(service.attributes("a", "href").iter().all(|href| !href.contains("close")), "only the desk calls off");
    let page = desk.get(&path).await.ok();
    let intent = page.attributes("input[name=intent]", "value").remove(0);
    let (choice, seen) = (format!("choices[{booking}]"), format!("seen[{booking}]"));
    let fields = [("what", &*boat.what()), ("intent", &*intent), ("reason", " No \u{7} wind\n "), (&*choice, "cancel"), (&*seen, "0")];
    let done = desk.post(&path, "staff-close", &fields).await;
    assert_eq!((done.status, done.location), (StatusCode::FOUND, Some(format!("/staff/bookings?day={day}"))));
    assert_eq!(details(&boat.james, *booking).await.called_off.as_deref(), Some("No wind"));
    for wrong in [("what", "x"), ("intent", "x"), ("seen[x]", "0"), ("choices[x]", "keep")] {
        let mut fields = vec![("what", "session/1"), ("intent", &*intent), ("reason", "x")];
        fields.retain(|(name, _)| *name != wrong.0);
        fields.push(wrong);
        let answer = desk.call("staff-close", &fields).await;
        assert!(answer.status.is_client_error(), "{wrong:?}: {} {}", answer.status, answer.text);
    }
    assert_eq!(Keys::token().len(), intent.len());
}

#[tokio::test]
async fn a_check_in_is_taken_back_and_the_ticket_is_good_again() {
    let boat = Boat::new().await;
    let Boat { app, day, james, booking, .. } = &boat;
    let (service, code) = (app.staff("service").await, app.code(*booking).await);
    let scan = async || service.call("staff-check-in", &[("code", &code)]).await.ok().json::<CheckInAnswer>();
    let seen = async || app.number("SELECT coalesce(max(checked_in_at), 0) FROM participants").await.to_string();
    let undo = async |seen: &str| service.call("staff-undo-check-in", &[("code", &code), ("seen", seen)]).await;
    let standing = async || service.read("staff-ticket", &[("code", &code)]).await.ok().json::<DeskTicket>().standing;
    undo("1").await.ok();
    assert!(matches!(scan().await, CheckInAnswer::Admitted { .. }));
    assert!(matches!(standing().await, TicketStanding::In { undo: true, .. }));
    let first = seen().await;
    for page in [format!("/staff/tickets/{code}"), format!("/staff/bookings?day={day}")] {
        assert_eq!(service.get(&page).await.ok().attributes("input[name=seen]", "value"), std::slice::from_ref(&first), "{page}");
    }
    let refusal = james.call("cancel-booking", &[("booking", &booking.to_string()), ("expected_fee", "0")]).await;
    assert_eq!(refusal.json::<BookingRefusal>(), BookingRefusal::CheckedIn);

    let (a, b) = tokio::join!(undo(&first), undo(&first));
    a.ok();
    b.ok();
    assert_eq!(standing().await, TicketStanding::Good);
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'check_in_undone' AND before = 'James Whitfield'").await, 1);
    let data = details(james, *booking).await;
    assert!(data.people.iter().all(|person| person.checked_in.is_none() && !person.qr.is_empty()));
    assert_eq!(data.facts.last().unwrap().deed, Deed::CheckInUndone { name: "James Whitfield".into() });
    assert!(james.get(&format!("/bookings/{booking}")).await.ok().text.contains("James Whitfield: the arrival was taken back"));
    app.sums_are_even().await;

    // Let in again; what was seen before does not take that back.
    app.house.clock.advance(60);
    assert!(matches!(scan().await, CheckInAnswer::Admitted { .. }));
    assert_eq!(undo(&first).await.json::<BookingRefusal>(), BookingRefusal::CheckedIn);
    let second = seen().await;
    let path = format!("/staff/tickets/{code}");
    let plain = service.post(&path, "staff-undo-check-in", &[("code", &code), ("seen", &second)]).await;
    assert_eq!((plain.status, plain.location), (StatusCode::FOUND, Some(format!("{}{path}?", app.base))));
    assert_eq!(standing().await, TicketStanding::Good);

    // Only within the day.
    assert!(matches!(scan().await, CheckInAnswer::Admitted { .. }));
    let third = seen().await;
    app.at_day(day.plus(1), "08:00").await;
    let service = app.staff("service").await;
    let late = service.call("staff-undo-check-in", &[("code", &code), ("seen", &third)]).await;
    assert_eq!(late.json::<BookingRefusal>(), BookingRefusal::Past);
    assert!(service.get(&path).await.ok().all("input[name=seen]").is_empty());
    assert_eq!(james.call("staff-undo-check-in", &[("code", &code), ("seen", &third)]).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(service.call("staff-undo-check-in", &[("code", "23456789ACDEFHJKMN"), ("seen", "1")]).await.status, StatusCode::NOT_FOUND);
}
