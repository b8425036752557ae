//! The doors of what the desk allows beyond the rules.

use crate::booking::BookingRefusal;
use leptos::prelude::*;

/// Allows so many places beyond those of a session; `seen` is how many there were when the form was drawn.
#[server(endpoint = "staff-allow-beyond")]
pub async fn staff_allow_beyond(session: i64, beyond: i64, seen: i64, #[server(default)] reason: String) -> Result<(), BookingRefusal> {
    use crate::base::{Fault, SessionId};
    use crate::booking::api::waitlist::reason_of;
    use crate::booking::store::allow::{MOST_BEYOND, allow_beyond};
    use crate::catalog::shelf::shelf;
    use crate::people::session::Staff;
    use crate::server::begin;

    let staff = Staff::at_the_desk()?;
    let (shelf, reason) = (shelf()?, reason_of(&reason)?);
    if !(0..=MOST_BEYOND).contains(&beyond) {
        return Err(Fault::Field("beyond".into()).into());
    }
    let mut tx = begin().await?;
    allow_beyond(&mut tx, &shelf, &staff, SessionId(session), (beyond, seen), &reason).await?;
    tx.commit().await.map_err(Into::into)
}

/// Keeps a hold until a time of today, `17:30`.
#[server(endpoint = "staff-keep-hold")]
pub async fn staff_keep_hold(booking: i64, #[server(default)] until: String, #[server(default)] reason: String) -> Result<(), BookingRefusal> {
    use crate::base::{BookingId, Fault, WallTime};
    use crate::booking::api::waitlist::reason_of;
    use crate::booking::store::allow::keep_hold;
    use crate::catalog::shelf::shelf;
    use crate::people::session::Staff;
    use crate::server::begin;

    let staff = Staff::at_the_desk()?;
    let (shelf, reason) = (shelf()?, reason_of(&reason)?);
    let until = WallTime::parse(&until).ok_or_else(|| Fault::Field("until".into()))?;
    let mut tx = begin().await?;
    keep_hold(&mut tx, &shelf, &staff, BookingId(booking), until, &reason).await?;
    tx.commit().await.map_err(Into::into)
}

/// Gives back what somebody only holds.
#[server(endpoint = "staff-release-hold")]
pub async fn staff_release_hold(booking: i64, #[server(default)] reason: String) -> Result<(), BookingRefusal> {
    use crate::base::BookingId;
    use crate::booking::api::waitlist::reason_of;
    use crate::booking::store::allow::release_hold;
    use crate::catalog::shelf::shelf;
    use crate::people::session::Staff;
    use crate::server::begin;

    let staff = Staff::at_the_desk()?;
    let (shelf, reason) = (shelf()?, reason_of(&reason)?);
    let mut tx = begin().await?;
    release_hold(&mut tx, &shelf, &staff, BookingId(booking), &reason).await?;
    tx.commit().await.map_err(Into::into)
}
