//! Making a stay at the desk: all of it or nothing; and changing and finding one.

use crate::helpers::{ANNA, Answer, Client, TestApp};
use cabana::base::Day;
use cabana::stays::{StayBlank, StayCard, StayList, StayRefusal, Why};
use reqwest::StatusCode;

struct Form(Vec<(&'static str, String)>);

impl Form {
    fn new(blank: &StayBlank, room: usize) -> Form {
        let text = |text: &str| text.to_owned();
        Form(vec![
            ("intent", blank.intent.clone()),
            ("reference", text("")),
            ("room", blank.rooms[room].id.to_string()),
            ("arrives", blank.arrives.to_string()),
            ("departs", blank.departs.to_string()),
            ("lang", text("uk")),
            ("package", blank.packages[0].0.clone()),
            ("names[0]", text("Мар’яна Ткачук")),
            ("ages[0]", text("34")),
            ("names[1]", text(" Данило   Ткачук ")),
            ("ages[1]", text("6")),
            ("names[5]", text("")),
            ("ages[5]", text("")),
        ])
    }

    fn with(mut self, field: &'static str, value: &str) -> Form {
        self.0.retain(|(name, _)| *name != field);
        self.0.push((field, value.to_owned()));
        self
    }

    async fn send(&self, desk: &Client) -> Answer {
        let form: Vec<(&str, &str)> = self.0.iter().map(|(name, value)| (*name, value.as_str())).collect();
        desk.call("staff-make-stay", &form).await
    }
}

async fn blank(desk: &Client) -> StayBlank {
    desk.read("staff-new-stay", &[]).await.ok().json()
}

fn wrong(answer: &Answer) -> Vec<(String, Why)> {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
    match answer.json() {
        StayRefusal::Form(wrongs) => wrongs.into_iter().map(|wrong| (wrong.field, wrong.why)).collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_stay_is_made_with_its_party_and_a_slip_that_opens_it() {
    let app = TestApp::new().await;
    let desk = app.staff("desk").await;
    let blank = blank(&desk).await;
    let id: i64 = Form::new(&blank, 0).send(&desk).await.ok().json();
    let card: StayCard = desk.read("staff-stay", &[("id", &id.to_string())]).await.ok().json();
    assert_eq!(card.stay.name, "Мар’яна Ткачук");
    let party: Vec<(&str, i64, bool)> = card.party.iter().map(|person| (person.name.as_str(), person.age, person.lead)).collect();
    assert_eq!(party, [("Мар’яна Ткачук", 34, true), ("Данило Ткачук", 6, false)]);
    assert!(card.stay.reference.starts_with("C-"), "{}", card.stay.reference);
    let phone = app.guest(&card.stay.reference).await;
    assert_eq!(phone.get("/").await.ok().attributes("html", "lang"), ["uk"]);
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'stay_made' AND staff_id IS NOT NULL").await, 1);
}

#[tokio::test]
async fn the_same_form_sent_twice_makes_one_stay() {
    let app = TestApp::new().await;
    let desk = app.staff("desk").await;
    let blank = blank(&desk).await;
    let before = app.number("SELECT count(*) FROM stays").await;
    for form in [Form::new(&blank, 0), Form::new(&blank, 1).with("reference", "FO-77").with("intent", "abc")] {
        let (one, two) = tokio::join!(form.send(&desk), form.send(&desk));
        assert_eq!(one.ok().json::<i64>(), two.ok().json::<i64>());
        form.send(&desk).await.ok();
    }
    assert_eq!(app.number("SELECT count(*) FROM stays").await, before + 2);
}

#[tokio::test]
async fn two_desks_cannot_sell_one_room_twice() {
    let app = TestApp::new().await;
    let (desk, manager) = (app.staff("desk").await, app.staff("manager").await);
    let blank = blank(&desk).await;
    let (one, two) = (Form::new(&blank, 0), Form::new(&blank, 0).with("intent", "another"));
    let (one, two) = tokio::join!(one.send(&desk), two.send(&manager));
    let refused = if one.status.is_success() { two } else { one };
    assert_eq!(wrong(&refused), [("room".to_owned(), Why::RoomTaken)]);
}

#[tokio::test]
async fn everything_wrong_is_named_and_nothing_is_written() {
    let app = TestApp::new().await;
    let desk = app.staff("desk").await;
    let blank = blank(&desk).await;
    let counts =
        "SELECT (SELECT count(*) FROM stays) + (SELECT count(*) FROM guests) + (SELECT count(*) FROM slips) + (SELECT count(*) FROM staff_log)";
    let before = app.number(counts).await;
    let field = async |form: Form| wrong(&form.send(&desk).await);
    let named = |name: &str, why: Why| vec![(name.to_owned(), why)];
    let day = blank.arrives.plus(-1).to_string();
    assert_eq!(field(Form::new(&blank, 0).with("departs", &day)).await, named("departs", Why::Backwards));
    assert_eq!(field(Form::new(&blank, 0).with("arrives", "soon")).await, named("arrives", Why::NotADay));
    assert_eq!(field(Form::new(&blank, 0).with("lang", "xx")).await, named("lang", Why::NotOffered));
    assert_eq!(field(Form::new(&blank, 0).with("package", "none")).await, named("package", Why::NotOffered));
    assert_eq!(field(Form::new(&blank, 0).with("room", "999999")).await, named("room", Why::NotOffered));
    assert_eq!(field(Form::new(&blank, 0).with("ages[0]", "12")).await, named("ages[0]", Why::LeadIsAChild));
    assert_eq!(field(Form::new(&blank, 0).with("ages[1]", "-1")).await, named("ages[1]", Why::NotAnAge));
    assert_eq!(field(Form::new(&blank, 0).with("names[1]", "мар’яна ткачук")).await, named("names[1]", Why::NameTwice));
    assert_eq!(field(Form::new(&blank, 0).with("names[0]", &"ж".repeat(81))).await, named("names[0]", Why::TooLong(80)));
    assert_eq!(field(Form::new(&blank, 0).with("reference", ANNA)).await, named("reference", Why::ReferenceTaken));
    let small = blank.rooms.iter().position(|room| room.sleeps == 2).unwrap();
    let three = Form::new(&blank, small).with("names[2]", "Тарас").with("ages[2]", "3");
    assert_eq!(field(three).await, named("room", Why::RoomSleeps(2)));
    let everything = Form::new(&blank, 0).with("names[0]", "").with("ages[1]", "x").with("lang", "").with("departs", "");
    assert_eq!(field(everything).await.len(), 4);
    assert_eq!(app.number(counts).await, before);
    assert_eq!(Form::new(&blank, 0).with("room", "x").send(&desk).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_plain_form_goes_on_to_the_slip() {
    let app = TestApp::new().await;
    let desk = app.staff("desk").await;
    let blank = blank(&desk).await;
    let form = Form::new(&blank, 0);
    let form: Vec<(&str, &str)> = form.0.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = desk.post("/staff/stays/new", "staff-make-stay", &form).await;
    assert!(answer.status.is_redirection(), "{}", answer.text);
    let slips = answer.location.unwrap();
    assert!(slips.starts_with("/staff/slips/"), "{slips}");
    assert_eq!(desk.get(&slips).await.ok().all("section.slip").len(), 1);
    let again: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, if *name == "lang" { "xx" } else { *value })).collect();
    let answer = desk.post("/staff/stays/new", "staff-make-stay", &again).await;
    let back = answer.location.unwrap();
    let page = desk.get_in("en", back.strip_prefix(&app.base).unwrap_or(&back)).await.ok();
    assert!(page.all(".error").iter().any(|text| text.contains("Choose one from the list")), "{:?}", page.all(".error"));
}

#[tokio::test]
async fn the_desk_moves_a_stay_and_the_log_remembers() {
    let app = TestApp::new().await;
    let desk = app.staff("desk").await;
    let id = app.stay(ANNA).await.to_string();
    let card: StayCard = desk.read("staff-stay", &[("id", &id)]).await.ok().json();
    let stay = &card.stay;
    let room = card.rooms.iter().find(|room| room.id != stay.room_id && room.sleeps >= 4).unwrap();
    let (room, old) = (room.id.to_string(), stay.room_id.to_string());
    let (arrives, departs) = (stay.arrives.to_string(), stay.departs.to_string());
    let change = |room: &str, departs: &str, seen_room: &str| {
        let form: Vec<(&'static str, String)> = vec![
            ("stay", id.clone()),
            ("room", room.to_owned()),
            ("arrives", arrives.clone()),
            ("departs", departs.to_owned()),
            ("lang", "ru".to_owned()),
            ("seen_room", seen_room.to_owned()),
            ("seen_arrives", arrives.clone()),
            ("seen_departs", stay.departs.to_string()),
            ("seen_lang", "ru".to_owned()),
            ("reason", "the shower drips".to_owned()),
        ];
        let desk = desk.clone();
        async move {
            let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            desk.call("staff-change-stay", &form).await
        }
    };
    change(&room, &departs, &old).await.ok();
    change(&room, &departs, &old).await.ok();
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'stay_changed' AND reason = 'the shower drips'").await, 1);
    let shorter = stay.departs.plus(-1).to_string();
    let answer = change(&old, &shorter, &old).await;
    assert_eq!((answer.status, answer.text.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "\"ChangedMeanwhile\""));
    let taken = app.number("SELECT room_id FROM stays WHERE reference = 'HB-1002'").await.to_string();
    assert_eq!(wrong(&change(&taken, &departs, &room).await).first(), Some(&("room".to_owned(), Why::RoomSleeps(2))));
}

#[tokio::test]
async fn a_stay_is_found_by_room_name_and_reference() {
    let app = TestApp::new().await;
    let desk = app.staff("desk").await;
    for query in ["204", "анна", "ПЕТРОВА", "лева петров", "hb-1001", "петров 204"] {
        let list: StayList = desk.read("staff-stays", &[("q", query)]).await.ok().json();
        assert!(list.stays.iter().any(|line| line.stay.reference == ANNA), "{query}");
    }
    for query in ["nobody at all", "%", "_", "' OR 1=1 --", "\u{0}"] {
        let list: StayList = desk.read("staff-stays", &[("q", query)]).await.ok().json();
        assert!(list.stays.is_empty(), "{query:?}");
    }
    let page = desk.get_in("ru", "/staff/stays?q=%D0%9F%D0%95%D0%A2%D0%A0%D0%9E%D0%92%D0%90").await.ok();
    assert!(page.all("table td").iter().any(|text| text == "Анна Петрова"));
    let here: StayList = desk.read("staff-stays", &[]).await.ok().json();
    let today = app.shelf().await.time.day(app.house.clock.now());
    assert!(!here.stays.is_empty() && here.stays.iter().all(|line| line.stay.arrives <= today && today <= line.stay.departs));
}

#[tokio::test]
async fn only_rooms_that_are_free_are_offered() {
    let app = TestApp::new().await;
    let desk = app.staff("desk").await;
    let card: StayCard = desk.read("staff-stay", &[("id", &app.stay(ANNA).await.to_string())]).await.ok().json();
    let rooms = |arrives: Day, departs: Day| {
        let desk = desk.clone();
        async move {
            let blank: StayBlank =
                desk.read("staff-new-stay", &[("arrives", &arrives.to_string()), ("departs", &departs.to_string())]).await.ok().json();
            blank.rooms.into_iter().map(|room| room.number).collect::<Vec<_>>()
        }
    };
    let stay = &card.stay;
    assert!(!rooms(stay.departs.plus(-1), stay.departs.plus(2)).await.contains(&stay.room));
    assert!(!rooms(stay.arrives.plus(1), stay.arrives.plus(3)).await.contains(&stay.room));
    // Who leaves makes room on the same day.
    let after = rooms(stay.departs, stay.departs.plus(1)).await;
    let next = app.number("SELECT count(*) FROM stays s JOIN rooms r ON r.id = s.room_id JOIN stays a ON a.reference = 'HB-1001' WHERE s.room_id = a.room_id AND s.arrives = a.departs").await;
    assert_eq!(after.contains(&stay.room), next == 0);
}
