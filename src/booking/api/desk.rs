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

/// Says that somebody with a ticket did not come, or takes it back.
#[server(endpoint = "staff-missed")]
pub async fn staff_missed(code: String, missed: bool) -> Result<(), BookingRefusal> {
    use crate::booking::store;
    use crate::people::session::Staff;
    use crate::server::begin;

    let staff = Staff::asking()?;
    let mut tx = begin().await?;
    store::set_missed(&mut tx, &staff, &code, missed).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes back that somebody was let in with a ticket. `seen` is when they were, as the page showed it.
#[server(endpoint = "staff-undo-check-in")]
pub async fn staff_undo_check_in(code: String, seen: i64) -> Result<(), BookingRefusal> {
    use crate::booking::store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::Staff;
    use crate::server::begin;

    let staff = Staff::asking()?;
    let shelf = shelf()?;
    let mut tx = begin().await?;
    store::undo_check_in(&mut tx, shelf.time, &staff, &code, seen).await?;
    tx.commit().await?;
    Ok(())
}
