//! What asking for an order and answering do. Every answer is one conditional update first: whoever comes second finds that
//! it was made; then it is booked or placed in the same transaction, or none of it has happened.

use super::{AskRefusal, AskState, ORDER_WAITS};
use crate::base::{AskId, Fault, Lang, OrderId};
use crate::booking::BookingRefusal;
use crate::booking::store::{self as bookings, Who};
use crate::catalog::Way;
use crate::catalog::shelf::{Shelf, Shelves};
use crate::notices::{Notice, tell_one};
use crate::orders::placing::{self, By, Wanted};
use crate::orders::{OrderRefusal, store};
use crate::people::session::Guest;
use crate::server::{House, Tx};
use crate::stays::caps::asks::{self, Ask, Asking, State};
use crate::stays::caps::{Over, adult};

impl From<State> for AskState {
    fn from(state: State) -> AskState {
        match state {
            State::Kept => AskState::Kept,
            State::Waiting => AskState::Waiting,
            State::Approved => AskState::Approved,
            State::Declined => AskState::Declined,
            State::Withdrawn => AskState::Withdrawn,
            State::Over => AskState::Over,
        }
    }
}

/// Keeps an order that is more than its person may put on the room's bill, so that it can be asked for.
pub async fn keep(tx: &mut Tx, shelf: &Shelf, by: &By<'_>, wanted: &Wanted, intent: &str, over: Over) -> Result<Over, OrderRefusal> {
    let now = tx.now();
    let total = placing::sum(tx, shelf, by, wanted).await?;
    let (title, _) = wanted.said(shelf, by.lang)?;
    let until = wanted.later().map_or(i64::MAX, |(day, at)| shelf.time.instant(day, at)).min(now + ORDER_WAITS);
    let asking = Asking { stay: by.guest.stay(), guest: by.guest.me(), title: &title, amount: total, until };
    let body = serde_json::to_string(wanted).map_err(|_| Fault::TryAgain)?;
    let kept = asks::keep_order(tx, &asking, &body, intent).await?;
    Ok(Over { asked: Some(kept), ..over })
}

/// Asks the adults of the party for an order that was kept. A second time changes nothing.
pub async fn ask(tx: &mut Tx, shelf: &Shelf, guest: &Guest, id: AskId) -> Result<(), AskRefusal> {
    let now = tx.now();
    let ask = own(tx, guest, id).await?;
    match ask.state {
        State::Kept => {}
        State::Waiting => return Ok(()),
        State::Over => return Err(AskRefusal::Over),
        state => return Err(AskRefusal::Answered(state.into())),
    }
    let (rule, today) = (shelf.resort.caps(), shelf.time.day(now));
    let adults = crate::stays::caps::store::spenders(tx.conn(), rule, ask.stay, today).await?;
    if adults.iter().all(|one| !one.adult || one.guest == ask.guest) {
        return Err(AskRefusal::NobodyToAsk);
    }
    if asks::turn(tx, &ask, State::Waiting, "", "").await? {
        let until = shelf.time.wall(ask.until).to_string();
        let notice = Notice::Asked { ask: id, name: ask.name.clone(), title: ask.title.clone(), amount: ask.amount, until };
        asks::tell_adults(tx, rule, &ask, today, &notice).await?;
        tx.nudge(crate::server::Nudge::Stay(ask.stay));
    }
    Ok(())
}

/// A question of this very person.
async fn own(tx: &mut Tx, guest: &Guest, id: AskId) -> Result<Ask, Fault> {
    let now = tx.now();
    let ask = asks::ask_of(tx.conn(), guest.stay(), id, now).await?;
    if ask.guest == guest.me() { Ok(ask) } else { Err(Fault::NotFound) }
}

/// Whoever asks takes it back. The places stay held under their own clock. A second time answers the same.
pub async fn take_back(tx: &mut Tx, guest: &Guest, id: AskId) -> Result<(), AskRefusal> {
    let ask = own(tx, guest, id).await?;
    match ask.state {
        State::Waiting => {
            asks::turn(tx, &ask, State::Withdrawn, guest.name(), "").await?;
            Ok(())
        }
        State::Kept | State::Withdrawn | State::Over => Ok(()),
        state => Err(AskRefusal::Answered(state.into())),
    }
}

/// A question that an adult of the party answers. Who asks does not answer, and a child answers nothing.
async fn for_answer(tx: &mut Tx, shelf: &Shelf, guest: &Guest, id: AskId, to: State) -> Result<Option<Ask>, AskRefusal> {
    let now = tx.now();
    let ask = asks::ask_of(tx.conn(), guest.stay(), id, now).await?;
    adult(guest, shelf.resort.caps())?;
    if ask.guest == guest.me() {
        return Err(Fault::NotAllowed.into());
    }
    match ask.state {
        State::Waiting => Ok(Some(ask)),
        state if state == to => Ok(None),
        State::Kept => Err(Fault::NotFound.into()),
        State::Over => Err(AskRefusal::Over),
        state => Err(AskRefusal::Answered(state.into())),
    }
}

/// Not now.
pub async fn decline(tx: &mut Tx, shelf: &Shelf, guest: &Guest, id: AskId, reason: &str) -> Result<(), AskRefusal> {
    let Some(ask) = for_answer(tx, shelf, guest, id, State::Declined).await? else { return Ok(()) };
    if !asks::turn(tx, &ask, State::Declined, guest.name(), reason).await? {
        return Err(Fault::TryAgain.into());
    }
    if let Some(booking) = ask.booking {
        bookings::asking::answered(tx, &ask, booking, guest.name(), false, reason).await?;
    }
    let notice = Notice::AskDeclined { ask: id, by: guest.name().to_owned(), title: ask.title.clone(), reason: reason.to_owned() };
    tell_one(tx, ask.stay, ask.guest, id, &notice).await?;
    Ok(())
}

/// Yes, for the sum that was shown: who asked has it, and who said yes stands in its history.
pub async fn approve(tx: &mut Tx, shelf: &Shelf, guest: &Guest, id: AskId, expected: Option<i64>, lang: Lang) -> Result<(), AskRefusal> {
    let Some(ask) = for_answer(tx, shelf, guest, id, State::Approved).await? else { return Ok(()) };
    if expected.is_some_and(|expected| expected != ask.amount) {
        return Err(AskRefusal::PriceChanged { total: ask.amount });
    }
    if !asks::turn(tx, &ask, State::Approved, guest.name(), "").await? {
        return Err(Fault::TryAgain.into());
    }
    match ask.booking {
        Some(booking) => {
            let who = Who { by: ask.guest, approved: true, lang, ..Who::from(guest) };
            let now = tx.now();
            let held = bookings::booking_of(tx.conn(), ask.stay, booking, now).await?;
            bookings::ways::may_pay(shelf, &held, Way::Room).map_err(of_booking)?;
            // Less may be left of it to pay, as when points pay a part; never more than was said yes to.
            if held.to_pay() > ask.amount {
                return Err(AskRefusal::PriceChanged { total: held.to_pay() });
            }
            bookings::asking::answered(tx, &ask, booking, guest.name(), true, "").await?;
            bookings::confirm(tx, shelf, &who, booking, None, false).await.map_err(of_booking)?;
        }
        None => {
            let order = place(tx, shelf, guest, &ask, lang).await?;
            asks::became(tx, id, order).await?;
        }
    }
    let notice = Notice::AskApproved { ask: id, by: guest.name().to_owned(), title: ask.title.clone(), amount: ask.amount };
    tell_one(tx, ask.stay, ask.guest, id, &notice).await?;
    Ok(())
}

/// Places the order that was kept, at the sum that was said yes to.
async fn place(tx: &mut Tx, shelf: &Shelf, guest: &Guest, ask: &Ask, lang: Lang) -> Result<OrderId, AskRefusal> {
    let (Some(wanted), Some(intent)) = (&ask.wanted, &ask.intent) else { return Err(Fault::TryAgain.into()) };
    if let Some((order, _)) = store::placed_by(tx, ask.stay, intent).await? {
        return Ok(order);
    }
    let wanted: Wanted = serde_json::from_str(wanted).map_err(|_| Fault::TryAgain)?;
    let by = By { guest, asked: Some((ask.guest, &ask.name)), lang };
    placing::place(tx, shelf, &by, &wanted, intent, |_| Some(ask.amount)).await.map_err(of_order)
}

/// Common faults are said as everywhere.
fn of_booking(refusal: BookingRefusal) -> AskRefusal {
    match refusal {
        BookingRefusal::Fault(fault) => fault.into(),
        BookingRefusal::PriceChanged { total } => AskRefusal::PriceChanged { total },
        refusal => AskRefusal::Booking(refusal),
    }
}

fn of_order(refusal: OrderRefusal) -> AskRefusal {
    match refusal {
        OrderRefusal::Fault(fault) => fault.into(),
        OrderRefusal::PriceChanged { total } => AskRefusal::PriceChanged { total },
        refusal => AskRefusal::Order(refusal),
    }
}

/// What can be answered no longer is ended, and those are told whom it concerns. Answers how many there were.
pub async fn errand(house: &House, shelves: &Shelves) -> Result<u64, Fault> {
    let readers = house.database.readers();
    if !asks::anything_late(readers, house.clock.now()).await? {
        return Ok(0);
    }
    let Some(shelf) = shelves.at(readers, 0).await? else { return Ok(0) };
    let mut tx = house.begin().await?;
    let today = shelf.time.day(tx.now());
    let ended = asks::tidy(&mut tx, shelf.resort.caps(), today).await?;
    tx.commit().await?;
    Ok(ended)
}
