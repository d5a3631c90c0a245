//! The bridge: what the page behind "Stop this change" asks.

use super::model::StopView;
use access::links::Opened;
use kernel::AppError;
use leptos::prelude::*;

access::rule!(VIEW = "/api/clients/address-change", Guest);

/// What the link of this name is good for, without a name the newest; nothing when this browser does not hold it. Reads only:
/// scanners and previews may ask as often as they like (SEC-16).
///
/// # Errors
/// `NotFound` for a link we never made; `TooMany` after thirty of those from one place.
#[server(prefix = "/api", endpoint = "clients/address-change")]
pub async fn address_change(#[server(default)] link: String) -> Result<Option<Opened<StopView>>, AppError> {
    let (cx, _guest) = VIEW.enter()?;
    let Some(link) = access::links::opened::<super::StopsChange>(&cx, &link).await? else { return Ok(None) };
    Ok(Some(link.shows(super::server::stopping::view(&cx, &link).await?)))
}
