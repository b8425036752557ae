//! Earlier stays: when they were, and at `/stays/:id` what was done in one. It is there to be read, so it shows no
//! ticket's code and offers no deed; and who else was in the room then is nobody's business today.

use crate::base::{Day, Fault, StayId};
use crate::kit::{Alert, Empty, Kept, NotFresh, PageHead, Row, Tag, Tone, say_fault, use_changed, use_frame, use_params_map};
use crate::orders::OrderState;
use crate::orders::parts::{SignInFirst, StateTag};
use crate::words::{Words, use_words};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

/// A stay that was over before this one began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierStay {
    pub id: StayId,
    pub room: String,
    pub arrives: Day,
    pub departs: Day,
}

/// What was done in an earlier stay, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierStayData {
    pub stay: EarlierStay,
    /// Name of the package.
    pub package: String,
    /// The first in front.
    pub bookings: Vec<EarlierBooking>,
    pub orders: Vec<EarlierOrder>,
}

/// Something that was booked then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierBooking {
    pub day: Day,
    pub wall: String,
    pub title: String,
    /// How many went.
    pub people: i64,
    /// Minor units.
    pub total: i64,
    pub cancelled: bool,
}

/// Something that was ordered then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierOrder {
    pub day: Day,
    pub wall: String,
    /// How many of what.
    pub what: Vec<(i64, String)>,
    pub total: i64,
    pub state: OrderState,
}

/// The earlier stays of whoever this stay belongs to, the latest first.
#[server(endpoint = "earlier-stays", input = GetUrl)]
pub async fn earlier_stays() -> Result<Vec<EarlierStay>, Fault> {
    use crate::people::session::Guest;
    use crate::server::house;
    use crate::stays::store;

    let guest = Guest::asking()?;
    let mut conn = house()?.database.readers().acquire().await?;
    let stays = store::earlier(&mut conn, guest.stay()).await?;
    Ok(stays.into_iter().map(|stay| EarlierStay { id: stay.id, room: stay.room, arrives: stay.arrives, departs: stay.departs }).collect())
}

/// One earlier stay of the same person; any other stay is not found.
#[server(endpoint = "earlier-stay-details", input = GetUrl)]
pub async fn earlier_stay_details(id: i64) -> Result<EarlierStayData, Fault> {
    use crate::booking::{BookingState, store as bookings};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller};
    use crate::server::house;
    use crate::stays::store;

    let guest = Guest::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let pool = house.database.readers();
    let mut conn = pool.acquire().await?;
    let stay = store::earlier(&mut conn, guest.stay()).await?.into_iter().find(|stay| stay.id.0 == id).ok_or(Fault::NotFound)?;
    let mut bookings = bookings::list_for(&mut conn, &shelf, stay.id, lang, house.clock.now()).await?;
    bookings.reverse();
    let mut orders = crate::orders::list_whole(pool, stay.id, shelf.time, lang).await?;
    orders.reverse();
    Ok(EarlierStayData {
        package: shelf.package(&stay.package).map(|package| package.name.get(lang).to_owned()).unwrap_or_default(),
        bookings: bookings
            .into_iter()
            .map(|row| EarlierBooking {
                day: row.day,
                wall: row.wall,
                title: row.title,
                people: row.people.len() as i64,
                total: row.total,
                cancelled: row.state == BookingState::Cancelled,
            })
            .collect(),
        orders: orders
            .into_iter()
            .map(|(row, lines)| EarlierOrder {
                day: row.at.day,
                wall: row.at.wall,
                what: lines.into_iter().map(|line| (line.quantity, line.title)).collect(),
                total: row.total,
                state: row.state,
            })
            .collect(),
        stay: EarlierStay { id: stay.id, room: stay.room, arrives: stay.arrives, departs: stay.departs },
    })
}

/// "3 March – 10 March 2026"
fn say_days(words: Words, stay: &EarlierStay) -> String {
    format!("{} – {} {}", words.day_and_month(stay.arrives), words.day_and_month(stay.departs), stay.departs.year())
}

/// The list of earlier stays; nothing when there are none.
#[component]
pub fn EarlierList(stays: Vec<EarlierStay>) -> impl IntoView {
    let words = use_words();
    if stays.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section">
            <div class="section-head"><h2>{words.earlier_title()}</h2></div>
            <ul class="rows">
                {stays.into_iter().map(|stay| {
                    let meta = format!("{} {}", words.me_room(), stay.room);
                    view! { <Row href=format!("/stays/{}", stay.id) title=say_days(words, &stay) meta=meta/> }.into_any()
                }).collect_view()}
            </ul>
        </section>
    }
    .into_any()
}

/// `/stays/:id`
#[component]
pub fn EarlierStayPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let params = use_params_map();
    let id = params.with_value(|params| params.get_str("id").and_then(|id| id.parse::<i64>().ok()).unwrap_or(0));
    let data = Resource::new_blocking(move || changed.0.get(), move |_| earlier_stay_details(id));
    let kept = Kept::new();
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match kept.or_before(data.await) {
                    Ok((data, stale)) => view! { <main class="page" id="main"><NotFresh stale=stale/><Whole data=data/></main> }.into_any(),
                    Err(Fault::NotFound | Fault::Malformed | Fault::Field(_)) => view! { <super::pages::NotFound/> }.into_any(),
                    Err(Fault::SignIn) => view! {
                        <main class="page" id="main">
                            <PageHead title=words.earlier_title().to_owned() back="/history" back_label=words.page_back()/>
                            <SignInFirst next=format!("/stays/{id}")/>
                        </main>
                    }.into_any(),
                    Err(fault) => view! { <main class="page" id="main"><Alert tone=Tone::Warn>{say_fault(words, &fault)}</Alert></main> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Whole(data: EarlierStayData) -> impl IntoView {
    let words = use_words();
    let EarlierStayData { stay, package, bookings, orders } = data;
    let nothing = bookings.is_empty() && orders.is_empty();
    view! {
        <PageHead title=say_days(words, &stay) back="/history" back_label=words.page_back()/>
        <dl class="facts">
            <div><dt>{words.me_room()}</dt><dd>{stay.room}</dd></div>
            <div><dt>{words.me_package()}</dt><dd>{package}</dd></div>
        </dl>
        {nothing.then(|| view! { <Empty icon="calendar" text=words.earlier_empty().to_owned()><a class="link" href="/history">{words.history_title()}</a></Empty> }.into_any())}
        {(!bookings.is_empty()).then(|| view! {
            <section class="section">
                <div class="section-head"><h2>{words.earlier_bookings()}</h2></div>
                <ul class="rows">{bookings.into_iter().map(|one| view! { <Booking one=one/> }.into_any()).collect_view()}</ul>
            </section>
        }.into_any())}
        {(!orders.is_empty()).then(|| view! {
            <section class="section">
                <div class="section-head"><h2>{words.earlier_orders()}</h2></div>
                <ul class="rows">{orders.into_iter().map(|one| view! { <Order one=one/> }.into_any()).collect_view()}</ul>
            </section>
        }.into_any())}
    }
    .into_any()
}

#[component]
fn Booking(one: EarlierBooking) -> impl IntoView {
    let words = use_words();
    let meta = format!("{} · {} · {}", words.day_short(one.day), words.earlier_people(one.people), cost(words, one.total));
    view! {
        <li><div class="row row-still" class:row-off=one.cancelled>
            <time class="row-time" datetime=format!("{}T{}", one.day, one.wall)>{one.wall.clone()}</time>
            <span class="row-main"><b class="row-title">{one.title}</b> <span class="row-meta">{meta}</span></span>
            {one.cancelled.then(|| view! { <span class="row-end"><Tag tone=Tone::Info>{words.history_cancelled()}</Tag></span> }.into_any())}
        </div></li>
    }
    .into_any()
}

#[component]
fn Order(one: EarlierOrder) -> impl IntoView {
    let words = use_words();
    let off = matches!(one.state, OrderState::Declined | OrderState::Cancelled);
    let what = one.what.into_iter().map(|(count, title)| if count > 1 { format!("{count} × {title}") } else { title });
    let meta = format!("{} · {}", words.day_short(one.day), cost(words, one.total));
    view! {
        <li><div class="row row-still" class:row-off=off>
            <time class="row-time" datetime=format!("{}T{}", one.day, one.wall)>{one.wall.clone()}</time>
            <span class="row-main"><b class="row-title">{what.collect::<Vec<_>>().join(", ")}</b> <span class="row-meta">{meta}</span></span>
            <span class="row-end"><StateTag state=one.state/></span>
        </div></li>
    }
    .into_any()
}

fn cost(words: Words, total: i64) -> String {
    if total == 0 { words.catalog_included().to_owned() } else { words.money(&use_frame().coin, total) }
}
