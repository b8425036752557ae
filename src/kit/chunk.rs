//! Code that travels later. One chunk holds many pages: a chunk per page would cut the shared parts into dozens of
//! files, each a trip of its own over a resort's Wi-Fi.

/// Puts pages into one lazily loaded chunk and makes a route type for each. `$draw` is the function whose code, with
/// everything only it reaches, becomes the chunk; `$fetch` is the name leptos gives to its loader.
macro_rules! chunk {
    ($(#[$doc:meta])* $draw:ident, $fetch:ident { $($name:ident => $page:path;)* }) => {
        #[derive(Clone, Copy)]
        enum Page { $($name),* }

        $(#[$doc])*
        #[leptos::lazy]
        fn $draw(page: Page) -> leptos::prelude::AnyView {
            use leptos::prelude::IntoAny;
            match page { $(Page::$name => $page().into_any()),* }
        }

        /// Fetches the chunk ahead of need.
        pub async fn preload() {
            #[cfg(feature = "hydrate")]
            $fetch().await;
        }

        $(
            #[doc = concat!("The route of `", stringify!($page), "`.")]
            pub struct $name;

            impl leptos_router::LazyRoute for $name {
                fn data() -> Self {
                    $name
                }

                async fn view(_this: Self) -> leptos::prelude::AnyView {
                    $draw(Page::$name).await
                }

                async fn preload() {
                    preload().await;
                }
            }
        )*
    };
}
pub(crate) use chunk;
