//! The bridge: the list, and what the edit page starts from.

use super::model::{AccountForm, AccountPage};
use access::access_state::AccessState;
use kernel::AppError;
use leptos::prelude::*;

access::rule!(LIST = "/api/clients/accounts", Staff);
access::rule!(NAME = "/api/clients/account-name", May<ManageAccounts>);
access::rule!(FORM = "/api/clients/account", May<ManageAccounts>);

/// So many parts of the accounts that this staff member may see; with `access` only those that have somebody in that state.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "clients/accounts")]
pub async fn account_list(
    search: String,
    archived: bool,
    access: Option<AccessState>,
    after: Option<String>,
    #[server(default)] parts: usize,
) -> Result<AccountPage, AppError> {
    let (cx, staff) = LIST.enter()?;
    let at = crate::lists::ListAt { search, archived, access, after, parts };
    super::server::reading::parts(&cx, &staff, &at).await
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
