//! Who pays, as a provider is told besides the amount and the lines of the receipt. It is written down with the payment,
//! because the payment's key stands for exactly this: told again, it must be the same to the letter (RULES I1).

use super::ReceiptLine;
use crate::base::Lang;
use crate::catalog::shelf::Fiscal;
use serde::{Deserialize, Serialize};

/// The JSON of `payments.buyer`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buyer {
    pub lang: Lang,
    /// Where the guest's receipt goes, when that is known.
    pub contact: Option<Contact>,
    /// The desk's e-mail address, where it goes otherwise.
    pub desk: String,
    pub fiscal: Fiscal,
}

/// Where somebody can be written to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contact {
    Email(String),
    /// Country code and number, digits only.
    Phone(String),
}

impl Contact {
    /// Reads what a guest wrote about themselves. Nothing when it is neither an e-mail address nor a number that can be
    /// dialled from anywhere.
    pub fn parse(text: &str) -> Option<Contact> {
        let text = text.trim();
        if is_email(text) {
            return Some(Contact::Email(text.to_owned()));
        }
        let number = text.strip_prefix('+')?;
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let dialled = number.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '.'));
        (dialled && (10..=15).contains(&digits.len()) && !digits.starts_with('0')).then_some(Contact::Phone(digits))
    }
}

/// Only the plain form: a provider refuses a payment with an address it does not like.
pub fn is_email(text: &str) -> bool {
    let Some((user, host)) = text.split_once('@') else { return false };
    let user_fits = (1..=64).contains(&user.len())
        && user.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte))
        && user.split('.').all(|part| !part.is_empty());
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let top = host.rsplit('.').next().unwrap_or_default();
    user_fits
        && host.len() <= 190
        && host.contains('.')
        && host.split('.').all(label)
        && top.len() >= 2
        && top.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// What is paid for, in a few words: each title once.
pub fn titles(lines: &[ReceiptLine], lang: Lang) -> String {
    let mut titles: Vec<&str> = Vec::new();
    for line in lines {
        let title = line.title.get(lang);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.join(", ")
}

/// The beginning of a text, at most so many characters; what was cut off ends with an ellipsis.
pub fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let start: String = text.chars().take(longest.saturating_sub(1)).collect();
    format!("{}…", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_written_to_is_a_contact() {
        let email = |text: &str| Some(Contact::Email(text.to_owned()));
        assert_eq!(Contact::parse(" anna.k+bay@mail.example.org "), email("anna.k+bay@mail.example.org"));
        assert_eq!(Contact::parse("+7 (921) 555-01-40"), Some(Contact::Phone("79215550140".to_owned())));
        for neither in ["", "room 14", "@anna", "anna@", "anna@host", "a b@host.example", "anna@host.1", "анна@host.example", "a..b@host.example"]
        {
            assert_eq!(Contact::parse(neither), None, "{neither}");
        }
        for number in ["921 555 01 40", "+0 921 555 01 40", "+7 921", "+7 921 555 01 40 ext. 5", "+"] {
            assert_eq!(Contact::parse(number), None, "{number}");
        }
    }

    #[test]
    fn a_long_text_is_cut_between_letters() {
        assert_eq!(shortened("Прогулка", 8), "Прогулка");
        assert_eq!(shortened("Прогулка на лодке", 10), "Прогулка…");
        assert_eq!(shortened("Прогулка на лодке", 10).chars().count(), 9);
    }
}
