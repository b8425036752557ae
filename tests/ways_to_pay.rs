//! Other ways to pay than the room's bill and a card: a bill that the desk sends, and at the desk; orders by card; and what
//! the desk looks at (RULES H13, I6, V3 to V6, X10).

use crate::helpers::{Answer, Client, JAMES, LAYLA, TestApp};
use crate::pay::at_the_acquirer;
use cabana::booking::{BookingData, BookingRefusal, BookingState, CheckInAnswer};
use cabana::catalog::Way;
use cabana::notices::{Notice, NoticeLine};
use cabana::orders::{Bill, OrderRefusal, OrderView};
use cabana::payments::{Method, Receipt, Step};
use cabana::server::Keys;
use cabana::staff::{DueState, MoneyRefusal, MoneySheet};
use reqwest::StatusCode;

/// James holds two places on a boat at eleven tomorrow: 36.00, and nothing of it is included. Everything can be paid in any
/// way.
pub struct Trip {
    pub app: TestApp,
    pub james: Client,
    pub desk: Client,
    pub at: String,
    pub id: String,
}

pub const TOTAL: i64 = 3600;

impl Trip {
    pub async fn held() -> Trip {
        let app = TestApp::new().await;
        app.change_resort(|resort| resort.pay = Way::ALL.to_vec()).await;
        let day = app.at(1, "10:00").await.plus(1);
        let at = format!("/sessions/{}", app.session("glass-boat", day).await);
        let (james, desk) = (app.guest(JAMES).await, app.staff("desk").await);
        let id: i64 = james.hold(&at, &app.people(JAMES).await, &[]).await.ok().json();
        Trip { app, james, desk, at, id: id.to_string() }
    }

    pub async fn asked() -> Trip {
        let trip = Trip::held().await;
        trip.way("pay-by-invoice").await.ok();
        trip
    }

    pub async fn way(&self, door: &str) -> Answer {
        self.james.call(door, &[("booking", &self.id), ("expected", "3600")]).await
    }

    pub async fn data(&self) -> BookingData {
        self.james.read("booking-details", &[("id", &self.id)]).await.ok().json()
    }

    pub async fn sheet(&self) -> MoneySheet {
        self.desk.read("staff-money", &[]).await.ok().json()
    }

    pub async fn take(&self, amount: &str, note: &str) -> Answer {
        let intent = Keys::token();
        let form =
            [("kind", "booking"), ("id", self.id.as_str()), ("amount", amount), ("method", "cash"), ("note", note), ("intent", intent.as_str())];
        self.desk.call("staff-take-payment", &form).await
    }

    pub async fn owed(&self) -> i64 {
        self.james.read("bill", &[]).await.ok().json::<Bill>().total
    }

    pub async fn notices(&self) -> Vec<NoticeLine> {
        self.james.read("notices", &[]).await.ok().json()
    }

    pub async fn steps(&self) -> Vec<Step> {
        self.data().await.pay.trail.iter().map(|line| line.step).collect()
    }
}

#[tokio::test]
async fn a_bill_waits_for_its_money_under_its_own_deadline_and_is_booked_once() {
    let trip = Trip::held().await;
    let offered = trip.data().await.ways;
    assert!(offered.room && offered.desk && offered.asked.is_none());
    trip.way("pay-by-invoice").await.ok();
    let data = trip.data().await;
    assert_eq!((data.state, data.ways.asked.clone()), (BookingState::Held, offered.invoice), "the deadline is the one that was shown");
    // A second time changes nothing, and nothing that is done later prolongs it.
    trip.app.house.clock.advance(3600);
    trip.way("pay-by-invoice").await.ok();
    assert_eq!(trip.data().await.ways.asked, data.ways.asked);
    let sheet = trip.sheet().await;
    assert_eq!((sheet.bills.len(), sheet.bills[0].owed, sheet.bills[0].age, sheet.bills[0].state), (1, TOTAL, 60, DueState::Waits));
    assert_eq!(trip.app.number("SELECT count(*) FROM participants p JOIN bookings b ON b.id = p.booking_id WHERE b.state = 'confirmed'").await, 0);

    let form = [("kind", "booking"), ("id", trip.id.as_str()), ("amount", "36"), ("method", "transfer"), ("intent", sheet.bills[0].intent.as_str())];
    let (one, other) = tokio::join!(trip.desk.call("staff-take-payment", &form), trip.desk.call("staff-take-payment", &form));
    one.ok();
    other.ok();
    let data = trip.data().await;
    assert_eq!((data.state, trip.steps().await, trip.owed().await), (BookingState::Confirmed, vec![Step::TakenAtDesk], 0));
    assert_eq!(trip.app.number("SELECT count(*) FROM payments").await, 1);
    let made = trip.notices().await.into_iter().filter(|line| line.whom.is_none() && matches!(line.notice, Notice::BookingMade { .. })).count();
    assert_eq!(made, 1, "tickets and the word of it come once (I6)");
    let (receipt, number) = data.pay.trail[0].receipt.clone().unwrap();
    let receipt: Receipt = trip.james.read("receipt", &[("id", &receipt.to_string())]).await.ok().json();
    assert_eq!((number.as_str(), receipt.method, receipt.total), ("A-000001", Method::Transfer, TOTAL));
    let sheet = trip.sheet().await;
    assert_eq!((sheet.bills.len(), sheet.lately.len(), sheet.lately[0].amount), (0, 1, TOTAL));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_bill_that_is_not_paid_in_time_gives_the_places_back_and_says_so() {
    for late in [-1, 0, 1] {
        let trip = Trip::asked().await;
        let until = trip.app.number(&format!("SELECT hold_until FROM bookings WHERE id = {}", trip.id)).await;
        trip.app.house.clock.advance(until + late - trip.app.house.clock.now());
        trip.app.tidy().await;
        let told = trip.notices().await.iter().any(|line| matches!(line.notice, Notice::BillOver { .. }));
        let state = trip.data().await.state;
        if late <= 0 {
            assert_eq!((state, told), (BookingState::Held, false), "{late}: the last second counts (T10)");
            continue;
        }
        assert_eq!((state, told), (BookingState::Lapsed, true));
        assert_eq!(trip.sheet().await.bills[0].state, DueState::Over);
        // The money comes after all. By now it has begun: it cannot be had again, and goes back by hand.
        trip.app.house.clock.advance(3600);
        trip.take("36", "").await.ok();
        let sheet = trip.sheet().await;
        assert_eq!(trip.data().await.state, BookingState::Lapsed);
        assert_eq!((sheet.back.len(), sheet.back[0].amount, sheet.back[0].failed), (1, TOTAL, false));
        trip.app.sums_are_even().await;
    }
}

#[tokio::test]
async fn money_for_a_bill_that_ran_out_takes_the_places_again_while_there_is_room() {
    let trip = Trip::held().await;
    trip.app.change_resort(|resort| resort.invoice_hours = 1).await;
    trip.way("pay-by-invoice").await.ok();
    trip.app.house.clock.advance(3601);
    trip.app.tidy().await;
    assert_eq!(trip.data().await.state, BookingState::Lapsed);
    trip.take("36.00", "").await.ok();
    assert_eq!((trip.data().await.state, trip.owed().await), (BookingState::Confirmed, 0));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn another_amount_needs_a_note_and_both_sides_of_it_are_seen() {
    let trip = Trip::asked().await;
    assert_eq!(trip.take("30", "").await.json::<MoneyRefusal>(), MoneyRefusal::NoteNeeded { owed: TOTAL });
    for nonsense in ["", "0", "-5", "x", "36.001"] {
        assert!(matches!(trip.take(nonsense, "why").await.json::<MoneyRefusal>(), MoneyRefusal::Fault(_)), "{nonsense}");
    }
    // Less than is owed: booked, and the rest stands on the room's bill.
    trip.take("30", "the rest on departure").await.ok();
    assert_eq!((trip.data().await.state, trip.owed().await), (BookingState::Confirmed, 600));
    assert_eq!(trip.data().await.pay.owed, 600);
    // More than is left: what is too much is handed out.
    trip.take("10", "had no change").await.ok();
    let sheet = trip.sheet().await;
    assert_eq!((trip.owed().await, sheet.back.len(), sheet.back[0].amount), (0, 1, 400));
    trip.desk.call("staff-give-back", &[("refund", &sheet.back[0].id.to_string())]).await.ok();
    assert_eq!(trip.sheet().await.back, []);
    assert_eq!(trip.steps().await, [Step::TakenAtDesk, Step::TakenAtDesk, Step::HandOut, Step::HandedOut]);
    assert_eq!(trip.app.number("SELECT count(*) FROM receipts WHERE series = 'B' AND amount = 400").await, 1);
    let again = trip.desk.call("staff-give-back", &[("refund", &sheet.back[0].id.to_string())]).await;
    assert_eq!(again.json::<MoneyRefusal>(), MoneyRefusal::Changed, "once");
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn who_is_to_pay_at_the_desk_is_not_let_in_before() {
    let trip = Trip::held().await;
    trip.way("pay-at-desk").await.ok();
    trip.way("pay-at-desk").await.ok();
    let data = trip.data().await;
    assert_eq!((data.state, data.ways.due, trip.owed().await), (BookingState::Confirmed, TOTAL, TOTAL));
    trip.app.house.clock.advance(86_400);
    let code = trip.app.code(trip.id.parse().unwrap()).await;
    let scan = async || trip.desk.call("staff-check-in", &[("code", &code)]).await.ok().json::<CheckInAnswer>();
    assert!(matches!(scan().await, CheckInAnswer::MustPay { owed: TOTAL, .. }), "V5, K5");
    assert_eq!(trip.sheet().await.at_desk.len(), 1);
    trip.take("36", "").await.ok();
    assert_eq!((trip.sheet().await.at_desk.len(), trip.data().await.ways.due), (0, 0));
    assert!(matches!(scan().await, CheckInAnswer::Admitted { .. }));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn the_desk_may_leave_it_on_the_rooms_bill_with_a_reason() {
    let trip = Trip::held().await;
    trip.way("pay-at-desk").await.ok();
    let refused = trip.desk.call("staff-leave-on-bill", &[("booking", &trip.id)]).await;
    assert!(!refused.status.is_success(), "a reason is needed");
    trip.desk.call("staff-leave-on-bill", &[("booking", &trip.id), ("reason", "known to us")]).await.ok();
    trip.app.house.clock.advance(86_400);
    let code = trip.app.code(trip.id.parse().unwrap()).await;
    let scanned: CheckInAnswer = trip.desk.call("staff-check-in", &[("code", &code)]).await.ok().json();
    assert!(matches!(scanned, CheckInAnswer::Admitted { .. }));
    assert_eq!((trip.owed().await, trip.sheet().await.at_desk.len()), (TOTAL, 0));
    assert_eq!(trip.app.number("SELECT count(*) FROM staff_log WHERE deed = 'left_on_the_bill' AND reason = 'known to us'").await, 1);
}

#[tokio::test]
async fn what_was_paid_in_cash_is_handed_out_when_it_is_cancelled() {
    let trip = Trip::asked().await;
    trip.take("36", "").await.ok();
    trip.james.call("cancel-booking", &[("booking", &trip.id), ("expected_fee", "0")]).await.ok();
    let sheet = trip.sheet().await;
    assert_eq!((sheet.back.len(), sheet.back[0].amount, sheet.back[0].method), (1, TOTAL, Method::Cash));
    // Nothing is sent anywhere: it waits for the desk.
    trip.app.money().await;
    assert_eq!(trip.steps().await, [Step::TakenAtDesk, Step::HandOut]);
    trip.desk.call("staff-give-back", &[("refund", &sheet.back[0].id.to_string())]).await.ok();
    assert_eq!(trip.steps().await, [Step::TakenAtDesk, Step::HandOut, Step::HandedOut]);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn each_offer_says_how_it_may_be_paid() {
    let trip = Trip::held().await;
    trip.app.change_offer("glass-boat", |offer| offer.pay = Some(vec![Way::Invoice])).await;
    let ways = trip.data().await.ways;
    assert!(!ways.room && !ways.desk && ways.invoice.is_some() && trip.data().await.pay.intent.is_none());
    for door in ["confirm", "pay-at-desk"] {
        assert_eq!(trip.way(door).await.json::<BookingRefusal>(), BookingRefusal::OtherWay, "{door}");
    }
    let card = trip.james.call("pay-by-card", &[("booking", &trip.id), ("intent", &Keys::token())]).await;
    assert_eq!(card.json::<BookingRefusal>(), BookingRefusal::OtherWay);
    trip.way("pay-by-invoice").await.ok();
    // Somebody else's hold is nobody's business.
    let layla = trip.app.guest(LAYLA).await;
    assert_eq!(layla.call("pay-by-invoice", &[("booking", &trip.id)]).await.status, StatusCode::NOT_FOUND);
    // Where the room pays for nothing, what costs nothing is still booked with one tap.
    crate::pay::nothing_is_included(&trip.app).await;
    trip.app.change_offer("glass-boat", |offer| (offer.price, offer.pay) = (0, Some(vec![Way::Card]))).await;
    let id: i64 = layla.hold(&trip.at, &trip.app.people(LAYLA).await[..1], &[]).await.ok().json();
    layla.call("confirm", &[("booking", &id.to_string())]).await.ok();
}

#[tokio::test]
async fn what_is_booked_on_the_rooms_bill_can_be_paid_by_card_later() {
    let trip = Trip::held().await;
    trip.way("confirm").await.ok();
    assert_eq!((trip.owed().await, trip.data().await.pay.owed), (TOTAL, TOTAL));
    let pay = async || trip.james.call("pay-by-card", &[("booking", &trip.id), ("expected", "3600"), ("intent", &Keys::token())]).await;
    let page: String = pay().await.ok().json();
    at_the_acquirer(&trip.james, &page, &[("card", "decline")]).await;
    assert_eq!((trip.data().await.state, trip.owed().await), (BookingState::Confirmed, TOTAL));
    // One that is never decided is called off after half an hour, and not before.
    pay().await.ok();
    trip.app.house.clock.advance(1799);
    trip.app.money().await;
    assert_eq!(trip.app.number("SELECT count(*) FROM payments WHERE state = 'pending'").await, 1);
    trip.app.house.clock.advance(1);
    trip.app.money().await;
    assert_eq!(trip.app.number("SELECT count(*) FROM payments WHERE state = 'pending'").await, 0);
    let page: String = pay().await.ok().json();
    at_the_acquirer(&trip.james, &page, &[("card", "approve")]).await;
    assert_eq!(trip.owed().await, 0);
    assert!(matches!(pay().await.json::<BookingRefusal>(), BookingRefusal::PriceChanged { total: 0 }), "once");
    trip.james.call("cancel-booking", &[("booking", &trip.id), ("expected_fee", "0")]).await.ok();
    trip.app.money().await;
    assert_eq!(trip.steps().await.last(), Some(&Step::RefundArrived));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn an_order_is_paid_by_card_and_comes_back_when_it_is_declined() {
    let trip = Trip::held().await;
    let id = crate::place_order::placed(&trip.app, &trip.james).await;
    let order = async || trip.james.read("order", &[("order", &id.to_string())]).await.ok().json::<OrderView>();
    let view = order().await;
    assert_eq!((view.pay.owed, view.pay.intent.is_some()), (view.total, true));
    let pay = async |expected: i64| {
        let form = [("order", id.to_string()), ("expected", expected.to_string()), ("intent", Keys::token())];
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        trip.james.call("pay-order-by-card", &form).await
    };
    assert_eq!(pay(1).await.json::<OrderRefusal>(), OrderRefusal::PriceChanged { total: view.total });
    let page: String = pay(view.total).await.ok().json();
    assert_eq!(order().await.pay.on_its_way, Some((view.total, page.clone())));
    assert_eq!(at_the_acquirer(&trip.james, &page, &[("card", "approve")]).await, format!("/orders/{id}"));
    let paid = order().await;
    assert_eq!((paid.pay.owed, paid.pay.back), (0, Some(Method::Card)));
    let receipt: Receipt = trip.james.read("receipt", &[("id", &paid.pay.trail[1].receipt.clone().unwrap().0.to_string())]).await.ok().json();
    assert_eq!((receipt.total, receipt.lines.iter().map(|(.., amount)| amount).sum::<i64>()), (view.total, view.total));
    trip.desk
        .call("staff-advance-order", &[("order", &id.to_string()), ("version", "1"), ("to", "declined"), ("reason", "the kitchen is closed")])
        .await
        .ok();
    trip.app.money().await;
    let steps: Vec<Step> = order().await.pay.trail.iter().map(|line| line.step).collect();
    assert_eq!(steps.last(), Some(&Step::RefundArrived));
    assert_eq!(trip.app.number("SELECT CAST(sum(amount - refunded) AS BIGINT) FROM payments WHERE state = 'captured'").await, 0);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn an_order_that_is_taken_back_while_it_is_paid_keeps_no_money() {
    let trip = Trip::held().await;
    let id = crate::place_order::placed(&trip.app, &trip.james).await;
    let owed = trip.app.number(&format!("SELECT total FROM orders WHERE id = {id}")).await;
    let form = [("order", id.to_string()), ("expected", owed.to_string()), ("intent", Keys::token())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page: String = trip.james.call("pay-order-by-card", &form).await.ok().json();
    at_the_acquirer(&trip.james, &page, &[("card", "late")]).await;
    trip.james.call("cancel-order", &[("order", &id.to_string())]).await.ok();
    trip.app.house.clock.advance(cabana::payments::provider::sandbox::LATE + 1);
    trip.app.money().await;
    trip.app.money().await;
    assert_eq!(trip.app.number("SELECT CAST(coalesce(sum(amount - refunded), 0) AS BIGINT) FROM payments WHERE state = 'captured'").await, 0);
    assert_eq!(trip.app.number("SELECT count(*) FROM payments WHERE state IN ('created', 'pending')").await, 0);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn the_desk_closes_what_does_not_fit_and_asks_again_for_what_was_not_sent() {
    let trip = Trip::held().await;
    let page: String = trip.james.call("pay-by-card", &[("booking", &trip.id), ("intent", &Keys::token())]).await.ok().json();
    trip.app.run("UPDATE sandbox_payments SET amount = 3700").await;
    at_the_acquirer(&trip.james, &page, &[("card", "approve")]).await;
    let stuck = trip.sheet().await.stuck;
    assert_eq!((stuck.len(), stuck[0].amount), (1, TOTAL));
    let id = stuck[0].id.to_string();
    assert!(!trip.desk.call("staff-close-stuck", &[("payment", &id)]).await.status.is_success(), "a reason is needed");
    trip.desk.call("staff-close-stuck", &[("payment", &id), ("reason", "given back at the provider")]).await.ok();
    assert_eq!(trip.sheet().await.stuck, []);
    trip.app.money().await;
    trip.app.sums_are_even().await;
    // It is paid anew, and what its provider will not give back is asked for again.
    trip.app.run("UPDATE sandbox_payments SET amount = 3600").await;
    let id: i64 = trip.james.hold(&trip.at, &trip.app.people(JAMES).await, &[]).await.ok().json();
    let page: String = trip.james.call("pay-by-card", &[("booking", &id.to_string()), ("intent", &Keys::token())]).await.ok().json();
    at_the_acquirer(&trip.james, &page, &[("card", "approve")]).await;
    trip.app.run("UPDATE sandbox_payments SET refunded = amount").await;
    trip.james.call("cancel-booking", &[("booking", &id.to_string()), ("expected_fee", "0")]).await.ok();
    trip.app.money().await;
    let back = trip.sheet().await.back;
    assert_eq!((back.len(), back[0].failed, back[0].method), (1, true, Method::Card));
    trip.app.run("UPDATE sandbox_payments SET refunded = 0").await;
    trip.app.run("DELETE FROM sandbox_refunds").await;
    trip.desk.call("staff-give-back", &[("refund", &back[0].id.to_string()), ("again", "yes")]).await.ok();
    trip.app.money().await;
    assert_eq!(trip.sheet().await.back, []);
    trip.app.sums_are_even().await;
}
