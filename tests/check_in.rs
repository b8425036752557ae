//! Letting somebody in: `POST /api/staff-check-in`.

use crate::helpers::{JAMES, TestApp};
use cabana::booking::desk::{DeskTicket, DoorTicket, TicketStanding};
use cabana::booking::{BookingRefusal, CheckInAnswer};
use reqwest::StatusCode;

#[tokio::test]
async fn of_two_scans_exactly_one_admits() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&format!("/sessions/{}", app.session("glass-boat", day).await), &people, &[]).await;
    let (desk, code) = (app.staff("service").await, app.code(id).await);
    let scan = async || desk.call("staff-check-in", &[("code", &code)]).await.ok().json::<CheckInAnswer>();
    let (a, b) = tokio::join!(scan(), scan());
    let admitted = [&a, &b].into_iter().filter(|answer| matches!(answer, CheckInAnswer::Admitted { .. })).count();
    let already = [&a, &b].into_iter().filter(|answer| matches!(answer, CheckInAnswer::AlreadyIn { .. })).count();
    assert_eq!((admitted, already), (1, 1), "{a:?} {b:?}");
    assert_eq!(app.number("SELECT count(*) FROM timeline WHERE fact = 'checked_in'").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'check-in'").await, 1);
    let answer = james.call("cancel-booking", &[("booking", &id.to_string()), ("expected_fee", "0")]).await;
    assert_eq!(answer.json::<BookingRefusal>(), BookingRefusal::CheckedIn);
    app.sums_are_even().await;
}

#[tokio::test]
async fn a_ticket_is_read_as_scanned_or_typed() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&format!("/sessions/{}", app.session("glass-boat", day).await), &people[..1], &[]).await;
    let (desk, code) = (app.staff("desk").await, app.code(id).await.to_lowercase());
    let scanned = format!("{}/staff/tickets/{}", app.base, code);
    let answer: CheckInAnswer = desk.call("staff-check-in", &[("code", &scanned)]).await.ok().json();
    assert!(matches!(answer, CheckInAnswer::Admitted { ref wall, .. } if wall == "11:00"), "{answer:?}");
}

#[tokio::test]
async fn other_days_cancelled_and_unknown_tickets_are_told_apart() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let at = format!("/sessions/{}", app.session("glass-boat", day.plus(1)).await);
    let id = james.book(&at, &people[..1], &[]).await;
    let (desk, code) = (app.staff("desk").await, app.code(id).await);
    let scan = async |code: &str| desk.call("staff-check-in", &[("code", code)]).await.ok().json::<CheckInAnswer>();
    assert!(matches!(scan(&code).await, CheckInAnswer::WrongDay { day: shown, .. } if shown == day.plus(1)));
    for typed in ["", "23456789ACDEFHJKMN", "x", "\u{0}", "../../etc/passwd"] {
        assert_eq!(scan(typed).await, CheckInAnswer::Unknown, "{typed}");
    }
    james.call("cancel-booking", &[("booking", &id.to_string()), ("expected_fee", "0")]).await.ok();
    app.at_day(day.plus(1), "10:00").await;
    let tomorrow = app.staff("desk").await.call("staff-check-in", &[("code", &code)]).await.ok();
    assert!(matches!(tomorrow.json(), CheckInAnswer::Cancelled { .. }));
    assert_eq!(app.number("SELECT count(*) FROM participants WHERE checked_in_at IS NOT NULL").await, 0);
}

#[tokio::test]
async fn only_staff_may_let_somebody_in() {
    let app = TestApp::new().await;
    let james = app.guest(JAMES).await;
    assert_eq!(james.call("staff-check-in", &[("code", "x")]).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(app.visitor().call("staff-check-in", &[("code", "x")]).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn what_goes_on_after_midnight_is_good_until_it_ends() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&format!("/sessions/{}", app.session("glass-boat", day).await), &people, &[]).await;
    // It begins at 23:30 and lasts an hour.
    let late = app.shelf().await.time.instant(day, cabana::base::WallTime(23 * 60 + 30));
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE bookings SET starts_at = $1, ends_at = $2, wall = '23:30'").bind(late).bind(late + 3600).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let code = app.code(id).await;
    let standing = async || {
        let desk = app.staff("desk").await;
        let ticket: DeskTicket = desk.read("staff-ticket", &[("code", &code)]).await.ok().json();
        let page = desk.get(&format!("/staff/tickets/{code}")).await.ok();
        (ticket.standing, page.attributes(".scan-card button[disabled]", "type").is_empty())
    };
    app.at_day(day.plus(1), "00:10").await;
    assert_eq!(standing().await, (TicketStanding::Good, true));
    app.at_day(day.plus(1), "00:31").await;
    assert_eq!(standing().await, (TicketStanding::WrongDay, false));
    let scan = async || app.staff("desk").await.call("staff-check-in", &[("code", &code)]).await.ok().json::<CheckInAnswer>();
    assert!(matches!(scan().await, CheckInAnswer::WrongDay { .. }));
    app.at_day(day.plus(1), "00:29").await;
    assert!(matches!(scan().await, CheckInAnswer::Admitted { .. }));
}

#[tokio::test]
async fn whoever_did_not_come_is_said_so_after_a_while_and_may_come_all_the_same() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&format!("/sessions/{}", app.session("glass-boat", day).await), &people, &[]).await;
    let code = app.code(id).await;
    let missed = async |missed: &str| app.staff("service").await.call("staff-missed", &[("code", &code), ("missed", missed)]).await;
    let said = async || app.number("SELECT count(*) FROM participants WHERE missed_at IS NOT NULL AND missed_by IS NOT NULL").await;
    app.at_day(day, "11:14").await;
    assert!(matches!(missed("true").await.json(), BookingRefusal::NotNow(_)), "they may still come");
    app.at_day(day, "11:15").await;
    let (a, b) = tokio::join!(missed("true"), missed("true"));
    a.ok();
    b.ok();
    assert_eq!((said().await, app.number("SELECT count(*) FROM staff_log WHERE deed = 'missed'").await), (1, 1), "one of two, once");
    let sheet = app.staff("desk").await.get(&format!("/staff/bookings?day={day}")).await.ok();
    assert!(sheet.text.contains("Did not come, says") && sheet.text.contains("Undo: James Whitfield may still come"), "{}", sheet.text);
    assert!(james.get(&format!("/bookings/{id}")).await.ok().text.contains("James Whitfield did not come"));

    missed("false").await.ok();
    missed("false").await.ok();
    assert_eq!((said().await, app.number("SELECT count(*) FROM staff_log WHERE deed = 'missed_undone'").await), (0, 1));
    missed("true").await.ok();
    // Late, but here: the ticket is as good as before.
    let answer: CheckInAnswer = app.staff("service").await.call("staff-check-in", &[("code", &code)]).await.ok().json();
    assert!(matches!(answer, CheckInAnswer::Admitted { .. }), "{answer:?}");
    assert_eq!(said().await, 0);
    assert!(matches!(missed("true").await.json(), BookingRefusal::CheckedIn));
    app.sums_are_even().await;
}

#[tokio::test]
async fn scans_made_without_signal_are_merged_by_their_time_and_counted_once() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    james.book(&format!("/sessions/{}", app.session("glass-boat", day).await), &people, &[]).await;
    app.at_day(day, "10:55").await;
    let (karim, ana) = (app.staff("service").await, app.staff("desk").await);
    let list: Vec<DoorTicket> = karim.read("staff-door-list", &[]).await.ok().json();
    assert_eq!(list.iter().map(|ticket| (&*ticket.title, ticket.inside)).collect::<Vec<_>>(), [("Glass-bottom boat", false); 2]);
    let codes: Vec<String> = list.into_iter().map(|ticket| ticket.code).collect();
    let at = async |wall: &str| app.shelf().await.time.instant(day, cabana::base::WallTime::parse(wall).unwrap());
    let scans = format!("aaaaaaaaaaaaaaa1 {} {}\naaaaaaaaaaaaaaa2 {} {}", codes[0], at("10:52").await, codes[1], at("10:53").await);

    // Ana lets the first of them in with signal, after Karim did without.
    app.at_day(day, "10:57").await;
    assert!(matches!(ana.call("staff-check-in", &[("code", &codes[0])]).await.ok().json(), CheckInAnswer::Admitted { .. }));
    app.at_day(day, "11:10").await;
    let send = async || karim.call("staff-upload-scans", &[("scans", &scans)]).await.ok().json::<Vec<CheckInAnswer>>();
    let (first, again) = tokio::join!(send(), send());
    assert_eq!(first, again);
    let CheckInAnswer::Twice { at, again_at, .. } = &first[0] else { panic!("{first:?}") };
    assert_eq!((&**at, &**again_at), ("10:52", "10:57"));
    assert!(matches!(first[1], CheckInAnswer::Admitted { .. }));
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'let_in_twice'").await, 1, "flagged, and once");
    assert_eq!(app.number("SELECT count(*) FROM scans").await, 2);
    let ticket: DeskTicket = karim.read("staff-ticket", &[("code", &codes[0])]).await.ok().json();
    assert!(matches!(ticket.standing, TicketStanding::In { ref at, .. } if at.wall == "10:52"), "{:?}", ticket.standing);
    // What is no scan is refused, and nothing of it is kept.
    for wrong in ["x", "aaaaaaaaaaaaaaa3 CODE soon", "short CODE 1"] {
        assert_eq!(karim.call("staff-upload-scans", &[("scans", wrong)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    app.sums_are_even().await;
}
