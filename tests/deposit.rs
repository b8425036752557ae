//! Free things with a deposit: it comes back to everybody who is let in, and is kept when somebody does not come; each ends in
//! exactly one of the two.

use crate::goodwill::{HOUR, Paid, TOTAL, Trip};
use cabana::booking::CheckInAnswer;
use cabana::payments::{Because, Step};

#[tokio::test]
async fn a_deposit_on_the_rooms_bill_comes_off_for_who_comes_and_stays_for_who_does_not() {
    let trip = Trip::with_deposit(Paid::Room).await;
    assert_eq!(trip.bill().await, TOTAL);
    let page = trip.james.get(&format!("/bookings/{}", trip.id)).await.ok();
    assert!(page.text.contains("It is a deposit"), "the rule says so before: {}", page.text);
    trip.at("10:50").await;
    let (one, other) = tokio::join!(trip.scan(0), trip.scan(0));
    assert!([&one, &other].iter().filter(|answer| matches!(answer, CheckInAnswer::Admitted { .. })).count() == 1);
    assert_eq!((trip.bill().await, trip.data().await.given), (TOTAL / 2, TOTAL / 2), "theirs, once");
    trip.app.sums_are_even().await;

    // The wrong ticket was held before the camera.
    trip.let_out(0).await.ok();
    assert_eq!((trip.bill().await, trip.data().await.given), (TOTAL, 0));
    trip.app.sums_are_even().await;
    assert!(matches!(trip.scan(0).await, CheckInAnswer::Admitted { .. }));
    trip.at("11:20").await;
    trip.missed(1, true).await.ok();
    assert_eq!(trip.bill().await, TOTAL / 2, "who did not come gets nothing back");
    trip.app.sums_are_even().await;
    // Who comes late after all has it back, and is not counted twice.
    assert!(matches!(trip.scan(1).await, CheckInAnswer::Admitted { .. }));
    assert_eq!(trip.bill().await, 0);
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_deposit_by_card_goes_back_an_hour_later_by_itself() {
    let trip = Trip::with_deposit(Paid::Card).await;
    trip.at("10:50").await;
    trip.scan(0).await;
    assert_eq!(trip.steps().await[2..], [(Step::RefundRequested, TOTAL / 2, Some(Because::Came))]);
    trip.later(0).await;
    assert_eq!(trip.returned().await, 0);
    trip.let_out(0).await.ok();
    trip.app.sums_are_even().await;
    trip.scan(0).await;
    trip.scan(1).await;
    trip.later(HOUR).await;
    assert_eq!((trip.returned().await, trip.data().await.given), (TOTAL, TOTAL));
    // What has gone out is theirs; whoever holds the ticket comes in all the same, and nothing goes out twice.
    trip.let_out(0).await.ok();
    assert!(matches!(trip.scan(0).await, CheckInAnswer::Admitted { .. }));
    trip.later(HOUR).await;
    assert_eq!((trip.returned().await, trip.data().await.given), (TOTAL, TOTAL));
    trip.app.sums_are_even().await;
}

#[tokio::test]
async fn a_deposit_comes_back_with_a_cancellation_in_time() {
    let trip = Trip::with_deposit(Paid::Card).await;
    trip.james.call("cancel-booking", &[("booking", &trip.id), ("expected_fee", &trip.data().await.fee_now.to_string())]).await.ok();
    trip.later(0).await;
    assert_eq!(trip.returned().await, TOTAL - trip.data().await.fee);
    trip.app.sums_are_even().await;
}
