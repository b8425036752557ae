//! The door of Today.

use crate::base::Fault;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// Today, for the guest who asks; for everybody else, what is on. Answers the lines of [`super::HomeData`].
#[server(endpoint = "home", input = GetUrl)]
pub async fn home() -> Result<String, Fault> {
    use super::today;
    use crate::catalog::shelf::shelf;
    use crate::people::session::caller;
    use crate::server::house;

    let (house, shelf, caller) = (house()?, shelf()?, caller()?);
    let mut conn = house.database.readers().acquire().await?;
    Ok(today::today(&mut conn, &shelf, &caller, house.clock.now()).await?.write())
}
