//! Which rows of a contact an act is about.

use kernel::{AccountId, ContactId, EmailId};
use sqlx::types::Uuid;

/// A contact's rows: all of them, those of one account, of one address, or both. What is not named ranges over all ids,
/// so that the statements have no conditions to leave out and always seek.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    pub contact: ContactId,
    pub accounts: (AccountId, AccountId),
    pub emails: (EmailId, EmailId),
}

impl Rows {
    pub const fn of(contact: ContactId) -> Self {
        let (least, most) = (Uuid::nil(), Uuid::max());
        Self {
            contact,
            accounts: (AccountId(least), AccountId(most)),
            emails: (EmailId(least), EmailId(most)),
        }
    }

    pub const fn in_account(self, account: AccountId) -> Self {
        Self { accounts: (account, account), ..self }
    }

    pub const fn of_address(self, email: EmailId) -> Self {
        Self { emails: (email, email), ..self }
    }
}
