//! From start to stop.

use super::drawn::Drawn;
use super::{Site, State, jobs, router};
use crate::catalog::shelf::Shelves;
use crate::payments::provider::Provider;
use crate::server::{Config, Database, House, Inner, Keys, Limits, Live, Looks, Passwords, WallClock};
use axum::serve::ListenerExt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// An open database with its secrets: what every command starts from.
pub struct Opened {
    pub database: Database,
    pub keys: Keys,
}

/// Opens the database and the secrets beside it. With `create` both are made when missing.
pub async fn open(config: &Config, create: bool) -> Result<Opened, String> {
    let database = Database::open(config, create).await.map_err(|error| error.to_string())?;
    let folder = config.folder();
    if create {
        std::fs::create_dir_all(&folder).map_err(|error| format!("the folder {} cannot be made: {error}", folder.display()))?;
    }
    let keys = Keys::open(&folder.join("secret.key"))?;
    Ok(Opened { database, keys })
}

/// Serves until told to stop. An error is a sentence for the person who started it.
pub async fn serve(config: Config) -> Result<(), String> {
    let opened = open(&config, false).await?;
    let shelves = Shelves::default();
    let shelf = shelves.at(opened.database.readers(), 0).await.map_err(|error| format!("the catalogue cannot be read: {error}"))?;
    let Some(shelf) = shelf else { return Err("there is no resort in the database yet; `cabana import FOLDER` brings one in".to_owned()) };
    if let Some(why) = Provider::parse(&shelf.resort.card).and_then(|provider| provider.unfit(&shelf.resort, &config.acquirers)) {
        return Err(why);
    }
    let address = SocketAddr::new(config.host, config.port);
    let listener = TcpListener::bind(address).await.map_err(|error| format!("{address} cannot be listened on: {error}"))?;
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    let (credential, by_address, overall) = config.sign_in_limits;
    let house = House::new(Inner {
        public_url: config.public_url(port),
        database: opened.database,
        clock: WallClock::default(),
        keys: opened.keys,
        live: Live::default(),
        limits: Limits::new(credential, by_address, overall),
        looks: Looks::default(),
        passwords: Passwords::new(),
        stopping: CancellationToken::new(),
        config: config.clone(),
    });
    let state = State { house: house.clone(), shelves, site: Site::open(&config.site, &hash_file()).into(), drawn: Drawn::default() };
    let hearing = house.database.hear_others(&house.live, &house.stopping).await;
    let hearing = tokio::spawn(hearing.map_err(|error| format!("the database lets nobody listen: {error}"))?);
    let errands = tokio::spawn(jobs::run(state.clone()));
    println!("Cabana serves at {}", house.public_url);
    let app = router(state).into_make_service_with_connect_info::<SocketAddr>();
    // Without TCP_NODELAY a small answer waits 40 ms for the acknowledgement of the one before.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY");
        }
    });
    let stopping = house.stopping.clone();
    let served = axum::serve(listener, app).with_graceful_shutdown(async move {
        asked_to_stop().await;
        // Open streams end on this; otherwise they would hold the server for ever.
        stopping.cancel();
    });
    let stopped = house.stopping.clone();
    let bounded = async move {
        stopped.cancelled().await;
        tokio::time::sleep(Duration::from_secs(10)).await;
    };
    tokio::select! {
        result = async { served.await } => result.map_err(|error| error.to_string())?,
        () = bounded => {}
    }
    house.stopping.cancel();
    let _ = tokio::join!(errands, hearing);
    house.database.close().await;
    Ok(())
}

fn hash_file() -> PathBuf {
    let beside = std::env::current_exe().ok().and_then(|exe| exe.parent().map(|folder| folder.join("hash.txt")));
    beside.unwrap_or_else(|| PathBuf::from("hash.txt"))
}

async fn asked_to_stop() {
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated => {}
    }
}
