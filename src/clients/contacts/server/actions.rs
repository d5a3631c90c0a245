//! What can be done with contacts: make, link, rename, unlink. Addresses have a file of their own.

use super::events::{OfContact, What};
use super::known::refuse_known;
use crate::address_changes as changes;
use crate::contacts::model::NewContact;
use crate::contacts::rules::LONGEST_ROLE;
use crate::search;
use crate::switches;
use access::gate::{May, Staff, right::ManageAccounts};
use directory::accounts::{AccountRecord, account, sort_key};
use directory::address_changes as records;
use directory::contacts::{self as store, ContactWords, contact};
use directory::switches::{self as settings, Rows};
use i18n::said;
use kernel::names::{parse_name, search_key};
use kernel::{AppError, ContactId, EmailAddress, EmailId, Fault, Locale};
use platform::Cx;
use platform::mail::address_fault;
use platform::names::name_fault;
use platform::unit::{Change, Work};

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
        let mut faults: Vec<Fault> = Vec::new();
        let l = cx.locale;
        let name = parse_name(typed.name)
            .map_err(|problem| faults.push(Fault::at("name", name_fault(l, problem))))
            .unwrap_or_default();
        let locale = parse_locale(cx, typed.locale).map_err(|fault| faults.push(fault)).unwrap_or_default();
        let role = parse_role(cx, typed.role).map_err(|fault| faults.push(fault)).unwrap_or_default();
        let mut emails: Vec<EmailAddress> = Vec::new();
        for (place, (field, text)) in typed.emails.iter().enumerate() {
            if place > 0 && text.trim().is_empty() {
                continue;
            }
            match EmailAddress::parse(text) {
                Err(problem) => faults.push(Fault::at(*field, address_fault(l, problem))),
                Ok(email) if emails.iter().any(|known| known.norm() == email.norm()) => {
                    faults.push(Fault::at(*field, said!(l, "contacts.fault.twice")));
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

fn parse_locale(cx: &Cx, text: &str) -> Result<Locale, Fault> {
    let known = Locale::ALL.into_iter().find(|locale| locale.tag() == text);
    known.ok_or_else(|| Fault::at("locale", said!(cx.locale, "contacts.fault.locale")))
}

fn parse_role(cx: &Cx, text: &str) -> Result<String, Fault> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    let role = parse_name(text).map_err(|problem| Fault::at("role", name_fault(cx.locale, problem)))?;
    if role.chars().count() > LONGEST_ROLE {
        return Err(Fault::at("role", said!(cx.locale, "common.too_long", most = LONGEST_ROLE)));
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
    let code = code.to_owned();
    cx.work(staff, async move |w, staff| {
        let account = account(w, &staff.sight(), &code).await?;
        add_in(w, &staff, &account, &draft).await
    })
    .await
}

/// As [`add`], within a transaction.
///
/// # Errors
/// As [`add`].
pub(crate) async fn add_in(
    w: &mut Work<'_>,
    staff: &May<ManageAccounts>,
    account: &AccountRecord,
    draft: &Draft,
) -> Result<(), AppError> {
    let (cx, firm) = (w.cx(), w.firm());
    if !draft.known_is_fine {
        refuse_known(w, cx, staff, &draft.emails, None).await?;
    }
    let id = ContactId(cx.ids.next());
    store::insert(w, firm, &words(id, &draft.name, draft.locale), cx.now()).await?;
    for email in &draft.emails {
        store::insert_address(w, firm, id, EmailId(cx.ids.next()), email).await?;
    }
    let known = draft.emails.iter().map(EmailAddress::shown).collect::<Vec<_>>().join(", ");
    let what = What::Created(known, account.id);
    w.happened(OfContact { id, name: draft.name.clone(), what, shown: Vec::new() }).await?;
    link_in(w, staff, account, id, &draft.name, &draft.role).await?;
    Ok(search::refresh_contact(w, firm, id).await?)
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
    let code = code.to_owned();
    cx.work(staff, async move |w, staff| {
        let firm = w.firm();
        let account = account(w, &staff.sight(), &code).await?;
        let found = contact(w, &staff.sight(), id).await?;
        link_in(w, &staff, &account, id, &found.name, &role).await?;
        Ok(search::refresh_account(w, firm, account.id).await?)
    })
    .await
}

async fn link_in(
    w: &mut Work<'_>,
    staff: &Staff,
    account: &AccountRecord,
    id: ContactId,
    name: &str,
    role: &str,
) -> Result<(), AppError> {
    let (cx, firm) = (w.cx(), w.firm());
    store::stand_in_line(w, firm, id).await?;
    if !store::link(w, firm, account.id, id, role, cx.now()).await? {
        return Err(AppError::Refused(said!(
            cx.locale,
            "contacts.refused.linked",
            name = name,
            account = account.name
        )));
    }
    switches::rows_for_link(w, cx, staff.name(), account.id, id).await?;
    let linked = OfContact::of(w, id, name, What::Linked(role.to_owned(), account.id)).await?;
    w.happened(linked).await
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
    let code = code.to_owned();
    cx.work(staff, async move |w, staff| {
        let (cx, firm) = (w.cx(), w.firm());
        let account = account(w, &staff.sight(), &code).await?;
        let found = contact(w, &staff.sight(), id).await?;
        // As long as the account still shows it.
        let what = What::Unlinked(account.code, account.id);
        let unlinked = OfContact::of(w, id, &found.name, what).await?;
        records::stand_in_line(w, firm, id).await?;
        if !sure {
            changes::refuse_lock_out(w, cx, id, account.id, None).await?;
        }
        let rows = Rows::of(id).in_account(account.id);
        let losers = settings::with_login(w, firm, rows).await?;
        settings::remove(w, firm, rows, cx.now()).await?;
        if !store::unlink(w, firm, account.id, id).await? {
            return Err(AppError::NotFound);
        }
        switches::ended(w, cx, &losers).await?;
        w.happened(unlinked).await?;
        Ok(search::refresh_account(w, firm, account.id).await?)
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
    let parsed = parse_name(name).map_err(|p| Fault::at("name", name_fault(cx.locale, p)));
    let (name, locale) = match (parsed, parse_locale(cx, locale)) {
        (Ok(name), Ok(locale)) => (name, locale),
        (name, locale) => {
            return Err(AppError::Invalid([name.err(), locale.err()].into_iter().flatten().collect()));
        }
    };
    cx.work(staff, async move |w, staff| {
        let (cx, firm) = (w.cx(), w.firm());
        let old = contact(w, &staff.sight(), id).await?;
        if store::sees_none_of(w, &staff.sight(), id).await? {
            return Err(AppError::Refused(said!(cx.locale, "contacts.refused.hidden")));
        }
        if !store::rename(w, firm, version, &words(id, &name, locale)).await? {
            return Err(AppError::Conflict);
        }
        let both = |name: &str, locale: &str| format!("{name} ({locale})");
        let change = Change::of(both(&old.name, &old.locale), both(&name, locale.tag()));
        let edited = OfContact::of(w, id, &name, What::Edited(change)).await?;
        w.happened(edited).await?;
        Ok(search::refresh_contact(w, firm, id).await?)
    })
    .await
}
