//! The doors of points.

use super::Purse;
use crate::base::Fault;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// What this stay has.
#[server(endpoint = "points", input = GetUrl)]
pub async fn my_points() -> Result<Purse, Fault> {
    use super::store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::Guest;
    use crate::server::house;

    let guest = Guest::asking()?;
    let (house, shelf) = (house()?, shelf()?);
    let now = house.clock.now();
    let mut conn = house.database.readers().acquire().await?;
    store::purse(&mut conn, guest.stay(), shelf.resort.point_worth, shelf.time.day(now), now).await
}
