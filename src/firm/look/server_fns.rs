//! The bridge: the look as it is.

use super::model::FirmLook;
use kernel::AppError;
use leptos::prelude::*;

access::rule!(LOOK = "/api/firm/look", May<ManageFirm>);

/// The firm's logo and colours.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "firm/look")]
pub async fn read_look() -> Result<FirmLook, AppError> {
    let (cx, staff) = LOOK.enter()?;
    super::server::actions::read(&cx, &staff).await
}
