//! The forms about contacts.

use super::model::NewContact;
use access::gate::prelude::*;

access::command!(
    AddContact: May<ManageAccounts>,
    "contact" on |it| paths::account_add_contact(&it.code),
    keep ["email", "email2", "email3", "name", "locale", "role", "known_is_fine"]
);

/// Makes a contact and links it to an account.
///
/// # Errors
/// `Invalid` on the field of an address that another contact has, without `known_is_fine`.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/{code}/contacts/new")]
pub async fn add_contact(
    code: String,
    #[server(flatten)] typed: NewContact,
    #[server(default)] known_is_fine: bool,
) -> Result<Done, AppError> {
    let (cx, staff) = AddContact::enter()?;
    let draft = super::server::actions::Draft::of_form(&cx, &typed, known_is_fine)?;
    super::server::actions::add(&cx, &staff, &code, draft).await?;
    let said = i18n::tl!(cx.locale, "contacts.add.done", name = typed.name.trim());
    Ok(Done::at(paths::account_info(&code)).notice(said))
}

access::command!(
    LinkContact: May<ManageAccounts>,
    "link" on |it| paths::account_find_contact(&it.code, &it.q), keep ["role", "contact"]
);

/// Links a contact that is known already to one more account; `q` is what was searched for.
///
/// # Errors
/// `Refused` when it is linked already.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/{code}/contacts/link")]
pub async fn link_contact(
    code: String,
    contact: String,
    role: String,
    #[server(default)] q: String,
) -> Result<Done, AppError> {
    let (cx, staff) = LinkContact::enter()?;
    // Only a mistake leads back to the search.
    let _ = q;
    let id = kernel::ContactId::known(&contact)?;
    super::server::actions::link(&cx, &staff, &code, id, &role).await?;
    Ok(Done::at(paths::account_info(&code)).notice(i18n::tl!(cx.locale, "contacts.add.linked")))
}

access::command!(EditContact: May<ManageAccounts>, again |it, _cx, error| {
    let again = Again::on(paths::contact(&it.id), "contact");
    match error {
        // What is stored is shown, not what was typed: it would overwrite the colleague's words.
        AppError::Conflict => again,
        _ => again.keeping(&["version", "name", "locale"]),
    }
});

/// Renames a contact or changes the language of its mails.
///
/// # Errors
/// `Conflict` when somebody else was faster; `Refused` when the contact belongs to accounts and this person sees none of
/// them.
#[server(protocol = ByForm, prefix = "", endpoint = "app/contacts/{id}")]
pub async fn edit_contact(id: String, version: i64, name: String, locale: String) -> Result<Done, AppError> {
    let (cx, staff) = EditContact::enter()?;
    let contact = kernel::ContactId::known(&id)?;
    super::server::actions::edit(&cx, &staff, contact, version, &name, &locale).await?;
    Ok(Done::at(paths::contact(&id)).notice(i18n::tl!(cx.locale, "common.saved")))
}

access::command!(
    UnlinkContact: May<ManageAccounts>,
    "unlink" on |it| format!("{}?unlink={}", paths::contact(&it.id), paths::percent(&it.account))
);

/// Ends the link to the account with this short id.
///
/// # Errors
/// `Refused` where a client whose address is being replaced is locked out by it, without `sure`.
#[server(protocol = ByForm, prefix = "", endpoint = "app/contacts/{id}/unlink")]
pub async fn unlink_contact(
    id: String,
    account: String,
    #[server(default)] sure: bool,
) -> Result<Done, AppError> {
    let (cx, staff) = UnlinkContact::enter()?;
    let contact = kernel::ContactId::known(&id)?;
    super::server::actions::unlink(&cx, &staff, contact, &account, sure).await?;
    Ok(Done::at(paths::account_info(&account)).notice(i18n::tl!(cx.locale, "contacts.unlink.done")))
}

access::command!(AddContactAddress: May<ManageAccounts>, again |it, _cx, _error| {
    let again = match paths::named_info(&it.account) {
        Some(info) => Again::on(info, format!("address-of-{}", it.id)),
        None => Again::on(paths::contact(&it.id), "address"),
    };
    again.keeping(&["email", "known_is_fine"])
});

/// One more address; `account` is the short id of the one on whose Info tab the form stands.
///
/// # Errors
/// `Refused` for the eleventh, or when the contact has accounts that this person does not see.
#[server(protocol = ByForm, prefix = "", endpoint = "app/contacts/{id}/emails")]
pub async fn add_contact_address(
    id: String,
    email: String,
    #[server(default)] known_is_fine: bool,
    #[server(default)] account: String,
) -> Result<Done, AppError> {
    let (cx, staff) = AddContactAddress::enter()?;
    let contact = kernel::ContactId::known(&id)?;
    let parsed = super::server::addresses::parse(&cx, &email)?;
    super::server::addresses::add(&cx, &staff, contact, parsed, known_is_fine).await?;
    let page = paths::named_info(&account).unwrap_or_else(|| paths::contact(&id));
    Ok(Done::at(page).notice(i18n::tl!(cx.locale, "contacts.address.added", email = email.trim())))
}

access::command!(ChangeContactAddress: Proven<May<ManageAccounts>>, again |it, _cx, _error| {
    let page = paths::contact(&it.id);
    // For an address that signs in the question stands over the page.
    let again = if it.replace {
        Again::on(format!("{page}?replace={}", it.address), "replace")
    } else {
        Again::on(page, format!("address-{}", it.address))
    };
    again.keeping(&["email", "known_is_fine"])
});

/// Another address in the place of this one; `replace` comes from the question of its own.
///
/// # Errors
/// As [`add_contact_address`]; what the new invitation has against it.
#[server(protocol = ByForm, prefix = "", endpoint = "app/contacts/{id}/emails/{address}")]
pub async fn change_contact_address(
    id: String,
    address: String,
    email: String,
    #[server(default)] known_is_fine: bool,
    #[server(default)] replace: bool,
) -> Result<Done, AppError> {
    let (cx, staff) = ChangeContactAddress::enter()?;
    // Only a mistake is said where the form stood.
    let _ = replace;
    let (contact, old) = (kernel::ContactId::known(&id)?, kernel::EmailId::known(&address)?);
    let new = super::server::addresses::parse(&cx, &email)?;
    let changed = super::server::addresses::change(&cx, &staff, contact, old, new, known_is_fine).await?;
    Ok(Done::at(paths::contact(&id)).notice(changed.said(&cx, &email).await))
}

access::command!(
    RemoveContactAddress: May<ManageAccounts>,
    again |it, _cx, _error| Again::on(paths::contact(&it.id), format!("address-{}", it.address))
);

/// One address less.
///
/// # Errors
/// `Refused` for the last one, or when the contact has accounts that this person does not see.
#[server(protocol = ByForm, prefix = "", endpoint = "app/contacts/{id}/emails/{address}/remove")]
pub async fn remove_contact_address(id: String, address: String) -> Result<Done, AppError> {
    let (cx, staff) = RemoveContactAddress::enter()?;
    let (contact, old) = (kernel::ContactId::known(&id)?, kernel::EmailId::known(&address)?);
    super::server::addresses::remove(&cx, &staff, contact, old).await?;
    Ok(Done::at(paths::contact(&id)).notice(i18n::tl!(cx.locale, "contacts.address.removed")))
}
