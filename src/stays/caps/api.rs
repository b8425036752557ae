//! The doors of what each person may put on the room's bill, and of a slip of one's own: for the adults of the party, and
//! for the desk.

use super::{CapRefusal, DeskSpending, PersonSlip, Spending};
use crate::base::GuestId;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// What everybody of the party may spend and has spent today; a child sees only themselves.
#[server(endpoint = "spending", input = GetUrl)]
pub async fn who_may_spend() -> Result<Spending, CapRefusal> {
    use super::store;
    use crate::catalog::shelf::shelf;
    use crate::people::Standing;
    use crate::people::session::Guest;
    use crate::server::house;

    let guest = Guest::asking()?;
    let (house, shelf) = (house()?, shelf()?);
    let adult = adult(&guest, shelf.resort.caps()).is_ok();
    let today = shelf.time.day(house.clock.now());
    let mut people = store::spenders(&mut *house.database.readers().acquire().await?, shelf.resort.caps(), guest.stay(), today).await?;
    people.retain(|one| adult || one.guest == guest.me());
    if !adult {
        people.iter_mut().for_each(|one| one.own_slip.clear());
    }
    Ok(Spending { people, me: guest.me(), may_change: adult && guest.standing() == Standing::Staying })
}

/// Says what somebody of the party may put on the room's bill in a day: `amount` as people write it, empty for as much as
/// they like.
#[server(endpoint = "set-cap")]
pub async fn set_cap(guest: i64, #[server(default)] amount: String) -> Result<(), CapRefusal> {
    use super::store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, see_other};
    use crate::server::{Nudge, begin};

    let (asking, shelf) = (Guest::staying()?, shelf()?);
    adult(&asking, shelf.resort.caps())?;
    let cap = amount_of(&shelf.coin, &amount)?;
    let mut tx = begin().await?;
    let today = shelf.time.day(tx.now());
    store::set(&mut tx, shelf.resort.caps(), asking.stay(), GuestId(guest), today, cap, asking.name()).await?;
    tx.nudge(Nudge::Stay(asking.stay()));
    tx.nudge(Nudge::Desk);
    tx.commit().await?;
    see_other("/me#spending");
    Ok(())
}

/// Gives somebody of the party a slip of their own; one that they had ends. `seen` is the login of that one, so that a second
/// tap makes no other. Answers whose it is.
#[server(endpoint = "let-sign-in")]
pub async fn let_sign_in(guest: i64, #[server(default)] seen: String) -> Result<GuestId, CapRefusal> {
    use super::store;
    use crate::base::Fault;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, see_other};
    use crate::people::{login, slips, store as people};
    use crate::server::{Nudge, house};

    let (asking, shelf, house) = (Guest::staying()?, shelf()?, house()?);
    adult(&asking, shelf.resort.caps())?;
    let next = slips::prepare(&house.keys, &house.passwords).await.map_err(|_| Fault::TooMany(5))?;
    let mut tx = house.begin().await?;
    let today = shelf.time.day(tx.now());
    let person = store::spender(tx.conn(), shelf.resort.caps(), asking.stay(), GuestId(guest), today).await?;
    if person.lead {
        return Err(Fault::NotFound.into());
    }
    let before = people::live_slip_of(tx.conn(), person.guest).await?.map(|(login, _)| login::grouped(&login)).unwrap_or_default();
    if before == seen {
        slips::give_to(&mut tx, asking.stay(), Some(person.guest), next).await?;
        tx.nudge(Nudge::Stay(asking.stay()));
        tx.nudge(Nudge::Desk);
        tx.commit().await?;
    }
    see_other(&format!("/me/slips/{}", person.guest));
    Ok(person.guest)
}

/// The slip of somebody of the party, for the adult who hands it over.
#[server(endpoint = "person-slip", input = GetUrl)]
pub async fn slip_of_person(guest: i64) -> Result<PersonSlip, CapRefusal> {
    use super::store;
    use crate::base::Fault;
    use crate::catalog::shelf::shelf;
    use crate::people::session::Guest;
    use crate::people::{login, slips, store as people};
    use crate::server::{house, qr};

    let (asking, shelf, house) = (Guest::staying()?, shelf()?, house()?);
    adult(&asking, shelf.resort.caps())?;
    let today = shelf.time.day(house.clock.now());
    let mut conn = house.database.readers().acquire().await?;
    let person = store::spender(&mut conn, shelf.resort.caps(), asking.stay(), GuestId(guest), today).await?;
    let (login, nonce) = people::live_slip_of(&mut conn, person.guest).await?.ok_or(Fault::NotFound)?;
    let slip = slips::derive(&house.keys, login, &nonce);
    Ok(PersonSlip {
        guest: person.guest,
        name: person.name,
        login: login::grouped(&slip.login),
        password: crate::stays::rules::grouped(&slip.password, 5),
        qr: qr(&format!("{}{}", house.public_url, slip.path))?,
    })
}

/// What everybody of a stay may spend and has spent today.
#[server(endpoint = "staff-spending", input = GetUrl)]
pub async fn staff_spending(stay: i64) -> Result<DeskSpending, CapRefusal> {
    use super::store;
    use crate::base::StayId;
    use crate::catalog::shelf::shelf;
    use crate::people::session::Staff;
    use crate::server::house;

    Staff::at_the_desk()?;
    let (house, shelf) = (house()?, shelf()?);
    let today = shelf.time.day(house.clock.now());
    let people = store::spenders(&mut *house.database.readers().acquire().await?, shelf.resort.caps(), StayId(stay), today).await?;
    Ok(DeskSpending { stay: StayId(stay), people })
}

/// Says for a party what somebody may put on the room's bill in a day; kept in the log.
#[server(endpoint = "staff-set-cap")]
pub async fn staff_set_cap(stay: i64, guest: i64, #[server(default)] amount: String, #[server(default)] reason: String) -> Result<(), CapRefusal> {
    use super::store;
    use crate::base::{Fault, StayId};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, see_other};
    use crate::people::store::{Deed, log};
    use crate::server::{Nudge, begin};

    let (staff, shelf) = (Staff::at_the_desk()?, shelf()?);
    let cap = amount_of(&shelf.coin, &amount)?;
    if reason.chars().count() > 200 {
        return Err(Fault::Field("reason".into()).into());
    }
    let mut tx = begin().await?;
    let (now, id) = (tx.now(), StayId(stay));
    let today = shelf.time.day(now);
    if let Some(before) = store::set(&mut tx, shelf.resort.caps(), id, GuestId(guest), today, cap, staff.name()).await? {
        let said = |cap: Option<i64>| format!("{}: {}", before.name, cap.map_or_else(|| "—".to_owned(), |cap| shelf.coin.plain(cap)));
        let (was, is) = (said(before.cap), said(cap));
        let deed = Deed { deed: "cap_set", subject: "stay", subject_id: stay, before: &was, after: &is, reason: reason.trim() };
        log(tx.conn(), now, Some(&staff), deed).await?;
        tx.nudge(Nudge::Stay(id));
        tx.nudge(Nudge::Desk);
    }
    tx.commit().await?;
    see_other(&format!("/staff/stays/{stay}"));
    Ok(())
}

/// Makes a slip for one person of a stay; the one they had and the phones signed in with it end. `seen` is
/// the login of that one: a second tap makes no other.
#[server(endpoint = "staff-person-slip")]
pub async fn staff_person_slip(stay: i64, guest: i64, #[server(default)] seen: String) -> Result<GuestId, CapRefusal> {
    use super::store;
    use crate::base::{Fault, StayId};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, see_other};
    use crate::people::store::{Deed, log};
    use crate::people::{login, slips, store as people};
    use crate::server::{Nudge, house};

    let (staff, shelf, house) = (Staff::at_the_desk()?, shelf()?, house()?);
    let next = slips::prepare(&house.keys, &house.passwords).await.map_err(|_| Fault::TooMany(5))?;
    let mut tx = house.begin().await?;
    let (now, id) = (tx.now(), StayId(stay));
    let person = store::spender(tx.conn(), shelf.resort.caps(), id, GuestId(guest), shelf.time.day(now)).await?;
    if person.lead {
        return Err(Fault::NotFound.into());
    }
    let before = people::live_slip_of(tx.conn(), person.guest).await?.map(|(login, _)| login::grouped(&login)).unwrap_or_default();
    if before == seen {
        let slip = slips::give_to(&mut tx, id, Some(person.guest), next).await?;
        let after = format!("{}: {}", person.name, login::grouped(&slip.login));
        let deed = if before.is_empty() { "slip_made" } else { "slip_replaced" };
        log(tx.conn(), now, Some(&staff), Deed { deed, subject: "stay", subject_id: stay, before: &before, after: &after, reason: "" }).await?;
        tx.nudge(Nudge::Stay(id));
        tx.nudge(Nudge::Desk);
        tx.commit().await?;
    }
    see_other(&format!("/staff/slips/{stay}?guest={guest}"));
    Ok(person.guest)
}

/// Only adults of the party change what others may, and say yes.
#[cfg(feature = "ssr")]
pub fn adult(guest: &crate::people::session::Guest, rule: super::rules::Rule) -> Result<(), crate::base::Fault> {
    if rule.is_adult(guest.age(), guest.me() == guest.lead()) { Ok(()) } else { Err(crate::base::Fault::NotAllowed) }
}

/// An amount as it was typed; nothing when the field was left empty.
#[cfg(feature = "ssr")]
fn amount_of(coin: &crate::words::Coin, text: &str) -> Result<Option<i64>, CapRefusal> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    coin.read(text).map(Some).ok_or(CapRefusal::NotAnAmount)
}
