//! HTTP around the app: one gate before everything, then files, forms, server functions, live news, pages.

mod accept;
mod api;
pub mod assets;
mod body;
mod brand;
mod coding;
mod context;
mod cookies;
mod dev;
mod doors;
mod gate;
mod headers;
mod health;
mod icons;
mod kept;
mod late;
mod links;
mod live;
mod marks;
mod pages;
mod patterns;
mod plain_page;
mod pulse;
mod renderer;
mod sparingly;
mod tally;
mod typed;
mod upload;

pub use accept::{Limits, listener, serve};
pub use assets::Assets;
pub use body::Patience;
pub use doors::all as all_doors;
pub use health::Readiness;
pub use links::all as all_links;
pub use patterns::Patterns;
pub use pulse::Pulse;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{any, get};
use platform::Platform;
use std::sync::Arc;
use std::time::Duration;
use tower_http::limit::RequestBodyLimitLayer;

/// Largest body of a form or a server function, in bytes (REL-16).
const BODY_LIMIT: usize = 256 * 1024;
/// Longest a handler may take; the live stream is outside of it.
const HANDLER_TIMEOUT: Duration = Duration::from_secs(30);
/// Where browsers report what they refused.
const REPORTS: &str = "/csp-report";
/// Largest report of a browser, in bytes.
const REPORT_LIMIT: usize = 16 * 1024;

/// What every handler shares.
#[derive(Clone)]
pub struct Site {
    pub platform: Platform,
    pub assets: Arc<Assets>,
    pub readiness: Readiness,
    pub patterns: Arc<Patterns>,
    patience: Patience,
    pub pulse: Pulse,
    renderer: renderer::Renderer,
    streams: live::Streams,
    reports: Arc<sparingly::Sparingly>,
    kept: kept::KeptPages,
    icons: icons::Icons,
}

impl Site {
    #[must_use]
    pub fn new(platform: Platform, readiness: Readiness) -> Self {
        Self {
            platform,
            assets: Arc::new(Assets::load()),
            readiness,
            patterns: Arc::new(Patterns::new()),
            patience: Patience::default(),
            pulse: Pulse::default(),
            renderer: renderer::Renderer::default(),
            streams: live::Streams::default(),
            reports: Arc::new(sparingly::Sparingly::new(5, 60)),
            kept: kept::KeptPages::default(),
            icons: icons::Icons::default(),
        }
    }

    /// Waits for bodies this long.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { patience, ..self }
    }

    /// Says in `/livez` what this pulse notices.
    #[must_use]
    pub fn watched_by(self, pulse: Pulse) -> Self {
        Self { pulse, ..self }
    }
}

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
    for door in doors::all() {
        let with = |router: Router<Site>| router.route(door.path, doors::method_router(*door));
        if doors::UPLOADS.contains(&door.path) {
            large = with(large);
        } else {
            timed = with(timed);
        }
    }
    for link in links::all() {
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
                .layer(DefaultBodyLimit::max(upload::UPLOAD_LIMIT))
                .layer(RequestBodyLimitLayer::new(upload::UPLOAD_LIMIT)),
        )
        .layer(axum::middleware::from_fn_with_state(site.clone(), gate::before_everything))
        .with_state(site)
}
