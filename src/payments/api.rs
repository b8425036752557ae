//! The doors of payments: a receipt.

use super::Receipt;
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
