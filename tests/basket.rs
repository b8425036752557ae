//! The basket: before signing in and after, with plain forms and with code; a cookie nobody has to trust.

use crate::helpers::{ANNA, TestApp};
use crate::place_order::at;
use cabana::base::Fault;
use cabana::orders::{BasketDetails, Menu, OrderRefusal};
use reqwest::StatusCode;
use reqwest::header::{COOKIE, SET_COOKIE};

#[tokio::test]
async fn a_visitor_fills_a_basket_with_plain_forms_and_takes_it_along_when_signing_in() {
    let app = TestApp::new().await;
    at(&app, 12, 0).await;
    let phone = app.visitor();
    let page = phone.get("/order").await.ok();
    assert!(page.all(".menu-title").contains(&"Club sandwich".to_owned()), "{:?}", page.all(".menu-title"));
    let answer = phone.post("/order", "basket-add", &[("offer", "club-sandwich"), ("quantity", "1")]).await;
    assert_eq!((answer.status, answer.location.as_deref()), (StatusCode::FOUND, Some("/order?added=club-sandwich#club-sandwich")));
    assert!(phone.get("/order?added=club-sandwich").await.ok().all(".alert-good")[0].contains("Club sandwich"));

    let basket = phone.get("/basket").await.ok();
    assert_eq!(basket.all(".basket-lines .menu-title"), ["Club sandwich"]);
    assert_eq!(basket.all(".sum-total dd"), ["€17"]);
    assert_eq!(basket.attributes(".basket-form a.button", "href"), ["/sign-in?next=/basket"]);

    // + of a plain form.
    let fields = [("offer", "club-sandwich"), ("option", ""), ("quantity", "1"), ("step", "more:quantity")];
    let answer = phone.post("/basket", "basket-set", &fields).await;
    assert_eq!(answer.location.as_deref(), Some("/basket"));
    assert_eq!(phone.get("/basket").await.ok().all(".sum-total dd"), ["€34"]);

    // The slip is scanned on the same phone: a sandwich a day for each of the four is included.
    phone.get(&app.slip(ANNA).await.path).await;
    let basket = phone.read("basket", &[]).await.ok().json::<BasketDetails>();
    assert_eq!((basket.lines[0].quantity, basket.days[0].total, basket.days[0].included[0]), (2, 0, 2));
    assert_eq!(basket.room.as_deref(), Some("204"));
    assert_eq!(basket.days.len(), 9, "today and the eight days until departure");

    let fields = [("offer", "club-sandwich"), ("quantity", "0")];
    phone.call("basket-set", &fields).await.ok();
    assert!(phone.read("basket", &[]).await.ok().json::<BasketDetails>().lines.is_empty());
}

#[tokio::test]
async fn options_and_questions_are_asked_and_kept() {
    let app = TestApp::new().await;
    let phone = app.visitor();
    let page = phone.get("/order/breakfast-in-room").await.ok();
    assert_eq!(page.attributes("input[name='answers[eggs]']", "value"), ["0", "1", "2", "3", "4"]);
    let refused = phone.call("basket-add", &[("offer", "breakfast-in-room"), ("answers[eggs]", "1")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(matches!(refused.json::<OrderRefusal>(), OrderRefusal::Unanswered { question, .. } if question == "What shall we pour?"));

    // Without JavaScript − and + come back to the form with what was chosen so far.
    let fields = [("offer", "fresh-juice"), ("option", "mango"), ("answers[ice]", "1"), ("quantity", "1"), ("step", "more:quantity")];
    let back = phone.post("/order/fresh-juice", "basket-add", &fields).await.location.unwrap();
    let page = phone.get(&back).await.ok();
    assert_eq!(page.attributes("input[name=quantity]", "value"), ["2"]);
    assert_eq!(page.attributes("input[name=option][checked]", "value"), ["mango"]);
    assert_eq!(page.attributes("input[name='answers[ice]'][checked]", "value"), ["1"]);
    assert!(phone.read("basket", &[]).await.json::<BasketDetails>().lines.is_empty(), "nothing was added yet");

    phone.call("basket-add", &fields[..4]).await.ok();
    let basket = phone.read("basket", &[]).await.ok().json::<BasketDetails>();
    assert_eq!(basket.text, "fresh-juice.mango.1.ice=1");
    assert_eq!((basket.lines[0].extra, basket.days[0].total), (150, 850));
    assert_eq!(basket.lines[0].said[0].answer, "Without ice");
    let menu = phone.read("order-menu", &[]).await.ok().json::<Menu>();
    assert_eq!((menu.basket.pieces, menu.basket.total), (1, 850));
}

#[tokio::test]
async fn absurd_input_is_refused_by_the_name_of_its_field() {
    let app = TestApp::new().await;
    let phone = app.visitor();
    let long = "x".repeat(301);
    for (fields, fault) in [
        (vec![("offer", "club-sandwich"), ("quantity", "21")], OrderRefusal::Fault(Fault::Field("quantity".into()))),
        (vec![("offer", "club-sandwich"), ("quantity", "-1")], OrderRefusal::Fault(Fault::Field("quantity".into()))),
        (vec![("offer", "club-sandwich"), ("quantity", "9999999999999999999999")], OrderRefusal::Fault(Fault::Field("quantity".into()))),
        (vec![("offer", "club-sandwich"), ("quantity", "two")], OrderRefusal::Fault(Fault::Field("quantity".into()))),
        (vec![("offer", "birthday-cake"), ("answers[words]", long.as_str())], OrderRefusal::Fault(Fault::Field("answers[words]".into()))),
        (vec![("offer", "no-such-thing")], OrderRefusal::Gone),
        (vec![("offer", "massage-60")], OrderRefusal::Gone),
        (vec![("offer", "fresh-juice"), ("option", "durian")], OrderRefusal::Gone),
        (vec![("offer", "\u{0}~.=")], OrderRefusal::Gone),
    ] {
        let answer = phone.call("basket-add", &fields).await;
        assert!(answer.status.is_client_error(), "{} {}", answer.status, answer.text);
        assert_eq!(answer.json::<OrderRefusal>(), fault, "{fields:?}");
    }
}

#[tokio::test]
async fn a_basket_has_an_end() {
    let app = TestApp::new().await;
    let phone = app.visitor();
    for number in 0..30 {
        let words = format!("Happy birthday {number} {}", "я".repeat(60));
        let answer = phone.call("basket-add", &[("offer", "birthday-cake"), ("answers[words]", &words)]).await;
        if !answer.status.is_success() {
            assert_eq!(answer.json::<OrderRefusal>(), OrderRefusal::BasketFull);
            assert!(number > 2);
            return;
        }
        let cookie = answer.headers[SET_COOKIE].to_str().unwrap();
        assert!(cookie.len() < 3000 && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    }
    panic!("thirty cakes fitted");
}

#[tokio::test]
async fn a_forged_cookie_is_read_as_far_as_it_makes_sense() {
    let app = TestApp::new().await;
    for forged in ["~~~", "club-sandwich..999~club-sandwich..2", "%ff%fe", "massage-60..1~club-sandwich..2~x..1", &"a".repeat(3000)] {
        let request = app.visitor().http.get(format!("{}/api/basket", app.base)).header(COOKIE, format!("basket={forged}"));
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{forged}");
        let basket: BasketDetails = answer.json().await.unwrap();
        let kept: Vec<i64> = basket.lines.iter().map(|line| line.quantity).collect();
        assert_eq!(kept, if forged.contains("..2") { vec![2] } else { vec![] }, "{forged}");
        let page = app.visitor().http.get(format!("{}/basket", app.base)).header(COOKIE, format!("basket={forged}")).send().await.unwrap();
        assert_eq!(page.status(), StatusCode::OK);
    }
}

#[tokio::test]
async fn a_service_that_is_none_has_no_page() {
    let app = TestApp::new().await;
    for path in ["/order/massage-60", "/order/nothing", "/orders/1", "/orders/x"] {
        let page = app.guest(ANNA).await.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_first_time_that_is_offered_is_still_ahead() {
    let app = TestApp::new().await;
    super::place_order::at(&app, 10, 7).await;
    let james = app.guest(crate::helpers::JAMES).await;
    james.call("basket-add", &[("offer", "extra-towels"), ("quantity", "1")]).await.ok();
    let page = james.get("/basket").await.ok();
    let today = app.shelf().await.time.day(app.house.clock.now());
    assert_eq!(page.attributes("select[name=day] option[selected]", "value"), [today.to_string()]);
    let times = page.all("select[name=time] > option");
    assert_eq!(times.first().map(String::as_str), Some("10:15"), "what is over is not offered for today");
    // Without JavaScript the other days' times stand below, under their own name.
    assert_eq!(page.all("select[name=time] optgroup option").first().map(String::as_str), Some("00:00"));
    // A quarter of an hour before midnight today has no time left: the next day is the first.
    super::place_order::at(&app, 23, 50).await;
    let page = james.get("/basket").await.ok();
    assert_eq!(page.attributes("select[name=day] option[selected]", "value"), [today.plus(1).to_string()]);
    assert_eq!(page.all("select[name=time] > option").first().map(String::as_str), Some("00:00"));
}
