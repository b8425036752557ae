//! Errands off the request: they wake phones, tidy up, and offer what became free. None of them is needed for the truth.

use super::State;
use crate::server::Nudge;
use std::time::Duration;

/// How often to look; a reminder reaches open phones within this, and so does a place whose hold ran out.
const EVERY: Duration = Duration::from_secs(15);

/// How long providers may keep everything else waiting.
const PATIENCE: Duration = Duration::from_secs(30);

/// Runs until the server stops.
pub async fn run(state: State) {
    let house = state.house.clone();
    let mut seen = house.clock.now();
    let mut tick = tokio::time::interval(EVERY);
    let mut last_extended = None;
    let mut last_looked = crate::wishes::act::Last::default();
    loop {
        tokio::select! {
            () = house.stopping.cancelled() => {
                if let Err(fault) = crate::wishes::act::write_looks(&house, true).await {
                    tracing::error!(?fault, "who looked at what could not be written down");
                }
                return;
            }
            _ = tick.tick() => {}
        }
        let now = house.clock.now();
        match crate::notices::due(house.database.readers(), seen, now).await {
            Ok(stays) => {
                for stay in stays {
                    house.live.send(Nudge::Stay(stay));
                }
                seen = now;
            }
            Err(error) => tracing::error!(%error, "reminders could not be looked up"),
        }
        house.limits.tidy();
        if let Err(fault) = crate::wishes::act::write_looks(&house, false).await {
            tracing::error!(?fault, "who looked at what could not be written down");
        }
        // One node does it for all, a little before the next look.
        match house.database.claim("tidy", now, now + EVERY.as_secs() as i64 - 1).await {
            Ok(true) => {
                if let Err(error) = house.database.forget_nudges(now).await {
                    tracing::error!(%error, "what was said to other servers long ago could not be dropped");
                }
                // Before holds that ran out go to somebody else, whoever paid for them in time is heard.
                match tokio::time::timeout(PATIENCE, crate::booking::money::errands(&house, &state.shelves)).await {
                    Ok(Ok(())) => {}
                    Ok(Err(fault)) => tracing::error!(?fault, "payments could not be asked after"),
                    Err(_) => tracing::warn!("a provider is slow to answer; what is left is asked next time"),
                }
                if let Err(fault) = crate::booking::schedule::tidy(&house, &state.shelves).await {
                    tracing::error!(?fault, "what is free could not be offered to those who wait");
                }
                if let Err(fault) = crate::orders::approval::errand(&house, &state.shelves).await {
                    tracing::error!(?fault, "what nobody has answered in time could not be ended");
                }
                // What is free by now is nobody's who waits for it.
                if let Err(fault) = crate::wishes::act::errand(&house, &state.shelves, &mut last_looked).await {
                    tracing::error!(?fault, "what was wished for could not be looked at");
                }
                if let Err(fault) = crate::payments::fiscal::send(&house, &state.shelves).await {
                    tracing::error!(?fault, "receipts could not be registered");
                }
            }
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "whose turn it is to tidy could not be asked"),
        }
        match extend(&state, &mut last_extended).await {
            Ok(()) => {}
            Err(fault) => tracing::error!(?fault, "sessions of the coming weeks could not be laid out"),
        }
    }
}

/// Lays out the sessions of the coming weeks once a day.
async fn extend(state: &State, last: &mut Option<crate::base::Day>) -> Result<(), crate::base::Fault> {
    let house = &state.house;
    let Some(shelf) = state.shelves.at(house.database.readers(), 0).await? else { return Ok(()) };
    let today = shelf.time.day(house.clock.now());
    if *last != Some(today) {
        // Read anew: an import may have changed the rules since somebody last asked for a page.
        let Some(shelf) = state.shelves.at(house.database.readers(), i64::MAX).await? else { return Ok(()) };
        let mut tx = house.begin().await?;
        crate::booking::schedule::lay_out(&mut tx, &shelf).await?;
        tx.commit().await?;
        *last = Some(today);
    }
    Ok(())
}
