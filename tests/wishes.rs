//! The wish list and watched prices, which act; and what the desk sees of them: `POST /api/mark`, `GET /api/wishes`,
//! `GET /api/staff-demand`.

use crate::helpers::{ANNA, Answer, Client, JAMES, LAYLA, TestApp};
use crate::place_order::Form;
use cabana::base::Day;
use cabana::catalog::Tag;
use cabana::notices::{Notice, NoticeLine};
use cabana::server::Keys;
use cabana::wishes::act::{Last, write_looks};
use cabana::wishes::{DemandSheet, Room, Stage, WishRow};
use reqwest::StatusCode;

const FREE: [(&str, &str); 1] = [("expected_fee", "0")];

async fn wish(client: &Client, key: &str) {
    client.call("mark", &[("key", key), ("what", "wished"), ("on", "true")]).await.ok();
}

async fn watch(client: &Client, key: &str) {
    client.call("mark", &[("key", key), ("what", "watched"), ("on", "true")]).await.ok();
}

async fn list(client: &Client) -> Vec<WishRow> {
    client.read("wishes", &[]).await.ok().json()
}

/// What is under the bell about wishes, the latest first.
async fn told(client: &Client) -> Vec<Notice> {
    let lines: Vec<NoticeLine> = client.read("notices", &[]).await.ok().json();
    let wished = |notice: &Notice| matches!(notice, Notice::PriceFell { .. } | Notice::PlaceFreed { .. } | Notice::LastChance { .. });
    lines.into_iter().map(|line| line.notice).filter(wished).collect()
}

async fn price(app: &TestApp, key: &str, price: i64) {
    app.change_offer(key, |offer| offer.price = price).await;
}

/// How many places the sessions of an offer have: so many on one day, so many on all others.
async fn room(app: &TestApp, key: &str, day: Day, there: i64, elsewhere: i64) {
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET capacity = CASE WHEN day = $2 THEN $3 ELSE $4 END WHERE offer_id = (SELECT id FROM offers WHERE key = $1)")
        .bind(key)
        .bind(day.to_string())
        .bind(there)
        .bind(elsewhere)
        .execute(tx.conn())
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn cancel(client: &Client, booking: i64) -> Answer {
    client.call("cancel-booking", &[&[("booking", booking.to_string().as_str())], &FREE[..]].concat()).await.ok()
}

async fn demand(desk: &Client, offer: &str) -> DemandSheet {
    desk.read("staff-demand", &[("offer", offer)]).await.ok().json()
}

#[tokio::test]
async fn a_price_that_falls_is_told_once_and_again_only_below() {
    let app = TestApp::new().await;
    app.at(1, "10:00").await;
    let (james, anna) = (app.guest(JAMES).await, app.guest(ANNA).await);
    wish(&james, "champagne").await;
    watch(&james, "champagne").await;
    // Anna's package has it.
    wish(&anna, "champagne").await;
    assert_eq!(app.wishes().await, 0, "what it costs now is known to them");
    price(&app, "champagne", 9000).await;
    assert_eq!((app.wishes().await, app.wishes().await), (1, 0));
    // The same catalogue imported once more.
    price(&app, "champagne", 9000).await;
    assert_eq!(app.wishes().await, 0);
    for (now, tells) in [(9900, 0), (9100, 0), (8000, 1), (8000, 0), (0, 1)] {
        price(&app, "champagne", now).await;
        assert_eq!(app.wishes().await, tells, "{now}");
    }
    let falls: Vec<(i64, i64)> = told(&james)
        .await
        .into_iter()
        .filter_map(|notice| if let Notice::PriceFell { was, price, .. } = notice { Some((was, price)) } else { None })
        .collect();
    assert_eq!(falls, [(8000, 0), (9000, 8000), (9500, 9000)]);
    assert!(told(&anna).await.is_empty());
    let page = james.get_in("en", "/notices").await.ok();
    assert!(page.text.contains("costs less for you now: €90") && page.text.contains("costs you nothing now"), "{}", page.text);
    assert!(page.attributes(".notice a", "href").iter().all(|href| href == "/offers/champagne"));
}

#[tokio::test]
async fn what_is_only_watched_is_told_too_and_what_is_taken_back_is_not() {
    let app = TestApp::new().await;
    app.at(1, "10:00").await;
    let james = app.guest(JAMES).await;
    watch(&james, "champagne").await;
    wish(&james, "hammam").await;
    watch(&james, "glass-boat").await;
    app.wishes().await;
    for what in ["wished", "watched"] {
        james.call("mark", &[("key", "hammam"), ("what", what), ("on", "false")]).await.ok();
    }
    for key in ["champagne", "hammam"] {
        price(&app, key, 100).await;
    }
    // Whoever turns to watching has seen what it costs then.
    price(&app, "glass-boat", 2500).await;
    james.call("mark", &[("key", "glass-boat"), ("what", "watched"), ("on", "false")]).await.ok();
    watch(&james, "glass-boat").await;
    price(&app, "glass-boat", 2400).await;
    assert_eq!(app.wishes().await, 2);
    let about: Vec<String> = told(&james).await.iter().map(Notice::page).collect();
    assert!(about.contains(&"/offers/champagne".into()) && about.contains(&"/offers/glass-boat".into()), "{about:?}");
}

#[tokio::test]
async fn two_servers_tell_it_once() {
    let app = TestApp::new().await;
    app.at(1, "10:00").await;
    let james = app.guest(JAMES).await;
    wish(&james, "champagne").await;
    app.wishes().await;
    price(&app, "champagne", 9000).await;
    let (one, two) = tokio::join!(app.wishes(), app.wishes());
    assert_eq!((one + two, told(&james).await.len()), (1, 1));
}

#[tokio::test]
async fn nothing_is_told_of_what_was_bought() {
    let app = TestApp::new().await;
    let day = app.at(1, "10:00").await.plus(1);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    for key in ["champagne", "glass-boat"] {
        wish(&james, key).await;
    }
    app.wishes().await;
    let order = Form::of(&james, &[&[("offer", "champagne"), ("option", "brut")]]).await.place(&james).await.unwrap();
    let booking = james.book(&format!("/sessions/{}", app.session("glass-boat", day).await), &people[..1], &[]).await;
    for key in ["champagne", "glass-boat"] {
        price(&app, key, 100).await;
    }
    assert_eq!(app.wishes().await, 0);
    // Given back, they are wishes again.
    james.call("cancel-order", &[("order", &order.to_string())]).await.ok();
    assert_eq!(app.wishes().await, 1);
    cancel(&james, booking).await;
    assert_eq!((app.wishes().await, app.wishes().await), (1, 0));
}

#[tokio::test]
async fn nobody_is_told_at_night_and_in_the_morning_only_what_is_still_so() {
    let app = TestApp::new().await;
    let day = app.at(1, "21:59").await;
    let james = app.guest(JAMES).await;
    for key in ["champagne", "glass-boat"] {
        wish(&james, key).await;
    }
    assert_eq!(app.wishes().await, 0);
    let boat = app.shelf().await.offer_by_key("glass-boat").unwrap().1.price;
    app.at_day(day, "22:00").await;
    price(&app, "champagne", 9000).await;
    price(&app, "glass-boat", boat - 1).await;
    assert_eq!(app.wishes().await, 0);
    price(&app, "glass-boat", boat).await;
    app.at_day(day.plus(1), "07:59").await;
    assert_eq!(app.wishes().await, 0);
    app.at_day(day.plus(1), "08:00").await;
    assert_eq!(app.wishes().await, 1);
    assert!(matches!(told(&james).await.as_slice(), [Notice::PriceFell { price: 9000, .. }]));
}

#[tokio::test]
async fn nobody_is_told_after_check_out() {
    let app = TestApp::new().await;
    let day = app.at(6, "11:59").await;
    let james = app.guest(JAMES).await;
    for key in ["champagne", "hammam"] {
        wish(&james, key).await;
    }
    app.wishes().await;
    price(&app, "champagne", 9000).await;
    assert_eq!(app.wishes().await, 1, "James leaves today at noon");
    price(&app, "hammam", 1).await;
    for (day, wall) in [(day, "12:00"), (day, "20:00"), (day.plus(1), "10:00")] {
        app.at_day(day, wall).await;
        assert_eq!(app.wishes().await, 0, "{day} {wall}");
    }
    assert_eq!(told(&james).await.len(), 1);
}

/// The boat has one place while James is here, two days ahead at 11:00, and Anna has it; James wishes for it.
async fn one_boat() -> (TestApp, Day, String, [Client; 2], i64) {
    let app = TestApp::new().await;
    let day = app.at(1, "10:00").await.plus(2);
    room(&app, "glass-boat", day, 0, 0).await;
    let session = app.session("glass-boat", day).await;
    seats(&app, session, 1).await;
    let (james, anna) = (app.guest(JAMES).await, app.guest(ANNA).await);
    let at = format!("/sessions/{session}");
    let booking = anna.book(&at, &app.people(ANNA).await[..1], &[]).await;
    wish(&james, "glass-boat").await;
    assert_eq!(app.wishes().await, 0, "it is full");
    (app, day, at, [james, anna], booking)
}

async fn seats(app: &TestApp, session: i64, seats: i64) {
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET capacity = $2 WHERE id = $1").bind(session).bind(seats).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_place_that_is_free_again_is_told_once_each_time() {
    let (app, day, at, [james, anna], booking) = one_boat().await;
    cancel(&anna, booking).await;
    assert_eq!((app.wishes().await, app.wishes().await), (1, 0));
    assert!(
        matches!(&told(&james).await[..], [Notice::PlaceFreed { at: where_, day: when, wall, .. }] if *where_ == at && *when == day && wall == "11:00")
    );
    // Somebody else was faster; and gives it back.
    let booking = anna.book(&at, &app.people(ANNA).await[..1], &[]).await;
    assert_eq!(app.wishes().await, 0);
    cancel(&anna, booking).await;
    assert_eq!((app.wishes().await, told(&james).await.len()), (1, 2));
    let page = james.get_in("en", "/notices").await.ok();
    assert!(page.attributes(".notice a", "href").contains(&at) && page.text.contains("There is a place again"), "{}", page.text);
}

#[tokio::test]
async fn a_free_place_is_first_of_all_theirs_who_wait() {
    let (app, _, at, [james, anna], booking) = one_boat().await;
    let (layla, lead) = (app.guest(LAYLA).await, app.people(LAYLA).await[0]);
    wish(&layla, "glass-boat").await;
    app.wishes().await;
    let form = [("at", at.as_str()), (&format!("guests[{lead}]"), "on"), ("intent", &Keys::token())];
    layla.call("join-waitlist", &form).await.ok();
    cancel(&anna, booking).await;
    assert_eq!(app.wishes().await, 0, "it is held for Layla");
    let offered = app.number("SELECT booking_id FROM waitlist WHERE state = 'offered'").await;
    layla.call("release", &[("booking", &offered.to_string())]).await.ok();
    assert_eq!((app.wishes().await, told(&james).await.len()), (1, 1), "now it is anybody's");
    assert!(told(&layla).await.is_empty(), "who gave it back herself");
}

#[tokio::test]
async fn a_place_at_a_time_that_is_filled_or_after_departure_is_none() {
    let (app, day, _, [james, anna], booking) = one_boat().await;
    // Both Whitfields have something else then.
    let court = format!("/times/tennis-court/{day}/1100");
    let tennis = james.book(&court, &app.people(JAMES).await, &[("answers[rackets]", "0")]).await;
    cancel(&anna, booking).await;
    assert_eq!(app.wishes().await, 0);
    // What they cancel themselves frees no place of the boat.
    cancel(&james, tennis).await;
    assert_eq!(app.wishes().await, 0);
    // It fills up, and is free on a day on which James has left.
    room(&app, "glass-boat", day, 0, 0).await;
    app.wishes().await;
    let late = app.session("glass-boat", day.plus(4)).await;
    seats(&app, late, 5).await;
    assert_eq!(app.wishes().await, 0, "James leaves the day before");
    let (list, page) = (list(&james).await, james.get_in("en", "/wishes").await.ok());
    assert_eq!(list[0].room, Room::Full);
    assert!(page.text.contains("No place is free while you are here"), "{}", page.text);
}

#[tokio::test]
async fn the_last_chance_is_told_the_day_before_at_ten_and_once() {
    let app = TestApp::new().await;
    let day = app.at(1, "12:00").await;
    let (james, anna) = (app.guest(JAMES).await, app.guest(ANNA).await);
    let last = day.plus(3);
    room(&app, "glass-boat", last, 5, 0).await;
    wish(&james, "glass-boat").await;
    watch(&anna, "glass-boat").await;
    assert_eq!(app.wishes().await, 0);
    app.at_day(last.plus(-1), "09:59").await;
    assert_eq!(app.wishes().await, 0);
    app.at_day(last.plus(-1), "10:00").await;
    assert_eq!((app.wishes().await, app.wishes().await), (1, 0));
    assert!(matches!(&told(&james).await[..], [Notice::LastChance { day, offer, .. }] if *day == last && offer == "glass-boat"));
    assert!(told(&anna).await.is_empty(), "a watched price is no wish");
    // Wished for once more, it was still told; and the day itself is too late.
    james.call("mark", &[("key", "glass-boat"), ("what", "wished"), ("on", "false")]).await.ok();
    wish(&james, "glass-boat").await;
    app.wishes().await;
    app.at_day(last.plus(-1), "18:00").await;
    assert_eq!(app.wishes().await, 0);
    wish(&anna, "glass-boat").await;
    app.at_day(last, "10:00").await;
    app.wishes().await;
    assert_eq!(app.wishes().await, 0);
}

#[tokio::test]
async fn the_last_chance_is_not_told_of_what_was_bought() {
    let app = TestApp::new().await;
    let last = app.at(1, "12:00").await.plus(2);
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    room(&app, "glass-boat", last, 5, 0).await;
    wish(&james, "glass-boat").await;
    app.wishes().await;
    james.book(&format!("/sessions/{}", app.session("glass-boat", last).await), &people[..1], &[]).await;
    app.at_day(last.plus(-1), "10:00").await;
    assert_eq!(app.wishes().await, 0);
}

#[tokio::test]
async fn nothing_is_looked_at_while_nothing_changes() {
    let (app, _, _, [james, _], _) = one_boat().await;
    // A place that nobody gave back leaves no trace.
    let mut last = Last::default();
    assert_eq!(app.wishes_since(&mut last).await, 0);
    app.run("UPDATE sessions SET capacity = capacity + 1").await;
    assert_eq!(app.wishes_since(&mut last).await, 0, "nothing has changed that anybody did");
    app.house.clock.advance(300);
    assert_eq!((app.wishes_since(&mut last).await, app.wishes_since(&mut last).await), (1, 0), "and every five minutes all the same");
    // A new mark is looked at, and so is a new catalogue.
    watch(&james, "champagne").await;
    app.wishes_since(&mut last).await;
    assert_eq!(app.number("SELECT count(*) FROM wishes WHERE was_full IS NULL").await, 0);
    price(&app, "champagne", 9000).await;
    assert_eq!(app.wishes_since(&mut last).await, 1);
}

#[tokio::test]
async fn the_wish_list_says_what_it_costs_and_where_there_is_room() {
    let app = TestApp::new().await;
    let day = app.at(1, "10:00").await.plus(1);
    let (james, anna, people) = (app.guest(JAMES).await, app.guest(ANNA).await, app.people(JAMES).await);
    let empty = james.get_in("en", "/wishes").await.ok();
    assert!(empty.text.contains("Your wish list is empty") && empty.attributes(".empty a", "href") == ["/offers"]);
    room(&app, "glass-boat", day, 3, 0).await;
    for key in ["champagne", "glass-boat"] {
        wish(&james, key).await;
    }
    watch(&james, "champagne").await;
    price(&app, "champagne", 9000).await;
    let rows = list(&james).await;
    let [champagne, boat] = ["champagne", "glass-boat"].map(|key| rows.iter().find(|row| row.card.key == key).unwrap());
    assert!(champagne.card.wished && champagne.watched && !boat.watched);
    assert_eq!((champagne.was, &champagne.card.tag), (Some(9500), &Tag::Extra { price: 9000, used_up: false }));
    assert_eq!((&champagne.room, boat.was), (&Room::Always, None));
    assert!(matches!(&boat.room, Room::Next { day: when, left: Some(3), .. } if *when == day));
    james.book(&format!("/sessions/{}", app.session("glass-boat", day).await), &people[..1], &[]).await;
    assert!(list(&james).await.iter().any(|row| row.card.key == "glass-boat" && row.bought && row.card.wished), "both at once");
    let page = james.get_in("en", "/wishes").await.ok();
    assert!(page.text.contains("€95") && page.text.contains("when you marked it") && page.text.contains("You have it"), "{}", page.text);
    let links = page.attributes(".menu-foot a", "href");
    assert!(links.contains(&"/order/champagne".into()) && links.contains(&"/book?offer=glass-boat".into()), "{links:?}");
    // Nobody else's.
    assert!(list(&anna).await.is_empty());
    assert!(!anna.get("/wishes").await.ok().text.contains("/order/champagne"));
    assert_eq!(app.visitor().get("/wishes").await.ok().attributes(".empty a", "href"), ["/sign-in?next=/wishes"]);
}

#[tokio::test]
async fn without_javascript_a_mark_comes_back_to_where_it_was_made() {
    let app = TestApp::new().await;
    let james = app.guest(JAMES).await;
    for (next, leads) in [("", "/offers/champagne"), ("/wishes", "/wishes"), ("https://evil.example", "/offers/champagne")] {
        for what in ["wished", "watched"] {
            let form = [("key", "champagne"), ("what", what), ("on", "true"), ("next", next)];
            let answer = james.post("/offers/champagne", "mark", &form).await;
            assert_eq!((answer.status, answer.location.as_deref()), (StatusCode::FOUND, Some(leads)));
        }
    }
    let page = james.get("/offers/champagne").await.ok();
    assert_eq!(page.attributes(".watch button", "aria-pressed"), ["true"]);
    assert_eq!(page.attributes(".watch input[name=on]", "value"), ["false"]);
    let included = app.guest(ANNA).await.get("/offers/champagne").await.ok();
    assert!(included.all(".watch").is_empty(), "what is included has no price to watch");
}

#[tokio::test]
async fn who_reached_the_choice_is_written_down_seldom_and_off_the_page() {
    let app = TestApp::new().await;
    let day = app.at(1, "10:00").await.plus(1);
    let (james, at) = (app.guest(JAMES).await, format!("/sessions/{}", app.session("glass-boat", day).await));
    let rows = async || app.number("SELECT count(*) FROM interests").await;
    let commits = || app.house.live.commits();
    app.visitor().get(&at).await.ok();
    james.get("/offers/glass-boat").await.ok();
    write_looks(&app.house, false).await.unwrap();
    assert_eq!(rows().await, 0, "looking at an offer is not choosing, and a stranger is nobody");
    let before = commits();
    for page in [at.as_str(), at.as_str(), "/order/champagne", "/book?offer=massage-60"] {
        james.get(page).await.ok();
    }
    assert_eq!((commits(), rows().await), (before, 0), "no page waits for it");
    write_looks(&app.house, false).await.unwrap();
    assert_eq!((commits(), rows().await), (before + 1, 3));
    let first = app.number("SELECT min(first_at) FROM interests").await;
    app.house.clock.advance(299);
    james.read("slot-details", &[("at", &at)]).await.ok();
    write_looks(&app.house, false).await.unwrap();
    assert_eq!(app.number("SELECT max(last_at) FROM interests").await, first, "it was written a moment ago");
    app.house.clock.advance(1);
    write_looks(&app.house, false).await.unwrap();
    assert_eq!(app.number("SELECT max(last_at) - min(first_at) FROM interests").await, 299);
    assert_eq!(rows().await, 3);
}

#[tokio::test]
async fn the_desk_sees_who_wants_what_until_they_have_bought_it() {
    let app = TestApp::new().await;
    let day = app.at(1, "10:00").await.plus(1);
    let (james, anna, desk) = (app.guest(JAMES).await, app.guest(ANNA).await, app.staff("desk").await);
    let (people, session) = (app.people(JAMES).await, app.session("glass-boat", day).await);
    let at = format!("/sessions/{session}");
    assert!(demand(&desk, "").await.offers.is_empty());
    assert!(desk.get_in("en", "/staff/demand").await.ok().text.contains("Nobody who is here wants anything"));
    james.get(&at).await.ok();
    for key in ["glass-boat", "hammam"] {
        wish(&james, key).await;
    }
    watch(&james, "glass-boat").await;
    wish(&anna, "glass-boat").await;
    write_looks(&app.house, false).await.unwrap();
    let sheet = demand(&desk, "glass-boat").await;
    let counts: Vec<_> =
        sheet.offers.iter().map(|one| (one.key.as_str(), one.stays, one.interested, one.wishing, one.watching, one.waiting)).collect();
    assert_eq!(counts, [("glass-boat", 2, 1, 2, 1, 0), ("hammam", 1, 0, 1, 0, 0)]);
    let (key, stays) = sheet.open.unwrap();
    let of = |room: &str| stays.iter().find(|one| one.room == room).map(|one| one.stages.iter().map(|(stage, _)| *stage).collect::<Vec<_>>());
    assert_eq!((key.as_str(), of("305")), ("glass-boat", Some(vec![Stage::Interested, Stage::Wishing, Stage::Watching])), "all of it at once");
    assert_eq!(of("204"), Some(vec![Stage::Wishing]));
    let page = desk.get_in("en", "/staff/demand?offer=glass-boat").await.ok();
    assert!(page.all("#stays tbody tr").iter().any(|row| row.contains("James Whitfield") && row.contains("Watches the price")), "{}", page.text);

    // Held, it waits for its payment; bought, James is nobody to be asked.
    app.house.clock.advance(60);
    let held: i64 = james.hold(&at, &people[..1], &[]).await.ok().json();
    let stages = |sheet: DemandSheet, room: &'static str| {
        let stays = sheet.open.unwrap().1;
        stays.into_iter().find(|one| one.room == room).map(|one| one.stages.into_iter().map(|(stage, _)| stage).collect::<Vec<_>>())
    };
    let held_too = stages(demand(&desk, "glass-boat").await, "305").unwrap();
    assert_eq!(held_too, [Stage::Interested, Stage::Wishing, Stage::Watching, Stage::Holding]);
    james.confirm(held).await.ok();
    let sheet = demand(&desk, "glass-boat").await;
    assert_eq!((sheet.offers[0].stays, stages(sheet, "305")), (1, None));
    // Given back, they wish for it again; whoever went on once is not merely interested.
    cancel(&james, held).await;
    assert_eq!(stages(demand(&desk, "glass-boat").await, "305").unwrap(), [Stage::Wishing, Stage::Watching, Stage::Cancelled]);
    app.house.clock.advance(600);
    james.get(&at).await.ok();
    write_looks(&app.house, false).await.unwrap();
    assert_eq!(stages(demand(&desk, "glass-boat").await, "305").unwrap(), [Stage::Interested, Stage::Wishing, Stage::Watching, Stage::Cancelled]);

    // Whoever waits is asked for as well, and whoever has left is not.
    seats(&app, session, 0).await;
    let form = [("at", at.as_str()), (&format!("guests[{}]", people[0]), "on"), ("intent", &Keys::token())];
    james.call("join-waitlist", &form).await.ok();
    assert_eq!(demand(&desk, "").await.offers[0].waiting, 1);
    app.at(7, "10:00").await;
    let desk = app.staff("desk").await;
    let left = demand(&desk, "glass-boat").await;
    assert_eq!(stages(left, "305"), None);
    assert_eq!(desk.read("staff-demand", &[("offer", "no-such-thing")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_paid_and_comes_back_is_said_to_the_desk() {
    let app = TestApp::new().await;
    let (anna, desk) = (app.guest(ANNA).await, app.staff("desk").await);
    let (booking, _) = crate::pay::paid(&app, &anna, ANNA).await;
    let key: String = anna.read("booking-details", &[("id", &booking.to_string())]).await.ok().json::<cabana::booking::BookingData>().key;
    wish(&anna, &key).await;
    assert!(demand(&desk, &key).await.open.unwrap().1.is_empty());
    cancel(&anna, booking).await;
    app.money().await;
    let stays = demand(&desk, &key).await.open.unwrap().1;
    let stages: Vec<Stage> = stays[0].stages.iter().map(|(stage, _)| *stage).collect();
    assert_eq!(stages, [Stage::Wishing, Stage::Cancelled, Stage::Refunded]);
}
