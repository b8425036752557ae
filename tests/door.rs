//! The desk's sheet of a day and the door at which tickets are looked at and checked in.

use crate::helpers::{ANNA, TestApp};
use cabana::base::Day;
use cabana::booking::desk::{DeskDay, DeskPerson, DeskTicket, TicketStanding};
use reqwest::StatusCode;

/// Anna and Dmitri are going to the first yoga that can still be booked. Answers its day.
async fn going(app: &TestApp) -> Day {
    let anna = app.guest(ANNA).await;
    let (session, day): (i64, String) = sqlx::query_as(
        "SELECT s.id, s.day FROM sessions s JOIN offers o ON o.id = s.offer_id WHERE o.key = 'morning-yoga' AND s.starts_at > $1 ORDER BY s.starts_at LIMIT 1",
    )
    .bind(app.house.clock.now() + 4 * 3600)
    .fetch_one(app.house.database.readers())
    .await
    .unwrap();
    let adults: Vec<i64> = sqlx::query_scalar("SELECT id FROM guests WHERE stay_id = $1 AND age >= 18 ORDER BY id")
        .bind(app.stay(ANNA).await.0)
        .fetch_all(app.house.database.readers())
        .await
        .unwrap();
    let at = format!("/sessions/{session}");
    let (one, two) = (format!("guests[{}]", adults[0]), format!("guests[{}]", adults[1]));
    let intent = cabana::server::Keys::token();
    let held = anna.call("hold", &[("at", at.as_str()), (&one, "on"), (&two, "on"), ("intent", &intent)]).await.ok();
    anna.call("confirm", &[("booking", held.text.as_str())]).await.ok();
    Day::parse(&day).unwrap()
}

async fn people(app: &TestApp, day: Day) -> Vec<DeskPerson> {
    let sheet: DeskDay = app.staff("service").await.read("staff-day-sheet", &[("day", &day.to_string())]).await.ok().json();
    assert_eq!(sheet.day, day);
    let busy: Vec<_> = sheet.slots.into_iter().filter(|slot| !slot.people.is_empty()).collect();
    assert_eq!(busy.len(), 1);
    assert_eq!((busy[0].confirmed, busy[0].held), (2, 0));
    busy.into_iter().flat_map(|slot| slot.people).collect()
}

#[tokio::test]
async fn the_sheet_of_a_day_shows_who_goes() {
    let app = TestApp::new().await;
    let day = going(&app).await;
    let goers = people(&app, day).await;
    assert_eq!(goers.iter().map(|goer| goer.name.as_str()).collect::<Vec<_>>(), ["Анна Петрова", "Дмитрий Петров"]);
    assert!(goers.iter().all(|goer| goer.room == "204" && goer.checked_in.is_none()));
    let desk = app.staff("desk").await;
    let page = desk.get_in("de", &format!("/staff/bookings?day={day}")).await.ok();
    assert_eq!(page.attributes("td a.link", "href"), goers.iter().map(|goer| format!("/staff/tickets/{}", goer.code)).collect::<Vec<_>>());
    let next = desk.get(&format!("/staff/bookings?day={}", day.plus(1))).await.ok();
    assert!(next.all("td a.link").is_empty());
    assert_eq!(desk.read("staff-day-sheet", &[("day", "2026-02-30")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(desk.get("/staff/bookings?day=yesterday%20or%20so").await.status, StatusCode::OK, "an address mistyped shows today");
}

#[tokio::test]
async fn a_ticket_is_looked_at_and_its_holder_let_in_once() {
    let app = TestApp::new().await;
    let day = going(&app).await;
    let goers = people(&app, day).await;
    let code = goers[0].code.as_str();
    let time = app.shelf().await.time;
    let service = app.staff("service").await;
    let standing = || async { service.read("staff-ticket", &[("code", code)]).await.ok().json::<DeskTicket>().standing };
    let days = day.days_since(time.day(app.house.clock.now()));
    if days > 0 {
        assert_eq!(standing().await, TicketStanding::WrongDay);
        let page = service.get(&format!("/staff/tickets/{code}")).await.ok();
        assert_eq!(page.attributes(".scan-card button[disabled]", "type"), ["submit"], "the door stays shut");
        app.house.clock.advance(time.instant(day, cabana::base::WallTime(7 * 60)) - app.house.clock.now());
    }
    assert_eq!(standing().await, TicketStanding::Good);
    let ticket: DeskTicket = service.read("staff-ticket", &[("code", &code.to_lowercase())]).await.ok().json();
    assert_eq!((ticket.person.name.as_str(), ticket.others.len()), ("Анна Петрова", 1));
    let from = format!("/staff/tickets/{code}");
    let answer = service.post(&from, "staff-check-in", &[("code", code)]).await;
    assert!(answer.status.is_redirection(), "{} {}", answer.status, answer.text);
    let TicketStanding::In { by, .. } = standing().await else { panic!("not in") };
    assert_eq!(by, "Karim Mansour");
    let second = service.call("staff-check-in", &[("code", code)]).await.ok();
    assert!(second.text.contains("AlreadyIn"), "{}", second.text);
    assert_eq!(service.get_in("en", &from).await.ok().all(".scan-card .tag").len(), 1);
    assert_eq!(people(&app, day).await[1].checked_in, None, "the rest of the party may come later");
    assert_eq!(service.read("staff-ticket", &[("code", "23456789ACDEFHJKMN")]).await.status, StatusCode::NOT_FOUND);
    let page = service.get_in("en", "/staff/tickets?code=nonsense").await.ok();
    assert!(page.all(".alert-bad")[0].contains("no ticket with this code"));
}
