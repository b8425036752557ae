//! How many points pay for an amount, of which lots, and how many of them come back.

/// How many of those that are there pay for an amount: the last one may be worth more than is left to pay.
pub fn needed(amount: i64, worth: i64, have: i64) -> i64 {
    if worth <= 0 { 0 } else { up(amount.max(0), worth).min(have.max(0)) }
}

/// What so many points pay of an amount.
pub fn pays(points: i64, worth: i64, amount: i64) -> i64 {
    points.saturating_mul(worth).min(amount).max(0)
}

/// How many of a payment's points are back once so much of it went back: what is left keeps no more of them than it needs.
pub fn back(amount: i64, refunded: i64, worth: i64, points: i64) -> i64 {
    points - needed(amount - refunded, worth, points)
}

fn up(amount: i64, worth: i64) -> i64 {
    (amount + worth - 1) / worth
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_last_point_may_be_worth_more() {
        assert_eq!((needed(1800, 1, 5000), pays(1800, 1, 1800)), (1800, 1800));
        assert_eq!((needed(1801, 5, 5000), pays(361, 5, 1801)), (361, 1801));
        assert_eq!((needed(1800, 5, 100), pays(100, 5, 1800)), (100, 500));
        assert_eq!((needed(1800, 0, 100), needed(0, 5, 100), needed(-5, 5, 100)), (0, 0, 0));
    }

    #[test]
    fn what_goes_back_takes_its_points_with_it() {
        assert_eq!(back(1800, 900, 1, 1800), 900);
        assert_eq!(back(1801, 1801, 5, 361), 361);
        assert_eq!(back(1801, 1, 5, 361), 1, "1800 need 360");
    }

    proptest! {
        #[test]
        fn no_point_is_made_or_lost(amount in 1..100_000i64, worth in 1..200i64, have in 0..5_000i64, part in 0..100_000i64) {
            let points = needed(amount, worth, have);
            let paid = pays(points, worth, amount);
            prop_assert!(points <= have && paid <= amount && paid <= points * worth);
            // Whatever is left to pay, all points are in it.
            prop_assert!(paid == amount || points == have);
            let refunded = part.min(paid);
            let returned = back(paid, refunded, worth, points);
            prop_assert!((0..=points).contains(&returned));
            prop_assert!((points - returned) * worth >= paid - refunded);
            prop_assert_eq!(back(paid, paid, worth, points), points);
        }
    }
}
