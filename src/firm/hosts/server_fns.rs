//! The bridge: the firm's hosts.

use super::model::HostList;
use kernel::AppError;
use leptos::prelude::*;

access::rule!(HOSTS = "/api/firm/hosts", May<ManageFirm>);

/// All names that the firm answers at.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "firm/hosts")]
pub async fn read_hosts() -> Result<HostList, AppError> {
    let (cx, staff) = HOSTS.enter()?;
    super::server::actions::list(&cx, &staff).await
}
