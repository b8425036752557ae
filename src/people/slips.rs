//! Making slips. What is printed is derived from a random nonce and the installation's key, so nothing that opens a
//! cabinet stands in the database, and the desk can print the same slip twice.

use super::login::{self, ALPHABET};
use super::store::{self, NewSlip};
use crate::base::{Fault, GuestId, StayId};
use crate::server::{Busy, House, Keys, Passwords, Tx, random};

/// What is printed on a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub login: String,
    pub password: String,
    /// The path of the QR code's link, such as `/s/4f…`: 128 random bits.
    pub path: String,
}

/// A slip that belongs to no stay yet. Its password has already been hashed, which takes so long that it is done
/// before the transaction begins.
pub struct Prepared {
    pub slip: Slip,
    nonce: String,
    password_hash: String,
}

/// Makes a slip ready to be given to a stay.
pub async fn prepare(keys: &Keys, passwords: &Passwords) -> Result<Prepared, Busy> {
    let nonce = Keys::token();
    let slip = Slip { login: login::compose(random()), password: password(keys, &nonce), path: path(keys, &nonce) };
    let password_hash = passwords.hash(slip.password.clone()).await?;
    Ok(Prepared { slip, nonce, password_hash })
}

/// Gives a stay its new slip. The one before, if any, ends, and so do its signed-in phones.
pub async fn give(tx: &mut Tx, stay: StayId, prepared: Prepared) -> Result<Slip, sqlx::Error> {
    give_to(tx, stay, None, prepared).await
}

/// Gives one person of a stay a slip of their own, or, for nobody in particular, the room its slip.
pub async fn give_to(tx: &mut Tx, stay: StayId, person: Option<GuestId>, prepared: Prepared) -> Result<Slip, sqlx::Error> {
    let Prepared { slip, nonce, password_hash } = prepared;
    store::end_slips(tx, stay, person).await?;
    let secret_hash = secret_hash(&slip.path);
    let new = NewSlip { login: &slip.login, nonce: &nonce, secret_hash: &secret_hash, password_hash: &password_hash };
    store::add_slip(tx, stay, person, &new).await?;
    Ok(slip)
}

/// Both at once, where the transaction has to begin first.
pub async fn issue(house: &House, tx: &mut Tx, stay: StayId) -> Result<Slip, Fault> {
    let prepared = prepare(&house.keys, &house.passwords).await.map_err(|_| Fault::TooMany(5))?;
    Ok(give(tx, stay, prepared).await?)
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
