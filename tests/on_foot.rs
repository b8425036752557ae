//! The way between two areas of the resort: nobody is booked so that they could not be there in time.

use crate::helpers::{JAMES, TestApp};
use cabana::booking::{BookingRefusal, Obstacle, SlotData};
use cabana::catalog::shelf::Walk;

#[tokio::test]
async fn the_way_from_the_court_to_the_padel_court_takes_twenty_minutes() {
    let app = TestApp::new().await;
    let day = app.at(1, "06:00").await;
    app.change_resort(|resort| resort.walks = vec![Walk { from: "sports".into(), to: "beach".into(), minutes: 20 }]).await;
    for (key, area) in [("tennis-court", "sports"), ("padel-court", "beach")] {
        app.change_offer(key, |offer| {
            offer.area = Some(area.to_owned());
            (offer.minutes, offer.step, offer.before, offer.after) = (60, 30, 0, 0);
            offer.questions.clear();
            offer.hours.clear();
        })
        .await;
    }
    let (james, people) = (app.guest(JAMES).await, app.people(JAMES).await);
    let tennis = |wall: &str| format!("/times/tennis-court/{day}/{wall}");
    let padel = |wall: &str| format!("/times/padel-court/{day}/{wall}");
    james.book(&padel("1000"), &people[..1], &[]).await;
    for wall in ["0900", "1100"] {
        let refusal: BookingRefusal = james.hold(&tennis(wall), &people[..1], &[]).await.json();
        assert!(matches!(refusal, BookingRefusal::Walk { minutes: 20, .. }), "{wall}: {refusal:?}");
        let slot: SlotData = james.read("slot-details", &[("at", &tennis(wall))]).await.ok().json();
        assert!(matches!(slot.party[0].obstacle, Some(Obstacle::Walk { minutes: 20, .. })), "{:?}", slot.party[0]);
        assert_eq!(slot.party[1].obstacle, None);
    }
    assert!(matches!(james.hold(&tennis("1030"), &people[..1], &[]).await.json(), BookingRefusal::Clash { .. }), "before being on the way");
    james.book(&tennis("1130"), &people[..1], &[]).await;
    // In the same place there is no way, and the other of them is somewhere else.
    james.book(&tennis("1230"), &people[..1], &[]).await;
    james.hold(&tennis("0900"), &people[1..], &[]).await.ok();
    app.sums_are_even().await;
}
