//! The bridge: the Info tab, and its switches once the page is alive.

use super::model::{HistoryLine, InfoTab};
use kernel::AppError;
use leptos::prelude::*;

access::rule!(INFO = "/api/clients/info", Staff);
access::rule!(HISTORY = "/api/clients/row-history", Staff);
access::rule!(SWITCH = "/api/clients/switch", MaybeProven<May<ManageAccounts>>);
access::rule!(ALLOW = "/api/clients/allow-login", MaybeProven<May<ManageAccounts>>);

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

/// Changes a switch; answers with the tab as it is then.
///
/// # Errors
/// `Conflict` when somebody else was faster; `Refused` for the last of its kind without `confirmed`.
#[server(prefix = "/api", endpoint = "clients/switch")]
pub async fn switch_setting(
    code: String,
    setting: String,
    which: String,
    on: bool,
    version: i64,
    confirmed: bool,
    tab: String,
) -> Result<InfoTab, AppError> {
    let (mut cx, staff) = SWITCH.enter()?;
    cx.tab = kernel::live::Tab::named(&tab);
    let wish = super::server::actions::Wish::parse(&setting, &which, on, version, confirmed)?;
    super::server::actions::switch(&cx, &staff, &code, wish).await?;
    super::server::info::tab(&cx, &staff, &code).await
}

/// Turns LOGIN on, with an invitation or without.
///
/// # Errors
/// `Conflict` when somebody else was faster; `ProofNeeded` when the plain form has to ask for the password first; what the
/// invitation has against it.
#[server(prefix = "/api", endpoint = "clients/allow-login")]
pub async fn allow_login(
    code: String,
    setting: String,
    version: i64,
    invite: bool,
    message: String,
    tab: String,
) -> Result<InfoTab, AppError> {
    let (mut cx, staff) = ALLOW.enter()?;
    cx.tab = kernel::live::Tab::named(&tab);
    let id = setting.parse().map_err(|()| AppError::NotFound)?;
    let message = invite.then_some(message);
    super::server::actions::allow_login(&cx, &staff, &code, id, version, message).await?;
    super::server::info::tab(&cx, &staff, &code).await
}
