//! Which address leads where.

use super::front_door::{enter, safe_headers, same_site};
use super::{State, acquirer, calendar, live, pages, plain, receipts};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderValue, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{any, get, post};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// The longest form anybody needs to send.
pub const LONGEST_FORM: usize = 64 * 1024;
/// The longest call of a provider: it brings the whole of what it is about.
const LONGEST_CALL: usize = 256 * 1024;

pub fn router(state: State) -> Router {
    // Pages spawn their resources; the framework asks to be told with what. A second router finds it told already.
    let _ = any_spawner::Executor::init_tokio();
    let root = &state.site.root;
    let files = |cache: &'static str, folder: &str| {
        ServiceBuilder::new()
            .layer(SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static(cache)))
            .service(ServeDir::new(root.join(folder)).precompressed_br().precompressed_gzip())
    };
    let file = |name: &str| {
        ServiceBuilder::new()
            .layer(SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400")))
            .service(tower_http::services::ServeFile::new(root.join(name)).precompressed_br().precompressed_gzip())
    };
    let entered = Router::new()
        .route("/api/{*door}", any(pages::door))
        .route("/s/{secret}", get(plain::slip_link))
        .route("/language", post(plain::language))
        .route("/brand/{name}", get(plain::brand))
        .route("/manifest.webmanifest", get(plain::manifest))
        .route("/bookings/{id}/calendar.ics", get(calendar::booking))
        .route("/receipts/{name}", get(receipts::pdf))
        .route("/pay/back/{payment}", get(acquirer::back))
        .route("/pay/sandbox/{reference}", get(acquirer::page).post(acquirer::chosen))
        .route("/live", get(live::guest))
        .route("/staff/live", get(live::desk))
        .fallback(get(pages::page))
        .layer(from_fn_with_state(state.clone(), enter))
        .layer(from_fn(same_site))
        .layer(DefaultBodyLimit::max(LONGEST_FORM))
        .layer(RequestBodyLimitLayer::new(LONGEST_FORM));
    let all = Router::new()
        .nest_service("/pkg", files("public, max-age=31536000, immutable", "pkg"))
        .nest_service("/fonts", files("public, max-age=31536000, immutable", "fonts"))
        .nest_service("/icons", files("public, max-age=86400", "icons"))
        .nest_service("/screenshots", files("public, max-age=86400", "screenshots"))
        .route_service("/icons.svg", file("icons.svg"))
        .route_service("/favicon.ico", file("favicon.ico"))
        .route_service("/favicon.svg", file("favicon.svg"))
        .route_service("/staff.css", file("staff.css"))
        .route("/words/{name}", get(plain::words))
        .route("/pictures/{hash}", get(plain::picture))
        .route("/sw.js", get(plain::worker))
        .route("/hooks/{provider}", post(acquirer::called).layer(DefaultBodyLimit::max(LONGEST_CALL)))
        .route("/hooks/{provider}/{word}", post(acquirer::called_by_word).layer(DefaultBodyLimit::max(LONGEST_CALL)))
        .merge(entered);
    guarded(all).with_state(state)
}

/// What every answer passes on its way out: a panic becomes a 500, and all of them get the headers that keep them safe.
fn guarded<S: Clone + Send + Sync + 'static>(router: Router<S>) -> Router<S> {
    router.layer(CatchPanicLayer::new()).layer(CompressionLayer::new()).layer(from_fn(safe_headers))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::{Request, StatusCode};
    use tower::ServiceExt;

    #[tokio::test]
    async fn an_answer_that_panicked_carries_the_headers_too() {
        async fn panics() -> &'static str {
            panic!("on purpose")
        }
        let answer = guarded(Router::new().route("/", get(panics))).oneshot(Request::new(Body::empty())).await.unwrap();
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        for name in ["content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy"] {
            assert!(answer.headers().contains_key(name), "{name}");
        }
    }
}
