//! Points: given by the desk, kept back for a hold, spent when it is booked in whichever way, and given back to their lots
//! (RULES P6, X10).

use crate::helpers::{Answer, LAYLA};
use crate::pay::at_the_acquirer;
use crate::place_order::{self, Form, SANDWICH};
use crate::ways_to_pay::{TOTAL, Trip};
use cabana::base::Day;
use cabana::booking::{BookingRefusal, BookingState};
use cabana::payments::points::Purse;
use cabana::payments::{Method, Receipt, Step};
use cabana::server::Keys;
use cabana::staff::RoomPoints;
use reqwest::StatusCode;

/// James holds a boat for 36.00, a point is worth a cent, and he has so many.
async fn with_points(points: i64) -> Trip {
    let trip = Trip::held().await;
    trip.app
        .change_resort(|resort| {
            resort.point_worth = 1;
            resort.split = true;
        })
        .await;
    if points > 0 {
        give(&trip, points, 30).await.ok();
    }
    trip
}

async fn today(trip: &Trip) -> Day {
    trip.app.shelf().await.time.day(trip.app.house.clock.now())
}

async fn give(trip: &Trip, points: i64, days: i64) -> Answer {
    let (stay, last) = (trip.app.stay(crate::helpers::JAMES).await.0.to_string(), today(trip).await.plus(days).to_string());
    let (points, intent) = (points.to_string(), Keys::token());
    let form = [("stay", stay.as_str()), ("points", points.as_str()), ("last", last.as_str()), ("note", "for the wait"), ("intent", intent.as_str())];
    trip.desk.call("staff-give-points", &form).await
}

async fn keep(trip: &Trip, keep: &str) -> Answer {
    trip.james.call("keep-points", &[("booking", &trip.id), ("keep", keep)]).await
}

async fn purse(trip: &Trip) -> Purse {
    trip.james.read("points", &[]).await.ok().json()
}

async fn confirm(trip: &Trip, expected: &str) -> Answer {
    trip.james.call("confirm", &[("booking", &trip.id), ("expected", expected)]).await
}

async fn cancel(trip: &Trip) -> Answer {
    let fee = trip.data().await.fee_now.to_string();
    trip.james.call("cancel-booking", &[("booking", &trip.id), ("expected_fee", &fee)]).await
}

#[tokio::test]
async fn points_are_kept_back_spent_with_a_receipt_and_come_back_with_their_last_day() {
    let trip = with_points(1000).await;
    let offered = trip.data().await.pay.points.unwrap();
    assert_eq!((offered.points, offered.amount, offered.kept), (1000, 1000, false));
    let before = purse(&trip).await;
    keep(&trip, "yes").await.ok();
    keep(&trip, "yes").await.ok();
    let data = trip.data().await;
    assert_eq!((data.total, data.to_pay, data.pay.owed), (TOTAL, TOTAL - 1000, TOTAL - 1000));
    assert!(data.pay.points.unwrap().kept);
    assert_eq!(purse(&trip).await.points, 0, "what is kept back is not there for anything else");
    trip.app.sums_are_even().await;

    assert!(matches!(confirm(&trip, "3600").await.json(), BookingRefusal::PriceChanged { total: 2600 }));
    confirm(&trip, "2600").await.ok();
    confirm(&trip, "2600").await.ok();
    let data = trip.data().await;
    assert_eq!((data.state, trip.owed().await, trip.steps().await), (BookingState::Confirmed, 2600, vec![Step::PaidWithPoints]));
    assert_eq!((data.pay.in_points, data.pay.back), (1000, Some(Method::Points)));
    let (receipt, _) = data.pay.trail[0].receipt.clone().unwrap();
    let receipt: Receipt = trip.james.read("receipt", &[("id", &receipt.to_string())]).await.ok().json();
    assert_eq!((receipt.method, receipt.total, receipt.fiscal), (Method::Points, 1000, None));
    trip.app.sums_are_even().await;

    cancel(&trip).await.ok();
    assert_eq!((trip.steps().await, trip.owed().await), (vec![Step::PaidWithPoints, Step::PointsAreBack], 0));
    assert_eq!(purse(&trip).await, before, "each lot is what it was");
    assert_eq!(trip.app.number("SELECT count(*) FROM receipts").await, 2);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_hold_that_ends_leaves_its_points_free_tidied_or_not() {
    let trip = with_points(1000).await;
    keep(&trip, "yes").await.ok();
    keep(&trip, "").await.ok();
    assert_eq!((purse(&trip).await.points, trip.data().await.to_pay), (1000, TOTAL));
    keep(&trip, "yes").await.ok();
    trip.app.house.clock.advance(15 * 60);
    assert_eq!(purse(&trip).await.points, 0, "the last second counts");
    trip.app.house.clock.advance(1);
    assert_eq!(purse(&trip).await.points, 1000, "nobody has tidied");
    trip.app.tidy().await;
    assert_eq!(purse(&trip).await.points, 1000);
    trip.app.sums_are_even().await;

    let trip = with_points(1000).await;
    keep(&trip, "yes").await.ok();
    trip.james.call("release", &[("booking", &trip.id)]).await.ok();
    assert_eq!(purse(&trip).await.points, 1000);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn all_of_it_can_be_paid_with_points_where_nothing_may_be_split() {
    let trip = with_points(1000).await;
    trip.app.change_resort(|resort| resort.split = false).await;
    assert!(trip.data().await.pay.points.is_none());
    assert!(matches!(keep(&trip, "yes").await.json(), BookingRefusal::FewPoints));
    assert_eq!(purse(&trip).await.points, 1000, "nothing of it stays kept");
    give(&trip, 5000, 5).await.ok();
    keep(&trip, "yes").await.ok();
    let data = trip.data().await;
    assert_eq!((data.to_pay, data.pay.points.map(|points| points.points)), (0, Some(TOTAL)));
    assert_eq!(purse(&trip).await.lots.iter().map(|(points, _)| *points).collect::<Vec<_>>(), [1400, 1000], "what ends first goes first");
    confirm(&trip, "0").await.ok();
    assert_eq!((trip.data().await.state, trip.owed().await), (BookingState::Confirmed, 0));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_card_pays_what_points_do_not_and_gets_back_its_own_part_first() {
    let trip = with_points(1000).await;
    keep(&trip, "yes").await.ok();
    let intent = Keys::token();
    let page: String = trip.james.call("pay-by-card", &[("booking", &trip.id), ("expected", "2600"), ("intent", &intent)]).await.ok().json();
    at_the_acquirer(&trip.james, &page, &[("card", "approve")]).await;
    trip.app.money().await;
    let data = trip.data().await;
    assert_eq!((data.state, trip.owed().await, data.pay.paid_in_money, data.pay.in_points), (BookingState::Confirmed, 0, 2600, 1000));
    trip.app.sums_are_even().await;
    // One of the two gives up their place: 18.00 come back, to the card.
    let out = trip.app.people(crate::helpers::JAMES).await[1].to_string();
    trip.james.call("cancel-participant", &[("booking", &trip.id), ("guest", &out), ("expected_fee", "0")]).await.ok();
    trip.app.money().await;
    let data = trip.data().await;
    assert_eq!((data.pay.paid_in_money, data.pay.in_points, purse(&trip).await.points), (800, 1000, 0));
    cancel(&trip).await.ok();
    trip.app.money().await;
    assert_eq!(purse(&trip).await.points, 1000);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_card_that_answers_late_finds_its_points_again_or_gets_everything_back() {
    for spent_meanwhile in [false, true] {
        let trip = with_points(1000).await;
        keep(&trip, "yes").await.ok();
        let intent = Keys::token();
        let page: String = trip.james.call("pay-by-card", &[("booking", &trip.id), ("expected", "2600"), ("intent", &intent)]).await.ok().json();
        at_the_acquirer(&trip.james, &page, &[("card", "late")]).await;
        // Its hold is over before the bank has answered.
        trip.app.run("UPDATE bookings SET hold_until = 1, graced = 1 WHERE state = 'held'").await;
        trip.app.tidy().await;
        assert_eq!((trip.data().await.state, purse(&trip).await.points), (BookingState::Lapsed, 1000));
        if spent_meanwhile {
            trip.app.run("UPDATE points SET last_day = '2020-01-01'").await;
        }
        trip.app.house.clock.advance(31 * 60);
        trip.app.money().await;
        trip.app.money().await;
        let data = trip.data().await;
        if spent_meanwhile {
            assert_eq!((data.state, data.pay.paid_in_money), (BookingState::Lapsed, 0), "it would cost more than was agreed");
        } else {
            assert_eq!((data.state, data.pay.paid_in_money, data.pay.in_points), (BookingState::Confirmed, 2600, 1000));
        }
        trip.app.sums_are_even().await;
    }
}

#[tokio::test]
async fn a_bill_of_the_desk_is_for_what_points_do_not_pay() {
    let trip = with_points(600).await;
    keep(&trip, "yes").await.ok();
    trip.james.call("pay-by-invoice", &[("booking", &trip.id), ("expected", "3000")]).await.ok();
    assert_eq!(trip.sheet().await.bills[0].owed, 3000);
    assert!(matches!(keep(&trip, "").await.json(), BookingRefusal::OtherWay), "a bill says what it is for");
    trip.take("30", "").await.ok();
    assert_eq!((trip.data().await.state, trip.owed().await, trip.data().await.pay.in_points), (BookingState::Confirmed, 0, 600));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn what_stands_on_the_bill_is_paid_with_points_once() {
    let trip = with_points(0).await;
    confirm(&trip, "3600").await.ok();
    assert!(trip.data().await.pay.points.is_none());
    give(&trip, 5000, 30).await.ok();
    let offered = trip.data().await.pay.points.unwrap();
    let expected = offered.amount.to_string();
    let form = [("booking", trip.id.as_str()), ("expected", expected.as_str()), ("intent", offered.intent.as_str())];
    let (one, other) = tokio::join!(trip.james.call("pay-with-points", &form), trip.james.call("pay-with-points", &form));
    one.ok();
    other.ok();
    assert_eq!((trip.owed().await, purse(&trip).await.points), (0, 1400));
    // An order too.
    let order = Form::of(&trip.james, &[SANDWICH]).await.place(&trip.james).await.unwrap();
    let view = place_order::order(&trip.james, order).await;
    let points = view.pay.points.unwrap();
    assert_eq!(points.amount, view.total.min(1400), "as much as there is");
    let (order, amount) = (order.to_string(), points.amount.to_string());
    trip.james.call("pay-order-with-points", &[("order", &order), ("expected", &amount), ("intent", &points.intent)]).await.ok();
    assert_eq!((trip.owed().await, purse(&trip).await.points), (view.total - points.amount, 1400 - points.amount));
    trip.app.sums_are_even().await;
    trip.james.call("cancel-order", &[("order", &order)]).await.ok();
    assert_eq!((purse(&trip).await.points, trip.owed().await), (1400, 0));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_part_of_what_stands_on_the_bill_is_paid_by_card_where_the_resort_splits() {
    let trip = with_points(0).await;
    confirm(&trip, "3600").await.ok();
    let begin = async |part: &str| {
        let intent = Keys::token();
        trip.james.call("pay-by-card", &[("booking", &trip.id), ("expected", "3600"), ("part", part), ("intent", &intent)]).await
    };
    for wrong in ["0", "36.01", "-5", "much"] {
        assert_eq!(begin(wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let page: String = begin("10.50").await.ok().json();
    assert!(matches!(begin("12").await.json(), BookingRefusal::Paying), "one at a time, and never another amount than was begun");
    at_the_acquirer(&trip.james, &page, &[("card", "approve")]).await;
    trip.app.money().await;
    assert_eq!((trip.owed().await, trip.data().await.pay.paid_in_money), (TOTAL - 1050, 1050));
    trip.app.sums_are_even().await;
    trip.app.change_resort(|resort| resort.split = false).await;
    let intent = Keys::token();
    let form = [("booking", trip.id.as_str()), ("expected", "2550"), ("part", "5"), ("intent", intent.as_str())];
    assert_eq!(trip.james.call("pay-by-card", &form).await.status, StatusCode::UNPROCESSABLE_ENTITY, "all of it or nothing");
}

#[tokio::test]
async fn points_end_with_their_last_day_also_those_that_come_back() {
    let trip = with_points(0).await;
    give(&trip, 700, 0).await.ok();
    keep(&trip, "yes").await.ok();
    confirm(&trip, "2900").await.ok();
    trip.app.house.clock.advance(86_400 - 10 * 3600);
    trip.app.run("UPDATE bookings SET ends_at = ends_at + 400000, starts_at = starts_at + 400000, fee_from = fee_from + 400000").await;
    cancel(&trip).await.ok();
    assert_eq!(purse(&trip).await.points, if today(&trip).await > last_day(&trip).await { 0 } else { 700 });
    assert_eq!(trip.app.number("SELECT remaining FROM points").await, 700, "they are there, and cannot be used");
    trip.app.sums_are_even().await;
}

async fn last_day(trip: &Trip) -> Day {
    let number = trip.app.number("SELECT CAST(replace(last_day, '-', '') AS BIGINT) FROM points").await;
    Day::parse(&format!("{:04}-{:02}-{:02}", number / 10_000, number / 100 % 100, number % 100)).unwrap()
}

#[tokio::test]
async fn points_are_the_rooms_and_nobody_elses() {
    let trip = with_points(500).await;
    let layla = trip.app.guest(LAYLA).await;
    assert_eq!(layla.read("points", &[]).await.ok().json::<Purse>().points, 0);
    assert_eq!(layla.call("keep-points", &[("booking", &trip.id), ("keep", "yes")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_desk_gives_points_with_a_reason_and_a_last_day() {
    let trip = with_points(0).await;
    let stay = trip.app.stay(crate::helpers::JAMES).await.0.to_string();
    let room: Option<RoomPoints> = trip.desk.read("staff-points", &[("stay", &stay)]).await.ok().json();
    let room = room.unwrap();
    let day = room.last.to_string();
    for (points, last, note) in [("0", day.as_str(), "x"), ("many", &day, "x"), ("5", "2020-01-01", "x"), ("5", "soon", "x"), ("5", &day, "  ")] {
        let form = [("stay", stay.as_str()), ("points", points), ("last", last), ("note", note), ("intent", room.intent.as_str())];
        assert_eq!(trip.desk.call("staff-give-points", &form).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{points} {last} {note}");
    }
    let form = [("stay", stay.as_str()), ("points", "250"), ("last", &day), ("note", "a birthday"), ("intent", room.intent.as_str())];
    trip.desk.call("staff-give-points", &form).await.ok();
    trip.desk.call("staff-give-points", &form).await.ok();
    assert_eq!((purse(&trip).await.points, trip.app.number("SELECT count(*) FROM staff_log WHERE deed = 'points_given'").await), (250, 1));
    trip.app.change_resort(|resort| resort.point_worth = 0).await;
    assert_eq!(trip.desk.read("staff-points", &[("stay", &stay)]).await.ok().json::<Option<RoomPoints>>(), None);
}
