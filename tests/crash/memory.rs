//! What was said to guests, and whether the database still says the same. A state that somebody was told of stays; while
//! an answer is awaited there are two that may be.

use cabana::server::Pool;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What guests have sent and what they were told.
#[derive(Default)]
pub struct Memory {
    /// Forms that hold places, by their key: the booking, once it was named.
    pub holds: HashMap<String, Option<i64>>,
    /// Forms that order, the same way.
    pub orders: HashMap<String, Option<i64>>,
    /// Forms that pay by card.
    pub payments: HashSet<String>,
    /// In which states a booking may be.
    pub bookings: BTreeMap<i64, Vec<&'static str>>,
    /// By the provider's name for a payment: its booking, and in which states it may be.
    pub paying: HashMap<String, (i64, Vec<&'static str>)>,
    /// What the acquirer said it has decided.
    pub decided: HashMap<String, &'static str>,
    /// Numbers of receipts that were shown: of which booking, minor units.
    pub receipts: BTreeMap<String, (i64, i64)>,
    /// How many deeds were done, as is found after a kill, although nobody was told so.
    pub done_unsaid: usize,
    /// And how many were not.
    pub undone: usize,
}

impl Memory {
    /// A deed with a booking was sent: it may be in this state, too.
    pub fn may_be(&mut self, booking: i64, state: &'static str) {
        self.bookings.entry(booking).or_default().push(state);
    }

    /// It was said to be in this state.
    pub fn is(&mut self, booking: i64, state: &'static str) {
        self.bookings.insert(booking, vec![state]);
    }

    /// What is on its way for a booking may have been called off.
    pub fn may_be_called_off(&mut self, booking: i64) {
        for (_, states) in self.paying.values_mut().filter(|(of, states)| *of == booking && states.contains(&"pending")) {
            states.push("cancelled");
        }
    }

    /// It was: nothing of a booking is on its way any more.
    pub fn is_called_off(&mut self, booking: i64) {
        for (_, states) in self.paying.values_mut().filter(|(of, _)| *of == booking) {
            states.retain(|state| *state != "pending");
        }
    }

    /// What the database says that differs from what was said to guests. Forms in hand, whose answer nobody had, may have
    /// been done or not, and are counted.
    pub async fn differences(&mut self, pool: &Pool) -> Vec<String> {
        let mut found = Vec::new();
        self.places(pool, &mut found).await;
        self.money(pool, &mut found).await;
        let orders: Vec<(i64, String)> = sqlx::query_as("SELECT id, intent FROM orders").fetch_all(pool).await.unwrap();
        self.in_hand(made("order", &self.orders, &orders, &mut found));
        found
    }

    /// Deeds whose answer nobody had: so many were done, so many were not.
    fn in_hand(&mut self, (done, undone): (usize, usize)) {
        self.done_unsaid += done;
        self.undone += undone;
    }

    async fn places(&mut self, pool: &Pool, found: &mut Vec<String>) {
        let rows: Vec<(i64, String, String)> = sqlx::query_as("SELECT id, intent, state FROM bookings").fetch_all(pool).await.unwrap();
        let forms: Vec<(i64, String)> = rows.iter().map(|(id, intent, _)| (*id, intent.clone())).collect();
        self.in_hand(made("booking", &self.holds, &forms, found));
        let states: HashMap<i64, &str> = rows.iter().map(|(id, _, state)| (*id, state.as_str())).collect();
        let mut in_hand = (0, 0);
        for (id, may_be) in &self.bookings {
            match states.get(id) {
                Some(state) if may_be.contains(state) => count(&mut in_hand, may_be, state),
                other => found.push(format!("booking {id} is {other:?} and was said to be {may_be:?}")),
            }
        }
        self.in_hand(in_hand);
    }

    async fn money(&mut self, pool: &Pool, found: &mut Vec<String>) {
        let rows: Vec<(i64, String, Option<String>, String)> =
            sqlx::query_as("SELECT booking_id, intent, reference, state FROM payments").fetch_all(pool).await.unwrap();
        found.extend(rows.iter().filter(|(_, intent, ..)| !self.payments.contains(intent)).map(|row| format!("nobody began to pay so: {row:?}")));
        let mut captured = HashSet::new();
        let twice = rows.iter().filter(|(booking, .., state)| state == "captured" && !captured.insert(*booking));
        found.extend(twice.map(|(booking, ..)| format!("booking {booking} was paid for twice")));
        let known: HashMap<&str, (i64, &str)> =
            rows.iter().filter_map(|(booking, _, reference, state)| Some((reference.as_deref()?, (*booking, state.as_str())))).collect();
        for (reference, (booking, may_be)) in &self.paying {
            match known.get(reference.as_str()) {
                Some((of, state)) if of == booking && may_be.contains(state) => {}
                other => found.push(format!("payment {reference} of booking {booking} is {other:?} and was said to be {may_be:?}")),
            }
        }
        let books: Vec<(String, String)> = sqlx::query_as("SELECT reference, state FROM sandbox_payments").fetch_all(pool).await.unwrap();
        let books: HashMap<String, String> = books.into_iter().collect();
        for (reference, decided) in &self.decided {
            if books.get(reference).map(String::as_str) != Some(*decided) {
                found.push(format!("the acquirer said {decided} of {reference} and has {:?} in its books", books.get(reference)));
            }
        }
        let receipts: Vec<(String, i64, i64, i64)> = sqlx::query_as(
            "SELECT r.series, r.number, coalesce(p.booking_id, f.booking_id), r.amount FROM receipts r
               LEFT JOIN payments p ON p.id = r.payment_id LEFT JOIN refunds f ON f.id = r.refund_id",
        )
        .fetch_all(pool)
        .await
        .unwrap();
        let receipts: HashMap<String, (i64, i64)> =
            receipts.into_iter().map(|(series, number, booking, amount)| (format!("{series}-{number:06}"), (booking, amount))).collect();
        for (number, said) in &self.receipts {
            if receipts.get(number) != Some(said) {
                found.push(format!("receipt {number} was shown as {said:?} and is {:?}", receipts.get(number)));
            }
        }
    }
}

/// Counts a deed in hand as done or not. One that changes no state is neither.
fn count((done, undone): &mut (usize, usize), may_be: &[&str], state: &str) {
    match may_be {
        [before, .., after] if before != after && state == *after => *done += 1,
        [before, .., after] if before != after => *undone += 1,
        _ => {}
    }
}

/// Compares what forms made with what was said of them. Answers how many of those of which nothing was said have made
/// something, and how many have not.
fn made(what: &str, said: &HashMap<String, Option<i64>>, rows: &[(i64, String)], found: &mut Vec<String>) -> (usize, usize) {
    let (mut there, mut in_hand) = (HashMap::new(), (0, 0));
    for (id, intent) in rows {
        if !said.contains_key(intent) {
            found.push(format!("nobody asked for {what} {id}"));
        }
        if let Some(other) = there.insert(intent, *id) {
            found.push(format!("{what} {id} and {other} are of one form"));
        }
    }
    for (intent, id) in said {
        match (id, there.get(intent)) {
            (None, Some(_)) => in_hand.0 += 1,
            (None, None) => in_hand.1 += 1,
            (Some(id), Some(there)) if id == there => {}
            (Some(id), there) => found.push(format!("{what} {id} was said to be made by {intent}, which made {there:?}")),
        }
    }
    in_hand
}

/// What must be so once nobody asks any more and the errands are done: money here and at the acquirer is the same, and
/// receipts have no gap.
pub async fn books(pool: &Pool) -> Vec<String> {
    let compared = [
        (
            "taken by the acquirer, and not here",
            "SELECT s.reference FROM sandbox_payments s LEFT JOIN payments p ON p.secret = s.secret AND p.reference = s.reference
              WHERE s.state = 'captured' AND (p.state IS NULL OR p.state <> 'captured' OR p.amount <> s.amount OR p.refunded <> s.refunded)",
        ),
        (
            "taken here, and not by the acquirer",
            "SELECT p.secret FROM payments p LEFT JOIN sandbox_payments s ON s.secret = p.secret WHERE p.state = 'captured' AND (s.state IS NULL OR s.state <> 'captured')",
        ),
        (
            "declined by the acquirer, and something else here",
            "SELECT s.reference FROM sandbox_payments s JOIN payments p ON p.secret = s.secret WHERE s.state = 'declined' AND p.state <> 'failed'",
        ),
        (
            "given back by the acquirer, and not here",
            "SELECT s.secret FROM sandbox_refunds s LEFT JOIN refunds f ON f.secret = s.secret LEFT JOIN payments p ON p.id = f.payment_id
              WHERE f.state IS NULL OR f.state <> 'settled' OR f.amount <> s.amount OR p.reference <> s.reference",
        ),
        (
            "given back here, and not by the acquirer",
            "SELECT f.secret FROM refunds f LEFT JOIN sandbox_refunds s ON s.secret = f.secret WHERE s.secret IS NULL",
        ),
        (
            "still open at the acquirer, with a guest who knows its page",
            "SELECT s.reference FROM sandbox_payments s JOIN payments p ON p.reference = s.reference WHERE s.state IN ('waiting', 'second_step')",
        ),
        ("somebody has to look at payment", "SELECT secret FROM payments WHERE state = 'stuck'"),
    ];
    let mut found = Vec::new();
    for (what, sql) in compared {
        let rows: Vec<String> = sqlx::query_scalar(sql).fetch_all(pool).await.unwrap();
        found.extend(rows.into_iter().map(|row| format!("{what}: {row}")));
    }
    for (series, sql) in
        [("A", "SELECT count(*) FROM payments WHERE state = 'captured'"), ("B", "SELECT count(*) FROM refunds WHERE sent_at IS NOT NULL")]
    {
        let money: i64 = sqlx::query_scalar(sql).fetch_one(pool).await.unwrap();
        let given: Vec<i64> =
            sqlx::query_scalar("SELECT number FROM receipts WHERE series = $1 ORDER BY number").bind(series).fetch_all(pool).await.unwrap();
        if given != (1..=money).collect::<Vec<_>>() {
            found.push(format!("{money} times money moved, and receipts {series} are {given:?}"));
        }
    }
    found
}
