//! The one way to a place. Every writer goes through [`take`]; the database has the last word: a conditional update
//! for sessions, unique cells for resources, a CHECK for what is included (RULES C3 to C5).

use super::{Answered, Sold, Spot, alternatives, days, engaged, json, party_of, record, sale, state_name};
use crate::base::{BookingId, Day, Fault, GuestId, Lang, ResourceId, SessionId, StayId, Texts};
use crate::booking::rules::party::{self, Limits, Member};
use crate::booking::rules::time::{NO_POLICY, hold_until};
use crate::booking::rules::{codes, slots};
use crate::booking::{Actor, BookingRefusal, BookingState, Deed, Target};
use crate::catalog::included::{self, Subject};
use crate::catalog::rules::{self, Item, price_for_age};
use crate::catalog::shelf::{Offer, Shelf};
use crate::people::session::Guest;
use crate::server::{Nudge, Tx};
use std::collections::HashMap;

/// How many holds a stay may have at a time (RULES H8).
const MOST_HOLDS: usize = 3;
/// The longest answer, in characters.
const LONGEST_ANSWER: usize = 300;

/// The stay that a place is for.
#[derive(Clone, Debug)]
pub struct Who {
    pub stay: StayId,
    /// Key of its package.
    pub package: String,
    pub arrives: Day,
    pub departs: Day,
    pub lang: Lang,
    /// As written into the history.
    pub name: String,
}

impl From<&Guest> for Who {
    fn from(guest: &Guest) -> Who {
        Who {
            stay: guest.stay(),
            package: guest.package().to_owned(),
            arrives: guest.arrives(),
            departs: guest.departs(),
            lang: guest.lang(),
            name: guest.name().to_owned(),
        }
    }
}

/// What somebody wants.
#[derive(Clone, Debug)]
pub struct Wish {
    pub target: Target,
    pub guests: Vec<GuestId>,
    /// Answers to the offer's questions by key: free text, or the number of the choice.
    pub answers: HashMap<String, String>,
    /// The key of the form, born with it.
    pub intent: String,
    /// The total that was shown, if any.
    pub expected: Option<i64>,
}

/// Holds places for a stay. The same wish twice is one hold; another wish for the same time takes the place of the
/// first and keeps its deadline.
pub async fn take(tx: &mut Tx, shelf: &Shelf, who: &Who, wish: &Wish) -> Result<BookingId, BookingRefusal> {
    lapse(tx).await?;
    let spot = days::spot(tx.conn(), shelf, &wish.target).await?;
    if let Some(done) = made_by(tx, who.stay, wish, &spot).await? {
        return Ok(done);
    }
    let (now, offer) = (tx.now(), shelf.offer(spot.offer)?);
    sellable(tx, shelf, who, &spot, offer, &wish.guests).await?;
    let party = chosen(tx, who.stay, &wish.guests).await?;
    party::allowed(limits(offer), &party)?;

    let mut replaced = None;
    let own = live_bookings(tx, who.stay, &spot).await?;
    if let Some(first) = own.iter().find(|one| one.same && one.guests == sorted(&wish.guests)) {
        return Ok(first.id);
    }
    if let Some(first) = own.iter().find(|one| one.same && one.hold_until.is_some()) {
        replaced = Some(first);
    }
    let mut others = engaged(tx.conn(), who.stay, who.lang, now).await?;
    others.retain(|one| Some(one.booking) != replaced.map(|one| one.id));
    party::free(&party, spot.when(), &others)?;
    if own.iter().filter(|one| one.hold_until.is_some() && replaced.map(|one| one.id) != Some(one.id)).count() >= MOST_HOLDS {
        return Err(BookingRefusal::TooManyHolds);
    }
    let answers = answers(offer, &wish.answers, who.lang)?;
    if let Some(first) = replaced {
        give_up(tx, first.id, BookingState::Held, BookingState::Released).await?;
        record(tx, first.id, Actor::Guest, &who.name, &Deed::Released).await?;
    }

    let price = price(tx, shelf, who, offer, &spot, &party).await?;
    if wish.expected.is_some_and(|expected| expected != price.total) {
        return Err(BookingRefusal::PriceChanged { total: price.total });
    }
    let places = i64::try_from(party.len()).unwrap_or(i64::MAX);
    if let Some(session) = spot.session
        && !take_places(tx, session, places).await?
    {
        return Err(lost(tx, shelf, who, &spot, &wish.guests, places).await?);
    }
    let until = replaced.and_then(|first| first.hold_until).unwrap_or_else(|| hold_until(now, shelf.resort.hold_minutes, spot.starts_at));
    let booking = insert(tx, shelf, who, wish, &spot, offer, places, price.total, until, &answers).await?;
    if spot.session.is_none() {
        match take_cells(tx, shelf, offer, &spot, booking).await? {
            Some(resource) => set_resource(tx, booking, resource).await?,
            None => return Err(lost(tx, shelf, who, &spot, &wish.guests, places).await?),
        }
    }
    for (member, (item, included)) in party.iter().zip(price.items.iter().zip(&price.included)) {
        add_participant(tx, booking, member, item.price, *included).await?;
    }
    if let Some(allowance) = &price.allowance {
        let whose: Vec<i64> = price.items.iter().zip(&price.included).filter(|(_, included)| **included).map(|(item, _)| item.guest).collect();
        if !included::use_up(tx, who.stay, allowance, spot.day, &whose, Subject::Booking(booking.0)).await? {
            return Err(BookingRefusal::UsedUp);
        }
    }
    record(tx, booking, Actor::Guest, &who.name, &Deed::Held { people: places }).await?;
    tx.nudge(Nudge::Stay(who.stay));
    Ok(booking)
}

/// Tidies every hold that ran out: its places, cells and counters are given back. Truth does not need it, since every
/// query counts such a hold as free; the statements that raise counters do.
pub async fn lapse(tx: &mut Tx) -> Result<u64, Fault> {
    let now = tx.now();
    let late: Vec<(i64, i64)> = sqlx::query_as("SELECT id, stay_id FROM bookings WHERE state = 'held' AND hold_until < $1 ORDER BY hold_until, id")
        .bind(now)
        .fetch_all(tx.conn())
        .await?;
    let mut lapsed = 0;
    for (id, stay) in late {
        if give_up(tx, BookingId(id), BookingState::Held, BookingState::Lapsed).await? {
            record(tx, BookingId(id), Actor::House, "", &Deed::Lapsed).await?;
            tx.nudge(Nudge::Stay(StayId(stay)));
            lapsed += 1;
        }
    }
    Ok(lapsed)
}

/// Ends a booking that is in state `from`, and gives back all it had. False when it was in another state.
pub(super) async fn give_up(tx: &mut Tx, booking: BookingId, from: BookingState, to: BookingState) -> Result<bool, Fault> {
    let ended: Option<(Option<i64>, i64)> =
        sqlx::query_as("UPDATE bookings SET state = $3 WHERE id = $1 AND state = $2 RETURNING session_id, places")
            .bind(booking.0)
            .bind(state_name(from))
            .bind(state_name(to))
            .fetch_optional(tx.conn())
            .await?;
    let Some((session, places)) = ended else { return Ok(false) };
    if let Some(session) = session {
        give_places(tx, SessionId(session), places).await?;
    }
    give_cells(tx, booking).await?;
    sqlx::query("UPDATE participants SET state = 'ended' WHERE booking_id = $1").bind(booking.0).execute(tx.conn()).await?;
    included::give_back(tx, Subject::Booking(booking.0)).await?;
    Ok(true)
}

/// Raises `taken` where it still fits: the last word on capacity.
pub(super) async fn take_places(tx: &mut Tx, session: SessionId, places: i64) -> Result<bool, Fault> {
    let taken = sqlx::query("UPDATE sessions SET taken = taken + $2 WHERE id = $1 AND taken + $2 <= capacity + beyond AND cancelled_at IS NULL")
        .bind(session.0)
        .bind(places)
        .execute(tx.conn())
        .await?;
    Ok(taken.rows_affected() == 1)
}

pub(super) async fn give_places(tx: &mut Tx, session: SessionId, places: i64) -> Result<(), Fault> {
    sqlx::query("UPDATE sessions SET taken = taken - $2 WHERE id = $1").bind(session.0).bind(places).execute(tx.conn()).await?;
    Ok(())
}

/// Takes every cell of the first resource that is free the whole time, in the order of the offer; all or none.
pub(super) async fn take_cells(tx: &mut Tx, shelf: &Shelf, offer: &Offer, spot: &Spot, booking: BookingId) -> Result<Option<ResourceId>, Fault> {
    let cells = slots::cells(spot.starts_at, spot.ends_at, offer.before, offer.after);
    let wanted = u64::try_from(cells.end - cells.start).unwrap_or(0);
    for (resource, _) in shelf.resources_of(offer) {
        let taken = sqlx::query(
            "WITH RECURSIVE span (cell) AS (SELECT CAST($3 AS BIGINT) UNION ALL SELECT cell + 1 FROM span WHERE cell + 1 < $4)
             INSERT INTO cells (resource_id, cell, booking_id) SELECT $1, cell, $2 FROM span WHERE true
             ON CONFLICT (resource_id, cell) DO NOTHING",
        )
        .bind(resource.0)
        .bind(booking.0)
        .bind(cells.start)
        .bind(cells.end)
        .execute(tx.conn())
        .await?
        .rows_affected();
        if taken == wanted {
            return Ok(Some(resource));
        }
        give_cells(tx, booking).await?;
    }
    Ok(None)
}

pub(super) async fn give_cells(tx: &mut Tx, booking: BookingId) -> Result<(), Fault> {
    sqlx::query("DELETE FROM cells WHERE booking_id = $1").bind(booking.0).execute(tx.conn()).await?;
    Ok(())
}

async fn set_resource(tx: &mut Tx, booking: BookingId, resource: ResourceId) -> Result<(), Fault> {
    sqlx::query("UPDATE bookings SET resource_id = $2 WHERE id = $1 AND resource_id <> $2")
        .bind(booking.0)
        .bind(resource.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// An earlier answer to the same form. The key of one form sent with another wish is refused (RULES I1).
async fn made_by(tx: &mut Tx, stay: StayId, wish: &Wish, spot: &Spot) -> Result<Option<BookingId>, BookingRefusal> {
    let made: Option<(i64, i64, i64)> = sqlx::query_as("SELECT id, offer_id, starts_at FROM bookings WHERE stay_id = $1 AND intent = $2")
        .bind(stay.0)
        .bind(&wish.intent)
        .fetch_optional(tx.conn())
        .await?;
    let Some((id, offer, starts_at)) = made else { return Ok(None) };
    let guests: Vec<i64> =
        sqlx::query_scalar("SELECT guest_id FROM participants WHERE booking_id = $1 ORDER BY guest_id").bind(id).fetch_all(tx.conn()).await?;
    let moved: i64 = sqlx::query_scalar("SELECT moves FROM bookings WHERE id = $1").bind(id).fetch_one(tx.conn()).await?;
    let same = offer == spot.offer.0 && (starts_at == spot.starts_at || moved > 0) && guests == sorted(&wish.guests);
    if same { Ok(Some(BookingId(id))) } else { Err(Fault::Field("intent".into()).into()) }
}

/// A booking of this stay that is held or confirmed.
struct LiveBooking {
    id: BookingId,
    /// Nothing once it is confirmed.
    hold_until: Option<i64>,
    /// It is for the very time that is asked for.
    same: bool,
    guests: Vec<i64>,
}

async fn live_bookings(tx: &mut Tx, stay: StayId, spot: &Spot) -> Result<Vec<LiveBooking>, Fault> {
    let rows: Vec<(i64, String, Option<i64>, i64, i64, i64)> = sqlx::query_as(
        "SELECT b.id, b.state, b.hold_until, b.offer_id, b.starts_at, p.guest_id FROM bookings b JOIN participants p ON p.booking_id = b.id
          WHERE b.stay_id = $1 AND (b.state = 'held' OR (b.state = 'confirmed' AND b.offer_id = $2 AND b.starts_at = $3)) ORDER BY b.id, p.guest_id",
    )
    .bind(stay.0)
    .bind(spot.offer.0)
    .bind(spot.starts_at)
    .fetch_all(tx.conn())
    .await?;
    let mut bookings: Vec<LiveBooking> = Vec::new();
    for (id, state, hold_until, offer, starts_at, guest) in rows {
        match bookings.last_mut() {
            Some(last) if last.id.0 == id => last.guests.push(guest),
            _ => bookings.push(LiveBooking {
                id: BookingId(id),
                hold_until: hold_until.filter(|_| state == "held"),
                same: offer == spot.offer.0 && starts_at == spot.starts_at,
                guests: vec![guest],
            }),
        }
    }
    Ok(bookings)
}

fn sorted(guests: &[GuestId]) -> Vec<i64> {
    let mut guests: Vec<i64> = guests.iter().map(|guest| guest.0).collect();
    guests.sort_unstable();
    guests.dedup();
    guests
}

/// Whether this time is on sale to this stay at all.
pub(super) async fn sellable(tx: &mut Tx, shelf: &Shelf, who: &Who, spot: &Spot, offer: &Offer, guests: &[GuestId]) -> Result<(), BookingRefusal> {
    use crate::booking::rules::time::OffSale;

    let now = tx.now();
    if spot.cancelled {
        let alternatives = alternatives(tx.conn(), shelf, now, Some(who), spot, guests, 1).await?;
        return Err(BookingRefusal::Cancelled { alternatives });
    }
    sale(shelf, offer, Some((who.arrives, who.departs)), now).check(spot.day, spot.starts_at).map_err(|why| match why {
        OffSale::Past => BookingRefusal::Past,
        OffSale::TooLate => BookingRefusal::TooLate { minutes: offer.notice_minutes },
        OffSale::TooEarly(from) => BookingRefusal::TooEarly { from },
        OffSale::BeforeArrival => BookingRefusal::BeforeArrival,
        OffSale::AfterDeparture => BookingRefusal::AfterDeparture,
    })
}

/// The people of the party that were chosen; anybody else is not found.
async fn chosen(tx: &mut Tx, stay: StayId, guests: &[GuestId]) -> Result<Vec<Member>, BookingRefusal> {
    let party = party_of(tx.conn(), stay).await?;
    let wanted = sorted(guests);
    let chosen: Vec<Member> = party.into_iter().filter(|member| wanted.contains(&member.id.0)).collect();
    if chosen.len() == wanted.len() { Ok(chosen) } else { Err(Fault::NotFound.into()) }
}

pub(super) fn limits(offer: &Offer) -> Limits {
    Limits { age_min: offer.age_min, age_max: offer.age_max, adult_needed: offer.adult_needed }
}

struct Price {
    items: Vec<Item>,
    included: Vec<bool>,
    total: i64,
    allowance: Option<crate::catalog::Allowance>,
}

/// The same rules as on the page, over the counters as they are in this transaction.
async fn price(tx: &mut Tx, shelf: &Shelf, who: &Who, offer: &Offer, spot: &Spot, party: &[Member]) -> Result<Price, Fault> {
    let now = tx.now();
    let used = included::used(tx.conn(), who.stay, now).await?;
    let allowance = included::allowance(shelf, &who.package, offer, spot.day, &used);
    let items: Vec<Item> =
        party.iter().map(|member| Item { guest: member.id.0, price: price_for_age(offer.price, &offer.bands, member.age) }).collect();
    let included = rules::included(&items, allowance.as_ref());
    let total = rules::total(&items, allowance.as_ref());
    Ok(Price { items, included, total, allowance })
}

fn answers(offer: &Offer, given: &HashMap<String, String>, lang: Lang) -> Result<Vec<Answered>, BookingRefusal> {
    let mut answers = Vec::new();
    for question in &offer.questions {
        let text = given.get(&question.key).map(|text| text.trim()).unwrap_or_default();
        if text.is_empty() {
            if question.required {
                return Err(BookingRefusal::AnswerMissing { key: question.key.clone() });
            }
            continue;
        }
        let wrong = || BookingRefusal::AnswerWrong { key: question.key.clone() };
        let answer = if question.choices.is_empty() {
            if text.chars().count() > LONGEST_ANSWER || text.chars().any(|c| c.is_control() && c != '\n' && c != '\r') {
                return Err(wrong());
            }
            Texts([(lang, text.to_owned())].into())
        } else {
            let choice = text.parse::<usize>().ok().and_then(|number| question.choices.get(number));
            choice.cloned().ok_or_else(wrong)?
        };
        answers.push(Answered { key: question.key.clone(), question: question.text.clone(), answer });
    }
    Ok(answers)
}

#[allow(clippy::too_many_arguments, reason = "one row, called once")]
async fn insert(
    tx: &mut Tx,
    shelf: &Shelf,
    who: &Who,
    wish: &Wish,
    spot: &Spot,
    offer: &Offer,
    places: i64,
    total: i64,
    until: i64,
    answers: &[Answered],
) -> Result<BookingId, Fault> {
    let now = tx.now();
    let resource = match spot.session {
        Some(_) => None,
        None => Some(shelf.resources_of(offer).next().ok_or(Fault::NotFound)?.0),
    };
    let sold = Sold {
        key: offer.key.clone(),
        title: offer.title.clone(),
        place: offer.place.clone(),
        category: shelf.category(&offer.category).map(|category| category.name.clone()).unwrap_or_default(),
        bring: offer.bring.clone(),
        photo: offer.photo.clone(),
        minutes: offer.minutes,
        policy: offer.policy.clone().unwrap_or(NO_POLICY),
    };
    let id = sqlx::query_scalar(
        "INSERT INTO bookings (stay_id, offer_id, session_id, resource_id, state, places, starts_at, ends_at, day, wall, zone, total,
                               hold_until, sold, answers, intent, fee_from, created_at)
         VALUES ($1, $2, $3, $4, 'held', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) RETURNING id",
    )
    .bind(who.stay.0)
    .bind(spot.offer.0)
    .bind(spot.session.map(|session| session.0))
    .bind(resource.map(|resource| resource.0))
    .bind(places)
    .bind(spot.starts_at)
    .bind(spot.ends_at)
    .bind(spot.day.to_string())
    .bind(spot.wall.to_string())
    .bind(shelf.time.zone())
    .bind(total)
    .bind(until)
    .bind(json(&sold)?)
    .bind(json(&answers)?)
    .bind(&wish.intent)
    .bind(spot.starts_at)
    .bind(now)
    .fetch_one(tx.conn())
    .await?;
    Ok(BookingId(id))
}

async fn add_participant(tx: &mut Tx, booking: BookingId, member: &Member, price: i64, included: bool) -> Result<(), Fault> {
    sqlx::query(
        "INSERT INTO participants (booking_id, guest_id, name, age, price, included, code, state) VALUES ($1, $2, $3, $4, $5, $6, $7, 'active')",
    )
    .bind(booking.0)
    .bind(member.id.0)
    .bind(&member.name)
    .bind(member.age)
    .bind(price)
    .bind(i64::from(included))
    .bind(codes::fresh())
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Why the places were not had: what is left now, and where there are some (RULES C9, H11).
pub(super) async fn lost(
    tx: &mut Tx,
    shelf: &Shelf,
    who: &Who,
    spot: &Spot,
    guests: &[GuestId],
    places: i64,
) -> Result<BookingRefusal, BookingRefusal> {
    let now = tx.now();
    let left: i64 = match spot.session {
        Some(session) => {
            sqlx::query_scalar("SELECT capacity + beyond - taken FROM sessions WHERE id = $1").bind(session.0).fetch_one(tx.conn()).await?
        }
        None => 0,
    };
    let alternatives = alternatives(tx.conn(), shelf, now, Some(who), spot, guests, places).await?;
    Ok(if left > 0 { BookingRefusal::Full { left, alternatives } } else { BookingRefusal::JustTaken { alternatives } })
}
