//! Reading a TOML file field by field, keeping the line of every value and noticing what nobody asked for.
//!
//! Every way of asking gives a value back; when there is none that can be used, a problem goes on the list and
//! something empty is given instead.

use super::files::Folder;
use super::problems::line_at;
use crate::base::{Day, Lang, Texts, WallTime};
use crate::catalog::shelf::Weekday;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use toml::de::{DeTable, DeValue};

/// One file: whose lines are counted and whose problems are listed.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    pub folder: &'a Folder<'a>,
    pub file: &'a str,
    pub text: &'a str,
    /// The languages every text must be in; empty as long as nobody knows.
    pub languages: &'a [Lang],
}

impl<'a> Sheet<'a> {
    fn problem(&self, offset: usize, field: &str, text: impl Into<String>) {
        self.folder.problems.add(self.file, line_at(self.text.as_bytes(), offset), field, text);
    }
}

/// Reads a file's text and hands its outermost table on. Nothing is handed on when it is not TOML.
pub fn read<T>(sheet: Sheet<'_>, work: impl FnOnce(&Table<'_>) -> T) -> Option<T> {
    let (root, errors) = DeTable::parse_recoverable(sheet.text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        sheet.problem(at, "", format!("cannot be read: {}", error.message().lines().collect::<Vec<_>>().join("; ")));
    }
    if !errors.is_empty() {
        return None;
    }
    let table = Table { sheet, map: root.get_ref(), at: 0, path: String::new(), asked: RefCell::default() };
    let done = work(&table);
    table.finish();
    Some(done)
}

/// A table, and which of its fields were asked for.
pub struct Table<'a> {
    sheet: Sheet<'a>,
    map: &'a DeTable<'a>,
    at: usize,
    path: String,
    asked: RefCell<BTreeSet<&'static str>>,
}

/// A value and where it stands.
pub struct Value<'a> {
    sheet: Sheet<'a>,
    value: &'a DeValue<'a>,
    at: usize,
    path: String,
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

impl<'a> Table<'a> {
    /// Puts a problem of the whole table on the list.
    pub fn problem(&self, text: impl Into<String>) {
        self.sheet.problem(self.at, &self.path, text);
    }

    /// Puts a problem of one field on the list, in the field's line if it is there.
    pub fn problem_of(&self, name: &'static str, text: impl Into<String>) {
        let at = self.map.iter().find(|(key, _)| key.get_ref() == name).map_or(self.at, |(key, _)| key.span().start);
        self.sheet.problem(at, &join(&self.path, name), text);
    }

    /// A field that may be left out.
    pub fn may(&self, name: &'static str) -> Option<Value<'a>> {
        self.asked.borrow_mut().insert(name);
        let (key, value) = self.map.iter().find(|(key, _)| key.get_ref() == name)?;
        Some(Value { sheet: self.sheet, value: value.get_ref(), at: key.span().start, path: join(&self.path, name) })
    }

    /// A field that must be there.
    pub fn need(&self, name: &'static str) -> Option<Value<'a>> {
        let value = self.may(name);
        if value.is_none() {
            self.sheet.problem(self.at, &join(&self.path, name), "is missing");
        }
        value
    }

    /// Lists the fields that nobody asked for.
    pub fn finish(&self) {
        for (key, _) in self.map {
            if !self.asked.borrow().contains(key.get_ref().as_ref()) {
                self.sheet.problem(key.span().start, &join(&self.path, key.get_ref()), "is not a field that is known here");
            }
        }
    }

    pub fn key(&self, name: &'static str) -> String {
        self.need(name).and_then(|value| value.key()).unwrap_or_default()
    }

    /// A key that nothing else in `taken` has.
    pub fn own_key(&self, taken: &mut BTreeSet<String>) -> String {
        let key = self.key("key");
        if !key.is_empty() && !taken.insert(key.clone()) {
            self.problem_of("key", format!("{key} is the key of another one already"));
        }
        key
    }

    pub fn text(&self, name: &'static str, longest: usize) -> String {
        self.need(name).and_then(|value| value.text(longest)).unwrap_or_default()
    }

    pub fn texts(&self, name: &'static str, longest: usize) -> Texts {
        self.need(name).map(|value| value.texts(longest)).unwrap_or_default()
    }

    pub fn number(&self, name: &'static str, range: RangeInclusive<i64>) -> i64 {
        self.need(name).and_then(|value| value.number(range)).unwrap_or_default()
    }

    pub fn number_or(&self, name: &'static str, range: RangeInclusive<i64>, default: i64) -> i64 {
        self.may(name).map_or(Some(default), |value| value.number(range)).unwrap_or(default)
    }

    pub fn decimal(&self, name: &'static str, range: RangeInclusive<f64>) -> f64 {
        self.need(name).and_then(|value| value.decimal(range)).unwrap_or_default()
    }

    pub fn truth(&self, name: &'static str) -> bool {
        self.may(name).and_then(|value| value.truth()).unwrap_or_default()
    }

    pub fn time(&self, name: &'static str) -> WallTime {
        self.need(name).and_then(|value| value.time()).unwrap_or(WallTime(0))
    }

    /// Left out: empty, which is every day.
    pub fn days(&self) -> Vec<Weekday> {
        self.may("days").map(|value| value.days()).unwrap_or_default()
    }

    pub fn picture(&self, name: &'static str) -> String {
        self.need(name).and_then(|value| value.picture()).unwrap_or_default()
    }

    /// A number to dial.
    pub fn phone(&self, name: &'static str) -> String {
        self.need(name).and_then(|value| value.phone()).unwrap_or_default()
    }

    /// The tables of a list that may be left out, each handed on in turn.
    pub fn tables<T>(&self, name: &'static str, work: impl FnMut(&Table<'a>) -> T) -> Vec<T> {
        self.may(name).map(|value| value.tables(work)).unwrap_or_default()
    }

    /// A table that may be left out.
    pub fn may_table<T>(&self, name: &'static str, work: impl FnOnce(&Table<'a>) -> T) -> Option<T> {
        let table = self.may(name)?.table()?;
        let done = work(&table);
        table.finish();
        Some(done)
    }

    /// A table that must be there.
    pub fn table<T>(&self, name: &'static str, work: impl FnOnce(&Table<'a>) -> T) -> Option<T> {
        let value = self.need(name)?;
        let table = value.table()?;
        let done = work(&table);
        table.finish();
        Some(done)
    }
}

impl<'a> Value<'a> {
    pub fn problem(&self, text: impl Into<String>) {
        self.sheet.problem(self.at, &self.path, text);
    }

    fn must_be<T>(&self, what: &str) -> Option<T> {
        self.problem(format!("must be {what}, not {}", kind(self.value)));
        None
    }

    /// Text that is not empty, without white space around it.
    pub fn text(&self, longest: usize) -> Option<String> {
        let Some(text) = self.value.as_str() else { return self.must_be("a text in quotes") };
        let text = text.trim();
        if text.is_empty() {
            self.problem("is empty");
            return None;
        }
        let length = text.chars().count();
        if length > longest {
            self.problem(format!("has {length} characters; at most {longest} fit"));
            return None;
        }
        if text.chars().any(|c| c.is_control() && c != '\n') {
            self.problem("holds a control character");
            return None;
        }
        Some(text.to_owned())
    }

    pub fn texts(&self, longest: usize) -> Texts {
        let mut texts = Texts::default();
        let Some(table) = self.table() else { return texts };
        for (code, value) in table.map {
            let value = Value { sheet: self.sheet, value: value.get_ref(), at: code.span().start, path: join(&self.path, code.get_ref()) };
            let Ok(lang) = code.get_ref().parse::<Lang>() else {
                value.problem("is none of the languages en, ru, uk, de, tr, ar");
                continue;
            };
            // A language the resort does not offer may stay in the files; it is left aside.
            if (self.sheet.languages.is_empty() || self.sheet.languages.contains(&lang))
                && let Some(text) = value.text(longest)
            {
                texts.0.insert(lang, text);
            }
        }
        for lang in self.sheet.languages {
            if !table.map.iter().any(|(code, _)| code.get_ref() == lang.code()) {
                self.sheet.problem(self.at, &join(&self.path, lang.code()), "is missing");
            }
        }
        texts
    }

    pub fn key(&self) -> Option<String> {
        let text = self.text(40)?;
        if is_key(&text) {
            return Some(text);
        }
        self.problem("must be 2 to 40 characters of a-z, 0-9 and -");
        None
    }

    pub fn number(&self, range: RangeInclusive<i64>) -> Option<i64> {
        let Some(integer) = self.value.as_integer() else { return self.must_be("a whole number") };
        match i64::from_str_radix(integer.as_str(), integer.radix()) {
            Ok(number) if range.contains(&number) => Some(number),
            _ => {
                self.problem(format!("must be from {} to {}", range.start(), range.end()));
                None
            }
        }
    }

    pub fn decimal(&self, range: RangeInclusive<f64>) -> Option<f64> {
        let number = match self.value {
            DeValue::Float(float) => float.as_str().parse::<f64>().ok(),
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().parse::<f64>().ok(),
            _ => return self.must_be("a number"),
        };
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            self.problem(format!("must be from {} to {}", range.start(), range.end()));
        }
        number
    }

    pub fn truth(&self) -> Option<bool> {
        let truth = self.value.as_bool();
        if truth.is_some() { truth } else { self.must_be("true or false") }
    }

    pub fn time(&self) -> Option<WallTime> {
        let time = self.value.as_str().and_then(WallTime::parse);
        if time.is_none() {
            self.problem("must be a time in quotes, from \"00:00\" to \"23:59\"");
        }
        time
    }

    pub fn day(&self) -> Option<Day> {
        let day = match self.value {
            DeValue::String(text) => Day::parse(text),
            // A bare date is what TOML itself calls a date.
            DeValue::Datetime(date) => Day::parse(&date.to_string()),
            _ => None,
        };
        if day.is_none() {
            self.problem("must be a day, such as \"2026-12-31\"");
        }
        day
    }

    fn days(&self) -> Vec<Weekday> {
        let mut days = Vec::new();
        let list = self.list();
        if list.is_empty() {
            self.problem("names no day; leave it out for every day");
        }
        for value in list {
            let day = match value.value.as_str() {
                Some("mo") => Weekday::Mo,
                Some("tu") => Weekday::Tu,
                Some("we") => Weekday::We,
                Some("th") => Weekday::Th,
                Some("fr") => Weekday::Fr,
                Some("sa") => Weekday::Sa,
                Some("su") => Weekday::Su,
                _ => {
                    value.problem("must be one of \"mo\" \"tu\" \"we\" \"th\" \"fr\" \"sa\" \"su\"");
                    continue;
                }
            };
            if days.contains(&day) {
                value.problem("names the same day twice");
            } else {
                days.push(day);
            }
        }
        days
    }

    fn picture(&self) -> Option<String> {
        let path = self.text(200)?;
        self.sheet.folder.picture(&path).map_err(|fault| self.problem(fault)).ok()
    }

    pub fn phone(&self) -> Option<String> {
        let phone = self.text(30)?;
        let digits = phone.chars().filter(char::is_ascii_digit).count();
        let fits =
            digits >= 2 && phone.char_indices().all(|(at, c)| c.is_ascii_digit() || (c == '+' && at == 0) || matches!(c, ' ' | '-' | '(' | ')'));
        if !fits {
            self.problem("must be a number to dial, such as \"+20 65 555 0140\"");
        }
        fits.then_some(phone)
    }

    /// One of a few words.
    pub fn one_of<T: Copy>(&self, words: &[(&str, T)]) -> Option<T> {
        let found = self.value.as_str().and_then(|text| words.iter().find(|(word, _)| *word == text));
        if found.is_none() {
            let names: Vec<String> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
            self.problem(format!("must be one of {}", names.join(" ")));
        }
        found.map(|(_, value)| *value)
    }

    pub fn is_list(&self) -> bool {
        self.value.is_array()
    }

    /// The values of a list.
    pub fn list(&self) -> Vec<Value<'a>> {
        let Some(array) = self.value.as_array() else { return self.must_be("a list in [ ]").unwrap_or_default() };
        array
            .iter()
            .enumerate()
            .map(|(index, value)| Value {
                sheet: self.sheet,
                value: value.get_ref(),
                at: value.span().start,
                path: format!("{}.{}", self.path, label(value.get_ref(), index)),
            })
            .collect()
    }

    /// The tables of a list, each handed on in turn.
    pub fn tables<T>(&self, mut work: impl FnMut(&Table<'a>) -> T) -> Vec<T> {
        let list = self.list();
        list.iter()
            .filter_map(|value| {
                let table = value.table()?;
                let done = work(&table);
                table.finish();
                Some(done)
            })
            .collect()
    }

    fn table(&self) -> Option<Table<'a>> {
        match self.value.as_table() {
            Some(map) => Some(Table { sheet: self.sheet, map, at: self.at, path: self.path.clone(), asked: RefCell::default() }),
            None => self.must_be("a table, such as { … }"),
        }
    }
}

/// How an element of a list is called: by its key, or counted from 1.
fn label(value: &DeValue<'_>, index: usize) -> String {
    let key = value.get("key").and_then(|key| key.get_ref().as_str()).filter(|key| is_key(key));
    key.map_or_else(|| (index + 1).to_string(), str::to_owned)
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// Whether a text can be a key.
pub fn is_key(text: &str) -> bool {
    (2..=40).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
