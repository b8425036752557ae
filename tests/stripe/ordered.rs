//! What is ordered to the room and paid for at Stripe.

use super::all_heard;
use crate::helpers::{Answer, Client, JAMES, TestApp};
use crate::place_order::{order, placed};
use crate::stand_ins::Trouble;
use crate::stand_ins::stripe::Stripe;
use cabana::base::OrderId;
use cabana::orders::{OrderRefusal, OrderState};
use cabana::payments::Step;
use cabana::server::Keys;

/// James has ordered a sandwich.
struct Lunch {
    stripe: Stripe,
    app: TestApp,
    james: Client,
    id: OrderId,
}

const TOTAL: i64 = 1700;

impl Lunch {
    async fn ordered() -> Lunch {
        let stripe = Stripe::start().await;
        let app = TestApp::with(|config| config.acquirers = stripe.keys()).await;
        stripe.counter().follow(&app.house.clock);
        app.change_resort(|resort| resort.card = "stripe".to_owned()).await;
        let james = app.guest(JAMES).await;
        let id = placed(&app, &james).await;
        Lunch { stripe, app, james, id }
    }

    async fn pay(&self) -> Answer {
        let form = [("order", self.id.to_string()), ("expected", TOTAL.to_string()), ("intent", Keys::token())];
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.james.call("pay-order-by-card", &form).await
    }

    async fn page(&self) -> String {
        self.pay().await.ok().json()
    }

    async fn back(&self, address: &str) -> String {
        self.james.get(address.strip_prefix(&self.app.base).unwrap()).await.location.unwrap()
    }

    async fn steps(&self) -> Vec<Step> {
        order(&self.james, self.id).await.pay.trail.iter().map(|line| line.step).collect()
    }
}

#[tokio::test]
async fn an_order_is_paid_once_and_goes_back_when_it_is_declined() {
    let lunch = Lunch::ordered().await;
    let page = lunch.page().await;
    assert_eq!(lunch.page().await, page, "while one is on its way there is no other");
    let form = lunch.stripe.form(&page);
    assert_eq!(form["line_items[0][price_data][unit_amount]"], "1700");
    assert!(form["line_items[0][price_data][product_data][name]"].contains("sandwich"), "{form:?}");
    assert_eq!(lunch.back(&lunch.stripe.pays(&page)).await, format!("/orders/{}", lunch.id));
    all_heard(&lunch.stripe.call(&lunch.app).await);
    all_heard(&lunch.stripe.call_backwards(&lunch.app).await);
    assert_eq!((lunch.steps().await, order(&lunch.james, lunch.id).await.pay.owed), (vec![Step::Begun, Step::Captured], 0));
    assert_eq!(lunch.app.number("SELECT count(*) FROM receipts").await, 1);
    let desk = lunch.app.staff("desk").await;
    let form = [("order", lunch.id.to_string()), ("version", "1".into()), ("to", "declined".into()), ("reason", "the kitchen is closed".into())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value): &(&str, String)| (*name, value.as_str())).collect();
    desk.call("staff-advance-order", &form).await.ok();
    lunch.app.money().await;
    assert_eq!(lunch.steps().await.last(), Some(&Step::RefundArrived));
    assert_eq!(lunch.stripe.agrees_with(&lunch.app).await, (TOTAL, TOTAL));
}

#[tokio::test]
async fn an_order_whose_beginning_was_lost_is_begun_again_with_the_same_key() {
    let lunch = Lunch::ordered().await;
    for trouble in [Trouble::Away, Trouble::Lost] {
        lunch.stripe.counter().trouble("POST /v1/checkout/sessions", trouble);
        assert_eq!(lunch.pay().await.json::<OrderRefusal>(), OrderRefusal::CardUnavailable);
        let pay = order(&lunch.james, lunch.id).await.pay;
        assert!(pay.intent.is_some() && pay.on_its_way.is_none(), "the button is there again");
    }
    let page = lunch.page().await;
    assert_eq!((lunch.stripe.sessions(), lunch.app.number("SELECT count(*) FROM payments").await), (1, 1));
    lunch.back(&lunch.stripe.pays(&page)).await;
    assert_eq!(lunch.stripe.agrees_with(&lunch.app).await, (TOTAL, 0));
}

#[tokio::test]
async fn an_order_that_is_taken_back_closes_its_page_and_one_that_was_left_ends_after_half_an_hour() {
    let lunch = Lunch::ordered().await;
    let first = lunch.page().await;
    assert_eq!(lunch.back(&lunch.stripe.turns_back(&first)).await, format!("/orders/{}", lunch.id));
    assert_eq!((lunch.stripe.status(&first), lunch.steps().await), ("expired", vec![Step::Begun, Step::GivenUp]));
    let left = lunch.page().await;
    lunch.app.house.clock.advance(1799);
    lunch.app.money().await;
    assert_eq!(lunch.stripe.status(&left), "open");
    lunch.app.house.clock.advance(1);
    lunch.app.money().await;
    assert_eq!(lunch.stripe.status(&left), "expired");
    let last = lunch.page().await;
    lunch.james.call("cancel-order", &[("order", &lunch.id.to_string())]).await.ok();
    assert_eq!((lunch.stripe.status(&last), order(&lunch.james, lunch.id).await.state), ("expired", OrderState::Cancelled));
    lunch.stripe.pays(&last);
    all_heard(&lunch.stripe.call(&lunch.app).await);
    assert_eq!(lunch.stripe.agrees_with(&lunch.app).await, (0, 0));
}

#[tokio::test]
async fn without_keys_no_order_is_paid_by_card() {
    let app = TestApp::new().await;
    app.change_resort(|resort| resort.card = "stripe".to_owned()).await;
    let lunch = Lunch { stripe: Stripe::start().await, james: app.guest(JAMES).await, id: OrderId(0), app };
    let lunch = Lunch { id: placed(&lunch.app, &lunch.james).await, ..lunch };
    assert!(order(&lunch.james, lunch.id).await.pay.intent.is_none());
    assert_eq!(lunch.pay().await.json::<OrderRefusal>(), OrderRefusal::CardUnavailable);
    assert_eq!(lunch.app.number("SELECT count(*) FROM payments").await, 0);
}

#[tokio::test]
async fn what_the_desk_takes_closes_the_page_and_what_is_paid_there_as_well_goes_back() {
    for away in [false, true] {
        let lunch = Lunch::ordered().await;
        let page = lunch.page().await;
        if away {
            lunch.stripe.counter().trouble("POST /v1/checkout/sessions/", Trouble::Away);
        }
        let (id, intent) = (lunch.id.to_string(), Keys::token());
        let form = [("kind", "order"), ("id", &id), ("amount", "17"), ("method", "terminal"), ("note", ""), ("intent", &intent)];
        lunch.app.staff("desk").await.call("staff-take-payment", &form).await.ok();
        assert_eq!((lunch.stripe.status(&page), order(&lunch.james, lunch.id).await.pay.owed), (if away { "open" } else { "expired" }, 0));
        lunch.app.house.clock.advance(1);
        lunch.stripe.pays(&page);
        lunch.app.money().await;
        let besides = if away { TOTAL } else { 0 };
        let taken = "SELECT CAST(sum(amount - refunded) AS BIGINT) FROM payments WHERE state = 'captured'";
        let cards = "SELECT CAST(coalesce(sum(refunded), 0) AS BIGINT) FROM payments WHERE state = 'captured' AND provider = 'stripe'";
        assert_eq!((lunch.app.number(taken).await, lunch.app.number(cards).await), (TOTAL, besides));
        lunch.app.sums_are_even().await;
    }
}
