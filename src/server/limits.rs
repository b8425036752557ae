//! How often somebody may try. Three limits stand before every sign-in: per credential, per address, and overall.

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

/// The limits on signing in of one process.
#[derive(Clone)]
pub struct Limits {
    credential: Arc<DefaultKeyedRateLimiter<String>>,
    address: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    overall: Arc<DefaultDirectRateLimiter>,
}

/// Wait so many seconds.
#[derive(Debug, PartialEq, Eq)]
pub struct TooMany(pub i64);

impl Limits {
    /// Attempts a minute for one credential, one address, and everybody together; a full minute's worth at once.
    pub fn new(credential: u32, address: u32, overall: u32) -> Limits {
        let quota = |a_minute: u32| Quota::per_minute(NonZeroU32::new(a_minute).unwrap_or(NonZeroU32::MIN));
        Limits {
            credential: Arc::new(RateLimiter::keyed(quota(credential))),
            address: Arc::new(RateLimiter::keyed(quota(address))),
            overall: Arc::new(RateLimiter::direct(quota(overall))),
        }
    }

    /// Counts one attempt. Both readings of a mistyped login count as this one.
    pub fn attempt(&self, credential: &str, address: IpAddr) -> Result<(), TooMany> {
        let clock = DefaultClock::default();
        let wait = |until: governor::NotUntil<_>| TooMany(i64::try_from(until.wait_time_from(clock.now()).as_secs()).unwrap_or(60) + 1);
        self.address.check_key(&address).map_err(&wait)?;
        self.credential.check_key(&credential.to_owned()).map_err(&wait)?;
        self.overall.check().map_err(&wait)
    }

    /// Forgets who has been quiet for long enough; called now and then.
    pub fn tidy(&self) {
        self.credential.retain_recent();
        self.address.retain_recent();
    }
}
