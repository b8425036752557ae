//! What becomes of an order: the staff moves it along, the guest sees it and is told; taking back, declining, two
//! clerks at once; and who may not look.

use crate::helpers::{ANNA, Client, JAMES, TestApp};
use crate::place_order::{Form, at, order};
use cabana::base::{Fault, OrderId};
use cabana::orders::{Actor, Bill, DeskOrderView, DeskOrders, OrderRefusal, OrderRow, OrderState};
use reqwest::StatusCode;

const SANDWICH: &[(&str, &str)] = &[("offer", "club-sandwich"), ("quantity", "1")];
const COFFEE: &[(&str, &str)] = &[("offer", "coffee-pot"), ("option", "turkish"), ("quantity", "1")];

/// Staff and guests sign in when the clock stands where the test wants it.
async fn noon() -> TestApp {
    let app = TestApp::new().await;
    at(&app, 12, 0).await;
    app
}

async fn placed(client: &Client) -> OrderId {
    Form::of(client, &[SANDWICH, COFFEE]).await.place(client).await.unwrap()
}

async fn advance(staff: &Client, order: OrderId, version: i64, to: &str, reason: &str) -> Result<(), OrderRefusal> {
    let (order, version) = (order.to_string(), version.to_string());
    let answer = staff.call("staff-advance-order", &[("order", &order), ("version", &version), ("to", to), ("reason", reason)]).await;
    if answer.status.is_success() { Ok(()) } else { Err(answer.json()) }
}

#[tokio::test]
async fn the_desk_moves_an_order_along_and_the_guest_follows() {
    let app = noon().await;
    let (james, desk) = (app.guest(JAMES).await, app.staff("desk").await);
    let id = placed(&james).await;
    app.house.clock.advance(7 * 60);
    let list = desk.read("staff-orders", &[]).await.ok().json::<DeskOrders>();
    assert_eq!((list.waiting, list.open, list.orders.len()), (1, 1, 1));
    let row = &list.orders[0];
    assert_eq!((row.id, row.room.as_str(), row.guest.as_str(), row.age_minutes, row.version), (id, "305", "James Whitfield", 7, 1));
    assert_eq!(row.next, [OrderState::Accepted, OrderState::Declined]);
    assert_eq!(row.lines.iter().map(|line| line.title.as_str()).collect::<Vec<_>>(), ["Club sandwich", "A pot of coffee or tea"]);

    for (version, to, word, kind) in [
        (1, "accepted", "Being prepared", "is being prepared"),
        (2, "on_its_way", "On its way", "is on its way"),
        (3, "delivered", "Delivered", "has been delivered"),
    ] {
        advance(&desk, id, version, to, "").await.unwrap();
        let page = james.get(&format!("/orders/{id}")).await.ok();
        assert!(page.all(".steps-now, .steps-done").iter().any(|step| step == word), "{word}: {:?}", page.all(".steps li"));
        assert!(james.get("/notices").await.ok().text.contains(kind), "{kind}");
    }
    let view = order(&james, id).await;
    assert_eq!((view.state, view.version, view.facts.len()), (OrderState::Delivered, 4, 4));
    assert_eq!(view.again.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["club-sandwich", "coffee-pot"]);
    let page = james.get(&format!("/orders/{id}")).await.ok();
    assert_eq!(page.attributes(".links a", "href"), ["/order/club-sandwich", "/order/coffee-pot"], "each can be ordered again");
    assert!(view.facts[1..].iter().all(|fact| fact.actor == Actor::Staff));
    assert_eq!(advance(&desk, id, 4, "accepted", "").await, Err(OrderRefusal::NotPossible { state: OrderState::Delivered }));
    let seen = desk.read("staff-order", &[("order", &id.to_string())]).await.ok().json::<DeskOrderView>();
    assert_eq!((seen.facts.len(), seen.order.next.len()), (4, 0));
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE subject = 'order'").await, 3);
    let list = desk.read("staff-orders", &[("state", "open")]).await.ok().json::<DeskOrders>();
    assert_eq!((list.waiting, list.open, list.orders.len()), (0, 0, 0));
    let list = desk.read("staff-orders", &[("state", "delivered"), ("day", &view.placed.day.to_string())]).await.ok().json::<DeskOrders>();
    assert_eq!(list.orders.len(), 1);
}

#[tokio::test]
async fn the_guest_is_told_about_when_it_is_there() {
    let app = noon().await;
    let (james, desk) = (app.guest(JAMES).await, app.staff("service").await);
    let id = placed(&james).await;
    advance(&desk, id, 1, "accepted", "").await.unwrap();
    let page = desk.get(&format!("/staff/orders/{id}")).await.ok();
    assert_eq!(page.attributes("select[name=minutes] option", "value"), ["", "5", "10", "15", "20", "30"]);
    let order_id = id.to_string();
    let send = async |minutes: &str| {
        desk.call("staff-advance-order", &[("order", &order_id), ("version", "2"), ("to", "on_its_way"), ("minutes", minutes)]).await
    };
    for absurd in ["7", "-15", "0", "soon", "99999999999999999999"] {
        assert_eq!(send(absurd).await.json::<OrderRefusal>(), Fault::Field("minutes".into()).into(), "{absurd}");
    }
    send("15").await.ok();
    assert_eq!(order(&james, id).await.facts.last().and_then(|fact| fact.expected.clone()).as_deref(), Some("12:15"));
    let page = james.get(&format!("/orders/{id}")).await.ok();
    assert_eq!(page.all(".order-stage"), ["It is on its way and should be with you at about 12:15."]);
    assert!(james.get("/notices").await.ok().text.contains("should be with you at about 12:15"));
    assert!(desk.get(&format!("/staff/orders/{id}")).await.ok().text.contains("there at about 12:15"));
    advance(&desk, id, 3, "delivered", "").await.unwrap();
    assert_eq!(james.get(&format!("/orders/{id}")).await.ok().all(".order-stage"), ["It has been brought to you. Enjoy it."]);
}

#[tokio::test]
async fn what_is_declined_costs_nothing_and_gives_the_share_back() {
    let app = noon().await;
    let (james, service) = (app.guest(JAMES).await, app.staff("service").await);
    let id = placed(&james).await;
    assert_eq!(app.number("SELECT sum(used) FROM included_used").await, 1);
    assert_eq!(advance(&service, id, 1, "declined", "  ").await, Err(OrderRefusal::ReasonNeeded));
    advance(&service, id, 1, "declined", "The oven is resting today").await.unwrap();
    assert_eq!(app.number("SELECT sum(used) FROM included_used").await, 0);
    assert_eq!(app.number("SELECT sum(amount) FROM folio_lines").await, 0);
    assert_eq!(app.number("SELECT count(*) FROM folio_lines").await, 2);
    let bill = james.read("bill", &[]).await.ok().json::<Bill>();
    assert_eq!((bill.total, bill.entries.len(), bill.entries[0].reversal.as_ref().map(|(_, amount)| *amount)), (0, 1, Some(-1800)));
    assert!(james.get(&format!("/orders/{id}")).await.ok().text.contains("The oven is resting today"));
    assert!(james.get("/notices").await.ok().text.contains("The oven is resting today"));
    // The share can be used once more.
    let again = Form::of(&james, &[COFFEE]).await.place(&james).await.unwrap();
    assert_eq!(order(&james, again).await.total, 100);
}

#[tokio::test]
async fn a_guest_takes_an_order_back_until_it_is_accepted() {
    let app = noon().await;
    let (james, desk) = (app.guest(JAMES).await, app.staff("desk").await);
    let id = placed(&james).await;
    let answer = james.post(&format!("/orders/{id}"), "cancel-order", &[("order", &id.to_string())]).await;
    assert_eq!(answer.location, Some(format!("/orders/{id}")));
    james.call("cancel-order", &[("order", &id.to_string())]).await.ok();
    assert_eq!(order(&james, id).await.state, OrderState::Cancelled);
    assert_eq!(app.number("SELECT sum(amount) FROM folio_lines").await, 0);
    assert_eq!(app.number("SELECT sum(used) FROM included_used").await, 0);
    assert_eq!(app.number("SELECT count(*) FROM timeline WHERE subject = 'order'").await, 2, "taken back once");
    assert_eq!(advance(&desk, id, 1, "accepted", "").await, Err(OrderRefusal::ChangedMeanwhile { state: OrderState::Cancelled }));

    let id = placed(&james).await;
    advance(&desk, id, 1, "accepted", "").await.unwrap();
    let refused = james.call("cancel-order", &[("order", &id.to_string())]).await;
    assert_eq!(refused.json::<OrderRefusal>(), OrderRefusal::TooLate { state: OrderState::Accepted });
    assert!(james.get(&format!("/orders/{id}")).await.ok().all(".order-cancel").is_empty());
    // A plain form comes back with the reason in the address, and the page says it.
    let answer = james.post(&format!("/orders/{id}"), "cancel-order", &[("order", &id.to_string())]).await;
    let page = james.get(answer.location.unwrap().strip_prefix(&app.base).unwrap()).await.ok();
    assert!(page.all(".alert-warn").iter().any(|text| text.contains("Being prepared")), "{:?}", page.all(".alert"));
}

#[tokio::test]
async fn of_two_clerks_one_wins_and_a_repeated_tap_is_one_deed() {
    let app = noon().await;
    let (james, desk, service) = (app.guest(JAMES).await, app.staff("desk").await, app.staff("service").await);
    let id = placed(&james).await;
    let (one, other) = tokio::join!(advance(&desk, id, 1, "accepted", ""), advance(&service, id, 1, "declined", "Sold out"));
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    let state = order(&james, id).await.state;
    let lost = one.and(other).unwrap_err();
    assert_eq!(lost, OrderRefusal::ChangedMeanwhile { state });
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE subject = 'order'").await, 1);

    let id = placed(&james).await;
    advance(&desk, id, 1, "accepted", "").await.unwrap();
    advance(&desk, id, 1, "accepted", "").await.unwrap();
    assert_eq!(advance(&service, id, 1, "accepted", "").await, Err(OrderRefusal::ChangedMeanwhile { state: OrderState::Accepted }));
    assert_eq!(order(&james, id).await.facts.len(), 2);
}

#[tokio::test]
async fn nobody_else_sees_or_touches_an_order() {
    let app = noon().await;
    let (james, anna, visitor) = (app.guest(JAMES).await, app.guest(ANNA).await, app.visitor());
    let id = placed(&james).await;
    let number = id.to_string();
    for (client, status) in [(&anna, StatusCode::NOT_FOUND), (&visitor, StatusCode::UNAUTHORIZED)] {
        assert_eq!(client.read("order", &[("order", &number)]).await.status, status);
        assert_eq!(client.call("cancel-order", &[("order", &number)]).await.status, status);
        assert_eq!(client.read("staff-orders", &[]).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(client.read("staff-order", &[("order", &number)]).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(advance(client, id, 1, "accepted", "").await, Err(OrderRefusal::Fault(Fault::SignIn)));
    }
    assert_eq!(anna.get(&format!("/orders/{id}")).await.status, StatusCode::NOT_FOUND);
    assert!(visitor.get(&format!("/orders/{id}")).await.ok().text.contains(&format!("/sign-in?next=/orders/{id}")));
    assert!(anna.read("my-orders", &[]).await.ok().json::<Vec<OrderRow>>().is_empty());
    assert_eq!(anna.read("bill", &[]).await.ok().json::<Bill>().total, 0);
    assert_eq!(order(&james, id).await.state, OrderState::Placed);
    let desk = app.staff("desk").await;
    assert_eq!(desk.read("staff-order", &[("order", "999999")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(advance(&desk, OrderId(999_999), 1, "accepted", "").await, Err(OrderRefusal::Fault(Fault::NotFound)));
    assert_eq!(advance(&desk, id, 1, "eaten", "").await, Err(OrderRefusal::Fault(Fault::Field("to".into()))));
}

#[tokio::test]
async fn open_phones_are_woken_at_every_step() {
    use futures::StreamExt;
    let app = noon().await;
    let (james, desk) = (app.guest(JAMES).await, app.staff("desk").await);
    let id = placed(&james).await;
    let mut live = james.http.get(format!("{}/live", app.base)).send().await.unwrap().bytes_stream();
    live.next().await.unwrap().unwrap();
    advance(&desk, id, 1, "accepted", "").await.unwrap();
    let event = tokio::time::timeout(std::time::Duration::from_secs(1), live.next()).await.expect("within a second").unwrap().unwrap();
    assert!(String::from_utf8_lossy(&event).contains("data: 2"), "two unread notices: {event:?}");
}
