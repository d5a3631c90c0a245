//! The bridge: what the page of an invitation asks.

use super::InvitationView;
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(VIEW = "/api/access/invitation", kernel::permission::Allowed::Public);

/// What this link is good for. Reads only: scanners and previews may ask as often as they like (SEC-16).
///
/// # Errors
/// `NotFound` for a link we never made; `TooMany` after thirty of those from one place.
#[server(prefix = "/api", endpoint = "access/invitation")]
pub async fn invitation(token: String) -> Result<InvitationView, AppError> {
    let (cx, _guest) = VIEW.guest()?;
    super::server::view_for(&cx, &crate::gate::visitor()?, &token).await
}
