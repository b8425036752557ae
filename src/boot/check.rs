//! `cabana check`: whether everything that is counted agrees with what it counts (RULES C12). It reads only, in one
//! transaction, and may run beside a serving server.

use super::Opened;
use crate::server::Conn;
use crate::{booking, catalog, orders, payments, stays};

/// The sums of every feature: a sentence for a difference, and its statement.
fn sums() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    [
        booking::store::SUMS,
        catalog::store::SUMS,
        orders::SUMS,
        payments::store::SUMS,
        payments::points::store::SUMS,
        payments::fiscal::SUMS,
        stays::caps::SUMS,
    ]
    .into_iter()
    .flatten()
}

/// Every difference as a sentence; none when all is well.
pub async fn differences(conn: &mut Conn) -> Result<Vec<String>, sqlx::Error> {
    let mut found = Vec::new();
    for (what, sql) in sums() {
        let rows: Vec<(i64, i64, i64)> = sqlx::query_as(*sql).fetch_all(&mut *conn).await?;
        found.extend(rows.into_iter().map(|(id, written, real)| format!("{what} {id}: {written} is written, {real} it should be")));
    }
    Ok(found)
}

/// A sentence that all is well, or as the error the list of what is not.
pub async fn check(opened: &Opened) -> Result<String, String> {
    let failed = |error: sqlx::Error| format!("the database failed: {error}");
    let mut moment = opened.database.moment().await.map_err(failed)?;
    let found = differences(&mut moment).await.map_err(failed)?;
    moment.rollback().await.map_err(failed)?;
    if found.is_empty() { Ok(format!("{} sums agree", sums().count())) } else { Err(format!("{}\n{} differences", found.join("\n"), found.len())) }
}
