//! What is worth a guest's glance today, and in which words.

use super::{FirstStep, HomeData, Line, Next, Tint, Untried};
use crate::base::{Day, Fault, Lang, OfferId, WallTime};
use crate::booking::{self, BookingRow, BookingState, DayRow, SlotState};
use crate::catalog::shelf::{Offer, Shelf, falls_on};
use crate::catalog::{Kind, Tag, included, rules};
use crate::people::Standing;
use crate::people::session::{Caller, Guest};
use crate::server::Conn;
use crate::words::Words;

/// Lines under "now and later", at most.
const LATER: usize = 12;
/// Pictures under "not tried yet", at most.
const UNTRIED: usize = 6;

pub async fn today(conn: &mut Conn, shelf: &Shelf, caller: &Caller, now: i64) -> Result<HomeData, Fault> {
    let words = Words::of(caller.lang);
    let (day, wall) = (shelf.time.day(now), shelf.time.wall(now));
    let guest = caller.guest.as_ref();
    let rows = booking::on_now_and_later(conn, shelf, guest, caller.lang, day, now).await?;
    let mut home = HomeData {
        greeting: greeting(words, wall, guest),
        lead: lead(words, shelf, day, guest),
        later: later(words, shelf, &rows, day, wall, now),
        ..HomeData::default()
    };
    let Some(guest) = guest else { return Ok(home) };
    let bookings = booking::store::list_for(conn, shelf, guest.stay(), caller.lang, now).await?;
    home.next = next(words, &bookings, day, now);
    home.open = open(words, &bookings);
    home.open.extend(orders_under_way(conn, words, shelf, guest).await?);
    if guest.standing() == Standing::Staying {
        let tried = booking::tried_offers(conn, guest.stay(), now).await?;
        let ordered = crate::orders::ordered_offers(conn, guest.stay()).await?;
        let used = included::used(conn, guest.stay(), now).await?;
        let party = crate::stays::store::party(conn, guest.stay()).await?;
        let ages: Vec<i64> = party.iter().map(|person| person.age).collect();
        let view = View { shelf, lang: caller.lang, guest, day, wall, used: &used, ages: &ages, rows: &rows };
        home.untried = untried(words, &view, &[tried.clone(), ordered.clone()].concat());
        if (0..=2).contains(&day.days_since(guest.arrives())) {
            home.first_steps = first_steps(words, !tried.is_empty(), !ordered.is_empty());
        }
    }
    Ok(home)
}

fn greeting(words: Words, wall: WallTime, guest: Option<&Guest>) -> String {
    // The first name is enough between people who share a house.
    let name = guest.map(|guest| guest.name().split_whitespace().next().unwrap_or_default());
    match (name, wall.0 / 60) {
        (None, _) => words.home_welcome().to_owned(),
        (Some(name), 4..=11) => words.home_good_morning(name),
        (Some(name), 12..=17) => words.home_good_afternoon(name),
        (Some(name), _) => words.home_good_evening(name),
    }
}

fn lead(words: Words, shelf: &Shelf, day: Day, guest: Option<&Guest>) -> String {
    let Some(guest) = guest else { return shelf.resort.tagline.get(words.lang).to_owned() };
    match (day.days_since(guest.arrives()), guest.departs().days_since(day)) {
        (_, left) if left < 0 => words.home_lead_after().to_owned(),
        (0, _) => shelf.resort.welcome.get(words.lang).to_owned(),
        (_, 0) => words.home_lead_leaving(&shelf.resort.check_out.to_string()),
        (_, 1) => words.home_lead_last_day().to_owned(),
        (_, left) => words.home_lead_days(left),
    }
}

fn next(words: Words, bookings: &[BookingRow], today: Day, now: i64) -> Option<Next> {
    let row = bookings.iter().filter(|row| row.state == BookingState::Confirmed && row.ends_at > now).min_by_key(|row| row.starts_at)?;
    let minutes = (row.starts_at - now + 59) / 60;
    let when = if minutes <= 0 {
        words.home_on_now().to_owned()
    } else if minutes <= 12 * 60 && row.day == today {
        words.home_in(&words.minutes(minutes))
    } else {
        words.day_near(row.day, today)
    };
    let people = row.people.iter().map(|name| name.split_whitespace().next().unwrap_or(name)).collect::<Vec<_>>().join(", ");
    Some(Next {
        href: format!("/bookings/{}", row.id),
        when,
        time: row.wall.clone(),
        title: row.title.clone(),
        meta: format!("{} · {people}", row.place),
    })
}

fn open(words: Words, bookings: &[BookingRow]) -> Vec<Line> {
    bookings
        .iter()
        .filter(|row| row.state == BookingState::Held)
        .map(|row| Line {
            href: format!("/bookings/{}", row.id),
            time: row.wall.clone(),
            title: row.title.clone(),
            meta: words.day_short(row.day),
            tag: words.home_held_until(row.held_until.as_deref().unwrap_or_default()),
            tone: Tint::Hold,
            now: false,
        })
        .collect()
}

async fn orders_under_way(conn: &mut Conn, words: Words, shelf: &Shelf, guest: &Guest) -> Result<Vec<Line>, Fault> {
    let orders = crate::orders::under_way(conn, guest.stay(), shelf.time, words.lang).await?;
    Ok(orders
        .into_iter()
        .map(|order| Line {
            href: format!("/orders/{}", order.id),
            time: order.wall,
            title: order.title,
            meta: words.home_order(&order.id.to_string()),
            tag: words.home_under_way().to_owned(),
            tone: Tint::Good,
            now: false,
        })
        .collect())
}

/// Sessions and the daily routine, what is on now first.
fn later(words: Words, shelf: &Shelf, rows: &[DayRow], today: Day, wall: WallTime, now: i64) -> Vec<Line> {
    let sessions = rows.iter().filter(|row| row.ends_at > now && row.state != SlotState::Cancelled).map(|row| {
        let (tag, tone) = match &row.state {
            SlotState::Yours { held: false, .. } => (words.home_yours().to_owned(), Tint::Good),
            SlotState::Full => (words.home_full().to_owned(), Tint::Plain),
            _ => say_tag(words, shelf, &row.tag),
        };
        let line = Line {
            href: format!("/sessions/{}", row.session),
            time: row.wall.clone(),
            title: row.title.clone(),
            meta: row.place.clone(),
            tag,
            tone,
            now: row.starts_at <= now,
        };
        (row.starts_at, line)
    });
    let routine = shelf.resort.routine.iter().filter(|one| falls_on(&one.days, today)).filter_map(|one| {
        let until = one.until.unwrap_or(WallTime(one.at.0 + 30));
        // A stretch that ends past midnight goes on until then.
        let over = if until > one.at { wall >= until } else { false };
        (!over).then(|| {
            let line = Line {
                href: String::new(),
                time: one.at.to_string(),
                title: one.what.get(words.lang).to_owned(),
                meta: one.r#where.get(words.lang).to_owned(),
                tag: one.until.map(|until| words.home_until(&until.to_string())).unwrap_or_default(),
                tone: Tint::Plain,
                now: one.at <= wall,
            };
            (shelf.time.instant(today, one.at), line)
        })
    });
    let mut lines: Vec<(i64, Line)> = sessions.chain(routine).collect();
    lines.sort_by_key(|(starts_at, line)| (!line.now, *starts_at));
    lines.into_iter().map(|(_, line)| line).take(LATER).collect()
}

/// What "not tried yet" looks at.
struct View<'a> {
    shelf: &'a Shelf,
    lang: Lang,
    guest: &'a Guest,
    day: Day,
    wall: WallTime,
    used: &'a [included::Used],
    ages: &'a [i64],
    rows: &'a [DayRow],
}

/// Included or free, of the right age, to be had today and not had yet. Sessions need a place and a start ahead;
/// the others must be open. Nothing after departure.
fn untried(words: Words, view: &View, had: &[OfferId]) -> Vec<Untried> {
    if view.day > view.guest.departs() {
        return Vec::new();
    }
    let mut found: Vec<(usize, Untried)> = Vec::new();
    for (id, offer) in view.shelf.offers().filter(|(id, _)| !had.contains(id)) {
        let allowance = included::allowance(view.shelf, view.guest.package(), offer, view.day, view.used);
        let tag = rules::tag(offer.price, allowance.as_ref(), &[view.guest.lead().0]);
        let costs = matches!(tag, Tag::Extra { .. });
        let fits = view.ages.iter().any(|age| rules::age_allowed(offer.age_min, offer.age_max, *age));
        if costs || !fits {
            continue;
        }
        let Some((rank, href, why)) = reason(words, view, id, offer) else { continue };
        found.push((
            rank,
            Untried {
                href,
                picture: offer.photo.clone(),
                title: offer.title.get(view.lang).to_owned(),
                why,
                tag: say_tag(words, view.shelf, &tag).0,
            },
        ));
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, one)| one).take(UNTRIED).collect()
}

/// Why it is worth a look now, where that leads, and how soon it is; nothing when it cannot be had today.
fn reason(words: Words, view: &View, id: OfferId, offer: &Offer) -> Option<(usize, String, String)> {
    match offer.kind {
        Kind::Session => {
            let row =
                view.rows.iter().filter(|row| row.offer == id && row.state == SlotState::Free && row.left > 0).min_by_key(|row| row.starts_at)?;
            let why = words.home_why_session(&row.wall, row.left);
            Some((0, format!("/sessions/{}", row.session), why))
        }
        Kind::Appointment => {
            let until = open_until(offer, view.day, view.wall)?;
            Some((1, format!("/book?offer={}", offer.key), words.home_why_open(&until.to_string())))
        }
        Kind::Service => {
            let open = offer.hours.is_empty() || open_until(offer, view.day, view.wall).is_some();
            // What is free for everybody, such as more towels, is no discovery.
            (open && offer.price > 0).then(|| (2, format!("/order/{}", offer.key), words.home_why_service().to_owned()))
        }
    }
}

/// Until when today it can still be begun.
fn open_until(offer: &Offer, day: Day, wall: WallTime) -> Option<WallTime> {
    offer.hours.iter().filter(|hours| falls_on(&hours.days, day) && wall.0 + offer.minutes <= hours.to.0).map(|hours| hours.to).max()
}

fn say_tag(words: Words, shelf: &Shelf, tag: &Tag) -> (String, Tint) {
    match tag {
        Tag::Free => (words.home_free().to_owned(), Tint::Included),
        Tag::Included | Tag::Left { .. } => (words.home_included().to_owned(), Tint::Included),
        Tag::Extra { price, .. } => (words.money(&shelf.coin, *price), Tint::Plain),
    }
}

fn first_steps(words: Words, booked: bool, ordered: bool) -> Vec<FirstStep> {
    let step = |href: &str, title: &str, text: &str, done| FirstStep { href: href.into(), title: title.into(), text: text.into(), done };
    vec![
        step("/guide", words.home_step_guide(), words.home_step_guide_text(), false),
        step("/book", words.home_step_book(), words.home_step_book_text(), booked),
        step("/order", words.home_step_order(), words.home_step_order_text(), ordered),
    ]
}
