//! Paying with points.

use crate::base::BookingId;
use crate::booking::BookingRefusal;
use leptos::prelude::*;

/// Keeps points back for a hold: as many as there are, or as pay for all of it. With an empty `keep` they are free again.
#[server(endpoint = "keep-points")]
pub async fn keep_points(booking: i64, #[server(default)] keep: String) -> Result<BookingId, BookingRefusal> {
    use crate::booking::store::points;
    use crate::people::session::see_other;
    use crate::server::begin;

    let super::deeds::Settling { who, booking: id, shelf, .. } = super::deeds::Settling::open(booking, "").await?;
    let mut tx = begin().await?;
    points::keep_for(&mut tx, &shelf, &who, id, !keep.is_empty()).await?;
    tx.commit().await?;
    see_other(&format!("/bookings/{id}"));
    Ok(id)
}

/// Pays with points for what stands on the room's bill; `expected` is what they were said to pay, in minor units.
#[server(endpoint = "pay-with-points")]
pub async fn pay_with_points(booking: i64, expected: i64, intent: String) -> Result<BookingId, BookingRefusal> {
    use crate::base::intent_of;
    use crate::booking::store::points;
    use crate::people::session::{Guest, see_other};
    use crate::server::{begin, house};

    let (stay, intent) = (Guest::staying()?.stay(), intent_of(&intent)?);
    if points::is_done(&mut *house()?.database.readers().acquire().await.map_err(crate::base::Fault::from)?, stay, &intent).await? {
        see_other(&format!("/bookings/{booking}"));
        return Ok(BookingId(booking));
    }
    let super::deeds::Settling { who, booking: id, shelf, .. } = super::deeds::Settling::open(booking, "").await?;
    let mut tx = begin().await?;
    points::pay_for(&mut tx, &shelf, &who, id, expected, &intent).await?;
    tx.commit().await?;
    see_other(&format!("/bookings/{id}"));
    Ok(id)
}
