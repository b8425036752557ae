//! Who may go: ages, children with an adult, and nobody in two places at once.

use super::time::overlaps;
use crate::base::{BookingId, GuestId, OfferId};
use crate::booking::{BookingRefusal, Obstacle};
use crate::catalog::rules::age_allowed;

/// Who takes part, with the age on arrival.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub id: GuestId,
    pub name: String,
    pub age: i64,
}

/// What an offer asks of those who take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub age_min: Option<i64>,
    pub age_max: Option<i64>,
    /// Children under 16 only together with somebody of 18 or more.
    pub adult_needed: bool,
}

/// What somebody has at a time: a booking that is held or confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engagement {
    pub booking: BookingId,
    pub guest: GuestId,
    pub title: String,
    pub wall: String,
    pub when: When,
    /// How long the way between it and what is asked for takes, in seconds.
    pub walk: i64,
}

/// A time of an offer. Two with the same offer and start are the same session or the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    pub offer: OfferId,
    pub starts_at: i64,
    pub ends_at: i64,
}

impl When {
    pub fn same(self, other: When) -> bool {
        self.offer == other.offer && self.starts_at == other.starts_at
    }
}

/// Whether this party may take part together. `company` are the ages of those of the stay who go there anyway.
pub fn allowed(limits: Limits, party: &[Member], company: &[i64]) -> Result<(), BookingRefusal> {
    if party.is_empty() {
        return Err(BookingRefusal::NobodyChosen);
    }
    if let Some(member) = party.iter().find(|member| !age_allowed(limits.age_min, limits.age_max, member.age)) {
        return Err(BookingRefusal::AgeNotAllowed { name: member.name.clone() });
    }
    looked_after(limits, party.iter().map(|member| member.age).chain(company.iter().copied()))
}

/// Whether the children among these ages have somebody with them.
pub fn looked_after(limits: Limits, ages: impl Iterator<Item = i64> + Clone) -> Result<(), BookingRefusal> {
    if adult_missing(limits.adult_needed, ages) { Err(BookingRefusal::NeedsAdult) } else { Ok(()) }
}

/// Whether there are children among them and nobody to look after them.
pub fn adult_missing(adult_needed: bool, ages: impl Iterator<Item = i64> + Clone) -> bool {
    adult_needed && ages.clone().any(|age| age < 16) && !ages.clone().any(|age| age >= 18)
}

/// Whether nobody of the party has something else then.
pub fn free(party: &[Member], when: When, engaged: &[Engagement]) -> Result<(), BookingRefusal> {
    for member in party {
        match hindrance(member.id, when, engaged) {
            Some(Obstacle::Going) => return Err(BookingRefusal::AlreadyGoing { name: member.name.clone() }),
            Some(Obstacle::Clash { title, wall }) => return Err(BookingRefusal::Clash { name: member.name.clone(), title, wall }),
            Some(Obstacle::Walk { title, wall, minutes }) => {
                return Err(BookingRefusal::Walk { name: member.name.clone(), title, wall, minutes });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Why somebody cannot come along, if so.
pub fn obstacle(limits: Limits, member: &Member, when: When, engaged: &[Engagement]) -> Option<Obstacle> {
    match (limits.age_min, limits.age_max) {
        (Some(min), _) if member.age < min => Some(Obstacle::TooYoung(min)),
        (_, Some(max)) if member.age > max => Some(Obstacle::TooOld(max)),
        _ => hindrance(member.id, when, engaged),
    }
}

/// Whether somebody has nothing else then.
pub fn is_free(guest: GuestId, when: When, engaged: &[Engagement]) -> bool {
    hindrance(guest, when, engaged).is_none()
}

fn hindrance(guest: GuestId, when: When, engaged: &[Engagement]) -> Option<Obstacle> {
    let meets = |one: &Engagement, walk: i64| overlaps((one.when.starts_at - walk, one.when.ends_at + walk), (when.starts_at, when.ends_at));
    let own: Vec<&Engagement> = engaged.iter().filter(|one| one.guest == guest && meets(one, one.walk)).collect();
    if own.iter().any(|one| one.when.same(when)) {
        return Some(Obstacle::Going);
    }
    // Being in two places at once is said before being on the way.
    let first = own.iter().find(|one| meets(one, 0)).or(own.first())?;
    let (title, wall) = (first.title.clone(), first.wall.clone());
    Some(if meets(first, 0) { Obstacle::Clash { title, wall } } else { Obstacle::Walk { title, wall, minutes: first.walk / 60 } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn member(id: i64, age: i64) -> Member {
        Member { id: GuestId(id), name: format!("guest {id}"), age }
    }

    fn engaged(guest: i64, starts_at: i64, ends_at: i64) -> Engagement {
        let (title, wall) = ("Yoga".to_owned(), "07:00".to_owned());
        Engagement { booking: BookingId(1), guest: GuestId(guest), title, wall, when: When { offer: OfferId(2), starts_at, ends_at }, walk: 0 }
    }

    #[test]
    fn back_to_back_is_no_clash() {
        let party = [member(1, 30)];
        let when = When { offer: OfferId(1), starts_at: 100, ends_at: 200 };
        assert_eq!(free(&party, when, &[engaged(1, 0, 100), engaged(1, 200, 300), engaged(2, 100, 200)]), Ok(()));
        assert!(matches!(free(&party, when, &[engaged(1, 199, 300)]), Err(BookingRefusal::Clash { .. })));
        // One minute of way: what ends at 41 or begins at 259 is a second too near.
        let far = |from, to| Engagement { walk: 60, ..engaged(1, from, to) };
        assert!(matches!(free(&party, when, &[far(0, 41)]), Err(BookingRefusal::Walk { minutes: 1, .. })));
        assert!(matches!(free(&party, when, &[far(259, 300)]), Err(BookingRefusal::Walk { .. })));
        assert_eq!(free(&party, when, &[far(0, 40), far(260, 300)]), Ok(()));
        assert!(matches!(free(&party, when, &[far(0, 41), engaged(1, 150, 160)]), Err(BookingRefusal::Clash { .. })));
        let same = Engagement { when, ..engaged(1, 100, 200) };
        assert!(matches!(free(&party, when, &[engaged(1, 50, 150), same]), Err(BookingRefusal::AlreadyGoing { .. })));
    }

    #[test]
    fn somebody_must_be_chosen() {
        let limits = Limits { age_min: None, age_max: None, adult_needed: false };
        assert_eq!(allowed(limits, &[], &[]), Err(BookingRefusal::NobodyChosen));
    }

    proptest! {
        #[test]
        fn a_party_is_allowed_exactly_when_everybody_is_and_the_children_are_looked_after(
            ages in prop::collection::vec(0..100i64, 1..8), company in prop::collection::vec(0..100i64, 0..3), min in prop::option::of(0..20i64), max in prop::option::of(10..90i64), adult_needed: bool,
        ) {
            let party: Vec<Member> = ages.iter().zip(1..).map(|(age, id)| member(id, *age)).collect();
            let fits = ages.iter().all(|age| min.is_none_or(|min| *age >= min) && max.is_none_or(|max| *age <= max));
            let looked_after = !adult_needed || ages.iter().all(|age| *age >= 16) || ages.iter().chain(&company).any(|age| *age >= 18);
            let looked_after = looked_after && (!adult_needed || company.iter().all(|age| *age >= 16) || ages.iter().chain(&company).any(|age| *age >= 18));
            let limits = Limits { age_min: min, age_max: max, adult_needed };
            prop_assert_eq!(allowed(limits, &party, &company).is_ok(), fits && looked_after);
            for member in &party {
                let fits = min.is_none_or(|min| member.age >= min) && max.is_none_or(|max| member.age <= max);
                prop_assert_eq!(obstacle(limits, member, When { offer: OfferId(1), starts_at: 0, ends_at: 10 }, &[]).is_none(), fits);
            }
        }
    }
}
