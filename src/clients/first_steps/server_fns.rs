//! The bridge: which first steps the firm has taken.

use super::model::Taken;
use kernel::AppError;
#[cfg(not(target_arch = "wasm32"))]
use kernel::permission::Allowed;
use leptos::prelude::*;

access::rule!(READ = "/api/clients/first-steps", Allowed::Admin);

/// The steps, unless they are over.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "clients/first-steps")]
pub async fn first_steps() -> Result<Option<Taken>, AppError> {
    let (cx, _) = READ.staff()?;
    super::server::actions::read(&cx).await
}
