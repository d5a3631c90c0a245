//! What can be done with contacts: make, link, rename, unlink. Addresses have a file of their own.

use super::known::refuse_known;
use super::telling::{announce, record};
use crate::address_changes as changes;
use crate::contacts::model::NewContact;
use crate::contacts::rules::LONGEST_ROLE;
use crate::search;
use crate::switches;
use crate::wording;
use access::gate::{May, Staff, right::ManageAccounts};
use directory::accounts::{AccountRecord, account, sort_key};
use directory::address_changes as records;
use directory::contacts::{self as store, ContactWords, contact};
use directory::switches::{self as settings, Rows};
use i18n::tl;
use kernel::names::{parse_name, search_key};
use kernel::{AppError, ContactId, EmailAddress, EmailId, FieldError, Locale};
use platform::Cx;
use platform::db::Tx;
use platform::mail::address_fault;
use platform::names::name_fault;

/// A new contact, checked.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub name: String,
    pub locale: Locale,
    pub emails: Vec<EmailAddress>,
    pub role: String,
    /// Somebody saw that an address is known already and wants it twice (DM-7).
    pub known_is_fine: bool,
}

/// What was typed.
pub(crate) struct Typed<'a> {
    pub name: &'a str,
    pub locale: &'a str,
    /// By field; the first is demanded.
    pub emails: &'a [(&'static str, &'a str)],
    pub role: &'a str,
    pub known_is_fine: bool,
}

impl Draft {
    /// # Errors
    /// As [`Draft::parse`].
    pub(in crate::contacts) fn of_form(
        cx: &Cx,
        form: &NewContact,
        known_is_fine: bool,
    ) -> Result<Self, AppError> {
        let emails = [("email", &*form.email), ("email2", &*form.email2), ("email3", &*form.email3)];
        let (name, locale, role) = (&form.name, &form.locale, &form.role);
        Self::parse(cx, &Typed { name, locale, emails: &emails, role, known_is_fine })
    }

    /// # Errors
    /// `Invalid` with the fields `name`, `locale`, `role` and those of the addresses.
    pub(crate) fn parse(cx: &Cx, typed: &Typed<'_>) -> Result<Self, AppError> {
        let mut faults: Vec<FieldError> = Vec::new();
        let l = cx.locale;
        let name = parse_name(typed.name)
            .map_err(|problem| faults.push(wording::fault("name", name_fault(l, problem))))
            .unwrap_or_default();
        let locale = parse_locale(cx, typed.locale).map_err(|fault| faults.push(fault)).unwrap_or_default();
        let role = parse_role(cx, typed.role).map_err(|fault| faults.push(fault)).unwrap_or_default();
        let mut emails: Vec<EmailAddress> = Vec::new();
        for (place, (field, text)) in typed.emails.iter().enumerate() {
            if place > 0 && text.trim().is_empty() {
                continue;
            }
            match EmailAddress::parse(text) {
                Err(problem) => faults.push(wording::fault(field, address_fault(l, problem))),
                Ok(email) if emails.iter().any(|known| known.norm() == email.norm()) => {
                    faults.push(wording::fault(field, tl!(l, "contacts.fault.twice")));
                }
                Ok(email) => emails.push(email),
            }
        }
        if !faults.is_empty() {
            return Err(AppError::Invalid(faults));
        }
        Ok(Self { name, locale, emails, role, known_is_fine: typed.known_is_fine })
    }
}

fn parse_locale(cx: &Cx, text: &str) -> Result<Locale, FieldError> {
    let known = Locale::ALL.into_iter().find(|locale| locale.tag() == text);
    known.ok_or_else(|| wording::fault("locale", tl!(cx.locale, "contacts.fault.locale")))
}

fn parse_role(cx: &Cx, text: &str) -> Result<String, FieldError> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    let role = parse_name(text).map_err(|problem| wording::fault("role", name_fault(cx.locale, problem)))?;
    if role.chars().count() > LONGEST_ROLE {
        return Err(wording::fault("role", tl!(cx.locale, "common.too_long", most = LONGEST_ROLE)));
    }
    Ok(role)
}

fn words<'a>(id: ContactId, name: &'a str, locale: Locale) -> ContactWords<'a> {
    ContactWords { id, name, locale: locale.tag(), search_key: search_key(&[name]), sort_key: sort_key(name) }
}

/// Makes a contact with its addresses and links it to an account.
///
/// # Errors
/// `NotFound`; `Invalid` on the field of an address that another contact has, unless that is fine.
pub(crate) async fn add(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    code: &str,
    draft: Draft,
) -> Result<(), AppError> {
    let (c, staff, code) = (cx.clone(), staff.clone(), code.to_owned());
    cx.write(move |tx| {
        Box::pin(async move {
            let account = account(tx, &staff.sight(), &code).await?;
            add_in(tx, &c, &staff, &account, &draft).await
        })
    })
    .await
}

/// As [`add`], within a transaction.
///
/// # Errors
/// As [`add`].
pub(crate) async fn add_in(
    tx: &mut Tx,
    cx: &Cx,
    staff: &May<ManageAccounts>,
    account: &AccountRecord,
    draft: &Draft,
) -> Result<(), AppError> {
    if !draft.known_is_fine {
        refuse_known(tx, cx, staff, &draft.emails, None).await?;
    }
    let id = ContactId(cx.ids.next());
    store::insert(tx, cx.firm.id, &words(id, &draft.name, draft.locale), cx.now()).await?;
    for email in &draft.emails {
        store::insert_address(tx, cx.firm.id, id, EmailId(cx.ids.next()), email).await?;
    }
    let known = draft.emails.iter().map(EmailAddress::shown).collect::<Vec<_>>().join(", ");
    record(tx, cx, staff, "contact_created", Some(account), id, &draft.name, &known).await?;
    link_in(tx, cx, staff, account, id, &draft.name, &draft.role).await?;
    Ok(search::refresh_contact(tx, cx.firm.id, id).await?)
}

/// Links a known contact to one more account.
///
/// # Errors
/// `NotFound`; `Refused` when it is linked already; `Invalid` on `role`.
pub(crate) async fn link(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    code: &str,
    id: ContactId,
    role: &str,
) -> Result<(), AppError> {
    let role = parse_role(cx, role).map_err(|fault| AppError::Invalid(vec![fault]))?;
    let (c, staff, code) = (cx.clone(), staff.clone(), code.to_owned());
    cx.write(move |tx| {
        Box::pin(async move {
            let account = account(tx, &staff.sight(), &code).await?;
            let found = contact(tx, &staff.sight(), id).await?;
            link_in(tx, &c, &staff, &account, id, &found.name, &role).await?;
            Ok(search::refresh_account(tx, c.firm.id, account.id).await?)
        })
    })
    .await
}

async fn link_in(
    tx: &mut Tx,
    cx: &Cx,
    staff: &Staff,
    account: &AccountRecord,
    id: ContactId,
    name: &str,
    role: &str,
) -> Result<(), AppError> {
    store::stand_in_line(tx, cx.firm.id, id).await?;
    if !store::link(tx, cx.firm.id, account.id, id, role, cx.now()).await? {
        return Err(AppError::Refused(tl!(
            cx.locale,
            "contacts.refused.linked",
            name = name,
            account = account.name
        )));
    }
    switches::rows_for_link(tx, cx, staff.name(), account.id, id).await?;
    record(tx, cx, staff, "contact_linked", Some(account), id, name, role).await?;
    announce(tx, cx, staff, id, "contacts_changed").await
}

/// Ends the link; the contact's rows in the account go with it, and so does access (requirements, 4). `sure` is
/// whoever knows that a client whose address is being replaced is locked out by it (ECHG-2).
///
/// # Errors
/// `NotFound`, also when there is no link; `Refused` for somebody who is not sure.
pub(crate) async fn unlink(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    id: ContactId,
    code: &str,
    sure: bool,
) -> Result<(), AppError> {
    let (c, staff, code) = (cx.clone(), staff.clone(), code.to_owned());
    cx.write(move |tx| {
        Box::pin(async move {
            let account = account(tx, &staff.sight(), &code).await?;
            let found = contact(tx, &staff.sight(), id).await?;
            announce(tx, &c, &staff, id, "contacts_changed").await?;
            let firm = c.firm.id;
            records::stand_in_line(tx, firm, id).await?;
            if !sure {
                changes::refuse_lock_out(tx, &c, id, account.id, None).await?;
            }
            let rows = Rows::of(id).in_account(account.id);
            let losers = settings::with_login(tx, firm, rows).await?;
            settings::remove(tx, firm, rows, c.now()).await?;
            if !store::unlink(tx, firm, account.id, id).await? {
                return Err(AppError::NotFound);
            }
            switches::ended(tx, &c, &losers).await?;
            record(tx, &c, &staff, "contact_unlinked", Some(&account), id, &found.name, &account.code)
                .await?;
            Ok(search::refresh_account(tx, firm, account.id).await?)
        })
    })
    .await
}

/// Renames a contact or changes the language of its mails.
///
/// # Errors
/// `NotFound`; `Invalid` on `name` and `locale`; `Conflict` when somebody else was faster; `Refused` when
/// the contact belongs to accounts and this person sees none of them.
pub(crate) async fn edit(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    id: ContactId,
    version: i64,
    name: &str,
    locale: &str,
) -> Result<(), AppError> {
    let parsed = parse_name(name).map_err(|p| wording::fault("name", name_fault(cx.locale, p)));
    let (name, locale) = match (parsed, parse_locale(cx, locale)) {
        (Ok(name), Ok(locale)) => (name, locale),
        (name, locale) => {
            return Err(AppError::Invalid([name.err(), locale.err()].into_iter().flatten().collect()));
        }
    };
    let (c, staff) = (cx.clone(), staff.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let old = contact(tx, &staff.sight(), id).await?;
            if store::sees_none_of(tx, &staff.sight(), id).await? {
                return Err(AppError::Refused(tl!(c.locale, "contacts.refused.hidden")));
            }
            if !store::rename(tx, c.firm.id, version, &words(id, &name, locale)).await? {
                return Err(AppError::Conflict);
            }
            let change = format!("{} ({}) -> {name} ({})", old.name, old.locale, locale.tag());
            record(tx, &c, &staff, "contact_edited", None, id, &name, &change).await?;
            announce(tx, &c, &staff, id, "contacts_changed").await?;
            Ok(search::refresh_contact(tx, c.firm.id, id).await?)
        })
    })
    .await
}
