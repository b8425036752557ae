//! The login on a slip: nine characters out of 23 that nobody confuses, the last one a check character.
//!
//! The check is a weighted sum modulo the prime 23: with a prime as large as the alphabet and weights that differ
//! and are never 0 modulo it, every single wrong character and every swap of neighbours changes the sum.
//! A login may be typed in small letters, with spaces, on a Cyrillic keyboard, or copied in Cyrillic letters that
//! look Latin; the check tells which reading was meant.

/// No B/8, S/5, Z/2, G/6, O/Q/0, I/L/1, U/V/Y.
pub const ALPHABET: &[u8; 23] = b"23456789ACDEFHJKMNPRTWX";
/// Characters of a login, the check included.
pub const LENGTH: usize = 9;

/// How a login was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// In capitals, without spaces.
    pub login: String,
    /// It was typed with a Cyrillic keyboard layout, or in Cyrillic letters.
    pub layout: bool,
}

/// A login made of eight numbers, each taken modulo the alphabet.
pub fn compose(free: [u8; LENGTH - 1]) -> String {
    let mut login: String = free.iter().map(|n| char::from(ALPHABET[usize::from(*n) % ALPHABET.len()])).collect();
    let check = check_character(&login).unwrap_or('2');
    login.push(check);
    login
}

/// Reads what a person typed. `None` when no reading of it is a login.
pub fn read(typed: &str) -> Option<Reading> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2013}' | '\u{2014}' | '.')).take(LENGTH * 2).collect();
    let plain = typed.to_uppercase();
    if is_login(&plain) {
        return Some(Reading { login: plain, layout: false });
    }
    [to_latin_keys(&typed).to_uppercase(), look_alikes(&plain)]
        .into_iter()
        .find(|reading| is_login(reading))
        .map(|login| Reading { login, layout: true })
}

/// `K7M4XP9TD` as "K7M 4XP 9TD".
pub fn grouped(login: &str) -> String {
    let mut out = String::with_capacity(login.len() + 3);
    for (index, c) in login.chars().enumerate() {
        if index > 0 && index % 3 == 0 {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// Whether it has the right length, letters and check character.
pub fn is_login(text: &str) -> bool {
    text.len() == LENGTH && text.is_ascii() && check_character(&text[..LENGTH - 1]) == text.chars().last()
}

fn check_character(free: &str) -> Option<char> {
    let mut sum = 0;
    for (index, c) in free.bytes().enumerate() {
        sum += (index + 2) * ALPHABET.iter().position(|letter| *letter == c)?;
    }
    // The check character has weight 1, and the whole sum is 0 modulo 23.
    let check = (ALPHABET.len() - sum % ALPHABET.len()) % ALPHABET.len();
    Some(char::from(ALPHABET[check]))
}

const LATIN_KEYS: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN_KEYS: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";
const UKRAINIAN_KEYS: &str = "йцукенгшщзхїфівапролджєячсмитьбюґ";

/// The keys that were pressed, as a Latin keyboard would have read them. Digits of other scripts become ours.
pub fn to_latin_keys(typed: &str) -> String {
    typed
        .chars()
        .map(|c| {
            let small = c.to_lowercase().next().unwrap_or(c);
            let key = [RUSSIAN_KEYS, UKRAINIAN_KEYS]
                .iter()
                .find_map(|keys| keys.chars().position(|key| key == small))
                .and_then(|position| LATIN_KEYS.chars().nth(position));
            match key {
                Some(key) if c.is_uppercase() => key.to_ascii_uppercase(),
                Some(key) => key,
                None => digit(c),
            }
        })
        .collect()
}

/// The same keys on a Russian or Ukrainian keyboard: the inverse of [`to_latin_keys`].
pub fn to_cyrillic_keys(typed: &str, ukrainian: bool) -> String {
    let keys = if ukrainian { UKRAINIAN_KEYS } else { RUSSIAN_KEYS };
    typed
        .chars()
        .map(|c| {
            let position = LATIN_KEYS.chars().position(|key| key == c.to_ascii_lowercase());
            match position.and_then(|position| keys.chars().nth(position)) {
                Some(key) if c.is_ascii_uppercase() => key.to_uppercase().next().unwrap_or(key),
                Some(key) => key,
                None => c,
            }
        })
        .collect()
}

/// Whether somebody types with a Cyrillic keyboard.
pub fn has_cyrillic(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}'))
}

/// Cyrillic letters drawn like Latin ones, as when a login is copied by eye.
fn look_alikes(typed: &str) -> String {
    typed
        .chars()
        .map(|c| match c {
            'А' => 'A',
            'С' => 'C',
            'Е' => 'E',
            'Н' => 'H',
            'К' => 'K',
            'М' => 'M',
            'Р' => 'P',
            'Т' => 'T',
            'Х' => 'X',
            'З' => '3',
            'Ј' => 'J',
            other => digit(other),
        })
        .collect()
}

/// Arabic-Indic and Persian digits are read as ours.
fn digit(c: char) -> char {
    match c {
        '\u{660}'..='\u{669}' => char::from(b'0' + (c as u32 - 0x660) as u8),
        '\u{6f0}'..='\u{6f9}' => char::from(b'0' + (c as u32 - 0x6f0) as u8),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_single_wrong_character_is_caught(free: [u8; 8], at in 0..LENGTH, other in 0..23usize) {
            let login = compose(free);
            let mut wrong = login.clone().into_bytes();
            prop_assume!(wrong[at] != ALPHABET[other]);
            wrong[at] = ALPHABET[other];
            prop_assert!(!is_login(&String::from_utf8(wrong).unwrap()));
        }

        #[test]
        fn every_swap_of_neighbours_is_caught(free: [u8; 8], at in 0..LENGTH - 1) {
            let login = compose(free);
            let mut swapped = login.clone().into_bytes();
            prop_assume!(swapped[at] != swapped[at + 1]);
            swapped.swap(at, at + 1);
            prop_assert!(!is_login(&String::from_utf8(swapped).unwrap()));
        }

        #[test]
        fn a_login_is_understood_however_it_is_typed(free: [u8; 8], ukrainian: bool) {
            let login = compose(free);
            prop_assert_eq!(read(&login), Some(Reading { login: login.clone(), layout: false }));
            prop_assert_eq!(read(&grouped(&login.to_lowercase())).unwrap().login, login.clone());
            let typed = to_cyrillic_keys(&login.to_lowercase(), ukrainian);
            let layout = typed != login.to_lowercase();
            prop_assert_eq!(read(&typed), Some(Reading { login, layout }));
        }

        #[test]
        fn layout_repair_gives_back_what_was_meant(text in "[a-zA-Z0-9\\[\\];',.`]{0,40}", ukrainian: bool) {
            // The keys of [ ] ; ' , . ` have no capital of their own on a Latin keyboard.
            prop_assert_eq!(to_latin_keys(&to_cyrillic_keys(&text, ukrainian)), text);
        }

        #[test]
        fn nothing_typed_can_break_the_reading(text in ".{0,60}") {
            let _ = read(&text);
        }
    }

    #[test]
    fn look_alikes_and_other_digits_are_understood() {
        let login = (0..255).map(|n| compose([n, 8, 9, 11, 13, 15, 16, 18])).find(|l| l.starts_with('A')).unwrap();
        let cyrillic: String = login
            .chars()
            .map(|c| match c {
                'A' => 'А',
                'C' => 'С',
                'E' => 'Е',
                'H' => 'Н',
                'K' => 'К',
                'M' => 'М',
                'P' => 'Р',
                'T' => 'Т',
                'X' => 'Х',
                c => c,
            })
            .collect();
        assert_eq!(read(&cyrillic).unwrap().login, login);
    }
}
