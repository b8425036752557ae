//! `cabana import-arrivals`: stays, their parties and their slips from a front office's export.

use super::files;
use super::party::{caps, day, party};
use super::problems::Problems;
use super::table::{Row, rows};
use super::{failed, refused};
use crate::base::{Day, Lang, RoomId, StayId};
use crate::boot::Opened;
use crate::catalog::shelf::Shelf;
use crate::people::slips::{self, Prepared};
use crate::people::store::{Deed, log};
use crate::server::{Live, Passwords, Tx, WallClock};
use crate::stays::store::{self, NewStay};
use crate::stays::{Person, Stay, rules};
use futures::{StreamExt, TryStreamExt, stream};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

const COLUMNS: [&str; 8] = ["reference", "name", "room", "arrival", "departure", "language", "package", "party"];
/// What a front office may leave out.
const MAY: [&str; 2] = ["guest_id", "caps"];
/// Nobody stays longer; a departure this far off is a slip of the pen.
const LONGEST_STAY: i64 = 400;

/// One row that can be used.
struct Arrival {
    line: usize,
    reference: String,
    room: RoomId,
    number: String,
    package: i64,
    lang: Lang,
    arrives: Day,
    departs: Day,
    party: Vec<(String, i64)>,
    /// What some of them may spend in a day: names, and minor units or nothing for as much as they like.
    caps: Vec<(String, Option<i64>)>,
    /// Whose stay it is, as `rules::person` writes it.
    person: Option<String>,
}

impl Arrival {
    /// The first day on which the room is free again.
    fn free_from(&self) -> Day {
        rules::free_from(self.arrives, self.departs)
    }
}

/// What rows may name.
struct Known {
    today: Day,
    rooms: HashMap<String, RoomId>,
    packages: HashMap<String, i64>,
    languages: Vec<Lang>,
}

pub async fn bring_in(opened: &Opened, file: &Path, clock: &WallClock) -> Result<String, String> {
    let name = file.file_name().map_or_else(|| file.display().to_string(), |name| name.to_string_lossy().to_string());
    let known = known(opened, clock).await?;
    let arrivals = read(file, &name, &known)?;
    let mut slips = prepare(opened, &arrivals).await?;
    let mut tx = opened.database.begin(clock, &Live::default()).await.map_err(refused)?;
    overlaps(&mut tx, &name, &arrivals).await?;
    bookings_outside(&mut tx, &name, &arrivals).await?;
    let (mut new, mut changed) = (0, 0);
    for arrival in &arrivals {
        match write(&mut tx, arrival, &mut slips).await? {
            Written::New => new += 1,
            Written::Changed => changed += 1,
            Written::Same => {}
        }
    }
    tx.commit().await.map_err(refused)?;
    let summary = match (new, changed) {
        (0, 0) => "nothing changed".to_owned(),
        _ => format!("{new} new with a slip each, {changed} changed"),
    };
    Ok(format!("{} stays from {}: {summary}", arrivals.len(), file.display()))
}

async fn known(opened: &Opened, clock: &WallClock) -> Result<Known, String> {
    let mut conn = opened.database.readers().acquire().await.map_err(failed)?;
    let shelf = Shelf::read(&mut conn).await.map_err(failed)?.ok_or("there is no resort yet; `cabana import FOLDER` brings one in")?;
    Ok(Known {
        today: shelf.time.day(clock.now()),
        rooms: store::rooms(&mut conn).await.map_err(failed)?,
        packages: store::packages(&mut conn).await.map_err(failed)?,
        languages: shelf.resort.languages.clone(),
    })
}

/// Reads and checks a file; touches nothing.
fn read(file: &Path, name: &str, known: &Known) -> Result<Vec<Arrival>, String> {
    let problems = Problems::default();
    let text = files::text(file, name, &problems);
    // A front office exports more columns than these; they are passed over.
    let rows = text.as_deref().map(|text| rows(text, name, &COLUMNS, &MAY, false, &problems)).unwrap_or_default();
    let arrivals: Vec<Arrival> = rows.iter().filter_map(|row| arrival(row, known)).collect();
    let mut seen = BTreeSet::new();
    for arrival in &arrivals {
        if !seen.insert(&arrival.reference) {
            problems.add(name, arrival.line, "reference", format!("{} stands there twice", arrival.reference));
        }
    }
    for (index, one) in arrivals.iter().enumerate() {
        for other in arrivals[..index].iter().filter(|other| other.reference != one.reference && meet(one, other)) {
            let text = format!("{} is taken by {} (line {}) on the same days", one.number, other.reference, other.line);
            problems.add(name, one.line, "room", text);
        }
    }
    problems.result()?;
    Ok(arrivals)
}

fn meet(a: &Arrival, b: &Arrival) -> bool {
    a.room == b.room && a.arrives < b.free_from() && b.arrives < a.free_from()
}

/// One row. `None` when a problem of it was listed and it cannot be compared with others.
fn arrival(row: &Row<'_>, known: &Known) -> Option<Arrival> {
    let reference = row.text("reference", 40);
    if reference.contains(char::is_whitespace) {
        row.problem("reference", "holds a space");
    }
    let name = row.text("name", 80);
    let number = row.text("room", 12);
    let room = known.rooms.get(&number);
    if room.is_none() && !number.is_empty() {
        row.problem("room", format!("there is no room {number}"));
    }
    let date = |column: &str| {
        let found = day(row.cell(column), known.today);
        if found.is_none() {
            row.problem(column, "must be a day such as 2026-11-21 or 21.11.2026, or days from today such as +4");
        }
        found
    };
    let (arrives, departs) = (date("arrival"), date("departure"));
    if let Some((arrives, departs)) = arrives.zip(departs) {
        if departs < arrives {
            row.problem("departure", "is before the arrival");
        } else if departs.days_since(arrives) > LONGEST_STAY {
            row.problem("departure", format!("is more than {LONGEST_STAY} days after the arrival"));
        }
    }
    let lang = row.cell("language").to_lowercase().parse::<Lang>().ok().filter(|lang| known.languages.contains(lang));
    if lang.is_none() {
        let offered: Vec<&str> = known.languages.iter().map(|lang| lang.code()).collect();
        row.problem("language", format!("must be one of {}", offered.join(" ")));
    }
    let package = row.text("package", 40);
    if !package.is_empty() && !known.packages.contains_key(&package) {
        row.problem("package", format!("there is no package with the key {package}"));
    }
    let party = party(row.cell("party")).map_err(|fault| row.problem("party", fault)).ok();
    if let Some((first, _)) = party.as_ref().and_then(|party| party.first())
        && !name.is_empty()
        && *first != name
    {
        row.problem("party", format!("must begin with {name}, whom the slip greets and the room is billed to"));
    }
    let caps = caps(row.cell("caps")).unwrap_or_else(|fault| {
        row.problem("caps", fault);
        Vec::new()
    });
    for (name, _) in caps.iter().filter(|(name, _)| party.as_ref().is_some_and(|party| party.iter().all(|(one, _)| one != name))) {
        row.problem("caps", format!("{name} is not of the party"));
    }
    let person = rules::person(row.cell("guest_id"));
    if person.as_ref().is_some_and(|person| person.chars().count() > rules::LONGEST_PERSON) {
        row.problem("guest_id", format!("has more than {} characters", rules::LONGEST_PERSON));
    }
    Some(Arrival {
        line: row.line,
        person,
        caps,
        room: *room?,
        number,
        package: *known.packages.get(&package)?,
        lang: lang?,
        arrives: arrives?,
        departs: departs?,
        party: party?,
        reference,
    })
}

/// Slips for the references that have no stay yet. Hashing takes long, so it is done before the transaction begins,
/// two at a time.
async fn prepare(opened: &Opened, arrivals: &[Arrival]) -> Result<Vec<Prepared>, String> {
    let mut conn = opened.database.readers().acquire().await.map_err(failed)?;
    let known = store::references(&mut conn).await.map_err(failed)?;
    drop(conn);
    let wanted = arrivals.iter().filter(|arrival| !known.contains(&arrival.reference)).count();
    let passwords = Passwords::new();
    stream::iter(0..wanted)
        .map(|_| slips::prepare(&opened.keys, &passwords))
        .buffer_unordered(2)
        .try_collect()
        .await
        .map_err(|_| "a password could not be hashed".to_owned())
}

/// Stays in the database that would share a night with a row, unless the file itself moves them.
async fn overlaps(tx: &mut Tx, name: &str, arrivals: &[Arrival]) -> Result<(), String> {
    let problems = Problems::default();
    let moved: BTreeSet<&str> = arrivals.iter().map(|arrival| arrival.reference.as_str()).collect();
    for arrival in arrivals {
        let others = store::overlapping(tx.conn(), arrival.room, arrival.arrives, arrival.free_from()).await.map_err(failed)?;
        for other in others.iter().filter(|other| !moved.contains(other.reference.as_str())) {
            let text = format!("{} is taken by {} from {} to {}", arrival.number, other.reference, other.arrives, other.departs);
            problems.add(name, arrival.line, "room", text);
        }
    }
    problems.result()
}

/// Bookings that a row's new days would leave outside the stay: the guest or the desk has to move or cancel them first.
async fn bookings_outside(tx: &mut Tx, name: &str, arrivals: &[Arrival]) -> Result<(), String> {
    let problems = Problems::default();
    let now = tx.now();
    for arrival in arrivals {
        let Some(before) = store::by_reference(tx.conn(), &arrival.reference).await.map_err(failed)? else { continue };
        let outside = store::bookings_outside(tx.conn(), before.id, arrival.arrives, arrival.departs, now).await.map_err(failed)?;
        let begins = arrival.arrives.to_string();
        let (early, late): (Vec<_>, Vec<_>) = outside.into_iter().partition(|(day, _)| *day < begins);
        for (column, bookings) in [("arrival", early), ("departure", late)] {
            if !bookings.is_empty() {
                let list: Vec<String> = bookings.iter().map(|(day, wall)| format!("{day} {wall}")).collect();
                problems.add(name, arrival.line, column, format!("leaves bookings outside the stay; move or cancel them first: {}", list.join(", ")));
            }
        }
    }
    problems.result()
}

enum Written {
    New,
    Changed,
    Same,
}

async fn write(tx: &mut Tx, arrival: &Arrival, slips: &mut Vec<Prepared>) -> Result<Written, String> {
    let stay = NewStay {
        reference: &arrival.reference,
        room: arrival.room,
        package_id: arrival.package,
        lang: arrival.lang,
        arrives: arrival.arrives,
        departs: arrival.departs,
        person: arrival.person.as_deref(),
    };
    match store::by_reference(tx.conn(), &arrival.reference).await.map_err(failed)? {
        None => {
            let slip = slips.pop().ok_or("a stay was made while the file was read; import it again")?;
            add(tx, arrival, &stay, slip).await.map_err(failed)?;
            Ok(Written::New)
        }
        Some(before) => {
            let changed = change(tx, arrival, &stay, &before).await.map_err(failed)?;
            Ok(if changed { Written::Changed } else { Written::Same })
        }
    }
}

async fn add(tx: &mut Tx, arrival: &Arrival, stay: &NewStay<'_>, slip: Prepared) -> Result<(), sqlx::Error> {
    let id = store::add_stay(tx, stay).await?;
    for (index, (name, age)) in arrival.party.iter().enumerate() {
        store::add_guest(tx, id, name, *age, index == 0).await?;
    }
    set_caps(tx, arrival, id).await?;
    let slip = slips::give(tx, id, slip).await?;
    let now = tx.now();
    let after = described(arrival);
    log(tx.conn(), now, None, Deed { deed: "stay_made", subject: "stay", subject_id: id.0, before: "", after: &after, reason: "" }).await?;
    log(tx.conn(), now, None, Deed { deed: "slip_made", subject: "stay", subject_id: id.0, before: "", after: &slip.login, reason: "" }).await
}

/// Says of those who are named what they may spend. Answers whether anything is new.
async fn set_caps(tx: &mut Tx, arrival: &Arrival, stay: StayId) -> Result<bool, sqlx::Error> {
    let mut changed = false;
    if arrival.caps.is_empty() {
        return Ok(changed);
    }
    let party = store::party(tx.conn(), stay).await?;
    for (name, cap) in &arrival.caps {
        if let Some(person) = party.iter().find(|person| person.name == *name) {
            changed |= crate::stays::caps::store::import(tx, person.id, *cap).await?;
        }
    }
    Ok(changed)
}

/// Brings a stay up to date. People are added and their ages corrected; nobody is taken away.
async fn change(tx: &mut Tx, arrival: &Arrival, stay: &NewStay<'_>, before: &Stay) -> Result<bool, sqlx::Error> {
    let package = store::package(tx.conn(), &before.package).await?;
    let same = (before.room_id, package, before.lang, before.arrives, before.departs)
        == (stay.room, Some(stay.package_id), stay.lang, stay.arrives, stay.departs);
    // A file that does not say whose stay it is takes nothing away.
    let same = same && (stay.person.is_none() || store::person_of(tx.conn(), before.id).await?.as_deref() == stay.person);
    let party = store::party(tx.conn(), before.id).await?;
    let (mut added, mut corrected) = (Vec::new(), Vec::new());
    for (name, age) in &arrival.party {
        match party.iter().find(|person| person.name == *name) {
            None => added.push((name, *age)),
            Some(person) if person.age != *age => corrected.push((person.id, *age)),
            Some(_) => {}
        }
    }
    if same && added.is_empty() && corrected.is_empty() {
        return set_caps(tx, arrival, before.id).await;
    }
    if !same {
        store::change_stay(tx, before.id, stay).await?;
    }
    for (name, age) in added {
        store::add_guest(tx, before.id, name, age, false).await?;
    }
    for (guest, age) in corrected {
        store::change_age(tx, guest, age).await?;
    }
    set_caps(tx, arrival, before.id).await?;
    let now = tx.now();
    let (was, is) = (described_before(before, &party), described(arrival));
    log(tx.conn(), now, None, Deed { deed: "stay_changed", subject: "stay", subject_id: before.id.0, before: &was, after: &is, reason: "" }).await?;
    Ok(true)
}

fn described(arrival: &Arrival) -> String {
    let ages: Vec<String> = arrival.party.iter().map(|(_, age)| age.to_string()).collect();
    let told = rules::told(&arrival.reference, &arrival.number, (arrival.arrives, arrival.departs), arrival.lang);
    format!("{told} · {}", ages.join(" "))
}

fn described_before(stay: &Stay, party: &[Person]) -> String {
    let ages: Vec<String> = party.iter().map(|person| person.age.to_string()).collect();
    let told = rules::told(&stay.reference, &stay.room, (stay.arrives, stay.departs), stay.lang);
    format!("{told} · {}", ages.join(" "))
}
