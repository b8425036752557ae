//! What is ordered to the room and paid for at YooKassa; and who signs what, where there is a cash register as well: what
//! moves through YooKassa is signed there, the rest by the register, and nothing twice (RULES I5).

use super::{all_heard, back, held, page, paid};
use crate::helpers::TestApp;
use crate::pay::{TOTAL, Trip};
use crate::place_order::{order, placed};
use crate::stand_ins::yookassa::{OPEN, YooKassa};
use cabana::base::OrderId;
use cabana::catalog::Way;
use cabana::orders::OrderRefusal;
use cabana::payments::{Receipt, Step};
use cabana::server::Keys;
use cabana::staff::MoneySheet;

/// How many receipts the register was told of, and how many there are.
async fn told(app: &TestApp) -> (i64, i64) {
    app.register_receipts().await;
    let signed = app.number("SELECT count(*) FROM fiscal_tasks WHERE state = 'signed'").await;
    assert_eq!(app.number("SELECT count(*) FROM fiscal_tasks").await, signed);
    (signed, app.number("SELECT count(*) FROM receipts").await)
}

async fn take(trip: &Trip, amount: &str) {
    let intent = Keys::token();
    let form = [("kind", "booking"), ("id", &trip.id), ("amount", amount), ("method", "cash"), ("note", ""), ("intent", &intent)];
    trip.app.staff("desk").await.call("staff-take-payment", &form).await.ok();
}

#[tokio::test]
async fn what_moves_through_yookassa_is_not_signed_by_the_register() {
    let (yookassa, trip) = held().await;
    assert_eq!(trip.app.shelf().await.resort.cash_register, "sandbox");
    paid(&yookassa, &trip).await;
    assert_eq!(told(&trip.app).await, (0, 1));
    let (id, _) = trip.data().await.pay.trail[1].receipt.clone().unwrap();
    let receipt: Receipt = trip.james.read("receipt", &[("id", &id.to_string())]).await.ok().json();
    assert_eq!((receipt.fiscal, receipt.total), (None, TOTAL), "nothing is awaited from a register");
    trip.cancel("0").await.ok();
    trip.app.money().await;
    all_heard(&yookassa.call(&trip.app).await);
    assert_eq!(told(&trip.app).await, (0, 2));
    assert_eq!(yookassa.agrees_with(&trip.app).await, (TOTAL, TOTAL));
}

#[tokio::test]
async fn what_yookassa_will_not_give_back_is_signed_when_it_is_handed_out() {
    let (yookassa, trip) = held().await;
    paid(&yookassa, &trip).await;
    yookassa.has_nothing_to_give();
    trip.cancel("0").await.ok();
    trip.app.money().await;
    assert_eq!(told(&trip.app).await, (0, 1), "nothing has moved");
    let desk = trip.app.staff("desk").await;
    let back = desk.read("staff-money", &[]).await.ok().json::<MoneySheet>().back;
    desk.call("staff-give-back", &[("refund", &back[0].id.to_string())]).await.ok();
    assert_eq!(told(&trip.app).await, (1, 2));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn what_the_desk_takes_is_signed_and_money_that_comes_besides_goes_back_through_yookassa() {
    let (yookassa, trip) = held().await;
    trip.app.change_resort(|resort| resort.pay = Way::ALL.to_vec()).await;
    let page = page(&trip).await;
    trip.james.call("pay-at-desk", &[("booking", &trip.id)]).await.ok();
    take(&trip, "36").await;
    assert_eq!((told(&trip.app).await, trip.owed().await), ((1, 1), 0));
    // The page cannot be closed: the guest pays there as well, and has that money back.
    trip.app.house.clock.advance(1);
    yookassa.pays(&page);
    trip.app.money().await;
    assert_eq!((trip.owed().await, trip.returned().await, told(&trip.app).await), (0, TOTAL, (1, 3)));
    let theirs = yookassa.refund_receipts();
    assert!(theirs.len() == 1 && theirs[0].is_none(), "YooKassa turns the payment's own around");
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_register_signs_what_another_provider_took_before() {
    let app = TestApp::new().await;
    let yookassa = YooKassa::start().await;
    let trip = Trip::held_at(app).await;
    let page: String = trip.pay().await.ok().json();
    crate::pay::at_the_acquirer(&trip.james, &page, &[("card", "approve")]).await;
    assert_eq!(told(&trip.app).await, (1, 1));
    trip.app.change_resort(|resort| resort.card = "yookassa".to_owned()).await;
    trip.cancel("0").await.ok();
    trip.app.money().await;
    assert_eq!((told(&trip.app).await, yookassa.payments()), ((2, 2), 0));
    trip.app.sums_are_even().await;
}

/// James has ordered a sandwich, and goes to pay for it.
async fn ordered() -> (YooKassa, Trip, OrderId, String) {
    let (yookassa, trip) = held().await;
    trip.james.call("release", &[("booking", &trip.id)]).await.ok();
    let id = placed(&trip.app, &trip.james).await;
    let page = pay(&trip, id).await;
    (yookassa, trip, id, page)
}

async fn pay(trip: &Trip, id: OrderId) -> String {
    let form = [("order", id.to_string()), ("expected", "1700".to_owned()), ("intent", Keys::token())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    trip.james.call("pay-order-by-card", &form).await.ok().json()
}

async fn steps(trip: &Trip, id: OrderId) -> Vec<Step> {
    order(&trip.james, id).await.pay.trail.iter().map(|line| line.step).collect()
}

#[tokio::test]
async fn an_order_is_paid_with_its_receipt_and_goes_back() {
    let (yookassa, trip, id, page) = ordered().await;
    let asked = yookassa.asked(&page);
    assert_eq!((asked.receipt.items.len(), asked.receipt.items[0].vat_code), (1, 11));
    assert!(asked.receipt.items[0].description.chars().any(|c| ('а'..='я').contains(&c)), "{}", asked.receipt.items[0].description);
    assert!(asked.description.contains("sandwich"), "{}", asked.description);
    assert_eq!(back(&trip, &yookassa.pays(&page)).await, format!("/orders/{id}"));
    all_heard(&yookassa.call(&trip.app).await);
    assert_eq!((steps(&trip, id).await, order(&trip.james, id).await.pay.owed), (vec![Step::Begun, Step::Captured], 0));
    trip.james.call("cancel-order", &[("order", &id.to_string())]).await.ok();
    trip.app.money().await;
    all_heard(&yookassa.call_backwards(&trip.app).await);
    assert_eq!((steps(&trip, id).await.last(), told(&trip.app).await), (Some(&Step::RefundArrived), (0, 2)));
    assert_eq!(yookassa.agrees_with(&trip.app).await, (1700, 1700));
}

#[tokio::test]
async fn an_order_that_is_taken_back_while_it_is_paid_keeps_no_money() {
    let (yookassa, trip, id, page) = ordered().await;
    trip.james.call("cancel-order", &[("order", &id.to_string())]).await.ok();
    assert_eq!(steps(&trip, id).await, [Step::Begun, Step::Waiting], "it cannot be called off");
    let form = [("order", id.to_string()), ("intent", Keys::token())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let again = trip.james.call("pay-order-by-card", &form).await;
    assert!(matches!(again.json::<OrderRefusal>(), OrderRefusal::NotPossible { .. }));
    yookassa.pays(&page);
    all_heard(&yookassa.call(&trip.app).await);
    trip.app.money().await;
    assert_eq!(steps(&trip, id).await.last(), Some(&Step::RefundArrived));
    assert_eq!(yookassa.agrees_with(&trip.app).await, (1700, 1700));
}

#[tokio::test]
async fn an_order_whose_page_was_left_is_asked_after_until_it_ends_and_can_be_paid_then() {
    let (yookassa, trip, id, page) = ordered().await;
    trip.app.house.clock.advance(OPEN - 1);
    trip.app.money().await;
    assert_eq!(steps(&trip, id).await, [Step::Begun, Step::Waiting]);
    assert_eq!(pay(&trip, id).await, page, "while one is on its way there is no other");
    trip.app.house.clock.advance(1);
    trip.app.money().await;
    assert_eq!((yookassa.status(&page), steps(&trip, id).await), ("canceled", vec![Step::Begun, Step::GivenUp]));
    let other = pay(&trip, id).await;
    back(&trip, &yookassa.pays(&other)).await;
    assert_eq!((other != page, yookassa.agrees_with(&trip.app).await), (true, (1700, 0)));
}
