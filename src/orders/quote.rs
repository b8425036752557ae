//! A basket against the catalogue: what its keys mean, what it costs this guest on a day, and when all of it is served.

use super::basket::{Basket, Line};
use super::rules::{self, Priced, Wanted, Window};
use super::{Answer, LONGEST_ANSWER, Moment, OrderRefusal, Said, Sold, SoldAnswer};
use crate::base::{Day, Lang, OfferId, StayId, WallTime};
use crate::catalog::shelf::{Hours, Offer, OfferOption, Shelf};
use crate::catalog::{Allowance, Kind, included};
use crate::people::session::Guest;
use crate::server::Conn;

/// Whose basket it is, as far as prices care.
pub struct Buyer {
    /// Key of the package; nobody is signed in without one.
    package: Option<String>,
    /// Everybody of the party: id and age.
    people: Vec<(i64, i64)>,
    used: Vec<included::Used>,
}

impl Buyer {
    /// Reads the party and what its package has used up.
    pub async fn read(conn: &mut Conn, guest: Option<&Guest>, now: i64) -> Result<Buyer, sqlx::Error> {
        let Some(guest) = guest else { return Ok(Buyer { package: None, people: Vec::new(), used: Vec::new() }) };
        let stay: StayId = guest.stay();
        let people = crate::stays::store::party(conn, stay).await?.into_iter().map(|person| (person.id.0, person.age)).collect();
        let used = included::used(conn, stay, now).await?;
        Ok(Buyer { package: Some(guest.package().to_owned()), people, used })
    }

    /// The ids of the party.
    pub fn party(&self) -> Vec<i64> {
        self.people.iter().map(|(id, _)| *id).collect()
    }

    /// What the package gives of an offer on a day.
    pub fn allowance(&self, shelf: &Shelf, offer: &Offer, day: Day) -> Option<Allowance> {
        included::allowance(shelf, self.package.as_deref()?, offer, day, &self.used)
    }

    /// Whether anybody of the party is of the offer's age. Before signing in nobody is asked.
    fn of_age(&self, offer: &Offer) -> bool {
        let fits = |age: i64| crate::catalog::rules::age_allowed(offer.age_min, offer.age_max, age);
        self.people.is_empty() || self.people.iter().any(|(_, age)| fits(*age))
    }
}

/// A line whose keys all mean something.
pub struct Meant<'a> {
    pub id: OfferId,
    pub offer: &'a Offer,
    pub option: Option<&'a OfferOption>,
    pub line: Line,
}

impl<'a> Meant<'a> {
    /// Looks a line up in the catalogue. Answers that fit no question are left out; a required one that is missing
    /// is a refusal of its own.
    pub fn find(shelf: &'a Shelf, mut line: Line, lang: Lang) -> Result<Meant<'a>, OrderRefusal> {
        let (id, offer) = shelf.offer_by_key(&line.offer).map_err(|_| OrderRefusal::Gone)?;
        if offer.kind != Kind::Service {
            return Err(OrderRefusal::Gone);
        }
        let option = offer.options.iter().find(|option| option.key == line.option);
        if option.is_none() && !(offer.options.is_empty() && line.option.is_empty()) {
            return Err(OrderRefusal::Gone);
        }
        line.answers.retain(|key, answer| {
            offer
                .questions
                .iter()
                .any(|question| question.key == *key && (question.choices.is_empty() || choice(answer, question.choices.len()).is_some()))
        });
        for question in &offer.questions {
            if question.required && !line.answers.contains_key(&question.key) {
                return Err(OrderRefusal::Unanswered { title: offer.title.get(lang).to_owned(), question: question.text.get(lang).to_owned() });
            }
        }
        Ok(Meant { id, offer, option, line })
    }

    pub fn extra(&self) -> i64 {
        self.option.map_or(0, |option| option.price)
    }

    /// What is kept of it with the order, in every language.
    pub fn sold(&self) -> Sold {
        let answers = self.offer.questions.iter().filter_map(|question| {
            let given = self.line.answers.get(&question.key)?;
            let answer = if question.choices.is_empty() {
                Answer::Said(given.chars().take(LONGEST_ANSWER).collect())
            } else {
                Answer::Chosen(question.choices.get(choice(given, question.choices.len())?)?.clone())
            };
            Some(SoldAnswer { question: question.text.clone(), answer })
        });
        Sold {
            key: self.offer.key.clone(),
            title: self.offer.title.clone(),
            option: self.option.map(|option| option.name.clone()),
            answers: answers.collect(),
            photo: self.offer.photo.clone(),
        }
    }
}

/// The number of a choice, if it is one.
fn choice(answer: &str, choices: usize) -> Option<usize> {
    answer.parse().ok().filter(|index| *index < choices)
}

impl Sold {
    pub fn said(&self, lang: Lang) -> Vec<Said> {
        let say = |one: &SoldAnswer| Said {
            question: one.question.get(lang).to_owned(),
            answer: match &one.answer {
                Answer::Chosen(texts) => texts.get(lang).to_owned(),
                Answer::Said(text) => text.clone(),
            },
        };
        self.answers.iter().map(say).collect()
    }
}

/// Every line of a basket that can be had, and whether something had to be left out.
pub fn meant<'a>(shelf: &'a Shelf, basket: Basket, lang: Lang) -> (Vec<Meant<'a>>, bool) {
    let wanted = basket.lines.len();
    let lines: Vec<Meant> = basket.lines.into_iter().filter_map(|line| Meant::find(shelf, line, lang).ok()).collect();
    let gone = lines.len() < wanted;
    (lines, gone)
}

/// What the lines cost when they are brought on a day.
pub fn prices(shelf: &Shelf, buyer: &Buyer, lines: &[Meant], day: Day) -> Vec<Priced> {
    let wanted: Vec<Wanted> = lines
        .iter()
        .map(|meant| Wanted {
            quantity: meant.line.quantity,
            unit: meant.offer.price,
            extra: meant.extra(),
            allowance: buyer.allowance(shelf, meant.offer, day),
        })
        .collect();
    rules::price(&wanted, &buyer.party())
}

/// Opening hours as the rules know them.
pub fn windows(hours: &[Hours]) -> Vec<Window> {
    hours
        .iter()
        .map(|hours| {
            let mut on = [hours.days.is_empty(); 7];
            for day in &hours.days {
                if let Some(on) = on.get_mut(*day as usize) {
                    *on = true;
                }
            }
            Window { on, from: hours.from.0, to: hours.to.0 }
        })
        .collect()
}

/// When an offer opens next.
pub fn opens(offer: &Offer, day: Day, at: WallTime) -> Option<Moment> {
    rules::opens_next(&windows(&offer.hours), day, at).map(|(day, at)| Moment { day, wall: at.to_string() })
}

/// Whether all of it may be brought to this party at a time; otherwise why not.
pub fn may_be_had(lines: &[Meant], buyer: &Buyer, day: Day, at: WallTime, lang: Lang) -> Result<(), OrderRefusal> {
    for meant in lines {
        let title = || meant.offer.title.get(lang).to_owned();
        if !buyer.of_age(meant.offer) {
            return Err(OrderRefusal::TooYoung { title: title(), age: meant.offer.age_min.unwrap_or(0) });
        }
        if !rules::is_open(&windows(&meant.offer.hours), day, at) {
            return Err(OrderRefusal::Closed { title: title(), opens: opens(meant.offer, day, at) });
        }
    }
    Ok(())
}

/// The stretches of a day in which all of it is served.
pub fn open_together(lines: &[Meant], day: Day) -> Vec<(i64, i64)> {
    lines.iter().fold(rules::stretches(&[], day), |open, meant| rules::common(&open, &rules::stretches(&windows(&meant.offer.hours), day)))
}
