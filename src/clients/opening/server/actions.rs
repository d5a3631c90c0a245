//! Opening an account: what was typed, checked and stored.

use crate::accounts::{AccountDraft, create_in};
use crate::contacts;
use access::gate::{May, right::ManageAccounts};
use directory::accounts::AccountKind;
use i18n::said;
use kernel::{AppError, Fault};
use platform::Cx;

/// What was typed into the form for a new account.
pub(in crate::opening) struct NewForm<'a> {
    pub name: &'a str,
    pub kind: &'a str,
    pub contact: &'a str,
    pub email: &'a str,
    pub locale: &'a str,
    pub known_is_fine: bool,
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
fn either_name(cx: &Cx, fault: Fault) -> Fault {
    if fault.field == "name" {
        Fault::at(fault.field, said!(cx.locale, "accounts.fault.no_name"))
    } else {
        fault
    }
}

/// Opens the account that was typed; its short id, and whether its name is awkward in file names.
///
/// # Errors
/// `Invalid` on the fields of the form.
pub(in crate::opening) async fn open(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    typed: &NewForm<'_>,
) -> Result<(String, bool), AppError> {
    let (account, contact) = typed.parse(cx)?;
    store(cx, staff, account, contact).await
}

/// Account and contact together, or neither.
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
