//! `/history`: everything of this stay in one list, what is coming first, then what was; bookings and orders together.
//! It is also what a stay that is over still shows.

use super::earlier::{EarlierList, EarlierStay, earlier_stays};
use crate::base::{Day, Fault, Refusal};
use crate::booking::{BookingRow, BookingState, LineList, LineRow, my_bookings, my_waitlist};
use crate::kit::{Alert, Empty, Icon, Kept, NotFresh, PageHead, Tag, Tone, say_fault, steady, use_changed, use_clock, use_frame};
use crate::orders::parts::{SignInFirst, StateTag};
use crate::orders::{OrderRow, OrderState, my_orders};
use crate::words::{Words, use_words};
use leptos::prelude::*;

/// Everything of this stay, what it waits for, and the stays before it.
type All = (Vec<BookingRow>, Vec<OrderRow>, Vec<LineRow>, Vec<EarlierStay>);

/// All of it, or why not: half a history would look like a lost booking.
async fn load() -> Result<All, Fault> {
    fn common(refusal: impl Refusal) -> Fault {
        refusal.fault().cloned().unwrap_or(Fault::TryAgain)
    }
    let (bookings, orders) = (my_bookings().await.map_err(common)?, my_orders().await.map_err(common)?);
    Ok((bookings, orders, my_waitlist().await.map_err(common)?, earlier_stays().await?))
}

#[component]
pub fn HistoryPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let all = Resource::new_blocking(move || changed.0.get(), |_| load());
    let kept = Kept::new();
    let signed_in = use_frame().me.is_some();
    view! {
        <main class="page" id="main">
            <PageHead title=words.history_title().to_owned() back="/me" back_label=words.bill_back().to_owned()>
                {signed_in.then(|| view! { <a class="button-quiet button-small" href="/bill"><Icon name="money"/>{words.bill_title()}</a> }.into_any())}
            </PageHead>
            {if signed_in {
                view! {
                    <Transition>
                        {move || Suspend::new(async move {
                            match kept.or_before(all.await) {
                                Ok(((bookings, orders, lines, earlier), stale)) => {
                                    let waiting = !lines.is_empty();
                                    view! {
                                        <NotFresh stale=stale/>
                                        <LineList lines=lines/>
                                        {steady((bookings.clone(), orders.clone(), waiting), move || view! { <Everything bookings=bookings orders=orders waiting=waiting/> }.into_any())}
                                        <EarlierList stays=earlier/>
                                    }.into_any()
                                }
                                Err(Fault::SignIn) => view! { <SignInFirst next="/history".to_owned()/> }.into_any(),
                                Err(fault) => view! { <Alert tone=Tone::Warn>{say_fault(words, &fault)}</Alert> }.into_any(),
                            }
                        })}
                    </Transition>
                }.into_any()
            } else {
                view! { <SignInFirst next="/history".to_owned()/> }.into_any()
            }}
        </main>
    }
    .into_any()
}

/// One line, whatever it is.
#[derive(Clone)]
struct Entry {
    day: Day,
    wall: String,
    coming: bool,
    what: What,
}

#[derive(Clone)]
enum What {
    Booking(BookingRow),
    Order(OrderRow),
}

/// What is coming, soonest first; then what was, latest first.
fn sorted(bookings: Vec<BookingRow>, orders: Vec<OrderRow>, now: i64) -> (Vec<Entry>, Vec<Entry>) {
    let bookings = bookings.into_iter().map(|row| {
        let coming = matches!(row.state, BookingState::Held | BookingState::Confirmed) && row.ends_at > now;
        Entry { day: row.day, wall: row.wall.clone(), coming, what: What::Booking(row) }
    });
    let orders =
        orders.into_iter().map(|row| Entry { day: row.at.day, wall: row.at.wall.clone(), coming: row.state.is_open(), what: What::Order(row) });
    let (mut coming, mut past): (Vec<Entry>, Vec<Entry>) = bookings.chain(orders).partition(|entry| entry.coming);
    coming.sort_by(|a, b| (a.day, &a.wall).cmp(&(b.day, &b.wall)));
    past.sort_by(|a, b| (b.day, &b.wall).cmp(&(a.day, &a.wall)));
    (coming, past)
}

#[component]
fn Everything(
    bookings: Vec<BookingRow>,
    orders: Vec<OrderRow>,
    /// There is something that they wait for.
    waiting: bool,
) -> impl IntoView {
    let words = use_words();
    if bookings.is_empty() && orders.is_empty() && !waiting {
        return view! {
            <Empty icon="calendar" text=words.history_empty().to_owned()>
                <a class="button" href="/book">{words.tab_book()}</a>
                <a class="link" href="/order">{words.tab_order()}</a>
            </Empty>
        }
        .into_any();
    }
    let clock = use_clock();
    // Drawn anew when something has ended or the day has, not every minute.
    let ends: Vec<i64> = bookings.iter().map(|row| row.ends_at).collect();
    let turn = Memo::new(move |_| (clock.today(), ends.iter().filter(|ends_at| **ends_at <= clock.now()).count()));
    let draw = move || {
        turn.track();
        let (coming, past) = sorted(bookings.clone(), orders.clone(), use_frame().now);
        view! {
            {(!coming.is_empty()).then(|| view! { <Part title=words.history_coming() entries=coming/> }.into_any())}
            {(!past.is_empty()).then(|| view! { <Part title=words.history_past() entries=past/> }.into_any())}
        }
        .into_any()
    };
    view! { {draw} }.into_any()
}

#[component]
fn Part(title: &'static str, entries: Vec<Entry>) -> impl IntoView {
    let words = use_words();
    let today = use_frame().today;
    let mut days: Vec<(Day, Vec<Entry>)> = Vec::new();
    for entry in entries {
        match days.last_mut() {
            Some((day, group)) if *day == entry.day => group.push(entry),
            _ => days.push((entry.day, vec![entry])),
        }
    }
    view! {
        <section class="section">
            <div class="section-head"><h2>{title}</h2></div>
            {days.into_iter().map(|(day, group)| view! {
                <h3 class="day-heading">{words.day_near(day, today)}</h3>
                <ul class="rows">
                    {group.into_iter().map(|entry| view! { <Line entry=entry/> }.into_any()).collect_view()}
                </ul>
            }.into_any()).collect_view()}
        </section>
    }
    .into_any()
}

#[component]
fn Line(entry: Entry) -> impl IntoView {
    let words = use_words();
    let coin = use_frame().coin;
    let (href, title, meta, off, state) = match entry.what {
        What::Booking(row) => {
            let total = if row.total == 0 { words.catalog_included().to_owned() } else { words.money(&coin, row.total) };
            let people = row.people.join(", ");
            let meta = if people.is_empty() { total } else { format!("{people} · {total}") };
            let off = matches!(row.state, BookingState::Cancelled | BookingState::Lapsed | BookingState::Released);
            (format!("/bookings/{}", row.id), row.title, meta, off, booking_tag(words, row.state, entry.coming))
        }
        What::Order(row) => {
            let title = if row.more > 0 { words.history_and_more(row.more, &row.title) } else { row.title };
            let total = if row.total == 0 { words.catalog_included().to_owned() } else { words.money(&coin, row.total) };
            let meta = format!("{} · {} · {total}", words.order_number(&row.id.to_string()), words.basket_pieces(row.pieces));
            let off = matches!(row.state, OrderState::Declined | OrderState::Cancelled);
            (format!("/orders/{}", row.id), title, meta, off, view! { <StateTag state=row.state/> }.into_any())
        }
    };
    view! {
        <li>
            <a class="row" class:row-off=off href=href>
                <time class="row-time">{entry.wall}</time>
                <span class="row-main"><b class="row-title">{title}</b> <span class="row-meta">{meta}</span></span>
                <span class="row-end">{state}</span>
            </a>
        </li>
    }
    .into_any()
}

/// A booking's state as a word and an icon.
fn booking_tag(words: Words, state: BookingState, coming: bool) -> AnyView {
    let (tone, icon, word) = match state {
        BookingState::Held => (Tone::Hold, "clock", words.history_held()),
        BookingState::Confirmed if coming => (Tone::Good, "ticket", words.history_confirmed()),
        BookingState::Confirmed => (Tone::Info, "check", words.history_over()),
        BookingState::Lapsed => (Tone::Info, "clock", words.history_lapsed()),
        BookingState::Released => (Tone::Info, "close", words.history_released()),
        BookingState::Cancelled => (Tone::Info, "close", words.history_cancelled()),
    };
    view! { <Tag tone=tone><Icon name=icon/>{word}</Tag> }.into_any()
}
