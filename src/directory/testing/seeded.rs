//! A contact and its addresses, once they were seeded.

use kernel::{ContactId, EmailAddress, EmailId, SettingId};

/// A contact that was seeded.
#[derive(Clone, Debug)]
pub struct Contact {
    pub id: ContactId,
    pub name: String,
    pub addresses: Vec<Address>,
}

/// One address of a contact.
#[derive(Clone, Debug)]
pub struct Address {
    pub id: EmailId,
    pub email: EmailAddress,
    /// Its row of switches in the account that was seeded with it.
    pub setting: Option<SettingId>,
}
