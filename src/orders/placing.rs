//! Placing an order, whoever says so: the guest whose it is, or an adult of the party for whom it was asked. Everything is
//! looked at once more when it happens: what is served, what it costs, and whose money it is.

use super::basket::{Basket, LONGEST_TEXT};
use super::quote::{self, Buyer, Meant};
use super::store::{self, Detail, NewLine, NewOrder};
use super::{Actor, LONGEST_NOTE, OrderRefusal, OrderState, rules};
use crate::base::{Day, Fault, GuestId, Lang, OrderId, Texts, WallTime};
use crate::booking::store::lapse;
use crate::catalog::included::{self, Subject};
use crate::catalog::shelf::Shelf;
use crate::notices::tell;
use crate::people::session::Guest;
use crate::server::{Keys, Nudge, Tx};
use crate::stays::caps::asks;
use crate::stays::caps::store::{self as caps, Charge};
use serde::{Deserialize, Serialize};

/// What somebody wants to order, as it is kept while they ask for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// The basket as text.
    basket: String,
    note: String,
    /// The resort's day and time; nothing: as soon as it can be.
    later: Option<(Day, WallTime)>,
}

impl Wanted {
    /// What a form says.
    pub fn read(basket: String, note: &str, when: &str, day: &str, time: &str) -> Result<Wanted, OrderRefusal> {
        let field = |name: &str| Fault::Field(name.to_owned());
        let basket = Some(basket).filter(|text| text.len() <= LONGEST_TEXT).and_then(|text| Basket::read(&text)).ok_or_else(|| field("basket"))?;
        if basket.lines.is_empty() {
            return Err(OrderRefusal::EmptyBasket);
        }
        let note = rules::clean(note);
        if note.chars().count() > LONGEST_NOTE {
            return Err(OrderRefusal::NoteTooLong(LONGEST_NOTE as i64));
        }
        let later = match when {
            "" | "now" => None,
            "later" => {
                let day = Day::parse(day).ok_or_else(|| field("day"))?;
                Some((day, WallTime::parse(time).ok_or_else(|| field("time"))?))
            }
            _ => return Err(field("when").into()),
        };
        Ok(Wanted { basket: basket.encode(), note, later })
    }

    /// To tell a repeat of a form from another order under the same key.
    pub fn hash(&self) -> String {
        Keys::hash([self.basket.clone(), format!("{:?}", self.later), self.note.clone()].join("\n").as_str())
    }

    fn lines<'a>(&self, shelf: &'a Shelf, lang: Lang) -> Result<Vec<Meant<'a>>, OrderRefusal> {
        let basket = Basket::read(&self.basket).ok_or(Fault::TryAgain)?;
        basket.lines.into_iter().map(|line| Meant::find(shelf, line, lang)).collect()
    }

    /// What it is, in every language, and how many of each in one of them.
    pub fn said(&self, shelf: &Shelf, lang: Lang) -> Result<(Texts, Vec<(i64, String)>), OrderRefusal> {
        let lines = self.lines(shelf, lang)?;
        let title = Texts(
            Lang::ALL
                .into_iter()
                .map(|one| (one, lines.iter().map(|meant| meant.offer.title.get(one).to_owned()).collect::<Vec<_>>().join(", ")))
                .collect(),
        );
        let said = lines.iter().map(|meant| (meant.line.quantity, meant.offer.title.get(lang).to_owned())).collect();
        Ok((title, said))
    }

    /// When it is to be brought; nothing: as soon as it can be.
    pub fn later(&self) -> Option<(Day, WallTime)> {
        self.later
    }
}

/// Who says that it be placed.
pub struct By<'a> {
    /// A phone of the stay.
    pub guest: &'a Guest,
    /// Whose order it is, when that is somebody else of the party, who asked for it.
    pub asked: Option<(GuestId, &'a str)>,
    pub lang: Lang,
}

/// What it costs on the day on which it would be brought, without placing it.
pub async fn sum(tx: &mut Tx, shelf: &Shelf, by: &By<'_>, wanted: &Wanted) -> Result<i64, OrderRefusal> {
    let now = tx.now();
    let lines = wanted.lines(shelf, by.lang)?;
    let buyer = Buyer::read(tx.conn(), Some(by.guest), now).await?;
    let day = wanted.later.map_or(shelf.time.day(now), |(day, _)| day);
    Ok(quote::prices(shelf, &buyer, &lines, day).iter().map(|line| line.amount).sum())
}

/// Places it. `shown` answers the sum that was shown for a day, and it must be the one computed here. Refused with
/// [`OrderRefusal::OverCap`] before anything is written when it is more than its person may put on the room's bill.
pub async fn place(
    tx: &mut Tx,
    shelf: &Shelf,
    by: &By<'_>,
    wanted: &Wanted,
    intent: &str,
    shown: impl Fn(Day) -> Option<i64>,
) -> Result<OrderId, OrderRefusal> {
    let (guest, lang) = (by.guest, by.lang);
    let lines = wanted.lines(shelf, lang)?;
    // What holds that ran out still count would refuse a share that is free again.
    lapse(tx).await?;
    let now = tx.now();
    let buyer = Buyer::read(tx.conn(), Some(guest), now).await?;
    let today = shelf.time.day(now);
    let (bring_on, bring_at) = wanted.later.unwrap_or((today, shelf.time.wall(now)));
    let deliver_at = wanted.later.map(|(day, at)| shelf.time.instant(day, at));
    if bring_on < guest.arrives() || bring_on > guest.departs() {
        return Err(OrderRefusal::OutsideStay);
    }
    if deliver_at.is_some_and(|at| at < now) {
        return Err(OrderRefusal::Past);
    }
    quote::may_be_had(&lines, &buyer, bring_on, bring_at, lang)?;
    let priced = quote::prices(shelf, &buyer, &lines, bring_on);
    let total: i64 = priced.iter().map(|line| line.amount).sum();
    if shown(bring_on) != Some(total) {
        return Err(OrderRefusal::PriceChanged { total });
    }
    let (whose, rule) = (by.asked.map_or(guest.me(), |(asked, _)| asked), shelf.resort.caps());
    if by.asked.is_none()
        && let Some(over) = caps::over(tx.conn(), rule, guest.stay(), whose, today, total).await?
    {
        return Err(OrderRefusal::OverCap(over));
    }

    let order = NewOrder { stay: guest.stay(), deliver_at, note: &wanted.note, total, intent };
    let order = store::add(tx, &order).await?.ok_or(Fault::TryAgain)?;
    for (meant, priced) in lines.iter().zip(&priced) {
        let line = NewLine {
            offer: meant.id,
            sold: meant.sold(),
            quantity: meant.line.quantity,
            included: priced.included,
            unit: meant.offer.price,
            extra: meant.extra(),
            amount: priced.amount,
        };
        store::add_line(tx, order, &line).await?;
        if let Some(allowance) = buyer.allowance(shelf, meant.offer, bring_on)
            && !included::use_up(tx, guest.stay(), &allowance, bring_on, &priced.whose, Subject::Order(order.0)).await?
        {
            return Err(Fault::TryAgain.into());
        }
    }
    store::charge(tx, guest.stay(), order, total).await?;
    let charge = Charge { stay: guest.stay(), guest: whose, subject: ("order", order.0), amount: total, day: today, approved: by.asked.is_some() };
    if !caps::count(tx, rule, &charge).await? {
        return Err(Fault::TryAgain.into());
    }
    let detail = Detail { form: Some(wanted.hash()), asked_by: by.asked.map(|(_, name)| name.to_owned()), ..Detail::default() };
    store::add_fact(tx, order, OrderState::Placed, Actor::Guest, guest.name(), &detail).await?;
    tell(tx, guest.stay(), rules::notice(order, OrderState::Placed, String::new(), None)).await?;
    if by.asked.is_none() {
        // What was asked for before need not be any more.
        asks::placed(tx, guest.stay(), intent).await?;
    }
    tx.nudge(Nudge::Desk);
    Ok(order)
}
