//! CLDR plural forms of the languages we speak, for whole numbers
//! (Unicode CLDR, supplemental/plurals.xml, type "cardinal").

use crate::base::Lang;

/// `zero`, `one`, `two`, `few`, `many` or `other`.
pub fn form(lang: Lang, n: i64) -> &'static str {
    let n = n.unsigned_abs();
    let (ten, hundred) = (n % 10, n % 100);
    match lang {
        Lang::En | Lang::De | Lang::Tr => {
            if n == 1 {
                "one"
            } else {
                "other"
            }
        }
        Lang::Ru | Lang::Uk => match (ten, hundred) {
            (1, h) if h != 11 => "one",
            (2..=4, h) if !(12..=14).contains(&h) => "few",
            _ => "many",
        },
        Lang::Ar => match (n, hundred) {
            (0, _) => "zero",
            (1, _) => "one",
            (2, _) => "two",
            (_, 3..=10) => "few",
            (_, 11..=99) => "many",
            _ => "other",
        },
    }
}
