//! The doors of signing in and out.

use super::{SecondFactor, SignInRefusal, StaffRefusal};
use crate::base::Fault;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

/// Signs a guest in with login and password. Answers the path to go on to.
#[server(endpoint = "sign-in")]
pub async fn sign_in(login: String, password: String, #[server(default)] next: String) -> Result<String, SignInRefusal> {
    use super::session::{BASKET_COOKIE, GUEST_COOKIE, caller, forget_everything, own_path, see_other, set_cookie};
    use super::{login as logins, store};
    use crate::server::{LONGEST, Time, house};

    let (house, caller) = (house()?, caller()?);
    let reading = logins::read(&login);
    let credential = reading.as_ref().map_or_else(|| login.chars().take(40).collect(), |reading| reading.login.clone());
    house.limits.attempt(&credential, caller.address).map_err(|wait| Fault::TooMany(wait.0))?;
    let Some(reading) = reading else { return Err(SignInRefusal::Mistyped) };
    if password.is_empty() || password.len() > LONGEST {
        return Err(SignInRefusal::Wrong);
    }
    let slip = store::slip_by_login(house.database.readers(), &reading.login).await?;
    let hash = slip.as_ref().map(|slip| slip.password_hash.clone());
    let mut fits = house.passwords.fits(password.clone(), hash.clone()).await.map_err(|_| Fault::TooMany(5))?;
    let layout = logins::has_cyrillic(&password);
    if !fits {
        // As it is printed: on Latin keys, in small letters, without the space between its groups. A second reading
        // of one attempt.
        let printed: String = logins::to_latin_keys(&password).split_whitespace().collect::<String>().to_lowercase();
        if printed != password {
            fits = house.passwords.fits(printed, hash).await.map_err(|_| Fault::TooMany(5))?;
        }
    }
    let Some(slip) = slip.filter(|_| fits) else { return Err(SignInRefusal::Wrong) };
    let time = use_context::<Time>().ok_or(Fault::TryAgain)?;
    let entry = open(&house, &caller, slip, time).await?;
    set_cookie(GUEST_COOKIE, &entry.token, entry.age, house.secure(), false);
    if entry.moved {
        set_cookie(BASKET_COOKIE, "", 0, house.secure(), false);
        forget_everything();
    }
    let mut next = own_path(&next).to_owned();
    if reading.layout || layout {
        next.push_str(if next.contains('?') { "&told=layout" } else { "?told=layout" });
    }
    see_other(&next);
    Ok(next)
}

/// Signs this phone out.
#[server(endpoint = "sign-out")]
pub async fn sign_out() -> Result<(), Fault> {
    use super::session::{BASKET_COOKIE, GUEST_COOKIE, Guest, forget_everything, see_other, set_cookie};
    use super::store;
    use crate::server::{begin, house};

    let guest = Guest::asking()?;
    let mut tx = begin().await?;
    store::end_sign_in(&mut tx, guest.token_hash()).await?;
    tx.commit().await?;
    let secure = house()?.secure();
    set_cookie(GUEST_COOKIE, "", 0, secure, false);
    set_cookie(BASKET_COOKIE, "", 0, secure, false);
    forget_everything();
    see_other("/sign-in?told=out");
    Ok(())
}

/// Signs a member of staff in to the console; with the six digits of the second factor where one is set up.
#[server(endpoint = "staff-sign-in")]
pub async fn staff_sign_in(login: String, password: String, #[server(default)] code: String) -> Result<(), StaffRefusal> {
    use super::session::{STAFF_COOKIE, caller, see_other, set_cookie};
    use super::store::{self, Deed, Holder};
    use crate::server::{Keys, LONGEST, begin, house};

    let (house, caller) = (house()?, caller()?);
    let login: String = login.trim().to_lowercase().chars().take(60).collect();
    house.limits.attempt(&login, caller.address).map_err(|wait| Fault::TooMany(wait.0))?;
    if password.is_empty() || password.len() > LONGEST {
        return Err(StaffRefusal::Wrong);
    }
    let staff = store::staff_by_login(house.database.readers(), &login).await?;
    let hash = staff.as_ref().map(|staff| staff.password_hash.clone());
    let fits = house.passwords.fits(password, hash).await.map_err(|_| Fault::TooMany(5))?;
    let (token, mut tx) = (Keys::token(), begin().await?);
    let hash = Keys::hash(&token);
    let row = staff.filter(|_| fits).ok_or(StaffRefusal::Wrong)?;
    let staff = row.signed_in(&hash).ok_or(StaffRefusal::Wrong)?;
    if let Some(nonce) = &row.second_nonce {
        if code.trim().is_empty() {
            return Err(StaffRefusal::CodeNeeded);
        }
        super::second_factor::spend(&mut tx, &house.keys, row.id, nonce, &code).await?;
    }
    let now = tx.now();
    store::add_sign_in(&mut tx, &hash, Holder::Staff(staff.id()), "console", now + 12 * 3600).await?;
    let deed = Deed { deed: "signed_in", subject: "console", subject_id: staff.id().0, before: "", after: "", reason: "" };
    store::log(tx.conn(), now, Some(&staff), deed).await?;
    tx.commit().await?;
    set_cookie(STAFF_COOKIE, &token, 12 * 3600, house.secure(), false);
    see_other("/staff");
    Ok(())
}

/// The second factor of whoever is signed in.
#[server(endpoint = "staff-second-factor", input = GetUrl)]
pub async fn staff_second_factor() -> Result<SecondFactor, StaffRefusal> {
    use super::session::{Staff, caller};
    use super::{second_factor, store};
    use crate::catalog::shelf::Shelf;
    use crate::server::{house, reader};
    use std::sync::Arc;

    let staff = Staff::asking()?;
    let on = store::second_nonce(&reader()?, staff.id()).await?.is_some();
    let resort = use_context::<Arc<Shelf>>().ok_or(Fault::TryAgain)?.resort.name.get(caller()?.lang).to_owned();
    Ok(second_factor::page(&house()?.keys, &resort, &staff, on)?)
}

/// Turns the second factor on, once the app has shown that it knows the secret.
#[server(endpoint = "staff-turn-on-second-factor")]
pub async fn turn_on_second_factor(nonce: String, code: String) -> Result<(), StaffRefusal> {
    use super::session::{Staff, caller, see_other};
    use super::store::{self, Deed};
    use crate::server::{begin, house};

    let (staff, house) = (Staff::asking()?, house()?);
    house.limits.attempt(staff.name(), caller()?.address).map_err(|wait| Fault::TooMany(wait.0))?;
    if nonce.len() != 32 || !nonce.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(Fault::Malformed.into());
    }
    let mut tx = begin().await?;
    super::second_factor::spend(&mut tx, &house.keys, staff.id().0, &nonce, &code).await?;
    if store::set_second_nonce(&mut tx, staff.id().0, Some(&nonce)).await? {
        let deed = Deed { deed: "second_factor_on", subject: "console", subject_id: staff.id().0, before: "", after: "", reason: "" };
        let now = tx.now();
        store::log(tx.conn(), now, Some(&staff), deed).await?;
    }
    tx.commit().await?;
    see_other("/staff/account");
    Ok(())
}

/// Turns the second factor off, with the digits of now.
#[server(endpoint = "staff-turn-off-second-factor")]
pub async fn turn_off_second_factor(code: String) -> Result<(), StaffRefusal> {
    use super::session::{Staff, caller, see_other};
    use super::store::{self, Deed};
    use crate::server::{begin, house};

    let (staff, house) = (Staff::asking()?, house()?);
    house.limits.attempt(staff.name(), caller()?.address).map_err(|wait| Fault::TooMany(wait.0))?;
    if let Some(nonce) = store::second_nonce(house.database.readers(), staff.id()).await? {
        let mut tx = begin().await?;
        super::second_factor::spend(&mut tx, &house.keys, staff.id().0, &nonce, &code).await?;
        store::set_second_nonce(&mut tx, staff.id().0, None).await?;
        let deed = Deed { deed: "second_factor_off", subject: "console", subject_id: staff.id().0, before: "", after: "", reason: "" };
        let now = tx.now();
        store::log(tx.conn(), now, Some(&staff), deed).await?;
        tx.commit().await?;
    }
    see_other("/staff/account");
    Ok(())
}

/// Signs the console out.
#[server(endpoint = "staff-sign-out")]
pub async fn staff_sign_out() -> Result<(), Fault> {
    use super::session::{STAFF_COOKIE, Staff, see_other, set_cookie};
    use super::store::{self, Deed};
    use crate::server::{begin, house};

    let staff = Staff::asking()?;
    let mut tx = begin().await?;
    let now = tx.now();
    store::end_sign_in(&mut tx, staff.token_hash()).await?;
    let deed = Deed { deed: "signed_out", subject: "console", subject_id: staff.id().0, before: "", after: "", reason: "" };
    store::log(tx.conn(), now, Some(&staff), deed).await?;
    tx.commit().await?;
    set_cookie(STAFF_COOKIE, "", 0, house()?.secure(), false);
    see_other("/staff");
    Ok(())
}

/// A phone that has just been signed in.
#[cfg(feature = "ssr")]
pub struct Entry {
    /// Of the cookie.
    pub token: String,
    /// How long the cookie is good, in seconds.
    pub age: i64,
    /// The phone belonged to another stay or another person until now: what it kept of them has to go.
    pub moved: bool,
}

/// Makes the sign-in of a slip.
#[cfg(feature = "ssr")]
pub async fn open(
    house: &crate::server::House,
    caller: &super::session::Caller,
    slip: super::store::SlipRow,
    time: crate::server::Time,
) -> Result<Entry, SignInRefusal> {
    use super::store::{self, Holder};
    use super::{READ_ONLY_DAYS, Standing};
    use crate::base::WallTime;
    use crate::server::Keys;

    let (arrives, departs) = slip.days()?;
    match Standing::on(time.day(house.clock.now()), arrives, departs) {
        Standing::NotYet => return Err(SignInRefusal::NotYet(arrives)),
        Standing::Closed => return Err(SignInRefusal::Ended),
        Standing::Staying | Standing::ReadOnly => {}
    }
    let moved = caller.guest.as_ref().is_some_and(|guest| (guest.stay(), guest.me()) != (slip.stay(), slip.person()));
    let token = Keys::token();
    let mut tx = house.begin().await?;
    let until = time.instant(departs.plus(READ_ONLY_DAYS + 1), WallTime(0));
    let age = until - tx.now();
    store::add_sign_in(&mut tx, &Keys::hash(&token), Holder::Slip(slip.slip()), &caller.agent, until).await?;
    tx.commit().await?;
    Ok(Entry { token, age, moved })
}
