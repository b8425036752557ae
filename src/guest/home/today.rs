//! What is worth a guest's glance today, and in which words.

use super::{FirstStep, HomeData, Line, Next, Tint, Untried};
use crate::base::{Day, Fault, Lang, OfferId, WallTime};
use crate::booking::rules::party::{self, Engagement, When};
use crate::booking::store::{self as bookings, Viewer};
use crate::booking::{BookingRow, BookingState, DayRow, SlotState, Target};
use crate::catalog::rules;
use crate::catalog::shelf::{Offer, Shelf, falls_on};
use crate::catalog::{Kind, Tag};
use crate::people::Standing;
use crate::people::session::{Caller, Guest};
use crate::server::Conn;
use crate::words::Words;

/// Lines under "now and later", at most.
const LATER: usize = 12;
/// Pictures under "not tried yet", at most.
const UNTRIED: usize = 6;
/// Days that are searched for a free time of one's own, today among them.
const SEARCHED: i64 = 3;

pub async fn today(conn: &mut Conn, shelf: &Shelf, caller: &Caller, now: i64) -> Result<HomeData, Fault> {
    let words = Words::of(caller.lang);
    let (day, wall) = (shelf.time.day(now), shelf.time.wall(now));
    let guest = caller.guest.as_ref();
    let viewer = Viewer::of(conn, guest, caller.lang, now).await?;
    let mut rows = bookings::day_rows(conn, shelf, viewer.as_ref(), caller.lang, day, now).await?;
    rows.retain(|row| row.ends_at > now && row.state != SlotState::Cancelled);
    let mut home = HomeData {
        greeting: greeting(words, wall, guest),
        lead: lead(words, shelf, day, guest),
        later: later(words, shelf, &rows, day, wall, now),
        ..HomeData::default()
    };
    let (Some(guest), Some(viewer)) = (guest, viewer) else { return Ok(home) };
    let mine = bookings::list_for(conn, shelf, guest.stay(), caller.lang, now).await?;
    home.next = next(words, &mine, day, now);
    home.open = open(words, &mine);
    home.open.extend(orders_under_way(conn, words, shelf, guest).await?);
    if guest.standing() == Standing::Staying {
        let tried = bookings::tried_offers(conn, guest.stay(), now).await?;
        let ordered = crate::orders::ordered_offers(conn, guest.stay()).await?;
        let engaged = bookings::engaged_anywhere(conn, guest.stay(), caller.lang, now).await?;
        if (0..=2).contains(&day.days_since(guest.arrives())) {
            home.first_steps = first_steps(words, !tried.is_empty(), !ordered.is_empty());
        }
        let view = View { shelf, lang: caller.lang, viewer: &viewer, engaged: &engaged, day, wall, now, rows: &rows };
        home.untried = untried(conn, words, &view, &[tried, ordered].concat()).await?;
    }
    Ok(home)
}

fn greeting(words: Words, wall: WallTime, guest: Option<&Guest>) -> String {
    // The first name is enough between people who share a house.
    let name = guest.map(|guest| guest.name().split_whitespace().next().unwrap_or_default());
    match (name, wall.0 / 60) {
        (None, _) => words.home_welcome().to_owned(),
        // Whoever is up at two has neither morning nor evening.
        (Some(name), 0..=4) => words.home_hello(name),
        (Some(name), 5..=11) => words.home_good_morning(name),
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
    // What has begun, and what begins today soon, the page counts down to.
    let near = row.starts_at <= now || (row.starts_at - now <= 12 * 3600 && row.day == today);
    let people = row.people.iter().map(|name| name.split_whitespace().next().unwrap_or(name)).collect::<Vec<_>>().join(", ");
    Some(Next {
        href: format!("/bookings/{}", row.id),
        starts_at: if near { row.starts_at } else { 0 },
        when: if near { String::new() } else { words.day_near(row.day, today) },
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
    viewer: &'a Viewer,
    /// What the party has already.
    engaged: &'a [Engagement],
    day: Day,
    wall: WallTime,
    now: i64,
    rows: &'a [DayRow],
}

/// Something to suggest.
struct Reason {
    href: String,
    /// Why it is worth a look now.
    why: String,
    tag: Tag,
}

impl View<'_> {
    /// Whether somebody of the party may take part and has nothing else then.
    fn somebody_can(&self, id: OfferId, offer: &Offer, when: Option<(i64, i64)>) -> bool {
        self.viewer.party.iter().any(|member| {
            // A child who needs an adult is no reason to suggest it: the adult who would come along is.
            rules::age_allowed(offer.age_min, offer.age_max, member.age)
                && (!offer.adult_needed || member.age >= 16)
                && when.is_none_or(|(starts_at, ends_at)| party::is_free(member.id, When { offer: id, starts_at, ends_at }, self.engaged))
        })
    }

    /// The tag of a day on which nothing is to be paid.
    fn unpaid(&self, offer: &Offer, day: Day) -> Option<Tag> {
        let tag = bookings::tag(self.shelf, offer, Some(self.viewer), day);
        (!matches!(tag, Tag::Extra { .. })).then_some(tag)
    }

    /// The next session today that somebody of the party can still go to.
    fn session(&self, words: Words, id: OfferId, offer: &Offer) -> Option<Reason> {
        let free = self.rows.iter().filter(|row| row.offer == id && row.state == SlotState::Free && row.left > 0);
        let row = free.filter(|row| self.somebody_can(id, offer, Some((row.starts_at, row.ends_at)))).min_by_key(|row| row.starts_at)?;
        Some(Reason {
            href: format!("/sessions/{}", row.session),
            why: words.home_why_session(&row.wall, row.left),
            tag: self.unpaid(offer, self.day)?,
        })
    }

    /// The first free time of one's own, today or soon; never after departure.
    async fn time(&self, conn: &mut Conn, words: Words, id: OfferId, offer: &Offer) -> Result<Option<Reason>, Fault> {
        for day in (0..SEARCHED).map(|ahead| self.day.plus(ahead)).filter(|day| *day <= self.viewer.days().1) {
            let Some(tag) = self.unpaid(offer, day) else { continue };
            let times = bookings::day_times(conn, self.shelf, Some(self.viewer), &[(id, offer)], day, self.now).await?;
            let free = times.into_iter().flatten().filter(|time| time.state == SlotState::Free).find(|time| {
                let Target::Time { wall, .. } = &time.target else { return false };
                let starts_at = self.shelf.time.instant(day, *wall);
                self.somebody_can(id, offer, Some((starts_at, starts_at + offer.minutes * 60)))
            });
            if let Some(time) = free {
                let why = words.home_why_time(&time.wall, &words.day_near(day, self.day));
                return Ok(Some(Reason { href: time.target.path(), why, tag }));
            }
        }
        Ok(None)
    }

    /// Something for the room that can still be had today.
    fn service(&self, words: Words, offer: &Offer) -> Option<Reason> {
        let open =
            offer.hours.is_empty() || offer.hours.iter().any(|hours| falls_on(&hours.days, self.day) && self.wall.0 + offer.minutes <= hours.to.0);
        // What is free for everybody, such as more towels, is no discovery.
        if !open || offer.price == 0 {
            return None;
        }
        Some(Reason { href: format!("/order/{}", offer.key), why: words.home_why_service().to_owned(), tag: self.unpaid(offer, self.day)? })
    }
}

/// Included or free, for somebody of the party, to be had now or soon and not had yet: what is closed, full, over or
/// after departure is never suggested. Every kind has its share, or a full programme would hide the free court.
async fn untried(conn: &mut Conn, words: Words, view: &View<'_>, had: &[OfferId]) -> Result<Vec<Untried>, Fault> {
    let new = |kind| view.shelf.offers().filter(move |(id, offer)| offer.kind == kind && !had.contains(id) && view.somebody_can(*id, offer, None));
    let draw = |offer: &Offer, reason: Reason| Untried {
        href: reason.href,
        picture: offer.photo.clone(),
        title: offer.title.get(view.lang).to_owned(),
        why: reason.why,
        tag: say_tag(words, view.shelf, &reason.tag).0,
    };
    let sessions = new(Kind::Session).filter_map(|(id, offer)| Some(draw(offer, view.session(words, id, offer)?))).take(UNTRIED).collect::<Vec<_>>();
    let services = new(Kind::Service).filter_map(|(_, offer)| Some(draw(offer, view.service(words, offer)?))).take(UNTRIED).collect::<Vec<_>>();
    // Free times are looked up in the database, so no more of them than can be shown.
    let room = UNTRIED - sessions.len().min(UNTRIED / 3) - services.len().min(UNTRIED / 3);
    let mut times = Vec::new();
    for (id, offer) in new(Kind::Appointment) {
        if times.len() == room {
            break;
        }
        if let Some(reason) = view.time(conn, words, id, offer).await? {
            times.push(draw(offer, reason));
        }
    }
    Ok(shared([sessions, times, services]))
}

/// So many of each kind in turn until the places are filled; the kinds stay together.
fn shared(kinds: [Vec<Untried>; 3]) -> Vec<Untried> {
    let mut shares = [0; 3];
    let turns = (0..UNTRIED).flat_map(|row| (0..kinds.len()).map(move |kind| (row, kind))).filter(|(row, kind)| *row < kinds[*kind].len());
    for (_, kind) in turns.take(UNTRIED) {
        shares[kind] += 1;
    }
    kinds.into_iter().zip(shares).flat_map(|(kind, share)| kind.into_iter().take(share)).collect()
}

fn say_tag(words: Words, shelf: &Shelf, tag: &Tag) -> (String, Tint) {
    match tag {
        Tag::Free => (words.home_free().to_owned(), Tint::Included),
        Tag::Included | Tag::Left { .. } => (words.home_included().to_owned(), Tint::Included),
        Tag::Extra { price, .. } => (words.money(&shelf.coin, *price), Tint::Plain),
        Tag::Deposit { price } => (words.catalog_deposit(&words.money(&shelf.coin, *price)), Tint::Plain),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn some(kind: &str, count: usize) -> Vec<Untried> {
        (0..count).map(|number| Untried { title: format!("{kind}{number}"), ..Untried::default() }).collect()
    }

    fn titles(kinds: [usize; 3]) -> String {
        let [sessions, times, services] = kinds;
        shared([some("s", sessions), some("t", times), some("o", services)]).into_iter().map(|one| one.title).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_kind_has_its_share() {
        assert_eq!(titles([6, 6, 6]), "s0 s1 t0 t1 o0 o1");
        assert_eq!(titles([6, 1, 0]), "s0 s1 s2 s3 s4 t0");
        assert_eq!(titles([0, 2, 1]), "t0 t1 o0");
        assert_eq!(titles([6, 6, 1]), "s0 s1 s2 t0 t1 o0");
        assert_eq!(titles([0, 0, 0]), "");
    }
}
