//! The bridge: the switches of one address for staff, one's own for clients.

use super::model::NotifyPrefs;
#[cfg(not(target_arch = "wasm32"))]
use super::rules::Side;
use kernel::AppError;
use leptos::prelude::*;

access::rule!(PREFS = "/api/clients/notifications", Staff);
access::rule!(CHOOSE = "/api/clients/notifications/choose", May<ManageAccounts>);
access::rule!(MINE = "/api/portal/notifications", Client);
access::rule!(CHOOSE_MINE = "/api/portal/notifications/choose", Client);

/// The switches of one row of the Info tab.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`, `NotFound`.
#[server(prefix = "/api", endpoint = "clients/notifications")]
pub async fn notification_prefs(code: String, setting: String) -> Result<NotifyPrefs, AppError> {
    let (cx, staff) = PREFS.enter()?;
    super::server::of_row(&cx, &staff, &code, &setting).await
}

/// Switches one item, or all of them when `item` is empty.
///
/// # Errors
/// `Refused` when the client switched it off.
#[server(prefix = "/api", endpoint = "clients/notifications/choose")]
pub async fn choose_notification(
    code: String,
    setting: String,
    item: String,
    on: bool,
    tab: String,
) -> Result<NotifyPrefs, AppError> {
    let (mut cx, staff) = CHOOSE.enter()?;
    cx.tab = kernel::live::Tab::named(&tab);
    let side = Side::Staff { wanted_by_client: false };
    super::server::choose_for(&cx, &staff, &code, &setting, &[item.as_str()], on, side).await?;
    super::server::of_row(&cx, &staff, &code, &setting).await
}

/// A client's own switches in one account; more than one set when several people share the address.
///
/// # Errors
/// `NotSignedIn`; `NotFound` without a grant.
#[server(prefix = "/api", endpoint = "portal/notifications")]
pub async fn my_notifications(account: String) -> Result<Vec<NotifyPrefs>, AppError> {
    let (cx, client) = MINE.client_of(&account).await?;
    super::server::of_client(&cx, &client).await
}

/// Switches one of the client's own items, or all of them when `item` is empty.
///
/// # Errors
/// `NotFound` for a row that is not the client's own.
#[server(prefix = "/api", endpoint = "portal/notifications/choose")]
pub async fn choose_my_notification(
    account: String,
    setting: String,
    item: String,
    on: bool,
    tab: String,
) -> Result<Vec<NotifyPrefs>, AppError> {
    let (mut cx, client) = CHOOSE_MINE.client_of(&account).await?;
    cx.tab = kernel::live::Tab::named(&tab);
    super::server::choose_own(&cx, &client, &setting, &item, on).await?;
    super::server::of_client(&cx, &client).await
}
