//! The plain form that makes an account.

use crate::accounts::{AccountDraft, create_in};
use crate::contacts;
use access::gate::{Call, Door, May, Reply, back, right::ManageAccounts};
use directory::accounts::AccountKind;
use i18n::tl;
use kernel::{AppError, FieldError, paths};
use platform::Cx;

/// The plain forms of this slice.
pub(in crate::opening) fn doors() -> Vec<Door> {
    vec![Door::new("/app/accounts/new", create)]
}

/// What was typed into the form for a new account.
struct NewForm<'a> {
    name: &'a str,
    kind: &'a str,
    contact: &'a str,
    email: &'a str,
    locale: &'a str,
    known_is_fine: bool,
}

impl NewForm<'_> {
    /// The account, and its first contact if one was named. A personal account without a name takes the contact's
    /// (DM-9).
    fn parse(&self, cx: &Cx) -> Result<(AccountDraft, Option<contacts::Draft>), AppError> {
        let personal = AccountKind::from_key(self.kind).is_some_and(AccountKind::is_personal);
        let name = if self.name.trim().is_empty() && personal { self.contact } else { self.name };
        let account = AccountDraft::parse(cx, name, self.kind).map_err(|error| match error {
            AppError::Invalid(faults) if personal && name.trim().is_empty() => {
                AppError::Invalid(faults.into_iter().map(|fault| either_name(cx, fault)).collect())
            }
            other => other,
        });
        let wanted = !self.contact.trim().is_empty() || !self.email.trim().is_empty();
        let contact = if wanted { self.contact(cx).map(Some) } else { Ok(None) };
        match (account, contact) {
            (Ok(account), Ok(contact)) => Ok((account, contact)),
            (account, contact) => {
                let faults =
                    [account.err(), contact.err()].into_iter().flatten().flat_map(|error| match error {
                        AppError::Invalid(faults) => faults,
                        _ => Vec::new(),
                    });
                Err(AppError::Invalid(faults.collect()))
            }
        }
    }

    /// The contact's own name field is called `contact` here, for `name` is the account's.
    fn contact(&self, cx: &Cx) -> Result<contacts::Draft, AppError> {
        let emails = [("email", self.email)];
        let known_is_fine = self.known_is_fine;
        let typed = contacts::Typed {
            name: self.contact,
            locale: self.locale,
            emails: &emails,
            role: "",
            known_is_fine,
        };
        contacts::Draft::parse(cx, &typed).map_err(|error| match error {
            AppError::Invalid(mut faults) => {
                for fault in faults.iter_mut().filter(|fault| fault.field == "name") {
                    fault.field = "contact".to_owned();
                }
                AppError::Invalid(faults)
            }
            other => other,
        })
    }
}

/// Of a personal account one of the two names is enough.
fn either_name(cx: &Cx, fault: FieldError) -> FieldError {
    let text = if fault.field == "name" { tl!(cx.locale, "accounts.fault.no_name") } else { fault.text };
    FieldError { text, ..fault }
}

/// Fields: `name`, `kind`, and for a first contact `contact`, `email`, `locale`, `known_is_fine`.
async fn create(call: Call, staff: May<ManageAccounts>) -> Result<Reply, AppError> {
    let (cx, form) = (&call.cx, &call.form);
    let typed = NewForm {
        name: form.get("name"),
        kind: form.get("kind"),
        contact: form.get("contact"),
        email: form.get("email"),
        locale: form.get("locale"),
        known_is_fine: form.has("known_is_fine"),
    };
    let keep = [
        ("name", typed.name),
        ("kind", typed.kind),
        ("contact", typed.contact),
        ("email", typed.email),
        ("locale", typed.locale),
        ("known_is_fine", if typed.known_is_fine { "true" } else { "" }),
    ];
    let done = match typed.parse(cx) {
        Ok((account, contact)) => store(cx, &staff, account, contact).await,
        Err(error) => Err(error),
    };
    match done {
        Ok((code, awkward)) => {
            let mut text = tl!(cx.locale, "accounts.new.done", code = code);
            if awkward {
                text = format!("{text} {}", tl!(cx.locale, "accounts.awkward"));
            }
            Ok(Reply::notice(paths::account_info(&code), text))
        }
        Err(error) => back(&call, paths::ACCOUNT_NEW.to_owned(), "account", error, &keep),
    }
}

/// Account and contact together, or neither; the short id, and whether the name is awkward in file names.
async fn store(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    account: AccountDraft,
    contact: Option<contacts::Draft>,
) -> Result<(String, bool), AppError> {
    cx.work(staff, async move |w, staff| {
        let cx = w.cx();
        let made = create_in(w, cx, &staff, &account).await?;
        if let Some(contact) = contact {
            contacts::add_in(w, &staff, &made, &contact).await?;
        }
        Ok((made.code, account.is_awkward()))
    })
    .await
}
