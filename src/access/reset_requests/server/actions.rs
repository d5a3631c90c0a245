//! Asking the worker to look an address up.

use kernel::email::Lookup;
use kernel::{AppError, Ts};
use platform::Cx;
use platform::db::Tx;
use platform::work::{Job, later};
use serde::{Deserialize, Serialize};

/// A request that waits for the worker, with the browser that made it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ResetRequest {
    #[serde(rename = "kind")]
    pub asked: Asked,
    /// The address that somebody typed, as it is looked up.
    pub spelling: String,
    pub asked_at: Ts,
    /// The network it was counted for, if for one.
    pub counted_for: Option<String>,
    pub ip: String,
    pub place: String,
    pub os: String,
    pub browser: String,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Asked {
    /// A link to a new password.
    Reset,
    /// That the owner is told that their password was disabled.
    Disabled,
}

/// Asks for a link to a new password for whoever has the address in this spelling. `counted_for` is the network that it was
/// counted for, if for one.
pub(crate) async fn ask(
    tx: &mut Tx,
    cx: &Cx,
    spelling: &str,
    counted_for: Option<String>,
) -> Result<(), AppError> {
    queue(tx, cx, Asked::Reset, spelling, counted_for).await
}

/// Has the owner of this address told that their password was disabled, if there is one (SEC-11). Here, too, the worker
/// looks the address up.
pub(crate) async fn ask_to_tell_disabled(tx: &mut Tx, cx: &Cx, address: &str) -> Result<(), AppError> {
    // What is no address belongs to nobody, and PostgreSQL takes no NUL in a text.
    let spelling = Lookup::of(address).spelling;
    queue(tx, cx, Asked::Disabled, &spelling, None).await
}

async fn queue(
    tx: &mut Tx,
    cx: &Cx,
    asked: Asked,
    spelling: &str,
    counted_for: Option<String>,
) -> Result<(), AppError> {
    let request = ResetRequest {
        asked,
        spelling: spelling.to_owned(),
        asked_at: cx.now(),
        counted_for,
        ip: cx.source.ip.to_string(),
        place: cx.place(),
        os: cx.source.os(),
        browser: cx.source.browser(),
    };
    later(tx, &cx.platform, cx.firm.id, Job::new(request)).await.map(drop)
}

/// As rows were taken over that were written before there were jobs (`migrations/*/0046_reset_jobs.sql`).
#[test]
fn requests_of_before_are_read() {
    let request = ResetRequest {
        asked: Asked::Disabled,
        spelling: "anna@mueller.example".to_owned(),
        asked_at: Ts(1_772_438_400_000_000),
        counted_for: None,
        ip: "203.0.113.7".to_owned(),
        place: "Germany".to_owned(),
        os: "Windows".to_owned(),
        browser: "Firefox".to_owned(),
    };
    let taken_over = r#"{"kind" : "disabled", "spelling" : "anna@mueller.example", "asked_at" : 1772438400000000,
        "counted_for" : null, "ip" : "203.0.113.7", "place" : "Germany", "os" : "Windows", "browser" : "Firefox"}"#;
    assert_eq!(serde_json::from_str::<ResetRequest>(taken_over).unwrap(), request);
}
