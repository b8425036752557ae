//! The command line.

use super::{import, open, serve};
use crate::server::{Config, Live, WallClock};
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// The personal cabinet of a resort's guests.
#[derive(Parser)]
#[command(name = "cabana", version, about)]
struct Cli {
    #[command(flatten)]
    config: Config,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the cabinet and the console.
    Serve,
    /// Read a resort from a folder of plain files (docs/IMPORT.md). All or nothing.
    Import { folder: PathBuf },
    /// Read arriving guests from a front office's CSV file. All or nothing.
    ImportArrivals { file: PathBuf },
    /// Bring in the demonstration resort where there is none yet, and print how to sign in.
    Demo { folder: PathBuf },
    /// Compare everything that is counted with what it counts; exits with 1 and lists every difference.
    Check,
    /// Write a copy of the SQLite database to a new file, while the server runs. Keep secret.key beside it.
    Backup { file: PathBuf },
    /// Write everything the database holds to a new file of text, to be restored into an empty database of either kind.
    Export { file: PathBuf },
    /// Bring what `export` wrote into an empty database. All or nothing.
    Restore { file: PathBuf },
    /// Print the address on which the provider that takes cards calls, to be entered there.
    Hook,
    /// Print the slip of a stay as text: its link, login and password.
    Slip { reference: String },
    /// Let a member of staff who lost their phone sign in without the six digits again.
    ForgetSecondFactor { login: String },
}

/// Runs the command that was asked for. An error is a sentence for the person who asked.
pub async fn run() -> Result<(), String> {
    let cli = Cli::parse();
    match cli.command {
        Command::Serve => serve(cli.config).await,
        Command::Import { folder } => {
            let opened = open(&cli.config, true).await?;
            println!("{}", import::folder(&opened, &cli.config, &folder).await?);
            Ok(())
        }
        Command::ImportArrivals { file } => {
            let opened = open(&cli.config, false).await?;
            println!("{}", import::arrivals(&opened, &file).await?);
            Ok(())
        }
        Command::Check => {
            let opened = open(&cli.config, false).await?;
            println!("{}", super::check::check(&opened).await?);
            Ok(())
        }
        Command::Backup { file } => {
            let opened = open(&cli.config, false).await?;
            println!("{}", super::archive::back_up(&opened, &file).await?);
            Ok(())
        }
        Command::Export { file } => {
            let opened = open(&cli.config, false).await?;
            println!("{}", super::archive::export(&opened, &file).await?);
            Ok(())
        }
        Command::Restore { file } => {
            let opened = open(&cli.config, true).await?;
            println!("{}", super::archive::restore(&opened, &file).await?);
            Ok(())
        }
        Command::Demo { folder } => {
            let opened = open(&cli.config, true).await?;
            println!("{}", import::demo(&opened, &cli.config, &folder).await?);
            Ok(())
        }
        Command::Hook => {
            let opened = open(&cli.config, false).await?;
            println!("{}", hook(&opened, &cli.config).await?);
            Ok(())
        }
        Command::ForgetSecondFactor { login } => {
            let opened = open(&cli.config, false).await?;
            println!("{}", forget_second_factor(&opened, &login).await?);
            Ok(())
        }
        Command::Slip { reference } => {
            let opened = open(&cli.config, false).await?;
            println!("{}", import::slip(&opened, &cli.config, &reference).await?);
            Ok(())
        }
    }
}

async fn hook(opened: &super::Opened, config: &Config) -> Result<String, String> {
    use crate::catalog::shelf::Shelves;
    use crate::payments::provider::Provider;

    let shelf = Shelves::default().at(opened.database.readers(), 0).await.map_err(|error| format!("the catalogue cannot be read: {error}"))?;
    let card = shelf.as_ref().and_then(|shelf| Provider::parse(&shelf.resort.card));
    let provider = card.ok_or("nobody takes cards for this resort: `card` of resort.toml names a provider")?;
    Ok(format!("{}{}", config.public_url(config.port), provider.hook(&opened.keys)))
}

async fn forget_second_factor(opened: &super::Opened, login: &str) -> Result<String, String> {
    use crate::people::store::{Deed, log, set_second_nonce, staff_by_login};

    let failed = |error: sqlx::Error| format!("the database failed: {error}");
    let found = staff_by_login(opened.database.readers(), &login.to_lowercase()).await.map_err(failed)?;
    let id = found.ok_or_else(|| format!("nobody of the staff signs in as {login}"))?.id;
    let mut tx = opened.database.begin(&WallClock::default(), &Live::default()).await.map_err(|fault| format!("{fault:?}"))?;
    if !set_second_nonce(&mut tx, id, None).await.map_err(failed)? {
        return Ok(format!("{login} has no second factor"));
    }
    let now = tx.now();
    let deed = Deed { deed: "second_factor_forgotten", subject: "console", subject_id: id, before: "", after: "", reason: "" };
    log(tx.conn(), now, None, deed).await.map_err(failed)?;
    tx.commit().await.map_err(|fault| format!("{fault:?}"))?;
    Ok(format!("{login} signs in with login and password alone now"))
}

#[cfg(test)]
mod tests {
    use super::Cli;
    use clap::{CommandFactory, Parser};

    #[test]
    fn settings_may_stand_before_or_after_the_command() {
        Cli::command().debug_assert();
        for line in ["cabana --port 8080 --site built serve", "cabana serve --site built --port 8080"] {
            let cli = Cli::try_parse_from(line.split(' ')).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!((cli.config.port, cli.config.site.to_str()), (8080, Some("built")));
        }
    }
}
