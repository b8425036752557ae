//! Everything that a database holds, as lines of text: to move a resort from one database to another, and to keep. The
//! first line says which schema it is, then each table's line names its columns, and a line for each row follows.

use super::{Conn, Db, Row, dialect};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use futures::TryStreamExt as _;
use serde::{Deserialize, Serialize};
use sqlx::query::Query;
use sqlx::{AssertSqlSafe, Column as _, Row as _, TypeInfo as _};
use std::io::{BufRead, Write};

/// Every table, those that others refer to first.
const TABLES: [&str; 48] = [
    "resort",
    "rooms",
    "packages",
    "staff",
    "stays",
    "guests",
    "slips",
    "caps",
    "spent",
    "sign_ins",
    "staff_log",
    "categories",
    "resources",
    "offers",
    "places",
    "pages",
    "pictures",
    "wishes",
    "interests",
    "sessions",
    "session_edits",
    "closures",
    "bookings",
    "waitlist",
    "participants",
    "guarantees",
    "scans",
    "uses",
    "cells",
    "included_used",
    "included_by",
    "orders",
    "order_lines",
    "folio_lines",
    "payments",
    "refunds",
    "receipts",
    "fiscal_tasks",
    "receipt_series",
    "points",
    "point_uses",
    "provider_events",
    "sandbox_payments",
    "sandbox_refunds",
    "sandbox_calls",
    "timeline",
    "asks",
    "notices",
];

/// Why an archive could not be written or read, in words for the person who asked.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    #[error("the file failed: {0}")]
    File(#[from] std::io::Error),
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    #[error("line {0}: {1}")]
    Line(usize, String),
    #[error("it is of schema {0}, and this Cabana has {1}: use the same version on both sides")]
    Schema(i64, i64),
    #[error("the database already holds a resort ({0} rows in {1}); give an empty one")]
    Full(i64, &'static str),
    #[error("it ends before it is whole: {0} rows of {1}")]
    Short(u64, u64),
    #[error("this database keeps its own back-ups ({0}); `cabana export FILE` writes everything as text")]
    Elsewhere(&'static str),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    /// The first: number of the last migration.
    Cabana {
        schema: i64,
    },
    Table {
        name: String,
        columns: Vec<(String, Kind)>,
    },
    Row(Vec<Cell>),
    /// The last: how many rows there are.
    End {
        rows: u64,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Number,
    Text,
    Bytes,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Cell {
    Number(i64),
    Text(String),
    /// As base64.
    Bytes {
        bytes: String,
    },
    Nothing(()),
}

/// Writes all that there is, as of one moment when `conn` is within a transaction. Answers the number of rows.
pub async fn export(conn: &mut Conn, mut to: impl Write) -> Result<u64, ArchiveError> {
    put(&mut to, &Line::Cabana { schema: schema(conn).await? })?;
    let mut rows = 0;
    for table in TABLES {
        let mut columns = None;
        let mut found = sqlx::query(AssertSqlSafe(format!("SELECT * FROM {table} ORDER BY 1, 2"))).fetch(&mut *conn);
        while let Some(row) = found.try_next().await? {
            let kinds = match &columns {
                Some(kinds) => kinds,
                None => {
                    let named: Vec<(String, Kind)> = row.columns().iter().map(|column| (column.name().to_owned(), kind(column))).collect();
                    put(&mut to, &Line::Table { name: table.to_owned(), columns: named.clone() })?;
                    columns.insert(named)
                }
            };
            let cells = kinds.iter().enumerate().map(|(index, (_, kind))| cell(&row, index, *kind)).collect::<Result<Vec<_>, _>>()?;
            put(&mut to, &Line::Row(cells))?;
            rows += 1;
        }
    }
    put(&mut to, &Line::End { rows })?;
    to.flush()?;
    Ok(rows)
}

/// Puts all that was written into an empty database, in the transaction of `conn`. Answers the number of rows.
pub async fn restore(conn: &mut Conn, from: impl BufRead) -> Result<u64, ArchiveError> {
    for table in TABLES {
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(format!("SELECT count(*) FROM {table}"))).fetch_one(&mut *conn).await?;
        if rows > 0 {
            return Err(ArchiveError::Full(rows, table));
        }
    }
    let (mut rows, mut whole) = (0, None);
    let mut insert: Option<(String, Vec<Kind>)> = None;
    for (index, text) in from.lines().enumerate() {
        let wrong = |why: &str| ArchiveError::Line(index + 1, why.to_owned());
        let line: Line = serde_json::from_str(&text?).map_err(|error| wrong(&error.to_string()))?;
        match (index, line) {
            (0, Line::Cabana { schema: theirs }) => {
                let ours = schema(conn).await?;
                if theirs != ours {
                    return Err(ArchiveError::Schema(theirs, ours));
                }
            }
            (0, _) => return Err(wrong("this is not what `cabana export` writes")),
            (_, Line::Table { name, columns }) => insert = Some(statement(&name, columns).ok_or_else(|| wrong("an unknown table or column"))?),
            (_, Line::Row(cells)) => {
                let (sql, kinds) = insert.as_ref().ok_or_else(|| wrong("a row before its table"))?;
                if cells.len() != kinds.len() {
                    return Err(wrong("it has another number of columns than its table"));
                }
                let mut query = sqlx::query(AssertSqlSafe(sql.clone()));
                for (cell, kind) in cells.into_iter().zip(kinds) {
                    query = bind(query, cell, *kind).ok_or_else(|| wrong("a value of another kind than its column"))?;
                }
                query.execute(&mut *conn).await?;
                rows += 1;
            }
            (_, Line::End { rows }) => whole = Some(rows),
            (_, Line::Cabana { .. }) => return Err(wrong("a second beginning")),
        }
    }
    if whole != Some(rows) {
        return Err(ArchiveError::Short(rows, whole.unwrap_or_default()));
    }
    for table in TABLES {
        dialect::count_on(conn, table).await?;
    }
    Ok(rows)
}

/// Number of the last migration.
async fn schema(conn: &mut Conn) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations").fetch_one(conn).await
}

fn put(to: &mut impl Write, line: &Line) -> Result<(), std::io::Error> {
    serde_json::to_writer(&mut *to, line)?;
    to.write_all(b"\n")
}

fn kind(column: &<Db as sqlx::Database>::Column) -> Kind {
    match column.type_info().name() {
        "TEXT" | "VARCHAR" => Kind::Text,
        "BLOB" | "BYTEA" => Kind::Bytes,
        _ => Kind::Number,
    }
}

fn cell(row: &Row, index: usize, kind: Kind) -> Result<Cell, sqlx::Error> {
    let nothing = Cell::Nothing(());
    Ok(match kind {
        Kind::Number => row.try_get::<Option<i64>, _>(index)?.map_or(nothing, Cell::Number),
        Kind::Text => row.try_get::<Option<String>, _>(index)?.map_or(nothing, Cell::Text),
        Kind::Bytes => row.try_get::<Option<Vec<u8>>, _>(index)?.map_or(nothing, |bytes| Cell::Bytes { bytes: BASE64_STANDARD.encode(bytes) }),
    })
}

/// The statement that adds a row; nothing for a table that we do not have, or a name that is none.
fn statement(table: &str, columns: Vec<(String, Kind)>) -> Option<(String, Vec<Kind>)> {
    let table = TABLES.into_iter().find(|known| *known == table)?;
    let named = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if columns.is_empty() || !columns.iter().all(|(name, _)| named(name)) {
        return None;
    }
    let places = (1..=columns.len()).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ");
    let (names, kinds): (Vec<String>, Vec<Kind>) = columns.into_iter().unzip();
    Some((format!("INSERT INTO {table} ({}) VALUES ({places})", names.join(", ")), kinds))
}

type Asked<'q> = Query<'q, Db, <Db as sqlx::Database>::Arguments>;

fn bind(query: Asked<'_>, cell: Cell, kind: Kind) -> Option<Asked<'_>> {
    Some(match (cell, kind) {
        (Cell::Number(number), Kind::Number) => query.bind(number),
        (Cell::Text(text), Kind::Text) => query.bind(text),
        (Cell::Bytes { bytes }, Kind::Bytes) => query.bind(BASE64_STANDARD.decode(bytes).ok()?),
        (Cell::Nothing(()), Kind::Number) => query.bind(None::<i64>),
        (Cell::Nothing(()), Kind::Text) => query.bind(None::<String>),
        (Cell::Nothing(()), Kind::Bytes) => query.bind(None::<Vec<u8>>),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_table_is_left_out() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/sqlite");
        let texts: Vec<String> = std::fs::read_dir(folder).unwrap().flatten().map(|file| std::fs::read_to_string(file.path()).unwrap()).collect();
        let named = |after: &str| -> BTreeSet<String> {
            let names = texts.iter().flat_map(|text| text.split(after).skip(1).filter_map(|rest| rest.split_whitespace().next()));
            names.map(|name| name.trim_end_matches(';').to_owned()).collect()
        };
        let made: BTreeSet<String> = named("CREATE TABLE ").difference(&named("DROP TABLE ")).cloned().collect();
        // Whose turn it is at an errand, and what nodes say to each other, is of no use to another database.
        let carried = TABLES.into_iter().chain(["errands", "outbox"]).map(str::to_owned).collect();
        assert_eq!(made, carried);
    }

    #[test]
    fn only_names_of_tables_and_columns_get_into_a_statement() {
        let column = |name: &str| vec![(name.to_owned(), Kind::Number)];
        assert_eq!(statement("rooms", column("id")).unwrap().0, "INSERT INTO rooms (id) VALUES ($1)");
        for (table, columns) in [("users", column("id")), ("rooms", vec![]), ("rooms", column("id) VALUES (1); --")), ("rooms; --", column("id"))] {
            assert!(statement(table, columns).is_none());
        }
    }
}
