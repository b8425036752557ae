//! The doors of asking and answering.

use super::{AskRefusal, AskRow, AskView};
use crate::base::AskId;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// Asks the adults of the party for an order that was kept when it could not be placed.
#[server(endpoint = "ask-for-order")]
pub async fn ask_for_order(ask: i64) -> Result<AskId, AskRefusal> {
    use super::act;
    use crate::catalog::shelf::shelf;
    use crate::orders::api::basket::desk;
    use crate::people::session::{Guest, see_other};
    use crate::server::begin;

    let (guest, shelf, id) = (Guest::staying()?, shelf()?, AskId(ask));
    let mut tx = begin().await?;
    act::ask(&mut tx, &shelf, &guest, id).await?;
    tx.commit().await?;
    desk::clear()?;
    see_other(&format!("/asks/{id}"));
    Ok(id)
}

/// Takes back what one has asked for.
#[server(endpoint = "take-back-ask")]
pub async fn take_back_ask(ask: i64) -> Result<AskId, AskRefusal> {
    use super::act;
    use crate::people::session::{Guest, see_other};
    use crate::server::begin;

    let (guest, id) = (Guest::staying()?, AskId(ask));
    let mut tx = begin().await?;
    act::take_back(&mut tx, &guest, id).await?;
    tx.commit().await?;
    see_other(&format!("/asks/{id}"));
    Ok(id)
}

/// Says yes (`answer` is `yes`) or not now to what somebody of the party asks for. `expected` is the sum that was shown.
#[server(endpoint = "answer-ask")]
pub async fn answer_ask(
    ask: i64,
    answer: String,
    #[server(default)] expected: String,
    #[server(default)] reason: String,
) -> Result<AskId, AskRefusal> {
    use super::{LONGEST_WHY, act};
    use crate::base::Fault;
    use crate::booking::BookingRefusal;
    use crate::booking::money;
    use crate::catalog::shelf::shelf;
    use crate::orders::rules;
    use crate::payments::Subject;
    use crate::people::session::{Guest, caller, see_other};
    use crate::server::{begin, house};
    use crate::stays::caps::{adult, asks};

    let (guest, shelf, id, lang) = (Guest::staying()?, shelf()?, AskId(ask), caller()?.lang);
    let reason = rules::clean(&reason);
    if reason.chars().count() > LONGEST_WHY {
        return Err(AskRefusal::ReasonTooLong(LONGEST_WHY as i64));
    }
    let expected = if expected.is_empty() { None } else { Some(expected.parse::<i64>().map_err(|_| Fault::Field("expected".into()))?) };
    let house = house()?;
    let asked = asks::ask_of(&mut *house.database.readers().acquire().await?, guest.stay(), id, house.clock.now()).await?;
    adult(&guest, shelf.resort.caps())?;
    let mut tx = match answer.as_str() {
        "no" => {
            let mut tx = begin().await?;
            act::decline(&mut tx, &shelf, &guest, id, &reason).await?;
            tx
        }
        "yes" => {
            // Nobody may pay any more for what goes on the room's bill.
            if let Some(booking) = asked.booking
                && asked.state == asks::State::Waiting
                && money::call_off(&house, &shelf, guest.stay(), Subject::Booking(booking)).await?
            {
                return Err(AskRefusal::Booking(BookingRefusal::Paying));
            }
            let mut tx = begin().await?;
            match act::approve(&mut tx, &shelf, &guest, id, expected, lang).await {
                // What an order costs by now is what is asked for from now on.
                Err(AskRefusal::PriceChanged { total }) if asked.booking.is_none() => {
                    drop(tx);
                    let mut tx = begin().await?;
                    asks::reprice(&mut tx, id, total).await?;
                    tx.commit().await?;
                    return Err(AskRefusal::PriceChanged { total });
                }
                done => done?,
            }
            tx
        }
        _ => return Err(Fault::Field("answer".into()).into()),
    };
    tx.nudge(crate::server::Nudge::Stay(guest.stay()));
    tx.commit().await?;
    see_other(&format!("/asks/{id}"));
    Ok(id)
}

/// One question, for who asks and for the adults of the party.
#[server(endpoint = "ask", input = GetUrl)]
pub async fn ask_details(ask: i64) -> Result<AskView, AskRefusal> {
    use super::AskState;
    use crate::base::Fault;
    use crate::booking::store::{self as bookings, moment};
    use crate::catalog::shelf::shelf;
    use crate::orders::placing::Wanted;
    use crate::people::Standing;
    use crate::people::session::{Guest, caller};
    use crate::server::house;
    use crate::stays::caps::{adult, asks, store};

    let guest = Guest::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let now = house.clock.now();
    let mut conn = house.database.readers().acquire().await?;
    let ask = asks::ask_of(&mut conn, guest.stay(), AskId(ask), now).await?;
    let (rule, mine) = (shelf.resort.caps(), ask.guest == guest.me());
    let is_adult = adult(&guest, rule).is_ok();
    if !mine && (!is_adult || ask.state == asks::State::Kept) {
        return Err(Fault::NotFound.into());
    }
    let person = store::spender(&mut conn, rule, ask.stay, ask.guest, shelf.time.day(now)).await?;
    let (mut when, mut people, mut lines) = (None, Vec::new(), Vec::new());
    if let Some(booking) = ask.booking {
        let held = bookings::booking_of(&mut conn, ask.stay, booking, now).await?;
        when = Some(moment(shelf.time, held.starts_at));
        people = bookings::participants_of(&mut conn, booking).await?.into_iter().map(|one| one.name).collect();
    } else if let Some(wanted) = ask.wanted.as_deref().and_then(|text| serde_json::from_str::<Wanted>(text).ok()) {
        when = wanted.later().map(|(day, at)| crate::booking::Moment { day, wall: at.to_string() });
        // What the catalogue no longer has is said by its title alone.
        lines = wanted.said(&shelf, lang).map(|(_, lines)| lines).unwrap_or_default();
    }
    let state: AskState = ask.state.into();
    Ok(AskView {
        may_answer: is_adult && !mine && state == AskState::Waiting && guest.standing() == Standing::Staying,
        id: ask.id,
        state,
        name: ask.name,
        mine,
        title: ask.title.get(lang).to_owned(),
        lines,
        when,
        people,
        amount: ask.amount,
        spent: person.spent,
        cap: person.cap,
        until: moment(shelf.time, ask.until),
        answered_by: ask.answered_by,
        reason: ask.reason,
        booking: ask.booking,
        order: ask.order,
    })
}

/// What waits for an answer: for an adult of the party all of it, for a child what they have asked themselves.
#[server(endpoint = "my-asks", input = GetUrl)]
pub async fn my_asks() -> Result<Vec<AskRow>, AskRefusal> {
    use crate::booking::store::moment;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller};
    use crate::server::house;
    use crate::stays::caps::{adult, asks};

    let guest = Guest::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let is_adult = adult(&guest, shelf.resort.caps()).is_ok();
    let waiting = asks::waiting(&mut *house.database.readers().acquire().await?, guest.stay(), house.clock.now()).await?;
    let seen = waiting.into_iter().filter(|ask| is_adult || ask.guest == guest.me());
    let row = |ask: asks::Ask| AskRow {
        id: ask.id,
        title: ask.title.get(lang).to_owned(),
        name: ask.name,
        amount: ask.amount,
        until: moment(shelf.time, ask.until),
    };
    Ok(seen.map(row).collect())
}
