//! The console's second factor: six digits that change every 30 seconds (RFC 6238), from an app that the member of staff
//! already has. The secret is derived, as slips are, so the database alone gives nobody in.

use super::session::Staff;
use super::store;
use super::{SecondFactor, StaffRefusal};
use crate::base::Fault;
use crate::server::{Keys, Tx, qr};
use totp_rs::{Builder, Secret, Totp};

fn codes(keys: &Keys, nonce: &str) -> Result<Totp, Fault> {
    let derived = keys.derive("second factor", nonce);
    let secret: [u8; 20] = derived[..20].try_into().map_err(|_| Fault::TryAgain)?;
    Builder::new().with_secret(Secret::from(secret)).build().map_err(|error| {
        tracing::error!(%error, "the second factor");
        Fault::TryAgain
    })
}

/// The step whose digits these are; one step early or late is forgiven, for phones whose clocks are off.
pub fn step(keys: &Keys, nonce: &str, typed: &str, now: i64) -> Result<Option<i64>, Fault> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).take(7).collect();
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    let step = codes(keys, nonce)?.check(&digits, u64::try_from(now).unwrap_or(0));
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// Uses the digits up: the same ones do not open the console a second time.
pub async fn spend(tx: &mut Tx, keys: &Keys, staff: i64, nonce: &str, typed: &str) -> Result<(), StaffRefusal> {
    let now = tx.now();
    let step = step(keys, nonce, typed, now)?.ok_or(StaffRefusal::CodeWrong)?;
    if store::spend_step(tx, staff, step).await? { Ok(()) } else { Err(StaffRefusal::CodeWrong) }
}

/// What the page shows: whether it is on, or what the app needs to begin.
pub fn page(keys: &Keys, resort: &str, staff: &Staff, on: bool) -> Result<SecondFactor, Fault> {
    if on {
        return Ok(SecondFactor { on, nonce: String::new(), key: String::new(), qr: String::new() });
    }
    let nonce = Keys::token();
    let key = codes(keys, &nonce)?.secret().to_base32();
    let part = |text: &str| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string();
    let (issuer, account) = (part(resort), part(staff.name()));
    let qr = qr(&format!("otpauth://totp/{issuer}:{account}?secret={key}&issuer={issuer}"))?;
    Ok(SecondFactor { on, nonce, key, qr })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_good_for_their_step_and_its_neighbours() {
        let keys = Keys::random();
        let at = |now: u64| codes(&keys, "n").unwrap().generate(now).to_string();
        let now: u64 = 1_795_000_000;
        for (shown, fits) in [(now, true), (now - 30, true), (now + 30, true), (now - 90, false), (now + 90, false)] {
            assert_eq!(step(&keys, "n", &at(shown), now as i64).unwrap().is_some(), fits, "{shown}");
        }
        let digits = at(now);
        let spaced = format!(" {} {} ", &digits[..3], &digits[3..]);
        assert_eq!(step(&keys, "n", &spaced, now as i64).unwrap(), Some(now as i64 / 30));
        assert_eq!(step(&keys, "other", &digits, now as i64).unwrap(), None);
        for typed in ["", "12345", "1234567", "abcdef", "１２３４５６"] {
            assert_eq!(step(&keys, "n", typed, now as i64).unwrap(), None, "{typed}");
        }
    }
}
