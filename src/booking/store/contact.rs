//! What those who go say of themselves. The ticket keeps what was printed; the door sees both (RULES M3), and the receipt of
//! the law goes where they can be reached.

use super::booking_of;
use crate::base::{BookingId, Fault, GuestId, Lang, StayId};
use crate::booking::store::Who;
use crate::booking::{BookingRefusal, BookingState};
use crate::catalog::shelf::Shelf;
use crate::payments::buyer::{Buyer, Contact};
use crate::server::{Conn, Nudge, Tx};

/// The longest name and the longest contact, in characters.
pub const LONGEST: usize = 80;

/// Writes down how somebody who goes writes their name, and how to reach them; what is empty is forgotten.
pub async fn confirm_contact(tx: &mut Tx, who: &Who, id: BookingId, guest: GuestId, name: &str, contact: &str) -> Result<(), BookingRefusal> {
    let now = tx.now();
    let booking = booking_of(tx.conn(), who.stay, id, now).await?;
    if booking.state != BookingState::Confirmed {
        return Err(BookingRefusal::NotNow(booking.state));
    }
    if now >= booking.ends_at {
        return Err(BookingRefusal::Past);
    }
    let said = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let written = sqlx::query("UPDATE participants SET said_name = $3, contact = $4 WHERE booking_id = $1 AND guest_id = $2 AND state = 'active'")
        .bind(id.0)
        .bind(guest.0)
        .bind(said(name))
        .bind(said(contact))
        .execute(tx.conn())
        .await?;
    if written.rows_affected() != 1 {
        return Err(Fault::NotFound.into());
    }
    tx.nudge(Nudge::Stay(who.stay));
    tx.nudge(Nudge::Desk);
    Ok(())
}

/// Whoever pays for something of this stay, as a provider is told. How to reach them is what was last said on any of its
/// bookings, by whose slip it is before the others.
pub async fn buyer_of(conn: &mut Conn, shelf: &Shelf, stay: StayId, lang: Lang) -> Result<Buyer, sqlx::Error> {
    let said: Vec<String> = sqlx::query_scalar(
        "SELECT p.contact FROM bookings b JOIN participants p ON p.booking_id = b.id JOIN guests g ON g.id = p.guest_id
          WHERE b.stay_id = $1 AND p.contact IS NOT NULL ORDER BY g.lead DESC, p.id DESC LIMIT 20",
    )
    .bind(stay.0)
    .fetch_all(conn)
    .await?;
    let contact = said.iter().find_map(|said| Contact::parse(said));
    Ok(Buyer { lang, contact, desk: shelf.resort.email.clone(), fiscal: shelf.resort.fiscal })
}
