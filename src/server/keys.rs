//! Secrets of this installation: made on the first start into a file that only its owner can read.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::io::Write;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// The installation's one secret and what is derived from it.
#[derive(Clone)]
pub struct Keys {
    secret: [u8; 32],
}

impl Keys {
    /// Reads the secret, or makes it on the first start. Refuses a file that others can read.
    pub fn open(file: &Path) -> Result<Keys, String> {
        if file.exists() {
            let mode = std::fs::metadata(file).map_err(|error| format!("{}: {error}", file.display()))?.permissions().mode();
            if mode & 0o077 != 0 {
                return Err(format!("{} holds the secrets and can be read by others; chmod 600 it first", file.display()));
            }
            let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
            let secret = from_hex(text.trim()).ok_or_else(|| format!("{} does not hold 64 hexadecimal digits", file.display()))?;
            return Ok(Keys { secret });
        }
        let secret = random::<32>();
        std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(file)
            .and_then(|mut file| file.write_all(format!("{}\n", to_hex(&secret)).as_bytes()))
            .map_err(|error| format!("{} cannot be written: {error}", file.display()))?;
        Ok(Keys { secret })
    }

    /// Keys for one test.
    pub fn random() -> Keys {
        Keys { secret: random() }
    }

    /// 256 bits that only this installation can compute from `purpose` and `input`.
    pub fn derive(&self, purpose: &str, input: &str) -> [u8; 32] {
        // HMAC takes a key of any length, so this cannot fail for ours.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.secret) else { return [0; 32] };
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(input.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// SHA-256 in hexadecimal: how random tokens are looked up without being kept.
    pub fn hash(token: impl AsRef<[u8]>) -> String {
        to_hex(&Sha256::digest(token))
    }

    /// A fresh random token of 128 bits, in hexadecimal.
    pub fn token() -> String {
        to_hex(&random::<16>())
    }
}

/// Random bytes of the operating system.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if let Err(error) = getrandom::fill(&mut bytes) {
        // Going on without randomness would hand out guessable secrets.
        panic!("the operating system gives no random bytes: {error}");
    }
    bytes
}

fn to_hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn from_hex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (index, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[index * 2..index * 2 + 2], 16).ok()?;
    }
    Some(bytes)
}
