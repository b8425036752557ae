//! What pages and the console see of the lines.

use super::super::{Viewer, decode};
use crate::base::{Day, Lang, OfferId, StayId, WaitlistId};
use crate::booking::LineRow;
use crate::booking::rules::party::Member;
use crate::booking::rules::waitlist::guests;
use crate::booking::store::days;
use crate::catalog::Kind;
use crate::catalog::shelf::{Offer, Shelf};
use crate::server::Conn;
use sqlx::FromRow;

#[derive(FromRow)]
struct Standing {
    id: i64,
    offer_id: i64,
    day: String,
    from_wall: String,
    to_wall: String,
    whom: String,
    most: Option<i64>,
    place: i64,
}

/// The lines in which a stay stands on days that have not passed, the soonest first.
pub async fn lines_of(conn: &mut Conn, shelf: &Shelf, stay: StayId, party: &[Member], lang: Lang, today: Day) -> Result<Vec<LineRow>, sqlx::Error> {
    let rows: Vec<Standing> = sqlx::query_as(
        "SELECT w.id, w.offer_id, w.day, w.from_wall, w.to_wall, w.whom, w.most,
                1 + (SELECT count(*) FROM waitlist a
                      WHERE a.offer_id = w.offer_id AND a.day = w.day AND a.state = 'waiting' AND a.from_wall <= w.to_wall AND a.to_wall >= w.from_wall
                        AND (a.priority > w.priority OR (a.priority = w.priority AND (a.joined_at < w.joined_at
                             OR (a.joined_at = w.joined_at AND a.id < w.id))))) AS place
           FROM waitlist w WHERE w.stay_id = $1 AND w.state = 'waiting' AND w.day >= $2 ORDER BY w.day, w.from_wall, w.id",
    )
    .bind(stay.0)
    .bind(today.to_string())
    .fetch_all(conn)
    .await?;
    let mut lines = Vec::new();
    for row in rows {
        // What is no longer in the catalogue can be had by nobody.
        let Ok(offer) = shelf.offer(OfferId(row.offer_id)) else { continue };
        let people = guests(&row.whom);
        lines.push(LineRow {
            id: WaitlistId(row.id),
            offer: OfferId(row.offer_id),
            key: offer.key.clone(),
            title: offer.title.get(lang).to_owned(),
            day: Day::parse(&row.day).ok_or_else(|| decode("the day of a line"))?,
            from: row.from_wall,
            to: row.to_wall,
            people: party.iter().filter(|member| people.contains(&member.id)).map(|member| member.name.clone()).collect(),
            most: row.most,
            place: row.place,
        });
    }
    Ok(lines)
}

/// How many parties stand in the line for a start.
pub async fn in_line(conn: &mut Conn, offer: OfferId, day: Day, wall: &str) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM waitlist WHERE offer_id = $1 AND day = $2 AND state = 'waiting' AND from_wall <= $3 AND to_wall >= $3")
        .bind(offer.0)
        .bind(day.to_string())
        .bind(wall)
        .fetch_one(conn)
        .await
}

/// Every start of an offer on a day that is still ahead, in order: between which of them somebody would come.
pub async fn starts_of(conn: &mut Conn, shelf: &Shelf, (id, offer): (OfferId, &Offer), day: Day, now: i64) -> Result<Vec<String>, sqlx::Error> {
    if offer.kind == Kind::Session {
        return sqlx::query_scalar(
            "SELECT wall FROM sessions WHERE offer_id = $1 AND day = $2 AND starts_at > $3 AND cancelled_at IS NULL ORDER BY wall",
        )
        .bind(id.0)
        .bind(day.to_string())
        .bind(now)
        .fetch_all(conn)
        .await;
    }
    let ahead = |wall: &crate::base::WallTime| shelf.time.instant(day, *wall) > now;
    let mut starts: Vec<String> = days::starts(shelf, offer, day).into_iter().filter(ahead).map(|wall| wall.to_string()).collect();
    starts.sort_unstable();
    Ok(starts)
}

/// Somebody in a line of a day, as the console needs it.
#[derive(FromRow)]
pub struct DeskRow {
    pub id: i64,
    pub offer_id: i64,
    pub from_wall: String,
    pub to_wall: String,
    pub places: i64,
    pub most: Option<i64>,
    pub priority: i64,
    pub state: String,
    pub joined_at: i64,
    pub room: String,
    pub name: String,
    pub hold_until: Option<i64>,
    /// The most places that one of the times they would come to has left; nothing for times of one's own.
    pub most_left: Option<i64>,
}

/// Who waits on a day or has an offer, in the order in which they are served.
pub async fn of_day(conn: &mut Conn, day: Day, now: i64) -> Result<Vec<DeskRow>, sqlx::Error> {
    sqlx::query_as(
        "SELECT w.id, w.offer_id, w.from_wall, w.to_wall, w.places, w.most, w.priority, w.state, w.joined_at, ro.number AS room,
                coalesce(g.name, st.reference) AS name, b.hold_until,
                (SELECT max(s.capacity + s.beyond - s.taken) FROM sessions s
                  WHERE s.offer_id = w.offer_id AND s.day = w.day AND s.wall >= w.from_wall AND s.wall <= w.to_wall AND s.cancelled_at IS NULL) AS most_left
           FROM waitlist w JOIN stays st ON st.id = w.stay_id JOIN rooms ro ON ro.id = st.room_id
           LEFT JOIN guests g ON g.stay_id = st.id AND g.lead = 1 LEFT JOIN bookings b ON b.id = w.booking_id
          WHERE w.day = $1 AND (w.state = 'waiting' OR (w.state = 'offered' AND b.hold_until >= $2))
          ORDER BY w.offer_id, CASE w.state WHEN 'offered' THEN 0 ELSE 1 END, w.priority DESC, w.joined_at, w.id LIMIT 500",
    )
    .bind(day.to_string())
    .bind(now)
    .fetch_all(conn)
    .await
}

impl Viewer {
    /// The lines of an offer on a day in which this stay stands.
    pub async fn lines_for(&self, conn: &mut Conn, shelf: &Shelf, offer: OfferId, day: Day, today: Day) -> Result<Vec<LineRow>, sqlx::Error> {
        let mut lines = lines_of(conn, shelf, self.who.stay, &self.party, self.who.lang, today).await?;
        lines.retain(|line| line.offer == offer && line.day == day);
        Ok(lines)
    }
}
