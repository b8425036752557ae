//! Asking an adult of the party for what one may not put on the room's bill alone.

use crate::base::AskId;
use crate::booking::BookingRefusal;
use leptos::prelude::*;

/// Asks for a hold: its places wait for the answer.
#[server(endpoint = "ask-for-booking")]
pub async fn ask_for_booking(booking: i64) -> Result<AskId, BookingRefusal> {
    use crate::base::BookingId;
    use crate::booking::store::{self, Who};
    use crate::catalog::Way;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller, see_other};
    use crate::server::begin;

    let guest = Guest::staying()?;
    let who = Who { lang: caller()?.lang, ..Who::from(&guest) };
    let (id, shelf) = (BookingId(booking), shelf()?);
    let mut tx = begin().await?;
    let now = tx.now();
    let held = store::booking_of(tx.conn(), who.stay, id, now).await?;
    store::ways::may_pay(&shelf, &held, Way::Room)?;
    let ask = store::asking::ask(&mut tx, &shelf, &who, id).await?;
    tx.commit().await?;
    see_other(&format!("/asks/{ask}"));
    Ok(ask)
}
