//! What a request finds at hand.

use super::{Config, Database, Keys, Limits, Live, Looks, Passwords, Pool, Tx, WallClock};
use crate::base::Fault;
use leptos::prelude::use_context;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

/// Everything that belongs to the running server and to no feature. Cheap to clone.
#[derive(Clone)]
pub struct House(Arc<Inner>);

pub struct Inner {
    pub config: Config,
    pub public_url: String,
    pub database: Database,
    pub clock: WallClock,
    pub keys: Keys,
    pub live: Live,
    pub limits: Limits,
    pub looks: Looks,
    pub passwords: Passwords,
    /// Cancelled when the server stops, so that open streams end.
    pub stopping: CancellationToken,
}

impl House {
    pub fn new(inner: Inner) -> House {
        House(Arc::new(inner))
    }

    pub async fn begin(&self) -> Result<Tx, Fault> {
        self.database.begin(&self.clock, &self.live).await
    }

    /// For what is right whatever others write meanwhile, and wakes nobody.
    pub async fn begin_apart(&self) -> Result<Tx, Fault> {
        self.database.begin_apart(&self.clock, &self.live).await
    }

    /// Whether guests reach us over https, so that cookies may insist on it.
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

impl std::ops::Deref for House {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// The house, inside a server function or while a page is drawn.
pub fn house() -> Result<House, Fault> {
    use_context::<House>().ok_or(Fault::TryAgain)
}

/// Begins a transaction that will write.
pub async fn begin() -> Result<Tx, Fault> {
    house()?.begin().await
}

/// Connections for queries that only read.
pub fn reader() -> Result<Pool, Fault> {
    Ok(house()?.database.readers().clone())
}
