//! The bridge: the firm's hosts.

use super::model::HostList;
use kernel::AppError;
#[cfg(not(target_arch = "wasm32"))]
use kernel::Right;
#[cfg(not(target_arch = "wasm32"))]
use kernel::permission::Allowed;
use leptos::prelude::*;

access::rule!(HOSTS = "/api/firm/hosts", Allowed::StaffWith(Right::ManageFirm));

/// All names that the firm answers at.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "firm/hosts")]
pub async fn read_hosts() -> Result<HostList, AppError> {
    let (cx, staff) = HOSTS.staff()?;
    super::server::actions::list(&cx, &staff).await
}
