//! What comes back after a booking was to take place: `POST /api/staff-missed` with its money (RULES K8 to K10, X1, X10), and
//! the money back that a guest asks for, `POST /api/ask-money-back` (X5, X13).

use crate::helpers::{ANNA, Answer, Client, JAMES, LAYLA, TestApp};
use crate::pay::at_the_acquirer;
use cabana::base::Day;
use cabana::booking::{BookingData, BookingRefusal, BookingState, CheckInAnswer, Guarantee};
use cabana::catalog::{NoShow, Way};
use cabana::notices::{Notice, NoticeLine};
use cabana::orders::Bill;
use cabana::payments::{Because, Step};
use cabana::server::Keys;
use cabana::staff::{AskedBack, MoneyRefusal, MoneySheet};
use reqwest::StatusCode;

/// James and his wife go on a boat from eleven to twelve tomorrow, for 18.00 each; half is kept from nine on.
pub struct Trip {
    pub app: TestApp,
    day: Day,
    session: i64,
    pub james: Client,
    pub id: String,
    /// The tickets of both.
    codes: Vec<String>,
}

pub const TOTAL: i64 = 3600;
pub const HOUR: i64 = 3600;

/// How it is paid.
#[derive(Clone, Copy, PartialEq)]
pub enum Paid {
    Room,
    Card,
    Cash,
}

impl Trip {
    async fn booked(paid: Paid, no_show: NoShow, guarantee_days: i64) -> Trip {
        let app = TestApp::new().await;
        promise(&app, no_show, guarantee_days).await;
        Trip::of(app, paid).await
    }

    /// What it costs is a deposit.
    pub async fn with_deposit(paid: Paid) -> Trip {
        let app = TestApp::new().await;
        promise(&app, NoShow::Keep, 0).await;
        app.change_offer("glass-boat", |offer| offer.policy.as_mut().unwrap().deposit = true).await;
        Trip::of(app, paid).await
    }

    async fn of(app: TestApp, paid: Paid) -> Trip {
        app.change_resort(|resort| resort.pay = Way::ALL.to_vec()).await;
        let day = app.at(1, "10:00").await.plus(1);
        let session = app.session("glass-boat", day).await;
        let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
        let at = format!("/sessions/{session}");
        let id = match paid {
            Paid::Room => james.book(&at, &people, &[]).await,
            Paid::Card => {
                let id: i64 = james.hold(&at, &people, &[]).await.ok().json();
                let page: String = james.call("pay-by-card", &[("booking", &id.to_string()), ("intent", &Keys::token())]).await.ok().json();
                at_the_acquirer(&james, &page, &[("card", "approve")]).await;
                id
            }
            Paid::Cash => {
                let id: i64 = james.hold(&at, &people, &[]).await.ok().json();
                let (booking, intent) = (id.to_string(), Keys::token());
                james.call("pay-at-desk", &[("booking", &booking), ("expected", "3600")]).await.ok();
                let form = [("kind", "booking"), ("id", booking.as_str()), ("amount", "36"), ("method", "cash"), ("intent", intent.as_str())];
                app.staff("desk").await.call("staff-take-payment", &form).await.ok();
                id
            }
        };
        let codes: Vec<String> = sqlx::query_scalar("SELECT code FROM participants WHERE booking_id = $1 ORDER BY id")
            .bind(id)
            .fetch_all(app.house.database.readers())
            .await
            .unwrap();
        Trip { app, day, session, james, id: id.to_string(), codes }
    }

    /// To a time on the day of the trip.
    pub async fn at(&self, wall: &str) {
        self.app.at_day(self.day, wall).await;
    }

    pub async fn missed(&self, which: usize, missed: bool) -> Answer {
        let form = [("code", self.codes[which].as_str()), ("missed", if missed { "true" } else { "false" })];
        self.app.staff("service").await.call("staff-missed", &form).await
    }

    pub async fn scan(&self, which: usize) -> CheckInAnswer {
        self.app.staff("service").await.call("staff-check-in", &[("code", &self.codes[which])]).await.ok().json()
    }

    pub async fn data(&self) -> BookingData {
        self.james.read("booking-details", &[("id", &self.id)]).await.ok().json()
    }

    pub async fn steps(&self) -> Vec<(Step, i64, Option<Because>)> {
        self.data().await.pay.trail.iter().map(|line| (line.step, line.amount, line.because)).collect()
    }

    pub async fn bill(&self) -> i64 {
        self.james.read("bill", &[]).await.ok().json::<Bill>().total
    }

    pub async fn returned(&self) -> i64 {
        self.app.number("SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM refunds WHERE state = 'settled'").await
    }

    async fn places(&self) -> i64 {
        self.app.number(&format!("SELECT taken FROM sessions WHERE id = {}", self.session)).await
    }

    /// What the house does about money, so much later.
    pub async fn later(&self, seconds: i64) {
        self.app.house.clock.advance(seconds);
        self.app.money().await;
    }

    /// Takes the check-in back that was made just now.
    pub async fn let_out(&self, which: usize) -> Answer {
        let seen = self.app.number(&format!("SELECT coalesce(max(checked_in_at), 0) FROM participants WHERE code = '{}'", self.codes[which])).await;
        let form = [("code", self.codes[which].clone()), ("seen", seen.to_string())];
        self.app.staff("service").await.call("staff-undo-check-in", &form.each_ref().map(|(name, value)| (*name, value.as_str()))).await
    }

    async fn ask(&self, why: &str) -> Answer {
        self.james.call("ask-money-back", &[("booking", &self.id), ("why", why)]).await
    }

    async fn asked(&self) -> Vec<AskedBack> {
        self.app.staff("desk").await.read("staff-asked-back", &[]).await.ok().json()
    }

    async fn give(&self, amount: &str, note: &str) -> Answer {
        let form = [("booking", self.id.as_str()), ("amount", amount), ("note", note)];
        self.app.staff("desk").await.call("staff-give-money-back", &form).await
    }

    async fn decline(&self, reason: &str) -> Answer {
        self.app.staff("desk").await.call("staff-decline-money-back", &[("booking", &self.id), ("reason", reason)]).await
    }
}

/// What the boats promise from now on.
async fn promise(app: &TestApp, no_show: NoShow, guarantee_days: i64) {
    app.change_offer("glass-boat", |offer| {
        let policy = offer.policy.as_mut().unwrap();
        (policy.no_show, policy.guarantee_days) = (no_show, guarantee_days);
    })
    .await;
}

#[tokio::test]
async fn who_does_not_come_has_everything_back_by_card_as_it_was_quoted() {
    let trip = Trip::booked(Paid::Card, NoShow::Refund, 0).await;
    let quoted = trip.data().await.back_if_missed;
    assert_eq!(quoted, TOTAL);
    let page = trip.james.get(&format!("/bookings/{}", trip.id)).await.ok();
    assert!(page.text.contains("If you do not come, everything comes back") && page.text.contains("If nobody of you comes"), "{}", page.text);
    // What is sold keeps to its own promise (X1).
    promise(&trip.app, NoShow::Keep, 0).await;
    trip.at("11:15").await;
    let (a, b) = tokio::join!(trip.missed(0, true), trip.missed(0, true));
    a.ok();
    b.ok();
    assert_eq!(trip.steps().await[2..], [(Step::RefundRequested, 1800, Some(Because::Missed))], "their part alone, once");
    assert_eq!(trip.places().await, 2, "nobody else comes in their place");
    trip.app.money().await;
    assert_eq!(trip.returned().await, 0, "for an hour it can be taken back");
    let history = trip.james.get(&format!("/bookings/{}", trip.id)).await.ok();
    assert!(history.text.contains("James Whitfield did not come,") && history.text.contains("because somebody did not come"), "{}", history.text);
    trip.missed(1, true).await.ok();
    trip.later(HOUR).await;
    let data = trip.data().await;
    assert_eq!((trip.returned().await, trip.bill().await, data.given), (quoted, 0, TOTAL), "as it was quoted");
    assert_eq!((data.state, trip.places().await), (BookingState::Confirmed, 2));
    trip.app.sums_are_even().await;
    // What was sent cannot be unsent: the note stays.
    assert_eq!(trip.missed(0, false).await.json::<BookingRefusal>(), BookingRefusal::GoneBack);
    assert_eq!(trip.app.number("SELECT count(*) FROM participants WHERE missed_at IS NOT NULL AND given = 1800").await, 2);
    // Late, but here: nobody is sent away, and what was sent is theirs.
    assert!(matches!(trip.scan(0).await, CheckInAnswer::Admitted { .. }));
    assert_eq!((trip.bill().await, trip.app.number("SELECT count(*) FROM staff_log WHERE deed = 'missed'").await), (0, 2));
    trip.later(HOUR).await;
    assert_eq!(trip.returned().await, TOTAL);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_note_that_is_taken_back_in_time_moves_no_money() {
    let trip = Trip::booked(Paid::Card, NoShow::Refund, 0).await;
    trip.at("11:20").await;
    trip.missed(0, true).await.ok();
    trip.app.house.clock.advance(1800);
    let (a, b) = tokio::join!(trip.missed(0, false), trip.missed(0, false));
    a.ok();
    b.ok();
    assert_eq!((trip.bill().await, trip.data().await.given), (0, 0));
    trip.later(3 * HOUR).await;
    assert_eq!((trip.returned().await, trip.app.number("SELECT count(*) FROM refunds WHERE state <> 'withdrawn'").await), (0, 0));
    assert_eq!(trip.steps().await.len(), 4, "begun and paid, to go back and not after all: nothing is deleted");
    trip.app.sums_are_even().await;
    // And said once more, it goes.
    trip.missed(0, true).await.ok();
    trip.later(HOUR).await;
    assert_eq!(trip.returned().await, 1800);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn on_the_rooms_bill_it_comes_off_and_on_again() {
    let trip = Trip::booked(Paid::Room, NoShow::Refund, 0).await;
    assert_eq!(trip.bill().await, TOTAL);
    trip.at("11:15").await;
    for _ in 0..3 {
        trip.missed(0, true).await.ok();
        assert_eq!(trip.bill().await, 1800);
        trip.missed(0, false).await.ok();
        assert_eq!(trip.bill().await, TOTAL);
        trip.app.sums_are_even().await;
    }
    trip.missed(0, true).await.ok();
    trip.missed(1, true).await.ok();
    assert_eq!((trip.bill().await, trip.returned().await), (0, 0));
    // The desk settles the rest from now on.
    let cancel = trip.james.call("cancel-booking", &[("booking", &trip.id), ("expected_fee", "0")]).await;
    assert_eq!(cancel.json::<BookingRefusal>(), BookingRefusal::Settled);
    assert!(!trip.data().await.can_cancel);
    assert!(matches!(trip.scan(1).await, CheckInAnswer::Admitted { .. }));
    assert_eq!(trip.bill().await, 1800, "who comes after all pays");
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_policy_may_keep_what_a_cancellation_would_or_all_of_it() {
    for (no_show, back) in [(NoShow::Policy, 1800), (NoShow::Keep, 0)] {
        let trip = Trip::booked(Paid::Card, no_show, 0).await;
        assert_eq!(trip.data().await.back_if_missed, back, "{no_show:?}");
        trip.at("11:15").await;
        trip.missed(0, true).await.ok();
        trip.missed(1, true).await.ok();
        trip.later(HOUR).await;
        assert_eq!((trip.returned().await, trip.bill().await), (back, 0), "{no_show:?}");
        trip.app.sums_are_even().await;
        // Where nothing went out, the note is taken back at any time.
        assert_eq!(trip.missed(0, false).await.status.is_success(), back == 0, "{no_show:?}");
        trip.app.sums_are_even().await;
    }
}

#[tokio::test]
async fn what_was_paid_in_cash_waits_at_the_desk_and_can_be_kept_until_it_is_handed_out() {
    let trip = Trip::booked(Paid::Cash, NoShow::Refund, 0).await;
    trip.at("11:15").await;
    let desk = trip.app.staff("desk").await;
    let waiting = async || desk.read("staff-money", &[]).await.ok().json::<MoneySheet>().back;
    trip.missed(0, true).await.ok();
    assert_eq!(waiting().await.iter().map(|back| back.amount).collect::<Vec<_>>(), [1800]);
    trip.missed(0, false).await.ok();
    assert!(waiting().await.is_empty());
    trip.missed(0, true).await.ok();
    let first = waiting().await[0].id.to_string();
    desk.call("staff-give-back", &[("refund", &first)]).await.ok();
    trip.missed(1, true).await.ok();
    assert_eq!(trip.missed(0, false).await.json::<BookingRefusal>(), BookingRefusal::GoneBack);
    trip.missed(1, false).await.ok();
    assert_eq!((trip.returned().await, trip.bill().await, waiting().await.len()), (1800, 0, 0));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn who_was_to_pay_at_the_desk_pays_when_they_come_after_all() {
    let trip = Trip::booked(Paid::Room, NoShow::Refund, 0).await;
    let day = trip.day.plus(1);
    let at = format!("/sessions/{}", trip.app.session("glass-boat", day).await);
    let id: i64 = trip.james.hold(&at, &trip.app.people(JAMES).await[..1], &[]).await.ok().json();
    trip.james.call("pay-at-desk", &[("booking", &id.to_string()), ("expected", "1800")]).await.ok();
    let code = trip.app.code(id).await;
    trip.app.at_day(day, "11:15").await;
    let service = trip.app.staff("service").await;
    service.call("staff-missed", &[("code", &code), ("missed", "true")]).await.ok();
    let owed = async || trip.app.number(&format!("SELECT sum(amount) FROM folio_lines WHERE subject_id = {id} AND subject = 'booking'")).await;
    assert_eq!(owed().await, 0);
    let answer: CheckInAnswer = service.call("staff-check-in", &[("code", &code)]).await.ok().json();
    assert!(matches!(answer, CheckInAnswer::MustPay { owed: 1800, .. }), "{answer:?}");
    assert_eq!(owed().await, 0, "until then nothing has changed");
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn what_the_package_paid_comes_back_and_is_used_up_again() {
    for (no_show, left) in [(NoShow::Refund, 1), (NoShow::Keep, 0)] {
        let app = TestApp::new().await;
        let day = app.at(1, "06:00").await;
        promise(&app, no_show, 0).await;
        let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
        let at = format!("/sessions/{}", app.session("glass-boat", day).await);
        let id = anna.book(&at, &people[..2], &[]).await;
        let used = async || app.number("SELECT CAST(coalesce(sum(used), 0) AS BIGINT) FROM included_used WHERE item = 'glass-boat'").await;
        assert_eq!((used().await, app.number("SELECT count(*) FROM participants WHERE included = 1").await), (2, 2));
        app.at_day(day, "11:15").await;
        let (code, service) = (app.code(id).await, app.staff("service").await);
        let missed = async |missed: &str| service.call("staff-missed", &[("code", &code), ("missed", missed)]).await;
        missed("true").await.ok();
        assert_eq!(used().await, 2 - left, "{no_show:?}");
        missed("true").await.ok();
        missed("false").await.ok();
        assert_eq!(used().await, 2);
        missed("true").await.ok();
        app.sums_are_even().await;
        // The visit that came back goes to another boat, and then the note stays.
        let next = format!("/sessions/{}", app.session("glass-boat", day.plus(1)).await);
        let other = anna.book(&next, &people[..1], &[]).await;
        let paid = app.number(&format!("SELECT total FROM bookings WHERE id = {other}")).await;
        assert_eq!(paid == 0, left == 1, "{no_show:?}");
        let undone = missed("false").await;
        if left == 1 {
            assert_eq!(undone.json::<BookingRefusal>(), BookingRefusal::GoneBack);
        } else {
            undone.ok();
        }
        app.sums_are_even().await;
    }
}

#[tokio::test]
async fn what_the_resort_calls_off_gives_back_the_rest() {
    for sent in [false, true] {
        let trip = Trip::booked(Paid::Card, NoShow::Refund, 0).await;
        trip.at("11:15").await;
        trip.missed(0, true).await.ok();
        if sent {
            due_now(&trip.app).await;
            trip.app.money().await;
            assert_eq!(trip.returned().await, 1800);
        }
        let (what, choice, seen) = (format!("session/{}", trip.session), format!("choices[{}]", trip.id), format!("seen[{}]", trip.id));
        let form = [("what", what.as_str()), ("intent", &Keys::token()), ("reason", "Wind"), (&choice, "cancel"), (&seen, "0")];
        trip.app.staff("desk").await.call("staff-close", &form).await.ok();
        trip.later(HOUR).await;
        assert_eq!((trip.returned().await, trip.bill().await), (TOTAL, 0), "{sent}");
        trip.app.sums_are_even().await;
    }
}

/// What goes back is due at once.
async fn due_now(app: &TestApp) {
    app.run("UPDATE refunds SET due_at = requested_at").await;
}

#[tokio::test]
async fn one_who_comes_may_still_leave_and_one_who_did_not_may_not() {
    let trip = Trip::booked(Paid::Room, NoShow::Refund, 0).await;
    trip.at("11:15").await;
    trip.missed(0, true).await.ok();
    let people = trip.app.people(JAMES).await;
    let leave = async |guest: i64, fee: &str| {
        let form = [("booking", trip.id.as_str()), ("guest", &guest.to_string()), ("expected_fee", fee)];
        trip.james.call("cancel-participant", &form).await
    };
    assert_eq!(leave(people[0], "1800").await.json::<BookingRefusal>(), BookingRefusal::Settled);
    leave(people[1], "1800").await.ok();
    assert_eq!(trip.bill().await, 1800, "once it has begun all of theirs is kept");
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn money_is_asked_back_in_time_and_only_where_that_was_promised() {
    let trip = Trip::booked(Paid::Card, NoShow::Keep, 0).await;
    trip.at("12:00").await;
    assert_eq!(trip.data().await.guarantee, None);
    assert_eq!(trip.ask("").await.json::<BookingRefusal>(), BookingRefusal::NoGuarantee);

    let trip = Trip::booked(Paid::Card, NoShow::Keep, 2).await;
    promise(&trip.app, NoShow::Keep, 0).await;
    let (anna, none) = (trip.app.guest(ANNA).await, trip.app.visitor());
    let open = Some(Guarantee::Open { until: trip.day.plus(2) });
    for (wall, may) in [("10:59", false), ("11:59", false), ("12:00", true)] {
        trip.at(wall).await;
        assert_eq!(trip.data().await.guarantee, open.clone().filter(|_| may), "{wall}");
        if !may {
            assert_eq!(trip.ask("").await.json::<BookingRefusal>(), BookingRefusal::NoGuarantee, "{wall}");
        }
    }
    // Who was let in need not wait for the end.
    trip.at("11:30").await;
    assert!(matches!(trip.scan(0).await, CheckInAnswer::Admitted { .. }));
    assert_eq!(trip.data().await.guarantee, open);
    trip.app.at_day(trip.day.plus(2), "23:59").await;
    let page = trip.james.get(&format!("/bookings/{}", trip.id)).await.ok();
    assert!(page.text.contains("Ask for the money back"), "{}", page.text);
    trip.app.at_day(trip.day.plus(3), "00:00").await;
    assert_eq!(trip.ask("").await.json::<BookingRefusal>(), BookingRefusal::NoGuarantee, "the last day was the one before");
    trip.app.at_day(trip.day.plus(2), "23:59").await;
    for stranger in [&anna, &none] {
        let status = stranger.call("ask-money-back", &[("booking", &trip.id)]).await.status;
        assert!([StatusCode::NOT_FOUND, StatusCode::UNAUTHORIZED].contains(&status), "{status}");
    }
    assert_eq!(trip.ask(&"x".repeat(201)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (a, b) = tokio::join!(trip.ask("Fog all the way"), trip.ask("Fog all the way"));
    a.ok();
    b.ok();
    trip.ask("And rain").await.ok();
    let asked = trip.asked().await;
    assert_eq!(asked.iter().map(|one| (&*one.why, one.left, one.came)).collect::<Vec<_>>(), [("Fog all the way", TOTAL, 1)], "once");
    assert_eq!(trip.data().await.guarantee, Some(Guarantee::Asked));
    assert!(trip.app.staff("desk").await.get("/staff/money").await.ok().text.contains("Fog all the way"));
    assert_eq!(trip.returned().await, 0, "nothing moves before the desk has answered");
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn the_desk_gives_back_all_of_it_once() {
    let trip = Trip::booked(Paid::Card, NoShow::Keep, 2).await;
    assert_eq!(trip.give("", "").await.json::<MoneyRefusal>(), MoneyRefusal::Changed, "nobody has asked");
    trip.at("12:30").await;
    trip.ask("").await.ok();
    assert!(matches!(trip.give("36.01", "").await.json::<MoneyRefusal>(), MoneyRefusal::Fault(_)), "never more than was paid");
    let (a, b) = tokio::join!(trip.give("", ""), trip.give("", ""));
    assert_eq!([&a, &b].into_iter().filter(|answer| answer.status.is_success()).count(), 1, "{a:?} {b:?}");
    assert_eq!(trip.give("36", "").await.json::<MoneyRefusal>(), MoneyRefusal::Changed);
    assert_eq!(trip.decline("No").await.json::<MoneyRefusal>(), MoneyRefusal::Changed);
    assert_eq!(trip.steps().await[2..], [(Step::RefundRequested, TOTAL, Some(Because::Guarantee))]);
    trip.app.money().await;
    let data = trip.data().await;
    assert_eq!((trip.returned().await, trip.bill().await, data.state, trip.places().await), (TOTAL, 0, BookingState::Confirmed, 2), "it took place");
    assert_eq!(data.guarantee, Some(Guarantee::Given { amount: TOTAL, note: String::new() }));
    let told: Vec<NoticeLine> = trip.james.read("notices", &[]).await.ok().json();
    assert_eq!(told.iter().filter(|line| matches!(line.notice, Notice::MoneyGiven { amount: TOTAL, .. })).count(), 1);
    assert_eq!(trip.app.number("SELECT count(*) FROM staff_log WHERE deed = 'money_given'").await, 1);
    trip.ask("").await.ok();
    assert!(trip.asked().await.is_empty());
    // Nothing is left to come back to somebody who did not come.
    trip.missed(0, true).await.ok();
    trip.later(HOUR).await;
    assert_eq!(trip.returned().await, TOTAL);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn the_desk_gives_back_less_with_a_note_and_never_more_than_is_left() {
    let trip = Trip::booked(Paid::Card, NoShow::Refund, 2).await;
    trip.at("11:15").await;
    trip.missed(0, true).await.ok();
    trip.at("12:30").await;
    trip.ask("Too cold").await.ok();
    assert_eq!(trip.asked().await[0].left, 1800, "the other half goes back already");
    assert_eq!(trip.give("9", "").await.json::<MoneyRefusal>(), MoneyRefusal::NoteNeeded { owed: 1800 });
    assert!(matches!(trip.give("18.01", "All").await.json::<MoneyRefusal>(), MoneyRefusal::Fault(_)));
    trip.give("9", "Half of the way was fine").await.ok();
    assert_eq!(trip.data().await.guarantee, Some(Guarantee::Given { amount: 900, note: "Half of the way was fine".to_owned() }));
    // Within the hour the other note can still be taken back: what was given on asking stays.
    trip.app.run("UPDATE refunds SET due_at = due_at + 86400 WHERE reason = 'missed'").await;
    trip.missed(0, false).await.ok();
    trip.later(HOUR).await;
    assert_eq!((trip.returned().await, trip.bill().await, trip.data().await.given), (900, 0, 900));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn on_the_rooms_bill_the_guarantee_is_a_line_of_it() {
    let trip = Trip::booked(Paid::Room, NoShow::Keep, 1).await;
    trip.at("12:30").await;
    trip.ask("").await.ok();
    trip.give("", "").await.ok();
    assert_eq!((trip.bill().await, trip.app.number("SELECT count(*) FROM refunds").await), (0, 0));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn the_desk_declines_with_a_reason_that_the_guest_reads() {
    let trip = Trip::booked(Paid::Card, NoShow::Keep, 1).await;
    trip.at("12:30").await;
    trip.ask("The sea was wet").await.ok();
    assert!(matches!(trip.decline("").await.json::<MoneyRefusal>(), MoneyRefusal::Fault(_)), "not without a reason");
    trip.decline("The boat went as it was sold").await.ok();
    assert_eq!(trip.give("", "").await.json::<MoneyRefusal>(), MoneyRefusal::Changed);
    let reason = "The boat went as it was sold".to_owned();
    assert_eq!(trip.data().await.guarantee, Some(Guarantee::Declined { reason: reason.clone() }));
    let told: Vec<NoticeLine> = trip.james.read("notices", &[]).await.ok().json();
    assert!(told.iter().any(|line| matches!(&line.notice, Notice::MoneyDeclined { reason: told, .. } if *told == reason)));
    trip.later(HOUR).await;
    assert_eq!((trip.returned().await, trip.bill().await), (0, 0));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn service_may_say_who_did_not_come_and_only_the_desk_gives_money() {
    let trip = Trip::booked(Paid::Card, NoShow::Keep, 1).await;
    trip.at("12:30").await;
    trip.ask("").await.ok();
    let (service, layla) = (trip.app.staff("service").await, trip.app.guest(LAYLA).await);
    for (client, status) in [(&service, StatusCode::FORBIDDEN), (&layla, StatusCode::UNAUTHORIZED)] {
        assert_eq!(client.call("staff-give-money-back", &[("booking", &trip.id)]).await.status, status);
    }
    assert_eq!(trip.asked().await.len(), 1);
}
