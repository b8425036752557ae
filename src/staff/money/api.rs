//! The doors of the desk's money.

use super::{MoneyRefusal, MoneySheet, RoomOwes};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// What the desk reads of money.
#[server(endpoint = "staff-money", input = GetUrl)]
pub async fn staff_money() -> Result<MoneySheet, MoneyRefusal> {
    use super::store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::house;

    Staff::at_the_desk()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let mut conn = house.database.readers().acquire().await?;
    Ok(store::sheet(&mut conn, &shelf, lang, house.clock.now()).await?)
}

/// Writes down that the desk has taken money. `amount` is as people write it, `36.50`; another amount than is owed needs a
/// note. The same form twice is one payment.
#[server(endpoint = "staff-take-payment")]
pub async fn staff_take_payment(
    kind: String,
    id: i64,
    #[server(default)] amount: String,
    method: String,
    #[server(default)] note: String,
    intent: String,
) -> Result<(), MoneyRefusal> {
    use super::store;
    use crate::base::{Fault, intent_of};
    use crate::booking::closing::{LONGEST_REASON, clean};
    use crate::booking::money::call_off_at_desk;
    use crate::booking::store::ways::{Taken, take_at_desk};
    use crate::catalog::shelf::shelf;
    use crate::payments::{Method, Subject};
    use crate::people::session::{Staff, see_other};
    use crate::server::house;

    let staff = Staff::at_the_desk()?;
    let field = |name: &str| Fault::Field(name.to_owned());
    let (shelf, note) = (shelf()?, clean(&note));
    let subject = Subject::parse(&kind, id).ok_or_else(|| field("kind"))?;
    let method = Method::parse(&method).filter(|method| Method::BY_HAND.contains(method)).ok_or_else(|| field("method"))?;
    let amount = shelf.coin.read(&amount).filter(|amount| *amount > 0).ok_or_else(|| field("amount"))?;
    let intent = intent_of(&intent)?;
    if note.chars().count() > LONGEST_REASON {
        return Err(field("note").into());
    }
    let house = house()?;
    call_off_at_desk(&house, &shelf, subject).await?;
    let mut tx = house.begin().await?;
    let stay = store::stay_of(tx.conn(), subject).await?;
    let lines = store::owed(&mut tx, &shelf, stay, subject).await?;
    let taken = Taken { stay, subject, owed: &lines, amount, method, note: &note, intent: &intent };
    match take_at_desk(&mut tx, &shelf, &staff, &taken).await {
        Err(Fault::Field(name)) if name == "note" => {
            return Err(MoneyRefusal::NoteNeeded { owed: lines.iter().map(|line| line.amount).sum() });
        }
        Err(Fault::NotFound) => return Err(MoneyRefusal::Changed),
        done => done?,
    }
    tx.commit().await?;
    see_other("/staff/money");
    Ok(())
}

/// What one room still has to pay, in the console's language.
#[server(endpoint = "staff-room-owes", input = GetUrl)]
pub async fn staff_room_owes(stay: i64) -> Result<RoomOwes, MoneyRefusal> {
    use super::{About, store};
    use crate::base::StayId;
    use crate::catalog::shelf::shelf;
    use crate::orders::bill;
    use crate::people::session::{Staff, caller};
    use crate::server::{Keys, house};

    Staff::at_the_desk()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let readers = house.database.readers();
    let (room, name) = store::who_stays(&mut *readers.acquire().await?, StayId(stay)).await?;
    let mut lines = Vec::new();
    for entry in bill(readers, StayId(stay), &shelf, lang).await? {
        let owed = entry.owed();
        if owed > 0 {
            let about = About { subject: entry.about, room: room.clone(), name: name.clone(), title: entry.title };
            lines.push((about, entry.at.day, owed));
        }
    }
    Ok(RoomOwes { total: lines.iter().map(|(.., owed)| owed).sum(), lines, intent: Keys::token() })
}

/// The room pays all that it still owes: `expected` is the sum that the button showed, in minor units. Each thing has a
/// payment and a receipt of its own, all in one transaction. The same form twice is paid once.
#[server(endpoint = "staff-settle-bill")]
pub async fn staff_settle_bill(stay: i64, expected: i64, method: String, intent: String) -> Result<(), MoneyRefusal> {
    use super::store;
    use crate::base::{Fault, StayId, intent_of};
    use crate::booking::money::call_off_at_desk;
    use crate::catalog::shelf::shelf;
    use crate::orders::bill;
    use crate::payments::Method;
    use crate::people::session::{Staff, see_other};
    use crate::server::house;

    let staff = Staff::at_the_desk()?;
    let (house, shelf, stay, intent) = (house()?, shelf()?, StayId(stay), intent_of(&intent)?);
    let method = Method::parse(&method).filter(|method| Method::BY_HAND.contains(method)).ok_or_else(|| Fault::Field("method".into()))?;
    let open = bill(house.database.readers(), stay, &shelf, Default::default()).await?;
    let subjects: Vec<_> = open.iter().filter(|entry| entry.owed() > 0).map(|entry| entry.about).collect();
    for subject in &subjects {
        call_off_at_desk(&house, &shelf, *subject).await?;
    }
    let mut tx = house.begin().await?;
    store::settle(&mut tx, &shelf, &staff, stay, &subjects, (expected, method, &intent)).await?;
    tx.commit().await?;
    see_other(&format!("/staff/stays/{stay}"));
    Ok(())
}

/// An amount that somebody has to give back: the desk has handed it out; or, with `again`, its provider is asked once more.
#[server(endpoint = "staff-give-back")]
pub async fn staff_give_back(refund: i64, #[server(default)] again: String, #[server(default)] reason: String) -> Result<(), MoneyRefusal> {
    use crate::base::RefundId;
    use crate::booking::closing::{LONGEST_REASON, clean};
    use crate::payments::store;
    use crate::people::session::{Staff, see_other};
    use crate::people::store::{Deed, log};
    use crate::server::{Nudge, begin};

    let staff = Staff::at_the_desk()?;
    let reason: String = clean(&reason).chars().take(LONGEST_REASON).collect();
    let mut tx = begin().await?;
    let refund = store::refund(tx.conn(), RefundId(refund)).await?;
    let (done, deed) = match again.is_empty() {
        true => (store::is_handed_out(&mut tx, &refund).await?, "refund_handed_out"),
        false => (store::ask_again(&mut tx, refund.id).await?, "refund_again"),
    };
    if !done {
        return Err(MoneyRefusal::Changed);
    }
    let (now, amount, subject) = (tx.now(), refund.amount.to_string(), refund.payment.subject);
    let deed = Deed { deed, subject: subject.kind(), subject_id: subject.id(), before: "", after: &amount, reason: &reason };
    log(tx.conn(), now, Some(&staff), deed).await?;
    tx.nudge(Nudge::Stay(refund.payment.stay));
    tx.nudge(Nudge::Desk);
    tx.commit().await?;
    see_other("/staff/money");
    Ok(())
}

/// Somebody has looked at a payment that did not fit, and settled it with the provider: it can be paid anew. Why is kept in
/// the log.
#[server(endpoint = "staff-close-stuck")]
pub async fn staff_close_stuck(payment: i64, #[server(default)] reason: String) -> Result<(), MoneyRefusal> {
    use crate::base::PaymentId;
    use crate::booking::reason_of;
    use crate::payments::store;
    use crate::people::session::{Staff, see_other};
    use crate::people::store::{Deed, log};
    use crate::server::{Nudge, begin};

    let staff = Staff::at_the_desk()?;
    let reason = reason_of(&reason)?;
    let mut tx = begin().await?;
    let payment = store::payment(tx.conn(), PaymentId(payment)).await?;
    if !store::close_stuck(&mut tx, payment.id).await? {
        return Err(MoneyRefusal::Changed);
    }
    let (now, amount, subject) = (tx.now(), payment.amount.to_string(), payment.subject);
    let deed = Deed { deed: "payment_closed", subject: subject.kind(), subject_id: subject.id(), before: &amount, after: "", reason: &reason };
    log(tx.conn(), now, Some(&staff), deed).await?;
    tx.nudge(Nudge::Stay(payment.stay));
    tx.nudge(Nudge::Desk);
    tx.commit().await?;
    see_other("/staff/money");
    Ok(())
}

/// What was to be paid at the desk may be paid with the room's bill, so that whoever has the ticket is let in.
#[server(endpoint = "staff-leave-on-bill")]
pub async fn staff_leave_on_bill(booking: i64, #[server(default)] reason: String) -> Result<(), MoneyRefusal> {
    use crate::base::BookingId;
    use crate::booking::reason_of;
    use crate::booking::store::ways::let_room_pay;
    use crate::people::session::{Staff, see_other};
    use crate::server::begin;

    let staff = Staff::at_the_desk()?;
    let reason = reason_of(&reason)?;
    let mut tx = begin().await?;
    let_room_pay(&mut tx, &staff, BookingId(booking), &reason).await?;
    tx.commit().await?;
    see_other("/staff/money");
    Ok(())
}
