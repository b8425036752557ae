//! The console's doors that only read: the sheet of a day, and one ticket.

use crate::booking::BookingRefusal;
use crate::booking::desk::{DeskDay, DeskTicket};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// What takes place on a day (today without one), and who goes.
#[server(endpoint = "staff-day-sheet", input = GetUrl)]
pub async fn staff_day_sheet(#[server(default)] day: String) -> Result<DeskDay, BookingRefusal> {
    use crate::base::{OfferId, ResourceId, SessionId};
    use crate::booking::desk::DeskSlot;
    use crate::booking::rules::time::may_be_missed;
    use crate::booking::store::desk as store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::house;

    Staff::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let now = house.clock.now();
    let day = super::day_or(&day, shelf.time.day(now))?;
    let mut conn = house.database.readers().acquire().await?;
    let sessions = store::sessions_on(&mut conn, day).await?;
    let goers = store::goers_on(&mut conn, day, now).await?;
    let wall = |at: i64| shelf.time.wall(at).to_string();
    let mut slots: Vec<(i64, DeskSlot)> = Vec::new();
    for row in sessions {
        let theirs: Vec<&store::GoerRow> = goers.iter().filter(|goer| goer.session_id == Some(row.id)).collect();
        let offer = shelf.offer(OfferId(row.offer_id)).ok();
        if offer.is_none() && theirs.is_empty() {
            continue;
        }
        let (title, place) = match offer {
            Some(offer) => (offer.title.get(lang).to_owned(), offer.place.get(lang).to_owned()),
            None => theirs.first().map(|goer| sold_as(goer, lang)).unwrap_or_default(),
        };
        slots.push((
            row.starts_at,
            DeskSlot {
                session: Some(SessionId(row.id)),
                title,
                place,
                wall: row.wall,
                until: wall(row.ends_at),
                capacity: Some(row.places),
                beyond: row.beyond,
                cancelled: row.cancelled_at.is_some(),
                over: row.ends_at <= now,
                late: may_be_missed(now, row.starts_at),
                ..slot_of(&theirs, &shelf, lang)
            },
        ));
    }
    let mut own: Vec<i64> = goers.iter().filter(|goer| goer.session_id.is_none()).map(|goer| goer.booking_id).collect();
    own.dedup();
    for booking in own {
        let theirs: Vec<&store::GoerRow> = goers.iter().filter(|goer| goer.booking_id == booking).collect();
        let Some(first) = theirs.first() else { continue };
        let (title, place) = named(first, &shelf, lang);
        slots.push((
            first.starts_at,
            DeskSlot {
                resource: first.resource_id.map(ResourceId),
                title,
                place,
                wall: first.wall.clone(),
                until: wall(first.ends_at),
                over: first.ends_at <= now,
                late: may_be_missed(now, first.starts_at),
                ..slot_of(&theirs, &shelf, lang)
            },
        ));
    }
    slots.sort_by_key(|(starts_at, _)| *starts_at);
    let waiting = store::waiting_on(&mut conn, day).await?;
    Ok(DeskDay { day, slots: slots.into_iter().map(|(_, slot)| slot).collect(), waiting })
}

/// A ticket, before anybody is let in with it.
#[server(endpoint = "staff-ticket", input = GetUrl)]
pub async fn staff_ticket(code: String) -> Result<DeskTicket, BookingRefusal> {
    use crate::base::{Day, Fault};
    use crate::booking::Moment;
    use crate::booking::desk::TicketStanding;
    use crate::booking::rules::codes;
    use crate::booking::rules::time::admits;
    use crate::booking::store::desk as store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::house;

    Staff::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let code = codes::read(&code).ok_or(Fault::NotFound)?;
    let now = house.clock.now();
    let mut conn = house.database.readers().acquire().await?;
    let rows = store::goers_with(&mut conn, &code).await?;
    let holder = rows.first().filter(|row| row.code == code).ok_or(Fault::NotFound)?;
    let day = Day::parse(&holder.day).ok_or(Fault::TryAgain)?;
    let admitted = admits(shelf.time.day(now), now, day, (holder.starts_at, holder.ends_at));
    let standing = match (holder.checked_in_at, holder.state.as_str()) {
        (Some(at), "confirmed") => TicketStanding::In {
            at: Moment { day: shelf.time.day(at), wall: shelf.time.wall(at).to_string() },
            by: holder.checked_in_by.clone().unwrap_or_default(),
            undo: admitted,
        },
        (None, "held") if holder.hold_until.is_some_and(|until| until >= now) => TicketStanding::Held,
        (None, "confirmed") if holder.active == "active" && admitted => TicketStanding::Good,
        (None, "confirmed") if holder.active == "active" => TicketStanding::WrongDay,
        _ => TicketStanding::Cancelled,
    };
    let (title, place) = named(holder, &shelf, lang);
    Ok(DeskTicket {
        title,
        place,
        day,
        wall: holder.wall.clone(),
        standing,
        person: person(holder, true, &shelf, lang),
        others: rows.iter().skip(1).filter(|row| row.active == "active").map(|row| person(row, false, &shelf, lang)).collect(),
        code,
    })
}

#[cfg(feature = "ssr")]
pub(super) use helpers::named;
#[cfg(feature = "ssr")]
use helpers::{person, slot_of, sold_as};

#[cfg(feature = "ssr")]
mod helpers {
    use crate::base::{BookingId, Lang, OfferId};
    use crate::booking::desk::{DeskPerson, DeskSlot};
    use crate::booking::store::desk::GoerRow;
    use crate::booking::store::{Answered, Sold};
    use crate::catalog::shelf::Shelf;

    /// Title and place as they were sold.
    pub fn sold_as(goer: &GoerRow, lang: Lang) -> (String, String) {
        let sold: Option<Sold> = serde_json::from_str(&goer.sold).ok();
        sold.map(|sold| (sold.title.get(lang).to_owned(), sold.place.get(lang).to_owned())).unwrap_or_default()
    }

    /// What it is, and where or with whom.
    pub fn named(goer: &GoerRow, shelf: &Shelf, lang: Lang) -> (String, String) {
        let (title, place) = match shelf.offer(OfferId(goer.offer_id)) {
            Ok(offer) => (offer.title.get(lang).to_owned(), offer.place.get(lang).to_owned()),
            Err(_) => sold_as(goer, lang),
        };
        let ids: Vec<i64> = goer.served_by.iter().flat_map(|ids| ids.split(',')).filter_map(|id| id.parse().ok()).collect();
        let serve = shelf.resources().filter(|(id, one)| ids.contains(&id.0) && !one.each_person);
        let names: Vec<&str> = serve.map(|(_, one)| one.name.get(lang)).collect();
        (title, if names.is_empty() { place } else { names.join(" · ") })
    }

    pub fn person(goer: &GoerRow, with_answers: bool, shelf: &Shelf, lang: Lang) -> DeskPerson {
        let answers: Vec<Answered> = if with_answers { serde_json::from_str(&goer.answers).unwrap_or_default() } else { Vec::new() };
        DeskPerson {
            booking: BookingId(goer.booking_id),
            name: goer.name.clone(),
            age: goer.age,
            room: goer.room.clone(),
            code: goer.code.clone(),
            held: goer.state == "held",
            held_until: goer.hold_until.filter(|_| goer.state == "held" && with_answers).map(|until| shelf.time.wall(until).to_string()),
            checked_in: goer.checked_in_at.map(|at| (shelf.time.wall(at).to_string(), goer.checked_in_by.clone().unwrap_or_default())),
            checked_in_at: goer.checked_in_at,
            missed: goer.missed_by.clone(),
            says: goer.said_name.iter().chain(&goer.contact).cloned().collect(),
            answers: answers.into_iter().map(|one| (one.question.get(lang).to_owned(), one.answer.get(lang).to_owned())).collect(),
        }
    }

    /// The people of one time, counted.
    pub fn slot_of(goers: &[&GoerRow], shelf: &Shelf, lang: Lang) -> DeskSlot {
        let mut last = 0;
        let people: Vec<DeskPerson> = goers
            .iter()
            .map(|goer| {
                let first = std::mem::replace(&mut last, goer.booking_id) != goer.booking_id;
                person(goer, first, shelf, lang)
            })
            .collect();
        DeskSlot {
            session: None,
            resource: None,
            title: String::new(),
            place: String::new(),
            wall: String::new(),
            until: String::new(),
            capacity: None,
            beyond: 0,
            confirmed: people.iter().filter(|person| !person.held).count() as i64,
            held: people.iter().filter(|person| person.held).count() as i64,
            arrived: people.iter().filter(|person| person.checked_in.is_some()).count() as i64,
            cancelled: false,
            over: false,
            late: false,
            people,
        }
    }
}
