use super::db::{DEFAULT_URL, folder_of};
use super::{Acquirers, CashRegister};
use clap::Args;
use std::net::IpAddr;
use std::path::PathBuf;

/// Settings of the server: flags, or the environment.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// The address to listen on.
    #[arg(long, global = true, env = "HOST", default_value = "127.0.0.1")]
    pub host: IpAddr,

    /// The port to listen on; 0 takes any free one.
    #[arg(long, global = true, env = "PORT", default_value_t = 3000)]
    pub port: u16,

    /// The database: sqlite:FILE, or postgres://USER:PASSWORD@HOST/NAME where Cabana was built for that.
    #[arg(long, global = true, env = "DATABASE_URL", default_value = DEFAULT_URL)]
    pub database_url: String,

    /// The folder for the secrets and the first logins. When left out: beside the SQLite file; `data` with PostgreSQL.
    #[arg(long = "folder", global = true, env = "CABANA_DATA", value_name = "FOLDER")]
    pub data: Option<PathBuf>,

    /// The address guests see, as printed on slips (https://cabinet.example). When left out: the host and port.
    #[arg(long, global = true, env = "PUBLIC_URL")]
    pub public_url: Option<String>,

    /// The folder with the built pages' assets.
    #[arg(long, global = true, env = "LEPTOS_SITE_ROOT", default_value = "target/site")]
    pub site: PathBuf,

    /// A proxy that may say whose address a request comes from (its X-Forwarded-For is read from the right).
    #[arg(long, global = true, env = "TRUSTED_PROXY")]
    pub trusted_proxy: Option<IpAddr>,

    /// Sign-in attempts a minute: for one login, from one address, and overall.
    #[arg(long, global = true, env = "SIGN_IN_LIMITS", default_value = "10,60,600", value_parser = limits)]
    pub sign_in_limits: (u32, u32, u32),

    #[command(flatten)]
    pub cash_register: CashRegister,

    #[command(flatten)]
    pub acquirers: Acquirers,
}

fn limits(text: &str) -> Result<(u32, u32, u32), String> {
    let numbers: Vec<u32> = text.split(',').filter_map(|number| number.trim().parse().ok()).filter(|number| *number > 0).collect();
    match numbers[..] {
        [credential, address, overall] => Ok((credential, address, overall)),
        _ => Err("three whole numbers of 1 or more, such as 10,60,600".to_owned()),
    }
}

impl Config {
    /// The address guests see, without a slash at the end.
    pub fn public_url(&self, port: u16) -> String {
        match &self.public_url {
            Some(address) => address.trim_end_matches('/').to_owned(),
            None if self.host.is_unspecified() => format!("http://localhost:{port}"),
            None => format!("http://{}:{port}", self.host),
        }
    }

    /// Where secrets and first logins are kept.
    pub fn folder(&self) -> PathBuf {
        self.data.clone().unwrap_or_else(|| folder_of(&self.database_url))
    }
}
