//! Calling something off for everybody whom it concerns, and opening it again. Read this file (the deed), then `rows.rs`
//! (what is closed, and who has booked it).
//!
//! All of it happens in one transaction, or nothing (RULES G1): first it is closed, so that nobody is sent to where it is
//! closed too; then each booking goes the way that was chosen for it, by the functions that a guest's own deeds go by.

mod rows;

pub use rows::{AffectedRow, Shut, affected, closures_on, open, shut};

use super::take::lapse;
use super::waitlist::pass_on;
use super::{Act, Booking, Who, booking_of, cancel, change::looked_after, release, shift, who_of};
use crate::base::{BookingId, ClosureId, Day, Fault, Lang};
use crate::booking::closing::{ClosingRefusal, Fate, Named, Scope};
use crate::booking::{BookingRefusal, BookingState};
use crate::catalog::shelf::Shelf;
use crate::people::session::Staff;
use crate::people::store::{Deed, log};
use crate::server::{Nudge, Tx};
use std::collections::HashMap;

/// What somebody at the desk decided.
pub struct Decision {
    pub scope: Scope,
    /// The guests read it.
    pub reason: String,
    /// The bookings that the form showed, and how often each had moved.
    pub seen: HashMap<i64, i64>,
    /// What becomes of each.
    pub fates: HashMap<i64, Option<Fate>>,
    /// The key of the form, born with it.
    pub intent: String,
}

/// Calls it off. The same form twice is one deed. When the bookings are no longer those that the form showed, nothing is
/// written, and the refusal says what is different (RULES G3).
pub async fn close(tx: &mut Tx, shelf: &Shelf, staff: &Staff, lang: Lang, decision: &Decision) -> Result<Day, ClosingRefusal> {
    if let Some(day) = rows::done(tx, staff, &decision.intent).await? {
        return Ok(day);
    }
    lapse(tx).await?;
    let now = tx.now();
    let shut = rows::shut(tx.conn(), shelf, &decision.scope, now).await?;
    rows::open(tx.conn(), &shut, now).await?;
    let (held, booked): (Vec<_>, Vec<_>) = rows::affected(tx.conn(), &shut, now).await?.into_iter().partition(|row| row.state == "held");
    same_as_seen(tx, &booked, &decision.seen).await?;
    let chosen = chosen(&shut, &booked, decision)?;
    rows::write(tx, staff, &shut, &decision.reason, &decision.intent).await?;

    let act = Act::Resort { staff, reason: &decision.reason };
    for row in &held {
        let who = Who { lang, ..who_of(tx.conn(), row.stay()).await? };
        release(tx, shelf, &who, act, row.id()).await.map_err(|why| refused(row, why))?;
    }
    // Whoever gives a place up makes room for whoever moves.
    let (moving, rest): (Vec<_>, Vec<_>) = chosen.into_iter().partition(|(_, fate)| matches!(fate, Fate::Move(_)));
    for (row, fate) in rest.iter().chain(&moving) {
        go(tx, shelf, act, lang, row, fate).await?;
    }
    for (row, _) in rest.iter().chain(&moving) {
        let booking = booking_of(tx.conn(), row.stay(), row.id(), now).await?;
        if booking.state == BookingState::Confirmed {
            looked_after(tx, shelf, &booking, None).await.map_err(|why| refused(row, why))?;
        }
    }
    let kept = rest.iter().filter(|(_, fate)| *fate == Fate::Keep).count();
    let after = format!("kept {kept}, moved {}, cancelled {}", moving.len(), rest.len() - kept);
    write_down(tx, staff, "called_off", &shut, &after, &decision.reason).await?;
    tx.nudge(Nudge::Desk);
    tell_of(tx, shelf, &shut);
    pass_on(tx, shelf).await?;
    Ok(shut.day)
}

/// Every phone that shows a day of it; a night has two.
fn tell_of(tx: &mut Tx, shelf: &Shelf, shut: &Shut) {
    tx.nudge(Nudge::Places(shut.day));
    tx.nudge(Nudge::Places(shelf.time.day(shut.span.1 - 1)));
}

/// Opens again what was called off, as long as it has not ended. A second time answers the same.
pub async fn reopen(tx: &mut Tx, shelf: &Shelf, staff: &Staff, id: ClosureId) -> Result<Day, ClosingRefusal> {
    let shut = rows::one(tx, shelf, id).await?;
    if shut.span.1 <= tx.now() {
        return Err(ClosingRefusal::Over);
    }
    if rows::end(tx, staff, id).await? {
        write_down(tx, staff, "reopened", &shut, "", "").await?;
        tx.nudge(Nudge::Desk);
        tell_of(tx, shelf, &shut);
        pass_on(tx, shelf).await?;
    }
    Ok(shut.day)
}

/// One booking goes the way that was chosen for it.
async fn go(tx: &mut Tx, shelf: &Shelf, act: Act<'_>, lang: Lang, row: &AffectedRow, fate: &Fate) -> Result<(), ClosingRefusal> {
    let (id, who) = (row.id(), Who { lang, ..who_of(tx.conn(), row.stay()).await? });
    let done = match fate {
        Fate::Keep => Ok(()),
        Fate::Cancel => cancel(tx, shelf, &who, act, id, 0).await,
        Fate::Move(to) => shift(tx, shelf, &who, act, id, to).await,
    };
    done.map_err(|why| refused(row, why))?;
    let Act::Resort { staff, reason } = act else { return Ok(()) };
    let (before, now) = (format!("{} {}", row.day, row.wall), tx.now());
    let (deed, after) = match fate {
        Fate::Keep => ("booking_kept", before.clone()),
        Fate::Cancel => ("booking_cancelled", String::new()),
        Fate::Move(_) => {
            let Booking { day, wall, .. } = booking_of(tx.conn(), row.stay(), id, now).await?;
            ("booking_moved", format!("{day} {wall}"))
        }
    };
    log(tx.conn(), now, Some(staff), Deed { deed, subject: "booking", subject_id: id.0, before: &before, after: &after, reason }).await?;
    Ok(())
}

/// What is different from what the form showed, if anything is.
async fn same_as_seen(tx: &mut Tx, booked: &[AffectedRow], seen: &HashMap<i64, i64>) -> Result<(), ClosingRefusal> {
    let came: Vec<Named> = booked.iter().filter(|row| seen.get(&row.id) != Some(&row.moves)).map(AffectedRow::named).collect();
    let mut gone = Vec::new();
    for id in seen.keys().filter(|id| booked.iter().all(|row| row.id != **id)) {
        gone.extend(rows::named(tx, BookingId(*id)).await?);
    }
    gone.sort_by(|a: &Named, b| (&a.room, a.booking).cmp(&(&b.room, b.booking)));
    if came.is_empty() && seen.len() == booked.len() { Ok(()) } else { Err(ClosingRefusal::Changed { came, gone }) }
}

/// Each booking with its choice, or which of them has none.
fn chosen(shut: &Shut, booked: &[AffectedRow], decision: &Decision) -> Result<Vec<(AffectedRow, Fate)>, ClosingRefusal> {
    let missing = booked.iter().filter(|row| !decision.fates.contains_key(&row.id)).count();
    if missing > 0 {
        return Err(ClosingRefusal::ChoiceMissing(missing as i64));
    }
    if decision.reason.is_empty() {
        return Err(ClosingRefusal::ReasonMissing);
    }
    let fate = |row: &AffectedRow| decision.fates.get(&row.id).cloned().flatten().filter(|fate| *fate != Fate::Keep || shut.may_stay());
    booked.iter().map(|row| fate(row).map(|fate| (row.clone(), fate)).ok_or_else(|| ClosingRefusal::ChoiceWrong(row.named()))).collect()
}

fn refused(row: &AffectedRow, why: BookingRefusal) -> ClosingRefusal {
    match why {
        BookingRefusal::Fault(fault @ (Fault::TryAgain | Fault::TooMany(_))) => fault.into(),
        why => ClosingRefusal::NotMoved(row.named(), Box::new(why)),
    }
}

async fn write_down(tx: &mut Tx, staff: &Staff, deed: &str, shut: &Shut, after: &str, reason: &str) -> Result<(), Fault> {
    let (now, (subject, subject_id)) = (tx.now(), shut.subject());
    Ok(log(tx.conn(), now, Some(staff), Deed { deed, subject, subject_id, before: &shut.key, after, reason }).await?)
}
