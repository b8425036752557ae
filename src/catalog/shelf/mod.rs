//! The catalogue in memory: read once after each import, shared by every request. It holds nothing of any guest. What it
//! consists of is in `body.rs`.

mod body;

pub use body::*;

use super::store::{self, Table};
use super::{Allowance, OfferCard, Tag, Way, rules};
use crate::base::{Fault, Lang, OfferId, ResourceId};
use crate::server::{Conn, Pool, Time};
use crate::words::Coin;
use leptos::prelude::use_context;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// One version of the catalogue.
pub struct Shelf {
    pub version: i64,
    pub resort: Resort,
    pub time: Time,
    pub coin: Coin,
    pub categories: Vec<Category>,
    /// The packages that are sold.
    pub packages: Vec<Package>,
    /// Those that are not sold any more, for the stays that still have one.
    retired: Vec<Package>,
    pub places: Vec<Place>,
    pub pages: Vec<GuidePage>,
    offers: Vec<(OfferId, Offer)>,
    by_id: HashMap<OfferId, usize>,
    by_key: HashMap<String, usize>,
    resources: Vec<(ResourceId, Resource)>,
}

impl Shelf {
    /// Reads the whole catalogue. `None` before the first import.
    pub async fn read(conn: &mut Conn) -> Result<Option<Shelf>, sqlx::Error> {
        let Some((version, body)) = store::resort(&mut *conn).await? else { return Ok(None) };
        let resort: Resort = decode(&body)?;
        let offers: Vec<(OfferId, Offer)> = rows(&mut *conn, Table::Offers).await?.into_iter().map(|(id, offer)| (OfferId(id), offer)).collect();
        Ok(Some(Shelf {
            version,
            time: Time(resort.time_zone.parse().unwrap_or(chrono_tz::UTC)),
            coin: coin(&resort.currency),
            categories: bodies(&mut *conn, Table::Categories).await?,
            packages: bodies(&mut *conn, Table::Packages).await?,
            retired: bodies(&mut *conn, Table::RetiredPackages).await?,
            places: bodies(&mut *conn, Table::Places).await?,
            pages: bodies(&mut *conn, Table::Pages).await?,
            resources: rows(&mut *conn, Table::Resources).await?.into_iter().map(|(id, body)| (ResourceId(id), body)).collect(),
            by_id: offers.iter().enumerate().map(|(index, (id, _))| (*id, index)).collect(),
            by_key: offers.iter().enumerate().map(|(index, (_, offer))| (offer.key.clone(), index)).collect(),
            resort,
            offers,
        }))
    }

    /// Every offer, in the order of the catalogue.
    pub fn offers(&self) -> impl Iterator<Item = (OfferId, &Offer)> {
        self.offers.iter().map(|(id, offer)| (*id, offer))
    }

    /// An offer that can still be had.
    pub fn offer(&self, id: OfferId) -> Result<&Offer, Fault> {
        self.by_id.get(&id).map(|index| &self.offers[*index].1).ok_or(Fault::NotFound)
    }

    pub fn offer_by_key(&self, key: &str) -> Result<(OfferId, &Offer), Fault> {
        self.by_key.get(key).map(|index| (self.offers[*index].0, &self.offers[*index].1)).ok_or(Fault::NotFound)
    }

    pub fn category(&self, key: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.key == key)
    }

    /// What an offer needs at once: of each any one, in the order they are asked.
    pub fn needs_of<'a>(&'a self, offer: &'a Offer) -> Vec<Vec<(ResourceId, &'a Resource)>> {
        let known = |key: &String| self.resources.iter().find(|(_, resource)| resource.key == *key).map(|(id, resource)| (*id, resource));
        offer.resources.iter().map(|need| need.iter().filter_map(known).collect()).collect()
    }

    /// How long the way between two offers takes, in seconds; nothing where it is not known.
    pub fn walk(&self, one: OfferId, other: OfferId) -> i64 {
        let area = |id: OfferId| self.offer(id).ok().and_then(|offer| offer.area.as_deref());
        let (Some(from), Some(to)) = (area(one), area(other)) else { return 0 };
        let between = |walk: &&Walk| (walk.from == from && walk.to == to) || (walk.from == to && walk.to == from);
        self.resort.walks.iter().find(between).map_or(0, |walk| walk.minutes * 60)
    }

    /// Whether each person of a booking uses something up, so that it matters how many come.
    pub fn counts_people(&self, offer: &Offer) -> bool {
        self.resources_of(offer).any(|(_, resource)| resource.each_person)
    }

    /// Every resource that may serve an offer.
    pub fn resources_of<'a>(&'a self, offer: &'a Offer) -> impl Iterator<Item = (ResourceId, &'a Resource)> {
        self.needs_of(offer).into_iter().flatten()
    }

    /// Everything that bookings occupy, in the order of the catalogue.
    pub fn resources(&self) -> impl Iterator<Item = (ResourceId, &Resource)> {
        self.resources.iter().map(|(id, resource)| (*id, resource))
    }

    /// A package that a stay has, sold any more or not.
    pub fn package(&self, key: &str) -> Option<&Package> {
        self.packages.iter().chain(&self.retired).find(|package| package.key == key)
    }

    /// What a package gives of an offer; nothing used yet. An offer's own line wins over its category's.
    pub fn allowance(&self, package: &str, offer: &Offer) -> Option<Allowance> {
        let package = self.package(package)?;
        let own = package.items.iter().find(|item| item.offer.as_ref() == Some(&offer.key));
        let item = own.or_else(|| package.items.iter().find(|item| item.category.as_ref() == Some(&offer.category)))?;
        Some(Allowance {
            item: item.offer.clone().or_else(|| item.category.clone()).unwrap_or_default(),
            period: item.included,
            each_person: item.each_person,
            times: item.times,
            used: Vec::new(),
        })
    }

    /// How an offer may be paid for. By card only where somebody takes cards; what nobody may pay in any way goes on the
    /// room's bill.
    pub fn ways(&self, offer: &Offer) -> Vec<Way> {
        let named = offer.pay.as_ref().unwrap_or(&self.resort.pay);
        let ways: Vec<Way> = named.iter().copied().filter(|way| *way != Way::Card || !self.resort.card.is_empty()).collect();
        if ways.is_empty() { vec![Way::Room] } else { ways }
    }

    /// What an offer costs a party of these ages as far as its package decides: nothing where the package gives of it,
    /// whatever was used by now, so that no counter that begins anew each day looks like a price that falls. Minor units.
    pub fn price_for(&self, package: &str, offer: &Offer, mut ages: impl Iterator<Item = i64>) -> i64 {
        let anyone = ages.any(|age| rules::age_allowed(offer.age_min, offer.age_max, age));
        let included = self.allowance(package, offer).is_some_and(|allowance| !allowance.each_person || anyone);
        if included { 0 } else { offer.price }
    }

    pub fn card(&self, id: OfferId, offer: &Offer, lang: Lang, tag: Tag, wished: bool) -> OfferCard {
        OfferCard {
            id,
            key: offer.key.clone(),
            kind: offer.kind,
            category: offer.category.clone(),
            title: offer.title.get(lang).to_owned(),
            summary: offer.summary.get(lang).to_owned(),
            photo: offer.photo.clone(),
            minutes: offer.minutes,
            tag,
            wished,
            age_min: offer.age_min,
            age_max: offer.age_max,
        }
    }

    /// The tag for somebody who is not signed in.
    pub fn public_tag(&self, offer: &Offer) -> Tag {
        rules::as_deposit(rules::tag(offer.price, None, &[]), offer.is_deposit())
    }
}

/// A currency by its ISO 4217 code.
pub fn coin(code: &str) -> Coin {
    let currency = iso_currency::Currency::from_code(code);
    Coin {
        code: code.to_owned(),
        symbol: currency.map_or_else(|| code.to_owned(), |currency| currency.symbol().symbol),
        exponent: currency.and_then(|currency| currency.exponent()).map_or(2, u32::from),
    }
}

async fn rows<T: DeserializeOwned>(conn: &mut Conn, table: Table) -> Result<Vec<(i64, T)>, sqlx::Error> {
    store::bodies(conn, table).await?.into_iter().map(|(id, body)| Ok((id, decode(&body)?))).collect()
}

async fn bodies<T: DeserializeOwned>(conn: &mut Conn, table: Table) -> Result<Vec<T>, sqlx::Error> {
    Ok(rows(conn, table).await?.into_iter().map(|(_, body)| body).collect())
}

fn decode<T: DeserializeOwned>(body: &str) -> Result<T, sqlx::Error> {
    serde_json::from_str(body).map_err(|error| sqlx::Error::Decode(error.into()))
}

/// The newest shelf, renewed when an import raised the version.
#[derive(Clone, Default)]
pub struct Shelves(Arc<RwLock<Option<Arc<Shelf>>>>);

impl Shelves {
    /// The shelf of at least this version.
    pub async fn at(&self, pool: &Pool, version: i64) -> Result<Option<Arc<Shelf>>, sqlx::Error> {
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(shelf) = held.filter(|shelf| shelf.version >= version) {
            return Ok(Some(shelf));
        }
        let Some(shelf) = Shelf::read(&mut *pool.acquire().await?).await?.map(Arc::new) else { return Ok(None) };
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(shelf.clone());
        Ok(Some(shelf))
    }
}

/// The shelf of the request that is being answered.
pub fn shelf() -> Result<Arc<Shelf>, Fault> {
    use_context::<Arc<Shelf>>().ok_or(Fault::TryAgain)
}
