//! Days on which the clocks change: by half an hour, at midnight, an hour that is missing and one that comes twice.

use crate::earlier_stays::make;
use crate::helpers::TestApp;
use cabana::base::{Day, WallTime};
use cabana::booking::schedule::lay_out;
use cabana::booking::{BookingData, BookingRefusal, DayData, SlotState};
use cabana::catalog::shelf::Weekly;
use cabana::server::Time;

/// A resort somewhere else, on the day before a day of its choice; with a court that is always open, and a boat at `wall`
/// each day.
async fn resort_in(zone: &str, day: &str, wall: &str) -> (TestApp, Day, Time) {
    let app = TestApp::new().await;
    let day = Day::parse(day).unwrap();
    app.change_resort(|resort| resort.time_zone = zone.to_owned()).await;
    app.change_offer("glass-boat", |offer| {
        offer.weekly = vec![Weekly { days: Vec::new(), at: WallTime::parse(wall).unwrap(), capacity: 5 }];
        (offer.minutes, offer.age_min, offer.adult_needed) = (60, None, false);
        offer.questions.clear();
    })
    .await;
    app.change_offer("tennis-court", |offer| {
        offer.hours.clear();
        offer.age_min = None;
        (offer.step, offer.minutes, offer.notice_minutes, offer.before, offer.after) = (30, 60, 0, 0, 0);
        offer.questions.clear();
    })
    .await;
    // Whoever asks for a page reads the catalogue anew.
    app.visitor().get("/").await.ok();
    app.at_day(day.plus(-1), "12:00").await;
    let shelf = app.shelf().await;
    assert_eq!(shelf.time.zone(), zone);
    let mut tx = app.house.begin().await.unwrap();
    lay_out(&mut tx, &shelf).await.unwrap();
    tx.commit().await.unwrap();
    let time = shelf.time;
    (app, day, time)
}

async fn courts(app: &TestApp, day: Day) -> Vec<(String, SlotState)> {
    let data: DayData = app.visitor().read("book-day", &[("day", &day.to_string()), ("offer", "tennis-court")]).await.ok().json();
    data.own[0].times.iter().map(|chip| (chip.wall.clone(), chip.state.clone())).collect()
}

#[tokio::test]
async fn a_time_that_is_missing_is_moved_to_the_first_that_is_there_and_never_offered() {
    for (zone, day, missing, first) in [
        ("Asia/Beirut", "2027-03-28", "00:30", "01:00"),
        ("America/Santiago", "2027-09-05", "00:00", "01:00"),
        ("Australia/Lord_Howe", "2027-10-03", "02:15", "02:30"),
        ("Europe/Berlin", "2027-03-28", "02:30", "03:00"),
    ] {
        let (app, day, time) = resort_in(zone, day, missing).await;
        let desk = app.staff("desk").await;
        make(&desk, "DST-1", "", (day.plus(-1), day.plus(3))).await;
        let (guest, people) = (app.guest("DST-1").await, app.people("DST-1").await);

        let boat = app.session("glass-boat", day).await;
        let promised = app.number(&format!("SELECT count(*) FROM sessions WHERE id = {boat} AND wall = '{missing}'")).await;
        let starts_at = app.number(&format!("SELECT starts_at FROM sessions WHERE id = {boat}")).await;
        assert_eq!((promised, time.wall(starts_at).to_string(), time.day(starts_at)), (1, first.to_owned(), day), "{zone}");
        let long = app.number(&format!("SELECT ends_at - starts_at FROM sessions WHERE id = {boat}")).await;
        assert_eq!(long, 3600, "{zone}: an hour lasts an hour");
        guest.book(&format!("/sessions/{boat}"), &people[..1], &[]).await;

        let chips = courts(&app, day).await;
        let wrong = chips.iter().find(|(wall, _)| !time.exists(day, WallTime::parse(wall).unwrap()));
        assert_eq!(wrong, None, "{zone}");
        assert!(chips.iter().any(|(wall, _)| wall == first), "{zone} {chips:?}");
        let hhmm = missing.replace(':', "");
        let answer = guest.hold(&format!("/times/tennis-court/{day}/{hhmm}"), &people[1..], &[]).await;
        assert_eq!(answer.status, reqwest::StatusCode::NOT_FOUND, "{zone}: {}", answer.text);
        app.sums_are_even().await;
    }
}

#[tokio::test]
async fn neighbours_around_a_change_share_nothing_and_leave_nothing_out() {
    for (zone, day) in [
        ("Asia/Beirut", "2027-03-28"),
        ("Asia/Beirut", "2027-10-30"),
        ("America/Santiago", "2027-04-03"),
        ("America/Santiago", "2027-09-05"),
        ("Australia/Lord_Howe", "2027-04-04"),
        ("Australia/Lord_Howe", "2027-10-03"),
    ] {
        let (app, day, time) = resort_in(zone, day, "12:00").await;
        let desk = app.staff("desk").await;
        for number in 1..=3 {
            make(&desk, &format!("DST-{number}"), "", (day.plus(-1), day.plus(3))).await;
        }
        let chips = courts(&app, day).await;
        let mut walls: Vec<&String> = chips.iter().map(|(wall, _)| wall).collect();
        walls.dedup();
        assert_eq!(walls.len(), chips.len(), "{zone}: each once");
        assert!(chips.windows(2).all(|pair| pair[0].0 < pair[1].0), "{zone}");
        let at = |wall: &str| time.instant(day, WallTime::parse(wall).unwrap());
        // Both courts for an hour at every second start: each begins when the one before it has ended, or later.
        let guests = [app.guest("DST-1").await, app.guest("DST-2").await, app.guest("DST-3").await];
        let people = [app.people("DST-1").await, app.people("DST-2").await, app.people("DST-3").await];
        let around = chips.iter().map(|(wall, _)| wall.clone()).filter(|wall| wall.as_str() < "05:00" || wall.as_str() >= "22:00");
        let mut ended = 0;
        let mut booked: Vec<String> = Vec::new();
        for wall in around {
            if at(&wall) < ended {
                continue;
            }
            ended = at(&wall) + 3600;
            let path = format!("/times/tennis-court/{day}/{}", wall.replace(':', ""));
            for (guest, people) in guests.iter().zip(&people).take(2) {
                guest.book(&path, &people[..1], &[]).await;
                app.house.clock.advance(40);
            }
            let refusal: BookingRefusal = guests[2].hold(&path, &people[2][..1], &[]).await.json();
            assert!(matches!(refusal, BookingRefusal::JustTaken { .. }), "{zone} {wall}: {refusal:?}");
            booked.push(wall);
        }
        assert!(booked.len() >= 6, "{zone} {booked:?}");
        assert_eq!(app.number("SELECT count(*) FROM bookings WHERE ends_at - starts_at <> 3600").await, 0);
        app.sums_are_even().await;
        // The page says the time that was promised.
        let id = app.number("SELECT max(id) FROM bookings WHERE state = 'confirmed'").await;
        let data: BookingData = guests[1].read("booking-details", &[("id", &id.to_string())]).await.ok().json();
        assert_eq!((Some(&data.wall), data.starts_at), (booked.last(), at(&data.wall)), "{zone}");
    }
}
