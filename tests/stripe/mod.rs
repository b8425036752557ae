//! Cards at Stripe, by its stand-in on loopback (`stand_ins/stripe/`): what is paid, declined, abandoned, called off, late
//! or lost on the way, what it calls about, and what goes back (RULES I1, I4, I5, V1, X5, X14). In the end its books and ours
//! say the same. What goes back is in `returned.rs`, what is ordered to the room in `ordered.rs`.

mod ordered;
mod returned;

use crate::helpers::{JAMES, LAYLA, TestApp};
use crate::pay::{TOTAL, Trip};
use crate::stand_ins::stripe::{Stripe, send, signed};
use crate::stand_ins::{Gate, Trouble};
use cabana::booking::{BookingRefusal, BookingState};
use cabana::payments::Step;
use cabana::payments::provider::stripe::{TOLERANCE, signature};
use cabana::server::{Acquirers, Keys, Secret};
use reqwest::StatusCode;
use std::io::Write as _;

/// A resort whose cards Stripe takes, and a trip that is held.
async fn held() -> (Stripe, Trip) {
    let stripe = Stripe::start().await;
    let app = TestApp::with(|config| config.acquirers = stripe.keys()).await;
    stripe.counter().follow(&app.house.clock);
    app.change_resort(|resort| resort.card = "stripe".to_owned()).await;
    (stripe, Trip::held_at(app).await)
}

async fn page(trip: &Trip) -> String {
    trip.pay().await.ok().json()
}

/// The guest comes back from Stripe's page; answers where that leads.
async fn back(trip: &Trip, address: &str) -> String {
    let path = address.strip_prefix(&trip.app.base).unwrap();
    trip.james.get(path).await.location.unwrap()
}

async fn paid(stripe: &Stripe, trip: &Trip) -> String {
    let page = page(trip).await;
    back(trip, &stripe.pays(&page)).await;
    page
}

fn all_heard(answers: &[StatusCode]) {
    assert!(!answers.is_empty() && answers.iter().all(|answer| *answer == StatusCode::OK), "{answers:?}");
}

#[tokio::test]
async fn what_is_paid_on_stripes_page_is_booked_with_one_receipt() {
    let (stripe, trip) = held().await;
    trip.app.run("UPDATE participants SET contact = 'james@mail.example.org'").await;
    let page = page(&trip).await;
    assert!(page.starts_with(&format!("{}/c/pay/", stripe.base())), "{page}");
    assert_eq!(reqwest::get(&page).await.unwrap().text().await.unwrap(), "Card number");
    assert_eq!(trip.data().await.pay.on_its_way, Some((TOTAL, page.clone())), "it goes on there");
    assert_eq!(trip.pay().await.ok().json::<String>(), page, "while one is on its way there is no other");
    assert_eq!(stripe.sessions(), 1);
    let form = stripe.form(&page);
    for at in 0..2 {
        let item = |field: &str| form[&format!("line_items[{at}][price_data]{field}")].as_str();
        assert_eq!((item("[currency]"), item("[unit_amount]")), ("eur", "1800"), "a line for each of the two, as on the receipt");
        assert!(item("[product_data][name]").contains("boat"), "{form:?}");
    }
    assert!(form["locale"] == "en" && !format!("{form:?}").contains("Whitfield"), "nobody's name: {form:?}");
    assert_eq!(form["customer_email"], "james@mail.example.org");
    assert_eq!(back(&trip, &stripe.pays(&page)).await, format!("/bookings/{}", trip.id));
    assert_eq!((trip.data().await.state, trip.owed().await), (BookingState::Confirmed, 0));
    assert_eq!(trip.steps().await, [Step::Begun, Step::Captured]);
    // The calls that come after it, and once more, and all of them backwards: nothing new.
    all_heard(&stripe.call(&trip.app).await);
    all_heard(&stripe.call_backwards(&trip.app).await);
    all_heard(&stripe.call_backwards(&trip.app).await);
    assert_eq!(trip.app.number("SELECT count(*) FROM provider_events WHERE done_at IS NOT NULL").await, 1, "the same call is one");
    assert_eq!(trip.app.number("SELECT count(*) FROM receipts").await, 1);
    assert_eq!(stripe.agrees_with(&trip.app).await, (TOTAL, 0));
}

#[tokio::test]
async fn a_call_alone_is_enough_and_so_is_asking() {
    for called in [true, false] {
        let (stripe, trip) = held().await;
        stripe.pays(&page(&trip).await);
        if called {
            all_heard(&stripe.call(&trip.app).await);
        } else {
            // Nobody calls, and the guest does not come back.
            trip.app.house.clock.advance(61);
            trip.app.money().await;
        }
        assert_eq!(trip.data().await.state, BookingState::Confirmed);
        assert_eq!(stripe.agrees_with(&trip.app).await, (TOTAL, 0));
    }
}

#[tokio::test]
async fn the_page_of_a_hold_leads_to_stripe_also_without_code() {
    let (stripe, trip) = held().await;
    let at = format!("/bookings/{}", trip.id);
    let answer = trip.james.get(&at).await.ok();
    let policy = answer.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains(&format!("form-action 'self' {};", stripe.base())), "{policy}");
    let intent = answer.attributes("form[action*=pay-by-card] input[name=intent]", "value").remove(0);
    let answer = trip.james.post(&at, "pay-by-card", &[("booking", &trip.id), ("expected", "3600"), ("intent", &intent)]).await;
    assert!(answer.location.as_ref().is_some_and(|page| page.starts_with(stripe.base())), "{answer:?}");
    let answer = trip.james.get(&at).await.ok();
    assert_eq!(answer.attributes("a[rel=external]", "href").iter().filter(|page| page.starts_with(stripe.base())).count(), 1);
    trip.app.change_resort(|resort| resort.card = "sandbox".to_owned()).await;
    let answer = trip.james.get("/").await.ok();
    assert!(answer.headers["content-security-policy"].to_str().unwrap().contains("form-action 'self'; "), "nobody else is let in");
}

#[tokio::test]
async fn a_card_that_is_declined_leaves_time_for_another() {
    let (stripe, trip) = held().await;
    let first = page(&trip).await;
    stripe.declines(&first);
    trip.app.house.clock.advance(61);
    trip.app.money().await;
    assert_eq!(trip.steps().await, [Step::Begun, Step::Waiting], "Stripe's page stays open for another card");
    assert_eq!(back(&trip, &stripe.turns_back(&first)).await, format!("/bookings/{}", trip.id));
    assert_eq!((trip.steps().await, trip.data().await.state), (vec![Step::Begun, Step::NotPaid], BookingState::Held));
    assert_eq!(stripe.status(&first), "expired");
    all_heard(&stripe.call(&trip.app).await);
    paid(&stripe, &trip).await;
    assert_eq!(trip.steps().await, [Step::Begun, Step::NotPaid, Step::Begun, Step::Captured]);
    // To turn back now, or by an old address, changes nothing.
    back(&trip, &stripe.turns_back(&first)).await;
    assert_eq!(trip.data().await.state, BookingState::Confirmed);
    assert_eq!(stripe.agrees_with(&trip.app).await, (TOTAL, 0));
}

#[tokio::test]
async fn a_declined_card_after_which_another_is_taken_is_paid() {
    let (stripe, trip) = held().await;
    let page = page(&trip).await;
    stripe.declines(&page);
    back(&trip, &stripe.pays(&page)).await;
    assert_eq!(trip.steps().await, [Step::Begun, Step::Captured]);
    assert_eq!(stripe.agrees_with(&trip.app).await, (TOTAL, 0));
}

#[tokio::test]
async fn only_the_guest_who_pays_comes_back_to_it() {
    let (stripe, trip) = held().await;
    let page = page(&trip).await;
    let layla = trip.app.guest(LAYLA).await;
    for address in [stripe.turns_back(&page), stripe.form(&page)["success_url"].clone()] {
        let path = address.strip_prefix(&trip.app.base).unwrap();
        assert_eq!(layla.get(path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(trip.app.visitor().get(path).await.location.as_deref(), Some("/sign-in"));
    }
    assert_eq!(stripe.status(&page), "open");
}

#[tokio::test]
async fn a_page_that_was_left_is_closed_with_the_hold() {
    let (stripe, trip) = held().await;
    let page = page(&trip).await;
    trip.to_the_end(1).await;
    trip.app.money().await;
    assert_eq!((stripe.status(&page), trip.steps().await), ("expired", vec![Step::Begun, Step::GivenUp]));
    stripe.pays(&page);
    all_heard(&stripe.call(&trip.app).await);
    assert_eq!(stripe.agrees_with(&trip.app).await, (0, 0));
}

#[tokio::test]
async fn a_payment_is_called_off_before_it_is_paid_in_another_way() {
    let (stripe, trip) = held().await;
    let page = page(&trip).await;
    // The answer to calling it off is lost, and it is looked at: it is off.
    stripe.counter().trouble("POST /v1/checkout/sessions/", Trouble::Lost);
    let confirm = async || trip.james.call("confirm", &[("booking", &trip.id)]).await;
    assert!(confirm().await.status.is_server_error(), "nobody knows");
    assert_eq!(trip.data().await.state, BookingState::Held);
    confirm().await.ok();
    assert_eq!((stripe.status(&page), trip.steps().await), ("expired", vec![Step::Begun, Step::GivenUp]));
    stripe.pays(&page);
    assert_eq!((trip.data().await.state, trip.owed().await), (BookingState::Confirmed, TOTAL));
    assert_eq!(stripe.agrees_with(&trip.app).await, (0, 0));
}

#[tokio::test]
async fn what_was_paid_in_the_same_moment_counts() {
    let (stripe, trip) = held().await;
    stripe.pays(&page(&trip).await);
    // Nobody has called yet; the guest puts it on the room's bill in another window.
    trip.james.call("confirm", &[("booking", &trip.id)]).await;
    assert_eq!((trip.data().await.state, trip.owed().await), (BookingState::Confirmed, 0));
    all_heard(&stripe.call(&trip.app).await);
    assert_eq!(stripe.agrees_with(&trip.app).await, (TOTAL, 0));
}

#[tokio::test]
async fn a_page_that_opens_too_late_is_closed_again() {
    let (stripe, trip) = held().await;
    let gate = Gate::default();
    stripe.counter().trouble("POST /v1/checkout/sessions", Trouble::Held(gate.clone()));
    let paying = async { trip.pay().await.ok().json::<String>() };
    let meanwhile = async {
        gate.reached().await;
        trip.james.call("confirm", &[("booking", &trip.id)]).await.ok();
        gate.open();
    };
    let (back, ()) = tokio::join!(paying, meanwhile);
    assert!(back.starts_with("/pay/back/"), "{back}");
    assert_eq!((stripe.sessions(), stripe.status("cs_test_000001"), trip.owed().await), (1, "expired", TOTAL));
    assert_eq!(stripe.agrees_with(&trip.app).await, (0, 0));
}

#[tokio::test]
async fn a_beginning_whose_answer_was_lost_is_begun_again_with_the_same_key() {
    let (stripe, trip) = held().await;
    for trouble in [Trouble::Away, Trouble::Lost] {
        stripe.counter().trouble("POST /v1/checkout/sessions", trouble);
        assert_eq!(trip.pay().await.json::<BookingRefusal>(), BookingRefusal::CardUnavailable);
        let pay = trip.data().await.pay;
        assert!(pay.intent.is_some() && pay.on_its_way.is_none(), "the button is there again");
    }
    // Also in another language: the key stands for what was said first.
    trip.james.http.post(format!("{}/language", trip.app.base)).form(&[("lang", "de"), ("next", "/")]).send().await.unwrap();
    let page = page(&trip).await;
    assert_eq!((stripe.sessions(), trip.app.number("SELECT count(*) FROM payments").await), (1, 1));
    back(&trip, &stripe.pays(&page)).await;
    assert_eq!(stripe.agrees_with(&trip.app).await, (TOTAL, 0));
}

#[tokio::test]
async fn a_beginning_that_stays_lost_is_given_up() {
    let (stripe, trip) = held().await;
    stripe.counter().trouble("POST /v1/checkout/sessions", Trouble::Lost);
    assert_eq!(trip.pay().await.json::<BookingRefusal>(), BookingRefusal::CardUnavailable);
    trip.app.house.clock.advance(61);
    trip.app.money().await;
    assert_eq!(trip.steps().await, [Step::Begun, Step::GivenUp], "nobody has its page");
    paid(&stripe, &trip).await;
    assert_eq!(stripe.agrees_with(&trip.app).await, (TOTAL, 0));
}

#[tokio::test]
async fn a_payment_that_stripe_will_never_take_is_over_at_once() {
    let stripe = Stripe::start().await;
    let app = TestApp::with(|config| config.acquirers = stripe.keys()).await;
    stripe.counter().follow(&app.house.clock);
    app.change_resort(|resort| (resort.card, resort.currency) = ("stripe".to_owned(), "KWD".to_owned())).await;
    app.change_offer("glass-boat", |offer| (offer.price, offer.bands) = (1801, Vec::new())).await;
    let trip = Trip::held_at(app).await;
    assert_eq!(trip.pay().await.json::<BookingRefusal>(), BookingRefusal::CardUnavailable, "3.602 dinars end on no nought");
    assert_eq!((stripe.sessions(), trip.steps().await), (0, vec![Step::Begun, Step::NotPaid]));
    trip.james.call("release", &[("booking", &trip.id)]).await.ok();
    trip.app.change_offer("glass-boat", |offer| offer.price = 1805).await;
    let id: i64 = trip.james.hold(&trip.at, &trip.app.people(JAMES).await, &[]).await.ok().json();
    let page: String = trip.james.call("pay-by-card", &[("booking", &id.to_string()), ("intent", &Keys::token())]).await.ok().json();
    // Each of the two costs 1.805, which Stripe cannot write; both together it can.
    assert_eq!(stripe.form(&page)["line_items[0][price_data][unit_amount]"], "3610");
    back(&trip, &stripe.pays(&page)).await;
    assert_eq!(stripe.agrees_with(&trip.app).await, (3610, 0));
}

#[tokio::test]
async fn money_that_comes_too_late_goes_back_by_itself() {
    let (stripe, trip) = held().await;
    trip.places(2).await;
    let page = page(&trip).await;
    stripe.pays(&page);
    trip.to_the_end(1).await;
    // Stripe does not answer while the hold ends, and nobody calls; the places are somebody else's meanwhile.
    stripe.counter().trouble("POST /v1/checkout/sessions/", Trouble::Away);
    trip.app.money().await;
    assert_eq!(trip.steps().await, [Step::Begun, Step::Waiting]);
    let layla = trip.app.guest(LAYLA).await;
    layla.book(&trip.at, &trip.app.people(LAYLA).await[..1], &[]).await;
    all_heard(&stripe.call(&trip.app).await);
    trip.app.money().await;
    assert_eq!(trip.data().await.state, BookingState::Lapsed);
    assert_eq!(trip.steps().await, [Step::Begun, Step::Captured, Step::RefundRequested, Step::RefundSent, Step::RefundArrived]);
    assert_eq!(stripe.agrees_with(&trip.app).await, (TOTAL, TOTAL));
}

#[tokio::test]
async fn money_that_comes_late_takes_the_places_again() {
    let (stripe, trip) = held().await;
    let page = page(&trip).await;
    trip.to_the_end(1).await;
    stripe.pays(&page);
    trip.app.tidy().await;
    all_heard(&stripe.call(&trip.app).await);
    assert_eq!((trip.data().await.state, trip.owed().await), (BookingState::Confirmed, 0));
    assert_eq!(stripe.agrees_with(&trip.app).await, (TOTAL, 0));
}

#[tokio::test]
async fn what_is_called_from_outside_is_signed_and_kept_and_never_believed() {
    let (stripe, trip) = held().await;
    let page = page(&trip).await;
    let id = page.rsplit('/').next().unwrap();
    let event = |name: &str, id: &str| {
        let object = format!("{{\"id\":\"{id}\",\"object\":\"checkout.session\",\"status\":\"complete\",\"payment_status\":\"paid\"}}");
        format!("{{\"id\":\"{name}\",\"object\":\"event\",\"type\":\"checkout.session.completed\",\"data\":{{\"object\":{object}}}}}")
    };
    let (app, body, now) = (&trip.app, event("evt_one", id), trip.app.house.clock.now());
    let old = now - TOLERANCE - 1;
    let replayed = format!("t={old},v1={}", signature("whsec_of_the_stand_in", old, body.as_bytes()));
    for forged in
        [String::new(), format!("t={now},v1={}", "0".repeat(64)), format!("t={now},v1={}", signature("whsec_x", now, body.as_bytes())), replayed]
    {
        assert_eq!(send(app, &body, &forged).await, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(send(app, &event("evt_two", id), &signed(app, &body)).await, StatusCode::UNAUTHORIZED, "a signature is of one body");
    assert_eq!(app.number("SELECT count(*) FROM provider_events").await, 0);
    // Signed, and not true: Stripe is asked, and knows of no money.
    for name in ["evt_one", "evt_one", "evt_two"] {
        let body = event(name, id);
        assert_eq!(send(app, &body, &signed(app, &body)).await, StatusCode::OK);
    }
    let of_nobody = event("evt_three", "cs_of_nobody");
    assert_eq!(send(app, &of_nobody, &signed(app, &of_nobody)).await, StatusCode::OK);
    for torn in ["{", "{}", "[1]", "{\"id\":\"evt_four\",\"data\":{\"object\":{}}}"] {
        assert_eq!(send(app, torn, &signed(app, torn)).await, StatusCode::UNPROCESSABLE_ENTITY, "{torn}");
    }
    assert_eq!(app.number("SELECT count(*) FROM provider_events").await, 3);
    assert_eq!(trip.data().await.state, BookingState::Held);
    // A call that comes while Stripe cannot be asked is kept, and heeded later.
    stripe.pays(&page);
    stripe.counter().trouble("GET /v1/checkout/sessions/", Trouble::Away);
    assert_eq!(stripe.call(app).await, [StatusCode::SERVICE_UNAVAILABLE]);
    app.money().await;
    assert_eq!(trip.data().await.state, BookingState::Confirmed);
    let elsewhere = reqwest::Client::new().post(format!("{}/hooks/stripe/word", app.base)).send().await.unwrap();
    assert_eq!(elsewhere.status(), StatusCode::NOT_FOUND);
    stripe.agrees_with(app).await;
}

#[tokio::test]
async fn another_amount_than_was_asked_for_waits_for_somebody_who_looks() {
    let (stripe, trip) = held().await;
    let page = page(&trip).await;
    stripe.takes(&page, 100);
    all_heard(&stripe.call(&trip.app).await);
    assert_eq!((trip.steps().await, trip.data().await.state), (vec![Step::Begun, Step::Stuck], BookingState::Held));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn without_keys_nobody_is_asked_to_pay_by_card() {
    let app = TestApp::new().await;
    app.change_resort(|resort| resort.card = "stripe".to_owned()).await;
    let trip = Trip::held_at(app).await;
    assert!(trip.data().await.pay.intent.is_none());
    assert_eq!(trip.pay().await.json::<BookingRefusal>(), BookingRefusal::CardUnavailable);
    assert_eq!(send(&trip.app, "{}", "t=1,v1=").await, StatusCode::NOT_FOUND);
    assert_eq!(trip.app.number("SELECT count(*) FROM payments").await, 0);
}

/// Against Stripe itself, in its test mode: `STRIPE_TEST_KEY=sk_test_…`.
#[tokio::test]
async fn live_stripe_opens_a_page_and_closes_it() {
    let Ok(key) = std::env::var("STRIPE_TEST_KEY") else {
        writeln!(std::io::stderr(), "left out: Stripe itself is not asked, because STRIPE_TEST_KEY is not set").unwrap();
        return;
    };
    assert!(key.starts_with("sk_test_") || key.starts_with("rk_test_"), "no test moves real money");
    let keys = Acquirers { stripe_key: Some(Secret::new(&key)), stripe_webhook_secret: Some(Secret::new("whsec_of_nobody")), ..Acquirers::default() };
    let app = TestApp::with(|config| config.acquirers = keys).await;
    app.change_resort(|resort| resort.card = "stripe".to_owned()).await;
    // Stripe's clock is the real one, so ours has not been moved.
    let people = app.people(JAMES).await;
    let (james, day) = (app.guest(JAMES).await, app.shelf().await.time.day(app.house.clock.now()).plus(1));
    let id: i64 = james.hold(&format!("/sessions/{}", app.session("glass-boat", day).await), &people, &[]).await.ok().json();
    let (id, pays) = (id.to_string(), Acquirers::default().stripe_pages);
    let page: String = james.call("pay-by-card", &[("booking", &id), ("intent", &Keys::token())]).await.ok().json();
    assert!(page.starts_with(&pays), "{page}");
    app.house.clock.advance(61);
    app.money().await;
    assert_eq!(app.number("SELECT count(*) FROM payments WHERE state = 'pending'").await, 1);
    james.call("confirm", &[("booking", &id)]).await.ok();
    assert_eq!(app.number("SELECT count(*) FROM payments WHERE state = 'cancelled'").await, 1);
}
