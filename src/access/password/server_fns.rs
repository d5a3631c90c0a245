//! The bridge to a reset's page.

use crate::mailed_links::Opened;
use crate::password::ResetState;
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(RESET = "/api/password/reset-state", Guest);

/// How the reset stands whose link is in this browser; nothing when it holds none. `NotFound` for a token that we never
/// issued.
#[server(prefix = "/api", endpoint = "password/reset-state")]
pub async fn read_reset() -> Result<Option<Opened<ResetState>>, AppError> {
    let (cx, _guest) = RESET.enter()?;
    let Some(token) = super::LINK.held(&cx) else { return Ok(None) };
    Ok(Some(Opened::of(token, super::server::reset_state(&cx, token).await?)))
}
