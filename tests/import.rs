//! `cabana import` and `cabana import-arrivals`: everything or nothing, twice the same, and by keys.

use crate::helpers::{self, databases};
use cabana::boot::{Opened, import, open};
use cabana::catalog::shelf::{Fiscal, Shelf};
use cabana::server::{Config, Passwords, Secret, WallClock};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// An empty database, and a copy of the demonstration resort to change.
struct House {
    place: tempfile::TempDir,
    config: Config,
    opened: Opened,
}

impl House {
    async fn new() -> House {
        let place = tempfile::tempdir().unwrap();
        let data = place.path().join("data");
        let config =
            Config { port: 3000, public_url: Some("https://cabinet.example/".to_owned()), ..helpers::config(databases::empty(&data).await, &data) };
        copy(Path::new("demo"), &place.path().join("resort"));
        let opened = open(&config, true).await.unwrap();
        House { place, config, opened }
    }

    /// One with the demonstration resort in it.
    async fn furnished() -> House {
        let house = House::new().await;
        house.import().await.unwrap();
        house
    }

    fn file(&self, name: &str) -> PathBuf {
        self.place.path().join("resort").join(name)
    }

    async fn import(&self) -> Result<String, String> {
        import::folder(&self.opened, &self.config, &self.place.path().join("resort")).await
    }

    /// Imports arrivals from a file with this content.
    async fn arrive(&self, content: impl AsRef<[u8]>) -> Result<String, String> {
        let file = self.place.path().join("arrivals.csv");
        std::fs::write(&file, content).unwrap();
        import::arrivals(&self.opened, &file).await
    }

    /// Changes a file: each text, which must be there, becomes another.
    fn edit(&self, name: &str, changes: &[(&str, &str)]) {
        let mut text = std::fs::read_to_string(self.file(name)).unwrap();
        for (old, new) in changes {
            assert!(text.contains(old), "{old} is not in {name}");
            text = text.replacen(old, new, 1);
        }
        std::fs::write(self.file(name), text).unwrap();
    }

    fn line_of(&self, name: &str, text: &str) -> usize {
        let content = std::fs::read_to_string(self.file(name)).unwrap();
        1 + content.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text} is not in {name}"))
    }

    async fn number(&self, sql: &str) -> i64 {
        helpers::number(self.opened.database.readers(), sql).await
    }

    async fn word(&self, sql: &'static str) -> String {
        sqlx::query_scalar(sql).fetch_one(self.opened.database.readers()).await.unwrap()
    }

    async fn run(&self, sql: &str) {
        let mut tx = self.opened.database.begin(&WallClock::default(), &Default::default()).await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(sql.to_owned())).execute(tx.conn()).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Everything that an import can write, as one text.
    async fn content(&self) -> String {
        let mut content = String::new();
        for sql in [
            "SELECT string_agg(version || body, ',') FROM resort",
            "SELECT string_agg('' || id || number || building || floor || sleeps || archived, ',' ORDER BY id) FROM rooms",
            "SELECT string_agg('' || id || key || position || archived || body, ',' ORDER BY id) FROM packages",
            "SELECT string_agg('' || id || key || position || archived || body, ',' ORDER BY id) FROM categories",
            "SELECT string_agg('' || id || key || position || archived || body, ',' ORDER BY id) FROM resources",
            "SELECT string_agg('' || id || key || position || archived || body, ',' ORDER BY id) FROM offers",
            "SELECT string_agg('' || id || key || position || archived || body, ',' ORDER BY id) FROM places",
            "SELECT string_agg('' || id || key || position || archived || body, ',' ORDER BY id) FROM pages",
            "SELECT string_agg(hash, ',' ORDER BY hash) FROM pictures",
            "SELECT string_agg('' || id || login || name || role || password_hash || archived, ',' ORDER BY id) FROM staff",
            "SELECT string_agg('' || id || offer_id || day || wall || starts_at || ends_at || capacity || taken, ',' ORDER BY id) FROM sessions",
            "SELECT string_agg('' || id || reference || room_id || package_id || lang || arrives || departs, ',' ORDER BY id) FROM stays",
            "SELECT string_agg('' || id || stay_id || name || age || lead, ',' ORDER BY id) FROM guests",
            "SELECT string_agg('' || id || stay_id || login || nonce || coalesce(ended_at, 0), ',' ORDER BY id) FROM slips",
            "SELECT count(*) || '' FROM staff_log",
        ] {
            let part: Option<String> = sqlx::query_scalar(sql).fetch_one(self.opened.database.readers()).await.unwrap();
            content.push_str(&part.unwrap_or_default());
            content.push('\n');
        }
        content
    }
}

impl Drop for House {
    fn drop(&mut self) {
        databases::finish(&self.config.database_url);
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            std::fs::copy(&from, &to).unwrap();
        }
    }
}

/// Every line that must be in a list of problems.
fn lists(problems: &str, lines: &[&str]) {
    for line in lines {
        assert!(problems.lines().any(|problem| problem.starts_with(line)), "not listed: {line}\n{problems}");
    }
}

#[tokio::test]
async fn the_demonstration_resort_comes_in_and_a_second_time_changes_nothing() {
    let house = House::new().await;
    let report = house.import().await.unwrap();
    assert!(report.contains("Halcyon Bay") && report.contains("60 new"), "{report}");
    let arrivals = import::arrivals(&house.opened, Path::new("demo/arrivals.csv")).await.unwrap();
    assert!(arrivals.contains("80 new"), "{arrivals}");
    assert!(house.number("SELECT count(*) FROM offers").await >= 40);
    assert_eq!(house.number("SELECT count(*) FROM rooms").await, 60);
    assert_eq!(house.number("SELECT count(*) FROM slips WHERE ended_at IS NULL").await, 80);
    assert!(house.number("SELECT count(DISTINCT day) FROM sessions").await >= 14);
    assert_eq!(house.number("SELECT count(*) FROM offers WHERE body NOT LIKE '%/pictures/%'").await, 0);
    assert_eq!(house.word("SELECT media FROM pictures LIMIT 1").await, "image/svg+xml");
    let content = house.content().await;
    let again = house.import().await.unwrap();
    assert!(again.ends_with("nothing changed"), "{again}");
    let arrivals = import::arrivals(&house.opened, Path::new("demo/arrivals.csv")).await.unwrap();
    assert!(arrivals.ends_with("nothing changed"), "{arrivals}");
    assert_eq!(house.content().await, content);
    assert_eq!(house.number("SELECT version FROM resort").await, 1);
}

#[tokio::test]
async fn two_imports_at_the_same_time_are_one() {
    let house = House::new().await;
    let (one, other) = tokio::join!(house.import(), house.import());
    let told = [one.unwrap(), other.unwrap()];
    assert_eq!(told.iter().filter(|report| report.ends_with("nothing changed")).count(), 1);
    let file = Path::new("demo/arrivals.csv");
    let (one, other) = tokio::join!(import::arrivals(&house.opened, file), import::arrivals(&house.opened, file));
    let told = [one.unwrap(), other.unwrap()];
    assert_eq!(told.iter().filter(|report| report.ends_with("nothing changed")).count(), 1, "{told:?}");
    assert_eq!(house.number("SELECT count(*) FROM slips").await, 80);
    assert_eq!(house.number("SELECT version FROM resort").await, 1);
}

#[tokio::test]
async fn every_mistake_is_listed_with_its_place_and_nothing_is_written() {
    let house = House::new().await;
    house.edit(
        "catalog.toml",
        &[
            ("price = 9500", "price = -9500"),
            ("icon = \"wave\"", "icon = \"waves\""),
            ("photo = \"pictures/fruit-plate.svg\"", "photo = \"pictures/fruit-salad.svg\""),
            ("hours = [{ from = \"06:30\", to = \"11:30\" }]", "hours = [{ from = \"06:30\", to = \"5:30\" }]"),
            ("horizon_days = 14", "horizon_day = 14"),
            ("step = 60", "step = 62"),
            ("no_show = \"policy\"", "no_show = \"perhaps\""),
            ("guarantee_days = 2", "guarantee_days = 61"),
            ("resources = [\"padel-1\"]", "resources = [\"padel-9\"]"),
            ("key = \"club-sandwich\"", "key = \"mezze-platter\""),
            ("key = \"cheese-board\"", "key = \"Cheese board\""),
        ],
    );
    house.edit(
        "resort.toml",
        &[("ar = \"هالسيون باي\" }", "fr = \"Halcyon Bay\" }"), ("time_zone = \"Africa/Cairo\"", "time_zone = \"Africa/Kairo\"")],
    );
    house.edit("packages.toml", &[("category = \"sport\"", "category = \"sports\"")]);
    house.edit("places.toml", &[("latitude = 24.9342", "latitude = 249.342")]);
    house.edit("rooms.csv", &[("102,A Garden,0,3", "101,A Garden,low,3")]);
    house.edit("staff.csv", &[("desk", "boss")]);
    let title = "x".repeat(61);
    house.edit("catalog.toml", &[("title = { en = \"A bottle of red wine\"", &format!("title = {{ en = \"{title}\""))]);
    std::fs::remove_file(house.file("guide/de/40-the-reef.md")).unwrap();
    std::fs::write(house.file("pictures/salsa-class.svg"), "<svg onload=\"alert(1)\"></svg>").unwrap();
    let problems = house.import().await.unwrap_err();
    let at = |file: &str, text: &str, field: &str| format!("{file}:{}: {field}: ", house.line_of(file, text));
    lists(
        &problems,
        &[
            &at("catalog.toml", "price = -9500", "offer.champagne.price"),
            &at("catalog.toml", "icon = \"waves\"", "category.sea.icon"),
            &at("catalog.toml", "fruit-salad", "offer.fruit-plate.photo"),
            &at("catalog.toml", "to = \"5:30\"", "offer.breakfast-in-room.hours.1.to"),
            &at("catalog.toml", "horizon_day = 14", "offer.late-check-out.horizon_day"),
            &at("catalog.toml", "step = 62", "offer.tennis-court.step"),
            &at("catalog.toml", "perhaps", "policy.two-days.no_show"),
            &at("catalog.toml", "guarantee_days = 61", "policy.gentle.guarantee_days"),
            &at("catalog.toml", "padel-9", "offer.padel-court.resources.1"),
            &at("catalog.toml", &title, "offer.red-wine.title.en"),
            &at("catalog.toml", "salsa-class.svg", "offer.salsa-class.photo"),
            &at("catalog.toml", "Cheese board", "offer.6.key"),
            &at("resort.toml", "fr = \"Halcyon Bay\"", "name.fr"),
            &at("resort.toml", "fr = \"Halcyon Bay\"", "name.ar"),
            &at("resort.toml", "Kairo", "time_zone"),
            &at("packages.toml", "sports", "package.ultra.item.1.category"),
            &at("places.toml", "249.342", "place.coral-bay.latitude"),
            "rooms.csv:3: number: ",
            "rooms.csv:3: floor: ",
            "staff.csv:2: role: ",
            "guide/de/40-the-reef.md: is missing",
        ],
    );
    // The key that two offers share is told at the second of them.
    let second = 1 + std::fs::read_to_string(house.file("catalog.toml"))
        .unwrap()
        .lines()
        .enumerate()
        .filter(|(_, line)| line.contains("key = \"mezze-platter\""))
        .nth(1)
        .unwrap()
        .0;
    lists(&problems, &[&format!("catalog.toml:{second}: offer.mezze-platter.key: ")]);
    for table in [
        "SELECT count(*) FROM resort",
        "SELECT count(*) FROM offers",
        "SELECT count(*) FROM rooms",
        "SELECT count(*) FROM pictures",
        "SELECT count(*) FROM staff_log",
    ] {
        assert_eq!(house.number(table).await, 0, "{table}");
    }
    assert!(!house.config.folder().join("logins.txt").exists());
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_told_and_the_others_are_still_checked() {
    let house = House::new().await;
    std::fs::write(house.file("places.toml"), "[[place]]\nkey = \"coral-bay\nkind = 3\n").unwrap();
    std::fs::write(house.file("rooms.csv"), b"number,building,floor,sleeps\n101,\xc3\xe0\xf0\xe4\xe5\xed,0,2\n").unwrap();
    std::fs::remove_file(house.file("packages.toml")).unwrap();
    house.edit("staff.csv", &[("service", "servant")]);
    let problems = house.import().await.unwrap_err();
    lists(&problems, &["places.toml:2: cannot be read", "rooms.csv:2: is not UTF-8", "packages.toml: there is no such file", "staff.csv:4: role: "]);
    assert!(import::folder(&house.opened, &house.config, Path::new("no-such-folder")).await.unwrap_err().contains("no-such-folder"));
}

#[tokio::test]
async fn a_changed_folder_updates_by_keys_and_archives_what_is_gone() {
    let house = House::furnished().await;
    let champagne = house.number("SELECT id FROM offers WHERE key = 'champagne'").await;
    let catalog = std::fs::read_to_string(house.file("catalog.toml")).unwrap();
    house.edit("catalog.toml", &[("price = 9500", "price = 9900")]);
    let report = house.import().await.unwrap();
    assert!(report.contains("1 changed"), "{report}");
    assert_eq!(house.number("SELECT version FROM resort").await, 2);
    assert_eq!(house.number("SELECT id FROM offers WHERE key = 'champagne' AND body LIKE '%\"price\":9900%'").await, champagne);

    // The first offer is taken out, with the line of the package that includes it.
    let start = catalog.find("[[offer]]").unwrap();
    let end = start + 9 + catalog[start + 9..].find("[[offer]]").unwrap();
    std::fs::write(house.file("catalog.toml"), format!("{}{}", &catalog[..start], &catalog[end..])).unwrap();
    house.edit("packages.toml", &[("[[package.item]]\noffer = \"champagne\"\nincluded = \"stay\"\ntimes = 1\neach = \"room\"\n", "")]);
    let report = house.import().await.unwrap();
    assert!(report.contains("1 archived"), "{report}");
    assert_eq!(house.number("SELECT archived FROM offers WHERE key = 'champagne'").await, 1);

    // A package that is gone is sold no more, and stays that have it keep it.
    let packages = std::fs::read_to_string(house.file("packages.toml")).unwrap();
    let start = packages.rfind("[[package]]").unwrap();
    std::fs::write(house.file("packages.toml"), &packages[..start]).unwrap();
    house.import().await.unwrap();
    let mut conn = house.opened.database.readers().acquire().await.unwrap();
    let shelf = Shelf::read(&mut conn).await.unwrap().unwrap();
    assert!(shelf.packages.iter().all(|package| package.key != "breakfast"));
    let (_, yoga) = shelf.offer_by_key("morning-yoga").unwrap();
    assert!(shelf.allowance("breakfast", yoga).is_some());
    let arrival = format!("{NAMES}\nA-1;Ann;101;0;1;en;breakfast;Ann 36\n");
    lists(&house.arrive(arrival).await.unwrap_err(), &["arrivals.csv:2: package: there is no package with the key breakfast"]);

    // And comes back as the same one.
    std::fs::write(house.file("packages.toml"), &packages).unwrap();
    std::fs::write(house.file("catalog.toml"), &catalog).unwrap();
    house.import().await.unwrap();
    assert_eq!(house.number("SELECT id FROM offers WHERE key = 'champagne' AND archived = 0").await, champagne);
    assert_eq!(house.number("SELECT version FROM resort").await, 5);
}

#[tokio::test]
async fn sessions_follow_their_rules_but_never_take_a_sold_place_away() {
    let house = House::furnished().await;
    import::arrivals(&house.opened, Path::new("demo/arrivals.csv")).await.unwrap();
    // Somebody has a place on the last day that is laid out.
    house
        .run(
            "INSERT INTO bookings (stay_id, offer_id, session_id, state, places, starts_at, ends_at, day, wall, zone, total, sold, answers, intent, fee_from, created_at)
             SELECT 1, offer_id, id, 'confirmed', 2, starts_at, ends_at, day, wall, 'Africa/Cairo', 5600, '{}', '{}', 'i', starts_at, 0
               FROM sessions WHERE wall = '09:30' AND offer_id = (SELECT id FROM offers WHERE key = 'reef-snorkelling') ORDER BY day DESC LIMIT 1",
        )
        .await;
    house.run("UPDATE sessions SET taken = 2 WHERE id = (SELECT session_id FROM bookings)").await;
    // Today's may have begun: that one is left alone.
    let now = cabana::server::WallClock::default().now();
    let others = format!(
        "SELECT count(*) FROM sessions s JOIN offers o ON o.id = s.offer_id WHERE o.key = 'reef-snorkelling' AND s.wall = '09:30' AND s.starts_at > {now}"
    );
    let before = house.number(&others).await;
    assert!(before >= 27);
    let kept = house.number("SELECT session_id FROM bookings").await;

    house.edit("catalog.toml", &[("{ at = \"09:30\", capacity = 10 }", "{ at = \"09:30\", capacity = 1 }")]);
    house.import().await.unwrap();
    assert_eq!(house.number("SELECT capacity FROM sessions WHERE id = (SELECT session_id FROM bookings)").await, 2);
    assert_eq!(house.number("SELECT count(*) FROM sessions WHERE capacity = 1").await, before - 1);

    house.edit("catalog.toml", &[("{ at = \"09:30\", capacity = 1 }", "{ at = \"10:30\", capacity = 10 }")]);
    let report = house.import().await.unwrap();
    assert!(report.contains("taken off"), "{report}");
    assert_eq!(house.number(&others).await, 1);
    assert_eq!(house.number("SELECT s.id FROM sessions s JOIN bookings b ON b.session_id = s.id").await, kept);
    assert_eq!(house.number("SELECT capacity - taken FROM sessions WHERE id = (SELECT session_id FROM bookings)").await, 0);
    assert_eq!(
        house.number("SELECT starts_at - (SELECT starts_at FROM bookings) FROM sessions WHERE id = (SELECT session_id FROM bookings)").await,
        0
    );

    // What was sold also keeps its currency, and its key.
    house.edit("resort.toml", &[("currency = \"EUR\"", "currency = \"USD\"")]);
    lists(&house.import().await.unwrap_err(), &["resort.toml: currency: something was sold in EUR"]);
}

#[tokio::test]
async fn a_key_is_one_kind_for_ever() {
    let house = House::furnished().await;
    house.run("UPDATE offers SET body = replace(body, '\"kind\":\"service\"', '\"kind\":\"session\"') WHERE key = 'champagne'").await;
    lists(&house.import().await.unwrap_err(), &["catalog.toml: offer.champagne.kind: "]);
}

#[tokio::test]
async fn staff_get_a_password_once_and_lose_their_way_in_when_they_leave() {
    let house = House::furnished().await;
    let logins = house.config.folder().join("logins.txt");
    assert_eq!(std::fs::metadata(&logins).unwrap().permissions().mode() & 0o777, 0o600);
    let text = std::fs::read_to_string(&logins).unwrap();
    assert_eq!(text.lines().count(), 5);
    let (login, password) = text.lines().next().unwrap().split_once('\t').unwrap();
    assert_eq!((login, password.len()), ("ana", 12));
    let hash = house.word("SELECT password_hash FROM staff WHERE login = 'ana'").await;
    assert!(hash.starts_with("$argon2id$"));
    assert!(Passwords::new().fits(password.to_owned(), Some(hash.clone())).await.unwrap());

    house.run("INSERT INTO sign_ins (token_hash, staff_id, agent, created_at, expires_at) SELECT 'x', id, '', 0, 99999999999 FROM staff WHERE login = 'karim'").await;
    let staff = std::fs::read_to_string(house.file("staff.csv")).unwrap();
    house.edit("staff.csv", &[("karim,Karim Mansour,service\n", ""), ("ana,Ana Marković,desk", "ana,Ana Marković,manager")]);
    house.import().await.unwrap();
    assert_eq!(house.number("SELECT archived FROM staff WHERE login = 'karim'").await, 1);
    assert_eq!(house.number("SELECT count(*) FROM sign_ins").await, 0);
    assert_eq!(house.word("SELECT role FROM staff WHERE login = 'ana'").await, "manager");
    assert_eq!(house.word("SELECT password_hash FROM staff WHERE login = 'ana'").await, hash);
    assert_eq!(std::fs::read_to_string(&logins).unwrap(), text);

    std::fs::write(house.file("staff.csv"), staff).unwrap();
    house.import().await.unwrap();
    let text = std::fs::read_to_string(&logins).unwrap();
    assert_eq!((text.lines().count(), text.lines().filter(|line| line.starts_with("karim\t")).count()), (6, 2));
}

const NAMES: &str = "reference;name;room;arrival;departure;language;package;party";

#[tokio::test]
async fn arrivals_come_as_a_front_office_writes_them() {
    let house = House::furnished().await;
    let file = "\u{feff}Reference;Name;Room;Arrival;Departure;Language;Package;Party;Remarks\r\n\
         A-1;Анна Петрова;101;01.12.2026;09.12.2026;RU;ultra;\"Анна Петрова 36;\r\nДмитрий Петров (38);\r\nМаша, 0\";\"с моря\r\n\"\"тихий\"\" номер\"\r\n\
         \r\n\
         A-2;ليلى حداد;101;2026-12-09;2026-12-12;ar;half-board;ليلى حداد 38;\r\n\
         A-3;\"O’Neil; Pat\";102;0;+3;en;breakfast;\"Pat 7\";\r\n";
    let problems = house.arrive(file).await.unwrap_err();
    lists(&problems, &["arrivals.csv:8: party: must begin with O’Neil; Pat"]);
    assert_eq!(house.number("SELECT count(*) FROM stays").await, 0);
    house.arrive(file.replace("\"O’Neil; Pat\"", "Pat")).await.unwrap();
    assert_eq!(house.number("SELECT count(*) FROM stays").await, 3);
    assert_eq!(
        house
            .word(
                "SELECT string_agg(name || age || lead, '|' ORDER BY id) FROM guests WHERE stay_id = (SELECT id FROM stays WHERE reference = 'A-1')"
            )
            .await,
        "Анна Петрова361|Дмитрий Петров380|Маша00"
    );
    assert_eq!(house.word("SELECT arrives || departs || lang FROM stays WHERE reference = 'A-1'").await, "2026-12-012026-12-09ru");
    let slip = import::slip(&house.opened, &house.config, "A-1").await.unwrap();
    let value = |name: &str| slip.lines().find_map(|line| line.strip_prefix(name)).unwrap().to_owned();
    assert!(value("Link: ").starts_with("https://cabinet.example/s/"));
    assert_eq!((value("Login: ").len(), value("Password: ").len()), (9, 10));
    let hash = house.word("SELECT password_hash FROM slips WHERE stay_id = (SELECT id FROM stays WHERE reference = 'A-1')").await;
    assert!(Passwords::new().fits(value("Password: "), Some(hash)).await.unwrap());
    assert!(import::slip(&house.opened, &house.config, "A-9").await.unwrap_err().contains("A-9"));
}

#[tokio::test]
async fn a_reference_seen_before_is_updated_and_keeps_its_slip_and_its_people() {
    let house = House::furnished().await;
    house
        .arrive(format!("{NAMES}\nA-1;Ann;101;2026-12-01;2026-12-09;en;ultra;\"Ann 36; Bo 5\"\nA-2;Cy;102;2026-12-01;2026-12-09;en;ultra;Cy 40\n"))
        .await
        .unwrap();
    let slip = import::slip(&house.opened, &house.config, "A-1").await.unwrap();
    // The two change rooms with each other, which is no overlap.
    let report = house
        .arrive(format!(
            "{NAMES}\nA-1;Ann;102;2026-12-01;2026-12-10;de;breakfast;\"Ann 37; Di 1\"\nA-2;Cy;101;2026-12-01;2026-12-09;en;ultra;Cy 40\n"
        ))
        .await
        .unwrap();
    assert!(report.ends_with("0 new with a slip each, 2 changed"), "{report}");
    let stay = "SELECT r.number || s.departs || s.lang || p.key FROM stays s JOIN rooms r ON r.id = s.room_id JOIN packages p ON p.id = s.package_id WHERE reference = 'A-1'";
    assert_eq!(house.word(stay).await, "1022026-12-10debreakfast");
    assert_eq!(house.word("SELECT string_agg(name || age || lead, '|' ORDER BY id) FROM guests WHERE stay_id = 1").await, "Ann371|Bo50|Di10");
    assert_eq!(import::slip(&house.opened, &house.config, "A-1").await.unwrap().replace("Room: 102", "Room: 101"), slip);
    assert_eq!(house.number("SELECT count(*) FROM staff_log WHERE deed = 'stay_changed' AND actor = 'cabana'").await, 2);
}

#[tokio::test]
async fn what_is_wrong_with_arrivals_is_listed_and_nothing_is_written() {
    let house = House::furnished().await;
    house.arrive(format!("{NAMES}\nA-1;Ann;101;2026-12-01;2026-12-09;en;ultra;Ann 36\n")).await.unwrap();
    let content = house.content().await;
    let rows = "B-1;Bo;101;2026-12-08;2026-12-11;en;ultra;Bo 5\n\
                B-2;Cy;102;2026-12-01;2026-12-09;en;ultra;Cy 40\n\
                B-3;Di;102;2026-12-08;2026-12-10;en;ultra;Di 40\n\
                B-3;Di;103;2026-12-08;2026-12-10;en;ultra;Di 40\n\
                B-4;;999;2026-12-32;2026-12-10;fr;gold;Di\n\
                B-5;Ed;104;2026-12-08;2026-12-01;en;ultra;Ed 130\n\
                B-6;Ed;104\n";
    let problems = house.arrive(format!("{NAMES}\n{rows}")).await.unwrap_err();
    lists(
        &problems,
        &[
            "arrivals.csv:4: room: 102 is taken by B-2 (line 3)",
            "arrivals.csv:5: reference: B-3 stands there twice",
            "arrivals.csv:6: name: is empty",
            "arrivals.csv:6: room: there is no room 999",
            "arrivals.csv:6: arrival: must be a day",
            "arrivals.csv:6: language: ",
            "arrivals.csv:6: package: ",
            "arrivals.csv:6: party: ",
            "arrivals.csv:7: departure: is before the arrival",
            "arrivals.csv:7: party: ",
            "arrivals.csv:8: has 3 cells",
        ],
    );
    let problems = house.arrive(format!("{NAMES}\nB-1;Bo;101;2026-12-08;2026-12-11;en;ultra;Bo 5\n")).await.unwrap_err();
    lists(&problems, &["arrivals.csv:2: room: 101 is taken by A-1 from 2026-12-01 to 2026-12-09"]);
    lists(&house.arrive(b"reference;name\nB-1;\xc0\xed\xed\xe0\n").await.unwrap_err(), &["arrivals.csv:2: is not UTF-8"]);
    lists(&house.arrive("").await.unwrap_err(), &["arrivals.csv:1: is empty"]);
    assert_eq!(house.content().await, content);
    let empty = House::new().await;
    assert!(empty.arrive(format!("{NAMES}\n")).await.unwrap_err().contains("there is no resort yet"));
}

const HEAD: &str = "reference,name,room,arrival,departure,language,package,party,guest_id\n";

#[tokio::test]
async fn a_guest_id_ties_stays_together_and_a_file_without_one_takes_nothing_away() {
    let house = House::furnished().await;
    let row = |departs: &str, person: &str| format!("{HEAD}A-1,Ida Berg,101,-9,{departs},en,ultra,Ida Berg 40,{person}\n");
    house.arrive(row("-2", "Profile 77")).await.unwrap();
    assert_eq!(house.word("SELECT person FROM stays").await, "profile77");
    assert!(house.arrive(row("-2", "")).await.unwrap().ends_with("nothing changed"));
    house.arrive(row("-3", "").replace(",guest_id", ",other")).await.unwrap();
    assert_eq!(house.word("SELECT person FROM stays").await, "profile77");
    house.arrive(row("-3", "ida@example.com")).await.unwrap();
    assert_eq!(house.word("SELECT person FROM stays").await, "ida@example.com");
    let problems = house.arrive(row("-3", &"x".repeat(121))).await.unwrap_err();
    lists(&problems, &["arrivals.csv:2: guest_id: "]);
    assert_eq!(house.number("SELECT count(*) FROM staff_log WHERE before LIKE '%Ida%' OR after LIKE '%Ida%'").await, 0, "the log names nobody");
}

#[tokio::test]
async fn a_stay_is_not_shortened_over_its_bookings() {
    let house = House::furnished().await;
    let row = |arrives: &str, departs: &str| format!("{HEAD}A-1,Ida Berg,101,{arrives},{departs},en,ultra,Ida Berg 40,\n");
    house.arrive(row("0", "9")).await.unwrap();
    house
        .run(&format!(
            "INSERT INTO bookings (stay_id, offer_id, session_id, state, places, starts_at, ends_at, day, wall, zone, total, sold, answers, intent,
                    fee_from, created_at)
             SELECT st.id, s.offer_id, s.id, 'confirmed', 1, s.starts_at, s.ends_at, s.day, s.wall, 'Africa/Cairo', 0, '{{}}', '[]', 'x', s.starts_at, 0
               FROM sessions s, stays st WHERE s.starts_at > {} ORDER BY s.starts_at LIMIT 1",
            WallClock::default().now() + 4 * 86_400
        ))
        .await;
    let problems = house.arrive(row("0", "2")).await.unwrap_err();
    lists(&problems, &["arrivals.csv:2: departure: leaves bookings outside the stay"]);
    let problems = house.arrive(row("7", "9")).await.unwrap_err();
    lists(&problems, &["arrivals.csv:2: arrival: leaves bookings outside the stay"]);
    assert!(house.arrive(row("0", "8")).await.unwrap().contains("1 changed"));
}

#[tokio::test]
async fn an_open_network_a_map_of_ones_own_and_keys_that_forms_can_carry() {
    let house = House::new().await;
    house.edit(
        "resort.toml",
        &[("password = \"red-sea-calm\"\n", ""), ("longitude = 34.963", "longitude = 34.963\nmap = \"http://maps.example/?q={latitude}\"")],
    );
    house.edit("catalog.toml", &[("key = \"rackets\"", "key = \"1-racket\"")]);
    let problems = house.import().await.unwrap_err();
    let line = |file: &str, text: &str| format!("{file}:{}: ", house.line_of(file, text));
    lists(&problems, &[&format!("{}location.map: ", line("resort.toml", "maps.example"))]);
    assert!(problems.contains("1-racket begins with a digit"), "{problems}");
    house.edit("resort.toml", &[("http://maps.example/?q={latitude}", "https://maps.example/?q={latitude},{longitude}")]);
    house.edit("catalog.toml", &[("key = \"1-racket\"", "key = \"rackets\"")]);
    house.import().await.unwrap();
    assert_eq!(house.number("SELECT count(*) FROM resort WHERE body LIKE '%\"wifi_password\":\"\"%'").await, 1);
}

#[tokio::test]
async fn who_takes_cards_has_its_keys_and_its_currency() {
    let mut house = House::new().await;
    house.edit("resort.toml", &[("card = \"sandbox\"", "card = \"stripe\"")]);
    let problem = house.import().await.unwrap_err();
    let line = house.line_of("resort.toml", "card =");
    assert!(
        problem.contains(&format!("resort.toml:{line}: card: \"stripe\" takes cards, and STRIPE_KEY and STRIPE_WEBHOOK_SECRET are not")),
        "{problem}"
    );
    house.config.acquirers.stripe_key = Some(Secret::new("sk_test_of_nobody"));
    house.config.acquirers.stripe_webhook_secret = Some(Secret::new(" "));
    let problem = house.import().await.unwrap_err();
    assert!(problem.contains("STRIPE_WEBHOOK_SECRET is not in the environment") && !problem.contains("of_nobody"), "{problem}");
    house.config.acquirers.stripe_webhook_secret = Some(Secret::new("whsec_of_nobody"));
    house.import().await.unwrap();

    house.edit("resort.toml", &[("card = \"stripe\"", "card = \"yookassa\"")]);
    assert!(house.import().await.unwrap_err().contains("YOOKASSA_SHOP and YOOKASSA_KEY are not"));
    house.config.acquirers.yookassa_shop = Some("100500".to_owned());
    house.config.acquirers.yookassa_key = Some(Secret::new("test_of_nobody"));
    assert!(house.import().await.unwrap_err().contains("card: \"yookassa\" takes RUB only, and the resort's currency is EUR"));
    house.edit("resort.toml", &[("currency = \"EUR\"", "currency = \"RUB\"")]);
    assert!(house.import().await.unwrap_err().contains("no VAT code"), "of 14 %");
    house.edit("resort.toml", &[("[wifi]", "[fiscal]\nvat_code = 13\ntax_sistem = 2\n\n[wifi]")]);
    let problem = house.import().await.unwrap_err();
    assert!(problem.contains("fiscal.vat_code: must be from 1 to 12") && problem.contains("fiscal.tax_sistem: is not a field"), "{problem}");
    house.edit("resort.toml", &[("vat_code = 13\ntax_sistem = 2", "vat_code = 11\ntax_system = 2\nprepaid = true")]);
    house.import().await.unwrap();
    let mut conn = house.opened.database.readers().acquire().await.unwrap();
    let resort = Shelf::read(&mut conn).await.unwrap().unwrap().resort;
    assert_eq!((resort.card.as_str(), resort.fiscal), ("yookassa", Fiscal { vat_code: Some(11), tax_system: Some(2), prepaid: true }));
}

#[tokio::test]
async fn what_is_promised_afterwards_is_said_by_the_policy_or_else_by_the_resort() {
    let house = House::new().await;
    house.edit("resort.toml", &[("hold_minutes = 15", "hold_minutes = 15\nguarantee_days = 7")]);
    house.import().await.unwrap();
    let promised = async |key: &str| {
        let body: String =
            sqlx::query_scalar("SELECT body FROM offers WHERE key = $1").bind(key).fetch_one(house.opened.database.readers()).await.unwrap();
        let policy = serde_json::from_str::<cabana::catalog::shelf::Offer>(&body).unwrap().policy.unwrap();
        (policy.no_show, policy.guarantee_days)
    };
    assert_eq!(promised("glass-boat").await, (cabana::catalog::NoShow::Refund, 2));
    assert_eq!(promised("tennis-court").await, (cabana::catalog::NoShow::Refund, 7));
    let two_days = house.word("SELECT key FROM offers WHERE body LIKE '%\"no_show\":\"policy\"%'").await;
    assert_eq!(promised(&two_days).await, (cabana::catalog::NoShow::Policy, 7));
}
