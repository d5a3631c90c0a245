//! The bridge: the list, and what the edit page starts from.

use super::list::Accounts;
use super::model::{AccountForm, AccountRow};
use kernel::AppError;
use leptos::prelude::*;
use lists::{Part, Wanted};

access::rule!(LIST = "/api/clients/accounts", Staff);
access::rule!(NAME = "/api/clients/account-name", May<ManageAccounts>);
access::rule!(FORM = "/api/clients/account", May<ManageAccounts>);

/// The accounts that this staff member may see, as far as they are wanted.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "clients/accounts")]
pub async fn account_list(#[server(default)] wanted: Wanted<Accounts>) -> Result<Part<AccountRow>, AppError> {
    let (cx, staff) = LIST.enter()?;
    super::server::reading::list(&cx, &staff, &wanted).await
}

/// One account, to be edited.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`, `NotFound`.
#[server(prefix = "/api", endpoint = "clients/account")]
pub async fn account_to_edit(code: String) -> Result<AccountForm, AppError> {
    let (cx, staff) = FORM.enter()?;
    super::server::actions::form(&cx, &staff, &code).await
}

/// Short id and name of an account.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`, `NotFound`.
#[server(prefix = "/api", endpoint = "clients/account-name")]
pub async fn account_name(code: String) -> Result<(String, String), AppError> {
    let (cx, staff) = NAME.enter()?;
    let form = super::server::actions::form(&cx, &staff, &code).await?;
    Ok((form.code, form.name))
}
