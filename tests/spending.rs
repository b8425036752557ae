//! Random walks over money: places are held, paid for by every card there is, given back, cancelled, called off and paid for
//! once more, while time passes, banks answer late, twice and in another order, and two requests come at once (RULES 16.2,
//! 16.5). Once the boats have gone, the desk says who did not come, takes that back and lets them in late, and gives back what
//! is asked back (K9, X13). Some ask for a bill or pay at the desk, which takes what it is given; points are kept back, spent and
//! given. After every step the books agree; at the end they also agree with the acquirer's, who is somebody else.
//!
//! `CABANA_SPEND=seed` or `CABANA_SPEND=seed:steps` walks one of one's own.

use crate::helpers::{ANNA, Client, JAMES, LAYLA, TestApp};
use crate::pay::{at_the_acquirer, nothing_is_included};
use crate::walks::chance::Chance;
use cabana::booking::{BookingData, BookingState};
use cabana::catalog::{NoShow, Way};
use cabana::payments::provider::sandbox::{self, CODE, LATE};
use cabana::server::Keys;
use std::collections::BTreeMap;

const STEPS: usize = 1300;
/// After each of the boats has gone.
const AFTERWARDS: usize = 160;

macro_rules! walks {
    ($($name:ident $seed:literal)*) => { $(
        #[tokio::test]
        async fn $name() {
            Walk::begin($seed).await.go(STEPS).await.went_everywhere();
        }
    )* };
}

walks! {
    money_walks_first 1
    money_walks_second 2
    money_walks_third 3
    money_walks_fourth 4
    money_walks_fifth 5
    money_walks_sixth 6
    money_walks_seventh 7
    money_walks_eighth 8
}

#[tokio::test]
async fn money_walks_of_ones_own() {
    let Ok(named) = std::env::var("CABANA_SPEND") else { return };
    let (seed, steps) = named.split_once(':').unwrap_or((&named, ""));
    let walk = Walk::begin(seed.parse().expect("CABANA_SPEND=seed:steps")).await.go(steps.parse().unwrap_or(STEPS)).await;
    println!("{:?}", walk.tally);
}

struct Payer {
    client: Client,
    stay: i64,
    people: Vec<i64>,
    /// What they hold or have, the latest last.
    bookings: Vec<i64>,
    /// Pages of the acquirer that they have been sent to.
    pages: Vec<String>,
}

struct Walk {
    app: TestApp,
    chance: Chance,
    payers: Vec<Payer>,
    sessions: Vec<i64>,
    tally: BTreeMap<&'static str, usize>,
    seed: u64,
}

impl Walk {
    /// Two boats with few places, and three families who want them.
    async fn begin(seed: u64) -> Walk {
        let app = TestApp::new().await;
        let day = app.at(1, "10:00").await.plus(2);
        nothing_is_included(&app).await;
        // Every resort promises something else.
        app.change_offer("glass-boat", |offer| {
            let policy = offer.policy.as_mut().unwrap();
            (policy.no_show, policy.guarantee_days) = (NoShow::ALL[usize::try_from(seed % 3).unwrap()], 2);
        })
        .await;
        app.change_resort(|resort| {
            resort.holds_a_minute = 0;
            resort.pay = Way::ALL.to_vec();
            resort.invoice_hours = 2;
            resort.point_worth = if seed.is_multiple_of(2) { 7 } else { 1 };
            resort.split = !seed.is_multiple_of(4);
        })
        .await;
        let sessions = vec![app.session("glass-boat", day).await, app.session("glass-boat", day.plus(1)).await];
        let mut tx = app.house.begin().await.unwrap();
        for session in &sessions {
            sqlx::query("UPDATE sessions SET capacity = 4 WHERE id = $1").bind(session).execute(tx.conn()).await.unwrap();
        }
        tx.commit().await.unwrap();
        let mut payers = Vec::new();
        for reference in [ANNA, JAMES, LAYLA] {
            let (client, people, stay) = (app.guest(reference).await, app.people(reference).await, app.stay(reference).await.0);
            payers.push(Payer { client, stay, people, bookings: Vec::new(), pages: Vec::new() });
        }
        Walk { app, chance: Chance(seed), payers, sessions, tally: BTreeMap::new(), seed }
    }

    async fn go(mut self, steps: usize) -> Walk {
        for step in 0..steps {
            let deed = self.step().await;
            *self.tally.entry(deed).or_default() += 1;
            self.books_agree(step, deed).await;
        }
        self.everybody_goes().await;
        for index in 0..self.sessions.len() {
            let left = self.app.number(&format!("SELECT starts_at FROM sessions WHERE id = {}", self.sessions[index])).await;
            self.app.house.clock.advance((left + 20 * 60 - self.app.house.clock.now()).max(0));
            for step in 0..AFTERWARDS.min(steps) {
                let deed = self.afterwards().await;
                *self.tally.entry(deed).or_default() += 1;
                self.books_agree(steps + step, deed).await;
            }
        }
        // Everything is answered, and everything is sent.
        self.app.house.clock.advance(LATE + 3600 + 120);
        for _ in 0..3 {
            self.app.money().await;
        }
        self.books_agree(steps, "the end").await;
        self.app.sums_are_even().await;
        for (what, sql) in [
            ("payments that are not decided", "SELECT count(*) FROM payments WHERE state IN ('created', 'pending')"),
            ("refunds that were not sent", "SELECT count(*) FROM refunds WHERE state NOT IN ('settled', 'withdrawn') AND by_hand = 0"),
            ("calls that nobody heeded", "SELECT count(*) FROM provider_events WHERE done_at IS NULL"),
            (
                "payments of which the acquirer says something else",
                "SELECT count(*) FROM sandbox_payments s LEFT JOIN payments p ON p.reference = s.reference
                  WHERE CASE WHEN s.state IN ('captured', 'late') THEN 1 ELSE 0 END <> CASE WHEN p.state = 'captured' THEN 1 ELSE 0 END
                     OR s.refunded <> coalesce(p.refunded, -1)",
            ),
        ] {
            assert_eq!(self.app.number(sql).await, 0, "{what}; seed {}", self.seed);
        }
        self
    }

    async fn step(&mut self) -> &'static str {
        let who = self.chance.below(self.payers.len());
        match self.chance.below(122) {
            0..24 => self.hold(who).await,
            24..40 => self.pay(who).await,
            40..62 => self.at_the_bank(who).await,
            62..67 => self.deed(who, "confirm").await,
            67..70 => self.deed(who, "release").await,
            70..80 => self.cancel(who).await,
            80..84 => self.leave(who).await,
            84..86 => self.close().await,
            86..88 => self.call().await,
            88..93 => {
                self.app.money().await;
                "errands"
            }
            93..95 => {
                self.app.tidy().await;
                "tidy"
            }
            100..104 => self.deed(who, "pay-by-invoice").await,
            104..106 => self.deed(who, "pay-at-desk").await,
            106..111 => self.take(who).await,
            111..115 => self.keep_points(who).await,
            115..118 => self.pay_with_points(who).await,
            118..120 => self.give_points(who).await,
            120..122 => self.hand_out().await,
            _ => {
                let seconds = [1, 60, 300, 600, 901, LATE][self.chance.below(6)];
                self.app.house.clock.advance(seconds);
                "time"
            }
        }
    }

    /// Whatever became of what they wanted: everybody has something when the boats go, by card or on the room's bill.
    async fn everybody_goes(&mut self) {
        self.app.house.clock.advance(LATE + 120);
        self.app.money().await;
        self.app.tidy().await;
        for who in 0..self.payers.len() {
            for index in 0..self.sessions.len() {
                let (at, payer) = (format!("/sessions/{}", self.sessions[index]), &mut self.payers[who]);
                let answer = payer.client.hold(&at, &payer.people[..1], &[]).await;
                if !answer.status.is_success() {
                    continue;
                }
                let id: i64 = answer.json();
                payer.bookings.push(id);
                if index == 0 {
                    payer.client.confirm(id).await;
                    continue;
                }
                let form = [("booking", id.to_string()), ("intent", Keys::token())];
                let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let answer = payer.client.call("pay-by-card", &form).await;
                // Who goes already has what they had.
                if answer.status.is_success() {
                    at_the_acquirer(&payer.client, &answer.json::<String>(), &[("card", "approve")]).await;
                }
            }
        }
        self.books_agree(0, "everybody goes").await;
    }

    /// What happens when a boat has gone.
    async fn afterwards(&mut self) -> &'static str {
        let who = self.chance.below(self.payers.len());
        match self.chance.below(100) {
            // What is cancelled and who is let in leaves nobody to be missed: few of both.
            0..40 => self.missed().await,
            40..45 => self.let_in().await,
            45..58 => self.ask_back().await,
            58..74 => self.answer().await,
            74..75 => self.leave(who).await,
            75..76 => self.cancel(who).await,
            76..80 => self.pay(who).await,
            80..86 => self.at_the_bank(who).await,
            86..87 => self.close().await,
            87..94 => {
                self.app.money().await;
                "errands"
            }
            _ => {
                let seconds = [1, 60, 600, 1800, 3600][self.chance.below(5)];
                self.app.house.clock.advance(seconds);
                "time"
            }
        }
    }

    /// The ticket of somebody who is to go, or was.
    async fn ticket(&mut self) -> Option<String> {
        let codes: Vec<String> = sqlx::query_scalar(
            "SELECT p.code FROM participants p JOIN bookings b ON b.id = p.booking_id WHERE b.state = 'confirmed' AND b.starts_at < $1 ORDER BY p.id",
        )
        .bind(self.app.house.clock.now())
        .fetch_all(self.app.house.database.readers())
        .await
        .unwrap();
        self.chance.of(&codes)
    }

    /// The desk says of somebody that they did not come, or takes it back.
    async fn missed(&mut self) -> &'static str {
        let Some(code) = self.ticket().await else { return "nothing" };
        let (missed, twice) = (if self.chance.percent(60) { "true" } else { "false" }, self.chance.percent(20));
        let form = [("code", code.as_str()), ("missed", missed)];
        let desk = self.app.staff("desk").await;
        let first = desk.call("staff-missed", &form);
        let answer = if twice { tokio::join!(first, desk.call("staff-missed", &form)).0 } else { first.await };
        match (answer.status.is_success(), missed) {
            (true, "true") => "did not come",
            (true, _) => "came after all",
            (false, _) => "stays as it is",
        }
    }

    async fn let_in(&mut self) -> &'static str {
        let Some(code) = self.ticket().await else { return "nothing" };
        self.app.staff("desk").await.call("staff-check-in", &[("code", &code)]).await.ok();
        "scanned"
    }

    async fn ask_back(&mut self) -> &'static str {
        let gone: Vec<i64> = sqlx::query_scalar("SELECT id FROM bookings WHERE state = 'confirmed' AND starts_at < $1 ORDER BY id")
            .bind(self.app.house.clock.now())
            .fetch_all(self.app.house.database.readers())
            .await
            .unwrap();
        let Some(id) = self.chance.of(&gone) else { return "nothing" };
        let Some(payer) = self.payers.iter().find(|payer| payer.bookings.contains(&id)) else { return "nothing" };
        let answer = payer.client.call("ask-money-back", &[("booking", &id.to_string())]).await;
        if answer.status.is_success() { "asked back" } else { "not to be asked back" }
    }

    /// The desk gives back what is asked back, or some of it, or nothing.
    async fn answer(&mut self) -> &'static str {
        let asked: Vec<i64> =
            sqlx::query_scalar("SELECT booking_id FROM guarantees ORDER BY booking_id").fetch_all(self.app.house.database.readers()).await.unwrap();
        let Some(id) = self.chance.of(&asked) else { return "nothing" };
        let (id, desk) = (id.to_string(), self.app.staff("desk").await);
        if self.chance.percent(15) {
            let answer = desk.call("staff-decline-money-back", &[("booking", &id), ("reason", "It went")]).await;
            return if answer.status.is_success() { "declined back" } else { "answered before" };
        }
        let (amount, twice) = (if self.chance.percent(50) { "" } else { "7" }, self.chance.percent(20));
        let form = [("booking", id.as_str()), ("amount", amount), ("note", "Some of it")];
        let first = desk.call("staff-give-money-back", &form);
        let answer = if twice { tokio::join!(first, desk.call("staff-give-money-back", &form)).0 } else { first.await };
        if answer.status.is_success() { "given back" } else { "answered before" }
    }

    async fn hold(&mut self, who: usize) -> &'static str {
        let at = format!("/sessions/{}", self.chance.of(&self.sessions).unwrap());
        let payer = &mut self.payers[who];
        let many = 1 + self.chance.below(payer.people.len().min(2));
        let answer = payer.client.hold(&at, &payer.people[..many], &[]).await;
        if !answer.status.is_success() {
            return "not held";
        }
        payer.bookings.push(answer.json());
        "held"
    }

    /// One of theirs, rather a late one.
    fn booking(&mut self, who: usize) -> Option<i64> {
        let bookings = &self.payers[who].bookings;
        let late = bookings[bookings.len().saturating_sub(4)..].to_vec();
        if self.chance.percent(85) { self.chance.of(&late) } else { self.chance.of(&bookings.clone()) }
    }

    async fn pay(&mut self, who: usize) -> &'static str {
        let Some(id) = self.booking(who) else { return "nothing" };
        let (id, one, other) = (id.to_string(), Keys::token(), Keys::token());
        let twice = self.chance.percent(20);
        let payer = &mut self.payers[who];
        let form = |intent| [("booking", id.as_str()), ("intent", intent)];
        let (one, other) = (form(one.as_str()), form(other.as_str()));
        let first = payer.client.call("pay-by-card", &one);
        let answer = if twice { tokio::join!(first, payer.client.call("pay-by-card", &other)).0 } else { first.await };
        if !answer.status.is_success() {
            return "not to be paid";
        }
        payer.pages.push(answer.json());
        "sent to the bank"
    }

    async fn at_the_bank(&mut self, who: usize) -> &'static str {
        let pages = self.payers[who].pages.clone();
        let late = pages[pages.len().saturating_sub(2)..].to_vec();
        let any = self.chance.percent(10);
        let Some(page) = self.chance.of(if any { &pages } else { &late }).filter(|page| page.starts_with("/pay/sandbox/")) else { return "nothing" };
        let (card, deed) = [
            ("approve", "approved"),
            ("approve", "approved"),
            ("decline", "declined"),
            ("second-step", "asked for a code"),
            ("late", "late"),
            ("twice", "twice"),
            ("", "turned back"),
        ][self.chance.below(7)];
        let code = if self.chance.percent(75) { CODE } else { "0000" };
        let beside = self.chance.percent(20);
        let client = &self.payers[who].client;
        let chosen = async {
            at_the_acquirer(client, &page, &[("card", card)]).await;
            if card == "second-step" {
                at_the_acquirer(client, &page, &[("code", code)]).await;
            }
        };
        if beside {
            tokio::join!(chosen, self.app.money());
        } else {
            chosen.await;
        }
        deed
    }

    /// The desk takes what is to be paid, or another amount, and says why.
    async fn take(&mut self, who: usize) -> &'static str {
        let Some(id) = self.booking(who) else { return "nothing" };
        let data = self.data(who, id).await;
        let owed = if data.pay.owed > 0 { data.pay.owed } else { data.total };
        let amount = if self.chance.percent(70) { owed } else { 1 + self.chance.below(5000) as i64 };
        let (id, amount, intent) = (id.to_string(), format!("{}.{:02}", amount / 100, amount % 100), Keys::token());
        let (desk, twice) = (self.app.staff("desk").await, self.chance.percent(20));
        let form = [
            ("kind", "booking"),
            ("id", id.as_str()),
            ("amount", amount.as_str()),
            ("method", "cash"),
            ("note", "as it was given"),
            ("intent", intent.as_str()),
        ];
        let first = desk.call("staff-take-payment", &form);
        let answer = if twice { tokio::join!(first, desk.call("staff-take-payment", &form)).0 } else { first.await };
        if answer.status.is_success() { "the desk took" } else { "nothing to take" }
    }

    async fn keep_points(&mut self, who: usize) -> &'static str {
        let Some(id) = self.booking(who) else { return "nothing" };
        let keep = if self.chance.percent(80) { "yes" } else { "" };
        let answer = self.payers[who].client.call("keep-points", &[("booking", &id.to_string()), ("keep", keep)]).await;
        match (answer.status.is_success(), keep) {
            (true, "yes") => "points kept",
            (true, _) => "points let go",
            (false, _) => "no points kept",
        }
    }

    async fn pay_with_points(&mut self, who: usize) -> &'static str {
        let Some(id) = self.booking(who) else { return "nothing" };
        let Some(points) = self.data(who, id).await.pay.points.filter(|points| !points.kept) else { return "nothing" };
        let (id, expected, twice) = (id.to_string(), points.amount.to_string(), self.chance.percent(20));
        let form = [("booking", id.as_str()), ("expected", expected.as_str()), ("intent", points.intent.as_str())];
        let client = &self.payers[who].client;
        let first = client.call("pay-with-points", &form);
        let answer = if twice { tokio::join!(first, client.call("pay-with-points", &form)).0 } else { first.await };
        if answer.status.is_success() { "paid with points" } else { "not paid with points" }
    }

    async fn give_points(&mut self, who: usize) -> &'static str {
        let today = self.app.shelf().await.time.day(self.app.house.clock.now());
        let (stay, points) = (self.payers[who].stay.to_string(), (1 + self.chance.below(900)).to_string());
        let (last, intent) = (today.plus(self.chance.below(4) as i64).to_string(), Keys::token());
        let form =
            [("stay", stay.as_str()), ("points", points.as_str()), ("last", last.as_str()), ("note", "for the rain"), ("intent", intent.as_str())];
        self.app.staff("desk").await.call("staff-give-points", &form).await.ok();
        "points given"
    }

    /// The desk hands out what is to go back by hand.
    async fn hand_out(&mut self) -> &'static str {
        let due: Vec<i64> = sqlx::query_scalar("SELECT id FROM refunds WHERE state = 'requested' AND by_hand = 1 ORDER BY id")
            .fetch_all(self.app.house.database.readers())
            .await
            .unwrap();
        let Some(id) = self.chance.of(&due) else { return "nothing" };
        self.app.staff("desk").await.call("staff-give-back", &[("refund", &id.to_string())]).await.ok();
        "handed out"
    }

    async fn deed(&mut self, who: usize, deed: &'static str) -> &'static str {
        let Some(id) = self.booking(who) else { return "nothing" };
        self.payers[who].client.call(deed, &[("booking", &id.to_string())]).await;
        deed
    }

    async fn data(&self, who: usize, id: i64) -> BookingData {
        self.payers[who].client.read("booking-details", &[("id", &id.to_string())]).await.ok().json()
    }

    async fn cancel(&mut self, who: usize) -> &'static str {
        let Some(id) = self.booking(who) else { return "nothing" };
        let fee = self.data(who, id).await.fee_now.to_string();
        let (id, twice) = (id.to_string(), self.chance.percent(20));
        let form = [("booking", id.as_str()), ("expected_fee", fee.as_str())];
        let client = &self.payers[who].client;
        let first = client.call("cancel-booking", &form);
        let answer = if twice { tokio::join!(first, client.call("cancel-booking", &form)).0 } else { first.await };
        if answer.status.is_success() { "cancelled" } else { "not cancelled" }
    }

    async fn leave(&mut self, who: usize) -> &'static str {
        let Some(id) = self.booking(who) else { return "nothing" };
        let data = self.data(who, id).await;
        let Some(person) = self.chance.of(&data.people).filter(|_| data.state == BookingState::Confirmed) else { return "nothing" };
        let (id, guest, fee) = (id.to_string(), person.guest.to_string(), person.fee_now.to_string());
        let answer = self.payers[who].client.call("cancel-participant", &[("booking", &id), ("guest", &guest), ("expected_fee", &fee)]).await;
        if answer.status.is_success() { "one left" } else { "nothing" }
    }

    /// The desk calls a boat off, with everything back, and opens it again.
    async fn close(&mut self) -> &'static str {
        let session = self.chance.of(&self.sessions).unwrap();
        let booked: Vec<(i64, i64)> = sqlx::query_as("SELECT id, moves FROM bookings WHERE session_id = $1 AND state = 'confirmed'")
            .bind(session)
            .fetch_all(self.app.house.database.readers())
            .await
            .unwrap();
        let mut form = vec![("what".to_owned(), format!("session/{session}")), ("intent".into(), Keys::token()), ("reason".into(), "Wind".into())];
        for (id, moves) in booked {
            form.extend([(format!("choices[{id}]"), "cancel".to_owned()), (format!("seen[{id}]"), moves.to_string())]);
        }
        let desk = self.app.staff("desk").await;
        if !desk.call_all("staff-close", &form).await.status.is_success() {
            return "nothing";
        }
        let closure = self.app.number("SELECT max(id) FROM closures").await.to_string();
        desk.call("staff-reopen", &[("closure", &closure)]).await.ok();
        "called off"
    }

    /// A call that is signed, and may say nothing new, or something that is not so.
    async fn call(&mut self) -> &'static str {
        let pages: Vec<String> = self.payers.iter().flat_map(|payer| payer.pages.clone()).collect();
        let Some(page) = self.chance.of(&pages) else { return "nothing" };
        let body = format!("{{\"event\":\"{}\",\"payment\":\"{}\"}}", self.chance.below(50), page.rsplit('/').next().unwrap());
        let signature = sandbox::signature(&self.app.house.keys, body.as_bytes());
        let http = reqwest::Client::new();
        let answer = http.post(format!("{}/hooks/sandbox", self.app.base)).header("x-sandbox-signature", signature).body(body).send().await.unwrap();
        assert!(answer.status().is_success(), "{answer:?}");
        "called"
    }

    async fn books_agree(&self, step: usize, deed: &str) {
        for (what, sql) in cabana::payments::store::SUMS.iter().chain(cabana::payments::points::store::SUMS) {
            let rows: Vec<(i64, i64, i64)> = sqlx::query_as(*sql).fetch_all(self.app.house.database.readers()).await.unwrap();
            assert!(rows.is_empty(), "seed {}, step {step}, {deed}: {what} {rows:?}", self.seed);
        }
        // What was captured is kept, has gone back or is on its way, to the minor unit.
        let captured = "SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM payments WHERE state = 'captured'";
        let kept = "SELECT CAST(coalesce(sum(amount - refunded), 0) AS BIGINT) FROM payments WHERE state = 'captured'";
        let back = "SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM refunds WHERE state <> 'withdrawn'";
        let (captured, kept, back) = (self.app.number(captured).await, self.app.number(kept).await, self.app.number(back).await);
        assert_eq!(captured, kept + back, "seed {}, step {step}, {deed}", self.seed);
    }

    fn went_everywhere(&self) {
        for wanted in [
            "held",
            "sent to the bank",
            "approved",
            "declined",
            "late",
            "twice",
            "cancelled",
            "called off",
            "called",
            "release",
            "did not come",
            "pay-by-invoice",
            "pay-at-desk",
            "the desk took",
            "points kept",
            "points given",
            "handed out",
        ] {
            assert!(self.tally.contains_key(wanted), "{wanted}: never; {:?}", self.tally);
        }
    }
}
