//! The plain form that forgets a trusted browser, or all of them.

use super::trust;
use crate::gate::{Call, Door, Reply, SignedIn};
use i18n::tl;
use kernel::{AppError, paths};
use platform::net::safe_path;
use sqlx::types::Uuid;

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![Door::new(paths::DEVICES_FORGET, forget)]
}

/// Fields: `id`, or none to forget all.
async fn forget(call: Call, who: SignedIn) -> Result<Reply, AppError> {
    let back = safe_path(call.form.get("back")).unwrap_or_else(|| "/".to_owned());
    let one: Option<Uuid> = match call.form.get("id") {
        "" => None,
        id => Some(id.parse().map_err(|_| AppError::NotFound)?),
    };
    trust::forget(&call.cx, &who, one).await?;
    let l = call.cx.locale;
    let notice = if one.is_some() {
        tl!(l, "trusted_devices.forgot_one")
    } else {
        tl!(l, "trusted_devices.forgot_all")
    };
    Ok(Reply::notice(back, notice))
}
