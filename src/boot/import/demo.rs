//! `cabana demo`: the demonstration resort in one go, and how to get into it.

use super::{arrivals, folder, slip};
use crate::boot::Opened;
use crate::catalog::shelf::Shelves;
use crate::server::{Config, WallClock};
use std::path::Path;

/// A stay of `demo/arrivals.csv`.
const GUEST: &str = "HB-1001";

/// Brings the resort and its guests in where there is none yet. The answer says how to sign in, as a guest and at the
/// desk; an error lists every problem of the files.
pub async fn bring_in(opened: &Opened, config: &Config, path: &Path) -> Result<String, String> {
    let readers = opened.database.readers();
    let mut said = String::new();
    let shelf = Shelves::default().at(readers, 0).await.map_err(super::failed)?;
    if shelf.is_none() {
        said.push_str(&folder(opened, config, path).await?);
    }
    let mut conn = readers.acquire().await.map_err(super::failed)?;
    let known = crate::stays::store::by_reference(&mut conn, GUEST).await.map_err(super::failed)?;
    drop(conn);
    if known.is_none() {
        said.push_str(&arrivals(opened, &path.join("arrivals.csv")).await?);
    }
    said.push_str(&format!("\n\nA guest\n{}\n", slip(opened, config, GUEST).await?));
    let shelf = Shelves::default().at(readers, 0).await.map_err(super::failed)?;
    if let (Some(stay), Some(shelf)) = (known, shelf)
        && stay.departs < shelf.time.day(WallClock::default().now())
    {
        said.push_str("This stay is over. `make fresh` begins again with guests who are here today.\n");
    }
    let logins = config.folder().join("logins.txt");
    let staff = std::fs::read_to_string(&logins).unwrap_or_else(|_| format!("The first passwords stood in {}, which is gone.\n", logins.display()));
    said.push_str(&format!("\nThe desk, at {}/staff\n{staff}", config.public_url(config.port)));
    Ok(said)
}
