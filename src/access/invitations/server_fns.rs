//! The bridge: what the page of an invitation asks.

use super::InvitationView;
use crate::mailed_links::Opened;
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(VIEW = "/api/access/invitation", Guest);

/// What the link in this browser is good for; nothing when it holds none. Reads only: scanners and previews may ask as
/// often as they like (SEC-16).
///
/// # Errors
/// `NotFound` for a link we never made; `TooMany` after thirty of those from one place.
#[server(prefix = "/api", endpoint = "access/invitation")]
pub async fn invitation() -> Result<Option<Opened<InvitationView>>, AppError> {
    let (cx, _guest) = VIEW.enter()?;
    let Some(token) = super::LINK.held(&cx) else { return Ok(None) };
    let view = super::server::view_for(&cx, &crate::gate::visitor()?, token).await?;
    Ok(Some(Opened::of(token, view)))
}
