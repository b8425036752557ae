//! `/receipts/….pdf`: the receipt on paper, read back.

use crate::helpers::{ANNA, Client, JAMES, TestApp};
use crate::pay::paid;
use cabana::base::Lang;
use cabana::payments::{Fiscal, Receipt};
use cabana::words::Words;
use reqwest::StatusCode;

struct Paper {
    bytes: Vec<u8>,
    name: String,
    /// As it stands on the page from left to right.
    text: String,
}

async fn paper(client: &Client, address: &str) -> Result<Paper, StatusCode> {
    let answer = client.http.get(format!("{}{address}", client.base)).header("accept", "text/html").send().await.unwrap();
    if answer.status() != StatusCode::OK {
        return Err(answer.status());
    }
    assert_eq!(answer.headers()["content-type"], "application/pdf");
    assert_eq!(answer.headers()["cache-control"], "private, no-store");
    let name = answer.headers()["content-disposition"].to_str().unwrap().to_owned();
    let bytes = answer.bytes().await.unwrap().to_vec();
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    assert_eq!(document.get_pages().len(), 1);
    let text = plain(&document.extract_text(&[1]).unwrap());
    Ok(Paper { bytes, name, text })
}

/// With every kind of space as one, and without the marks that only say which way a text runs.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "").split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn read(client: &Client, id: i64) -> Receipt {
    client.read("receipt", &[("id", &id.to_string())]).await.ok().json()
}

#[tokio::test]
async fn a_receipt_is_readable_in_every_language() {
    let app = TestApp::new().await;
    app.at(1, "10:00").await;
    let guest = app.guest(JAMES).await;
    let (booking, id) = paid(&app, &guest, JAMES).await;
    let before = paper(&guest, &format!("/receipts/{id}.pdf")).await.unwrap();
    assert!(before.text.contains(&plain(Words::of(Lang::En).pay_fiscal_waiting())), "{}", before.text);
    app.register_receipts().await;
    guest.call("cancel-booking", &[("booking", &booking.to_string()), ("expected_fee", "0")]).await.ok();
    app.money().await;
    let (shelf, receipt) = (app.shelf().await, read(&guest, id).await);
    let Some(Fiscal::Signed { number, sign, .. }) = &receipt.fiscal else { panic!("{receipt:?}") };
    for lang in Lang::ALL {
        let words = Words::of(lang);
        let paper = paper(&guest, &format!("/receipts/{id}.pdf?lang={}", lang.code())).await.unwrap();
        assert_eq!(paper.name, "attachment; filename=\"receipt-A-000001.pdf\"");
        assert!(paper.bytes.len() < 60_000, "{} bytes", paper.bytes.len());
        let total = words.money(&shelf.coin, receipt.total);
        // A sign that belongs to no direction stands on the other side of its figures there.
        let total = if lang.is_rtl() { total.split_whitespace().rev().collect::<Vec<_>>().join(" ") } else { plain(&total) };
        for said in ["A-000001", "B-000001", "James Whitfield", &total, number, sign] {
            assert!(paper.text.contains(said), "{lang:?} says no {said:?}: {}", paper.text);
        }
        let (resort, title) = (shelf.resort.name.get(lang), words.pay_receipt_total());
        for word in [resort, title].iter().flat_map(|said| said.split(' ')) {
            // Arabic letters stand from the right to the left.
            let word: String = if lang.is_rtl() { word.chars().rev().collect() } else { word.to_owned() };
            assert!(paper.text.contains(&word), "{lang:?} says no {word:?}: {}", paper.text);
        }
        for word in shelf.resort.address.get(lang).split([' ', ',', '،']).filter(|word| !word.is_empty()) {
            let rtl = lang.is_rtl() && word.parse::<u32>().is_err();
            let word = &if rtl { word.chars().rev().collect() } else { word.to_owned() };
            assert!(paper.text.contains(word), "{lang:?} says no {word:?}: {}", paper.text);
        }
    }
}

#[tokio::test]
async fn a_refund_has_paper_of_its_own() {
    let app = TestApp::new().await;
    app.at(1, "10:00").await;
    let guest = app.guest(ANNA).await;
    let (booking, id) = paid(&app, &guest, ANNA).await;
    guest.call("cancel-booking", &[("booking", &booking.to_string()), ("expected_fee", "0")]).await.ok();
    app.money().await;
    let refund = app.number("SELECT max(id) FROM receipts").await;
    assert_ne!(refund, id);
    let paper = paper(&guest, &format!("/receipts/{refund}.pdf?lang=en")).await.unwrap();
    assert_eq!(paper.name, "attachment; filename=\"receipt-B-000001.pdf\"");
    for said in ["Receipt B-000001, money returned", "A-000001", "Returned to"] {
        assert!(paper.text.contains(said), "{}", paper.text);
    }
}

#[tokio::test]
async fn the_same_receipt_gives_the_same_bytes_and_the_page_its_language() {
    let app = TestApp::new().await;
    app.at(1, "10:00").await;
    let guest = app.guest(ANNA).await;
    let (_, id) = paid(&app, &guest, ANNA).await;
    app.register_receipts().await;
    let address = format!("/receipts/{id}.pdf?lang=ar");
    let first = paper(&guest, &address).await.unwrap();
    app.house.clock.advance(3 * 86_400);
    assert!(first.bytes == paper(&guest, &address).await.unwrap().bytes, "they differ");
    // A language that the resort does not speak, or none: the page's own.
    let own = paper(&guest, &format!("/receipts/{id}.pdf")).await.unwrap();
    let page = guest.get(&format!("/receipts/{id}")).await.ok();
    let link = page.attributes("a[download]", "href").remove(0);
    assert_eq!(link, format!("/receipts/{id}.pdf?lang={}", page.attributes("html", "lang")[0]));
    assert!(own.bytes == paper(&guest, &link).await.unwrap().bytes);
    assert!(own.bytes == paper(&guest, &format!("/receipts/{id}.pdf?lang=xx")).await.unwrap().bytes);
}

#[tokio::test]
async fn only_its_own_guest_has_it() {
    let app = TestApp::new().await;
    app.at(1, "10:00").await;
    let guest = app.guest(ANNA).await;
    let (_, id) = paid(&app, &guest, ANNA).await;
    let address = format!("/receipts/{id}.pdf");
    assert_eq!(paper(&app.guest(JAMES).await, &address).await.err(), Some(StatusCode::NOT_FOUND));
    assert_eq!(app.visitor().get(&address).await.location.as_deref(), Some("/sign-in"));
    assert_eq!(app.staff("desk").await.get(&address).await.location.as_deref(), Some("/sign-in"));
    for wrong in ["/receipts/99999.pdf", "/receipts/x.pdf", "/receipts/.pdf"] {
        assert_eq!(paper(&guest, wrong).await.err(), Some(StatusCode::NOT_FOUND), "{wrong}");
    }
}
