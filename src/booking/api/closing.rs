//! The doors of calling something off: who is affected, the deed, what is closed on a day, opening it again.

use crate::base::Day;
use crate::booking::closing::{ClosingPage, ClosingRefusal, DeskClosure};
use leptos::prelude::*;
use server_fn::codec::GetUrl;
use std::collections::HashMap;

/// What can be called off; and of `what`, written as a scope is, everybody who has booked it, with where each could move.
#[server(endpoint = "staff-closing", input = GetUrl)]
pub async fn staff_closing(#[server(default)] what: String) -> Result<ClosingPage, ClosingRefusal> {
    use crate::base::Fault;
    use crate::booking::closing::Scope;
    use crate::catalog::Kind;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::house;

    Staff::at_the_desk()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let sheet = match what.as_str() {
        "" => None,
        text => {
            let scope = Scope::parse(text).ok_or_else(|| Fault::Field("what".into()))?;
            let mut conn = house.database.readers().acquire().await?;
            Some(sheet(&mut conn, &shelf, lang, &scope, house.clock.now()).await?)
        }
    };
    let offers = shelf.offers().filter(|(_, offer)| offer.kind != Kind::Service);
    Ok(ClosingPage {
        resources: shelf.resources().map(|(id, resource)| (id, resource.name.get(lang).to_owned())).collect(),
        offers: offers.map(|(_, offer)| (offer.key.clone(), offer.title.get(lang).to_owned())).collect(),
        sheet,
    })
}

/// Calls it off. `choices[7]` is what becomes of booking 7: `keep`, `cancel`, or the address of another time; `seen[7]` is
/// how often it had moved when the form was drawn. Answers the day.
#[server(endpoint = "staff-close")]
pub async fn staff_close(
    what: String,
    intent: String,
    #[server(default)] reason: String,
    #[server(default)] choices: HashMap<String, String>,
    #[server(default)] seen: HashMap<String, String>,
) -> Result<Day, ClosingRefusal> {
    use crate::base::{Fault, intent_of};
    use crate::booking::closing::{Fate, LONGEST_REASON, Scope};
    use crate::booking::store::close::{Decision, close};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller, see_other};
    use crate::server::begin;

    let staff = Staff::at_the_desk()?;
    let (shelf, lang) = (shelf()?, caller()?.lang);
    let reason = crate::booking::closing::clean(&reason);
    if reason.chars().count() > LONGEST_REASON {
        return Err(Fault::Field("reason".into()).into());
    }
    let number = |text: &str| text.parse::<i64>().map_err(|_| Fault::Malformed);
    let decision = Decision {
        scope: Scope::parse(&what).ok_or_else(|| Fault::Field("what".into()))?,
        intent: intent_of(&intent)?,
        seen: seen.iter().map(|(id, moves)| Ok((number(id)?, number(moves)?))).collect::<Result<_, Fault>>()?,
        fates: choices.iter().map(|(id, fate)| Ok((number(id)?, Fate::parse(fate)))).collect::<Result<_, Fault>>()?,
        reason,
    };
    let mut tx = begin().await?;
    let day = close(&mut tx, &shelf, &staff, lang, &decision).await?;
    tx.commit().await?;
    see_other(&format!("/staff/bookings?day={day}"));
    Ok(day)
}

/// What is closed on a day.
#[server(endpoint = "staff-closures", input = GetUrl)]
pub async fn staff_closures(day: String) -> Result<Vec<DeskClosure>, ClosingRefusal> {
    use crate::base::{ClosureId, Fault, OfferId};
    use crate::booking::store::close::closures_on;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::house;

    Staff::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let (now, day) = (house.clock.now(), Day::parse(&day).ok_or_else(|| Fault::Field("day".into()))?);
    let rows = closures_on(&mut *house.database.readers().acquire().await?, day).await?;
    let closures = rows.into_iter().map(|row| {
        let resource = row.resource_id.and_then(|id| shelf.resources().find(|(known, _)| known.0 == id));
        let offer = row.offer_id.and_then(|id| shelf.offer(OfferId(id)).ok());
        let title = resource.map(|(_, resource)| &resource.name).or_else(|| offer.map(|offer| &offer.title));
        DeskClosure {
            id: ClosureId(row.id),
            title: title.map(|title| title.get(lang).to_owned()).unwrap_or_default(),
            wall: shelf.time.wall(row.starts_at).to_string(),
            until: shelf.time.wall(row.ends_at).to_string(),
            reason: row.reason,
            by: row.closed_by,
            open: row.ends_at > now,
        }
    });
    Ok(closures.collect())
}

/// Opens again what was called off. Answers its day.
#[server(endpoint = "staff-reopen")]
pub async fn staff_reopen(closure: i64) -> Result<Day, ClosingRefusal> {
    use crate::base::ClosureId;
    use crate::booking::store::close::reopen;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, see_other};
    use crate::server::begin;

    let staff = Staff::at_the_desk()?;
    let shelf = shelf()?;
    let mut tx = begin().await?;
    let day = reopen(&mut tx, &shelf, &staff, ClosureId(closure)).await?;
    tx.commit().await?;
    see_other(&format!("/staff/bookings?day={day}"));
    Ok(day)
}

#[cfg(feature = "ssr")]
use helpers::sheet;

#[cfg(feature = "ssr")]
mod helpers {
    use crate::base::{Fault, GuestId, Lang};
    use crate::booking::closing::{Affected, ClosingRefusal, ClosingSheet, Scope};
    use crate::booking::store::close::{AffectedRow, Shut, affected, open, shut};
    use crate::booking::store::{Who, booking_of, participants_of, replan, who_of};
    use crate::catalog::shelf::Shelf;
    use crate::server::{Conn, Keys};

    /// What is about to be called off, with everybody whom it concerns.
    pub async fn sheet(conn: &mut Conn, shelf: &Shelf, lang: Lang, scope: &Scope, now: i64) -> Result<ClosingSheet, ClosingRefusal> {
        let shut = shut(conn, shelf, scope, now).await?;
        open(conn, &shut, now).await?;
        let (mut booked, mut held) = (Vec::new(), Vec::new());
        for row in affected(conn, &shut, now).await? {
            let held_only = row.state == "held";
            let one = concerned(conn, shelf, lang, &shut, row, now).await?;
            if held_only { held.push(one) } else { booked.push(one) }
        }
        let wall = |at: i64| shelf.time.wall(at).to_string();
        Ok(ClosingSheet {
            what: scope.path(),
            title: title(shelf, lang, &shut),
            day: shut.day,
            wall: wall(shut.span.0),
            until: wall(shut.span.1),
            affected: booked,
            held,
            may_stay: shut.may_stay(),
            intent: Keys::token(),
        })
    }

    /// The name of what is called off.
    fn title(shelf: &Shelf, lang: Lang, shut: &Shut) -> String {
        let (subject, number) = shut.subject();
        let resource = shelf.resources().find(|(id, _)| subject == "resource" && id.0 == number).map(|(_, resource)| &resource.name);
        let offer = shut.offer().and_then(|id| shelf.offer(id).ok()).map(|offer| &offer.title);
        resource.or(offer).map(|title| title.get(lang).to_owned()).unwrap_or_default()
    }

    /// One booking, with where it could move.
    async fn concerned(conn: &mut Conn, shelf: &Shelf, lang: Lang, shut: &Shut, row: AffectedRow, now: i64) -> Result<Affected, Fault> {
        let booking = booking_of(conn, row.stay(), row.id(), now).await?;
        let people = participants_of(conn, booking.id).await?;
        let guests: Vec<GuestId> = people.iter().map(|person| GuestId(person.guest_id)).collect();
        let who = Who { lang, ..who_of(conn, row.stay()).await? };
        let moves = row.state != "held";
        let alternatives = if moves { replan(conn, shelf, &who, &booking, &guests, shut.closing(), now).await? } else { Vec::new() };
        let resource = shelf.resources().find(|(id, _)| Some(id.0) == row.resource_id).map(|(_, resource)| &resource.name);
        Ok(Affected {
            booking: booking.id,
            title: booking.sold.title.get(lang).to_owned(),
            place: resource.unwrap_or(&booking.sold.place).get(lang).to_owned(),
            day: booking.day,
            wall: row.wall,
            room: row.room,
            name: row.name,
            people: people.into_iter().map(|person| person.name).collect(),
            total: row.total,
            moves: row.moves,
            arrived: row.arrived,
            alternatives,
        })
    }
}
