//! A server of its own for each test, on a free port, with a copy of the demonstration resort; and people to use it.

pub mod databases;
pub mod events;
pub mod places;
pub mod program;

use axum::serve::ListenerExt;
use cabana::base::StayId;
use cabana::boot::{Site, State, import, open, router};
use cabana::catalog::shelf::{Shelf, Shelves};
use cabana::people::{slips, store};
use cabana::server::{Acquirers, CashRegister, Config, House, Inner, Keys, Limits, Live, Looks, Passwords, Pool, WallClock, ready_for_tls};
use reqwest::header::{ACCEPT, LOCATION};
use reqwest::{Response, StatusCode, redirect};
use scraper::{Html, Selector};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::OnceCell;
use tokio_util::sync::CancellationToken;

/// The guests who stand ready: rows of demo/arrivals.csv.
pub const ANNA: &str = "HB-1001";
pub const JAMES: &str = "HB-1002";
pub const LAYLA: &str = "HB-1003";

/// An imported demonstration resort: the folder of its secrets, and the address of its database. Made once for all tests.
async fn template() -> &'static (tempfile::TempDir, String) {
    static TEMPLATE: OnceCell<(tempfile::TempDir, String)> = OnceCell::const_new();
    TEMPLATE
        .get_or_init(|| async {
            let folder = tempfile::tempdir().unwrap();
            let config = config(databases::empty(folder.path()).await, folder.path());
            let opened = open(&config, true).await.unwrap();
            import::folder(&opened, &config, Path::new("demo")).await.unwrap();
            import::arrivals(&opened, Path::new("demo/arrivals.csv")).await.unwrap();
            opened.database.close().await;
            (folder, config.database_url)
        })
        .await
}

/// A folder of one's own with the secrets, and with a database of the demonstration resort that belongs to it.
pub async fn furnished() -> tempfile::TempDir {
    let (secrets, template) = template().await;
    let folder = tempfile::tempdir().unwrap();
    for file in ["secret.key", "logins.txt"] {
        std::fs::copy(secrets.path().join(file), folder.path().join(file)).unwrap();
    }
    databases::copy(template, folder.path()).await;
    folder
}

/// The settings of a server with this database and this folder for its secrets.
pub fn config(database_url: String, folder: &Path) -> Config {
    Config {
        host: Ipv4Addr::LOCALHOST.into(),
        port: 0,
        database_url,
        data: Some(folder.to_owned()),
        public_url: None,
        site: PathBuf::from("no-site"),
        trusted_proxy: None,
        sign_in_limits: (10, 60, 600),
        cash_register: CashRegister::default(),
        acquirers: Acquirers::default(),
    }
}

/// A running server. It stops when the test ends.
pub struct TestApp {
    pub house: House,
    pub base: String,
    shelves: Shelves,
    serving: tokio::task::AbortHandle,
    /// Nothing for a server beside another one, whose folder it shares.
    folder: Option<tempfile::TempDir>,
}

impl Drop for TestApp {
    fn drop(&mut self) {
        if self.folder.is_some() {
            databases::finish(&self.house.config.database_url);
        }
    }
}

impl TestApp {
    pub async fn new() -> TestApp {
        TestApp::with(|_| {}).await
    }

    /// A server whose settings were changed first.
    pub async fn with(change: impl FnOnce(&mut Config)) -> TestApp {
        let folder = furnished().await;
        let mut config = config(databases::of(folder.path()), folder.path());
        change(&mut config);
        TestApp::start(config, Some(folder)).await
    }

    /// One more server on the same database, as a second machine would be.
    #[cfg(feature = "postgres")]
    pub async fn beside(&self) -> TestApp {
        TestApp::start(self.house.config.clone(), None).await
    }

    async fn start(config: Config, folder: Option<tempfile::TempDir>) -> TestApp {
        ready_for_tls();
        let opened = open(&config, false).await.unwrap();
        let listener = tokio::net::TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let listener = listener.tap_io(|stream| {
            let _ = stream.set_nodelay(true);
        });
        let (credential, address, overall) = config.sign_in_limits;
        // A busy machine lets seconds pass between two questions; here they pass when a test says so.
        let clock = WallClock::default();
        clock.stop();
        let house = House::new(Inner {
            public_url: config.public_url.clone().unwrap_or_else(|| base.clone()),
            database: opened.database,
            clock,
            keys: opened.keys,
            live: Live::default(),
            limits: Limits::new(credential, address, overall),
            looks: Looks::default(),
            passwords: Passwords::new(),
            stopping: CancellationToken::new(),
            config: config.clone(),
        });
        let shelves = Shelves::default();
        let site = Site::open(&config.site, Path::new("no-hash.txt"));
        let state = State { house: house.clone(), shelves: shelves.clone(), site: site.into(), drawn: Default::default() };
        let app = router(state).into_make_service_with_connect_info::<SocketAddr>();
        let serving = tokio::spawn(async move { axum::serve(listener, app).await }).abort_handle();
        tokio::spawn(house.database.hear_others(&house.live, &house.stopping).await.unwrap());
        TestApp { house, base, shelves, serving, folder }
    }

    /// The house as another process finds it after this one has ended: the same database, and the clock of the machine.
    pub async fn restarted(mut self) -> TestApp {
        self.serving.abort();
        self.house.stopping.cancel();
        self.house.database.close().await;
        let folder = self.folder.take();
        TestApp::start(self.house.config.clone(), folder).await
    }

    /// The end of the server; what it leaves behind is another's to serve from.
    pub async fn left(mut self) -> tempfile::TempDir {
        self.serving.abort();
        self.house.stopping.cancel();
        self.house.database.close().await;
        self.folder.take().unwrap()
    }

    pub fn folder(&self) -> &Path {
        self.folder.as_ref().unwrap().path()
    }

    pub async fn shelf(&self) -> Arc<Shelf> {
        self.shelves.at(self.house.database.readers(), 0).await.unwrap().unwrap()
    }

    /// Somebody who is not signed in.
    pub fn visitor(&self) -> Client {
        Client::of(&self.base)
    }

    pub async fn stay(&self, reference: &str) -> StayId {
        let id = sqlx::query_scalar("SELECT id FROM stays WHERE reference = $1").bind(reference).fetch_one(self.house.database.readers()).await;
        StayId(id.unwrap())
    }

    /// What is printed on a stay's slip.
    pub async fn slip(&self, reference: &str) -> slips::Slip {
        let stay = self.stay(reference).await;
        let (login, nonce) = store::live_slip(self.house.database.readers(), stay).await.unwrap().unwrap();
        slips::derive(&self.house.keys, login, &nonce)
    }

    /// A phone that scanned the slip of this stay.
    pub async fn guest(&self, reference: &str) -> Client {
        let client = self.visitor();
        let answer = client.get(&self.slip(reference).await.path).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        client
    }

    /// A console signed in as a member of staff with this role.
    pub async fn staff(&self, role: &str) -> Client {
        let client = self.visitor();
        let token = Keys::token();
        let mut tx = self.house.begin().await.unwrap();
        let id: i64 = sqlx::query_scalar("SELECT id FROM staff WHERE role = $1 ORDER BY id LIMIT 1").bind(role).fetch_one(tx.conn()).await.unwrap();
        let until = tx.now() + 3 * 86_400;
        store::add_sign_in(&mut tx, &Keys::hash(&token), store::Holder::Staff(cabana::base::StaffId(id)), "test", until).await.unwrap();
        tx.commit().await.unwrap();
        let http = reqwest::Client::builder()
            .cookie_store(true)
            .redirect(redirect::Policy::none())
            .default_headers([(reqwest::header::COOKIE, format!("cabana_staff={token}").parse().unwrap())].into_iter().collect())
            .build()
            .unwrap();
        Client { http, ..client }
    }

    /// Changes the database behind the product's back.
    pub async fn run(&self, sql: &'static str) {
        let mut tx = self.house.begin().await.unwrap();
        sqlx::query(sql).execute(tx.conn()).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// One number out of the database.
    pub async fn number(&self, sql: &str) -> i64 {
        number(self.house.database.readers(), sql).await
    }
}

/// One number out of a database; sums, which PostgreSQL counts wider, included.
pub async fn number(pool: &Pool, sql: &str) -> i64 {
    sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT CAST(({sql}) AS BIGINT)"))).fetch_one(pool).await.unwrap()
}

/// A phone or a browser, with its cookies. Redirects are not followed, so that tests see them.
#[derive(Clone)]
pub struct Client {
    pub http: reqwest::Client,
    pub base: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub location: Option<String>,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Client {
    /// Somebody new, at a server.
    pub fn of(base: &str) -> Client {
        ready_for_tls();
        let http = reqwest::Client::builder().cookie_store(true).redirect(redirect::Policy::none()).build().unwrap();
        Client { http, base: base.to_owned() }
    }

    /// Opens a page as a browser does.
    pub async fn get(&self, path: &str) -> Answer {
        let request = self.http.get(format!("{}{path}", self.base)).header(ACCEPT, "text/html");
        answer(request.send().await.unwrap()).await
    }

    /// Opens a page in a language.
    pub async fn get_in(&self, lang: &str, path: &str) -> Answer {
        let request = self.http.get(format!("{}{path}", self.base)).header(ACCEPT, "text/html").header("accept-language", lang);
        answer(request.send().await.unwrap()).await
    }

    /// Calls a reading door as the page's code does: `GET /api/…?…`.
    pub async fn read(&self, door: &str, query: &[(&str, &str)]) -> Answer {
        let request = self.http.get(format!("{}/api/{door}", self.base)).query(query).header(ACCEPT, "application/json");
        answer(request.send().await.unwrap()).await
    }

    /// Calls a door as the page's code does: a form body, JSON back.
    pub async fn call(&self, door: &str, form: &[(&str, &str)]) -> Answer {
        let request = self.http.post(format!("{}/api/{door}", self.base)).form(form).header(ACCEPT, "application/json");
        answer(request.send().await.unwrap()).await
    }

    /// The same with fields whose names were made.
    pub async fn call_all(&self, door: &str, form: &[(String, String)]) -> Answer {
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.call(door, &form).await
    }

    /// Posts a plain form as a browser without JavaScript does; `from` is the page it stands on.
    pub async fn post(&self, from: &str, door: &str, form: &[(&str, &str)]) -> Answer {
        let request = self
            .http
            .post(format!("{}/api/{door}", self.base))
            .form(form)
            .header(ACCEPT, "text/html")
            .header("referer", format!("{}{from}", self.base))
            .header("origin", &self.base);
        answer(request.send().await.unwrap()).await
    }
}

async fn answer(response: Response) -> Answer {
    Answer {
        status: response.status(),
        location: response.headers().get(LOCATION).map(|value| value.to_str().unwrap().to_owned()),
        headers: response.headers().clone(),
        text: response.text().await.unwrap(),
    }
}

impl Answer {
    pub fn ok(self) -> Answer {
        assert!(self.status.is_success(), "{} {}", self.status, self.text);
        self
    }

    pub fn json<T: serde::de::DeserializeOwned>(&self) -> T {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The texts of the elements that fit a CSS selector.
    pub fn all(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text);
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).map(|element| element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    /// The values of an attribute of the elements that fit.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let page = Html::parse_document(&self.text);
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).filter_map(|element| element.value().attr(name).map(str::to_owned)).collect()
    }
}
