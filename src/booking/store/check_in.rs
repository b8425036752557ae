//! Letting somebody in with a ticket, saying that somebody did not come, and taking either back when it was a mistake.

use super::pay::owed;
use super::{Sold, goodwill, record};
use crate::base::{BookingId, Day, Fault, Lang, StayId};
use crate::booking::rules::codes;
use crate::booking::rules::time::{admits, may_be_missed};
use crate::booking::{Actor, BookingRefusal, BookingState, CheckInAnswer, Deed};
use crate::notices::{Notice, tell};
use crate::payments::Subject;
use crate::people::session::Staff;
use crate::people::store as people;
use crate::server::{Nudge, Time, Tx};
use sqlx::FromRow;

#[derive(FromRow)]
struct TicketRow {
    id: i64,
    booking_id: i64,
    stay_id: i64,
    name: String,
    checked_in_at: Option<i64>,
    checked_in_by: Option<String>,
    missed_at: Option<i64>,
    state: String,
    day: String,
    wall: String,
    starts_at: i64,
    ends_at: i64,
    sold: String,
    way: Option<String>,
}

/// A ticket that was held before a camera, or typed.
#[derive(Clone, Copy, Debug)]
pub struct Scan<'a> {
    pub code: &'a str,
    /// When that was.
    pub at: i64,
    /// There was no signal: whoever scanned it let the holder in without asking.
    pub offline: bool,
}

/// Lets the holder of a ticket in. Of two scans exactly one admits (RULES K1).
pub async fn check_in(tx: &mut Tx, time: Time, staff: &Staff, lang: Lang, scan: Scan<'_>) -> Result<CheckInAnswer, Fault> {
    let now = tx.now();
    let Some(row) = ticket(tx, scan.code).await? else { return Ok(CheckInAnswer::Unknown) };
    let sold: Sold = serde_json::from_str(&row.sold).map_err(|_| Fault::TryAgain)?;
    let (name, title, wall) = (row.name.clone(), sold.title.get(lang).to_owned(), row.wall.clone());
    let day = Day::parse(&row.day).ok_or(Fault::TryAgain)?;
    let today = admits(time.day(scan.at), scan.at, day, (row.starts_at, row.ends_at));
    let late = today && row.missed_at.is_some() && row.state == "confirmed";
    if late {
        tx.mark().await?;
        goodwill::came_late(tx, row.id).await?;
    }
    // Whoever was let in without signal is inside.
    if today && !scan.offline && row.way.as_deref() == Some("desk") && row.state == "confirmed" && row.checked_in_at.is_none() {
        let owed = owed(tx.conn(), Subject::Booking(BookingId(row.booking_id))).await?;
        if owed > 0 {
            if late {
                // It stays said that they did not come, until they have paid.
                tx.back_to_mark().await?;
            }
            return Ok(CheckInAnswer::MustPay { name, title, owed });
        }
    }
    if late {
        tx.keep_mark().await?;
    }
    if today && let_in(tx, row.id, staff, scan.at).await? {
        let booking = BookingId(row.booking_id);
        if sold.policy.deposit {
            goodwill::came(tx, row.id).await?;
        }
        record(tx, booking, Actor::Staff, staff.name(), &Deed::CheckedIn { name: name.clone() }).await?;
        tell(tx, StayId(row.stay_id), Notice::CheckedIn { booking, title: sold.title, name: name.clone() }).await?;
        let deed = people::Deed { deed: "check-in", subject: "booking", subject_id: row.booking_id, before: "", after: &name, reason: "" };
        people::log(tx.conn(), now, Some(staff), deed).await?;
        tx.nudge(Nudge::Desk);
        return Ok(CheckInAnswer::Admitted { name, title, wall });
    }
    Ok(match row.checked_in_at {
        _ if row.state != "confirmed" => CheckInAnswer::Cancelled { name, title },
        Some(at) if scan.offline && today => twice(tx, time, staff, &row, title, (at, scan.at)).await?,
        Some(at) => CheckInAnswer::AlreadyIn { name, title, at: time.wall(at).to_string(), by: row.checked_in_by.unwrap_or_default() },
        None if !today => CheckInAnswer::WrongDay { name, title, day, wall },
        None => CheckInAnswer::Cancelled { name, title },
    })
}

/// Two were let in with one ticket, and it is known only now: the earlier one counts, and the log keeps both (RULES K3).
async fn twice(tx: &mut Tx, time: Time, staff: &Staff, row: &TicketRow, title: String, (known, scanned): (i64, i64)) -> Result<CheckInAnswer, Fault> {
    let now = tx.now();
    let before = (known, row.checked_in_by.clone().unwrap_or_default());
    let mut both = [before, (scanned, staff.name().to_owned())];
    if scanned < known {
        sqlx::query("UPDATE participants SET checked_in_at = $2, checked_in_by = $3 WHERE id = $1 AND checked_in_at = $4")
            .bind(row.id)
            .bind(scanned)
            .bind(staff.name())
            .bind(known)
            .execute(tx.conn())
            .await?;
    }
    both.sort_by_key(|(at, _)| *at);
    let [(at, by), (again_at, again_by)] = both.map(|(at, by)| (time.wall(at).to_string(), by));
    let (first, second) = (format!("{at} {by}"), format!("{again_at} {again_by}"));
    let deed =
        people::Deed { deed: "let_in_twice", subject: "booking", subject_id: row.booking_id, before: &first, after: &second, reason: &row.name };
    people::log(tx.conn(), now, Some(staff), deed).await?;
    tx.nudge(Nudge::Desk);
    Ok(CheckInAnswer::Twice { name: row.name.clone(), title, at, by, again_at, again_by })
}

/// Scans made without signal, each with the nonce it was kept under: the earliest first, and each once, however often it
/// is sent. Answers in the order in which they came.
pub async fn upload(tx: &mut Tx, time: Time, staff: &Staff, lang: Lang, scans: &[(String, Scan<'_>)]) -> Result<Vec<CheckInAnswer>, Fault> {
    let now = tx.now();
    let mut order: Vec<usize> = (0..scans.len()).collect();
    order.sort_by_key(|index| scans[*index].1.at);
    let mut answers: Vec<Option<CheckInAnswer>> = scans.iter().map(|_| None).collect();
    for index in order {
        let (nonce, scan) = &scans[index];
        let known: Option<String> = sqlx::query_scalar("SELECT answer FROM scans WHERE nonce = $1").bind(nonce).fetch_optional(tx.conn()).await?;
        if let Some(known) = known {
            answers[index] = Some(serde_json::from_str(&known).map_err(|_| Fault::TryAgain)?);
            continue;
        }
        // No phone is ahead of the house.
        let scan = Scan { at: scan.at.min(now), ..*scan };
        let answer = check_in(tx, time, staff, lang, scan).await?;
        sqlx::query("INSERT INTO scans (nonce, scanned_at, staff_id, answer, sent_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(nonce)
            .bind(scan.at)
            .bind(staff.id().0)
            .bind(super::json(&answer)?)
            .bind(now)
            .execute(tx.conn())
            .await?;
        answers[index] = Some(answer);
    }
    Ok(answers.into_iter().flatten().collect())
}

/// Takes back that somebody was let in, while the ticket would still let them in. `seen` is when that was: whoever was
/// let in again since stays in. A second time answers the same (RULES K6).
pub async fn undo_check_in(tx: &mut Tx, time: Time, staff: &Staff, typed: &str, seen: i64) -> Result<(), BookingRefusal> {
    let now = tx.now();
    let row = ticket(tx, typed).await?.ok_or(Fault::NotFound)?;
    let day = Day::parse(&row.day).ok_or(Fault::TryAgain)?;
    if !admits(time.day(now), now, day, (row.starts_at, row.ends_at)) {
        return Err(BookingRefusal::Past);
    }
    let out =
        sqlx::query("UPDATE participants SET checked_in_at = NULL, checked_in_by = NULL WHERE id = $1 AND state = 'active' AND checked_in_at = $2")
            .bind(row.id)
            .bind(seen)
            .execute(tx.conn())
            .await?;
    if out.rows_affected() != 1 {
        return match row.checked_in_at {
            None => Ok(()),
            Some(_) if row.state != "confirmed" => Err(BookingRefusal::NotNow(BookingState::Cancelled)),
            Some(_) => Err(BookingRefusal::CheckedIn),
        };
    }
    let sold: Sold = serde_json::from_str(&row.sold).map_err(|_| Fault::TryAgain)?;
    if sold.policy.deposit {
        goodwill::came_late(tx, row.id).await?;
    }
    record(tx, BookingId(row.booking_id), Actor::Staff, staff.name(), &Deed::CheckInUndone { name: row.name.clone() }).await?;
    let deed = people::Deed { deed: "check_in_undone", subject: "booking", subject_id: row.booking_id, before: &row.name, after: "", reason: "" };
    people::log(tx.conn(), now, Some(staff), deed).await?;
    tx.nudge(Nudge::Stay(StayId(row.stay_id)));
    tx.nudge(Nudge::Desk);
    Ok(())
}

/// Says that somebody did not come, once they are late enough and nobody has let them in, and gives back what the policy
/// says; or takes both back, unless some of it has gone out already. What is so already stays so (RULES K8, K9).
pub async fn set_missed(tx: &mut Tx, staff: &Staff, typed: &str, missed: bool) -> Result<(), BookingRefusal> {
    let now = tx.now();
    let row = ticket(tx, typed).await?.ok_or(Fault::NotFound)?;
    if row.state != "confirmed" || !may_be_missed(now, row.starts_at) {
        return Err(BookingRefusal::NotNow(BookingState::Confirmed));
    }
    let (at, by) = if missed { (Some(now), Some(staff.name())) } else { (None, None) };
    let changed = sqlx::query(
        "UPDATE participants SET missed_at = $2, missed_by = $3 WHERE id = $1 AND state = 'active' AND checked_in_at IS NULL
            AND (missed_at IS NULL) = ($2 IS NOT NULL)",
    )
    .bind(row.id)
    .bind(at)
    .bind(by)
    .execute(tx.conn())
    .await?;
    if changed.rows_affected() != 1 {
        return if row.checked_in_at.is_some() { Err(BookingRefusal::CheckedIn) } else { Ok(()) };
    }
    let name = row.name.clone();
    let (said, deed) = if missed {
        let returned = goodwill::did_not_come(tx, row.id).await?;
        ("missed", Deed::Missed { name, returned })
    } else {
        goodwill::came_after_all(tx, row.id).await?;
        ("missed_undone", Deed::MissedUndone { name })
    };
    record(tx, BookingId(row.booking_id), Actor::Staff, staff.name(), &deed).await?;
    let after = match deed {
        Deed::Missed { name, returned } if returned > 0 => format!("{name} {returned}"),
        _ => row.name.clone(),
    };
    let deed = people::Deed { deed: said, subject: "booking", subject_id: row.booking_id, before: "", after: &after, reason: "" };
    people::log(tx.conn(), now, Some(staff), deed).await?;
    tx.nudge(Nudge::Stay(StayId(row.stay_id)));
    tx.nudge(Nudge::Desk);
    Ok(())
}

/// Nobody of a booking has come yet: it takes place at another time.
pub async fn let_out_all(tx: &mut Tx, booking: BookingId) -> Result<(), Fault> {
    sqlx::query("UPDATE participants SET checked_in_at = NULL, checked_in_by = NULL, missed_at = NULL, missed_by = NULL WHERE booking_id = $1")
        .bind(booking.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// A ticket by its code, as scanned or typed.
async fn ticket(tx: &mut Tx, typed: &str) -> Result<Option<TicketRow>, Fault> {
    let Some(code) = codes::read(typed) else { return Ok(None) };
    let row = sqlx::query_as(
        "SELECT p.id, p.booking_id, b.stay_id, p.name, p.checked_in_at, p.checked_in_by, p.missed_at, b.state, b.day, b.wall, b.starts_at, b.ends_at, b.sold, b.way
           FROM participants p JOIN bookings b ON b.id = p.booking_id WHERE p.code = $1",
    );
    Ok(row.bind(code).fetch_optional(tx.conn()).await?)
}

/// The conditional update that one of two scans wins.
async fn let_in(tx: &mut Tx, participant: i64, staff: &Staff, now: i64) -> Result<bool, Fault> {
    let admitted = sqlx::query(
        "UPDATE participants SET checked_in_at = $2, checked_in_by = $3, missed_at = NULL, missed_by = NULL WHERE id = $1 AND state = 'active' AND checked_in_at IS NULL
            AND EXISTS (SELECT 1 FROM bookings b WHERE b.id = booking_id AND b.state = 'confirmed')",
    )
    .bind(participant)
    .bind(now)
    .bind(staff.name())
    .execute(tx.conn())
    .await?;
    Ok(admitted.rows_affected() == 1)
}
