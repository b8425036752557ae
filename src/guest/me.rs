//! Me: who I am here, everything of mine, the language, signing out.

use super::install::InstallHint;
use crate::base::{Day, Fault};
use crate::kit::{Alert, Empty, Icon, LanguageList, PageHead, Tone, say_fault, use_changed, use_frame};
use crate::orders::approval::AsksWaiting;
use crate::payments::points::guest::PurseSection;
use crate::people::SignOutButton;
use crate::stays::caps::SpendingSection;
use crate::words::use_words;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

/// The guest's own data, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mine {
    pub name: String,
    pub room: String,
    pub package: String,
    pub package_text: String,
    pub arrives: Day,
    pub departs: Day,
    /// Name and age on arrival.
    pub party: Vec<(String, i64)>,
    /// Phones signed in with this slip.
    pub phones: i64,
}

/// The guest's own data.
#[server(endpoint = "me", input = GetUrl)]
pub async fn me() -> Result<Mine, Fault> {
    use crate::catalog::shelf::shelf;
    use crate::people::session::{Guest, caller};
    use crate::people::store;
    use crate::server::house;

    let guest = Guest::asking()?;
    let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
    let pool = house.database.readers();
    let mut conn = pool.acquire().await?;
    let party = crate::stays::store::party(&mut conn, guest.stay()).await?;
    let package = shelf.package(guest.package());
    Ok(Mine {
        name: guest.name().to_owned(),
        room: guest.room().to_owned(),
        package: package.map(|package| package.name.get(lang).to_owned()).unwrap_or_default(),
        package_text: package.map(|package| package.summary.get(lang).to_owned()).unwrap_or_default(),
        arrives: guest.arrives(),
        departs: guest.departs(),
        party: party.into_iter().map(|person| (person.name, person.age)).collect(),
        phones: store::phones(pool, guest.stay(), house.clock.now()).await?,
    })
}

/// `/me`
#[component]
pub fn MePage() -> impl IntoView {
    let words = use_words();
    let changed = use_changed();
    let signed_in = use_frame().me.is_some();
    if !signed_in {
        return view! {
            <main class="page" id="main">
                <PageHead title=words.tab_me().to_owned()/>
                <Empty icon="me" text=words.me_signed_out().to_owned()>
                    <a class="button" href="/sign-in?next=/me">{words.home_sign_in()}</a>
                </Empty>
            </main>
        }
        .into_any();
    }
    let mine = Resource::new_blocking(move || changed.0.get(), |_| me());
    view! {
        <main class="page" id="main">
            <PageHead title=words.tab_me().to_owned()/>
            <Transition>
                {move || Suspend::new(async move {
                    match mine.await {
                        Ok(mine) => view! { <Card mine=mine/> }.into_any(),
                        Err(fault) => view! { <Alert tone=Tone::Warn>{say_fault(words, &fault)}</Alert> }.into_any(),
                    }
                })}
            </Transition>
            <AsksWaiting/>
            <Links/>
            <PurseSection/>
            <SpendingSection/>
            <section class="section">
                <div class="section-head"><h2>{words.shell_language()}</h2></div>
                <LanguageList/>
            </section>
            <InstallHint/>
            <SignOutButton/>
        </main>
    }
    .into_any()
}

#[component]
fn Card(mine: Mine) -> impl IntoView {
    let words = use_words();
    view! {
        <section class="card me-card">
            <h2>{mine.name}</h2>
            <dl class="facts">
                <div><dt>{words.me_room()}</dt><dd>{mine.room}</dd></div>
                <div><dt>{words.me_stay()}</dt><dd>{words.day_and_month(mine.arrives)}" – "{words.day_and_month(mine.departs)}</dd></div>
                <div><dt>{words.me_package()}</dt><dd>{mine.package}<small>{mine.package_text}</small></dd></div>
                <div>
                    <dt>{words.me_party()}</dt>
                    <dd><ul>{mine.party.into_iter().map(|(name, age)| view! { <li>{name}", "{age}</li> }.into_any()).collect_view()}</ul></dd>
                </div>
                <div><dt>{words.me_phones()}</dt><dd>{mine.phones}</dd></div>
            </dl>
        </section>
    }
    .into_any()
}

#[component]
fn Links() -> impl IntoView {
    let words = use_words();
    let links = [
        ("/history", "ticket", words.me_history()),
        ("/bill", "money", words.me_bill()),
        ("/wishes", "heart", words.me_wishes()),
        ("/notices", "bell", words.notices_title()),
        ("/offers", "sparkle", words.me_offers()),
    ];
    view! {
        <ul class="links">
            {links.into_iter().map(|(href, icon, title)| view! {
                <li><a href=href><Icon name=icon/><span class="links-title">{title}</span><Icon name="chevron"/></a></li>
            }.into_any()).collect_view()}
        </ul>
    }
    .into_any()
}
