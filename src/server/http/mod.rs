//! HTTP around the app: one gate before everything, then files, forms, server functions, live news, pages.

mod accept;
mod answers;
mod api;
mod asked;
pub mod assets;
mod blocked;
mod body;
mod brand;
mod coding;
mod context;
mod cookies;
mod declared;
mod dev;
mod doors;
mod forms;
mod headers;
mod health;
mod icons;
mod kept;
mod late;
mod limits;
mod links;
mod live;
mod marks;
mod middleware;
mod pages;
mod patience;
mod patterns;
mod plain_page;
mod pulse;
mod readiness;
mod redrawn;
mod renderer;
mod site;
mod sparingly;
mod streams;
mod tally;
mod typed;
mod upload;
mod weights;

pub use accept::{Limits, listener, serve};
pub use assets::Assets;
pub use declared::links as all_links;
pub use patience::Patience;
pub use patterns::Patterns;
pub use pulse::Pulse;
pub use readiness::Readiness;
pub use site::Site;

use access::gate::Door;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{any, get};
use limits::{BODY_LIMIT, REPORTS};
use std::time::Duration;
use tower_http::limit::RequestBodyLimitLayer;
use upload::UPLOAD_LIMIT;

/// Longest a handler may take; the live stream is outside of it.
const HANDLER_TIMEOUT: Duration = Duration::from_secs(30);

/// The whole site as one service.
pub fn router(site: Site) -> Router {
    let mut timed = Router::new()
        .route("/livez", get(health::live))
        .route("/readyz", get(health::ready))
        .route(REPORTS, axum::routing::post(health::csp_report))
        .route("/dev/mail", get(dev::mail_page))
        .route("/dev/mail.json", get(dev::mail_json))
        .route(&kernel::paths::dev_mail("{id}"), get(dev::mail_preview))
        .route(kernel::paths::DEV_KIT, get(dev::kit))
        .route(&kernel::paths::brand("{name}"), get(brand::file))
        .route(kernel::paths::MANIFEST, get(brand::manifest))
        .route("/api/{*path}", any(api::call))
        .fallback(pages::any);
    let mut large = Router::new();
    for door in Door::all() {
        let with = |router: Router<Site>| router.route(door.path(), doors::method_router(door.clone()));
        if declared::UPLOADS.contains(&door.path()) {
            large = with(large);
        } else {
            timed = with(timed);
        }
    }
    for link in declared::links() {
        // A mail program may have made a part of the link what stands behind it.
        for behind in ["", "/", "/{*behind}"] {
            timed = timed.route(&format!("{}{behind}", link.opens), links::method_router(*link));
        }
    }
    let in_time = tower_http::timeout::TimeoutLayer::with_status_code(
        http::StatusCode::SERVICE_UNAVAILABLE,
        HANDLER_TIMEOUT,
    );
    timed
        .layer(in_time)
        .route(kernel::paths::LIVE, get(live::stream))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        .merge(
            large
                .layer(in_time)
                .layer(DefaultBodyLimit::max(UPLOAD_LIMIT))
                .layer(RequestBodyLimitLayer::new(UPLOAD_LIMIT)),
        )
        .layer(axum::middleware::from_fn_with_state(site.clone(), middleware::before_everything))
        .with_state(site)
}
