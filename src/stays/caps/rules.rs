//! Who is an adult, and how much is left of a day's money. A cap is for a day of the resort: what was put on the bill that
//! day and is still there, whoever approved it, counts.

/// What a resort says of children's money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The age from which somebody is an adult.
    pub adult_from: i64,
    /// What a child may put on the room's bill in a day unless somebody has said otherwise, minor units.
    pub child_cap: i64,
}

impl Rule {
    /// Adults say what others may spend, and say yes to more. The lead always is one: the room is billed to them.
    pub fn is_adult(self, age: i64, lead: bool) -> bool {
        lead || age >= self.adult_from
    }

    /// What somebody may spend in a day. `set` is what was said of them, if anything was.
    pub fn cap(self, age: i64, lead: bool, set: Option<Option<i64>>) -> Option<i64> {
        set.unwrap_or((!self.is_adult(age, lead)).then_some(self.child_cap))
    }
}

/// What is left of a cap; nothing: as much as they like.
pub fn left(cap: Option<i64>, spent: i64) -> Option<i64> {
    cap.map(|cap| (cap - spent).max(0))
}

/// Whether so much more may be put on the bill: up to the cap, the last unit of it included.
pub fn fits(cap: Option<i64>, spent: i64, amount: i64) -> bool {
    left(cap, spent).is_none_or(|left| amount <= left)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: Rule = Rule { adult_from: 18, child_cap: 1500 };

    #[test]
    fn children_have_the_resorts_cap_and_adults_none() {
        assert_eq!(RULE.cap(17, false, None), Some(1500));
        assert_eq!(RULE.cap(18, false, None), None);
        assert_eq!(RULE.cap(17, true, None), None, "the room is billed to them");
    }

    #[test]
    fn what_was_said_of_somebody_wins() {
        assert_eq!(RULE.cap(11, false, Some(None)), None);
        assert_eq!(RULE.cap(11, false, Some(Some(0))), Some(0));
        assert_eq!(RULE.cap(40, true, Some(Some(900))), Some(900));
    }

    #[test]
    fn the_last_unit_may_be_spent_and_no_more() {
        assert!(fits(Some(1500), 900, 600));
        assert!(!fits(Some(1500), 900, 601));
        assert!(fits(None, i64::MAX / 2, 1));
        assert!(!fits(Some(0), 0, 1));
        assert!(fits(Some(0), 0, 0));
        // An adult said yes to more than the cap: nothing is left, and never less than nothing.
        assert_eq!(left(Some(1500), 4000), Some(0));
    }
}
