//! The doors: a stay's own wish list, and what the desk sees of everybody's.

use super::{DemandSheet, WishRefusal, WishRow};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// What the stay has marked, in the order of the catalogue.
#[server(endpoint = "wishes", input = GetUrl)]
pub async fn wishes() -> Result<Vec<WishRow>, WishRefusal> {
    use super::{Room, act};
    use crate::catalog::seen::Seen;
    use crate::catalog::shelf::shelf;
    use crate::catalog::store;
    use crate::people::session::Guest;
    use crate::server::house;
    use crate::stays;
    use std::collections::HashMap;

    let guest = Guest::asking()?;
    let (house, shelf, seen) = (house()?, shelf()?, Seen::now().await?);
    let mut conn = house.database.readers().acquire().await?;
    let marks = store::marks(&mut conn, guest.stay()).await?;
    let party = stays::store::party(&mut conn, guest.stay()).await?;
    let rooms = act::of_stay(&mut conn, &shelf, guest.stay(), house.clock.now()).await?;
    let mut rooms: HashMap<_, _> = rooms.into_iter().map(|(offer, room, bought)| (offer, (room, bought))).collect();
    let rows = shelf.offers().filter_map(|(id, offer)| {
        let mark = marks.get(&id)?;
        let price = shelf.price_for(guest.package(), offer, party.iter().map(|one| one.age));
        // Nothing can be had any more once the stay is over.
        let (room, bought) = rooms.remove(&id).unwrap_or((Room::Over, false));
        Some(WishRow { card: seen.card(&shelf, id, offer), watched: mark.watched, was: mark.price_then.filter(|then| *then != price), room, bought })
    });
    Ok(rows.collect())
}

/// What is wanted and not bought; of the offer with this key also by whom.
#[server(endpoint = "staff-demand", input = GetUrl)]
pub async fn staff_demand(#[server(default)] offer: String) -> Result<DemandSheet, WishRefusal> {
    use super::{DemandOffer, DemandStay, Stage, store};
    use crate::base::{Day, OfferId, StayId};
    use crate::booking::store::moment;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::house;
    use std::collections::{BTreeMap, BTreeSet};

    Staff::at_the_desk()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let now = house.clock.now();
    let today = shelf.time.day(now);
    let mut conn = house.database.readers().acquire().await?;
    let wanted = store::wanted(&mut conn, today).await?;
    let mut offers: Vec<DemandOffer> = Vec::new();
    for (id, known) in shelf.offers() {
        let theirs = || wanted.iter().filter(|(offer, ..)| *offer == id);
        let count = |stage: Stage| theirs().filter(|(.., one, _)| *one == stage).count() as i64;
        let stays = theirs().map(|(_, stay, ..)| *stay).collect::<BTreeSet<StayId>>().len() as i64;
        if stays > 0 {
            offers.push(DemandOffer {
                key: known.key.clone(),
                title: known.title.get(lang).to_owned(),
                interested: count(Stage::Interested),
                wishing: count(Stage::Wishing),
                watching: count(Stage::Watching),
                waiting: count(Stage::Waiting),
                stays,
            });
        }
    }
    offers.sort_by_key(|offer| -offer.stays);
    let asked: Option<OfferId> = if offer.is_empty() { None } else { Some(shelf.offer_by_key(&offer)?.0) };
    let Some(asked) = asked else { return Ok(DemandSheet { offers, open: None }) };
    let mut stages: BTreeMap<StayId, BTreeMap<Stage, i64>> = BTreeMap::new();
    for (_, stay, stage, since) in wanted.iter().filter(|(offer, ..)| *offer == asked) {
        stages.entry(*stay).or_default().insert(*stage, *since);
    }
    for (stay, stage, since) in store::left_over(&mut conn, asked, today, now).await? {
        // The latest of several; nobody is listed for this alone.
        if let Some(theirs) = stages.get_mut(&stay) {
            theirs.entry(stage).and_modify(|latest| *latest = since.max(*latest)).or_insert(since);
        }
    }
    let mut names = store::names(&mut conn, today).await?;
    let mut rows: Vec<(i64, DemandStay)> = Vec::new();
    for (stay, theirs) in stages {
        let Some((room, name, departs)) = names.remove(&stay) else { continue };
        let Some(departs) = Day::parse(&departs) else { continue };
        let since = theirs.values().min().copied().unwrap_or(now);
        let stages = theirs.into_iter().map(|(stage, since)| (stage, moment(shelf.time, since))).collect();
        rows.push((since, DemandStay { stay, room, name, departs, stages }));
    }
    rows.sort_by_key(|(since, row)| (*since, row.stay));
    Ok(DemandSheet { offers, open: Some((offer, rows.into_iter().map(|(_, row)| row).collect())) })
}
