//! The SQL of what somebody asks for who may not put it on the room's bill alone. Exactly one answer is kept: every step is
//! one conditional update out of the state before. That time is over is a predicate of every look (RULES H2); somebody tidies
//! later and says so.

use super::spenders;
use crate::base::{AskId, BookingId, Day, Fault, GuestId, OrderId, StayId, Texts};
use crate::notices::{Notice, drop_asked, tell_one};
use crate::server::{Conn, Nudge, Pool, Tx};
use crate::stays::caps::rules::Rule;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// It could be asked; nobody was.
    Kept,
    Waiting,
    Approved,
    Declined,
    /// It was taken back, or settled in another way.
    Withdrawn,
    /// Nobody answered while there was time.
    Over,
}

impl State {
    fn name(self) -> &'static str {
        match self {
            State::Kept => "kept",
            State::Waiting => "waiting",
            State::Approved => "approved",
            State::Declined => "declined",
            State::Withdrawn => "withdrawn",
            State::Over => "over",
        }
    }

    fn parse(text: &str) -> Option<State> {
        [State::Kept, State::Waiting, State::Approved, State::Declined, State::Withdrawn, State::Over].into_iter().find(|one| one.name() == text)
    }
}

/// A question as it is kept, with its state as of now.
#[derive(Clone, Debug)]
pub struct Ask {
    pub id: AskId,
    pub stay: StayId,
    pub guest: GuestId,
    /// Who asks.
    pub name: String,
    pub booking: Option<BookingId>,
    pub order: Option<OrderId>,
    /// The order that is not placed yet.
    pub wanted: Option<String>,
    pub intent: Option<String>,
    pub title: Texts,
    pub amount: i64,
    pub state: State,
    /// The last second in which it can be answered.
    pub until: i64,
    pub answered_by: String,
    pub reason: String,
}

#[derive(FromRow)]
struct AskRow {
    id: i64,
    stay_id: i64,
    guest_id: i64,
    name: String,
    booking_id: Option<i64>,
    order_id: Option<i64>,
    wanted: Option<String>,
    intent: Option<String>,
    title: String,
    amount: i64,
    state: String,
    until_at: i64,
    answered_by: String,
    reason: String,
    booking_state: Option<String>,
    hold_until: Option<i64>,
}

impl AskRow {
    fn read(self, now: i64) -> Result<Ask, Fault> {
        let until = self.hold_until.filter(|_| self.booking_id.is_some()).unwrap_or(self.until_at);
        let mut state = State::parse(&self.state).ok_or(Fault::TryAgain)?;
        if state == State::Waiting || state == State::Kept {
            state = match self.booking_state.as_deref() {
                None | Some("held") if now <= until => state,
                None | Some("held" | "lapsed") => State::Over,
                Some(_) => State::Withdrawn,
            };
        }
        Ok(Ask {
            id: AskId(self.id),
            stay: StayId(self.stay_id),
            guest: GuestId(self.guest_id),
            name: self.name,
            booking: self.booking_id.map(BookingId),
            order: self.order_id.map(OrderId),
            wanted: self.wanted,
            intent: self.intent,
            title: serde_json::from_str(&self.title).unwrap_or_default(),
            amount: self.amount,
            state,
            until,
            answered_by: self.answered_by,
            reason: self.reason,
        })
    }
}

macro_rules! ask {
    () => {
        "SELECT a.id, a.stay_id, a.guest_id, g.name, a.booking_id, a.order_id, a.wanted, a.intent, a.title, a.amount, a.state, a.until_at,
                a.answered_by, a.reason, b.state AS booking_state, b.hold_until
           FROM asks a JOIN guests g ON g.id = a.guest_id LEFT JOIN bookings b ON b.id = a.booking_id "
    };
}

/// A question of this stay; anybody else's is not found.
pub async fn ask_of(conn: &mut Conn, stay: StayId, id: AskId, now: i64) -> Result<Ask, Fault> {
    let row: Option<AskRow> =
        sqlx::query_as(concat!(ask!(), "WHERE a.id = $1 AND a.stay_id = $2")).bind(id.0).bind(stay.0).fetch_optional(conn).await?;
    row.ok_or(Fault::NotFound)?.read(now)
}

/// What waits for an answer in a stay, the soonest to end first.
pub async fn waiting(conn: &mut Conn, stay: StayId, now: i64) -> Result<Vec<Ask>, Fault> {
    let rows: Vec<AskRow> = sqlx::query_as(concat!(ask!(), "WHERE a.stay_id = $1 AND a.state = 'waiting' ORDER BY a.until_at, a.id"))
        .bind(stay.0)
        .fetch_all(conn)
        .await?;
    let asks: Vec<Ask> = rows.into_iter().map(|row| row.read(now)).collect::<Result<_, _>>()?;
    Ok(asks.into_iter().filter(|ask| ask.state == State::Waiting).collect())
}

/// The question that waits for places that are held.
pub async fn of_booking(conn: &mut Conn, booking: BookingId) -> Result<Option<AskId>, sqlx::Error> {
    let id: Option<i64> = sqlx::query_scalar("SELECT id FROM asks WHERE booking_id = $1 AND booking_id IS NOT NULL AND state = 'waiting'")
        .bind(booking.0)
        .fetch_optional(conn)
        .await?;
    Ok(id.map(AskId))
}

/// Whom a question is about.
pub struct Asking<'a> {
    pub stay: StayId,
    pub guest: GuestId,
    pub title: &'a Texts,
    pub amount: i64,
    pub until: i64,
}

/// Asks for places that are held; asking again answers the same.
pub async fn for_booking(tx: &mut Tx, asking: &Asking<'_>, booking: BookingId) -> Result<(AskId, bool), Fault> {
    if let Some(before) = of_booking(tx.conn(), booking).await? {
        return Ok((before, false));
    }
    let now = tx.now();
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO asks (stay_id, guest_id, booking_id, title, amount, state, until_at, created_at)
         VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7) RETURNING id",
    )
    .bind(asking.stay.0)
    .bind(asking.guest.0)
    .bind(booking.0)
    .bind(json(asking.title)?)
    .bind(asking.amount)
    .bind(asking.until)
    .bind(now)
    .fetch_one(tx.conn())
    .await?;
    Ok((AskId(id), true))
}

/// Keeps an order that could not be placed, so that it can be asked for. The same form again is the same question; while it
/// waits, or once it was had, it stays what it is.
pub async fn keep_order(tx: &mut Tx, asking: &Asking<'_>, wanted: &str, intent: &str) -> Result<AskId, Fault> {
    let now = tx.now();
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO asks AS a (stay_id, guest_id, wanted, intent, title, amount, state, until_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, 'kept', $7, $8)
         ON CONFLICT (stay_id, intent) DO UPDATE SET
             wanted = CASE WHEN a.state IN ('waiting', 'approved') THEN a.wanted ELSE excluded.wanted END,
             title = CASE WHEN a.state IN ('waiting', 'approved') THEN a.title ELSE excluded.title END,
             amount = CASE WHEN a.state IN ('waiting', 'approved') THEN a.amount ELSE excluded.amount END,
             until_at = CASE WHEN a.state IN ('waiting', 'approved') THEN a.until_at ELSE excluded.until_at END,
             state = CASE WHEN a.state IN ('waiting', 'approved') THEN a.state ELSE 'kept' END
         RETURNING id",
    )
    .bind(asking.stay.0)
    .bind(asking.guest.0)
    .bind(wanted)
    .bind(intent)
    .bind(json(asking.title)?)
    .bind(asking.amount)
    .bind(asking.until)
    .bind(now)
    .fetch_one(tx.conn())
    .await?;
    Ok(AskId(id))
}

/// Brings a question out of one state into another. False when it was in another one.
pub async fn turn(tx: &mut Tx, ask: &Ask, to: State, by: &str, reason: &str) -> Result<bool, Fault> {
    let now = tx.now();
    let from = if to == State::Waiting { State::Kept } else { State::Waiting };
    let turned = sqlx::query(
        "UPDATE asks SET state = $3, answered_at = CASE WHEN $3 = 'waiting' THEN NULL ELSE CAST($4 AS BIGINT) END, answered_by = $5, reason = $6
          WHERE id = $1 AND state = $2",
    )
    .bind(ask.id.0)
    .bind(from.name())
    .bind(to.name())
    .bind(now)
    .bind(by)
    .bind(reason)
    .execute(tx.conn())
    .await?;
    let turned = turned.rows_affected() == 1;
    if turned && to != State::Waiting {
        drop_asked(tx, ask.id).await?;
        tx.nudge(Nudge::Stay(ask.stay));
    }
    Ok(turned)
}

/// It costs something else by now: what is asked for is that.
pub async fn reprice(tx: &mut Tx, ask: AskId, amount: i64) -> Result<(), Fault> {
    sqlx::query("UPDATE asks SET amount = $2 WHERE id = $1 AND state = 'waiting'").bind(ask.0).bind(amount).execute(tx.conn()).await?;
    Ok(())
}

/// Writes down which order it became.
pub async fn became(tx: &mut Tx, ask: AskId, order: OrderId) -> Result<(), Fault> {
    sqlx::query("UPDATE asks SET order_id = $2 WHERE id = $1 AND state = 'approved'").bind(ask.0).bind(order.0).execute(tx.conn()).await?;
    Ok(())
}

/// The order of this form was placed after all: nobody has to answer any more.
pub async fn placed(tx: &mut Tx, stay: StayId, intent: &str) -> Result<(), Fault> {
    let ended: Option<i64> =
        sqlx::query_scalar("UPDATE asks SET state = 'withdrawn' WHERE stay_id = $1 AND intent = $2 AND state IN ('kept', 'waiting') RETURNING id")
            .bind(stay.0)
            .bind(intent)
            .fetch_optional(tx.conn())
            .await?;
    if let Some(id) = ended {
        drop_asked(tx, AskId(id)).await?;
    }
    Ok(())
}

/// Tells every adult of the party, but not whoever asks.
pub async fn tell_adults(tx: &mut Tx, rule: Rule, ask: &Ask, today: Day, notice: &Notice) -> Result<(), Fault> {
    for one in spenders(tx.conn(), rule, ask.stay, today).await?.iter().filter(|one| one.adult && one.guest != ask.guest) {
        tell_one(tx, ask.stay, one.guest, ask.id, notice).await?;
    }
    Ok(())
}

/// Whether a question waits whose time is over, or that was settled in another way.
pub async fn anything_late(pool: &Pool, now: i64) -> Result<bool, sqlx::Error> {
    let late: Option<i64> = sqlx::query_scalar(
        "SELECT a.id FROM asks a LEFT JOIN bookings b ON b.id = a.booking_id
          WHERE a.state = 'waiting' AND CASE WHEN a.booking_id IS NULL THEN a.until_at < $1 ELSE b.state <> 'held' OR b.hold_until < $1 END LIMIT 1",
    )
    .bind(now)
    .fetch_optional(pool)
    .await?;
    Ok(late.is_some())
}

/// Ends the questions whose time is over, and says so to who asked and to who was asked. What was settled in another way
/// ends without a word. Answers how many ended.
pub async fn tidy(tx: &mut Tx, rule: Rule, today: Day) -> Result<u64, Fault> {
    let now = tx.now();
    let rows: Vec<AskRow> = sqlx::query_as(concat!(ask!(), "WHERE a.state = 'waiting' ORDER BY a.id")).fetch_all(tx.conn()).await?;
    let mut ended = 0;
    for row in rows {
        let ask = row.read(now)?;
        if ask.state != State::Waiting {
            ended += u64::from(end(tx, rule, &ask, today).await?);
        }
    }
    Ok(ended)
}

/// Ends one question that can be answered no longer. False when that was done already.
pub async fn end(tx: &mut Tx, rule: Rule, ask: &Ask, today: Day) -> Result<bool, Fault> {
    if !turn(tx, ask, ask.state, "", "").await? {
        return Ok(false);
    }
    if ask.state == State::Over {
        let notice = Notice::AskOver { ask: ask.id, name: ask.name.clone(), title: ask.title.clone() };
        tell_one(tx, ask.stay, ask.guest, ask.id, &notice).await?;
        tell_adults(tx, rule, ask, today, &notice).await?;
    }
    Ok(true)
}

fn json(title: &Texts) -> Result<String, Fault> {
    serde_json::to_string(title).map_err(|_| Fault::TryAgain)
}
