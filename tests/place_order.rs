//! Placing an order: allowed, refused, twice, at the same time; what is included and what is not.

use crate::helpers::{ANNA, Client, JAMES, TestApp};
use cabana::base::{Fault, OrderId};
use cabana::orders::{BasketDetails, Bill, OrderRefusal, OrderState, OrderView};
use reqwest::StatusCode;

/// Moves the clock to a time of today on the resort's wall.
pub async fn at(app: &TestApp, hour: i64, minute: i64) {
    let time = app.shelf().await.time;
    let now = app.house.clock.now();
    app.house.clock.advance((hour * 60 + minute - time.wall(now).0) * 60);
}

/// The form of an order as the page draws it.
#[derive(Clone)]
pub struct Form(pub Vec<(String, String)>);

impl Form {
    /// Fills the basket and reads the form off the page.
    pub async fn of(client: &Client, lines: &[&[(&str, &str)]]) -> Form {
        for line in lines {
            client.call("basket-add", line).await.ok();
        }
        let page = client.get("/basket").await.ok();
        let names = page.attributes(".basket-form input[type=hidden]", "name");
        let values = page.attributes(".basket-form input[type=hidden]", "value");
        Form(names.into_iter().zip(values).collect())
    }

    pub fn with(&self, name: &str, value: &str) -> Form {
        let mut fields: Vec<_> = self.0.iter().filter(|(key, _)| key != name).cloned().collect();
        fields.push((name.to_owned(), value.to_owned()));
        Form(fields)
    }

    pub fn fields(&self) -> Vec<(&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    pub async fn place(&self, client: &Client) -> Result<OrderId, OrderRefusal> {
        let answer = client.call("place-order", &self.fields()).await;
        if answer.status.is_success() { Ok(answer.json()) } else { Err(answer.json()) }
    }
}

pub async fn order(client: &Client, id: OrderId) -> OrderView {
    client.read("order", &[("order", &id.to_string())]).await.ok().json()
}

pub const SANDWICH: &[(&str, &str)] = &[("offer", "club-sandwich"), ("quantity", "1")];
const COFFEE: &[(&str, &str)] = &[("offer", "coffee-pot"), ("option", "turkish"), ("quantity", "1")];

/// A sandwich that somebody orders at noon.
pub async fn placed(app: &TestApp, client: &Client) -> OrderId {
    at(app, 12, 0).await;
    Form::of(client, &[SANDWICH]).await.place(client).await.unwrap()
}

#[tokio::test]
async fn an_order_is_placed_charged_told_and_found_again() {
    let app = TestApp::new().await;
    at(&app, 12, 0).await;
    let james = app.guest(JAMES).await;
    let form = Form::of(&james, &[SANDWICH]).await.with("note", " No onion, please </textarea><script>alert(1)</script> ").with("when", "now");
    let answer = james.post("/basket", "place-order", &form.fields()).await;
    assert_eq!(answer.status, StatusCode::FOUND);
    let path = answer.location.unwrap();
    assert!(path.starts_with("/orders/"), "{path}");
    assert!(answer.headers.get_all("set-cookie").iter().any(|cookie| cookie.to_str().unwrap().starts_with("basket=; ")), "the basket is emptied");

    let page = james.get(&path).await.ok();
    assert_eq!(page.all(".sum-total dd"), ["€17"]);
    assert!(!page.text.contains("<script>alert"), "a note is text");
    assert!(page.all(".order-note")[0].contains("No onion"));
    let id = OrderId(path.rsplit('/').next().unwrap().parse().unwrap());
    let view = order(&james, id).await;
    assert_eq!((view.state, view.total, view.deliver.is_none(), view.facts.len()), (OrderState::Placed, 1700, true, 1));
    assert_eq!(view.facts[0].name, "James Whitfield");
    assert!(james.get("/notices").await.ok().text.contains(&format!("/orders/{id}")));
    assert!(james.get("/history").await.ok().text.contains(&format!("/orders/{id}")));
    let bill = james.read("bill", &[]).await.ok().json::<Bill>();
    assert_eq!((bill.total, bill.entries.len(), bill.entries[0].title.as_str()), (1700, 1, "Club sandwich"));
    assert_eq!(james.get("/bill").await.ok().all(".sum-total dd"), ["€17"]);
    assert!(james.read("basket", &[]).await.json::<BasketDetails>().lines.is_empty());
}

#[tokio::test]
async fn the_package_pays_once_and_the_option_always_costs() {
    let app = TestApp::new().await;
    at(&app, 12, 0).await;
    let james = app.guest(JAMES).await;
    // Half board: one pot a day for the room. The Turkish one costs 1 € more.
    let first = Form::of(&james, &[COFFEE]).await;
    let id = first.place(&james).await.unwrap();
    let view = order(&james, id).await;
    assert_eq!((view.total, view.lines[0].included, view.lines[0].extra), (100, 1, 100));
    let second = Form::of(&james, &[COFFEE]).await;
    let view = order(&james, second.place(&james).await.unwrap()).await;
    assert_eq!((view.total, view.lines[0].included), (700, 0));
    // Tomorrow it is included again.
    let time = app.shelf().await.time;
    let tomorrow = time.day(app.house.clock.now()).plus(1).to_string();
    let third = Form::of(&james, &[COFFEE]).await.with("when", "later").with("day", &tomorrow).with("time", "09:15");
    let view = order(&james, third.place(&james).await.unwrap()).await;
    assert_eq!((view.total, view.lines[0].included), (100, 1));
    assert_eq!(view.deliver.map(|at| (at.day.to_string(), at.wall)), Some((tomorrow, "09:15".to_owned())));
    assert_eq!(app.number("SELECT sum(used) FROM included_used").await, 2);
    assert_eq!(app.number("SELECT sum(amount) FROM folio_lines").await, 900);
}

#[tokio::test]
async fn what_costs_nothing_is_on_no_bill() {
    let app = TestApp::new().await;
    let anna = app.guest(ANNA).await;
    let form = Form::of(&anna, &[&[("offer", "extra-towels"), ("quantity", "3")]]).await;
    let view = order(&anna, form.place(&anna).await.unwrap()).await;
    assert_eq!((view.total, view.lines[0].quantity), (0, 3));
    assert_eq!(app.number("SELECT count(*) FROM folio_lines").await, 0);
}

#[tokio::test]
async fn a_sum_that_is_not_the_shown_one_is_asked_about_again() {
    let app = TestApp::new().await;
    at(&app, 12, 0).await;
    let james = app.guest(JAMES).await;
    let early = Form::of(&james, &[COFFEE]).await;
    // Meanwhile, on another phone of the same room, the share of today is used up.
    let other = app.guest(JAMES).await;
    Form::of(&other, &[COFFEE]).await.place(&other).await.unwrap();
    assert_eq!(early.place(&james).await, Err(OrderRefusal::PriceChanged { total: 700 }));
    let today = app.shelf().await.time.day(app.house.clock.now());
    let agreed = early.with(&format!("totals[d{today}]"), "700");
    assert!(agreed.place(&james).await.is_ok());
    assert_eq!(
        early.with(&format!("totals[d{today}]"), "0").with("intent", &"b".repeat(32)).place(&james).await,
        Err(OrderRefusal::PriceChanged { total: 700 })
    );
}

#[tokio::test]
async fn a_closed_kitchen_says_when_it_opens() {
    let app = TestApp::new().await;
    at(&app, 9, 0).await;
    let james = app.guest(JAMES).await;
    let form = Form::of(&james, &[&[("offer", "mezze-platter"), ("quantity", "1")]]).await;
    let today = app.shelf().await.time.day(app.house.clock.now());
    match form.with("when", "now").place(&james).await {
        Err(OrderRefusal::Closed { opens: Some(opens), .. }) => assert_eq!((opens.day, opens.wall.as_str()), (today, "11:00")),
        other => panic!("{other:?}"),
    }
    let page = james.get("/basket").await.ok();
    assert_eq!(page.attributes("input[name=when][disabled]", "value"), ["now"]);
    assert_eq!(page.attributes("input[name=when][checked]", "value"), ["later"]);
    assert_eq!(page.attributes("select[name=time] option", "value").first().map(String::as_str), Some("11:00"));
    let later = |day: cabana::base::Day, time: &str| form.with("when", "later").with("day", &day.to_string()).with("time", time);
    assert!(matches!(later(today, "23:45").place(&james).await, Err(OrderRefusal::Closed { .. })));
    assert_eq!(later(today, "08:45").place(&james).await, Err(OrderRefusal::Past));
    assert_eq!(later(today.plus(-1), "12:00").place(&james).await, Err(OrderRefusal::Past));
    assert_eq!(later(today.plus(40), "12:00").place(&james).await, Err(OrderRefusal::OutsideStay));
    assert!(later(today, "11:00").place(&james).await.is_ok());
}

#[tokio::test]
async fn bad_forms_are_refused_by_the_name_of_their_field() {
    let app = TestApp::new().await;
    at(&app, 12, 0).await;
    let james = app.guest(JAMES).await;
    let form = Form::of(&james, &[SANDWICH]).await;
    let field = |name: &str| Err(OrderRefusal::Fault(Fault::Field(name.into())));
    assert_eq!(form.with("basket", "club-sandwich..999").place(&james).await, field("basket"));
    assert_eq!(form.with("basket", "club-sandwich..-1").place(&james).await, field("basket"));
    assert_eq!(form.with("basket", &"a..1~".repeat(1000)).place(&james).await, field("basket"));
    assert_eq!(form.with("basket", "").place(&james).await, Err(OrderRefusal::EmptyBasket));
    assert_eq!(form.with("basket", "no-such..1").place(&james).await, Err(OrderRefusal::Gone));
    assert_eq!(form.with("note", &"é".repeat(501)).place(&james).await, Err(OrderRefusal::NoteTooLong(500)));
    assert_eq!(form.with("intent", "").place(&james).await, field("intent"));
    assert_eq!(form.with("intent", &"x".repeat(65)).place(&james).await, field("intent"));
    assert_eq!(form.with("when", "never").place(&james).await, field("when"));
    assert_eq!(form.with("when", "later").with("day", "2026-02-30").place(&james).await, field("day"));
    assert_eq!(form.with("when", "later").with("day", "2026-11-21").with("time", "25:00").place(&james).await, field("time"));
    assert!(matches!(form.with("basket", "breakfast-in-room..1").place(&james).await, Err(OrderRefusal::Unanswered { .. })));
    assert_eq!(app.number("SELECT count(*) FROM orders").await, 0);
    assert!(form.with("note", &"é".repeat(500)).place(&james).await.is_ok());
}

#[tokio::test]
async fn nobody_orders_without_a_slip_or_after_the_stay() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let form = Form::of(&visitor, &[SANDWICH]).await;
    assert_eq!(form.place(&visitor).await, Err(OrderRefusal::Fault(Fault::SignIn)));
    let james = app.guest(JAMES).await;
    let form = Form::of(&james, &[SANDWICH]).await;
    app.house.clock.advance(10 * 24 * 3600);
    assert_eq!(form.place(&james).await, Err(OrderRefusal::Fault(Fault::ReadOnly)));
    assert_eq!(app.number("SELECT count(*) FROM orders").await, 0);
}

#[tokio::test]
async fn the_same_form_twice_is_one_order() {
    let app = TestApp::new().await;
    at(&app, 12, 0).await;
    let james = app.guest(JAMES).await;
    let form = Form::of(&james, &[SANDWICH]).await;
    let first = form.place(&james).await.unwrap();
    assert_eq!(form.place(&james).await, Ok(first));
    let answer = james.post("/basket", "place-order", &form.fields()).await;
    assert_eq!(answer.location, Some(format!("/orders/{first}")));
    // The same key with something else in the form is no repeat.
    assert_eq!(form.with("basket", "club-sandwich..2").place(&james).await, Err(OrderRefusal::AlreadySent { order: first }));
    assert_eq!(form.with("note", "Extra ketchup").place(&james).await, Err(OrderRefusal::AlreadySent { order: first }));
    // Another room may use the same key without knowing of it.
    let anna = app.guest(ANNA).await;
    let hers = Form::of(&anna, &[SANDWICH]).await.with("intent", form.get("intent"));
    assert_ne!(hers.place(&anna).await.unwrap(), first);
    assert_eq!(app.number("SELECT count(*) FROM orders").await, 2);
    assert_eq!(app.number("SELECT count(*) FROM folio_lines").await, 1, "hers is included");
}

#[tokio::test]
async fn twenty_posts_of_one_form_are_one_order() {
    let app = TestApp::new().await;
    at(&app, 12, 0).await;
    let james = app.guest(JAMES).await;
    let form = Form::of(&james, &[SANDWICH, COFFEE]).await;
    let posts = (0..20).map(|_| {
        let (client, form) = (james.clone(), form.clone());
        tokio::spawn(async move { form.place(&client).await })
    });
    let posts: Vec<_> = posts.collect();
    let mut ids = Vec::new();
    for post in posts {
        ids.push(post.await.unwrap().unwrap());
    }
    assert!(ids.iter().all(|id| *id == ids[0]));
    assert_eq!(app.number("SELECT count(*) FROM orders").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM order_lines").await, 2);
    assert_eq!(app.number("SELECT count(*) FROM folio_lines").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM notices WHERE order_id IS NOT NULL").await, 1);
    assert_eq!(app.number("SELECT sum(used) FROM included_used").await, 1);
}

#[tokio::test]
async fn the_last_share_is_given_once() {
    let app = TestApp::new().await;
    at(&app, 12, 0).await;
    // Twenty forms of the same room, each drawn while one pot was still included.
    let james = app.guest(JAMES).await;
    let form = Form::of(&james, &[COFFEE]).await;
    let posts: Vec<_> = (0..20)
        .map(|number| {
            let (client, form) = (james.clone(), form.with("intent", &format!("{number:032}")));
            tokio::spawn(async move { form.place(&client).await })
        })
        .collect();
    let mut placed = 0;
    for post in posts {
        match post.await.unwrap() {
            Ok(_) => placed += 1,
            Err(refusal) => assert_eq!(refusal, OrderRefusal::PriceChanged { total: 700 }),
        }
    }
    assert_eq!(placed, 1);
    assert_eq!(app.number("SELECT sum(used) FROM included_used").await, 1);
}
