//! The bridge: what the page of an invitation asks.

use super::InvitationView;
use crate::links::Opened;
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(VIEW = "/api/access/invitation", Guest);

/// What the link of this name is good for, without a name the newest; nothing when this browser does not hold it. Reads only:
/// scanners and previews may ask as often as they like (SEC-16).
///
/// # Errors
/// `NotFound` for a link we never made; `TooMany` after thirty of those from one place.
#[server(prefix = "/api", endpoint = "access/invitation")]
pub async fn invitation(#[server(default)] link: String) -> Result<Option<Opened<InvitationView>>, AppError> {
    let (cx, _guest) = VIEW.enter()?;
    let Some(link) = crate::links::opened::<super::Invited>(&cx, &link).await? else { return Ok(None) };
    let view = super::server::view_for(&cx, &crate::gate::visitor()?, &link).await?;
    Ok(Some(link.shows(view)))
}
