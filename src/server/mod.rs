//! What every feature stands on and that knows no feature: the pool and the transaction, the clock, settings,
//! secrets, limits, and the hub that wakes open phones. Read `house.rs` (what a request finds at hand), `db.rs`
//! (how it reads and writes), then the rest by name.

mod acquirers;
mod cash_register;
mod clock;
mod config;
mod db;
mod house;
mod keys;
mod limits;
mod live;
mod looks;
mod outside;
mod passwords;
mod qr;

pub use acquirers::{Acquirers, Secret};
pub use cash_register::CashRegister;
pub use clock::{Time, WallClock};
pub use config::Config;
pub use db::{ALONE, Conn, Database, Db, OpenError, Pool, Row, Tx, archive};
pub use house::{House, Inner, begin, house, reader};
pub use keys::{Keys, random};
pub use limits::{Limits, TooMany};
pub use live::{Live, MOST_STREAMS, Nudge};
pub use looks::{Look, Looks};
pub use outside::{outside, ready_for_tls};
pub use passwords::{Busy, LONGEST, Passwords};
pub use qr::{qr, qr_rows};
