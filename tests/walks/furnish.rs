//! Writes the resort of the walks into a database, and speaks to its server for the guests and the desk.

use super::model::{Place, Said, Step, Waiting, Wish};
use super::world::{
    DAWN, DAYS, HOLD_MINUTES, OFFERS, Offer, PACKAGES, QUIET_HOURS, SESSIONS, STAYS, Share, Stay, WAITLIST_MINUTES, ZONE, date, instant,
};
use crate::helpers::{Answer, Client, TestApp};
use cabana::base::{Lang, SlipId, Texts, WallTime};
use cabana::booking::closing::ClosingRefusal;
use cabana::booking::{Alternative, BookingRefusal, CheckInAnswer};
use cabana::catalog::shelf::{Hours, Offer as OfferBody, OfferQuestion, PackageItem};
use cabana::catalog::{Band, Policy};
use cabana::people::store::{Holder, add_sign_in};
use cabana::server::{Keys, Tx};
use reqwest::header::COOKIE;
use std::collections::HashMap;

/// What the database calls the things that the model counts from 0.
pub struct Ids {
    pub sessions: Vec<i64>,
    pub stays: Vec<i64>,
    /// Of each stay's party.
    pub guests: Vec<Vec<i64>>,
    pub resources: HashMap<&'static str, i64>,
}

/// A phone for each stay, and the console of the desk.
pub struct People {
    pub ids: Ids,
    phones: Vec<Client>,
    desk: Client,
    pub visitor: Client,
}

/// Puts the clock of a house to an instant and stops it there.
pub fn set_clock(app: &TestApp, now: i64) {
    app.house.clock.stop();
    app.house.clock.advance(now - app.house.clock.now());
}

/// Makes the resort of the walks out of the demonstration resort.
pub async fn furnish(app: &TestApp, holds_a_minute: i64) -> People {
    set_clock(app, instant(0, DAWN));
    let shelf = app.shelf().await;
    let mut tx = app.house.begin().await.unwrap();
    let mut resort = shelf.resort.clone();
    (resort.time_zone, resort.hold_minutes, resort.holds_a_minute) = (ZONE.to_owned(), HOLD_MINUTES, holds_a_minute);
    resort.waitlist_minutes = WAITLIST_MINUTES;
    (resort.quiet_from, resort.quiet_to) = (WallTime(QUIET_HOURS.0), WallTime(QUIET_HOURS.1));
    let body = serde_json::to_string(&resort).unwrap();
    sqlx::query("UPDATE resort SET version = version + 1, body = $1").bind(body).execute(tx.conn()).await.unwrap();
    sqlx::query("DELETE FROM sessions").execute(tx.conn()).await.unwrap();
    for (key, shares) in &PACKAGES {
        let mut package = shelf.package(key).unwrap().clone();
        package.items = shares.iter().map(item).collect();
        let body = serde_json::to_string(&package).unwrap();
        sqlx::query("UPDATE packages SET body = $2 WHERE key = $1").bind(*key).bind(body).execute(tx.conn()).await.unwrap();
    }
    let mut offers = Vec::new();
    for plan in &OFFERS {
        let (id, offer) = shelf.offer_by_key(plan.key).unwrap();
        let body = serde_json::to_string(&written(plan, offer.clone())).unwrap();
        sqlx::query("UPDATE offers SET body = $2 WHERE id = $1").bind(id.0).bind(body).execute(tx.conn()).await.unwrap();
        offers.push(id.0);
    }
    let sessions = lay_out(&mut tx, &offers).await;
    let (mut stays, mut guests, mut tokens) = (Vec::new(), Vec::new(), Vec::new());
    for (number, plan) in STAYS.iter().enumerate() {
        let (stay, party, token) = check_in(&mut tx, number, plan).await;
        stays.push(stay);
        guests.push(party);
        tokens.push(token);
    }
    let named: Vec<(String, i64)> = sqlx::query_as("SELECT key, id FROM resources").fetch_all(tx.conn()).await.unwrap();
    let named: HashMap<String, i64> = named.into_iter().collect();
    tx.commit().await.unwrap();
    let resources = OFFERS.iter().flat_map(|offer| offer.resources).map(|key| (*key, named[*key])).collect();
    let phones = tokens.iter().map(|token| phone(&app.base, token)).collect();
    People { ids: Ids { sessions, stays, guests, resources }, phones, desk: app.staff("desk").await, visitor: app.visitor() }
}

fn item(share: &Share) -> PackageItem {
    let key = Some(share.item.to_owned());
    let (offer, category) = if share.category { (None, key) } else { (key, None) };
    PackageItem { offer, category, included: share.period, times: share.times, each_person: share.each_person }
}

fn written(plan: &Offer, mut offer: OfferBody) -> OfferBody {
    let words = |text: &str| Texts([(Lang::En, text.to_owned())].into());
    offer.category = plan.category.to_owned();
    offer.price = plan.price;
    offer.bands = plan.bands.iter().map(|(from, to, price)| Band { from: *from, to: *to, price: *price }).collect();
    offer.age_min = Some(plan.ages.0).filter(|age| *age > 0);
    offer.age_max = Some(plan.ages.1).filter(|age| *age < 120);
    offer.adult_needed = plan.adult_needed;
    offer.minutes = plan.minutes;
    offer.policy = plan.policy.map(|(free, late, started)| Policy {
        free_until_minutes: free,
        late_percent: late,
        started_percent: started,
        no_show: plan.no_show,
        guarantee_days: 0,
        deposit: false,
    });
    offer.notice_minutes = plan.notice;
    offer.horizon_days = plan.horizon;
    let question =
        |key: &str| OfferQuestion { key: key.to_owned(), text: words("Which size?"), required: true, choices: vec![words("Small"), words("Large")] };
    offer.questions = plan.question.map(question).into_iter().collect();
    (offer.weekly, offer.once) = (Vec::new(), Vec::new());
    let open = |(from, to): (i64, i64)| Hours { days: Vec::new(), from: WallTime(from), to: WallTime(to) };
    offer.hours = Some(plan.hours).filter(|hours| *hours != (0, 0)).map(open).into_iter().collect();
    (offer.step, offer.before, offer.after) = (plan.step, plan.before, plan.after);
    let keys: Vec<String> = plan.resources.iter().map(|key| (*key).to_owned()).collect();
    offer.resources = if keys.is_empty() { Vec::new() } else { vec![keys] };
    offer
}

async fn lay_out(tx: &mut Tx, offers: &[i64]) -> Vec<i64> {
    let mut ids = Vec::new();
    for session in &SESSIONS {
        let starts_at = instant(session.day, session.wall);
        let id = sqlx::query_scalar(
            "INSERT INTO sessions (offer_id, day, wall, starts_at, ends_at, capacity, cancelled_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
        )
        .bind(offers[session.offer])
        .bind(date(session.day).to_string())
        .bind(WallTime(session.wall).to_string())
        .bind(starts_at)
        .bind(starts_at + OFFERS[session.offer].minutes * 60)
        .bind(session.capacity)
        .bind(session.off.then_some(0_i64))
        .fetch_one(tx.conn())
        .await
        .unwrap();
        if session.off {
            sqlx::query(
                "INSERT INTO closures (session_id, starts_at, ends_at, day, reason, intent, staff_id, closed_by, closed_at)
                 SELECT id, starts_at, ends_at, day, 'Storm', 'storm', (SELECT min(id) FROM staff), 'Mona', 0 FROM sessions WHERE id = $1",
            )
            .bind(id)
            .execute(tx.conn())
            .await
            .unwrap();
        }
        ids.push(id);
    }
    ids
}

/// A stay with its party and a phone that is signed in.
async fn check_in(tx: &mut Tx, number: usize, plan: &Stay) -> (i64, Vec<i64>, String) {
    let name = format!("walk-{number}");
    let stay: i64 = sqlx::query_scalar(
        "INSERT INTO stays (reference, room_id, package_id, lang, arrives, departs, created_at)
         VALUES ($1, (SELECT min(id) FROM rooms), (SELECT id FROM packages WHERE key = $2), 'en', $3, $4, 0) RETURNING id",
    )
    .bind(&name)
    .bind(PACKAGES[plan.package].0)
    .bind(date(plan.arrives).to_string())
    .bind(date(plan.departs).to_string())
    .fetch_one(tx.conn())
    .await
    .unwrap();
    let mut party = Vec::new();
    for (index, (name, age)) in plan.party.iter().enumerate() {
        let guest = sqlx::query_scalar("INSERT INTO guests (stay_id, name, age, lead) VALUES ($1, $2, $3, $4) RETURNING id")
            .bind(stay)
            .bind(*name)
            .bind(*age)
            .bind(i64::from(index == 0))
            .fetch_one(tx.conn())
            .await
            .unwrap();
        party.push(guest);
    }
    let slip: i64 = sqlx::query_scalar(
        "INSERT INTO slips (stay_id, login, nonce, secret_hash, password_hash, created_at) VALUES ($1, $2, $2, $2, '', 0) RETURNING id",
    )
    .bind(stay)
    .bind(&name)
    .fetch_one(tx.conn())
    .await
    .unwrap();
    let token = Keys::token();
    add_sign_in(tx, &Keys::hash(&token), Holder::Slip(SlipId(slip)), "walk", instant(DAYS + 30, 0)).await.unwrap();
    (stay, party, token)
}

fn phone(base: &str, token: &str) -> Client {
    let cookie = [(COOKIE, format!("cabana={token}").parse().unwrap())].into_iter().collect();
    Client { http: reqwest::Client::builder().default_headers(cookie).build().unwrap(), base: base.to_owned() }
}

impl People {
    /// Everybody finds the server where it is now.
    pub fn move_to(&mut self, base: &str) {
        for client in self.phones.iter_mut().chain([&mut self.desk, &mut self.visitor]) {
            client.base = base.to_owned();
        }
    }

    pub fn path(&self, place: Place) -> String {
        match place {
            Place::Session(session) => format!("/sessions/{}", self.ids.sessions[session]),
            Place::Time { offer, day, wall } => format!("/times/{}/{}/{:02}{:02}", OFFERS[offer].key, date(day), wall / 60, wall % 60),
        }
    }

    /// Somebody of a stay's party; beyond its end somebody of another stay.
    fn guest(&self, stay: usize, guest: usize) -> String {
        let other = &self.ids.guests[(stay + 1) % STAYS.len()];
        self.ids.guests[stay].get(guest).unwrap_or(&other[0]).to_string()
    }

    /// Takes one step at the server. Answers what it said, and where else it said there are places.
    pub async fn ask(&self, step: &Step) -> (Said, Vec<Alternative>) {
        let phone = |stay: &usize| &self.phones[*stay];
        match step {
            Step::Hold { stay, wish } => said(phone(stay).call("hold", &pairs(&self.form(*stay, wish))).await),
            Step::Confirm { stay, booking, expected } => {
                let expected = expected.map(|total| total.to_string()).unwrap_or_default();
                said(phone(stay).call("confirm", &[("booking", &booking.to_string()), ("expected", &expected)]).await)
            }
            Step::Release { stay, booking } => said(phone(stay).call("release", &[("booking", &booking.to_string())]).await),
            Step::Cancel { stay, booking, fee } => {
                said(phone(stay).call("cancel-booking", &[("booking", &booking.to_string()), ("expected_fee", &fee.to_string())]).await)
            }
            Step::Move { stay, booking, to } => {
                said(phone(stay).call("move-booking", &[("booking", &booking.to_string()), ("to", &self.path(*to))]).await)
            }
            Step::Leave { stay, booking, guest, fee } => {
                let (booking, guest, fee) = (booking.to_string(), self.guest(*stay, *guest), fee.to_string());
                said(phone(stay).call("cancel-participant", &[("booking", &booking), ("guest", &guest), ("expected_fee", &fee)]).await)
            }
            Step::Replace { stay, booking, out, instead } => {
                let (out, instead) = (self.guest(*stay, *out), self.guest(*stay, *instead));
                said(phone(stay).call("replace-participant", &[("booking", &booking.to_string()), ("out", &out), ("instead", &instead)]).await)
            }
            Step::Scan { code, .. } => {
                let answer: CheckInAnswer = self.desk.call("staff-check-in", &[("code", code)]).await.ok().json();
                (Said::Scanned(bare_scan(answer)), Vec::new())
            }
            Step::Undo { code, seen, .. } => {
                nothing_said(self.desk.call("staff-undo-check-in", &[("code", code), ("seen", &seen.to_string())]).await)
            }
            Step::Missed { code, missed, .. } => {
                nothing_said(self.desk.call("staff-missed", &[("code", code), ("missed", &missed.to_string())]).await)
            }
            Step::Allow { session, beyond, seen } => {
                let (session, beyond, seen) = (self.ids.sessions[*session].to_string(), beyond.to_string(), seen.to_string());
                let form = [("session", &*session), ("beyond", &beyond), ("seen", &seen), ("reason", "Another bench")];
                nothing_said(self.desk.call("staff-allow-beyond", &form).await)
            }
            Step::Keep { booking, wall } => {
                let (booking, until) = (booking.to_string(), format!("{:02}:{:02}", wall / 60, wall % 60));
                nothing_said(self.desk.call("staff-keep-hold", &[("booking", &booking), ("until", &until), ("reason", "An invoice")]).await)
            }
            Step::Close { session, seen, intent } => {
                let what = format!("session/{}", self.ids.sessions[*session]);
                let mut form = vec![("what".to_owned(), what), ("intent".into(), intent.clone()), ("reason".into(), "Storm".into())];
                for (booking, moves) in seen {
                    form.push((format!("choices[{booking}]"), "cancel".into()));
                    form.push((format!("seen[{booking}]"), moves.to_string()));
                }
                (closed(self.desk.call("staff-close", &pairs(&form)).await), Vec::new())
            }
            Step::Reopen { closure, .. } => (closed(self.desk.call("staff-reopen", &[("closure", &closure.to_string())]).await), Vec::new()),
            Step::Join { stay, wish } => said(phone(stay).call("join-waitlist", &pairs(&self.wait(*stay, wish))).await),
            Step::LeaveLine { stay, entry } => said(phone(stay).call("leave-waitlist", &[("entry", &entry.to_string())]).await),
            Step::GiveBack { booking } => {
                nothing_said(self.desk.call("staff-release-hold", &[("booking", &booking.to_string()), ("reason", "A group")]).await)
            }
        }
    }

    fn wait(&self, stay: usize, wish: &Waiting) -> Vec<(String, String)> {
        let mut form = vec![("at".to_owned(), self.path(wish.place)), ("intent".to_owned(), wish.intent.clone())];
        form.extend(wish.guests.iter().map(|guest| (format!("guests[{}]", self.guest(stay, *guest)), "on".to_owned())));
        form.extend(wish.answer.map(|answer| ("answers[size]".to_owned(), answer.to_owned())));
        for (name, wall) in [("from", wish.between.0), ("to", wish.between.1)] {
            form.extend(wall.map(|wall| (name.to_owned(), WallTime(wall).to_string())));
        }
        if let Some(most) = wish.most {
            form.extend([("auto".to_owned(), "on".to_owned()), ("most".to_owned(), format!("{}.{:02}", most / 100, most % 100))]);
        }
        form
    }

    fn form(&self, stay: usize, wish: &Wish) -> Vec<(String, String)> {
        let mut form = vec![("at".to_owned(), self.path(wish.place)), ("intent".to_owned(), wish.intent.clone())];
        form.push(("expected".to_owned(), wish.expected.map(|total| total.to_string()).unwrap_or_default()));
        form.extend(wish.guests.iter().map(|guest| (format!("guests[{}]", self.guest(stay, *guest)), "on".to_owned())));
        if let Some(answer) = wish.answer {
            form.push(("answers[size]".to_owned(), answer.to_owned()));
        }
        form
    }
}

fn pairs(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// Done, or the name of the refusal.
fn closed(answer: Answer) -> Said {
    if answer.status.is_success() {
        return Said::Closed("done".to_owned());
    }
    let refusal = format!("{:?}", answer.json::<ClosingRefusal>());
    Said::Closed(refusal.split([' ', '{', '(']).next().unwrap_or_default().to_owned())
}

/// What the desk does answers nothing.
fn nothing_said(answer: Answer) -> (Said, Vec<Alternative>) {
    if answer.status.is_success() { (Said::Done(0), Vec::new()) } else { said(answer) }
}

fn said(answer: Answer) -> (Said, Vec<Alternative>) {
    if answer.status.is_success() {
        return (Said::Done(answer.json()), Vec::new());
    }
    let mut refusal: BookingRefusal = answer.json();
    let mut elsewhere = Vec::new();
    if let BookingRefusal::Full { alternatives, .. }
    | BookingRefusal::JustTaken { alternatives }
    | BookingRefusal::Cancelled { alternatives }
    | BookingRefusal::Expired { alternatives } = &mut refusal
    {
        elsewhere = std::mem::take(alternatives);
    }
    if let BookingRefusal::Clash { title, wall, .. } = &mut refusal {
        title.clear();
        wall.clear();
    }
    (Said::Refused(refusal), elsewhere)
}

/// Without the words of the catalogue and the name of whoever stood at the door: the model knows neither.
fn bare_scan(mut answer: CheckInAnswer) -> CheckInAnswer {
    match &mut answer {
        CheckInAnswer::Admitted { title, .. } | CheckInAnswer::WrongDay { title, .. } | CheckInAnswer::Cancelled { title, .. } => title.clear(),
        CheckInAnswer::AlreadyIn { title, by, .. } => {
            title.clear();
            by.clear();
        }
        CheckInAnswer::Unknown | CheckInAnswer::Twice { .. } | CheckInAnswer::MustPay { .. } => {}
    }
    answer
}
