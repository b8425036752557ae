//! The doors of the waitlist: a guest's, and the desk's.

use crate::base::WaitlistId;
use crate::booking::desk::DeskLines;
use crate::booking::{BookingRefusal, LineRow};
use leptos::prelude::*;
use server_fn::codec::GetUrl;
use std::collections::HashMap;

/// Joins the line for a session or a time that is full. `at` is its address; `guests[12]=on` are those who would come;
/// `from` and `to` the starts between which they would (that time alone when empty); with `auto` they are booked at once
/// as long as it costs no more than `most`, an amount as people write it.
#[server(endpoint = "join-waitlist")]
#[allow(clippy::too_many_arguments, reason = "the fields of one form")]
pub async fn join_waitlist(
    at: String,
    #[server(default)] guests: HashMap<String, String>,
    #[server(default)] answers: HashMap<String, String>,
    #[server(default)] from: String,
    #[server(default)] to: String,
    #[server(default)] auto: String,
    #[server(default)] most: String,
    intent: String,
) -> Result<WaitlistId, BookingRefusal> {
    use crate::base::{Fault, GuestId, WallTime, intent_of};
    use crate::booking::{Target, store};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller, see_other};
    use crate::server::begin;

    let guest = Guest::staying()?;
    let who = store::Who { lang: caller()?.lang, ..store::Who::from(&guest) };
    let shelf = shelf()?;
    let target = Target::parse(&at).ok_or(Fault::NotFound)?;
    let start =
        |name: &str, text: &str| if text.is_empty() { Ok(None) } else { WallTime::parse(text).map(Some).ok_or_else(|| Fault::Field(name.into())) };
    let (from, to) = (start("from", &from)?, start("to", &to)?);
    let most = if auto.is_empty() { None } else { Some(shelf.coin.read(&most).ok_or_else(|| Fault::Field("most".into()))?) };
    let mut tx = begin().await?;
    let wish = store::waitlist::Waiting {
        guests: guests.keys().map(|id| id.parse().map(GuestId).map_err(|_| Fault::Field("guests".into()))).collect::<Result<_, _>>()?,
        answers,
        between: (from, to),
        most,
        intent: intent_of(&intent)?,
        target,
    };
    let id = store::waitlist::join(&mut tx, &shelf, &who, &wish).await?;
    tx.commit().await?;
    see_other(&wish.target.path());
    Ok(id)
}

/// Leaves a line; a place that is offered is given back. `next` is where a page without JavaScript goes on.
#[server(endpoint = "leave-waitlist")]
pub async fn leave_waitlist(entry: i64, #[server(default)] next: String) -> Result<WaitlistId, BookingRefusal> {
    use crate::booking::store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, see_other};
    use crate::server::begin;

    let guest = Guest::staying()?;
    let (who, shelf, id) = (store::Who::from(&guest), shelf()?, WaitlistId(entry));
    let mut tx = begin().await?;
    store::waitlist::leave(&mut tx, &shelf, &who, id).await?;
    tx.commit().await?;
    see_other(if next.starts_with("/sessions/") || next.starts_with("/times/") { &next } else { "/history" });
    Ok(id)
}

/// Every line in which the stay stands, the soonest first.
#[server(endpoint = "my-waitlist", input = GetUrl)]
pub async fn my_waitlist() -> Result<Vec<LineRow>, BookingRefusal> {
    use crate::booking::store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller};
    use crate::server::house;

    let guest = Guest::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let mut conn = house.database.readers().acquire().await?;
    let party = store::party_of(&mut conn, guest.stay()).await?;
    let today = shelf.time.day(house.clock.now());
    Ok(store::waitlist::lines_of(&mut conn, &shelf, guest.stay(), &party, lang, today).await?)
}

/// Who waits on a day (today without one), line by line, in the order in which they are served.
#[server(endpoint = "staff-waitlist", input = GetUrl)]
pub async fn staff_waitlist(#[server(default)] day: String) -> Result<DeskLines, BookingRefusal> {
    use crate::base::OfferId;
    use crate::booking::desk::{DeskLine, DeskWaiting};
    use crate::booking::store::{self, moment};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::house;

    Staff::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let now = house.clock.now();
    let day = super::day_or(&day, shelf.time.day(now))?;
    let mut conn = house.database.readers().acquire().await?;
    let mut lines: Vec<DeskLine> = Vec::new();
    for row in store::waitlist::of_day(&mut conn, day, now).await? {
        let Ok(offer) = shelf.offer(OfferId(row.offer_id)) else { continue };
        let waiting = DeskWaiting {
            id: WaitlistId(row.id),
            room: row.room,
            name: row.name,
            people: row.places,
            from: row.from_wall,
            to: row.to_wall,
            most: row.most,
            first: row.priority > 0,
            joined: moment(shelf.time, row.joined_at),
            offered_until: row.hold_until.filter(|_| row.state == "offered").map(|until| moment(shelf.time, until)),
            left: row.most_left.map(|left| left.max(0)).filter(|left| *left > 0 && *left < row.places),
        };
        match lines.last_mut().filter(|line| line.offer == OfferId(row.offer_id)) {
            Some(line) => line.waiting.push(waiting),
            None => lines.push(DeskLine { offer: OfferId(row.offer_id), title: offer.title.get(lang).to_owned(), waiting: vec![waiting] }),
        }
    }
    Ok(DeskLines { day, lines })
}

/// Lets somebody go first (`first` not empty), or in turn again; why is kept in the log.
#[server(endpoint = "staff-waitlist-first")]
pub async fn staff_waitlist_first(
    entry: i64,
    day: String,
    #[server(default)] first: String,
    #[server(default)] reason: String,
) -> Result<(), BookingRefusal> {
    use crate::booking::store;
    use crate::people::session::{Staff, see_other};
    use crate::server::begin;

    let staff = Staff::asking()?;
    let reason = reason_of(&reason)?;
    let mut tx = begin().await?;
    store::waitlist::put_first(&mut tx, &staff, WaitlistId(entry), !first.is_empty(), &reason).await?;
    tx.commit().await?;
    see_other(&of_day(&day));
    Ok(())
}

/// Takes somebody off a line; why is kept in the log.
#[server(endpoint = "staff-waitlist-off")]
pub async fn staff_waitlist_off(entry: i64, day: String, #[server(default)] reason: String) -> Result<(), BookingRefusal> {
    use crate::booking::store;
    use crate::people::session::{Staff, see_other};
    use crate::server::begin;

    let staff = Staff::asking()?;
    let reason = reason_of(&reason)?;
    let mut tx = begin().await?;
    store::waitlist::take_off(&mut tx, &staff, WaitlistId(entry), &reason).await?;
    tx.commit().await?;
    see_other(&of_day(&day));
    Ok(())
}

/// The address of a day's lines.
#[cfg(feature = "ssr")]
fn of_day(day: &str) -> String {
    let day = crate::base::Day::parse(day).map(|day| day.to_string()).unwrap_or_default();
    format!("/staff/waitlist?day={day}")
}

/// Why the desk changes somebody's turn: a few words, and never none.
#[cfg(feature = "ssr")]
pub fn reason_of(text: &str) -> Result<String, crate::base::Fault> {
    use crate::booking::closing::{LONGEST_REASON, clean};

    let text = clean(text);
    if text.is_empty() || text.chars().count() > LONGEST_REASON { Err(crate::base::Fault::Field("reason".into())) } else { Ok(text) }
}
