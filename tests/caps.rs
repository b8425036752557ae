//! What each person of a party may put on the room's bill, and the yes of an adult where it is more: counted in the
//! transaction that charges, asked once, answered once.

use crate::helpers::{ANNA, Client, JAMES, TestApp};
use crate::pay::nothing_is_included;
use crate::place_order::{Form, order};
use cabana::base::{Day, Fault};
use cabana::booking::{BookingData, BookingRefusal, BookingState, Deed};
use cabana::notices::{Notice, NoticeLine};
use cabana::orders::approval::{AskRefusal, AskRow, AskState, AskView};
use cabana::orders::{Bill, OrderRefusal};
use cabana::people::login::grouped;
use cabana::people::{slips, store};
use cabana::stays::SlipSheets;
use cabana::stays::caps::{CapRefusal, DeskSpending, PersonSlip, Spending};
use reqwest::StatusCode;

const SANDWICH: &[(&str, &str)] = &[("offer", "club-sandwich"), ("quantity", "1")];
const SANDWICH_COSTS: i64 = 1700;
/// A place on the boat, of the age of Masha and Lyova.
const SEAT: i64 = 900;
/// What the demonstration resort lets children spend.
const CHILD_CAP: i64 = 1500;

/// The phone of somebody of the party who has a slip of their own: the one at this place of the file.
async fn own_phone(app: &TestApp, adult: &Client, reference: &str, index: usize) -> Client {
    let guest = app.people(reference).await[index];
    adult.call("let-sign-in", &[("guest", &guest.to_string())]).await.ok();
    let phone = app.visitor();
    assert_eq!(phone.get(&path_of(app, guest).await).await.location.as_deref(), Some("/"));
    phone
}

async fn path_of(app: &TestApp, guest: i64) -> String {
    let mut conn = app.house.database.readers().acquire().await.unwrap();
    let (login, nonce) = store::live_slip_of(&mut conn, cabana::base::GuestId(guest)).await.unwrap().unwrap();
    slips::derive(&app.house.keys, login, &nonce).path
}

/// Masha asks for a sandwich: what nobody but her and the adults of her party may see.
pub async fn asked(app: &TestApp, anna: &Client) -> i64 {
    let masha = own_phone(app, anna, ANNA, 2).await;
    let refused = Form::of(&masha, &[SANDWICH]).await.place(&masha).await;
    let Err(OrderRefusal::OverCap(over)) = refused else { panic!("{refused:?}") };
    let kept = over.asked.unwrap();
    masha.call("ask-for-order", &[("ask", &kept.to_string())]).await.ok();
    kept.0
}

/// Anna with the room's slip, Dmitri and the children with their own; nothing is included, and the boat takes children alone.
struct Family {
    app: TestApp,
    anna: Client,
    dmitri: Client,
    masha: Client,
    people: Vec<i64>,
    tomorrow: Day,
}

impl Family {
    async fn new() -> Family {
        let app = TestApp::new().await;
        nothing_is_included(&app).await;
        app.change_offer("glass-boat", |offer| offer.adult_needed = false).await;
        let tomorrow = app.at(1, "10:00").await.plus(1);
        let anna = app.guest(ANNA).await;
        let (dmitri, masha) = (own_phone(&app, &anna, ANNA, 1).await, own_phone(&app, &anna, ANNA, 2).await);
        let people = app.people(ANNA).await;
        Family { app, anna, dmitri, masha, people, tomorrow }
    }

    /// Masha holds a place for herself on the boat, so many days after tomorrow.
    async fn seat(&self, later: i64) -> i64 {
        let at = format!("/sessions/{}", self.app.session("glass-boat", self.tomorrow.plus(later)).await);
        self.masha.hold(&at, &self.people[2..3], &[]).await.ok().json()
    }

    /// Masha may spend so much a day.
    async fn cap(&self, amount: &str) {
        self.anna.call("set-cap", &[("guest", &self.people[2].to_string()), ("amount", amount)]).await.ok();
    }

    async fn spent(&self) -> i64 {
        let mine: Spending = self.masha.read("spending", &[]).await.ok().json();
        assert_eq!(mine.people.len(), 1, "a child sees only themselves");
        mine.people[0].spent
    }

    async fn ask(&self, booking: i64) -> i64 {
        self.masha.call("ask-for-booking", &[("booking", &booking.to_string())]).await.ok().json()
    }

    async fn view(&self, who: &Client, ask: i64) -> AskView {
        who.read("ask", &[("ask", &ask.to_string())]).await.ok().json()
    }

    async fn state(&self, ask: i64) -> AskState {
        self.view(&self.masha, ask).await.state
    }

    async fn data(&self, booking: i64) -> BookingData {
        self.masha.read("booking-details", &[("id", &booking.to_string())]).await.ok().json()
    }

    async fn told(&self, who: &Client) -> Vec<Notice> {
        let lines: Vec<NoticeLine> = who.read("notices", &[]).await.ok().json();
        let about = |notice: &Notice| {
            matches!(notice, Notice::Asked { .. } | Notice::AskApproved { .. } | Notice::AskDeclined { .. } | Notice::AskOver { .. })
        };
        lines.into_iter().map(|line| line.notice).filter(about).collect()
    }

    /// The number on somebody's bell.
    async fn bell(&self, who: &Client) -> i64 {
        who.get("/").await.ok().all(".topbar .count").first().map_or(0, |count| count.parse().unwrap())
    }
}

async fn answer(who: &Client, ask: i64, yes: bool, more: &[(&str, &str)]) -> crate::helpers::Answer {
    let id = ask.to_string();
    let form = [&[("ask", id.as_str()), ("answer", if yes { "yes" } else { "no" })], more].concat();
    who.call("answer-ask", &form).await
}

fn over(answer: &crate::helpers::Answer) -> (i64, Vec<String>) {
    match answer.json::<BookingRefusal>() {
        BookingRefusal::OverCap(over) => (over.left, over.whom),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_child_spends_up_to_the_cap_and_what_is_given_back_may_be_spent_again() {
    let family = Family::new().await;
    let (first, second) = (family.seat(0).await, family.seat(1).await);
    family.masha.confirm(first).await.ok();
    assert_eq!(family.spent().await, SEAT);
    let refused = family.masha.confirm(second).await;
    assert_eq!(over(&refused), (CHILD_CAP - SEAT, vec!["Анна Петрова".to_owned(), "Дмитрий Петров".to_owned()]));
    assert_eq!(family.data(second).await.state, BookingState::Held, "nothing is lost");
    assert_eq!(family.app.number("SELECT count(*) FROM folio_lines").await, 1);

    let fee = family.data(first).await.fee_now;
    family.masha.call("cancel-booking", &[("booking", &first.to_string()), ("expected_fee", &fee.to_string())]).await.ok();
    assert_eq!((fee, family.spent().await), (0, 0));
    family.masha.confirm(second).await.ok();
    assert_eq!(family.spent().await, SEAT);
    // Another day has money of its own.
    let third = family.seat(2).await;
    over(&family.masha.confirm(third).await);
    family.masha.call("release", &[("booking", &third.to_string())]).await.ok();
    family.app.house.clock.advance(86_400);
    let third = family.seat(2).await;
    family.masha.confirm(third).await.ok();
    assert_eq!(family.spent().await, SEAT);
    family.app.sums_are_even().await;
}

#[tokio::test]
async fn the_last_cent_may_be_spent_and_two_taps_at_once_spend_it_once() {
    let family = Family::new().await;
    family.cap("9.00").await;
    let (one, other) = (family.seat(0).await, family.seat(1).await);
    let form = Form::of(&family.masha, &[SANDWICH]).await;
    let tries = tokio::join!(family.masha.confirm(one), family.masha.confirm(other), form.place(&family.masha));
    let went = [tries.0.status.is_success(), tries.1.status.is_success(), tries.2.is_ok()];
    assert_eq!(went.iter().filter(|went| **went).count(), 1, "{went:?}");
    assert!(!went[2], "the sandwich alone is more than that");
    assert_eq!(family.spent().await, SEAT);
    family.app.sums_are_even().await;
}

#[tokio::test]
async fn nothing_to_spend_is_to_look_and_what_is_included_is_had() {
    let family = Family::new().await;
    family.cap("0").await;
    let seat = family.seat(0).await;
    assert_eq!(over(&family.masha.confirm(seat).await).0, 0);
    let towels = Form::of(&family.masha, &[&[("offer", "extra-towels"), ("quantity", "2")]]).await;
    towels.place(&family.masha).await.unwrap();
    // As much as she likes.
    family.cap("").await;
    family.masha.confirm(seat).await.ok();
    let shown: Spending = family.anna.read("spending", &[]).await.ok().json();
    assert_eq!(shown.people.iter().map(|one| (one.cap, one.spent)).collect::<Vec<_>>(), [(None, 0), (None, 0), (None, SEAT), (Some(CHILD_CAP), 0)]);
    // What the room's own phone books is the lead's.
    let at = format!("/sessions/{}", family.app.session("glass-boat", family.tomorrow.plus(2)).await);
    family.anna.book(&at, &family.people[2..], &[]).await;
    let shown: Spending = family.dmitri.read("spending", &[]).await.ok().json();
    assert_eq!(shown.people.iter().map(|one| one.spent).collect::<Vec<_>>(), [2 * SEAT, 0, SEAT, 0]);
    family.app.sums_are_even().await;
}

#[tokio::test]
async fn a_child_changes_nothing_answers_nothing_and_hands_out_no_slip() {
    let family = Family::new().await;
    let seat = family.seat(0).await;
    family.cap("1").await;
    let ask = family.ask(seat).await;
    let lyova = own_phone(&family.app, &family.anna, ANNA, 3).await;
    let (masha, brother) = (family.people[2].to_string(), family.people[3].to_string());
    for child in [&family.masha, &lyova] {
        for (door, form) in [
            ("set-cap", vec![("guest", masha.as_str()), ("amount", "100")]),
            ("set-cap", vec![("guest", brother.as_str()), ("amount", "")]),
            ("let-sign-in", vec![("guest", masha.as_str())]),
        ] {
            assert_eq!(child.call(door, &form).await.status, StatusCode::FORBIDDEN, "{door}");
        }
        assert_eq!(child.read("person-slip", &[("guest", &brother)]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(answer(child, ask, true, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(answer(child, ask, false, &[]).await.status, StatusCode::FORBIDDEN);
    }
    // What a sister asks for is hers; an adult of another room finds nothing of it.
    assert_eq!(lyova.read("ask", &[("ask", &ask.to_string())]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(lyova.call("take-back-ask", &[("ask", &ask.to_string())]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(lyova.read("my-asks", &[]).await.ok().json::<Vec<AskRow>>(), []);
    assert_eq!(family.told(&lyova).await, [], "and so is the word of it");
    let james = family.app.guest(JAMES).await;
    assert_eq!(answer(&james, ask, true, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(james.get(&format!("/asks/{ask}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(james.call("set-cap", &[("guest", &masha), ("amount", "100")]).await.status, StatusCode::NOT_FOUND);
    // Nobody answers themselves, and the lead signs in with the room's slip.
    let lead = family.people[0].to_string();
    assert_eq!(family.dmitri.call("let-sign-in", &[("guest", &lead)]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(family.state(ask).await, AskState::Waiting);
}

#[tokio::test]
async fn an_adult_says_yes_on_their_phone_and_it_is_booked_as_the_childs() {
    let family = Family::new().await;
    family.cap("5").await;
    let seat = family.seat(0).await;
    let data = family.data(seat).await;
    assert_eq!(data.over_cap.as_ref().map(|over| over.left), Some(500));
    let until = data.hold_until.unwrap();
    let (quiet, rings) = (family.bell(&family.anna).await, family.bell(&family.dmitri).await);
    family.app.house.clock.advance(600);
    let (one, other) = tokio::join!(family.ask(seat), family.ask(seat));
    assert_eq!(one, other, "asking twice is asking once");
    let longer = family.data(seat).await.hold_until.unwrap();
    assert!(longer > until, "the places wait a bounded while longer");
    family.app.house.clock.advance(60);
    family.ask(seat).await;
    assert_eq!(family.data(seat).await.hold_until, Some(longer), "once");

    assert_eq!((family.bell(&family.anna).await, family.bell(&family.dmitri).await), (quiet + 1, rings + 1));
    let view = family.view(&family.dmitri, one).await;
    assert_eq!((view.name.as_str(), view.amount, view.spent, view.cap), ("Маша Петрова", SEAT, 0, Some(500)));
    assert!(view.may_answer && !family.view(&family.masha, one).await.may_answer);
    assert!(matches!(family.told(&family.anna).await[..], [Notice::Asked { amount: SEAT, .. }]));
    assert_eq!(family.anna.read("my-asks", &[]).await.ok().json::<Vec<AskRow>>().len(), 1);

    assert_eq!(
        answer(&family.dmitri, one, true, &[("expected", "1")]).await.json::<AskRefusal>(),
        AskRefusal::PriceChanged { total: SEAT },
        "for the sum that was shown"
    );
    let (first, second) =
        tokio::join!(answer(&family.anna, one, true, &[("expected", "900")]), answer(&family.dmitri, one, true, &[("expected", "900")]));
    first.ok();
    second.ok();
    let by = family.view(&family.masha, one).await.answered_by;
    let refused = answer(&family.anna, one, false, &[]).await;
    assert_eq!(refused.json::<AskRefusal>(), AskRefusal::Answered(AskState::Approved), "one answer counts");
    let data = family.data(seat).await;
    assert_eq!((data.state, family.spent().await), (BookingState::Confirmed, SEAT), "it is hers, and counts");
    let fact = data.facts.iter().find(|fact| matches!(fact.deed, Deed::Confirmed { .. })).unwrap();
    assert_eq!(fact.name, by, "and says who said yes");
    assert!(data.facts.iter().any(|fact| fact.deed == Deed::Approved { name: "Маша Петрова".into() }));
    assert_eq!(family.app.number("SELECT count(*) FROM folio_lines").await, 1);
    assert!(matches!(family.told(&family.masha).await[..], [Notice::AskApproved { .. }]));
    assert_eq!(family.told(&family.anna).await, [], "nobody is rung for what is answered");
    family.app.sums_are_even().await;
}

#[tokio::test]
async fn yes_and_not_now_at_once_are_one_answer() {
    let family = Family::new().await;
    family.cap("0").await;
    for round in 0..3 {
        let seat = family.seat(round).await;
        let ask = family.ask(seat).await;
        let (yes, no) = tokio::join!(answer(&family.anna, ask, true, &[]), answer(&family.dmitri, ask, false, &[]));
        assert!(yes.status.is_success() != no.status.is_success(), "{} {}", yes.text, no.text);
        let booked = family.data(seat).await.state == BookingState::Confirmed;
        assert_eq!(booked, yes.status.is_success());
        assert_eq!(family.state(ask).await, if booked { AskState::Approved } else { AskState::Declined });
        let told = family.told(&family.masha).await.len();
        assert_eq!(told as i64, round + 1, "one word of it");
    }
    family.app.sums_are_even().await;
}

#[tokio::test]
async fn what_nobody_answers_in_time_ends_by_itself_and_says_so_to_both() {
    for late in [-1, 0, 1] {
        let family = Family::new().await;
        family.cap("0").await;
        let seat = family.seat(0).await;
        let ask = family.ask(seat).await;
        let until = family.data(seat).await.hold_until.unwrap();
        family.app.house.clock.advance(until + late - family.app.house.clock.now());
        if late <= 0 {
            assert_eq!(family.app.unanswered().await, 0, "the last second counts (T10)");
            answer(&family.anna, ask, true, &[]).await.ok();
            assert_eq!(family.data(seat).await.state, BookingState::Confirmed);
            continue;
        }
        assert_eq!(family.state(ask).await, AskState::Over, "whether or not somebody has tidied (H2)");
        assert_eq!(answer(&family.anna, ask, true, &[]).await.json::<AskRefusal>(), AskRefusal::Over);
        family.app.tidy().await;
        assert_eq!((family.app.unanswered().await, family.app.unanswered().await), (1, 0));
        for who in [&family.masha, &family.anna, &family.dmitri] {
            assert!(matches!(family.told(who).await[..], [Notice::AskOver { .. }]));
        }
        assert_eq!((family.spent().await, family.app.number("SELECT count(*) FROM folio_lines").await), (0, 0));
        family.app.sums_are_even().await;
    }
}

#[tokio::test]
async fn not_now_is_said_kindly_and_what_is_taken_back_rings_nobody() {
    let family = Family::new().await;
    family.cap("0").await;
    let seat = family.seat(0).await;
    let ask = family.ask(seat).await;
    answer(&family.anna, ask, false, &[("reason", " After lunch ")]).await.ok();
    answer(&family.dmitri, ask, false, &[]).await.ok();
    assert_eq!(answer(&family.dmitri, ask, true, &[]).await.json::<AskRefusal>(), AskRefusal::Answered(AskState::Declined));
    assert_eq!(family.data(seat).await.state, BookingState::Held, "the places are held under their own clock");
    match &family.told(&family.masha).await[..] {
        [Notice::AskDeclined { by, reason, .. }] => assert_eq!((by.as_str(), reason.as_str()), ("Анна Петрова", "After lunch")),
        other => panic!("{other:?}"),
    }
    // She asks again, and changes her mind.
    let again = family.ask(seat).await;
    assert_ne!(again, ask);
    family.masha.call("take-back-ask", &[("ask", &again.to_string())]).await.ok();
    family.masha.call("take-back-ask", &[("ask", &again.to_string())]).await.ok();
    assert_eq!(answer(&family.anna, again, true, &[]).await.json::<AskRefusal>(), AskRefusal::Answered(AskState::Withdrawn));
    // She gives the places up while she waits.
    let third = family.ask(seat).await;
    family.masha.call("release", &[("booking", &seat.to_string())]).await.ok();
    assert_eq!(family.state(third).await, AskState::Withdrawn);
    assert!(!answer(&family.anna, third, true, &[]).await.status.is_success());
    assert_eq!(family.app.unanswered().await, 1);
    assert_eq!(family.told(&family.anna).await, []);
    assert_eq!(answer(&family.anna, 0, true, &[]).await.status, StatusCode::NOT_FOUND);
    let long = "x".repeat(201);
    assert_eq!(answer(&family.anna, ask, false, &[("reason", &long)]).await.json::<AskRefusal>(), AskRefusal::ReasonTooLong(200));
    family.app.sums_are_even().await;
}

#[tokio::test]
async fn an_order_is_kept_until_somebody_says_yes_and_reaches_the_kitchen_once() {
    let family = Family::new().await;
    let form = Form::of(&family.masha, &[SANDWICH]).await.with("note", "No onion");
    let refused = form.place(&family.masha).await;
    let Err(OrderRefusal::OverCap(over)) = &refused else { panic!("{refused:?}") };
    assert_eq!((over.left, over.whom.len()), (CHILD_CAP, 2));
    let kept = over.asked.unwrap().0;
    assert_eq!(form.place(&family.masha).await, refused, "the same form is the same question");
    assert_eq!(family.told(&family.anna).await, [], "nobody was asked yet");
    assert_eq!(family.anna.read("ask", &[("ask", &kept.to_string())]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(answer(&family.anna, kept, true, &[]).await.status, StatusCode::NOT_FOUND);
    for _ in 0..2 {
        family.masha.call("ask-for-order", &[("ask", &kept.to_string())]).await.ok();
    }
    assert!(matches!(family.told(&family.dmitri).await[..], [Notice::Asked { amount: SANDWICH_COSTS, .. }]));
    assert_eq!(family.app.number("SELECT count(*) FROM orders").await, 0, "the kitchen knows nothing of it");
    assert_eq!(family.view(&family.anna, kept).await.lines, [(1, "Клубный сэндвич".to_owned())]);

    // It costs more by now: the yes was to something else.
    family.app.change_offer("club-sandwich", |offer| offer.price = 1800).await;
    assert_eq!(answer(&family.anna, kept, true, &[("expected", "1700")]).await.json::<AskRefusal>(), AskRefusal::PriceChanged { total: 1800 });
    assert_eq!(family.app.number("SELECT count(*) FROM orders").await, 0);
    let form_of = [("expected", "1800")];
    let (one, other) = tokio::join!(answer(&family.anna, kept, true, &form_of), answer(&family.dmitri, kept, true, &form_of));
    one.ok();
    other.ok();
    assert_eq!((family.app.number("SELECT count(*) FROM orders").await, family.spent().await), (1, 1800));
    let id = family.view(&family.masha, kept).await.order.unwrap();
    let placed = order(&family.masha, id).await;
    assert_eq!((placed.note.as_str(), placed.facts[0].asked_by.as_deref()), ("No onion", Some("Маша Петрова")));
    assert_ne!(placed.facts[0].name, "Маша Петрова", "who said yes has placed it");
    assert_eq!(form.place(&family.masha).await, Ok(id), "the same form once more is that order");
    // Taken back, the money is hers again.
    family.masha.call("cancel-order", &[("order", &id.to_string())]).await.ok();
    assert_eq!(family.spent().await, 0);
    family.app.sums_are_even().await;
}

#[tokio::test]
async fn an_order_that_was_asked_for_waits_an_hour_and_needs_no_yes_once_the_cap_is_raised() {
    let family = Family::new().await;
    let form = Form::of(&family.masha, &[SANDWICH]).await;
    let Err(OrderRefusal::OverCap(over)) = form.place(&family.masha).await else { panic!("over the cap") };
    let ask = over.asked.unwrap().0;
    family.masha.call("ask-for-order", &[("ask", &ask.to_string())]).await.ok();
    family.app.house.clock.advance(3600);
    assert_eq!(family.state(ask).await, AskState::Waiting);
    family.app.house.clock.advance(1);
    assert_eq!(family.state(ask).await, AskState::Over);
    assert_eq!(family.app.unanswered().await, 1);

    // Once more, and meanwhile she may.
    let Err(OrderRefusal::OverCap(over)) = form.place(&family.masha).await else { panic!("over the cap") };
    let ask = over.asked.unwrap().0;
    family.masha.call("ask-for-order", &[("ask", &ask.to_string())]).await.ok();
    family.cap("20").await;
    form.place(&family.masha).await.unwrap();
    assert_eq!(family.state(ask).await, AskState::Withdrawn);
    assert!(!answer(&family.anna, ask, true, &[]).await.status.is_success());
    assert_eq!((family.app.number("SELECT count(*) FROM orders").await, family.spent().await), (1, SANDWICH_COSTS));
    family.app.sums_are_even().await;
}

#[tokio::test]
async fn the_bill_says_who_put_what_there() {
    let family = Family::new().await;
    let seat = family.seat(0).await;
    family.masha.confirm(seat).await.ok();
    Form::of(&family.dmitri, &[SANDWICH]).await.place(&family.dmitri).await.unwrap();
    let bill: Bill = family.anna.read("bill", &[]).await.ok().json();
    let by: Vec<Option<&str>> = bill.entries.iter().map(|entry| entry.by.as_deref()).collect();
    assert_eq!(by, [Some("Маша Петрова"), Some("Дмитрий Петров")]);
    assert!(family.anna.get("/bill").await.ok().text.contains("Маша Петрова"));
}

#[tokio::test]
async fn a_place_that_would_be_booked_at_once_is_offered_to_who_may_not_spend_it() {
    let family = Family::new().await;
    family.cap("0").await;
    let session = family.app.session("glass-boat", family.tomorrow).await;
    let at = format!("/sessions/{session}");
    let james = family.app.guest(JAMES).await;
    let all = format!("UPDATE sessions SET capacity = 2 WHERE id = {session}");
    let mut tx = family.app.house.begin().await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(all)).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let theirs: i64 = james.hold(&at, &family.app.people(JAMES).await, &[]).await.ok().json();
    let (guest, intent) = (format!("guests[{}]", family.people[2]), cabana::server::Keys::token());
    let form = [("at", at.as_str()), (guest.as_str(), "on"), ("auto", "on"), ("most", "100"), ("intent", intent.as_str())];
    family.masha.call("join-waitlist", &form).await.ok();
    james.call("release", &[("booking", &theirs.to_string())]).await.ok();
    assert_eq!(family.app.number("SELECT count(*) FROM bookings WHERE state = 'confirmed'").await, 0);
    assert_eq!(family.app.number("SELECT count(*) FROM waitlist WHERE state = 'offered'").await, 1);
    let offered = family.app.number("SELECT booking_id FROM waitlist WHERE state = 'offered'").await;
    let ask = family.ask(offered).await;
    answer(&family.anna, ask, true, &[]).await.ok();
    assert_eq!(family.data(offered).await.state, BookingState::Confirmed);
    family.app.sums_are_even().await;
}

#[tokio::test]
async fn what_is_paid_by_card_is_nobodys_pocket_money() {
    let family = Family::new().await;
    family.cap("0").await;
    let seat = family.seat(0).await.to_string();
    let intent = cabana::server::Keys::token();
    let page: String = family.masha.call("pay-by-card", &[("booking", &seat), ("intent", &intent)]).await.ok().json();
    crate::pay::at_the_acquirer(&family.masha, &page, &[("card", "approve")]).await;
    assert_eq!(family.data(seat.parse().unwrap()).await.state, BookingState::Confirmed);
    assert_eq!(family.spent().await, 0);
    let bill: Bill = family.anna.read("bill", &[]).await.ok().json();
    assert_eq!(bill.entries[0].by.as_deref(), Some("Маша Петрова"));
    family.app.sums_are_even().await;
}

#[tokio::test]
async fn the_desk_sets_caps_with_the_log_and_prints_slips_of_ones_own() {
    let app = TestApp::new().await;
    let (desk, anna) = (app.staff("desk").await, app.guest(ANNA).await);
    let (stay, people) = (app.stay(ANNA).await.to_string(), app.people(ANNA).await);
    let masha = people[2].to_string();
    let form = [("stay", stay.as_str()), ("guest", masha.as_str()), ("amount", "12,50"), ("reason", "her father called")];
    for _ in 0..2 {
        desk.call("staff-set-cap", &form).await.ok();
    }
    assert_eq!(app.number("SELECT count(*) FROM staff_log WHERE deed = 'cap_set' AND reason = 'her father called'").await, 1);
    let shown: DeskSpending = desk.read("staff-spending", &[("stay", &stay)]).await.ok().json();
    assert_eq!(shown.people[2].cap, Some(1250));
    let nonsense = [("stay", stay.as_str()), ("guest", masha.as_str()), ("amount", "a lot")];
    assert_eq!(desk.call("staff-set-cap", &nonsense).await.json::<CapRefusal>(), CapRefusal::NotAnAmount);
    let elsewhere = [("stay", stay.as_str()), ("guest", &app.people(JAMES).await[0].to_string()), ("amount", "1")];
    assert_eq!(desk.call("staff-set-cap", &elsewhere).await.json::<CapRefusal>(), CapRefusal::Fault(Fault::NotFound));

    let form = [("stay", stay.as_str()), ("guest", masha.as_str())];
    let answer = desk.post(&format!("/staff/stays/{stay}"), "staff-person-slip", &form).await;
    assert_eq!(answer.location, Some(format!("/staff/slips/{stay}?guest={masha}")));
    let sheets: SlipSheets = desk.read("staff-slips", &[("stay", &stay), ("guest", &masha)]).await.ok().json();
    assert_eq!((sheets.sheets.len(), sheets.sheets[0].name.as_str()), (1, "Маша Петрова"));
    let (login, password) = (sheets.sheets[0].login.as_str(), sheets.sheets[0].password.as_str());
    let phone = app.visitor();
    phone.call("sign-in", &[("login", login), ("password", password)]).await.ok();
    assert!(phone.get("/me").await.ok().text.contains("Маша Петрова"));
    assert!(desk.get(&format!("/staff/stays/{stay}")).await.ok().text.contains("12.50"));
    // The adult sees the same; a new one ends this one's phones and nobody else's.
    let slip: PersonSlip = anna.read("person-slip", &[("guest", &masha)]).await.ok().json();
    assert_eq!((slip.login.as_str(), slip.password.as_str()), (login, password));
    for _ in 0..2 {
        anna.call("let-sign-in", &[("guest", &masha), ("seen", login)]).await.ok();
    }
    assert_eq!(app.number("SELECT count(*) FROM slips WHERE guest_id IS NOT NULL").await, 2, "the same tap twice makes one slip");
    assert_eq!(phone.read("me", &[]).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(anna.read("me", &[]).await.status, StatusCode::OK);
    // A new slip of the room leaves hers alone.
    let hers = app.visitor();
    hers.get(&path_of(&app, people[2]).await).await;
    let seen = grouped(&app.slip(ANNA).await.login);
    desk.call("staff-reprint-slip", &[("stay", &stay), ("seen", &seen)]).await.ok();
    assert_eq!(anna.read("me", &[]).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(hers.read("me", &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn all_of_it_works_with_plain_forms() {
    let family = Family::new().await;
    let masha = family.people[2].to_string();
    let page = family.anna.get("/me").await.ok();
    assert_eq!(page.all("#spending .row-title"), ["Анна Петрова", "Дмитрий Петров", "Маша Петрова", "Лёва Петров"]);
    let set = family.anna.post("/me", "set-cap", &[("guest", &masha), ("amount", "3")]).await;
    assert_eq!(set.location.as_deref(), Some("/me#spending"));
    let wrong = family.anna.post("/me", "set-cap", &[("guest", &masha), ("amount", "much")]).await;
    let back = wrong.location.unwrap();
    assert!(!family.anna.get(&back[back.find("/me").unwrap()..]).await.ok().all("#spending .alert").is_empty());
    assert_eq!(family.masha.get("/me").await.ok().all("#spending form"), [] as [&str; 0], "a child changes nothing");

    // An order.
    let form = Form::of(&family.masha, &[SANDWICH]).await;
    let refused = family.masha.post("/basket", "place-order", &form.fields()).await.location.unwrap();
    let page = family.masha.get(&refused[refused.find("/basket").unwrap()..]).await.ok();
    let kept = page.attributes(".ask-for input[name=ask]", "value");
    assert_eq!(kept.len(), 1, "there is a way on");
    let asked = family.masha.post("/basket", "ask-for-order", &[("ask", &kept[0])]).await.location.unwrap();
    assert_eq!(asked, format!("/asks/{}", kept[0]));
    let page = family.anna.get(&asked).await.ok();
    assert_eq!(page.attributes(".ask-answers input[name=answer]", "value"), ["yes", "no"]);
    assert!(family.anna.get("/me").await.ok().attributes("a.row", "href").contains(&asked));
    assert!(family.anna.get("/notices").await.ok().attributes(".notice a", "href").contains(&asked));
    assert!(family.masha.get(&asked).await.ok().attributes(".ask-answers input", "value").is_empty());
    let answered = family.anna.post(&asked, "answer-ask", &[("ask", &kept[0]), ("answer", "yes"), ("expected", "1700")]).await;
    assert_eq!(answered.location.as_deref(), Some(asked.as_str()));
    assert_eq!(family.app.number("SELECT count(*) FROM orders").await, 1);

    // Places.
    let seat = family.seat(0).await.to_string();
    let page = family.masha.get(&format!("/bookings/{seat}")).await.ok();
    assert_eq!(page.attributes(".dock form", "action"), ["/api/ask-for-booking", "/api/pay-by-card"]);
    let asked = family.masha.post(&format!("/bookings/{seat}"), "ask-for-booking", &[("booking", &seat)]).await.location.unwrap();
    assert!(family.masha.get(&format!("/bookings/{seat}")).await.ok().attributes(".dock a", "href").contains(&asked));
    let ask = asked.trim_start_matches("/asks/").to_owned();
    let no = family.anna.post(&asked, "answer-ask", &[("ask", &ask), ("answer", "no"), ("reason", "Later")]).await;
    assert_eq!(no.location.as_deref(), Some(asked.as_str()));
    assert!(family.masha.get(&asked).await.ok().all(".alert")[0].contains("Later"));
    for lang in ["en", "de", "uk", "tr", "ar"] {
        family.anna.get_in(lang, &asked).await.ok();
        family.anna.get_in(lang, "/me").await.ok();
    }
}

#[tokio::test]
async fn what_becomes_of_points_the_adults_say() {
    let family = Family::new().await;
    family
        .app
        .change_resort(|resort| {
            resort.pay.push(cabana::catalog::Way::Points);
            (resort.point_worth, resort.split) = (1, true);
        })
        .await;
    let stay = family.app.stay(ANNA).await.0.to_string();
    let last = family.tomorrow.plus(3).to_string();
    let form = [("stay", stay.as_str()), ("points", "5000"), ("last", last.as_str()), ("note", "a birthday"), ("intent", "00112233445566778899")];
    family.app.staff("desk").await.call("staff-give-points", &form).await.ok();
    let id = family.seat(0).await.to_string();
    let keep = [("booking", id.as_str()), ("keep", "yes")];
    assert!(matches!(family.masha.call("keep-points", &keep).await.json(), BookingRefusal::OtherWay), "children look, adults decide");
    let data: BookingData = family.masha.read("booking-details", &[("id", &id)]).await.ok().json();
    assert!(data.pay.points.is_none(), "and nobody offers them what they may not");
    family.anna.call("keep-points", &keep).await.ok();
    // All of it is paid: nothing goes on the bill, and nothing is counted as her day.
    family.cap("0").await;
    family.masha.call("confirm", &[("booking", &id), ("expected", "0")]).await.ok();
    assert_eq!(family.spent().await, 0);
    family.app.sums_are_even().await;

    // A card that is being asked was told a sum; and what an adult was asked for may become less until they say yes.
    let id = family.seat(1).await.to_string();
    let asked = family.ask(id.parse().unwrap()).await.to_string();
    let keep = [("booking", id.as_str()), ("keep", "yes")];
    family.app.run("UPDATE points SET remaining = 500, given = given - remaining + 500").await;
    family.anna.call("keep-points", &keep).await.ok();
    assert!(matches!(family.masha.call("keep-points", &[("booking", &id)]).await.json(), BookingRefusal::OtherWay));
    family.dmitri.call("answer-ask", &[("ask", &asked), ("answer", "yes")]).await.ok();
    let data: BookingData = family.masha.read("booking-details", &[("id", &id)]).await.ok().json();
    assert_eq!((data.state, data.pay.in_points, data.pay.owed), (BookingState::Confirmed, 500, 400));
    family.app.sums_are_even().await;
}
