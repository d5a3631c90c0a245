//! The bridge: which first steps the firm has taken.

use super::model::Taken;
use kernel::AppError;
use leptos::prelude::*;

access::rule!(READ = "/api/clients/first-steps", May<Administer>);

/// The steps, unless they are over.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "clients/first-steps")]
pub async fn first_steps() -> Result<Option<Taken>, AppError> {
    let (cx, _) = READ.enter()?;
    super::server::actions::read(&cx).await
}
