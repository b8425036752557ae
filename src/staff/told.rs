//! What the log keeps is figures and keys; here they become words of whoever reads it.

use crate::catalog::Way;
use crate::orders::{OrderState, staff::say_desk_state};
use crate::payments::Method;
use crate::payments::parts::say_method;
use crate::payments::staff::say_trouble;
use crate::words::{Coin, Words};

/// What something was, or has become, in words. What needs no words (logins, names, days) stays as it is kept.
pub fn state(words: Words, coin: &Coin, deed: &str, kept: &str) -> String {
    match deed {
        "order_moved" => OrderState::parse(kept).map_or_else(|| kept.to_owned(), |state| say_desk_state(words, state).to_owned()),
        "resort_imported" => import(words, kept),
        "called_off" => closing(words, kept).unwrap_or_else(|| kept.to_owned()),
        "receipt_tried" => {
            let (trouble, detail) = kept.split_once(' ').unwrap_or((kept, ""));
            say_trouble(words, trouble, detail)
        }
        "payment_taken" | "payment_closed" | "refund_handed_out" | "refund_again" => amount(words, coin, kept).unwrap_or_else(|| kept.to_owned()),
        "left_on_the_bill" if kept == Way::Desk.name() => words.money_at_desk().to_owned(),
        "left_on_the_bill" if kept == Way::Room.name() => words.log_on_the_bill().to_owned(),
        _ => kept.to_owned(),
    }
}

/// `3600`, or `cash 3600`, as people say it.
fn amount(words: Words, coin: &Coin, kept: &str) -> Option<String> {
    let (method, amount) = kept.rsplit_once(' ').unwrap_or(("", kept));
    let amount = words.money(coin, amount.parse().ok()?);
    Some(match Method::parse(method) {
        Some(method) => format!("{amount}, {}", say_method(words, method)),
        None => amount,
    })
}

/// `version 2; rooms: 1 new, 0 changed, 0 archived` as a sentence.
fn import(words: Words, kept: &str) -> String {
    let parts = kept.split(';').map(str::trim).filter(|part| !part.is_empty()).map(|part| {
        if let Some(version) = part.strip_prefix("version ") {
            return words.log_version(version);
        }
        let Some((kind, counts)) = part.split_once(": ") else { return part.to_owned() };
        let count = |word: &str| counts.split(", ").find_map(|one| one.strip_suffix(word)).map_or("0", str::trim).to_owned();
        words.log_import(&count("archived"), &count("changed"), words.log_kind(kind).as_str(), &count("new"))
    });
    parts.collect::<Vec<_>>().join("; ")
}

/// `kept 1, moved 2, cancelled 3` as a sentence.
fn closing(words: Words, kept: &str) -> Option<String> {
    let count = |word: &str| kept.split(", ").find_map(|one| one.strip_prefix(word)).map(str::trim);
    Some(words.log_called_off(count("cancelled")?, count("kept")?, count("moved")?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;

    fn state(words: Words, deed: &str, kept: &str) -> String {
        super::state(words, &Coin { code: "EUR".into(), symbol: "€".into(), exponent: 2 }, deed, kept)
    }

    #[test]
    fn what_was_kept_is_said_in_every_language() {
        for lang in Lang::ALL {
            let words = Words::of(lang);
            assert_ne!(state(words, "order_moved", "on_its_way"), "on_its_way");
            let said = state(words, "resort_imported", "version 7; rooms: 60 new, 2 changed, 1 archived");
            assert!(["7", "60", "2", "1"].iter().all(|figure| said.contains(figure)) && (lang == Lang::En || !said.contains("rooms")), "{said}");
        }
        for lang in Lang::ALL {
            let said = state(Words::of(lang), "called_off", "kept 7, moved 2, cancelled 31");
            assert!(["7", "2", "31"].iter().all(|figure| said.contains(figure)) && (lang == Lang::En || !said.contains("moved")), "{said}");
            assert_eq!(state(Words::of(lang), "called_off", "court-1 2026-11-21"), "court-1 2026-11-21");
        }
        for lang in Lang::ALL {
            let said = state(Words::of(lang), "receipt_tried", "status 503");
            assert!(said.contains("503") && said != "status 503", "{said}");
        }
        for lang in Lang::ALL {
            let said = |deed: &str, kept: &str| state(Words::of(lang), deed, kept);
            assert!(said("payment_taken", "cash 3600").contains("36") && !said("payment_taken", "cash 3600").contains("3600"));
            assert!(lang == Lang::En || !said("payment_taken", "cash 3600").contains("cash"));
            assert!(["payment_closed", "refund_handed_out", "refund_again"].iter().all(|deed| said(deed, "400") != "400"));
            assert!(said("left_on_the_bill", "desk") != "desk" && said("left_on_the_bill", "room") != "room");
        }
        assert_eq!(state(Words::of(Lang::En), "payment_taken", "cash 3650"), "€36.50, Cash");
        assert_eq!(state(Words::of(Lang::En), "receipt_tried", ""), "");
        assert_eq!(state(Words::of(Lang::En), "slip_made", "K7M 4XP 9TD"), "K7M 4XP 9TD");
        assert_eq!(state(Words::of(Lang::En), "order_moved", ""), "");
    }
}
