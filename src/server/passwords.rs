//! Argon2id on blocking threads, with a bounded queue: a burst of sign-ins waits or is turned away, and never takes
//! the memory or the runtime of everybody else.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use tokio::sync::Semaphore;

/// The longest password in bytes.
pub const LONGEST: usize = 1024;
/// How many may wait; more are told to try again.
const QUEUE: usize = 64;

/// Hashes and checks passwords: 7 MiB, 5 passes, 1 lane, two at a time. Of the settings that OWASP lists as equally
/// strong for Argon2id it is the one with the least memory, which the allocator keeps once it was needed.
#[derive(Clone)]
pub struct Passwords {
    hashing: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
    checks: Arc<AtomicU64>,
    /// Checked when nobody has that login, so that unknown and wrong take the same time.
    nobody: Arc<str>,
}

/// Too many sign-ins at once.
#[derive(Debug)]
pub struct Busy;

impl Passwords {
    pub fn new() -> Passwords {
        Passwords {
            hashing: Arc::new(Semaphore::new(2)),
            waiting: Arc::default(),
            checks: Arc::default(),
            nobody: hash_now("nobody has this password").unwrap_or_default().into(),
        }
    }

    /// The hash of a new password.
    pub async fn hash(&self, password: String) -> Result<String, Busy> {
        self.queued(move || hash_now(&password)).await?.ok_or(Busy)
    }

    /// Whether the password fits the hash. Without a hash the same work is done, and the answer is no.
    pub async fn fits(&self, password: String, hash: Option<String>) -> Result<bool, Busy> {
        let known = hash.is_some() && password.len() <= LONGEST;
        let hash = hash.unwrap_or_else(|| self.nobody.to_string());
        let checks = self.checks.clone();
        let fits = self
            .queued(move || {
                let parsed = PasswordHash::new(&hash).ok()?;
                let shortened = password.as_bytes().get(..LONGEST).unwrap_or(password.as_bytes());
                let fits = hasher()?.verify_password(shortened, &parsed).is_ok();
                checks.fetch_add(1, Ordering::Relaxed);
                Some(fits)
            })
            .await?;
        Ok(known && fits.unwrap_or(false))
    }

    /// How often a password was checked in full, whoever's it was.
    pub fn checks(&self) -> u64 {
        self.checks.load(Ordering::Relaxed)
    }

    async fn queued<T: Send + 'static>(&self, work: impl FnOnce() -> Option<T> + Send + 'static) -> Result<Option<T>, Busy> {
        struct Waiting(Arc<AtomicUsize>);
        impl Drop for Waiting {
            fn drop(&mut self) {
                self.0.fetch_sub(1, Ordering::Relaxed);
            }
        }
        if self.waiting.fetch_add(1, Ordering::Relaxed) >= QUEUE {
            self.waiting.fetch_sub(1, Ordering::Relaxed);
            return Err(Busy);
        }
        let _waiting = Waiting(self.waiting.clone());
        let permit = self.hashing.clone().acquire_owned().await.map_err(|_| Busy)?;
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop(permit);
            done
        })
        .await
        .map_err(|_| Busy)
    }
}

impl Default for Passwords {
    fn default() -> Passwords {
        Passwords::new()
    }
}

fn hasher() -> Option<Argon2<'static>> {
    let params = Params::new(7 * 1024, 5, 1, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash_now(password: &str) -> Option<String> {
    if password.len() > LONGEST {
        return None;
    }
    Some(hasher()?.hash_password(password.as_bytes()).ok()?.to_string())
}
