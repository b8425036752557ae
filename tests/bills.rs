//! A bill that the desk sends, when plans change: other people go, somebody gives it up, a page for cards stands open, or
//! its time ends at night (RULES H7, H13, V4, X14, N3).

use crate::helpers::{JAMES, LAYLA};
use crate::pay::at_the_acquirer;
use crate::ways_to_pay::{TOTAL, Trip};
use cabana::base::WallTime;
use cabana::booking::{BookingData, BookingState};
use cabana::catalog::Way;
use cabana::notices::Notice;
use cabana::orders::Bill;
use cabana::payments::Method;
use cabana::server::Keys;
use cabana::staff::{DueState, MoneyRefusal, RoomOwes};

#[tokio::test]
async fn a_page_for_cards_that_stands_open_keeps_no_money_from_being_written_down() {
    let trip = Trip::asked().await;
    trip.james.call("pay-by-card", &[("booking", &trip.id), ("intent", &Keys::token())]).await.ok();
    trip.take("36", "").await.ok();
    assert_eq!((trip.data().await.state, trip.owed().await), (BookingState::Confirmed, 0));
    assert_eq!(trip.app.number("SELECT count(*) FROM payments WHERE state = 'cancelled'").await, 1);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn what_comes_by_card_after_the_desk_took_it_goes_back_to_the_card() {
    let trip = Trip::asked().await;
    let page: String = trip.james.call("pay-by-card", &[("booking", &trip.id), ("intent", &Keys::token())]).await.ok().json();
    // The acquirer has the money and has not said so yet: nobody waits for it at the desk.
    at_the_acquirer(&trip.james, &page, &[("card", "late")]).await;
    trip.take("36", "").await.ok();
    assert_eq!((trip.data().await.state, trip.owed().await), (BookingState::Confirmed, 0));
    trip.app.house.clock.advance(cabana::payments::provider::sandbox::LATE + 1);
    trip.app.money().await;
    trip.app.money().await;
    let held = "SELECT CAST(coalesce(sum(amount - refunded), 0) AS BIGINT) FROM payments WHERE state = 'captured' AND method =";
    assert_eq!((trip.app.number(&format!("{held} 'card'")).await, trip.app.number(&format!("{held} 'cash'")).await), (0, TOTAL));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_card_that_nobody_finishes_is_called_off_while_the_bill_waits_on() {
    let trip = Trip::asked().await;
    trip.james.call("pay-by-card", &[("booking", &trip.id), ("intent", &Keys::token())]).await.ok();
    trip.app.house.clock.advance(1800);
    trip.app.money().await;
    assert_eq!(trip.app.number("SELECT count(*) FROM payments WHERE state = 'cancelled'").await, 1);
    let data = trip.data().await;
    assert_eq!((data.state, data.ways.asked.is_some(), data.pay.intent.is_some()), (BookingState::Held, true, true));
}

#[tokio::test]
async fn a_bill_goes_with_whoever_goes_instead_and_is_not_prolonged() {
    let trip = Trip::asked().await;
    let asked = trip.data().await.ways.asked;
    trip.app.house.clock.advance(3600);
    let party = trip.app.people(JAMES).await;
    let anew: i64 = trip.james.hold(&trip.at, &party[..1], &[]).await.ok().json();
    assert_ne!(anew.to_string(), trip.id);
    let data: BookingData = trip.james.read("booking-details", &[("id", &anew.to_string())]).await.ok().json();
    assert_eq!((data.ways.asked.clone(), data.total), (asked, TOTAL / 2), "the same deadline, for what is owed now");
    trip.james.call("pay-by-invoice", &[("booking", &anew.to_string())]).await.ok();
    let again: BookingData = trip.james.read("booking-details", &[("id", &anew.to_string())]).await.ok().json();
    assert_eq!(again.ways.asked, data.ways.asked);
    let sheet = trip.sheet().await;
    let bills: Vec<(i64, DueState)> = sheet.bills.iter().map(|bill| (bill.owed, bill.state)).collect();
    assert_eq!(bills, [(TOTAL / 2, DueState::Waits)], "the first is no bill any more");
}

#[tokio::test]
async fn money_for_a_bill_that_was_given_up_is_written_down_and_goes_back() {
    let trip = Trip::asked().await;
    trip.james.call("release", &[("booking", &trip.id)]).await.ok();
    let sheet = trip.sheet().await;
    assert_eq!((sheet.bills.len(), sheet.bills[0].state), (1, DueState::GivenUp));
    trip.take("36", "").await.ok();
    let sheet = trip.sheet().await;
    assert_eq!(trip.data().await.state, BookingState::Released);
    assert_eq!((sheet.back.len(), sheet.back[0].amount, sheet.back[0].method), (1, TOTAL, Method::Cash));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_bill_does_not_end_while_everybody_sleeps() {
    let trip = Trip::held().await;
    // Ten in the morning and fourteen hours later: midnight.
    trip.app.change_resort(|resort| resort.invoice_hours = 14).await;
    trip.way("pay-by-invoice").await.ok();
    let shelf = trip.app.shelf().await;
    let until = trip.data().await.ways.asked.unwrap();
    assert_eq!(until.wall, shelf.resort.quiet_to.to_string());
    assert!(WallTime::parse(&until.wall).is_some_and(|wall| wall.0 < 11 * 60), "and before it begins");
}

#[tokio::test]
async fn money_that_comes_after_the_deadline_is_told_as_a_booking_alone() {
    let trip = Trip::held().await;
    trip.app.change_resort(|resort| resort.invoice_hours = 1).await;
    trip.way("pay-by-invoice").await.ok();
    trip.app.house.clock.advance(3601);
    trip.take("36", "").await.ok();
    assert_eq!(trip.data().await.state, BookingState::Confirmed);
    let told = trip.notices().await;
    assert!(!told.iter().any(|line| matches!(line.notice, Notice::BillOver { .. })), "{told:?}");
}

#[tokio::test]
async fn whoever_waits_is_booked_at_once_only_in_a_way_that_may_be() {
    for (pay, booked) in [(Way::Room, true), (Way::Desk, true), (Way::Card, false)] {
        let trip = Trip::held().await;
        crate::pay::nothing_is_included(&trip.app).await;
        trip.app.change_offer("glass-boat", |offer| offer.pay = Some(vec![pay])).await;
        trip.app.run("UPDATE sessions SET capacity = taken WHERE taken > 0").await;
        let layla = trip.app.guest(LAYLA).await;
        let lead = trip.app.people(LAYLA).await[0];
        crate::waitlist::join(&layla, &trip.at, &[lead], &[("auto", "on"), ("most", "100")]).await.ok();
        trip.james.call("release", &[("booking", &trip.id)]).await.ok();
        let confirmed = trip.app.number("SELECT count(*) FROM bookings WHERE state = 'confirmed'").await;
        let offered = trip.app.number("SELECT count(*) FROM waitlist WHERE state = 'offered'").await;
        assert_eq!((confirmed == 1, offered == 1), (booked, !booked), "{pay:?}");
        let at_desk = trip.sheet().await.at_desk.len();
        assert_eq!(at_desk == 1, pay == Way::Desk);
    }
}

#[tokio::test]
async fn a_room_pays_all_that_it_owes_at_once() {
    let trip = Trip::held().await;
    trip.way("confirm").await.ok();
    crate::place_order::placed(&trip.app, &trip.james).await;
    let stay = trip.app.number(&format!("SELECT stay_id FROM bookings WHERE id = {}", trip.id)).await.to_string();
    let owes = async || trip.desk.read("staff-room-owes", &[("stay", &stay)]).await.ok().json::<RoomOwes>();
    let owed = owes().await;
    assert_eq!((owed.lines.len(), owed.total), (2, trip.owed().await));
    let settle = async |expected: i64, intent: &str| {
        let form = [("stay", stay.as_str()), ("expected", &expected.to_string()), ("method", "terminal"), ("intent", intent)];
        trip.desk.call("staff-settle-bill", &form).await
    };
    let wrong = settle(owed.total - 1, &owed.intent).await;
    assert_eq!(wrong.json::<MoneyRefusal>(), MoneyRefusal::Changed, "only what was shown");
    let (one, other) = tokio::join!(settle(owed.total, &owed.intent), settle(owed.total, &owed.intent));
    one.ok();
    other.ok();
    assert_eq!((owes().await.total, trip.owed().await), (0, 0));
    assert_eq!(trip.app.number("SELECT count(*) FROM receipts WHERE series = 'A'").await, 2, "each has its receipt, once");
    assert_eq!(settle(owed.total, &owes().await.intent).await.json::<MoneyRefusal>(), MoneyRefusal::Changed, "nothing is owed");
    let bill: Bill = trip.james.read("bill", &[]).await.ok().json();
    assert!(bill.entries.iter().all(|entry| entry.owed() == 0 && entry.paid[0].method == Method::Terminal));
    trip.app.sums_are_even().await;
}
