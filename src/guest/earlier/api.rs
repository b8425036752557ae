//! The doors to earlier stays.

use super::{EarlierStay, EarlierStayData};
use crate::base::Fault;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// The earlier stays of whoever this stay belongs to, the latest first.
#[server(endpoint = "earlier-stays", input = GetUrl)]
pub async fn earlier_stays() -> Result<Vec<EarlierStay>, Fault> {
    use crate::people::session::Guest;
    use crate::server::house;
    use crate::stays::store;

    let guest = Guest::asking()?;
    let mut conn = house()?.database.readers().acquire().await?;
    let stays = store::earlier(&mut conn, guest.stay()).await?;
    Ok(stays.into_iter().map(|stay| EarlierStay { id: stay.id, room: stay.room, arrives: stay.arrives, departs: stay.departs }).collect())
}

/// One earlier stay of the same person; any other stay is not found.
#[server(endpoint = "earlier-stay-details", input = GetUrl)]
pub async fn earlier_stay_details(id: i64) -> Result<EarlierStayData, Fault> {
    use super::{EarlierBooking, EarlierOrder};
    use crate::booking::{BookingState, store as bookings};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller};
    use crate::server::house;
    use crate::stays::store;

    let guest = Guest::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let pool = house.database.readers();
    let mut conn = pool.acquire().await?;
    let stay = store::earlier(&mut conn, guest.stay()).await?.into_iter().find(|stay| stay.id.0 == id).ok_or(Fault::NotFound)?;
    let mut bookings = bookings::list_for(&mut conn, &shelf, stay.id, lang, house.clock.now()).await?;
    bookings.reverse();
    let mut orders = crate::orders::list_whole(pool, stay.id, shelf.time, lang).await?;
    orders.reverse();
    Ok(EarlierStayData {
        package: shelf.package(&stay.package).map(|package| package.name.get(lang).to_owned()).unwrap_or_default(),
        bookings: bookings
            .into_iter()
            .map(|row| EarlierBooking {
                day: row.day,
                wall: row.wall,
                title: row.title,
                people: row.people.len() as i64,
                total: row.total,
                cancelled: row.state == BookingState::Cancelled,
            })
            .collect(),
        orders: orders
            .into_iter()
            .map(|(row, lines)| EarlierOrder {
                day: row.at.day,
                wall: row.at.wall,
                what: lines.into_iter().map(|line| (line.quantity, line.title)).collect(),
                total: row.total,
                state: row.state,
            })
            .collect(),
        stay: EarlierStay { id: stay.id, room: stay.room, arrives: stay.arrives, departs: stay.departs },
    })
}
