//! One of several does not go: `POST /api/cancel-participant`.

use crate::helpers::{ANNA, Answer, Client, JAMES, LAYLA, TestApp};
use cabana::booking::{BookingData, BookingRefusal, BookingState, CheckInAnswer, Deed, SlotState};
use cabana::catalog::shelf::Resource;
use reqwest::StatusCode;

async fn leave(client: &Client, booking: i64, guest: i64, fee: i64) -> Answer {
    let (booking, guest, fee) = (booking.to_string(), guest.to_string(), fee.to_string());
    client.call("cancel-participant", &[("booking", &booking), ("guest", &guest), ("expected_fee", &fee)]).await
}

async fn details(client: &Client, booking: i64) -> BookingData {
    client.read("booking-details", &[("id", &booking.to_string())]).await.ok().json()
}

#[tokio::test]
async fn the_one_pays_by_the_rule_and_the_other_goes() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let boat = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&boat, &people, &[]).await;
    let both = details(&james, id).await;
    // Free until two hours before the start, half of it after that.
    app.at_day(day, "09:30").await;
    assert_eq!(leave(&james, id, people[1], 0).await.json::<BookingRefusal>(), BookingRefusal::FeeChanged { fee: 900 });
    assert_eq!(app.number("SELECT count(*) FROM bookings").await, 1, "a refusal changes nothing");

    let page = james.get(&format!("/bookings/{id}")).await.ok();
    assert!(page.all("form p").iter().any(|text| text.contains("€9")), "{:?}", page.all("form p"));
    let (path, text, guest) = (format!("/bookings/{id}"), id.to_string(), people[1].to_string());
    let form = [("booking", &*text), ("guest", &*guest), ("expected_fee", "900")];
    let (a, b) = tokio::join!(james.post(&path, "cancel-participant", &form), leave(&james, id, people[1], 900));
    assert_eq!(a.location, Some(format!("/bookings/{id}")));
    let apart: i64 = b.ok().json();
    assert_eq!(leave(&james, id, people[1], 900).await.ok().json::<i64>(), apart, "the same again is the same");

    let (rest, gone) = (details(&james, id).await, details(&james, apart).await);
    let names = |data: &BookingData| data.people.iter().map(|person| person.name.clone()).collect::<Vec<_>>();
    assert_eq!((rest.state, rest.total, names(&rest)), (BookingState::Confirmed, 1800, vec!["James Whitfield".to_owned()]));
    assert_eq!((gone.state, gone.total, gone.fee, names(&gone)), (BookingState::Cancelled, 1800, 900, vec!["Margaret Whitfield".to_owned()]));
    assert_eq!(rest.facts.last().unwrap().deed, Deed::Left { name: "Margaret Whitfield".into(), kept: 900, returned: 900 });
    assert!(!rest.can_leave && rest.can_cancel);
    assert_eq!(rest.people[0].code, both.people[0].code, "whoever goes keeps the ticket");
    assert_eq!(app.number("SELECT sum(taken) FROM sessions").await, 1);
    assert_eq!(app.number("SELECT sum(amount) FROM folio_lines").await, 2700);
    assert_eq!(app.number("SELECT count(*) FROM folio_lines").await, 2, "a charge, and what came back of it");
    app.sums_are_even().await;
    let told = james.get("/notices").await.ok().all(".notice-text");
    assert!(told[0].contains("Margaret Whitfield is not going after all") && told.iter().all(|text| !text.starts_with("Cancelled")), "{told:?}");
    let bill = james.get("/bill").await.ok();
    assert!(bill.all(".sum dd").iter().any(|total| total.contains("€27")), "{:?}", bill.all(".sum dd"));

    app.at_day(day, "10:50").await;
    let desk = app.staff("desk").await;
    let scan = async |code: &str| -> CheckInAnswer {
        let plain: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
        desk.call("staff-check-in", &[("code", &plain)]).await.ok().json()
    };
    assert!(matches!(scan(&both.people[1].code).await, CheckInAnswer::Cancelled { .. }));
    assert!(matches!(scan(&both.people[0].code).await, CheckInAnswer::Admitted { .. }));
    // The last of a booking is all of it, and is in.
    assert_eq!(leave(&james, id, people[0], 900).await.json::<BookingRefusal>(), BookingRefusal::CheckedIn);
    app.sums_are_even().await;
}

#[tokio::test]
async fn the_last_one_cancels_all_of_it() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let boat = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id = james.book(&boat, &people, &[]).await;
    leave(&james, id, people[0], 0).await.ok();
    assert_eq!(leave(&james, id, people[1], 0).await.ok().json::<i64>(), id);
    assert_eq!(details(&james, id).await.state, BookingState::Cancelled);
    assert_eq!(app.number("SELECT sum(amount) FROM folio_lines").await, 0);
    app.sums_are_even().await;
}

#[tokio::test]
async fn children_are_not_left_alone_and_strangers_find_nothing() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let at = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let held: i64 = anna.hold(&at, &[people[0], people[2]], &[]).await.ok().json();
    assert_eq!(leave(&anna, held, people[2], 0).await.json::<BookingRefusal>(), BookingRefusal::NotNow(BookingState::Held));
    anna.confirm(held).await.ok();
    assert_eq!(leave(&anna, held, people[0], 0).await.json::<BookingRefusal>(), BookingRefusal::NeedsAdult);
    assert_eq!(leave(&anna, held, people[3], 0).await.status, StatusCode::NOT_FOUND, "who does not go");
    assert_eq!(leave(&app.guest(LAYLA).await, held, people[2], 0).await.status, StatusCode::NOT_FOUND);
    leave(&anna, held, people[2], 0).await.ok();
    app.sums_are_even().await;
}

#[tokio::test]
async fn what_each_person_has_of_a_resource_and_of_the_package_comes_back() {
    let app = TestApp::new().await;
    let day = app.at(1, "05:00").await;
    let boards = Resource { key: "boards".into(), name: Default::default(), amount: 4, each_person: true, by_the_day: false, before: 0, after: 0 };
    app.add_resource(&boards).await;
    app.change_offer("glass-boat", |offer| offer.resources = vec![vec!["boards".to_owned()]]).await;
    let at = format!("/sessions/{}", app.session("glass-boat", day).await);
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let used = async || app.number("SELECT CAST(coalesce(sum(used), 0) AS BIGINT) FROM included_used").await;
    let id = anna.book(&at, &people, &[]).await;
    let before = used().await;
    let (james, his) = (app.guest(JAMES).await, app.people(JAMES).await);
    let state = async || james.read("slot-details", &[("at", &at)]).await.ok().json::<cabana::booking::SlotData>().state;
    assert_eq!(state().await, SlotState::Full);
    leave(&anna, id, people[1], 0).await.ok();
    leave(&anna, id, people[3], 0).await.ok();
    assert_eq!(used().await, before - 2, "of what the package gives");
    james.book(&at, &his, &[]).await;
    assert_eq!(state().await, SlotState::Full);
    app.sums_are_even().await;
}
