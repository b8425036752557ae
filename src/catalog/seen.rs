//! The catalogue through the eyes of whoever asks: their language, their package, what they used of it, what they marked.

use super::included::{self, Used};
use super::shelf::{Offer, Shelf};
use super::store::Marks;
use super::{Allowance, OfferCard, Tag, rules, store};
use crate::base::{Day, Fault, Lang, OfferId};
use crate::people::session::{Guest, caller};
use crate::server::{Time, house};
use crate::stays::{self, Person};
use leptos::prelude::use_context;
use std::collections::HashMap;

/// Who looks, and when.
pub struct Seen {
    pub lang: Lang,
    /// The resort's day.
    pub today: Day,
    /// Minutes after the resort's midnight.
    pub minute: i64,
    guest: Option<Eyes>,
}

/// What only a signed-in guest has.
struct Eyes {
    package: String,
    party: Vec<Person>,
    used: Vec<Used>,
    marks: HashMap<OfferId, Marks>,
}

impl Seen {
    /// Whoever asks, at this instant.
    pub async fn now() -> Result<Seen, Fault> {
        let house = house()?;
        let time = use_context::<Time>().ok_or(Fault::TryAgain)?;
        let (now, lang) = (house.clock.now(), caller()?.lang);
        let guest = match Guest::perhaps() {
            Some(guest) => {
                let pool = house.database.readers();
                let mut conn = pool.acquire().await?;
                Some(Eyes {
                    package: guest.package().to_owned(),
                    party: stays::store::party(&mut conn, guest.stay()).await?,
                    used: included::used(&mut conn, guest.stay(), now).await?,
                    marks: store::marks(&mut conn, guest.stay()).await?,
                })
            }
            None => None,
        };
        Ok(Seen { lang, today: time.day(now), minute: time.wall(now).0, guest })
    }

    /// What the package gives of an offer today; nothing for somebody who is not signed in.
    pub fn allowance(&self, shelf: &Shelf, offer: &Offer) -> Option<Allowance> {
        let eyes = self.guest.as_ref()?;
        included::allowance(shelf, &eyes.package, offer, self.today, &eyes.used)
    }

    /// The price tag of an offer for whoever looks. A share that each person has counts only for those who are of an
    /// age to take part.
    pub fn tag(&self, shelf: &Shelf, offer: &Offer) -> Tag {
        let Some(eyes) = &self.guest else { return shelf.public_tag(offer) };
        let may_come: Vec<i64> =
            eyes.party.iter().filter(|one| rules::age_allowed(offer.age_min, offer.age_max, one.age)).map(|one| one.id.0).collect();
        let allowance = self.allowance(shelf, offer).filter(|allowance| !(allowance.each_person && may_come.is_empty()));
        rules::as_deposit(rules::tag(offer.price, allowance.as_ref(), &may_come), offer.is_deposit())
    }

    /// An offer in a list.
    pub fn card(&self, shelf: &Shelf, id: OfferId, offer: &Offer) -> OfferCard {
        shelf.card(id, offer, self.lang, self.tag(shelf, offer), self.marks(id).wished)
    }

    /// Whether this stay watches the price of an offer.
    pub fn watched(&self, id: OfferId) -> bool {
        self.marks(id).watched
    }

    fn marks(&self, id: OfferId) -> Marks {
        self.guest.as_ref().and_then(|eyes| eyes.marks.get(&id).copied()).unwrap_or_default()
    }

    /// The name of the package.
    pub fn package(&self, shelf: &Shelf) -> Option<String> {
        let eyes = self.guest.as_ref()?;
        shelf.package(&eyes.package).map(|package| package.name.get(self.lang).to_owned())
    }
}

/// Remembers that whoever asks reached the choice of an offer, if they are a guest who could go on. It is written down
/// later, and seldom: a page waits for none of it.
pub fn reached(offer: OfferId) {
    if let (Ok(house), Ok(guest)) = (house(), Guest::staying()) {
        house.looks.add(guest.stay(), offer, house.clock.now());
    }
}
