//! Writing a folder by its keys: what is new is added, what differs is changed, what is gone is archived. What is
//! the same is not touched, so that a second import of the same folder writes nothing.

use super::Found;
use super::people::{Member, Room};
use super::problems::Problems;
use crate::base::BookingId;
use crate::booking::schedule::Followed;
use crate::catalog::Kind;
use crate::catalog::shelf::{Offer, Resort};
use crate::people::login::ALPHABET;
use crate::people::store::{Deed, log};
use crate::server::{Busy, Passwords, Pool, Tx, random};
use futures::{StreamExt, TryStreamExt, stream};
use serde::Serialize;
use sqlx::AssertSqlSafe;
use std::collections::BTreeMap;
use std::io::Write;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// What an import did to one kind of thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    all: usize,
    new: u64,
    changed: u64,
    archived: u64,
    /// Only its place in the order is another one.
    moved: u64,
}

impl Count {
    fn touched(self) -> bool {
        self.new + self.changed + self.archived + self.moved > 0
    }
}

/// What an import did.
#[derive(Default)]
pub struct Report {
    name: String,
    lines: Vec<(&'static str, Count)>,
    resort_changed: bool,
    /// Logins and passwords of new staff.
    pub logins: Vec<(String, String)>,
    laid_out: u64,
    followed: Followed,
}

impl Report {
    fn add(&mut self, kind: &'static str, count: Count) {
        self.lines.push((kind, count));
    }

    pub fn sessions(&mut self, laid_out: u64, followed: Followed) {
        (self.laid_out, self.followed) = (laid_out, followed);
    }

    fn touched(&self) -> bool {
        self.resort_changed || self.lines.iter().any(|(_, count)| count.touched())
    }

    /// For the person who typed the command.
    pub fn text(&self, folder: &Path, logins: &Path) -> String {
        let mut text = format!("{}, from {}\n", self.name, folder.display());
        for (kind, count) in &self.lines {
            text.push_str(&line(
                kind,
                Some(count.all),
                &[(count.new, "new"), (count.changed, "changed"), (count.moved, "moved"), (count.archived, "archived")],
            ));
        }
        let sessions = [(self.laid_out, "laid out"), (self.followed.changed, "changed"), (self.followed.taken_off, "taken off")];
        if sessions.iter().any(|(count, _)| *count > 0) {
            text.push_str(&line("sessions", None, &sessions));
        }
        if self.followed.served > 0 {
            text.push_str(&line("bookings", None, &[(self.followed.served, "got what their offer needs by now")]));
        }
        if !self.followed.without.is_empty() {
            let ids: Vec<String> = self.followed.without.iter().map(BookingId::to_string).collect();
            text.push_str(&format!("Nothing is free for these bookings that their offer needs by now: {}\n", ids.join(", ")));
        }
        if !self.logins.is_empty() {
            text.push_str(&format!("The passwords of new staff are in {}\n", logins.display()));
        }
        if !self.touched() {
            text.push_str("nothing changed\n");
        }
        text.trim_end().to_owned()
    }
}

fn line(kind: &str, all: Option<usize>, parts: &[(u64, &str)]) -> String {
    let said: Vec<String> = parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    let said = if said.is_empty() { "as before".to_owned() } else { said.join(", ") };
    let all = all.map(|all| all.to_string()).unwrap_or_default();
    format!("  {kind:<11}{all:>5}  {said}\n")
}

/// Writes everything. An error is a sentence; the caller drops the transaction.
pub async fn write(tx: &mut Tx, found: &Found, passwords: BTreeMap<String, NewPassword>) -> Result<Report, String> {
    let before = resort(tx).await.map_err(super::failed)?;
    fits_what_was_sold(tx, found, before.as_ref().map(|(_, resort)| resort)).await?;
    let mut report = Report { name: found.resort.name.get(crate::base::Lang::En).to_owned(), ..Report::default() };
    rows(tx, found, &mut report).await.map_err(super::failed)?;
    staff(tx, &found.staff, passwords, &mut report).await?;
    let body = json(&found.resort)?;
    let version = match &before {
        None => 1,
        Some((version, resort)) => {
            report.resort_changed = *resort != found.resort;
            if !report.touched() {
                return Ok(report);
            }
            version + 1
        }
    };
    report.resort_changed |= before.is_none();
    save_resort(tx, version, &body, &report).await.map_err(super::failed)?;
    Ok(report)
}

async fn resort(tx: &mut Tx) -> Result<Option<(i64, Resort)>, sqlx::Error> {
    let row: Option<(i64, String)> = sqlx::query_as("SELECT version, body FROM resort WHERE id = 1").fetch_optional(tx.conn()).await?;
    row.map(|(version, body)| Ok((version, serde_json::from_str(&body).map_err(|error| sqlx::Error::Decode(error.into()))?))).transpose()
}

async fn save_resort(tx: &mut Tx, version: i64, body: &str, report: &Report) -> Result<(), sqlx::Error> {
    let now = tx.now();
    sqlx::query(
        "INSERT INTO resort (id, version, body) VALUES (1, $1, $2) ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body",
    )
    .bind(version)
    .bind(body)
    .execute(tx.conn())
    .await?;
    let after = report
        .lines
        .iter()
        .filter(|(_, count)| count.touched())
        .map(|(kind, count)| format!("{kind}: {} new, {} changed, {} archived", count.new, count.changed, count.archived))
        .collect::<Vec<_>>()
        .join("; ");
    let before = if version == 1 { String::new() } else { format!("version {}", version - 1) };
    let after = format!("version {version}; {after}");
    let deed = Deed { deed: "resort_imported", subject: "resort", subject_id: 1, before: &before, after: &after, reason: "" };
    log(tx.conn(), now, None, deed).await
}

/// What was sold keeps its meaning: the currency of charges and the kind of an offer stay what they were.
async fn fits_what_was_sold(tx: &mut Tx, found: &Found, before: Option<&Resort>) -> Result<(), String> {
    let problems = Problems::default();
    let sold = "SELECT CAST(CASE WHEN EXISTS (SELECT 1 FROM bookings) OR EXISTS (SELECT 1 FROM orders) THEN 1 ELSE 0 END AS BIGINT)";
    if let Some(before) = before.filter(|before| before.currency != found.resort.currency) {
        let sold: i64 = sqlx::query_scalar(sold).fetch_one(tx.conn()).await.map_err(super::failed)?;
        if sold > 0 {
            let text = format!("something was sold in {}, so it cannot become {}", before.currency, found.resort.currency);
            problems.add("resort.toml", 0, "currency", text);
        }
    }
    let offers: Vec<(String, String)> = sqlx::query_as("SELECT key, body FROM offers").fetch_all(tx.conn()).await.map_err(super::failed)?;
    let kinds: BTreeMap<String, Kind> =
        offers.into_iter().filter_map(|(key, body)| Some((key, serde_json::from_str::<Offer>(&body).ok()?.kind))).collect();
    for offer in &found.offers {
        if kinds.get(&offer.key).is_some_and(|kind| *kind != offer.kind) {
            problems.add("catalog.toml", 0, &format!("offer.{}.kind", offer.key), "was another one under this key; give the new offer another key");
        }
    }
    problems.result()
}

async fn rows(tx: &mut Tx, found: &Found, report: &mut Report) -> Result<(), sqlx::Error> {
    for (hash, picture) in &found.pictures {
        sqlx::query("INSERT INTO pictures (hash, media, bytes) VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING")
            .bind(hash)
            .bind(picture.media)
            .bind(&picture.bytes)
            .execute(tx.conn())
            .await?;
    }
    report.add("rooms", rooms(tx, &found.rooms).await?);
    report.add("packages", keyed(tx, "packages", found.packages.iter().map(|one| (one.key.as_str(), one))).await?);
    report.add("categories", keyed(tx, "categories", found.categories.iter().map(|one| (one.key.as_str(), one))).await?);
    report.add("resources", keyed(tx, "resources", found.resources.iter().map(|one| (one.key.as_str(), one))).await?);
    report.add("offers", keyed(tx, "offers", found.offers.iter().map(|one| (one.key.as_str(), one))).await?);
    report.add("places", keyed(tx, "places", found.places.iter().map(|one| (one.key.as_str(), one))).await?);
    report.add("pages", keyed(tx, "pages", found.pages.iter().map(|one| (one.key.as_str(), one))).await?);
    Ok(())
}

/// One table of things with keys, in the order given.
async fn keyed<'a, T: Serialize + 'a>(
    tx: &mut Tx,
    table: &'static str,
    things: impl Iterator<Item = (&'a str, &'a T)>,
) -> Result<Count, sqlx::Error> {
    let known: Vec<(String, i64, i64, String)> =
        sqlx::query_as(AssertSqlSafe(format!("SELECT key, position, archived, body FROM {table}"))).fetch_all(tx.conn()).await?;
    let mut known: BTreeMap<String, (i64, i64, String)> =
        known.into_iter().map(|(key, position, archived, body)| (key, (position, archived, body))).collect();
    let mut count = Count::default();
    for (position, (key, thing)) in things.enumerate() {
        let position = i64::try_from(position).unwrap_or(i64::MAX);
        let body = serde_json::to_string(thing).map_err(|error| sqlx::Error::Encode(error.into()))?;
        count.all += 1;
        let sql = match known.remove(key) {
            None => {
                count.new += 1;
                format!("INSERT INTO {table} (key, position, body) VALUES ($1, $2, $3)")
            }
            Some((old_position, archived, old_body)) => {
                let same = archived == 0 && old_body == body;
                match (same, old_position == position) {
                    (true, true) => continue,
                    (true, false) => count.moved += 1,
                    (false, _) => count.changed += 1,
                }
                format!("UPDATE {table} SET position = $2, body = $3, archived = 0 WHERE key = $1")
            }
        };
        sqlx::query(AssertSqlSafe(sql)).bind(key).bind(position).bind(&body).execute(tx.conn()).await?;
    }
    for key in known.into_iter().filter(|(_, (_, archived, _))| *archived == 0).map(|(key, _)| key) {
        count.archived += 1;
        sqlx::query(AssertSqlSafe(format!("UPDATE {table} SET archived = 1 WHERE key = $1"))).bind(key).execute(tx.conn()).await?;
    }
    Ok(count)
}

async fn rooms(tx: &mut Tx, rooms: &[Room]) -> Result<Count, sqlx::Error> {
    let known: Vec<(String, String, i64, i64, i64)> =
        sqlx::query_as("SELECT number, building, floor, sleeps, archived FROM rooms").fetch_all(tx.conn()).await?;
    let mut known: BTreeMap<String, (String, i64, i64, i64)> =
        known.into_iter().map(|(number, building, floor, sleeps, archived)| (number, (building, floor, sleeps, archived))).collect();
    let mut count = Count { all: rooms.len(), ..Count::default() };
    for room in rooms {
        let sql = match known.remove(&room.number) {
            None => {
                count.new += 1;
                "INSERT INTO rooms (number, building, floor, sleeps) VALUES ($1, $2, $3, $4)"
            }
            Some((building, floor, sleeps, archived)) => {
                if archived == 0 && (building.as_str(), floor, sleeps) == (room.building.as_str(), room.floor, room.sleeps) {
                    continue;
                }
                count.changed += 1;
                "UPDATE rooms SET building = $2, floor = $3, sleeps = $4, archived = 0 WHERE number = $1"
            }
        };
        sqlx::query(sql).bind(&room.number).bind(&room.building).bind(room.floor).bind(room.sleeps).execute(tx.conn()).await?;
    }
    for number in known.into_iter().filter(|(_, room)| room.3 == 0).map(|(number, _)| number) {
        count.archived += 1;
        sqlx::query("UPDATE rooms SET archived = 1 WHERE number = $1").bind(number).execute(tx.conn()).await?;
    }
    Ok(count)
}

/// A password that nobody has yet, and its hash.
pub struct NewPassword {
    password: String,
    hash: String,
}

/// Passwords for the members who do not work here yet. Hashing takes long, so it is done before the transaction
/// begins, two at a time.
pub async fn new_passwords(pool: &Pool, members: &[Member]) -> Result<BTreeMap<String, NewPassword>, String> {
    let here: Vec<String> = sqlx::query_scalar("SELECT login FROM staff WHERE archived = 0").fetch_all(pool).await.map_err(super::failed)?;
    let new: Vec<&Member> = members.iter().filter(|member| !here.contains(&member.login)).collect();
    if new.is_empty() {
        return Ok(BTreeMap::new());
    }
    let passwords = Passwords::new();
    stream::iter(new)
        .map(|member| async {
            let password = new_password();
            let hash = passwords.hash(password.clone()).await?;
            Ok::<_, Busy>((member.login.clone(), NewPassword { password, hash }))
        })
        .buffer_unordered(2)
        .try_collect()
        .await
        .map_err(|_| "a password could not be hashed".to_owned())
}

/// Staff keep their passwords; new and returning ones get one, and those who are gone are signed out.
async fn staff(tx: &mut Tx, members: &[Member], new: BTreeMap<String, NewPassword>, report: &mut Report) -> Result<(), String> {
    let known: Vec<(String, String, String, i64)> =
        sqlx::query_as("SELECT login, name, role, archived FROM staff").fetch_all(tx.conn()).await.map_err(super::failed)?;
    let mut known: BTreeMap<String, (String, String, i64)> =
        known.into_iter().map(|(login, name, role, archived)| (login, (name, role, archived))).collect();
    let mut new = new;
    let mut count = Count { all: members.len(), ..Count::default() };
    for member in members {
        let query = match known.remove(&member.login) {
            Some((name, role, 0)) => {
                if name == member.name && role == member.role.name() {
                    continue;
                }
                count.changed += 1;
                sqlx::query("UPDATE staff SET name = $2, role = $3 WHERE login = $1").bind(&member.login).bind(&member.name).bind(member.role.name())
            }
            _ => {
                count.new += 1;
                let made = new.remove(&member.login).ok_or("the staff changed while the folder was read; import it again")?;
                report.logins.push((member.login.clone(), made.password));
                sqlx::query(
                    "INSERT INTO staff (login, name, role, password_hash) VALUES ($1, $2, $3, $4)
                     ON CONFLICT (login) DO UPDATE SET name = excluded.name, role = excluded.role, password_hash = excluded.password_hash, archived = 0",
                )
                .bind(&member.login)
                .bind(&member.name)
                .bind(member.role.name())
                .bind(made.hash)
            }
        };
        query.execute(tx.conn()).await.map_err(super::failed)?;
    }
    for login in known.into_iter().filter(|(_, (_, _, archived))| *archived == 0).map(|(login, _)| login) {
        count.archived += 1;
        for sql in ["DELETE FROM sign_ins WHERE staff_id = (SELECT id FROM staff WHERE login = $1)", "UPDATE staff SET archived = 1 WHERE login = $1"]
        {
            sqlx::query(sql).bind(&login).execute(tx.conn()).await.map_err(super::failed)?;
        }
    }
    report.add("staff", count);
    Ok(())
}

/// Twelve small letters and digits that nobody confuses: 54 bits.
fn new_password() -> String {
    let mut password = String::new();
    while password.len() < 12 {
        // 253 is the largest multiple of 23 that fits a byte; above it some letters would be likelier.
        let letters = random::<32>().into_iter().filter(|byte| *byte < 253).map(|byte| ALPHABET[usize::from(byte) % ALPHABET.len()]);
        password.extend(letters.take(12 - password.len()).map(|letter| char::from(letter.to_ascii_lowercase())));
    }
    password
}

/// Adds logins and passwords to a file that only its owner can read.
pub fn tell(file: &Path, logins: &[(String, String)]) -> Result<(), String> {
    if logins.is_empty() {
        return Ok(());
    }
    let lines: String = logins.iter().map(|(login, password)| format!("{login}\t{password}\n")).collect();
    std::fs::OpenOptions::new()
        .append(true)
        .create(true)
        .mode(0o600)
        .open(file)
        .and_then(|mut open| {
            open.set_permissions(std::fs::Permissions::from_mode(0o600))?;
            open.write_all(lines.as_bytes())
        })
        .map_err(|error| format!("nothing was imported: the passwords of new staff cannot be written to {}: {error}", file.display()))
}

fn json(thing: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(thing).map_err(|error| error.to_string())
}
