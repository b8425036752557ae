//! The guest's door to the money back after it took place.

use crate::base::BookingId;
use crate::booking::BookingRefusal;
use leptos::prelude::*;

/// Asks for the money back; `why` may be empty. The desk answers.
#[server(endpoint = "ask-money-back")]
pub async fn ask_money_back(booking: i64, #[server(default)] why: String) -> Result<BookingId, BookingRefusal> {
    use crate::base::Fault;
    use crate::booking::closing::{LONGEST_REASON, clean};
    use crate::booking::store::{Who, guarantee};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, see_other};
    use crate::server::begin;

    let guest = Guest::staying()?;
    let (who, id, why, shelf) = (Who::from(&guest), BookingId(booking), clean(&why), shelf()?);
    if why.chars().count() > LONGEST_REASON {
        return Err(Fault::Field("why".into()).into());
    }
    let mut tx = begin().await?;
    let today = shelf.time.day(tx.now());
    guarantee::ask(&mut tx, &who, today, id, &why).await?;
    tx.commit().await?;
    see_other(&format!("/bookings/{id}"));
    Ok(id)
}
