//! What may happen to an order, what a basket costs, and when something is served. Pure: the page computes with the
//! same functions as the server.

use super::{OrderRefusal, OrderState};
use crate::base::{Day, OrderId, WallTime};
use crate::catalog::rules::{Item, included};
use crate::catalog::{Allowance, Period};
use crate::notices::Notice;

/// Where a member of staff may bring an order, the usual next step first.
pub fn next(state: OrderState) -> Vec<OrderState> {
    use OrderState::*;
    match state {
        Placed => vec![Accepted, Declined],
        Accepted => vec![OnItsWay, Declined],
        OnItsWay => vec![Delivered],
        Delivered | Declined | Cancelled => vec![],
    }
}

/// Whether a member of staff may bring an order from one state into another. Declining needs a reason.
pub fn advance(from: OrderState, to: OrderState, reason: &str) -> Result<(), OrderRefusal> {
    if !next(from).contains(&to) {
        return Err(OrderRefusal::NotPossible { state: from });
    }
    if to == OrderState::Declined && reason.is_empty() {
        return Err(OrderRefusal::ReasonNeeded);
    }
    Ok(())
}

/// Whether the guest may still take an order back: only until somebody has accepted it.
pub fn cancel(from: OrderState) -> Result<(), OrderRefusal> {
    if from == OrderState::Placed { Ok(()) } else { Err(OrderRefusal::TooLate { state: from }) }
}

/// Minutes until an order that is on its way is there, as the staff may promise them.
pub const ARRIVES_IN: [i64; 5] = [5, 10, 15, 20, 30];

/// What the guest is told when an order has come into a state: why it was declined, or about when it is there.
pub fn notice(order: OrderId, state: OrderState, reason: String, expected: Option<String>) -> Notice {
    match state {
        OrderState::Placed => Notice::OrderPlaced { order },
        OrderState::Accepted => Notice::OrderAccepted { order },
        OrderState::OnItsWay => Notice::OrderOnItsWay { order, expected },
        OrderState::Delivered => Notice::OrderDelivered { order },
        OrderState::Declined => Notice::OrderDeclined { order, reason },
        OrderState::Cancelled => Notice::OrderCancelled { order },
    }
}

/// What somebody typed, without the blanks around it, with plain line breaks and nothing invisible.
pub fn clean(text: &str) -> String {
    text.trim().replace("\r\n", "\n").chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

/// One line to be priced.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub quantity: i64,
    /// The price of one; the package may pay for it. Minor units.
    pub unit: i64,
    /// What the option adds to each; the package never pays for it.
    pub extra: i64,
    /// What the package gives of it on the day of delivery.
    pub allowance: Option<Allowance>,
}

/// What a line costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Priced {
    /// How many pieces the package pays for.
    pub included: i64,
    /// `(quantity - included) * unit + quantity * extra`
    pub amount: i64,
    /// Whose counters are used up, one entry for each included piece: a guest id, or 0 for the room.
    pub whose: Vec<i64>,
}

/// Prices a basket. Lines that share a counter share what is left of it, the dearest piece first; where each person
/// has a share, pieces go to whoever of the party has one left.
pub fn price(lines: &[Wanted], party: &[i64]) -> Vec<Priced> {
    let mut priced = vec![Priced::default(); lines.len()];
    let mut items: Vec<&str> = lines.iter().filter_map(|line| line.allowance.as_ref()).map(|one| one.item.as_str()).collect();
    items.sort_unstable();
    items.dedup();
    for item in items {
        let mut pieces: Vec<(usize, i64)> = Vec::new();
        let mut shared = None;
        for (index, line) in lines.iter().enumerate() {
            if let Some(allowance) = line.allowance.as_ref().filter(|one| one.item == item) {
                pieces.extend((0..line.quantity).map(|_| (index, line.unit)));
                shared = Some(allowance);
            }
        }
        let Some(allowance) = shared else { continue };
        pieces.sort_by_key(|(index, price)| (-price, *index));
        let whose = shares(allowance, party, pieces.len());
        let dear_first: Vec<Item> = pieces.iter().zip(&whose).map(|((_, price), guest)| Item { guest: *guest, price: *price }).collect();
        for (((index, _), guest), paid) in pieces.iter().zip(whose).zip(included(&dear_first, Some(allowance))) {
            if let Some(line) = priced.get_mut(*index).filter(|_| paid) {
                line.included += 1;
                line.whose.push(guest);
            }
        }
    }
    for (line, wanted) in priced.iter_mut().zip(lines) {
        line.amount = (wanted.quantity - line.included) * wanted.unit + wanted.quantity * wanted.extra;
    }
    priced
}

/// Whose share each of so many pieces may use: everybody's own share in turn, then nobody's in particular.
fn shares(allowance: &Allowance, party: &[i64], pieces: usize) -> Vec<i64> {
    let anybody = if allowance.each_person { party.first().copied().unwrap_or(0) } else { 0 };
    if !allowance.each_person || allowance.period == Period::Unlimited {
        return vec![anybody; pieces];
    }
    let mut whose: Vec<i64> = Vec::with_capacity(pieces);
    for guest in party {
        let left = usize::try_from(allowance.left_for(*guest).unwrap_or(0)).unwrap_or(0);
        whose.extend(std::iter::repeat_n(*guest, left.min(pieces - whose.len())));
    }
    whose.resize(pieces, anybody);
    whose
}

/// How many of an offer are left for the whole party: of how many. `None` is as many as one likes.
pub fn left_of(allowance: &Allowance, party: &[i64]) -> Option<(i64, i64)> {
    let people = if allowance.each_person { party } else { &[0][..] };
    let left = people.iter().map(|guest| allowance.left_for(*guest)).sum::<Option<i64>>()?;
    Some((left, allowance.times * people.len() as i64))
}

/// Opening hours: on which weekdays (Monday first), from and to in minutes after midnight. `to` not after `from`
/// means the next morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub on: [bool; 7],
    pub from: i64,
    pub to: i64,
}

const DAY: i64 = 24 * 60;

/// When it is open on a day: stretches of minutes after midnight, in order, the end outside. No windows: always.
pub fn stretches(windows: &[Window], day: Day) -> Vec<(i64, i64)> {
    if windows.is_empty() {
        return vec![(0, DAY)];
    }
    let falls = |window: &Window, day: Day| window.on.get(day.weekday()).copied().unwrap_or(false);
    let mut found = Vec::new();
    for window in windows {
        let over_midnight = window.to <= window.from;
        if falls(window, day) {
            found.push((window.from, if over_midnight { DAY } else { window.to }));
        }
        if over_midnight && falls(window, day.plus(-1)) {
            found.push((0, window.to));
        }
    }
    found.retain(|(from, to)| from < to);
    found.sort_unstable();
    let mut merged: Vec<(i64, i64)> = Vec::new();
    for (from, to) in found {
        match merged.last_mut() {
            Some((_, end)) if from <= *end => *end = to.max(*end),
            _ => merged.push((from, to)),
        }
    }
    merged
}

/// Whether it is open at a time.
pub fn is_open(windows: &[Window], day: Day, at: WallTime) -> bool {
    stretches(windows, day).iter().any(|(from, to)| (*from..*to).contains(&at.0))
}

/// When it opens next, looking a week ahead.
pub fn opens_next(windows: &[Window], day: Day, at: WallTime) -> Option<(Day, WallTime)> {
    (0..=7).find_map(|ahead| {
        let later = day.plus(ahead);
        let from = stretches(windows, later).into_iter().map(|(from, _)| from).find(|from| ahead > 0 || *from > at.0)?;
        Some((later, WallTime(from)))
    })
}

/// What two lists of stretches have in common.
pub fn common(one: &[(i64, i64)], other: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut found: Vec<(i64, i64)> =
        one.iter().flat_map(|a| other.iter().map(move |b| (a.0.max(b.0), a.1.min(b.1)))).filter(|(from, to)| from < to).collect();
    found.sort_unstable();
    found
}

/// Every quarter of an hour inside the stretches, not before `from`.
pub fn quarter_hours(open: &[(i64, i64)], from: i64) -> Vec<i64> {
    (0..DAY).step_by(15).filter(|at| *at >= from && open.iter().any(|(start, end)| (*start..*end).contains(at))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn allowance(period: Period, each_person: bool, times: i64, used: Vec<(i64, i64)>) -> Allowance {
        Allowance { item: "juice".into(), period, each_person, times, used }
    }

    fn wanted(quantity: i64, unit: i64, extra: i64, allowance: Option<Allowance>) -> Wanted {
        Wanted { quantity, unit, extra, allowance }
    }

    #[test]
    fn an_order_goes_forward_only() {
        use OrderState::*;
        for from in OrderState::ALL {
            for to in OrderState::ALL {
                let legal = matches!((from, to), (Placed, Accepted | Declined) | (Accepted, OnItsWay | Declined) | (OnItsWay, Delivered));
                assert_eq!(advance(from, to, "sold out").is_ok(), legal, "{from:?} to {to:?}");
            }
        }
        assert_eq!(advance(Placed, Declined, ""), Err(OrderRefusal::ReasonNeeded));
        assert_eq!(cancel(Placed), Ok(()));
        assert_eq!(cancel(Accepted), Err(OrderRefusal::TooLate { state: Accepted }));
    }

    #[test]
    fn the_option_is_always_paid_and_the_share_goes_to_the_dearest() {
        let one = allowance(Period::Day, false, 1, vec![]);
        let lines = [wanted(1, 700, 150, Some(one.clone())), wanted(1, 900, 0, Some(one))];
        let priced = price(&lines, &[1, 2]);
        assert_eq!((priced[0].included, priced[0].amount), (0, 850));
        assert_eq!((priced[1].included, priced[1].amount), (1, 0));
    }

    #[test]
    fn everybody_has_a_share_of_their_own() {
        let two_each = allowance(Period::Day, true, 2, vec![(1, 2), (2, 1)]);
        let priced = price(&[wanted(5, 700, 0, Some(two_each.clone()))], &[1, 2, 3]);
        assert_eq!((priced[0].included, priced[0].amount), (3, 1400));
        assert_eq!(priced[0].whose, [2, 3, 3]);
        assert_eq!(left_of(&two_each, &[1, 2, 3]), Some((3, 6)));
    }

    #[test]
    fn hours_may_run_past_midnight() {
        let every = [true; 7];
        let (saturday, sunday) = (Day::new(2026, 11, 21).unwrap(), Day::new(2026, 11, 22).unwrap());
        let late = [Window { on: every, from: 18 * 60, to: 2 * 60 }];
        assert_eq!(stretches(&late, saturday), [(0, 120), (1080, 1440)]);
        for (at, open) in [(119, true), (120, false), (1079, false), (1080, true), (1439, true)] {
            assert_eq!(is_open(&late, saturday, WallTime(at)), open, "{at}");
        }
        let saturday_only = [Window { on: [false, false, false, false, false, true, false], ..late[0] }];
        assert!(is_open(&saturday_only, sunday, WallTime(60)));
        assert!(!is_open(&saturday_only, saturday, WallTime(60)));
        assert_eq!(opens_next(&saturday_only, sunday, WallTime(180)), Some((saturday.plus(7), WallTime(1080))));
        assert_eq!(opens_next(&late, saturday, WallTime(300)), Some((saturday, WallTime(1080))));
        assert_eq!(stretches(&[], saturday), [(0, 1440)]);
        assert_eq!(stretches(&[Window { on: every, from: 540, to: 540 }], saturday), [(0, 1440)]);
    }

    #[test]
    fn times_to_choose_lie_inside_what_all_have_in_common() {
        let open = common(&[(0, 120), (600, 900)], &[(60, 700), (890, 1000)]);
        assert_eq!(open, [(60, 120), (600, 700), (890, 900)]);
        assert_eq!(quarter_hours(&open, 100), [105, 600, 615, 630, 645, 660, 675, 690]);
    }

    proptest! {
        #[test]
        fn a_line_never_costs_less_than_its_options_nor_more_than_everything(
            lines in prop::collection::vec((1..20i64, 0..10_000i64, 0..1000i64, any::<bool>()), 0..6),
            each in any::<bool>(), times in 1..6i64, used in 0..4i64,
        ) {
            let share = allowance(Period::Day, each, times, vec![(if each { 7 } else { 0 }, used)]);
            let lines: Vec<Wanted> = lines.into_iter().map(|(q, unit, extra, has)| wanted(q, unit, extra, has.then(|| share.clone()))).collect();
            let party = [7, 8];
            let priced = price(&lines, &party);
            let included: i64 = priced.iter().map(|line| line.included).sum();
            let left = left_of(&share, &party).unwrap().0;
            prop_assert!(included <= left);
            for (line, wanted) in priced.iter().zip(&lines) {
                prop_assert_eq!(line.amount, (wanted.quantity - line.included) * wanted.unit + wanted.quantity * wanted.extra);
                prop_assert!(line.amount >= wanted.quantity * wanted.extra && line.included <= wanted.quantity);
                prop_assert_eq!(line.whose.len() as i64, line.included);
            }
            // Nobody's share is used more often than it has pieces left.
            for guest in party {
                let mine = priced.iter().flat_map(|line| &line.whose).filter(|whose| each && **whose == guest).count() as i64;
                prop_assert!(mine <= share.left_for(guest).unwrap());
            }
        }

        #[test]
        fn open_hours_agree_with_their_stretches(windows in prop::collection::vec((any::<[bool; 7]>(), 0..1440i64, 0..1440i64), 1..4), at in 0..1440i64, ahead in 0..7i64) {
            let windows: Vec<Window> = windows.into_iter().map(|(on, from, to)| Window { on, from, to }).collect();
            let day = Day::new(2026, 11, 16).unwrap().plus(ahead);
            let expected = windows.iter().any(|w| {
                let today = w.on[day.weekday()];
                let yesterday = w.on[day.plus(-1).weekday()];
                if w.from < w.to { today && (w.from..w.to).contains(&at) } else { (today && at >= w.from) || (yesterday && at < w.to) }
            });
            prop_assert_eq!(is_open(&windows, day, WallTime(at)), expected);
        }
    }
}
