//! The bridge: the look as it is.

use super::model::FirmLook;
use access::gate::prelude::*;

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

access::command!(SetColours: May<ManageFirm>, "colours" on |_it| paths::FIRM_LOOK, keep ["accent", "sidebar"]);

/// Stores both colours; by the button `own` both are ours again.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/firm/look")]
pub async fn set_colours(
    accent: String,
    sidebar: String,
    #[server(default)] own: bool,
) -> Result<Done, AppError> {
    let (cx, staff) = SetColours::enter()?;
    if own {
        super::server::actions::colour(&cx, &staff, "", "").await?;
    } else {
        super::server::actions::choose_colours(&cx, &staff, &accent, &sidebar).await?;
    }
    Ok(Done::at(paths::FIRM_LOOK).notice(i18n::tl!(cx.locale, "common.saved")))
}

access::command!(SetLogo: May<ManageFirm>, "logo" on |_it| paths::FIRM_LOOK);

/// Puts up a logo: a file, which arrives in base64.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/firm/look/logo")]
pub async fn set_logo(logo: String) -> Result<Done, AppError> {
    let (cx, staff) = SetLogo::enter()?;
    super::server::actions::set_logo(&cx, &staff, super::server::actions::bytes_of(&logo)?).await?;
    Ok(Done::at(paths::FIRM_LOOK).notice(i18n::tl!(cx.locale, "firm.look.logo_set")))
}

access::command!(RemoveLogo: May<ManageFirm>, "*" on |_it| paths::FIRM_LOOK);

/// Takes the logo down.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/firm/look/logo/remove")]
pub async fn remove_logo() -> Result<Done, AppError> {
    let (cx, staff) = RemoveLogo::enter()?;
    super::server::actions::remove_logo(&cx, &staff).await?;
    Ok(Done::at(paths::FIRM_LOOK).notice(i18n::tl!(cx.locale, "firm.look.logo_removed")))
}

access::command!(SendTrialMail: May<ManageFirm>, "*" on |_it| paths::FIRM_LOOK);

/// Mails whoever asks how mails look.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/firm/look/trial-mail")]
pub async fn send_trial_mail() -> Result<Done, AppError> {
    let (cx, staff) = SendTrialMail::enter()?;
    super::server::actions::try_mail(&cx, &staff).await?;
    let said = i18n::tl!(cx.locale, "firm.trial.sent", email = staff.who().email());
    Ok(Done::at(paths::FIRM_LOOK).notice(access::mail_state::said(&cx, said).await))
}
