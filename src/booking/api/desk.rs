//! The door of the desk.

use crate::booking::desk::DoorTicket;
use crate::booking::{BookingRefusal, CheckInAnswer};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// Lets the holder of a ticket in. `code` as scanned or typed. A second scan answers who was first.
#[server(endpoint = "staff-check-in")]
pub async fn staff_check_in(code: String) -> Result<CheckInAnswer, BookingRefusal> {
    use crate::booking::store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::begin;

    let staff = Staff::asking()?;
    let (shelf, lang) = (shelf()?, caller()?.lang);
    let mut tx = begin().await?;
    let scan = store::Scan { code: &code, at: tx.now(), offline: false };
    let answer = store::check_in(&mut tx, shelf.time, &staff, lang, scan).await?;
    tx.commit().await?;
    Ok(answer)
}

/// The most scans that are sent at once.
#[cfg(feature = "ssr")]
const MOST_SCANS: usize = 200;

/// Scans that were kept while there was no signal: lines of a nonce, a code and seconds since 1970 UTC. Sending them
/// again changes nothing. Answers line by line.
#[server(endpoint = "staff-upload-scans")]
pub async fn staff_upload_scans(scans: String) -> Result<Vec<CheckInAnswer>, BookingRefusal> {
    use crate::base::{Fault, intent_of};
    use crate::booking::store::{self, Scan};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::begin;

    let staff = Staff::asking()?;
    let (shelf, lang) = (shelf()?, caller()?.lang);
    let wrong = || Fault::Field("scans".into());
    let read = |line: &'_ str| -> Result<(String, (String, i64)), Fault> {
        let mut parts = line.split(' ');
        let (nonce, code, at) = (parts.next().ok_or_else(wrong)?, parts.next().ok_or_else(wrong)?, parts.next().ok_or_else(wrong)?);
        Ok((intent_of(nonce).map_err(|_| wrong())?, (code.chars().take(60).collect(), at.parse().map_err(|_| wrong())?)))
    };
    let lines = scans.lines().filter(|line| !line.trim().is_empty()).map(read).collect::<Result<Vec<_>, Fault>>()?;
    if lines.len() > MOST_SCANS {
        return Err(wrong().into());
    }
    let kept: Vec<(String, Scan<'_>)> = lines.iter().map(|(nonce, (code, at))| (nonce.clone(), Scan { code, at: *at, offline: true })).collect();
    let mut tx = begin().await?;
    let answers = store::upload(&mut tx, shelf.time, &staff, lang, &kept).await?;
    tx.commit().await?;
    Ok(answers)
}

/// Everybody who goes to something today, for a door without signal.
#[server(endpoint = "staff-door-list", input = GetUrl)]
pub async fn staff_door_list() -> Result<Vec<DoorTicket>, BookingRefusal> {
    use crate::booking::store::desk as store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::house;

    Staff::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let now = house.clock.now();
    let mut conn = house.database.readers().acquire().await?;
    let goers = store::goers_on(&mut conn, shelf.time.day(now), now).await?;
    let ticket = |goer: store::GoerRow| DoorTicket {
        title: super::sheet::named(&goer, &shelf, lang).0,
        code: goer.code,
        name: goer.name,
        wall: goer.wall,
        inside: goer.checked_in_at.is_some(),
    };
    Ok(goers.into_iter().filter(|goer| goer.state == "confirmed").map(ticket).collect())
}

/// Says that somebody with a ticket did not come, or takes it back.
#[server(endpoint = "staff-missed")]
pub async fn staff_missed(code: String, missed: bool) -> Result<(), BookingRefusal> {
    use crate::booking::store;
    use crate::people::session::Staff;
    use crate::server::begin;

    let staff = Staff::asking()?;
    let mut tx = begin().await?;
    store::set_missed(&mut tx, &staff, &code, missed).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes back that somebody was let in with a ticket. `seen` is when they were, as the page showed it.
#[server(endpoint = "staff-undo-check-in")]
pub async fn staff_undo_check_in(code: String, seen: i64) -> Result<(), BookingRefusal> {
    use crate::booking::store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::Staff;
    use crate::server::begin;

    let staff = Staff::asking()?;
    let shelf = shelf()?;
    let mut tx = begin().await?;
    store::undo_check_in(&mut tx, shelf.time, &staff, &code, seen).await?;
    tx.commit().await?;
    Ok(())
}
