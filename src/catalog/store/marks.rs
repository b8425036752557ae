//! What a stay marks on an offer: the heart of the wish list, and the bell that watches its price.

use crate::base::{Fault, OfferId, StayId};
use crate::server::{Conn, Tx};
use std::collections::HashMap;

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Wished,
    Watched,
}

/// What a stay marked on one offer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    pub wished: bool,
    pub watched: bool,
    /// What it cost this stay when it was marked, in minor units; nothing while nobody has looked.
    pub price_then: Option<i64>,
}

/// Everything that a stay has marked.
pub async fn marks(conn: &mut Conn, stay: StayId) -> Result<HashMap<OfferId, Marks>, sqlx::Error> {
    type Row = (i64, Option<i64>, Option<i64>, Option<i64>);
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT offer_id, wished_at, watched_at, price_then FROM wishes WHERE stay_id = $1 AND (wished_at IS NOT NULL OR watched_at IS NOT NULL)",
    )
    .bind(stay.0)
    .fetch_all(conn)
    .await?;
    let read =
        |(offer, wished, watched, price_then): Row| (OfferId(offer), Marks { wished: wished.is_some(), watched: watched.is_some(), price_then });
    Ok(rows.into_iter().map(read).collect())
}

/// Marks an offer that costs this stay so much now. What was marked in neither way begins anew: its price is remembered,
/// and whether it is full is for the next look to say. Whoever turns to watching has seen the price of that moment. Answers
/// whether that changed anything.
pub async fn put_mark(tx: &mut Tx, stay: StayId, offer: OfferId, mark: Mark, price: i64) -> Result<bool, Fault> {
    let now = tx.now();
    let sql = match mark {
        Mark::Wished => {
            "INSERT INTO wishes (stay_id, offer_id, wished_at, price_then, price) VALUES ($1, $2, $3, $4, $4)
             ON CONFLICT (stay_id, offer_id) DO UPDATE SET wished_at = $3,
                price_then = CASE WHEN wishes.watched_at IS NULL THEN $4 ELSE wishes.price_then END,
                price = CASE WHEN wishes.watched_at IS NULL THEN $4 ELSE wishes.price END,
                was_full = CASE WHEN wishes.watched_at IS NULL THEN NULL ELSE wishes.was_full END
              WHERE wishes.wished_at IS NULL"
        }
        Mark::Watched => {
            "INSERT INTO wishes (stay_id, offer_id, watched_at, price_then, price) VALUES ($1, $2, $3, $4, $4)
             ON CONFLICT (stay_id, offer_id) DO UPDATE SET watched_at = $3, price = $4,
                price_then = CASE WHEN wishes.wished_at IS NULL THEN $4 ELSE wishes.price_then END,
                was_full = CASE WHEN wishes.wished_at IS NULL THEN NULL ELSE wishes.was_full END
              WHERE wishes.watched_at IS NULL"
        }
    };
    let done = sqlx::query(sql).bind(stay.0).bind(offer.0).bind(now).bind(price).execute(tx.conn()).await?;
    Ok(done.rows_affected() > 0)
}

/// Takes a mark back. Answers whether that changed anything.
pub async fn take_mark(tx: &mut Tx, stay: StayId, offer: OfferId, mark: Mark) -> Result<bool, Fault> {
    let sql = match mark {
        Mark::Wished => "UPDATE wishes SET wished_at = NULL WHERE stay_id = $1 AND offer_id = $2 AND wished_at IS NOT NULL",
        Mark::Watched => "UPDATE wishes SET watched_at = NULL WHERE stay_id = $1 AND offer_id = $2 AND watched_at IS NOT NULL",
    };
    let done = sqlx::query(sql).bind(stay.0).bind(offer.0).execute(tx.conn()).await?;
    Ok(done.rows_affected() > 0)
}
