//! What the pages read.

use crate::booking::{Alternative, BookingData, BookingRefusal, BookingRow, DayData, MoveData, SlotData};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// How many free times of an appointment the list of a day shows.
#[cfg(feature = "ssr")]
const FIRST_TIMES: usize = 4;

/// A day of the calendar. An empty `day` is today; `offer` or `category` narrow it down. Of an offer it is also said on
/// which days of the strip around that day, or of a `month` like `2026-12`, something is free.
#[server(endpoint = "book-day", input = GetUrl)]
pub async fn book_day(
    #[server(default)] day: String,
    #[server(default)] offer: String,
    #[server(default)] category: String,
    #[server(default)] month: String,
) -> Result<DayData, BookingRefusal> {
    use crate::base::{Fault, OfferId};
    use crate::booking::store::{self, Viewer};
    use crate::booking::{STRIP, SlotState, TimesOf, strip_from};
    use crate::catalog::Kind;
    use crate::catalog::seen::reached;
    use crate::catalog::shelf::{Offer, shelf};
    use crate::people::session::{Guest, caller};
    use crate::server::house;

    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let now = house.clock.now();
    let today = shelf.time.day(now);
    let day = super::day_or(&day, today)?;
    if (day.days_since(today)).abs() > 800 {
        return Err(Fault::NotFound.into());
    }
    let only = if offer.is_empty() { None } else { Some(shelf.offer_by_key(&offer)?) };
    let wanted = |key: &str, of: &str| match only {
        Some((_, offer)) => offer.key == key,
        None => category.is_empty() || category == of,
    };
    if let Some((id, _)) = only {
        reached(id);
    }
    let mut conn = house.database.readers().acquire().await?;
    let viewer = Viewer::of(&mut conn, Guest::perhaps().as_ref(), lang, now).await?;
    let viewer = viewer.as_ref();
    let mut rows = store::day_rows(&mut conn, &shelf, viewer, lang, day, now).await?;
    rows.retain(|row| wanted(&row.key, &row.category));
    let appointments: Vec<(OfferId, &Offer)> = shelf
        .offers()
        .filter(|(_, offer)| offer.kind == Kind::Appointment && wanted(&offer.key, &offer.category))
        .filter(|(_, offer)| only.is_some() || (day >= today && store::opens_on(offer, day)))
        .collect();
    let times = store::day_times(&mut conn, &shelf, viewer, &appointments, day, now).await?;
    let own: Vec<TimesOf> = appointments
        .iter()
        .zip(times)
        .map(|((_, offer), mut times)| {
            if only.is_none() {
                times.retain(|time| time.state == SlotState::Free);
                times.truncate(FIRST_TIMES);
            }
            store::times_of(&shelf, viewer, offer, lang, day, times)
        })
        .collect();
    let anything =
        rows.iter().any(|row| row.state == SlotState::Free) || own.iter().any(|own| own.times.iter().any(|time| time.state == SlotState::Free));
    let next = match only.filter(|_| !anything) {
        Some((id, offer)) => store::next_of(&mut conn, &shelf, viewer, (id, offer), day.max(today), now).await?,
        None => Vec::new(),
    };
    let free = match only {
        Some(offer) => {
            // A month that is not understood is that of the day, as it is drawn.
            let named = || crate::base::Day::parse(&format!("{month}-01")).unwrap_or_else(|| day.first_of_month());
            let first = if month.is_empty() { strip_from(day, today) } else { named() };
            let after = if month.is_empty() { first.plus(STRIP) } else { first.next_month() };
            let stay = viewer.map(Viewer::days);
            Some(store::free_days(&mut conn, &shelf, stay, offer, (first.max(today), after), now).await?)
        }
        None => None,
    };
    let categories = shelf
        .categories
        .iter()
        .filter(|category| shelf.offers().any(|(_, offer)| offer.category == category.key && offer.kind != Kind::Service))
        .map(|category| (category.key.clone(), category.name.get(lang).to_owned()))
        .collect();
    let only = only.map(|(_, offer)| (offer.key.clone(), offer.title.get(lang).to_owned()));
    Ok(DayData { day, rows, own, only, free, next, categories, mine: store::mine_by_day(viewer) })
}

/// The next free times of an offer, at most three.
#[server(endpoint = "next-times", input = GetUrl)]
pub async fn next_times(offer: String) -> Result<Vec<Alternative>, BookingRefusal> {
    use crate::booking::store::{self, Viewer};
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller};
    use crate::server::house;

    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let now = house.clock.now();
    let found = shelf.offer_by_key(&offer)?;
    let mut conn = house.database.readers().acquire().await?;
    let viewer = Viewer::of(&mut conn, Guest::perhaps().as_ref(), lang, now).await?;
    Ok(store::next_of(&mut conn, &shelf, viewer.as_ref(), found, shelf.time.day(now), now).await?)
}

/// Everything about one session or one time; `at` is its address.
#[server(endpoint = "slot-details", input = GetUrl)]
pub async fn slot_details(at: String) -> Result<SlotData, BookingRefusal> {
    use super::reading::line_of;
    use crate::base::Fault;
    use crate::booking::rules::party::{Engagement, obstacle};
    use crate::booking::rules::time::{NO_POLICY, free_until};
    use crate::booking::store::{self, Viewer, moment};
    use crate::booking::{Person, SlotState, Target, Yours};
    use crate::catalog::included::{self, Subject};
    use crate::catalog::rules::price_for_age;
    use crate::catalog::seen::reached;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller};
    use crate::server::{Keys, house};

    let target = Target::parse(&at).ok_or(Fault::NotFound)?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let now = house.clock.now();
    let mut conn = house.database.readers().acquire().await?;
    let spot = store::spot(&mut conn, &shelf, &target).await?;
    let offer = shelf.offer(spot.offer)?;
    reached(spot.offer);
    let mut viewer = Viewer::of(&mut conn, Guest::perhaps().as_ref(), lang, now).await?;
    let (state, left) = store::slot_state(&mut conn, &shelf, viewer.as_ref().map(Viewer::days), &spot, now).await?;
    let mut engaged: Vec<Engagement> = Vec::new();
    let mut yours = Vec::new();
    let (mut held, mut answered) = (Vec::new(), Vec::new());
    if let Some(viewer) = &mut viewer {
        engaged = store::engaged(&mut conn, &shelf, viewer.who.stay, lang, spot.offer, now).await?;
        for mine in viewer.mine_at(spot.session, spot.offer, spot.starts_at).filter(|_| spot.ends_at > now) {
            let goes = |id| engaged.iter().any(|one| one.booking == mine.id && one.guest == id);
            let names = viewer.party.iter().filter(|member| goes(member.id)).map(|member| member.name.clone()).collect();
            yours.push(Yours { booking: mine.id, held: mine.held, names });
        }
        // What is only held can still be changed: the form shows it as it is, and nothing of it stands in its own way.
        if let Some(hold) = yours.iter().find(|one| one.held).map(|one| one.booking) {
            held = engaged.iter().filter(|one| one.booking == hold).map(|one| one.guest).collect();
            engaged.retain(|one| one.booking != hold);
            let booking = store::booking_of(&mut conn, viewer.who.stay, hold, now).await?;
            answered = booking.answers.iter().map(|one| (one.key.clone(), one.sent(offer, lang))).collect();
            viewer.used = included::without(&mut conn, std::mem::take(&mut viewer.used), Subject::Booking(hold.0)).await?;
        }
    }
    let limits = store::limits(offer);
    let party: Vec<Person> = viewer
        .iter()
        .flat_map(|viewer| viewer.party.iter().map(|member| (member, member.id == viewer.who.by)))
        .map(|(member, you)| Person {
            id: member.id,
            name: member.name.clone(),
            age: member.age,
            price: price_for_age(offer.price, &offer.bands, member.age),
            you,
            held: held.contains(&member.id),
            obstacle: obstacle(limits, member, spot.when(), &engaged),
        })
        .collect();
    let lost = yours.is_empty()
        && matches!(state, SlotState::Full | SlotState::HeldByOthers { .. } | SlotState::Cancelled | SlotState::Over | SlotState::TooLate);
    let alternatives =
        if lost { store::alternatives(&mut conn, &shelf, now, viewer.as_ref().map(|viewer| &viewer.who), &spot, &[], 1).await? } else { Vec::new() };
    let line = line_of(&mut conn, &shelf, viewer.as_ref(), &spot, (&state, left), &party, now).await?;
    let policy = offer.policy.clone().unwrap_or(NO_POLICY);
    Ok(SlotData {
        key: offer.key.clone(),
        title: offer.title.get(lang).to_owned(),
        summary: offer.summary.get(lang).to_owned(),
        details: offer.details.get(lang).to_owned(),
        bring: offer.bring.as_ref().map(|bring| bring.get(lang).to_owned()),
        place: offer.place.get(lang).to_owned(),
        category: shelf.category(&offer.category).map(|category| category.name.get(lang).to_owned()).unwrap_or_default(),
        photo: offer.photo.clone(),
        day: spot.day,
        wall: spot.wall.to_string(),
        until: shelf.time.wall(spot.ends_at).to_string(),
        minutes: offer.minutes,
        state,
        yours,
        left: (spot.session.is_some() || shelf.counts_people(offer)).then_some(left),
        tag: store::tag(&shelf, offer, viewer.as_ref(), spot.day),
        price: offer.price,
        bands: offer.bands.clone(),
        age_min: offer.age_min,
        age_max: offer.age_max,
        adult_needed: offer.adult_needed,
        allowance: viewer.as_ref().and_then(|viewer| included::allowance(&shelf, &viewer.who.package, offer, spot.day, &viewer.used)),
        free_until: free_until(&policy, spot.starts_at, now).map(|at| moment(shelf.time, at)),
        policy,
        party,
        questions: offer.questions(lang),
        answered,
        alternatives,
        line,
        hold_minutes: shelf.resort.hold_minutes,
        intent: Keys::token(),
        target,
    })
}

/// Everything about one booking of this stay.
#[server(endpoint = "booking-details", input = GetUrl)]
pub async fn booking_details(id: i64) -> Result<BookingData, BookingRefusal> {
    use super::reading::{paying, room_again, ticket};
    use crate::base::{BookingId, Fault, GuestId};
    use crate::booking::store::{self, Viewer, guarantee, moment};
    use crate::booking::{BookingState, Deed, Guarantee};
    use crate::catalog::shelf::shelf;
    use crate::people::Standing;
    use crate::people::session::{Guest, caller};
    use crate::server::house;

    let guest = Guest::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let now = house.clock.now();
    let mut conn = house.database.readers().acquire().await?;
    let booking = store::booking_of(&mut conn, guest.stay(), BookingId(id), now).await?;
    let participants = store::participants_of(&mut conn, booking.id).await?;
    let mut facts = store::facts_of(&mut conn, booking.id, shelf.time).await?;
    if booking.state == BookingState::Lapsed
        && let Some(until) = booking.hold_until
        && facts.last().is_some_and(|fact| fact.deed != Deed::Lapsed)
    {
        // Nobody has tidied it yet; the guest sees the truth all the same.
        facts.push(crate::booking::BookingFact {
            at: moment(shelf.time, until),
            actor: crate::booking::Actor::House,
            name: String::new(),
            deed: Deed::Lapsed,
        });
    }
    let from_waitlist = facts.first().is_some_and(|fact| matches!(fact.deed, Deed::Offered { .. }));
    let Some(viewer) = Viewer::of(&mut conn, Some(&guest), lang, now).await? else { return Err(Fault::SignIn.into()) };
    let guests: Vec<GuestId> = participants.iter().map(|person| GuestId(person.guest_id)).collect();
    let called_off = facts.iter().find_map(|fact| match &fact.deed {
        Deed::CalledOff { reason } => Some(reason.clone()),
        _ => None,
    });
    let lost = matches!(booking.state, BookingState::Lapsed | BookingState::Released) || called_off.is_some();
    let alternatives = if lost {
        store::alternatives(&mut conn, &shelf, now, Some(&viewer.who), &store::spot_of(&booking), &guests, booking.places).await?
    } else {
        Vec::new()
    };
    let (policy, staying) = (booking.sold.policy.clone(), guest.standing() == Standing::Staying);
    let confirmed = booking.state == BookingState::Confirmed;
    let nobody_in = participants.iter().all(|person| person.checked_in_at.is_none());
    let offered = shelf.offer(booking.offer).is_ok();
    let may_change = staying && confirmed && offered && booking.may_move(now);
    let instead = if may_change { store::instead(&mut conn, &shelf, &viewer, &booking, &guests, now).await? } else { Vec::new() };
    // A time that the catalogue no longer has can be joined by nobody.
    let can_join = staying
        && confirmed
        && match store::spot(&mut conn, &shelf, &booking.target()).await {
            Ok(spot) => store::can_join(&mut conn, &shelf, &viewer, &spot, now).await?,
            Err(BookingRefusal::Fault(Fault::NotFound)) => false,
            Err(refusal) => return Err(refusal),
        };
    let again = match (booking.state, shelf.offer(booking.offer)) {
        (BookingState::Lapsed | BookingState::Released, Ok(offer)) if staying && called_off.is_none() => {
            let room = room_again(&mut conn, &shelf, &viewer, &booking, now).await?;
            room.then(|| crate::booking::HoldAgain {
                intent: crate::server::Keys::token(),
                answers: booking.answers.iter().map(|one| (one.key.clone(), one.sent(offer, lang))).collect(),
                minutes: shelf.resort.hold_minutes,
            })
        }
        _ => None,
    };
    let (pay, ways) = paying(&mut conn, &shelf, &booking, staying, now).await?;
    let over_cap = if staying && ways.room { store::asking::over(&mut conn, &shelf, &viewer.who, &booking, now).await? } else { None };
    let base = format!("{}/staff/tickets/", house.public_url);
    let good = confirmed && now < booking.ends_at;
    let nobody_missed = participants.iter().all(|person| person.missed_at.is_none());
    let left = booking.total - booking.given;
    let back = participants.iter().map(|person| (booking.back_when_missed(person.due()) - person.given).max(0)).sum::<i64>().min(left);
    let guarantee = guarantee::of(&mut conn, &booking, staying, !nobody_in, (shelf.time.day(now), now)).await?;
    let asked = guarantee.as_ref().is_some_and(|one| !matches!(one, Guarantee::Open { .. }));
    let can_leave = staying && confirmed && !asked && participants.len() > 1 && now < booking.ends_at;
    let of = |person| ticket(person, &booking, good.then_some(base.as_str()), shelf.time, now);
    let people = participants.into_iter().map(of).collect();
    Ok(BookingData {
        id: booking.id,
        state: booking.state,
        target: booking.target(),
        key: booking.sold.key.clone(),
        title: booking.sold.title.get(lang).to_owned(),
        place: booking.sold.place.get(lang).to_owned(),
        category: booking.sold.category.get(lang).to_owned(),
        photo: booking.sold.photo.clone(),
        bring: booking.sold.bring.as_ref().map(|bring| bring.get(lang).to_owned()),
        day: booking.day,
        wall: booking.wall.to_string(),
        until: shelf.time.wall(booking.ends_at).to_string(),
        minutes: booking.sold.minutes,
        starts_at: booking.starts_at,
        over: now >= booking.ends_at,
        now,
        hold_until: booking.hold_until.filter(|_| booking.state == BookingState::Held),
        hold_until_wall: booking.hold_until.map(|until| shelf.time.wall(until).to_string()).unwrap_or_default(),
        hold_seconds: 60 * if from_waitlist { shelf.resort.waitlist_minutes } else { shelf.resort.hold_minutes },
        from_waitlist,
        total: booking.total,
        to_pay: booking.to_pay(),
        fee: booking.fee,
        given: booking.given,
        back_if_missed: if confirmed { back } else { 0 },
        guarantee,
        free_until: booking.free_until(now).map(|at| moment(shelf.time, at)),
        fee_now: booking.fee_at(now),
        can_cancel: staying && confirmed && nobody_in && nobody_missed && !asked && now < booking.ends_at,
        can_leave,
        can_move: may_change && nobody_in,
        can_join,
        again,
        instead,
        offered,
        policy,
        people,
        answers: booking.answers.iter().map(|one| (one.question.get(lang).to_owned(), one.answer.get(lang).to_owned())).collect(),
        facts,
        pay,
        ways,
        over_cap,
        called_off,
        alternatives,
    })
}

/// Where a booking could move to. For times of one's own: on `day`, or on its own day when that is empty.
#[server(endpoint = "move-options", input = GetUrl)]
pub async fn move_options(id: i64, #[server(default)] day: String) -> Result<MoveData, BookingRefusal> {
    use crate::base::{BookingId, Day, Fault, GuestId};
    use crate::booking::BookingState;
    use crate::booking::store::{self, Who};
    use crate::catalog::shelf::shelf;
    use crate::people::Standing;
    use crate::people::session::{Guest, caller};
    use crate::server::house;

    let guest = Guest::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let now = house.clock.now();
    let day = if day.is_empty() { None } else { Some(Day::parse(&day).ok_or_else(|| Fault::Field("day".into()))?) };
    let mut conn = house.database.readers().acquire().await?;
    let booking = store::booking_of(&mut conn, guest.stay(), BookingId(id), now).await?;
    let participants = store::participants_of(&mut conn, booking.id).await?;
    let can_move = guest.standing() == Standing::Staying
        && booking.state == BookingState::Confirmed
        && participants.iter().all(|person| person.checked_in_at.is_none())
        && booking.may_move(now);
    let who = Who { lang, ..Who::from(&guest) };
    let guests: Vec<GuestId> = participants.iter().map(|person| GuestId(person.guest_id)).collect();
    let shown = day.unwrap_or(booking.day).clamp(shelf.time.day(now), guest.departs().max(shelf.time.day(now)));
    let options = if can_move { store::moves(&mut conn, &shelf, &who, &booking, &guests, shown, now).await? } else { Vec::new() };
    Ok(MoveData {
        id: booking.id,
        key: booking.sold.key.clone(),
        title: booking.sold.title.get(lang).to_owned(),
        day: booking.day,
        wall: booking.wall.to_string(),
        places: booking.places,
        can_move,
        shown: booking.session.is_none().then_some(shown),
        options,
        departs: guest.departs(),
    })
}

/// Every booking of the stay, the latest first.
#[server(endpoint = "my-bookings", input = GetUrl)]
pub async fn my_bookings() -> Result<Vec<BookingRow>, BookingRefusal> {
    use crate::booking::store;
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller};
    use crate::server::house;

    let guest = Guest::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let mut conn = house.database.readers().acquire().await?;
    Ok(store::list_for(&mut conn, &shelf, guest.stay(), lang, house.clock.now()).await?)
}
