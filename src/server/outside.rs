//! Asking others over HTTP: who takes the money, and who numbers the receipts.

use std::sync::{LazyLock, Once};
use std::time::Duration;

/// Nobody is waited for longer; a guest may be waiting too.
const PATIENCE: Duration = Duration::from_secs(10);

/// The client for everything that is asked of others. It follows no redirect: an answer comes from whom we asked.
pub fn outside() -> &'static reqwest::Client {
    static CLIENT: LazyLock<reqwest::Client> = LazyLock::new(|| {
        ready_for_tls();
        let client = reqwest::Client::builder().timeout(PATIENCE).redirect(reqwest::redirect::Policy::none()).user_agent("Cabana");
        client.build().unwrap_or_default()
    });
    &CLIENT
}

/// Says which cryptography TLS is spoken with, once for the process, before any client is made.
pub fn ready_for_tls() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Somebody else may have said so before; then theirs is used.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
}
