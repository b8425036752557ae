//! Code that travels later. One chunk holds many pages: a chunk per page would cut the shared parts into dozens of
//! files, each a trip of its own over a resort's Wi-Fi. And one route leads to all of them: the router's code is made
//! anew for every route, and all of it would travel with the first page.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The named parts of the address of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathParts(Vec<(&'static str, String)>);

impl PathParts {
    /// Matches a path against a pattern such as `bookings/:id/move`.
    pub fn of(pattern: &'static str, path: &str) -> Option<PathParts> {
        let mut given = path.split('/').filter(|part| !part.is_empty());
        let mut found = PathParts::default();
        for wanted in pattern.split('/').filter(|part| !part.is_empty()) {
            let part = given.next()?;
            match wanted.strip_prefix(':') {
                Some(name) => found.0.push((name, part.to_owned())),
                None if wanted == part => {}
                None => return None,
            }
        }
        given.next().is_none().then_some(found)
    }

    pub fn get_str(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, part)| part.as_str())
    }
}

/// The named parts of the address of the page that is being drawn.
pub fn use_params_map() -> StoredValue<PathParts> {
    StoredValue::new(use_context::<PathParts>().unwrap_or_default())
}

/// A page by the pattern of its address.
pub type PageByPattern = (&'static str, fn() -> AnyView);

/// Draws the page that the address names, and another when the path changes.
pub fn page_by_address(pages: &'static [PageByPattern], otherwise: fn() -> AnyView) -> AnyView {
    let path = use_location().pathname;
    let draw = move || {
        let path = path.get();
        match pages.iter().find_map(|(pattern, page)| PathParts::of(pattern, &path).map(|parts| (parts, page))) {
            Some((parts, page)) => {
                provide_context(parts);
                page()
            }
            None => otherwise(),
        }
    };
    draw.into_any()
}

/// Room in the read-only data. The splitter lays the constants of every chunk out anew, each chunk's with its own gaps;
/// where they would need a byte more than before, it puts all of them into the first download. Nothing refers to this
/// table, so no chunk carries it, and its length is to spare.
#[cfg(feature = "hydrate")]
#[used]
static ROOM: [u8; 8192] = [1; 8192];

/// Makes a route type whose pages are one lazily loaded chunk. `$draw` is the function whose code, with everything
/// only it reaches, becomes the chunk; `$fetch` is the name leptos gives to its loader.
macro_rules! chunk {
    ($(#[$doc:meta])* $draw:ident, $fetch:ident, $route:ident, $whole:expr) => {
        $(#[$doc])*
        #[leptos::lazy]
        fn $draw(_: ()) -> leptos::prelude::AnyView {
            $whole
        }

        /// Fetches the chunk ahead of need.
        #[allow(dead_code, reason = "not every chunk is fetched ahead")]
        pub async fn preload() {
            #[cfg(feature = "hydrate")]
            $fetch().await;
        }

        /// The route to every page of the chunk.
        pub struct $route;

        impl leptos_router::LazyRoute for $route {
            fn data() -> Self {
                $route
            }

            async fn view(_this: Self) -> leptos::prelude::AnyView {
                $draw(()).await
            }

            async fn preload() {
                #[cfg(feature = "hydrate")]
                $fetch().await;
            }
        }
    };
}
pub(crate) use chunk;

/// Pages by the pattern of their address.
macro_rules! pages {
    ($($pattern:literal => $page:path;)*) => {
        &[$(($pattern, (|| leptos::prelude::IntoAny::into_any($page())) as fn() -> leptos::prelude::AnyView)),*]
    };
}
pub(crate) use pages;

#[cfg(test)]
mod tests {
    use super::PathParts;

    #[test]
    fn an_address_is_matched_part_by_part() {
        let parts = PathParts::of("times/:key/:day/:hhmm", "/times/tennis-court/2026-11-21/1030").unwrap();
        assert_eq!((parts.get_str("key"), parts.get_str("hhmm"), parts.get_str("x")), (Some("tennis-court"), Some("1030"), None));
        assert!(PathParts::of("bookings/:id/move", "/bookings/7/move/").is_some());
        for path in ["/bookings/7", "/bookings/7/move/x", "/orders/7/move", "/"] {
            assert_eq!(PathParts::of("bookings/:id/move", path), None, "{path}");
        }
    }
}
