//! Who is asking. [`Guest`] and [`Staff`] have no public way to be made except out of a request that the front door
//! has looked at, so a door that forgot to ask has nothing to pass on.

use super::{Role, Standing};
use crate::base::{Day, Fault, GuestId, Lang, SlipId, StaffId, StayId};
use http::request::Parts;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use std::net::IpAddr;

/// The cookie of guests' phones.
pub const GUEST_COOKIE: &str = "cabana";
/// The cookie of the console.
pub const STAFF_COOKIE: &str = "cabana_staff";
/// The cookie of the basket. It may hold answers, such as allergies, that are nobody else's business on a shared phone.
pub const BASKET_COOKIE: &str = "basket";
/// The cookie that remembers the language chosen on this phone.
pub const LANG_COOKIE: &str = "lang";

/// A signed-in phone of a stay.
#[derive(Clone, Debug)]
pub struct Guest {
    pub(super) stay: StayId,
    pub(super) slip: SlipId,
    pub(super) lead: GuestId,
    pub(super) me: GuestId,
    pub(super) age: i64,
    pub(super) name: String,
    pub(super) lang: Lang,
    pub(super) room: String,
    pub(super) package: String,
    pub(super) arrives: Day,
    pub(super) departs: Day,
    pub(super) standing: Standing,
    pub(super) token_hash: String,
}

impl Guest {
    /// Whoever is signed in, also after departure.
    pub fn asking() -> Result<Guest, Fault> {
        caller()?.guest.ok_or(Fault::SignIn)
    }

    /// Whoever is signed in and may change something.
    pub fn staying() -> Result<Guest, Fault> {
        let guest = Guest::asking()?;
        if guest.standing == Standing::Staying { Ok(guest) } else { Err(Fault::ReadOnly) }
    }

    /// Whoever is signed in, if anybody: for pages that everybody may read.
    pub fn perhaps() -> Option<Guest> {
        caller().ok().and_then(|caller| caller.guest)
    }

    pub fn stay(&self) -> StayId {
        self.stay
    }

    pub fn slip(&self) -> SlipId {
        self.slip
    }

    /// The person the room is billed to.
    pub fn lead(&self) -> GuestId {
        self.lead
    }

    /// The person whose phone it is: the lead, unless the slip is one person's own.
    pub fn me(&self) -> GuestId {
        self.me
    }

    /// Of [`Guest::me`], in whole years on arrival.
    pub fn age(&self) -> i64 {
        self.age
    }

    /// Of [`Guest::me`].
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    pub fn room(&self) -> &str {
        &self.room
    }

    /// The key of the package.
    pub fn package(&self) -> &str {
        &self.package
    }

    pub fn arrives(&self) -> Day {
        self.arrives
    }

    pub fn departs(&self) -> Day {
        self.departs
    }

    pub fn standing(&self) -> Standing {
        self.standing
    }

    pub(super) fn token_hash(&self) -> &str {
        &self.token_hash
    }
}

/// A signed-in member of staff.
#[derive(Clone, Debug)]
pub struct Staff {
    pub(super) id: StaffId,
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) token_hash: String,
}

impl Staff {
    pub fn asking() -> Result<Staff, Fault> {
        caller()?.staff.ok_or(Fault::SignIn)
    }

    /// Somebody who works with stays and slips.
    pub fn at_the_desk() -> Result<Staff, Fault> {
        let staff = Staff::asking()?;
        if staff.role.keeps_the_desk() { Ok(staff) } else { Err(Fault::NotAllowed) }
    }

    pub fn id(&self) -> StaffId {
        self.id
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn role(&self) -> Role {
        self.role
    }

    pub(super) fn token_hash(&self) -> &str {
        &self.token_hash
    }
}

/// What the front door found out about a request; an extension of it.
#[derive(Clone, Debug)]
pub struct Caller {
    pub guest: Option<Guest>,
    pub staff: Option<Staff>,
    pub lang: Lang,
    pub address: IpAddr,
    /// What the browser calls itself; at most 200 characters.
    pub agent: String,
}

/// The caller of the request that is being answered.
pub fn caller() -> Result<Caller, Fault> {
    use_context::<Parts>().and_then(|parts| parts.extensions.get::<Caller>().cloned()).ok_or(Fault::TryAgain)
}

/// Sends a browser that posted a plain form on to the next page. With JavaScript the page decides for itself.
pub fn see_other(path: &str) {
    let plain = use_context::<Parts>().is_some_and(|parts| wants_html(&parts.headers));
    if plain {
        leptos_axum::redirect(path);
    }
}

/// Whether a request comes from a plain form or link.
pub fn wants_html(headers: &http::HeaderMap) -> bool {
    headers.get(http::header::ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains("text/html"))
}

/// Adds a cookie to the answer. `age` in seconds; 0 takes it away.
pub fn set_cookie(name: &str, value: &str, age: i64, secure: bool, script_may_read: bool) {
    if let Some(response) = use_context::<ResponseOptions>()
        && let Ok(header) = http::HeaderValue::from_str(&cookie(name, value, age, secure, script_may_read))
    {
        response.append_header(http::header::SET_COOKIE, header);
    }
}

/// Asks a browser to drop something that the site kept.
pub const CLEAR_SITE_DATA: http::HeaderName = http::HeaderName::from_static("clear-site-data");
/// All that it kept besides cookies: pages, files, settings.
pub const KEPT: &str = "\"storage\"";

/// Asks the browser to drop what the cabinet kept on the phone. It also works where no script ran.
pub fn forget_everything() {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.insert_header(CLEAR_SITE_DATA, http::HeaderValue::from_static(KEPT));
    }
}

/// A `Set-Cookie` value.
pub fn cookie(name: &str, value: &str, age: i64, secure: bool, script_may_read: bool) -> String {
    format!(
        "{name}={value}; Path=/; Max-Age={age}; SameSite=Lax{}{}",
        if script_may_read { "" } else { "; HttpOnly" },
        if secure { "; Secure" } else { "" }
    )
}

/// A path of our own site to go on to; anything else becomes the home page.
pub fn own_path(path: &str) -> &str {
    let ours =
        path.starts_with('/') && !path.starts_with("//") && path.len() <= 500 && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if ours { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn only_our_own_paths_are_gone_on_to() {
        assert_eq!(own_path("/sessions/12?x=1"), "/sessions/12?x=1");
        for path in ["//evil.example", "https://evil.example", "", "/\\evil.example", "/a\r\nSet-Cookie: x=1", "javascript:1"] {
            assert_eq!(own_path(path), "/", "{path}");
        }
    }
}
