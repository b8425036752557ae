//! Tax in a price, and what goes back of which payment. Pure functions over minor units.

use super::ReceiptLine;

/// What did not work is tried again at least so often, in seconds.
pub const RARELY: i64 = 6 * 3600;

/// How long to wait after so many tries, in seconds: a minute, then twice as long each time, and never longer than
/// [`RARELY`] (RULES N7).
pub fn wait_after(tries: i64) -> i64 {
    (60_i64 << tries.clamp(0, 10)).min(RARELY)
}

/// The tax in an amount that includes it; the rate is in hundredths of a percent. Half up (RULES P3).
pub fn tax_in(amount: i64, rate: i64) -> i64 {
    if rate <= 0 { 0 } else { (2 * amount * rate + 10_000 + rate) / (2 * (10_000 + rate)) }
}

/// For each rate of these lines: what is taxed with its tax, and the tax. Rounded line by line (RULES P3).
pub fn taxes(lines: &[ReceiptLine]) -> Vec<(i64, i64, i64)> {
    let mut taxes: Vec<(i64, i64, i64)> = Vec::new();
    for line in lines.iter().filter(|line| line.tax_rate > 0) {
        let tax = tax_in(line.amount, line.tax_rate);
        match taxes.iter_mut().find(|(rate, ..)| *rate == line.tax_rate) {
            Some((_, sum, taxed)) => (*sum, *taxed) = (*sum + line.amount, *taxed + tax),
            None => taxes.push((line.tax_rate, line.amount, tax)),
        }
    }
    taxes
}

/// Which payments an amount goes back to: the latest first, none more than it still holds (RULES X5, X10). `held` is what
/// each payment still holds, the latest first. Answers how much of each; less than all of it when they hold less.
pub fn split(amount: i64, held: &[i64]) -> Vec<i64> {
    let mut left = amount.max(0);
    let of_one = |held: &i64| {
        let part = left.min((*held).max(0));
        left -= part;
        part
    };
    held.iter().map(of_one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(amount: i64, tax_rate: i64) -> ReceiptLine {
        ReceiptLine { title: Default::default(), name: String::new(), amount, tax_rate }
    }

    #[test]
    fn waits_grow_up_to_six_hours() {
        assert_eq!([0, 1, 2, 8, 9, 100].map(wait_after), [60, 120, 240, 15_360, RARELY, RARELY]);
    }

    #[test]
    fn tax_is_in_the_price() {
        assert_eq!(tax_in(11_400, 1_400), 1_400);
        assert_eq!(tax_in(100, 2_000), 17, "16.67");
        assert_eq!(tax_in(1_000, 0), 0);
        assert_eq!(
            taxes(&[line(11_400, 1_400), line(1_100, 1_000), line(500, 0), line(22_800, 1_400)]),
            [(1_400, 34_200, 4_200), (1_000, 1_100, 100)]
        );
    }

    #[test]
    fn the_latest_payment_gives_back_first() {
        assert_eq!(split(150, &[100, 100]), [100, 50]);
        assert_eq!(split(0, &[100]), [0]);
        assert_eq!(split(500, &[100, 0, 30]), [100, 0, 30]);
    }

    proptest! {
        #[test]
        fn nothing_goes_back_twice(amount in 0..10_000i64, held in prop::collection::vec(0..3_000i64, 0..5)) {
            let parts = split(amount, &held);
            prop_assert!(parts.iter().zip(&held).all(|(part, held)| part <= held && *part >= 0));
            prop_assert_eq!(parts.iter().sum::<i64>(), amount.min(held.iter().sum()));
        }

        #[test]
        fn the_tax_is_the_nearest_whole_unit(amount in 0..1_000_000i64, rate in 1..5_000i64) {
            // tax / (amount - tax) is the rate: twice the distance of the exact fraction is at most one unit.
            let (tax, whole) = (tax_in(amount, rate), 10_000 + rate);
            prop_assert!((2 * (tax * whole - amount * rate)).abs() <= whole);
        }
    }
}
