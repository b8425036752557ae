//! `cabana backup`, `export` and `restore`: keeping what a resort has, and moving it to another database. What is written
//! holds guests' names and what slips are derived from, so its owner alone may read it.

use super::{Opened, check};
use crate::server::archive;
use crate::server::{Live, WallClock};
use std::fs::{File, OpenOptions};
use std::io::{BufReader, BufWriter};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

/// Writes a copy of the database file.
pub async fn back_up(opened: &Opened, file: &Path) -> Result<String, String> {
    // Made here, so that nobody else may read it from its first byte; SQLite fills an empty file.
    drop(new_file(file)?);
    let name = file.to_str().ok_or("the file's name is not UTF-8")?;
    if let Err(error) = opened.database.back_up(name).await {
        let _ = std::fs::remove_file(file);
        return Err(format!("no back-up was made: {error}"));
    }
    let bytes = std::fs::metadata(file).map_err(|error| format!("{}: {error}", file.display()))?.len();
    Ok(format!("{} holds everything as of now ({:.1} MB); keep a copy of secret.key with it", file.display(), bytes as f64 / 1_048_576.0))
}

/// Writes everything as lines of text, as of one moment.
pub async fn export(opened: &Opened, file: &Path) -> Result<String, String> {
    let to = BufWriter::new(new_file(file)?);
    let written = async {
        let mut moment = opened.database.moment().await?;
        let rows = archive::export(&mut moment, to).await?;
        moment.rollback().await?;
        Ok::<u64, archive::ArchiveError>(rows)
    };
    match written.await {
        Ok(rows) => Ok(format!("{}: {rows} rows; keep a copy of secret.key with it", file.display())),
        Err(error) => {
            let _ = std::fs::remove_file(file);
            Err(format!("nothing was written: {error}"))
        }
    }
}

/// Brings everything into an empty database, unless its sums do not agree.
pub async fn restore(opened: &Opened, file: &Path) -> Result<String, String> {
    let from = File::open(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let refused = |why: String| format!("nothing was restored from {}: {why}", file.display());
    let mut tx = opened.database.begin(&WallClock::default(), &Live::default()).await.map_err(|fault| refused(format!("{fault:?}")))?;
    let rows = archive::restore(tx.conn(), BufReader::new(from)).await.map_err(|error| refused(error.to_string()))?;
    let differences = check::differences(tx.conn()).await.map_err(|error| refused(error.to_string()))?;
    if !differences.is_empty() {
        return Err(refused(format!("its sums do not agree\n{}", differences.join("\n"))));
    }
    tx.commit().await.map_err(|fault| refused(format!("{fault:?}")))?;
    Ok(format!("{rows} rows from {}, and all sums agree; put the secret.key that belongs to them into the data folder", file.display()))
}

fn new_file(file: &Path) -> Result<File, String> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map_err(|error| format!("{}: {error}", file.display()))
}
