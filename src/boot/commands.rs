//! The command line.

use super::{import, open, serve};
use crate::server::Config;
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
    /// Print the slip of a stay as text: its link, login and password.
    Slip { reference: String },
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
        Command::Demo { folder } => {
            let opened = open(&cli.config, true).await?;
            println!("{}", import::demo(&opened, &cli.config, &folder).await?);
            Ok(())
        }
        Command::Slip { reference } => {
            let opened = open(&cli.config, false).await?;
            println!("{}", import::slip(&opened, &cli.config, &reference).await?);
            Ok(())
        }
    }
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
