//! The doors of the menu and the basket. They work before signing in: the basket travels in a cookie that is never
//! trusted, and prices are computed here.

use crate::orders::{BasketDetails, Menu, OrderRefusal, ServiceDetails};
use leptos::prelude::*;
use server_fn::codec::GetUrl;
use std::collections::HashMap;

/// Seconds for which a phone keeps the basket.
#[cfg(feature = "ssr")]
const KEPT_FOR: i64 = 14 * 24 * 3600;

/// The services by category, each with its price for this guest.
#[server(endpoint = "order-menu", input = GetUrl)]
pub async fn order_menu() -> Result<Menu, OrderRefusal> {
    use crate::catalog::Kind;
    use crate::orders::MenuPart;

    let desk = desk::Desk::open().await?;
    let mut parts: Vec<MenuPart> = desk
        .shelf
        .categories
        .iter()
        .map(|category| MenuPart { key: category.key.clone(), name: category.name.get(desk.lang).to_owned(), items: Vec::new() })
        .collect();
    for (id, offer) in desk.shelf.offers().filter(|(_, offer)| offer.kind == Kind::Service) {
        if let Some(part) = parts.iter_mut().find(|part| part.key == offer.category) {
            part.items.push(desk.item(id, offer));
        }
    }
    parts.retain(|part| !part.items.is_empty());
    Ok(Menu { parts, basket: desk.sum() })
}

/// One service with everything there is to choose.
#[server(endpoint = "order-service", input = GetUrl)]
pub async fn order_service(key: String) -> Result<ServiceDetails, OrderRefusal> {
    use crate::base::Fault;
    use crate::catalog::Kind;
    use crate::orders::OpenHours;

    let desk = desk::Desk::open().await?;
    let (id, offer) = desk.shelf.offer_by_key(&key)?;
    if offer.kind != Kind::Service {
        return Err(Fault::NotFound.into());
    }
    crate::catalog::seen::reached(id);
    let days = |hours: &crate::catalog::shelf::Hours| {
        if hours.days.is_empty() { (0..7).collect() } else { hours.days.iter().map(|day| *day as i64).collect() }
    };
    Ok(ServiceDetails {
        item: desk.item(id, offer),
        category_name: desk.shelf.category(&offer.category).map(|category| category.name.get(desk.lang).to_owned()).unwrap_or_default(),
        details: offer.details.get(desk.lang).to_owned(),
        price: offer.price,
        options: offer.choices(desk.lang),
        questions: offer.questions(desk.lang),
        hours: offer.hours.iter().map(|hours| OpenHours { days: days(hours), from: hours.from.to_string(), to: hours.to.to_string() }).collect(),
        basket: desk.sum(),
    })
}

/// What is in the basket, with what it costs on each day it may be brought.
#[server(endpoint = "basket", input = GetUrl)]
pub async fn open_basket() -> Result<BasketDetails, OrderRefusal> {
    use crate::catalog::rules;
    use crate::orders::basket::Basket;
    use crate::orders::{BasketDay, BasketLine, quote, rules as ours};
    use crate::server::Keys;

    let desk = desk::Desk::open().await?;
    let (shelf, lang) = (&desk.shelf, desk.lang);
    let (lines, gone) = quote::meant(shelf, desk.basket.clone(), lang);
    let last = desk.guest.as_ref().map_or(desk.today, |guest| guest.departs().max(desk.today));
    let days = (0..=last.days_since(desk.today).min(60)).map(|ahead| desk.today.plus(ahead));
    let days: Vec<BasketDay> = days
        .map(|day| {
            let priced = quote::prices(shelf, &desk.buyer, &lines, day);
            let from_now = [(if day == desk.today { desk.wall.0 + 1 } else { 0 }, i64::MAX)];
            BasketDay {
                day,
                total: priced.iter().map(|line| line.amount).sum(),
                included: priced.iter().map(|line| line.included).collect(),
                amounts: priced.iter().map(|line| line.amount).collect(),
                open: ours::common(&quote::open_together(&lines, day), &from_now),
            }
        })
        .collect();
    let not_now = quote::may_be_had(&lines, &desk.buyer, desk.today, desk.wall, lang).err();
    let text = Basket { lines: lines.iter().map(|meant| meant.line.clone()).collect() }.encode();
    let party = desk.buyer.party();
    Ok(BasketDetails {
        text,
        intent: Keys::token(),
        room: desk.guest.as_ref().map(|guest| guest.room().to_owned()),
        days,
        gone,
        not_now,
        lines: lines
            .into_iter()
            .map(|meant| {
                let allowance = desk.buyer.allowance(shelf, meant.offer, desk.today);
                BasketLine {
                    offer: meant.id,
                    key: meant.offer.key.clone(),
                    option_name: meant.option.map(|option| option.name.get(lang).to_owned()),
                    said: meant.sold().said(lang),
                    title: meant.offer.title.get(lang).to_owned(),
                    photo: meant.offer.photo.clone(),
                    quantity: meant.line.quantity,
                    unit: meant.offer.price,
                    extra: meant.extra(),
                    tag: rules::tag(meant.offer.price, allowance.as_ref(), &party),
                    option: meant.line.option,
                    answers: meant.line.answers.into_iter().collect(),
                }
            })
            .collect(),
    })
}

/// Adds to the basket. `answers` by question: the number of a choice from 0, or the guest's own words. With `step`
/// (a plain form's − or +) nothing is added yet: the page comes back with another number.
#[server(endpoint = "basket-add")]
pub async fn basket_add(
    offer: String,
    #[server(default)] option: String,
    #[server(default)] quantity: String,
    #[server(default)] answers: HashMap<String, String>,
    #[server(default)] step: String,
) -> Result<(), OrderRefusal> {
    use crate::base::Fault;
    use crate::catalog::shelf::shelf;
    use crate::orders::basket::{Basket, MOST_PIECES};
    use crate::orders::quote::Meant;
    use crate::people::session::{caller, see_other};

    let (shelf, lang) = (shelf()?, caller()?.lang);
    let mut line = desk::line(offer, option, &quantity, answers)?;
    if !step.is_empty() {
        line.quantity = desk::stepped(line.quantity, &step).clamp(1, MOST_PIECES);
        see_other(&format!(
            "/order/{}?line={}",
            line.offer,
            percent_encoding::utf8_percent_encode(&line.encode(), percent_encoding::NON_ALPHANUMERIC)
        ));
        return Ok(());
    }
    if !(1..=MOST_PIECES).contains(&line.quantity) {
        return Err(Fault::Field("quantity".into()).into());
    }
    let meant = Meant::find(&shelf, line, lang)?;
    let mut basket = Basket::decode(&desk::cookie());
    let onward = format!("/order?added={}#{}", meant.line.offer, meant.line.offer);
    basket.add(meant.line);
    desk::keep(&basket)?;
    see_other(&onward);
    Ok(())
}

/// Gives a line of the basket another quantity, 0 to 20; 0 takes it out. `step` is a plain form's − or +.
#[server(endpoint = "basket-set")]
pub async fn basket_set(
    offer: String,
    #[server(default)] option: String,
    #[server(default)] quantity: String,
    #[server(default)] answers: HashMap<String, String>,
    #[server(default)] step: String,
) -> Result<(), OrderRefusal> {
    use crate::base::Fault;
    use crate::catalog::shelf::shelf;
    use crate::orders::basket::{Basket, MOST_PIECES};
    use crate::orders::quote::Meant;
    use crate::people::session::{caller, see_other};

    let (shelf, lang) = (shelf()?, caller()?.lang);
    let mut line = desk::line(offer, option, &quantity, answers)?;
    line.quantity = desk::stepped(line.quantity, &step);
    if !(0..=MOST_PIECES).contains(&line.quantity) {
        return Err(Fault::Field("quantity".into()).into());
    }
    // Taking out what is no longer offered must always work.
    if line.quantity > 0 {
        line = Meant::find(&shelf, line, lang)?.line;
    }
    let mut basket = Basket::decode(&desk::cookie());
    basket.set(line);
    desk::keep(&basket)?;
    see_other("/basket");
    Ok(())
}

/// What the doors of the basket share.
#[cfg(feature = "ssr")]
pub(in crate::orders) mod desk {
    use super::KEPT_FOR;
    use crate::base::{Day, Fault, Lang, OfferId, WallTime};
    use crate::catalog::rules;
    use crate::catalog::shelf::{Offer, Shelf, shelf};
    use crate::orders::basket::{Basket, Line};
    use crate::orders::quote::{self, Buyer};
    use crate::orders::{BasketSum, LONGEST_ANSWER, MenuItem, OrderRefusal, rules as ours};
    use crate::people::session::{BASKET_COOKIE, Guest, caller, set_cookie};
    use crate::server::house;
    use http::request::Parts;
    use leptos::prelude::use_context;
    use std::collections::HashMap;
    use std::sync::Arc;

    /// Who looks at the menu, when, and with what in the basket.
    pub struct Desk {
        pub shelf: Arc<Shelf>,
        pub lang: Lang,
        pub guest: Option<Guest>,
        pub buyer: Buyer,
        pub basket: Basket,
        pub today: Day,
        pub wall: WallTime,
    }

    impl Desk {
        pub async fn open() -> Result<Desk, OrderRefusal> {
            let (house, shelf, lang) = (house()?, shelf()?, caller()?.lang);
            let (guest, now) = (Guest::perhaps(), house.clock.now());
            let mut conn = house.database.readers().acquire().await?;
            let buyer = Buyer::read(&mut conn, guest.as_ref(), now).await?;
            let (today, wall) = (shelf.time.day(now), shelf.time.wall(now));
            Ok(Desk { lang, guest, buyer, basket: Basket::decode(&cookie()), today, wall, shelf })
        }

        pub fn item(&self, id: OfferId, offer: &Offer) -> MenuItem {
            let allowance = self.buyer.allowance(&self.shelf, offer, self.today);
            let tag = rules::tag(offer.price, allowance.as_ref(), &self.buyer.party());
            let open = ours::is_open(&quote::windows(&offer.hours), self.today, self.wall);
            MenuItem {
                card: self.shelf.card(id, offer, self.lang, tag, false),
                open,
                opens: if open { None } else { quote::opens(offer, self.today, self.wall) },
                simple: offer.options.is_empty() && offer.questions.is_empty(),
                in_basket: self.basket.pieces_of(&offer.key),
            }
        }

        /// The basket in one line, as of today.
        pub fn sum(&self) -> BasketSum {
            let (lines, _) = quote::meant(&self.shelf, self.basket.clone(), self.lang);
            BasketSum {
                pieces: lines.iter().map(|meant| meant.line.quantity).sum(),
                total: quote::prices(&self.shelf, &self.buyer, &lines, self.today).iter().map(|line| line.amount).sum(),
            }
        }
    }

    /// The text of the basket's cookie; empty without one.
    pub fn cookie() -> String {
        let Some(parts) = use_context::<Parts>() else { return String::new() };
        let pairs = parts.headers.get_all(http::header::COOKIE).iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(';'));
        let mut values = pairs.filter_map(|pair| pair.trim().split_once('=')).filter(|(name, _)| *name == BASKET_COOKIE).map(|(_, value)| value);
        values.next().unwrap_or_default().to_owned()
    }

    /// Gives the phone its new basket.
    pub fn keep(basket: &Basket) -> Result<(), OrderRefusal> {
        if !basket.fits() {
            return Err(OrderRefusal::BasketFull);
        }
        let age = if basket.lines.is_empty() { 0 } else { KEPT_FOR };
        set_cookie(BASKET_COOKIE, &basket.encode(), age, house()?.secure(), false);
        Ok(())
    }

    /// Takes the basket off the phone.
    pub fn clear() -> Result<(), Fault> {
        set_cookie(BASKET_COOKIE, "", 0, house()?.secure(), false);
        Ok(())
    }

    /// A line from the fields of a form. No quantity is one.
    pub fn line(offer: String, option: String, quantity: &str, answers: HashMap<String, String>) -> Result<Line, Fault> {
        let field = |name: &str| Fault::Field(name.to_owned());
        let quantity = match quantity.trim() {
            "" => 1,
            text if text.len() <= 3 => text.parse::<u8>().map(i64::from).map_err(|_| field("quantity"))?,
            _ => return Err(field("quantity")),
        };
        let mut kept = std::collections::BTreeMap::new();
        for (question, answer) in answers {
            let answer = ours::clean(&answer);
            if answer.chars().count() > LONGEST_ANSWER {
                return Err(Fault::Field(format!("answers[{question}]")));
            }
            if !answer.is_empty() {
                kept.insert(question, answer);
            }
        }
        Ok(Line { offer, option, quantity, answers: kept })
    }

    /// A number after a plain form's − or +.
    pub fn stepped(quantity: i64, step: &str) -> i64 {
        match step.split(':').next() {
            Some("less") => (quantity - 1).max(0),
            Some("more") => quantity + 1,
            _ => quantity,
        }
    }
}
