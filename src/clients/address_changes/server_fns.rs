//! The bridge: what the page behind "Stop this change" asks.

use super::model::StopView;
use access::mailed_links::Opened;
use kernel::AppError;
use leptos::prelude::*;

access::rule!(VIEW = "/api/clients/address-change", Guest);

/// What the link in this browser is good for; nothing when it holds none. Reads only: scanners and previews may ask as
/// often as they like (SEC-16).
///
/// # Errors
/// `NotFound` for a link we never made; `TooMany` after thirty of those from one place.
#[server(prefix = "/api", endpoint = "clients/address-change")]
pub async fn address_change() -> Result<Option<Opened<StopView>>, AppError> {
    let (cx, _guest) = VIEW.enter()?;
    let Some(token) = super::LINK.held(&cx) else { return Ok(None) };
    Ok(Some(Opened::of(token, super::server::stopping::view(&cx, token).await?)))
}
