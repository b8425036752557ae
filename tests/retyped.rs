//! A form that was refused where no JavaScript runs comes back filled in, and no other form does.

use crate::helpers::{ANNA, Answer, Client, TestApp};
use crate::place_order::{Form, at};

/// Posts a plain form and opens the page that it is sent back to; answers that address too.
async fn refused(client: &Client, from: &str, door: &str, form: &[(&str, &str)]) -> (String, Answer) {
    let answer = client.post(from, door, form).await;
    let back = answer.location.clone().unwrap().replace(&client.base, "");
    assert!(back.contains("__err="), "{back}");
    let kept = answer.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap().to_owned()).collect::<String>();
    assert!(!kept.contains("secret-word"), "a password is never kept: {kept}");
    let page = client.get(&back).await.ok();
    (back, page)
}

#[tokio::test]
async fn a_login_comes_back_and_a_password_never() {
    let app = TestApp::new().await;
    let phone = app.visitor();
    let login = app.slip(ANNA).await.login;
    let (back, page) = refused(&phone, "/sign-in", "sign-in", &[("login", &login), ("password", "secret-word"), ("next", "/")]).await;
    assert_eq!(page.attributes("#login", "value"), std::slice::from_ref(&login));
    assert!(page.attributes("#password", "value").is_empty());
    assert!(!page.text.contains("secret-word"));

    // The console's form has a field of the same name; it was not this one that was refused.
    assert!(phone.get(&back.replace("/sign-in?", "/staff?")).await.attributes("#login", "value").is_empty());
    assert!(phone.get(&back.replace("sign-in&", "hold&")).await.ok().attributes("#login", "value").is_empty());
    assert!(phone.get("/sign-in").await.ok().attributes("#login", "value").is_empty(), "only beside the refusal");
}

#[tokio::test]
async fn a_note_comes_back_as_text() {
    let app = TestApp::new().await;
    at(&app, 12, 0).await;
    let anna = app.guest(ANNA).await;
    let form = Form::of(&anna, &[&[("offer", "champagne"), ("option", "rose"), ("quantity", "1")]]).await;
    let total = form.0.iter().map(|(name, _)| name.clone()).find(|name| name.starts_with("totals[")).unwrap();
    let note = "</textarea><script>alert(1)</script> & a \"quiet\" knock";
    let form = form.with(&total, "1").with("note", note).with("when", "now");
    let (_, page) = refused(&anna, "/basket", "place-order", &form.fields()).await;
    assert_eq!(page.all("textarea#note"), [note]);
    assert!(!page.text.contains("<script>alert"));
}

#[tokio::test]
async fn who_was_chosen_for_a_hold_and_what_was_answered_come_back() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    let reef = format!("/sessions/{}", app.session("reef-snorkelling", day).await);
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let page = anna.get(&reef).await.ok();
    let masha = format!("guests[{}]", people[2]);
    assert_eq!(page.attributes(".chip input[checked]", "name"), [format!("guests[{}]", people[0])], "whoever the room is billed to");
    let intent = page.attributes("input[name=intent]", "value").remove(0);
    let form =
        [("at", &*reef), ("intent", &*intent), ("expected", ""), (&*masha, "on"), ("answers[swimming]", "1"), ("answers[shoe-size]", "34 <b>")];
    let (back, page) = refused(&anna, &reef, "hold", &form).await;
    assert_eq!(page.attributes(".chip input[checked]", "name"), std::slice::from_ref(&masha));
    assert_eq!(page.attributes("select[name='answers[swimming]'] option[selected]", "value"), ["1"]);
    assert_eq!(page.attributes("input[name='answers[shoe-size]']", "value"), ["34 <b>"]);
    // Refused once more from there: the last time counts.
    let father = format!("guests[{}]", people[1]);
    let form = [("at", &*reef), ("intent", &*intent), ("expected", ""), (&*father, "on"), ("answers[swimming]", "2")];
    let (_, page) = refused(&anna, &back, "hold", &form).await;
    assert_eq!(page.attributes(".chip input[checked]", "name"), [father]);
    assert_eq!(page.attributes("select[name='answers[swimming]'] option[selected]", "value"), ["2"]);
    assert_eq!(app.number("SELECT count(*) FROM bookings").await, 0);
}
