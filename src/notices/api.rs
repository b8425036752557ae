//! The doors of the bell.

use super::{NoticeLine, NoticeRefusal};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// The guest's notices, newest first.
#[server(endpoint = "notices", input = GetUrl)]
pub async fn notices() -> Result<Vec<NoticeLine>, NoticeRefusal> {
    use super::store;
    use crate::base::{Fault, NoticeId};
    use crate::people::session::Guest;
    use crate::server::{Time, house};

    let guest = Guest::asking()?;
    let house = house()?;
    let time = use_context::<Time>().ok_or(Fault::TryAgain)?;
    let rows = store::list(house.database.readers(), guest.stay(), guest.me(), house.clock.now()).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            Some(NoticeLine {
                id: NoticeId(row.id),
                notice: serde_json::from_str(&row.notice).ok()?,
                whom: row.whom,
                day: time.day(row.due_at),
                at: time.wall(row.due_at).to_string(),
                read: row.read_at.is_some(),
            })
        })
        .collect())
}

/// Marks everything up to this notice as read.
#[server(endpoint = "read-notices")]
pub async fn read_notices(upto: i64) -> Result<(), NoticeRefusal> {
    use super::store;
    use crate::base::NoticeId;
    use crate::people::session::{Guest, see_other};
    use crate::server::{Nudge, begin};

    let guest = Guest::asking()?;
    let mut tx = begin().await?;
    if store::mark_read(&mut tx, guest.stay(), guest.me(), NoticeId(upto)).await? > 0 {
        tx.nudge(Nudge::Stay(guest.stay()));
    }
    tx.commit().await?;
    see_other("/notices");
    Ok(())
}
