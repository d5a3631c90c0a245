//! The bridge: the form that opens an account.

use access::gate::prelude::*;

access::command!(
    OpenAccount: May<ManageAccounts>,
    "account" on |_it| paths::ACCOUNT_NEW,
    keep ["name", "kind", "contact", "email", "locale", "known_is_fine"]
);

/// Opens an account, with its first contact if one is named.
///
/// # Errors
/// `Invalid` on the field of an address that another contact has, without `known_is_fine`.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/new")]
pub async fn open_account(
    name: String,
    kind: String,
    #[server(default)] contact: String,
    #[server(default)] email: String,
    #[server(default)] locale: String,
    #[server(default)] known_is_fine: bool,
) -> Result<Done, AppError> {
    let (cx, staff) = OpenAccount::enter()?;
    let typed = super::server::actions::NewForm {
        name: &name,
        kind: &kind,
        contact: &contact,
        email: &email,
        locale: &locale,
        known_is_fine,
    };
    let (code, awkward) = super::server::actions::open(&cx, &staff, &typed).await?;
    let mut said = i18n::tl!(cx.locale, "accounts.new.done", code = code);
    if awkward {
        said = format!("{said} {}", i18n::tl!(cx.locale, "accounts.awkward"));
    }
    Ok(Done::at(paths::account_info(&code)).notice(said))
}
