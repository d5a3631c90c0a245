//! What searches find of it, as the product has it found.

use super::seeded::Contact;
use crate::accounts::sort_key;
use kernel::{AccountId, FirmId};
use platform::search::{Doc, Kind};

pub(super) fn account(
    firm: FirmId,
    is_archived: bool,
    id: AccountId,
    (code, name): (&str, &str),
    contacts: &[Contact],
) -> Doc {
    let kind = if is_archived { Kind::ArchivedAccount } else { Kind::ActiveAccount };
    let mut doc = Doc::new(firm, kind, id.0, name, &sort_key(name)).with_code(code);
    for contact in contacts {
        doc.add(&contact.name);
        addresses(&mut doc, contact);
    }
    doc
}

pub(super) fn contact(firm: FirmId, contact: &Contact) -> Doc {
    let mut doc = Doc::new(firm, Kind::Contact, contact.id.0, &contact.name, &sort_key(&contact.name));
    addresses(&mut doc, contact);
    doc
}

fn addresses(doc: &mut Doc, contact: &Contact) {
    for address in &contact.addresses {
        doc.add(address.email.shown());
        if !address.email.norm().eq_ignore_ascii_case(address.email.shown()) {
            doc.add(address.email.norm());
        }
    }
}
