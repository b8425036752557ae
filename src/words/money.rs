//! Amounts as people write them. An amount is a whole number of minor units; there is no float anywhere.

use super::Words;
use serde::{Deserialize, Serialize};

/// The resort's currency as a page needs it: ISO 4217 code, symbol, and how many decimals it has (0 to 4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coin {
    pub code: String,
    pub symbol: String,
    pub exponent: u32,
}

impl Coin {
    /// An amount as people write it, `12.50`, `12,5` or `12`, in minor units. Nothing when it is none, below nothing, or
    /// finer than the currency.
    pub fn read(&self, text: &str) -> Option<i64> {
        let text = text.trim();
        let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let width = self.exponent as usize;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 9 || part.len() > width || !digits(whole) || !digits(part) {
            return None;
        }
        format!("{whole}{part:0<width$}").parse().ok()
    }

    /// An amount as [`Coin::read`] reads it: `12.50`, without a symbol.
    pub fn plain(&self, minor: i64) -> String {
        let unit = 10_i64.pow(self.exponent.min(4));
        let (whole, part) = (minor / unit, (minor % unit).abs());
        if part == 0 { whole.to_string() } else { format!("{whole}.{part:0width$}", width = self.exponent as usize) }
    }

    /// An amount as it was typed into a field; nothing when that was left empty.
    #[cfg(feature = "ssr")]
    pub fn typed(&self, field: &str, text: &str) -> Result<Option<i64>, crate::base::Fault> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        self.read(text).map(Some).ok_or_else(|| crate::base::Fault::Field(field.to_owned()))
    }
}

impl Words {
    /// `1250` as "€12.50", "12,50 €"…; round amounts without decimals.
    pub fn money(self, coin: &Coin, minor: i64) -> String {
        let unit = 10_u64.pow(coin.exponent.min(4));
        let size = minor.unsigned_abs();
        let (whole, part) = (size / unit, size % unit);
        let mut amount = grouped(whole, self.money_group());
        if part != 0 {
            amount.push_str(self.money_decimal());
            amount.push_str(&format!("{part:0width$}", width = coin.exponent as usize));
        }
        let written = self.money_pattern_plain(&amount, &coin.symbol);
        // Between letters that run to the left the sign would go to the other side.
        let mark = if self.lang.is_rtl() { "\u{200e}" } else { "" };
        if minor < 0 { format!("{mark}\u{2212}{written}") } else { written }
    }

    /// `money-pattern` without the marks that isolate foreign text: an amount has no direction of its own.
    fn money_pattern_plain(self, amount: &str, symbol: &str) -> String {
        self.money_pattern(amount, symbol).replace(['\u{2068}', '\u{2069}'], "")
    }
}

fn grouped(whole: u64, separator: &str) -> String {
    let digits = whole.to_string();
    let mut out = String::with_capacity(digits.len() + 4);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) && digits.len() > 4 {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out
}
