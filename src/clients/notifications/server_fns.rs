//! The bridge: the switches of one address for staff, one's own for clients.

use super::model::NotifyPrefs;
use access::gate::prelude::*;
use kernel::form::Ticked;

access::rule!(PREFS = "/api/clients/notifications", Staff);
access::rule!(MINE = "/api/portal/notifications", Client);

/// The switches of one row of the Info tab.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`, `NotFound`.
#[server(prefix = "/api", endpoint = "clients/notifications")]
pub async fn notification_prefs(code: String, setting: String) -> Result<NotifyPrefs, AppError> {
    let (cx, staff) = PREFS.enter()?;
    super::server::of_row(&cx, &staff, &code, &setting).await
}

access::command!(
    ChooseNotification: May<ManageAccounts>,
    "items" on |it| paths::row_notifications(&it.code, &it.setting)
);

/// Switches one item, or all of them when `item` is empty.
///
/// # Errors
/// `Refused` when the client switched it off.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/{code}/info/emails/{setting}/notifications")]
pub async fn choose_notification(
    code: String,
    setting: String,
    item: String,
    on: bool,
    #[server(default)] tab: String,
) -> Result<Done<NotifyPrefs>, AppError> {
    let (mut cx, staff) = ChooseNotification::enter()?;
    cx.tab = kernel::live::Tab::named(&tab);
    let side = super::rules::Side::Staff { wanted_by_client: false };
    super::server::choose_for(&cx, &staff, &code, &setting, &[&item], on, side).await?;
    let done =
        Done::at(paths::row_notifications(&code, &setting)).notice(i18n::tl!(cx.locale, "common.saved"));
    done.value(super::server::of_row(&cx, &staff, &code, &setting)).await
}

access::command!(
    BringBackNotifications: May<ManageAccounts>,
    "back" on |it| paths::row_notifications(&it.code, &it.setting)
);

/// Switches on what the client had switched off and wants back: the items that are ticked, or `all`.
///
/// # Errors
/// `Refused` without `confirm`, and without an item.
#[server(
    protocol = ByForm,
    prefix = "",
    endpoint = "app/accounts/{code}/info/emails/{setting}/notifications/back"
)]
pub async fn bring_back_notifications(
    code: String,
    setting: String,
    #[server(default)] all: bool,
    #[server(default)] confirm: bool,
    #[server(flatten)] ticked: Ticked,
) -> Result<Done, AppError> {
    let (cx, staff) = BringBackNotifications::enter()?;
    super::server::bring_back(&cx, &staff, (&code, &setting), all, confirm, &ticked).await?;
    Ok(Done::at(paths::row_notifications(&code, &setting)).notice(i18n::tl!(cx.locale, "common.saved")))
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

access::command!(ChooseMyNotification: ClientOf, "items" on |it| paths::portal_notifications(&it.account));

/// Switches one of the client's own items, or all of them when `item` is empty.
///
/// # Errors
/// `NotFound` for a row that is not the client's own.
#[server(protocol = ByForm, prefix = "", endpoint = "portal/{account}/settings/notifications")]
pub async fn choose_my_notification(
    account: String,
    setting: String,
    item: String,
    on: bool,
    #[server(default)] tab: String,
) -> Result<Done<Vec<NotifyPrefs>>, AppError> {
    let (mut cx, client) = ChooseMyNotification::enter()?;
    cx.tab = kernel::live::Tab::named(&tab);
    super::server::choose_own(&cx, &client, &setting, &item, on).await?;
    let done = Done::at(paths::portal_notifications(&account)).notice(i18n::tl!(cx.locale, "common.saved"));
    done.value(super::server::of_client(&cx, &client)).await
}
