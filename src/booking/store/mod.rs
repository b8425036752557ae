//! The SQL of booking.

use super::{BookingRow, DayRow};
use crate::base::{Day, Lang, OfferId, StayId};
use crate::catalog::shelf::Shelf;
use crate::people::session::Guest;
use crate::server::Conn;

/// The sessions of a day that are not over yet, in order, for anybody or for this guest.
pub async fn on_now_and_later(_conn: &mut Conn, _shelf: &Shelf, _guest: Option<&Guest>, _lang: Lang, _day: Day, _now: i64) -> Result<Vec<DayRow>, sqlx::Error> {
    Ok(Vec::new())
}

/// The next thing this stay has a place for; what is on now counts.
pub async fn next_for(_conn: &mut Conn, _shelf: &Shelf, _stay: StayId, _lang: Lang, _now: i64) -> Result<Option<BookingRow>, sqlx::Error> {
    Ok(None)
}

/// What this stay has booked already, in any form that was not given up.
pub async fn tried_offers(_conn: &mut Conn, _stay: StayId, _now: i64) -> Result<Vec<OfferId>, sqlx::Error> {
    Ok(Vec::new())
}

/// Every booking of a stay, the latest first.
pub async fn list_for(_conn: &mut Conn, _shelf: &Shelf, _stay: StayId, _lang: Lang, _now: i64) -> Result<Vec<BookingRow>, sqlx::Error> {
    Ok(Vec::new())
}
