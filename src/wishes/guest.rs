//! `/wishes`: everything that was marked, what it costs now, and where there is room.

use super::{Room, WishRefusal, WishRow, wishes};
use crate::base::Fault;
use crate::catalog::parts::{Heart, PriceBell, TagView};
use crate::catalog::{Kind, Tag as Price};
use crate::kit::{Alert, Empty, Kept, NotFresh, PageHead, Rows, Tag, Tone, row_number, say_fault, steady, use_changed, use_frame};
use crate::orders::parts::SignInFirst;
use crate::words::use_words;
use leptos::prelude::*;

#[component]
pub fn WishesPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let rows = Resource::new_blocking(move || changed.0.get(), |_| wishes());
    let kept = Kept::new();
    view! {
        <main class="page" id="main">
            <PageHead title=words.me_wishes().to_owned() back="/me" back_label=words.page_back()/>
            <Transition fallback=move || view! { <div class="skeleton" aria-hidden="true"></div> }>
                {move || Suspend::new(async move {
                    match kept.or_before(rows.await) {
                        Ok((rows, stale)) => view! { <NotFresh stale=stale/> <Wishes rows=rows/> }.into_any(),
                        Err(WishRefusal::Fault(Fault::SignIn)) => view! { <SignInFirst next="/wishes".to_owned()/> }.into_any(),
                        Err(WishRefusal::Fault(fault)) => view! { <Alert tone=Tone::Warn>{say_fault(words, &fault)}</Alert> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
    .into_any()
}

#[component]
fn Wishes(rows: Vec<WishRow>) -> impl IntoView {
    let words = use_words();
    if rows.is_empty() {
        return view! {
            <Empty icon="heart" text=words.wishes_empty().to_owned()><a class="button" href="/offers">{words.catalog_show_all()}</a></Empty>
        }
        .into_any();
    }
    view! {
        <p class="lead">{words.wishes_lead()}</p>
        <ul class="menu">{rows.into_iter().map(|row| (row_number(&row.card.key), steady(row.clone(), move || view! { <One row=row/> }.into_any()))).collect::<Rows>()}</ul>
    }
    .into_any()
}

#[component]
fn One(row: WishRow) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let WishRow { card, watched, was, room, bought } = row;
    let has_price = matches!(card.tag, Price::Extra { used_up: false, .. }) || watched;
    let (href, act) = match card.kind {
        Kind::Service => (format!("/order/{}", card.key), words.catalog_order()),
        Kind::Session | Kind::Appointment => (format!("/book?offer={}", card.key), words.catalog_book()),
    };
    let open = !matches!(room, Room::Over) && frame.me.is_some_and(|me| !me.read_only);
    let room = match room {
        Room::Always => None,
        Room::Next { day, wall, left } => {
            let next = words.wishes_next(&words.day_near(day, frame.today), &wall);
            Some(left.map_or(next.clone(), |left| format!("{next} · {}", words.book_places_left(left))))
        }
        Room::Full => Some(words.wishes_full().to_owned()),
        Room::Over => Some(words.wishes_over().to_owned()),
    };
    view! {
        <li class="menu-item">
            <img src=card.photo alt="" width="88" height="88" loading="lazy"/>
            <div class="menu-main">
                <div class="wish-head">
                    <h2 class="menu-title"><a href=format!("/offers/{}", card.key)>{card.title}</a></h2>
                    <Heart offer=card.key.clone() on=card.wished next="/wishes"/>
                </div>
                <p class="menu-cost">
                    <TagView tag=card.tag/>
                    {was.map(|was| view! { <span class="wish-was">{words.wishes_was(&words.money(&frame.coin, was))}</span> }.into_any())}
                    {bought.then(|| view! { <Tag tone=Tone::Good>{words.wishes_bought()}</Tag> }.into_any())}
                </p>
                {room.map(|room| view! { <p class="menu-text">{room}</p> }.into_any())}
                <div class="menu-foot">
                    {has_price.then(|| view! { <PriceBell offer=card.key on=watched next="/wishes"/> }.into_any())}
                    {open.then(|| view! { <a class="button-quiet button-small" href=href>{act}</a> }.into_any())}
                </div>
            </div>
        </li>
    }
    .into_any()
}
