//! What a guest does with places. Each door reads as a story: who asks, what they ask, begin, do, commit, answer.

use crate::base::BookingId;
use crate::booking::BookingRefusal;
use leptos::prelude::*;
use std::collections::HashMap;

/// Holds places. `at` is the address of the session or the time; `guests[12]=on` are those who come; `answers[key]`
/// is free text or the number of the choice; `expected` is the total that was shown, empty without JavaScript.
#[server(endpoint = "hold")]
pub async fn hold(
    at: String,
    #[server(default)] guests: HashMap<String, String>,
    #[server(default)] answers: HashMap<String, String>,
    intent: String,
    #[server(default)] expected: String,
) -> Result<BookingId, BookingRefusal> {
    use crate::base::{Fault, GuestId, intent_of, shown_amount};
    use crate::booking::{Target, store};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller, see_other};
    use crate::server::begin;

    let guest = Guest::staying()?;
    let who = store::Who { lang: caller()?.lang, ..store::Who::from(&guest) };
    let wish = store::Wish {
        target: Target::parse(&at).ok_or(Fault::NotFound)?,
        guests: guests.keys().map(|id| id.parse().map(GuestId).map_err(|_| Fault::Field("guests".into()))).collect::<Result<_, _>>()?,
        answers,
        intent: intent_of(&intent)?,
        expected: shown_amount("expected", &expected)?,
    };
    let shelf = shelf()?;
    let mut tx = begin().await?;
    let booking = store::take(&mut tx, &shelf, &who, &wish).await?;
    tx.commit().await?;
    see_other(&format!("/bookings/{booking}"));
    Ok(booking)
}

/// A hold that is to be settled in another way than by card.
#[cfg(feature = "ssr")]
pub(super) struct Settling {
    pub who: crate::booking::store::Who,
    pub booking: BookingId,
    /// The total that the button showed.
    pub expected: Option<i64>,
    pub shelf: std::sync::Arc<crate::catalog::shelf::Shelf>,
}

#[cfg(feature = "ssr")]
impl Settling {
    /// Who asks, and for what. A payment by card that nobody has finished is called off first: what is being paid in this
    /// instant is not settled a second time.
    pub(super) async fn open(booking: i64, expected: &str) -> Result<Settling, BookingRefusal> {
        use crate::base::shown_amount;
        use crate::booking::{money, store};
        use crate::catalog::shelf::shelf;
        use crate::payments::Subject;
        use crate::people::session::{Guest, caller};
        use crate::server::house;

        let guest = Guest::staying()?;
        let who = store::Who { lang: caller()?.lang, ..store::Who::from(&guest) };
        let (booking, expected, shelf) = (BookingId(booking), shown_amount("expected", expected)?, shelf()?);
        if money::call_off(&house()?, &shelf, who.stay, Subject::Booking(booking)).await? {
            return Err(BookingRefusal::Paying);
        }
        Ok(Settling { who, booking, expected, shelf })
    }
}

/// Confirms a hold: what it costs goes on the room's bill. `expected` is the total that the button showed.
#[server(endpoint = "confirm")]
pub async fn confirm(booking: i64, #[server(default)] expected: String) -> Result<BookingId, BookingRefusal> {
    use crate::booking::store;
    use crate::catalog::Way;
    use crate::people::session::see_other;
    use crate::server::begin;

    let Settling { who, booking: id, expected, shelf } = Settling::open(booking, &expected).await?;
    let mut tx = begin().await?;
    let now = tx.now();
    let booking = store::booking_of(tx.conn(), who.stay, id, now).await?;
    store::ways::may_pay(&shelf, &booking, Way::Room)?;
    store::confirm(&mut tx, &shelf, &who, id, expected, false).await?;
    tx.commit().await?;
    see_other(&format!("/bookings/{id}"));
    Ok(id)
}

/// Begins to pay for a hold by card: leads to the page of whoever takes the money, and answers its address. `expected` is
/// the total that the button showed, `part` an amount as it was typed when only a part of what stands on the room's bill is to
/// be paid.
#[server(endpoint = "pay-by-card")]
pub async fn pay_by_card(
    booking: i64,
    #[server(default)] expected: String,
    #[server(default)] part: String,
    intent: String,
) -> Result<String, BookingRefusal> {
    use crate::base::{intent_of, shown_amount};
    use crate::booking::{money, store};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller, see_other};
    use crate::server::house;

    let guest = Guest::staying()?;
    let who = store::Who { lang: caller()?.lang, ..store::Who::from(&guest) };
    let (id, expected, intent) = (BookingId(booking), shown_amount("expected", &expected)?, intent_of(&intent)?);
    let (house, shelf) = (house()?, shelf()?);
    let sum = store::pay::Sum { expected, part: shelf.coin.typed("part", &part)? };
    let address = money::start(&house, &shelf, &who, id, sum, &intent).await?;
    see_other(&address);
    Ok(address)
}

/// Asks the desk to send a bill: the places wait for its money until the deadline that the page says.
#[server(endpoint = "pay-by-invoice")]
pub async fn pay_by_invoice(booking: i64, #[server(default)] expected: String) -> Result<BookingId, BookingRefusal> {
    use crate::booking::store::ways;
    use crate::people::session::see_other;
    use crate::server::begin;

    let Settling { who, booking: id, expected, shelf } = Settling::open(booking, &expected).await?;
    let mut tx = begin().await?;
    ways::ask_for_bill(&mut tx, &shelf, &who, id, expected).await?;
    tx.commit().await?;
    see_other(&format!("/bookings/{id}"));
    Ok(id)
}

/// Books a hold that is to be paid at the desk before it begins.
#[server(endpoint = "pay-at-desk")]
pub async fn pay_at_desk(booking: i64, #[server(default)] expected: String) -> Result<BookingId, BookingRefusal> {
    use crate::booking::store::ways;
    use crate::people::session::see_other;
    use crate::server::begin;

    let Settling { who, booking: id, expected, shelf } = Settling::open(booking, &expected).await?;
    let mut tx = begin().await?;
    ways::pay_at_desk(&mut tx, &shelf, &who, id, expected).await?;
    tx.commit().await?;
    see_other(&format!("/bookings/{id}"));
    Ok(id)
}

/// Gives a hold up.
#[server(endpoint = "release")]
pub async fn release(booking: i64) -> Result<BookingId, BookingRefusal> {
    use crate::booking::{money, store};
    use crate::catalog::shelf::shelf;
    use crate::payments::Subject;
    use crate::people::session::{Guest, see_other};
    use crate::server::{begin, house};

    let guest = Guest::staying()?;
    let (who, id, shelf) = (store::Who::from(&guest), BookingId(booking), shelf()?);
    let house = house()?;
    // Nobody knows yet whether it was paid: if it was, the money comes back by itself.
    money::call_off(&house, &shelf, who.stay, Subject::Booking(id)).await?;
    let mut tx = begin().await?;
    store::release(&mut tx, &shelf, &who, store::Act::Guest, id).await?;
    tx.commit().await?;
    see_other(&format!("/bookings/{id}"));
    Ok(id)
}

/// Cancels a booking. `expected_fee` is what the button said would be kept, in minor units.
#[server(endpoint = "cancel-booking")]
pub async fn cancel_booking(booking: i64, expected_fee: i64) -> Result<BookingId, BookingRefusal> {
    use crate::booking::store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, see_other};
    use crate::server::begin;

    let guest = Guest::staying()?;
    let (who, id, shelf) = (store::Who::from(&guest), BookingId(booking), shelf()?);
    let mut tx = begin().await?;
    store::cancel(&mut tx, &shelf, &who, store::Act::Guest, id, expected_fee).await?;
    tx.commit().await?;
    see_other(&format!("/bookings/{id}"));
    Ok(id)
}

/// Moves a booking. `to` is the address of the other session or time of the same offer.
#[server(endpoint = "move-booking")]
pub async fn move_booking(booking: i64, #[server(default)] to: String) -> Result<BookingId, BookingRefusal> {
    use crate::base::Fault;
    use crate::booking::{Target, store};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller, see_other};
    use crate::server::begin;

    let guest = Guest::staying()?;
    let who = store::Who { lang: caller()?.lang, ..store::Who::from(&guest) };
    let to = Target::parse(&to).ok_or_else(|| Fault::Field("to".into()))?;
    let (id, shelf) = (BookingId(booking), shelf()?);
    let mut tx = begin().await?;
    store::shift(&mut tx, &shelf, &who, store::Act::Guest, id, &to).await?;
    tx.commit().await?;
    see_other(&format!("/bookings/{id}"));
    Ok(id)
}

/// Lets somebody else of the party come in place of `out`; both are ids of guests.
#[server(endpoint = "replace-participant")]
pub async fn replace_participant(booking: i64, out: i64, instead: i64) -> Result<BookingId, BookingRefusal> {
    use crate::base::GuestId;
    use crate::booking::store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller, see_other};
    use crate::server::begin;

    let guest = Guest::staying()?;
    let who = store::Who { lang: caller()?.lang, ..store::Who::from(&guest) };
    let (id, shelf) = (BookingId(booking), shelf()?);
    let mut tx = begin().await?;
    store::replace(&mut tx, &shelf, &who, id, GuestId(out), GuestId(instead)).await?;
    tx.commit().await?;
    see_other(&format!("/bookings/{id}"));
    Ok(id)
}

/// Gives up the place of one person; the others go. `expected_fee` is what the button said would be kept of it, in minor
/// units. Answers the booking that holds what was given up.
#[server(endpoint = "cancel-participant")]
pub async fn cancel_participant(booking: i64, guest: i64, expected_fee: i64) -> Result<BookingId, BookingRefusal> {
    use crate::base::GuestId;
    use crate::booking::store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, see_other};
    use crate::server::begin;

    let asking = Guest::staying()?;
    let (who, id, shelf) = (store::Who::from(&asking), BookingId(booking), shelf()?);
    let mut tx = begin().await?;
    let apart = store::cancel_one(&mut tx, &shelf, &who, id, GuestId(guest), expected_fee).await?;
    tx.commit().await?;
    see_other(&format!("/bookings/{id}"));
    Ok(apart)
}

/// Says how somebody who goes writes their name, and how to reach them.
#[server(endpoint = "confirm-contact")]
pub async fn confirm_contact(
    booking: i64,
    guest: i64,
    #[server(default)] name: String,
    #[server(default)] contact: String,
) -> Result<BookingId, BookingRefusal> {
    use crate::base::{Fault, GuestId};
    use crate::booking::closing::clean;
    use crate::booking::store::Who;
    use crate::booking::store::contact::{LONGEST, confirm_contact};
    use crate::people::session::{Guest, see_other};
    use crate::server::begin;

    let asking = Guest::staying()?;
    let (who, id) = (Who::from(&asking), BookingId(booking));
    let (name, contact) = (clean(&name), clean(&contact));
    for (field, text) in [("name", &name), ("contact", &contact)] {
        if text.chars().count() > LONGEST {
            return Err(Fault::Field(field.into()).into());
        }
    }
    let mut tx = begin().await?;
    confirm_contact(&mut tx, &who, id, GuestId(guest), &name, &contact).await?;
    tx.commit().await?;
    see_other(&format!("/bookings/{id}"));
    Ok(id)
}
