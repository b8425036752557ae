//! The console's own doors: reading only.

use super::{ConsoleRefusal, Counts, LogSheet, StayHistory, TodaySheet};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// The numbers of the rail.
#[server(endpoint = "staff-counts", input = GetUrl)]
pub async fn staff_counts() -> Result<Counts, ConsoleRefusal> {
    use super::{LATE, store};
    use crate::base::Fault;
    use crate::people::session::Staff;
    use crate::server::{Time, house};

    let staff = Staff::asking()?;
    let house = house()?;
    let now = house.clock.now();
    let today = use_context::<Time>().ok_or(Fault::TryAgain)?.day(now);
    let mut conn = house.database.readers().acquire().await?;
    let (orders, oldest, bookings, arrivals, receipts) = store::counts(&mut conn, today, now).await?;
    let late = oldest.is_some_and(|due| (now - due) / 60 >= LATE);
    let desk = staff.role().keeps_the_desk();
    let money = if desk { super::money::waiting(&mut conn, now).await? } else { 0 };
    let (arrivals, receipts) = if desk { (arrivals, receipts) } else { (0, 0) };
    Ok(Counts { orders, late, bookings, money, arrivals, receipts })
}

/// Today's sheet. Who arrives and leaves is told only to those who keep the desk.
#[server(endpoint = "staff-today", input = GetUrl)]
pub async fn staff_today() -> Result<TodaySheet, ConsoleRefusal> {
    use super::{Coming, FreshBooking, WaitingOrder, store};
    use crate::base::{BookingId, Day, OfferId, OrderId, StayId};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::house;

    let staff = Staff::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let now = house.clock.now();
    let today = shelf.time.day(now);
    let mut conn = house.database.readers().acquire().await?;
    let lines = store::lines(&mut conn, None).await?;
    let orders = store::waiting(&mut conn).await?.into_iter().map(|row| WaitingOrder {
        what: what(&shelf, lang, &lines, row.id),
        id: OrderId(row.id),
        state: row.state,
        room: row.room,
        name: row.name,
        waits: (now - row.deliver_at.unwrap_or(row.created_at)).div_euclid(60),
        wanted: row.deliver_at.map(|at| shelf.time.wall(at).to_string()),
    });
    let orders = orders.collect();
    let bookings = store::fresh(&mut conn, now - 24 * 3600).await?.into_iter().filter_map(|row| {
        Some(FreshBooking {
            id: BookingId(row.id),
            title: title(&shelf, lang, OfferId(row.offer_id), &row.sold),
            day: Day::parse(&row.day)?,
            wall: row.wall,
            places: row.places,
            room: row.room,
            name: row.name,
            cancelled: row.state == "cancelled",
            moved: row.fact == "moved",
            ago: (now - row.changed_at).div_euclid(60),
        })
    });
    let bookings = bookings.collect();
    let coming = |rows: Vec<store::ComingRow>| {
        rows.into_iter()
            .map(|row| Coming { stay: StayId(row.id), room: row.room, name: row.name, people: row.people, signed_in: row.phones > 0 })
            .collect()
    };
    let (arrivals, departures) = if staff.role().keeps_the_desk() {
        (coming(store::coming(&mut conn, today, false, now).await?), coming(store::coming(&mut conn, today, true, now).await?))
    } else {
        Default::default()
    };
    let in_house = store::in_house(&mut conn, today).await?;
    Ok(TodaySheet { now, orders, bookings, arrivals, departures, in_house })
}

/// What a stay booked and ordered.
#[server(endpoint = "staff-stay-history", input = GetUrl)]
pub async fn staff_stay_history(stay: i64) -> Result<StayHistory, ConsoleRefusal> {
    use super::{StayBooking, StayOrder, store};
    use crate::base::{BookingId, Day, OfferId, OrderId, StayId};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Staff, caller};
    use crate::server::house;

    Staff::at_the_desk()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let stay = StayId(stay);
    let mut conn = house.database.readers().acquire().await?;
    let bookings = store::bookings_of(&mut conn, stay, house.clock.now()).await?.into_iter().filter_map(|row| {
        Some(StayBooking {
            id: BookingId(row.id),
            title: title(&shelf, lang, OfferId(row.offer_id), &row.sold),
            day: Day::parse(&row.day)?,
            wall: row.wall,
            places: row.places,
            state: row.state,
            total: row.total,
        })
    });
    let bookings = bookings.collect();
    let lines = store::lines(&mut conn, Some(stay)).await?;
    let orders = store::orders_of(&mut conn, stay).await?.into_iter().map(|row| StayOrder {
        what: what(&shelf, lang, &lines, row.id),
        id: OrderId(row.id),
        day: shelf.time.day(row.created_at),
        wall: shelf.time.wall(row.created_at).to_string(),
        state: row.state,
        total: row.total,
    });
    Ok(StayHistory { bookings, orders: orders.collect() })
}

/// Who did what: fifty deeds, newest first, older than number `below` when it is given. Managers only.
#[server(endpoint = "staff-log", input = GetUrl)]
pub async fn staff_log(#[server(default)] below: i64) -> Result<LogSheet, ConsoleRefusal> {
    use super::{LogLine, store, told};
    use crate::base::Fault;
    use crate::catalog::shelf::shelf;
    use crate::people::Role;
    use crate::people::session::{Staff, caller};
    use crate::server::house;
    use crate::words::Words;

    const A_PAGE: i64 = 50;
    if Staff::asking()?.role() != Role::Manager {
        return Err(Fault::NotAllowed.into());
    }
    let (shelf, words) = (shelf()?, Words::of(caller()?.lang));
    let time = shelf.time;
    let told = |deed: &str, kept: &str| told::state(words, &shelf.coin, deed, kept);
    let below = if below > 0 { below } else { i64::MAX };
    let mut conn = house()?.database.readers().acquire().await?;
    let mut rows = store::log(&mut conn, below, A_PAGE + 1).await?;
    let older = (rows.len() as i64 > A_PAGE).then(|| rows.pop()).flatten().and_then(|_| rows.last().map(|row| row.id));
    let lines = rows.into_iter().map(|row| LogLine {
        id: row.id,
        day: time.day(row.at),
        wall: time.wall(row.at).to_string(),
        actor: row.actor,
        before: told(&row.deed, &row.before),
        after: told(&row.deed, &row.after),
        deed: row.deed,
        subject: row.subject,
        subject_id: row.subject_id,
        reason: row.reason,
    });
    Ok(LogSheet { lines: lines.collect(), older })
}

/// The name of an offer in the console's language: from the catalogue, or, when it is no longer in it, as it was sold.
#[cfg(feature = "ssr")]
fn title(shelf: &crate::catalog::shelf::Shelf, lang: crate::base::Lang, offer: crate::base::OfferId, sold: &str) -> String {
    if let Ok(offer) = shelf.offer(offer) {
        return offer.title.get(lang).to_owned();
    }
    let sold: serde_json::Value = serde_json::from_str(sold).unwrap_or_default();
    let texts = sold.get("title").cloned().unwrap_or_default();
    serde_json::from_value::<crate::base::Texts>(texts).map(|texts| texts.get(lang).to_owned()).unwrap_or_default()
}

/// "2 × Mezze platter, Coffee pot"
#[cfg(feature = "ssr")]
fn what(shelf: &crate::catalog::shelf::Shelf, lang: crate::base::Lang, lines: &[super::store::LineRow], order: i64) -> String {
    let names = lines.iter().filter(|line| line.order_id == order).map(|line| {
        let title = title(shelf, lang, crate::base::OfferId(line.offer_id), &line.sold);
        if line.quantity > 1 { format!("{} × {title}", line.quantity) } else { title }
    });
    names.collect::<Vec<_>>().join(", ")
}
