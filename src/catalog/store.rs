//! The SQL of the catalogue. Offers themselves are read by `shelf.rs`.

use crate::base::{Fault, OfferId, StayId};
use crate::server::{Conn, Pool, Tx};
use std::collections::HashSet;

/// Media type and bytes of a picture, by its hash.
pub async fn picture(pool: &Pool, hash: &str) -> Result<Option<(String, Vec<u8>)>, sqlx::Error> {
    sqlx::query_as("SELECT media, bytes FROM pictures WHERE hash = $1").bind(hash).fetch_optional(pool).await
}

/// What a stay has put its heart on.
pub async fn favourites(conn: &mut Conn, stay: StayId) -> Result<HashSet<OfferId>, sqlx::Error> {
    let ids: Vec<i64> = sqlx::query_scalar("SELECT offer_id FROM favourites WHERE stay_id = $1").bind(stay.0).fetch_all(conn).await?;
    Ok(ids.into_iter().map(OfferId).collect())
}

/// Puts a heart on an offer or takes it away. Answers whether that changed anything.
pub async fn favour(tx: &mut Tx, stay: StayId, offer: OfferId, on: bool) -> Result<bool, Fault> {
    let now = tx.now();
    let done = if on {
        sqlx::query("INSERT INTO favourites (stay_id, offer_id, created_at) VALUES ($1, $2, $3) ON CONFLICT (stay_id, offer_id) DO NOTHING")
            .bind(stay.0)
            .bind(offer.0)
            .bind(now)
            .execute(tx.conn())
            .await?
    } else {
        sqlx::query("DELETE FROM favourites WHERE stay_id = $1 AND offer_id = $2").bind(stay.0).bind(offer.0).execute(tx.conn()).await?
    };
    Ok(done.rows_affected() > 0)
}
