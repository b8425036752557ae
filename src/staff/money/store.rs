//! The SQL of the desk's money.

use super::guarantee::store as guarantee;
use super::{About, Back, Due, DueState, Line, MoneyRefusal, MoneySheet, Stuck};
use crate::base::{Day, Fault, Lang, PaymentId, ReceiptId, RefundId, StayId, Texts};
use crate::booking::BookingState;
use crate::booking::store::ways::{self, Taken, take_at_desk};
use crate::booking::store::{booking_of, pay};
use crate::catalog::Way;
use crate::catalog::shelf::Shelf;
use crate::orders;
use crate::payments::store as payments;
use crate::payments::{Method, ReceiptLine, Subject};
use crate::people::session::Staff;
use crate::server::{Conn, Keys, Tx};
use crate::words::Words;
use sqlx::FromRow;

/// How long a bill that was not paid in time, and what was not paid at the desk, is still listed, in seconds.
const STILL: i64 = 7 * 86_400;

/// Where the room, the guest and what it is for come from, given a stay `st`, a booking `b` and an order `o`, one of which is
/// missing.
const ABOUT: &str = "ro.number AS room, coalesce(g.name, st.reference) AS name, b.id AS booking_id, o.id AS order_id, b.sold";
/// The same, of a booking.
pub(super) const BOOKED: &str =
    "ro.number AS room, coalesce(g.name, st.reference) AS name, b.id AS booking_id, CAST(NULL AS BIGINT) AS order_id, b.sold";
pub(super) const STAY: &str = "JOIN rooms ro ON ro.id = st.room_id LEFT JOIN guests g ON g.stay_id = st.id AND g.lead = 1";

#[derive(FromRow)]
pub(super) struct AboutRow {
    room: String,
    name: String,
    booking_id: Option<i64>,
    order_id: Option<i64>,
    sold: Option<String>,
}

impl AboutRow {
    pub(super) fn read(self, lang: Lang) -> Result<About, Fault> {
        let subject = Subject::parse("booking", self.booking_id.unwrap_or_default()).filter(|_| self.booking_id.is_some());
        let subject = subject.or_else(|| Subject::parse("order", self.order_id?)).ok_or(Fault::TryAgain)?;
        let title = match subject {
            Subject::Order(id) => Words::of(lang).log_order(&id.to_string()),
            Subject::Booking(_) => {
                let sold: serde_json::Value = self.sold.and_then(|sold| serde_json::from_str(&sold).ok()).unwrap_or_default();
                let title = serde_json::from_value::<Texts>(sold.get("title").cloned().unwrap_or_default()).unwrap_or_default();
                title.get(lang).to_owned()
            }
        };
        Ok(About { subject, room: self.room, name: self.name, title })
    }
}

#[derive(FromRow)]
struct DueRow {
    #[sqlx(flatten)]
    about: AboutRow,
    day: String,
    wall: String,
    owed: i64,
    hold_until: Option<i64>,
    state: String,
    asked_at: i64,
}

impl DueRow {
    fn read(self, shelf: &Shelf, lang: Lang, now: i64) -> Result<Due, Fault> {
        let until = self.hold_until.filter(|_| self.state != "confirmed");
        Ok(Due {
            about: self.about.read(lang)?,
            day: Day::parse(&self.day).ok_or(Fault::TryAgain)?,
            wall: self.wall,
            owed: self.owed,
            age: (now - self.asked_at).div_euclid(60),
            until: until.map(|at| (shelf.time.day(at), shelf.time.wall(at).to_string())),
            state: match (self.state.as_str(), until) {
                ("released", _) => DueState::GivenUp,
                (_, Some(at)) if at < now => DueState::Over,
                _ => DueState::Waits,
            },
            intent: Keys::token(),
        })
    }
}

/// What is charged for a booking, less what payments hold.
const OWED: &str = "CAST((SELECT coalesce(sum(f.amount), 0) FROM folio_lines f WHERE f.subject = 'booking'
                           AND f.subject_id IN (SELECT a.id FROM bookings a WHERE a.id = b.id OR a.apart_from = b.id))
                     - (SELECT coalesce(sum(p.amount - p.refunded), 0) FROM payments p WHERE p.booking_id = b.id AND p.state = 'captured') AS BIGINT)";

/// Everything the page shows.
pub async fn sheet(conn: &mut Conn, shelf: &Shelf, lang: Lang, now: i64) -> Result<MoneySheet, Fault> {
    let bills: Vec<DueRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {BOOKED}, b.day, b.wall, b.total - b.by_points AS owed, b.hold_until, b.state,
                coalesce((SELECT max(t.at) FROM timeline t WHERE t.subject = 'booking' AND t.subject_id = b.id AND t.fact = 'bill_asked'), b.hold_until) AS asked_at
           FROM bookings b JOIN stays st ON st.id = b.stay_id {STAY}
          WHERE b.way = 'invoice' AND b.state IN ('held', 'lapsed', 'released') AND b.hold_until >= $1
          ORDER BY CASE WHEN b.state = 'held' AND b.hold_until >= $2 THEN 0 ELSE 1 END, b.hold_until, b.id LIMIT 200"
    )))
    .bind(now - STILL)
    .bind(now)
    .fetch_all(&mut *conn)
    .await?;
    let at_desk: Vec<DueRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT d.* FROM (SELECT {BOOKED}, b.day, b.wall, {OWED} AS owed, b.hold_until, b.state, b.starts_at,
                coalesce((SELECT max(t.at) FROM timeline t WHERE t.subject = 'booking' AND t.subject_id = b.id AND t.fact = 'at_the_desk'), b.starts_at) AS asked_at
           FROM bookings b JOIN stays st ON st.id = b.stay_id {STAY}
          WHERE b.way = 'desk' AND b.state = 'confirmed' AND b.starts_at >= $1) d
          WHERE d.owed > 0 ORDER BY CASE WHEN d.starts_at >= $2 THEN 0 ELSE 1 END, d.starts_at, d.booking_id LIMIT 200"
    )))
    .bind(now - STILL)
    .bind(now)
    .fetch_all(&mut *conn)
    .await?;
    let due = |rows: Vec<DueRow>| rows.into_iter().map(|row| row.read(shelf, lang, now)).collect::<Result<Vec<_>, _>>();
    Ok(MoneySheet {
        bills: due(bills)?,
        at_desk: due(at_desk)?,
        stuck: stuck(conn, lang, now).await?,
        back: back(conn, lang, now).await?,
        asked_back: guarantee::asked(conn, lang, now).await?.len().try_into().unwrap_or(u32::MAX),
        lately: lately(conn, shelf, lang).await?,
    })
}

/// How many things on the page wait for somebody, for the rail.
pub async fn waiting(conn: &mut Conn, now: i64) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM bookings WHERE way = 'invoice' AND state = 'held' AND hold_until >= $1)
              + (SELECT count(*) FROM payments WHERE state = 'stuck')
              + (SELECT count(*) FROM guarantees WHERE state = 'asked')
              + (SELECT count(*) FROM refunds
                  WHERE state = 'failed' OR (state = 'requested' AND by_hand = 1) OR (state = 'sent' AND bounced_at IS NOT NULL))",
    )
    .bind(now)
    .fetch_one(conn)
    .await
}

#[derive(FromRow)]
struct StuckRow {
    #[sqlx(flatten)]
    about: AboutRow,
    id: i64,
    provider: String,
    reference: Option<String>,
    amount: i64,
    created_at: i64,
}

async fn stuck(conn: &mut Conn, lang: Lang, now: i64) -> Result<Vec<Stuck>, Fault> {
    let rows: Vec<StuckRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {ABOUT}, p.id, p.provider, p.reference, p.amount, p.created_at FROM payments p JOIN stays st ON st.id = p.stay_id {STAY}
           LEFT JOIN bookings b ON b.id = p.booking_id LEFT JOIN orders o ON o.id = p.order_id WHERE p.state = 'stuck' ORDER BY p.created_at LIMIT 100"
    )))
    .fetch_all(conn)
    .await?;
    let read = |row: StuckRow| {
        Ok(Stuck {
            id: PaymentId(row.id),
            about: row.about.read(lang)?,
            provider: row.provider,
            reference: row.reference.unwrap_or_default(),
            amount: row.amount,
            age: (now - row.created_at).div_euclid(60),
        })
    };
    rows.into_iter().map(read).collect()
}

#[derive(FromRow)]
struct BackRow {
    #[sqlx(flatten)]
    about: AboutRow,
    id: i64,
    amount: i64,
    method: String,
    state: String,
    requested_at: i64,
}

async fn back(conn: &mut Conn, lang: Lang, now: i64) -> Result<Vec<Back>, Fault> {
    let rows: Vec<BackRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {ABOUT}, f.id, f.amount, p.method, f.state, f.requested_at FROM refunds f JOIN payments p ON p.id = f.payment_id
           JOIN stays st ON st.id = p.stay_id {STAY} LEFT JOIN bookings b ON b.id = p.booking_id LEFT JOIN orders o ON o.id = p.order_id
          WHERE f.state = 'failed' OR (f.state = 'requested' AND f.by_hand = 1) OR (f.state = 'sent' AND f.bounced_at IS NOT NULL)
          ORDER BY f.requested_at LIMIT 200"
    )))
    .fetch_all(conn)
    .await?;
    let read = |row: BackRow| {
        Ok(Back {
            id: RefundId(row.id),
            about: row.about.read(lang)?,
            amount: row.amount,
            method: Method::parse(&row.method).ok_or(Fault::TryAgain)?,
            failed: row.state == "failed",
            bounced: row.state == "sent",
            age: (now - row.requested_at).div_euclid(60),
        })
    };
    rows.into_iter().map(read).collect()
}

#[derive(FromRow)]
struct LineRow {
    #[sqlx(flatten)]
    about: AboutRow,
    id: i64,
    series: String,
    number: i64,
    amount: i64,
    at: i64,
    method: String,
    refund_id: Option<i64>,
    by_hand: i64,
}

async fn lately(conn: &mut Conn, shelf: &Shelf, lang: Lang) -> Result<Vec<Line>, Fault> {
    let rows: Vec<LineRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {ABOUT}, r.id, r.series, r.number, r.amount, r.at, p.method, r.refund_id, coalesce(f.by_hand, 0) AS by_hand
           FROM receipts r LEFT JOIN refunds f ON f.id = r.refund_id
           JOIN payments p ON p.id = coalesce(r.payment_id, f.payment_id) JOIN stays st ON st.id = p.stay_id {STAY}
           LEFT JOIN bookings b ON b.id = p.booking_id LEFT JOIN orders o ON o.id = p.order_id
          WHERE r.id > (SELECT max(id) - 50 FROM receipts) ORDER BY r.id DESC"
    )))
    .fetch_all(conn)
    .await?;
    let read = |row: LineRow| {
        Ok(Line {
            id: ReceiptId(row.id),
            number: crate::payments::written(&row.series, row.number),
            about: row.about.read(lang)?,
            day: shelf.time.day(row.at),
            wall: shelf.time.wall(row.at).to_string(),
            method: Method::moved(&row.method, row.by_hand == 1).ok_or(Fault::TryAgain)?,
            amount: if row.refund_id.is_some() { -row.amount } else { row.amount },
        })
    };
    rows.into_iter().map(read).collect()
}

/// Whose something is.
pub async fn stay_of(conn: &mut Conn, subject: Subject) -> Result<StayId, Fault> {
    let stay = match subject {
        Subject::Booking(_) => "SELECT stay_id FROM bookings WHERE id = $1",
        Subject::Order(_) => "SELECT stay_id FROM orders WHERE id = $1",
    };
    Ok(StayId(sqlx::query_scalar(stay).bind(subject.id()).fetch_one(conn).await?))
}

/// What is to be paid for something as its receipt says it: what a hold costs, also when its time is over, and a bill also
/// when it was given up, so that money which comes too late is written down and goes back; of what is booked or ordered,
/// what the room's bill still says.
pub async fn owed(tx: &mut Tx, shelf: &Shelf, stay: StayId, subject: Subject) -> Result<Vec<ReceiptLine>, Fault> {
    let now = tx.now();
    let owed = match subject {
        Subject::Booking(id) => {
            let booking = booking_of(tx.conn(), stay, id, now).await?;
            match booking.state {
                BookingState::Confirmed => pay::owed(tx.conn(), subject).await?,
                BookingState::Held | BookingState::Lapsed => booking.to_pay(),
                BookingState::Released if ways::way_of(tx.conn(), id).await? == Some(Way::Invoice) => booking.to_pay(),
                _ => 0,
            }
        }
        Subject::Order(_) => pay::owed(tx.conn(), subject).await?,
    };
    if owed > 0 { sold(tx, shelf, stay, subject, owed).await } else { Ok(Vec::new()) }
}

/// Room and name of a stay.
pub async fn who_stays(conn: &mut Conn, stay: StayId) -> Result<(String, String), Fault> {
    let who = format!("SELECT ro.number, coalesce(g.name, st.reference) FROM stays st {STAY} WHERE st.id = $1");
    Ok(sqlx::query_as(sqlx::AssertSqlSafe(who)).bind(stay.0).fetch_one(conn).await?)
}

/// Takes what is still owed for each of these things, when their sum is the one that was shown. The same again is known by
/// the first payment's key, and does nothing.
pub async fn settle(
    tx: &mut Tx,
    shelf: &Shelf,
    staff: &Staff,
    stay: StayId,
    subjects: &[Subject],
    (expected, method, intent): (i64, Method, &str),
) -> Result<(), MoneyRefusal> {
    if payments::by_intent(tx.conn(), stay, intent).await?.is_some() {
        return Ok(());
    }
    let mut open = Vec::new();
    for subject in subjects {
        let owed = pay::owed(tx.conn(), *subject).await?;
        if owed > 0 {
            open.push((*subject, owed));
        }
    }
    let total: i64 = open.iter().map(|(_, owed)| owed).sum();
    if total != expected || total == 0 {
        return Err(MoneyRefusal::Changed);
    }
    for (position, (subject, owed)) in open.into_iter().enumerate() {
        let lines = sold(tx, shelf, stay, subject, owed).await?;
        let intent = if position == 0 { intent.to_owned() } else { format!("{intent}-{position}") };
        let taken = Taken { stay, subject, owed: &lines, amount: owed, method, note: "", intent: &intent };
        take_at_desk(tx, shelf, staff, &taken).await?;
    }
    Ok(())
}

/// What of something is paid now, as a receipt says it.
async fn sold(tx: &mut Tx, shelf: &Shelf, stay: StayId, subject: Subject, owed: i64) -> Result<Vec<ReceiptLine>, Fault> {
    match subject {
        Subject::Booking(id) => {
            let now = tx.now();
            let booking = booking_of(tx.conn(), stay, id, now).await?;
            Ok(pay::sold_lines(tx.conn(), shelf, &booking, owed).await?)
        }
        Subject::Order(id) => orders::sold_lines(tx, shelf, id, owed).await,
    }
}
