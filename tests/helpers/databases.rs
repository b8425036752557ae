//! A database of its own for each test: a file of SQLite, or one of many on a throw-away cluster of PostgreSQL
//! (`tests/cluster`).

pub use kind::*;

#[cfg(feature = "sqlite")]
mod kind {
    use std::path::Path;

    /// The address of a database with nothing in it, or none yet.
    pub async fn empty(folder: &Path) -> String {
        of(folder)
    }

    /// The address of the database that belongs to a folder.
    pub fn of(folder: &Path) -> String {
        format!("sqlite:{}", folder.join("cabana.db").display())
    }

    /// Gives a folder a copy of a database that nobody uses.
    pub async fn copy(template: &str, folder: &Path) {
        std::fs::copy(template.trim_start_matches("sqlite:"), folder.join("cabana.db")).unwrap();
    }

    /// Forgets a database when its test is over.
    pub fn finish(_: &str) {}
}

#[cfg(feature = "postgres")]
mod kind {
    use sqlx::postgres::{PgConnectOptions, PgConnection};
    use sqlx::{AssertSqlSafe, Connection, Executor};
    use std::path::Path;
    use std::str::FromStr;

    fn cluster() -> String {
        std::env::var("CABANA_CLUSTER").expect("CABANA_CLUSTER names a throw-away cluster: tests/cluster COMMAND… starts one and stops it")
    }

    pub fn address(name: &str) -> String {
        cluster().replace("/postgres?", &format!("/{name}?"))
    }

    pub async fn say(sql: String) {
        say_to(&cluster(), &sql).await;
    }

    pub async fn say_to(address: &str, sql: &str) {
        let options = PgConnectOptions::from_str(address).unwrap();
        let mut conn = PgConnection::connect_with(&options).await.unwrap();
        conn.execute(AssertSqlSafe(sql.to_owned())).await.unwrap();
        conn.close().await.unwrap();
    }

    pub async fn empty(_: &Path) -> String {
        let name = format!("test_{}", cabana::server::Keys::token());
        say(format!("CREATE DATABASE {name} TEMPLATE template0")).await;
        address(&name)
    }

    pub async fn copy(template: &str, folder: &Path) {
        let name = format!("test_{}", cabana::server::Keys::token());
        let template = PgConnectOptions::from_str(template).unwrap();
        say(format!("CREATE DATABASE {name} TEMPLATE {} STRATEGY file_copy", template.get_database().unwrap())).await;
        std::fs::write(folder.join("address"), address(&name)).unwrap();
    }

    pub fn of(folder: &Path) -> String {
        std::fs::read_to_string(folder.join("address")).unwrap()
    }

    pub fn finish(address: &str) {
        let name = PgConnectOptions::from_str(address).unwrap().get_database().unwrap().to_owned();
        // A test that ends is no place to wait in; a thread with a runtime of its own does it.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(say(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")));
        });
        let _ = dropped.join();
    }
}
