//! Everybody at the same time.

use crate::helpers::TestApp;
use cabana::base::{Day, GuestId, Lang, SessionId, StayId};
use cabana::booking::store::{Who, Wish, take};
use cabana::booking::{BookingRefusal, Target};
use cabana::server::Keys;

/// As many stays of one grown-up as asked for, in rooms of the resort.
pub async fn crowd(app: &TestApp, count: i64, today: Day) -> Vec<(Who, GuestId)> {
    let mut tx = app.house.begin().await.unwrap();
    let mut people = Vec::new();
    for number in 0..count {
        let stay: i64 = sqlx::query_scalar(
            "INSERT INTO stays (reference, room_id, package_id, lang, arrives, departs, created_at)
             SELECT $1, min(r.id), (SELECT id FROM packages WHERE key = 'ultra'), 'en', $2, $3, 0 FROM rooms r RETURNING id",
        )
        .bind(format!("crowd-{number}"))
        .bind(today.to_string())
        .bind(today.plus(5).to_string())
        .fetch_one(tx.conn())
        .await
        .unwrap();
        let guest: i64 = sqlx::query_scalar("INSERT INTO guests (stay_id, name, age, lead) VALUES ($1, $2, 30, 1) RETURNING id")
            .bind(stay)
            .bind(format!("Guest {number}"))
            .fetch_one(tx.conn())
            .await
            .unwrap();
        let name = format!("Guest {number}");
        let who = Who {
            stay: StayId(stay),
            package: "ultra".into(),
            arrives: today,
            departs: today.plus(5),
            lang: Lang::En,
            name,
            by: GuestId(guest),
            approved: true,
        };
        people.push((who, GuestId(guest)));
    }
    tx.commit().await.unwrap();
    people
}

/// All of them want the same; answers how many got it. The others are told that it is gone.
pub async fn rush(app: &TestApp, people: Vec<(Who, GuestId)>, target: Target) -> usize {
    let shelf = app.shelf().await;
    let tries: Vec<_> = people
        .into_iter()
        .map(|(who, guest)| {
            let (house, shelf, target) = (app.house.clone(), shelf.clone(), target.clone());
            tokio::spawn(async move {
                let wish =
                    Wish { target, guests: vec![guest], answers: [("pressure".into(), "1".into())].into(), intent: Keys::token(), expected: None };
                let mut tx = house.begin().await?;
                let booking = take(&mut tx, &shelf, &who, &wish).await?;
                tx.commit().await?;
                Ok::<_, BookingRefusal>(booking)
            })
        })
        .collect();
    let mut got = 0;
    for one in tries {
        match one.await.unwrap() {
            Ok(_) => got += 1,
            Err(BookingRefusal::JustTaken { .. }) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    got
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_guests_and_ten_places() {
    let app = TestApp::new().await;
    let day = app.at(1, "05:00").await;
    let session = app.session("glass-boat", day).await;
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET capacity = 10 WHERE id = $1").bind(session).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let people = crowd(&app, 200, day).await;
    assert_eq!(rush(&app, people, Target::Session(SessionId(session))).await, 10);
    assert_eq!(app.number("SELECT sum(taken) FROM sessions").await, 10);
    app.sums_are_even().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_guests_and_three_therapists() {
    let app = TestApp::new().await;
    let day = app.at(1, "05:00").await;
    let people = crowd(&app, 50, day).await;
    let wall = cabana::base::WallTime::parse("11:00").unwrap();
    assert_eq!(rush(&app, people, Target::Time { offer: "massage-60".into(), day, wall }).await, 3);
    app.sums_are_even().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_place_over_http_goes_to_one_and_the_others_are_shown_where_there_is_room() {
    let app = TestApp::new().await;
    let day = app.at(1, "05:00").await;
    let session = app.session("morning-yoga", day).await;
    let mut tx = app.house.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET capacity = 1 WHERE id = $1").bind(session).execute(tx.conn()).await.unwrap();
    tx.commit().await.unwrap();
    let at = format!("/sessions/{session}");
    let mut tries = Vec::new();
    for reference in ["HB-1001", "HB-1002", "HB-1003", "HB-1004"] {
        let (guest, people, at) = (app.guest(reference).await, app.people(reference).await, at.clone());
        tries.push(tokio::spawn(async move { guest.hold(&at, &people[..1], &[]).await }));
    }
    let mut got = 0;
    for one in tries {
        let answer = one.await.unwrap();
        if answer.status.is_success() {
            got += 1;
        } else {
            let BookingRefusal::JustTaken { alternatives } = answer.json() else { panic!("{}", answer.text) };
            assert_eq!(alternatives.len(), 3);
        }
    }
    assert_eq!(got, 1);
    app.sums_are_even().await;
}
