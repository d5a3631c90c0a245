//! Alive, ready, and what browsers report.

use super::answers::plain;
use super::site::Site;
use axum::body::Bytes;
use axum::extract::{Extension, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::Cx;
use platform::mail::MailHealth;
use platform::net::limit_key;

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

/// A browser refused something on a page of ours: worth a line in the log, without the address. Anybody can send such
/// reports, so that few are written down.
pub async fn csp_report(State(site): State<Site>, Extension(cx): Extension<Cx>, body: Bytes) -> Response {
    if let Some(left_out) = site.reports.may(&limit_key(cx.source.ip), cx.now()) {
        let directive = violated(&body);
        tracing::warn!(directive, left_out, "a browser reported a violation of the content policy");
    }
    StatusCode::NO_CONTENT.into_response()
}

/// The directive that a report names, if it looks like one.
fn violated(body: &[u8]) -> String {
    let report = serde_json::from_slice::<serde_json::Value>(body).unwrap_or_default();
    let named = report["csp-report"]["violated-directive"].as_str().unwrap_or_default();
    let first = named.split_whitespace().next().unwrap_or_default();
    first.chars().filter(|c| c.is_ascii_lowercase() || *c == '-').take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_report_only_the_directive_is_written_down() {
        for (report, expected) in [
            (r#"{"csp-report":{"violated-directive":"script-src-elem 'self'"}}"#, "script-src-elem"),
            (r#"{"csp-report":{"violated-directive":"img-src\n2026 ERROR x\u001b[2J"}}"#, "img-src"),
            (r#"{"csp-report":{"violated-directive":"\u001b[31mIMG"}}"#, "m"),
            (r#"{"csp-report":{"violated-directive":7}}"#, ""),
            (r#"{"csp-report":[]}"#, ""),
            ("[]", ""),
            ("nonsense", ""),
            ("", ""),
        ] {
            assert_eq!(violated(report.as_bytes()), expected, "{report}");
        }
        let long = format!(r#"{{"csp-report":{{"violated-directive":"{}"}}}}"#, "a".repeat(9000));
        assert_eq!(violated(long.as_bytes()).len(), 40);
    }
}
