//! Registers are asked, outside of any transaction; what they say is written down in one.

use super::store::{self, Task};
use super::{Answer, Register, Trouble};
use crate::base::Fault;
use crate::catalog::shelf::{Shelf, Shelves};
use crate::server::{House, Nudge};

/// Other errands wait meanwhile, so a round is no longer, in seconds; what is left is due in the next one.
const A_ROUND: i64 = 10;

/// Has what is due numbered and signed. What fails stands in nobody else's way; where nobody answers at all the others wait
/// for the next round.
pub async fn send(house: &House, shelves: &Shelves) -> Result<(), Fault> {
    let began = house.clock.now();
    let due = store::due(&mut *house.database.readers().acquire().await?, began).await?;
    if due.is_empty() {
        return Ok(());
    }
    let Some(shelf) = shelves.at(house.database.readers(), 0).await? else { return Ok(()) };
    for task in due {
        let silent = match send_one(house, &shelf, &task).await {
            Ok(answer) => answer == Answer::Later(Trouble::NoAnswer),
            Err(fault) => {
                tracing::error!(?fault, receipt = task.receipt.0, "a receipt could not be registered");
                false
            }
        };
        if silent || house.clock.now() - began >= A_ROUND {
            break;
        }
    }
    Ok(())
}

/// Has one receipt numbered and signed. Answers what the register said.
pub async fn send_one(house: &House, shelf: &Shelf, task: &Task) -> Result<Answer, Fault> {
    let sale = store::sale(&mut *house.database.readers().acquire().await?, shelf, task.receipt).await?;
    let answer = match Register::parse(&task.register) {
        Some(register) => register.register(house, &task.secret, &sale).await,
        None => Answer::Later(Trouble::NotSet),
    };
    let mut tx = house.begin().await?;
    match &answer {
        Answer::Signed(signed) => store::is_signed(&mut tx, task, signed).await?,
        Answer::Refused(why) => {
            tracing::error!(receipt = task.receipt.0, why, "a register refuses a receipt: somebody has to look");
            store::is_refused(&mut tx, task, &format!("refused {why}")).await?;
        }
        Answer::Later(trouble) => {
            tracing::warn!(?trouble, receipt = task.receipt.0, "a receipt is not registered yet");
            store::is_put_off(&mut tx, task, *trouble).await?;
        }
    }
    tx.nudge(Nudge::Stay(task.stay));
    tx.nudge(Nudge::Desk);
    tx.commit().await?;
    Ok(answer)
}
