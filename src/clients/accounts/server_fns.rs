//! The bridge: the list, what the edit page starts from, and its forms.

use super::list::Accounts;
use super::model::{AccountForm, AccountRow};
use access::gate::prelude::*;
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

access::command!(EditAccount: May<ManageAccounts>, again |it, _cx, error| {
    let again = Again::on(paths::account_edit(&it.code), "account");
    match error {
        // What is stored is shown, not what was typed: it would overwrite the colleague's words.
        AppError::Conflict => again,
        _ => again.keeping(&["version", "name", "kind"]),
    }
});

/// Renames an account or changes its kind.
///
/// # Errors
/// `Conflict` when somebody else was faster.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/{code}/edit")]
pub async fn edit_account(code: String, version: i64, name: String, kind: String) -> Result<Done, AppError> {
    let (cx, staff) = EditAccount::enter()?;
    let draft = super::server::actions::Draft::parse(&cx, &name, &kind)?;
    let said = if draft.is_awkward() {
        i18n::tl!(cx.locale, "accounts.awkward")
    } else {
        i18n::tl!(cx.locale, "common.saved")
    };
    super::server::actions::edit(&cx, &staff, &code, version, draft).await?;
    Ok(Done::at(paths::account_info(&code)).notice(said))
}

access::command!(ArchiveAccount: May<ManageAccounts>, "archive" on |it| paths::account_edit(&it.code));

/// Moves an account to the archive.
///
/// # Errors
/// `Conflict` when somebody else was faster.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/{code}/archive")]
pub async fn archive_account(code: String, version: i64) -> Result<Done, AppError> {
    let (cx, staff) = ArchiveAccount::enter()?;
    super::server::actions::archive(&cx, &staff, &code, version).await?;
    let said = i18n::tl!(cx.locale, "accounts.archive.done", code = code);
    Ok(Done::at(paths::account_info(&code)).notice(said))
}

access::command!(ReactivateAccount: May<ManageAccounts>, "archive" on |it| paths::account_edit(&it.code));

/// Brings an account back from the archive.
///
/// # Errors
/// `Conflict` when somebody else was faster.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/{code}/reactivate")]
pub async fn reactivate_account(code: String, version: i64) -> Result<Done, AppError> {
    let (cx, staff) = ReactivateAccount::enter()?;
    super::server::actions::reactivate(&cx, &staff, &code, version).await?;
    let said = i18n::tl!(cx.locale, "accounts.reactivate.done", code = code);
    Ok(Done::at(paths::account_info(&code)).notice(said))
}
