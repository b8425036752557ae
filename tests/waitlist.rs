//! The waitlist: `POST /api/join-waitlist`, `POST /api/leave-waitlist`, and who is next when places become free.

use crate::helpers::{ANNA, Answer, Client, JAMES, LAYLA, TestApp};
use cabana::base::Day;
use cabana::booking::desk::DeskLines;
use cabana::booking::{BookingData, BookingRefusal, BookingState, LineRow, SlotData, SlotState};
use cabana::notices::{Notice, NoticeLine};
use cabana::server::Keys;
use reqwest::StatusCode;

/// Joins a line; `more` are further fields of the form.
pub async fn join(client: &Client, at: &str, people: &[i64], more: &[(&str, &str)]) -> Answer {
    let mut form: Vec<(String, String)> = vec![("at".into(), at.into()), ("intent".into(), Keys::token())];
    form.extend(people.iter().map(|id| (format!("guests[{id}]"), "on".to_owned())));
    form.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    client.call("join-waitlist", &form).await
}

/// The boat at 11:00 on the day after the next has one place, and James has it.
struct Boat {
    app: TestApp,
    day: Day,
    at: String,
    james: Client,
    anna: Client,
    layla: Client,
    /// The lead of each.
    leads: [i64; 3],
    booking: i64,
}

const FREE: [(&str, &str); 1] = [("expected_fee", "0")];

impl Boat {
    async fn full() -> Boat {
        let app = TestApp::new().await;
        let day = app.at(1, "10:00").await.plus(1);
        let session = app.session("glass-boat", day).await;
        room(&app, session, 1).await;
        let at = format!("/sessions/{session}");
        let leads = [app.people(JAMES).await[0], app.people(ANNA).await[0], app.people(LAYLA).await[0]];
        let (james, anna, layla) = (app.guest(JAMES).await, app.guest(ANNA).await, app.guest(LAYLA).await);
        let booking = james.book(&at, &leads[..1], &[]).await;
        Boat { app, day, at, james, anna, layla, leads, booking }
    }

    /// James cancels; the boat is in the distance, so that it costs nothing.
    async fn james_cancels(&self) {
        let id = self.booking.to_string();
        self.james.call("cancel-booking", &[&[("booking", id.as_str())], &FREE[..]].concat()).await.ok();
    }

    async fn anna_waits(&self, more: &[(&str, &str)]) -> i64 {
        join(&self.anna, &self.at, &self.leads[1..2], more).await.ok().json()
    }

    async fn layla_waits(&self) -> i64 {
        join(&self.layla, &self.at, &self.leads[2..], &[]).await.ok().json()
    }

    async fn slot(&self, client: &Client) -> SlotData {
        client.read("slot-details", &[("at", &self.at)]).await.ok().json()
    }

    /// The states of all entries, in the order in which they joined.
    async fn states(&self) -> Vec<String> {
        sqlx::query_scalar("SELECT state FROM waitlist ORDER BY id").fetch_all(self.app.house.database.readers()).await.unwrap()
    }

    /// The booking that was offered to whoever waits in this entry.
    async fn offer(&self, entry: i64) -> i64 {
        self.app.number(&format!("SELECT booking_id FROM waitlist WHERE id = {entry}")).await
    }
}

async fn room(app: &TestApp, session: i64, capacity: i64) {
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET capacity = $2 WHERE id = $1").bind(session).bind(capacity).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn told(client: &Client) -> Vec<Notice> {
    let lines: Vec<NoticeLine> = client.read("notices", &[]).await.ok().json();
    lines.into_iter().map(|line| line.notice).collect()
}

async fn details(client: &Client, booking: i64) -> BookingData {
    client.read("booking-details", &[("id", &booking.to_string())]).await.ok().json()
}

#[tokio::test]
async fn a_place_given_back_is_offered_to_whoever_waits_and_to_nobody_else() {
    let boat = Boat::full().await;
    let entry = boat.anna_waits(&[]).await;
    let slot = boat.slot(&boat.anna).await;
    assert_eq!((slot.state.clone(), slot.line.waiting, slot.line.yours.len()), (SlotState::Full, 1, 1));
    assert_eq!(slot.line.yours[0].place, 1);
    assert_eq!(boat.anna_waits(&[]).await, entry, "the same people once more are the same entry");
    boat.james_cancels().await;
    assert_eq!(boat.states().await, ["offered"]);
    let taken = boat.layla.hold(&boat.at, &boat.leads[2..], &[]).await;
    assert!(matches!(taken.json(), BookingRefusal::JustTaken { .. }), "{}", taken.text);
    boat.app.sums_are_even().await;

    let id = boat.offer(entry).await;
    let offer = details(&boat.anna, id).await;
    assert!(offer.from_waitlist && offer.state == BookingState::Held && offer.hold_seconds == 1800);
    assert_eq!(offer.hold_until.map(|until| until - offer.now), Some(1800));
    let notice = told(&boat.anna).await.into_iter().next().unwrap();
    assert!(matches!(notice, Notice::PlaceOffered { total, .. } if total == offer.total), "the price is in the offer");
    let page = boat.anna.get(&format!("/bookings/{id}")).await.ok();
    assert!(page.text.contains("То, чего вы ждали, свободно"), "{}", page.text);

    boat.anna.confirm(id).await.ok();
    assert_eq!(boat.states().await, ["accepted"]);
    assert_eq!(boat.app.number("SELECT count(*) FROM timeline WHERE fact = 'offered' AND actor = 'house'").await, 1);
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn nobody_waits_for_what_can_be_had() {
    let boat = Boat::full().await;
    let free = format!("/sessions/{}", boat.app.session("glass-boat", boat.day.plus(1)).await);
    assert_eq!(join(&boat.anna, &free, &boat.leads[1..2], &[]).await.json::<BookingRefusal>(), BookingRefusal::Room);
    // Fewer places than people is a reason to wait.
    let next = boat.app.session("glass-boat", boat.day.plus(1)).await;
    room(&boat.app, next, 2).await;
    let family = boat.app.people(ANNA).await;
    join(&boat.anna, &free, &family[..3], &[]).await.ok();
    assert_eq!(join(&boat.anna, &free, &[], &[]).await.json::<BookingRefusal>(), BookingRefusal::NobodyChosen);
    let stranger = join(&boat.anna, &boat.at, &boat.leads[2..], &[]).await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND, "only people of the own party");
    let going = join(&boat.james, &boat.at, &boat.leads[..1], &[]).await;
    assert!(matches!(going.json(), BookingRefusal::AlreadyGoing { .. }));
    let wrong = join(&boat.anna, &boat.at, &boat.leads[1..2], &[("auto", "on"), ("most", "a lot")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn one_form_sent_twice_is_one_entry_and_its_key_serves_no_other_wish() {
    let boat = Boat::full().await;
    let form = |who: i64| {
        [("at".to_owned(), boat.at.clone()), ("intent".to_owned(), "0123456789abcdef0123".to_owned()), (format!("guests[{who}]"), "on".to_owned())]
    };
    let send = async |who: i64| {
        let form = form(who);
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        boat.anna.call("join-waitlist", &form).await
    };
    let (first, second) = tokio::join!(send(boat.leads[1]), send(boat.leads[1]));
    assert_eq!(first.ok().json::<i64>(), second.ok().json::<i64>());
    let other = boat.app.people(ANNA).await[1];
    assert_eq!(send(other).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(boat.states().await, ["waiting"]);
}

#[tokio::test]
async fn a_hold_that_runs_out_goes_to_whoever_waits_before_anybody_sees_it() {
    let boat = Boat::full().await;
    boat.james_cancels().await;
    boat.layla.hold(&boat.at, &boat.leads[2..], &[]).await.ok();
    boat.anna_waits(&[]).await;
    boat.app.house.clock.advance(15 * 60 + 1);
    // Nobody has tidied anything yet, and it is not free all the same.
    assert_eq!(boat.slot(&boat.james).await.state, SlotState::Full);
    let refused = boat.james.hold(&boat.at, &boat.leads[..1], &[]).await;
    assert!(matches!(refused.json(), BookingRefusal::JustTaken { .. }));
    // What a refusal wrote is undone; the house does it for itself.
    boat.app.tidy().await;
    assert_eq!(boat.states().await, ["offered"]);
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn an_offer_that_runs_out_passes_on_and_joining_again_leads_to_the_end() {
    let boat = Boat::full().await;
    let anna = boat.anna_waits(&[]).await;
    boat.app.house.clock.advance(5);
    boat.layla_waits().await;
    boat.james_cancels().await;
    assert_eq!(boat.states().await, ["offered", "waiting"]);
    boat.app.house.clock.advance(1800);
    assert_eq!(boat.app.tidy().await, 0, "the last second counts");
    boat.app.house.clock.advance(1);
    assert_eq!(boat.app.tidy().await, 1);
    assert_eq!(boat.states().await, ["expired", "offered"]);
    assert!(matches!(told(&boat.anna).await[0], Notice::OfferOver { .. }));
    let late = boat.anna.confirm(boat.offer(anna).await).await;
    assert!(matches!(late.json(), BookingRefusal::Expired { .. }));
    boat.anna_waits(&[]).await;
    assert_eq!(boat.states().await, ["expired", "offered", "waiting"]);
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn a_party_that_is_too_large_is_passed_over_and_keeps_its_place() {
    let boat = Boat::full().await;
    let family = boat.app.people(ANNA).await;
    join(&boat.anna, &boat.at, &family[..2], &[]).await.ok();
    boat.app.house.clock.advance(5);
    boat.layla_waits().await;
    boat.james_cancels().await;
    assert_eq!(boat.states().await, ["waiting", "offered"]);
    assert_eq!(boat.slot(&boat.anna).await.line.yours[0].place, 1);
    let session: i64 = boat.at.rsplit('/').next().unwrap().parse().unwrap();
    room(&boat.app, session, 2).await;
    boat.app.tidy().await;
    assert_eq!(boat.states().await, ["waiting", "offered"]);
    let desk = boat.app.staff("desk").await;
    let lines: DeskLines = desk.read("staff-waitlist", &[("day", &boat.day.to_string())]).await.ok().json();
    let line = &lines.lines[0].waiting;
    assert!(line[0].offered_until.is_some() && line[1].left == Some(1) && line[1].people == 2, "{line:?}");
    room(&boat.app, session, 3).await;
    boat.app.tidy().await;
    assert_eq!(boat.states().await, ["offered", "offered"]);
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn at_night_a_place_is_kept_and_told_in_the_morning() {
    let boat = Boat::full().await;
    let entry = boat.anna_waits(&[]).await;
    boat.app.at_day(boat.day.plus(-1), "23:30").await;
    boat.james_cancels().await;
    let id = boat.offer(entry).await;
    assert!(told(&boat.anna).await.is_empty(), "nobody is woken");
    assert_eq!(details(&boat.anna, id).await.hold_until_wall, "08:30", "and the time to answer begins in the morning");
    boat.app.at_day(boat.day, "07:59").await;
    assert!(told(&boat.anna).await.is_empty());
    boat.app.at_day(boat.day, "08:00").await;
    assert!(matches!(told(&boat.anna).await[0], Notice::PlaceOffered { .. }));
    boat.anna.confirm(id).await.ok();
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn whoever_declines_at_night_is_not_told_in_the_morning() {
    let boat = Boat::full().await;
    let entry = boat.anna_waits(&[]).await;
    boat.app.at_day(boat.day.plus(-1), "23:30").await;
    boat.james_cancels().await;
    boat.anna.call("leave-waitlist", &[("entry", &entry.to_string())]).await.ok();
    assert_eq!(boat.states().await, ["declined"]);
    boat.app.at_day(boat.day, "08:00").await;
    assert!(told(&boat.anna).await.is_empty());
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn what_begins_too_soon_and_whoever_has_left_is_not_asked() {
    let boat = Boat::full().await;
    boat.anna_waits(&[]).await;
    // Booking closes a quarter of an hour before.
    boat.app.at_day(boat.day, "10:46").await;
    boat.app.run("UPDATE bookings SET fee_from = fee_from + 86400").await;
    boat.james_cancels().await;
    assert_eq!(boat.states().await, ["waiting"]);

    let boat = Boat::full().await;
    boat.anna_waits(&[]).await;
    boat.app.run("UPDATE stays SET departs = arrives WHERE reference = 'HB-1001'").await;
    boat.james_cancels().await;
    assert_eq!(boat.states().await, ["waiting"]);
    // And the place is anybody's.
    boat.layla.hold(&boat.at, &boat.leads[2..], &[]).await.ok();
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn nobody_is_offered_a_time_that_they_have_filled_since() {
    let boat = Boat::full().await;
    boat.anna_waits(&[]).await;
    let court = format!("/times/padel-court/{}/1100", boat.day);
    let other = boat.anna.book(&court, &boat.leads[1..2], &[]).await;
    boat.james_cancels().await;
    assert_eq!(boat.states().await, ["waiting"]);
    // Once that time is free again, so is the offer.
    boat.anna.call("cancel-booking", &[("booking", &other.to_string()), ("expected_fee", "0")]).await.ok();
    assert_eq!(boat.states().await, ["offered"]);
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn within_the_price_they_named_it_is_booked_at_once_and_free_to_cancel_for_a_while() {
    let boat = Boat::full().await;
    let price = boat.slot(&boat.james).await.party.iter().find(|person| person.you).unwrap().price;
    let (payer, lead) = (boat.app.guest(JAMES).await, boat.app.people(JAMES).await[1]);
    let most = format!("{}.{:02}", price / 100, price % 100);
    let less = format!("{}.{:02}", (price - 1) / 100, (price - 1) % 100);
    let entry: i64 = join(&payer, &boat.at, &[lead], &[("auto", "on"), ("most", &less)]).await.ok().json();
    assert_eq!(join(&payer, &boat.at, &[lead], &[("auto", "on"), ("most", &most)]).await.ok().json::<i64>(), entry);
    // Two hours before it begins half of it would be kept.
    boat.app.at_day(boat.day, "09:30").await;
    let fee = (price / 2).to_string();
    boat.james.call("cancel-booking", &[("booking", &boat.booking.to_string()), ("expected_fee", &fee)]).await.ok();
    assert_eq!(boat.states().await, ["accepted"]);
    let id = boat.offer(entry).await;
    let booked = details(&payer, id).await;
    assert_eq!((booked.state, booked.fee_now, booked.total), (BookingState::Confirmed, 0, price));
    assert_eq!(booked.free_until.map(|until| until.wall), Some("10:00".to_owned()));
    assert!(matches!(told(&payer).await[0], Notice::PlaceBooked { .. }));
    boat.app.at_day(boat.day, "10:00").await;
    boat.app.house.clock.advance(1);
    assert_eq!(details(&payer, id).await.fee_now, price / 2);
    boat.app.at_day(boat.day, "10:00").await;
    payer.call("cancel-booking", &[("booking", &id.to_string()), ("expected_fee", "0")]).await.ok();
    assert_eq!(boat.app.number("SELECT sum(amount) FROM folio_lines").await, price / 2, "what James kept paying");
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn what_was_booked_for_them_moves_for_nothing_while_it_could_be_given_back() {
    let boat = Boat::full().await;
    let lead = boat.app.people(JAMES).await[1];
    let entry: i64 = join(&boat.james, &boat.at, &[lead], &[("auto", "on"), ("most", "18")]).await.ok().json();
    boat.app.at_day(boat.day, "09:30").await;
    boat.james.call("cancel-booking", &[("booking", &boat.booking.to_string()), ("expected_fee", "900")]).await.ok();
    let id = boat.offer(entry).await;
    let later = format!("/sessions/{}", boat.app.session("glass-boat", boat.day.plus(2)).await);
    boat.james.call("move-booking", &[("booking", &id.to_string()), ("to", &later)]).await.ok();
    // The new time is two days away, and the old one's fee is not owed for it.
    boat.app.at_day(boat.day, "10:31").await;
    let moved = details(&boat.james, id).await;
    assert!(moved.fee_now == 0 && moved.can_move, "{moved:?}");
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn above_the_price_they_named_they_are_asked() {
    let boat = Boat::full().await;
    let lead = boat.app.people(JAMES).await[1];
    join(&boat.james, &boat.at, &[lead], &[("auto", "on"), ("most", "17.99")]).await.ok();
    boat.james_cancels().await;
    assert_eq!(boat.states().await, ["offered"]);
    assert!(told(&boat.james).await.iter().any(|notice| matches!(notice, Notice::PlaceOffered { total: 1800, .. })));
}

#[tokio::test]
async fn coming_by_another_door_ends_the_waiting() {
    let boat = Boat::full().await;
    let afternoon = "SELECT count(*) FROM sessions s JOIN offers o ON o.id = s.offer_id WHERE o.key = 'glass-boat' AND s.wall = '15:00' AND s.day =";
    if boat.app.number(&format!("{afternoon} '{}'", boat.day)).await == 0 {
        let mut tx = boat.app.house.begin().await.unwrap();
        sqlx::query(
            "INSERT INTO sessions (offer_id, day, wall, starts_at, ends_at, capacity)
             SELECT offer_id, day, '15:00', starts_at + 14400, ends_at + 14400, 5 FROM sessions WHERE id = $1",
        )
        .bind(boat.at.rsplit('/').next().unwrap().parse::<i64>().unwrap())
        .execute(tx.conn())
        .await
        .unwrap();
        tx.commit().await.unwrap();
    }
    boat.anna_waits(&[]).await;
    let session: i64 = boat.at.rsplit('/').next().unwrap().parse().unwrap();
    room(&boat.app, session, 3).await;
    boat.app.tidy().await;
    assert_eq!(boat.states().await, ["offered"]);
    let second = boat.anna.hold(&boat.at, &boat.leads[1..2], &[]).await.ok().json::<i64>();
    assert_eq!(second, boat.offer(1).await, "the offer is the hold");
    boat.anna.confirm(second).await.ok();
    assert_eq!(boat.states().await, ["accepted"]);

    // Her husband waits, and goes instead of her.
    room(&boat.app, session, 2).await;
    let husband = boat.app.people(ANNA).await[1];
    join(&boat.anna, &boat.at, &[husband], &[]).await.ok();
    let (booking, out, instead) = (second.to_string(), boat.leads[1].to_string(), husband.to_string());
    boat.anna.call("replace-participant", &[("booking", &booking), ("out", &out), ("instead", &instead)]).await.ok();
    assert_eq!(boat.states().await, ["accepted", "closed"]);

    // Layla would come at either start of the day.
    let wide = [("from", "11:00"), ("to", "15:00")];
    let room_left = join(&boat.layla, &boat.at, &boat.leads[2..], &wide).await;
    assert_eq!(room_left.json::<BookingRefusal>(), BookingRefusal::Room, "the afternoon has room");
    let backwards = join(&boat.layla, &boat.at, &boat.leads[2..], &[("from", "15:00"), ("to", "11:00")]).await;
    assert_eq!(backwards.status, StatusCode::UNPROCESSABLE_ENTITY);
    let afternoon: i64 = boat
        .app
        .number(&format!(
            "SELECT s.id FROM sessions s JOIN sessions m ON m.offer_id = s.offer_id AND m.day = s.day WHERE m.id = {session} AND s.wall = '15:00'"
        ))
        .await;
    room(&boat.app, afternoon, 0).await;
    join(&boat.layla, &boat.at, &boat.leads[2..], &wide).await.ok();
    room(&boat.app, afternoon, 2).await;
    boat.app.tidy().await;
    assert_eq!(boat.states().await[2..], ["offered"]);
    let offered = boat.offer(3).await;
    assert_eq!(details(&boat.layla, offered).await.wall, "15:00");
    boat.layla.confirm(offered).await.ok();
    assert_eq!(boat.states().await, ["accepted", "closed", "accepted"]);
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn only_starts_that_were_named_are_offered() {
    let boat = Boat::full().await;
    let court = |wall: &str| format!("/times/padel-court/{}/{wall}", boat.day);
    let first = boat.james.book(&court("1000"), &boat.leads[..1], &[]).await;
    let second = boat.layla.book(&court("1400"), &boat.leads[2..], &[]).await;
    let afternoon = [("from", "14:00"), ("to", "14:00"), ("auto", "on"), ("most", "100")];
    join(&boat.anna, &court("1000"), &boat.leads[1..2], &afternoon).await.ok();
    boat.james.call("cancel-booking", &[("booking", &first.to_string()), ("expected_fee", "0")]).await.ok();
    assert_eq!(boat.states().await, ["waiting"], "the time whose page it was is none of them");
    boat.layla.call("cancel-booking", &[("booking", &second.to_string()), ("expected_fee", "0")]).await.ok();
    assert_eq!(boat.states().await, ["accepted"]);
    assert_eq!(details(&boat.anna, boat.offer(1).await).await.wall, "14:00");
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn whoever_is_booked_at_once_is_offered_nothing_else_that_they_waited_for() {
    let boat = Boat::full().await;
    let court = |wall: &str| format!("/times/padel-court/{}/{wall}", boat.day);
    boat.james.hold(&court("1000"), &boat.leads[..1], &[]).await.ok();
    boat.layla.hold(&court("1100"), &boat.leads[2..], &[]).await.ok();
    let anna = boat.app.people(ANNA).await;
    let either = [("from", "10:00"), ("to", "11:00"), ("auto", "on"), ("most", "100")];
    join(&boat.anna, &court("1000"), &anna[..1], &either).await.ok();
    join(&boat.anna, &court("1000"), &anna[..2], &either[..2]).await.ok();
    // Both holds run out: there is room for both of her wishes, and the first of them is all she gets.
    boat.app.house.clock.advance(901);
    boat.app.tidy().await;
    assert_eq!(boat.states().await, ["accepted", "closed"]);
    assert_eq!(boat.app.number("SELECT count(*) FROM bookings WHERE state = 'held' AND intent LIKE 'waitlist:%'").await, 0);
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn moving_to_what_one_waits_for_ends_the_waiting() {
    let boat = Boat::full().await;
    let court = |wall: &str| format!("/times/padel-court/{}/{wall}", boat.day);
    boat.james.book(&court("1400"), &boat.leads[..1], &[]).await;
    let own = boat.anna.book(&court("1000"), &boat.leads[1..2], &[]).await;
    join(&boat.anna, &court("1400"), &boat.leads[1..2], &[("from", "14:00"), ("to", "16:00")]).await;
    let waits = join(&boat.anna, &court("1400"), &boat.leads[1..2], &[]).await.ok();
    assert!(waits.json::<i64>() > 0);
    boat.anna.call("move-booking", &[("booking", &own.to_string()), ("to", &court("1500"))]).await.ok();
    assert_eq!(boat.states().await, ["closed"]);
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn what_an_import_allows_goes_to_whoever_waits_before_anybody_else() {
    let boat = Boat::full().await;
    boat.anna_waits(&[]).await;
    room(&boat.app, boat.at.rsplit('/').next().unwrap().parse().unwrap(), 2).await;
    let refused = boat.layla.hold(&boat.at, &boat.leads[2..], &[]).await;
    assert!(matches!(refused.json(), BookingRefusal::JustTaken { .. }), "{}", refused.text);
    boat.app.tidy().await;
    assert_eq!(boat.states().await, ["offered"]);
    boat.app.sums_are_even().await;
}

#[tokio::test]
async fn an_offer_taken_at_night_is_not_offered_again_in_the_morning() {
    let boat = Boat::full().await;
    let entry = boat.anna_waits(&[]).await;
    boat.app.at_day(boat.day.plus(-1), "23:30").await;
    boat.james_cancels().await;
    boat.anna.confirm(boat.offer(entry).await).await.ok();
    boat.app.at_day(boat.day, "08:00").await;
    assert!(told(&boat.anna).await.iter().all(|notice| !matches!(notice, Notice::PlaceOffered { .. })));
}

#[tokio::test]
async fn the_desk_lets_somebody_go_first_and_says_why() {
    let boat = Boat::full().await;
    boat.anna_waits(&[]).await;
    boat.app.house.clock.advance(5);
    let layla = boat.layla_waits().await.to_string();
    assert_eq!(boat.slot(&boat.layla).await.line.yours[0].place, 2);
    let desk = boat.app.staff("desk").await;
    let day = boat.day.to_string();
    let first = [("entry", layla.as_str()), ("day", day.as_str()), ("first", "on")];
    assert_eq!(desk.call("staff-waitlist-first", &first).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    desk.call("staff-waitlist-first", &[&first[..], &[("reason", "Her birthday")]].concat()).await.ok();
    assert_eq!(boat.slot(&boat.layla).await.line.yours[0].place, 1);
    assert_eq!(boat.slot(&boat.anna).await.line.yours[0].place, 2);
    assert_eq!(boat.app.number("SELECT count(*) FROM staff_log WHERE deed = 'waitlist-priority' AND reason = 'Her birthday'").await, 1);
    boat.james_cancels().await;
    assert_eq!(boat.states().await, ["waiting", "offered"]);
    desk.call("staff-waitlist-off", &[("entry", "1"), ("day", &day), ("reason", "Left early")]).await.ok();
    assert_eq!(boat.states().await, ["closed", "offered"]);
    let page = desk.get_in("en", &format!("/staff/waitlist?day={day}")).await.ok();
    assert!(page.text.contains("Offered until"), "{}", page.text);
    assert!(desk.get_in("en", &format!("/staff/bookings?day={day}")).await.ok().all(".day-sheet").len() == 1);
}

#[tokio::test]
async fn a_time_of_ones_own_has_a_line_too() {
    let app = TestApp::new().await;
    let day = app.at(1, "10:00").await.plus(1);
    let court = format!("/times/tennis-court/{day}/1700");
    let (james, anna, layla) = (app.guest(JAMES).await, app.guest(ANNA).await, app.guest(LAYLA).await);
    let leads = [app.people(JAMES).await[0], app.people(ANNA).await[0], app.people(LAYLA).await[0]];
    let rackets = [("answers[rackets]", "0")];
    let first = james.book(&court, &leads[..1], &rackets).await;
    anna.book(&court, &leads[1..2], &rackets).await;
    let unanswered = join(&layla, &court, &leads[2..], &[]).await;
    assert!(matches!(unanswered.json(), BookingRefusal::AnswerMissing { .. }), "what is asked is asked before waiting");
    let wider = [&rackets[..], &[("from", "16:00"), ("to", "17:00")]].concat();
    let earlier = join(&layla, &court, &leads[2..], &wider).await;
    assert_eq!(earlier.json::<BookingRefusal>(), BookingRefusal::Room, "four o'clock is free, and they would come then");
    let entry: i64 = join(&layla, &court, &leads[2..], &rackets).await.ok().json();
    let lines: Vec<LineRow> = layla.read("my-waitlist", &[]).await.ok().json();
    assert_eq!((lines.len(), lines[0].from.as_str(), lines[0].place), (1, "17:00", 1));
    james.call("cancel-booking", &[("booking", &first.to_string()), ("expected_fee", "0")]).await.ok();
    let offered = app.number(&format!("SELECT booking_id FROM waitlist WHERE id = {entry}")).await;
    layla.confirm(offered).await.ok();
    assert_eq!(details(&layla, offered).await.answers.len(), 1, "and travels along");
    app.sums_are_even().await;
}

#[tokio::test]
async fn waiting_works_without_javascript() {
    let boat = Boat::full().await;
    let page = boat.anna.get(&boat.at).await.ok();
    assert_eq!(page.all("#waitlist form button[type=submit]"), ["Встать в лист ожидания"]);
    let intent = page.attributes("#waitlist input[name=intent]", "value").remove(0);
    let lead = format!("guests[{}]", boat.leads[1]);
    let form = [("at", boat.at.as_str()), ("intent", intent.as_str()), (lead.as_str(), "on")];
    let answer = boat.anna.post(&boat.at, "join-waitlist", &form).await;
    assert_eq!(answer.location.as_deref(), Some(boat.at.as_str()), "{}", answer.text);
    let page = boat.anna.get(&boat.at).await.ok();
    assert!(page.text.contains("Вы следующие."), "{}", page.text);
    assert!(boat.anna.get("/history").await.ok().text.contains("Ждём мест"));
    let entry = page.attributes("#waitlist input[name=entry]", "value").remove(0);
    let answer = boat.anna.post(&boat.at, "leave-waitlist", &[("entry", &entry), ("next", &boat.at)]).await;
    assert_eq!(answer.location.as_deref(), Some(boat.at.as_str()));
    assert_eq!(boat.states().await, ["left"]);
    assert!(boat.app.visitor().get_in("en", &boat.at).await.ok().text.contains("Sign in to join the waitlist"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn places_freed_and_wanted_at_the_same_time_go_along_the_line() {
    let app = TestApp::new().await;
    let day = app.at(1, "10:00").await;
    let session = app.session("glass-boat", day.plus(1)).await;
    room(&app, session, 10).await;
    let at = format!("/sessions/{session}");
    let people = crate::race::crowd(&app, 30, day).await;
    let shelf = app.shelf().await;
    let mut bookings = Vec::new();
    for (who, guest) in &people[..10] {
        let mut tx = app.house.begin().await.unwrap();
        let wish = cabana::booking::store::Wish {
            target: cabana::booking::Target::parse(&at).unwrap(),
            guests: vec![*guest],
            answers: Default::default(),
            intent: Keys::token(),
            expected: None,
        };
        bookings.push(cabana::booking::store::take(&mut tx, &shelf, who, &wish).await.unwrap());
        tx.commit().await.unwrap();
    }
    for (who, guest) in &people[10..20] {
        let mut tx = app.house.begin().await.unwrap();
        let wish = cabana::booking::store::waitlist::Waiting {
            target: cabana::booking::Target::parse(&at).unwrap(),
            guests: vec![*guest],
            answers: Default::default(),
            between: (None, None),
            most: None,
            intent: Keys::token(),
        };
        cabana::booking::store::waitlist::join(&mut tx, &shelf, who, &wish).await.unwrap();
        tx.commit().await.unwrap();
    }
    let giving: Vec<_> = people[..10]
        .iter()
        .cloned()
        .zip(bookings)
        .map(|((who, _), booking)| {
            let (house, shelf) = (app.house.clone(), shelf.clone());
            tokio::spawn(async move {
                let mut tx = house.begin().await.unwrap();
                cabana::booking::store::release(&mut tx, &shelf, &who, cabana::booking::store::Act::Guest, booking).await.unwrap();
                tx.commit().await.unwrap();
            })
        })
        .collect();
    let got = crate::race::rush(&app, people[20..].to_vec(), cabana::booking::Target::parse(&at).unwrap()).await;
    for one in giving {
        one.await.unwrap();
    }
    assert_eq!(got, 0, "whoever waits has it first");
    assert_eq!(app.number("SELECT count(*) FROM waitlist WHERE state = 'offered'").await, 10);
    app.sums_are_even().await;
}
