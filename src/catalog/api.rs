//! The doors of the catalogue. Two of them are open to everybody: what is here, and what it costs.

use super::{CatalogRefusal, OfferPageData, OffersPageData};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// The catalogue through the filters of the form, with the price for whoever asks. What cannot be read in a filter
/// narrows nothing: a list is always an answer.
#[server(endpoint = "offers", input = GetUrl)]
pub async fn offers(
    #[server(default)] q: String,
    #[server(default)] category: String,
    #[server(default)] included: String,
    #[server(default)] today: String,
    #[server(default)] wished: String,
    #[server(default)] age: String,
) -> Result<OffersPageData, CatalogRefusal> {
    use super::search::{self, Filters, ForWhom, Searched};
    use super::seen::Seen;
    use super::{CategoryChip, shelf::shelf};

    let (shelf, seen) = (shelf()?, Seen::now().await?);
    let lang = seen.lang;
    let filters = Filters::read(&q, &category, &included, &today, &wished, &age);
    let words = search::words_of(&filters.q);
    let mut found = Vec::new();
    for (id, offer) in shelf.offers() {
        let category = shelf.category(&offer.category);
        let texts = Searched {
            title: offer.title.get(lang),
            summary: offer.summary.get(lang),
            category: category.map_or("", |category| category.name.get(lang)),
            place: offer.place.get(lang),
        };
        let Some(distance) = search::fit(&words, &texts) else { continue };
        let whom = ForWhom { kind: offer.kind, age_min: offer.age_min, age_max: offer.age_max, bands: &offer.bands };
        let card = seen.card(&shelf, id, offer);
        let fits = filters.category.as_ref().is_none_or(|key| *key == offer.category)
            && filters.age.is_none_or(|age| search::for_child(&whom, age))
            && (!filters.included || search::costs_nothing(&card.tag))
            && (!filters.today || offer.is_on(seen.today, seen.minute))
            && (!filters.wished || card.wished);
        if fits {
            let position = shelf.categories.iter().position(|category| category.key == offer.category);
            found.push(((distance, position.unwrap_or(usize::MAX)), card));
        }
    }
    found.sort_by_key(|(order, _)| *order);
    Ok(OffersPageData {
        categories: shelf
            .categories
            .iter()
            .filter(|category| shelf.offers().any(|(_, offer)| offer.category == category.key))
            .map(|category| CategoryChip { key: category.key.clone(), name: category.name.get(lang).to_owned(), icon: category.icon.clone() })
            .collect(),
        cards: found.into_iter().map(|(_, card)| card).collect(),
        package: seen.package(&shelf),
    })
}

/// Everything about one offer.
#[server(endpoint = "offer", input = GetUrl)]
pub async fn offer(key: String) -> Result<OfferPageData, CatalogRefusal> {
    use super::seen::Seen;
    use super::shelf::shelf;

    let (shelf, seen) = (shelf()?, Seen::now().await?);
    let (id, offer) = shelf.offer_by_key(&key)?;
    let lang = seen.lang;
    Ok(OfferPageData {
        card: seen.card(&shelf, id, offer),
        category_name: shelf.category(&offer.category).map_or("", |category| category.name.get(lang)).to_owned(),
        details: offer.details.get(lang).to_owned(),
        place: offer.place.get(lang).to_owned(),
        bring: offer.bring.as_ref().map(|bring| bring.get(lang).to_owned()).filter(|bring| !bring.is_empty()),
        bands: offer.bands.clone(),
        price: offer.price,
        adult_needed: offer.adult_needed,
        policy: offer.policy.clone(),
        options: offer.choices(lang),
        questions: offer.questions(lang),
        allowance: seen.allowance(&shelf, offer),
        watched: seen.watched(id),
    })
}

/// Marks an offer (`on=true`) or takes the mark back (`on=false`): `what` is `wished`, which puts it on the wish list, or
/// `watched`, which watches its price from what it costs this stay now. Doing it twice is doing it once. `next` is where a
/// page without JavaScript goes on.
#[server(endpoint = "mark")]
pub async fn mark(key: String, what: String, on: String, #[server(default)] next: String) -> Result<bool, CatalogRefusal> {
    use super::{shelf::shelf, store};
    use crate::base::Fault;
    use crate::people::session::{Guest, see_other};
    use crate::server::{Nudge, begin};
    use crate::stays;

    let guest = Guest::staying()?;
    let mark = match what.as_str() {
        "wished" => store::Mark::Wished,
        "watched" => store::Mark::Watched,
        _ => return Err(Fault::Field("what".to_owned()).into()),
    };
    let on: bool = on.parse().map_err(|_| Fault::Field("on".to_owned()))?;
    let shelf = shelf()?;
    let (id, offer) = shelf.offer_by_key(&key)?;
    let mut tx = begin().await?;
    let changed = if on {
        let party = stays::store::party(tx.conn(), guest.stay()).await?;
        let price = shelf.price_for(guest.package(), offer, party.iter().map(|one| one.age));
        store::put_mark(&mut tx, guest.stay(), id, mark, price).await?
    } else {
        store::take_mark(&mut tx, guest.stay(), id, mark).await?
    };
    if changed {
        tx.nudge(Nudge::Stay(guest.stay()));
    }
    tx.commit().await?;
    see_other(&if next == "/wishes" { next } else { format!("/offers/{}", offer.key) });
    Ok(on)
}
