//! Finding an offer: words typed on any keyboard, and the filters of the list. Pure; the page builds its addresses with
//! the same functions that the server reads them with.

use super::{Kind, Tag};

/// The longest search that is looked at, in characters.
pub const LONGEST: usize = 80;

/// What the list is narrowed to. Every field has a plain form, so that an address always means the same list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Words, as typed.
    pub q: String,
    /// Key of a category.
    pub category: Option<String>,
    /// Only what this guest's package includes, or what is free.
    pub included: bool,
    /// Only what takes place or can be ordered today.
    pub today: bool,
    pub wished: bool,
    /// For a child of so many whole years.
    pub age: Option<i64>,
}

impl Filters {
    /// Reads the fields of the form; what cannot be read narrows nothing.
    pub fn read(q: &str, category: &str, included: &str, today: &str, wished: &str, age: &str) -> Filters {
        let on = |field: &str| matches!(field, "1" | "on" | "true");
        Filters {
            q: q.trim().chars().take(LONGEST).collect(),
            category: Some(category.trim().chars().take(40).collect::<String>()).filter(|key| !key.is_empty()),
            included: on(included),
            today: on(today),
            wished: on(wished),
            age: age.parse().ok().filter(|age| (0..=17).contains(age)),
        }
    }

    /// The address of this list.
    pub fn href(&self) -> String {
        let mut fields = Vec::new();
        if !self.q.trim().is_empty() {
            fields.push(format!("q={}", encoded(self.q.trim())));
        }
        fields.extend(self.category.as_ref().map(|key| format!("category={}", encoded(key))));
        fields.extend(self.age.map(|age| format!("age={age}")));
        for (name, on) in [("included", self.included), ("today", self.today), ("wished", self.wished)] {
            if on {
                fields.push(format!("{name}=1"));
            }
        }
        if fields.is_empty() { "/offers".to_owned() } else { format!("/offers?{}", fields.join("&")) }
    }

    /// How many of the filters behind the button are on; words and category stand in sight by themselves.
    pub fn hidden(&self) -> i64 {
        [self.included, self.today, self.wished, self.age.is_some()].into_iter().map(i64::from).sum()
    }

    /// Whether nothing is narrowed.
    pub fn is_empty(&self) -> bool {
        *self == Filters::default()
    }
}

/// Percent-encodes a value of a query: everything but unreserved characters (RFC 3986).
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Whether the tag says that a guest pays nothing for the next one.
pub fn costs_nothing(tag: &Tag) -> bool {
    !matches!(tag, Tag::Extra { .. })
}

/// What decides whether an offer is for a child of an age.
pub struct ForWhom<'a> {
    pub kind: Kind,
    pub age_min: Option<i64>,
    pub age_max: Option<i64>,
    pub bands: &'a [super::Band],
}

/// Whether a child of this age would find something here: it may take part; and a thing brought to the room counts only
/// when it speaks of ages at all, or every bottle of wine would be for children.
pub fn for_child(whom: &ForWhom, age: i64) -> bool {
    let speaks_of_ages = whom.age_min.is_some() || whom.age_max.is_some() || !whom.bands.is_empty();
    super::rules::age_allowed(whom.age_min, whom.age_max, age) && (whom.kind != Kind::Service || speaks_of_ages)
}

/// A text as it is compared: small letters, without marks, and with letters that people type for one another made one:
/// ё and е, ı and i, ä and a and ae, ß and ss, the forms of alef. Doing it twice changes nothing.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Folded::One(letter) => push(&mut out, letter),
            Folded::Two(first, second) => {
                push(&mut out, first);
                push(&mut out, second);
            }
            Folded::Space if !out.is_empty() && !out.ends_with(' ') => out.push(' '),
            Folded::Space | Folded::Nothing => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// German may write ä as ae, ö as oe, ü as ue: an e after a, o or u is never kept.
fn push(out: &mut String, letter: char) {
    if letter != 'e' || !out.ends_with(['a', 'o', 'u']) {
        out.push(letter);
    }
}

enum Folded {
    One(char),
    Two(char, char),
    Space,
    Nothing,
}

fn plain(letter: char) -> Folded {
    let one = match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ń' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ğ' => 'g',
        'ş' | 'ś' | 'š' => 's',
        'ż' | 'ź' | 'ž' => 'z',
        'ł' => 'l',
        'ё' | 'є' | 'э' => 'е',
        'й' => 'и',
        'і' | 'ї' => 'и',
        'ы' => 'и',
        'ґ' => 'г',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ة' => 'ه',
        'ى' | 'ئ' => 'ي',
        'ؤ' => 'و',
        'ß' => return Folded::Two('s', 's'),
        'æ' => return Folded::One('a'),
        'œ' => return Folded::One('o'),
        // Marks above and below letters, Arabic vowels and the stretching line, apostrophes, soft and hard signs.
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | 'ـ' | '\'' | '’' | 'ʼ' | '`' | 'ъ' | 'ь' | '\u{ad}' | 'ء' => {
            return Folded::Nothing;
        }
        other if other.is_alphanumeric() => other,
        _ => return Folded::Space,
    };
    Folded::One(one)
}

/// The texts of an offer that are searched, in the page's language.
pub struct Searched<'a> {
    pub title: &'a str,
    pub summary: &'a str,
    pub category: &'a str,
    pub place: &'a str,
}

/// How well an offer fits the words: every word must be found somewhere. Smaller is better; `None` does not fit.
pub fn fit(words: &[String], offer: &Searched) -> Option<u32> {
    if words.is_empty() {
        return Some(0);
    }
    let title = folded(offer.title);
    let rest = [folded(offer.summary), folded(offer.category), folded(offer.place)];
    let mut sum = 0;
    for word in words {
        sum += if begins_a_word(&title, word) {
            0
        } else if title.contains(word.as_str()) {
            1
        } else if rest.iter().any(|text| begins_a_word(text, word)) {
            2
        } else if rest.iter().any(|text| text.contains(word.as_str())) {
            3
        } else {
            return None;
        };
    }
    Some(sum)
}

/// The words of a search, ready to be compared.
pub fn words_of(q: &str) -> Vec<String> {
    folded(&q.chars().take(LONGEST).collect::<String>()).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn begins_a_word(text: &str, word: &str) -> bool {
    text.split(' ').any(|one| one.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn finds(q: &str, title: &str, summary: &str) -> bool {
        fit(&words_of(q), &Searched { title, summary, category: "", place: "" }).is_some()
    }

    #[test]
    fn letters_people_type_for_one_another_are_one() {
        for (q, text) in [
            ("ЛЁД", "Шампанское во льду и лед"),
            ("еж", "Ёжик"),
            ("isinlar", "Işınlar"),
            ("ışık", "ISIK"),
            ("ausfluege", "Ausflüge"),
            ("ausfluge", "Ausflüge"),
            ("AUSFLÜGE", "Ausfluege"),
            ("strasse", "Straße"),
            ("mass", "Maß"),
            ("сніданок", "СНІДАНОК"),
            ("мяч", "М’яч на пляжі"),
            ("إفطار", "افطار"),
            ("قهوه", "قَهْوَة"),
            ("cafe", "Café"),
            ("йога", "Йога на рассвете"),
        ] {
            assert!(finds(q, text, ""), "{q} in {text}: {} {}", folded(q), folded(text));
        }
    }

    #[test]
    fn every_word_must_be_found_and_titles_win() {
        assert!(finds("boat  glass", "Glass-bottom boat", ""));
        assert!(!finds("boat tennis", "Glass-bottom boat", "Over the reef"));
        assert!(finds("boat reef", "Glass-bottom boat", "Over the reef"));
        let of = |title, summary| fit(&words_of("reef"), &Searched { title, summary, category: "", place: "" }).unwrap();
        assert!(of("Reef snorkelling", "") < of("Glass boat", "Over the reef"));
        assert!(finds("", "anything", ""));
        assert!(finds("…", "anything", ""));
    }

    #[test]
    fn wine_is_not_for_children_though_it_names_no_age() {
        let whom = |kind, age_min, age_max| ForWhom { kind, age_min, age_max, bands: &[] };
        assert!(!for_child(&whom(Kind::Service, None, None), 7));
        assert!(for_child(&whom(Kind::Service, None, Some(12)), 7));
        assert!(for_child(&whom(Kind::Session, None, None), 7));
        assert!(!for_child(&whom(Kind::Session, Some(8), None), 7));
    }

    #[test]
    fn an_address_says_only_what_is_narrowed() {
        assert_eq!(Filters::default().href(), "/offers");
        let filters = Filters { q: "ё & 1".into(), category: Some("sea".into()), included: true, age: Some(0), ..Filters::default() };
        assert_eq!(filters.href(), "/offers?q=%D1%91%20%26%201&category=sea&age=0&included=1");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}|[aeouäöüßëèıİş ’ёйїأة]{0,30}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once.clone());
        }

        #[test]
        fn what_was_written_is_found_by_any_of_its_words(words in prop::collection::vec("[a-zа-яäöüıа]{1,9}", 1..5)) {
            let title = words.join(" ");
            for word in &words {
                prop_assert!(finds(&word.to_uppercase(), &title, "") || folded(word).is_empty());
            }
        }

        #[test]
        fn fields_read_back(q in "[a-zё ]{0,20}", age in prop::option::of(0..=17i64), flags: [bool; 3]) {
            let filters = Filters { q: q.trim().into(), category: None, included: flags[0], today: flags[1], wished: flags[2], age };
            let flag = |on: bool| if on { "1" } else { "" };
            let age = age.map(|age| age.to_string()).unwrap_or_default();
            prop_assert_eq!(Filters::read(&q, "", flag(flags[0]), flag(flags[1]), flag(flags[2]), &age), filters);
        }
    }
}
