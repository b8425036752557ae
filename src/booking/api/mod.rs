//! The doors of booking.

use super::{BookingRefusal, BookingRow};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// Every booking of the stay, the latest first.
#[server(endpoint = "my-bookings", input = GetUrl)]
pub async fn my_bookings() -> Result<Vec<BookingRow>, BookingRefusal> {
    use super::store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller};
    use crate::server::house;

    let guest = Guest::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let mut conn = house.database.readers().acquire().await?;
    Ok(store::list_for(&mut conn, &shelf, guest.stay(), lang, house.clock.now()).await?)
}
