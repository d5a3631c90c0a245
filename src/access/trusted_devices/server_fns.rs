//! The form that forgets a trusted browser, or all of them.

use crate::gate::own_page;
use crate::gate::prelude::*;

crate::command!(ForgetDevices: SignedIn, "*" on |it| own_page(&it.back));

/// Forgets one of one's own browsers; all of them where the form names none.
#[server(protocol = ByForm, prefix = "", endpoint = "account/devices/forget")]
pub async fn forget_devices(#[server(default)] id: String, back: String) -> Result<Done, AppError> {
    let (cx, who) = ForgetDevices::enter()?;
    let one = if id.is_empty() { None } else { Some(id.parse().map_err(|_| AppError::NotFound)?) };
    super::server::forget(&cx, &who, one).await?;
    let said = if one.is_some() {
        i18n::tl!(cx.locale, "trusted_devices.forgot_one")
    } else {
        i18n::tl!(cx.locale, "trusted_devices.forgot_all")
    };
    Ok(Done::at(own_page(&back)).notice(said))
}
