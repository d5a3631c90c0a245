//! What the demo's accounts and contacts are found by, made of the rows while they are at hand: reading a million accounts
//! back takes longer than storing them. A test holds it against the index that `clients::search` makes.

use super::rows::{Batch, ContactRow, EmailRow};
use directory::accounts::sort_key;
use kernel::{AccountId, ContactId, FirmId};
use platform::search::{Doc, Kind};
use std::collections::HashMap;

/// A document for each account of the batch, and one for each contact.
pub(super) fn docs(firm: FirmId, batch: &Batch) -> Vec<Doc> {
    let mut addresses: HashMap<ContactId, Vec<&EmailRow>> = HashMap::new();
    for row in &batch.emails {
        addresses.entry(row.contact).or_default().push(row);
    }
    let contacts: HashMap<ContactId, &ContactRow> = batch.contacts.iter().map(|row| (row.id, row)).collect();
    let mut people: HashMap<AccountId, Vec<ContactId>> = HashMap::new();
    let mut links: Vec<_> = batch.links.iter().collect();
    links.sort_by_key(|row| (row.at, row.contact));
    for row in links {
        people.entry(row.account).or_default().push(row.contact);
    }
    let reached = |doc: &mut Doc, contact: ContactId| {
        let mut rows = addresses.get(&contact).cloned().unwrap_or_default();
        rows.sort_by_key(|row| row.position);
        for row in rows {
            doc.add(&row.email);
            if !row.email_norm.eq_ignore_ascii_case(&row.email) {
                doc.add(&row.email_norm);
            }
        }
    };
    let mut all = Vec::with_capacity(batch.accounts.len() + batch.contacts.len());
    for row in &batch.accounts {
        let kind = if row.archived_at.is_some() { Kind::ArchivedAccount } else { Kind::ActiveAccount };
        let mut doc = Doc::new(firm, kind, row.id.0, &row.name, &sort_key(&row.name)).with_code(&row.code);
        for contact in people.get(&row.id).into_iter().flatten() {
            if let Some(person) = contacts.get(contact) {
                doc.add(&person.name);
            }
            reached(&mut doc, *contact);
        }
        all.push(doc);
    }
    for row in &batch.contacts {
        let mut doc = Doc::new(firm, Kind::Contact, row.id.0, &row.name, &sort_key(&row.name));
        reached(&mut doc, row.id);
        all.push(doc);
    }
    all
}
