//! The doors of changing sessions.

use crate::booking::edit::{EditPage, EditRefusal, Edited};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// A session as it stands.
#[server(endpoint = "staff-session", input = GetUrl)]
pub async fn staff_session(session: i64) -> Result<EditPage, EditRefusal> {
    use crate::base::SessionId;
    use crate::booking::store::edit::page;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::house;

    Staff::at_the_desk()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let mut conn = house.database.readers().acquire().await?;
    Ok(page(&mut conn, &shelf, lang, SessionId(session), house.clock.now()).await?)
}

/// Changes a session, and as many more as `reach` says: `this`, `following`, `all`. An empty field stays as it is; with
/// `dropped` it does not take place any more.
#[server(endpoint = "staff-edit-sessions")]
#[allow(clippy::too_many_arguments, reason = "the fields of one form")]
pub async fn staff_edit_sessions(
    session: i64,
    intent: String,
    #[server(default)] reach: String,
    #[server(default)] at: String,
    #[server(default)] capacity: String,
    #[server(default)] dropped: String,
    #[server(default)] reason: String,
) -> Result<Edited, EditRefusal> {
    use crate::base::{Fault, SessionId, WallTime, intent_of};
    use crate::booking::api::waitlist::reason_of;
    use crate::booking::edit::Reach;
    use crate::booking::store::edit::{Change, edit};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, see_other};
    use crate::server::begin;

    let staff = Staff::at_the_desk()?;
    let shelf = shelf()?;
    let wrong = |field: &str| Fault::Field(field.into());
    let change = Change {
        session: SessionId(session),
        reach: Reach::parse(&reach).ok_or_else(|| wrong("reach"))?,
        at: if at.is_empty() { None } else { Some(WallTime::parse(&at).ok_or_else(|| wrong("at"))?) },
        capacity: match capacity.as_str() {
            "" => None,
            text => Some(text.parse().ok().filter(|capacity| (1..=1000).contains(capacity)).ok_or_else(|| wrong("capacity"))?),
        },
        dropped: !dropped.is_empty(),
        reason: reason_of(&reason)?,
        intent: intent_of(&intent)?,
    };
    let mut tx = begin().await?;
    let edited = edit(&mut tx, &shelf, &staff, &change).await?;
    tx.commit().await?;
    see_other(&format!("/staff/bookings?day={}", edited.day));
    Ok(edited)
}
