//! `cabana backup`, `export` and `restore`: everything that a resort has, in another database.

use crate::helpers::program::{cabana, run};
use crate::helpers::{ANNA, TestApp, config, databases, furnished};
use cabana::boot::check::differences;
use cabana::boot::{Opened, import, open};
use cabana::server::archive::{self, ArchiveError};
use cabana::server::{Live, WallClock};
use std::os::unix::fs::PermissionsExt as _;

/// Everything of a house in which something was booked.
async fn lived_in() -> Vec<u8> {
    let app = TestApp::new().await;
    let (guest, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let day = app.at(1, "06:00").await;
    guest.book(&format!("/sessions/{}", app.session("glass-boat", day).await), &people[..1], &[]).await;
    guest.book(&format!("/times/tennis-court/{day}/1200"), &people[..1], &[("answers[rackets]", "0")]).await;
    exported(&app.house.database).await
}

async fn exported(database: &cabana::server::Database) -> Vec<u8> {
    let mut text = Vec::new();
    let mut moment = database.moment().await.unwrap();
    let rows = archive::export(&mut moment, &mut text).await.unwrap();
    assert!(rows > 1000, "{rows}");
    text
}

async fn empty() -> (tempfile::TempDir, Opened) {
    let folder = tempfile::tempdir().unwrap();
    let opened = open(&config(databases::empty(folder.path()).await, folder.path()), true).await.unwrap();
    (folder, opened)
}

async fn restore(opened: &Opened, text: &[u8]) -> Result<u64, ArchiveError> {
    let mut tx = opened.database.begin(&WallClock::default(), &Live::default()).await.unwrap();
    let rows = archive::restore(tx.conn(), text).await?;
    assert_eq!(differences(tx.conn()).await?, Vec::<String>::new());
    tx.commit().await.unwrap();
    Ok(rows)
}

#[tokio::test]
async fn everything_comes_across_and_life_goes_on() {
    let text = lived_in().await;
    let (folder, opened) = empty().await;
    let rows = restore(&opened, &text).await.unwrap();
    assert_eq!(rows as usize, text.split(|byte| *byte == b'\n').filter(|line| line.starts_with(b"{\"row\"")).count());
    assert_eq!(exported(&opened.database).await, text, "the same again");
    // Numbers given from now on follow those that came across.
    let file = folder.path().join("more.csv");
    std::fs::write(&file, "reference,name,room,arrival,departure,language,package,party\nHB-2001,Ada Late,213,+1,+5,en,ultra,Ada Late 40\n").unwrap();
    let said = import::arrivals(&opened, &file).await.unwrap();
    assert!(said.contains("1 new"), "{said}");
    opened.database.close().await;
}

#[tokio::test]
async fn what_is_not_whole_or_not_ours_changes_nothing() {
    let text = lived_in().await;
    let (_folder, opened) = empty().await;
    let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    let without_its_end = lines[..lines.len() - 1].concat();
    let without_a_row = [&lines[..lines.len() - 2], &lines[lines.len() - 1..]].concat().concat();
    let of_another_schema = [b"{\"cabana\":{\"schema\":1}}\n", &*lines[1..].concat()].concat();
    let strange = [lines[0], b"{\"table\":{\"name\":\"rooms; DROP TABLE rooms\",\"columns\":[[\"id\",\"number\"]]}}\n"].concat();
    let torn = [lines[0], &lines[1][..lines[1].len() / 2]].concat();
    assert!(matches!(restore(&opened, &without_its_end).await, Err(ArchiveError::Short(..))));
    assert!(matches!(restore(&opened, &without_a_row).await, Err(ArchiveError::Short(..))));
    assert!(matches!(restore(&opened, &of_another_schema).await, Err(ArchiveError::Schema(1, _))));
    for wrong in [&strange[..], &torn, b"", b"reference,name\n", &[0xff, 0xfe, b'\n']] {
        let refused = restore(&opened, wrong).await;
        assert!(matches!(refused, Err(ArchiveError::Line(..) | ArchiveError::Short(..) | ArchiveError::File(_))), "{refused:?}");
    }
    restore(&opened, &text).await.unwrap();
    assert!(matches!(restore(&opened, &text).await, Err(ArchiveError::Full(..))), "a resort is never mixed with another");
    assert_eq!(exported(&opened.database).await, text);
    opened.database.close().await;
}

#[tokio::test]
async fn the_commands_say_what_they_did_and_overwrite_nothing() {
    let folder = furnished().await;
    let file = folder.path().join("all.txt");
    let name = file.to_str().unwrap();
    let said = run(cabana(folder.path(), &["export", name])).await;
    assert!(said.status.success() && said.out.contains("rows; keep a copy of secret.key"), "{}{}", said.out, said.err);
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let again = run(cabana(folder.path(), &["export", name])).await;
    assert!(!again.status.success() && again.err.contains("exists"), "{}", again.err);
    let full = run(cabana(folder.path(), &["restore", name])).await;
    assert!(!full.status.success() && full.err.contains("already holds a resort"), "{}", full.err);

    let copy = folder.path().join("copy.db");
    let back_up = async || run(cabana(folder.path(), &["backup", copy.to_str().unwrap()])).await;
    let said = back_up().await;
    if cfg!(feature = "postgres") {
        assert!(!said.status.success() && said.err.contains("pg_dump") && !copy.exists(), "{}", said.err);
        return;
    }
    assert!(said.status.success() && said.out.contains("holds everything as of now"), "{}{}", said.out, said.err);
    assert_eq!(copy.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let whole = copy.metadata().unwrap().len();
    let again = back_up().await;
    assert!(!again.status.success() && again.err.contains("exists"), "{}", again.err);
    assert_eq!(copy.metadata().unwrap().len(), whole, "what was there is left as it is");
}

/// A copy made while others write is whole: all of one moment, and every sum agrees.
#[cfg(feature = "sqlite")]
#[tokio::test(flavor = "multi_thread")]
async fn a_back_up_is_whole_although_others_write() {
    let app = TestApp::new().await;
    let (guest, people) = (app.guest(ANNA).await, app.people(ANNA).await);
    let day = app.at(1, "06:00").await;
    let boat = format!("/sessions/{}", app.session("glass-boat", day).await);
    let folder = tempfile::tempdir().unwrap();
    let writing = async {
        let mut booked = 0;
        for _ in 0..6 {
            let id = guest.book(&boat, &people[..1], &[]).await;
            guest.call("cancel-booking", &[("booking", &id.to_string()), ("expected_fee", "0")]).await.ok();
            booked += 1;
        }
        booked
    };
    let copying = async {
        for number in 0..4 {
            let file = folder.path().join(format!("copy{number}.db"));
            app.house.database.back_up(file.to_str().unwrap()).await.unwrap();
            let copy = open(&config(format!("sqlite:{}", file.display()), folder.path()), false).await.unwrap();
            let mut conn = copy.database.readers().acquire().await.unwrap();
            assert_eq!(differences(&mut conn).await.unwrap(), Vec::<String>::new());
            drop(conn);
            copy.database.close().await;
        }
    };
    assert_eq!(tokio::join!(writing, copying).0, 6);
}
