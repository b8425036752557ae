//! The doors of payments: a receipt, and what the cash register has not signed.

use super::{Receipt, WaitingReceipt};
use crate::base::Fault;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// A receipt of the stay, in the page's language.
#[server(endpoint = "receipt", input = GetUrl)]
pub async fn read_receipt(id: i64) -> Result<Receipt, Fault> {
    use super::store;
    use crate::base::ReceiptId;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller};
    use crate::server::house;

    let guest = Guest::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let mut conn = house.database.readers().acquire().await?;
    store::receipt(&mut conn, &shelf, guest.stay(), ReceiptId(id), lang).await
}

/// Receipts that the cash register has not signed yet, the oldest first. For those who keep the desk.
#[server(endpoint = "staff-receipts-waiting", input = GetUrl)]
pub async fn staff_receipts_waiting() -> Result<Vec<WaitingReceipt>, Fault> {
    use super::fiscal::store;
    use crate::people::session::Staff;
    use crate::server::house;

    Staff::at_the_desk()?;
    let house = house()?;
    let mut conn = house.database.readers().acquire().await?;
    store::waiting(&mut conn, house.clock.now()).await
}

/// Asks the cash register for a receipt at once, also for one that it has refused; says whether it is signed now. `next` is
/// where a page without JavaScript goes on.
#[server(endpoint = "staff-try-receipt")]
pub async fn staff_try_receipt(receipt: i64, #[server(default)] next: String) -> Result<bool, Fault> {
    use super::fiscal::{Answer, send_one, store};
    use crate::base::ReceiptId;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, see_other};
    use crate::people::store::{Deed, log};
    use crate::server::house;

    let staff = Staff::at_the_desk()?;
    let (house, shelf) = (house()?, shelf()?);
    let mut tx = house.begin().await?;
    let now = tx.now();
    let waited = store::again(&mut tx, ReceiptId(receipt)).await?;
    if let Some((_, trouble)) = &waited {
        let deed = Deed { deed: "receipt_tried", subject: "receipt", subject_id: receipt, before: trouble, after: "", reason: "" };
        log(tx.conn(), now, Some(&staff), deed).await?;
    }
    tx.commit().await?;
    // Asked outside of the transaction; the desk waits for what it says.
    let signed = match waited {
        Some((task, _)) => matches!(send_one(&house, &shelf, &task).await?, Answer::Signed(_)),
        None => true,
    };
    see_other(if next.starts_with("/staff/") { &next } else { "/staff/receipts" });
    Ok(signed)
}
