//! A receipt as a PDF, in its guest's language: one page, as a good hotel prints a card. The same receipt gives the same
//! bytes, today and in a year.
//!
//! Read this file (what stands where), `sheet.rs` (placing marks on paper, from the left or from the right), `text.rs`
//! (lines of text), `faces.rs`.

mod faces;
mod sheet;
mod text;

use super::parts::say_method;
use super::{Fiscal, Receipt};
use crate::base::{Fault, Lang};
use crate::words::{Coin, Words};
use faces::Faces;
use krilla::Document;
use krilla::metadata::{DateTime, Metadata, TextDirection};
use sheet::{At, Ink, Sheet};
use text::{Setter, Style};

/// What is needed besides the receipt: its language, the currency, and the resort's colour as `#rrggbb`.
pub struct Look<'a> {
    pub lang: Lang,
    pub coin: &'a Coin,
    pub color: &'a str,
}

const TITLE: Style = Style { size: 15.5, strong: true, tabular: false };
const NAME: Style = Style { size: 19.0, strong: true, tabular: false };
const TEXT: Style = Style { size: 10.5, strong: false, tabular: false };
const SMALL: Style = Style { size: 8.5, strong: false, tabular: false };
const TOTAL: Style = Style { size: 13.0, strong: true, tabular: false };

fn figures(style: Style) -> Style {
    Style { tabular: true, ..style }
}

/// The receipt as a PDF. It takes some milliseconds of computing.
pub fn receipt(receipt: &Receipt, look: &Look<'_>) -> Result<Vec<u8>, Fault> {
    let Some(faces) = Faces::get() else {
        tracing::error!("the faces of receipts cannot be read");
        return Err(Fault::TryAgain);
    };
    let words = Words::of(look.lang);
    let title = title(words, receipt);
    // On half a sheet when it fits, else on a whole one.
    let half = drawn(Sheet::half(Setter::new(faces, look.lang)), words, receipt, look);
    let sheet = if half.fits() { half } else { drawn(Sheet::whole(Setter::new(faces, look.lang)), words, receipt, look) };
    let mut document = Document::new();
    sheet.draw(&mut document).ok_or(Fault::TryAgain)?;
    let day = receipt.day;
    let (hour, minute) = receipt.wall.split_once(':').unwrap_or_default();
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let at = DateTime::new(u16::try_from(day.year()).unwrap_or_default()).month(small(day.month())).day(small(day.of_month()));
    let at = at.hour(hour.parse().unwrap_or_default()).minute(minute.parse().unwrap_or_default()).second(0);
    let direction = if look.lang.is_rtl() { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    let metadata = Metadata::new()
        .title(format!("{} · {}", title.replace(['\u{2068}', '\u{2069}'], ""), receipt.resort))
        .language(look.lang.code().to_owned())
        .creator("Cabana".to_owned())
        .authors(vec![receipt.resort.clone()])
        .creation_date(at)
        .text_direction(direction);
    document.set_metadata(metadata);
    document.finish().map_err(|error| {
        tracing::error!(?error, number = receipt.number, "a receipt cannot be written as PDF");
        Fault::TryAgain
    })
}

/// `receipt-A-000012.pdf`
pub fn file_name(receipt: &Receipt) -> String {
    format!("receipt-{}.pdf", receipt.number)
}

fn title(words: Words, receipt: &Receipt) -> String {
    if receipt.refund { words.pay_receipt_refund(&receipt.number) } else { words.pay_receipt(&receipt.number) }
}

fn drawn(mut sheet: Sheet, words: Words, receipt: &Receipt, look: &Look<'_>) -> Sheet {
    sheet.brand(look.color);
    // A currency whose sign has no picture is said by its code.
    let coin = Coin { symbol: if sheet.has(&look.coin.symbol) { look.coin.symbol.clone() } else { look.coin.code.clone() }, ..look.coin.clone() };
    head(&mut sheet, words, receipt);
    facts(&mut sheet, words, receipt);
    sums(&mut sheet, words, receipt, &coin);
    if let Some(fiscal) = &receipt.fiscal {
        sheet.foot();
        register(&mut sheet, words, fiscal);
    }
    sheet
}

fn head(sheet: &mut Sheet, words: Words, receipt: &Receipt) {
    let whole = sheet.inner();
    sheet.down(6.0);
    let down = sheet.text(&receipt.resort, NAME, Ink::Brand, At::start(0.0, whole));
    sheet.down(down + 2.0);
    let down = sheet.text(&receipt.address, SMALL, Ink::Muted, At::start(0.0, whole * 0.68));
    sheet.down(down + 17.0);
    sheet.rule(0.5, Ink::Line);
    sheet.down(19.0);
    let down = sheet.text(&title(words, receipt), TITLE, Ink::Text, At::start(0.0, whole));
    sheet.down(down + 11.0);
}

/// Names of facts over what they are, in two columns.
fn facts(sheet: &mut Sheet, words: Words, receipt: &Receipt) {
    let means = if receipt.refund { words.pay_receipt_means_back() } else { words.pay_receipt_means() };
    let paired: Vec<&str> = receipt.paired.iter().map(|(_, number)| number.as_str()).collect();
    let when = format!("{} · {}", words.day_full(receipt.day), receipt.wall);
    let mut facts = vec![
        (words.pay_receipt_at(), when),
        (words.pay_receipt_room(), receipt.room.clone()),
        (words.pay_receipt_guest(), receipt.guest.clone()),
        (means, say_method(words, receipt.method).to_owned()),
    ];
    if !paired.is_empty() {
        facts.push((words.pay_receipt_paired(), paired.join(", ")));
    }
    let (gap, whole) = (16.0, sheet.inner());
    let first = (whole - gap) * 0.64;
    for row in facts.chunks(2) {
        let mut deepest = 0.0_f32;
        for (index, (name, value)) in row.iter().enumerate() {
            let (from, room) = if index == 0 { (0.0, first) } else { (first + gap, whole - first - gap) };
            let over = sheet.text(name, SMALL, Ink::Muted, At::start(from, room));
            let under = sheet.text(value, TEXT, Ink::Text, At::start(from, room).below(over + 1.0));
            deepest = deepest.max(over + 1.0 + under);
        }
        sheet.down(deepest + 9.0);
    }
    sheet.down(7.0);
}

/// What was paid for, the total, and the tax in it. Amounts stand in one column, units below units, in every language.
fn sums(sheet: &mut Sheet, words: Words, receipt: &Receipt, coin: &Coin) {
    let money = |amount: i64| words.money(coin, amount);
    let all = receipt.lines.iter().map(|(_, _, amount)| (*amount, TEXT)).chain([(receipt.total, TOTAL)]);
    let all = all.chain(receipt.taxes.iter().map(|(_, _, tax)| (*tax, SMALL)));
    let column = all.map(|(amount, style)| sheet.width(&money(amount), figures(style))).fold(0.0, f32::max);
    let room = sheet.inner() - column - 18.0;
    let at = At::amount(sheet.inner() - column, column);
    for (title, name, amount) in &receipt.lines {
        sheet.rule(0.5, Ink::Line);
        sheet.down(7.0);
        sheet.text(&money(*amount), figures(TEXT), Ink::Text, at);
        let mut down = sheet.text(title, TEXT, Ink::Text, At::start(0.0, room));
        if !name.is_empty() {
            down += sheet.text(name, SMALL, Ink::Muted, At::start(0.0, room).below(down));
        }
        sheet.down(down + 7.0);
    }
    sheet.rule(1.0, Ink::Brand);
    sheet.down(10.0);
    sheet.text(&money(receipt.total), figures(TOTAL), Ink::Text, at);
    let down = sheet.text(words.pay_receipt_total(), TOTAL, Ink::Text, At::start(0.0, room));
    sheet.down(down + 6.0);
    for (rate, sum, tax) in &receipt.taxes {
        sheet.text(&money(*tax), figures(SMALL), Ink::Muted, at);
        let said = words.pay_receipt_tax(&money(*sum), &super::percent(*rate));
        let down = sheet.text(&said, SMALL, Ink::Muted, At::start(0.0, room));
        sheet.down(down + 1.0);
    }
    sheet.down(12.0);
}

/// What the cash register says, with its code for whoever wants to check; it stands at the foot of the page.
fn register(sheet: &mut Sheet, words: Words, fiscal: &Fiscal) {
    const CODE: f32 = 74.0;
    let whole = sheet.inner();
    sheet.rule(0.5, Ink::Line);
    sheet.down(12.0);
    let Fiscal::Signed { number, sign, day, wall, address } = fiscal else {
        let down = sheet.text(words.pay_fiscal_waiting(), SMALL, Ink::Muted, At::start(0.0, whole));
        sheet.down(down);
        return;
    };
    let code = !address.is_empty() && sheet.code(address, CODE);
    let room = if code { whole - CODE - 18.0 } else { whole };
    let at = format!("{} · {wall}", words.day_full(*day));
    let mut deep = 0.0;
    for (name, value) in [(words.pay_fiscal_number(), number), (words.pay_fiscal_sign(), sign), (words.pay_fiscal_at(), &at)] {
        deep += sheet.text(name, SMALL, Ink::Muted, At::start(0.0, room).below(deep));
        deep += sheet.text(value, SMALL, Ink::Text, At::start(0.0, room).below(deep)) + 3.0;
    }
    sheet.down(if code { f32::max(deep, CODE) } else { deep });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Day, ReceiptId};
    use crate::payments::Method;

    fn paid(lang: Lang, lines: usize) -> Receipt {
        let (title, name) = if lang.is_rtl() {
            ("قارب القاع الزجاجي", "James Whitfield")
        } else {
            ("Прогулка на лодке со стеклянным дном", "James Whitfield")
        };
        let address = match lang {
            Lang::Ar => "هالسيون باي، الطريق الساحلي، 18 كم جنوب مرسى علم، محافظة البحر الأحمر، مصر",
            _ => "Halcyon Bay, Прибрежное шоссе, 18 км к югу от Марса-Алама, губернаторство Красное море, Египет",
        };
        Receipt {
            id: ReceiptId(1),
            number: "A-000012".into(),
            method: Method::Card,
            refund: false,
            paired: vec![(ReceiptId(2), "B-000003".into())],
            day: Day::new(2026, 11, 21).unwrap(),
            wall: "10:30".into(),
            resort: if lang.is_rtl() { "هالسيون باي" } else { "Halcyon Bay" }.into(),
            address: address.into(),
            guest: "James Whitfield".into(),
            room: "204".into(),
            lines: vec![(title.into(), name.into(), 123_450); lines],
            taxes: vec![(1400, 123_450, 15_161)],
            total: 123_450 * lines as i64,
            fiscal: Some(Fiscal::Signed {
                number: "4172906638215540".into(),
                sign: "3341906127".into(),
                day: Day::new(2026, 11, 21).unwrap(),
                wall: "10:31".into(),
                address: "t=2026-11-21T08:30:00Z&s=123450&c=EUR&n=4172906638215540&fp=3341906127&k=payment".into(),
            }),
        }
    }

    fn made(lang: Lang, lines: usize) -> Vec<u8> {
        let coin = Coin { code: "EUR".into(), symbol: "€".into(), exponent: 2 };
        receipt(&paid(lang, lines), &Look { lang, coin: &coin, color: "#0e5a54" }).unwrap()
    }

    fn pages(bytes: &[u8]) -> Vec<Vec<f32>> {
        let document = lopdf::Document::load_mem(bytes).unwrap();
        let boxed = |page: &lopdf::ObjectId| document.get_dictionary(*page).unwrap().get(b"MediaBox").unwrap().as_array().unwrap().clone();
        document.get_pages().values().map(|page| boxed(page).iter().map(|side| side.as_float().unwrap()).collect()).collect()
    }

    #[test]
    fn a_short_receipt_is_half_a_sheet_and_a_long_one_a_whole() {
        for lang in Lang::ALL {
            assert_eq!(pages(&made(lang, 2)), [[0.0, 0.0, 419.53, 595.28]], "{lang:?}");
            assert_eq!(pages(&made(lang, 7)), [[0.0, 0.0, 595.28, 841.89]], "{lang:?}");
            // Longer than any sheet: still one page, as long as it takes.
            let long = pages(&made(lang, 40));
            assert!(long.len() == 1 && long[0][3] > 1500.0, "{lang:?} {long:?}");
        }
    }

    #[test]
    fn the_same_receipt_is_the_same_file() {
        for lang in Lang::ALL {
            assert!(made(lang, 2) == made(lang, 2), "{lang:?}");
        }
    }

    #[test]
    fn what_has_no_picture_is_said_in_another_way() {
        let coin = Coin { code: "ILS".into(), symbol: "₪".into(), exponent: 2 };
        let bytes = receipt(&paid(Lang::En, 1), &Look { lang: Lang::En, coin: &coin, color: "none" }).unwrap();
        let text = lopdf::Document::load_mem(&bytes).unwrap().extract_text(&[1]).unwrap();
        assert!(text.contains("ILS") && !text.contains('₪'), "{text}");
    }
}
