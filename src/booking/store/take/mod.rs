//! The one way to a place. Every writer goes through [`take`]; the database has the last word (`places.rs`): a
//! conditional update for sessions, a CHECK per cell for resources, one for what is included (RULES C3 to C5).
//! `again.rs` knows the same wish when it comes once more, `retake.rs` takes what lapsed under payment.

mod again;
mod places;
mod retake;

pub(super) use again::sorted;
pub use places::lapse;
use places::lapse_before;
pub(super) use places::{give_places, give_up, take_places};
pub use retake::retake;

use super::waitlist::{anything_waits, in_line, pass_on};
use super::ways::way_of;
use super::{Answered, Asked, Sold, Spot, alternatives, days, json, limits, moment, party_of, record, resources, sale, sale_by_resort};
use crate::base::{BookingId, Day, Fault, GuestId, Lang, ResourceId, StayId, Texts};
use crate::booking::rules::codes;
use crate::booking::rules::party::{self, Member};
use crate::booking::rules::time::{MOST_HOLDS, NO_POLICY, Sale, hold_until, hold_wait};
use crate::booking::{Actor, BookingRefusal, BookingState, Deed, Target};
use crate::catalog::Way;
use crate::catalog::included::{self, Subject};
use crate::catalog::rules::{self, Item, price_for_age};
use crate::catalog::shelf::{Offer, Shelf};
use crate::people::session::Guest;
use crate::server::{Nudge, Tx};
use again::{Live, again, live_of, made_by};
use std::collections::HashMap;

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
    /// Who of the party it is: what it costs is counted as theirs.
    pub by: GuestId,
    /// Somebody who may has said yes to it, whatever is left of their day's money.
    pub approved: bool,
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
            by: guest.me(),
            approved: false,
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

impl Wish {
    fn asked(&self) -> Asked {
        Asked { at: self.target.path(), guests: sorted(&self.guests) }
    }
}

/// On what terms places are held: a guest's own wish, or the house's offer to somebody who waits for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terms {
    /// For as long as the resort says, and no more of them than it allows.
    Wished,
    /// Until then. Whoever waits has chosen before; caps on holding are for those who choose now.
    Offered { until: i64 },
}

/// Holds places for a stay. The same wish twice is one hold; another wish for the same time takes the place of the
/// first and keeps its deadline. What lapsed meanwhile is offered to those who wait before anybody else has it.
pub async fn take(tx: &mut Tx, shelf: &Shelf, who: &Who, wish: &Wish) -> Result<BookingId, BookingRefusal> {
    let now = tx.now();
    let waits = anything_waits(tx.conn(), now).await?;
    let lapsed = waits && lapse(tx).await? > 0;
    let spot = days::spot(tx.conn(), shelf, &wish.target).await?;
    // Places can become free without anybody giving them up: an import that allows more.
    if lapsed || (waits && in_line(tx.conn(), spot.offer, spot.day, &spot.wall.to_string()).await? > 0) {
        pass_on(tx, shelf).await?;
    }
    let (booking, freed) = place(tx, shelf, who, wish, &spot, Terms::Wished).await?;
    if freed {
        pass_on(tx, shelf).await?;
    }
    Ok(booking)
}

/// Holds places of `spot`, which the wish names, on these terms. Says also whether places of an earlier hold were given up for it.
pub(super) async fn place(
    tx: &mut Tx,
    shelf: &Shelf,
    who: &Who,
    wish: &Wish,
    spot: &Spot,
    terms: Terms,
) -> Result<(BookingId, bool), BookingRefusal> {
    let (now, offer) = (tx.now(), shelf.offer(spot.offer)?);
    if let Some(done) = made_by(tx, who.stay, wish).await? {
        return Ok((again(tx, offer, who, wish, done).await?, false));
    }
    sellable(tx, shelf, who, spot, &sale(shelf, offer, Some((who.arrives, who.departs)), now), &wish.guests).await?;
    let party = chosen(tx, who.stay, &wish.guests).await?;
    let Live { own, company, engaged: mut others } = live_of(tx, shelf, who, spot).await?;
    party::allowed(limits(offer), &party, &company)?;

    let mut replaced = None;
    if let Some(first) = own.iter().find(|one| one.same && one.guests == sorted(&wish.guests)) {
        return match terms {
            Terms::Wished => Ok((again(tx, offer, who, wish, first.id).await?, false)),
            Terms::Offered { .. } => Err(BookingRefusal::NotNow(BookingState::Held)),
        };
    }
    if let Some(first) = own.iter().find(|one| one.same && one.hold_until.is_some()) {
        replaced = Some(first);
    }
    others.retain(|one| Some(one.booking) != replaced.map(|one| one.id));
    party::free(&party, spot.when(), &others)?;
    match terms {
        Terms::Wished => {
            let others = own.iter().filter(|one| one.hold_until.is_some() && replaced.map(|one| one.id) != Some(one.id)).count();
            not_too_many(tx, shelf, who.stay, others).await?;
        }
        // What this stay is just choosing is not taken from under its hands.
        Terms::Offered { .. } if replaced.is_some() => return Err(BookingRefusal::TooManyHolds),
        Terms::Offered { .. } => {}
    }
    let answers = answers(offer, &wish.answers, who.lang)?;
    if let Some(first) = replaced {
        give_up(tx, first.id, BookingState::Held, BookingState::Released).await?;
        record(tx, first.id, Actor::Guest, &who.name, &Deed::Released).await?;
    }

    let price = price(tx, shelf, who, offer, spot, &party).await?;
    if wish.expected.is_some_and(|expected| expected != price.total) {
        return Err(BookingRefusal::PriceChanged { total: price.total });
    }
    let places = i64::try_from(party.len()).unwrap_or(i64::MAX);
    let Some(claims) = resources::pick(tx, shelf, offer, spot, places).await? else {
        return Err(lost(tx, shelf, who, spot, &wish.guests, places).await?);
    };
    if let Some(session) = spot.session
        && !take_places(tx, session, places).await?
    {
        return Err(lost(tx, shelf, who, spot, &wish.guests, places).await?);
    }
    let billed = match replaced {
        Some(first) => way_of(tx.conn(), first.id).await? == Some(Way::Invoice),
        None => false,
    };
    let until = match terms {
        Terms::Offered { until } => until,
        Terms::Wished => replaced
            .and_then(|first| first.hold_until)
            // What costs nothing needs no bill.
            .filter(|_| !billed || price.total > 0)
            .unwrap_or_else(|| hold_until(now, shelf.resort.hold_minutes, spot.starts_at)),
    };
    let serves = claims.first().filter(|_| spot.session.is_none()).map(|claim| claim.resource);
    let booking = insert(tx, shelf, who, wish, spot, offer, serves, places, price.total, until, &answers).await?;
    if let Some(first) = replaced {
        keep_counted(tx, first.id, booking).await?;
        if billed && price.total > 0 {
            move_bill(tx, shelf, who, first.id, booking, until).await?;
        }
    }
    resources::occupy(tx, booking, &claims).await?;
    for (member, (item, included)) in party.iter().zip(price.items.iter().zip(&price.included)) {
        add_participant(tx, booking, member, item.price, *included).await?;
    }
    if let Some(allowance) = &price.allowance {
        let whose: Vec<i64> = price.items.iter().zip(&price.included).filter(|(_, included)| **included).map(|(item, _)| item.guest).collect();
        if !included::use_up(tx, who.stay, allowance, spot.day, &whose, Subject::Booking(booking.0)).await? {
            return Err(BookingRefusal::UsedUp);
        }
    }
    match terms {
        Terms::Wished => record(tx, booking, Actor::Guest, &who.name, &Deed::Held { people: places }).await?,
        Terms::Offered { .. } => record(tx, booking, Actor::House, "", &Deed::Offered { people: places }).await?,
    }
    tx.nudge(Nudge::Stay(who.stay));
    tx.nudge(Nudge::Places(spot.day));
    tx.nudge(Nudge::Desk);
    Ok((booking, replaced.is_some()))
}

/// How often a hold was prolonged counts also for the one that takes its place (RULES H7).
async fn keep_counted(tx: &mut Tx, first: BookingId, booking: BookingId) -> Result<(), Fault> {
    let kept =
        "UPDATE bookings SET graced = (SELECT f.graced FROM bookings f WHERE f.id = $1), retried = (SELECT f.retried FROM bookings f WHERE f.id = $1)
                 WHERE id = $2";
    sqlx::query(kept).bind(first.0).bind(booking.0).execute(tx.conn()).await?;
    Ok(())
}

/// The bill that was asked for is for what was chosen anew: under the same deadline, which nothing prolongs (RULES H7).
async fn move_bill(tx: &mut Tx, shelf: &Shelf, who: &Who, first: BookingId, booking: BookingId, until: i64) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query("UPDATE bookings SET way = NULL WHERE id = $1").bind(first.0).execute(tx.conn()).await?;
    sqlx::query("UPDATE bookings SET way = 'invoice', paying_from = $2 WHERE id = $1").bind(booking.0).bind(now).execute(tx.conn()).await?;
    record(tx, booking, Actor::Guest, &who.name, &Deed::BillAsked { until: moment(shelf.time, until) }).await
}

/// Whether this stay may hold one time more: of those it holds, and of those it made within a minute (RULES H8).
async fn not_too_many(tx: &mut Tx, shelf: &Shelf, stay: StayId, holds: usize) -> Result<(), BookingRefusal> {
    if holds >= MOST_HOLDS {
        // What the house keeps for them takes nothing from what they may choose.
        let offered: i64 =
            sqlx::query_scalar("SELECT count(*) FROM waitlist WHERE stay_id = $1 AND state = 'offered'").bind(stay.0).fetch_one(tx.conn()).await?;
        if holds >= MOST_HOLDS + usize::try_from(offered).unwrap_or(0) {
            return Err(BookingRefusal::TooManyHolds);
        }
    }
    let a_minute = usize::try_from(shelf.resort.holds_a_minute).unwrap_or(0);
    if a_minute == 0 {
        return Ok(());
    }
    let now = tx.now();
    match hold_wait(&made_lately(tx, stay).await?, a_minute, now) {
        Some(wait) => Err(Fault::TooMany(wait).into()),
        None => Ok(()),
    }
}

/// When this stay made its holds of the last minute, the latest first.
async fn made_lately(tx: &mut Tx, stay: StayId) -> Result<Vec<i64>, Fault> {
    let since = tx.now() - 60;
    Ok(sqlx::query_scalar("SELECT created_at FROM bookings WHERE stay_id = $1 AND created_at > $2 AND apart_from IS NULL ORDER BY created_at DESC")
        .bind(stay.0)
        .bind(since)
        .fetch_all(tx.conn())
        .await?)
}

/// Whether this time is on sale to this stay at all.
pub(super) async fn sellable(tx: &mut Tx, shelf: &Shelf, who: &Who, spot: &Spot, sale: &Sale, guests: &[GuestId]) -> Result<(), BookingRefusal> {
    use crate::booking::rules::time::OffSale;

    let now = tx.now();
    if spot.cancelled {
        let places = i64::try_from(guests.len()).unwrap_or(i64::MAX);
        let alternatives = alternatives(tx.conn(), shelf, now, Some(who), spot, guests, places).await?;
        return Err(BookingRefusal::Cancelled { alternatives });
    }
    sale.check(spot.day, spot.starts_at).map_err(|why| match why {
        OffSale::Past => BookingRefusal::Past,
        OffSale::TooLate => BookingRefusal::TooLate { minutes: sale.notice_minutes },
        OffSale::TooEarly(from) => BookingRefusal::TooEarly { from },
        OffSale::BeforeArrival => BookingRefusal::BeforeArrival,
        OffSale::AfterDeparture => BookingRefusal::AfterDeparture,
    })
}

/// The people of the party that were chosen; anybody else is not found.
pub(super) async fn chosen(tx: &mut Tx, stay: StayId, guests: &[GuestId]) -> Result<Vec<Member>, BookingRefusal> {
    let party = party_of(tx.conn(), stay).await?;
    let wanted = sorted(guests);
    let chosen: Vec<Member> = party.into_iter().filter(|member| wanted.contains(&member.id.0)).collect();
    if chosen.len() == wanted.len() { Ok(chosen) } else { Err(Fault::NotFound.into()) }
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
    // Nothing is looked up for what the package does not give.
    let given = shelf.allowance(&who.package, offer).is_some();
    let used = if given { included::used(tx.conn(), who.stay, now).await? } else { Vec::new() };
    let allowance = included::allowance(shelf, &who.package, offer, spot.day, &used);
    let items: Vec<Item> =
        party.iter().map(|member| Item { guest: member.id.0, price: price_for_age(offer.price, &offer.bands, member.age) }).collect();
    let included = rules::included(&items, allowance.as_ref());
    let total = rules::total(&items, allowance.as_ref());
    Ok(Price { items, included, total, allowance })
}

pub(super) fn answers(offer: &Offer, given: &HashMap<String, String>, lang: Lang) -> Result<Vec<Answered>, BookingRefusal> {
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
    serves: Option<ResourceId>,
    places: i64,
    total: i64,
    until: i64,
    answers: &[Answered],
) -> Result<BookingId, Fault> {
    let now = tx.now();
    let sold = Sold {
        key: offer.key.clone(),
        title: offer.title.clone(),
        place: offer.place.clone(),
        category: shelf.category(&offer.category).map(|category| category.name.clone()).unwrap_or_default(),
        bring: offer.bring.clone(),
        photo: offer.photo.clone(),
        minutes: offer.minutes,
        policy: offer.policy.clone().unwrap_or(NO_POLICY),
        asked: Some(wish.asked()),
    };
    let id = sqlx::query_scalar(
        "INSERT INTO bookings (stay_id, offer_id, session_id, resource_id, state, places, starts_at, ends_at, day, wall, zone, total,
                               hold_until, sold, answers, intent, fee_from, created_at, guest_id)
         VALUES ($1, $2, $3, $4, 'held', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) RETURNING id",
    )
    .bind(who.stay.0)
    .bind(spot.offer.0)
    .bind(spot.session.map(|session| session.0))
    .bind(serves.map(|resource| resource.0))
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
    .bind(who.by.0)
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
    let (_, left) = days::slot_state(tx.conn(), shelf, None, spot, now).await?;
    let alternatives = alternatives(tx.conn(), shelf, now, Some(who), spot, guests, places).await?;
    Ok(if left > 0 { BookingRefusal::Full { left, alternatives } } else { BookingRefusal::JustTaken { alternatives } })
}
