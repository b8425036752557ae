//! The program as somebody starts it: what it says when it cannot, with the exit code 1, and how it is told what to do.

use crate::helpers::program::{Said, Served, cabana, cabana_as_anybody, run};
use crate::helpers::{Client, furnished};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

async fn database(folder: &Path) -> SqliteConnection {
    SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(folder.join("cabana.db"))).await.unwrap()
}

fn mode(file: &Path) -> u32 {
    std::fs::metadata(file).unwrap().permissions().mode() & 0o777
}

fn allow(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// One sentence on stderr that says these things, nothing else, and the exit code 1.
#[track_caller]
fn refused(said: &Said, things: &[&str]) {
    assert_eq!((said.status.code(), said.out.as_str()), (Some(1), ""), "{}", said.err);
    // A statement that waited long is written into the log besides.
    let lines: Vec<&str> = said.err.lines().filter(|line| !line.contains("WARN") && !line.is_empty()).collect();
    assert_eq!(lines.len(), 1, "{}", said.err);
    assert!(lines[0].starts_with("cabana: "), "{}", said.err);
    for thing in things {
        assert!(lines[0].contains(thing), "{thing}: {}", said.err);
    }
    for thing in ["panicked", "error returned from database", "Os {"] {
        assert!(!said.err.contains(thing), "{}", said.err);
    }
}

#[tokio::test]
async fn a_database_that_is_not_there_is_made_by_an_import_only() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("new/data");
    let file = folder.join("cabana.db");
    refused(&run(cabana(&folder, &["serve"])).await, &[file.to_str().unwrap(), "does not exist", "cabana import FOLDER"]);
    assert!(!folder.exists(), "nothing was made");

    let said = run(cabana(&folder, &["import", "demo"])).await;
    assert!(said.status.success(), "{}", said.err);
    assert!(said.out.contains("Halcyon Bay") && file.exists(), "{}", said.out);
    assert_eq!((mode(&folder.join("secret.key")), mode(&folder.join("logins.txt"))), (0o600, 0o600));

    allow(&folder.join("secret.key"), 0o640);
    refused(&run(cabana(&folder, &["serve", "--port", "0"])).await, &["secret.key", "chmod 600"]);
    allow(&folder.join("secret.key"), 0o600);

    std::fs::write(place.path().join("a-file"), "").unwrap();
    let inside = place.path().join("a-file/data");
    refused(&run(cabana(&inside, &["import", "demo"])).await, &[inside.to_str().unwrap(), "cannot be made", "DATABASE_URL"]);
    let mut elsewhere = cabana(&folder, &["serve"]);
    elsewhere.env("DATABASE_URL", "postgres://localhost/cabana");
    refused(&run(elsewhere).await, &["begins with postgres", "built for SQLite", "sqlite:data/cabana.db"]);
    elsewhere = cabana(&folder, &["import", "no-such-folder"]);
    refused(&run(elsewhere).await, &["no-such-folder"]);
}

#[tokio::test]
async fn a_database_that_cannot_be_written_says_so() {
    let folder = furnished().await;
    let file = folder.path().join("cabana.db");
    let serve = || run(cabana_as_anybody(folder.path(), &["serve", "--port", "0"]));
    allow(&file, 0o400);
    refused(&serve().await, &[file.to_str().unwrap(), "read-only"]);
    allow(&file, 0o600);
    for beside in ["cabana.db-wal", "cabana.db-shm"] {
        let _ = std::fs::remove_file(folder.path().join(beside));
    }
    let command = cabana_as_anybody(folder.path(), &["serve", "--port", "0"]);
    allow(folder.path(), 0o500);
    refused(&run(command).await, &[file.to_str().unwrap(), "read-only"]);
    allow(folder.path(), 0o700);
}

#[tokio::test]
async fn a_database_that_somebody_else_writes_to_says_so() {
    let folder = furnished().await;
    let file = folder.path().join("cabana.db");
    for lock in ["BEGIN IMMEDIATE", "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE"] {
        let mut other = database(folder.path()).await;
        sqlx::raw_sql(lock).execute(&mut other).await.unwrap();
        refused(&run(cabana(folder.path(), &["serve", "--port", "0"])).await, &[file.to_str().unwrap(), "locked by another program", "stop"]);
        sqlx::raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
        other.close().await.unwrap();
    }
}

#[tokio::test]
async fn a_database_of_a_newer_version_says_so() {
    let folder = furnished().await;
    let mut other = database(folder.path()).await;
    sqlx::raw_sql("INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'later', 1, x'00', 0)")
        .execute(&mut other)
        .await
        .unwrap();
    other.close().await.unwrap();
    let file = folder.path().join("cabana.db");
    refused(&run(cabana(folder.path(), &["serve", "--port", "0"])).await, &[file.to_str().unwrap(), "newer version", "back-up"]);
}

#[tokio::test]
async fn what_is_no_database_of_ours_is_left_alone() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("cabana.db");
    let name = file.to_str().unwrap();
    let text = "Dear diary, today I was taken for a database, and I am long enough to have a header of a hundred bytes or so.";
    std::fs::write(&file, text).unwrap();
    refused(&run(cabana(place.path(), &["serve"])).await, &[name, "not a database of Cabana", "DATABASE_URL"]);
    refused(&run(cabana(place.path(), &["import", "demo"])).await, &[name, "not a database of Cabana"]);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    std::fs::remove_file(&file).unwrap();

    std::fs::create_dir(&file).unwrap();
    refused(&run(cabana(place.path(), &["serve"])).await, &[name, "not a database of Cabana", "folder"]);
    std::fs::remove_dir(&file).unwrap();

    let mut other = SqliteConnection::connect_with(&SqliteConnectOptions::new().filename(&file).create_if_missing(true)).await.unwrap();
    sqlx::raw_sql("CREATE TABLE recipes (name TEXT)").execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    for command in [&["serve"][..], &["import", "demo"]] {
        refused(&run(cabana(place.path(), command)).await, &[name, "not a database of Cabana", "another program"]);
    }
    let mut other = database(place.path()).await;
    let tables: i64 = sqlx::query_scalar("SELECT count(*) FROM sqlite_master").fetch_one(&mut other).await.unwrap();
    assert_eq!(tables, 1);
    std::fs::remove_file(&file).unwrap();

    std::fs::write(&file, "").unwrap();
    refused(&run(cabana(place.path(), &["serve"])).await, &["no resort", "cabana import FOLDER"]);
}

#[tokio::test]
async fn settings_are_listed_and_understood_before_and_after_the_command() {
    let folder = furnished().await;
    for arguments in [&["--help"][..], &["serve", "--help"]] {
        let said = run(cabana(folder.path(), arguments)).await;
        assert!(said.status.success(), "{}", said.err);
        for setting in ["HOST", "PORT", "DATABASE_URL", "PUBLIC_URL", "--host", "--port", "--database-url", "--public-url"] {
            assert!(said.out.contains(setting), "{setting}: {}", said.out);
        }
    }
    let site = tempfile::tempdir().unwrap();
    std::fs::write(site.path().join("favicon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap();
    let path = site.path().to_str().unwrap();
    let url = format!("sqlite:{}", folder.path().join("cabana.db").display());
    for arguments in [
        &["serve", "--port", "0", "--site", path][..],
        &["--port", "0", "--site", path, "serve"],
        &["serve", "--port=0", "--site", path, "--database-url", &url],
    ] {
        let mut command = cabana(folder.path(), arguments);
        if arguments.contains(&"--database-url") {
            command.env("DATABASE_URL", "sqlite:/nowhere/cabana.db");
        }
        let served = Served::start(command).await;
        let client = Client::of(&served.base);
        assert!(client.get("/favicon.svg").await.ok().text.starts_with("<svg"), "{arguments:?}");
        client.get("/sign-in").await.ok();
    }
    let mut command = cabana(folder.path(), &["serve"]);
    command.env("HOST", "127.0.0.1").env("PORT", "0").env("PUBLIC_URL", "https://cabinet.example/");
    assert_eq!(Served::start(command).await.base, "https://cabinet.example");
    let mut command = cabana(folder.path(), &["slip", "HB-1001"]);
    command.env("PUBLIC_URL", "https://cabinet.example/");
    assert!(run(command).await.out.contains("Link: https://cabinet.example/s/"));
}

#[tokio::test]
async fn an_address_in_use_says_so() {
    let folder = furnished().await;
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    refused(&run(cabana(folder.path(), &["serve", "--port", &port])).await, &[&port, "cannot be listened on"]);
}

#[tokio::test]
async fn who_takes_cards_without_keys_stops_the_start_and_no_key_is_shown() {
    let folder = furnished().await;
    let hook = run(cabana(folder.path(), &["hook"])).await;
    assert_eq!(hook.out.trim(), "http://127.0.0.1:3000/hooks/sandbox", "{}", hook.err);
    let mut db = database(folder.path()).await;
    let sql = "UPDATE resort SET body = replace(body, '\"card\":\"sandbox\"', '\"card\":\"yookassa\"'), version = version + 1";
    assert_eq!(sqlx::query(sql).execute(&mut db).await.unwrap().rows_affected(), 1);
    db.close().await.unwrap();
    refused(
        &run(cabana(folder.path(), &["serve", "--port", "0"])).await,
        &["\"yookassa\" takes cards", "YOOKASSA_SHOP and YOOKASSA_KEY are not in the environment"],
    );
    let mut keyed = cabana(folder.path(), &["serve", "--port", "0"]);
    keyed.env("YOOKASSA_SHOP", "100500").env("YOOKASSA_KEY", "test_of_nobody");
    refused(&run(keyed).await, &["takes RUB only", "EUR"]);
    let mut open = cabana(folder.path(), &["serve", "--port", "0"]);
    open.env("YOOKASSA_SHOP", "100500").env("YOOKASSA_KEY", "test_of_nobody").env("YOOKASSA_API", "http://api.yookassa.ru");
    let said = run(open).await;
    assert!(!said.status.success() && said.err.contains("http:// only on this machine") && !said.err.contains("of_nobody"), "{}", said.err);

    let mut hook = cabana(folder.path(), &["hook"]);
    hook.env("PUBLIC_URL", "https://cabinet.example/");
    let said = run(hook).await;
    let word = said.out.trim().strip_prefix("https://cabinet.example/hooks/yookassa/").unwrap_or_else(|| panic!("{}{}", said.out, said.err));
    assert!(word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit()), "{word}");
    let mut help = cabana(folder.path(), &["--help"]);
    help.env("STRIPE_KEY", "sk_test_of_nobody").env("STRIPE_WEBHOOK_SECRET", "whsec_of_nobody").env("YOOKASSA_KEY", "test_of_nobody");
    let said = run(help).await;
    assert!(said.out.contains("STRIPE_KEY") && !said.out.contains("of_nobody"), "{}", said.out);
}
