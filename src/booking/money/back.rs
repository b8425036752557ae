//! What goes back: sent to whoever took it, and asked after until it has arrived (RULES X7, N7).

use crate::base::Fault;
use crate::payments::Method;
use crate::payments::provider::{Provider, Returned};
use crate::payments::store::{self as payments, Refund};
use crate::server::{House, Nudge};

/// Sends what is to go back by now.
pub async fn send_back(house: &House) -> Result<(), Fault> {
    let now = house.clock.now();
    let due = payments::refunds_due(&mut *house.database.readers().acquire().await?, now).await?;
    for refund in due {
        if let Err(fault) = send_one(house, &refund).await {
            tracing::error!(?fault, refund = refund.id.0, "an amount could not be given back");
        }
    }
    Ok(())
}

async fn send_one(house: &House, refund: &Refund) -> Result<(), Fault> {
    if refund.payment.method == Method::Points {
        let mut tx = house.begin().await?;
        payments::points_are_back(&mut tx, refund).await?;
        tx.nudge(Nudge::Stay(refund.payment.stay));
        return tx.commit().await;
    }
    let returned = match Provider::parse(&refund.payment.provider) {
        Some(provider) => provider.give_back(house, refund).await,
        None => Ok(Returned::Refused),
    };
    let mut tx = house.begin().await?;
    match &returned {
        Ok(Returned::Sent | Returned::Settled) => {
            payments::is_sent(&mut tx, refund, returned == Ok(Returned::Settled)).await?;
        }
        Ok(Returned::Refused) => {
            tracing::error!(refund = refund.id.0, "a provider will not give an amount back: somebody has to look");
            payments::is_not_sent(&mut tx, refund, true).await?;
        }
        Err(fault) => {
            tracing::warn!(?fault, refund = refund.id.0, "an amount could not be given back yet");
            payments::is_not_sent(&mut tx, refund, false).await?;
        }
    }
    tx.nudge(Nudge::Stay(refund.payment.stay));
    tx.nudge(Nudge::Desk);
    tx.commit().await
}

/// Asks what became of an amount that was sent back.
pub async fn look_back(house: &House, refund: &Refund) -> Result<(), Fault> {
    let Some(provider) = Provider::parse(&refund.payment.provider) else { return Ok(()) };
    let returned = provider.look_back(house, refund).await;
    let mut tx = house.begin().await?;
    let changed = match returned {
        Ok(Returned::Settled) => payments::has_arrived(&mut tx, refund).await?,
        Ok(Returned::Refused) => {
            let bounced = payments::has_bounced(&mut tx, refund).await?;
            if bounced {
                tracing::error!(refund = refund.id.0, "an amount that was sent back did not arrive: somebody has to look");
            }
            bounced
        }
        Ok(Returned::Sent) | Err(_) => {
            payments::asked_after(&mut tx, refund).await?;
            false
        }
    };
    if changed {
        tx.nudge(Nudge::Stay(refund.payment.stay));
        tx.nudge(Nudge::Desk);
    }
    tx.commit().await?;
    returned.map(|_| ())
}
