//! The bridge: the Info tab, and its switches once the page is alive.

use super::model::{HistoryLine, InfoTab};
use kernel::AppError;
#[cfg(not(target_arch = "wasm32"))]
use kernel::Right;
#[cfg(not(target_arch = "wasm32"))]
use kernel::permission::Allowed;
use leptos::prelude::*;

access::rule!(INFO = "/api/clients/info", Allowed::Staff);
access::rule!(HISTORY = "/api/clients/row-history", Allowed::Staff);
access::rule!(SWITCH = "/api/clients/switch", Allowed::StaffWith(Right::ManageAccounts));
access::rule!(ALLOW = "/api/clients/allow-login", Allowed::StaffWith(Right::ManageAccounts));

/// The Info tab of an account.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`, `NotFound`.
#[server(prefix = "/api", endpoint = "clients/info")]
pub async fn read_info(code: String) -> Result<InfoTab, AppError> {
    let (cx, staff) = INFO.staff()?;
    super::server::info::tab(&cx, &staff, &code).await
}

/// What was last done to a row of an account.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`, `NotFound`.
#[server(prefix = "/api", endpoint = "clients/row-history")]
pub async fn row_history(code: String, setting: String) -> Result<Vec<HistoryLine>, AppError> {
    let (cx, staff) = HISTORY.staff()?;
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
    let (mut cx, staff) = SWITCH.staff()?;
    cx.tab = kernel::live::Tab::named(&tab);
    let wish = super::server::actions::Wish::parse(&setting, &which, on, version, confirmed)?;
    super::server::actions::switch(&cx, &maybe_proven(&cx, &staff), &code, wish).await?;
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
    let (mut cx, staff) = ALLOW.staff()?;
    cx.tab = kernel::live::Tab::named(&tab);
    let id = setting.parse().map_err(|()| AppError::NotFound)?;
    let message = invite.then_some(message);
    super::server::actions::allow_login(&cx, &maybe_proven(&cx, &staff), &code, id, version, message).await?;
    super::server::info::tab(&cx, &staff, &code).await
}

#[cfg(not(target_arch = "wasm32"))]
fn maybe_proven(
    cx: &platform::Cx,
    staff: &access::gate::Staff,
) -> access::gate::MaybeProven<access::gate::Staff> {
    access::gate::MaybeProven::of(staff.clone(), cx.now())
}
