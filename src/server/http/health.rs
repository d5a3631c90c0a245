//! Alive, ready, and what browsers report.

use super::Site;
use super::gate::plain;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::mail_health::MailHealth;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Turned off when the process is asked to stop, so that no new visitors are sent here (REL-14).
#[derive(Clone)]
pub struct Readiness(Arc<AtomicBool>);

impl Readiness {
    #[must_use]
    pub fn new() -> Self {
        Self(Arc::new(AtomicBool::new(true)))
    }

    pub fn stop(&self) {
        self.0.store(false, Ordering::SeqCst);
    }

    #[must_use]
    pub fn is_on(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

impl Default for Readiness {
    fn default() -> Self {
        Self::new()
    }
}

/// The process answers.
pub async fn live() -> Response {
    plain(StatusCode::OK, "alive")
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
        Ok(Ok(_)) => plain(StatusCode::OK, mail(&site).await),
        _ => plain(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer"),
    }
}

/// Requests are answered without mail, so it is no reason to send visitors elsewhere; but whoever watches is told.
async fn mail(site: &Site) -> &'static str {
    match platform::mail_health::read(&site.platform, None).await {
        Ok(MailHealth::Fine) => "ready",
        Ok(MailHealth::Unset) => "degraded: no mail server is set up",
        Ok(MailHealth::Failing { .. }) => "degraded: mail cannot be sent, see the log",
        Err(_) => "degraded: whether mail can be sent is not known",
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
