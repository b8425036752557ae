//! The door of the desk.

use crate::booking::{BookingRefusal, CheckInAnswer};
use leptos::prelude::*;

/// Lets the holder of a ticket in. `code` as scanned or typed. A second scan answers who was first.
#[server(endpoint = "staff-check-in")]
pub async fn staff_check_in(code: String) -> Result<CheckInAnswer, BookingRefusal> {
    use crate::booking::store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::begin;

    let staff = Staff::asking()?;
    let (shelf, lang) = (shelf()?, caller()?.lang);
    let mut tx = begin().await?;
    let answer = store::check_in(&mut tx, shelf.time, &staff, lang, &code).await?;
    tx.commit().await?;
    Ok(answer)
}
