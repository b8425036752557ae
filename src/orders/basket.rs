//! The basket as a phone carries it: keys, quantities and answers, never a price. It lives in a cookie so that it works
//! before signing in and without JavaScript, and comes back in the order's form; neither is ever trusted.
//!
//! One line is `offer.option.quantity` followed by `.question=answer` for each answer; lines are parted by `~`. Keys
//! hold only `a-z 0-9 -`, answers are percent-encoded, so that no separator can occur inside.

use super::LONGEST_ANSWER;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many lines a basket holds.
pub const MOST_LINES: usize = 20;
/// How many pieces one line holds.
pub const MOST_PIECES: i64 = 20;
/// How long its text may be, in bytes; browsers keep cookies of 4 KB.
pub const LONGEST_TEXT: usize = 2500;
/// How many questions one line may answer.
const MOST_ANSWERS: usize = 10;

const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_');

/// What the guest wants of one offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Key of the offer.
    pub offer: String,
    /// Key of the option; empty without one.
    pub option: String,
    /// 1 to [`MOST_PIECES`].
    pub quantity: i64,
    /// By question: the number of a choice, from 0, or the guest's own words.
    pub answers: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basket {
    pub lines: Vec<Line>,
}

impl Line {
    pub fn encode(&self) -> String {
        let mut text = format!("{}.{}.{}", self.offer, self.option, self.quantity);
        for (question, answer) in &self.answers {
            text.push_str(&format!(".{question}={}", utf8_percent_encode(answer, KEPT)));
        }
        text
    }

    /// Reads one line; nothing when it could not be one of ours.
    pub fn decode(text: &str) -> Option<Line> {
        let mut parts = text.split('.');
        let (offer, option, quantity) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = !quantity.is_empty() && quantity.len() <= 3 && quantity.bytes().all(|byte| byte.is_ascii_digit());
        let quantity: i64 = quantity.parse().ok().filter(|_| digits)?;
        if !is_key(offer) || !(option.is_empty() || is_key(option)) || !(1..=MOST_PIECES).contains(&quantity) {
            return None;
        }
        let mut answers = BTreeMap::new();
        for part in parts {
            let (question, answer) = part.split_once('=')?;
            let answer = percent_decode_str(answer).decode_utf8().ok()?.into_owned();
            let fits = is_key(question) && !answer.is_empty() && answer.chars().count() <= LONGEST_ANSWER && answers.len() < MOST_ANSWERS;
            if !fits || answers.insert(question.to_owned(), answer).is_some() {
                return None;
            }
        }
        Some(Line { offer: offer.to_owned(), option: option.to_owned(), quantity, answers })
    }

    /// The same thing, whatever the quantity.
    fn is_like(&self, other: &Line) -> bool {
        self.offer == other.offer && self.option == other.option && self.answers == other.answers
    }
}

impl Basket {
    pub fn encode(&self) -> String {
        self.lines.iter().map(Line::encode).collect::<Vec<_>>().join("~")
    }

    /// Reads a cookie: what cannot be read is left out.
    pub fn decode(text: &str) -> Basket {
        let mut basket = Basket::default();
        for line in text.split('~').take(MOST_LINES).filter_map(Line::decode) {
            basket.add(line);
        }
        basket
    }

    /// Reads a form: all of it, or nothing.
    pub fn read(text: &str) -> Option<Basket> {
        if text.is_empty() {
            return Some(Basket::default());
        }
        let lines: Vec<Line> = text.split('~').take(MOST_LINES + 1).map(Line::decode).collect::<Option<_>>()?;
        (lines.len() <= MOST_LINES).then_some(Basket { lines })
    }

    /// Adds to a line, or a new line. A line never holds more than [`MOST_PIECES`].
    pub fn add(&mut self, line: Line) {
        match self.lines.iter_mut().find(|one| one.is_like(&line)) {
            Some(one) => one.quantity = (one.quantity + line.quantity).min(MOST_PIECES),
            None => self.lines.push(line),
        }
    }

    /// Gives a line another quantity; 0 takes it out.
    pub fn set(&mut self, line: Line) {
        if line.quantity <= 0 {
            self.lines.retain(|one| !one.is_like(&line));
        } else if let Some(one) = self.lines.iter_mut().find(|one| one.is_like(&line)) {
            one.quantity = line.quantity.min(MOST_PIECES);
        } else {
            self.lines.push(line);
        }
    }

    /// Whether a phone can carry it.
    pub fn fits(&self) -> bool {
        self.lines.len() <= MOST_LINES && self.encode().len() <= LONGEST_TEXT
    }

    pub fn pieces(&self) -> i64 {
        self.lines.iter().map(|line| line.quantity).sum()
    }

    /// How many pieces of one offer, whatever the option.
    pub fn pieces_of(&self, offer: &str) -> i64 {
        self.lines.iter().filter(|line| line.offer == offer).map(|line| line.quantity).sum()
    }
}

fn is_key(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line() -> impl Strategy<Value = Line> {
        let answers = prop::collection::btree_map("[a-z0-9-]{1,40}", any::<String>(), 0..4).prop_map(|map| {
            map.into_iter().map(|(k, v)| (k, v.chars().take(LONGEST_ANSWER).collect::<String>())).filter(|(_, v)| !v.is_empty()).collect()
        });
        ("[a-z0-9-]{1,40}", "[a-z0-9-]{0,40}", 1..=MOST_PIECES, answers).prop_map(|(offer, option, quantity, answers)| Line {
            offer,
            option,
            quantity,
            answers,
        })
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_back(lines in prop::collection::vec(line(), 0..MOST_LINES)) {
            let mut basket = Basket::default();
            for line in lines {
                basket.add(line);
            }
            let text = basket.encode();
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~=%".contains(&byte)), "{}", text);
            prop_assert_eq!(Basket::decode(&text), basket.clone());
            prop_assert_eq!(Basket::read(&text), Some(basket));
        }

        #[test]
        fn garbage_never_panics(text in any::<String>()) {
            let basket = Basket::decode(&text);
            prop_assert!(basket.lines.len() <= MOST_LINES);
            if let Some(read) = Basket::read(&text) {
                prop_assert_eq!(Basket::read(&read.encode()), Some(read));
            }
        }

        #[test]
        fn near_garbage_never_panics(text in "[a-z.~=%0-9-]{0,80}") {
            for line in Basket::decode(&text).lines {
                prop_assert!((1..=MOST_PIECES).contains(&line.quantity));
            }
        }
    }

    #[test]
    fn a_form_is_read_strictly() {
        assert_eq!(Basket::read("juice.mango.2~tea..1").map(|basket| basket.lines.len()), Some(2));
        for text in [
            "juice",
            "juice.mango.0",
            "juice.mango.21",
            "juice.mango.-1",
            "juice.mango.+1",
            "JUICE..1",
            "juice..1~",
            "juice..1.ice=%ff",
            "juice..1.ice=",
        ] {
            assert_eq!(Basket::read(text), None, "{text}");
        }
        let many = vec!["tea..1"; 21].join("~");
        assert_eq!(Basket::read(&many), None);
    }

    #[test]
    fn lines_are_added_up_and_taken_out() {
        let mut basket = Basket::decode("juice.mango.2~juice.orange.1");
        basket.add(Line::decode("juice.mango.19").unwrap());
        assert_eq!(basket.encode(), "juice.mango.20~juice.orange.1");
        basket.set(Line { quantity: 0, ..Line::decode("juice.mango.1").unwrap() });
        assert_eq!(basket.encode(), "juice.orange.1");
        assert_eq!((basket.pieces(), basket.pieces_of("juice"), basket.pieces_of("tea")), (1, 1, 0));
    }
}
