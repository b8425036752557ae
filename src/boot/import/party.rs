//! The cells of an arrivals file that a person typed: days and parties.

use crate::base::Day;

/// A day as `2026-11-21`, `21.11.2026`, or so many days from today (`-3`, `0`, `+4`).
pub fn day(text: &str, today: Day) -> Option<Day> {
    let text = text.trim();
    if let Some(day) = Day::parse(text) {
        return Some(day);
    }
    let parts: Vec<&str> = text.split('.').collect();
    if let [day, month, year] = parts[..] {
        let number = |text: &str, longest: usize| {
            (!text.is_empty() && text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse::<u32>().ok()).flatten()
        };
        let year = number(year, 4).filter(|year| (1970..=9999).contains(year))?;
        return Day::new(i32::try_from(year).ok()?, number(month, 2)?, number(day, 2)?);
    }
    // Spreadsheets like to turn a hyphen into a minus sign.
    let text = text.replace('\u{2212}', "-");
    let digits = text.strip_prefix(['+', '-']).unwrap_or(&text);
    let plain = !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let days: i64 = plain.then(|| digits.parse().ok()).flatten()?;
    Some(today.plus(if text.starts_with('-') { -days } else { days }))
}

/// `Anna Petrova 34; Max Petrov 7` as names and ages. Semicolons or line breaks separate people; the age may stand in
/// brackets or after a comma.
pub fn party(text: &str) -> Result<Vec<(String, i64)>, String> {
    let mut people: Vec<(String, i64)> = Vec::new();
    for one in text.split([';', '\n', '\r']).map(str::trim).filter(|one| !one.is_empty()) {
        let person = person(one).ok_or_else(|| format!("“{one}” is not a name and an age, such as Anna Petrova 34"))?;
        if people.iter().any(|(name, _)| *name == person.0) {
            return Err(format!("{} is named twice", person.0));
        }
        people.push(person);
    }
    match people.len() {
        0 => Err("names nobody".to_owned()),
        1..=20 => Ok(people),
        count => Err(format!("names {count} people; at most 20 fit")),
    }
}

/// `Max Petrov 1500; Ida Petrova 0; Rose Petrova -` as names and minor units; `-` is as much as they like.
pub fn caps(text: &str) -> Result<Vec<(String, Option<i64>)>, String> {
    let parts = text.split([';', '\n', '\r']).map(str::trim).filter(|one| !one.is_empty());
    parts
        .map(|one| {
            let wrong = || format!("“{one}” is not a name and an amount in minor units, such as Max Petrov 1500, or - for no limit");
            let (name, amount) = one.rsplit_once(char::is_whitespace).ok_or_else(wrong)?;
            let plain = amount.len() <= 9 && amount.bytes().all(|byte| byte.is_ascii_digit());
            let cap = if amount == "-" { None } else { Some(plain.then(|| amount.parse().ok()).flatten().ok_or_else(wrong)?) };
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            if name.is_empty() { Err(wrong()) } else { Ok((name, cap)) }
        })
        .collect()
}

fn person(text: &str) -> Option<(String, i64)> {
    let text = text.trim_end_matches([')', ',', '.']);
    let at = text.rfind(|c: char| c.is_whitespace() || matches!(c, '(' | ','))?;
    let (name, age) = text.split_at(at);
    let age = age.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ','));
    let age = age.bytes().all(|byte| byte.is_ascii_digit()).then(|| age.parse::<i64>().ok()).flatten().filter(|age| *age <= 120)?;
    let name = name.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ',')).split_whitespace().collect::<Vec<_>>().join(" ");
    (!name.is_empty() && name.chars().count() <= 80 && !name.chars().any(char::is_control)).then_some((name, age))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_are_written_in_three_ways() {
        let today = Day::new(2026, 11, 21).unwrap();
        for (text, day_) in [
            ("2026-11-25", "2026-11-25"),
            ("25.11.2026", "2026-11-25"),
            ("5.1.2027", "2027-01-05"),
            ("+4", "2026-11-25"),
            ("4", "2026-11-25"),
            ("0", "2026-11-21"),
            ("-21", "2026-10-31"),
            ("\u{2212}21", "2026-10-31"),
            (" 2026-11-25 ", "2026-11-25"),
        ] {
            assert_eq!(day(text, today).map(|day| day.to_string()).as_deref(), Some(day_), "{text}");
        }
        for text in ["", "x", "+", "-", "31.2.2026", "25.11.26", "11/25/2026", "2026-13-01", "+12345", "--3", "25.11.", "1.1.1.1", "+٣"] {
            assert_eq!(day(text, today), None, "{text}");
        }
    }

    #[test]
    fn a_party_is_names_with_ages() {
        let read = |text: &str| party(text).map(|people| people.iter().map(|(name, age)| format!("{name}={age}")).collect::<Vec<_>>().join("|"));
        assert_eq!(read("Anna Petrova 34; Max Petrov 7").unwrap(), "Anna Petrova=34|Max Petrov=7");
        assert_eq!(read("ليلى حداد 38;\nسامر حداد (42)\r\n\r\nIda, 0;").unwrap(), "ليلى حداد=38|سامر حداد=42|Ida=0");
        assert_eq!(read("Jean  Paul\tO’Brien 5").unwrap(), "Jean Paul O’Brien=5");
        for text in ["", ";", "Anna", "34", "Anna x", "Anna 121", "Anna -3", "A 1; A 2", "Anna 3.5"] {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(read(&(0..21).map(|n| format!("N{n} 3;")).collect::<String>()).is_err());
    }

    #[test]
    fn caps_are_names_with_amounts() {
        let read = |text: &str| caps(text).map(|caps| caps.iter().map(|(name, cap)| format!("{name}={cap:?}")).collect::<Vec<_>>().join("|"));
        assert_eq!(read("Max  Petrov 1500; Ida 0\nRose -").unwrap(), "Max Petrov=Some(1500)|Ida=Some(0)|Rose=None");
        assert_eq!(read("").unwrap(), "");
        for text in ["1500", "Max", "Max -5", "Max 12.50", "Max 1234567890", "Max ٣"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_stands_there_is_read_or_refused(text in "\\PC{0,60}") {
            let _ = party(&text);
            let _ = day(&text, Day::new(2026, 1, 1).unwrap());
        }
    }
}
