//! An order that stands on the room's bill can be paid by card at any time.

use super::{own, read};
use crate::base::{Fault, Lang, OrderId, PaymentId, StayId};
use crate::booking::BookingRefusal;
use crate::booking::store::contact::buyer_of;
use crate::booking::store::pay::{Sum, owed};
use crate::booking::store::{Who, points};
use crate::catalog::Way;
use crate::catalog::shelf::Shelf;
use crate::orders::{OrderRefusal, OrderState};
use crate::payments::provider::Provider;
use crate::payments::store::{self as payments, NewPayment};
use crate::payments::{Method, ReceiptLine, Subject};
use crate::server::Tx;

/// Writes down that somebody begins to pay for an order; the sum must be the one that was shown (RULES P9). The same form
/// twice is one attempt, and while one is not decided there is no other.
pub async fn begin_card(
    tx: &mut Tx,
    shelf: &Shelf,
    (stay, lang): (StayId, Lang),
    order: OrderId,
    sum: Sum,
    intent: &str,
) -> Result<PaymentId, OrderRefusal> {
    let (own, subject) = (own(tx, stay, order).await?, Subject::Order(order));
    if let Some(before) = payments::by_intent(tx.conn(), stay, intent).await? {
        return if before.subject == subject { Ok(before.id) } else { Err(Fault::Field("intent".into()).into()) };
    }
    let owed = owed(tx.conn(), subject).await?;
    let provider = Provider::parse(&shelf.resort.card).ok_or(OrderRefusal::CardUnavailable)?;
    if matches!(own.state, OrderState::Declined | OrderState::Cancelled) {
        return Err(OrderRefusal::NotPossible { state: own.state });
    }
    if owed == 0 || sum.expected.is_some_and(|expected| expected != owed) {
        return Err(OrderRefusal::PriceChanged { total: owed });
    }
    let amount = sum.of(owed, shelf.resort.split)?;
    if let Some(open) = payments::open_of(tx.conn(), subject).await? {
        // One that somebody has to look at is not paid twice.
        return if open.state.is_open() && open.amount == amount { Ok(open.id) } else { Err(OrderRefusal::CardUnavailable) };
    }
    let lines = sold_lines(tx, shelf, order, amount).await?;
    let buyer = buyer_of(tx.conn(), shelf, stay, lang).await?;
    let new = NewPayment {
        stay,
        subject,
        provider: provider.name(),
        method: Method::Card,
        lines: &lines,
        currency: &shelf.resort.currency,
        intent,
        note: "",
        buyer: Some(&buyer),
    };
    Ok(payments::add(tx, &new).await?)
}

/// Pays with points for an order that stands on the room's bill.
pub async fn pay_with_points(tx: &mut Tx, shelf: &Shelf, who: &Who, order: OrderId, expected: i64, intent: &str) -> Result<(), OrderRefusal> {
    let own = own(tx, who.stay, order).await?;
    if matches!(own.state, OrderState::Declined | OrderState::Cancelled) {
        return Err(OrderRefusal::NotPossible { state: own.state });
    }
    if !shelf.resort.pay.contains(&Way::Points) {
        return Err(OrderRefusal::FewPoints);
    }
    let lines = async |tx: &mut Tx, amount: i64| sold_lines(tx, shelf, order, amount).await;
    points::pay(tx, shelf, who, Subject::Order(order), lines, (expected, intent)).await.map_err(|refusal| match refusal {
        BookingRefusal::PriceChanged { total } => OrderRefusal::PriceChanged { total },
        BookingRefusal::Fault(fault) => fault.into(),
        _ => OrderRefusal::FewPoints,
    })
}

/// What is charged for an order as a receipt says it; a part of it in one line.
pub async fn sold_lines(tx: &mut Tx, shelf: &Shelf, order: OrderId, paid: i64) -> Result<Vec<ReceiptLine>, Fault> {
    let tax_rate = shelf.resort.tax_rate;
    let sold = read::sold(tx.conn(), order).await?;
    let first = sold.first().map(|(title, ..)| title.clone()).unwrap_or_default();
    let said = |(title, pieces, amount): (_, i64, i64)| ReceiptLine {
        title,
        name: if pieces > 1 { format!("× {pieces}") } else { String::new() },
        amount,
        tax_rate,
    };
    let lines: Vec<ReceiptLine> = sold.into_iter().filter(|(.., amount)| *amount > 0).map(said).collect();
    let whole = lines.iter().map(|line| line.amount).sum::<i64>() == paid;
    Ok(if whole { lines } else { vec![ReceiptLine { title: first, name: String::new(), amount: paid, tax_rate }] })
}
