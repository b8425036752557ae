//! Whoever books and whoever goes are told in different words; `GET /api/notices` says for whom.

use crate::helpers::{ANNA, TestApp};
use cabana::notices::{Notice, NoticeLine};

#[tokio::test]
async fn everybody_who_goes_is_told_and_the_bell_rings_once() {
    let app = TestApp::new().await;
    let day = app.at(1, "08:00").await;
    let (anna, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let boat = format!("/sessions/{}", app.session("glass-boat", day.plus(1)).await);
    let booking = anna.book(&boat, &people[..2], &[]).await;
    let lines: Vec<NoticeLine> = anna.read("notices", &[]).await.ok().json();
    assert!(lines.iter().all(|line| matches!(line.notice, Notice::BookingMade { .. })));
    let whom: Vec<Option<&str>> = lines.iter().map(|line| line.whom.as_deref()).collect();
    assert_eq!(whom, [None, Some("Дмитрий Петров")], "Anna books and pays; Dmitri goes too");
    let page = anna.get("/notices").await.ok();
    let said = page.all(".notice-text");
    assert!(said[0].starts_with("Забронировано:") && said[1].starts_with("Дмитрий Петров идёт:"), "{said:?}");
    assert_eq!(page.all(".topbar .count"), ["1"]);

    anna.call("cancel-booking", &[("booking", &booking.to_string()), ("expected_fee", "0")]).await.ok();
    let said = anna.get("/notices").await.ok().all(".notice-text");
    assert!(said[0].starts_with("Отменено:") && said[1].starts_with("Дмитрий Петров не идёт:"), "{said:?}");
    // For somebody else only: the buyer is told of the booking, the other of the going.
    let boat = format!("/sessions/{}", app.session("glass-boat", day.plus(2)).await);
    anna.book(&boat, &people[1..2], &[]).await;
    let lines: Vec<NoticeLine> = anna.read("notices", &[]).await.ok().json();
    assert_eq!((lines[0].whom.as_deref(), lines[1].whom.as_deref()), (None, Some("Дмитрий Петров")));
    for lang in ["en", "uk", "de", "tr", "ar"] {
        let said = app.guest(ANNA).await.get_in(lang, "/notices").await.ok().all(".notice-text");
        assert!(said.iter().any(|text| text.contains("Дмитрий Петров")), "{lang}: {said:?}");
    }
    app.sums_are_even().await;
}
