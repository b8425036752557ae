//! The SQL of what a cash register still has to sign, and of what it has signed. A state changes by one conditional update.

use super::{Sale, SaleLine, Seller, Signed, Trouble};
use crate::base::{Fault, ReceiptId, StayId};
use crate::catalog::shelf::Shelf;
use crate::payments::rules::{tax_in, wait_after};
use crate::payments::store::{body, written};
use crate::payments::{Fiscal, Method, WaitingReceipt};
use crate::server::{Conn, Keys, Time, Tx};
use chrono::{DateTime, SecondsFormat};
use sqlx::FromRow;

/// A receipt that is to be signed.
#[derive(Clone, Debug)]
pub struct Task {
    pub receipt: ReceiptId,
    pub stay: StayId,
    pub register: String,
    /// Its key at the register.
    pub secret: String,
    pub tries: i64,
}

#[derive(FromRow)]
struct TaskRow {
    receipt_id: i64,
    stay_id: i64,
    register: String,
    secret: String,
    tries: i64,
}

impl From<TaskRow> for Task {
    fn from(row: TaskRow) -> Task {
        Task { receipt: ReceiptId(row.receipt_id), stay: StayId(row.stay_id), register: row.register, secret: row.secret, tries: row.tries }
    }
}

/// Written with the receipt, in its transaction.
pub async fn add(tx: &mut Tx, receipt: ReceiptId, register: &str) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query("INSERT INTO fiscal_tasks (receipt_id, register, secret, state, written_at, due_at) VALUES ($1, $2, $3, 'waiting', $4, $4)")
        .bind(receipt.0)
        .bind(register)
        .bind(Keys::token())
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// What is to be sent by now, the longest due first.
pub async fn due(conn: &mut Conn, now: i64) -> Result<Vec<Task>, Fault> {
    let rows: Vec<TaskRow> = sqlx::query_as(
        "SELECT t.receipt_id, r.stay_id, t.register, t.secret, t.tries FROM fiscal_tasks t JOIN receipts r ON r.id = t.receipt_id
          WHERE t.state = 'waiting' AND t.due_at <= $1 ORDER BY t.due_at, t.receipt_id LIMIT 50",
    )
    .bind(now)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Task::from).collect())
}

#[derive(FromRow)]
struct SaleRow {
    series: String,
    number: i64,
    amount: i64,
    currency: String,
    body: String,
    at: i64,
    of_series: Option<String>,
    of_number: Option<i64>,
    method: String,
    by_hand: i64,
}

/// A receipt as a register is told of it, in the resort's first language.
pub async fn sale(conn: &mut Conn, shelf: &Shelf, receipt: ReceiptId) -> Result<Sale, Fault> {
    let row: SaleRow = sqlx::query_as(
        "SELECT r.series, r.number, r.amount, r.currency, r.body, r.at, p.series AS of_series, p.number AS of_number, m.method,
                coalesce(f.by_hand, 0) AS by_hand
           FROM receipts r LEFT JOIN refunds f ON f.id = r.refund_id LEFT JOIN receipts p ON p.payment_id = f.payment_id
           JOIN payments m ON m.id = coalesce(r.payment_id, f.payment_id) WHERE r.id = $1",
    )
    .bind(receipt.0)
    .fetch_one(conn)
    .await?;
    let lang = shelf.resort.languages.first().copied().unwrap_or_default();
    let body = body(&row.body)?;
    let line = |line: &crate::payments::ReceiptLine| SaleLine {
        title: line.title.get(lang).to_owned(),
        amount: line.amount,
        tax_rate: line.tax_rate,
        tax: tax_in(line.amount, line.tax_rate),
    };
    let of = row.of_series.zip(row.of_number).map(|(series, number)| written(&series, number));
    Ok(Sale {
        receipt: written(&row.series, row.number),
        kind: if of.is_some() { "refund" } else { "payment" },
        of,
        at: DateTime::from_timestamp(row.at, 0).map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)).unwrap_or_default(),
        means: Method::moved(&row.method, row.by_hand == 1).ok_or(Fault::TryAgain)?.name(),
        currency: row.currency,
        total: row.amount,
        seller: Seller { name: body.resort.get(lang).to_owned(), address: body.address.get(lang).to_owned() },
        lines: body.lines.iter().map(line).collect(),
    })
}

/// The register has signed it. A number that another receipt has is no number: somebody has to look.
pub async fn is_signed(tx: &mut Tx, task: &Task, signed: &Signed) -> Result<(), Fault> {
    let given: Option<i64> = sqlx::query_scalar("SELECT receipt_id FROM fiscal_tasks WHERE register = $1 AND number = $2 AND number IS NOT NULL")
        .bind(&task.register)
        .bind(&signed.number)
        .fetch_optional(tx.conn())
        .await?;
    if given.is_some_and(|other| other != task.receipt.0) {
        tracing::error!(receipt = task.receipt.0, number = signed.number, "a register gives a number out twice: somebody has to look");
        return is_refused(tx, task, &format!("number-twice {}", signed.number)).await;
    }
    sqlx::query(
        "UPDATE fiscal_tasks SET state = 'signed', tries = tries + 1, trouble = '', number = $2, sign = $3, address = $4, signed_at = $5
          WHERE receipt_id = $1 AND state <> 'signed'",
    )
    .bind(task.receipt.0)
    .bind(&signed.number)
    .bind(&signed.sign)
    .bind(&signed.address)
    .bind(signed.at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// It is not tried again until somebody says so.
pub async fn is_refused(tx: &mut Tx, task: &Task, trouble: &str) -> Result<(), Fault> {
    let sql = "UPDATE fiscal_tasks SET state = 'refused', tries = tries + 1, trouble = $2 WHERE receipt_id = $1 AND state = 'waiting'";
    sqlx::query(sql).bind(task.receipt.0).bind(trouble).execute(tx.conn()).await?;
    Ok(())
}

/// It is tried again later.
pub async fn is_put_off(tx: &mut Tx, task: &Task, trouble: Trouble) -> Result<(), Fault> {
    let due = tx.now() + wait_after(task.tries);
    let sql = "UPDATE fiscal_tasks SET tries = tries + 1, due_at = $2, trouble = $3 WHERE receipt_id = $1 AND state = 'waiting'";
    sqlx::query(sql).bind(task.receipt.0).bind(due).bind(trouble.kept()).execute(tx.conn()).await?;
    Ok(())
}

/// It is to be tried at once, also one that was refused. Answers the task and what the trouble was; nothing when it is
/// signed already.
pub async fn again(tx: &mut Tx, receipt: ReceiptId) -> Result<Option<(Task, String)>, Fault> {
    #[derive(FromRow)]
    struct Row {
        #[sqlx(flatten)]
        task: TaskRow,
        trouble: String,
        state: String,
    }
    let row: Row = sqlx::query_as(
        "SELECT t.receipt_id, r.stay_id, t.register, t.secret, t.tries, t.trouble, t.state FROM fiscal_tasks t
           JOIN receipts r ON r.id = t.receipt_id WHERE t.receipt_id = $1",
    )
    .bind(receipt.0)
    .fetch_one(tx.conn())
    .await?;
    if row.state == "signed" {
        return Ok(None);
    }
    let now = tx.now();
    let sql = "UPDATE fiscal_tasks SET state = 'waiting', due_at = $2 WHERE receipt_id = $1 AND state <> 'signed'";
    sqlx::query(sql).bind(receipt.0).bind(now).execute(tx.conn()).await?;
    Ok(Some((row.task.into(), row.trouble)))
}

/// What a register has said of a receipt; nothing when there was none to ask.
pub async fn of_receipt(conn: &mut Conn, time: Time, receipt: ReceiptId) -> Result<Option<Fiscal>, Fault> {
    type Row = (Option<String>, Option<String>, Option<String>, Option<i64>);
    let row: Option<Row> = sqlx::query_as("SELECT number, sign, address, signed_at FROM fiscal_tasks WHERE receipt_id = $1")
        .bind(receipt.0)
        .fetch_optional(conn)
        .await?;
    Ok(row.map(|row| match row {
        (Some(number), Some(sign), Some(address), Some(at)) => {
            Fiscal::Signed { number, sign, address, day: time.day(at), wall: time.wall(at).to_string() }
        }
        _ => Fiscal::Waiting,
    }))
}

#[derive(FromRow)]
struct WaitingRow {
    id: i64,
    series: String,
    number: i64,
    amount: i64,
    room: String,
    name: String,
    state: String,
    tries: i64,
    written_at: i64,
    due_at: i64,
    trouble: String,
}

/// What is not signed yet, the oldest first.
pub async fn waiting(conn: &mut Conn, now: i64) -> Result<Vec<WaitingReceipt>, Fault> {
    let rows: Vec<WaitingRow> = sqlx::query_as(
        "SELECT r.id, r.series, r.number, r.amount, ro.number AS room, coalesce(g.name, st.reference) AS name, t.state, t.tries, t.written_at,
                t.due_at, t.trouble
           FROM fiscal_tasks t JOIN receipts r ON r.id = t.receipt_id JOIN stays st ON st.id = r.stay_id JOIN rooms ro ON ro.id = st.room_id
           LEFT JOIN guests g ON g.stay_id = st.id AND g.lead = 1 WHERE t.state <> 'signed' ORDER BY t.written_at, t.receipt_id LIMIT 200",
    )
    .fetch_all(conn)
    .await?;
    let minutes = |seconds: i64| seconds.max(0) / 60;
    let one = |row: WaitingRow| {
        let (trouble, detail) = row.trouble.split_once(' ').unwrap_or((&row.trouble, ""));
        WaitingReceipt {
            id: ReceiptId(row.id),
            number: written(&row.series, row.number),
            amount: row.amount,
            room: row.room,
            name: row.name,
            waits: minutes(now - row.written_at),
            tries: row.tries,
            next: (row.state == "waiting").then(|| minutes(row.due_at - now + 59)),
            trouble: trouble.to_owned(),
            detail: detail.to_owned(),
        }
    };
    Ok(rows.into_iter().map(one).collect())
}
