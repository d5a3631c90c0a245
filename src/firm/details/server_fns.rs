//! The bridge: the details to edit.

use super::model::FirmDetails;
use kernel::AppError;
#[cfg(not(target_arch = "wasm32"))]
use kernel::Right;
#[cfg(not(target_arch = "wasm32"))]
use kernel::permission::Allowed;
use leptos::prelude::*;

access::rule!(DETAILS = "/api/firm/details", Allowed::StaffWith(Right::ManageFirm));

/// The firm's details.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "firm/details")]
pub async fn read_details() -> Result<FirmDetails, AppError> {
    let (cx, staff) = DETAILS.staff()?;
    super::server::actions::read(&cx, &staff).await
}
