//! `/book`: the calendar. A strip of days, a month behind one tap, and what can be had on the chosen day. Every
//! choice is an address, so it works as plain links.

use crate::base::Day;
use crate::booking::parts::{Instead, Unread, ZoneNote, say_state};
use crate::booking::{DayData, DayRow, STRIP, SlotState, TimeChip, TimesOf, book_day, strip_from};
use crate::catalog::parts::TagView;
use crate::kit::{
    Alert, DayChip, DayStrip, Empty, Icon, MonthGrid, PageHead, Rows, Shown, Skeleton, Tone, row_number, use_changed, use_frame, use_places,
};
use crate::words::{Words, use_words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

/// What the address asks for.
#[derive(Clone, Debug, Default, PartialEq)]
struct Asked {
    day: String,
    offer: String,
    category: String,
    /// Only what somebody of the party is old enough for.
    fitting: bool,
    /// The month is open, at this day's or at `2026-12`.
    month: String,
}

impl Asked {
    fn read(query: &ParamsMap) -> Asked {
        let field = |name: &str| query.get_str(name).unwrap_or_default().chars().take(60).collect::<String>();
        Asked { day: field("day"), offer: field("offer"), category: field("category"), fitting: field("who") == "us", month: field("month") }
    }

    fn href(&self) -> String {
        let mut href = String::from("/book");
        let who = if self.fitting { "us" } else { "" };
        let fields = [("day", &*self.day), ("offer", &self.offer), ("category", &self.category), ("who", who), ("month", &self.month)];
        // Keys, days and months need no escaping; whatever else was typed is left out.
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        for (index, (name, value)) in fields.into_iter().filter(|(_, value)| plain(value)).enumerate() {
            href.push(if index == 0 { '?' } else { '&' });
            href.push_str(name);
            href.push('=');
            href.push_str(value);
        }
        href
    }

    fn on(&self, day: Day) -> String {
        Asked { day: day.to_string(), month: String::new(), ..self.clone() }.href()
    }
}

#[component]
pub fn BookPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(Asked::read));
    // Where no offer is asked for, the month only draws another grid of the same day.
    let wanted = Memo::new(move |_| {
        let month = |asked: &Asked| if asked.offer.is_empty() { String::new() } else { asked.month.clone() };
        asked.with(|asked| (asked.day.clone(), asked.offer.clone(), asked.category.clone(), month(asked)))
    });
    let places = use_places().on(move || {
        wanted.with(|(day, offer, ..)| match offer.is_empty() {
            true => Shown::Day(Day::parse(day).unwrap_or_else(|| use_frame().today)),
            false => Shown::Days,
        })
    });
    let data = Resource::new_blocking(
        move || (wanted.get(), changed.0.get(), places.get()),
        |((day, offer, category, month), ..)| book_day(day, offer, category, month),
    );
    let scrolled = StoredValue::new(String::new());
    view! {
        <Transition fallback=move || view! {
            <main class="page" id="main"><PageHead title=words.book_title().to_owned()/><Skeleton kind="row" count=8/></main>
        }>
            {move || {
                let asked = asked.get();
                Suspend::new(async move {
                    match data.await {
                        Ok(data) => view! { <DayView asked=asked data=data scrolled=scrolled/> }.into_any(),
                        Err(refusal) => view! { <Unread refusal=refusal next=asked.href()/> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
    .into_any()
}

#[component]
fn DayView(asked: Asked, data: DayData, scrolled: StoredValue<String>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let title = data.only.as_ref().map_or_else(|| words.book_title().to_owned(), |(_, title)| title.clone());
    let back = data.only.as_ref().map(|(key, _)| format!("/offers/{key}"));
    let month_open = !asked.month.is_empty();
    let toggle = if month_open {
        Asked { month: String::new(), ..asked.clone() }.href()
    } else {
        Asked { day: data.day.to_string(), month: month_name(data.day), ..asked.clone() }.href()
    };
    let toggle_label = if month_open { words.book_strip() } else { words.book_month() };
    let head = view! {
        <a class="icon-button" href=toggle aria-label=toggle_label><Icon name=if month_open { "close" } else { "calendar" }/></a>
    };
    let (near, long) = (words.day_near(data.day, frame.today), words.day_long(data.day));
    let heading = if near == long { long } else { format!("{near}, {long}") };
    view! {
        <main class="page" id="main">
            {match back {
                Some(back) => view! { <PageHead title=title back=back back_label=words.page_back()>{head}</PageHead> }.into_any(),
                None => view! { <PageHead title=title>{head}</PageHead> }.into_any(),
            }}
            {if month_open {
                view! { <Month asked=asked.clone() data=data.clone()/> }.into_any()
            } else {
                view! { <Strip asked=asked.clone() data=data.clone() scrolled=scrolled/> }.into_any()
            }}
            <Narrow asked=asked.clone() data=data.clone()/>
            <ZoneNote/>
            <h2 class="day-heading">{heading}</h2>
            <Outside day=data.day/>
            <Contents asked=asked data=data/>
        </main>
    }
    .into_any()
}

fn chip(words: Words, asked: &Asked, day: Day, data: &DayData, today: Day) -> DayChip {
    let dots = data.mine.iter().find(|(one, _)| *one == day).map_or(0, |(_, count)| *count);
    let nothing = day >= today && data.free.as_ref().is_some_and(|free| !free.contains(&day));
    let mut label = words.day_long(day);
    if dots > 0 {
        label = words.book_day_mine(&label, i64::from(dots));
    }
    if nothing {
        label = words.book_day_nothing(&label);
    }
    DayChip {
        href: asked.on(day),
        weekday: words.weekday_short(day).to_owned(),
        number: day.of_month().to_string(),
        label,
        current: day == data.day,
        today: day == today,
        dots,
        nothing,
        disabled: day < today,
    }
}

#[component]
fn Strip(asked: Asked, data: DayData, scrolled: StoredValue<String>) -> impl IntoView {
    let (words, today) = (use_words(), use_frame().today);
    let first = strip_from(data.day, today);
    let days = (0..STRIP).map(|ahead| chip(words, &asked, first.plus(ahead), &data, today)).collect();
    view! { <DayStrip days=days selected=asked.on(data.day) label=words.book_days() scrolled=scrolled/> }.into_any()
}

fn month_name(day: Day) -> String {
    day.to_string().chars().take(7).collect()
}

#[component]
fn Month(asked: Asked, data: DayData) -> impl IntoView {
    let (words, today) = (use_words(), use_frame().today);
    let first = Day::parse(&format!("{}-01", asked.month)).unwrap_or_else(|| data.day.first_of_month());
    let next = first.next_month();
    let before = first.plus(-1).first_of_month();
    let mut cells: Vec<Option<DayChip>> = (0..first.weekday()).map(|_| None).collect();
    let length = next.days_since(first);
    cells.extend((0..length).map(|ahead| Some(chip(words, &asked, first.plus(ahead), &data, today))));
    let turn = |month: Day| Asked { month: month_name(month), ..asked.clone() }.href();
    let monday = Day::new(2024, 1, 1).unwrap_or(first);
    view! {
        <MonthGrid title=words.month_and_year(first) weekdays=(0..7).map(|ahead| words.weekday_short(monday.plus(ahead)).to_owned()).collect()
            cells=cells prev=(first > today.first_of_month()).then(|| turn(before)) next=(next.days_since(today) < 370).then(|| turn(next))
            prev_label=words.book_month_before() next_label=words.book_month_after()/>
    }
    .into_any()
}

/// Categories as pills, and what fits the party.
#[component]
fn Narrow(asked: Asked, data: DayData) -> impl IntoView {
    let words = use_words();
    if data.only.is_some() {
        return ().into_any();
    }
    let signed_in = use_frame().me.is_some();
    let day = data.day.to_string();
    let to = |asked: Asked| Asked { day: day.clone(), month: String::new(), ..asked }.href();
    let all = to(Asked { category: String::new(), ..asked.clone() });
    let fitting = to(Asked { fitting: !asked.fitting, ..asked.clone() });
    let pills = data.categories.into_iter().map(|(key, name)| {
        let current = asked.category == key;
        let href = to(Asked { category: key, ..asked.clone() });
        view! { <a href=href aria-current=current.then_some("true")>{name}</a> }.into_any()
    });
    let current = asked.category.is_empty();
    view! {
        <nav class="pills" aria-label=words.book_what()>
            {signed_in.then(|| view! {
                <a href=fitting aria-current=asked.fitting.then_some("true")><Icon name="people"/>{words.book_fitting()}</a>
            }.into_any())}
            <a href=all aria-current=current.then_some("true")>{words.book_all()}</a>
            {pills.collect_view()}
        </nav>
    }
    .into_any()
}

/// Says when a day is over or outside of the stay.
#[component]
fn Outside(day: Day) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let text = match frame.me {
        _ if day < frame.today => words.book_past().to_owned(),
        Some(me) if day > me.departs => words.book_after_departure(&words.day_and_month(me.departs)),
        Some(me) if day < me.arrives => words.book_before_arrival(&words.day_and_month(me.arrives)),
        _ => return ().into_any(),
    };
    view! { <Alert tone=Tone::Info>{text}</Alert> }.into_any()
}

#[component]
fn Contents(asked: Asked, data: DayData) -> impl IntoView {
    let words = use_words();
    let mut rows = data.rows;
    let mut own = data.own;
    if asked.fitting {
        rows.retain(|row| row.fits);
        own.retain(|own| own.fits);
    }
    let one = data.only.is_some();
    if rows.is_empty() && own.is_empty() && !one {
        let filtered = asked.fitting || !asked.category.is_empty();
        let text = if filtered { words.book_empty_filtered() } else { words.book_empty() };
        let href = Asked { day: data.day.to_string(), ..Asked::default() }.href();
        return view! {
            <Empty icon="calendar" text=text.to_owned()>
                {filtered.then(|| view! { <a class="button" href=href>{words.book_everything()}</a> }.into_any())}
            </Empty>
        }
        .into_any();
    }
    let nothing = one && rows.is_empty() && own.iter().all(|own| own.times.is_empty());
    let next = data.next;
    view! {
        {parts_of_day(words, rows).into_iter().map(|(name, rows)| (row_number(name), view! {
            <h3 class="part-heading">{name}</h3>
            <ul class="rows">{rows.into_iter().map(|row| (row.session.0, view! { <SessionRow row=row/> }.into_any())).collect::<Rows>()}</ul>
        }.into_any())).collect::<Rows>()}
        {if one {
            own.into_iter().map(|own| view! { <Times own=own day=data.day/> }.into_any()).collect_view().into_any()
        } else {
            view! { <OwnTimes own=own day=data.day/> }.into_any()
        }}
        {nothing.then(|| view! { <p class="muted">{words.book_none()}</p> }.into_any())}
        <Instead alternatives=next title=words.book_next()/>
    }
    .into_any()
}

/// Morning until noon, evening from five.
fn parts_of_day(words: Words, rows: Vec<DayRow>) -> Vec<(&'static str, Vec<DayRow>)> {
    let mut parts = vec![(words.book_morning(), Vec::new()), (words.book_afternoon(), Vec::new()), (words.book_evening(), Vec::new())];
    for row in rows {
        let part = match row.wall.get(..2).and_then(|hour| hour.parse::<u32>().ok()) {
            Some(..=11) => 0,
            Some(12..=16) => 1,
            _ => 2,
        };
        if let Some((_, rows)) = parts.get_mut(part) {
            rows.push(row);
        }
    }
    parts.retain(|(_, rows)| !rows.is_empty());
    parts
}

#[component]
fn SessionRow(row: DayRow) -> impl IntoView {
    let words = use_words();
    let href = match &row.state {
        SlotState::Yours { booking, .. } => format!("/bookings/{booking}"),
        _ => format!("/sessions/{}", row.session),
    };
    let open = matches!(row.state, SlotState::Free | SlotState::Yours { .. });
    let state = if row.fits || !open { say_state(words, &row.state, Some(row.left)) } else { words.book_no_age_fits().to_owned() };
    let class = match row.state {
        SlotState::Yours { held: true, .. } => "row-meta slot-held",
        SlotState::Yours { .. } => "row-meta slot-yours",
        SlotState::Free if row.left <= 3 => "row-meta slot-few",
        _ => "row-meta",
    };
    let over = matches!(row.state, SlotState::Over | SlotState::Cancelled);
    view! {
        <li>
            <a class="row" class:row-off=!open || !row.fits href=href>
                <time class="row-time">{row.wall}</time>
                <span class="row-main">
                    <b class="row-title">{row.title}</b>
                    <span class="row-meta">{row.place}" · "{words.minutes(row.minutes)}</span>
                    <span class=class>{state}</span>
                </span>
                {(!over).then(|| view! { <span class="row-end"><TagView tag=row.tag day=Some(row.day)/></span> }.into_any())}
            </a>
        </li>
    }
    .into_any()
}

/// What can be had at a time of one's own: each with its first free times, and the way to all of them.
#[component]
fn OwnTimes(own: Vec<TimesOf>, day: Day) -> impl IntoView {
    let words = use_words();
    if own.is_empty() {
        return ().into_any();
    }
    let rows = own.into_iter().map(|one| {
        let href = format!("/book?day={day}&offer={}", one.key);
        let label = format!("{} · {}", words.book_times(), one.title);
        let note = match (one.fits, one.times.is_empty()) {
            (false, _) => Some(words.book_no_age_fits()),
            (true, true) => Some(words.book_none()),
            (true, false) => None,
        };
        let times = one.times.into_iter().filter(|_| one.fits).map(|chip| time_chip(words, chip)).collect::<Vec<_>>();
        let times = (!times.is_empty()).then(|| {
            view! {
                <nav class="times times-few" aria-label=label>{times}<a class="times-all" href=href.clone()>{words.book_all_times()}</a></nav>
            }
            .into_any()
        });
        view! {
            <li>
                <a class="row" class:row-off=note.is_some() href=href>
                    <span class="row-main">
                        <b class="row-title">{one.title}</b>
                        <span class="row-meta">{one.place}" · "{words.minutes(one.minutes)}</span>
                        {note.map(|note| view! { <span class="row-meta">{note}</span> }.into_any())}
                    </span>
                    <span class="row-end"><TagView tag=one.tag day=Some(day)/></span>
                </a>
                {times}
            </li>
        }
        .into_any()
    });
    view! {
        <h3 class="part-heading">{words.book_own()}</h3>
        <ul class="rows">{rows.collect_view()}</ul>
    }
    .into_any()
}

/// The times of one offer on the day, as chips.
#[component]
fn Times(own: TimesOf, day: Day) -> impl IntoView {
    let words = use_words();
    let label = format!("{} · {}", words.book_times(), own.title);
    let empty = own.times.is_empty();
    view! {
        <p class="line"><TagView tag=own.tag day=Some(day)/><span class="muted">{own.place}" · "{words.minutes(own.minutes)}</span></p>
        {(!empty).then(|| view! {
            <nav class="times" aria-label=label>{own.times.into_iter().map(|chip| (row_number(&chip.wall), time_chip(words, chip))).collect::<Rows>()}</nav>
        }.into_any())}
    }
    .into_any()
}

fn time_chip(words: Words, chip: TimeChip) -> AnyView {
    match &chip.state {
        SlotState::Free => view! { <a href=chip.target.path()>{chip.wall}</a> }.into_any(),
        SlotState::Yours { booking, held } => {
            let small = if *held { words.book_yours_held() } else { words.book_yours() };
            view! { <a href=format!("/bookings/{booking}") aria-current="true">{chip.wall}<small>{small}</small></a> }.into_any()
        }
        SlotState::HeldByOthers { until } => {
            view! { <span aria-disabled="true">{chip.wall}<small>{words.book_held_short(until)}</small></span> }.into_any()
        }
        state => view! { <span aria-disabled="true">{chip.wall}<small>{say_state(words, state, None)}</small></span> }.into_any(),
    }
}
