//! The doors of the desk to money that is asked back.

use super::AskedBack;
use crate::staff::money::MoneyRefusal;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// Who asks for their money back, the longest waiting in front.
#[server(endpoint = "staff-asked-back", input = GetUrl)]
pub async fn staff_asked_back() -> Result<Vec<AskedBack>, MoneyRefusal> {
    use super::store;
    use crate::people::session::{Staff, caller};
    use crate::server::house;

    Staff::at_the_desk()?;
    let (house, lang) = (house()?, caller()?.lang);
    let mut conn = house.database.readers().acquire().await?;
    Ok(store::asked(&mut conn, lang, house.clock.now()).await?)
}

/// Gives the money back. `amount` is as people write it, `36.50`; empty: all of it. Less needs a note, which the guest reads.
#[server(endpoint = "staff-give-money-back")]
pub async fn staff_give_money_back(booking: i64, #[server(default)] amount: String, #[server(default)] note: String) -> Result<(), MoneyRefusal> {
    use crate::base::{BookingId, Fault};
    use crate::booking::closing::{LONGEST_REASON, clean};
    use crate::booking::store::guarantee;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, see_other};
    use crate::server::begin;

    let staff = Staff::at_the_desk()?;
    let (shelf, note) = (shelf()?, clean(&note));
    let field = |name: &str| Fault::Field(name.to_owned());
    if note.chars().count() > LONGEST_REASON {
        return Err(field("note").into());
    }
    let amount = match amount.trim() {
        "" => None,
        text => Some(shelf.coin.read(text).filter(|amount| *amount > 0).ok_or_else(|| field("amount"))?),
    };
    let mut tx = begin().await?;
    let booking = guarantee::asked(&mut tx, BookingId(booking)).await?;
    let left = booking.total - booking.given;
    let amount = amount.unwrap_or(left);
    if amount > left && left > 0 {
        return Err(field("amount").into());
    }
    if amount < left && note.is_empty() {
        return Err(MoneyRefusal::NoteNeeded { owed: left });
    }
    if !guarantee::approve(&mut tx, &staff, &booking, amount, &note).await? {
        return Err(MoneyRefusal::Changed);
    }
    tx.commit().await?;
    see_other("/staff/money");
    Ok(())
}

/// Does not give the money back. The guest reads the reason.
#[server(endpoint = "staff-decline-money-back")]
pub async fn staff_decline_money_back(booking: i64, #[server(default)] reason: String) -> Result<(), MoneyRefusal> {
    use crate::base::BookingId;
    use crate::booking::reason_of;
    use crate::booking::store::guarantee;
    use crate::people::session::{Staff, see_other};
    use crate::server::begin;

    let staff = Staff::at_the_desk()?;
    let reason = reason_of(&reason)?;
    let mut tx = begin().await?;
    let booking = guarantee::asked(&mut tx, BookingId(booking)).await?;
    if !guarantee::decline(&mut tx, &staff, &booking, &reason).await? {
        return Err(MoneyRefusal::Changed);
    }
    tx.commit().await?;
    see_other("/staff/money");
    Ok(())
}
