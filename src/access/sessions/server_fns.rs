//! The bridge to the list of devices.

use crate::sessions::Devices;
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(DEVICES = "/api/sessions/devices", kernel::permission::Allowed::SignedIn);

/// The browsers in which whoever asks is signed in.
#[server(prefix = "/api", endpoint = "sessions/devices")]
pub async fn my_devices() -> Result<Devices, AppError> {
    let (cx, who) = DEVICES.signed_in()?;
    super::server::devices(&cx, &who).await
}
