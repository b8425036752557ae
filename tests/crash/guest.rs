//! A guest whose connection breaks again and again: what they do, and what they remember of what they were told.
//!
//! Each has a stay, so that nobody stands in another's way and no refusal is to be expected: any is a failure. A form whose
//! answer did not come is sent once more, the same; only somebody who was about to pay may think better of it.

use super::asking::{Asked, phone};
use super::{Dies, World};
use crate::walks::chance::Chance;
use cabana::booking::{BookingData, BookingState};
use cabana::payments::Step;
use cabana::payments::provider::sandbox::CODE;
use cabana::server::Keys;
use reqwest::StatusCode;
use std::sync::Arc;

pub const PRICE: i64 = 1800;
pub const TOWELS: i64 = 500;

/// A form that was answered, to be sent once more later.
enum Sent {
    /// What it made.
    Made(Asked, i64),
    /// The page it led to.
    Pays(Asked, String),
}

pub struct Guest {
    pub world: Arc<World>,
    pub http: reqwest::Client,
    /// The address on the slip.
    pub slip: String,
    pub person: i64,
    pub sessions: Vec<i64>,
    pub chance: Chance,
    /// Confirmed: the booking, and the session it is for.
    pub booked: Vec<(i64, i64)>,
    /// On the way to be paid, and left so.
    pub left: Vec<(i64, i64, String)>,
    pub over: Vec<i64>,
    sent: Vec<Sent>,
    /// Which card is next; each guest begins with another one.
    card: usize,
}

impl Guest {
    pub fn new(world: Arc<World>, slip: String, person: i64, sessions: Vec<i64>, chance: Chance, card: usize) -> Guest {
        Guest { world, http: phone(), slip, person, sessions, chance, booked: Vec::new(), left: Vec::new(), over: Vec::new(), sent: Vec::new(), card }
    }

    /// Goes on until the day is over, and leaves nothing behind that is only held.
    pub async fn live(mut self) -> Guest {
        self.sign_in().await;
        while !self.world.is_over() {
            match self.chance.below(100) {
                0..5 => self.sign_in().await,
                5..22 => self.order().await,
                22..34 => self.send_again().await,
                34..46 => self.come_back_to_it().await,
                46..62 => self.cancel().await,
                62..66 => self.read_again().await,
                _ => self.book().await,
            }
        }
        while let Some((booking, ..)) = self.left.pop() {
            self.release(booking).await;
        }
        self
    }

    /// Reads everything that one had once more: the pages say what they said.
    pub async fn read_all(&mut self) {
        for booking in self.booked.iter().map(|(booking, _)| *booking).chain(self.over.clone()).collect::<Vec<_>>() {
            let data = self.details(booking).await;
            let name = match data.state {
                BookingState::Confirmed => "confirmed",
                BookingState::Released => "released",
                BookingState::Cancelled => "cancelled",
                other => panic!("booking {booking} is {other:?}"),
            };
            assert_eq!(self.world.memory().bookings[&booking], [name], "{booking}");
        }
    }

    async fn sign_in(&mut self) {
        // Another phone each time.
        self.http = phone();
        let answer = self.ask(&Asked::get(self.slip.clone())).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    }

    async fn order(&mut self) {
        let (intent, today) = (Keys::token(), self.world.today());
        let total = ("totals[d".to_owned() + &today + "]", TOWELS.to_string());
        let form = Asked::door("place-order", &[("intent", &intent), ("basket", "extra-towels..1"), (&total.0, &total.1), ("when", "now")]);
        self.world.memory().orders.insert(intent.clone(), None);
        let answer = self.ask(&form).await;
        if !answer.status.is_success() && self.world.today() != today {
            return;
        }
        let order = answer.made();
        self.world.memory().orders.insert(intent, Some(order));
        self.sent.push(Sent::Made(form, order));
    }

    async fn book(&mut self) {
        let taken: Vec<i64> = self.booked.iter().map(|(_, session)| *session).chain(self.left.iter().map(|(_, session, _)| *session)).collect();
        let free: Vec<i64> = self.sessions.iter().copied().filter(|session| !taken.contains(session)).collect();
        let Some(session) = self.chance.of(&free) else { return };
        let intent = Keys::token();
        let (at, person) = (format!("/sessions/{session}"), format!("guests[{}]", self.person));
        let form = Asked::door("hold", &[("at", &at), (&person, "on"), ("intent", &intent)]);
        self.world.memory().holds.insert(intent.clone(), None);
        let booking = self.ask(&form).await.made();
        {
            let mut memory = self.world.memory();
            memory.holds.insert(intent, Some(booking));
            memory.is(booking, "held");
        }
        self.sent.push(Sent::Made(form, booking));
        match self.chance.below(10) {
            0..3 => self.confirm(booking, session).await,
            3 => self.release(booking).await,
            _ => self.pay(booking, session).await,
        }
    }

    async fn confirm(&mut self, booking: i64, session: i64) {
        {
            let mut memory = self.world.memory();
            memory.may_be(booking, "confirmed");
            memory.may_be_called_off(booking);
        }
        self.deed("confirm", booking, &[]).await;
        {
            let mut memory = self.world.memory();
            memory.is(booking, "confirmed");
            memory.is_called_off(booking);
        }
        self.booked.push((booking, session));
    }

    async fn release(&mut self, booking: i64) {
        {
            let mut memory = self.world.memory();
            memory.may_be(booking, "released");
            memory.may_be_called_off(booking);
        }
        self.deed("release", booking, &[]).await;
        {
            let mut memory = self.world.memory();
            memory.is(booking, "released");
            memory.is_called_off(booking);
        }
        self.over.push(booking);
    }

    async fn cancel(&mut self) {
        if self.booked.is_empty() {
            return;
        }
        let (booking, _) = self.booked.swap_remove(self.chance.below(self.booked.len()));
        self.world.memory().may_be(booking, "cancelled");
        self.deed("cancel-booking", booking, &[("expected_fee", "0")]).await;
        self.world.memory().is(booking, "cancelled");
        self.over.push(booking);
    }

    /// Does something with a booking, now and then twice.
    async fn deed(&mut self, door: &str, booking: i64, more: &[(&str, &str)]) {
        let id = booking.to_string();
        let form = Asked::door(door, &[&[("booking", id.as_str())], more].concat());
        assert_eq!(self.ask(&form).await.made(), booking);
        if self.chance.percent(15) {
            assert_eq!(self.ask(&form).await.made(), booking, "the same form again");
        }
    }

    /// Pays by card, in one way or another; not every attempt works, and not everybody waits for the end of it.
    async fn pay(&mut self, booking: i64, session: i64) {
        loop {
            let Some(page) = self.begin_to_pay(booking, true).await else {
                return self.do_without(booking, session).await;
            };
            // Another tab: while one attempt is on its way there is no other.
            if self.chance.percent(10)
                && let Some(other) = self.begin_to_pay(booking, false).await
            {
                assert_eq!(other, page);
            }
            self.card += 1;
            let (card, decided) = match self.card % 12 {
                0 if self.left.is_empty() => return self.left.push((booking, session, page)),
                1 => ("", "cancelled"),
                2..5 => ("decline", "declined"),
                5 => ("second-step", "captured"),
                6 => ("twice", "captured"),
                _ => ("approve", "captured"),
            };
            self.choose(booking, &page, card, decided).await;
            if decided == "captured" {
                return self.booked.push((booking, session));
            }
            if self.chance.percent(50) {
                return self.do_without(booking, session).await;
            }
        }
    }

    /// Pays on the room's bill after all, or not at all.
    async fn do_without(&mut self, booking: i64, session: i64) {
        if self.chance.percent(50) { self.confirm(booking, session).await } else { self.release(booking).await }
    }

    /// Answers the acquirer's page; nothing when the connection broke and the guest has thought better of it. Whoever begins
    /// anew may be led to what another form began.
    async fn begin_to_pay(&mut self, booking: i64, own: bool) -> Option<String> {
        let (intent, id, expected) = (Keys::token(), booking.to_string(), PRICE.to_string());
        let form = Asked::door("pay-by-card", &[("booking", &id), ("intent", &intent), ("expected", &expected)]);
        self.world.memory().payments.insert(intent);
        let first = self.try_to_ask(&form).await;
        let answer = match first {
            Some(answer) => answer,
            None if self.chance.percent(30) => return None,
            // The page of the booking knows whether something is on its way; the form that is drawn there is another one.
            None if self.chance.percent(30) => match self.details(booking).await.pay.on_its_way {
                Some((_, page)) if page.starts_with("/pay/sandbox/") => return Some(self.is_at(booking, page)),
                _ => return Box::pin(self.begin_to_pay(booking, false)).await,
            },
            None => self.ask(&form).await,
        };
        let page: String = answer.json();
        if self.world.dies == Dies::Database && page.starts_with("/pay/back/") {
            // The acquirer did not answer, which was the end of that attempt.
            return Box::pin(self.begin_to_pay(booking, false)).await;
        }
        assert!(page.starts_with("/pay/sandbox/"), "{page}");
        if own {
            self.sent.push(Sent::Pays(form, page.clone()));
        }
        Some(self.is_at(booking, page))
    }

    /// The guest has the acquirer's page.
    fn is_at(&self, booking: i64, page: String) -> String {
        self.world.memory().paying.entry(reference(&page)).or_insert_with(|| (booking, vec!["pending"]));
        page
    }

    /// Chooses a card and comes back; what the booking's page says then is remembered.
    async fn choose(&mut self, booking: i64, page: &str, card: &str, decided: &'static str) {
        let reference = reference(page);
        let (ends, becomes, says) = match decided {
            "captured" => ("captured", "confirmed", Step::Captured),
            "declined" => ("failed", "held", Step::NotPaid),
            _ => ("cancelled", "held", Step::GivenUp),
        };
        {
            let mut memory = self.world.memory();
            memory.may_be(booking, becomes);
            memory.paying.entry(reference.clone()).and_modify(|(_, states)| states.push(ends));
        }
        let back = loop {
            if card == "second-step" {
                let asked = self.ask(&Asked::post(page.to_owned(), &[("card", card)])).await;
                assert!(asked.text.contains("one-time-code") || asked.location.is_some(), "{asked:?}");
            }
            let field = if card == "second-step" { ("code", CODE) } else { ("card", card) };
            if let Some(answer) = self.try_to_ask(&Asked::post(page.to_owned(), &[field])).await {
                self.world.memory().decided.insert(reference.clone(), decided);
                break answer.led();
            }
            // Whether it was heard is not known: some look at the booking first.
            if self.chance.percent(50) && self.details(booking).await.pay.on_its_way.is_none() {
                break format!("/bookings/{booking}");
            }
        };
        if back.starts_with("/pay/back/") {
            let shown = self.ask(&Asked::get(back)).await.led();
            assert_eq!(shown, format!("/bookings/{booking}"));
        }
        let data = self.details(booking).await;
        let state = if data.state == BookingState::Confirmed { "confirmed" } else { "held" };
        assert_eq!((state, data.pay.trail.last().map(|line| line.step)), (becomes, Some(says)), "{data:?}");
        let mut memory = self.world.memory();
        memory.is(booking, becomes);
        memory.paying.insert(reference, (booking, vec![ends]));
    }

    /// What was left on its way is paid after all, or given up.
    async fn come_back_to_it(&mut self) {
        let Some((booking, session, page)) = self.left.pop() else { return };
        match self.chance.below(3) {
            0 => self.do_without(booking, session).await,
            _ => {
                self.choose(booking, &page, "approve", "captured").await;
                self.booked.push((booking, session));
            }
        }
    }

    /// A form of earlier, from a page that is still open somewhere: it answers what it answered.
    async fn send_again(&mut self) {
        if self.sent.is_empty() {
            return;
        }
        match &self.sent[self.chance.below(self.sent.len())] {
            Sent::Made(form, made) => {
                let (form, made) = (form.clone(), *made);
                assert_eq!(self.ask(&form).await.made(), made, "{form:?}");
            }
            Sent::Pays(form, page) => {
                let (form, page) = (form.clone(), page.clone());
                let again: String = self.ask(&form).await.json();
                assert!(again == page || again.starts_with("/pay/back/"), "{again}, and before {page}");
            }
        }
    }

    async fn read_again(&mut self) {
        if let Some(booking) = self.chance.of(&self.over) {
            self.details(booking).await;
        }
    }

    /// A booking's page; the receipts that it shows are remembered.
    async fn details(&mut self, booking: i64) -> BookingData {
        let data: BookingData = self.ask(&Asked::get(format!("/api/booking-details?id={booking}"))).await.json();
        let mut memory = self.world.memory();
        for line in &data.pay.trail {
            if let Some((_, number)) = &line.receipt {
                let before = memory.receipts.insert(number.clone(), (booking, line.amount));
                assert!(before.is_none_or(|before| before == (booking, line.amount)), "receipt {number} is shown as two");
            }
        }
        data
    }
}

/// The acquirer's name for a payment, out of the address of its page.
fn reference(page: &str) -> String {
    page.rsplit('/').next().unwrap().to_owned()
}
