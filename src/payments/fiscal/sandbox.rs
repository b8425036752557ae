//! The sandbox register: it tells nobody. Number and sign are derived from a key that nobody else has, so that the same
//! receipt always has the same, and a sign that was not made here is found out.

use super::{Answer, Sale, Signed};
use crate::server::House;

pub fn register(house: &House, key: &str, sale: &Sale) -> Answer {
    let figures = |purpose: &str, input: &str, wide: usize| {
        let derived = house.keys.derive(purpose, input);
        let number = derived.iter().take(8).fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
        format!("{:0wide$}", number % 10_u64.pow(wide as u32))
    };
    let number = figures("the sandbox register's numbers", key, 16);
    let said = serde_json::to_string(sale).unwrap_or_default();
    let sign = figures("the sandbox register's signs", &format!("{number} {said}"), 10);
    let address = format!("t={}&s={}&c={}&n={number}&fp={sign}&k={}", sale.at, sale.total, sale.currency, sale.kind);
    Answer::Signed(Signed { number, sign, at: house.clock.now(), address })
}
