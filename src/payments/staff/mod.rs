//! The desk's part of payments: receipts that the cash register has not signed.

mod receipts;

pub use receipts::{ReceiptsPage, ReceiptsWaiting, say_trouble};
