//! The desk's doors of points.

use super::RoomPoints;
use crate::base::Fault;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// How many points may be given at a time.
#[cfg(feature = "ssr")]
const MOST: i64 = 1_000_000;

/// For how many days they may be given at most.
#[cfg(feature = "ssr")]
const LONGEST: i64 = 5 * 366;

/// What a room has; nothing where points are worth nothing.
#[server(endpoint = "staff-points", input = GetUrl)]
pub async fn staff_points(stay: i64) -> Result<Option<RoomPoints>, Fault> {
    use crate::base::StayId;
    use crate::booking::store::who_of;
    use crate::catalog::shelf::shelf;
    use crate::payments::points::store;
    use crate::people::session::Staff;
    use crate::server::{Keys, house};

    Staff::at_the_desk()?;
    let (house, shelf, stay) = (house()?, shelf()?, StayId(stay));
    let worth = shelf.resort.point_worth;
    if worth == 0 {
        return Ok(None);
    }
    let now = house.clock.now();
    let mut conn = house.database.readers().acquire().await?;
    let who = who_of(&mut conn, stay).await?;
    let today = shelf.time.day(now);
    let purse = store::purse(&mut conn, stay, worth, today, now).await?;
    Ok(Some(RoomPoints { purse, last: who.departs.max(today), intent: Keys::token() }))
}

/// Gives a room points, with their last day and what for; both stand in the log. The same form twice is one lot.
#[server(endpoint = "staff-give-points")]
pub async fn staff_give_points(stay: i64, points: String, last: String, note: String, intent: String) -> Result<(), Fault> {
    use crate::base::{Day, StayId, intent_of};
    use crate::booking::closing::{LONGEST_REASON, clean};
    use crate::booking::store::who_of;
    use crate::catalog::shelf::shelf;
    use crate::payments::points::store;
    use crate::people::session::{Staff, see_other};
    use crate::people::store::{Deed, log};
    use crate::server::{Nudge, begin};

    let staff = Staff::at_the_desk()?;
    let (shelf, stay, intent) = (shelf()?, StayId(stay), intent_of(&intent)?);
    let field = |name: &str| Fault::Field(name.to_owned());
    let points: i64 = points.trim().parse().ok().filter(|points| (1..=MOST).contains(points)).ok_or_else(|| field("points"))?;
    let note: String = clean(&note).chars().take(LONGEST_REASON).collect();
    if note.is_empty() {
        return Err(field("note"));
    }
    if shelf.resort.point_worth == 0 {
        return Err(Fault::NotFound);
    }
    let mut tx = begin().await?;
    let (now, today) = (tx.now(), shelf.time.day(tx.now()));
    let last = Day::parse(&last).filter(|last| (0..=LONGEST).contains(&last.days_since(today))).ok_or_else(|| field("last"))?;
    who_of(tx.conn(), stay).await?;
    if store::give(&mut tx, stay, points, last, &note, &intent).await? {
        let after = points.to_string();
        let deed = Deed { deed: "points_given", subject: "stay", subject_id: stay.0, before: "", after: &after, reason: &note };
        log(tx.conn(), now, Some(&staff), deed).await?;
        tx.nudge(Nudge::Stay(stay));
        tx.nudge(Nudge::Desk);
    }
    tx.commit().await?;
    see_other(&format!("/staff/stays/{stay}"));
    Ok(())
}
