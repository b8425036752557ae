//! `/order`: what can be brought to the room, by category, each with its price for this guest.

use crate::browser;
use crate::kit::{Alert, Empty, Icon, PageHead, Rows, Tone, row_number, steady, use_changed, use_frame};
use crate::orders::parts::{BasketBar, CostTag, NotRead, say};
use crate::orders::{BasketAdd, Menu, MenuItem, order_menu};
use crate::words::use_words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub fn MenuPage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let add = ServerAction::<BasketAdd>::new();
    let menu = Resource::new_blocking(move || (add.version().get(), changed.0.get()), |_| order_menu());
    let query = use_query_map();
    let added = Memo::new(move |_| query.with(|query| query.get_str("added").map(str::to_owned)));
    let pressed = StoredValue::new(None::<String>);
    Effect::new(move |_| {
        if let Some(input) = add.input().get() {
            pressed.set_value(Some(format!("#add-{}", input.offer)));
        }
    });
    let refused = move || add.value().get().and_then(Result::err).map(|refusal| say(words, &use_frame().coin, &refusal));
    view! {
        <main class="page" id="main">
            <PageHead title=words.order_title().to_owned()/>
            <p class="lead">{words.order_lead()}</p>
            {move || refused().map(|text| view! { <Alert tone=Tone::Warn>{text}</Alert> }.into_any())}
            <Transition>
                {move || Suspend::new(async move {
                    match menu.await {
                        Ok(menu) => view! { <MenuList menu=menu add=add added=added.get_untracked() pressed=pressed/> }.into_any(),
                        Err(refusal) => view! { <NotRead refusal=refusal back="/" next="/order".to_owned()/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
        <div class="dock" aria-live="polite">
            <Transition>
                {move || Suspend::new(async move {
                    menu.await.ok().map(|menu| view! { <BasketBar sum=menu.basket/> }.into_any())
                })}
            </Transition>
        </div>
    }
    .into_any()
}

#[component]
fn MenuList(
    menu: Menu,
    add: ServerAction<BasketAdd>,
    added: Option<String>,
    /// The button that was pressed last: it gets the focus back when the list is drawn anew.
    pressed: StoredValue<Option<String>>,
) -> impl IntoView {
    let words = use_words();
    Effect::new(move |_| {
        if let Some(button) = pressed.try_update_value(Option::take).flatten() {
            browser::focus(&button);
        }
    });
    if menu.parts.is_empty() {
        return view! { <Empty icon="tray" text=words.order_none().to_owned()/> }.into_any();
    }
    let told =
        added.and_then(|key| menu.parts.iter().flat_map(|part| &part.items).find(|item| item.card.key == key).map(|item| item.card.title.clone()));
    let pills = (menu.parts.len() > 1).then(|| {
        let links = menu.parts.iter().map(|part| view! { <a href=format!("#{}", part.key)>{part.name.clone()}</a> }.into_any()).collect_view();
        view! { <nav class="pills" aria-label=words.order_parts()>{links}</nav> }.into_any()
    });
    view! {
        {told.map(|title| view! {
            <Alert tone=Tone::Good>{words.order_added(&title)}" "<a class="link" href="/basket">{words.basket_open()}</a></Alert>
        }.into_any())}
        {pills}
        {menu.parts.into_iter().map(|part| (row_number(&part.key), view! {
            <section class="section" id=part.key>
                <div class="section-head"><h2>{part.name}</h2></div>
                <ul class="menu">
                    {part.items.into_iter().map(|item| (row_number(&item.card.key), steady(item.clone(), move || view! { <MenuRow item=item add=add/> }.into_any()))).collect::<Rows>()}
                </ul>
            </section>
        }.into_any())).collect::<Rows>()}
    }
    .into_any()
}

#[component]
fn MenuRow(item: MenuItem, add: ServerAction<BasketAdd>) -> impl IntoView {
    let words = use_words();
    let frame = use_frame();
    let (today, read_only) = (frame.today, frame.me.is_some_and(|me| me.read_only));
    let (key, title) = (item.card.key, item.card.title);
    let href = format!("/order/{key}");
    let opens = item
        .opens
        .map(|at| if at.day == today { words.order_opens(&at.wall) } else { words.order_opens_on(&words.day_near(at.day, today), &at.wall) });
    let closed = (!item.open).then(|| {
        let text = opens.unwrap_or_else(|| words.order_closed().to_owned());
        view! { <span class="menu-note"><Icon name="clock"/>{text}</span> }.into_any()
    });
    let in_basket = (item.in_basket > 0)
        .then(|| view! { <span class="menu-note"><Icon name="basket"/>{words.order_in_basket(item.in_basket)}</span> }.into_any());
    let choose = if read_only {
        ().into_any()
    } else if item.simple {
        let (key, title, id) = (key.clone(), title.clone(), format!("add-{key}"));
        let busy = {
            let key = key.clone();
            move || add.input().with(|input| input.as_ref().is_some_and(|one| one.offer == key)).then_some("true")
        };
        view! {
            <ActionForm action=add>
                <input type="hidden" name="offer" value=key/>
                <input type="hidden" name="quantity" value="1"/>
                <button class="button-quiet button-small" type="submit" id=id aria-label=words.order_add_one(&title) aria-busy=busy>
                    <Icon name="plus"/>{words.order_add()}
                </button>
            </ActionForm>
        }
        .into_any()
    } else {
        view! { <a class="button-quiet button-small" href=href.clone() aria-label=words.order_choose_one(&title)>{words.order_choose()}</a> }
            .into_any()
    };
    view! {
        <li class="menu-item" id=key>
            <img src=item.card.photo alt="" width="88" height="88" loading="lazy" decoding="async"/>
            <div class="menu-main">
                <h3 class="menu-title"><a href=href>{title}</a></h3>
                <p class="menu-text">{item.card.summary}</p>
                {closed}
                {in_basket}
                <span class="menu-foot"><span class="menu-cost"><CostTag tag=item.card.tag/></span>{choose}</span>
            </div>
        </li>
    }
    .into_any()
}
