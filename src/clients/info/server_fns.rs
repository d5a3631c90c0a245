//! The bridge: the Info tab, read and changed.

use super::model::{HistoryLine, How, InfoTab, Which};
use access::gate::prelude::*;

access::rule!(INFO = "/api/clients/info", Staff);
access::rule!(HISTORY = "/api/clients/row-history", Staff);
/// The Info tab of an account.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`, `NotFound`.
#[server(prefix = "/api", endpoint = "clients/info")]
pub async fn read_info(code: String) -> Result<InfoTab, AppError> {
    let (cx, staff) = INFO.enter()?;
    super::server::info::tab(&cx, &staff, &code).await
}

/// What was last done to a row of an account.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`, `NotFound`.
#[server(prefix = "/api", endpoint = "clients/row-history")]
pub async fn row_history(code: String, setting: String) -> Result<Vec<HistoryLine>, AppError> {
    let (cx, staff) = HISTORY.enter()?;
    super::server::history::lines(&cx, &staff, &code, &setting).await
}

access::command!(SwitchSetting: MaybeProven<May<ManageAccounts>>, again |it, _cx, error| match error {
    // The last of its kind off asks on a page of its own first.
    AppError::Refused(said) if !it.on && super::rules::ASKED_FIRST.contains(&&*said.code) => {
        Again::leading_to(format!("{}?off={}", paths::row_login(&it.code, &it.setting), it.which.key()))
    }
    _ => Again::on(paths::account_info(&it.code), "switch"),
});

/// Changes a switch. LOGIN on, which may send an invitation, asks on a page of its own first.
///
/// # Errors
/// `Conflict` when somebody else was faster; `Refused` for the last of its kind without `confirmed`.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/{code}/info/switch")]
pub async fn switch_setting(
    code: String,
    setting: String,
    which: Which,
    on: bool,
    version: i64,
    #[server(default)] confirmed: bool,
    #[server(default)] tab: String,
) -> Result<Done<InfoTab>, AppError> {
    let (mut cx, staff) = SwitchSetting::enter()?;
    cx.tab = kernel::live::Tab::named(&tab);
    let id = kernel::SettingId::known(&setting)?;
    if which == Which::Login && on {
        return Ok(Done::at(paths::row_login(&code, &setting)));
    }
    let wish = super::server::actions::Wish { id, which, on, version, confirmed };
    super::server::actions::switch(&cx, &staff, &code, wish).await?;
    let done = Done::at(paths::account_info(&code)).notice(i18n::tl!(cx.locale, "common.saved"));
    done.value(super::server::info::tab(&cx, &staff, &code)).await
}

access::command!(AllowLogin: MaybeProven<May<ManageAccounts>>, again |it, _cx, error| match error {
    AppError::Conflict => Again::on(paths::account_info(&it.code), "switch"),
    _ => Again::on(paths::row_login(&it.code, &it.setting), "login").keeping(&["version", "message"]),
});

/// Turns LOGIN on, with an invitation (`how` is `invite`) or without (`quiet`). One more mailbox beside others takes a recent
/// password.
///
/// # Errors
/// `Conflict` when somebody else was faster; what the invitation has against it.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/{code}/info/emails/{setting}/login")]
pub async fn allow_login(
    code: String,
    setting: String,
    version: i64,
    how: How,
    #[server(default)] message: String,
    #[server(default)] tab: String,
) -> Result<Done<InfoTab>, AppError> {
    let (mut cx, staff) = AllowLogin::enter()?;
    cx.tab = kernel::live::Tab::named(&tab);
    let id = kernel::SettingId::known(&setting)?;
    let message = (how == How::Invite).then_some(message);
    super::server::actions::allow_login(&cx, &staff, &code, id, version, message).await?;
    let said = match how {
        How::Invite => {
            let text = i18n::tl!(cx.locale, "contact_settings.login.done_invited");
            access::mail_state::said(&cx, text).await
        }
        How::Quiet => i18n::tl!(cx.locale, "contact_settings.login.done"),
    };
    let done = Done::at(paths::account_info(&code)).notice(said);
    done.value(super::server::info::tab(&cx, &staff, &code)).await
}

access::command!(
    InviteAddress: May<ManageAccounts>,
    "invite" on |it| paths::row_invite(&it.code, &it.setting), keep ["message"]
);

/// Sends an invitation, the first or another.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/{code}/info/emails/{setting}/invite")]
pub async fn invite_address(
    code: String,
    setting: String,
    #[server(default)] message: String,
) -> Result<Done, AppError> {
    let (cx, staff) = InviteAddress::enter()?;
    let id = kernel::SettingId::known(&setting)?;
    let email = super::server::actions::invite(&cx, &staff, &code, id, message).await?;
    let said = i18n::tl!(cx.locale, "contact_settings.invite.done", email = email);
    Ok(Done::at(paths::account_info(&code)).notice(access::mail_state::said(&cx, said).await))
}

access::command!(SendReset: May<ManageClientSecurity>, again |it, cx, error| {
    let again = Again::on(paths::row_reset(&it.code, &it.setting), "reset");
    match error {
        AppError::TooMany(seconds) => again.saying(super::server::actions::too_many_resets(cx, *seconds)),
        _ => again,
    }
});

/// Mails the client a link for a new password.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/{code}/info/emails/{setting}/reset-password")]
pub async fn send_reset(code: String, setting: String) -> Result<Done, AppError> {
    let (cx, staff) = SendReset::enter()?;
    let id = kernel::SettingId::known(&setting)?;
    let email = super::server::actions::send_reset(&cx, &staff, &code, id).await?;
    let said = i18n::tl!(cx.locale, "contact_settings.reset.done", email = email);
    Ok(Done::at(paths::account_info(&code)).notice(access::mail_state::said(&cx, said).await))
}

access::command!(
    ChangeAddress: Proven<May<ManageAccounts>>,
    "change" on |it| paths::row_address(&it.code, &it.setting), keep ["email", "known_is_fine"]
);

/// Gives the contact another address, in place of this one or beside it until it is accepted.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/{code}/info/emails/{setting}/change")]
pub async fn change_address(
    code: String,
    setting: String,
    email: String,
    #[server(default)] known_is_fine: bool,
) -> Result<Done, AppError> {
    let (cx, staff) = ChangeAddress::enter()?;
    let id = kernel::SettingId::known(&setting)?;
    let said = super::server::actions::change_address(&cx, &staff, &code, id, &email, known_is_fine).await?;
    Ok(Done::at(paths::account_info(&code)).notice(said))
}
