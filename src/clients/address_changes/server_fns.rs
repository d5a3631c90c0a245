//! The bridge: what the page behind "Stop this change" asks.

use super::model::StopView;
use kernel::AppError;
use leptos::prelude::*;

access::rule!(VIEW = "/api/clients/address-change", kernel::permission::Allowed::Public);

/// What this link is good for. Reads only: scanners and previews may ask as often as they like (SEC-16).
///
/// # Errors
/// `NotFound` for a link we never made; `TooMany` after thirty of those from one place.
#[server(prefix = "/api", endpoint = "clients/address-change")]
pub async fn address_change(token: String) -> Result<StopView, AppError> {
    let (cx, _guest) = VIEW.guest()?;
    super::server::stopping::view(&cx, &token).await
}
