//! The bridge to a reset's page.

use crate::links::Opened;
use crate::password::ResetState;
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(RESET = "/api/password/reset-state", Guest);

/// How the reset of this name stands, without a name the newest; nothing when this browser does not hold its link. `NotFound` for a token that we never
/// issued.
#[server(prefix = "/api", endpoint = "password/reset-state")]
pub async fn read_reset(#[server(default)] link: String) -> Result<Option<Opened<ResetState>>, AppError> {
    let (cx, _guest) = RESET.enter()?;
    let Some(link) = crate::links::opened::<super::Reset>(&cx, &link).await? else { return Ok(None) };
    Ok(Some(link.shows(super::server::reset_state(&cx, &link).await?)))
}
