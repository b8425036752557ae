//! What the database says and what the model says, as lines that must be the same.

use super::furnish::Ids;
use super::model::{Booking, Model};
use super::world::{OFFERS, SESSIONS, STAYS, date};
use cabana::base::WallTime;
use cabana::booking::BookingState;
use cabana::server::Pool;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// What it is of, and what it amounts to; in order.
pub type Lines = Vec<(String, String)>;

/// How many bookings some steps can look at.
const MOST: usize = 24;
/// And of how many stays they can be.
const MOST_STAYS: usize = 4;

/// `$1` is now. What lapsed counts as free, whether or not somebody has tidied it.
fn sql(bookings: &str, stays: &str) -> String {
    format!(
        "SELECT 'session ' || s.id, CAST(s.taken - coalesce((SELECT sum(h.places) FROM bookings h
                  WHERE h.session_id = s.id AND h.state = 'held' AND h.hold_until < $1), 0) AS TEXT) FROM sessions s
         UNION ALL
         SELECT 'booking ' || b.id, CASE WHEN b.state = 'held' AND b.hold_until < $1 THEN 'lapsed' ELSE b.state END
                || ' stay ' || b.stay_id || ' places ' || b.places || ' total ' || b.total || ' fee ' || b.fee || ' from ' || b.fee_from
                || ' moves ' || b.moves || ' at ' || b.starts_at || '-' || b.ends_at || ' session ' || coalesce(b.session_id, 0)
                || ' resource ' || coalesce(b.resource_id, 0) || ' until ' || b.hold_until || ' form ' ||
                CASE WHEN b.apart_from IS NULL THEN b.intent ELSE 'of ' || b.apart_from END
                || CASE WHEN b.answers LIKE '%Small%' THEN ' Small' WHEN b.answers LIKE '%Large%' THEN ' Large' ELSE '' END
           FROM bookings b WHERE b.id {bookings}
         UNION ALL
         SELECT 'person ' || p.booking_id || ' ' || p.guest_id,
                CAST(p.price AS TEXT) || ' ' || p.included || ' ' || coalesce(p.checked_in_at, 0)
           FROM participants p WHERE p.booking_id {bookings}
         UNION ALL
         SELECT 'time ' || u.booking_id, CAST(u.resource_id AS TEXT) || ' ' || u.from_cell || '-' || (u.to_cell - 1) || ' ' || (u.to_cell - u.from_cell)
           FROM uses u JOIN bookings b ON b.id = u.booking_id
          WHERE u.booking_id {bookings} AND NOT (b.state = 'held' AND b.hold_until < $1)
         UNION ALL
         SELECT 'bill ' || f.stay_id, CAST(sum(f.amount) AS TEXT) FROM folio_lines f WHERE f.stay_id {stays}
          GROUP BY f.stay_id HAVING sum(f.amount) <> 0
         UNION ALL
         SELECT 'used ' || u.stay_id || ' ' || u.item || ' ' || u.guest_id || ' ' || u.day,
                CAST(u.used - coalesce((SELECT sum(i.used) FROM included_by i JOIN bookings b ON b.id = i.subject_id
                  WHERE i.subject = 'booking' AND i.stay_id = u.stay_id AND i.item = u.item AND i.guest_id = u.guest_id AND i.day = u.day
                    AND b.state = 'held' AND b.hold_until < $1), 0) AS TEXT)
           FROM included_used u WHERE u.stay_id {stays}
         UNION ALL
         SELECT 'line ' || w.id, w.state || ' stay ' || w.stay_id || ' day ' || w.day || ' ' || w.from_wall || '-' || w.to_wall || ' whom ' || w.whom
                || ' ' || w.places || ' most ' || coalesce(w.most, -1) || ' booking ' || coalesce(w.booking_id, 0) FROM waitlist w"
    )
}

static TOUCHED: LazyLock<String> = LazyLock::new(|| {
    let bookings: Vec<String> = (0..MOST).map(|index| format!("${}", index + 2)).collect();
    let stays: Vec<String> = (0..MOST_STAYS).map(|index| format!("${}", index + 2 + MOST)).collect();
    sql(&format!("IN ({})", bookings.join(", ")), &format!("IN ({})", stays.join(", ")))
});

/// Everything, and besides how often each thing happened, and what is still to be told.
static WHOLE: LazyLock<String> = LazyLock::new(|| {
    format!(
        "{} UNION ALL
         SELECT 'deed ' || t.subject_id || ' ' || t.fact, CAST(count(*) AS TEXT) FROM timeline t
          WHERE t.subject = 'booking' AND t.fact <> 'lapsed' GROUP BY t.subject_id, t.fact
         UNION ALL
         SELECT 'reminder ' || n.booking_id, CAST(n.due_at AS TEXT) FROM notices n
          WHERE n.due_at > n.created_at AND n.due_at > $1 AND n.dropped_at IS NULL",
        sql("> 0", "> 0")
    )
});

/// What the database says of some bookings and of a few stays; of everything when none are named.
pub async fn found(pool: &Pool, ids: &Ids, now: i64, only: Option<(&BTreeSet<i64>, &[usize])>) -> Lines {
    let text: &'static str = if only.is_some() { &TOUCHED } else { &WHOLE };
    let mut query = sqlx::query_as(text).bind(now);
    if let Some((bookings, stays)) = only {
        assert!(bookings.len() <= MOST, "{bookings:?}");
        for index in 0..MOST {
            query = query.bind(bookings.iter().nth(index).copied().unwrap_or_default());
        }
        for index in 0..MOST_STAYS {
            query = query.bind(stays.get(index).map_or(0, |stay| ids.stays[*stay]));
        }
    }
    let mut lines: Lines = query.fetch_all(pool).await.unwrap();
    lines.retain(|(what, much)| !(what.starts_with("used") && much == "0"));
    lines.sort();
    lines
}

impl Model {
    /// The same as the model has it.
    pub fn lines(&self, ids: &Ids, only: Option<(&BTreeSet<i64>, &[usize])>) -> Lines {
        let mut lines: Lines = Vec::new();
        for (index, id) in ids.sessions.iter().enumerate() {
            lines.push((format!("session {id}"), self.taken(index, None).to_string()));
        }
        for (id, booking) in &self.bookings {
            if only.is_none_or(|(bookings, _)| bookings.contains(id)) {
                self.booking_lines(ids, *id, booking, &mut lines);
            }
            if only.is_none() {
                lines.extend(booking.deeds.iter().map(|(deed, times)| (format!("deed {id} {deed}"), times.to_string())));
                lines.extend(booking.reminder.filter(|at| *at > self.now).map(|at| (format!("reminder {id}"), at.to_string())));
                let (at, told) = booking.night;
                lines.extend((0..told).filter(|_| at > self.now).map(|_| (format!("reminder {id}"), at.to_string())));
            }
        }
        for (id, entry) in &self.lines {
            let whom: Vec<String> = entry.guests.iter().map(|guest| ids.guests[entry.stay][*guest].to_string()).collect();
            let (stay, day, from, to) = (ids.stays[entry.stay], date(entry.day), WallTime(entry.from), WallTime(entry.to));
            let (state, places, most, whom) = (entry.state, entry.guests.len(), entry.most.unwrap_or(-1), whom.join(","));
            let what = format!("{state} stay {stay} day {day} {from}-{to} whom {whom} {places} most {most} booking {}", entry.booking);
            lines.push((format!("line {id}"), what));
        }
        for stay in (0..STAYS.len()).filter(|stay| only.is_none_or(|(_, stays)| stays.contains(stay))) {
            let id = ids.stays[stay];
            let owed: i64 = self
                .of_stay(stay)
                .map(|(_, booking)| match booking.left {
                    BookingState::Confirmed => booking.total - booking.people.iter().map(|person| person.given).sum::<i64>(),
                    BookingState::Cancelled => booking.fee,
                    _ => 0,
                })
                .sum();
            if owed != 0 {
                lines.push((format!("bill {id}"), owed.to_string()));
            }
            let mut used: BTreeMap<String, i64> = BTreeMap::new();
            for one in self.used(stay, None) {
                let guest = one.guest.map_or(0, |guest| ids.guests[stay][guest]);
                let day = one.day.map(|day| date(day).to_string()).unwrap_or_default();
                *used.entry(format!("used {id} {} {guest} {day}", one.item)).or_default() += 1;
            }
            lines.extend(used.into_iter().map(|(what, much)| (what, much.to_string())));
        }
        lines.sort();
        lines
    }

    fn booking_lines(&self, ids: &Ids, id: i64, booking: &Booking, lines: &mut Lines) {
        let state = match self.state(booking) {
            BookingState::Held => "held",
            BookingState::Confirmed => "confirmed",
            BookingState::Lapsed => "lapsed",
            BookingState::Released => "released",
            BookingState::Cancelled => "cancelled",
        };
        let Booking { when, total, fee, fee_from, moves, until, .. } = booking;
        let (stay, places, starts, ends) = (ids.stays[booking.stay], booking.places(), when.starts, when.ends);
        let session = when.session.map_or(0, |session| ids.sessions[session]);
        let resource = booking.resource.map_or(0, |resource| ids.resources[resource]);
        let asks = when.offer().question.is_some();
        let answer = match booking.wish.answer {
            Some("0") if asks => " Small",
            Some("1") if asks => " Large",
            _ => "",
        };
        let form = &booking.wish.intent;
        lines.push((
            format!("booking {id}"),
            format!(
                "{state} stay {stay} places {places} total {total} fee {fee} from {fee_from} moves {moves} at {starts}-{ends} session {session} resource {resource} until {until} form {form}{answer}"
            ),
        ));
        for person in &booking.people {
            let guest = ids.guests[booking.stay][person.guest];
            let (price, included, entered) = (person.price, i64::from(person.included), person.entered.unwrap_or_default());
            lines.push((format!("person {id} {guest}"), format!("{price} {included} {entered}")));
        }
        if resource != 0 && self.is_active(booking) {
            // Cells are five minutes, and every time and buffer here is a number of them.
            let offer = &OFFERS[when.offer];
            let (first, end) = ((starts - offer.before * 60) / 300, (ends + offer.after * 60) / 300);
            lines.push((format!("time {id}"), format!("{resource} {first}-{} {}", end - 1, end - first)));
        }
    }

    /// Places left of a session, as anybody may see them.
    pub fn left(&self, session: usize) -> i64 {
        let plan = &SESSIONS[session];
        let late = self.bookings.values().filter(|booking| booking.when.session == Some(session) && self.is_late(booking)).map(Booking::places);
        // What lapsed is for whoever waits, until it has gone along the line (W3).
        let kept = if self.waited_for(plan.offer, plan.day, plan.wall) { late.sum() } else { 0 };
        self.capacity(session) - self.taken(session, None) - kept
    }
}

/// The lines in which the two differ.
pub fn differences(found: &Lines, expected: &Lines) -> String {
    let mut text = String::new();
    for (what, much) in found.iter().filter(|line| !expected.contains(line)) {
        text.push_str(&format!("\n  the database: {what}: {much}"));
    }
    for (what, much) in expected.iter().filter(|line| !found.contains(line)) {
        text.push_str(&format!("\n  the model:    {what}: {much}"));
    }
    text
}
