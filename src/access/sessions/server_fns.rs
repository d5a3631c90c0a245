//! The bridge to the list of devices.

use crate::sessions::{Devices, Left};
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(DEVICES = "/api/sessions/devices", SignedIn);

crate::rule!(LEFT = "/api/sessions/left", SignedIn);

/// What is left of the session of whoever asks. Asking is using it, unless the page says that nobody touches it.
#[server(prefix = "/api", endpoint = "sessions/left")]
pub async fn session_left() -> Result<Left, AppError> {
    let (cx, who) = LEFT.enter()?;
    Ok(super::server::left(&who, cx.now()))
}

/// The browsers in which whoever asks is signed in.
#[server(prefix = "/api", endpoint = "sessions/devices")]
pub async fn my_devices() -> Result<Devices, AppError> {
    let (cx, who) = DEVICES.enter()?;
    super::server::devices(&cx, &who).await
}
