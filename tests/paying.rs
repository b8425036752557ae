//! Places while somebody pays for them: how long they wait, and what becomes of money that comes too late (RULES H3 to H7).

use crate::helpers::{ANNA, JAMES, LAYLA, TestApp};
use cabana::base::BookingId;
use cabana::booking::store::{self, Who};
use cabana::booking::{BookingData, BookingRefusal, BookingState, Deed};

/// The stay of a reference, and a hold of its.
struct Payer<'a> {
    app: &'a TestApp,
    who: Who,
    id: BookingId,
}

impl<'a> Payer<'a> {
    async fn of(app: &'a TestApp, reference: &str, id: i64) -> Payer<'a> {
        let stay = app.stay(reference).await;
        let mut conn = app.house.database.readers().acquire().await.unwrap();
        Payer { app, who: store::who_of(&mut conn, stay).await.unwrap(), id: BookingId(id) }
    }

    async fn begin(&self) -> Result<i64, BookingRefusal> {
        let (shelf, mut tx) = (self.app.shelf().await, self.app.house.begin().await.unwrap());
        let until = store::begin_payment(&mut tx, &shelf, &self.who, self.id).await?;
        tx.commit().await.unwrap();
        Ok(until)
    }

    async fn fail(&self) -> Option<i64> {
        let (shelf, mut tx) = (self.app.shelf().await, self.app.house.begin().await.unwrap());
        let until = store::payment_failed(&mut tx, &shelf, &self.who, self.id).await.unwrap();
        tx.commit().await.unwrap();
        until
    }

    /// The money is there: the places are taken again if they have to be, and booked.
    async fn paid(&self) -> Result<(), BookingRefusal> {
        let (shelf, mut tx) = (self.app.shelf().await, self.app.house.begin().await.unwrap());
        store::retake(&mut tx, &shelf, &self.who, self.id).await?;
        store::confirm(&mut tx, &shelf, &self.who, self.id, None, false).await?;
        tx.commit().await.unwrap();
        Ok(())
    }

    fn now(&self) -> i64 {
        self.app.house.clock.now()
    }

    async fn until(&self) -> i64 {
        self.app.number(&format!("SELECT hold_until FROM bookings WHERE id = {}", self.id)).await
    }

    /// To a second counted from the last one of the hold.
    async fn to_the_end(&self, seconds: i64) {
        let until = self.until().await;
        self.app.house.clock.advance(until + seconds - self.now());
    }
}

/// A boat with so many places, at eleven tomorrow.
async fn boat(app: &TestApp, places: i64) -> String {
    let day = app.at(1, "10:00").await.plus(1);
    let session = app.session("glass-boat", day).await;
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET capacity = $2 WHERE id = $1").bind(session).bind(places).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    format!("/sessions/{session}")
}

#[tokio::test]
async fn payment_begun_in_time_has_one_while_longer() {
    let app = TestApp::new().await;
    let at = boat(&app, 20).await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id: i64 = james.hold(&at, &people, &[]).await.ok().json();
    let payer = Payer::of(&app, JAMES, id).await;
    let first = payer.until().await;
    assert_eq!(payer.begin().await, Ok(first), "early on there is time enough");
    assert_eq!(payer.fail().await, Some(first));

    payer.to_the_end(0).await;
    assert_eq!(payer.begin().await, Ok(first + 600));
    let id: i64 = james.hold(&at, &people[..1], &[]).await.ok().json();
    let payer = Payer::of(&app, JAMES, id).await;
    assert_eq!(payer.until().await, first + 600, "changing who goes keeps the deadline");
    payer.to_the_end(0).await;
    assert_eq!(payer.begin().await, Ok(first + 600), "whoever changes the hold has had their while");

    let layla = app.guest(LAYLA).await;
    let id: i64 = layla.hold(&at, &app.people(LAYLA).await[..1], &[]).await.ok().json();
    let payer = Payer::of(&app, LAYLA, id).await;
    // The last second is inside.
    payer.to_the_end(0).await;
    let until = payer.now() + 600;
    assert_eq!(payer.begin().await, Ok(until));
    app.house.clock.advance(300);
    assert_eq!(payer.begin().await, Ok(until), "again prolongs nothing");
    assert_eq!(payer.fail().await, Some(payer.now() + 600), "there is time for another attempt");
    let until = payer.until().await;
    assert_eq!(payer.fail().await, Some(until), "the same failure told twice");
    payer.to_the_end(-10).await;
    assert_eq!(payer.begin().await, Ok(until));
    assert_eq!(payer.fail().await, Some(until), "and only once");
    let data: BookingData = layla.read("booking-details", &[("id", &id.to_string())]).await.ok().json();
    assert_eq!((data.state, data.hold_until), (BookingState::Held, Some(until)));
    assert!(data.facts.iter().any(|fact| matches!(fact.deed, Deed::NotPaid { .. })));
    payer.to_the_end(1).await;
    assert!(matches!(payer.begin().await, Err(BookingRefusal::Expired { .. })), "before any money moves");
    assert_eq!(payer.fail().await, None);
    app.sums_are_even().await;
}

#[tokio::test]
async fn nobody_pays_beyond_the_start() {
    let app = TestApp::new().await;
    let day = app.at(1, "10:40").await;
    let at = format!("/sessions/{}", app.session("glass-boat", day).await);
    let layla = app.guest(LAYLA).await;
    let id: i64 = layla.hold(&at, &app.people(LAYLA).await[..1], &[]).await.ok().json();
    let payer = Payer::of(&app, LAYLA, id).await;
    app.at_day(day, "10:54").await;
    let start = app.shelf().await.time.instant(day, cabana::base::WallTime::parse("11:00").unwrap());
    assert_eq!(payer.begin().await, Ok(start));
}

#[tokio::test]
async fn what_is_paid_late_is_had_all_the_same_while_there_is_room() {
    let app = TestApp::new().await;
    let at = boat(&app, 2).await;
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let id: i64 = anna.hold(&at, &people[..2], &[]).await.ok().json();
    let (payer, ticket) = (Payer::of(&app, ANNA, id).await, app.code(id).await);
    let used = async || app.number("SELECT CAST(coalesce(sum(used), 0) AS BIGINT) FROM included_used").await;
    let had = used().await;
    payer.begin().await.unwrap();
    payer.to_the_end(1).await;
    // Somebody looks, and what lapsed is tidied; or nobody does.
    app.guest(JAMES).await.hold(&at, &app.people(JAMES).await[..1], &[("expected", "1")]).await;
    payer.paid().await.unwrap();
    let data: BookingData = anna.read("booking-details", &[("id", &id.to_string())]).await.ok().json();
    assert_eq!((data.state, used().await), (BookingState::Confirmed, had));
    assert!(data.facts.iter().any(|fact| fact.deed == Deed::Retaken));
    assert_ne!(app.code(id).await, ticket, "the tickets that ended stay ended");
    assert!(matches!(payer.paid().await, Err(BookingRefusal::NotNow(BookingState::Confirmed))));
    assert_eq!(app.number("SELECT sum(taken) FROM sessions").await, 2);
    app.sums_are_even().await;
}

#[tokio::test]
async fn what_others_have_by_now_or_wait_for_is_not_taken_from_them() {
    let app = TestApp::new().await;
    let at = boat(&app, 1).await;
    let (james, his) = (app.guest(JAMES).await, app.people(JAMES).await);
    let (anna, hers) = (app.guest(ANNA).await, app.people(ANNA).await);
    let (layla, theirs) = (app.guest(LAYLA).await, app.people(LAYLA).await);

    let id: i64 = james.hold(&at, &his[..1], &[]).await.ok().json();
    let payer = Payer::of(&app, JAMES, id).await;
    payer.begin().await.unwrap();
    payer.to_the_end(1).await;
    let hers_now = anna.book(&at, &hers[..1], &[]).await;
    assert!(matches!(payer.paid().await, Err(BookingRefusal::JustTaken { .. } | BookingRefusal::Full { .. })));
    app.sums_are_even().await;

    anna.call("cancel-booking", &[("booking", &hers_now.to_string()), ("expected_fee", "0")]).await.ok();
    let id: i64 = james.hold(&at, &his[..1], &[]).await.ok().json();
    let payer = Payer::of(&app, JAMES, id).await;
    payer.begin().await.unwrap();
    let form = [("at", &*at), (&*format!("guests[{}]", theirs[0]), "on"), ("intent", "a-form-of-the-waitlist")];
    layla.call("join-waitlist", &form).await.ok();
    payer.to_the_end(1).await;
    assert!(matches!(payer.paid().await, Err(BookingRefusal::JustTaken { .. } | BookingRefusal::Full { .. })), "whoever waits comes first");
    app.sums_are_even().await;

    // What lapsed without anybody paying for it is not taken again.
    let at = boat(&app, 5).await;
    let id: i64 = james.hold(&at, &his[1..2], &[]).await.ok().json();
    let payer = Payer::of(&app, JAMES, id).await;
    payer.to_the_end(1).await;
    assert_eq!(payer.paid().await, Err(BookingRefusal::NotNow(BookingState::Lapsed)));
}

#[tokio::test]
async fn whoever_has_something_else_by_now_gets_the_money_back() {
    let app = TestApp::new().await;
    let at = boat(&app, 5).await;
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let id: i64 = james.hold(&at, &people[..1], &[]).await.ok().json();
    let payer = Payer::of(&app, JAMES, id).await;
    payer.begin().await.unwrap();
    payer.to_the_end(1).await;
    let again: i64 = james.hold(&at, &people[..1], &[]).await.ok().json();
    assert!(matches!(payer.paid().await, Err(BookingRefusal::AlreadyGoing { .. })));
    james.call("release", &[("booking", &again.to_string())]).await.ok();
    james.hold(&at, &people[1..2], &[]).await.ok();
    assert_eq!(payer.paid().await, Err(BookingRefusal::NotNow(BookingState::Held)), "they are choosing anew");
    app.sums_are_even().await;
}
