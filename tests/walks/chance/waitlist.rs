//! Who joins which line, and who leaves it.

use super::{ANSWERS, Guide};
use crate::walks::model::{Model, Place, Step, Waiting, When};
use crate::walks::world::{APPOINTMENTS, DAYS, OFFERS, SESSIONS, STAYS, minutes_of};

impl Guide {
    pub(super) fn at_the_line(&mut self, model: &Model) -> Step {
        let own: Vec<i64> = model
            .lines
            .iter()
            .filter(|(_, entry)| entry.stay == self.stay && matches!(entry.state, "waiting" | "offered"))
            .map(|(id, _)| *id)
            .collect();
        match self.chance.below(100) {
            0..82 => self.join(model),
            82..95 => {
                let any: Vec<i64> = model.lines.keys().copied().collect();
                let entry = self.chance.of(&own).or_else(|| self.chance.of(&any)).unwrap_or(999_999);
                Step::LeaveLine { stay: self.stay, entry }
            }
            _ => {
                // Somebody else's, or one that has ended.
                let any: Vec<i64> = model.lines.keys().copied().collect();
                Step::LeaveLine { stay: self.stay, entry: self.chance.of(&any).unwrap_or(999_999) }
            }
        }
    }

    /// Rather for what is full and still to come; now and then a form that was sent before, or one that says it differently.
    fn join(&mut self, model: &Model) -> Step {
        let stay = self.stay;
        let before: Vec<Waiting> = model.lines.values().filter(|entry| entry.stay == stay).map(|entry| entry.wish()).collect();
        if let Some(mut wish) = self.chance.of(&before).filter(|_| self.chance.percent(12)) {
            if self.chance.percent(30) {
                wish.guests = self.guests(stay);
            }
            return Step::Join { stay, wish };
        }
        let place = self.full(model).filter(|_| self.chance.percent(85)).unwrap_or_else(|| self.place(model));
        self.forms += 1;
        let when = When::of(place);
        let wall = when.map_or(600, |when| minutes_of(when.starts));
        let between = match self.chance.below(10) {
            0..5 => (None, None),
            5..7 => (Some(wall - self.chance.between(0, 4) * 30), Some(wall + self.chance.between(0, 4) * 30)),
            7 => (Some(0), Some(1439)),
            8 => (None, Some(wall + 120)),
            _ => (Some(wall + 30), None),
        };
        let between = (between.0.map(|wall: i64| wall.clamp(0, 1439)), between.1.map(|wall: i64| wall.clamp(0, 1439)));
        let most = match self.chance.below(10) {
            0..2 => Some(20_000),
            2 => Some(1_000),
            _ => None,
        };
        let answer = when.and_then(|when| when.offer().question).and_then(|_| ANSWERS[self.chance.below(ANSWERS.len())]);
        let guests = self.guests(stay);
        Step::Join { stay, wish: Waiting { place, guests, answer, between, most, intent: format!("the-form-of-a-walk-{}", self.forms) } }
    }

    /// Something of the coming days that nobody can have now.
    pub(super) fn full(&mut self, model: &Model) -> Option<Place> {
        let mut full: Vec<Place> = (0..SESSIONS.len())
            .filter(|session| !model.off.contains(session) && model.capacity(*session) == model.taken(*session, None))
            .map(Place::Session)
            .collect();
        for offer in APPOINTMENTS {
            let plan = &OFFERS[offer];
            let starts = (plan.hours.0..plan.hours.1).step_by(plan.step as usize);
            let all = (0..DAYS).flat_map(|day| starts.clone().map(move |wall| Place::Time { offer, day, wall }));
            full.extend(all.filter(|place| When::of(*place).is_some_and(|when| model.free_resources(&when, None).next().is_none())));
        }
        full.retain(|place| When::of(*place).is_some_and(|when| when.starts > model.now && when.day <= STAYS[self.stay].departs));
        self.chance.of(&full)
    }
}
