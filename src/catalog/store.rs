//! The SQL of the catalogue. Offers themselves are read by `shelf.rs`.

use crate::server::Pool;

/// Media type and bytes of a picture, by its hash.
pub async fn picture(pool: &Pool, hash: &str) -> Result<Option<(String, Vec<u8>)>, sqlx::Error> {
    sqlx::query_as("SELECT media, bytes FROM pictures WHERE hash = $1").bind(hash).fetch_optional(pool).await
}
