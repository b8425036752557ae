//! The desk's doors: finding a stay, making one, changing it, and its slip.

use super::{SlipSheets, StayBlank, StayCard, StayList, StayRefusal};
use leptos::prelude::*;
use server_fn::codec::GetUrl;
use std::collections::HashMap;

/// Stays by room, name or reference; without a search those of `show`: `house`, `arriving`, `leaving` or `all`.
#[server(endpoint = "staff-stays", input = GetUrl)]
pub async fn staff_stays(#[server(default)] q: String, #[server(default)] show: String) -> Result<StayList, StayRefusal> {
    use super::store::{self, Which};
    use super::{StayLine, rules};
    use crate::base::Fault;
    use crate::people::session::Staff;
    use crate::people::{READ_ONLY_DAYS, Standing};
    use crate::server::{Time, house};

    const MOST: usize = 100;
    Staff::at_the_desk()?;
    let house = house()?;
    let today = use_context::<Time>().ok_or(Fault::TryAgain)?.day(house.clock.now());
    let words: Vec<String> = q.split_whitespace().take(6).map(|word| rules::fold(&word.chars().take(60).collect::<String>())).collect();
    let which = match show.as_str() {
        _ if !words.is_empty() => Which::All,
        "arriving" => Which::Arriving,
        "leaving" => Which::Leaving,
        "all" => Which::All,
        _ => Which::InHouse,
    };
    let mut conn = house.database.readers().acquire().await?;
    let listed = store::list(&mut conn, which, today, today.plus(-READ_ONLY_DAYS)).await?;
    let mut found: Vec<StayLine> = listed
        .into_iter()
        .filter(|one| rules::answers(&words, &one.names, &one.stay.room, &one.stay.reference))
        .map(|one| StayLine { standing: Standing::on(today, one.stay.arrives, one.stay.departs), people: one.names.len() as i64, stay: one.stay })
        .collect();
    // Who is here now comes before who was and who will be.
    found.sort_by_key(|line| line.standing != Standing::Staying);
    let more = found.len() > MOST;
    found.truncate(MOST);
    Ok(StayList { stays: found, more })
}

/// One stay, with its party and its slip.
#[server(endpoint = "staff-stay", input = GetUrl)]
pub async fn staff_stay(id: i64) -> Result<StayCard, StayRefusal> {
    use super::{rules, store};
    use crate::base::{Fault, StayId};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::people::{Standing, store as people};
    use crate::server::house;

    Staff::at_the_desk()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let now = house.clock.now();
    let pool = house.database.readers();
    let mut conn = pool.acquire().await?;
    let stay = store::by_id(&mut conn, StayId(id)).await?.ok_or(Fault::NotFound)?;
    Ok(StayCard {
        party: store::party(&mut conn, stay.id).await?,
        rooms: store::free_rooms(&mut conn, stay.arrives, rules::free_from(stay.arrives, stay.departs), Some(stay.id)).await?,
        phones: people::phones(pool, stay.id, now).await?,
        login: people::live_slip(pool, stay.id).await?.map(|(login, _)| crate::people::login::grouped(&login)),
        person: store::person_of(&mut conn, stay.id).await?,
        earlier: store::earlier(&mut conn, stay.id).await?,
        package: shelf.package(&stay.package).map_or_else(|| stay.package.clone(), |one| one.name.get(lang).to_owned()),
        standing: Standing::on(shelf.time.day(now), stay.arrives, stay.departs),
        stay,
    })
}

/// What the form for a new stay needs: the rooms that are free from one day to another.
#[server(endpoint = "staff-new-stay", input = GetUrl)]
pub async fn staff_new_stay(#[server(default)] arrives: String, #[server(default)] departs: String) -> Result<StayBlank, StayRefusal> {
    use super::{rules, store};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::{Keys, house};

    Staff::at_the_desk()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let today = shelf.time.day(house.clock.now());
    let (arrives, departs) = if arrives.is_empty() && departs.is_empty() {
        (today, today.plus(7))
    } else {
        let mut faults = rules::Faults::default();
        rules::dates(&arrives, &departs, today, &mut faults).ok_or(StayRefusal::Form(faults.0))?
    };
    let mut conn = house.database.readers().acquire().await?;
    Ok(StayBlank {
        arrives,
        departs,
        rooms: store::free_rooms(&mut conn, arrives, rules::free_from(arrives, departs), None).await?,
        packages: shelf.packages.iter().map(|package| (package.key.clone(), package.name.get(lang).to_owned())).collect(),
        intent: Keys::token(),
    })
}

/// Makes a stay with its party and its slip: all of it, or nothing. Answers its number.
#[server(endpoint = "staff-make-stay")]
#[allow(clippy::too_many_arguments, reason = "the fields of one form")]
pub async fn make_stay(
    intent: String,
    #[server(default)] reference: String,
    #[server(default)] person: String,
    room: i64,
    arrives: String,
    departs: String,
    lang: String,
    package: String,
    #[server(default)] names: HashMap<String, String>,
    #[server(default)] ages: HashMap<String, String>,
) -> Result<i64, StayRefusal> {
    use super::rules::{self, Faults, StayForm};
    use super::{Why, store};
    use crate::base::{Fault, RoomId};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, see_other};
    use crate::people::slips;
    use crate::people::store::{Deed, log};
    use crate::server::{Nudge, house};

    let staff = Staff::at_the_desk()?;
    let (house, shelf) = (house()?, shelf()?);
    if intent.len() > 64 || intent.is_empty() {
        return Err(Fault::Malformed.into());
    }
    let today = shelf.time.day(house.clock.now());
    let form = StayForm { reference, person, arrives, departs, lang, names, ages };
    let draft = rules::draft(&form, today, &shelf.resort.languages).map_err(StayRefusal::Form)?;
    let generated = draft.reference.is_empty();
    let reference = if generated { own_reference(&house.keys, &intent) } else { draft.reference.clone() };
    let slip = slips::prepare(&house.keys, &house.passwords).await.map_err(|_| Fault::TooMany(5))?;

    let mut tx = house.begin().await?;
    let room = RoomId(room);
    if let Some(there) = store::by_reference(tx.conn(), &reference).await? {
        let lead = draft.party.first().map(|(name, _)| name.as_str());
        if there.room_id == room && (there.arrives, there.departs) == (draft.arrives, draft.departs) && Some(there.name.as_str()) == lead {
            // The same form, arriving twice.
            see_other(&format!("/staff/slips/{}", there.id));
            return Ok(there.id.0);
        }
        return Err(wrong("reference", Why::ReferenceTaken));
    }
    let mut faults = Faults::default();
    let package_id = store::package(tx.conn(), &package).await?;
    if package_id.is_none() {
        faults.add("package", Why::NotOffered);
    }
    check_room(&mut tx, room, (draft.arrives, draft.departs), &draft.party.iter().map(|(_, age)| *age).collect::<Vec<_>>(), None, &mut faults)
        .await?;
    let Some(package_id) = package_id.filter(|_| faults.0.is_empty()) else { return Err(StayRefusal::Form(faults.0)) };
    let new = store::NewStay {
        reference: &reference,
        room,
        package_id,
        lang: draft.lang,
        arrives: draft.arrives,
        departs: draft.departs,
        person: draft.person.as_deref(),
    };
    let id = store::add_stay(&mut tx, &new).await?;
    for (row, (name, age)) in draft.party.iter().enumerate() {
        store::add_guest(&mut tx, id, name, *age, row == 0).await?;
    }
    slips::give(&mut tx, id, slip).await?;
    let after = told(&store::by_id(tx.conn(), id).await?.ok_or(Fault::TryAgain)?);
    let now = tx.now();
    log(tx.conn(), now, Some(&staff), Deed { deed: "stay_made", subject: "stay", subject_id: id.0, before: "", after: &after, reason: "" }).await?;
    tx.nudge(Nudge::Desk);
    tx.commit().await?;
    see_other(&format!("/staff/slips/{id}"));
    Ok(id.0)
}

/// Gives a stay another room, other days or another language. `seen_…` are the values the form was drawn with: when
/// somebody else changed them meanwhile, nothing is written.
#[server(endpoint = "staff-change-stay")]
#[allow(clippy::too_many_arguments, reason = "the fields of one form, and what they were")]
pub async fn change_stay(
    stay: i64,
    room: i64,
    arrives: String,
    departs: String,
    lang: String,
    seen_room: i64,
    seen_arrives: String,
    seen_departs: String,
    seen_lang: String,
    #[server(default)] reason: String,
) -> Result<(), StayRefusal> {
    use super::rules::{self, Faults};
    use super::{Stay, Why, store};
    use crate::base::{Day, Fault, RoomId, StayId};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, see_other};
    use crate::people::store::{Deed, log};
    use crate::server::{Nudge, house};

    let staff = Staff::at_the_desk()?;
    let (house, shelf) = (house()?, shelf()?);
    let today = shelf.time.day(house.clock.now());
    let mut faults = Faults::default();
    let dates = rules::dates(&arrives, &departs, today, &mut faults);
    let lang = rules::lang(&lang, &shelf.resort.languages, &mut faults);
    if reason.chars().count() > 200 {
        faults.add("reason", Why::TooLong(200));
    }
    let Some(((arrives, departs), lang)) = dates.zip(lang).filter(|_| faults.0.is_empty()) else { return Err(StayRefusal::Form(faults.0)) };

    let mut tx = house.begin().await?;
    let before = store::by_id(tx.conn(), StayId(stay)).await?.ok_or(Fault::NotFound)?;
    let room = RoomId(room);
    let back = format!("/staff/stays/{stay}");
    if (before.room_id, before.arrives, before.departs, before.lang) == (room, arrives, departs, lang) {
        see_other(&back);
        return Ok(());
    }
    let seen = Stay {
        room_id: RoomId(seen_room),
        arrives: Day::parse(&seen_arrives).ok_or(Fault::Malformed)?,
        departs: Day::parse(&seen_departs).ok_or(Fault::Malformed)?,
        lang: seen_lang.parse().map_err(|_| Fault::Malformed)?,
        ..before.clone()
    };
    let ages: Vec<i64> = store::party(tx.conn(), before.id).await?.into_iter().map(|person| person.age).collect();
    check_room(&mut tx, room, (arrives, departs), &ages, Some(before.id), &mut faults).await?;
    let now = tx.now();
    let outside = store::bookings_outside(tx.conn(), before.id, arrives, departs, now).await?;
    if !outside.is_empty() {
        faults.add("departs", Why::BookingsOutside(outside.len() as i64));
    }
    if !faults.0.is_empty() {
        return Err(StayRefusal::Form(faults.0));
    }
    if !store::change_seen(&mut tx, &seen, room, arrives, departs, lang).await? {
        return Err(StayRefusal::ChangedMeanwhile);
    }
    let after = store::by_id(tx.conn(), before.id).await?.ok_or(Fault::TryAgain)?;
    let (before, after) = (told(&before), told(&after));
    log(
        tx.conn(),
        now,
        Some(&staff),
        Deed { deed: "stay_changed", subject: "stay", subject_id: stay, before: &before, after: &after, reason: reason.trim() },
    )
    .await?;
    tx.nudge(Nudge::Stay(StayId(stay)));
    tx.nudge(Nudge::Desk);
    tx.commit().await?;
    see_other(&back);
    Ok(())
}

/// The slip of one stay, or of one person of it (`guest`), or those of everybody who arrives on a day: the ones that are good
/// now, printed once more. Looking at them is written into the log, because a slip opens a cabinet.
#[server(endpoint = "staff-slips", input = GetUrl)]
pub async fn staff_slips(
    #[server(default)] stay: i64,
    #[server(default)] guest: i64,
    #[server(default)] day: String,
) -> Result<SlipSheets, StayRefusal> {
    use super::store::{self, Which};
    use super::{Stay, slip};
    use crate::base::{Day, Fault, StayId};
    use crate::catalog::shelf::shelf;
    use crate::people::session::Staff;
    use crate::people::store::{Deed, log};
    use crate::people::{slips, store as people};
    use crate::server::house;

    let staff = Staff::at_the_desk()?;
    let (house, shelf) = (house()?, shelf()?);
    let mut tx = house.begin().await?;
    let mut stays: Vec<Stay> = if stay > 0 {
        store::by_id(tx.conn(), StayId(stay)).await?.into_iter().collect()
    } else {
        let day = Day::parse(&day).ok_or_else(|| Fault::Field("day".into()))?;
        store::list(tx.conn(), Which::Arriving, day, day).await?.into_iter().map(|one| one.stay).collect()
    };
    if stays.is_empty() && stay > 0 {
        return Err(Fault::NotFound.into());
    }
    let mut person = None;
    if guest > 0 {
        let one = stays.first_mut().filter(|_| stay > 0).ok_or(Fault::NotFound)?;
        let found = store::party(tx.conn(), one.id).await?.into_iter().find(|found| found.id.0 == guest).ok_or(Fault::NotFound)?;
        one.name = found.name;
        person = Some(found.id);
    }
    let mut shown = SlipSheets { sheets: Vec::with_capacity(stays.len()), without: 0 };
    let now = tx.now();
    for stay in &stays {
        let live = match person {
            Some(person) => people::live_slip_of(tx.conn(), person).await?,
            None => people::live_slip(house.database.readers(), stay.id).await?,
        };
        let Some((login, nonce)) = live else {
            shown.without += 1;
            continue;
        };
        let printed = slips::derive(&house.keys, login, &nonce);
        shown.sheets.push(slip::sheet(&shelf.resort, &house.public_url, stay, &printed)?);
        let login = crate::people::login::grouped(&printed.login);
        log(tx.conn(), now, Some(&staff), Deed { deed: "slip_shown", subject: "stay", subject_id: stay.id.0, before: "", after: &login, reason: "" })
            .await?;
    }
    tx.commit().await?;
    Ok(shown)
}

/// Makes a new slip for a stay; the old one and the phones signed in with it end. `seen` is the login of the slip
/// that is to end (empty when there was none): a second tap finds it ended already and changes nothing.
#[server(endpoint = "staff-reprint-slip")]
pub async fn reprint_slip(stay: i64, #[server(default)] seen: String, #[server(default)] reason: String) -> Result<(), StayRefusal> {
    use super::{Why, store};
    use crate::base::{Fault, StayId};
    use crate::people::session::{Staff, see_other};
    use crate::people::store::{Deed, log};
    use crate::people::{login, slips, store as people};
    use crate::server::{Nudge, house};

    let staff = Staff::at_the_desk()?;
    let house = house()?;
    if reason.chars().count() > 200 {
        return Err(wrong("reason", Why::TooLong(200)));
    }
    let next = slips::prepare(&house.keys, &house.passwords).await.map_err(|_| Fault::TooMany(5))?;
    let mut tx = house.begin().await?;
    let id = store::by_id(tx.conn(), StayId(stay)).await?.ok_or(Fault::NotFound)?.id;
    let before = people::live_slip(house.database.readers(), id).await?.map(|(login, _)| login::grouped(&login)).unwrap_or_default();
    let back = format!("/staff/slips/{id}");
    if before != seen {
        see_other(&back);
        return Ok(());
    }
    let slip = slips::give(&mut tx, id, next).await?;
    let (now, after) = (tx.now(), login::grouped(&slip.login));
    log(
        tx.conn(),
        now,
        Some(&staff),
        Deed { deed: "slip_replaced", subject: "stay", subject_id: stay, before: &before, after: &after, reason: reason.trim() },
    )
    .await?;
    tx.nudge(Nudge::Stay(id));
    tx.nudge(Nudge::Desk);
    tx.commit().await?;
    see_other(&back);
    Ok(())
}

/// One field that is wrong.
#[cfg(feature = "ssr")]
fn wrong(field: &str, why: super::Why) -> StayRefusal {
    StayRefusal::Form(vec![super::Wrong { field: field.to_owned(), why }])
}

/// A reference for a stay that the front office has none for. It follows from the form's key, so the same form sent
/// twice gets the same one.
#[cfg(feature = "ssr")]
fn own_reference(keys: &crate::server::Keys, intent: &str) -> String {
    use crate::people::login::ALPHABET;

    let letters = keys.derive("reference of a stay", intent);
    let code: String = letters.iter().take(8).map(|byte| char::from(ALPHABET[usize::from(*byte) % ALPHABET.len()])).collect();
    format!("C-{code}")
}

/// What the log keeps of a stay.
#[cfg(feature = "ssr")]
fn told(stay: &super::Stay) -> String {
    super::rules::told(&stay.reference, &stay.room, (stay.arrives, stay.departs), stay.lang)
}

/// Whether the party can have the room on these days. The room's row stays locked until the transaction ends.
#[cfg(feature = "ssr")]
async fn check_room(
    tx: &mut crate::server::Tx,
    room: crate::base::RoomId,
    (arrives, departs): (crate::base::Day, crate::base::Day),
    ages: &[i64],
    except: Option<crate::base::StayId>,
    faults: &mut super::rules::Faults,
) -> Result<(), sqlx::Error> {
    use super::{Why, rules, store};

    let Some(sleeps) = store::lock_room(tx, room).await? else {
        faults.add("room", Why::NotOffered);
        return Ok(());
    };
    if rules::beds(ages.iter().copied()) > sleeps {
        faults.add("room", Why::RoomSleeps(sleeps));
    }
    if store::in_the_way(tx.conn(), room, arrives, rules::free_from(arrives, departs), except).await?.is_some() {
        faults.add("room", Why::RoomTaken);
    }
    Ok(())
}
