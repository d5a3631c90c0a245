//! The bridge to the set-up page.

use crate::setup::SetupState;
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(SETUP = "/api/setup/state", Guest);

/// How this link stands; `NotFound` for a token that we never printed.
#[server(prefix = "/api", endpoint = "setup/state")]
pub async fn read_setup(token: String) -> Result<SetupState, AppError> {
    let (cx, _guest) = SETUP.enter()?;
    super::server::setup_state(&cx, &token).await
}
