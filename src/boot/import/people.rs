//! `rooms.csv` and `staff.csv`.

use super::files::Folder;
use super::table::rows;
use crate::people::Role;
use std::collections::BTreeSet;

/// A line of `rooms.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    pub number: String,
    pub building: String,
    pub floor: i64,
    pub sleeps: i64,
}

/// A line of `staff.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub login: String,
    pub name: String,
    pub role: Role,
}

pub fn rooms(folder: &Folder<'_>) -> Vec<Room> {
    let Some(text) = folder.text("rooms.csv") else { return Vec::new() };
    let mut taken = BTreeSet::new();
    let rows = rows(&text, "rooms.csv", &["number", "building", "floor", "sleeps"], &[], true, folder.problems);
    rows.iter()
        .map(|row| {
            let number = row.text("number", 12);
            if !number.is_empty() && !taken.insert(number.clone()) {
                row.problem("number", format!("room {number} stands there twice"));
            }
            Room { number, building: row.text("building", 60), floor: row.number("floor", -20..=200), sleeps: row.number("sleeps", 1..=12) }
        })
        .collect()
}

pub fn staff(folder: &Folder<'_>) -> Vec<Member> {
    let Some(text) = folder.text("staff.csv") else { return Vec::new() };
    let mut taken = BTreeSet::new();
    let rows = rows(&text, "staff.csv", &["login", "name", "role"], &[], true, folder.problems);
    rows.iter()
        .map(|row| {
            let login = row.text("login", 40);
            let plain = login.len() >= 2 && login.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, b'-' | b'.' | b'_'));
            if !login.is_empty() && !plain {
                row.problem("login", "must be 2 to 40 characters of a-z, 0-9, -, . and _");
            } else if !login.is_empty() && !taken.insert(login.clone()) {
                row.problem("login", format!("{login} stands there twice"));
            }
            let role = Role::parse(row.cell("role"));
            if role.is_none() {
                row.problem("role", "must be desk, service or manager");
            }
            Member { login, name: row.text("name", 80), role: role.unwrap_or(Role::Service) }
        })
        .collect()
}
