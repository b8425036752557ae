//! A resort from plain files, and its guests from a front office's export. Both are all or nothing.
//!
//! A folder is read in three steps. `files.rs`, `sheet.rs` (TOML) and `table.rs` (CSV) know how to read and where
//! everything stands; `resort.rs`, `offers.rs`, `around.rs`, `guide.rs` and `people.rs` know what a resort is made
//! of, and list what is wrong (`problems.rs`); `store.rs` writes it by its keys. `arrivals.rs` is
//! the other command, with `party.rs` for the cells a person typed.

mod around;
mod arrivals;
mod demo;
mod files;
mod guide;
mod offers;
mod party;
mod people;
mod problems;
mod resort;
mod sheet;
mod store;
mod table;

use super::Opened;
use crate::base::{Fault, Lang};
use crate::booking::schedule;
use crate::catalog::shelf::{Category, GuidePage, Offer, Package, Place, Resort, Resource, Shelf};
use crate::people::slips;
use crate::server::{Acquirers, Config, Live, WallClock};
use files::{Folder, Picture};
use problems::Problems;
use sheet::Sheet;
use std::collections::BTreeMap;
use std::path::Path;

pub use demo::bring_in as demo;

/// Everything a folder holds, checked.
pub struct Found {
    pub resort: Resort,
    pub rooms: Vec<people::Room>,
    pub staff: Vec<people::Member>,
    pub categories: Vec<Category>,
    pub resources: Vec<Resource>,
    pub offers: Vec<Offer>,
    pub packages: Vec<Package>,
    pub places: Vec<Place>,
    pub pages: Vec<GuidePage>,
    /// By the hash of their content.
    pub pictures: BTreeMap<String, Picture>,
}

/// Brings a resort in from a folder. The answer says what changed; an error lists every problem.
pub async fn folder(opened: &Opened, config: &Config, folder: &Path) -> Result<String, String> {
    folder_at(opened, config, folder, &WallClock::default()).await
}

/// The same with a clock of one's own.
pub async fn folder_at(opened: &Opened, config: &Config, folder: &Path, clock: &WallClock) -> Result<String, String> {
    let found = read(folder, &config.acquirers)?;
    let passwords = store::new_passwords(opened.database.readers(), &found.staff).await?;
    let mut tx = opened.database.begin(clock, &Live::default()).await.map_err(refused)?;
    let mut report = store::write(&mut tx, &found, passwords).await?;
    let shelf = Shelf::read(tx.conn()).await.map_err(failed)?.ok_or("the catalogue was not written")?;
    let followed = schedule::follow(&mut tx, &shelf).await.map_err(refused)?;
    let laid_out = schedule::lay_out(&mut tx, &shelf).await.map_err(refused)?;
    // Passwords are told before they begin to work: one that is written down and never used is no harm.
    let logins = config.folder().join("logins.txt");
    store::tell(&logins, &report.logins)?;
    tx.commit().await.map_err(refused)?;
    report.sessions(laid_out, followed);
    Ok(report.text(folder, &logins))
}

/// Brings arriving guests in from a file. The answer says what changed; an error lists every problem.
pub async fn arrivals(opened: &Opened, file: &Path) -> Result<String, String> {
    arrivals_at(opened, file, &WallClock::default()).await
}

/// The same with a clock of one's own.
pub async fn arrivals_at(opened: &Opened, file: &Path, clock: &WallClock) -> Result<String, String> {
    arrivals::bring_in(opened, file, clock).await
}

/// The slip of a stay as lines of text.
pub async fn slip(opened: &Opened, config: &Config, reference: &str) -> Result<String, String> {
    let readers = opened.database.readers();
    let mut conn = readers.acquire().await.map_err(failed)?;
    let stay = crate::stays::store::by_reference(&mut conn, reference).await.map_err(failed)?;
    drop(conn);
    let stay = stay.ok_or_else(|| format!("no stay has the reference {reference}"))?;
    let live = crate::people::store::live_slip(readers, stay.id).await.map_err(failed)?;
    let (login, nonce) = live.ok_or_else(|| format!("the stay {reference} has no slip; the desk can print one"))?;
    let slip = slips::derive(&opened.keys, login, &nonce);
    Ok(format!(
        "Guest: {}\nRoom: {}\nLink: {}{}\nLogin: {}\nPassword: {}",
        stay.name,
        stay.room,
        config.public_url(config.port),
        slip.path,
        slip.login,
        slip.password
    ))
}

/// Reads and checks a folder; touches nothing.
fn read(path: &Path, keys: &Acquirers) -> Result<Found, String> {
    if !path.is_dir() {
        return Err(format!("there is no folder {}", path.display()));
    }
    let problems = Problems::default();
    let folder = Folder::new(path, &problems);
    let text = |file| folder.text(file);
    let resort_text = text("resort.toml");
    let languages = resort_text.as_deref().map(resort::languages).unwrap_or_default();
    fn sheet<'a>(folder: &'a Folder<'a>, file: &'a str, text: &'a Option<String>, languages: &'a [Lang]) -> Option<Sheet<'a>> {
        text.as_deref().map(|text| Sheet { folder, file, text, languages })
    }
    let (catalog_text, packages_text, places_text) = (text("catalog.toml"), text("packages.toml"), text("places.toml"));
    let resort = sheet(&folder, "resort.toml", &resort_text, &languages).and_then(|sheet| resort::resort(sheet, keys));
    let guarantee_days = resort.as_ref().map_or(0, |resort| resort.guarantee_days);
    let catalogue = sheet(&folder, "catalog.toml", &catalog_text, &languages).and_then(|sheet| offers::catalogue(sheet, guarantee_days));
    let packages = sheet(&folder, "packages.toml", &packages_text, &languages).and_then(|sheet| around::packages(sheet, catalogue.as_ref()));
    let places = sheet(&folder, "places.toml", &places_text, &languages).and_then(around::places);
    let pages = guide::pages(&folder, &languages);
    let (rooms, staff) = (people::rooms(&folder), people::staff(&folder));
    if let (Some(resort), Some(catalogue)) = (&resort, &catalogue) {
        let known = |area: &str| resort.walks.iter().any(|walk| walk.from == area || walk.to == area);
        for (offer, area) in catalogue.offers.iter().filter_map(|offer| Some((offer, offer.area.as_deref()?))).filter(|(_, area)| !known(area)) {
            problems.add("catalog.toml", 0, &format!("offer.{}.area", offer.key), format!("no [[walk]] of resort.toml leads to {area}"));
        }
    }
    let pictures = folder.into_pictures();
    problems.result()?;
    // Without a problem everything has been read.
    let (Some(resort), Some(catalogue), Some(packages), Some(places)) = (resort, catalogue, packages, places) else {
        return Err("the folder could not be read".to_owned());
    };
    let offers::Catalogue { categories, resources, offers } = catalogue;
    Ok(Found { resort, rooms, staff, categories, resources, offers, packages, places, pages, pictures })
}

fn failed(error: sqlx::Error) -> String {
    format!("the database refused, and nothing was changed: {error}")
}

fn refused(_: Fault) -> String {
    "the database refused, and nothing was changed; is another program writing to it?".to_owned()
}
