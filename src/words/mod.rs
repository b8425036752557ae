//! What we say, per language; dates and money as people read them.
//!
//! Sentences are Fluent files in `locales/`. The build script turns the English ones into typed functions on
//! [`Words`] (`book-places-left = …` becomes `words.book_places_left(n)`) and every language into one compact text.
//! The server holds all of them, a page only its own, handed over before hydration. Read this file, then
//! `plural.rs`, then `dates.rs` and `money.rs`.

mod dates;
mod money;
mod plural;

pub use money::Coin;

use crate::base::Lang;
use leptos::prelude::expect_context;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/sentences.rs"));

/// The sentences of one language: a handle as small as two words, free to copy into every closure of a view.
#[derive(Clone, Copy)]
pub struct Words {
    pub lang: Lang,
    lines: &'static [&'static str],
}

enum Filling<'a> {
    Text(&'a str),
    Count(i64),
}

/// The words of the page that is being drawn.
pub fn use_words() -> Words {
    expect_context::<Words>()
}

impl Words {
    /// The words of a language; on the server, where all of them are at hand.
    #[cfg(feature = "ssr")]
    pub fn of(lang: Lang) -> Words {
        static TABLES: [OnceLock<Vec<&'static str>>; 6] = [const { OnceLock::new() }; 6];
        let lines = TABLES[lang as usize].get_or_init(|| source(lang).lines().collect());
        Words { lang, lines }
    }

    /// The words that came with the page. A page of the cabinet carries no sentence of the console; asking for
    /// one gives an empty line, never a fault.
    pub fn from_page(lang: Lang, text: String) -> Words {
        static LINES: OnceLock<Vec<&'static str>> = OnceLock::new();
        let text: &'static str = Box::leak(text.into_boxed_str());
        Words { lang, lines: LINES.get_or_init(|| text.lines().collect()) }
    }

    fn line(self, index: usize) -> &'static str {
        self.lines.get(index).copied().unwrap_or_default()
    }

    fn fill(self, index: usize, fillings: &[Filling]) -> String {
        let pattern = self.line(index);
        let mut out = String::with_capacity(pattern.len() + 24);
        self.walk(pattern, fillings, &mut out);
        out
    }

    /// Writes a pattern with its arguments; the marks are those of `encode` in build.rs.
    fn walk<'p>(self, mut pattern: &'p str, fillings: &[Filling], out: &mut String) -> &'p str {
        while let Some(mark) = pattern.find(['\u{1}', '\u{2}', '\u{4}', '\u{6}']) {
            out.push_str(&pattern[..mark]);
            let sign = pattern.as_bytes()[mark];
            pattern = &pattern[mark + 1..];
            match sign {
                1 => {
                    self.put(fillings.get(letter(pattern)), out);
                    pattern = &pattern[1..];
                }
                2 => {
                    let filling = fillings.get(letter(pattern));
                    pattern = self.select(&pattern[1..], filling, fillings, out);
                }
                6 => out.push('\n'),
                _ => return pattern,
            }
        }
        out.push_str(pattern);
        ""
    }

    fn select<'p>(self, mut pattern: &'p str, by: Option<&Filling>, fillings: &[Filling], out: &mut String) -> &'p str {
        let mut chosen = false;
        let mut unused = String::new();
        while !pattern.is_empty() && !pattern.starts_with('\u{5}') {
            let (key, rest) = pattern.split_once('\u{3}').unwrap_or((pattern, ""));
            let last = self.walk(rest, fillings, &mut unused).starts_with('\u{5}');
            unused.clear();
            let fits = match by {
                Some(Filling::Count(n)) => key == plural::form(self.lang, *n) || key.parse() == Ok(*n),
                Some(Filling::Text(text)) => key == *text,
                None => false,
            };
            let into = if !chosen && (fits || last) { &mut *out } else { &mut unused };
            pattern = self.walk(rest, fillings, into);
            chosen = chosen || fits;
            unused.clear();
        }
        pattern.strip_prefix('\u{5}').unwrap_or(pattern)
    }

    /// Names and other foreign text inside a right-to-left sentence are isolated, so that a Latin name does not
    /// turn the words around it.
    fn put(self, filling: Option<&Filling>, out: &mut String) {
        match filling {
            Some(Filling::Text(text)) if self.lang.is_rtl() => {
                out.push('\u{2068}');
                out.push_str(text);
                out.push('\u{2069}');
            }
            Some(Filling::Text(text)) => out.push_str(text),
            Some(Filling::Count(n)) => out.push_str(&n.to_string()),
            None => {}
        }
    }
}

fn letter(pattern: &str) -> usize {
    usize::from(pattern.as_bytes().first().copied().unwrap_or(b'a').saturating_sub(b'a'))
}

/// The compact text of a language: all of it for the console, the first part for everybody else.
#[cfg(feature = "ssr")]
pub fn page_text(lang: Lang, console: bool) -> String {
    let lines = if console { ALL } else { GUEST };
    source(lang).lines().take(lines).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(feature = "ssr")]
fn source(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!(concat!(env!("OUT_DIR"), "/en.words")),
        Lang::Ru => include_str!(concat!(env!("OUT_DIR"), "/ru.words")),
        Lang::Uk => include_str!(concat!(env!("OUT_DIR"), "/uk.words")),
        Lang::De => include_str!(concat!(env!("OUT_DIR"), "/de.words")),
        Lang::Tr => include_str!(concat!(env!("OUT_DIR"), "/tr.words")),
        Lang::Ar => include_str!(concat!(env!("OUT_DIR"), "/ar.words")),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
