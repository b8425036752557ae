//! What comes back to whoever did not come, by the policy of the sale (RULES K9), and a deposit to whoever did: a line of the room's bill, what was paid
//! beyond that, and what the package gave. Taken back with the note itself, as long as none of it has gone out.

use super::{Booking, booking_of};
use crate::base::{BookingId, Fault, StayId};
use crate::booking::BookingRefusal;
use crate::booking::rules::time::SECOND_THOUGHTS;
use crate::catalog::NoShow;
use crate::catalog::included::{self, Subject as Whose};
use crate::payments::store::{self as payments, Reason};
use crate::payments::{Because, Subject};
use crate::server::Tx;
use sqlx::FromRow;

#[derive(FromRow)]
struct Person {
    id: i64,
    booking_id: i64,
    stay_id: i64,
    guest_id: i64,
    price: i64,
    included: i64,
    given: i64,
    share_back: Option<String>,
}

impl Person {
    async fn read(tx: &mut Tx, id: i64) -> Result<(Person, Booking), Fault> {
        let row = "SELECT p.id, p.booking_id, b.stay_id, p.guest_id, p.price, p.included, p.given, p.share_back
                     FROM participants p JOIN bookings b ON b.id = p.booking_id WHERE p.id = $1";
        let person: Person = sqlx::query_as(row).bind(id).fetch_one(tx.conn()).await?;
        let now = tx.now();
        let booking = booking_of(tx.conn(), StayId(person.stay_id), BookingId(person.booking_id), now).await?;
        Ok((person, booking))
    }

    fn whose(&self) -> Whose {
        Whose::Booking(self.booking_id)
    }
}

/// What payments for a booking are kept under.
fn root(booking: &Booking) -> Subject {
    Subject::Booking(booking.apart_from.unwrap_or(booking.id))
}

/// Somebody did not come: gives back what the policy says of their price and of the package. Answers how much. What goes to a
/// card is sent an hour later.
pub(super) async fn did_not_come(tx: &mut Tx, participant: i64) -> Result<i64, Fault> {
    let (person, booking) = Person::read(tx, participant).await?;
    let due = if person.included == 1 { 0 } else { person.price };
    // What they had back already is theirs.
    let back = (booking.back_when_missed(due) - person.given).clamp(0, booking.total - booking.given);
    if back > 0 {
        sqlx::query("UPDATE participants SET given = given + $2 WHERE id = $1").bind(person.id).bind(back).execute(tx.conn()).await?;
        let because = Reason { because: Because::Missed, participant: Some(person.id), due_at: tx.now() + SECOND_THOUGHTS };
        give(tx, &booking, back, because).await?;
    }
    if person.included == 1 && booking.sold.policy.no_show == NoShow::Refund && person.share_back.is_none() {
        let share = included::give_back_one(tx, booking.stay, person.whose(), person.guest_id).await?;
        sqlx::query("UPDATE participants SET share_back = $2 WHERE id = $1").bind(person.id).bind(share).execute(tx.conn()).await?;
    }
    Ok(back)
}

/// Somebody came: a deposit comes back to them. What goes to a card is sent an hour later, as the ticket may have been the wrong
/// one.
pub(super) async fn came(tx: &mut Tx, participant: i64) -> Result<(), Fault> {
    let (person, booking) = Person::read(tx, participant).await?;
    let due = if person.included == 1 { 0 } else { person.price };
    let back = (due - person.given).clamp(0, booking.total - booking.given);
    if back > 0 {
        sqlx::query("UPDATE participants SET given = given + $2 WHERE id = $1").bind(person.id).bind(back).execute(tx.conn()).await?;
        let because = Reason { because: Because::Came, participant: Some(person.id), due_at: tx.now() + SECOND_THOUGHTS };
        give(tx, &booking, back, because).await?;
    }
    Ok(())
}

/// The note that somebody did not come is taken back, and with it all that came back for that. What has gone out already is
/// theirs, and then nothing is taken back.
pub(super) async fn came_after_all(tx: &mut Tx, participant: i64) -> Result<(), BookingRefusal> {
    let (person, booking) = Person::read(tx, participant).await?;
    if person.given > 0 {
        payments::withdraw(tx, person.id).await?;
        sqlx::query("UPDATE participants SET given = 0 WHERE id = $1").bind(person.id).execute(tx.conn()).await?;
        bill(tx, &booking, person.given).await?;
        if !payments::is_even(tx.conn(), root(&booking)).await? {
            return Err(BookingRefusal::GoneBack);
        }
    }
    if let Some(share) = &person.share_back {
        if !included::use_again(tx, booking.stay, person.whose(), share).await? {
            return Err(BookingRefusal::GoneBack);
        }
        sqlx::query("UPDATE participants SET share_back = NULL WHERE id = $1").bind(person.id).execute(tx.conn()).await?;
    }
    Ok(())
}

/// The same at the door, where nobody is sent away for it, and where a check-in is taken back: what has gone out stays theirs.
pub(super) async fn came_late(tx: &mut Tx, participant: i64) -> Result<(), Fault> {
    tx.mark().await?;
    match came_after_all(tx, participant).await {
        Ok(()) => tx.keep_mark().await,
        Err(BookingRefusal::Fault(fault)) => Err(fault),
        Err(_) => tx.back_to_mark().await,
    }
}

/// The resort calls a booking off or moves it: who did not come to its time counts no more.
pub(super) async fn nobody_missed(tx: &mut Tx, booking: BookingId) -> Result<(), Fault> {
    let missed: Vec<i64> = sqlx::query_scalar("SELECT id FROM participants WHERE booking_id = $1 AND missed_at IS NOT NULL ORDER BY id")
        .bind(booking.0)
        .fetch_all(tx.conn())
        .await?;
    for participant in missed {
        came_late(tx, participant).await?;
    }
    Ok(())
}

/// The resort moves a booking: whoever was let in for the old time comes anew, and a deposit with them.
pub(super) async fn nobody_came(tx: &mut Tx, booking: &Booking) -> Result<(), Fault> {
    if !booking.sold.policy.deposit {
        return Ok(());
    }
    let inside: Vec<i64> = sqlx::query_scalar("SELECT id FROM participants WHERE booking_id = $1 AND checked_in_at IS NOT NULL ORDER BY id")
        .bind(booking.id.0)
        .fetch_all(tx.conn())
        .await?;
    for participant in inside {
        came_late(tx, participant).await?;
    }
    Ok(())
}

/// Gives back so much of a booking, off the room's bill and to where it was paid from.
pub(super) async fn give(tx: &mut Tx, booking: &Booking, amount: i64, reason: Reason) -> Result<(), Fault> {
    bill(tx, booking, -amount).await?;
    payments::give_back_for(tx, root(booking), booking.id, reason).await?;
    Ok(())
}

/// A line of the room's bill: less than nothing is given back, more is charged again; and the sum of both so far.
async fn bill(tx: &mut Tx, booking: &Booking, amount: i64) -> Result<(), Fault> {
    let now = tx.now();
    let kept = sqlx::query("UPDATE bookings SET given = given - $2 WHERE id = $1 AND given - $2 BETWEEN 0 AND total")
        .bind(booking.id.0)
        .bind(amount)
        .execute(tx.conn())
        .await?;
    if kept.rows_affected() != 1 {
        return Err(Fault::TryAgain);
    }
    sqlx::query(
        "INSERT INTO folio_lines (stay_id, kind, subject, subject_id, amount, at, nth)
         SELECT $1, $2, 'booking', $3, $4, $5, 1 + coalesce(max(nth), 0) FROM folio_lines WHERE subject = 'booking' AND subject_id = $3 AND kind = $2",
    )
    .bind(booking.stay.0)
    .bind(if amount < 0 { "given" } else { "taken_back" })
    .bind(booking.id.0)
    .bind(amount)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}
