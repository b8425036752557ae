//! One stay's own bookings. Finding is permission: every query asks for the stay, and another's booking is not found.

use super::{Answered, Sold, Who, decode, state_at};
use crate::base::{BookingId, Day, Fault, GuestId, Lang, OfferId, SessionId, StayId, WallTime};
use crate::booking::rules::party::{Engagement, Member, When};
use crate::booking::rules::time::{back_when_missed, fee, free_until, is_live, may_move};
use crate::booking::{Actor, BookingFact, BookingRow, BookingState, Deed, Moment, Target};
use crate::catalog::included::{self, Used};
use crate::catalog::shelf::Shelf;
use crate::people::session::Guest;
use crate::server::{Conn, Time};
use sqlx::FromRow;
use std::cmp::Reverse;
use std::collections::HashMap;

/// A booking as kept, with its state as of now.
#[derive(Clone, Debug)]
pub struct Booking {
    pub id: BookingId,
    pub stay: StayId,
    pub offer: OfferId,
    pub session: Option<SessionId>,
    pub state: BookingState,
    pub places: i64,
    pub starts_at: i64,
    pub ends_at: i64,
    pub day: Day,
    pub wall: WallTime,
    pub total: i64,
    pub hold_until: Option<i64>,
    pub sold: Sold,
    pub answers: Vec<Answered>,
    pub moves: i64,
    pub fee: i64,
    /// The start that the fee is counted from.
    pub fee_from: i64,
    /// Until then it costs nothing to give back, whatever the rule says.
    pub free_until: Option<i64>,
    /// The booking that its one person was part of before they alone gave up their place.
    pub apart_from: Option<BookingId>,
    /// What of the total was given back since it was to take place.
    pub given: i64,
    /// What points pay of a hold, minor units; of what is booked their payment says it.
    pub by_points: i64,
}

impl Booking {
    /// What is to be paid besides with points.
    pub fn to_pay(&self) -> i64 {
        self.total - self.by_points
    }

    /// What is kept if it is given back now.
    pub fn fee_at(&self, now: i64) -> i64 {
        self.fee_of(self.total - self.given, now)
    }

    /// What is kept of so much of it, as of one person's price.
    pub fn fee_of(&self, amount: i64, now: i64) -> i64 {
        if self.in_grace(now) { 0 } else { fee(&self.sold.policy, amount, self.fee_from, now) }
    }

    /// What comes back of so much of it for somebody who does not come.
    pub fn back_when_missed(&self, amount: i64) -> i64 {
        back_when_missed(&self.sold.policy, amount, self.fee_of(amount, self.starts_at))
    }

    /// Whether it may still move to another time.
    pub fn may_move(&self, now: i64) -> bool {
        may_move(&self.sold.policy, self.starts_at, self.fee_from, now) || self.in_grace(now)
    }

    /// The last second at which it can be given back for nothing, if there is one left.
    pub fn free_until(&self, now: i64) -> Option<i64> {
        free_until(&self.sold.policy, self.fee_from, now).max(self.free_until.filter(|_| self.in_grace(now)))
    }

    /// Whether it can be given back for nothing whatever the rule says: for a while, and never after the start (RULES X2).
    pub fn in_grace(&self, now: i64) -> bool {
        now <= self.starts_at && self.free_until.is_some_and(|until| is_live(until, now))
    }

    pub fn when(&self) -> When {
        When { offer: self.offer, starts_at: self.starts_at, ends_at: self.ends_at }
    }

    /// The address of its time.
    pub fn target(&self) -> Target {
        match self.session {
            Some(session) => Target::Session(session),
            None => Target::Time { offer: self.sold.key.clone(), day: self.day, wall: self.wall },
        }
    }
}

#[derive(FromRow)]
struct BookingRecord {
    id: i64,
    stay_id: i64,
    offer_id: i64,
    session_id: Option<i64>,
    state: String,
    places: i64,
    starts_at: i64,
    ends_at: i64,
    day: String,
    wall: String,
    total: i64,
    hold_until: Option<i64>,
    sold: String,
    answers: String,
    moves: i64,
    fee: i64,
    fee_from: i64,
    free_until: Option<i64>,
    apart_from: Option<i64>,
    given: i64,
    by_points: i64,
}

impl BookingRecord {
    fn read(self, now: i64) -> Result<Booking, sqlx::Error> {
        Ok(Booking {
            id: BookingId(self.id),
            stay: StayId(self.stay_id),
            offer: OfferId(self.offer_id),
            session: self.session_id.map(SessionId),
            state: state_at(&self.state, self.hold_until, now)?,
            places: self.places,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            day: Day::parse(&self.day).ok_or_else(|| decode("a booking's day"))?,
            wall: WallTime::parse(&self.wall).ok_or_else(|| decode("a booking's time"))?,
            total: self.total,
            hold_until: self.hold_until,
            sold: serde_json::from_str(&self.sold).map_err(|error| decode(&error.to_string()))?,
            answers: serde_json::from_str(&self.answers).map_err(|error| decode(&error.to_string()))?,
            moves: self.moves,
            fee: self.fee,
            fee_from: self.fee_from,
            free_until: self.free_until,
            apart_from: self.apart_from.map(BookingId),
            given: self.given,
            by_points: self.by_points,
        })
    }
}

macro_rules! booking {
    () => {
        "SELECT id, stay_id, offer_id, session_id, state, places, starts_at, ends_at, day, wall, total, hold_until, sold, answers, moves,
                fee, fee_from, free_until, apart_from, given, by_points FROM bookings "
    };
}

/// A booking of this stay; anybody else's is not found.
pub async fn booking_of(conn: &mut Conn, stay: StayId, id: BookingId, now: i64) -> Result<Booking, Fault> {
    let row: BookingRecord = sqlx::query_as(concat!(booking!(), "WHERE id = $1 AND stay_id = $2")).bind(id.0).bind(stay.0).fetch_one(conn).await?;
    Ok(row.read(now)?)
}

/// A stay as taking places needs it, when nobody of it asks: in its own language, in the name of the lead, whom nothing is
/// refused for what it costs.
pub async fn who_of(conn: &mut Conn, stay: StayId) -> Result<Who, Fault> {
    let (package, arrives, departs, lang, name, lead): (String, String, String, String, String, i64) = sqlx::query_as(
        "SELECT p.key, st.arrives, st.departs, st.lang, coalesce(g.name, st.reference), coalesce(g.id, 0) FROM stays st JOIN packages p ON p.id = st.package_id
           LEFT JOIN guests g ON g.stay_id = st.id AND g.lead = 1 WHERE st.id = $1",
    )
    .bind(stay.0)
    .fetch_one(conn)
    .await?;
    let day = |text: &str| Day::parse(text).ok_or_else(|| decode("a stay's day"));
    let lang = lang.parse().map_err(|_| decode("a stay's language"))?;
    Ok(Who { stay, package, arrives: day(&arrives)?, departs: day(&departs)?, lang, name, by: GuestId(lead), approved: true })
}

/// One person of a booking, with the ticket.
#[derive(Clone, Debug, FromRow)]
pub struct Participant {
    pub guest_id: i64,
    pub name: String,
    pub age: i64,
    pub price: i64,
    pub included: i64,
    pub code: String,
    pub checked_in_at: Option<i64>,
    pub missed_at: Option<i64>,
    /// What of the price they have back because they did not come.
    pub given: i64,
    /// They have back what the package paid: whose counter it was.
    pub share_back: Option<String>,
    pub said_name: Option<String>,
    pub contact: Option<String>,
}

impl Participant {
    /// What is charged for this person: nothing where the package pays.
    pub fn due(&self) -> i64 {
        if self.included == 1 { 0 } else { self.price }
    }
}

pub async fn participants_of(conn: &mut Conn, booking: BookingId) -> Result<Vec<Participant>, sqlx::Error> {
    sqlx::query_as(
        "SELECT guest_id, name, age, price, included, code, checked_in_at, missed_at, given, share_back, said_name, contact FROM participants WHERE booking_id = $1 ORDER BY id",
    )
    .bind(booking.0)
    .fetch_all(conn)
    .await
}

/// Who takes part besides the person the room is billed to: they are told in words of their own.
pub async fn others_of(conn: &mut Conn, booking: BookingId) -> Result<Vec<GuestId>, sqlx::Error> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "SELECT p.guest_id FROM participants p JOIN guests g ON g.id = p.guest_id WHERE p.booking_id = $1 AND g.lead = 0 ORDER BY p.id",
    )
    .bind(booking.0)
    .fetch_all(conn)
    .await?;
    Ok(ids.into_iter().map(GuestId).collect())
}

/// Who did what to a booking, the oldest first.
pub async fn facts_of(conn: &mut Conn, booking: BookingId, time: Time) -> Result<Vec<BookingFact>, sqlx::Error> {
    let rows: Vec<(i64, String, String, String)> =
        sqlx::query_as("SELECT at, actor, name, detail FROM timeline WHERE subject = 'booking' AND subject_id = $1 ORDER BY id")
            .bind(booking.0)
            .fetch_all(conn)
            .await?;
    Ok(rows
        .into_iter()
        .filter_map(|(at, actor, name, detail)| {
            let actor = match actor.as_str() {
                "guest" => Actor::Guest,
                "staff" => Actor::Staff,
                _ => Actor::House,
            };
            let deed: Deed = serde_json::from_str(&detail).ok()?;
            Some(BookingFact { at: moment(time, at), actor, name, deed })
        })
        .collect())
}

/// An instant as day and time of the resort.
pub fn moment(time: Time, at: i64) -> Moment {
    Moment { day: time.day(at), wall: time.wall(at).to_string() }
}

/// The people of a stay, the lead first.
pub async fn party_of(conn: &mut Conn, stay: StayId) -> Result<Vec<Member>, sqlx::Error> {
    let mut rows: Vec<(i64, String, i64, i64)> =
        sqlx::query_as("SELECT id, name, age, lead FROM guests WHERE stay_id = $1").bind(stay.0).fetch_all(conn).await?;
    rows.sort_by_key(|(id, _, _, lead)| (Reverse(*lead), *id));
    Ok(rows.into_iter().map(|(id, name, age, _)| Member { id: GuestId(id), name, age }).collect())
}

/// What the people of a stay have, and how far each is from an offer.
pub async fn engaged(conn: &mut Conn, shelf: &Shelf, stay: StayId, lang: Lang, offer: OfferId, now: i64) -> Result<Vec<Engagement>, sqlx::Error> {
    let mut engaged = engaged_anywhere(conn, stay, lang, now).await?;
    for one in &mut engaged {
        one.walk = shelf.walk(one.when.offer, offer);
    }
    Ok(engaged)
}

/// What the people of a stay have: every booking that is confirmed, or held and still live.
pub async fn engaged_anywhere(conn: &mut Conn, stay: StayId, lang: Lang, now: i64) -> Result<Vec<Engagement>, sqlx::Error> {
    let rows: Vec<(i64, i64, String, String, i64, i64, i64)> = sqlx::query_as(
        "SELECT b.id, p.guest_id, b.sold, b.wall, b.offer_id, b.starts_at, b.ends_at FROM bookings b JOIN participants p ON p.booking_id = b.id
          WHERE b.stay_id = $1 AND b.state IN ('held', 'confirmed') AND b.ends_at > $2 AND (b.state = 'confirmed' OR b.hold_until >= $2)
          ORDER BY b.starts_at",
    )
    .bind(stay.0)
    .bind(now)
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|(id, guest, sold, wall, offer, starts_at, ends_at)| {
            let sold: Sold = serde_json::from_str(&sold).map_err(|error| decode(&error.to_string()))?;
            let when = When { offer: OfferId(offer), starts_at, ends_at };
            Ok(Engagement { booking: BookingId(id), guest: GuestId(guest), title: sold.title.get(lang).to_owned(), wall, when, walk: 0 })
        })
        .collect()
}

/// Ages of those of a stay who go to a time by other bookings than this one, for certain: what is only held may lapse.
pub async fn company(conn: &mut Conn, stay: StayId, when: When, but: Option<BookingId>) -> Result<Vec<i64>, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT p.age FROM participants p JOIN bookings b ON b.id = p.booking_id
          WHERE b.stay_id = $1 AND b.state IN ('held', 'confirmed') AND b.starts_at = $3 AND b.offer_id = $2 AND b.state = 'confirmed' AND b.id <> $4",
    )
    .bind(stay.0)
    .bind(when.offer.0)
    .bind(when.starts_at)
    .bind(but.map_or(0, |but| but.0))
    .fetch_all(conn)
    .await
}

/// A live booking of the viewer, as far as lists of times need it.
#[derive(Clone, Debug)]
pub struct Mine {
    pub id: BookingId,
    pub offer: OfferId,
    pub session: Option<SessionId>,
    pub starts_at: i64,
    pub day: Day,
    pub held: bool,
}

/// Who looks at a list, with all that decides what they see.
pub struct Viewer {
    pub who: Who,
    pub party: Vec<Member>,
    pub used: Vec<Used>,
    pub mine: Vec<Mine>,
}

impl Viewer {
    /// Nobody, when nobody is signed in.
    pub async fn of(conn: &mut Conn, guest: Option<&Guest>, lang: Lang, now: i64) -> Result<Option<Viewer>, sqlx::Error> {
        let Some(guest) = guest else { return Ok(None) };
        let rows: Vec<(i64, i64, Option<i64>, i64, String, String)> = sqlx::query_as(
            "SELECT id, offer_id, session_id, starts_at, day, state FROM bookings
              WHERE stay_id = $1 AND state IN ('held', 'confirmed') AND (state = 'confirmed' OR hold_until >= $2) ORDER BY starts_at",
        )
        .bind(guest.stay().0)
        .bind(now)
        .fetch_all(&mut *conn)
        .await?;
        let mine = rows
            .into_iter()
            .filter_map(|(id, offer, session, starts_at, day, state)| {
                let (id, offer, session) = (BookingId(id), OfferId(offer), session.map(SessionId));
                Some(Mine { id, offer, session, starts_at, day: Day::parse(&day)?, held: state == "held" })
            })
            .collect();
        let party = party_of(conn, guest.stay()).await?;
        let used = included::used(conn, guest.stay(), now).await?;
        Ok(Some(Viewer { who: Who { lang, ..Who::from(guest) }, party, used, mine }))
    }

    /// What this stay has of a session, or of a time of one's own of this offer. A party may go with several bookings.
    pub fn mine_at(&self, session: Option<SessionId>, offer: OfferId, starts_at: i64) -> impl Iterator<Item = &Mine> {
        self.mine.iter().filter(move |mine| mine.session == session && (session.is_some() || (mine.offer == offer && mine.starts_at == starts_at)))
    }

    /// Days of arrival and departure.
    pub fn days(&self) -> (Day, Day) {
        (self.who.arrives, self.who.departs)
    }
}

impl Booking {
    fn row(self, time: Time, lang: Lang, now: i64, people: Vec<String>) -> BookingRow {
        BookingRow {
            id: self.id,
            title: self.sold.title.get(lang).to_owned(),
            place: self.sold.place.get(lang).to_owned(),
            day: self.day,
            wall: self.wall.to_string(),
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            state: self.state,
            people,
            total: self.total,
            photo: self.sold.photo,
            held_until: self
                .hold_until
                .filter(|until| self.state == BookingState::Held && is_live(*until, now))
                .map(|until| time.wall(until).to_string()),
        }
    }
}

/// Every booking of a stay, the latest first. Holds that were given up or ran out are no part of a history.
pub async fn list_for(conn: &mut Conn, shelf: &Shelf, stay: StayId, lang: Lang, now: i64) -> Result<Vec<BookingRow>, sqlx::Error> {
    let rows: Vec<BookingRecord> = sqlx::query_as(concat!(
        booking!(),
        "WHERE stay_id = $1 AND (state IN ('confirmed', 'cancelled') OR (state = 'held' AND hold_until >= $2))
          ORDER BY starts_at DESC, id DESC LIMIT 500"
    ))
    .bind(stay.0)
    .bind(now)
    .fetch_all(&mut *conn)
    .await?;
    let names: Vec<(i64, String)> =
        sqlx::query_as("SELECT p.booking_id, p.name FROM participants p JOIN bookings b ON b.id = p.booking_id WHERE b.stay_id = $1 ORDER BY p.id")
            .bind(stay.0)
            .fetch_all(conn)
            .await?;
    let mut people: HashMap<i64, Vec<String>> = HashMap::new();
    for (booking, name) in names {
        people.entry(booking).or_default().push(name);
    }
    rows.into_iter()
        .map(|row| {
            let people = people.remove(&row.id).unwrap_or_default();
            Ok(row.read(now)?.row(shelf.time, lang, now, people))
        })
        .collect()
}

/// What this stay has booked already and did not give up.
pub async fn tried_offers(conn: &mut Conn, stay: StayId, now: i64) -> Result<Vec<OfferId>, sqlx::Error> {
    let offers: Vec<i64> = sqlx::query_scalar(
        "SELECT DISTINCT offer_id FROM bookings WHERE stay_id = $1 AND state IN ('held', 'confirmed') AND (state = 'confirmed' OR hold_until >= $2)",
    )
    .bind(stay.0)
    .bind(now)
    .fetch_all(conn)
    .await?;
    Ok(offers.into_iter().map(OfferId).collect())
}
