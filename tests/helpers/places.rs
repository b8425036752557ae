//! What the tests of booking need: a clock set to a time of the resort, sessions to book, and the sums that must
//! always come out even.

use super::{Answer, Client, TestApp};
use cabana::base::{Day, WallTime};
use cabana::catalog::shelf::{Offer, Resort, Resource};
use cabana::server::Keys;

impl TestApp {
    /// Sets the clock to a wall time of the resort, so many days after today, and answers that day.
    pub async fn at(&self, ahead: i64, wall: &str) -> Day {
        let shelf = self.shelf().await;
        let day = shelf.time.day(self.house.clock.now()).plus(ahead);
        self.at_day(day, wall).await;
        day
    }

    pub async fn at_day(&self, day: Day, wall: &str) {
        let shelf = self.shelf().await;
        let wanted = shelf.time.instant(day, WallTime::parse(wall).unwrap());
        self.house.clock.advance(wanted - self.house.clock.now());
    }

    /// The session of an offer on a day.
    pub async fn session(&self, key: &str, day: Day) -> i64 {
        sqlx::query_scalar(
            "SELECT s.id FROM sessions s JOIN offers o ON o.id = s.offer_id WHERE o.key = $1 AND s.day = $2 ORDER BY s.starts_at LIMIT 1",
        )
        .bind(key)
        .bind(day.to_string())
        .fetch_one(self.house.database.readers())
        .await
        .unwrap()
    }

    /// Changes an offer of the catalogue, as an import would.
    pub async fn change_offer(&self, key: &str, change: impl FnOnce(&mut Offer)) {
        let mut tx = self.house.begin().await.unwrap();
        let body: String = sqlx::query_scalar("SELECT body FROM offers WHERE key = $1").bind(key).fetch_one(tx.conn()).await.unwrap();
        let mut offer: Offer = serde_json::from_str(&body).unwrap();
        change(&mut offer);
        let body = serde_json::to_string(&offer).unwrap();
        sqlx::query("UPDATE offers SET body = $2 WHERE key = $1").bind(key).bind(body).execute(tx.conn()).await.unwrap();
        sqlx::query("UPDATE resort SET version = version + 1").execute(tx.conn()).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Changes what stands in `resort.toml`, as an import would.
    pub async fn change_resort(&self, change: impl FnOnce(&mut Resort)) {
        let mut tx = self.house.begin().await.unwrap();
        let body: String = sqlx::query_scalar("SELECT body FROM resort").fetch_one(tx.conn()).await.unwrap();
        let mut resort: Resort = serde_json::from_str(&body).unwrap();
        change(&mut resort);
        let body = serde_json::to_string(&resort).unwrap();
        sqlx::query("UPDATE resort SET body = $1, version = version + 1").bind(body).execute(tx.conn()).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// One more resource.
    pub async fn add_resource(&self, resource: &Resource) {
        let mut tx = self.house.begin().await.unwrap();
        sqlx::query("INSERT INTO resources (key, position, body) VALUES ($1, 99, $2)")
            .bind(&resource.key)
            .bind(serde_json::to_string(resource).unwrap())
            .execute(tx.conn())
            .await
            .unwrap();
        sqlx::query("UPDATE resort SET version = version + 1").execute(tx.conn()).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The people of a stay, in the order of the file.
    pub async fn people(&self, reference: &str) -> Vec<i64> {
        sqlx::query_scalar("SELECT g.id FROM guests g JOIN stays s ON s.id = g.stay_id WHERE s.reference = $1 ORDER BY g.id")
            .bind(reference)
            .fetch_all(self.house.database.readers())
            .await
            .unwrap()
    }

    /// The first code of a booking.
    pub async fn code(&self, booking: i64) -> String {
        sqlx::query_scalar("SELECT code FROM participants WHERE booking_id = $1 ORDER BY id LIMIT 1")
            .bind(booking)
            .fetch_one(self.house.database.readers())
            .await
            .unwrap()
    }

    /// What the house does for itself every few seconds; answers how many places were offered along the lines.
    pub async fn tidy(&self) -> u64 {
        cabana::booking::schedule::tidy(&self.house, &self.shelves).await.unwrap()
    }

    /// What the house does about wishes, as a server that has just started; answers how many were told something.
    pub async fn wishes(&self) -> u64 {
        self.wishes_since(&mut cabana::wishes::act::Last::default()).await
    }

    /// The same for a server that remembers how things stood.
    pub async fn wishes_since(&self, last: &mut cabana::wishes::act::Last) -> u64 {
        cabana::wishes::act::errand(&self.house, &self.shelves, last).await.unwrap()
    }

    /// What the house does about money every few seconds.
    pub async fn money(&self) {
        cabana::booking::money::errands(&self.house, &self.shelves).await.unwrap();
    }

    /// What the house does about what nobody has answered in time; answers how much of it there was.
    pub async fn unanswered(&self) -> u64 {
        cabana::orders::approval::errand(&self.house, &self.shelves).await.unwrap()
    }

    /// What the house does about receipts every few seconds.
    pub async fn register_receipts(&self) {
        cabana::payments::fiscal::send(&self.house, &self.shelves).await.unwrap();
    }

    /// What must hold after every deed: places taken are those of held and confirmed bookings, counters are those of
    /// their uses, only active bookings occupy resources, and the bill is what was sold less what was given back.
    pub async fn sums_are_even(&self) {
        let mut conn = self.house.database.readers().acquire().await.unwrap();
        let differences = cabana::boot::check::differences(&mut conn).await.unwrap();
        assert!(differences.is_empty(), "{differences:#?}");
    }
}

impl Client {
    /// Holds a session or a time for these people; `more` are further fields of the form.
    pub async fn hold(&self, at: &str, people: &[i64], more: &[(&str, &str)]) -> Answer {
        let mut form: Vec<(String, String)> = vec![("at".into(), at.into())];
        if more.iter().all(|(name, _)| *name != "intent") {
            form.push(("intent".into(), Keys::token()));
        }
        form.extend(people.iter().map(|id| (format!("guests[{id}]"), "on".to_owned())));
        form.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self.call_all("hold", &form).await
    }

    /// Holds and confirms; answers the booking.
    pub async fn book(&self, at: &str, people: &[i64], more: &[(&str, &str)]) -> i64 {
        let id: i64 = self.hold(at, people, more).await.ok().json();
        self.confirm(id).await.ok();
        id
    }

    pub async fn confirm(&self, id: i64) -> Answer {
        self.call("confirm", &[("booking", &id.to_string())]).await
    }
}
