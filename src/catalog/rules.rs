//! Price by age, and included or extra. Pure: the page computes the total with the same functions as the server, so
//! the tag shown is the price charged.

use super::{Allowance, Band, Period, Policy, Tag};

/// The price for somebody of this age, in minor units.
pub fn price_for_age(price: i64, bands: &[Band], age: i64) -> i64 {
    bands.iter().find(|band| (band.from..=band.to).contains(&age)).map_or(price, |band| band.price)
}

/// Whether somebody of this age may take part.
pub fn age_allowed(age_min: Option<i64>, age_max: Option<i64>, age: i64) -> bool {
    age_min.is_none_or(|min| age >= min) && age_max.is_none_or(|max| age <= max)
}

impl Allowance {
    /// How many are left for a guest; `None` is as many as one likes.
    pub fn left_for(&self, guest: i64) -> Option<i64> {
        if self.period == Period::Unlimited {
            return None;
        }
        let whose = self.counter_of(guest);
        let used = self.used.iter().find(|(id, _)| *id == whose).map_or(0, |(_, used)| *used);
        Some((self.times - used).max(0))
    }

    /// Under which guest id the counter stands.
    pub fn counter_of(&self, guest: i64) -> i64 {
        if self.each_person { guest } else { 0 }
    }
}

/// What the tag of an offer says to a party. `price` is what one costs; `party` the guest ids it may count for.
pub fn tag(price: i64, allowance: Option<&Allowance>, party: &[i64]) -> Tag {
    if price == 0 {
        return Tag::Free;
    }
    let Some(allowance) = allowance else {
        return Tag::Extra { price, used_up: false };
    };
    if allowance.period == Period::Unlimited {
        return Tag::Included;
    }
    let people = if allowance.each_person { party } else { &[0][..] };
    let left: i64 = people.iter().filter_map(|guest| allowance.left_for(*guest)).sum();
    let of = allowance.times * people.len() as i64;
    if left > 0 { Tag::Left { left, of, period: allowance.period } } else { Tag::Extra { price, used_up: true } }
}

/// The same where what it costs is a deposit.
pub fn as_deposit(tag: Tag, deposit: bool) -> Tag {
    match tag {
        Tag::Extra { price, .. } if deposit => Tag::Deposit { price },
        tag => tag,
    }
}

/// One person or piece to be priced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Whose counter it may use: a guest id, or 0.
    pub guest: i64,
    /// What it costs when it is not included.
    pub price: i64,
}

/// Which of the items the package pays for, in the order they were given. What costs nothing uses up nothing; what
/// is left goes to the dearest first, so that the guest pays the least.
pub fn included(items: &[Item], allowance: Option<&Allowance>) -> Vec<bool> {
    let mut paid_by_package = vec![false; items.len()];
    let Some(allowance) = allowance else { return paid_by_package };
    let mut order: Vec<usize> = (0..items.len()).filter(|index| items[*index].price > 0).collect();
    order.sort_by_key(|index| (-items[*index].price, *index));
    let mut spent: Vec<(i64, i64)> = Vec::new();
    for index in order {
        let whose = allowance.counter_of(items[index].guest);
        let already = spent.iter().find(|(id, _)| *id == whose).map_or(0, |(_, n)| *n);
        if allowance.left_for(items[index].guest).is_none_or(|left| already < left) {
            paid_by_package[index] = true;
            match spent.iter_mut().find(|(id, _)| *id == whose) {
                Some((_, n)) => *n += 1,
                None => spent.push((whose, 1)),
            }
        }
    }
    paid_by_package
}

/// What items cost together: the sum of those the package does not pay for.
pub fn total(items: &[Item], allowance: Option<&Allowance>) -> i64 {
    included(items, allowance).iter().zip(items).filter(|(paid, _)| !**paid).map(|(_, item)| item.price).sum()
}

/// Percent of the price that is kept when a place is given back, `left` seconds before the start (negative after).
/// The last free second is free (RULES T10, X2).
pub fn percent_kept(policy: &Policy, left: i64) -> i64 {
    if left >= policy.free_until_minutes * 60 && left >= 0 {
        0
    } else if left >= 0 {
        policy.late_percent
    } else {
        policy.started_percent
    }
}

/// The fee in minor units, rounded half up, never more than the amount.
pub fn fee(policy: &Policy, amount: i64, left: i64) -> i64 {
    (amount * percent_kept(policy, left) + 50) / 100
}

/// Until when one step of the cancellation rule lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// So many minutes before the start.
    Before(i64),
    Start,
    /// From the start on.
    Ever,
}

/// One step of the cancellation rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PolicyStep {
    /// Percent of the price that is kept.
    pub percent: i64,
    pub until: Until,
}

/// The cancellation rule as the steps a guest lives through, in order of time. Steps that cost the same are one, so
/// that a bar of it never shows a border where nothing changes.
pub fn policy_steps(policy: &Policy) -> Vec<PolicyStep> {
    let mut steps = Vec::with_capacity(3);
    if policy.free_until_minutes > 0 {
        steps.push(PolicyStep { percent: 0, until: Until::Before(policy.free_until_minutes) });
        steps.push(PolicyStep { percent: policy.late_percent, until: Until::Start });
    } else {
        steps.push(PolicyStep { percent: 0, until: Until::Start });
    }
    steps.push(PolicyStep { percent: policy.started_percent, until: Until::Ever });
    let mut joined: Vec<PolicyStep> = Vec::with_capacity(3);
    for step in steps {
        match joined.last_mut() {
            Some(last) if last.percent == step.percent => last.until = step.until,
            _ => joined.push(step),
        }
    }
    joined
}

/// Which step applies `left` seconds before the start (negative after).
pub fn policy_step_at(steps: &[PolicyStep], left: i64) -> usize {
    let lasts = |step: &PolicyStep| match step.until {
        Until::Before(minutes) => left >= minutes * 60,
        Until::Start => left >= 0,
        Until::Ever => true,
    };
    steps.iter().position(lasts).unwrap_or_default()
}

/// One line of the list of prices: `None` is everybody whom no band names.
pub type PriceLine<'a> = (Option<&'a Band>, i64);

/// The prices by age, each group once; bands first as the resort wrote them. One line when all pay the same.
pub fn price_lines(price: i64, bands: &[Band]) -> Vec<PriceLine<'_>> {
    bands.iter().map(|band| (Some(band), band.price)).chain([(None, price)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::NoShow;
    use proptest::prelude::*;

    #[test]
    fn a_rule_that_never_costs_anything_is_one_step() {
        let never = Policy { free_until_minutes: 0, late_percent: 0, started_percent: 0, no_show: NoShow::Refund, guarantee_days: 0, deposit: false };
        assert_eq!(policy_steps(&never), [PolicyStep { percent: 0, until: Until::Ever }]);
        let late =
            Policy { free_until_minutes: 120, late_percent: 100, started_percent: 100, no_show: NoShow::Refund, guarantee_days: 0, deposit: false };
        assert_eq!(policy_steps(&late), [PolicyStep { percent: 0, until: Until::Before(120) }, PolicyStep { percent: 100, until: Until::Ever }]);
    }

    fn allowance(period: Period, each_person: bool, times: i64, used: Vec<(i64, i64)>) -> Allowance {
        Allowance { item: "x".into(), period, each_person, times, used }
    }

    #[test]
    fn the_boundary_second_is_still_free() {
        let policy =
            Policy { free_until_minutes: 120, late_percent: 50, started_percent: 100, no_show: NoShow::Refund, guarantee_days: 0, deposit: false };
        assert_eq!([7201, 7200, 7199, 0, -1].map(|left| fee(&policy, 4500, left)), [0, 0, 2250, 2250, 4500]);
    }

    #[test]
    fn what_the_package_pays_for_goes_to_the_dearest() {
        let items = [Item { guest: 1, price: 100 }, Item { guest: 2, price: 300 }, Item { guest: 3, price: 0 }];
        let one = allowance(Period::Day, false, 1, vec![]);
        assert_eq!(included(&items, Some(&one)), [false, true, false]);
        assert_eq!(total(&items, Some(&one)), 100);
    }

    proptest! {
        #[test]
        fn a_party_pays_each_by_age(price in 0..100_000i64, ages in prop::collection::vec(0..100i64, 0..12)) {
            let bands = [Band { from: 0, to: 3, price: 0 }, Band { from: 4, to: 12, price: price / 2 }];
            let items: Vec<Item> = ages.iter().map(|age| Item { guest: 0, price: price_for_age(price, &bands, *age) }).collect();
            let expected: i64 = ages.iter().map(|age| match age { 0..=3 => 0, 4..=12 => price / 2, _ => price }).sum();
            prop_assert_eq!(total(&items, None), expected);
        }

        #[test]
        fn the_bar_says_what_is_kept(free in 0..5000i64, late in 0..=100i64, started in 0..=100i64, left in -1000..400_000i64) {
            let policy = Policy { free_until_minutes: free, late_percent: late, started_percent: started, no_show: NoShow::Refund, guarantee_days: 0, deposit: false };
            let steps = policy_steps(&policy);
            prop_assert_eq!(steps[policy_step_at(&steps, left)].percent, percent_kept(&policy, left));
            prop_assert!(steps.windows(2).all(|pair| pair[0].percent != pair[1].percent));
        }

        #[test]
        fn included_never_exceeds_what_is_left(
            prices in prop::collection::vec((0..4i64, 0..500i64), 0..12),
            times in 0..5i64, used in 0..5i64, each_person: bool,
        ) {
            let items: Vec<Item> = prices.iter().map(|(guest, price)| Item { guest: *guest, price: *price }).collect();
            let used: Vec<(i64, i64)> = (0..4).map(|guest| (guest, used)).collect();
            let allowance = allowance(Period::Stay, each_person, times, used);
            let paid = included(&items, Some(&allowance));
            for whose in 0..4 {
                let taken = items.iter().zip(&paid).filter(|(item, paid)| **paid && allowance.counter_of(item.guest) == whose).count() as i64;
                prop_assert!(taken <= allowance.left_for(whose).unwrap_or(taken));
            }
            prop_assert!(total(&items, Some(&allowance)) <= total(&items, None));
        }

        #[test]
        fn the_tag_says_what_one_costs(price in 0..1000i64, times in 0..3i64, used in 0..3i64, each_person: bool) {
            let allowance = allowance(Period::Day, each_person, times, vec![(if each_person { 7 } else { 0 }, used)]);
            let charged = total(&[Item { guest: 7, price }], Some(&allowance));
            match tag(price, Some(&allowance), &[7]) {
                Tag::Extra { price, .. } => prop_assert_eq!(charged, price),
                _ => prop_assert_eq!(charged, 0),
            }
        }
    }
}
