//! The bridge: the look as it is.

use super::model::FirmLook;
use kernel::AppError;
#[cfg(not(target_arch = "wasm32"))]
use kernel::Right;
#[cfg(not(target_arch = "wasm32"))]
use kernel::permission::Allowed;
use leptos::prelude::*;

access::rule!(LOOK = "/api/firm/look", Allowed::StaffWith(Right::ManageFirm));

/// The firm's logo and colours.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "firm/look")]
pub async fn read_look() -> Result<FirmLook, AppError> {
    let (cx, staff) = LOOK.staff()?;
    super::server::actions::read(&cx, &staff).await
}
