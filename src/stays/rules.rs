//! What a stay must be like, how one is searched for, and what a Wi-Fi code says. Pure.

use super::{Why, Wrong};
use crate::base::{Day, Lang};
use std::collections::HashMap;

/// The longest name we keep, in characters.
pub const LONGEST_NAME: usize = 80;
/// The longest reference, in characters.
pub const LONGEST_REFERENCE: usize = 40;
/// The longest number of a profile or e-mail address, in characters.
pub const LONGEST_PERSON: usize = 120;
/// The most people in one room.
pub const MOST_PEOPLE: usize = 12;
/// The most nights in one stay.
pub const MOST_NIGHTS: i64 = 365;
/// Younger children sleep in a cot and need no bed.
const NEEDS_A_BED_FROM: i64 = 2;

/// A form as it was sent.
#[derive(Clone, Debug, Default)]
pub struct StayForm {
    pub reference: String,
    /// The number of the guest's profile, or an e-mail address; may be empty.
    pub person: String,
    pub arrives: String,
    pub departs: String,
    pub lang: String,
    /// By row: `0` is the guest the room is billed to.
    pub names: HashMap<String, String>,
    pub ages: HashMap<String, String>,
}

/// A stay that may be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Empty: to be generated.
    pub reference: String,
    pub person: Option<String>,
    pub arrives: Day,
    pub departs: Day,
    pub lang: Lang,
    /// Names and ages; the first is the lead.
    pub party: Vec<(String, i64)>,
}

/// Collects what is wrong, so that a person hears everything at once.
#[derive(Debug, Default)]
pub struct Faults(pub Vec<Wrong>);

impl Faults {
    pub fn add(&mut self, field: impl Into<String>, why: Why) {
        self.0.push(Wrong { field: field.into(), why });
    }
}

/// Reads a form, or says everything that is wrong with it.
pub fn draft(form: &StayForm, today: Day, offered: &[Lang]) -> Result<Draft, Vec<Wrong>> {
    let mut faults = Faults::default();
    let reference = form.reference.trim().to_owned();
    if reference.chars().count() > LONGEST_REFERENCE {
        faults.add("reference", Why::TooLong(LONGEST_REFERENCE as i64));
    }
    let person = person(&form.person);
    if person.as_ref().is_some_and(|person| person.chars().count() > LONGEST_PERSON) {
        faults.add("person", Why::TooLong(LONGEST_PERSON as i64));
    }
    let dates = dates(&form.arrives, &form.departs, today, &mut faults);
    let lang = lang(&form.lang, offered, &mut faults);
    let party = party(&form.names, &form.ages, &mut faults);
    match (dates, lang) {
        (Some((arrives, departs)), Some(lang)) if faults.0.is_empty() => Ok(Draft { reference, person, arrives, departs, lang, party }),
        _ => Err(faults.0),
    }
}

/// Who stays, so that the same person is found again next year: the number of a profile, or an e-mail address, in
/// small letters and without spaces. Nothing when nothing was given.
pub fn person(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).flat_map(char::to_lowercase).collect();
    Some(text).filter(|text| !text.is_empty())
}

/// The days of a stay. It may have begun, but not be over.
pub fn dates(arrives: &str, departs: &str, today: Day, faults: &mut Faults) -> Option<(Day, Day)> {
    let mut read = |field: &str, text: &str| {
        let text = text.trim();
        let day = Day::parse(text);
        match day {
            None if text.is_empty() => faults.add(field, Why::Missing),
            None => faults.add(field, Why::NotADay),
            Some(_) => {}
        }
        day
    };
    let (arrives, departs) = read("arrives", arrives).zip(read("departs", departs))?;
    let nights = departs.days_since(arrives);
    if nights < 0 {
        faults.add("departs", Why::Backwards);
    } else if nights > MOST_NIGHTS {
        faults.add("departs", Why::TooManyNights(MOST_NIGHTS));
    } else if departs < today {
        faults.add("departs", Why::FarAway);
    } else if arrives.days_since(today) > 2 * 365 {
        faults.add("arrives", Why::FarAway);
    } else {
        return Some((arrives, departs));
    }
    None
}

/// One of the languages the resort offers.
pub fn lang(code: &str, offered: &[Lang], faults: &mut Faults) -> Option<Lang> {
    let lang = code.parse().ok().filter(|lang| offered.contains(lang));
    if lang.is_none() {
        faults.add("lang", Why::NotOffered);
    }
    lang
}

fn party(names: &HashMap<String, String>, ages: &HashMap<String, String>, faults: &mut Faults) -> Vec<(String, i64)> {
    let mut party: Vec<(String, i64)> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    if names.len() > MOST_PEOPLE || ages.len() > MOST_PEOPLE {
        faults.add("names[0]", Why::TooManyPeople(MOST_PEOPLE as i64));
        return party;
    }
    for row in 0..MOST_PEOPLE {
        let text = |column: &HashMap<String, String>| column.get(&row.to_string()).map(|text| tidy(text)).unwrap_or_default();
        let (name, age) = (text(names), text(ages));
        if name.is_empty() && age.is_empty() && row > 0 {
            continue;
        }
        if name.is_empty() {
            faults.add(format!("names[{row}]"), Why::Missing);
        } else if name.chars().count() > LONGEST_NAME {
            faults.add(format!("names[{row}]"), Why::TooLong(LONGEST_NAME as i64));
        } else if seen.contains(&fold(&name)) {
            faults.add(format!("names[{row}]"), Why::NameTwice);
        }
        seen.push(fold(&name));
        match age.parse::<i64>().ok().filter(|age| (0..=120).contains(age)) {
            Some(age) if row == 0 && age < 18 => faults.add("ages[0]", Why::LeadIsAChild),
            Some(age) => party.push((name, age)),
            None if age.is_empty() => faults.add(format!("ages[{row}]"), Why::Missing),
            None => faults.add(format!("ages[{row}]"), Why::NotAnAge),
        }
    }
    party
}

/// A name without spaces around it or doubled inside it, and without characters nobody can see.
pub fn tidy(name: &str) -> String {
    let seen: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many beds a party needs.
pub fn beds(ages: impl IntoIterator<Item = i64>) -> i64 {
    ages.into_iter().filter(|age| *age >= NEEDS_A_BED_FROM).count() as i64
}

/// The first day on which the room is free again: somebody who leaves makes room on the same day; a stay without a
/// night has the room for its day.
pub fn free_from(arrives: Day, departs: Day) -> Day {
    departs.max(arrives.plus(1))
}

/// A text as it is compared in a search: without capitals, in whichever alphabet, and without the marks that people
/// leave out when they type (é, ё, ї; the dots of İ and ı).
pub fn fold(text: &str) -> String {
    text.to_lowercase().to_uppercase().to_lowercase().chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).map(plain).collect()
}

fn plain(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ı' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ğ' => 'g',
        'ş' | 'š' | 'ś' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'ñ' => 'n',
        'ё' => 'е',
        'ї' => 'і',
        'ґ' => 'г',
        'й' => 'и',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        c => c,
    }
}

/// Whether a stay answers to a search: every word of it is found in a name, or begins the room or the reference.
pub fn answers(words: &[String], names: &[String], room: &str, reference: &str) -> bool {
    let (room, reference) = (fold(room), fold(reference));
    words.iter().all(|word| room.starts_with(word) || reference.contains(word) || names.iter().any(|name| fold(name).contains(word)))
}

/// What the log keeps of a stay, in figures that need no language. Nobody's name is in it: it can be looked up for as
/// long as it may be known.
pub fn told(reference: &str, room: &str, (arrives, departs): (Day, Day), lang: Lang) -> String {
    format!("{reference} · {room} · {arrives} – {departs} · {}", lang.code())
}

/// What the QR code of a Wi-Fi says. An empty password means an open network.
pub fn wifi_code(network: &str, password: &str) -> String {
    let escaped = |text: &str| {
        text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
            if matches!(c, '\\' | ';' | ',' | '"' | ':') {
                out.push('\\');
            }
            out.push(c);
            out
        })
    };
    if password.is_empty() {
        format!("WIFI:T:nopass;S:{};;", escaped(network))
    } else {
        format!("WIFI:T:WPA;S:{};P:{};;", escaped(network), escaped(password))
    }
}

/// A password in groups of `size`, as it is easiest to copy by eye.
pub fn grouped(text: &str, size: usize) -> String {
    let characters: Vec<char> = text.chars().collect();
    characters.chunks(size.max(1)).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn form(rows: &[(&str, &str)]) -> StayForm {
        let column = |pick: fn(&(&str, &str)) -> String| rows.iter().enumerate().map(|(row, pair)| (row.to_string(), pick(pair))).collect();
        StayForm {
            person: String::new(),
            reference: String::new(),
            arrives: "2026-11-21".into(),
            departs: "2026-11-28".into(),
            lang: "ru".into(),
            names: column(|pair| pair.0.to_owned()),
            ages: column(|pair| pair.1.to_owned()),
        }
    }

    fn wrongs(form: &StayForm) -> Vec<(String, Why)> {
        draft(form, day("2026-11-21"), &Lang::ALL).unwrap_err().into_iter().map(|wrong| (wrong.field, wrong.why)).collect()
    }

    #[test]
    fn a_whole_form_becomes_a_stay() {
        let read = draft(&form(&[("  Анна \t Петрова ", "36"), ("", ""), ("Лёва Петров", "5")]), day("2026-11-21"), &Lang::ALL).unwrap();
        assert_eq!(read.party, [("Анна Петрова".to_owned(), 36), ("Лёва Петров".to_owned(), 5)]);
        assert_eq!((read.lang, read.departs), (Lang::Ru, day("2026-11-28")));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let mut wrong = form(&[("Anna", "17"), ("anna", "x"), ("", "4"), ("Max", "")]);
        wrong.arrives = "21.11.2026".into();
        wrong.lang = "xx".into();
        let expected = [
            ("arrives", Why::NotADay),
            ("lang", Why::NotOffered),
            ("ages[0]", Why::LeadIsAChild),
            ("names[1]", Why::NameTwice),
            ("ages[1]", Why::NotAnAge),
            ("names[2]", Why::Missing),
            ("ages[3]", Why::Missing),
        ];
        assert_eq!(wrongs(&wrong), expected.map(|(field, why)| (field.to_owned(), why)));
    }

    #[test]
    fn dates_run_forward_and_are_not_over() {
        let why = |arrives: &str, departs: &str| {
            let mut faults = Faults::default();
            let days = dates(arrives, departs, day("2026-11-21"), &mut faults);
            days.map(|_| None).unwrap_or_else(|| faults.0.pop().map(|wrong| wrong.why))
        };
        assert_eq!(why("2026-11-14", "2026-11-21"), None);
        assert_eq!(why("2026-11-21", "2026-11-21"), None);
        assert_eq!(why("2026-11-22", "2026-11-21"), Some(Why::Backwards));
        assert_eq!(why("2026-11-14", "2026-11-20"), Some(Why::FarAway));
        assert_eq!(why("2030-11-14", "2030-11-20"), Some(Why::FarAway));
        assert_eq!(why("2026-11-21", "2027-11-22"), Some(Why::TooManyNights(365)));
        assert_eq!(why("", "2027-11-22"), Some(Why::Missing));
    }

    #[test]
    fn a_search_does_not_care_how_it_was_typed() {
        let finds = |query: &str| {
            let words: Vec<String> = query.split_whitespace().map(fold).collect();
            answers(&words, &["Лёва Петров".into(), "Zeynep Yıldız".into()], "204", "HB-1001")
        };
        for query in ["петров", "ЛЕВА ПЕТ", "yildiz", "YILDIZ", "204", "hb-1001", "1001 лёва", ""] {
            assert!(finds(query), "{query}");
        }
        for query in ["иванов", "04", "204 иванов"] {
            assert!(!finds(query), "{query}");
        }
    }

    #[test]
    fn babies_need_no_bed() {
        assert_eq!(beds([36, 38, 1, 0, 2]), 3);
    }

    #[test]
    fn codes_are_escaped_and_grouped() {
        assert_eq!(wifi_code("Bay; \"guests\"", r"a:b,c\d"), r#"WIFI:T:WPA;S:Bay\; \"guests\";P:a\:b\,c\\d;;"#);
        assert_eq!(wifi_code("Open", ""), "WIFI:T:nopass;S:Open;;");
        assert_eq!(grouped("k7m4xp9td2", 5), "k7m4x p9td2");
    }

    proptest! {
        #[test]
        fn capitals_never_hide_anybody(name in "[a-zA-Zа-яА-ЯёЁіІїЇєЄґҐığüşöçİÄÖÜéÉ' -]{0,30}") {
            prop_assert_eq!(fold(&name.to_uppercase()), fold(&name.to_lowercase()));
            prop_assert_eq!(fold(&fold(&name)), fold(&name));
        }

        #[test]
        fn no_form_breaks_the_reading(rows in prop::collection::vec((".{0,100}", ".{0,6}"), 0..14), arrives in ".{0,12}", departs in "[0-9-]{0,12}") {
            let rows: Vec<(&str, &str)> = rows.iter().map(|(name, age)| (name.as_str(), age.as_str())).collect();
            let mut form = form(&rows);
            form.arrives = arrives;
            form.departs = departs;
            let _ = draft(&form, day("2026-11-21"), &Lang::ALL);
        }

        #[test]
        fn a_wifi_code_can_be_read_back(network in "[ -~]{1,32}", password in "[ -~]{1,63}") {
            let code = wifi_code(&network, &password);
            let mut fields = vec![String::new()];
            let mut characters = code.strip_prefix("WIFI:").unwrap().chars();
            while let Some(c) = characters.next() {
                match c {
                    '\\' => fields.last_mut().unwrap().push(characters.next().unwrap()),
                    ';' => fields.push(String::new()),
                    c => fields.last_mut().unwrap().push(c),
                }
            }
            prop_assert_eq!(&fields[1], &format!("S:{network}"));
            prop_assert_eq!(&fields[2], &format!("P:{password}"));
        }
    }
}
