//! The bridge: the details to edit.

use super::model::FirmDetails;
use kernel::AppError;
use leptos::prelude::*;

access::rule!(DETAILS = "/api/firm/details", May<ManageFirm>);

/// The firm's details.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "firm/details")]
pub async fn read_details() -> Result<FirmDetails, AppError> {
    let (cx, staff) = DETAILS.enter()?;
    super::server::actions::read(&cx, &staff).await
}
