//! Making slips. What is printed is derived from a random nonce and the installation's key, so nothing that opens a
//! cabinet stands in the database, and the desk can print the same slip twice.

use super::login::{self, ALPHABET};
use super::store;
use crate::base::{Fault, StayId};
use crate::server::{House, Keys, Tx, random};

/// What is printed on a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub login: String,
    pub password: String,
    /// The path of the QR code's link, such as `/s/4f…`: 128 random bits.
    pub path: String,
}

/// Gives a stay a new slip. The one before, if any, ends, and so do its signed-in phones.
pub async fn issue(house: &House, tx: &mut Tx, stay: StayId) -> Result<Slip, Fault> {
    let nonce = Keys::token();
    let slip = Slip { login: login::compose(random()), password: password(&house.keys, &nonce), path: path(&house.keys, &nonce) };
    let password_hash = house.passwords.hash(slip.password.clone()).await.map_err(|_| Fault::TooMany(5))?;
    store::end_slips(tx, stay).await?;
    store::add_slip(tx, stay, &slip.login, &nonce, &secret_hash(&slip.path), &password_hash).await?;
    Ok(slip)
}

/// The slip as it was printed.
pub fn derive(keys: &Keys, login: String, nonce: &str) -> Slip {
    Slip { login, password: password(keys, nonce), path: path(keys, nonce) }
}

/// How the secret of a link is looked up.
pub fn secret_hash(path: &str) -> String {
    Keys::hash(path.trim_start_matches("/s/"))
}

/// Ten small letters and digits that nobody confuses: 45 bits.
fn password(keys: &Keys, nonce: &str) -> String {
    keys.derive("slip password", nonce)
        .iter()
        .filter(|byte| usize::from(**byte) < 253)
        .take(10)
        .map(|byte| char::from(ALPHABET[usize::from(*byte) % ALPHABET.len()].to_ascii_lowercase()))
        .collect()
}

fn path(keys: &Keys, nonce: &str) -> String {
    use std::fmt::Write;
    keys.derive("slip link", nonce)[..16].iter().fold(String::from("/s/"), |mut path, byte| {
        let _ = write!(path, "{byte:02x}");
        path
    })
}
