//! What goes back through Stripe.

use super::{all_heard, held, paid};
use crate::helpers::{Answer, JAMES};
use crate::pay::{TOTAL, Trip};
use crate::stand_ins::Trouble;
use cabana::payments::Step;
use cabana::staff::{MoneyRefusal, MoneySheet};

async fn leave(trip: &Trip) -> Answer {
    let people = trip.app.people(JAMES).await;
    trip.james.call("cancel-participant", &[("booking", &trip.id), ("guest", &people[1].to_string()), ("expected_fee", "0")]).await
}

#[tokio::test]
async fn what_is_cancelled_goes_back_in_parts_and_once() {
    let (stripe, trip) = held().await;
    paid(&stripe, &trip).await;
    leave(&trip).await.ok();
    // The first part: done, and the answer lost; then nobody there; then found as it was done.
    stripe.counter().trouble("POST /v1/refunds", Trouble::Lost);
    trip.app.money().await;
    assert_eq!(trip.returned().await, 0);
    stripe.counter().trouble("GET /v1/refunds", Trouble::Away);
    for minutes in [1, 2] {
        trip.app.house.clock.advance(minutes * 60 + 1);
        trip.app.money().await;
    }
    assert_eq!((trip.returned().await, stripe.counter().asked("POST /v1/refunds")), (1800, 1));
    trip.cancel("0").await.ok();
    trip.app.money().await;
    assert_eq!((trip.returned().await, trip.owed().await), (TOTAL, 0));
    trip.cancel("0").await.ok();
    trip.app.money().await;
    assert_eq!(stripe.agrees_with(&trip.app).await, (TOTAL, TOTAL));
}

#[tokio::test]
async fn a_refund_is_made_once_although_keys_are_forgotten() {
    let (stripe, trip) = held().await;
    paid(&stripe, &trip).await;
    trip.cancel("0").await.ok();
    // It broke, and Stripe says so for a day whenever it is asked with this key.
    stripe.counter().trouble("POST /v1/refunds", Trouble::Broken);
    for _ in 0..20 {
        trip.app.house.clock.advance(3600);
        trip.app.money().await;
    }
    assert_eq!((trip.returned().await, trip.steps().await.last()), (0, Some(&Step::RefundRequested)));
    stripe.counter().trouble("POST /v1/refunds", Trouble::Lost);
    let mut hours = 20;
    while trip.returned().await == 0 {
        hours += 1;
        assert!(hours < 48, "it is tried for as long as it takes");
        trip.app.house.clock.advance(3600);
        trip.app.money().await;
    }
    assert!(hours > 24, "{hours}");
    assert_eq!(stripe.agrees_with(&trip.app).await, (TOTAL, TOTAL));
}

#[tokio::test]
async fn a_refund_that_stripe_refuses_waits_for_somebody_who_looks() {
    let (stripe, trip) = held().await;
    let page = paid(&stripe, &trip).await;
    // Somebody has given it back by hand already.
    stripe.takes_back(&page, TOTAL);
    trip.cancel("0").await.ok();
    trip.app.money().await;
    assert_eq!(trip.steps().await.last(), Some(&Step::RefundFailed));
    trip.app.house.clock.advance(86_400);
    trip.app.money().await;
    assert_eq!(stripe.counter().asked("POST /v1/refunds"), 1, "it is not asked again");
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn what_is_with_the_bank_is_asked_after_until_it_has_arrived() {
    for called in [true, false] {
        let (stripe, trip) = held().await;
        stripe.banks_are_slow();
        paid(&stripe, &trip).await;
        trip.cancel("0").await.ok();
        trip.app.money().await;
        assert_eq!(trip.steps().await.last(), Some(&Step::RefundSent));
        assert_eq!(trip.app.number("SELECT count(*) FROM receipts WHERE series = 'B'").await, 1);
        trip.app.house.clock.advance(6 * 3600);
        trip.app.money().await;
        assert_eq!(trip.steps().await.last(), Some(&Step::RefundSent));
        stripe.bank_says("succeeded");
        if called {
            all_heard(&stripe.call(&trip.app).await);
        } else {
            trip.app.house.clock.advance(6 * 3600);
            trip.app.money().await;
        }
        assert_eq!(trip.steps().await.last(), Some(&Step::RefundArrived));
        assert_eq!(stripe.agrees_with(&trip.app).await, (TOTAL, TOTAL));
    }
}

#[tokio::test]
async fn what_the_bank_sends_back_is_seen() {
    let (stripe, trip) = held().await;
    stripe.banks_are_slow();
    paid(&stripe, &trip).await;
    trip.cancel("0").await.ok();
    trip.app.money().await;
    stripe.bank_says("failed");
    all_heard(&stripe.call(&trip.app).await);
    all_heard(&stripe.call_backwards(&trip.app).await);
    let mut steps = vec![Step::Begun, Step::Captured, Step::RefundRequested, Step::RefundSent, Step::RefundFailed];
    assert_eq!(trip.steps().await, steps);
    assert_eq!(stripe.agrees_with(&trip.app).await, (TOTAL, 0));
    // The desk sees it, and hands it out: once, and without another receipt.
    let desk = trip.app.staff("desk").await;
    let back = async || desk.read("staff-money", &[]).await.ok().json::<MoneySheet>().back;
    let listed = back().await;
    assert_eq!((listed.len(), listed[0].amount, listed[0].bounced, listed[0].failed), (1, TOTAL, true, false));
    let page = desk.get("/staff/money").await.ok();
    assert!(page.attributes("form[action*=staff-give-back] input[name=again]", "value").is_empty(), "Stripe is not asked for it again");
    let refund = listed[0].id.to_string();
    let again = desk.call("staff-give-back", &[("refund", &refund), ("again", "yes")]).await;
    assert_eq!(again.json::<MoneyRefusal>(), MoneyRefusal::Changed);
    desk.call("staff-give-back", &[("refund", &refund)]).await.ok();
    assert_eq!(desk.call("staff-give-back", &[("refund", &refund)]).await.json::<MoneyRefusal>(), MoneyRefusal::Changed);
    steps.push(Step::HandedOut);
    assert_eq!((trip.steps().await, back().await.len()), (steps, 0));
    assert_eq!(trip.app.number("SELECT count(*) FROM receipts WHERE series = 'B'").await, 1);
    all_heard(&stripe.call_backwards(&trip.app).await);
    trip.app.money().await;
    assert_eq!(trip.app.number("SELECT count(*) FROM refunds WHERE state = 'settled' AND by_hand = 1").await, 1);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn what_stripe_refused_is_asked_for_again_as_another_refund() {
    let (stripe, trip) = held().await;
    stripe.banks_are_slow();
    paid(&stripe, &trip).await;
    trip.cancel("0").await.ok();
    // It is done, the answer is lost, and by the time it is looked for the bank has refused it.
    stripe.counter().trouble("POST /v1/refunds", Trouble::Lost);
    trip.app.money().await;
    stripe.bank_says("failed");
    trip.app.house.clock.advance(61);
    trip.app.money().await;
    assert_eq!((trip.steps().await.last(), stripe.counter().asked("POST /v1/refunds")), (Some(&Step::RefundFailed), 1));
    let desk = trip.app.staff("desk").await;
    let back = desk.read("staff-money", &[]).await.ok().json::<MoneySheet>().back;
    desk.call("staff-give-back", &[("refund", &back[0].id.to_string()), ("again", "yes")]).await.ok();
    trip.app.money().await;
    stripe.bank_says("succeeded");
    all_heard(&stripe.call(&trip.app).await);
    assert_eq!((trip.steps().await.last(), stripe.counter().asked("POST /v1/refunds")), (Some(&Step::RefundArrived), 2));
    assert_eq!(stripe.agrees_with(&trip.app).await, (TOTAL, TOTAL));
}
