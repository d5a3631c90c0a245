//! The bridge to a reset's page.

use crate::password::ResetState;
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(RESET = "/api/password/reset-state", kernel::permission::Allowed::Public);

/// How this reset stands; `NotFound` for a token that we never issued.
#[server(prefix = "/api", endpoint = "password/reset-state")]
pub async fn read_reset(token: String) -> Result<ResetState, AppError> {
    let (cx, _guest) = RESET.guest()?;
    super::server::reset_state(&cx, &token).await
}
