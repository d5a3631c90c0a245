//! Alive, ready, and what browsers report.

use super::Site;
use super::gate::plain;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use tokio::sync::watch;

/// Turned off when the process is asked to stop, so that no new visitors are sent here (REL-14) and streams end.
#[derive(Clone)]
pub struct Readiness(watch::Sender<bool>);

impl Readiness {
    #[must_use]
    pub fn new() -> Self {
        Self(watch::Sender::new(true))
    }

    pub fn stop(&self) {
        self.0.send_replace(false);
    }

    #[must_use]
    pub fn is_on(&self) -> bool {
        *self.0.borrow()
    }

    /// Resolves when the process is asked to stop.
    pub async fn stopped(self) {
        let _ = self.0.subscribe().wait_for(|is_on| !is_on).await;
    }
}

impl Default for Readiness {
    fn default() -> Self {
        Self::new()
    }
}

/// The process answers, and every worker thread turns.
pub async fn live(State(site): State<Site>) -> Response {
    match site.pulse.stuck() {
        0 => plain(StatusCode::OK, "alive"),
        _ => plain(StatusCode::SERVICE_UNAVAILABLE, "a worker thread does not turn: restart this process"),
    }
}

/// The process can do its work: the database answers and nobody asked it to stop.
pub async fn ready(State(site): State<Site>) -> Response {
    if !site.readiness.is_on() {
        return plain(StatusCode::SERVICE_UNAVAILABLE, "stopping");
    }
    let asked = async {
        let mut conn = site.platform.db.read().await?;
        platform::firm_profile::count(&mut conn).await
    };
    match tokio::time::timeout(std::time::Duration::from_secs(2), asked).await {
        Ok(Ok(_)) => plain(StatusCode::OK, "ready"),
        _ => plain(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer"),
    }
}

/// A browser refused something on a page of ours: worth a line in the log, without the address.
pub async fn csp_report(body: Bytes) -> Response {
    let directive = serde_json::from_slice::<serde_json::Value>(&body)
        .ok()
        .and_then(|v| {
            v["csp-report"]["violated-directive"].as_str().map(|d| d.chars().take(60).collect::<String>())
        })
        .unwrap_or_default();
    tracing::warn!(directive, "a browser reported a violation of the content policy");
    StatusCode::NO_CONTENT.into_response()
}
