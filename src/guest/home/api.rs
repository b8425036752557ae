//! The door of Today.

use super::HomeData;
use crate::base::Fault;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// Today, for the guest who asks; for everybody else, what is on.
#[server(endpoint = "home", input = GetUrl)]
pub async fn home() -> Result<HomeData, Fault> {
    use super::today;
    use crate::catalog::shelf::shelf;
    use crate::people::session::caller;
    use crate::server::house;

    let (house, shelf, caller) = (house()?, shelf()?, caller()?);
    let mut conn = house.database.readers().acquire().await?;
    today::today(&mut conn, &shelf, &caller, house.clock.now()).await
}
