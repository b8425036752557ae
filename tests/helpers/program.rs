//! The program itself, started as a person starts it.

#![cfg_attr(not(feature = "sqlite"), allow(dead_code, reason = "a database that is a file is started with on SQLite only"))]

use super::databases;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

/// What a finished program said.
pub struct Said {
    pub status: ExitStatus,
    pub out: String,
    pub err: String,
}

/// The program with nothing of this process's environment, at a database in this folder.
pub fn cabana(folder: &Path, arguments: &[&str]) -> Command {
    at(Path::new(env!("CARGO_BIN_EXE_cabana")), folder, arguments)
}

fn at(program: &Path, folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).env_clear().env("DATABASE_URL", databases::of(folder)).env("CABANA_DATA", folder);
    command
}

/// The same without root's right to write what is read-only; as anybody else there is nothing to give up.
pub fn cabana_as_anybody(folder: &Path, arguments: &[&str]) -> Command {
    let probe = folder.join("probe");
    std::fs::write(&probe, "").unwrap();
    std::fs::set_permissions(&probe, std::os::unix::fs::PermissionsExt::from_mode(0o400)).unwrap();
    let root = std::fs::OpenOptions::new().write(true).open(&probe).is_ok();
    std::fs::remove_file(&probe).unwrap();
    if !root {
        return cabana(folder, arguments);
    }
    let limits = ["--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search", env!("CARGO_BIN_EXE_cabana")];
    at(Path::new("/usr/bin/setpriv"), folder, &[&limits, arguments].concat())
}

/// Runs it to its end.
pub async fn run(mut command: Command) -> Said {
    let done = tokio::task::spawn_blocking(move || command.stdin(Stdio::null()).output()).await.unwrap().unwrap();
    Said { status: done.status, out: String::from_utf8(done.stdout).unwrap(), err: String::from_utf8(done.stderr).unwrap() }
}

/// A server in a process of its own. It is ended when dropped.
pub struct Served {
    child: Child,
    pub base: String,
}

impl Served {
    pub async fn start(mut command: Command) -> Served {
        tokio::task::spawn_blocking(move || {
            let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
            let mut line = String::new();
            BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
            let base = line.trim().strip_prefix("Cabana serves at ").unwrap_or_else(|| panic!("{line:?}")).to_owned();
            Served { child, base }
        })
        .await
        .unwrap()
    }

    /// Bytes of memory that are really there.
    pub fn memory(&self) -> u64 {
        let pages = std::fs::read_to_string(format!("/proc/{}/statm", self.child.id())).unwrap();
        pages.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 4096
    }

    /// Kills it in the middle of whatever it is doing: nothing is finished, nothing is closed.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Ends it and reads what it wrote to a stderr that was piped.
    pub fn end(mut self) -> String {
        self.child.kill().unwrap();
        let mut text = String::new();
        if let Some(mut err) = self.child.stderr.take() {
            err.read_to_string(&mut text).unwrap();
        }
        text
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
